//! `briefex extract`: read briefings, write their records.

use std::io::IsTerminal as _;
use std::path::PathBuf;

use super::target::{self, Target};
use super::{Outcome, Usage, coverage, one_table, say};
use crate::batch::{self, Input, Unreadable};
use crate::diagnostic::{Diagnostic, Severity};
use crate::extract::{Document, extract_records};
use crate::record::RecordType;
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
  briefex extract --lexicon german.toml bericht.md       with words of one's own

Exit codes: 0 fine, 1 some input could not be read (or a warning with --strict), 2 wrong usage.")]
pub(super) struct Args {
    /// Files, folders (read recursively: .md .markdown .mdown .txt) or `-` for standard input
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
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
    /// Instead of records, print how much of each file stands in one, and the longest runs of lines that do not
    #[arg(long, conflicts_with_all = ["output", "records", "strict"])]
    coverage: bool,
}

/// Reads the inputs one after the other and writes what is found in them.
pub(super) fn run(args: &Args) -> anyhow::Result<Outcome> {
    let paths = paths(args)?;
    args.added.load()?;
    if args.coverage {
        return coverage::run(&paths, args.target.format, args.quiet);
    }
    if let Some(number) = args.table {
        return one_table::run(&paths, number, &args.target);
    }
    let mut sink = target::open(&args.target)?;
    let mut run = Run { records: args.target.chosen(), quiet: args.quiet, failed: false, warned: false };
    let mut is_empty = true;
    for input in batch::inputs(&paths) {
        is_empty = false;
        let name = input.as_ref().map_or_else(|bad| bad.name.clone(), |input| input.name.clone());
        if let Err(taken) = sink.reserve(&name) {
            run.fail(&format!("{name}: error: an input before it was written to {} already", taken.display()));
            continue;
        }
        sink.write(&run.read(input))?;
    }
    if is_empty && !args.quiet {
        say(NO_FILE);
    }
    for remark in sink.finish()? {
        run.report(&remark.file, &[remark.diagnostic]);
    }
    let strict = args.strict && run.warned;
    Ok(if run.failed || strict { Outcome::Incomplete } else { Outcome::Fine })
}

fn paths(args: &Args) -> anyhow::Result<Vec<PathBuf>> {
    if !args.paths.is_empty() {
        return Ok(args.paths.clone());
    }
    if std::io::stdin().is_terminal() {
        return Err(Usage("no input: name a file or a folder, or pipe a briefing in".to_owned()).into());
    }
    Ok(vec![PathBuf::from(batch::STDIN)])
}

/// What a run has met so far.
struct Run {
    records: Vec<RecordType>,
    quiet: bool,
    failed: bool,
    warned: bool,
}

impl Run {
    /// Reads one input; what cannot be read is reported, and the run goes on.
    fn read(&mut self, input: Result<Input, Unreadable>) -> Document {
        let source = input.and_then(|input| decode(&input));
        let source = match source {
            Ok(source) => source,
            Err(bad) => {
                self.fail(&bad.to_string());
                return Document::unreadable(bad.name, bad.reason);
            }
        };
        let document = extract_records(&source, &self.records);
        self.report(&source.path, &document.diagnostics);
        for briefing in &document.briefings {
            self.report(&source.path, &briefing.diagnostics);
        }
        document
    }

    fn fail(&mut self, message: &str) {
        self.failed = true;
        say(message);
    }

    fn report(&mut self, name: &str, diagnostics: &[Diagnostic]) {
        for diagnostic in diagnostics {
            self.warned |= diagnostic.severity == Severity::Warning;
            if !self.quiet {
                let (severity, code) = (diagnostic.severity.name(), diagnostic.code.name());
                say(&format!("{name}:{}: {severity}[{code}]: {}", diagnostic.line, diagnostic.message));
            }
        }
    }
}

/// Reads and decodes an input, or says what is wrong with it.
pub(super) fn decode(input: &Input) -> Result<Source, Unreadable> {
    let bad = |line, reason| Unreadable { name: input.name.clone(), line, reason };
    let bytes = input.read().map_err(|error| bad(None, error.to_string()))?;
    Source::decode(input.name.clone(), &bytes).map_err(|error| bad(Some(error.line), error.to_string()))
}
