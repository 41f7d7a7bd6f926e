//! One input: where its bytes come from, and how many of them are read at most.

use std::borrow::Cow;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use serde::{Deserialize, Serialize};

use super::{STDIN, packed};

/// What tells a file from what it was before, without reading it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stamp {
    /// In bytes.
    pub size: u64,
    /// When it was changed last, in nanoseconds since 1970.
    pub modified: u64,
}

impl Stamp {
    /// Whether a file that has this stamp now may change without getting another: a clock that ticks every two seconds would
    /// not show it.
    pub fn is_fresh(self) -> bool {
        const TICK: Duration = Duration::from_secs(2);
        let modified = UNIX_EPOCH + Duration::from_nanos(self.modified);
        SystemTime::now().duration_since(modified).is_ok_and(|age| age < TICK)
    }
}

/// One input of a run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Input {
    /// As it is reported.
    pub name: String,
    place: Place,
}

/// Where the bytes of an input are.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Place {
    Stdin,
    File(PathBuf),
    Bytes { bytes: Vec<u8>, archive: PathBuf },
}

impl Input {
    /// Standard input.
    pub fn stdin() -> Self {
        Self { name: STDIN.to_owned(), place: Place::Stdin }
    }

    /// A file, and the name that it is reported under.
    pub fn file(name: String, path: PathBuf) -> Self {
        Self { name, place: Place::File(path) }
    }

    /// The stamp of a file; none of what is none.
    pub fn stamp(&self) -> Option<Stamp> {
        let Place::File(path) = &self.place else { return None };
        let metadata = std::fs::metadata(path).ok().filter(std::fs::Metadata::is_file)?;
        let modified = metadata.modified().ok()?.duration_since(UNIX_EPOCH).ok()?;
        Some(Stamp { size: metadata.len(), modified: u64::try_from(modified.as_nanos()).ok()? })
    }

    /// A member of an archive, which has been read already, and the name that it is reported under.
    pub fn member(name: String, bytes: Vec<u8>) -> Self {
        Self { name, place: Place::Bytes { bytes, archive: PathBuf::new() } }
    }

    /// The same member, and the archive that it stands in.
    pub(super) fn within(mut self, path: &Path) -> Self {
        if let Place::Bytes { archive, .. } = &mut self.place {
            path.clone_into(archive);
        }
        self
    }

    /// The file on disk that it comes from; none for standard input.
    pub fn origin(&self) -> Option<&Path> {
        match &self.place {
            Place::Stdin => None,
            Place::File(path) | Place::Bytes { archive: path, .. } => Some(path),
        }
    }

    /// The file that is to be read.
    pub(super) fn path(&self) -> Option<&Path> {
        if let Place::File(path) = &self.place { Some(path) } else { None }
    }

    /// How many bytes of memory it takes before it is read.
    pub fn held(&self) -> usize {
        if let Place::Bytes { bytes, .. } = &self.place { bytes.len() } else { 0 }
    }

    /// Reads the whole input, and decompresses it if need be.
    ///
    /// # Errors
    /// When it cannot be opened or read, or holds more than `most` bytes; a device without an end is one that does.
    pub fn read(&self, most: u64) -> io::Result<Cow<'_, [u8]>> {
        match &self.place {
            Place::Stdin => bounded(io::stdin().lock(), most).map(Cow::Owned),
            Place::Bytes { bytes, .. } => Ok(Cow::Borrowed(bytes)),
            Place::File(path) => {
                let file = File::open(path)?;
                let metadata = file.metadata()?;
                if metadata.is_file() && metadata.len() > most {
                    return Err(too_large(most));
                }
                bounded(packed::plain(path, file)?, most).map(Cow::Owned)
            }
        }
    }
}

/// Reads to the end, but no more than so many bytes.
pub(super) fn bounded(reader: impl Read, most: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    reader.take(most.saturating_add(1)).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > most { Err(too_large(most)) } else { Ok(bytes) }
}

fn too_large(most: u64) -> io::Error {
    io::Error::new(io::ErrorKind::FileTooLarge, format!("more than {most} bytes, which is what --max-bytes allows"))
}

/// An input that cannot be used, and why.
#[derive(Debug)]
pub struct Unreadable {
    /// The path as it is reported.
    pub name: String,
    /// The line of it that is wrong.
    pub line: Option<usize>,
    /// What is wrong with it.
    pub reason: String,
}

impl std::fmt::Display for Unreadable {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.line {
            Some(line) => write!(f, "{}:{line}: error: {}", self.name, self.reason),
            None => write!(f, "{}: error: {}", self.name, self.reason),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_more_is_read_than_is_allowed() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.md");
        std::fs::write(&path, "12345").unwrap();
        let input = Input::file("a.md".to_owned(), path);
        assert_eq!(input.read(5).unwrap(), &b"12345"[..]);
        assert_eq!(input.read(4).unwrap_err().kind(), io::ErrorKind::FileTooLarge);
        assert_eq!(bounded(io::repeat(7), 1 << 16).unwrap_err().kind(), io::ErrorKind::FileTooLarge);
    }
}
