//! What a fence holds: prose, program code, or a drawing.
//!
//! Briefings put whole sections inside fences for their monospaced look; those lines are read like any others. Code
//! and drawings (boxes, axes, decision trees) are not, since their words are no statements.

/// What the lines of a fence are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Content {
    Prose,
    Code,
    Drawing,
}

/// Info strings that do not name a programming language.
const PLAIN_INFO: &[&str] = &["", "text", "txt", "plain", "plaintext", "markdown", "md", "none", "output"];

/// Classifies a fence by its info string and its lines.
pub(super) fn classify<'a>(info: &str, lines: impl Iterator<Item = &'a str> + Clone) -> Content {
    let language = info.split([' ', ',', '{']).next().unwrap_or_default();
    if !PLAIN_INFO.contains(&language.to_ascii_lowercase().as_str()) {
        return Content::Code;
    }
    let total = lines.clone().filter(|line| !line.trim().is_empty()).count();
    let code = lines.clone().filter(|line| is_code(line.trim())).count();
    if code * 3 > total {
        return Content::Code;
    }
    // The stem between two branches of a text tree draws nothing.
    let is_tree = lines.clone().any(|line| line.trim_start_matches(['│', '┃', ' ']).starts_with(['├', '└', '┣', '┗']));
    let is_stem = |line: &str| is_tree && matches!(line, "│" | "┃");
    let strokes = lines.filter(|line| is_stroke(line.trim()) && !is_stem(line.trim())).count();
    if strokes >= 2 && strokes * 6 > total { Content::Drawing } else { Content::Prose }
}

/// A line that only a program would hold.
fn is_code(line: &str) -> bool {
    const OPENINGS: &[&str] = &[
        "import ", "from ", "def ", "class ", "return ", "fn ", "let ", "const ", "var ", "function ", "#include", "SELECT ",
        "curl ", "pip ", "npm ",
    ];
    line.ends_with(['{', '}', ';'])
        || line.ends_with("):")
        || line.contains(" = {")
        || (line.starts_with('"') && line.contains("\":"))
        || OPENINGS.iter().any(|o| line.starts_with(o))
}

/// A line of strokes without words, or one that draws the side of a box.
fn is_stroke(line: &str) -> bool {
    let drawn = |c: char| {
        matches!(c, '|' | '/' | '\\' | '+' | '-' | '=' | '_' | '^' | 'v' | '<' | '>' | '*')
            || matches!(c, '\u{2190}'..='\u{21FF}' | '\u{2500}'..='\u{25FF}')
    };
    if line.is_empty() {
        return false;
    }
    let bare = line.chars().all(|c| c.is_whitespace() || drawn(c));
    let boxed = line.starts_with(['│', '┌', '└', '├', '┃', '╔', '║']) && line.ends_with(['│', '┐', '┘', '┤', '┃', '╗', '║']);
    let rule = line.chars().all(|c| matches!(c, '-' | '=' | '─' | '━' | '_' | '*'));
    (bare && !rule) || boxed
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(info: &str, text: &str) -> Content {
        classify(info, text.lines())
    }

    #[test]
    fn prose_code_and_drawings_are_told_apart() {
        assert_eq!(of("", "触发条件：\n• 需求回升\n\n影响：\n• 市值 → $5 万亿"), Content::Prose);
        assert_eq!(of("text", "收入：$476亿\n├─ 训练芯片：$312亿\n└─ 网络设备：$66亿"), Content::Prose);
        assert_eq!(of("", "用户请求\n↓\n回答"), Content::Prose);
        assert_eq!(of("", "路线\n│\n├─ 2026年：样机\n│\n└─ 2027年：量产"), Content::Prose);
        assert_eq!(of("", "收入：$9亿\n│\n├─ 硬件：$6亿\n│\n└─ 软件：$3亿"), Content::Prose);
        assert_eq!(of("python", "x"), Content::Code);
        assert_eq!(of("", "def f(x):\n    return x\n"), Content::Code);
        assert_eq!(of("", "Earnings\n   |\n Update?\n /    \\\nBad   Good\n |      |\nSELL   BUY"), Content::Drawing);
        assert_eq!(of("", "┌────┐\n│ A  │\n└────┘\n   ↓"), Content::Drawing);
    }
}
