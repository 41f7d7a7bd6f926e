//! YAML front matter to keys and values, with the lines they stand on.
//!
//! Only scalars and lists of scalars matter here. Real front matter is often no valid YAML (`title: A: B`); what the
//! YAML reader cannot take is read again line by line, and a diagnostic says so.

use saphyr_parser::{Event, Parser};

use crate::excerpt::Excerpt as _;
use crate::markdown;
use crate::source::Source;

/// The front matter of a file.
#[derive(Debug, Default)]
pub(super) struct FrontMatter {
    pub pairs: Vec<Pair>,
    /// Why it is not valid YAML, and on which line.
    pub problem: Option<(usize, String)>,
}

/// A key and its values.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Pair {
    pub key: String,
    pub values: Vec<String>,
    /// 1-based lines of the values.
    pub lines: Vec<usize>,
    /// 1-based line of the key.
    pub line: usize,
}

impl Pair {
    fn new(key: String, line: usize) -> Self {
        Self { key, values: Vec::new(), lines: Vec::new(), line }
    }

    /// Adds a value that stands on a line, unless it says nothing.
    fn push(&mut self, text: &str, line: usize) {
        let text = text.trim();
        if !text.is_empty() && text != "~" && text != "null" {
            self.values.push(text.to_owned());
            self.lines.push(line);
        }
    }
}

/// Reads the front matter, if the file has any.
pub(super) fn read(source: &Source) -> Option<FrontMatter> {
    let block = markdown::front_matter(&source.text)?;
    let yaml = source.text.part(block.yaml);
    match parse(yaml) {
        Ok(pairs) => Some(FrontMatter { pairs, problem: None }),
        Err(problem) => Some(FrontMatter { pairs: read_lines(yaml), problem: Some(problem) }),
    }
}

/// The scalars and lists at the top level of a YAML mapping.
fn parse(yaml: &str) -> Result<Vec<Pair>, (usize, String)> {
    let mut pairs: Vec<Pair> = Vec::new();
    let mut depth = 0;
    let mut after_key = false;
    for event in Parser::new_from_str(yaml) {
        let (event, span) = event.map_err(|error| (error.marker().line() + 1, error.info().to_string()))?;
        match event {
            Event::MappingStart(..) | Event::SequenceStart(..) => depth += 1,
            Event::MappingEnd | Event::SequenceEnd => {
                depth -= 1;
                if depth == 1 {
                    after_key = false;
                }
            }
            Event::Scalar(text, ..) => {
                // The opening `---` stands on line 1.
                let line = span.start.line() + 1;
                match (depth, after_key, pairs.last_mut()) {
                    (1, true, Some(pair)) => {
                        pair.push(&text, line);
                        after_key = false;
                    }
                    (2, true, Some(pair)) => pair.push(&text, line),
                    (1, ..) => {
                        pairs.push(Pair::new(text.into_owned(), line));
                        after_key = true;
                    }
                    _ => {}
                }
            }
            _ => {}
        }
    }
    Ok(pairs)
}

/// The `key: value` lines of a block that is no valid YAML.
fn read_lines(yaml: &str) -> Vec<Pair> {
    let mut pairs: Vec<Pair> = Vec::new();
    for (line, number) in yaml.lines().zip(2..) {
        if let Some(item) = line.trim_start().strip_prefix("- ") {
            if let Some(pair) = pairs.last_mut() {
                pair.push(unquoted(item), number);
            }
        } else if let Some((key, rest)) = line.split_once(':').filter(|_| !line.starts_with([' ', '#'])) {
            let mut pair = Pair::new(key.trim().to_owned(), number);
            pair.push(unquoted(rest), number);
            pairs.push(pair);
        }
    }
    pairs
}

fn unquoted(text: &str) -> &str {
    let text = text.trim();
    ['"', '\''].iter().find_map(|&quote| text.strip_prefix(quote)?.strip_suffix(quote)).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pairs(yaml: &str) -> Vec<(String, Vec<String>, usize)> {
        let source = Source::decode("t.md", format!("---\n{yaml}---\n").as_bytes()).unwrap();
        let found = read(&source).unwrap();
        found.pairs.into_iter().map(|pair| (pair.key, pair.values, pair.line)).collect()
    }

    #[test]
    fn scalars_and_lists_keep_their_lines() {
        let yaml = "date: 2026-02-17 09:00:00 +0900\ntags:\n  - a\n  - b\nguest: ''\ntitle: \"A: B\"\nnested:\n  key: value\ncategories: [X, Y]\n";
        let text = |s: &[&str]| s.iter().map(|s| s.to_string()).collect::<Vec<_>>();
        let found = pairs(yaml);
        assert_eq!(found[0], ("date".into(), text(&["2026-02-17 09:00:00 +0900"]), 2));
        assert_eq!(found[1], ("tags".into(), text(&["a", "b"]), 3));
        assert_eq!(found[2], ("guest".into(), vec![], 6));
        assert_eq!(found[3], ("title".into(), text(&["A: B"]), 7));
        assert_eq!(found.last().unwrap(), &("categories".into(), text(&["X", "Y"]), 10));
    }

    #[test]
    fn what_is_no_yaml_is_read_by_lines() {
        let source = Source::decode("t.md", "---\ntitle: A: B\ndate: 2026-01-02\n---\n".as_bytes()).unwrap();
        let found = read(&source).unwrap();
        assert_eq!(found.problem.map(|(line, _)| line), Some(2));
        assert_eq!(found.pairs[0].values, ["A: B"]);
        assert_eq!((found.pairs[1].values[0].as_str(), found.pairs[1].line), ("2026-01-02", 3));
    }
}
