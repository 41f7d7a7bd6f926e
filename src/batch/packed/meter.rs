//! What an archive has decompressed to so far: a few kilobytes can become more than there is time or memory for.

use std::io::{self, Read};

/// A reader that ends with an error where it has given all that it may.
#[derive(Debug)]
pub struct Metered<R> {
    reader: R,
    /// How much it may still give.
    left: u64,
    most: u64,
}

impl<R> Metered<R> {
    /// A reader that gives no more than `most` bytes, of which `left` are left.
    pub fn new(reader: R, left: u64, most: u64) -> Self {
        Self { reader, left, most }
    }

    /// How much may still be given.
    pub fn left(&self) -> u64 {
        self.left
    }
}

impl<R: Read> Read for Metered<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if self.left == 0 && !into.is_empty() {
            return if self.reader.read(&mut [0])? == 0 { Ok(0) } else { Err(exceeded(self.most)) };
        }
        let most = usize::try_from(self.left).unwrap_or(usize::MAX).min(into.len());
        let read = self.reader.read(into.get_mut(..most).unwrap_or_default())?;
        self.left -= read as u64;
        Ok(read)
    }
}

fn exceeded(most: u64) -> io::Error {
    let reason = format!("more than {most} bytes are in this archive, which is what --max-packed-bytes allows");
    io::Error::new(io::ErrorKind::QuotaExceeded, reason)
}

/// Whether a reading ended because there was too much.
pub fn is_exceeded(error: &io::Error) -> bool {
    error.kind() == io::ErrorKind::QuotaExceeded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn just_as_much_as_is_allowed_is_no_error() {
        let read = |most| io::read_to_string(Metered::new(&b"12345"[..], most, most));
        assert_eq!((read(5).unwrap(), read(6).unwrap()), ("12345".to_owned(), "12345".to_owned()));
        assert!(is_exceeded(&read(4).unwrap_err()) && is_exceeded(&read(0).unwrap_err()));
    }
}
