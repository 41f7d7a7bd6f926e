//! `briefex values`: lines of text in, their quantities out.

use std::io::{self, BufRead, Write};

use anyhow::{Context as _, Result};

use super::{Outcome, say};
use crate::batch::{STDIN, Unreadable};
use crate::guard::contained;
use crate::sink::output::Output;
use crate::value;

/// Arguments of `briefex values`.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:
  echo 'revenue of $3.1万亿, up 18-24%' | briefex values | jq '.values[]'

A line that is not UTF-8 is reported, has no values, and makes the exit code 1.")]
pub(super) struct Args {
    #[command(flatten)]
    added: super::lexicon::Added,
}

/// Reads standard input to its end.
pub(super) fn run(args: &Args) -> Result<Outcome> {
    args.added.load()?;
    let mut out = Output::stdout();
    let broken = find_in_lines(&mut io::stdin().lock(), &mut out)?;
    out.finish()?;
    Ok(if broken { Outcome::Incomplete } else { Outcome::Fine })
}

/// Writes an object for each line; whether one of them was not text.
fn find_in_lines(input: &mut impl BufRead, out: &mut impl Write) -> Result<bool> {
    let (mut line, mut number, mut broken) = (Vec::new(), 0, false);
    let mut values = value::LineValues::default();
    while input.read_until(b'\n', &mut line).context("standard input")? > 0 {
        number += 1;
        let content = line.strip_suffix(b"\n").unwrap_or(&line);
        let content = content.strip_suffix(b"\r").unwrap_or(content);
        let text = std::str::from_utf8(content).unwrap_or_else(|_| {
            say(&format!("-:{number}: error: not UTF-8 text"));
            broken = true;
            ""
        });
        match contained(STDIN, || values.write(number, text, out)) {
            Ok(written) => written?,
            Err(bad) => {
                say(&Unreadable { line: Some(number), ..bad }.to_string());
                broken = true;
                values = value::LineValues::default();
                values.write(number, "", out)?;
            }
        }
        line.clear();
    }
    Ok(broken)
}
