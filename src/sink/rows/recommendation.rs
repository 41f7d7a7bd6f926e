//! One row a piece of advice.

use super::cell::Row;
use super::column::{Columns, code, integer, nested as tree, number, text};
use super::quantity::{self, period_columns};
use super::{PLACE, nested, placed};
use crate::record::{Briefing, Recommendation};

pub(super) const COLUMNS: Columns = &[
    PLACE,
    &[
        text("audience", "whom it addresses, as written"),
        code("audience_role", "what kind of reader that is"),
        code("horizon", "by when, as written"),
    ],
    period_columns!("horizon"),
    &[
        text("group", "theme of its group"),
        integer("rank", "its number in a numbered list"),
        text("text", "the advice"),
        code("stance", "whether to do it or to leave it: `do` or `avoid`"),
        number("rating", "full stars given to it").within("stars"),
        tree("attributes", "what qualifies it, as labelled values"),
        tree("details", "what is nested below it"),
    ],
];

pub(super) fn row<'r>(briefing: &'r Briefing, advice: &'r Recommendation) -> Row<'r> {
    let mut row = placed(briefing, &advice.place);
    row.extend([(&advice.audience).into(), advice.audience_role.map(|role| role.name()).into(), (&advice.horizon).into()]);
    row.extend(quantity::period(advice.horizon_period.as_ref()));
    row.extend([
        (&advice.group).into(),
        advice.rank.into(),
        (&advice.text).into(),
        advice.stance.name().into(),
        advice.rating.into(),
        nested::labelled(&advice.attributes).into(),
        nested::details(&advice.details).into(),
    ]);
    row
}
