//! Lists of paths, as `find` and `fd` print them: a path a line, or a path and a NUL.

use std::io::{self, BufRead};
use std::path::PathBuf;

use super::{Input, Limits, Unreadable, under, unpacked};

/// The inputs that a list names, each as it is named there; folders are walked, archives opened.
pub fn inputs(list: impl BufRead + Send, end: u8, limits: Limits) -> impl Iterator<Item = Result<Input, Unreadable>> + Send {
    let files = entries(list, end).flat_map(|path| match path {
        Ok(path) => under(path),
        Err(error) => {
            let bad = Unreadable { name: "--files-from".to_owned(), line: None, reason: error.to_string() };
            Box::new(std::iter::once(Err(bad)))
        }
    });
    unpacked(files, limits)
}

/// The paths of a list; empty lines name none.
fn entries(list: impl BufRead, end: u8) -> impl Iterator<Item = io::Result<PathBuf>> {
    let trimmed = move |bytes: Vec<u8>| match bytes.strip_suffix(b"\r") {
        Some(line) if end == b'\n' => line.to_vec(),
        _ => bytes,
    };
    let entries = list.split(end).map(move |entry| entry.map(trimmed));
    entries.filter(|entry| !entry.as_ref().is_ok_and(Vec::is_empty)).map(|entry| entry.map(path))
}

#[cfg(unix)]
fn path(bytes: Vec<u8>) -> PathBuf {
    use std::os::unix::ffi::OsStringExt as _;
    std::ffi::OsString::from_vec(bytes).into()
}

#[cfg(not(unix))]
fn path(bytes: Vec<u8>) -> PathBuf {
    String::from_utf8_lossy(&bytes).into_owned().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_end_with_a_line_or_a_nul() {
        let paths = |list: &str, end| entries(list.as_bytes(), end).map(Result::unwrap).collect::<Vec<_>>();
        assert_eq!(paths("a.md\r\n\nb c.md", b'\n'), [PathBuf::from("a.md"), PathBuf::from("b c.md")]);
        assert_eq!(paths("a\nb.md\0c.md\0", 0), [PathBuf::from("a\nb.md"), PathBuf::from("c.md")]);
    }
}
