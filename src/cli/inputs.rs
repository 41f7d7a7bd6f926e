//! The arguments that name what is read, and the inputs that they mean.

use std::borrow::Cow;
use std::fs::File;
use std::io::{BufReader, IsTerminal as _};
use std::path::PathBuf;

use anyhow::{Context as _, Result};

use super::Usage;
use super::decoding::Decoding;
use super::replaced::{self, Replaced};
use crate::batch::{self, Input, Inputs, Limits, STDIN, Unreadable, list};
use crate::source::Source;

/// How many bytes of an input are read at most, if nothing else is said: 64 MiB.
pub(super) const MOST: u64 = 64 << 20;

/// What is read.
#[derive(Debug, clap::Args)]
pub(super) struct Named {
    /// Files, folders (read recursively: .md .markdown .mdown .txt), either also packed (.gz .zst .zip .tar .tgz), or `-` for
    /// standard input
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Read the paths that FILE lists, one a line; `-` is standard input
    #[arg(long, value_name = "FILE", conflicts_with = "paths")]
    files_from: Option<PathBuf>,
    /// In the list of --files-from a NUL ends each path, as find -print0 and fd -0 write them
    #[arg(short = '0', long, requires = "files_from")]
    null: bool,
    /// Read no file of more than N bytes (K, M, G: times 1024, 1024², 1024³), and none that decompresses to more
    #[arg(long, value_name = "N", default_value = "64M", value_parser = bytes)]
    pub max_bytes: u64,
    /// Read no more of an archive (.zip .tar .tgz) once it has decompressed to N bytes
    #[arg(long, value_name = "N", default_value = "4G", value_parser = bytes)]
    max_packed_bytes: u64,
    #[command(flatten)]
    pub decoding: Decoding,
}

/// A number of bytes, with or without a letter behind it.
fn bytes(text: &str) -> Result<u64, String> {
    let (digits, shift) = match text.strip_suffix(['K', 'k', 'M', 'm', 'G', 'g']) {
        Some(digits) if text.ends_with(['K', 'k']) => (digits, 10),
        Some(digits) if text.ends_with(['M', 'm']) => (digits, 20),
        Some(digits) => (digits, 30),
        None => (text, 0),
    };
    let number: u64 = digits.parse().map_err(|_| "a number is meant, such as 500000, 64M or 1G".to_owned())?;
    number.checked_mul(1 << shift).ok_or_else(|| "that is more than there can be".to_owned())
}

impl Named {
    /// The inputs, one after the other.
    ///
    /// # Errors
    /// When the list of files cannot be opened, or nothing is named and nothing piped in.
    pub fn inputs(&self) -> Result<Inputs<'_>> {
        let end = if self.null { 0 } else { b'\n' };
        let limits = Limits { file: self.max_bytes, archive: self.max_packed_bytes };
        match self.files_from.as_deref() {
            Some(path) if path.as_os_str() == STDIN => {
                Ok(Box::new(list::inputs(STDIN.to_owned(), BufReader::new(std::io::stdin()), end, limits)))
            }
            Some(path) => {
                let file = File::open(path).with_context(|| path.display().to_string())?;
                Ok(Box::new(list::inputs(batch::shown(path), BufReader::new(file), end, limits)))
            }
            None if !self.paths.is_empty() => Ok(batch::inputs(&self.paths, limits)),
            None if std::io::stdin().is_terminal() => {
                Err(Usage("no input: name a file or a folder, or pipe a briefing in".to_owned()).into())
            }
            None => Ok(Box::new(std::iter::once(Ok(Input::stdin())))),
        }
    }

    /// Refuses a run whose output would replace what is named on the command line, before anything is opened.
    ///
    /// # Errors
    /// When it would.
    pub fn spare(&self, replaced: &Replaced) -> Result<()> {
        let named = self.paths.iter().map(|path| Input::file(batch::shown(path), path.clone()));
        named.filter(|input| replaced.holds(input)).try_for_each(|input| Err(replaced::refusal(&input.name)))
    }

    /// Whether all that is named on the command line is there, so that what is not met there is gone.
    pub fn are_there(&self) -> bool {
        self.paths.iter().all(|path| path.as_os_str() == STDIN || path.exists())
    }

    /// Counts the inputs, where that takes nothing away from those who read them and no archive has to be opened.
    pub fn count(&self) -> Option<impl FnOnce() -> Option<usize> + Send + 'static> {
        let paths = self.paths.clone();
        let is_countable = !paths.is_empty() && !paths.iter().any(|path| path.as_os_str() == STDIN);
        is_countable.then_some(move || batch::count(&paths))
    }

    /// Reads and decodes an input, or says what is wrong with it.
    pub fn decode(&self, input: Result<Input, Unreadable>) -> Result<Source, Unreadable> {
        let input = input?;
        let bytes = self.bytes(&input)?;
        let bad = |line, reason| Unreadable { name: input.name.clone(), line: Some(line), reason };
        self.decoding.decode(input.name.clone(), &bytes).map_err(|error| bad(error.line, error.to_string()))
    }

    /// Reads an input, or says what is wrong with it.
    pub fn bytes<'i>(&self, input: &'i Input) -> Result<Cow<'i, [u8]>, Unreadable> {
        let bad = |error: std::io::Error| Unreadable { name: input.name.clone(), line: None, reason: error.to_string() };
        input.read(self.max_bytes).map_err(bad)
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn bytes_are_counted_in_powers_of_two() {
        let read = super::bytes;
        assert_eq!((read("12"), read("4K"), read("64M"), read("1g")), (Ok(12), Ok(4096), Ok(64 << 20), Ok(1 << 30)));
        assert!(read("").is_err() && read("M").is_err() && read("1.5G").is_err() && read("99999999999G").is_err());
    }
}
