//! `briefex extract`: read briefings, write their records.

use std::collections::HashSet;
use std::io::IsTerminal as _;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};

use super::{Outcome, Usage, coverage, say};
use crate::batch::{self, Input};
use crate::diagnostic::{Diagnostic, Severity};
use crate::extract::{Document, extract_records};
use crate::record::RecordType;
use crate::sink::Format;
use crate::sink::csv::CsvWriter;
use crate::sink::json::JsonWriter;
use crate::sink::output::{Output, mirrored};
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
  briefex extract -o out/ archive/                       one JSON a source file
  curl -s $URL | briefex extract -q -                    standard input
  briefex extract --lexicon german.toml bericht.md       with words of one's own

Exit codes: 0 fine, 1 some input could not be read (or a warning with --strict), 2 wrong usage.")]
pub(super) struct Args {
    /// Files, folders (read recursively: .md .markdown .mdown .txt) or `-` for standard input
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// The output format [default: by the ending of --output, else json]
    #[arg(short, long, value_enum)]
    format: Option<Format>,
    /// Write to FILE (replaced whole), or into DIR/: one CSV a record type, or one JSON a source file
    #[arg(short, long, value_name = "FILE|DIR/")]
    output: Option<PathBuf>,
    /// The record types to write, separated by commas [default: all but values]
    #[arg(short, long, value_name = "TYPE,…", value_delimiter = ',', value_parser = record_type())]
    records: Vec<RecordType>,
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

fn record_type() -> impl clap::builder::TypedValueParser<Value = RecordType> {
    use clap::builder::{PossibleValuesParser, TypedValueParser as _};
    PossibleValuesParser::new(RecordType::ALL.iter().map(|record| record.name()))
        .try_map(|name| RecordType::ALL.iter().copied().find(|record| record.name() == name).ok_or("no such record type"))
}

/// Reads the inputs one after the other and writes what is found in them.
pub(super) fn run(args: &Args) -> Result<Outcome> {
    let paths = paths(args)?;
    args.added.load()?;
    if args.coverage {
        return coverage::run(&paths, args.format, args.quiet);
    }
    let mut sink = Sink::open(args)?;
    let mut run = Run { records: chosen(args), quiet: args.quiet, failed: false, warned: false };
    let mut is_empty = true;
    for input in batch::inputs(&paths) {
        is_empty = false;
        match input {
            Ok(input) => match sink.reserve(&input.name) {
                Ok(()) => {
                    if let Some(document) = run.read(&input) {
                        sink.write(&input.name, &document)?;
                    }
                }
                Err(taken) => {
                    run.fail(&format!("{}: error: an input before it was written to {} already", input.name, taken.display()));
                }
            },
            Err(bad) => run.fail(&format!("{}: error: {}", bad.name, bad.reason)),
        }
    }
    if is_empty && !args.quiet {
        say(NO_FILE);
    }
    sink.finish()?;
    let strict = args.strict && run.warned;
    Ok(if run.failed || strict { Outcome::Incomplete } else { Outcome::Fine })
}

fn paths(args: &Args) -> Result<Vec<PathBuf>> {
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
    fn read(&mut self, input: &Input) -> Option<Document> {
        let source = match decode(input) {
            Ok(source) => source,
            Err(message) => {
                self.fail(&message);
                return None;
            }
        };
        let document = extract_records(&source, &self.records);
        self.report(&input.name, &document.diagnostics);
        for briefing in &document.briefings {
            self.report(&input.name, &briefing.diagnostics);
        }
        Some(document)
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
pub(super) fn decode(input: &Input) -> Result<Source, String> {
    let bytes = input.read().map_err(|error| format!("{}: error: {error}", input.name))?;
    let source = Source::decode(input.name.clone(), &bytes);
    source.map_err(|error| format!("{}:{}: error: {error}", input.name, error.line))
}

/// The open output of a run.
enum Sink {
    Json(JsonWriter<Output>),
    JsonFiles { folder: PathBuf, format: Format, records: Vec<RecordType>, written: HashSet<PathBuf> },
    Csv(Vec<CsvWriter<Output>>),
}

impl Sink {
    fn open(args: &Args) -> Result<Self> {
        let folder = args.output.as_deref().filter(|path| is_folder(path));
        let format = format(args, folder.is_some())?;
        let records = chosen(args);
        match (format, folder, args.output.as_deref()) {
            (Format::Csv, Some(folder), _) => {
                let writers = records.iter().map(|&record| {
                    let path = folder.join(record.name()).with_extension(format.ending());
                    let output = Output::file(&path).with_context(|| path.display().to_string())?;
                    Ok(CsvWriter::new(output, record)?)
                });
                Ok(Self::Csv(writers.collect::<Result<_>>()?))
            }
            (Format::Csv, None, output) => {
                let [record] = args.records[..] else {
                    let message = "CSV is one table: choose one record type with --records (for instance `-r scenarios`), or name a folder with --output DIR/";
                    return Err(Usage(message.to_owned()).into());
                };
                Ok(Self::Csv(vec![CsvWriter::new(output_to(output)?, record)?]))
            }
            (format, Some(folder), _) => {
                Ok(Self::JsonFiles { folder: folder.to_owned(), format, records, written: HashSet::new() })
            }
            (format, None, output) => Ok(Self::Json(JsonWriter::new(output_to(output)?, format == Format::Json, records))),
        }
    }

    /// Sets aside the place of an input's output, or says which one another input has taken: `a.md` and `../a.md` would
    /// be written to the same file.
    fn reserve(&mut self, name: &str) -> Result<(), PathBuf> {
        let Self::JsonFiles { folder, format, written, .. } = self else { return Ok(()) };
        let path = mirrored(folder, name, format.ending());
        if written.insert(path.clone()) { Ok(()) } else { Err(path) }
    }

    fn write(&mut self, name: &str, document: &Document) -> Result<()> {
        match self {
            Self::Json(writer) => document.briefings.iter().try_for_each(|briefing| writer.write(briefing))?,
            Self::Csv(writers) => {
                for writer in writers {
                    document.briefings.iter().try_for_each(|briefing| writer.write(briefing))?;
                }
            }
            Self::JsonFiles { folder, format, records, .. } => {
                let path = mirrored(folder, name, format.ending());
                let output = Output::file(&path).with_context(|| path.display().to_string())?;
                let mut writer = JsonWriter::new(output, *format == Format::Json, records.clone());
                document.briefings.iter().try_for_each(|briefing| writer.write(briefing))?;
                writer.finish()?.finish().with_context(|| path.display().to_string())?;
            }
        }
        Ok(())
    }

    fn finish(self) -> Result<()> {
        match self {
            Self::Json(writer) => writer.finish()?.finish()?,
            Self::Csv(writers) => {
                for writer in writers {
                    writer.finish()?.finish()?;
                }
            }
            Self::JsonFiles { .. } => {}
        }
        Ok(())
    }
}

/// The record types to write.
fn chosen(args: &Args) -> Vec<RecordType> {
    if args.records.is_empty() { RecordType::usual() } else { args.records.clone() }
}

fn output_to(path: Option<&Path>) -> Result<Output> {
    match path {
        Some(path) => Output::file(path).with_context(|| path.display().to_string()),
        None => Ok(Output::stdout()),
    }
}

/// A path names a folder when it ends in a separator or is one.
fn is_folder(path: &Path) -> bool {
    path.as_os_str().to_string_lossy().ends_with(['/', std::path::MAIN_SEPARATOR]) || path.is_dir()
}

fn format(args: &Args, into_folder: bool) -> Result<Format> {
    if let Some(format) = args.format {
        return Ok(format);
    }
    let Some(path) = args.output.as_deref().filter(|_| !into_folder) else { return Ok(Format::Json) };
    let ending = path.extension().map(|ending| ending.to_string_lossy().into_owned()).unwrap_or_default();
    Format::of_ending(&ending).ok_or_else(|| {
        Usage(format!("{}: no format goes by this ending; use .json, .ndjson, .jsonl or .csv, or say --format", path.display()))
            .into()
    })
}
