//! Whether a fence holds an account: by the look of its lines, and by how many of them have a label and a figure.

use crate::extract::fence::{is_command, is_key};
use crate::lexicon::ledger as words;
use crate::outline::{Kind, Line};
use crate::record::{LedgerEntry, QuantityKind};

/// The fewest labelled figures that are an account.
const MIN_FIGURES: usize = 2;
/// One in so many lines that say something has a labelled figure.
const FIGURES: usize = 3;
/// One in so many lines has a label.
const LABELS: usize = 2;

/// One in so many labelled lines asks something in a dialogue, whoever speaks.
const QUESTIONS: usize = 3;

/// Whether the lines of a fence are prose and neither a flow chart nor a shell session or a structure with braces.
pub(super) fn may_be_ledger(lines: &[Line]) -> bool {
    lines.len() >= MIN_FIGURES && lines.iter().all(|line| line.kind == Kind::Fenced && !is_of_chart(line) && !is_of_program(line))
}

/// Whether enough entries have labels and figures, and the labels are words.
pub(super) fn is_account(entries: &[LedgerEntry]) -> bool {
    let labels: Vec<&str> = entries.iter().filter_map(|entry| entry.label.as_deref()).collect();
    let values = entries.iter().filter(|entry| entry.value.is_some()).count();
    let figures = entries.iter().filter(|entry| entry.label.is_some() && has_figure(entry)).count();
    let keys = labels.iter().filter(|label| is_key(label)).count();
    let has_money = |entry: &&LedgerEntry| entry.quantity.as_ref().is_some_and(|quantity| quantity.value.currency.is_some());
    let money = entries.iter().filter(has_money).count();
    // Settings may limit what is spent. Keys that mostly hold amounts of money are an account in small letters, but no
    // account writes `max_tokens: 4096`.
    let has_setting = || entries.iter().any(is_setting);
    let is_program = keys * 2 > labels.len() && (money < MIN_FIGURES || money * 2 <= labels.len() || has_setting());
    let questions = entries.iter().filter(|entry| is_question(entry)).count();
    let is_dialogue = words::are_of_dialogue(&labels) || questions * QUESTIONS >= labels.len();
    let of_prompt = labels.iter().filter(|label| words::is_of_prompt(label)).count();
    let is_count = entries.iter().all(is_bare) && labels.iter().all(|label| label.is_ascii());
    figures >= MIN_FIGURES
        && !is_count
        && figures * FIGURES >= values
        && labels.len() * LABELS >= entries.len()
        && !is_program
        && !is_dialogue
        && of_prompt < 2
}

/// Dates make a schedule, not an account.
fn has_figure(entry: &LedgerEntry) -> bool {
    let is_date = |kind| matches!(kind, QuantityKind::Date | QuantityKind::Period);
    entry.quantity.as_ref().is_some_and(|quantity| !is_date(quantity.value.kind))
}

/// No figure, or one that has neither unit nor currency: with English labels, what a program prints or is told
/// (`Failures: 3`, `Top P: 1`).
fn is_bare(entry: &LedgerEntry) -> bool {
    let value = entry.quantity.as_ref().map(|quantity| &quantity.value).filter(|_| has_figure(entry));
    value.is_none_or(|value| value.kind == QuantityKind::Number && value.unit.is_none() && value.per.is_none())
}

/// A bare number under a name in snake_case.
fn is_setting(entry: &LedgerEntry) -> bool {
    let is_snake = entry.label.as_deref().is_some_and(|label| is_key(label) && label.contains('_'));
    is_snake && entry.quantity.is_some() && is_bare(entry)
}

/// A labelled line that asks, rather than one that marks its figure as doubtful (`¥3亿？`).
fn is_question(entry: &LedgerEntry) -> bool {
    let value = entry.value.as_deref().unwrap_or_default();
    let is_worded = value.contains(char::is_alphabetic) && !value.contains(char::is_numeric);
    entry.label.is_some() && is_worded && value.ends_with(['?', '？'])
}

/// An arrow that leads from one line to the next, an axis, or a line cut by one.
fn is_of_chart(line: &Line) -> bool {
    line.text.starts_with(['↓', '↑', '⇓', '⇑', '⬇', '⬆', '▼', '▲', '|', '│']) || line.text.trim_end().ends_with(['|', '│'])
}

fn is_of_program(line: &Line) -> bool {
    let text = line.text.as_str();
    text.contains(['{', '}']) || is_command(text) || ["</", "//", "#"].iter().any(|prompt| text.starts_with(prompt))
}
