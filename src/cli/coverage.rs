//! `briefex extract --coverage`: how much of each file stands in a record, and what does not.

use std::io::Write as _;

use anyhow::Result;
use serde::Serialize;

use super::extract::NO_FILE;
use super::inputs::Named;
use super::{Outcome, Usage, say};
use crate::batch::Inputs;
use crate::extract::{Coverage, UnreadRun, coverage};
use crate::guard::contained;
use crate::sink::Format;
use crate::sink::output::Output;

/// How many runs are shown a file.
const RUNS: usize = 10;
/// How many characters of a run are shown.
const SHOWN: usize = 60;

/// What is said of one file.
#[derive(Serialize)]
struct Report<'f> {
    path: &'f str,
    share: f64,
    #[serde(flatten)]
    coverage: &'f Coverage,
}

/// Measures each input and prints a line for it and one for each of its longest unread runs; as NDJSON, an object a file
/// with all of them. No diagnostics are printed, so `quiet` silences the note on an empty folder alone.
pub(super) fn run(inputs: Inputs<'_>, named: &Named, format: Option<Format>, quiet: bool) -> Result<Outcome> {
    if !matches!(format, None | Some(Format::Ndjson)) {
        return Err(Usage("--coverage prints text, or objects with -f ndjson".to_owned()).into());
    }
    let mut out = Output::stdout();
    let mut outcome = Outcome::Fine;
    let mut files = 0;
    let mut is_empty = true;
    let mut sum = Coverage { content: 0, read: 0, points: 0, unread: Vec::new() };
    for input in inputs {
        is_empty = false;
        let measured = named.decode(input).and_then(|source| {
            let found = contained(&source.path, || coverage(&source))?;
            Ok((source, found))
        });
        let (source, found) = match measured {
            Ok(measured) => measured,
            Err(bad) => {
                say(&bad.to_string());
                outcome = Outcome::Incomplete;
                continue;
            }
        };
        files += 1;
        sum.content += found.content;
        sum.read += found.read;
        sum.points += found.points;
        if format.is_some() {
            let report = Report { path: &source.path, share: found.share(), coverage: &found };
            writeln!(out, "{}", serde_json::to_string(&report)?)?;
        } else {
            writeln!(out, "{}: {}", source.path, told(&found))?;
            found.unread.iter().take(RUNS).try_for_each(|run| writeln!(out, "  {}", shown(run)))?;
        }
    }
    if is_empty && !quiet {
        say(NO_FILE);
    }
    if files > 1 && format.is_none() {
        writeln!(out, "{files} files: {}", told(&sum))?;
    }
    out.finish()?;
    Ok(outcome)
}

fn told(coverage: &Coverage) -> String {
    let Coverage { content, read, points, .. } = coverage;
    if *content == 0 {
        return "no briefing".to_owned();
    }
    format!("{:.1}% ({read} of {content} lines, {points} of them as points)", coverage.share() * 100.0)
}

/// The place, the length and the first words of a run: `12-19: 8 lines: 趋势背景…`.
fn shown(run: &UnreadRun) -> String {
    let place = if run.first == run.last { run.first.to_string() } else { format!("{}-{}", run.first, run.last) };
    let words: String = run.text.chars().take(SHOWN).collect();
    let more = if words.len() < run.text.len() { "…" } else { "" };
    format!("{place}: {} line{}: {words}{more}", run.lines, if run.lines == 1 { "" } else { "s" })
}
