//! Who stands below whom.
//!
//! Headings nest by level. Under a heading, lines nest by indentation; and where the column is the same, by what they
//! are, since briefings nest “by nothing but order”:
//!
//! - a bold line holds what follows until the next bold line, bold labels (`**触发条件**：`) included;
//! - a bold label with nothing behind its colon holds what follows until the next bold line or label;
//! - a label line (`触发条件：`) holds the items that follow, and the unmarked lines directly below it;
//! - a bold label with its text, or a sentence that ends in a colon, holds the items that follow;
//! - a line holds the branches (`├─`) that are drawn below it;
//! - an item that is only a label holds items with another mark (`1. 算力：` above `- 建设`), until the next with its own
//!   mark or that of an item that holds it;
//! - a rule (`---`) ends all of these, though no heading;
//! - a fence belongs to the bold line, label line or heading above it.

use super::{Kind, Line, Lines, Marker};

/// Lines nest no deeper than this; a line further in stands beside the one above it. Records are read and written level by
/// level, and the stack must hold them whatever the file.
const MAX_DEPTH: usize = 200;

/// Sets `parent` and `end` of every line.
pub(super) fn nest(lines: &mut Lines) {
    let mut open: Vec<Open> = Vec::new();
    let mut last_break = 0;
    for at in 0..lines.len() {
        if lines[at].gap || lines[at].is_item() {
            last_break = at;
        }
        while let Some(&top) = open.last() {
            let is_beside = top.indents && stands_beside(&lines[top.line], &lines[at]);
            let is_parted = lines[at].ruled && lines[top.line].heading().is_none();
            if open.len() <= MAX_DEPTH
                && !is_beside
                && !is_parted
                && !goes_on(lines, &open, at)
                && holds(lines, top.line, at, last_break)
            {
                break;
            }
            open.pop();
            lines.change(top.line, |line| line.end = at);
        }
        let parent = open.last().map(|top| top.line);
        lines.change(at, |line| line.parent = parent);
        if let Some(top) = open.last_mut() {
            top.indents |= lines[top.line].column < lines[at].column;
        }
        open.push(Open { line: at, indents: false });
    }
    let len = lines.len();
    for top in open {
        lines.change(top.line, |line| line.end = len);
    }
}

/// A line that may hold what follows.
#[derive(Clone, Copy)]
struct Open {
    line: usize,
    /// Whether it holds a line further to the right.
    indents: bool,
}

/// Whether a label whose text is indented below it ends where an unmarked line stands in its own column.
fn stands_beside(above: &Line, line: &Line) -> bool {
    let is_plain = |line: &Line| line.heading().is_none() && !line.is_item();
    is_plain(above) && is_plain(line) && !is_bold_lead(above) && above.column == line.column && above.block == line.block
}

/// Whether an item goes on the list of one that is still open in its column: `2. 数据：` after `1. 算力：`, `- 训练：`.
fn goes_on(lines: &Lines, open: &[Open], at: usize) -> bool {
    let line = &lines[at];
    let is_beside = |above: &Line| above.is_item() && above.column == line.column && is_fenced(above) == is_fenced(line);
    let mut beside = open.iter().rev().map(|above| &lines[above.line]).take_while(|above| is_beside(above));
    line.is_item() && line.marker != Marker::Tree && beside.any(|above| above.marker == line.marker)
}

/// Whether the line `outer` holds the later line `inner`, given that nothing between them stands outside `outer`.
/// `last_break` is the last line up to `inner` that has a mark or a gap above it.
fn holds(lines: &Lines, outer: usize, inner: usize, last_break: usize) -> bool {
    let (above, line) = (&lines[outer], &lines[inner]);
    match (above.heading(), line.heading()) {
        (Some(a), Some(b)) => return a < b,
        (Some(_), None) => return true,
        (None, Some(_)) => return false,
        (None, None) => {}
    }
    if matches!(above.kind, Kind::Table(_) | Kind::Code) {
        return false;
    }
    let same_fence = above.kind == line.kind && above.block == line.block;
    match (is_fenced(above), is_fenced(line)) {
        (true, false) => false,
        (true, true) if !same_fence => false,
        (false, true) => above.column < line.column || above.is_lead(),
        _ if above.column != line.column => above.column < line.column,
        _ => holds_beside(above, line, last_break <= outer),
    }
}

/// The same for two lines that begin in the same column. `direct` says that only unmarked lines without a gap stand
/// between them: in `演进路径：` / `2026 H1: …` the second belongs to the first, while `结果：…` after a gap or a list
/// stands beside it.
fn holds_beside(above: &Line, line: &Line, direct: bool) -> bool {
    if line.marker == Marker::Tree {
        return above.marker != Marker::Tree;
    }
    if !above.is_lead() {
        return !above.is_item() && line.is_item() && (introduces(above) || (runs_in(above) && !line.gap));
    }
    match (above.is_item(), line.is_item()) {
        (true, true) => above.marker != line.marker && !is_sign(line.marker),
        (true, false) => false,
        (false, true) => true,
        (false, false) if is_bold_lead(above) => !is_bold_lead(line) || (!ends_in_colon(above) && ends_in_colon(line)),
        (false, false) if line.is_lead() => false,
        // A name without a colon holds its list alone.
        (false, false) => ends_in_colon(above) && (line.label.is_none() || direct),
    }
}

/// Whether an unmarked line announces the list below it.
fn introduces(line: &Line) -> bool {
    line.text.ends_with(['：', ':']) || line.label.as_ref().is_some_and(|label| label.bold && label.colon)
}

/// Whether a line opens with a bold heading of its own: `**Bull case (25%).** Orders double.` A list right below it is its.
fn runs_in(line: &Line) -> bool {
    line.label.as_ref().is_some_and(|label| label.bold)
}

fn is_fenced(line: &Line) -> bool {
    matches!(line.kind, Kind::Fenced | Kind::Code)
}

fn is_bold_lead(line: &Line) -> bool {
    line.is_lead() && line.label.as_ref().is_some_and(|label| label.bold)
}

fn ends_in_colon(line: &Line) -> bool {
    line.label.as_ref().is_some_and(|label| label.colon)
}

fn is_sign(marker: Marker) -> bool {
    matches!(marker, Marker::Check | Marker::Cross)
}

#[cfg(test)]
mod tests {
    use crate::outline::Outline;
    use crate::source::Source;

    /// The outline as text, two spaces a level.
    fn drawn(markdown: &str) -> Vec<String> {
        let outline = Outline::of(&Source::decode("t.md", markdown.as_bytes()).unwrap());
        (0..outline.lines.len()).map(|i| format!("{}{}", "  ".repeat(outline.depth(i)), outline.lines[i].text)).collect()
    }

    #[test]
    fn order_nests_where_nothing_else_does() {
        let markdown = "**乐观情景（30%）**\n\n触发条件：\n• a\n• b\n\n结果：c\n\n**悲观情景**\n- d\n";
        assert_eq!(drawn(markdown), ["乐观情景（30%）", "  触发条件：", "    a", "    b", "  结果：c", "悲观情景", "  d"]);
    }

    #[test]
    fn fences_nest_by_indentation_and_belong_to_the_line_above() {
        let markdown = "**对企业：**\n```\n立即行动：\n1. 规划：\n   - a\n演进：\n2026 H1: b\n2026 H2: c\n\n结论：d\n```\ne\n";
        assert_eq!(
            drawn(markdown),
            [
                "对企业：", "  立即行动：", "    规划：", "      a", "  演进：", "    2026 H1: b", "    2026 H2: c", "  结论：d",
                "  e"
            ]
        );
    }

    #[test]
    fn branches_stand_below_the_line_they_are_drawn_from() {
        let tree = "```\n收入：9\n│\n├─ 硬件：6\n│  ├─ 卡：4\n│  │  - 新卡\n│  └─ 柜：2\n│\n└─ 软件：3\n\n成本：5\n```\n";
        assert_eq!(drawn(tree), ["收入：9", "  硬件：6", "    卡：4", "      新卡", "    柜：2", "  软件：3", "成本：5"]);
    }

    #[test]
    fn a_line_below_indented_text_stands_beside_its_label() {
        let fence = "```\n成本：\n  电费：5\n  折旧：6\n毛利：7\n结果：\n净利：8\n```\n";
        assert_eq!(drawn(fence), ["成本：", "  电费：5", "  折旧：6", "毛利：7", "结果：", "  净利：8"]);
    }

    #[test]
    fn bullets_hold_the_list_below_them() {
        assert_eq!(drawn("• **A**：\n  - b\n    - c\n\n• D\n"), ["A：", "  b", "    c", "D"]);
        assert_eq!(drawn("1. **A**：\n- b\n- c\n2. **D**：\n"), ["A：", "  b", "  c", "D："]);
        assert_eq!(drawn("1. A：\n- b：\n  - c\n2. D：\n- e：\n  - f"), ["A：", "  b：", "    c", "D：", "  e：", "    f"]);
    }

    #[test]
    fn depth_has_an_end() {
        let steps: String = (0..1000).map(|depth| format!("{}- a\n", " ".repeat(depth))).collect();
        let outline = Outline::of(&Source::decode("t.md", format!("```\n{steps}```\n").as_bytes()).unwrap());
        assert_eq!((0..outline.lines.len()).map(|at| outline.depth(at)).max(), Some(super::MAX_DEPTH));
    }

    #[test]
    fn wrapped_lines_are_one() {
        let long = "This paragraph was wrapped by its author at some seventy columns, as mail\nprograms do, and is one line.";
        assert_eq!(drawn(long).len(), 1);
        assert_eq!(drawn("能 → 二波\n不能 → 顶部").len(), 2);
    }
}
