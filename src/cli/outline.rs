//! `briefex outline`: the lines of a file as the extractors see them.

use std::io::Write as _;
use std::path::PathBuf;

use anyhow::{Context as _, Result};
use serde::Serialize;

use super::decoding::Decoding;
use super::inputs::MOST;
use super::{Outcome, say};
use crate::batch::{Input, shown as shown_path};
use crate::excerpt::Excerpt as _;
use crate::guard::contained;
use crate::outline::{Kind, Line, Marker, Outline};
use crate::sink::output::Output;

/// Arguments of `briefex outline`.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Columns: line of the file, depth, mark, then the text indented by its depth, with its label in [brackets].

Examples:
  briefex outline report.md
  briefex outline -f json report.md | jq '.[] | select(.label)'
  cat report.md | briefex outline -"
)]
pub(super) struct Args {
    /// The file to read; `-` for standard input
    file: PathBuf,
    #[command(flatten)]
    decoding: Decoding,
    /// How to print it
    #[arg(short, long, value_enum, default_value_t = Form::Text)]
    format: Form,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Form {
    /// Aligned columns
    Text,
    /// An array of objects
    Json,
}

/// A line as printed.
#[derive(Debug, Serialize)]
struct Shown<'o> {
    line: usize,
    span: [usize; 2],
    depth: usize,
    kind: String,
    marker: String,
    ordinal: Option<u32>,
    emoji: Option<&'o str>,
    label: Option<&'o str>,
    text: &'o str,
}

/// Prints the outline of a file.
pub(super) fn run(args: &Args) -> Result<Outcome> {
    let input = if args.file.as_os_str() == crate::batch::STDIN {
        Input::stdin()
    } else {
        Input::file(shown_path(&args.file), args.file.clone())
    };
    let bytes = input.read(MOST).with_context(|| input.name.clone())?;
    let source = args.decoding.decode(input.name.clone(), &bytes).with_context(|| input.name.clone())?;
    let outline = match contained(&input.name, || Outline::of(&source)) {
        Ok(outline) => outline,
        Err(bad) => {
            say(&bad.to_string());
            return Ok(Outcome::Incomplete);
        }
    };
    let shown = shown(&outline);
    let mut out = Output::stdout();
    match args.format {
        Form::Json => {
            serde_json::to_writer_pretty(&mut out, &shown).map_err(std::io::Error::from)?;
            writeln!(out)?;
        }
        Form::Text => {
            for line in &shown {
                writeln!(
                    out,
                    "{:>5} {:>2} {:<6} {}{}",
                    line.line,
                    line.depth,
                    line.marker,
                    "  ".repeat(line.depth.min(20)),
                    described(line)
                )?;
            }
        }
    }
    out.finish()?;
    Ok(Outcome::Fine)
}

fn shown(outline: &Outline) -> Vec<Shown<'_>> {
    let mut depths: Vec<usize> = Vec::with_capacity(outline.lines.len());
    for line in &outline.lines {
        depths.push(line.parent.and_then(|up| depths.get(up)).map_or(0, |above| above + 1));
    }
    let lines = outline.lines.iter().zip(depths);
    lines
        .map(|(line, depth)| Shown {
            line: line.number,
            span: [line.span.start, line.span.end],
            depth,
            kind: kind(line.kind),
            marker: marker(line),
            ordinal: line.ordinal,
            emoji: line.emoji.as_deref(),
            label: line.label_text(),
            text: &line.text,
        })
        .collect()
}

fn described(line: &Shown<'_>) -> String {
    match line.label {
        Some(label) => format!("[{label}]{}", line.text.part(label.len()..)),
        None if line.kind == "table" => "(table)".to_owned(),
        None => line.text.to_owned(),
    }
}

fn kind(kind: Kind) -> String {
    match kind {
        Kind::Heading(level) => format!("heading-{level}"),
        Kind::Text => "text".to_owned(),
        Kind::Fenced => "fenced".to_owned(),
        Kind::Code => "code".to_owned(),
        Kind::Table(_) => "table".to_owned(),
    }
}

fn marker(line: &Line) -> String {
    match (line.kind, line.marker) {
        (Kind::Heading(level), _) => "#".repeat(usize::from(level)),
        (_, Marker::Plain) => String::new(),
        (_, Marker::Number) => format!("{}.", line.ordinal.unwrap_or_default()),
        (_, Marker::Dash) => "-".to_owned(),
        (_, Marker::Bullet) => "•".to_owned(),
        (_, Marker::Tree) => "├─".to_owned(),
        (_, Marker::Task(false)) => "[ ]".to_owned(),
        (_, Marker::Task(true)) => "[x]".to_owned(),
        (_, Marker::Check) => "✓".to_owned(),
        (_, Marker::Cross) => "✗".to_owned(),
    }
}
