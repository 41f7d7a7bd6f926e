//! Tables whose rows are risks: an additional record a row, while the table stays a table.
//!
//! A table counts where the head of a first column says so (风险, Risk factor), or its caption does, and another column says how
//! likely they are, what they would do, or what can be done. Comparisons (`| 风险 | 方案 A | 方案 B |`) have no such column.

use super::entry::Remarks;
use crate::extract::Scope;
use crate::lexicon::risk::{self as words, Announced, Remark};
use crate::outline::{Row, Table, without_emoji};
use crate::record::{Item, Place, Risk, RiskKind};
use crate::value::probability;

/// How a table of risks is laid out.
struct Layout {
    /// The column that names them.
    name: usize,
    /// Their kind; none where each row says it.
    kind: Option<RiskKind>,
    /// What each column says of them.
    remarks: Vec<Option<Remark>>,
}

/// The risks that the rows of a table are.
pub(super) fn rows(scope: &Scope<'_>, at: usize, table: &Table) -> Vec<Risk> {
    let Some(layout) = layout(scope, at, table) else { return Vec::new() };
    table.rows.iter().filter_map(|row| risk(scope, at, table, row, &layout)).collect()
}

fn layout(scope: &Scope<'_>, at: usize, table: &Table) -> Option<Layout> {
    let (first, head) = table.header.iter().enumerate().find(|(_, head)| !words::is_number_column(head))?;
    let remarks: Vec<_> = table.header.iter().map(|head| words::remark(head)).collect();
    let has = |wanted: &[Remark]| remarks.iter().flatten().any(|remark| wanted.contains(remark));
    let announced = caption(scope, at).and_then(words::announced);
    let is_announced = matches!(announced, Some(Announced::Several(_) | Announced::Both { challenges: false }));
    if let Some(kind) = words::column(head) {
        let says = has(&[Remark::Probability, Remark::Impact, Remark::Mitigation, Remark::Description]);
        return (says || is_announced).then_some(Layout { name: first, kind: Some(kind), remarks });
    }
    let weighed = has(&[Remark::Probability, Remark::Mitigation]);
    // The class of a risk may stand before it.
    let second = table.header.get(first + 1).and_then(|head| words::column(head)).filter(|_| weighed);
    if let Some(kind) = second {
        return Some(Layout { name: first + 1, kind: Some(kind), remarks });
    }
    // A register has numbers, and what it numbers: | 编号 | 描述 | 负责人 |
    let described = remarks.iter().position(|remark| *remark == Some(Remark::Description));
    let is_class = words::is_class_column(head);
    let name = described.filter(|&column| is_class || column == first).unwrap_or(first);
    let is_register = is_announced && described == Some(name) && name > 0;
    let kind = match announced.filter(|_| weighed || is_register || has(&[Remark::Impact]))? {
        Announced::Several(kind) | Announced::Sort(kind) => Some(kind),
        Announced::Both { challenges: false } => None,
        Announced::Both { challenges: true } | Announced::Mixed => return None,
    };
    (is_register || remarks.get(first).is_some_and(Option::is_none)).then_some(Layout { name, kind, remarks })
}

fn risk(scope: &Scope<'_>, at: usize, table: &Table, row: &Row, layout: &Layout) -> Option<Risk> {
    let name = without_emoji(row.cells.get(layout.name)?).trim();
    if !name.contains(char::is_alphanumeric) || words::is_verdict(name) {
        return None;
    }
    let mut remarks = Remarks::default();
    for (index, (head, cell)) in table.header.iter().zip(&row.cells).enumerate() {
        if index == layout.name || words::is_number_column(head) || !cell.contains(char::is_alphanumeric) {
            continue;
        }
        let taken = layout.remarks.get(index).copied().flatten().is_some_and(|remark| take_cell(&mut remarks, remark, cell));
        if !taken {
            let cell = Item { text: cell.clone(), items: Vec::new() };
            remarks.details.push(if head.is_empty() { cell } else { Item { text: head.clone(), items: vec![cell] } });
        }
    }
    let rank = row.cells.iter().take(layout.name).find_map(|cell| cell.trim().parse().ok());
    let kind = layout.kind.or_else(|| row.cells.iter().find_map(|cell| words::spoken_kind(cell))).unwrap_or(RiskKind::Risk);
    // 15 below Probability (%).
    let in_percent = |index: usize| table.header.get(index).is_some_and(|head| head.contains(['%', '％']));
    let column = layout.remarks.iter().position(|remark| *remark == Some(Remark::Probability)).filter(|&index| in_percent(index));
    let percent = column.and_then(|index| probability::parse(row.cells.get(index)?));
    let probability_value = percent.or_else(|| remarks.fractions());
    let (label, text) = match remarks.description {
        Some(text) => (Some(name.to_owned()), text),
        None => (None, name.to_owned()),
    };
    Some(Risk {
        place: Place { id: String::new(), line: row.line, span: [row.span.start, row.span.end], section: scope.section(at) },
        label,
        text,
        kind,
        rank,
        probability: remarks.probability,
        probability_value,
        impact: remarks.impact,
        mitigation: remarks.mitigation,
        details: remarks.details,
    })
}

/// Takes a cell for what its column says; a cell of several answers holds them behind bullets.
fn take_cell(remarks: &mut Remarks, remark: Remark, cell: &str) -> bool {
    let parts = cell.split('•').map(str::trim).filter(|part| !part.is_empty());
    match remark {
        Remark::Mitigation => parts.fold(false, |_, part| remarks.take(remark, part)),
        _ => remarks.take(remark, cell),
    }
}

/// The label or heading that introduces the table.
fn caption<'s>(scope: &'s Scope<'_>, at: usize) -> Option<&'s str> {
    let lines = &scope.outline.lines;
    let above = at.checked_sub(1).filter(|above| scope.lines.contains(above) && lines[*above].is_lead());
    let above = above.or_else(|| scope.outline.ancestors(at).find(|&up| lines[up].is_lead() && scope.lines.contains(&up)));
    above.filter(|&above| Some(above) != scope.title).map(|above| super::walk::name_of(&lines[above]))
}
