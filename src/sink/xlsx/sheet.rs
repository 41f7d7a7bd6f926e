//! One sheet, written row after row: what is behind the last row is on disk, and cannot be changed.

use anyhow::Result;
use jiff::civil::{Date, date};
use rust_xlsxwriter::{Format, Url, Worksheet};

use super::width::{self, Widths};
use super::{link, style::Styles};

/// The day before the first that Excel knows, as far as it counts the days right, which is from March 1900 on.
const EPOCH: Date = date(1899, 12, 30);
const FIRST_DAY: Date = date(1900, 3, 1);
/// The largest number that Excel takes.
const LARGEST: f64 = 9.99e307;

/// The room beside a number.
const INDENT: usize = 1;
/// The room of the button that opens a filter.
const FILTER: usize = 2;

/// A sheet and what must be known of all its rows.
pub(super) struct Sheet {
    pub name: String,
    worksheet: Worksheet,
    row: u32,
    widths: Widths,
    links: u32,
}

impl Sheet {
    /// An empty sheet, set up for print on as many pages as it is long, one wide.
    pub fn new(mut worksheet: Worksheet, name: String) -> Result<Self> {
        const A4: u8 = 9;
        worksheet.set_name(&name)?;
        worksheet.set_landscape().set_paper_size(A4).set_print_fit_to_pages(1, 0).set_footer("&L&A&R&P / &N");
        Ok(Self { name, worksheet, row: 0, widths: Widths::default(), links: 0 })
    }

    /// What Excel sets for the sheet as a whole.
    pub fn setup(&mut self) -> &mut Worksheet {
        &mut self.worksheet
    }

    /// How many rows are written.
    pub fn rows(&self) -> u32 {
        self.row
    }

    /// The number that Excel shows beside the row being written.
    pub fn row_number(&self) -> u32 {
        self.row + 1
    }

    /// Ends the row being written.
    pub fn end_row(&mut self) {
        self.row += 1;
    }

    /// Writes a text that is no longer than a cell takes.
    pub fn text(&mut self, column: u16, text: &str, format: &Format) -> Result<()> {
        self.widths.note(column.into(), width::of(text));
        self.title(column, text, format)
    }

    /// Writes a text that may reach beyond its column.
    pub fn title(&mut self, column: u16, text: &str, format: &Format) -> Result<()> {
        self.worksheet.write_string_with_format(self.row, column, text, format)?;
        Ok(())
    }

    /// Writes a number; `shown` is about what is seen of it. One that Excel has not becomes a text.
    pub fn number(&mut self, column: u16, number: f64, shown: &str, format: &Format) -> Result<()> {
        if number.abs() > LARGEST {
            return self.text(column, &number.to_string(), format);
        }
        self.widths.note(column.into(), width::of(shown) + INDENT);
        self.worksheet.write_number_with_format(self.row, column, number, format)?;
        Ok(())
    }

    /// Writes a day; one that Excel has not becomes a text.
    pub fn day(&mut self, column: u16, day: Date, styles: &Styles) -> Result<()> {
        match day.since(EPOCH) {
            Ok(since) if day >= FIRST_DAY => self.number(column, since.get_days().into(), "2026-01-01", &styles.day),
            _ => self.text(column, &day.to_string(), &styles.plain),
        }
    }

    /// Writes yes or no.
    pub fn boolean(&mut self, column: u16, yes: bool, format: &Format) -> Result<()> {
        self.widths.note(column.into(), if yes { 4 } else { 5 });
        self.worksheet.write_boolean_with_format(self.row, column, yes, format)?;
        Ok(())
    }

    /// Writes an address that opens. Says whether it did: there may be too many of them.
    pub fn link(&mut self, column: u16, target: String, text: &str, format: &Format) -> Result<bool> {
        if self.links >= link::PER_SHEET {
            return Ok(false);
        }
        let url = Url::new(target).set_text(text);
        self.worksheet.write_url_with_format(self.row, column, url, format)?;
        self.widths.note(column.into(), width::of(text));
        self.links += 1;
        Ok(true)
    }

    /// Writes the head of a table, which stays in sight: names, and whether numbers stand below them.
    pub fn header<'n>(&mut self, heads: impl Iterator<Item = (&'n str, bool)>, styles: &Styles) -> Result<()> {
        for (column, (name, of_numbers)) in (0..).zip(heads) {
            self.text(column, name, if of_numbers { &styles.number_head } else { &styles.head })?;
            self.widths.note(column.into(), width::of(name) + FILTER);
        }
        self.end_row();
        self.worksheet.set_freeze_panes(1, 0)?;
        self.worksheet.set_repeat_rows(0, 0)?;
        Ok(())
    }

    /// Gives a table away, with a filter; one without rows is there for programs, and hidden from people.
    pub fn finish_table(mut self, cap: impl Fn(usize) -> usize) -> Result<Worksheet> {
        let last = u16::try_from(self.widths.columns().saturating_sub(1))?;
        self.worksheet.autofilter(0, 0, self.row.saturating_sub(1), last)?;
        self.worksheet.set_hidden(self.row <= 1);
        self.finish(cap)
    }

    /// Sets the widths and gives the sheet away.
    pub fn finish(mut self, cap: impl Fn(usize) -> usize) -> Result<Worksheet> {
        for (column, width) in self.widths.settle(cap).enumerate() {
            let width = u8::try_from(width).unwrap_or(u8::MAX);
            self.worksheet.set_column_width(u16::try_from(column)?, width)?;
        }
        Ok(self.worksheet)
    }
}
