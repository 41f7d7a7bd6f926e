//! Words that say that a percentage is a probability, and those that may stand beside it.

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};

use crate::lexicon::{Words, fold};

/// Words that say that a percentage is a probability, whatever it stands beside.
pub(in crate::lexicon) static PROBABILITY: Words = Words::named(
    "scenario.probability",
    &["概率", "机率", "几率", "可能性", "可能", "把握", "probability", "prob", "prob.", "likelihood", "chance", "odds", "likely"],
);

/// Words that say so only beside the name of a scenario: methods and criteria are weighted too.
pub(in crate::lexicon) static WEIGHT: Words = Words::named("scenario.weight", &["权重", "weight", "weighting", "p"]);

/// Words that stand beside a probability without making it something else.
pub(in crate::lexicon) static FILLERS: Words = Words::named(
    "scenario.fillers",
    &[
        "概率", "机率", "几率", "可能性", "可能", "约", "大约", "发生", "发生概率", "发生机率", "概率约", "概率为", "主观概率",
        "主观", "权重", "概率权重", "把握", "左右", "的概率", "的机率", "的可能性", "的", "机率约", "可能性约", "为", "我给",
        "probability", "prob", "likelihood", "chance", "odds", "likely", "weight", "p", "about", "approx", "approximately",
        "around", "roughly", "estimated", "subjective", "of", "est", "a", "weighting", "most", "我们给", "给予", "评估概率",
    ],
);

/// Labels and column heads that hold a probability.
pub(crate) static PROBABILITY_LABELS: Words = Words::named(
    "scenario.probability_labels",
    &[
        "概率", "发生概率", "机率", "发生机率", "几率", "发生几率", "可能性", "主观概率", "权重", "概率权重", "修正概率",
        "修订概率", "调整后概率", "更新概率", "probability", "probabilities", "prob", "prob.", "likelihood", "weight",
        "probability weight", "weighting", "chance", "odds", "p", "revised", "revised probability", "updated probability",
        "new probability", "current probability", "subjective probability", "estimated probability", "p(scenario)",
    ],
);

/// Column heads that say that a probability replaces an earlier one.
pub(in crate::lexicon) static REVISED: Words = Words::named(
    "scenario.revised",
    &["修正", "修订", "调整后", "更新", "最新", "新", "本期", "当前", "revised", "updated", "new", "current", "now"],
);

/// Whether a label or column head holds a probability.
pub(crate) fn is_probability(label: &str) -> bool {
    let folded = fold(label);
    let name = folded.trim().trim_end_matches('%').trim();
    let bare = name.split(['(', '/']).next().unwrap_or(name).trim();
    let is_weight =
        |bare: &str| WEIGHT.suffix(bare).is_some_and(|weight| is_filler(bare.strip_suffix(weight).unwrap_or(bare).trim()));
    PROBABILITY_LABELS.has(bare) || PROBABILITY_LABELS.has(name) || PROBABILITY.suffix(bare).is_some() || is_weight(bare)
}

/// Whether a column head says that its probabilities revise others.
pub(crate) fn is_revised(head: &str) -> bool {
    REVISED.is_in(&fold(head))
}

/// Whether a folded text has a word that makes a percentage a probability.
pub(crate) fn speaks_of_probability(folded: &str) -> bool {
    PROBABILITY.is_in(folded)
}

/// Whether a text, not folded, may call a percentage a probability: a quick look before a close one.
pub(crate) fn calls_a_probability(text: &str) -> bool {
    static STEMS: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| {
        let stems = ["概率", "机率", "\u{6A5F}率", "几率", "\u{5E7E}率", "可能", "把握", "rob", "ikel", "hance", "dds"];
        // Leftmost matches are what the search is fastest at.
        AhoCorasick::builder().match_kind(MatchKind::LeftmostFirst).build(stems).ok()
    });
    STEMS.as_ref().is_none_or(|stems| stems.is_match(text)) || (PROBABILITY.is_extended() && PROBABILITY.is_in(&fold(text)))
}

/// Whether a folded text calls a percentage a weight.
pub(crate) fn speaks_of_weight(folded: &str) -> bool {
    WEIGHT.is_in(folded)
}

/// Where a word for probability ends that a folded text begins with.
pub(crate) fn leading_probability(folded: &str) -> Option<usize> {
    PROBABILITY.prefix(folded).map(str::len)
}

/// Whether a word may stand beside a probability without making it something else.
pub(crate) fn is_filler(word: &str) -> bool {
    FILLERS.has(word) || PROBABILITY.has(word)
}
