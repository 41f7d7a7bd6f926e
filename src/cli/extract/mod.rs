//! `briefex extract`: read briefings, write their records.

mod frames;
mod incremental;
mod progress;
mod read;
mod report;
mod run;
mod summary;
mod tally;

use std::num::NonZeroUsize;

use anyhow::Result;

use self::read::Reader;
use self::report::Report;
use self::run::Run;
use self::summary::SummaryForm;
use super::inputs::Named;
use super::target::{self, Target};
use super::{Outcome, coverage, interrupt, one_table, say};
use crate::batch::{Input, Inputs, parallel};

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
    /// Read again only what has changed since the last such run, and take out of the output what has vanished; the output is a
    /// folder of JSON or a database, and the state of the run stands beside it
    #[arg(long, conflicts_with_all = ["coverage", "table", "frames"])]
    incremental: bool,
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

/// Does what the arguments say.
pub(super) fn run(args: &Args) -> Result<Outcome> {
    let inputs = if args.frames { None } else { Some(args.named.inputs()?) };
    let lexicon = args.added.load()?;
    match inputs {
        None => stream(args),
        Some(inputs) if args.coverage => coverage::run(inputs, &args.named, args.target.format, args.quiet),
        Some(inputs) => match args.table {
            Some(number) => one_table::run(inputs, &args.named, number, &args.target),
            None => extract(args, inputs, lexicon),
        },
    }
}

/// Answers frames.
fn stream(args: &Args) -> Result<Outcome> {
    let mut report = Report::new(&args.named, &args.target, args.quiet);
    frames::run(&args.target.chosen(), args.named.max_bytes, args.named.decoding, &mut report)?;
    Ok(report.close(args.summary, args.strict))
}

/// Extracts the inputs on several threads and writes what is found in their order.
fn extract(args: &Args, inputs: Inputs<'_>, lexicon: Option<String>) -> Result<Outcome> {
    let records = args.target.chosen();
    let replaced = args.target.replaced()?;
    args.named.spare(&replaced)?;
    let sink = target::open(&args.target)?;
    let (known, memory) = match args.incremental {
        true => {
            let settings = args.target.settings(lexicon, &args.named)?;
            Some(incremental::open(&args.target, &settings, &*sink)?).unzip()
        }
        false => (None, None),
    };
    if args.target.is_file() {
        interrupt::watch()?;
    }
    let renderer = sink.renderer();
    let report = Report::new(&args.named, &args.target, args.quiet);
    let mut run = Run { sink, report, memory, fail_fast: args.fail_fast };
    let reader = Reader { named: &args.named, records: &records, known: known.as_ref(), replaced, renderer };
    let threads = args.jobs.unwrap_or_else(|| std::thread::available_parallelism().unwrap_or(NonZeroUsize::MIN));
    parallel::in_order(
        inputs,
        threads,
        |input| input.as_ref().map_or(0, Input::held),
        |input| reader.read(input),
        |read| run.take(read),
    )?;
    if run.report.summary.files == 0 && !args.quiet {
        say(NO_FILE);
    }
    let report = run.finish(known.as_ref(), args.named.are_there())?;
    Ok(report.close(args.summary, args.strict))
}
