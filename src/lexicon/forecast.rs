//! Words of forecasts: what announces predictions, what calls a percentage a likelihood, what makes it something else.

use super::{Words, fold, scenario};
use crate::excerpt::Excerpt as _;

/// Words that end a heading or label under which predictions stand.
pub(super) static TITLES: Words = Words::named(
    "forecast.titles",
    &["预测", "预判", "预言", "prediction", "predictions", "forecast", "forecasts", "what we expect", "what to expect"],
);

/// English titles that say more behind them: Predictions for 2027.
static OPENINGS: Words =
    Words::new(&["predictions for", "forecasts for", "what we expect", "what to expect", "predictions:", "our predictions"]);

/// Words of a title that offers bets.
static BETS: Words = Words::new(&[
    "下注", "押了", "赌桌", "odds", "what we think happens", "押注", "打赌", "赌局", "预判", "bets", "wagers",
    "what we think will happen", "what will happen",
]);

/// Words of a title or a sentence that says that likelihoods follow.
static PLURALS: Words = Words::new(&[
    "概率判断", "概率预测", "概率评估", "概率估计", "平均概率", "主观概率", "把握度", "与把握", "和把握", "的概率",
    "likelihoods", "probabilities", "odds of", "our odds",
]);

/// Figures that are forecast too; what stands below such a title is amounts and shares.
static FIGURES: Words = Words::new(&[
    "收入", "营收", "财务", "规模", "增长", "增速", "销量", "价格", "盈利", "业绩", "需求", "出货", "利润", "股价", "估值",
    "用户", "成本", "产能", "份额", "现金流", "revenue", "sales", "earnings", "price", "financial", "growth", "market", "demand",
    "eps", "cost", "shipment", "shipments", "volume", "gdp", "inflation", "cash flow", "share",
]);

/// Words before a bare percentage that make it a share or a rate.
static RATES: Words = Words::new(&[
    "份额", "占比", "增长", "增速", "渗透率", "率", "比例", "占", "下降", "上涨", "涨幅", "跌幅", "提升", "降低", "share",
    "growth", "rate", "margin", "yield", "up", "down", "return", "discount", "stake", "weight", "increase", "decline",
    "of revenue", "of sales", "同比", "环比", "通胀", "通膨", "涨价", "降价", "cpi", "ppi", "margins", "yields", "decrease",
    "inflation", "unemployment", "utilization", "utilisation", "penetration", "churn",
]);

/// Those of them that may say what happens instead, where a date follows: rates decline by June.
static MOVES: Words = Words::new(&[
    "增长", "下降", "上涨", "提升", "降低", "涨价", "降价", "占", "up", "down", "return", "yield", "discount", "increase",
    "decline", "decrease",
]);

/// Those of them that do so wherever they stand, unless another figure says how large the share is to be.
static SHARES: Words =
    Words::new(&["份额", "占比", "渗透率", "市占率", "毛利率", "净利率", "利润率", "share of", "growth", "margin", "yield"]);

/// What happens to a share, other than that it comes to a level: what stands behind a share that overtakes another is no share.
static EVENTS: Words = Words::new(&[
    "超过", "超越", "反超", "赶超", "高于", "低于", "跑赢", "转正", "转负", "翻倍", "见顶", "触底", "新高", "新低", "overtakes",
    "overtake", "exceeds", "exceed", "beats", "beat", "tops", "passes", "outpaces", "outperforms", "doubles", "halves", "slows",
    "stalls", "peaks", "turns", "recovers", "falls", "rises", "drops", "ends", "stays", "remains", "will", "surpasses",
    "accelerates", "returns to growth", "above", "below",
]);

/// What joins a measure to the time or the place that it is taken of: inflation by the end of, share of.
static JOINTS: Words = Words::new(&[
    "in", "by", "at", "for", "as of", "at the", "by the", "in the", "end", "end of", "the end of", "year-end", "late", "early",
    "mid", "fiscal", "fy", "of", "before", "through", "during", "over", "底", "年", "年底", "末", "年末", "前", "之前", "为",
    "约", "预计", "预期", "将", "到", "至", "在", "的", "于", "水平", "-", "–", "—",
]);

/// The most words between a measure and the end of its name: unemployment in the euro area.
const TAIL: usize = 5;

/// The most words of the name of a measure: average vacancy rate.
const NAME: usize = 4;

/// Words for a likelihood beside a percentage.
pub(super) static LIKELIHOODS: Words = Words::named(
    "forecast.likelihood",
    &["概率", "机率", "几率", "可能性", "可能", "把握", "probability", "prob", "prob.", "likelihood", "chance", "odds", "likely"],
);

/// What may stand between a likelihood and its percentage.
static BETWEEN: Words = Words::new(&[
    "有", "约", "大约", "约为", "为", "是", "在", "达", "达到", "高达", "仅", "仅为", "只有", "至少", "大概", "估计", "左右",
    "的", "成功", "发生", "实现", "达成", "以上", "主观", "极低", "很低", "较低", "极高", "很高", "较高", "不低于", "不超过",
    "升至", "降至", "about", "around", "roughly", "approximately", "at", "is", "of", "only", "just", "a", "an", "the",
    "estimated", "implied", "subjective", "now",
]);

/// What may stand between a percentage and the likelihood behind it.
static BEHIND: Words = Words::new(&[
    "左右", "的", "成功", "发生", "实现", "达成", "以上", "主观", "implied", "subjective", "estimated", "risk-neutral",
    "or better",
]);

/// What stands before a percentage that is a likelihood.
static GIVEN: Words = Words::new(&[
    "有", "给", "给出", "给予", "赋予", "约", "大约", "大概", "仅", "仅有", "只有", "存在", "高达", "至少", "近", "超", "不足",
    "不到", "超过", "为", "是", "达", "达到", "维持", "看",
]);

/// What may follow a percentage that ends its phrase.
static CLAUSES: Words =
    Words::new(&["that", "is", "for", "to", "by", "in", "and", "but", "on", "or", "this", "next", "over", "within", "at"]);

/// Openings of a phrase that ends in its percentage: the probability of a default is 15%.
static PHRASES: Words = Words::new(&[
    "probability of", "probability that", "likelihood of", "likelihood that", "chance of", "chance that", "chances of",
    "odds of", "odds that",
]);

/// Words beside a bare likelihood that say no more than that it is one.
static BARE: Words = Words::new(&[
    "发生", "成功", "实现", "达成", "兑现", "主观", "估计", "预计", "综合", "总体", "整体", "我们的", "当前", "success",
    "of success", "our", "estimated", "subjective", "overall", "current",
]);

/// Words of what was measured or is laid down, not foretold.
static MEASURED: Words = Words::new(&[
    "历史", "过去", "以往", "往年", "实测", "统计", "样本", "抽样", "命中率", "准确率", "置信", "回测", "随机", "采样", "中签",
    "中奖", "每次", "历史上", "historical", "historically", "in the past", "base rate", "backtest", "backtests", "accuracy",
    "confidence level", "confidence interval", "sampled", "random", "per trial", "token", "tokens", "dropout",
]);

/// Words of a judgement about what is to come.
static JUDGED: Words = Words::new(&[
    "将", "会在", "会被", "不会", "是否", "有望", "能否", "未来", "预计", "预期", "认为", "判断", "我们", "我给", "给出", "成功",
    "年内", "年底前", "之前", "或将", "显示", "定价", "押注", "隐含", "市场认为", "will", "would", "by", "next", "before",
    "within", "expect", "expects", "assign", "assigns", "put", "puts", "give", "gives", "see", "sees", "estimate", "estimates",
    "forecast", "forecasts", "believe", "think", "implies", "imply", "price in", "prices in", "holds", "beats",
]);

/// Column heads of tables whose rows are predictions.
static COLUMNS: Words = Words::new(&[
    "预测", "预判", "预测内容", "预测事项", "预测事件", "事件", "事项", "命题", "statement", "event", "events", "claim",
    "prediction", "predictions", "forecast", "forecasts",
]);

/// What a title says of the lines below it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Announced {
    /// Events to come.
    Predictions,
    /// Figures to come.
    Figures,
}

/// What a heading or label announces, if it speaks of forecasts.
pub(crate) fn announced(title: &str) -> Option<Announced> {
    let folded = fold(title);
    let core = folded.split(['(', '[']).next().unwrap_or(&folded).trim().trim_end_matches(':').trim();
    let opens = TITLES.suffix(core).is_some() || OPENINGS.prefix(core).is_some() || BETS.is_in(core);
    if opens {
        return Some(if FIGURES.is_in(core) { Announced::Figures } else { Announced::Predictions });
    }
    speaks_of_likelihoods(&folded).then_some(Announced::Predictions)
}

/// Whether a folded title or sentence says that likelihoods follow: 概率判断, “We give these likelihoods for …”.
pub(crate) fn speaks_of_likelihoods(folded: &str) -> bool {
    PLURALS.is_in(folded) && !MEASURED.is_in(folded)
}

/// Whether a label holds a likelihood (成功概率, Probability of a default), and whether it names no event of its own.
pub(crate) fn likelihood_label(label: &str) -> Option<bool> {
    let folded = fold(label);
    let core = folded.split('(').next().unwrap_or(&folded).trim();
    if MEASURED.is_in(core) || scenario::speaks_of_weight(core) {
        return None;
    }
    if PHRASES.prefix(core).is_some() {
        return Some(core.strip_prefix("probability of ").is_some_and(|event| event == "success"));
    }
    let noun = LIKELIHOODS.suffix(core)?;
    let mut before = core.part(..core.len() - noun.len()).trim();
    while let Some(word) = BARE.prefix(before).filter(|_| !before.is_empty()) {
        before = before.part(word.len()..).trim_start();
    }
    Some(before.is_empty())
}

/// A percentage's neighbours: whether they call it a likelihood, and how far to the left and right of it they reach in the
/// folded text. `before` and `after` are what stands around it in its sentence.
pub(crate) fn neighbours(before: &str, after: &str) -> Option<(usize, usize)> {
    if let Some(length) = called_after(after) {
        return introduces(before, after.part(..length)).then_some((0, length));
    }
    called_before(before, after).map(|length| (length, 0))
}

/// How far a word for a likelihood reaches behind a percentage: 60%的成功概率, 30% chance.
fn called_after(after: &str) -> Option<usize> {
    let mut rest = after.trim_start();
    loop {
        if let Some(word) = LIKELIHOODS.prefix(rest) {
            return Some(after.len() - rest.len() + word.len());
        }
        rest = rest.part(BEHIND.prefix(rest)?.len()..).trim_start();
    }
}

/// Whether what stands before a percentage makes it the likelihood itself. 增长 20% 的可能性 is that of growth by so much;
/// 以 5% 的概率 and with 5% probability say how something works.
fn introduces(before: &str, called: &str) -> bool {
    let lead = before.trim_end_matches([' ', '(']);
    if called.is_ascii() {
        return !(lead.ends_with(" with") || lead.ends_with(" with a"));
    }
    lead.chars().next_back().is_none_or(|last| !last.is_alphanumeric()) || GIVEN.suffix(lead).is_some()
}

/// How far a word for a likelihood reaches before a percentage: 概率约为 60%, the probability of a recall is 12%.
fn called_before(before: &str, after: &str) -> Option<usize> {
    let lead = before.trim_end_matches([' ', '(', ':']);
    let mut rest = lead;
    while let Some(word) = BETWEEN.suffix(rest) {
        rest = rest.part(..rest.len() - word.len()).trim_end();
    }
    if let Some(word) = LIKELIHOODS.suffix(rest).filter(|word| *word != "likely") {
        // A good chance of 20% growth is no chance of 20%.
        let is_of = lead.part(rest.len()..).split_whitespace().any(|word| word == "of");
        let ends = !after.trim_start().starts_with(char::is_alphabetic) || CLAUSES.prefix(after.trim_start()).is_some();
        return (!is_of || ends).then(|| before.len() - rest.len() + word.len());
    }
    let is_phrase = rest.len() < lead.len();
    let at = PHRASES.find(before).filter(|&at| is_phrase && !before.part(at..).contains([',', ';', '，', '；']))?;
    Some(before.len() - at)
}

/// Whether a folded sentence speaks of what was measured, is laid down, or is computed.
pub(crate) fn is_measured(folded: &str) -> bool {
    MEASURED.is_in(folded) || folded.contains(['=', '÷'])
}

/// Whether a folded sentence judges what is to come.
pub(crate) fn is_judged(folded: &str) -> bool {
    JUDGED.is_in(folded)
}

/// Words that say by when something is to happen.
static DEADLINES: Words = Words::new(&[
    "前", "年内", "底前", "以内", "之内", "内", "上半年", "下半年", "季度", "年底", "明年", "未来", "before", "by", "within",
    "until", "next", "this year", "in 2026", "in 2027", "in 2028", "in 2029", "in 2030", "end of", "year-end",
]);

/// Whether a folded text says by when something is to happen.
pub(crate) fn sets_date(folded: &str) -> bool {
    DEADLINES.is_in(folded)
}

/// Whether the words before a bare percentage make it a share or a rate; `undated` are they without their dates, for a date
/// says nothing of how large a share is to be.
pub(crate) fn is_rate(undated: &str) -> bool {
    let folded = fold(undated);
    let words = without_joints(&folded);
    if words.len() == folded.trim_end_matches([' ', ':']).len() && RATES.suffix(words).is_some() {
        return true;
    }
    // Another figure says how large the rate is to be, a verb what happens to it.
    if words.contains(|c: char| c.is_ascii_digit()) || EVENTS.is_in(words) {
        return false;
    }
    let is_short = |name: &str| name.split_whitespace().count() <= NAME;
    let is_named = || RATES.suffix(words).is_some() && !is_move(words) && is_short(words);
    let is_share = || SHARES.find(words).is_some_and(|at| is_short(words.part(..at)));
    is_named() || is_share() || is_rate_of(words)
}

/// Whether a folded text ends in what happens to something rather than in a name for how much: prices increase, but price
/// increase.
fn is_move(words: &str) -> bool {
    MOVES.suffix(words).is_some_and(|word| {
        let before = words.part(..words.len() - word.len()).trim_end();
        // Someone agrees to an increase.
        !word.is_ascii() || before.ends_with('s') || before.ends_with(" a") || before.ends_with(" an") || before.is_empty()
    })
}

/// A folded text without what joins it to a date that stood behind it, or before it.
fn without_joints(folded: &str) -> &str {
    const MARKS: [char; 7] = [' ', ':', '(', ')', ',', '、', '*'];
    let mut words = folded.trim_matches(MARKS);
    while let Some(joint) = JOINTS.suffix(words).filter(|joint| joint.len() < words.len()) {
        words = words.part(..words.len() - joint.len()).trim_end_matches(MARKS);
    }
    words
}

/// Whether a folded text is the name of a rate with what it is taken of: unemployment in the euro area.
fn is_rate_of(words: &str) -> bool {
    words.match_indices(' ').any(|(at, _)| {
        let tail = words.part(at..).trim_start();
        let joins = ["in ", "of ", "for ", "at ", "among ", "across "].iter().any(|joint| tail.starts_with(joint));
        let name = words.part(..at).trim_start_matches("the ");
        let is_name = name.split(' ').count() <= NAME;
        joins && is_name && tail.split(' ').count() <= TAIL && RATES.suffix(name).is_some() && !is_move(name)
    })
}

/// A part of a bracket without the words for the event itself: 成功概率 30%.
pub(crate) fn without_event(part: &str) -> String {
    ["成功", "发生", "实现", "达成"].iter().fold(fold(part).into_owned(), |text, word| text.replace(word, ""))
}

/// Whether the head of a column says that its rows are predictions.
pub(crate) fn is_column(head: &str) -> bool {
    COLUMNS.has(fold(head).trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles() {
        for title in ["12 条 2026 年度预测", "我们的预判：", "Predictions for 2027", "Our forecasts", "What we expect"]
        {
            assert_eq!(announced(title), Some(Announced::Predictions), "{title}");
        }
        assert_eq!(announced("收入预测（2027年）"), Some(Announced::Figures));
        assert_eq!(announced("预测原则"), None);
    }

    #[test]
    fn labels() {
        assert_eq!(likelihood_label("成功概率"), Some(true));
        assert_eq!(likelihood_label("2028 年前违约概率"), Some(false));
        assert_eq!(likelihood_label("Probability of a default by 2028"), Some(false));
        assert_eq!(likelihood_label("置信度"), None);
        assert_eq!(likelihood_label("历史成功概率"), None);
    }

    #[test]
    fn rates() {
        for text in [
            "Unemployment in :", "Inflation by end of ", "GDP growth in ", "Market share of Arvo in ", "Price increase in ",
            "毛利率回到水平：", "失业率（）：", "Unemployment in the northern counties by ",
        ] {
            assert!(is_rate(text), "{text}");
        }
        for text in [
            "Inflation falls to its target by ", "Growth slows in ", "国产份额超过进口", "Arvo lists its shares in Oslo by ",
            "渗透率达到 30%", "The plant opens in ", "The union accepts a decrease in wages by ", "Freight rates decline by ",
            "Arvo agrees to an increase in ", "Sodium cells win a 30% share by ",
            "The union of the yards wins a pay increase in ",
        ] {
            assert!(!is_rate(text), "{text}");
        }
    }

    #[test]
    fn words_beside_a_percentage() {
        assert!(neighbours("我们认为落地的概率约为 ", "。").is_some());
        assert!(neighbours("m有", "的成功概率").is_some());
        assert!(neighbours("we put a ", " chance on it").is_some());
        assert!(neighbours("the probability of a recall is ", "").is_some());
        assert!(neighbours("需求增长 ", " 的可能性较大").is_none());
        assert!(neighbours("a good chance of ", " growth").is_none());
        assert!(neighbours("growth of ", " is likely").is_none());
        assert!(neighbours("每个词以", "的概率被遮盖").is_none());
        assert!(neighbours("the share is ", " of sales").is_none());
    }
}
