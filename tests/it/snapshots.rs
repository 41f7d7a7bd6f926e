//! What is found in each fixture, with the source line beside each record, so that a wrong anchor is visible. The
//! expected records stand beside the fixture, as `<name>.snap`.

use std::fmt::Write as _;

use briefex::Source;
use briefex::record::{Amount, Briefing, Cell, Detail, Grid, Item, Ledger, Quantity, Value};
use serde_json::Value as Json;

use crate::fixtures::{self, Fixture};

#[test]
fn fixtures_give_their_records() {
    let mut settings = insta::Settings::new();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    for fixture in fixtures::all() {
        let (folder, file) = fixture.name.rsplit_once('/').expect("fixtures stand in folders");
        settings.set_snapshot_path(fixtures::root().join(folder));
        settings.bind(|| insta::assert_snapshot!(file.trim_end_matches(".md"), shown(&fixture)));
    }
}

fn shown(fixture: &Fixture) -> String {
    let mut out = String::new();
    for diagnostic in &fixture.document.diagnostics {
        let _ = writeln!(out, "{} {} {}", diagnostic.line, diagnostic.code.name(), diagnostic.message);
    }
    for briefing in &fixture.document.briefings {
        show_briefing(&mut out, &fixture.source, briefing);
    }
    out
}

fn show_briefing(out: &mut String, source: &Source, briefing: &Briefing) {
    let metadata = serde_json::to_string(&briefing.metadata).expect("serializes");
    let _ = writeln!(out, "{}", quoted(source, briefing.line));
    let _ = writeln!(out, "  briefing {:?}, collection {:?}\n  {metadata}", briefing.title, briefing.collection);
    for section in &briefing.records.sections {
        let _ = writeln!(out, "{}\n  section, role {:?}", quoted(source, section.place.line), section.role);
    }
    for table in &briefing.records.tables {
        let _ = writeln!(out, "{}", quoted(source, table.place.line));
        show_grid(out, "table", &table.grid);
    }
    for scenario in &briefing.records.scenarios {
        let p = scenario.probability.map(|p| format!("{:?} {:?} {:?}", p.value, p.low, p.high));
        let _ = writeln!(out, "{}", quoted(source, scenario.place.line));
        let _ = writeln!(
            out,
            "  scenario {:?}, {:?}, set {:?}, title {:?}, horizon {:?}{}, p {}",
            scenario.name,
            scenario.stance,
            scenario.set,
            scenario.title,
            scenario.horizon,
            period(scenario.horizon_period.as_ref()),
            p.unwrap_or_else(|| "-".to_owned())
        );
        for field in &scenario.fields {
            let label = field.label.as_deref().unwrap_or("-");
            let _ = writeln!(out, "    {label:?} ({}){}", field.role.name(), period(field.quantity.as_ref()));
            show_items(out, &field.items, 3);
        }
    }
    for advice in &briefing.records.recommendations {
        let _ = writeln!(out, "{}", quoted(source, advice.place.line));
        let _ = writeln!(
            out,
            "  {} for {:?} ({}), by {:?}{}, group {:?}, rank {:?}, rating {:?}\n    {}",
            advice.stance.name(),
            advice.audience,
            advice.audience_role.map_or("-", |role| role.name()),
            advice.horizon,
            period(advice.horizon_period.as_ref()),
            advice.group,
            advice.rank,
            advice.rating,
            advice.text
        );
        for attribute in &advice.attributes {
            let _ = writeln!(out, "    [{}] {}{}", attribute.label, attribute.value, period(attribute.quantity.as_ref()));
        }
        show_details(out, &advice.details, 3);
    }
    for table in &briefing.records.text_tables {
        let _ = writeln!(out, "{}", quoted(source, table.place.line));
        show_grid(out, "text table", &table.grid);
    }
    for ledger in &briefing.records.ledgers {
        let _ = writeln!(out, "{}", quoted(source, ledger.place.line));
        show_ledger(out, ledger);
    }
    for value in &briefing.records.values {
        let _ = writeln!(out, "{}: {} ⟦{}⟧ in {}", value.place.line, value.text, reading(&value.value), value.context);
    }
    for change in &briefing.records.changes {
        let _ = writeln!(
            out,
            "{}\n  change {:?}: ⟦{}⟧ to ⟦{}⟧, stated {:?}, {} {:?}",
            quoted(source, change.place.line),
            change.text,
            reading(&change.from.value),
            reading(&change.to.value),
            change.stated.as_ref().map(|stated| &stated.text),
            change.direction.name(),
            change.computed
        );
    }
    show_others(out, source, briefing);
    for diagnostic in &briefing.diagnostics {
        let _ = writeln!(out, "{}\n  {}: {}", quoted(source, diagnostic.line), diagnostic.code.name(), diagnostic.message);
    }
}

fn show_grid(out: &mut String, noun: &str, grid: &Grid) {
    let _ = writeln!(out, "  {noun} {:?}, {} columns", grid.caption, grid.columns.len());
    let units: Vec<_> = grid.columns.iter().map(|column| column.unit.as_deref().unwrap_or("-")).collect();
    if units.iter().any(|&unit| unit != "-") {
        let _ = writeln!(out, "    units {}", units.join(" ¦ "));
    }
    if noun != "table" {
        let columns: Vec<_> = grid.columns.iter().map(|column| column.text.as_str()).collect();
        let _ = writeln!(out, "    [{}]", columns.join(" ¦ "));
    }
    for row in &grid.rows {
        let _ = writeln!(out, "    {}", row.iter().map(cell).collect::<Vec<_>>().join(" ¦ "));
    }
}

/// A ledger, two spaces a level; the entry that one stands below is named by its line.
fn show_ledger(out: &mut String, ledger: &Ledger) {
    let _ = writeln!(out, "  ledger {:?}", ledger.title);
    for entry in &ledger.entries {
        let below = entry.parent.and_then(|parent| ledger.entries.get(parent));
        let below = below.map(|parent| format!(" below {}", parent.line)).unwrap_or_default();
        let share = entry.share.as_ref().map(|share| format!(", share {}", reading(&share.value))).unwrap_or_default();
        let note = entry.note.as_ref().map(|note| format!(", note {note:?}")).unwrap_or_default();
        let trail = entry.quantity.as_ref().and_then(|quantity| quantity.note.as_ref());
        let trail = trail.map(|trail| format!(" ({trail})")).unwrap_or_default();
        let _ = writeln!(
            out,
            "  {}{}{below}: {:?} = {:?}{}{trail}{share}{note}",
            "  ".repeat(entry.depth + 1),
            entry.line,
            entry.label.as_deref().unwrap_or("-"),
            entry.value.as_deref().unwrap_or("-"),
            period(entry.quantity.as_ref())
        );
    }
}

/// The record types that have no form of their own above, as JSON without what is empty.
fn show_others(out: &mut String, source: &Source, briefing: &Briefing) {
    const SHOWN: &[&str] =
        &["sections", "tables", "scenarios", "recommendations", "text_tables", "ledgers", "values", "changes", "diagnostics"];
    let value = serde_json::to_value(briefing).expect("serializes");
    let lists = value.as_object().into_iter().flatten().filter(|(key, _)| !SHOWN.contains(&key.as_str()));
    for (key, list) in lists {
        for record in list.as_array().into_iter().flatten() {
            let Some(line) = record.get("line").and_then(Json::as_u64) else { continue };
            let _ = writeln!(out, "{}\n  {key} {}", quoted(source, line as usize), pruned(record, true));
        }
    }
}

fn pruned(value: &Json, is_record: bool) -> Json {
    const PLACE: &[&str] = &["id", "line", "span", "section"];
    match value {
        Json::Object(object) => {
            let kept = object.iter().filter(|(key, _)| !(is_record && PLACE.contains(&key.as_str())));
            let kept = kept.map(|(key, value)| (key.clone(), pruned(value, false)));
            Json::Object(kept.filter(|(_, value)| !is_empty(value)).collect())
        }
        Json::Array(values) => values.iter().map(|value| pruned(value, false)).collect(),
        _ => value.clone(),
    }
}

fn is_empty(value: &Json) -> bool {
    matches!(value, Json::Null | Json::Bool(false)) || value.as_array().is_some_and(Vec::is_empty)
}

fn cell(cell: &Cell) -> String {
    let quantity = cell.quantity.as_ref();
    let note = quantity.and_then(|quantity| quantity.note.as_deref()).map(|note| format!(" ({note})")).unwrap_or_default();
    let read = quantity.map(|quantity| format!(" ⟦{}{note}⟧", reading(&quantity.value))).unwrap_or_default();
    format!("{}{read}", cell.text)
}

/// A value in one word or a few: `money ~35000..40000 USD/片`.
fn reading(value: &Value) -> String {
    let end = |amount: Option<Amount>| amount.map(|amount| amount.to_string()).unwrap_or_default();
    let number = value.value.map_or_else(|| format!("{}..{}", end(value.low), end(value.high)), |value| value.to_string());
    let about = if value.approx { "~" } else { "" };
    let bound = value.bound.map(|bound| format!("{} ", bound.name())).unwrap_or_default();
    let unit = value.currency.or(value.unit.as_deref()).map(|unit| format!(" {unit}")).unwrap_or_default();
    let per = value.per.as_ref().map(|per| format!("/{per}")).unwrap_or_default();
    format!("{} {bound}{about}{number}{unit}{per}", value.kind.name())
}

/// What a horizon says, as a period.
fn period(quantity: Option<&Quantity>) -> String {
    quantity.map(|quantity| format!(" ⟦{}⟧", reading(&quantity.value))).unwrap_or_default()
}

fn show_items(out: &mut String, items: &[Item], depth: usize) {
    for item in items {
        let _ = writeln!(out, "{}- {}", "  ".repeat(depth), item.text);
        show_items(out, &item.items, depth + 1);
    }
}

fn show_details(out: &mut String, details: &[Detail], depth: usize) {
    for detail in details {
        let _ = writeln!(out, "{}- {}", "  ".repeat(depth), detail.text);
        show_details(out, &detail.details, depth + 1);
    }
}

fn quoted(source: &Source, line: usize) -> String {
    format!("{line}: {}", &source.text[source.line_range(line)])
}
