//! The cases of `fixtures/values.tsv`, and properties that hold of all amounts and of all texts.
//!
//! A row of the file is a text, a tab, and what is found in it: `mention = reading`, parted by ` ¦ `; nothing where the
//! text holds no quantity. A reading is the kind, `~` where it is approximate, its bound, its value or its two ends, its
//! unit or currency, and `per` what. Lines that begin with `# ` and a capital letter are headings.

use std::collections::HashSet;
use std::fmt::Write as _;

use proptest::prelude::*;

use super::find;
use crate::lexicon::quantity::{currency, unit};
use crate::record::{Amount, Bound, Value};

const CASES: &str = include_str!("../../fixtures/values.tsv");

fn cases() -> impl Iterator<Item = (&'static str, &'static str)> {
    let is_case = |line: &&str| !(line.starts_with("# ") && line[2..].starts_with(|c: char| c.is_ascii_uppercase()));
    CASES.lines().filter(is_case).map(|line| line.split_once('\t').unwrap_or_else(|| panic!("no tab in {line}")))
}

fn reading(value: &Value) -> String {
    let bound = match value.bound {
        None => "",
        Some(Bound::Gt) => ">",
        Some(Bound::Ge) => ">=",
        Some(Bound::Lt) => "<",
        Some(Bound::Le) => "<=",
    };
    let mut out = format!("{} {}{bound}", value.kind.name(), if value.approx { "~" } else { "" });
    let end = |end: Option<Amount>| end.map(|end| end.to_string()).unwrap_or_default();
    match value.value {
        Some(value) => out.push_str(&value.to_string()),
        None => out.push_str(&format!("{}..{}", end(value.low), end(value.high))),
    }
    if let Some(unit) = value.currency.or(value.unit.as_deref()) {
        let _ = write!(out, " {unit}");
    }
    if let Some(per) = &value.per {
        let _ = write!(out, " per {per}");
    }
    out
}

fn readings(text: &str) -> String {
    let shown = find(text).into_iter().map(|mention| format!("{} = {}", &text[mention.range.clone()], reading(&mention.value)));
    shown.collect::<Vec<_>>().join(" ¦ ")
}

#[test]
fn values_are_read_as_the_file_says() {
    let wrong: Vec<String> = cases()
        .map(|(text, wanted)| (text, wanted, readings(text)))
        .filter(|(_, wanted, got)| wanted != got)
        .map(|(text, wanted, got)| format!("{text}\n  wanted {wanted}\n  got    {got}"))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A unit or a currency that no case names has not been tried.
#[test]
fn every_unit_and_currency_has_a_case() {
    let named: HashSet<&str> = cases().flat_map(|(_, wanted)| wanted.split([' ', '¦'])).collect();
    for (unit, _) in unit::SYMBOLS.rows().iter().chain(unit::WORDS.rows()) {
        let (unit::Unit::Time(name) | unit::Unit::Measure(name) | unit::Unit::Count(name) | unit::Unit::Percent(name)) = unit
        else {
            continue;
        };
        assert!(named.contains(name), "{name} has no case");
    }
    for (code, _) in currency::BEFORE.rows().iter().chain(currency::AFTER.rows()) {
        assert!(named.contains(code), "{code} has no case");
    }
}

/// Every word of the unit table, before the vocabulary is trusted with texts.
#[test]
fn every_word_for_a_unit_is_read() {
    for (unit, words) in unit::SYMBOLS.rows().iter().chain(unit::WORDS.rows()) {
        for word in *words {
            let text = if word.starts_with(|c: char| c.is_ascii_alphabetic()) && word.len() > 2 {
                format!("3.5 {word}")
            } else {
                format!("3.5{word}")
            };
            let found = find(&text);
            assert!(found.len() == 1 && found[0].range == (0..text.len()), "{text} ({unit:?}): {found:?}");
        }
    }
}

/// Styles in which an amount is written.
#[derive(Debug, Clone, Copy)]
enum Style {
    Plain,
    Grouped,
    FullWidth,
}

fn written(number: u32, style: Style) -> String {
    let digits = number.to_string();
    match style {
        Style::Plain => digits,
        Style::Grouped => {
            let head = digits.len() % 3;
            let groups = std::iter::once(&digits[..head]).filter(|head| !head.is_empty());
            let rest = digits.as_bytes()[head..].chunks(3).map(|group| std::str::from_utf8(group).unwrap());
            groups.chain(rest).collect::<Vec<_>>().join(",")
        }
        Style::FullWidth => digits.chars().map(|c| char::from_u32(c as u32 + 0xFEE0).unwrap()).collect(),
    }
}

const MAGNITUDES: &[(&str, f64)] = &[
    ("", 1.0),
    ("万", 1e4),
    (" 万", 1e4),
    ("亿", 1e8),
    ("万亿", 1e12),
    ("百万", 1e6),
    ("K", 1e3),
    ("M", 1e6),
    ("B", 1e9),
    (" million", 1e6),
    (" billion", 1e9),
    (" trillion", 1e12),
];
/// Every word for a unit or a currency, with its canonical name.
fn units() -> Vec<(&'static str, &'static str)> {
    let unit_rows = unit::SYMBOLS.rows().iter().chain(unit::WORDS.rows()).filter_map(|(unit, words)| match unit {
        unit::Unit::Time(name) | unit::Unit::Measure(name) | unit::Unit::Count(name) | unit::Unit::Percent(name) => {
            Some((*name, *words))
        }
        unit::Unit::Multiple | unit::Unit::Tenths => None,
    });
    let rows = unit_rows.chain(currency::AFTER.rows().iter().map(|(code, words)| (*code, *words)));
    // Millions of pounds are money, and millions of 度 electricity.
    let is_plain = |&(word, _): &(&str, &str)| !word.starts_with("pound") && word != "度";
    rows.flat_map(|(name, words)| words.iter().map(move |word| (*word, name))).filter(is_plain).collect()
}

/// What stands between a magnitude and a unit: letters are not glued to letters.
fn joint(magnitude: &str, unit: &str) -> &'static str {
    let is_latin = unit.starts_with(|c: char| c.is_ascii_alphabetic());
    let is_word = is_latin && unit.len() > 2;
    if is_word || is_latin && magnitude.ends_with(|c: char| c.is_ascii_alphabetic()) { " " } else { "" }
}

/// A magnitude and a unit that may follow it: a single letter does not stand apart from its number.
fn scaled_unit() -> impl Strategy<Value = ((&'static str, f64), (&'static str, &'static str))> {
    let fits = |(magnitude, _): &(&str, f64), (unit, _): &(&str, &str)| joint(magnitude, unit).is_empty() || unit.len() > 1;
    let pairs: Vec<_> = MAGNITUDES
        .iter()
        .flat_map(|magnitude| units().into_iter().map(move |unit| (*magnitude, unit)))
        .filter(|(magnitude, unit)| fits(magnitude, unit))
        .collect();
    prop::sample::select(pairs)
}

fn style() -> impl Strategy<Value = Style> {
    prop::sample::select(&[Style::Plain, Style::Grouped, Style::FullWidth][..])
}

/// Fragments of which hostile and half-finished mentions are made.
const PIECES: &[&str] = &[
    "1", "2025", "0", "３", "，", ",", ".", "-", "–", "—", "~", "至", "到", " to ", "和", "之间", "between ", "万", "亿", "十",
    "两", "半", "数", "几", "多", "余", "%", "％", "个百分点", "$", "¥", "￥", "USD", " per ", "/", "每", "月", "年", "日", "Q3",
    "H1", "FY", "May", "st", "(", ")", "（", "）", "星", "★", "☆", "⭐", "█", "░", "约", ">", "≥", "超过", "+", "以上", "左右",
    "第", "GB", "x", "×", "：", ":", "http://", "@", "`", "**", " ", "\u{3000}", "\u{202F}", "e", "E5", "分之", "点", "文", "a",
    "\u{2011}", "\u{2212}", "’", "'22", "\u{FE0F}", "—", "→", "后", "前", "成", "折", "负",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 1024, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_amount_reads_back(number in 2u32..10_000_000, style in style(), (magnitude, unit) in scaled_unit()) {
        let text = format!("共{}{}{}{}。", written(number, style), magnitude.0, joint(magnitude.0, unit.0), unit.0);
        let found = find(&text);
        prop_assert_eq!(found.len(), 1, "{}: {:?}", text, found);
        let value = &found[0].value;
        prop_assert_eq!(value.value.and_then(Amount::number), Some(f64::from(number) * magnitude.1), "{}", text);
        prop_assert_eq!(value.currency.or(value.unit.as_deref()), Some(unit.1), "{}", text);
        prop_assert_eq!(&text[found[0].range.clone()], &text["共".len()..text.len() - "。".len()]);
    }

    #[test]
    fn any_range_reads_back(low in 2u32..900, more in 1u32..900, (magnitude, unit) in scaled_unit(), dash in prop::sample::select(&["-", "–", "~", "～", "至", "到", " - ", " to "][..])) {
        let text = format!("共{low}{dash}{}{}{}{}。", low + more, magnitude.0, joint(magnitude.0, unit.0), unit.0);
        let found = find(&text);
        prop_assert_eq!(found.len(), 1, "{}: {:?}", text, found);
        let ends = (found[0].value.low.and_then(Amount::number), found[0].value.high.and_then(Amount::number));
        prop_assert_eq!(ends, (Some(f64::from(low) * magnitude.1), Some(f64::from(low + more) * magnitude.1)), "{}", text);
        prop_assert_eq!(found[0].value.currency.or(found[0].value.unit.as_deref()), Some(unit.1), "{}", text);
    }

    #[test]
    fn mentions_stand_on_characters_and_apart(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..24)) {
        check(&pieces.concat());
    }

    #[test]
    fn any_text_is_searched(text in "\\PC{0,120}") {
        check(&text);
    }
}

/// What must hold of the mentions of any text.
fn check(text: &str) {
    let mut floor = 0;
    for mention in find(text) {
        assert!(mention.range.start >= floor && mention.range.start < mention.range.end, "{text:?}: {mention:?}");
        assert!(text.get(mention.range.clone()).is_some(), "{text:?}: {mention:?}");
        let value = &mention.value;
        assert!(value.value.is_some() || value.low.is_some() || value.high.is_some(), "{text:?}: {mention:?}");
        let finite = |amount: Option<Amount>| amount.and_then(Amount::number).is_none_or(f64::is_finite);
        assert!(finite(value.value) && finite(value.low) && finite(value.high), "{text:?}: {mention:?}");
        floor = mention.range.end;
    }
}
