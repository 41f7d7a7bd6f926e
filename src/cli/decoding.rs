//! The argument that says how the bytes of an input are text.

use crate::source::{DecodeError, Encoding, Source, hash};

/// How bytes become text.
#[derive(Debug, Clone, Copy, clap::Args)]
pub(super) struct Decoding {
    /// The encoding of what is read, as the web calls it (utf-8, gb18030, big5, shift_jis, windows-1252 …); a byte order mark says
    /// more [default: found out for each file]
    #[arg(long, value_name = "LABEL")]
    pub encoding: Option<Encoding>,
}

impl Decoding {
    /// Decodes the bytes of an input.
    pub fn decode(self, name: String, bytes: &[u8]) -> Result<Source, DecodeError> {
        self.decode_hashed(name, bytes, hash(bytes))
    }

    /// The same, where the hash of the bytes is known.
    pub fn decode_hashed(self, name: String, bytes: &[u8], sha256: String) -> Result<Source, DecodeError> {
        Source::hashed(name, bytes, sha256, self.encoding)
    }
}
