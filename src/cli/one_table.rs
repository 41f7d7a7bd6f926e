//! `briefex extract --table N`: one table of a file as it stands in the text, for whoever wants just that.

use anyhow::Result;

use super::inputs::Named;
use super::target::Target;
use super::{Outcome, Usage, say};
use crate::batch::Inputs;
use crate::guard::contained;
use crate::record::{Briefing, Grid, Place};
use crate::sink::Format;
use crate::sink::delimited::write_grid;
use crate::sink::output::Output;

/// Prints the table of that number, counted from 1 in the order of the file, pipe tables and those in fences alike.
pub(super) fn run(mut inputs: Inputs<'_>, named: &Named, number: usize, target: &Target) -> Result<Outcome> {
    let dialect = target.dialect(target.format.unwrap_or(Format::Csv))?;
    let (Some(input), None) = (inputs.next(), inputs.next()) else {
        return Err(Usage("--table takes one file".to_owned()).into());
    };
    let extracted = named.decode(input).and_then(|source| contained(&source.path, || crate::extract(&source)));
    let document = match extracted {
        Ok(document) => document,
        Err(bad) => {
            say(&bad.to_string());
            return Ok(Outcome::Incomplete);
        }
    };
    let tables: Vec<(&Place, &Grid)> = document.briefings.iter().flat_map(tables).collect();
    let Some((_, grid)) = number.checked_sub(1).and_then(|at| tables.get(at)) else {
        return Err(Usage(listing(&document.file.path, number, &tables)).into());
    };
    write_grid(grid, Output::stdout(), dialect)?;
    Ok(Outcome::Fine)
}

/// The tables of a briefing in the order of its lines.
fn tables(briefing: &Briefing) -> Vec<(&Place, &Grid)> {
    let records = &briefing.records;
    let pipes = records.tables.iter().map(|table| (&table.place, &table.grid));
    let mut tables: Vec<_> = pipes.chain(records.text_tables.iter().map(|table| (&table.place, &table.grid))).collect();
    tables.sort_by_key(|(place, _)| place.line);
    tables
}

/// Which tables there are to choose from.
fn listing(path: &str, number: usize, tables: &[(&Place, &Grid)]) -> String {
    let count = tables.len();
    let mut message = format!("{path} has {count} table{}, and no table {number}", if count == 1 { "" } else { "s" });
    for (at, (place, grid)) in tables.iter().enumerate() {
        let caption = grid.caption.as_deref().unwrap_or("no caption");
        message.push_str(&format!("\n  {} on line {}: {caption}", at + 1, place.line));
    }
    message
}
