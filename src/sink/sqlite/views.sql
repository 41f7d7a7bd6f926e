-- What people ask. Every view begins with where to look it up: the file, the title and date of the briefing, the line;
-- and ends with the key of the table that it shows, for joins. Views hold nothing, and are made anew by each run. What a
-- view says stands within it, so that `.schema` shows it.

DROP VIEW IF EXISTS source_credibility;
CREATE VIEW source_credibility AS
-- Who publishes what, and how credible it is held to be: a row a source, one without a source where none is named.
-- credibility is the score, else the share of the stars.
SELECT
  f.path, b.title, b.published, b.line,
  s.name AS source, s.url, b.category, b.stars, b.max_stars, b.score,
  coalesce(b.score, CAST(b.stars AS REAL) / b.max_stars) AS credibility,
  b.assessment, b.briefing_key
FROM briefings AS b
JOIN files AS f USING (file_key)
LEFT JOIN sources AS s USING (briefing_key)
ORDER BY f.path, b.line, s.source;

DROP VIEW IF EXISTS scenario_probabilities;
CREATE VIEW scenario_probabilities AS
-- How likely each scenario is: probability is the value, else the middle of the range, and empty where one end is open.
-- A set is the scenarios of one briefing below one heading; set_probability adds up what its scenarios have, set_size counts
-- all of them.
WITH likely AS (
  SELECT *, coalesce(probability, (probability_low + probability_high) / 2) AS middle FROM scenarios
)
SELECT
  f.path, b.title, b.published, s.line,
  s."set" AS scenario_set, s.name, s.scenario_title, s.stance,
  s.middle AS probability, s.probability_low, s.probability_high,
  round(sum(s.middle) OVER same_set, 6) AS set_probability,
  count(*) OVER same_set AS set_size,
  s.horizon, s.horizon_from, s.horizon_to, s.scenario_key
FROM likely AS s
JOIN briefings AS b USING (briefing_key)
JOIN files AS f USING (file_key)
WINDOW same_set AS (PARTITION BY s.briefing_key, s."set")
ORDER BY f.path, s.line;

DROP VIEW IF EXISTS weighted_outcomes;
CREATE VIEW weighted_outcomes AS
-- What a set of scenarios comes to, if each counts as much as it is likely: a row a set and label, where at least two
-- scenarios have a probability and, under that label, a number of one kind, unit and currency. expected is
-- sum(probability * number) / sum(probability), where of a range the middle counts; lowest and highest reach to the ends of
-- ranges. It speaks for the whole set where scenarios = of_scenarios and probability is 1. bounds counts the numbers that are
-- only bounds (above 100), of which the true ones lie beyond.
WITH outcome AS (
  SELECT
    s.path, s.title, s.published, s.line, s.scenario_set, s.set_size, s.probability, r.briefing_key,
    f.label, f.kind, f.unit, f.currency, f.per,
    coalesce(f.value, (f.low + f.high) / 2) AS number,
    coalesce(f.low, f.value) AS low, coalesce(f.high, f.value) AS high,
    f.bound IS NOT NULL AS is_bound,
    -- A scenario counts once, with the first number that it has under a label.
    row_number() OVER (PARTITION BY s.scenario_key, f.label ORDER BY f.field, f.item) AS turn
  FROM scenario_probabilities AS s
  JOIN scenarios AS r USING (scenario_key)
  JOIN scenario_fields AS f USING (scenario_key)
  WHERE s.probability IS NOT NULL AND f.label IS NOT NULL AND coalesce(f.value, f.low + f.high) IS NOT NULL
    -- A probability, such as the one before a revision, is no outcome.
    AND NOT (f.kind = 'percent' AND (
      f.label LIKE '%概率%' OR f.label LIKE '%機率%' OR f.label LIKE '%几率%' OR f.label LIKE '%可能性%'
      OR f.label LIKE '%probability%' OR f.label LIKE '%likelihood%'
    ))
)
SELECT
  path, title, published, min(line) AS line,
  scenario_set, label, kind, unit, currency, per,
  count(*) AS scenarios, set_size AS of_scenarios, round(sum(probability), 6) AS probability,
  round(sum(probability * number) / sum(probability), 6) AS expected,
  min(low) AS lowest, max(high) AS highest, sum(is_bound) AS bounds, briefing_key
FROM outcome
WHERE turn = 1
GROUP BY briefing_key, scenario_set, label, kind, unit, currency, per
HAVING count(*) > 1 AND sum(probability) > 0
ORDER BY path, min(line), label;

DROP VIEW IF EXISTS advice;
CREATE VIEW advice AS
-- Who is advised to do or to avoid what, by when. A horizon that is a date or a period has its first and last day, one that is
-- a span of time (18-24 months) its ends and their unit.
SELECT
  f.path, b.title, b.published, r.line,
  r.audience_role, r.audience, r."group" AS theme, r.rank, r.stance, r.text,
  r.horizon, r.horizon_from, r.horizon_to, r.horizon_low, r.horizon_high, r.horizon_unit,
  r.rating, r.attributes, r.details, r.recommendation_key
FROM recommendations AS r
JOIN briefings AS b USING (briefing_key)
JOIN files AS f USING (file_key)
ORDER BY r.audience_role, r.audience, f.path, r.line;

DROP VIEW IF EXISTS spec_values;
CREATE VIEW spec_values AS
-- The tables in long form, a row a value: what is specified (row_label), of what (column_label), and the number. The first
-- column names the rows and is left out; `cells` has it.
SELECT
  f.path, b.title, b.published, coalesce(t.line, x.line) AS line,
  coalesce(t.id, x.id) AS id, coalesce(t.caption, x.caption) AS caption,
  c.row_label, c.column_label, c.text, c.kind, c.value, c.low, c.high, c.unit, c.currency, c.per,
  c.bound, c.approx, c.date, c.note, c.column_unit, c."row" AS row_number, c."column" AS column_number, c.cell_key
FROM cells AS c
LEFT JOIN tables AS t USING (table_key)
LEFT JOIN text_tables AS x USING (text_table_key)
JOIN briefings AS b ON b.briefing_key = coalesce(t.briefing_key, x.briefing_key)
JOIN files AS f USING (file_key)
WHERE c."column" > 1
ORDER BY f.path, coalesce(t.line, x.line), c."row", c."column";

DROP VIEW IF EXISTS roadmap;
CREATE VIEW roadmap AS
-- What is to happen when: the periods of roadmaps and timelines, those with a date first.
SELECT
  f.path, b.title, b.published, m.line,
  m.period_from, m.period_to, m.period_low, m.period_high, m.period_unit, m.label, m.items, m.milestone_key
FROM milestones AS m
JOIN briefings AS b USING (briefing_key)
JOIN files AS f USING (file_key)
ORDER BY m.period_from IS NULL, m.period_from, m.period_to, f.path, m.line;

DROP VIEW IF EXISTS key_figures;
CREATE VIEW key_figures AS
-- The figures that briefings put forward; one that is a sentence has the texts of its numbers in quantities.
SELECT
  f.path, b.title, b.published, k.line,
  k.label, k.text, k.kind, k.value, k.low, k.high, k.unit, k.currency, k.per, k.bound, k.approx, k.date, k.note, k.quantities,
  k.fact_key
FROM facts AS k
JOIN briefings AS b USING (briefing_key)
JOIN files AS f USING (file_key)
ORDER BY f.path, k.line;

DROP VIEW IF EXISTS risk_register;
CREATE VIEW risk_register AS
-- What could go wrong (or right), the likeliest first; probability is the value, else the middle of the range.
SELECT
  f.path, b.title, b.published, r.line,
  r.kind, r.label, r.text, r.probability AS stated,
  coalesce(r.probability_value, (r.probability_low + r.probability_high) / 2) AS probability,
  r.probability_low, r.probability_high, r.impact, r.mitigation, r.details, r.risk_key
FROM risks AS r
JOIN briefings AS b USING (briefing_key)
JOIN files AS f USING (file_key)
ORDER BY coalesce(r.probability_value, (r.probability_low + r.probability_high) / 2) DESC, f.path, r.line;

DROP VIEW IF EXISTS search_results;
CREATE VIEW search_results AS
-- All words of all records. MATCH is for `words`, where an index of trigrams finds three characters and more; a word of two
-- (芯片) it cannot find: that is for LIKE on `text`, which reads all of them.
--
--     SELECT path, line, text FROM search_results WHERE words MATCH '钠电池' ORDER BY rank;
--     SELECT path, line, text FROM search_results WHERE words MATCH '"sodium-ion" OR 磷酸铁锂';
--     SELECT path, line, text FROM search_results WHERE text LIKE '%芯片%';
--
-- In what is matched, all but letters and digits wants double quotes around it. What `words` shows means nothing, and LIKE on
-- it (or on the table `search`) is wrong for two Chinese characters: SQLite 3.40 takes their bytes for enough, and finds none.
SELECT
  f.path, b.title, b.published, t.line,
  t.record, t.id, t."column" AS column_name, t.text, search.rank, search.search AS words, t.text_key
FROM texts AS t
JOIN search ON search.rowid = t.text_key
JOIN briefings AS b USING (briefing_key)
JOIN files AS f USING (file_key);
