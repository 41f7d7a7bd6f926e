//! A line of columns to its cells.
//!
//! What stands in columns is set in characters of one width, but Han characters take two and not everybody counts them so:
//! cells are told apart by what parts them, not by where they begin.

use unicode_width::UnicodeWidthChar as _;

use crate::excerpt::Excerpt as _;

/// What parts the cells of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Parting {
    /// Two blanks or more, a tab, or a full-width space.
    Blanks,
    /// A bar between two cells.
    Bars,
    /// A bar on either side of each.
    Box,
}

impl Parting {
    /// What parts the cells of a header, if there are several.
    pub fn of(line: &str) -> Option<Self> {
        let line = line.trim();
        let is_boxed = line.starts_with(is_bar) && line.ends_with(is_bar);
        let parting = match line.chars().filter(|&c| is_bar(c)).count() {
            0 => Self::Blanks,
            count if is_boxed && count > 2 => Self::Box,
            _ if !is_boxed => Self::Bars,
            _ => return None,
        };
        (cells(line, parting).len() > 1).then_some(parting)
    }
}

fn is_bar(c: char) -> bool {
    matches!(c, '|' | '│' | '┃' | '║' | '｜')
}

/// The cells of a line. A line that is not boxed has a single cell in a box.
pub(super) fn cells(line: &str, parting: Parting) -> Vec<&str> {
    let line = line.trim();
    match parting {
        Parting::Blanks => at_blanks(line),
        Parting::Bars => line.split(is_bar).map(str::trim).collect(),
        Parting::Box => match line.strip_prefix(is_bar).and_then(|line| line.strip_suffix(is_bar)) {
            Some(inner) => inner.split(is_bar).map(str::trim).collect(),
            None => vec![line],
        },
    }
}

fn at_blanks(line: &str) -> Vec<&str> {
    let mut cells = Vec::new();
    let mut rest = line;
    let mut from = 0;
    while let Some(offset) = rest.part(from..).find(char::is_whitespace) {
        let at = from + offset;
        let behind = rest.part(at..).trim_start();
        let blank = rest.part(at..rest.len() - behind.len());
        from = at + blank.len();
        if blank.contains('\t') || blank.chars().map(|c| c.width().unwrap_or(1)).sum::<usize>() > 1 {
            cells.push(rest.part(..at));
            rest = behind;
            from = 0;
        }
    }
    cells.push(rest);
    cells
}

/// Whether the second cells of lines that blanks part stand below one another, with Han characters counted as two columns or
/// as one.
pub(super) fn are_aligned<'l>(lines: impl Iterator<Item = &'l str> + Clone) -> bool {
    let before = |line: &'l str| {
        let line = line.trim();
        let first = at_blanks(line).first().map_or(0, |cell| cell.len());
        line.part(..line.len() - line.part(first..).trim_start().len())
    };
    let widths = lines.clone().map(|line| before(line).chars().map(|c| c.width().unwrap_or(1)).sum::<usize>());
    let counts = lines.map(|line| before(line).chars().count());
    are_same(widths) || are_same(counts)
}

/// Where the columns of full rows begin, in columns of the screen with Han characters counted as two, or as one.
pub(super) struct Columns {
    starts: Vec<usize>,
    is_wide: bool,
}

impl Columns {
    /// The places at which all of several full rows begin their cells; none where they do not agree.
    pub fn of<'l>(rows: impl Iterator<Item = &'l str> + Clone) -> Option<Self> {
        [true, false].into_iter().find_map(|is_wide| {
            let mut rows = rows.clone().map(|row| starts(row.trim(), is_wide));
            let starts = rows.next().filter(|starts| starts.len() > 1)?;
            let first = rows.next()?;
            (first == starts && rows.all(|row| row == starts)).then_some(Self { starts, is_wide })
        })
    }

    /// The cells of a row in which a single blank parts two of them, as the others say where they begin.
    pub fn cells<'l>(&self, row: &'l str) -> Option<Vec<&'l str>> {
        let row = row.trim();
        let mut cells = Vec::new();
        let mut from = 0;
        let mut places = places(row, self.is_wide).peekable();
        for &start in self.starts.iter().skip(1) {
            while places.next_if(|&(column, _)| column < start).is_some() {}
            let (_, at) = places.next_if(|&(column, _)| column == start)?;
            let (cell, rest) = (row.part(from..at), row.part(at..));
            if !cell.ends_with(char::is_whitespace) || rest.starts_with(char::is_whitespace) {
                return None;
            }
            cells.push(cell.trim());
            from = at;
        }
        cells.push(row.part(from..));
        cells.iter().all(|cell| at_blanks(cell).len() == 1 && !cell.is_empty()).then_some(cells)
    }
}

/// The characters of a line: at which column each stands, and where in the text.
fn places(line: &str, is_wide: bool) -> impl Iterator<Item = (usize, usize)> {
    line.char_indices().scan(0, move |column, (at, c)| {
        let place = (*column, at);
        *column += if is_wide { c.width().unwrap_or(1) } else { 1 };
        Some(place)
    })
}

/// The columns at which the cells of a line begin.
fn starts(line: &str, is_wide: bool) -> Vec<usize> {
    let mut places = places(line, is_wide);
    let mut from = 0;
    let start = |cell: &str| {
        let at = from + line.part(from..).find(cell).unwrap_or(0);
        from = at + cell.len();
        places.find(|&(_, place)| place == at).map_or(0, |(column, _)| column)
    };
    at_blanks(line).into_iter().map(start).collect()
}

fn are_same(mut numbers: impl Iterator<Item = usize>) -> bool {
    let first = numbers.next();
    numbers.all(|number| Some(number) == first)
}

/// A line that is only drawn: what stands below a header, or the side of a box.
pub(super) fn is_rule(line: &str) -> bool {
    let is_drawn = |c: char| matches!(c, '-' | '=' | '+' | ':' | '_' | '|' | '─'..='╿') || c.is_whitespace();
    let is_stroke = |c: char| matches!(c, '-' | '=' | '_' | '─' | '━' | '═');
    line.chars().all(is_drawn) && line.chars().filter(|&c| is_stroke(c)).count() > 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn second_cells_stand_in_a_column() {
        assert!(are_aligned(["Lane    Pilot", "Gdansk  Mara", "Osaka   Ken"].into_iter()));
        assert!(are_aligned(["港口      领航", "格但斯克  玛拉"].into_iter()), "two columns a character");
        assert!(are_aligned(["港口    领航", "格但斯克  玛拉"].into_iter()), "one column a character");
        assert!(!are_aligned(["Step one  load", "Step three  sail"].into_iter()));
    }

    #[test]
    fn columns_part_what_a_single_blank_does() {
        let cells = |rows: [&'static str; 3]| Columns::of(rows[..2].iter().copied()).and_then(|columns| columns.cells(rows[2]));
        let table = ["泊位    吞吐量       水深", "北岸    120 箱       14m", "南岸    1,980 万箱年 18m"];
        assert_eq!(cells(table), Some(vec!["南岸", "1,980 万箱年", "18m"]));
        assert_eq!(cells(["Berth   Depth   Crew", "North   14m     9", "South           7"]), None, "a cell is missing");
        assert_eq!(cells(["Berth   Depth   Crew", "North     14m      9", "South a b c d e"]), None, "nothing is aligned");
        assert_eq!(cells(["Berth   Depth   Crew", "North   14m     9", "Southern end 14m 9"]), None, "words cross the columns");
    }

    #[test]
    fn lines_come_apart() {
        for (line, expected) in [
            ("训练性能          100%     2.4 倍", &["训练性能", "100%", "2.4 倍"][..]),
            ("训练性能　100%　2.4倍", &["训练性能", "100%", "2.4倍"]),
            ("a b\tc", &["a b", "c"]),
            ("│ a │ b c │", &["a", "b c"]),
            ("a | b | c", &["a", "b", "c"]),
        ] {
            assert_eq!(cells(line, Parting::of(line).unwrap()), expected, "{line}");
        }
        assert_eq!(Parting::of("one cell only"), None);
        assert_eq!(Parting::of("│ one box │"), None);
        assert!(is_rule("├────┼──┤") && is_rule("|---|:--|") && is_rule("====  ===") && !is_rule("| a |"));
    }
}
