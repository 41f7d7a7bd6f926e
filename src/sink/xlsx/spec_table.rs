//! The tables of the briefings as they stood there, one below the other, with numbers to count with: what is to be compared
//! side by side should not have to be put together from one row a cell.

use anyhow::Result;

use super::block::{Block, Shown};
use super::book::{Book, Look, Origin};
use super::overview::{Finished, Line};
use super::sheet::Sheet;
use crate::diagnostic::Code;
use crate::extract::Document;
use crate::record::{Briefing, Grid, Place, RecordType};

const NAME: &str = "spec_tables";
/// The columns of a sheet; what is wider goes on in the next row.
const COLUMNS: usize = 16_384;
/// The widest column, in digits: all tables share it.
const WIDEST: usize = 44;

/// The tables and the sheets that they fill.
pub(super) struct SpecTables {
    pipe: bool,
    text: bool,
    full: Vec<Sheet>,
    sheet: Sheet,
}

impl SpecTables {
    /// An empty sheet for the tables among a choice of record types, if there are any.
    pub fn of(book: &mut Book, chosen: &[RecordType]) -> Result<Option<Self>> {
        let (pipe, text) = (chosen.contains(&RecordType::Tables), chosen.contains(&RecordType::TextTables));
        if !pipe && !text {
            return Ok(None);
        }
        Ok(Some(Self { pipe, text, full: Vec::new(), sheet: book.sheet(NAME)? }))
    }

    /// Adds the tables of a file.
    pub fn write(&mut self, book: &mut Book, document: &Document) -> Result<()> {
        for briefing in &document.briefings {
            for (place, grid) in self.grids(briefing) {
                let origin = Origin { file: &document.file.path, line: place.line };
                self.write_title(book, briefing, grid, origin)?;
                self.write_grid(book, grid, origin)?;
            }
        }
        Ok(())
    }

    /// The tables of a briefing, as they follow each other.
    fn grids<'b>(&self, briefing: &'b Briefing) -> Vec<(&'b Place, &'b Grid)> {
        let records = &briefing.records;
        let pipe = records.tables.iter().filter(|_| self.pipe).map(|table| (&table.place, &table.grid));
        let text = records.text_tables.iter().filter(|_| self.text).map(|table| (&table.place, &table.grid));
        let mut grids: Vec<_> = pipe.chain(text).collect();
        grids.sort_by_key(|(place, _)| place.line);
        grids
    }

    /// Says where a table comes from, below an empty row.
    fn write_title(&mut self, book: &mut Book, briefing: &Briefing, grid: &Grid, origin: Origin<'_>) -> Result<()> {
        if self.sheet.rows() > 0 && self.sheet.rows() < book.limit {
            self.sheet.end_row();
        }
        self.make_room(book, origin)?;
        let line = format!("line {}", origin.line);
        let parts = [Some(origin.file), briefing.title.as_deref(), grid.caption.as_deref(), Some(&line)];
        let title = parts.into_iter().flatten().collect::<Vec<_>>().join(" · ");
        book.text(&mut self.sheet, 0, &title, Look::Title, origin)?;
        self.sheet.end_row();
        Ok(())
    }

    fn write_grid(&mut self, book: &mut Book, grid: &Grid, origin: Origin<'_>) -> Result<()> {
        let block = Block::of(grid);
        for heads in block.heads.chunks(COLUMNS) {
            self.make_room(book, origin)?;
            for (column, head) in (0..).zip(heads) {
                let look = if head.of_figures { Look::NumberHead } else { Look::Head };
                book.text(&mut self.sheet, column, &head.text, look, origin)?;
            }
            self.sheet.end_row();
        }
        for cells in block.rows.iter().flat_map(|row| row.chunks(COLUMNS)) {
            self.make_room(book, origin)?;
            for (column, cell) in (0..).zip(cells) {
                write_cell(book, &mut self.sheet, column, cell, origin)?;
            }
            self.sheet.end_row();
        }
        Ok(())
    }

    /// Goes on to a further sheet where this one is full.
    fn make_room(&mut self, book: &mut Book, origin: Origin<'_>) -> Result<()> {
        if self.sheet.rows() < book.limit {
            return Ok(());
        }
        let name = format!("{NAME}_{}", self.full.len() + 2);
        book.remark(Code::RowLimit, origin, format!("sheet `{}` is full; it goes on in sheet `{name}`", self.sheet.name));
        let next = book.sheet(name)?;
        self.full.push(std::mem::replace(&mut self.sheet, next));
        Ok(())
    }

    /// The sheets, ready, each with what the overview says of it.
    pub fn finish(self) -> Result<Vec<Finished>> {
        let sheets = self.full.into_iter().chain([self.sheet]).enumerate();
        let finished = sheets.map(|(at, mut sheet)| {
            let about = if at == 0 { "The tables as they stand in the text, to count with." } else { "Continues `spec_tables`." };
            let line = Line { name: sheet.name.clone(), about: about.to_owned(), rows: sheet.rows() };
            sheet.setup().set_hidden(line.rows == 0);
            Ok((sheet.finish(|_| WIDEST)?, line))
        });
        finished.collect()
    }
}

fn write_cell(book: &mut Book, sheet: &mut Sheet, column: u16, cell: &Shown<'_>, origin: Origin<'_>) -> Result<()> {
    match cell {
        Shown::Text(text) => book.text(sheet, column, text, Look::Wrapped, origin),
        Shown::Day(day) => sheet.day(column, *day, &book.styles),
        Shown::Number { number, code, has_unit, text } => match book.styles.unit(code, *has_unit) {
            Some(format) => sheet.number(column, *number, code, format),
            None => book.text(sheet, column, text, Look::Wrapped, origin),
        },
    }
}
