//! Text on a terminal: what a file says or is called must not move the cursor, change the colours, or turn words around. To a pipe
//! or a file everything goes as it is; a terminal, and whoever reads messages, gets `\u001b` for what would act instead of being
//! seen. In JSON that means the same.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::io::{self, IsTerminal as _, Write};

use crate::excerpt::Excerpt as _;

/// Whether a character acts instead of being seen: controls, and the marks that turn the direction of text around.
fn acts(c: char) -> bool {
    c.is_control() || matches!(c, '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// A message, on one line whatever it quotes.
pub(crate) fn line(text: &str) -> Cow<'_, str> {
    visible(text, |_| true)
}

/// A text with escapes in place of the characters that act, as far as those are not wanted.
fn visible(text: &str, is_bad: impl Fn(char) -> bool) -> Cow<'_, str> {
    let is_bad = |c: char| acts(c) && is_bad(c);
    if !text.contains(is_bad) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        match c {
            _ if !is_bad(c) => shown.push(c),
            '\n' => shown.push_str("\\n"),
            '\r' => shown.push_str("\\r"),
            '\t' => shown.push_str("\\t"),
            _ => drop(write!(shown, "\\u{:04x}", u32::from(c))),
        }
    }
    Cow::Owned(shown)
}

/// Standard output; an error names it.
#[derive(Debug)]
pub struct Stdout(Kind);

#[derive(Debug)]
enum Kind {
    Plain(io::Stdout),
    Terminal(Shown<io::Stdout>),
}

impl Stdout {
    /// Standard output as it is now.
    pub fn new() -> Self {
        let out = io::stdout();
        Self(if out.is_terminal() { Kind::Terminal(Shown::new(out)) } else { Kind::Plain(out) })
    }
}

impl Write for Stdout {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match &mut self.0 {
            Kind::Plain(out) => out.write(bytes),
            Kind::Terminal(out) => out.write(bytes),
        }
        .map_err(|error| named(&error))
    }

    fn flush(&mut self) -> io::Result<()> {
        match &mut self.0 {
            Kind::Plain(out) => out.flush(),
            Kind::Terminal(out) => out.flush(),
        }
        .map_err(|error| named(&error))
    }
}

fn named(error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("standard output: {error}"))
}

/// A stream of text of which a terminal sees every character; lines and tabs stay what they are.
#[derive(Debug)]
struct Shown<W> {
    out: W,
    /// The beginning of a character, or a carriage return, of which the next bytes say what it is.
    begun: Vec<u8>,
}

impl<W: Write> Shown<W> {
    fn new(out: W) -> Self {
        Self { out, begun: Vec::new() }
    }

    fn put(&mut self, text: &str) -> io::Result<()> {
        for (at, part) in text.split("\r\n").enumerate() {
            if at > 0 {
                self.out.write_all(b"\r\n")?;
            }
            self.out.write_all(visible(part, |c| !matches!(c, '\n' | '\t')).as_bytes())?;
        }
        Ok(())
    }
}

impl<W: Write> Write for Shown<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let mut all = std::mem::take(&mut self.begun);
        all.extend_from_slice(bytes);
        let whole = whole(&all);
        self.begun = all.split_off(whole);
        self.put(&String::from_utf8_lossy(&all))?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// How many of these bytes can be judged without those that follow.
fn whole(bytes: &[u8]) -> usize {
    let cut = match bytes.utf8_chunks().last() {
        // A character has four bytes at most: what follows cannot complete more.
        Some(last)
            if last.invalid().len() < 4
                && std::str::from_utf8(last.invalid()).is_err_and(|error| error.error_len().is_none()) =>
        {
            last.invalid().len()
        }
        _ => 0,
    };
    let whole = bytes.len() - cut;
    if bytes.part(..whole).ends_with(b"\r") { whole - 1 } else { whole }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(chunks: &[&[u8]]) -> String {
        let mut out = Shown::new(Vec::new());
        for chunk in chunks {
            out.write_all(chunk).unwrap();
        }
        out.flush().unwrap();
        String::from_utf8(out.out).unwrap()
    }

    #[test]
    fn a_message_is_one_line_of_visible_characters() {
        assert_eq!(line("一.md:3: fine"), "一.md:3: fine");
        assert_eq!(line("a\nb\r\t\u{1b}[2J\u{7}\u{7f}\u{9b}\u{202e}x"), r"a\nb\r\t\u001b[2J\u0007\u007f\u009b\u202ex");
    }

    #[test]
    fn lines_and_tabs_stay_and_what_acts_is_seen() {
        assert_eq!(shown(&["a\tb\n钠\u{1b}[31m\r\nc\rd\n".as_bytes()]), "a\tb\n钠\\u001b[31m\r\nc\\rd\n");
    }

    #[test]
    fn where_the_bytes_are_parted_changes_nothing() {
        let text = "钠\u{9b}2J电\r\n😀\u{202e}\r\u{1b}]0;x\u{7}.\n".as_bytes();
        let expected = shown(&[text]);
        assert!(expected.starts_with("钠\\u009b2J电\r\n😀\\u202e\\r\\u001b]0;x\\u0007."), "{expected}");
        for at in 0..=text.len() {
            assert_eq!(shown(&[&text[..at], &text[at..]]), expected, "{at}");
        }
        let bytes: Vec<_> = text.chunks(1).collect();
        assert_eq!(shown(&bytes), expected);
    }
}
