//! Where output goes, and that it gets there whole: a file is written beside its place and moved there at the end, so
//! what is on disk is the old file or the new one.

use std::io::{self, BufWriter, Stdout, Write};
use std::path::{Component, Path, PathBuf};

use tempfile::NamedTempFile;

/// What the names of unfinished files begin and end with.
const PREFIX: &str = ".briefex-";
const SUFFIX: &str = ".tmp";

/// An output stream that replaces its file only when it is finished.
#[derive(Debug)]
pub enum Output {
    /// Standard output.
    Stdout(BufWriter<Stdout>),
    /// A file under a temporary name, and the place it is moved to.
    File(BufWriter<NamedTempFile>, PathBuf),
}

impl Output {
    /// Standard output, buffered.
    pub fn stdout() -> Self {
        Self::Stdout(BufWriter::with_capacity(1 << 16, io::stdout()))
    }

    /// A file that appears, or replaces the one that is there, on [`Output::finish`].
    ///
    /// # Errors
    /// When its folder cannot be made or written to.
    pub fn file(path: &Path) -> io::Result<Self> {
        Self::file_by(path, folder_of(path))
    }

    /// The same, written in another folder of the same file system until then, where [`clear`] finds what a run that was
    /// killed has left.
    ///
    /// # Errors
    /// When a folder cannot be made or written to.
    pub fn file_by(path: &Path, folder: &Path) -> io::Result<Self> {
        std::fs::create_dir_all(folder_of(path))?;
        std::fs::create_dir_all(folder)?;
        let mut builder = tempfile::Builder::new();
        let builder = builder.prefix(PREFIX).suffix(SUFFIX);
        #[cfg(unix)]
        let builder = builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
        let file = builder.tempfile_in(folder)?;
        Ok(Self::File(BufWriter::with_capacity(1 << 16, file), path.to_owned()))
    }

    /// Flushes, and moves a file to its place.
    ///
    /// # Errors
    /// When the last bytes cannot be written or the file cannot be moved; then the old file is still there.
    pub fn finish(self) -> io::Result<()> {
        match self {
            Self::Stdout(mut out) => out.flush(),
            Self::File(out, path) => {
                let file = out.into_inner().map_err(io::IntoInnerError::into_error)?;
                file.as_file().sync_all()?;
                file.persist(path).map(drop).map_err(|error| error.error)
            }
        }
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::Stdout(out) => out.write(bytes),
            Self::File(out, _) => out.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::Stdout(out) => out.flush(),
            Self::File(out, _) => out.flush(),
        }
    }
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

/// The place of a source file's output in a folder: the tree of the input mirrored, never outside the folder.
pub fn mirrored(folder: &Path, source: &str, ending: &str) -> PathBuf {
    let name = if source == crate::batch::STDIN { "stdin" } else { source };
    let inside = Path::new(name).components().filter(|part| matches!(part, Component::Normal(_)));
    let mut path = inside.fold(folder.to_owned(), |path, part| path.join(part)).into_os_string();
    path.push(".");
    path.push(ending);
    path.into()
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

    #[test]
    fn mirrored_paths_stay_inside() {
        assert_eq!(mirrored(Path::new("out"), "2026/a.md", "json"), Path::new("out/2026/a.md.json"));
        assert_eq!(mirrored(Path::new("out"), "../../etc/a.md", "json"), Path::new("out/etc/a.md.json"));
        assert_eq!(mirrored(Path::new("out"), "-", "json"), Path::new("out/stdin.json"));
    }
}
