//! `briefex lexicon`: the built-in vocabulary; and the option that adds words to it.

use std::io::Write as _;
use std::path::{Path, PathBuf};

use anyhow::Result;

use super::inputs::MOST;
use super::{Misused, Outcome, say};
use crate::batch::{Input, shown};
use crate::lexicon;
use crate::sink::output::Output;
use crate::source;

/// Arguments of `briefex lexicon`.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  briefex lexicon | grep '^scenario'
  briefex lexicon | grep '^unit.hour' > mine.toml     then put your words in the brackets
  briefex extract --lexicon mine.toml report.md")]
pub(super) struct Args {}

/// Prints the built-in vocabulary.
pub(super) fn run(_: &Args) -> Result<Outcome> {
    let mut out = Output::stdout();
    out.write_all(lexicon::built_in().as_bytes())?;
    out.finish()?;
    Ok(Outcome::Fine)
}

/// The words that a user adds.
#[derive(Debug, clap::Args)]
pub(super) struct Added {
    /// Add the words of FILE (TOML, as `briefex lexicon` prints it) to the built-in ones
    #[arg(long, value_name = "FILE")]
    lexicon: Option<PathBuf>,
}

impl Added {
    /// Adds them, before anything is read; every mistake in them is reported. Gives the hash of their file.
    pub fn load(&self) -> Result<Option<String>> {
        let Some(path) = &self.lexicon else { return Ok(None) };
        let text = match Input::file(shown(path), path.clone()).read(MOST) {
            Ok(bytes) => bytes.into_owned(),
            Err(error) => return misused(path, &[format!(" error: {error}")]),
        };
        let Ok(text) = String::from_utf8(text) else { return misused(path, &[" error: not UTF-8 text".to_owned()]) };
        let text = text.strip_prefix('\u{FEFF}').unwrap_or(&text);
        let added = lexicon::extend(text);
        added
            .map(|()| Some(source::hash(text.as_bytes())))
            .or_else(|problems| misused(path, &problems.0.iter().map(ToString::to_string).collect::<Vec<_>>()))
    }
}

/// Reports what is wrong with a lexicon.
fn misused<T>(path: &Path, problems: &[String]) -> Result<T> {
    for problem in problems {
        say(&format!("{}:{problem}", path.display()));
    }
    Err(Misused.into())
}
