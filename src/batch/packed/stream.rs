//! Compressed streams: gzip, also of several parts one after the other as `pigz` and `cat` make them, and zstd, also of several frames.

use std::fs::File;
use std::io::{self, BufRead as _, BufReader, Read};

use flate2::bufread::MultiGzDecoder;
use zstd::stream::read::Decoder;

use super::Coding;

/// What a file decompresses to.
///
/// # Errors
/// When it cannot be read or is empty, which no compressed file is.
pub fn decoded(coding: Coding, file: File) -> io::Result<Box<dyn Read + Send>> {
    let mut reader = BufReader::new(file);
    if reader.fill_buf()?.is_empty() {
        return Err(io::Error::new(io::ErrorKind::UnexpectedEof, "the file is empty"));
    }
    Ok(match coding {
        Coding::Gzip => Box::new(MultiGzDecoder::new(reader)),
        Coding::Zstd => Box::new(Decoder::with_buffer(reader)?),
    })
}
