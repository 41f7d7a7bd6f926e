//! Where output goes, and that it gets there whole: a file is written beside its place and moved there at the end, so
//! what is on disk is the old file or the new one. What is no regular file, a pipe or a device, is written to as it is.

use std::borrow::Cow;
use std::fs::{File, Metadata};
use std::io::{self, BufWriter, Write};
use std::path::{Component, Path, PathBuf};

use tempfile::TempPath;

use crate::excerpt::Excerpt as _;
use crate::source::hash;
use crate::terminal::Stdout;

/// What the names of unfinished files begin and end with.
const PREFIX: &str = ".briefex-";
const SUFFIX: &str = ".tmp";
const BUFFER: usize = 1 << 16;
/// How many bytes the name of a file may have where file systems are strict, and how many the path of an output below its folder.
const LONGEST_NAME: usize = 255;
const LONGEST_PATH: usize = 1024;

/// An output stream that replaces its file only when it is finished.
#[derive(Debug)]
pub enum Output {
    /// Standard output.
    Stdout(BufWriter<Stdout>),
    /// A pipe or a device, and its name.
    Through(BufWriter<File>, PathBuf),
    /// A file under a temporary name.
    File(BufWriter<File>, Unplaced),
}

/// A file under a temporary name, and the place that is meant for it; dropped, it is gone.
#[derive(Debug)]
pub struct Unplaced {
    file: TempPath,
    place: PathBuf,
}

impl Output {
    /// Standard output, buffered.
    pub fn stdout() -> Self {
        Self::Stdout(BufWriter::with_capacity(BUFFER, Stdout::new()))
    }

    /// A file that appears, or replaces the one that is there, on [`Output::finish`]; through a link, the file that it leads
    /// to. A file that was there keeps its permissions.
    ///
    /// # Errors
    /// When its folder cannot be made or written to.
    pub fn file(path: &Path) -> io::Result<Self> {
        match std::fs::metadata(path) {
            Ok(metadata) if metadata.is_file() => {
                let place = std::fs::canonicalize(path)?;
                let folder = folder_of(&place).to_owned();
                Self::temporary(place, &folder, Some(&metadata))
            }
            Ok(metadata) if !metadata.is_dir() => {
                let file = File::options().write(true).open(path)?;
                Ok(Self::Through(BufWriter::with_capacity(BUFFER, file), path.to_owned()))
            }
            _ => Self::temporary(path.to_owned(), folder_of(path), None),
        }
    }

    /// A file that is written in another folder of the same file system until it is finished, where [`clear`] finds what a run
    /// that was killed has left.
    ///
    /// # Errors
    /// When a folder cannot be made or written to.
    pub fn file_by(path: &Path, folder: &Path) -> io::Result<Self> {
        Self::temporary(path.to_owned(), folder, None)
    }

    fn temporary(place: PathBuf, folder: &Path, before: Option<&Metadata>) -> io::Result<Self> {
        make_folder(folder_of(&place))?;
        make_folder(folder)?;
        let mut builder = tempfile::Builder::new();
        let builder = builder.prefix(PREFIX).suffix(SUFFIX);
        #[cfg(unix)]
        let builder = builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
        let (file, path) = builder.tempfile_in(folder)?.into_parts();
        if let Some(before) = before {
            file.set_permissions(before.permissions())?;
        }
        Ok(Self::File(BufWriter::with_capacity(BUFFER, file), Unplaced { file: path, place }))
    }

    /// Writes what is still to be written, to the disk as well; a file is then complete, but not yet in its place.
    ///
    /// # Errors
    /// When the last bytes cannot be written; then the old file is still there.
    pub fn complete(self) -> io::Result<Option<Unplaced>> {
        match self {
            Self::Stdout(mut out) => out.flush().map(|()| None),
            Self::Through(mut out, path) => out.flush().map(|()| None).map_err(|error| named(&path, &error)),
            Self::File(out, unplaced) => {
                let written = out.into_inner().map_err(io::IntoInnerError::into_error).and_then(|file| file.sync_all());
                written.map_err(|error| named(&unplaced.place, &error))?;
                Ok(Some(unplaced))
            }
        }
    }

    /// Flushes, and moves a file to its place.
    ///
    /// # Errors
    /// When the last bytes cannot be written or the file cannot be moved; then the old file is still there.
    pub fn finish(self) -> io::Result<()> {
        self.complete()?.map_or(Ok(()), Unplaced::place)
    }
}

impl Unplaced {
    /// Moves the file to its place.
    ///
    /// # Errors
    /// When it cannot be moved; then the old file is still there.
    pub fn place(self) -> io::Result<()> {
        self.file.persist(&self.place).map_err(|error| named(&self.place, &error.error))
    }
}

/// The same error, and of which file: that of its place, which is the one that the user has named.
fn named(path: &Path, error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{}: {error}", path.display()))
}

/// Ends several outputs of one run: all are completed before the first is moved to its place, so that what may fail, fails
/// while all the old files are there.
///
/// # Errors
/// When one cannot be completed or moved.
pub fn finish_all(outputs: impl IntoIterator<Item = Output>) -> io::Result<()> {
    let complete: Vec<_> = outputs.into_iter().map(Output::complete).collect::<io::Result<_>>()?;
    complete.into_iter().flatten().try_for_each(Unplaced::place)
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::Stdout(out) => out.write(bytes),
            Self::Through(out, path) => out.write(bytes).map_err(|error| named(path, &error)),
            Self::File(out, unplaced) => out.write(bytes).map_err(|error| named(&unplaced.place, &error)),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::Stdout(out) => out.flush(),
            Self::Through(out, path) => out.flush().map_err(|error| named(path, &error)),
            Self::File(out, unplaced) => out.flush().map_err(|error| named(&unplaced.place, &error)),
        }
    }
}

/// Makes a folder, and those above it.
///
/// # Errors
/// When one of them cannot be made or is a file; the error names it.
pub fn make_folder(folder: &Path) -> io::Result<()> {
    std::fs::create_dir_all(folder).map_err(|error| {
        let file = folder.ancestors().find(|above| above.exists() && !above.is_dir());
        match file {
            Some(file) => io::Error::new(io::ErrorKind::NotADirectory, format!("{}: this is no folder", file.display())),
            None => named(folder, &error),
        }
    })
}

/// Removes unfinished files from a folder.
///
/// # Errors
/// When the folder cannot be listed or one of them not removed.
pub fn clear(folder: &Path) -> io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name();
        if name.to_str().is_some_and(|name| name.starts_with(PREFIX) && name.ends_with(SUFFIX)) {
            std::fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}

fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// The place of a source file's output in a folder: the tree of the input mirrored, never outside the folder. A name that no file
/// system takes, as archives may hold it, is cut, and the hash of the whole keeps it apart from others.
pub fn mirrored(folder: &Path, source: &str, ending: &str) -> PathBuf {
    let name = if source == crate::batch::STDIN { "stdin" } else { source };
    let parts = Path::new(name).components().filter_map(|part| match part {
        Component::Normal(part) => part.to_str(),
        _ => None,
    });
    let mut parts: Vec<&str> = parts.collect();
    let last = parts.pop().unwrap_or_default();
    let ending = format!(".{ending}");
    if source.len() > LONGEST_PATH {
        return folder.join(format!("{}{ending}", fitted(source, last, 0)));
    }
    let place = parts.into_iter().fold(folder.to_owned(), |place, part| place.join(&*fitted(part, part, LONGEST_NAME)));
    place.join(format!("{}{ending}", fitted(last, last, LONGEST_NAME - ending.len())))
}

/// A name of at most so many bytes: itself, or its beginning and the hash of what it stands for.
fn fitted<'n>(whole: &str, name: &'n str, most: usize) -> Cow<'n, str> {
    const DIGITS: usize = 16;
    if name.len() <= most {
        return name.into();
    }
    let hash: String = hash(whole.as_bytes()).chars().take(DIGITS).collect();
    let room = most.saturating_sub(DIGITS + 1);
    let end = (0..=room).rev().find(|&at| name.is_char_boundary(at)).unwrap_or_default();
    let beginning = name.part(..end);
    format!("{beginning}~{hash}").into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_appears_whole_or_not_at_all() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("deep/out.json");
        let mut output = Output::file(&path).unwrap();
        output.write_all(b"[]").unwrap();
        assert!(!path.exists());
        output.finish().unwrap();
        assert_eq!(std::fs::read(&path).unwrap(), b"[]");
        drop(Output::file(&path).unwrap());
        assert_eq!(std::fs::read(&path).unwrap(), b"[]");
        assert_eq!(std::fs::read_dir(folder.path().join("deep")).unwrap().count(), 1);
    }

    #[cfg(unix)]
    #[test]
    fn a_file_is_replaced_through_a_link_and_keeps_its_permissions() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().unwrap();
        let (target, link) = (folder.path().join("target"), folder.path().join("link"));
        std::fs::write(&target, "old").unwrap();
        std::fs::set_permissions(&target, std::fs::Permissions::from_mode(0o600)).unwrap();
        std::os::unix::fs::symlink("target", &link).unwrap();
        let mut output = Output::file(&link).unwrap();
        output.write_all(b"new").unwrap();
        output.finish().unwrap();
        assert!(link.is_symlink());
        assert_eq!(std::fs::read(&target).unwrap(), b"new");
        assert_eq!(std::fs::metadata(&target).unwrap().permissions().mode() & 0o777, 0o600);
    }

    #[test]
    fn several_files_come_together_or_not_at_all() {
        let folder = tempfile::tempdir().unwrap();
        let (first, second) = (folder.path().join("a"), folder.path().join("b/c"));
        let outputs = [Output::file(&first).unwrap(), Output::file(&second).unwrap()];
        finish_all(outputs).unwrap();
        assert!(first.exists() && second.exists());
    }

    #[test]
    fn mirrored_paths_stay_inside() {
        assert_eq!(mirrored(Path::new("out"), "2026/a.md", "json"), Path::new("out/2026/a.md.json"));
        assert_eq!(mirrored(Path::new("out"), "../../etc/a.md", "json"), Path::new("out/etc/a.md.json"));
        assert_eq!(mirrored(Path::new("out"), "-", "json"), Path::new("out/stdin.json"));
    }

    #[test]
    fn names_that_no_file_system_takes_are_cut_and_stay_apart() {
        let place = |source: &str| mirrored(Path::new(""), source, "json").to_str().unwrap().to_owned();
        let fits = format!("{}.md", "a".repeat(247));
        assert_eq!(place(&fits), format!("{fits}.json"));
        let (one, other) = (place(&format!("{}1.md", "钠".repeat(90))), place(&format!("{}2.md", "钠".repeat(90))));
        assert!(one.starts_with('钠') && one.ends_with(".json") && one.len() <= LONGEST_NAME && one != other, "{one}");
        let deep = place(&format!("{}b.md", "folder/".repeat(300)));
        assert!(deep.len() < LONGEST_NAME && deep != place(&format!("{}c.md", "folder/".repeat(300))), "{deep}");
    }
}
