//! The unit of a figure as a head or a number's format shows it.

use crate::excerpt::Excerpt as _;
use crate::record::{QuantityKind, Value};
use crate::value::header;

/// The longest unit that is shown, in bytes; a format has 255 characters for all it says.
const LENGTH: usize = 60;

/// What stands behind a number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Unit {
    /// Nothing.
    None,
    /// A percent sign, and what the percentage is counted by.
    Percent(Option<String>),
    /// So many times something.
    Times,
    /// A unit or a currency, and what it is counted by.
    Named(String),
}

impl Unit {
    /// The unit of a value; none where a spreadsheet could not show it.
    pub fn of(value: &Value) -> Option<Self> {
        let unit = match (value.kind, value.unit.as_deref(), header::name_of(value)) {
            (QuantityKind::Percent, Some("%"), _) => Self::Percent(value.per.as_deref().map(str::to_owned)),
            (QuantityKind::Multiple, _, _) if value.per.is_none() => Self::Times,
            (_, _, Some(name)) => Self::Named(name),
            (_, _, None) if value.per.is_none() => Self::None,
            _ => return None,
        };
        let is_shown = |name: &str| name.len() <= LENGTH && !name.contains('"') && !name.chars().any(char::is_control);
        match &unit {
            Self::Named(name) | Self::Percent(Some(name)) if !is_shown(name) => None,
            _ => Some(unit),
        }
    }

    /// What the format of a number has behind it.
    pub fn suffix(&self) -> String {
        match self {
            Self::None | Self::Percent(None) => String::new(),
            Self::Percent(Some(per)) => format!("/{per}"),
            Self::Times => "x".to_owned(),
            Self::Named(name) => format!(" {name}"),
        }
    }
}

/// A head with the unit of its column.
pub(super) fn titled(head: &str, unit: &str) -> String {
    let is_han = head.chars().any(|c| matches!(c, '\u{4E00}'..='\u{9FFF}'));
    if is_han { format!("{head}（{unit}）") } else { format!("{head} ({unit})") }
}

/// Whether a head names the unit already.
pub(super) fn holds(head: &str, unit: &str) -> bool {
    let is_part = |c: char| c.is_ascii_alphanumeric();
    head.match_indices(unit).any(|(at, _)| {
        let before = head.part(..at).ends_with(is_part) && unit.starts_with(is_part);
        let after = head.part(at + unit.len()..).starts_with(is_part) && unit.ends_with(is_part);
        !before && !after
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_take_units_they_do_not_hold() {
        assert_eq!((titled("显存", "GB"), titled("Memory", "GB")), ("显存（GB）".to_owned(), "Memory (GB)".to_owned()));
        assert!(holds("带宽 GB/s", "GB/s") && holds("显存（GB）", "GB") && holds("每片W", "W"));
        assert!(!holds("Latency", "t") && !holds("GB", "B") && !holds("显存", "GB"));
    }
}
