//! `briefex schema`: the shape of the output, for programs that check it or make types of it.

use std::io::Write as _;

use anyhow::Result;

use super::Outcome;
use crate::record;
use crate::sink::output::Output;

/// Arguments of `briefex schema`.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  briefex schema > briefing.schema.json
  briefex schema | jq '.[\"$defs\"].Scenario.properties | keys'")]
pub(super) struct Args {}

/// Prints the JSON Schema of a briefing.
pub(super) fn run(_: &Args) -> Result<Outcome> {
    let mut out = Output::stdout();
    serde_json::to_writer_pretty(&mut out, &record::json_schema())?;
    writeln!(out)?;
    out.finish()?;
    Ok(Outcome::Fine)
}
