//! One table of a briefing as a block of a sheet: where each unit goes, to the head of its column or behind each number.

use std::borrow::Cow;

use jiff::civil::Date;

use super::figure::{self, Figure, Reading};
use super::unit::{self, Unit};
use crate::record::{Column, Grid};
use crate::value::header;

/// A table to be written.
#[derive(Debug, PartialEq)]
pub(super) struct Block<'g> {
    pub heads: Vec<Head<'g>>,
    pub rows: Vec<Vec<Shown<'g>>>,
}

/// A cell to be written.
#[derive(Debug, PartialEq)]
pub(super) enum Shown<'g> {
    /// Words.
    Text(&'g str),
    /// A day.
    Day(Date),
    /// A number, the code of its format, whether that holds a unit, and the words that it was read from.
    Number { number: f64, code: String, has_unit: bool, text: &'g str },
}

/// The head of a column.
#[derive(Debug, PartialEq)]
pub(super) struct Head<'g> {
    pub text: Cow<'g, str>,
    /// Whether most cells below are figures.
    pub of_figures: bool,
    /// Whether it names their unit.
    has_unit: bool,
}

impl<'g> Block<'g> {
    /// Reads a table. A row with more cells than the head keeps them.
    pub fn of(grid: &'g Grid) -> Self {
        let has_unit: Vec<bool> = grid.columns.iter().map(|column| header::unit(&column.text).is_some()).collect();
        let read = |(at, cell)| figure::read(cell, has_unit.get(at).copied().unwrap_or_default());
        let readings: Vec<Vec<Reading>> = grid.rows.iter().map(|row| row.iter().enumerate().map(read).collect()).collect();
        let heads: Vec<Head<'_>> = grid
            .columns
            .iter()
            .enumerate()
            .map(|(at, column)| {
                let filled =
                    grid.rows.iter().filter_map(|row| row.get(at)).filter(|cell| cell.text.contains(char::is_alphanumeric));
                let figures = readings.iter().filter_map(|row| match row.get(at) {
                    Some(Reading::Figure(figure)) => Some(figure),
                    _ => None,
                });
                head(column, &figures.collect::<Vec<_>>(), filled.count())
            })
            .collect();
        let rows = grid.rows.iter().zip(readings).map(|(row, readings)| {
            let cells = row.iter().zip(readings).enumerate();
            let shown =
                cells.map(|(at, (cell, reading))| shown(&cell.text, reading, heads.get(at).is_some_and(|head| head.has_unit)));
            shown.collect()
        });
        let rows = rows.collect();
        Self { heads, rows }
    }
}

/// The head of a column with its unit, where all its figures have one and most of its cells are figures.
fn head<'g>(column: &'g Column, figures: &[&Figure], filled: usize) -> Head<'g> {
    let text = column.text.as_str();
    let of_figures = !figures.is_empty() && figures.len() * 2 >= filled;
    let plain = Head { text: text.into(), of_figures, has_unit: false };
    let Some(unit) = common_unit(figures) else { return plain };
    if unit::holds(text, unit) {
        return Head { has_unit: true, ..plain };
    }
    // One figure makes no column; and a head that names another unit, 万吨 for t, cannot take this one as well.
    if !of_figures || figures.len() < 2 || text.trim().is_empty() || header::unit(text).is_some() {
        return plain;
    }
    Head { text: unit::titled(text, unit).into(), has_unit: true, ..plain }
}

/// The unit that all figures of a column have.
fn common_unit<'f>(figures: &[&'f Figure]) -> Option<&'f str> {
    let Unit::Named(unit) = &figures.first()?.unit else { return None };
    figures.iter().all(|figure| matches!(&figure.unit, Unit::Named(other) if other == unit)).then_some(unit)
}

fn shown(text: &str, reading: Reading, head_has_unit: bool) -> Shown<'_> {
    match reading {
        Reading::Text => Shown::Text(text),
        Reading::Day(day) => Shown::Day(day),
        Reading::Figure(Figure { number, unit, form }) => {
            let suffix = if head_has_unit { String::new() } else { unit.suffix() };
            Shown::Number { number, code: form.code(&suffix), has_unit: !suffix.is_empty(), text }
        }
    }
}
