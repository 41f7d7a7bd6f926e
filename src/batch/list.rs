//! Lists of paths, as `find` and `fd` print them: a path a line, or a path and a NUL.

use std::io::BufRead;
use std::path::PathBuf;

use super::frame::Lines;
use super::{Input, Limits, Unreadable, under, unpacked};

/// How many bytes a path may have: more than any system takes.
const LONGEST: u64 = 1 << 16;

/// The inputs that a list names, each as it is named there; folders are walked, archives opened. The list is reported under its own
/// name where it cannot be read.
pub fn inputs(
    name: String,
    list: impl BufRead + Send,
    end: u8,
    limits: Limits,
) -> impl Iterator<Item = Result<Input, Unreadable>> + Send {
    let files = entries(name, list, end).flat_map(|path| match path {
        Ok(path) => under(path),
        Err(bad) => Box::new(std::iter::once(Err(bad))),
    });
    unpacked(files, limits)
}

/// The paths of a list; empty lines name none, and of a list that cannot be read further there are no more.
fn entries(name: String, list: impl BufRead, end: u8) -> impl Iterator<Item = Result<PathBuf, Unreadable>> {
    let mut lines = Lines::new(list, end, LONGEST);
    let (mut number, mut is_over) = (0, false);
    let entries = std::iter::from_fn(move || {
        if is_over {
            return None;
        }
        number += 1;
        let bad = |line, reason| Some(Err(Unreadable { name: name.clone(), line, reason }));
        match lines.next() {
            Ok(Some(Ok(line))) => Some(Ok(trimmed(line, number == 1, end == b'\n'))),
            Ok(Some(Err(reason))) => bad(Some(number), reason),
            Ok(None) => None,
            Err(error) => {
                is_over = true;
                bad(None, error.to_string())
            }
        }
    });
    entries.filter(|entry| !entry.as_ref().is_ok_and(Vec::is_empty)).map(|entry| entry.map(path))
}

/// A line without what editors put around it: the end of a line of Windows, and the byte order mark of a file.
fn trimmed(mut line: Vec<u8>, is_first: bool, is_text: bool) -> Vec<u8> {
    if is_text && line.ends_with(b"\r") {
        line.pop();
    }
    match line.strip_prefix(b"\xef\xbb\xbf") {
        Some(rest) if is_first => rest.to_vec(),
        _ => line,
    }
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

    fn read(list: impl BufRead, end: u8) -> Vec<Result<PathBuf, String>> {
        entries("list".to_owned(), list, end).map(|entry| entry.map_err(|bad| bad.to_string())).collect()
    }

    #[test]
    fn paths_end_with_a_line_or_a_nul() {
        let paths = |list: &str, end| read(list.as_bytes(), end).into_iter().map(Result::unwrap).collect::<Vec<_>>();
        assert_eq!(paths("\u{feff}a.md\r\n\nb c.md", b'\n'), [PathBuf::from("a.md"), PathBuf::from("b c.md")]);
        assert_eq!(paths("a\nb.md\0c.md\0", 0), [PathBuf::from("a\nb.md"), PathBuf::from("c.md")]);
    }

    #[test]
    fn what_is_no_list_ends() {
        let long = format!("a.md\n{}\nb.md\n", "x".repeat(LONGEST as usize + 1));
        let read = |list: &mut dyn BufRead| self::read(list, b'\n');
        let paths = read(&mut long.as_bytes());
        assert_eq!((&paths[0], &paths[2]), (&Ok("a.md".into()), &Ok("b.md".into())));
        assert_eq!(paths[1], Err("list:2: error: this line has more than 65536 bytes".to_owned()));
        #[cfg(unix)]
        assert_eq!(read(&mut std::io::BufReader::new(std::fs::File::open("/").unwrap())).len(), 1);
    }
}
