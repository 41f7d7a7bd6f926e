//! `briefex extract --frames`: files in as lines, briefings out as lines, each at once.

use std::io::{self, BufReader, Write};

use anyhow::Result;
use serde::Serialize;

use super::report::Report;
use super::tally::Tally;
use crate::batch::frame::{Content, Frame, Lines};
use crate::cli::decoding::Decoding;
use crate::diagnostic::{Code, Diagnostic};
use crate::extract::{Document, extract_records};
use crate::guard::contained;
use crate::record::{RecordType, SCHEMA};
use crate::sink::output::Output;
use crate::source::{Encoding, Source};

/// What stands in the place of a frame that could not be read.
#[derive(Serialize)]
struct Refusal<'f> {
    schema: &'static str,
    path: Option<&'f str>,
    diagnostics: [Diagnostic; 1],
}

/// Answers each line of standard input with a line for each of its briefings, or with one that says what is wrong with it.
pub(super) fn run(records: &[RecordType], most: u64, decoding: Decoding, report: &mut Report) -> Result<()> {
    let mut lines = Lines::new(BufReader::new(io::stdin().lock()), b'\n', most);
    let mut out = Output::stdout();
    let mut number = 0;
    while let Some(line) = lines.next()? {
        number += 1;
        let frame = line.and_then(|line| Frame::parse(&line)).map_err(|reason| (None, reason));
        let source = frame.and_then(|frame| {
            let source = match frame.content {
                Content::Text(text) => Source::decode_from(frame.path.clone(), text.as_bytes(), Encoding::UTF_8),
                Content::Bytes(bytes) => decoding.decode(frame.path.clone(), &bytes),
            };
            source.map_err(|error| (Some(frame.path), format!("line {} of this file: {error}", error.line)))
        });
        let extracted = source.and_then(|source| {
            let document = contained(&source.path, || extract_records(&source, records));
            document.map_err(|bad| (Some(bad.name), bad.reason)).map(|document| (source, document))
        });
        match extracted {
            Ok((source, document)) => answer(&mut out, &source, &document, records, report)?,
            Err((path, reason)) => refuse(&mut out, path.as_deref(), number, &reason, report)?,
        }
        out.flush()?;
    }
    Ok(())
}

fn answer(out: &mut impl Write, source: &Source, document: &Document, records: &[RecordType], report: &mut Report) -> Result<()> {
    report.advance(source.text.len());
    let tally = Tally::of(document);
    report.count(&tally);
    report.diagnostics(&document.file.path, &tally.diagnostics);
    for briefing in &document.briefings {
        serde_json::to_writer(&mut *out, &briefing.view(records)).map_err(io::Error::from)?;
        writeln!(out)?;
    }
    Ok(())
}

fn refuse(out: &mut impl Write, path: Option<&str>, line: usize, reason: &str, report: &mut Report) -> Result<()> {
    let name = path.unwrap_or(crate::batch::STDIN);
    report.advance(0);
    report.fail(&format!("{name}: error: frame {line}: {reason}"));
    let refusal = Refusal { schema: SCHEMA, path, diagnostics: [Diagnostic::new(Code::Frame, line, reason)] };
    serde_json::to_writer(&mut *out, &refusal).map_err(io::Error::from)?;
    Ok(writeln!(out)?)
}
