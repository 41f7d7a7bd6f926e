//! Members: which of an archive's are read, and how they are called in the output.

use std::io::{self, Read};

use crate::batch::input::bounded;
use crate::batch::name::escaped;
use crate::batch::{Input, Unreadable, is_text};

/// Whether a member of this name is one to read, as a file is that is met in a folder: a text, and neither it nor a folder above it is
/// hidden. The folder `__MACOSX` holds what macOS knows of the files, under their names.
pub fn is_read(name: &str) -> bool {
    let is_shown = |part: &str| part != "__MACOSX" && (!part.starts_with('.') || part == "." || part == "..");
    is_text(name) && name.split('/').all(is_shown)
}

/// What a member is reported as.
pub fn name(archive: &str, member: &str) -> String {
    format!("{archive}!{}", shown(member))
}

/// The name of a member, which somebody else wrote, without what would move the cursor of a terminal or end a line.
pub fn shown(member: &str) -> String {
    escaped(member.trim_start_matches("./").as_bytes(), char::is_control)
}

/// Why a member, or its archive, is not read.
pub fn bad(name: String, error: &io::Error) -> Unreadable {
    Unreadable { name, line: None, reason: error.to_string() }
}

/// The input that a member is, if it has no more bytes than that; what is wrong with it alone; or, as the outer error, with the
/// reader, which then has no more to give.
pub fn read(name: String, reader: impl Read, most: u64) -> io::Result<Result<Input, Unreadable>> {
    match bounded(reader, most) {
        Ok(bytes) => Ok(Ok(Input::member(name, bytes))),
        Err(error) if error.kind() == io::ErrorKind::FileTooLarge => Ok(Err(bad(name, &error))),
        Err(error) => Err(error),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_that_are_not_hidden_are_read() {
        assert!(["a.md", "2025/a.MD", "./a.txt", "../a.md", "/etc/a.mdown", "a..b/c.markdown"].into_iter().all(is_read));
        for name in
            ["", "a", "md", "a.md/", "a.md.gz", "b.zip", ".a.md", ".git/a.md", "x/.y/a.md", "__MACOSX/a.md", "__MACOSX/._a.md"]
        {
            assert!(!is_read(name), "{name}");
        }
    }

    #[test]
    fn names_stay_names() {
        assert_eq!(name("a.zip", "2025/一.md"), "a.zip!2025/一.md");
        assert_eq!(name("x/a.tgz", "./../b.md"), "x/a.tgz!../b.md");
        assert_eq!(name("a.tar", "/etc/a\n\u{1b}[2J\0.md"), "a.tar!/etc/a\\x0A\\x1B[2J\\x00.md");
    }
}
