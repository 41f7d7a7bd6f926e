//! One row a forecast.

use super::{Row, number, placed, quantity, text};
use crate::record::{Briefing, Forecast};

pub(super) const COLUMNS: &[&str] = &[
    "start", "end", "section", "subject", "text", "probability_text", "probability", "probability_low", "probability_high",
    "period", "period_from", "period_to", "period_unit",
];

pub(super) fn row(briefing: &Briefing, forecast: &Forecast) -> Row {
    let likelihood = forecast.probability;
    let mut row = placed(briefing, &forecast.place);
    row.extend([
        text(&forecast.subject),
        forecast.text.clone(),
        forecast.probability_text.clone(),
        number(likelihood.value),
        number(likelihood.low),
        number(likelihood.high),
        number(forecast.period.as_ref().map(|period| &period.text)),
    ]);
    row.extend(quantity::period(forecast.period.as_ref()));
    row
}
