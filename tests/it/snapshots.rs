//! What is found in each fixture, with the source line beside each record, so that a wrong anchor is visible. The
//! expected records stand beside the fixture, as `<name>.snap`.

use std::fmt::Write as _;

use briefex::Source;
use briefex::record::{Briefing, Detail, Item};

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
    for section in &briefing.sections {
        let _ = writeln!(out, "{}\n  section, role {:?}", quoted(source, section.line), section.role);
    }
    for table in &briefing.tables {
        let _ = writeln!(out, "{}", quoted(source, table.place.line));
        let _ = writeln!(out, "  table {:?}, {} columns", table.caption, table.columns.len());
        for row in &table.rows {
            let _ = writeln!(out, "    {}", row.iter().map(|cell| cell.text.as_str()).collect::<Vec<_>>().join(" ¦ "));
        }
    }
    for scenario in &briefing.scenarios {
        let p = scenario.probability.map(|p| format!("{:?} {:?} {:?}", p.value, p.low, p.high));
        let _ = writeln!(out, "{}", quoted(source, scenario.place.line));
        let _ = writeln!(
            out,
            "  scenario {:?}, {:?}, set {:?}, title {:?}, horizon {:?}, p {}",
            scenario.name,
            scenario.stance,
            scenario.set,
            scenario.title,
            scenario.horizon,
            p.unwrap_or_else(|| "-".to_owned())
        );
        for field in &scenario.fields {
            let _ = writeln!(out, "    {:?} ({})", field.label.as_deref().unwrap_or("-"), field.role.name());
            show_items(out, &field.items, 3);
        }
    }
    for advice in &briefing.recommendations {
        let _ = writeln!(out, "{}", quoted(source, advice.place.line));
        let _ = writeln!(
            out,
            "  {} for {:?} ({}), by {:?}, group {:?}, rank {:?}, rating {:?}\n    {}",
            advice.stance.name(),
            advice.audience,
            advice.audience_role.map_or("-", |role| role.name()),
            advice.horizon,
            advice.group,
            advice.rank,
            advice.rating,
            advice.text
        );
        for attribute in &advice.attributes {
            let _ = writeln!(out, "    [{}] {}", attribute.label, attribute.value);
        }
        show_details(out, &advice.details, 3);
    }
    for diagnostic in &briefing.diagnostics {
        let _ = writeln!(out, "{}\n  {}: {}", quoted(source, diagnostic.line), diagnostic.code.name(), diagnostic.message);
    }
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
