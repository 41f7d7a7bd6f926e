//! Texts that are longer than a cell may be, in parts that each fit one.

/// What a cell holds at most: UTF-16 code units, as Excel counts.
pub(super) const CELL: usize = 32_767;

/// The parts of a text; one alone where it fits a cell.
pub(super) fn parts(text: &str) -> Vec<&str> {
    // Each code unit stands for a byte or more.
    if text.len() <= CELL {
        return vec![text];
    }
    let mut parts = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let (part, tail) = rest.split_at(end(rest));
        parts.push(part);
        rest = tail;
    }
    parts
}

/// Where the first part of a text ends, between two characters.
fn end(text: &str) -> usize {
    let mut units = 0;
    let beyond = text.char_indices().find(|(_, c)| {
        units += c.len_utf16();
        units > CELL
    });
    beyond.map_or(text.len(), |(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_fit_a_cell_and_make_up_the_text() {
        let text = format!("{}{}", "a".repeat(CELL - 1), "😀钠".repeat(20_000));
        let parts = parts(&text);
        assert_eq!(parts.concat(), text);
        assert_eq!(parts[0].len(), CELL - 1);
        assert!(parts.iter().all(|part| part.encode_utf16().count() <= CELL));
        assert_eq!(super::parts(&"钠".repeat(CELL)).len(), 1);
    }
}
