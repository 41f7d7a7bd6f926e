//! Tables whose rows name scenarios, be they of pipes or aligned in a fence.

use super::name;
use crate::extract::table::quantity_in;
use crate::extract::{Scope, fence, text_table};
use crate::lexicon::{fold, scenario as words};
use crate::outline::{Row, Table, without_emoji};
use crate::record::{Field, Item, Place, Scenario, Stance};
use crate::value::{header, probability};

/// The sets in tables, with the line of the table.
pub(super) fn sets(scope: &Scope<'_>) -> Vec<(usize, Vec<Scenario>)> {
    let piped = scope.body().filter_map(|at| Some((at, set(scope, at, scope.outline.table(at)?)?)));
    piped.chain(in_fences(scope)).collect()
}

/// The sets in text tables, where each row states a probability.
fn in_fences<'s>(scope: &'s Scope<'_>) -> impl Iterator<Item = (usize, Vec<Scenario>)> + 's {
    let mut blocks = fence::blocks(scope);
    blocks.retain(|block| block.clone().filter(|&at| scope.signs(at).is_any()).count() > 1);
    let tables = text_table::as_tables(scope, blocks).into_iter();
    let sets = tables.filter_map(|(at, table)| Some((at, set(scope, at, &table)?)));
    sets.filter(|(_, set)| set.iter().all(|scenario| scenario.probability.is_some()))
}

fn set(scope: &Scope<'_>, at: usize, table: &Table) -> Option<Vec<Scenario>> {
    let probability = probability_column(table);
    let named = table.header.first().is_some_and(|head| words::is_column(head));
    if !named
        && probability.is_none()
        && table.rows.first().is_none_or(|row| row.cells.first().is_none_or(|cell| clear_stance(cell).is_none()))
    {
        return None;
    }
    let head = head(scope, at);
    let rows: Vec<_> = table
        .rows
        .iter()
        .filter(|row| row.cells.first().is_some_and(|name| !name.is_empty() && !words::is_total(name)))
        .collect();
    let stances: std::collections::HashSet<_> = rows.iter().filter_map(|row| clear_stance(row.cells.first()?)).collect();
    let names = rows.iter().map(|row| row.cells.first()).collect::<std::collections::HashSet<_>>().len();
    let announced = head.as_deref().is_some_and(words::names_set);
    let of_use = head.as_deref().is_some_and(|head| words::is_use(&fold(head)));
    let strong = rows.iter().filter(|row| row.cells.first().is_some_and(|name| clear_stance(name).is_some())).count();
    let shares = probability
        .filter(|&column| table.header.get(column).is_some_and(|head| words::speaks_of_probability(&fold(head))))
        .is_some_and(|column| shares_all(&rows, column));
    let is_set = names == rows.len()
        && rows.len() >= 2
        && !of_use
        && (shares
            || (named && (announced || probability.is_some() || !stances.is_empty()))
            || (stances.len() >= 2 && strong == rows.len()));
    is_set.then(|| rows.iter().filter_map(|row| scenario(scope, at, table, row, probability, head.clone())).collect())
}

fn scenario(
    scope: &Scope<'_>,
    at: usize,
    table: &Table,
    row: &Row,
    column: Option<usize>,
    set: Option<String>,
) -> Option<Scenario> {
    let cell = row.cells.first()?;
    let read = name::read(cell, "");
    let stated = column.and_then(|column| row.cells.get(column)).and_then(|cell| probability::parse(cell));
    let fields = table
        .header
        .iter()
        .zip(&row.cells)
        .enumerate()
        .skip(1)
        .filter(|(index, (_, cell))| Some(*index) != column && !cell.is_empty());
    Some(Scenario {
        place: Place { id: String::new(), line: row.line, span: [row.span.start, row.span.end], section: scope.section(at) },
        horizon: read.as_ref().and_then(|name| name.horizon.clone()).or_else(|| set.as_deref().and_then(super::horizon_of)),
        horizon_period: None,
        set,
        stance: read.as_ref().and_then(|name| name.stance).or_else(|| words::stance_in(cell)).unwrap_or(Stance::Other),
        probability: stated.or_else(|| read.as_ref().and_then(|name| name.probability)),
        title: read.as_ref().and_then(|name| name.title.clone()),
        name: read.map_or_else(|| without_emoji(cell).to_owned(), |name| name.name),
        fields: fields
            .map(|(_, (head, cell))| Field {
                label: (!head.is_empty()).then(|| head.clone()),
                role: words::field_role(head),
                items: vec![Item { text: cell.clone(), items: Vec::new() }],
                quantity: quantity_in(header::unit(head).as_ref(), cell),
            })
            .collect(),
    })
}

/// Whether the rows share out the whole probability among them, as alternatives do and risks do not.
fn shares_all(rows: &[&Row], column: usize) -> bool {
    let values: Option<Vec<f64>> = rows.iter().map(|row| probability::parse(row.cells.get(column)?)?.value).collect();
    values.is_some_and(|values| values.len() >= 2 && super::adds_up(values.iter().sum()))
}

/// The stance of a cell that names a scenario by its stance.
fn clear_stance(cell: &str) -> Option<Stance> {
    name::read(cell, "").and_then(|name| name.stance)
}

/// The column of probabilities; where one revises another, that one.
fn probability_column(table: &Table) -> Option<usize> {
    let is_share = |head: &str| words::speaks_of_probability(&fold(head)) || words::speaks_of_weight(&fold(head));
    let columns = || {
        let heads = table.header.iter().enumerate().skip(1);
        heads.filter(|(_, head)| words::is_probability(head) || (words::is_revised(head) && is_share(head)))
    };
    columns().find(|(_, head)| words::is_revised(head)).or_else(|| columns().next()).map(|(index, _)| index)
}

/// The label or heading that introduces the table.
fn head(scope: &Scope<'_>, at: usize) -> Option<String> {
    let lines = &scope.outline.lines;
    let above =
        at.checked_sub(1).filter(|&above| above >= scope.lines.start && lines[above].is_lead() && Some(above) != scope.title);
    above
        .or_else(|| {
            scope.outline.ancestors(at).find(|&up| lines[up].is_lead() && scope.lines.contains(&up) && Some(up) != scope.title)
        })
        .map(|head| lines[head].name().to_owned())
}
