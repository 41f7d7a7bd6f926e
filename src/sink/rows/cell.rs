//! A value of a row, typed once for every format: text formats print it, spreadsheets and databases store it as what it is.

use std::borrow::Cow;
use std::fmt::Write as _;

use jiff::civil::Date;

use super::nested;
use crate::record::Amount;

/// One value of a row; its variant is that of its column's [`super::ColumnType`], or [`Cell::Empty`].
#[derive(Debug, Clone, PartialEq)]
pub enum Cell<'r> {
    /// The text gives no value.
    Empty,
    /// Words.
    Text(Cow<'r, str>),
    /// A whole number.
    Integer(i64),
    /// A finite number.
    Number(f64),
    /// Yes or no.
    Boolean(bool),
    /// A day.
    Day(Date),
    /// Texts in order.
    List(Vec<Cow<'r, str>>),
}

/// The cells of one row, as many as its table has columns.
pub type Row<'r> = Vec<Cell<'r>>;

impl Cell<'_> {
    /// The value as text formats print it: decimal points, ISO 8601 days, lists parted by ` | `, nothing for an empty one.
    pub fn text(&self) -> Cow<'_, str> {
        match self {
            Self::Empty => Cow::Borrowed(""),
            Self::Text(text) => Cow::Borrowed(text),
            Self::Integer(number) => number.to_string().into(),
            Self::Number(number) => Amount::Number(*number).to_string().into(),
            Self::Boolean(yes) => Cow::Borrowed(if *yes { "true" } else { "false" }),
            Self::Day(day) => {
                let mut text = String::with_capacity(10);
                let _ = write!(text, "{day}");
                text.into()
            }
            Self::List(items) => nested::list(items).into(),
        }
    }

    /// Whether there is no value.
    pub fn is_empty(&self) -> bool {
        matches!(self, Self::Empty)
    }
}

impl<'r> Cell<'r> {
    /// Texts in order; empty where there is none.
    pub(super) fn list(items: impl IntoIterator<Item = &'r String>) -> Self {
        let items: Vec<_> = items.into_iter().map(|item| Cow::Borrowed(item.as_str())).collect();
        if items.is_empty() { Self::Empty } else { Self::List(items) }
    }
}

impl<'r> From<&'r str> for Cell<'r> {
    fn from(text: &'r str) -> Self {
        if text.is_empty() { Self::Empty } else { Self::Text(Cow::Borrowed(text)) }
    }
}

impl<'r> From<&'r String> for Cell<'r> {
    fn from(text: &'r String) -> Self {
        text.as_str().into()
    }
}

impl From<String> for Cell<'_> {
    fn from(text: String) -> Self {
        if text.is_empty() { Self::Empty } else { Self::Text(Cow::Owned(text)) }
    }
}

impl From<f64> for Cell<'_> {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

impl From<bool> for Cell<'_> {
    fn from(yes: bool) -> Self {
        Self::Boolean(yes)
    }
}

impl From<Date> for Cell<'_> {
    fn from(day: Date) -> Self {
        Self::Day(day)
    }
}

impl From<u8> for Cell<'_> {
    fn from(number: u8) -> Self {
        Self::Integer(number.into())
    }
}

impl From<u32> for Cell<'_> {
    fn from(number: u32) -> Self {
        Self::Integer(number.into())
    }
}

impl From<usize> for Cell<'_> {
    fn from(number: usize) -> Self {
        Self::Integer(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl<'r, T: Into<Cell<'r>>> From<Option<T>> for Cell<'r> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Empty, Into::into)
    }
}

impl<'r> From<&'r Option<String>> for Cell<'r> {
    fn from(value: &'r Option<String>) -> Self {
        value.as_deref().into()
    }
}
