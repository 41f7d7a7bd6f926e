//! One row a forecast.

use super::cell::Row;
use super::column::{Columns, code, fraction, text};
use super::quantity::{self, period_columns};
use super::{PLACE, placed};
use crate::record::{Briefing, Forecast};

pub(super) const COLUMNS: Columns = &[
    PLACE,
    &[
        text("subject", "what it speaks of, where its label names no event"),
        text("text", "the prediction as written"),
        code("probability_text", "likelihood as written"),
        fraction("probability", "the likelihood, where it is one value"),
        fraction("probability_low", "lower end, where it is a range"),
        fraction("probability_high", "upper end, where it is a range"),
        code("period", "the period as written"),
    ],
    period_columns!("period"),
];

pub(super) fn row<'r>(briefing: &'r Briefing, forecast: &'r Forecast) -> Row<'r> {
    let likelihood = forecast.probability;
    let mut row = placed(briefing, &forecast.place);
    row.extend([
        (&forecast.subject).into(),
        (&forecast.text).into(),
        (&forecast.probability_text).into(),
        likelihood.value.into(),
        likelihood.low.into(),
        likelihood.high.into(),
        forecast.period.as_ref().map(|period| &period.text).into(),
    ]);
    row.extend(quantity::period(forecast.period.as_ref()));
    row
}
