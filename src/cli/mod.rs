//! The command line: what was typed, then what it means; one file a subcommand.
//!
//! Exit codes: 0 fine; 1 some input could not be read or some output not written, or with `--strict` there was a warning;
//! 2 wrong usage. A reader that closes the pipe early (`| head -1`) is no error.

mod coverage;
mod decoding;
mod extract;
mod inputs;
mod interrupt;
mod lexicon;
mod one_table;
mod outline;
mod replaced;
mod schema;
mod shell;
mod target;
mod values;

use std::io::{self, Write as _};
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::terminal;

/// Turns analyst briefings written in Markdown into typed, traceable records.
#[derive(Debug, Parser)]
#[command(name = "briefex", version, about, propagate_version = true, arg_required_else_help = true)]
#[command(after_help = "Examples:
  briefex extract -f ndjson archive/ | jq '.scenarios[]'
  briefex extract -f csv -r recommendations report.md > advice.csv
  briefex extract -o briefings.xlsx archive/
  briefex outline report.md
  briefex values < notes.txt
  briefex extract --lexicon german.toml bericht.md

Exit codes: 0 fine, 1 some input could not be read (or a warning with --strict), 2 wrong usage.")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Read briefings and write their records
    Extract(extract::Args),
    /// Show the lines of a file as the extractors see them
    Outline(outline::Args),
    /// Find the quantities in the lines of standard input
    Values(values::Args),
    /// Print the built-in vocabulary, as TOML that --lexicon reads
    Lexicon(lexicon::Args),
    /// Print the JSON Schema of a briefing, as extract writes it with -f ndjson
    Schema(schema::Args),
    /// Print a completion script for a shell
    Completions(shell::CompletionArgs),
    /// Print the manual page (roff)
    Man,
}

/// How a run ended that was not stopped by an error.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    Fine,
    /// Some input was not read, or a warning was too many.
    Incomplete,
}

/// A mistake of the caller that clap cannot see.
#[derive(Debug)]
struct Usage(String);

impl std::fmt::Display for Usage {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Usage {}

/// Wrong usage that has been reported already.
#[derive(Debug)]
struct Misused;

impl std::fmt::Display for Misused {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("wrong usage")
    }
}

impl std::error::Error for Misused {}

/// Runs the command that was typed.
pub fn main() -> ExitCode {
    interrupt::outlive_limits();
    let result = match Cli::parse().command {
        Command::Extract(args) => extract::run(&args),
        Command::Outline(args) => outline::run(&args),
        Command::Values(args) => values::run(&args),
        Command::Lexicon(args) => lexicon::run(&args),
        Command::Schema(args) => schema::run(&args),
        Command::Completions(args) => shell::completions(&args),
        Command::Man => shell::man(),
    };
    match result {
        Ok(Outcome::Fine) => ExitCode::SUCCESS,
        Ok(Outcome::Incomplete) => ExitCode::from(1),
        Err(error) if is_closed_pipe(&error) => ExitCode::SUCCESS,
        Err(error) if error.is::<Misused>() => ExitCode::from(2),
        Err(error) if error.is::<interrupt::Interrupted>() => {
            say("briefex: interrupted");
            ExitCode::from(interrupt::EXIT)
        }
        Err(error) => {
            format!("briefex: error: {error:#}").lines().for_each(say);
            ExitCode::from(if error.is::<Usage>() { 2 } else { 1 })
        }
    }
}

/// Writes a line to standard error, in visible characters; where nobody reads it any more, there is nobody to tell.
fn say(message: &str) {
    let _ = writeln!(io::stderr(), "{}", terminal::line(message));
}

fn is_closed_pipe(error: &anyhow::Error) -> bool {
    let kinds = error.chain().filter_map(|cause| cause.downcast_ref::<io::Error>()).map(io::Error::kind);
    kinds.into_iter().any(|kind| kind == io::ErrorKind::BrokenPipe)
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    #[test]
    fn the_command_line_is_consistent() {
        super::Cli::command().debug_assert();
    }
}
