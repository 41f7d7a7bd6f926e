//! The sheet that a workbook opens on: what was read, and what stands on which sheet.

use anyhow::Result;
use rust_xlsxwriter::Worksheet;

use super::book::Book;
use super::sheet::Sheet;
use crate::extract::Document;
use crate::record::SCHEMA;

/// What the overview says of a sheet.
pub(super) struct Line {
    pub name: String,
    pub about: String,
    pub rows: u32,
}

/// A sheet that is ready, and its line.
pub(super) type Finished = (Worksheet, Line);

/// The overview, which counts what it will say.
#[derive(Default)]
pub(super) struct Overview {
    files: usize,
    briefings: usize,
}

impl Overview {
    /// Counts a file and its briefings.
    pub fn count(&mut self, document: &Document) {
        self.files += 1;
        self.briefings += document.briefings.len();
    }

    /// The sheet, with a line for each of the others.
    pub fn sheet(&self, book: &mut Book, sheets: &[Finished]) -> Result<Worksheet> {
        let mut sheet = book.sheet("overview")?;
        sheet.text(0, "schema", &book.styles.title)?;
        sheet.text(1, SCHEMA, &book.styles.text)?;
        sheet.end_row();
        for (name, count) in [("files", self.files), ("briefings", self.briefings)] {
            sheet.text(0, name, &book.styles.title)?;
            let shown = count.to_string();
            sheet.number(1, shown.parse()?, &shown, &book.styles.count)?;
            sheet.end_row();
        }
        sheet.end_row();
        sheet.text(0, "sheet", &book.styles.head)?;
        sheet.text(1, "what it holds", &book.styles.head)?;
        sheet.text(2, "rows", &book.styles.number_head)?;
        sheet.end_row();
        sheets.iter().try_for_each(|(_, line)| write_line(&mut sheet, book, line))?;
        sheet.setup().set_active(true).set_print_fit_to_pages(1, 1);
        sheet.finish(|_| 80)
    }
}

/// A sheet without rows is hidden, so nothing could lead there.
fn write_line(sheet: &mut Sheet, book: &mut Book, line: &Line) -> Result<()> {
    let styles = &mut book.styles;
    let look = if line.rows == 0 { &styles.muted } else { &styles.text };
    if line.rows == 0 {
        sheet.text(0, &line.name, look)?;
    } else {
        sheet.link(0, format!("internal:'{}'!A1", line.name), &line.name, &styles.link)?;
    }
    sheet.text(1, &line.about, look)?;
    sheet.number(2, line.rows.into(), "1,000,000", styles.number("#,##0"))?;
    sheet.end_row();
    Ok(())
}
