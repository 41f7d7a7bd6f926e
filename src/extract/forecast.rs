//! Forecasts: predictions and events with a likelihood that are no scenarios.
//!
//! A likelihood is a percentage that words call one: in a bracket (`…（概率 60%）`), in a labelled line (`成功概率：30%`), or in a
//! sentence that judges what is to come (`we put a 30% chance on …`). A bare percentage (`AGI by 2027 (20%)`) counts only below
//! a heading or label that announces predictions. Rows of a table of predictions count where a column says how likely they are.
//!
//! Not forecasts: scenarios and risks, which have claimed their lines and tables; what was measured (历史成功概率), shares, weights,
//! the author's confidence, formulas, and how something works (以 5% 的概率…).

use std::ops::Range;

use super::{Scope, quantity, scenario};
use crate::excerpt::Excerpt as _;
use crate::lexicon::forecast::{self as words, Announced};
use crate::lexicon::{fold, risk, scenario as scenario_words, unfold};
use crate::outline::{Kind, Line, Table, strip_ordinal};
use crate::record::{Forecast, Place, Probability, QuantityKind};
use crate::value::{self, probability};

/// The longest sentence, in bytes, that states a forecast; longer ones discuss.
const MAX_SENTENCE: usize = 600;

/// The shortest text of an event, in characters; anything shorter is a name, and the percentage its share.
const EVENT: usize = 10;

/// Lists the forecasts of a briefing, and claims the lines that say nothing else. Reasons, what is watched, and items of more
/// than one sentence are points as well.
pub(super) fn extract(scope: &mut Scope<'_>) -> Vec<Forecast> {
    let mut found: Vec<Forecast> = Vec::new();
    let predicted = announced_lines(scope);
    // What is nested in an item or a bold line is said of the forecast, and gives none of its own; a section goes on to other
    // things, and so does what follows a likelihood that speaks of the line above it.
    let (mut explained, mut number) = (0..0, None);
    for at in scope.body() {
        let line = &scope.outline.lines[at];
        // The next number is the next forecast, though nothing but the line above it be bold.
        let is_next = line.ordinal.is_some() && line.ordinal == number;
        if scope.is_claimed(at) || (explained.contains(&at) && !is_next) {
            continue;
        }
        let is_predicted = predicted.get(at - scope.lines.start) == Some(&true);
        let mut stated = match scope.outline.table(at) {
            Some(table) => rows(scope, at, table, is_predicted),
            None if line.is_prose() && scope.signs(at).percentage => read(scope, at, is_predicted),
            None => continue,
        };
        if stated.is_empty() {
            continue;
        }
        if explained.contains(&at) {
            let end = scope.span_to(explained.start, at)[1];
            let held = found.iter_mut().rev().take_while(|forecast| forecast.place.span[1] > end);
            held.for_each(|forecast| forecast.place.span[1] = end);
        }
        if stated.iter().all(|forecast| forecast.subject.is_none()) && line.heading().is_none() {
            (explained, number) = (at..line.end, line.ordinal.and_then(|number| number.checked_add(1)));
        }
        if matches!(line.kind, Kind::Table(_)) || is_held(&line.text, &stated) {
            scope.claim(at..at + 1);
        }
        found.append(&mut stated);
    }
    found
}

/// Whether forecasts hold all words of a text.
fn is_held(text: &str, forecasts: &[Forecast]) -> bool {
    let mut held = vec![false; text.len()];
    // They stand in the order of the text.
    let mut from = 0;
    for forecast in forecasts {
        for part in [&forecast.text, &forecast.probability_text] {
            if let Some(at) = text.part(from..).find(part.as_str()).map(|at| from + at) {
                held.iter_mut().skip(at).take(part.len()).for_each(|held| *held = true);
            }
        }
        from += text.part(from..).find(forecast.text.as_str()).unwrap_or(0);
    }
    text.char_indices().all(|(at, c)| held.get(at) == Some(&true) || !c.is_alphanumeric())
}

/// Which lines stand below a heading or label that announces predictions, however deep, and below none of figures; in a list
/// right below a sentence that does; or in a list of events to come that all end in a percentage.
fn announced_lines(scope: &Scope<'_>) -> Vec<bool> {
    let lines = &scope.outline.lines;
    let mut predicted: Vec<bool> = vec![false; scope.lines.len()];
    // What a line announces is asked once, not by every line below it.
    let mut announced: Vec<Option<Announced>> = vec![None; scope.lines.len()];
    let mut in_list = false;
    for at in scope.body() {
        let up = lines[at].parent.filter(|up| scope.lines.contains(up) && Some(*up) != scope.title);
        let said = up.and_then(|up| *announced.get(up - scope.lines.start)?);
        let inherited = up.is_some_and(|up| predicted.get(up - scope.lines.start) == Some(&true));
        let above = at.checked_sub(1).filter(|&above| above >= scope.lines.start);
        if !(lines[at].is_item() && above.is_some_and(|above| lines[above].is_item())) {
            in_list = lines[at].is_item()
                && (above.is_some_and(|above| introduces(&lines[above])) || (said.is_none() && is_list_of_events(scope, at)));
        }
        if let Some(predicted) = predicted.get_mut(at - scope.lines.start) {
            *predicted = said.map_or(inherited, |said| said == Announced::Predictions) || in_list;
        }
        if let Some(announced) = announced.get_mut(at - scope.lines.start)
            && lines[at].is_lead()
            && !scope.outline.subtree(at).is_empty()
        {
            *announced = words::announced(strip_ordinal(lines[at].name()));
        }
    }
    predicted
}

/// Whether the items from one on are events to come, each with a percentage at its end: half of them or more say by when.
fn is_list_of_events(scope: &Scope<'_>, first: usize) -> bool {
    const LEAST: usize = 2;
    let lines = &scope.outline.lines;
    let items = (first..scope.lines.end).take_while(|&at| lines[at].is_item() && lines[at].parent == lines[first].parent);
    let (mut count, mut closed, mut timed) = (0, 0, 0);
    for at in items {
        count += 1;
        if let Some(statement) = closing(&lines[at]) {
            closed += 1;
            timed += usize::from(words::sets_date(&fold(&statement.text)) && statement.text.chars().count() >= EVENT);
        }
    }
    closed >= LEAST && closed * 3 >= count * 2 && timed * 2 >= closed
}

/// Whether a sentence says that likelihoods follow.
fn introduces(line: &Line) -> bool {
    line.kind == Kind::Text && !line.is_item() && !line.is_lead() && words::speaks_of_likelihoods(&fold(&line.text))
}

/// What is read of a forecast before it has its place.
struct Statement {
    text: String,
    likelihood: String,
    probability: Probability,
    subject: Option<String>,
}

/// Reads a line: what its label says, else what its sentences say.
fn read(scope: &Scope<'_>, at: usize, is_predicted: bool) -> Vec<Forecast> {
    let line = &scope.outline.lines[at];
    if !is_predicted && !scenario_words::calls_a_probability(&line.text) {
        return Vec::new();
    }
    let bare = || closing(line).or_else(|| closing_sentence(line)).filter(|_| is_predicted);
    let statements = match labelled(scope, at).or_else(bare) {
        Some(statement) => vec![statement],
        None => sentences(&line.text).flat_map(|sentence| in_sentence(sentence, line, is_predicted)).collect(),
    };
    let forecasts = statements.into_iter().map(|statement| Forecast {
        place: scope.place(at),
        period: quantity::period(&statement.text),
        text: statement.text,
        probability_text: statement.likelihood,
        probability: statement.probability,
        subject: statement.subject,
    });
    forecasts.collect()
}

/// A labelled line that states a likelihood: `成功概率：30%（…）`. A label that names no event speaks of the line above it.
fn labelled(scope: &Scope<'_>, at: usize) -> Option<Statement> {
    let line = &scope.outline.lines[at];
    let (label, value) = label_and_value(line)?;
    let is_bare = words::likelihood_label(label)?;
    let first = value.split(['（', '(', '，', ',', '。', '；', ';', '—']).next().unwrap_or(value).trim();
    let (probability, _) = scenario::stated(first, true)?;
    let end = line.text.len() - value.len() + first.len();
    let subject = is_bare.then(|| subject(scope, at)).flatten();
    Some(Statement { text: line.text.clone(), likelihood: line.text.part(..end).to_owned(), probability, subject })
}

/// The label of a line and what it labels; in a line that is bold as a whole they are parted by its colon.
fn label_and_value(line: &Line) -> Option<(&str, &str)> {
    let label = line.label_text()?;
    if !line.is_lead() {
        return Some((label, line.value()));
    }
    let colon = line.text.find(['：', ':'])?;
    Some((line.text.part(..colon), line.text.part(colon..).trim_start_matches([':', '：', ' '])))
}

/// What the line above names.
fn subject(scope: &Scope<'_>, at: usize) -> Option<String> {
    let lines = &scope.outline.lines;
    let up = lines[at].parent.filter(|&up| Some(up) != scope.title && scope.lines.contains(&up))?;
    scope.name(up).map(|name| strip_ordinal(&name).to_owned())
}

/// A bare percentage behind a label or a dash, below predictions: `AGI by 2027: 20%`, `AGI by 2027 — 20%`.
fn closing(line: &Line) -> Option<Statement> {
    let parted = |mark: &[char]| {
        let (text, value) = line.text.rsplit_once(mark)?;
        Some((text.trim_end_matches(mark).trim_end(), value))
    };
    let (text, value) = match &line.label {
        Some(label) if label.value < line.text.len() => (line.text.part(..label.end), line.value()),
        // A long event is no label to the outline.
        _ => parted(&['—', '–']).or_else(|| parted(&[':', '：']))?,
    };
    let (probability, _) = scenario::stated(value.trim(), true)?;
    let is_event = (line.is_item() || line.label.is_some()) && !is_rate(text) && !text.is_empty();
    is_event.then(|| Statement { text: text.to_owned(), likelihood: value.trim().to_owned(), probability, subject: None })
}

/// Whether the words before a bare percentage make it a share or a rate, whatever date stands among them.
fn is_rate(before: &str) -> bool {
    let is_date = |mention: &&value::Mention| matches!(mention.value.kind, QuantityKind::Date | QuantityKind::Period);
    let (mut undated, mut end) = (String::with_capacity(before.len()), 0);
    for mention in value::find(before).iter().filter(is_date) {
        undated.push_str(before.part(end..mention.range.start));
        end = mention.range.end;
    }
    undated.push_str(before.part(end..));
    words::is_rate(&undated)
}

/// A bare percentage as a sentence of its own, below predictions: `The line breaks ground. 20%.`
fn closing_sentence(line: &Line) -> Option<Statement> {
    let mut start = 0;
    for sentence in sentences(&line.text) {
        let at = start + line.text.part(start..).find(sentence)?;
        start = at + sentence.len();
        let text = line.text.part(..at).trim_end();
        if let Some((probability, _)) =
            scenario::stated(sentence.trim_end_matches(['.', '。', ' ']), true).filter(|_| !text.is_empty())
        {
            let likelihood = sentence.trim_end_matches(['.', '。', ' ']).to_owned();
            return Some(Statement { text: text.to_owned(), likelihood, probability, subject: None });
        }
    }
    None
}

/// The sentences of a text, each with the mark that ends it.
fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive(['。', '！', '？']).flat_map(|part| {
        let mut ends: Vec<usize> = part.match_indices(". ").map(|(at, _)| at + 1).collect();
        ends.push(part.len());
        let mut start = 0;
        ends.into_iter().map(move |end| part.part(std::mem::replace(&mut start, end)..end).trim())
    })
}

/// The likelihoods that a sentence states: that of a bracket, or those that its words call so.
fn in_sentence(sentence: &str, line: &Line, is_predicted: bool) -> Vec<Statement> {
    if sentence.len() > MAX_SENTENCE || !probability::could_hold(sentence, false) {
        return Vec::new();
    }
    let folded = fold(sentence);
    if words::is_measured(&folded) || scenario_words::names_set(&folded) {
        return Vec::new();
    }
    if let Some(statement) = in_bracket(sentence, line, is_predicted) {
        return vec![statement];
    }
    if !(is_predicted || words::is_judged(&folded) || quantity::period(sentence).is_some()) {
        return Vec::new();
    }
    spoken(&folded)
        .map(|(range, probability)| Statement {
            text: sentence.to_owned(),
            likelihood: unfold(sentence, &folded, range).to_owned(),
            probability,
            subject: None,
        })
        .collect()
}

/// The likelihood in a bracket of a sentence: `…（60% 概率，远低于共识）`; a bare one below predictions, at the end of a sentence or
/// of a label.
fn in_bracket(sentence: &str, line: &Line, is_predicted: bool) -> Option<Statement> {
    let label_end = line.label.as_ref().map_or(0, |label| label.end);
    for (open, mark) in sentence.match_indices(['（', '(']) {
        let begin = open + mark.len();
        let Some(length) = sentence.part(begin..).find(['）', ')']) else { break };
        let (content, after) = (sentence.part(begin..begin + length), sentence.part(begin + length..));
        let after = after.trim_start_matches(['）', ')']);
        let ends = !after.contains(char::is_alphanumeric);
        let ends_label =
            line.text.get(..label_end).is_some_and(|label| label.ends_with(sentence.part(open..sentence.len() - after.len())));
        let bare = is_predicted && (ends || ends_label) && !is_rate(sentence.part(..open));
        let mut parts = content.split(['，', ',', '；', ';']).map(str::trim);
        let stated = parts.find_map(|part| {
            let (probability, spoken) = scenario::stated(&words::without_event(part), bare && part == content.trim())?;
            (spoken || bare).then_some((part, probability))
        });
        let Some((part, probability)) = stated.filter(|_| sentence.part(..open).contains(char::is_alphanumeric)) else {
            continue;
        };
        let is_alone = part == content.trim() && ends;
        let text = if is_alone { sentence.part(..open).trim_end() } else { sentence };
        return Some(Statement { text: text.to_owned(), likelihood: part.to_owned(), probability, subject: None });
    }
    None
}

/// The percentages of a folded sentence that its words call likelihoods, with those words.
fn spoken(folded: &str) -> impl Iterator<Item = (Range<usize>, Probability)> {
    let mut from = 0;
    std::iter::from_fn(move || {
        let found = probability::find_folded(folded.part(from..), false)?;
        let range = from + found.range.start..from + found.range.end;
        let start = from;
        from = range.end;
        Some((start, range, found.probability))
    })
    .filter_map(|(start, range, probability)| {
        let (left, right) = words::neighbours(folded.part(start..range.start), folded.part(range.end..))?;
        let words = range.start - left..range.end + right;
        // A bracket that opens within them ends with them: probability (94.5%).
        let closes = folded.part(words.clone()).contains('(') && folded.part(words.end..).starts_with(')');
        Some((words.start..words.end + usize::from(closes), probability))
    })
}

/// The rows of a table of predictions.
fn rows(scope: &Scope<'_>, at: usize, table: &Table, is_predicted: bool) -> Vec<Forecast> {
    let named = table.header.iter().enumerate().find(|(_, head)| !risk::is_number_column(head));
    let Some((first, name)) = named else { return Vec::new() };
    let is_likelihood = |head: &String| scenario_words::is_probability(head) && !scenario_words::speaks_of_weight(&fold(head));
    let Some(column) = table.header.iter().position(is_likelihood).filter(|&column| column > first) else { return Vec::new() };
    if !(is_predicted || words::is_column(name)) {
        return Vec::new();
    }
    let row = |row: &crate::outline::Row| {
        let (text, cell) = (row.cells.get(first)?, row.cells.get(column)?);
        let probability = probability::parse(cell)?;
        let counts = text.contains(char::is_alphanumeric) && !scenario_words::is_total(text);
        counts.then(|| Forecast {
            place: Place { id: String::new(), line: row.line, span: [row.span.start, row.span.end], section: scope.section(at) },
            text: text.clone(),
            probability_text: cell.clone(),
            probability,
            period: quantity::period(text)
                .or_else(|| row.cells.iter().filter(|other| *other != cell).find_map(|cell| quantity::period(cell))),
            subject: None,
        })
    };
    table.rows.iter().filter_map(row).collect()
}
