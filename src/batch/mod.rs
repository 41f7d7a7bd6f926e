//! The inputs of a run: named files, folders walked in a stable order, lists of files, members of archives, standard input.
//!
//! A path is reported as a reader of the output would look it up: relative to the folder where one folder alone was named,
//! else as it was named, with `/` between its parts.

pub mod frame;
mod input;
pub mod list;
mod name;
mod packed;
pub mod parallel;
pub mod state;

use std::borrow::Cow;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

pub use input::{Input, Stamp, Unreadable};
pub use name::shown;
pub use packed::Limits;

/// The name of standard input, on the command line and in the output.
pub const STDIN: &str = "-";
/// Endings of the files that are read in a folder.
const ENDINGS: &[&str] = &["md", "markdown", "mdown", "txt"];

/// Inputs one after the other, or why there is none in a place.
pub type Inputs<'p> = Box<dyn Iterator<Item = Result<Input, Unreadable>> + Send + 'p>;

/// Lists the inputs under the paths of the command line, in the order given, each folder sorted. Hidden files and files of
/// other endings are passed over in folders; links are followed once. An archive is the texts in it.
pub fn inputs(paths: &[PathBuf], limits: Limits) -> Inputs<'_> {
    Box::new(unpacked(files(paths), limits))
}

/// Counts the inputs; none where there are archives among them, which would have to be read.
pub fn count(paths: &[PathBuf]) -> Option<usize> {
    let is_one = |file: Result<Input, Unreadable>| file.map_or(true, |file| !packed::is_archive(&file));
    files(paths).map(|file| is_one(file).then_some(1)).sum()
}

fn unpacked(
    files: impl Iterator<Item = Result<Input, Unreadable>> + Send,
    limits: Limits,
) -> impl Iterator<Item = Result<Input, Unreadable>> + Send {
    files.flat_map(move |file| match file {
        Ok(file) => packed::opened(file, limits),
        Err(bad) => Box::new(std::iter::once(Err(bad))),
    })
}

/// The files under the paths of the command line.
fn files(paths: &[PathBuf]) -> Inputs<'_> {
    match paths {
        [folder] if folder.is_dir() => Box::new(walked(folder.clone(), folder.clone())),
        _ => Box::new(paths.iter().cloned().flat_map(under)),
    }
}

/// The files of one path among several.
fn under(path: PathBuf) -> Inputs<'static> {
    if path.as_os_str() == STDIN {
        Box::new(std::iter::once(Ok(Input::stdin())))
    } else if path.is_dir() {
        Box::new(walked(path, PathBuf::new()))
    } else {
        Box::new(std::iter::once(Ok(Input::file(shown(&path), path))))
    }
}

/// The files below a folder, reported relative to `base`.
fn walked(root: PathBuf, base: PathBuf) -> impl Iterator<Item = Result<Input, Unreadable>> + Send {
    let walk = WalkDir::new(&root).follow_links(true).sort_by_file_name().into_iter();
    walk.filter_entry(|entry| entry.depth() == 0 || !is_hidden(entry)).filter_map(move |entry| match entry {
        Ok(entry) if entry.file_type().is_file() && is_met(entry.path()) => {
            let name = shown(entry.path().strip_prefix(&base).unwrap_or(entry.path()));
            Some(Ok(Input::file(name, entry.into_path())))
        }
        Ok(_) => None,
        // A link that leads back to a folder above it has been walked already.
        Err(error) if error.loop_ancestor().is_some() => None,
        // What some editors leave beside a file that they have open: a hidden link to nowhere.
        Err(error) if error.depth() > 0 && error.path().is_some_and(|path| begins_with_dot(path.file_name())) => None,
        Err(error) => {
            let path = error.path().unwrap_or(&root);
            let below = path.strip_prefix(&base).ok().filter(|below| !below.as_os_str().is_empty());
            let name = shown(below.unwrap_or(path));
            let reason = error.io_error().map_or_else(|| error.to_string(), ToString::to_string);
            Some(Err(Unreadable { name, line: None, reason }))
        }
    })
}

fn is_hidden(entry: &DirEntry) -> bool {
    begins_with_dot(Some(entry.file_name()))
}

fn begins_with_dot(name: Option<&OsStr>) -> bool {
    name.is_some_and(|name| name.as_encoded_bytes().starts_with(b"."))
}

/// Whether a file that is met in a folder is read.
fn is_met(path: &Path) -> bool {
    let name = name_of(path);
    is_text(&name) || packed::is_packed(&name)
}

fn is_text(name: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, ending)| ENDINGS.iter().any(|known| known.eq_ignore_ascii_case(ending)))
}

fn name_of(path: &Path) -> Cow<'_, str> {
    path.file_name().unwrap_or_default().to_string_lossy()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(paths: &[PathBuf]) -> Vec<String> {
        inputs(paths, Limits::NONE).map(|input| input.map_or_else(|bad| format!("!{}", bad.name), |input| input.name)).collect()
    }

    #[test]
    fn folders_are_walked_in_order_without_hidden_files() {
        let root = tempfile::tempdir().unwrap();
        for name in ["b.md", "a/z.txt", "a/.hidden.md", ".git/x.md", "c.rs", "D.MARKDOWN"] {
            let path = root.path().join(name);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, "x").unwrap();
        }
        assert_eq!(names(&[root.path().to_owned()]), ["D.MARKDOWN", "a/z.txt", "b.md"]);
        let two = names(&[root.path().join("a"), root.path().join("b.md")]);
        assert!(two[0].ends_with("/a/z.txt") && two[1].ends_with("/b.md"), "{two:?}");
        assert_eq!(names(&[PathBuf::from("-"), PathBuf::from("missing.md")]), ["-", "missing.md"]);
    }

    #[cfg(unix)]
    #[test]
    fn link_loops_are_harmless() {
        let root = tempfile::tempdir().unwrap();
        std::fs::write(root.path().join("a.md"), "x").unwrap();
        std::os::unix::fs::symlink(root.path(), root.path().join("loop")).unwrap();
        assert_eq!(names(&[root.path().to_owned()]), ["a.md"]);
    }
}
