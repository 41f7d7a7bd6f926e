//! Words and signs that qualify a number: bounds and approximations.

use super::super::affix::Affixes;

/// What a qualifier says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Qualifier {
    Above,
    AtLeast,
    Below,
    AtMost,
    About,
    /// Above, but of a span of time it says that all of it is meant (over the last 3 years).
    Over,
    /// About, but of a span of time it says that it is the last one (近3年).
    Near,
}

impl Qualifier {
    /// The name of its words.
    fn name(self) -> &'static str {
        match self {
            Above => "above",
            AtLeast => "at_least",
            Below => "below",
            AtMost => "at_most",
            About => "about",
            Over => "over",
            Near => "near",
        }
    }
}

use Qualifier::{About, Above, AtLeast, AtMost, Below, Near, Over};

/// What stands before a number.
pub(crate) static BEFORE: Affixes<Qualifier> = Affixes::named(
    "number",
    Qualifier::name,
    &[
        (
            Above,
            &[
                ">", "超", "超过", "超出", "突破", "逾", "多于", "大于", "高于", "more than", "above", "exceeding", "exceeds",
                "exceed", "exceeded", "greater than", "higher than", "in excess of", "upwards of", "north of", "surpassing",
                "surpassed", "topped",
            ],
        ),
        (Over, &["over"]),
        (
            AtLeast,
            &[
                "≥", ">=", "> =", "≧", "至少", "至少有", "不低于", "不少于", "不短于", "不早于", "不小于", "大于等于",
                "大于或等于", "大于或者等于", "最低", "起码", "at least", "no less than", "not less than", "no fewer than",
                "a minimum of", "minimum of", "greater than or equal to", "at least or equal to", "equal to or more than",
                "equal to or greater than",
            ],
        ),
        (
            Below,
            &[
                "<", "不足", "低于", "少于", "小于", "不到", "未满", "不满", "less than", "under", "below", "fewer than",
                "lower than", "south of", "smaller than",
            ],
        ),
        (
            AtMost,
            &[
                "≤", "<=", "< =", "≦", "不超过", "不高于", "不大于", "不多于", "不长于", "不晚于", "小于等于", "小于或等于",
                "小于或者等于", "最多", "至多", "最高", "up to", "within", "at most", "no more than", "not more than",
                "a maximum of", "maximum of", "less than or equal to", "equal to or less than",
            ],
        ),
        (
            About,
            &[
                "~", "≈", "∼", "约", "大约", "约为", "大概", "大概有", "接近", "将近", "估计", "about", "around",
                "approximately", "approx.", "approx", "near", "nearly", "almost", "roughly", "circa", "c.", "ca.",
                "an estimated", "estimated", "est.", "some",
            ],
        ),
        (Near, &["近"]),
    ],
);

/// Words that end in 约 and say nothing of a number: 违约两家.
pub(crate) static CONTRACTS: Affixes<()> = Affixes::words(&[(
    (),
    &[
        "违约", "合约", "预约", "制约", "节约", "条约", "特约", "纽约", "签约", "续约", "毁约", "履约", "协约", "契约", "租约",
        "解约", "公约", "盟约",
    ],
)]);

/// What stands behind a number and its unit.
pub(crate) static AFTER: Affixes<Qualifier> = Affixes::words(&[
    (Above, &["多", "余"]),
    (
        AtLeast,
        &[
            "+", "以上", "及以上", "或以上", "起", "or more", "and more", "or above", "and above", "or higher", "or greater",
            "plus",
        ],
    ),
    (Below, &["之下"]),
    (AtMost, &["以下", "及以下", "或以下", "以内", "之内", "or less", "or fewer", "or below", "or lower"]),
    (
        About,
        &[
            "左右", "上下", "(估计)", "(预估)", "(估算)", "(约)", "(approx)", "(approx.)", "(est.)", "(est)", "(estimate)",
            "(estimated)", "or so",
        ],
    ),
]);

/// What joins two bounds of one number: greater than 100 and smaller than 300.
pub(crate) const JOINTS: [&str; 7] = ["", "and", "but", "并且", "且", "并", "而"];

/// `内` behind a span of time is a bound, unless it opens another word.
pub(crate) static WITHIN: Affixes<()> = Affixes::words(&[((), &["内"])]);
/// Words that begin like a qualifier and mean something else.
pub(crate) static LOOKALIKES: Affixes<()> = Affixes::words(&[(
    (),
    &[
        "内部", "内容", "内存", "内外", "内置", "内生", "内需", "or more than", "or less than", "多个", "多家", "多种", "多元",
        "多项", "余额", "余下", "余地", "起步", "起诉", "起源", "起到", "起点", "起伏", "多样", "多模", "多云", "多头", "多少",
    ],
)]);

/// What opens a comparison with a plain number: 比 170 低.
pub(crate) static THAN: Affixes<()> = Affixes::words(&[((), &["比"])]);
/// What closes it.
pub(crate) static COMPARED: Affixes<Qualifier> = Affixes::words(&[(Below, &["低", "少", "小"]), (Above, &["高", "多", "大"])]);
