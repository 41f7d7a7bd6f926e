//! A point in time as exact as a text gives it, and the days that it stands for.

use jiff::ToSpan as _;
use jiff::civil::Date;

/// A point in time, as exact as the text gives it; written as ISO 8601 where that has a form for it: `2025`, `2025-H1`,
/// `2025-Q3`, `2025-11`, `2025-11-12`, `FY2025`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CalendarDate {
    /// The year of the common era.
    pub year: i16,
    /// Whether it is a financial year.
    pub fiscal: bool,
    /// What part of the year.
    pub part: DatePart,
}

/// A part of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DatePart {
    /// All of it.
    Year,
    /// A half, 1 or 2.
    Half(u8),
    /// A quarter, 1 to 4.
    Quarter(u8),
    /// A month, 1 to 12.
    Month(u8),
    /// A month and its day.
    Day(u8, u8),
}

impl std::fmt::Display for CalendarDate {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.fiscal {
            f.write_str("FY")?;
        }
        let year = self.year;
        match self.part {
            DatePart::Year => write!(f, "{year:04}"),
            DatePart::Half(half) => write!(f, "{year:04}-H{half}"),
            DatePart::Quarter(quarter) => write!(f, "{year:04}-Q{quarter}"),
            DatePart::Month(month) => write!(f, "{year:04}-{month:02}"),
            DatePart::Day(month, day) => write!(f, "{year:04}-{month:02}-{day:02}"),
        }
    }
}

impl CalendarDate {
    /// The first of its days; none of a financial year, whose days differ from house to house.
    pub fn first_day(self) -> Option<Date> {
        let (month, day) = match self.part {
            DatePart::Year => (1, 1),
            DatePart::Half(half) => (6 * (half - 1) + 1, 1),
            DatePart::Quarter(quarter) => (3 * (quarter - 1) + 1, 1),
            DatePart::Month(month) => (month, 1),
            DatePart::Day(month, day) => (month, day),
        };
        let (month, day) = (i8::try_from(month).ok()?, i8::try_from(day).ok()?);
        Date::new(self.year, month, day).ok().filter(|_| !self.fiscal)
    }

    /// The last of its days; none of a financial year.
    pub fn last_day(self) -> Option<Date> {
        let months = match self.part {
            DatePart::Year => 12,
            DatePart::Half(_) => 6,
            DatePart::Quarter(_) => 3,
            DatePart::Month(_) => 1,
            DatePart::Day(..) => return self.first_day(),
        };
        self.first_day()?.checked_add(months.months()).ok()?.yesterday().ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_stands_for_its_days() {
        let days = |fiscal, part| {
            let date = CalendarDate { year: 2028, fiscal, part };
            (date.first_day().map(|day| day.to_string()), date.last_day().map(|day| day.to_string()))
        };
        let some = |first: &str, last: &str| (Some(first.to_owned()), Some(last.to_owned()));
        assert_eq!(days(false, DatePart::Year), some("2028-01-01", "2028-12-31"));
        assert_eq!(days(false, DatePart::Half(2)), some("2028-07-01", "2028-12-31"));
        assert_eq!(days(false, DatePart::Quarter(1)), some("2028-01-01", "2028-03-31"));
        assert_eq!(days(false, DatePart::Month(2)), some("2028-02-01", "2028-02-29"));
        assert_eq!(days(false, DatePart::Day(11, 5)), some("2028-11-05", "2028-11-05"));
        assert_eq!(days(true, DatePart::Year), (None, None));
    }
}
