//! Every list of words that users may add to: its key, what it is for, and its built-in words.
//!
//! To open a list, give it a name (`Words::named("advice.titles", …)` for `Words::new(…)`, `Table::named("scenario",
//! Stance::name, …)`, `Affixes::named("unit", Unit::key, …)`) and a line here; a test finds a name that is missing in either
//! place. A list stays closed where a word more would need a rule more: pieces of grammar, look-alikes, exceptions.
//!
//! Lists of one group answer the same question of a text, so a word can be in one of them only. The lists of a table are such
//! a group by themselves; a heading opens advice *or* insights, so their titles are one group, too.

use std::fmt::Write as _;

use super::open::{List, Open};
use super::{advice, audience, case, fact, forecast, horizon, insight, metadata, milestone, quantity, risk, scenario, section};

/// The lists, what they are for, and their group.
const LISTS: &[(&dyn Open, &str, &str)] = &[
    (&metadata::LABELS, "Labels of what a briefing says of itself", "metadata"),
    (&metadata::COLLECTION, "Words in a heading that names a collection of briefings", "collection"),
    (&metadata::NOTHING_FOUND, "Openings of the sentence that there is no briefing today", "notice"),
    (&metadata::NOTICES, "Headings of a file that holds such a notice instead of a briefing", "notice.headings"),
    (&metadata::NEWS, "What was not found then", "notice.news"),
    (&section::ROLES, "Words in the title of a section, by what the section is for", "section"),
    (&scenario::STANCES, "Words that a scenario's name begins with, by the way it looks", "scenario"),
    (&scenario::WEAK, "Those of them that say many other things, and count beside others only", "scenario.weak"),
    (&scenario::NOUNS, "Words for a scenario behind such a word", "scenario.nouns"),
    (&scenario::CASES, "Words that end the name of a scenario whatever stands before", "scenario.cases"),
    (&scenario::NUMBERED, "Words for a scenario before its number or letter", "scenario.numbered"),
    (&scenario::LOOSE, "Those of them that open other lists, too", "scenario.loose"),
    (&scenario::SETS, "Words in a heading under which scenarios stand", "headings"),
    (&scenario::COUNTS, "Numbers of scenarios in such a heading", "scenario.counts"),
    (&scenario::COUNTED, "What is counted in such a heading (three futures)", "scenario.counted"),
    (&scenario::COLUMN, "Heads of the first column of a table of scenarios", "scenario.columns"),
    (&scenario::TOTALS, "First words of its rows that total or weight the others", "scenario.totals"),
    (&scenario::PROBABILITY, "Words that call a percentage a probability", "scenario.probability"),
    (&scenario::PROBABILITY_LABELS, "Labels and column heads that hold a probability", "scenario.probability_labels"),
    (&scenario::WEIGHT, "Words that call a percentage a probability beside the name of a scenario only", "scenario.weight"),
    (&scenario::REVISED, "Words in the head of a column whose probabilities replace others", "scenario.revised"),
    (&scenario::FILLERS, "Words beside a probability that do not make it something else", "scenario.fillers"),
    (&scenario::FIELD_ROLES, "Words in the labels of a scenario's parts, by what the part says", "scenario.field"),
    (&advice::TITLES, "Words in a heading or label that opens advice", "headings"),
    (&advice::CHECKLISTS, "Words in a heading that opens a list of what to watch, which is no advice", "headings"),
    (&insight::TITLES, "Words in a heading or label that opens conclusions, which are no advice", "headings"),
    (&insight::WORDS, "Words in a heading that speaks of conclusions, which are no advice", "headings"),
    (&insight::COUNTED, "Words for a conclusion before its number", "insight.counted"),
    (&insight::FIELDS, "Words in the labels below a conclusion, by what they announce", "insight.field"),
    (&fact::TITLES, "Words in a heading or label that opens key figures", "headings"),
    (&milestone::ROADMAPS, "Words in a heading or label that announces periods of a roadmap", "milestone"),
    (&milestone::OTHER, "Words in one whose dates are something else: a life, versions, a process", "milestone"),
    (&milestone::NOUNS, "Words behind a period that leave it one", "milestone.nouns"),
    (&case::OPENINGS, "Words that begin the name of a case", "case.names"),
    (&case::SECTIONS, "Words in a heading whose parts are cases", "case.titles"),
    (&case::OUTCOMES, "Words in the name of a case, by how it went", "case.outcome"),
    (&case::FIELDS, "Words in the labels below a case, by what they announce", "case.field"),
    (&risk::title::RISKS, "Words for risks, as they end a heading or label", "risk"),
    (&risk::title::PLURAL_RISKS, "Titles of lists of risks", "risk.titles"),
    (&risk::title::OPPORTUNITIES, "Words for opportunities, as they end a heading or label", "risk"),
    (&risk::title::PLURAL_OPPORTUNITIES, "Titles of lists of opportunities", "risk.titles"),
    (&forecast::TITLES, "Words that end a heading under which predictions stand", "forecast.titles"),
    (&forecast::LIKELIHOODS, "Words for a likelihood beside a percentage", "forecast.likelihood"),
    (&advice::JUDGEMENTS, "Words in a heading under which only items that address someone are advice", "headings"),
    (&advice::NOT_TITLES, "Words that make a title no title of advice, whatever else stands there", "advice.not_titles"),
    (&advice::VERDICTS, "Whole titles of a single recommendation", "advice.verdicts"),
    (&advice::AVOID, "First words of advice to leave something", "advice.avoid"),
    (&advice::AVOID_GROUPS, "First words of a heading above such advice", "advice.avoid_titles"),
    (&advice::ATTRIBUTES, "Labels of lines that qualify a piece of advice", "labels of advice"),
    (&advice::REASONS, "Labels of its reasons and conditions", "labels of advice"),
    (&advice::CONDITIONS, "First words of a condition", "advice.conditions"),
    (&advice::OPTIONS, "Words for one of several options, before its number", "advice.options"),
    (&advice::RECOMMENDED, "Words for the one that is recommended", "advice.recommended"),
    (&advice::INVESTING, "Words of a heading that speaks of investing", "advice.investing"),
    (&audience::ROLES, "Nouns for readers, by what kind of reader they are", "audience"),
    (&audience::ADDRESSES, "Words that address whoever is named behind them", "audience.address"),
    (&audience::BEHIND, "Words that address whoever is named before them", "audience.address_behind"),
    (&audience::ADVICE_FOR, "Openings of a title that says whom its advice is for", "audience.advice_for"),
    (&audience::ADVICE_BEHIND, "Words for advice behind whom it is for", "audience.advice_behind"),
    (&audience::NOBODY, "First words of an audience that is nobody in particular", "audience.nobody"),
    (&audience::EFFECTS, "Words behind a reader when the title speaks of effects, not of advice", "audience.effects"),
    (&horizon::TERMS, "Words that say by when", "horizon"),
    (&horizon::NOW, "Words for now, as a whole label", "horizon"),
    (&horizon::LABEL_NOUNS, "Nouns behind such a word in a label", "horizon.nouns"),
    (&horizon::LEADS, "Words before a period", "horizon.leads"),
    (&horizon::ANNOUNCED, "Words before a period that runs from now", "horizon.announced"),
    (&horizon::UNTIL, "Words before what ends a period", "horizon.until"),
    (&quantity::unit::WORDS, "Words for units behind a number; capitals do not matter", "behind a number"),
    (&quantity::unit::COUNTERS, "Words behind a number that count things", "behind a number"),
    (&quantity::magnitude::WORDS, "Words behind a number that multiply it", "behind a number"),
    (&quantity::currency::AFTER, "Words for currencies behind an amount", "behind a number"),
    (&quantity::currency::BEFORE, "Signs and codes before an amount; capitals matter", "currency.sign"),
    (&quantity::qualifier::BEFORE, "Words before a number that bound it or call it rough", "number"),
    (&quantity::calendar::MONTHS, "Names of months", "month"),
];

/// A list that users may add to.
pub(super) struct Concept {
    pub key: String,
    /// What its words are for.
    about: &'static str,
    /// The lists among which a word can be in one only.
    pub group: &'static str,
    words: &'static [&'static str],
    open: &'static dyn Open,
}

impl Concept {
    /// A word in the form in which the list holds its words.
    pub fn folded(&self, word: &str) -> String {
        self.open.folded(word)
    }

    /// Whether a word is built in.
    pub fn has(&self, word: &str) -> bool {
        self.words.contains(&word)
    }
}

/// All of them.
pub(super) struct Catalogue(Vec<Concept>);

impl Catalogue {
    pub fn new() -> Self {
        let concepts = LISTS.iter().flat_map(|&(open, about, group)| {
            open.lists().into_iter().map(move |List { key, words }| Concept { key, about, group, words, open })
        });
        Self(concepts.collect())
    }

    pub fn get(&self, key: &str) -> Option<&Concept> {
        self.0.iter().find(|concept| concept.key == key)
    }

    /// The list of a group that has a word built in.
    pub fn owner(&self, group: &str, word: &str) -> Option<&str> {
        self.0.iter().find(|concept| concept.group == group && concept.has(word)).map(|concept| concept.key.as_str())
    }

    /// The first key that begins with a name and a point, where the name is that of a group.
    pub fn first_below(&self, name: &str) -> Option<&str> {
        self.0.iter().map(|concept| concept.key.as_str()).find(|key| is_below(key, name))
    }

    /// The key that a name is a misspelling of: but for a letter or two, or for its group.
    pub fn nearest(&self, name: &str) -> Option<&str> {
        const LETTERS: usize = 2;
        let alike = self.0.iter().filter(|concept| concept.key.len().abs_diff(name.len()) <= LETTERS);
        let distances = alike.map(|concept| (distance(&concept.key, name), concept.key.as_str()));
        let near = distances.filter(|&(distance, _)| distance <= LETTERS).min().map(|(_, key)| key);
        let last = |key: &str| key.rsplit('.').next().map(str::to_owned);
        near.or_else(|| self.0.iter().map(|concept| concept.key.as_str()).find(|key| last(key) == last(name)))
    }

    /// The lists as TOML, one a line, so that a line can be copied and its words replaced.
    pub fn to_toml(&self) -> String {
        let mut out = String::new();
        let mut above = "";
        for concept in &self.0 {
            if concept.about != above {
                let _ = writeln!(out, "{}# {}", if out.is_empty() { "" } else { "\n" }, concept.about);
                above = concept.about;
            }
            let words: Vec<String> = concept.words.iter().map(|word| quoted(word)).collect();
            // An empty list would be an error where it is read.
            let mark = if words.is_empty() { "# " } else { "" };
            let _ = writeln!(out, "{mark}{} = [{}]", toml_key(&concept.key), words.join(", "));
        }
        out
    }
}

fn is_below(key: &str, name: &str) -> bool {
    key.strip_prefix(name).is_some_and(|rest| rest.starts_with('.'))
}

/// A key as TOML wants it: parts that are no plain words in quotes.
fn toml_key(key: &str) -> String {
    let is_plain = |part: &str| part.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    let parts = key.split('.').map(|part| if is_plain(part) { part.to_owned() } else { quoted(part) });
    parts.collect::<Vec<_>>().join(".")
}

fn quoted(word: &str) -> String {
    format!("\"{}\"", word.replace('\\', "\\\\").replace('"', "\\\""))
}

/// How many letters must be put in, left out or changed to get from one word to the other.
fn distance(a: &str, b: &str) -> usize {
    // From what has been read of one word to each beginning of the other; the row begins behind the beginning without letters.
    let mut row: Vec<usize> = (1..=b.chars().count()).collect();
    for (i, x) in a.chars().enumerate() {
        let (mut corner, mut left) = (i, i + 1);
        for (cell, y) in row.iter_mut().zip(b.chars()) {
            let change = corner + usize::from(x != y);
            corner = *cell;
            left = change.min(corner + 1).min(left + 1);
            *cell = left;
        }
    }
    row.last().copied().unwrap_or_else(|| a.chars().count())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::path::Path;

    use super::super::reader::{Lists, read};
    use super::*;

    /// What is passed to `named(` in the modules of this folder.
    fn names(folder: &Path, found: &mut BTreeSet<String>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                names(&path, found);
                continue;
            }
            let text = std::fs::read_to_string(&path).unwrap();
            let code = text.split("#[cfg(test)]").next().unwrap();
            let code: String = code.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
            let code = code.replace("named_symbols(", "named(");
            let calls = code.split("named(").skip(1).filter_map(|rest| rest.trim_start().strip_prefix('"')?.split('"').next());
            found.extend(calls.map(str::to_owned));
        }
    }

    #[test]
    fn every_named_list_is_catalogued() {
        let mut named = BTreeSet::new();
        names(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lexicon"), &mut named);
        let catalogue = Catalogue::new();
        for name in &named {
            assert!(catalogue.get(name).is_some() || catalogue.first_below(name).is_some(), "{name} is not in the catalogue");
        }
        for (open, about, _) in LISTS {
            assert!(!open.lists().is_empty(), "{about}: this list has no name");
        }
        let keys: BTreeSet<_> = catalogue.0.iter().map(|concept| &concept.key).collect();
        assert_eq!(keys.len(), catalogue.0.len(), "a key names two lists");
        assert!(LISTS.len() >= 50 && named.len() == LISTS.len(), "{} names, {} lists", named.len(), LISTS.len());
    }

    #[test]
    fn every_word_is_folded() {
        for concept in Catalogue::new().0 {
            for word in concept.words {
                assert_eq!(concept.folded(word), *word, "{}", concept.key);
            }
        }
    }

    #[test]
    fn what_is_printed_can_be_read() {
        let catalogue = Catalogue::new();
        assert_eq!(read(&catalogue.to_toml(), &catalogue), Ok(Lists::new()));
        assert!(catalogue.to_toml().contains("\nunit.\"km/h\" = [\""));
    }
}
