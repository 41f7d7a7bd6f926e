//! `briefex extract`: read briefings, write their records.

mod frames;
mod progress;
mod report;
mod summary;

use std::num::NonZeroUsize;

use self::report::Report;
use self::summary::SummaryForm;
use super::inputs::Named;
use super::target::{self, Target};
use super::{Outcome, coverage, one_table, say};
use crate::batch::{Input, Inputs, Unreadable, parallel};
use crate::extract::{Document, extract_records};
use crate::record::RecordType;
use crate::sink::Sink;
use crate::source::Source;

/// What is said of a folder without any file to read.
pub(super) const NO_FILE: &str = "briefex: note: no .md, .markdown, .mdown or .txt file was found";

/// Arguments of `briefex extract`.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  briefex extract report.md                              one pretty JSON array
  briefex extract -f ndjson archive/ | jq -r .title      one briefing a line
  briefex extract -f csv -r scenarios archive/ > s.csv   one table
  briefex extract -f csv -o tables/ archive/             one CSV a record type
  briefex extract -o briefings.xlsx archive/             a workbook, one sheet a record type
  briefex extract -o briefings.sqlite archive/           a database, one table a record type
  briefex extract -f parquet -o lake/ archive/           one Parquet file a record type
  briefex extract -f csv --excel --table 2 report.md     the second table of a file, for Excel
  briefex extract -o out/ archive/                       one JSON a source file
  curl -s $URL | briefex extract -q -                    standard input
  fd -0 -e md | briefex extract -0 --files-from - -f ndjson    a list of files
  briefex extract --frames < frames.ndjson               files in as lines, briefings out as lines
  briefex extract --lexicon german.toml bericht.md       with words of one's own

Exit codes: 0 fine, 1 some input could not be read (or a warning with --strict), 2 wrong usage.")]
pub(super) struct Args {
    #[command(flatten)]
    named: Named,
    #[command(flatten)]
    target: Target,
    /// Print the N-th table of one file as it stands in the text, as CSV (or with -f tsv as TSV)
    #[arg(long, value_name = "N", conflicts_with_all = ["output", "records", "coverage"])]
    table: Option<usize>,
    #[command(flatten)]
    added: super::lexicon::Added,
    /// Do not print diagnostics
    #[arg(short, long)]
    quiet: bool,
    /// Exit with 1 if there was a warning
    #[arg(long)]
    strict: bool,
    /// Stop at the first file that cannot be read
    #[arg(long)]
    fail_fast: bool,
    /// Read frames from standard input, `{"path": …, "text": …}` or with "base64" a line, and answer each at once with a line of
    /// NDJSON for each of its briefings
    #[arg(long, conflicts_with_all = ["paths", "files_from", "output", "format", "excel", "coverage", "table", "fail_fast", "jobs"])]
    frames: bool,
    /// How many threads to read on [default: one a core]
    #[arg(short, long, value_name = "N")]
    jobs: Option<NonZeroUsize>,
    /// What to say at the end of the run, on standard error [default: text where there were several files, unless --quiet]
    #[arg(long, value_enum, value_name = "FORM")]
    summary: Option<SummaryForm>,
    /// Instead of records, print how much of each file stands in one, and the longest runs of lines that do not
    #[arg(long, conflicts_with_all = ["output", "records", "strict"])]
    coverage: bool,
}

/// Reads the inputs one after the other and writes what is found in them.
pub(super) fn run(args: &Args) -> anyhow::Result<Outcome> {
    let inputs = if args.frames { None } else { Some(args.named.inputs()?) };
    args.added.load()?;
    match inputs {
        None => stream(args),
        Some(inputs) if args.coverage => coverage::run(inputs, &args.named, args.target.format, args.quiet),
        Some(inputs) => match args.table {
            Some(number) => one_table::run(inputs, &args.named, number, &args.target),
            None => extract(args, inputs),
        },
    }
}

/// Answers frames.
fn stream(args: &Args) -> anyhow::Result<Outcome> {
    let mut report = Report::new(&args.named, &args.target, args.quiet);
    frames::run(&args.target.chosen(), args.named.max_bytes, &mut report)?;
    Ok(report.close(args.summary, args.strict))
}

/// Extracts the inputs on several threads and writes what is found in their order.
fn extract(args: &Args, inputs: Inputs<'_>) -> anyhow::Result<Outcome> {
    let records = args.target.chosen();
    let mut sink = target::open(&args.target)?;
    let mut report = Report::new(&args.named, &args.target, args.quiet);
    let threads = args.jobs.unwrap_or_else(|| std::thread::available_parallelism().unwrap_or(NonZeroUsize::MIN));
    parallel::in_order(
        inputs,
        threads,
        |input| input.as_ref().map_or(0, Input::held),
        |input| read(args.named.decode(input), &records),
        |read| take(read, &mut *sink, &mut report, args.fail_fast),
    )?;
    if report.summary.files == 0 && !args.quiet {
        say(NO_FILE);
    }
    for remark in sink.finish()? {
        report.diagnostics(&remark.file, &[remark.diagnostic]);
    }
    Ok(report.close(args.summary, args.strict))
}

/// Writes what came of an input, and says what is to be said of it.
fn take(read: Read, sink: &mut dyn Sink, report: &mut Report, fail_fast: bool) -> anyhow::Result<()> {
    let document = &read.document;
    let path = &document.file.path;
    report.count(document, read.bytes);
    let taken = sink.reserve(path).err();
    let error = read.error.map(|bad| bad.to_string()).or_else(|| {
        let taken = taken.as_ref()?.display();
        Some(format!("{path}: error: an input before it was written to {taken} already"))
    });
    if let Some(error) = &error {
        report.fail(error);
        anyhow::ensure!(!fail_fast, "stopped there");
    }
    if taken.is_none() {
        report.documented(document);
        sink.write(document)?;
    }
    Ok(())
}

/// What came of one input: what was found in it, and why it could not be read.
struct Read {
    document: Document,
    error: Option<Unreadable>,
    bytes: usize,
}

/// Extracts what was read; an input that could not be read ends nothing.
fn read(source: Result<Source, Unreadable>, records: &[RecordType]) -> Read {
    match source {
        Ok(source) => Read { document: extract_records(&source, records), error: None, bytes: source.text.len() },
        Err(bad) => Read { document: Document::unreadable(bad.name.clone(), bad.reason.clone()), error: Some(bad), bytes: 0 },
    }
}
