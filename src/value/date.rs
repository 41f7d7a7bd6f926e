//! Dates as analysts write them, to ISO 8601.

use std::sync::LazyLock;

use regex::{Captures, Regex};

use crate::lexicon::fold;

const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

static DATE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let month = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.?";
    Regex::new(&format!(
        r"(?:^|[^0-9])(?:(?<y1>(?:19|20)[0-9][0-9])[ ]*[-/.年][ ]*(?<m1>[0-9]{{1,2}})(?:[ ]*[-/.月][ ]*(?<d1>[0-9]{{1,2}})日?|月|(?:$|[^0-9/.-]))|(?<n2>{month})[ ]+(?<d2>[0-9]{{1,2}})(?:st|nd|rd|th)?,?[ ]+(?<y2>(?:19|20)[0-9][0-9])|(?<d3>[0-9]{{1,2}})(?:st|nd|rd|th)?[ ]+(?<n3>{month}),?[ ]+(?<y3>(?:19|20)[0-9][0-9])|(?<n4>{month})[ ]+(?<y4>(?:19|20)[0-9][0-9])|(?<compact>(?:19|20)[0-9]{{6}})(?:$|[^0-9]))"
    ))
    .ok()
});

/// The first date in a text: `2025-11-12`, or `2025-11` where it gives no day.
pub(crate) fn first_date(text: &str) -> Option<String> {
    DATE.as_ref()?.captures_iter(&fold(text)).find_map(|found| iso(&found))
}

/// The date that a text ends with, if it has no other.
pub(crate) fn final_date(text: &str) -> Option<String> {
    let text = text.trim_end_matches(['.', '。', ' ', ')', '）']);
    if !text.ends_with(|c: char| c.is_ascii_digit() || matches!(c, '日' | '月' | '０'..='９')) {
        return None;
    }
    let folded = fold(text);
    let mut dates = DATE.as_ref()?.captures_iter(&folded).filter_map(|found| Some((found.get(0)?.end(), iso(&found)?)));
    let (end, date) = dates.next()?;
    (end == folded.len() && dates.next().is_none()).then_some(date)
}

fn iso(found: &Captures<'_>) -> Option<String> {
    let number = |name: &str| found.name(name).and_then(|part| part.as_str().parse::<i16>().ok());
    let month_named = |name: &str| {
        let word = found.name(name)?.as_str();
        MONTHS.iter().position(|month| word.starts_with(month)).map(|at| at as i16 + 1)
    };
    let (year, month, day) = if let Some(compact) = found.name("compact") {
        let digits = compact.as_str();
        (digits[..4].parse().ok()?, digits[4..6].parse().ok()?, Some(digits[6..].parse().ok()?))
    } else if let Some(year) = number("y1") {
        (year, number("m1")?, number("d1"))
    } else if let Some(year) = number("y2") {
        (year, month_named("n2")?, number("d2"))
    } else if let Some(year) = number("y3") {
        (year, month_named("n3")?, number("d3"))
    } else {
        (number("y4")?, month_named("n4")?, None)
    };
    let date = jiff::civil::Date::new(year, month.try_into().ok()?, day.unwrap_or(1).try_into().ok()?).ok()?;
    Some(if day.is_some() { date.to_string() } else { format!("{year:04}-{month:02}") })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_in_their_dresses() {
        for (text, wanted) in [
            ("2025-11-12", Some("2025-11-12")),
            ("2025/1/2", Some("2025-01-02")),
            ("2026.04.01", Some("2026-04-01")),
            ("2026年5月26日", Some("2026-05-26")),
            ("2026年5月", Some("2026-05")),
            ("2026-05", Some("2026-05")),
            ("2026‑05‑17", Some("2026-05-17")),
            ("２０２６年５月１日", Some("2026-05-01")),
            ("February 3, 2026", Some("2026-02-03")),
            ("Feb. 3rd 2026", Some("2026-02-03")),
            ("3 Sept 2026", Some("2026-09-03")),
            ("July 2025", Some("2025-07")),
            ("20260504", Some("2026-05-04")),
            ("2026-02-17 09:00:00 +0900", Some("2026-02-17")),
            ("2026-13-01", None),
            ("2026-02-30", None),
            ("v2.1", None),
            ("2025", None),
            ("", None),
        ] {
            assert_eq!(first_date(text).as_deref(), wanted, "{text}");
        }
    }

    #[test]
    fn a_lone_date_ends_the_line() {
        assert_eq!(final_date("Expert Analyst – 2026‑05‑17").as_deref(), Some("2026-05-17"));
        assert_eq!(final_date("2026-05-17 in Berlin"), None);
        assert_eq!(final_date("2026-05-17 to 2026-05-18"), None);
    }
}
