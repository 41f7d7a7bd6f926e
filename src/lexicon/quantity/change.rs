//! Words that join two values: to a range, or to a change from the one to the other.

use super::super::affix::Affixes;

/// Words that announce the two ends of a range.
pub(crate) static BETWEEN: Affixes<()> = Affixes::words(&[((), &["between", "位于", "介于"])]);
/// What closes them.
pub(crate) static WITHIN: Affixes<()> = Affixes::words(&[((), &["之间", "间"])]);
/// Words that announce where a change begins: what follows are two values, not a range.
pub(crate) static FROM: Affixes<()> = Affixes::words(&[((), &["from", "从", "由", "自"])]);

/// Signs of a change.
pub(crate) const ARROWS: [&str; 6] = ["→", "->", "⟶", "➔", "➜", "⇒"];
/// Words before the value that a change ends at.
pub(crate) const TO: [&str; 3] = ["至", "到", "to"];

/// Verbs of change that end right before the value it ends at.
pub(crate) static VERBS: Affixes<()> = Affixes::words(&[(
    (),
    &[
        "降至", "降到", "下降至", "下降到", "降低至", "降低到", "减至", "减少至", "减少到", "缩短至", "缩短到", "压缩至",
        "压缩到", "缩减至", "缩减到", "收窄至", "跌至", "跌到", "下跌至", "回落至", "升至", "升到", "上升至", "上升到", "提升至",
        "提升到", "提高至", "提高到", "增至", "增加至", "增加到", "增长至", "增长到", "涨至", "涨到", "上涨至", "扩大至",
        "扩大到", "扩展至", "扩展到", "扩至", "攀升至", "飙升至", "跃升至", "上调至", "下调至", "上调到", "下调到", "调整至",
        "调整为", "变为", "变成", "延长至", "延长到", "优化至", "优化到", "改善至", "恶化至", "fell to", "falls to", "fall to",
        "dropped to", "drops to", "drop to", "declined to", "rose to", "rises to", "rise to", "grew to", "grows to", "grow to",
        "increased to", "increases to", "increase to", "decreased to", "reduced to", "cut to", "raised to", "lowered to",
        "climbed to", "jumped to", "expanded to", "shrank to", "up to", "down to", "improved to", "slipped to",
    ],
)]);

/// Words that end in 到 or 至 and move nothing.
pub(crate) static NO_VERBS: Affixes<()> = Affixes::words(&[(
    (),
    &["甚至", "乃至", "以至", "直至", "及至", "截至", "直到", "遇到", "看到", "得到", "感到", "受到", "想到", "提到"],
)]);

/// Words before the size of a change that is stated.
pub(crate) static STATED: Affixes<()> = Affixes::words(&[(
    (),
    &[
        "降低", "降幅", "下降", "减少", "缩短", "压缩", "缩减", "跌幅", "下跌", "节省", "节约", "提升", "提高", "增加", "增长",
        "增幅", "上升", "上涨", "涨幅", "扩大", "改善", "同比", "环比", "累计", "合计", "变化", "↓", "↑", "up", "down",
        "a drop of", "a rise of", "an increase of", "a decrease of", "a reduction of", "drop of", "rise of", "increase of",
        "decrease of", "reduction of",
    ],
)]);
