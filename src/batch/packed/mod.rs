//! Packed input: briefings are kept and sent as archives, and unpacking them by hand only to read them once is a chore.
//!
//! What is packed, and how, an ending says. A compressed file is one input, decompressed where it is read; an archive is as
//! many as it has members, each decompressed by whoever lists the inputs, one at a time, and into memory only: nothing is
//! written to disk, and the name of a member is a text to report, never a path. No size that an archive declares is believed.

#[cfg(feature = "packed")]
mod member;
#[cfg(feature = "packed")]
mod meter;
#[cfg(feature = "packed")]
mod stream;
#[cfg(feature = "packed")]
mod tar;
#[cfg(feature = "packed")]
mod zip;

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::{Input, Inputs, Unreadable, is_text, name_of};
use crate::guard::contained;

/// How much is read at most.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of an input, once decompressed.
    pub file: u64,
    /// Bytes of all that an archive decompresses to.
    pub archive: u64,
}

impl Limits {
    /// For archives of one's own.
    pub const NONE: Self = Self { file: u64::MAX, archive: u64::MAX };
}

/// How a stream is compressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Coding {
    Gzip,
    Zstd,
}

/// How a file is packed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Packing {
    /// One text.
    Stream(Coding),
    Tar(Option<Coding>),
    Zip,
}

impl Packing {
    /// What a file of this name is by its ending; none where it is not packed.
    fn of(name: &str) -> Option<Self> {
        let name = name.to_ascii_lowercase();
        let (rest, ending) = name.rsplit_once('.')?;
        let coded = |coding| if rest.ends_with(".tar") { Self::Tar(Some(coding)) } else { Self::Stream(coding) };
        match ending {
            "gz" => Some(coded(Coding::Gzip)),
            "zst" => Some(coded(Coding::Zstd)),
            "tgz" => Some(Self::Tar(Some(Coding::Gzip))),
            "tar" => Some(Self::Tar(None)),
            "zip" => Some(Self::Zip),
            _ => None,
        }
    }
}

/// Whether a file of this name holds something that could be read, where nobody has named it: a compressed text or an archive.
pub(super) fn is_packed(name: &str) -> bool {
    cfg!(feature = "packed")
        && Packing::of(name).is_some_and(|packing| match packing {
            Packing::Stream(_) => name.rsplit_once('.').is_some_and(|(text, _)| is_text(text)),
            Packing::Tar(_) | Packing::Zip => true,
        })
}

/// Whether an input is an archive: how many there are in it only its reader knows.
pub(super) fn is_archive(input: &Input) -> bool {
    let packing = input.path().and_then(|path| Packing::of(&name_of(path)));
    matches!(packing, Some(Packing::Tar(_) | Packing::Zip))
}

/// The inputs in an archive; any other input is itself.
pub(super) fn opened(input: Input, limits: Limits) -> Inputs<'static> {
    let Some(path) = input.path().filter(|_| is_archive(&input)) else {
        return Box::new(std::iter::once(Ok(input)));
    };
    let opened = contained(&input.name, || members(&input.name, path, limits));
    let members = opened.and_then(|members| {
        members.map_err(|error| Unreadable { name: input.name.clone(), line: None, reason: error.to_string() })
    });
    match members {
        Ok(members) => Box::new(in_bounds(input.name.clone(), path.to_owned(), members)),
        Err(bad) => Box::new(std::iter::once(Err(bad))),
    }
}

/// The members of an archive, up to the one at which its reader gives up.
fn in_bounds(name: String, path: PathBuf, members: Inputs<'static>) -> impl Iterator<Item = Result<Input, Unreadable>> + Send {
    let mut members = Some(members);
    std::iter::from_fn(move || {
        let next = contained(&name, || members.as_mut()?.next()).unwrap_or_else(|bad| {
            members = None;
            Some(Err(bad))
        });
        Some(next?.map(|member| member.within(&path)))
    })
}

#[cfg(feature = "packed")]
fn members(name: &str, path: &Path, limits: Limits) -> io::Result<Inputs<'static>> {
    let file = File::open(path)?;
    Ok(match Packing::of(&name_of(path)) {
        Some(Packing::Zip) => Box::new(zip::Members::open(name, file, limits)?),
        Some(Packing::Tar(Some(coding))) => Box::new(tar::Members::open(name, stream::decoded(coding, file)?, limits)),
        Some(Packing::Tar(None) | Packing::Stream(_)) | None => Box::new(tar::Members::open(name, file, limits)),
    })
}

#[cfg(not(feature = "packed"))]
fn members(_: &str, _: &Path, _: Limits) -> io::Result<Inputs<'static>> {
    Err(not_built())
}

/// The bytes of a file, decompressed if its ending says that it is.
pub(super) fn plain(path: &Path, file: File) -> io::Result<Box<dyn Read>> {
    match Packing::of(&name_of(path)) {
        #[cfg(feature = "packed")]
        Some(Packing::Stream(coding)) => Ok(Box::new(stream::decoded(coding, file)?)),
        #[cfg(not(feature = "packed"))]
        Some(Packing::Stream(_)) => Err(not_built()),
        _ => Ok(Box::new(file)),
    }
}

#[cfg(not(feature = "packed"))]
fn not_built() -> io::Error {
    io::Error::new(io::ErrorKind::Unsupported, "this briefex was built without the feature `packed`")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ending_says_how_a_file_is_packed() {
        let (gzip, zstd) = (Coding::Gzip, Coding::Zstd);
        for (name, packing) in [
            ("a.md.gz", Packing::Stream(gzip)),
            ("A.TXT.ZST", Packing::Stream(zstd)),
            ("a.gz", Packing::Stream(gzip)),
            ("a.tar", Packing::Tar(None)),
            ("a.Tar.GZ", Packing::Tar(Some(gzip))),
            ("a.tgz", Packing::Tar(Some(gzip))),
            ("2025.01.tar.zst", Packing::Tar(Some(zstd))),
            ("a.md.zip", Packing::Zip),
        ] {
            assert_eq!(Packing::of(name), Some(packing), "{name}");
        }
        assert!(["a.md", "gz", "zip", "a.gz.md", "a.tar.xz", "a.zipx", ""].iter().all(|name| Packing::of(name).is_none()));
    }

    #[cfg(feature = "packed")]
    #[test]
    fn compressed_texts_and_archives_are_met_in_folders() {
        assert!(
            ["a.md.gz", "a.Markdown.zst", "a.mdown.gz", "a.txt.zst", "a.zip", "a.tgz", "a.tar.gz"].into_iter().all(is_packed)
        );
        assert!(!["a.md", "a.gz", "a.csv.gz", "a.zip.gz", "md.gz", "a.7z"].into_iter().any(is_packed));
    }
}
