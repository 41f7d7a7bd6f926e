//! What of a text was lost: before the file was written, or when it was decoded.
//!
//! Both leave U+FFFD in the text. A reader can do something about the second, by naming the encoding, and nothing about the
//! first but to get another file; so they are told apart.

use std::ops::Range;

use crate::diagnostic::{Code, Diagnostic};
use crate::excerpt::Excerpt as _;
use crate::source::Source;

/// How many lines a diagnostic names.
const NAMED: usize = 5;

/// What is to be said of a part of a text.
pub(super) fn report(source: &Source, part: Range<usize>) -> impl Iterator<Item = Diagnostic> {
    undecoded(source, part.clone()).into_iter().chain(replaced(source, part))
}

/// The bytes that could not be decoded, in one remark, however many they are.
pub(super) fn undecoded(source: &Source, part: Range<usize>) -> Option<Diagnostic> {
    let places = source.undecoded_in(part);
    let mut lines: Vec<_> = places.iter().map(|&at| source.line_at(at)).collect();
    lines.dedup();
    let first = *lines.first()?;
    let count = places.len();
    let named: Vec<_> = lines.iter().take(NAMED).map(usize::to_string).collect();
    let more = lines.len() - named.len();
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    let message = format!(
        "{count} {} not {} text and became U+FFFD, on line{} {}{more}",
        if count == 1 { "byte sequence is" } else { "byte sequences are" },
        source.encoding,
        if lines.len() == 1 { "" } else { "s" },
        named.join(", "),
    );
    Some(Diagnostic::new(Code::UndecodableBytes, first, message))
}

/// Each line in which U+FFFD stood already.
fn replaced(source: &Source, part: Range<usize>) -> impl Iterator<Item = Diagnostic> {
    let start = part.start;
    let found = source.text.part(part).match_indices(char::REPLACEMENT_CHARACTER).map(move |(at, _)| start + at);
    let mut lines: Vec<_> = found.filter(|at| source.undecoded.binary_search(at).is_err()).map(|at| source.line_at(at)).collect();
    lines.dedup();
    let message = "the text holds U+FFFD: characters were lost before this file was written";
    lines.into_iter().map(move |line| Diagnostic::new(Code::ReplacementCharacter, line, message))
}

/// Says that the encoding is a guess, and where one can see whether it was a good one.
pub(super) fn guessed(source: &Source) -> Option<Diagnostic> {
    let first = source.text.find(|c: char| !c.is_ascii()).filter(|_| source.is_guessed)?;
    let message = format!("read as {}, which is a guess; --encoding names another", source.encoding);
    Some(Diagnostic::new(Code::GuessedEncoding, source.line_at(first), message))
}
