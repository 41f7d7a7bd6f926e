//! Reads a user's words from TOML: each key names a list of the [catalogue](super::catalogue), its value the words to add.
//!
//! ```toml
//! scenario.bull = ["optimistisches"]
//! [unit]
//! hour = ["Stunden", "Std."]
//! ```
//!
//! What the reader does not know is an error at its line, never passed over: a word under a misspelt key would be a word that is
//! silently not found. A word may answer one question in one way only, so one that two lists of a group claim is an error too.

use std::collections::BTreeMap;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::catalogue::{Catalogue, Concept};

/// What is wrong with a lexicon.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The line it stands on, counted from 1.
    pub line: usize,
    /// What is wrong there.
    pub message: String,
}

impl std::fmt::Display for Problem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: error: {}", self.line, self.message)
    }
}

impl std::error::Error for Problem {}

/// Words by the key of their list.
pub(super) type Lists = BTreeMap<String, Vec<String>>;

/// Reads a lexicon, or says everything that is wrong with it.
pub(super) fn read(text: &str, catalogue: &Catalogue) -> Result<Lists, Vec<Problem>> {
    let lines = text.bytes().enumerate().filter(|&(_, byte)| byte == b'\n').map(|(at, _)| at).collect();
    let mut reader = Reader { lines, catalogue, lists: Lists::new(), owners: BTreeMap::new(), problems: Vec::new() };
    match DeTable::parse(text) {
        Ok(table) => {
            let mut found = Vec::new();
            reader.table("", table.get_ref(), &mut found);
            // Of two lists that claim a word the later one is wrong.
            found.sort_by_key(|(_, key, _)| key.start);
            for (concept, key, words) in found {
                reader.list(concept, key, words);
            }
        }
        Err(error) => reader.problem(error.span().unwrap_or_default(), format!("not valid TOML: {}", error.message())),
    }
    reader.problems.sort_by_key(|problem| problem.line);
    if reader.problems.is_empty() { Ok(reader.lists) } else { Err(reader.problems) }
}

/// A list of the file: what it adds to, where its key stands, its words.
type Found<'t, 'v> = (&'t Concept, Range<usize>, &'v [Spanned<DeValue<'v>>]);

struct Reader<'t> {
    /// Where the lines end.
    lines: Vec<usize>,
    catalogue: &'t Catalogue,
    lists: Lists,
    /// The list that claims a word of the file, by the group of lists and the word.
    owners: BTreeMap<(&'t str, String), &'t str>,
    problems: Vec<Problem>,
}

impl<'t> Reader<'t> {
    fn problem(&mut self, span: Range<usize>, message: String) {
        let line = 1 + self.lines.partition_point(|&end| end < span.start);
        self.problems.push(Problem { line, message });
    }

    /// Finds the lists below a prefix.
    fn table<'v>(&mut self, prefix: &str, table: &'v DeTable<'v>, found: &mut Vec<Found<'t, 'v>>) {
        for (key, value) in table {
            let name = if prefix.is_empty() { key.get_ref().to_string() } else { format!("{prefix}.{}", key.get_ref()) };
            match (self.catalogue.get(&name), value.get_ref()) {
                (Some(concept), DeValue::Array(words)) => found.push((concept, key.span(), words)),
                (None, DeValue::Table(inner)) if self.catalogue.first_below(&name).is_some() => self.table(&name, inner, found),
                (Some(_), other) => {
                    self.problem(value.span(), format!("`{name}` must be a list of words, not {}", kind(other)));
                }
                (None, _) => {
                    let message = self.unknown(&name);
                    self.problem(key.span(), message);
                }
            }
        }
    }

    fn unknown(&self, name: &str) -> String {
        if let Some(list) = self.catalogue.first_below(name) {
            return format!("`{name}` is no list but a group of lists, such as `{list}`");
        }
        match self.catalogue.nearest(name) {
            Some(near) => format!("unknown key `{name}`; is it `{near}`?"),
            None => format!("unknown key `{name}`; `briefex lexicon` prints all there are"),
        }
    }

    fn list(&mut self, concept: &'t Concept, span: Range<usize>, words: &[Spanned<DeValue<'_>>]) {
        if words.is_empty() {
            self.problem(span, format!("the list `{}` is empty", concept.key));
        }
        for word in words {
            match word.get_ref() {
                DeValue::String(text) if text.trim().is_empty() => {
                    self.problem(word.span(), format!("an empty word in `{}`", concept.key));
                }
                DeValue::String(text) if text.trim().ends_with([':', '：']) => {
                    self.problem(word.span(), format!("`{}` ends in a colon, which is no part of a label", text.trim()));
                }
                DeValue::String(text) => self.word(concept, word.span(), text.trim()),
                other => self.problem(word.span(), format!("a word of `{}` must be a string, not {}", concept.key, kind(other))),
            }
        }
    }

    fn word(&mut self, concept: &'t Concept, span: Range<usize>, written: &str) {
        let word = concept.folded(written);
        if concept.has(&word) {
            return;
        }
        let in_file = self.owners.get(&(concept.group, word.clone())).copied();
        match in_file.or_else(|| self.catalogue.owner(concept.group, &word)) {
            Some(owner) if owner != concept.key => {
                self.problem(span, format!("`{written}` belongs to `{owner}` already, so it cannot mean `{}` too", concept.key));
            }
            Some(_) => {}
            None => {
                self.owners.insert((concept.group, word.clone()), &concept.key);
                self.lists.entry(concept.key.clone()).or_default().push(word);
            }
        }
    }
}

/// What a value is, for a message.
fn kind(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "one string",
        DeValue::Integer(_) | DeValue::Float(_) => "a number",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "a date",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problems(text: &str) -> Vec<Problem> {
        read(text, &Catalogue::new()).unwrap_err()
    }

    #[test]
    fn words_are_folded_and_repeats_forgiven() {
        let lists =
            read("[scenario]\nbull = [\"OPTIMISTISCHES \", \"樂觀\"]\n[month]\nmarch = [\"März\", \"März\"]", &Catalogue::new());
        let lists = lists.unwrap();
        assert_eq!(lists["scenario.bull"], ["optimistisches"]);
        assert_eq!(lists["month.march"], ["märz"]);
    }

    #[test]
    fn what_is_wrong_is_said_at_its_line() {
        for (text, line, said) in [
            ("\nscenario.bul = [\"x\"]", 2, "unknown key `scenario.bul`; is it `scenario.bull`?"),
            ("xyz = [\"x\"]", 1, "unknown key `xyz`; `briefex lexicon` prints all there are"),
            ("bull = [\"x\"]", 1, "unknown key `bull`; is it `scenario.bull`?"),
            ("audience = [\"x\"]", 1, "`audience` is no list but a group of lists, such as `audience.investor`"),
            ("advice.titles = \"x\"", 1, "`advice.titles` must be a list of words, not one string"),
            ("[advice.titles]\nx = 1", 1, "`advice.titles` must be a list of words, not a table"),
            ("advice.titles = [\n\"x\",\n3]", 3, "a word of `advice.titles` must be a string, not a number"),
            ("advice.titles = []", 1, "the list `advice.titles` is empty"),
            ("advice.titles = [\"x\", \" \"]", 1, "an empty word in `advice.titles`"),
            ("metadata.source = [\"Quelle：\"]", 1, "`Quelle：` ends in a colon, which is no part of a label"),
            (
                "scenario.bull = [\"x\"]\nscenario.bear = [\"X\"]", 2,
                "`X` belongs to `scenario.bull` already, so it cannot mean `scenario.bear` too",
            ),
            ("advice.titles = [\"洞察\"]", 1, "`洞察` belongs to `insight.words` already, so it cannot mean `advice.titles` too"),
        ] {
            let found = problems(text);
            assert_eq!(found, [Problem { line, message: said.to_owned() }], "{text}");
        }
        assert!(problems("a = [\n\"x\n").iter().all(|problem| problem.message.starts_with("not valid TOML: ")));
    }
}
