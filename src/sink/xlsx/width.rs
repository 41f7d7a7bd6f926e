//! How wide a column must be for what stands in it, where a Chinese character takes the room of two digits.

/// No column is narrower, so that its filter button hides nothing.
const LEAST: usize = 6;
/// The room beside a text: the margins of its cell.
const MARGIN: usize = 2;

/// The widths of a sheet's columns, from the rows as they are written.
#[derive(Debug, Default)]
pub(super) struct Widths {
    widest: Vec<usize>,
}

impl Widths {
    /// Takes note of a text in a column.
    pub fn note(&mut self, column: usize, width: usize) {
        if self.widest.len() <= column {
            self.widest.resize(column + 1, 0);
        }
        if let Some(widest) = self.widest.get_mut(column) {
            *widest = width.max(*widest);
        }
    }

    /// How many columns have been noted.
    pub fn columns(&self) -> usize {
        self.widest.len()
    }

    /// The width of each column in digits, none wider than its cap.
    pub fn settle(&self, cap: impl Fn(usize) -> usize) -> impl Iterator<Item = usize> {
        self.widest.iter().enumerate().map(move |(column, &widest)| (widest + MARGIN).clamp(LEAST, cap(column)))
    }
}

/// The width of a text, which is that of its widest line.
pub(super) fn of(text: &str) -> usize {
    text.lines().map(unicode_width::UnicodeWidthStr::width).max().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_takes_twice_the_room() {
        assert_eq!((of("钠电"), of("ab\nabc"), of("")), (4, 3, 0));
        let mut widths = Widths::default();
        widths.note(2, of("钠电钠电钠电"));
        widths.note(0, 100);
        assert_eq!(widths.settle(|_| 60).collect::<Vec<_>>(), [60, 6, 14]);
    }
}
