//! Zip: members sorted by name, since the order of the list at the end of the file is that in which some program met them.

use std::fs::File;
use std::io::{self, BufReader};

use ::zip::ZipArchive;
use ::zip::read::ZipFileEntry;

use super::Limits;
use super::member;
use super::meter::{Metered, is_exceeded};
use crate::batch::{Input, Unreadable};

/// The bits of a Unix mode that say what a file is, and what they are of a plain one; archives from elsewhere have none.
const KIND: u32 = 0o170_000;
const PLAIN: u32 = 0o100_000;

/// The members of an archive.
pub struct Members {
    name: String,
    archive: ZipArchive<BufReader<File>>,
    /// Those that are still to be read, the last first.
    due: Vec<(String, usize)>,
    limits: Limits,
    /// How many bytes the rest may have.
    left: u64,
}

impl Members {
    /// The members of an archive that is reported under this name.
    ///
    /// # Errors
    /// When the list of its members cannot be read.
    pub fn open(name: &str, file: File, limits: Limits) -> io::Result<Self> {
        let archive = ZipArchive::new(BufReader::new(file))?;
        let mut due: Vec<_> = (0..archive.len()).filter_map(|at| Some((named(&archive.by_index_data(at).ok()?)?, at))).collect();
        due.sort_unstable_by(|one, other| other.cmp(one));
        Ok(Self { name: name.to_owned(), archive, due, limits, left: limits.archive })
    }

    fn read(&mut self, member: &str, at: usize) -> io::Result<Result<Input, Unreadable>> {
        let name = member::name(&self.name, member);
        if self.archive.by_index_data(at)?.encrypted() {
            return Err(io::Error::new(io::ErrorKind::Unsupported, "it is encrypted"));
        }
        let mut reader = Metered::new(self.archive.by_index(at)?, self.left, self.limits.archive);
        let read = member::read(name, &mut reader, self.limits.file);
        self.left = reader.left();
        read
    }
}

impl Iterator for Members {
    type Item = Result<Input, Unreadable>;

    fn next(&mut self) -> Option<Self::Item> {
        let (member, at) = self.due.pop()?;
        Some(match self.read(&member, at) {
            Ok(member) => member,
            Err(error) if is_exceeded(&error) => {
                self.due.clear();
                let reason = format!("{error}; nothing is read from {} on", member::shown(&member));
                Err(Unreadable { name: self.name.clone(), line: None, reason })
            }
            Err(error) => Err(member::bad(member::name(&self.name, &member), &error)),
        })
    }
}

/// The name of a member that is read. Some programs on Windows write its parts with `\` between them.
fn named(entry: &ZipFileEntry<'_>) -> Option<String> {
    let name = entry.name().ok()?.replace('\\', "/");
    let kind = entry.unix_mode().map_or(0, |mode| mode & KIND);
    (matches!(kind, 0 | PLAIN) && !entry.is_dir() && member::is_read(&name)).then_some(name)
}
