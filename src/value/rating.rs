//! Ratings: stars and scores.

use std::sync::LazyLock;

use regex::Regex;

use crate::lexicon::fold;
use crate::record::Rating;

static SCORE: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"(?<score>[0-9]+(?:\.[0-9]+)?)[ ]*(?:/[ ]*(?<max>[0-9]+(?:\.[0-9]+)?)|(?<percent>%))").ok());

/// Reads a rating: `⭐⭐⭐⭐ (0.86/1.0)`, `★★★★☆（4/5星）`, `85/100`, `92%`, `0.79`.
pub(crate) fn parse(text: &str) -> Option<Rating> {
    let stars = stars(text);
    let score = score(text);
    (stars.is_some() || score.is_some()).then_some(Rating {
        stars: stars.map(|(full, _)| full),
        max_stars: stars.map(|(_, max)| max),
        score,
    })
}

/// The stars of a text: how many are full, and how many there could be (five, unless more are drawn).
pub(crate) fn stars(text: &str) -> Option<(u32, u32)> {
    // Stars begin with one of these bytes, Han characters do not.
    memchr::memchr2(0xE2, 0xF0, text.as_bytes())?;
    let full = text.chars().filter(|c| matches!(c, '⭐' | '★' | '🌟')).count() as u32;
    let empty = text.chars().filter(|&c| c == '☆').count() as u32;
    (full + empty > 0).then(|| (full, (full + empty).max(5)))
}

/// A score as a fraction of its maximum.
fn score(text: &str) -> Option<f64> {
    let folded = fold(text);
    if let Some(share) = folded.trim().parse().ok().filter(|_| folded.contains('.')) {
        return fraction(share);
    }
    let found = SCORE.as_ref()?.captures(&folded)?;
    let score: f64 = found.name("score")?.as_str().parse().ok()?;
    let max: f64 = match found.name("max") {
        Some(max) => max.as_str().parse().ok()?,
        None => 100.0,
    };
    fraction(score / max)
}

/// A share without the noise of its division; none where it is none.
fn fraction(share: f64) -> Option<f64> {
    (0.0..=1.0).contains(&share).then(|| (share * 1e6).round() / 1e6)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ratings_in_their_dresses() {
        for (text, stars, max_stars, score) in [
            ("⭐⭐⭐⭐⭐ (0.95/1.0)", Some(5), Some(5), Some(0.95)),
            ("★★★★☆（4/5星）", Some(4), Some(5), Some(0.8)),
            ("⭐⭐⭐⭐", Some(4), Some(5), None),
            ("85/100", None, None, Some(0.85)),
            ("92%", None, None, Some(0.92)),
            ("0.79", None, None, Some(0.79)),
        ] {
            assert_eq!(parse(text), Some(Rating { stars, max_stars, score }), "{text}");
        }
        assert_eq!(parse("高"), None);
        assert_eq!(parse("7/5"), None);
    }
}
