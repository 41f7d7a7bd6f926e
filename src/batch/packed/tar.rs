//! Tar: members in the order of the archive, the only one that a stream can be read in.
//!
//! Headers are read by the `tar` crate, a new reader for each, so that between two members nothing is borrowed and an iterator can
//! hold the stream; and so that what precedes a member (long names, extended headers) can be kept small.

use std::io::{self, Read};

use super::Limits;
use super::member;
use super::meter::Metered;
use crate::batch::{Input, Unreadable, name};

/// How many bytes the headers of a member may have: names are long in some archives, but not that long.
const HEADERS: u64 = 1 << 20;
/// Members begin at multiples of this.
const BLOCK: u64 = 512;

/// The members of an archive.
pub struct Members<R> {
    archive: String,
    reader: Metered<R>,
    most: u64,
    /// What is left of the member before, and of the block that it ends in.
    rest: u64,
    is_over: bool,
}

/// What a header says of a member.
struct Head {
    name: String,
    is_file: bool,
    size: u64,
}

impl<R: Read> Members<R> {
    /// The members of an archive that is reported under this name.
    pub fn open(archive: &str, reader: R, limits: Limits) -> Self {
        let reader = Metered::new(reader, limits.archive, limits.archive);
        Self { archive: archive.to_owned(), reader, most: limits.file, rest: 0, is_over: false }
    }

    /// The next member that is read; none at the end of the archive.
    fn advance(&mut self) -> io::Result<Option<Result<Input, Unreadable>>> {
        loop {
            skip(&mut self.reader, self.rest)?;
            let Some(head) = head(&mut self.reader)? else {
                // What follows the last member says whether the stream is whole.
                io::copy(&mut self.reader, &mut io::sink())?;
                return Ok(None);
            };
            self.rest = head.size.checked_next_multiple_of(BLOCK).unwrap_or(u64::MAX);
            if head.is_file && member::is_read(&head.name) {
                return self.read(&head).map(Some).map_err(|error| within(&head.name, &error));
            }
        }
    }

    fn read(&mut self, head: &Head) -> io::Result<Result<Input, Unreadable>> {
        let before = self.reader.left();
        let name = member::name(&self.archive, &head.name);
        let member = member::read(name, (&mut self.reader).take(head.size), self.most)?;
        let read = before - self.reader.left();
        self.rest -= read;
        if member.is_ok() && read < head.size { Err(cut()) } else { Ok(member) }
    }
}

impl<R: Read> Iterator for Members<R> {
    type Item = Result<Input, Unreadable>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.is_over {
            return None;
        }
        let member = self.advance().unwrap_or_else(|error| {
            self.is_over = true;
            let reason = format!("{error}; nothing is read from there on");
            Some(Err(Unreadable { name: self.archive.clone(), line: None, reason }))
        });
        self.is_over |= member.is_none();
        member
    }
}

/// Reads the headers of the next member, up to its first byte; none at the end of the archive.
fn head(reader: &mut impl Read) -> io::Result<Option<Head>> {
    let mut archive = ::tar::Archive::new(reader.take(HEADERS));
    let head = archive.entries()?.next().map(|entry| {
        let entry = entry?;
        let kind = entry.header().entry_type();
        Ok(Head {
            name: name::escaped(&entry.path_bytes(), |_| false),
            is_file: kind.is_file(),
            // With holes in it, a file has fewer bytes in the archive than on disk.
            size: if kind.is_gnu_sparse() { entry.header().entry_size()? } else { entry.size() },
        })
    });
    match (head, archive.into_inner().limit()) {
        // An archive ends with zeros, not with nothing.
        (None, HEADERS) => Err(cut()),
        (Some(Err(_)), 0) => {
            Err(io::Error::new(io::ErrorKind::InvalidData, format!("the headers of a member have more than {HEADERS} bytes")))
        }
        (head, _) => head.transpose(),
    }
}

fn skip(reader: &mut impl Read, bytes: u64) -> io::Result<()> {
    let skipped = io::copy(&mut reader.take(bytes), &mut io::sink())?;
    if skipped == bytes { Ok(()) } else { Err(cut()) }
}

fn cut() -> io::Error {
    io::Error::new(io::ErrorKind::UnexpectedEof, "the archive is cut off")
}

/// An error of the stream, with the name of the member that was being read.
fn within(name: &str, error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{error}, in {}", member::shown(name)))
}
