//! The lines of a file, each known by its index.
//!
//! Indices of lines come from the lines themselves (parents, ends of subtrees, children), so that a line that is not there is a
//! mistake of ours. As with parts of texts, it stops a debug build and is no reason to end a run: there such a line says nothing. So
//! this is a type of its own, which indexing cannot make panic, rather than a vector.

use std::ops::{Index, Range};
use std::slice::Iter;

use super::{Kind, Line, Marker, Origin};
use crate::excerpt::Excerpt as _;

/// Lines in file order.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Lines(Vec<Line>);

/// What stands where there is no line: code, which no extractor reads.
static NONE: Line = Line {
    number: 1,
    span: 0..0,
    kind: Kind::Code,
    marker: Marker::Plain,
    ordinal: None,
    emoji: None,
    column: 0,
    gap: false,
    ruled: false,
    text: String::new(),
    origin: Origin::EMPTY,
    label: None,
    links: Vec::new(),
    block: 0,
    parent: None,
    end: 0,
};

impl Lines {
    /// How many lines there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is no line.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The line at an index that may be past the last one.
    pub fn at(&self, index: usize) -> Option<&Line> {
        self.0.get(index)
    }

    /// The lines in order.
    pub fn iter(&self) -> Iter<'_, Line> {
        self.0.iter()
    }

    /// The lines of a range.
    pub(crate) fn part(&self, range: Range<usize>) -> &[Line] {
        self.0.part(range)
    }

    /// Adds a line below the others.
    pub(super) fn push(&mut self, line: Line) {
        self.0.push(line);
    }

    /// The line that was added last.
    pub(super) fn last_mut(&mut self) -> Option<&mut Line> {
        self.0.last_mut()
    }

    /// Sets down what was found out of a line.
    pub(super) fn change(&mut self, index: usize, change: impl FnOnce(&mut Line)) {
        let line = self.0.get_mut(index);
        debug_assert!(line.is_some(), "there is no line {index}");
        if let Some(line) = line {
            change(line);
        }
    }
}

#[cold]
#[track_caller]
fn absent() -> &'static Line {
    debug_assert!(false, "there is no such line");
    &NONE
}

impl Index<usize> for Lines {
    type Output = Line;

    #[inline]
    #[track_caller]
    fn index(&self, index: usize) -> &Line {
        match self.0.get(index) {
            Some(line) => line,
            None => absent(),
        }
    }
}

impl<'a> IntoIterator for &'a Lines {
    type Item = &'a Line;
    type IntoIter = Iter<'a, Line>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}
