//! Probabilities as analysts write them, to fractions.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use crate::excerpt::Excerpt as _;
use crate::lexicon::fold;
use crate::record::Probability;

static PROBABILITY: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let number = r"[0-9]{1,3}(?:\.[0-9]+)?";
    Regex::new(&format!(
        r"(?:(?<bound>[<>≤≥]=?|低于|不足|少于|小于|不到|高于|超过|大于|至少|under|below|less than|over|above|more than|at least|up to)[ ]*)?(?:(?<low>{number})[ ]*%?[ ]*(?:[-–—~～至到]|to)[ ]*(?<high>{number})[ ]*(?:%|percent|pct)|(?<value>{number})[ ]*(?:%|percent|pct)(?<plus>[ ]*(?:\+|以上))?|(?<decimal>(?:0|1)?\.[0-9]+|(?-u:\b)1\.0(?-u:\b))(?:[ ]*[-–—~～至到][ ]*(?<decimal_high>0?\.[0-9]+))?|(?<tenths>[一二两三四五六七八九])成(?:(?<half>半)|(?<more>[一二三四五六七八九]))?)"
    ))
    .ok()
});

/// A probability and where it stands in the folded text.
pub(crate) struct Found {
    pub probability: Probability,
    pub range: Range<usize>,
}

/// The first probability in a text that has been folded. Decimals (`0.35`) count only where `decimals` says so.
pub(crate) fn find_folded(folded: &str, decimals: bool) -> Option<Found> {
    if !could_hold(folded, decimals) {
        return None;
    }
    PROBABILITY.as_ref()?.captures_iter(folded).find_map(|found| {
        let group = |name: &str| found.name(name).map(|part| part.as_str());
        let points = |name: &str| group(name).and_then(|text| text.parse::<f64>().ok()).map(|value| value / 100.0);
        let probability = if let (Some(low), Some(high)) = (points("low"), points("high")) {
            range(low, high)?
        } else if let Some(value) = points("value") {
            let bound = group("bound").or(group("plus"));
            bounded(value, bound.map(str::trim))?
        } else if let Some(decimal) = group("decimal") {
            let value = decimals.then(|| decimal.parse::<f64>().ok()).flatten()?;
            match group("decimal_high") {
                Some(high) => range(value, high.parse().ok()?)?,
                None => bounded(value, group("bound"))?,
            }
        } else {
            let digit = |text: &str| "一二三四五六七八九".find(text).map_or(2.0, |at| (at / 3 + 1) as f64);
            let half = group("half").map(|_| 5.0);
            let points = digit(group("tenths")?) * 10.0 + half.or_else(|| group("more").map(digit)).unwrap_or_default();
            bounded(points / 100.0, group("bound"))?
        };
        let whole = found.get(0)?;
        Some(Found { probability, range: whole.range() })
    })
}

/// Where the first figure of a folded text stands that may be a probability: a quick look that does not read it.
pub(crate) fn first_figure(folded: &str) -> Option<Range<usize>> {
    PROBABILITY.as_ref()?.find(folded).map(|found| found.range())
}

/// The signs in a text that every probability has one of; without one the rest need not be searched.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Signs {
    /// A percent sign, or a word for it.
    pub percentage: bool,
    /// A point with a digit behind it.
    pub decimal: bool,
}

impl Signs {
    /// Looks at a text, over bytes.
    pub fn of(text: &str) -> Self {
        let bytes = text.as_bytes();
        let mut signs = Self::default();
        for at in memchr::memchr3_iter(b'%', b'p', b'.', bytes) {
            match *bytes.part(at..) {
                [b'%', ..] | [b'p', b'e', b'r', b'c', b'e', b'n', b't', ..] | [b'p', b'c', b't', ..] => signs.percentage = true,
                // The digit may be full-width.
                [b'.', b'0'..=b'9' | 0xEF, ..] => signs.decimal = true,
                _ => {}
            }
        }
        // Signs of several bytes are found by the last.
        let mut ends = memchr::memchr2_iter(0x85, 0x90, bytes).map(|last| bytes.part(..=last));
        signs.percentage |= ends.any(|text| text.ends_with("％".as_bytes()) || text.ends_with("成".as_bytes()));
        signs
    }

    /// Whether there is any.
    pub fn is_any(self) -> bool {
        self.percentage || self.decimal
    }
}

/// Whether a text could hold a probability, by its signs; decimals (`0.35`) count only where `decimals` says so.
pub(crate) fn could_hold(text: &str, decimals: bool) -> bool {
    let signs = Signs::of(text);
    signs.percentage || decimals && signs.decimal
}

/// The probability that a cell or a line of its own gives: a percentage, a decimal, or a number of tenths.
pub(crate) fn parse(text: &str) -> Option<Probability> {
    let folded = fold(text);
    find_folded(&folded, true).map(|found| found.probability).or_else(|| plain_number(folded.trim()))
}

/// A bare number of a column that is headed with a percent sign.
fn plain_number(text: &str) -> Option<Probability> {
    let value: f64 = text.trim_start_matches(['~', '约', '≈']).trim().parse().ok()?;
    match value {
        v if (0.0..=1.0).contains(&v) => bounded(v, None),
        v if v <= 100.0 && v > 1.0 => bounded(v / 100.0, None),
        _ => None,
    }
}

fn bounded(value: f64, bound: Option<&str>) -> Option<Probability> {
    let value = rounded(value)?;
    let (none, some) = (None, Some(value));
    Some(match bound {
        None => Probability { value: some, low: none, high: none },
        Some(word) if is_upper(word) => Probability { value: none, low: none, high: some },
        Some(_) => Probability { value: none, low: some, high: none },
    })
}

fn is_upper(bound: &str) -> bool {
    bound.starts_with(['<', '≤'])
        || matches!(bound, "低于" | "不足" | "少于" | "小于" | "不到" | "under" | "below" | "less than" | "up to")
}

fn range(low: f64, high: f64) -> Option<Probability> {
    let (low, high) = (rounded(low)?, rounded(high)?);
    (low <= high).then_some(Probability { value: None, low: Some(low), high: Some(high) })
}

/// A fraction without the noise of the division by a hundred; none where it is no probability.
fn rounded(value: f64) -> Option<f64> {
    (0.0..=1.0).contains(&value).then(|| (value * 1e6).round() / 1e6)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn probabilities_in_their_dresses() {
        for (text, value, low, high) in [
            ("40%", Some(0.4), None, None),
            ("约 60%", Some(0.6), None, None),
            ("~25%", Some(0.25), None, None),
            ("74.4%", Some(0.744), None, None),
            ("5-10%", None, Some(0.05), Some(0.1)),
            ("30% – 40%", None, Some(0.3), Some(0.4)),
            ("30%至40%", None, Some(0.3), Some(0.4)),
            ("<3%", None, None, Some(0.03)),
            ("不足一成", None, None, Some(0.1)),
            ("60%+", None, Some(0.6), None),
            (">60%", None, Some(0.6), None),
            ("0.25", Some(0.25), None, None),
            ("三成", Some(0.3), None, None),
            ("两成半", Some(0.25), None, None),
            ("五成五", Some(0.55), None, None),
            ("35 percent", Some(0.35), None, None),
            ("35", Some(0.35), None, None),
        ] {
            assert_eq!(parse(text), Some(Probability { value, low, high }), "{text}");
        }
        for text in ["—", "high", "135%", "完成", ""] {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
