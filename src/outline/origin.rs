//! Where the characters of a cleaned text stand in the file.
//!
//! Cleaning only leaves things out, so a cleaned text is a row of pieces that are verbatim in the file. A record that
//! points at a part of a line (a quantity) needs the way back.

use std::ops::Range;

use crate::excerpt::Excerpt as _;

/// The pieces of a cleaned text, in order.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Origin {
    pieces: Vec<Piece>,
}

/// From here on, up to the next piece, the text stands in the file as it is.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Piece {
    text: usize,
    /// None where the text is not verbatim in the file (a code span over two lines).
    source: Option<usize>,
    is_code: bool,
}

impl Origin {
    /// That of a text of which no part stands in the file.
    pub const EMPTY: Self = Self { pieces: Vec::new() };

    /// Adds a piece: from `text` on the text is what stands in the file from `source` on.
    pub fn push(&mut self, text: usize, source: Option<usize>, is_code: bool) {
        let goes_on = self
            .pieces
            .last()
            .is_some_and(|last| last.is_code == is_code && last.source.map(|start| start + text - last.text) == source);
        if !goes_on {
            self.pieces.push(Piece { text, source, is_code });
        }
    }

    /// Whether no piece has been added.
    pub fn is_empty(&self) -> bool {
        self.pieces.is_empty()
    }

    /// The origin of a text that is made of some parts of this one.
    pub fn select(&self, parts: &[Range<usize>]) -> Self {
        let mut selected = Self::default();
        let mut length = 0;
        for part in parts.iter().filter(|part| !part.is_empty()) {
            let first = self.pieces.partition_point(|piece| piece.text <= part.start).saturating_sub(1);
            for piece in self.pieces.part(first..).iter().take_while(|piece| piece.text < part.end) {
                let start = piece.text.max(part.start);
                let source = piece.source.map(|source| source + start - piece.text);
                selected.push(length + start - part.start, source, piece.is_code);
            }
            length += part.len();
        }
        selected
    }

    /// Takes `count` bytes off the front of the text.
    pub fn drop_front(&mut self, count: usize) {
        let first = self.pieces.partition_point(|piece| piece.text <= count).saturating_sub(1);
        self.pieces.drain(..first);
        for piece in &mut self.pieces {
            piece.source = piece.source.map(|source| source + count.saturating_sub(piece.text));
            piece.text = piece.text.saturating_sub(count);
        }
    }

    /// Adds the origin of a text that was added behind `shift` bytes of this one.
    pub fn append(&mut self, other: &Self, shift: usize) {
        for piece in &other.pieces {
            self.push(piece.text + shift, piece.source, piece.is_code);
        }
    }

    /// Where a part of the text stands in the file.
    pub fn of(&self, part: Range<usize>) -> Option<Range<usize>> {
        let start = self.piece(part.start)?;
        let last = self.piece(part.end.checked_sub(1)?)?;
        let range = start.source? + part.start - start.text..last.source? + part.end - last.text;
        (range.start < range.end).then_some(range)
    }

    /// Whether a part of the text stands in a code span and is not all of it. `length` is that of the text.
    pub fn is_inside_code(&self, part: &Range<usize>, length: usize) -> bool {
        let at = self.pieces.partition_point(|piece| piece.text <= part.start);
        let Some(piece) = at.checked_sub(1).and_then(|at| self.pieces.get(at)).filter(|piece| piece.is_code) else {
            return false;
        };
        let end = self.pieces.get(at).map_or(length, |next| next.text);
        *part != (piece.text..end)
    }

    fn piece(&self, at: usize) -> Option<Piece> {
        let following = self.pieces.partition_point(|piece| piece.text <= at);
        self.pieces.get(following.checked_sub(1)?).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_found_where_they_stand() {
        // `- **价格**：$5` without its mark and its asterisks.
        let source = "- **价格**：$5";
        let text = "价格：$5";
        let mut origin = Origin::default();
        origin.push(0, Some(4), false);
        origin.push(6, Some(12), false);
        let of = |origin: &Origin, part: &str, text: &str| {
            let at = text.find(part).unwrap();
            source[origin.of(at..at + part.len()).unwrap()].to_owned()
        };
        assert_eq!(of(&origin, "$5", text), "$5");
        assert_eq!(of(&origin, "格：", text), "格**：");
        origin.drop_front(3);
        assert_eq!(of(&origin, "格", "格：$5"), "格");
        let selected = origin.select(&[0..3, 6..8]);
        assert_eq!(of(&selected, "$5", "格$5"), "$5");
        assert_eq!(Origin::default().of(0..1), None);
    }
}
