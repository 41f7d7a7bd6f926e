//! Numbers written in words.

use super::super::affix::Affixes;

/// The digit that a Han character stands for, plain or as banks write it.
pub(crate) fn han_digit(c: char) -> Option<u32> {
    Some(match c {
        '零' | '〇' => 0,
        '一' | '壹' => 1,
        '二' | '两' | '贰' => 2,
        '三' | '叁' => 3,
        '四' | '肆' => 4,
        '五' | '伍' => 5,
        '六' | '陆' => 6,
        '七' | '柒' => 7,
        '八' | '捌' => 8,
        '九' | '玖' => 9,
        _ => return None,
    })
}

/// English numerals.
pub(crate) static ENGLISH: Affixes<u32> = Affixes::words(&[
    (1, &["one"]),
    (2, &["two"]),
    (3, &["three"]),
    (4, &["four"]),
    (5, &["five"]),
    (6, &["six"]),
    (7, &["seven"]),
    (8, &["eight"]),
    (9, &["nine"]),
    (10, &["ten"]),
    (11, &["eleven"]),
    (12, &["twelve"]),
    (13, &["thirteen"]),
    (14, &["fourteen"]),
    (15, &["fifteen"]),
    (16, &["sixteen"]),
    (17, &["seventeen"]),
    (18, &["eighteen"]),
    (19, &["nineteen"]),
    (20, &["twenty"]),
    (30, &["thirty"]),
    (40, &["forty"]),
    (50, &["fifty"]),
    (60, &["sixty"]),
    (70, &["seventy"]),
    (80, &["eighty"]),
    (90, &["ninety"]),
    (100, &["hundred", "a hundred"]),
]);

/// What makes the number behind it a percentage, with the power of ten that it is of a hundredth.
pub(crate) static HUNDREDTHS: Affixes<i32> = Affixes::words(&[(0, &["百分之"]), (-1, &["千分之"]), (-2, &["万分之"])]);

/// Fractions in words.
pub(crate) static FRACTIONS: Affixes<(u8, u8)> = Affixes::words(&[
    ((1, 3), &["one third", "one-third", "a third"]),
    ((2, 3), &["two thirds", "two-thirds"]),
    ((3, 4), &["three-quarters of", "three quarters of"]),
]);

/// A half.
pub(crate) static HALF: Affixes<()> = Affixes::words(&[((), &["half a", "half an", "half", "a half"])]);

/// Words that end in 数 or 几 and make nothing vague: 参数千亿, 次数十分.
pub(crate) static NOT_VAGUE: Affixes<()> = Affixes::words(&[(
    (),
    &[
        "参", "次", "函", "指", "人", "户", "基", "倍", "少", "多", "大", "总", "个", "家", "字", "台", "负", "正", "整", "系",
        "算", "代", "页", "件", "份", "级", "分", "无", "茶",
    ],
)]);

/// What makes a 一 behind it this one or the one before, not a number: 前一年, 每一天.
pub(crate) static SINGLED_OUT: Affixes<()> = Affixes::words(&[(
    (),
    &["前", "后", "上", "下", "每", "这", "那", "某", "同", "另", "任", "当", "有", "进", "唯", "统", "第", "之"],
)]);

/// Measure words that count things behind a numeral in words (三家); others make names (三星, 四川, 五行).
pub(crate) static STRONG: Affixes<()> = Affixes::words(&[(
    (),
    &[
        "个", "家", "款", "台", "颗", "座", "位", "名", "件", "项", "种", "批", "次", "轮", "代", "层", "套", "份", "张", "部",
        "篇", "户", "笔", "条", "组", "类", "步", "人", "支", "只", "片", "架", "艘", "辆", "枚", "届", "所", "间", "栋", "块",
        "万",
    ],
)]);
