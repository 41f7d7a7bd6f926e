//! The date of a briefing: what the metadata needs of the dates in a text.

use std::ops::Range;

use super::find;
use crate::record::{Amount, CalendarDate, DatePart};

/// The first date in a text: `2025-11-12`, or `2025-11` where it gives no day.
pub(crate) fn first_date(text: &str) -> Option<String> {
    dates(text).next().map(|(date, _)| date.to_string())
}

/// The date that a text ends with, if it has no other.
pub(crate) fn final_date(text: &str) -> Option<String> {
    let text = text.trim_end_matches(['.', '。', ' ', ')', '）']);
    if !text.ends_with(|c: char| c.is_ascii_digit() || matches!(c, '日' | '月' | '０'..='９')) {
        return None;
    }
    let mut dates = dates(text);
    let (date, range) = dates.next()?;
    (range.end == text.len() && dates.next().is_none()).then(|| date.to_string())
}

/// Where the first date of a text begins.
pub(crate) fn first_start(text: &str) -> Option<usize> {
    dates(text).next().map(|(_, range)| range.start)
}

/// The days and months of a text and where each stands; both ends of a period.
fn dates(text: &str) -> impl Iterator<Item = (CalendarDate, Range<usize>)> {
    find(text).into_iter().flat_map(|mention| {
        let value = mention.value;
        [value.value, value.low, value.high].into_iter().flatten().filter_map(move |amount| match amount {
            Amount::Date(date) => {
                let range = mention.range.clone();
                Some((date, range)).filter(|(date, _)| matches!(date.part, DatePart::Month(_) | DatePart::Day(..)))
            }
            Amount::Number(_) => None,
        })
    })
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
