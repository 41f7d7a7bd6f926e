//! `briefex schema`: the shape of the output, for programs that check it or make types of it.

use std::io::{self, Write as _};

use anyhow::Result;

use super::Outcome;
use crate::record;
use crate::sink::output::Output;
use crate::sink::rows;

/// Arguments of `briefex schema`.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  briefex schema > briefing.schema.json
  briefex schema | jq '.[\"$defs\"].Scenario.properties | keys'
  briefex schema --tables | jq -r '.resources[] | select(.name == \"facts\").schema.fields[].name'")]
pub(super) struct Args {
    /// Print the tables with their columns instead, as a data package (Frictionless Table Schema)
    #[arg(long)]
    tables: bool,
}

/// Prints the JSON Schema of a briefing, or the columns of the tables.
pub(super) fn run(args: &Args) -> Result<Outcome> {
    let mut out = Output::stdout();
    if args.tables {
        serde_json::to_writer_pretty(&mut out, &rows::data_package()).map_err(io::Error::from)?;
    } else {
        serde_json::to_writer_pretty(&mut out, &record::json_schema()).map_err(io::Error::from)?;
    }
    writeln!(out)?;
    out.finish()?;
    Ok(Outcome::Fine)
}
