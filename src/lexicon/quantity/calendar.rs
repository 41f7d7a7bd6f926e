//! Words of the calendar.

use super::super::affix::Affixes;

/// Months, as numbers.
pub(crate) static MONTHS: Affixes<u8> = Affixes::named(
    "month",
    month_name,
    &[
        (1, &["january", "jan", "jan."]),
        (2, &["february", "feb", "feb."]),
        (3, &["march", "mar", "mar."]),
        (4, &["april", "apr", "apr."]),
        (5, &["may"]),
        (6, &["june", "jun", "jun."]),
        (7, &["july", "jul", "jul."]),
        (8, &["august", "aug", "aug."]),
        (9, &["september", "sept", "sept.", "sep", "sep."]),
        (10, &["october", "oct", "oct."]),
        (11, &["november", "nov", "nov."]),
        (12, &["december", "dec", "dec."]),
    ],
);

/// The English name of a month.
fn month_name(month: u8) -> &'static str {
    let row = MONTHS.rows().iter().find(|(number, _)| *number == month);
    row.and_then(|(_, words)| words.first()).copied().unwrap_or_default()
}

/// A part of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum YearPart {
    Half(u8),
    Quarter(u8),
    /// 年底, 年初: it stays the year.
    Edge,
}

/// Parts of a year that follow it.
pub(crate) static PARTS: Affixes<YearPart> = Affixes::words(&[
    (YearPart::Half(1), &["上半年", "前半年", "h1", "1h", "first half"]),
    (YearPart::Half(2), &["下半年", "后半年", "h2", "2h", "second half"]),
    (
        YearPart::Quarter(1),
        &["第一季度", "一季度", "第1季度", "1季度", "q1", "1q", "一季", "第一季", "first quarter", "the first quarter"],
    ),
    (
        YearPart::Quarter(2),
        &["第二季度", "二季度", "第2季度", "2季度", "q2", "2q", "二季", "第二季", "second quarter", "the second quarter"],
    ),
    (
        YearPart::Quarter(3),
        &["第三季度", "三季度", "第3季度", "3季度", "q3", "3q", "三季", "第三季", "third quarter", "the third quarter"],
    ),
    (
        YearPart::Quarter(4),
        &["第四季度", "四季度", "第4季度", "4季度", "q4", "4q", "四季", "第四季", "fourth quarter", "the fourth quarter"],
    ),
    (YearPart::Edge, &["底", "末", "初", "中", "年底", "年末", "年初", "年中", "全年", "度", "间"]),
]);

/// An end that a point in time leaves open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Open {
    /// After it; whether it is meant too.
    Onward { with: bool },
    /// Until it; whether it is meant too.
    Until { with: bool },
}

/// What leaves an end open, behind a date.
pub(crate) static OPEN_AFTER: Affixes<Open> = Affixes::words(&[
    (Open::Onward { with: false }, &["后", "之后", "以后"]),
    (
        Open::Onward { with: true },
        &[
            "+", "起", "以来", "至今", "开始", "及以后", "及之后", "或之后", "或以后", "及其后", "onward", "onwards",
            "and beyond", "and later", "or later",
        ],
    ),
    (Open::Until { with: false }, &["前", "之前", "以前"]),
    (Open::Until { with: true }, &["及以前", "及之前", "或之前", "或以前", "and earlier", "or earlier"]),
]);

/// Words behind a date that begin like an open end and mean something else (2025年前三季度, 2030年后续).
pub(crate) static OPEN_LOOKALIKES: Affixes<()> = Affixes::words(&[(
    (),
    &[
        "前三", "前两", "前二", "前四", "前五", "前六", "前七", "前八", "前九", "前十", "前半", "前景", "前沿", "前瞻", "前述",
        "前几", "前后", "后续", "后半", "后市", "后期", "后端", "后训", "起步", "起草", "中国", "中文", "中美", "中期", "中心",
        "中央", "度假", "度过", "初创", "初期", "初步", "末期",
    ],
)]);

/// What leaves an end open, before a date.
pub(crate) static OPEN_BEFORE: Affixes<Open> = Affixes::words(&[
    (Open::Onward { with: false }, &["after", "after the year", "post-"]),
    (Open::Onward { with: true }, &["since", ">=", "≥", "> ="]),
    (Open::Until { with: false }, &["before", "before the year", "prior to", "pre-"]),
    (Open::Until { with: true }, &["until"]),
]);

/// Words before a year that mean a part of it; it stays the year.
pub(crate) static EDGES: Affixes<()> = Affixes::words(&[(
    (),
    &[
        "the end of", "end of", "the start of", "start of", "the beginning of", "beginning of", "the middle of", "mid-", "early",
        "late", "the year", "year", "fiscal year",
    ],
)]);

/// Words that make the year behind them a financial one.
pub(crate) static FISCAL_BEFORE: Affixes<()> = Affixes::words(&[((), &["fiscal", "fiscal year", "财年", "财政年度"])]);
/// Words that make the year before them a financial one.
pub(crate) static FISCAL_AFTER: Affixes<()> = Affixes::words(&[((), &["财年", "财政年度", "年财年"])]);
