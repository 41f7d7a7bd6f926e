//! Words that announce conclusions rather than advice.

use super::numbering::{self, after};
use super::{Table, Words, fold, opening};
use crate::excerpt::Excerpt as _;
use crate::record::FieldRole;

/// Words that speak of conclusions, wherever they stand; those of their titles do, too.
pub(super) static WORDS: Words = Words::named(
    "insight.words",
    &[
        "洞察", "洞见", "结论", "发现", "启示", "insight", "insights", "finding", "findings", "conclusion", "conclusions",
        "verdict",
    ],
);

/// Words of a title that open a list of conclusions.
pub(super) static TITLES: Words = Words::named(
    "insight.titles",
    &[
        "关键洞察", "核心洞察", "主要洞察", "重要洞察", "深度洞察", "战略洞察", "关键洞见", "核心洞见", "非共识", "反共识",
        "关键结论", "核心结论", "主要结论", "重要结论", "研究结论", "关键发现", "核心发现", "主要发现", "重要发现", "研究发现",
        "关键判断", "核心判断", "主要判断", "核心观点", "主要观点", "关键观点", "key insight", "key insights", "core insights",
        "main insights", "strategic insights", "top insights", "key finding", "key findings", "main findings",
        "principal findings", "core findings", "summary of findings", "takeaway", "takeaways", "key conclusion",
        "key conclusions", "main conclusions", "key judgments", "key judgements", "key messages", "bottom line", "bottom lines",
        "non-consensus", "contrarian views", "what we learned", "what we found", "what we believe", "findings of",
        "findings from", "conclusions of", "conclusions from", "insights from",
    ],
);

/// Titles that open such a list only where they say nothing else.
static WHOLE: Words = Words::new(&[
    "洞察", "洞见", "结论要点", "insight", "insights", "finding", "findings", "conclusions", "our view", "our conclusions",
]);

/// Last words of short titles that open such a list.
static LAST: Words = Words::new(&["结论", "洞察", "conclusion", "conclusions"]);

/// Words that make 洞察 at the end of a label a list of conclusions; 消费者洞察 is a trade.
static WEIGHTY: Words = Words::new(&["关键", "核心", "主要", "重要", "深度", "独到", "战略"]);

/// Words that count conclusions: 洞察 1：…, Finding 2 – ….
pub(super) static COUNTED: Words = Words::named(
    "insight.counted",
    &[
        "洞察", "洞见", "结论", "发现", "判断", "观点", "非共识", "反共识", "insight", "finding", "takeaway", "conclusion",
        "judgment", "judgement", "key insight", "key finding", "key takeaway", "核心洞察", "关键洞察", "关键结论", "核心结论",
        "核心发现", "关键发现", "非共识洞察", "非共识观点", "反共识洞察", "反共识观点",
    ],
);

/// What the labels below a conclusion announce; the first row that has a word decides.
pub(super) static FIELDS: Table<FieldRole> = Table::named(
    "insight.field",
    FieldRole::name,
    &[
        (
            FieldRole::Contrarian,
            &[
                "反共识", "非共识", "反常识", "市场误区", "共识", "误区", "contrarian", "consensus", "counterpoint",
                "misconception",
            ],
        ),
        (
            FieldRole::Implication,
            &[
                "含义", "意味", "启示", "影响", "意义", "implication", "implications", "so what", "meaning", "impact",
                "what it means", "why it matters",
            ],
        ),
        (
            FieldRole::Evidence,
            &[
                "论据", "证据", "依据", "数据", "支撑", "理由", "原因", "计算", "现状", "事实", "evidence", "data", "support",
                "basis", "rationale", "proof", "reason", "reasoning",
            ],
        ),
        (FieldRole::Risk, &["风险", "挑战", "警惕", "威胁", "risk", "risks", "caveat", "challenge"]),
        (FieldRole::Opportunity, &["机会", "机遇", "opportunity", "opportunities", "upside"]),
        (FieldRole::Path, &["趋势", "路径", "预测", "时间", "trend", "path", "forecast", "timing"]),
        (
            FieldRole::Advice,
            &["建议", "行动", "应对", "对策", "对投资者", "对企业", "advice", "action", "actions", "recommendation"],
        ),
    ],
);

/// Nouns for conclusions of which a title gives the number: 三个观察, three lessons. Without it, 观察 is what is to be watched; 判断
/// are forecasts as often.
static NUMBERED_NOUNS: Words = Words::new(&[
    "观察", "收获", "启示", "发现", "体会", "结论", "观点", "心得", "感悟", "教训", "洞察", "observations", "lessons",
    "learnings", "conclusions", "findings", "insights", "takeaways",
]);

/// Whether a heading or label speaks of conclusions.
pub(crate) fn announces(text: &str) -> bool {
    let folded = fold(text);
    WORDS.is_in(&folded) || TITLES.is_in(&folded) || gives_number(core(&folded))
}

/// Whether a title is a number of conclusions, and whose they are at the most: 我的三个观察, 几点收获, Three lessons. What is said
/// to someone (对行业的三点启示) is no conclusion of the text's own.
fn gives_number(core: &str) -> bool {
    const LONGEST: usize = 100;
    const HAN: &str = "一二两三四五六七八九十几";
    static ENGLISH: Words =
        Words::new(&["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "some", "a few"]);
    static ADJECTIVES: Words = Words::new(&["核心", "关键", "主要", "重要", "初步", "key", "main"]);
    if core.len() > LONGEST {
        return false;
    }
    let title = [" from ", " of ", " on "].iter().find_map(|word| core.split_once(word)).map_or(core, |(title, _)| title);
    let title = title.trim_end_matches(':').trim_end();
    let Some(noun) = NUMBERED_NOUNS.suffix(title) else { return false };
    let before = title.part(..title.len() - noun.len()).trim_end();
    let before = ADJECTIVES.suffix(before).map_or(before, |word| before.part(..before.len() - word.len()).trim_end());
    if noun.is_ascii() {
        let number = ["my ", "our "].iter().find_map(|owner| before.strip_prefix(owner)).unwrap_or(before);
        return ENGLISH.has(number) || matches!(number.parse(), Ok(2_u8..=10));
    }
    let Some(counted) = ["个", "点", "条", "项", "大", "则"].iter().find_map(|unit| before.strip_suffix(unit)) else {
        return false;
    };
    let is_digit = |c: char| c.is_ascii_digit() || HAN.contains(c);
    let counted = counted.trim_end();
    let owner = counted.trim_end_matches(is_digit).trim_end();
    let is_own =
        owner.is_empty() || (owner.ends_with('的') && owner.chars().count() <= 6 && !owner.starts_with(['对', '给', '致']));
    owner.len() < counted.len() && is_own
}

/// Whether a title opens conclusions, also where the first of them follows on its line.
pub(crate) fn opens(text: &str) -> bool {
    opens_folded(&fold(text))
}

fn opens_folded(folded: &str) -> bool {
    TITLES.is_in(folded) || WHOLE.has(core(folded)) || gives_number(core(folded))
}

/// Whether a title opens the list below it: it may also call what it holds by its last word (本周结论, 关键对比洞察).
pub(crate) fn opens_list(text: &str, is_heading: bool) -> bool {
    const LONGEST: usize = 12;
    let folded = fold(text);
    let core = core(&folded);
    let is_called_so = LAST.suffix(core).is_some_and(|word| word != "洞察" || (!is_heading && WEIGHTY.is_in(core)));
    opens_folded(&folded) || (core.chars().count() <= LONGEST && is_called_so)
}

fn core(folded: &str) -> &str {
    folded.split(['(', '[']).next().unwrap_or_default().trim()
}

/// The number of a conclusion and where its words begin: 洞察 1：…, Insight 3 – ….
pub(crate) fn numbered(text: &str) -> Option<(u32, usize)> {
    if !COUNTED.may_open(text) {
        return None;
    }
    let noun = COUNTED.prefix(&fold(opening(text, 40)))?;
    let numbered = numbering::behind_noun(after(text, noun)).filter(|numbered| numbered.is_parted)?;
    Some((numbered.rank?, text.len() - numbered.text.len()))
}

/// The number of a sentence that counts itself among others: 一是…, 其二，…, Third, ….
pub(crate) fn enumerated(text: &str) -> Option<u32> {
    const HAN: [&str; 9] = ["一", "二", "三", "四", "五", "六", "七", "八", "九"];
    static ENGLISH: Table<u32> = Table::new(&[
        (1, &["first,", "firstly,"]),
        (2, &["second,", "secondly,"]),
        (3, &["third,", "thirdly,"]),
        (4, &["fourth,"]),
        (5, &["fifth,"]),
    ]);
    let folded = fold(opening(text, 10));
    let han = HAN.iter().zip(1..).find_map(|(digit, number)| {
        let is_counted = |opening: &str, ends: &[char]| {
            folded.strip_prefix(opening).is_some_and(|rest| rest.strip_prefix(digit).is_some_and(|rest| rest.starts_with(ends)))
        };
        (is_counted("", &['是']) || is_counted("其", &[',', ':', '、']) || is_counted("第", &[',', ':', '、'])).then_some(number)
    });
    han.or_else(|| ENGLISH.prefix(&folded).map(|(number, _)| number))
}

/// What the label of a line below a conclusion announces.
pub(crate) fn field_role(label: &str) -> FieldRole {
    FIELDS.first_in(&fold(label)).unwrap_or(FieldRole::Other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_of_conclusions() {
        for title in ["我的三個觀察", "几点收获", "三大核心结论：", "整理者的 5 点体会", "Three lessons from the field"]
        {
            assert!(opens(title), "{title}");
        }
        for title in
            ["后续观察", "对行业的三点启示", "三个观察指标", "持续三个月的观察", "我的几个判断", "Lessons", "这几个的观察"]
        {
            assert!(!opens(title), "{title}");
        }
        for title in ["核心洞察与行动建议", "非共識洞察", "核心洞察（5条反共识观点）", "Key Takeaways", "Findings", "Bottom line"]
        {
            assert!(opens(title) && opens_list(title, true), "{title}");
        }
        for title in ["市场洞察", "消费者洞察平台", "Insight Partners", "新发现的油田", "启示"] {
            assert!(!opens(title) && !opens_list(title, true) && !opens_list(title, false), "{title}");
        }
        assert!(opens_list("关键对比洞察", false) && opens_list("本周结论", true) && !opens("本周结论"));
    }

    #[test]
    fn numbered_conclusions() {
        for (text, wanted) in [
            ("洞察 1：算力进入后半场", Some((1, "算力进入后半场"))),
            ("洞察二：电网是瓶颈", Some((2, "电网是瓶颈"))),
            ("Insight 3 – Storage wins", Some((3, "Storage wins"))),
            ("发现 12 家公司", None),
            ("发现 3.5 亿吨锂矿", None),
            ("判断 2026：电力为王", None),
            ("洞察力强", None),
        ] {
            assert_eq!(numbered(text).map(|(rank, at)| (rank, &text[at..])), wanted, "{text}");
        }
    }

    #[test]
    fn sentences_that_count_themselves() {
        assert_eq!(
            ["一是电价", "其二，库容", "第三，保费", "Second, rents"].map(enumerated),
            [Some(1), Some(2), Some(3), Some(2)]
        );
        assert_eq!(["一般认为", "第三代产品", "Secondary effects", "其一贯做法"].map(enumerated), [None; 4]);
    }
}
