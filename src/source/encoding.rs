//! The encodings that a file may be in, by the labels that the WHATWG's standard gives them: those of the web.

use std::str::FromStr;

/// An encoding, known by a label such as `gb18030`, `big5` or `utf-16le`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Encoding(pub(super) &'static encoding_rs::Encoding);

/// A label that names no encoding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnknownEncoding;

impl std::fmt::Display for UnknownEncoding {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(
            "no encoding goes by this label; use one of the WHATWG's Encoding Standard, such as utf-8, utf-16le, utf-16be, gb18030, \
             gbk, big5, shift_jis, euc-jp, iso-2022-jp, euc-kr or windows-1252",
        )
    }
}

impl std::error::Error for UnknownEncoding {}

impl Encoding {
    /// UTF-8.
    pub const UTF_8: Self = Self(encoding_rs::UTF_8);

    /// The name that the standard gives it.
    pub fn name(self) -> &'static str {
        self.0.name()
    }
}

impl FromStr for Encoding {
    type Err = UnknownEncoding;

    /// Finds the encoding of a label, in capitals or not.
    fn from_str(label: &str) -> Result<Self, UnknownEncoding> {
        encoding_rs::Encoding::for_label_no_replacement(label.as_bytes()).map(Self).ok_or(UnknownEncoding)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_those_of_the_web() {
        let name = |label: &str| label.parse().map(Encoding::name);
        assert_eq!((name("GB2312"), name("utf8"), name("latin1")), (Ok("GBK"), Ok("UTF-8"), Ok("windows-1252")));
        assert_eq!((name("cp936x"), name("hz-gb-2312")), (Err(UnknownEncoding), Err(UnknownEncoding)));
    }
}
