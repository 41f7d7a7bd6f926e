//! What all sheets share: the workbook, its looks, the sheet for what does not fit a cell, and what has been remarked.

use std::io::Write;
use std::path::Path;

use anyhow::Result;
use rust_xlsxwriter::utility::column_number_to_name;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, Worksheet};

use super::long_text;
use super::overview::{Finished, Line};
use super::sheet::Sheet;
use super::style::Styles;
use crate::diagnostic::{Code, Diagnostic};
use crate::record::SCHEMA;
use crate::sink::Remark;

const LONG_TEXTS: &str = "long_texts";

/// Where in the input a cell comes from.
#[derive(Debug, Clone, Copy)]
pub(super) struct Origin<'o> {
    pub file: &'o str,
    pub line: usize,
}

/// How a text looks.
#[derive(Debug, Clone, Copy)]
pub(super) enum Look {
    /// On as many lines as it needs.
    Wrapped,
    /// On one line.
    Line,
    /// On one line that reaches beyond its column.
    Title,
    /// The head of a column of words.
    Head,
    /// The head of a column of numbers.
    NumberHead,
}

/// The workbook as its sheets see it.
pub(super) struct Book {
    workbook: Workbook,
    pub styles: Styles,
    /// How many rows a sheet may have.
    pub limit: u32,
    pub remarks: Vec<Remark>,
    long_texts: Option<Sheet>,
}

impl Book {
    /// A workbook without a sheet; rows wait for their end in nameless files beside the place that it goes to.
    pub fn new(path: &Path, limit: u32) -> Result<Self> {
        let mut workbook = Workbook::new();
        workbook.set_tempdir(path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new(".")))?;
        // The time of writing would make two workbooks of the same input differ.
        let created = ExcelDateTime::from_ymd(2000, 1, 1)?;
        workbook.set_properties(&DocProperties::new().set_title(SCHEMA).set_creation_datetime(&created));
        Ok(Self { workbook, styles: Styles::new(), limit, remarks: Vec::new(), long_texts: None })
    }

    /// A sheet of this workbook.
    pub fn sheet(&mut self, name: impl Into<String>) -> Result<Sheet> {
        Sheet::new(self.workbook.new_worksheet_with_constant_memory()?, name.into())
    }

    /// Writes a text in one of the looks, and where it does not fit its cell, all of it among the long texts.
    pub fn text(&mut self, sheet: &mut Sheet, column: u16, text: &str, look: Look, origin: Origin<'_>) -> Result<()> {
        let part = self.first_part(sheet, column, text, origin)?;
        let styles = &self.styles;
        match look {
            Look::Wrapped => sheet.text(column, part, &styles.text),
            Look::Line => sheet.text(column, part, &styles.plain),
            Look::Title => sheet.title(column, part, &styles.title),
            Look::Head => sheet.text(column, part, &styles.head),
            Look::NumberHead => sheet.text(column, part, &styles.number_head),
        }
    }

    /// What of a text fits its cell; where that is not all, the whole goes to the long texts.
    fn first_part<'t>(&mut self, sheet: &Sheet, column: u16, text: &'t str, origin: Origin<'_>) -> Result<&'t str> {
        let parts = long_text::parts(text);
        if parts.len() > 1 {
            let letters = column_number_to_name(column);
            let message = format!(
                "cell {letters}{} of sheet `{}` holds the first {} characters of its text, sheet `{LONG_TEXTS}` all of it",
                sheet.row_number(),
                sheet.name,
                long_text::CELL
            );
            self.remark(Code::TextLimit, origin, message);
            self.write_parts(&sheet.name, sheet.row_number(), &letters, &parts)?;
        }
        Ok(parts.first().copied().unwrap_or_default())
    }

    /// Takes note of what could not be held as it is.
    pub fn remark(&mut self, code: Code, origin: Origin<'_>, message: String) {
        let diagnostic = Diagnostic::new(code, origin.line, message);
        self.remarks.push(Remark { file: origin.file.to_owned(), diagnostic });
    }

    fn write_parts(&mut self, sheet: &str, row: u32, column: &str, parts: &[&str]) -> Result<()> {
        let mut long = match self.long_texts.take() {
            Some(long) => long,
            None => self.long_texts()?,
        };
        for (part, text) in (1u32..).zip(parts) {
            let styles = &mut self.styles;
            long.text(0, sheet, &styles.plain)?;
            long.number(1, row.into(), &row.to_string(), styles.number("0"))?;
            long.text(2, column, &styles.plain)?;
            long.number(3, part.into(), &part.to_string(), styles.number("0"))?;
            long.text(4, text, &styles.text)?;
            long.end_row();
        }
        self.long_texts = Some(long);
        Ok(())
    }

    fn long_texts(&mut self) -> Result<Sheet> {
        let mut sheet = self.sheet(LONG_TEXTS)?;
        let heads = [("sheet", false), ("row", true), ("column", false), ("part", true), ("text", false)];
        sheet.header(heads.into_iter(), &self.styles)?;
        Ok(sheet)
    }

    /// The sheet of long texts with what the overview says of it, if there are any.
    pub fn take_long_texts(&mut self) -> Result<Option<Finished>> {
        let Some(sheet) = self.long_texts.take() else { return Ok(None) };
        let about = "Texts that are longer than a cell may be, in parts.".to_owned();
        let line = Line { name: sheet.name.clone(), about, rows: sheet.rows().saturating_sub(1) };
        Ok(Some((sheet.finish_table(|_| 60)?, line)))
    }

    /// Writes the workbook out.
    pub fn save(&mut self, worksheets: impl Iterator<Item = Worksheet>, out: impl Write + Send) -> Result<()> {
        worksheets.for_each(|worksheet| self.workbook.push_worksheet(worksheet));
        Ok(self.workbook.save_to_writer(out)?)
    }
}
