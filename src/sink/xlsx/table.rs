//! A table of records: typed cells below a head, on as many sheets as its rows need.

use anyhow::Result;

use super::book::{Book, Look, Origin};
use super::link;
use super::number::Form;
use super::overview::{Finished, Line};
use super::sheet::Sheet;
use crate::diagnostic::Code;
use crate::record::RecordType;
use crate::sink::rows::{self, Cell, Column, ColumnType};

/// A table and the sheets that it fills.
pub(super) struct Table {
    record: RecordType,
    columns: Vec<&'static Column>,
    full: Vec<Sheet>,
    sheet: Sheet,
}

impl Table {
    /// An empty table.
    pub fn of(book: &mut Book, record: RecordType) -> Result<Self> {
        let columns = rows::columns(record);
        let sheet = opened(book, record.name().to_owned(), &columns)?;
        Ok(Self { record, columns, full: Vec::new(), sheet })
    }

    /// The line of the text that a row says it comes from.
    pub fn line_of(&self, row: &[Cell<'_>]) -> usize {
        let line = self.columns.iter().zip(row).find_map(|(column, cell)| match cell {
            Cell::Integer(line) if column.name == "line" => usize::try_from(*line).ok(),
            _ => None,
        });
        line.unwrap_or(1)
    }

    /// Adds a row, on a further sheet where this one is full.
    pub fn write(&mut self, book: &mut Book, row: &[Cell<'_>], origin: Origin<'_>) -> Result<()> {
        if self.sheet.rows() >= book.limit {
            let name = format!("{}_{}", self.record.name(), self.full.len() + 2);
            let message = format!("sheet `{}` is full; its table goes on in sheet `{name}`", self.sheet.name);
            book.remark(Code::RowLimit, origin, message);
            let next = opened(book, name, &self.columns)?;
            self.full.push(std::mem::replace(&mut self.sheet, next));
        }
        for ((at, column), cell) in (0..).zip(&self.columns).zip(row) {
            write_cell(book, &mut self.sheet, at, column, cell, origin)?;
        }
        self.sheet.end_row();
        Ok(())
    }

    /// The sheets, ready, each with what the overview says of it.
    pub fn finish(self) -> Result<Vec<Finished>> {
        let Self { record, columns, full, sheet } = self;
        let finished = full.into_iter().chain([sheet]).enumerate().map(|(at, sheet)| {
            let about = if at == 0 { record.about().to_owned() } else { format!("Continues `{}`.", record.name()) };
            let line = Line { name: sheet.name.clone(), about, rows: sheet.rows().saturating_sub(1) };
            Ok((sheet.finish_table(|at| columns.get(at).map_or(WIDEST, |column| cap(column)))?, line))
        });
        finished.collect()
    }
}

fn opened(book: &mut Book, name: String, columns: &[&'static Column]) -> Result<Sheet> {
    let mut sheet = book.sheet(name)?;
    sheet.header(columns.iter().map(|column| (column.name, holds_numbers(column.kind))), &book.styles)?;
    Ok(sheet)
}

/// The widest column, in digits.
const WIDEST: usize = 60;

/// How wide a column may be: what every row has must leave room for what it says.
fn cap(column: &Column) -> usize {
    match column.name {
        "sha256" => 12,
        "file" | "section" => 28,
        "title" => 40,
        _ => WIDEST,
    }
}

/// What says whose a row is stays on one line, so that rows are as high as what they say.
fn look(column: &Column) -> Look {
    match column.name {
        "file" | "path" | "briefing" | "id" | "title" | "section" | "sha256" => Look::Line,
        _ => Look::Wrapped,
    }
}

fn holds_numbers(kind: ColumnType) -> bool {
    matches!(kind, ColumnType::Integer | ColumnType::Number | ColumnType::Fraction)
}

fn write_cell(book: &mut Book, sheet: &mut Sheet, at: u16, column: &Column, cell: &Cell<'_>, origin: Origin<'_>) -> Result<()> {
    let text = cell.text();
    match cell {
        Cell::Empty => Ok(()),
        Cell::Integer(number) => match exact(*number) {
            Some(number) => sheet.number(at, number, &text, book.styles.number("0")),
            None => sheet.text(at, &text, &book.styles.plain),
        },
        Cell::Number(fraction) if column.kind == ColumnType::Fraction => {
            sheet.number(at, *fraction, &text, book.styles.number(&Form::percent(*fraction).code("")))
        }
        Cell::Number(number) => {
            let code = Form::of(*number).map_or_else(|| "General".to_owned(), |form| form.code(""));
            let commas = text.len() / 3;
            sheet.number(at, *number, &format!("{text}{}", " ".repeat(commas)), book.styles.number(&code))
        }
        Cell::Boolean(yes) => sheet.boolean(at, *yes, &book.styles.plain),
        Cell::Day(day) => sheet.day(at, *day, &book.styles),
        Cell::Text(address) if column.kind == ColumnType::Address => write_address(book, sheet, at, address, origin),
        Cell::Text(_) | Cell::List(_) => book.text(sheet, at, &text, look(column), origin),
    }
}

/// An integer that Excel's numbers hold.
fn exact(integer: i64) -> Option<f64> {
    const EXACT: i64 = 1 << 53;
    #[expect(clippy::cast_precision_loss, reason = "within the exact range")]
    (-EXACT..=EXACT).contains(&integer).then_some(integer as f64)
}

fn write_address(book: &mut Book, sheet: &mut Sheet, at: u16, address: &str, origin: Origin<'_>) -> Result<()> {
    if let Some(target) = link::target(address)
        && sheet.link(at, target, address, &book.styles.link)?
    {
        return Ok(());
    }
    book.text(sheet, at, address, Look::Wrapped, origin)
}
