//! Risks and opportunities: what could go wrong or right.
//!
//! A heading or label announces them (风险与机遇, 主要风险, Key risks, Threats), and the items, sub-headings and labelled lines
//! below it are records; so are the rows of a table of risks. [`walk`] goes from the announcement down to the records, [`entry`]
//! reads one of them with what is said of it (概率, 影响, 应对), [`remark`] what a line says in brackets and under labels, [`table`]
//! reads rows.
//!
//! ```text
//! ### 风险与机遇          announces both: the labels below say which
//! • **风险**：
//!   1. **竞争加剧**：…    a risk, ranked 1
//! ### 2. Valuation Risk   a risk where its likelihood, impact or answer stands below; else it announces those below it
//! ```
//!
//! Not records: a single labelled line (`风险：竞争加剧`), which is an attribute of what it stands with; limitations and
//! challenges, unless their own label calls them a risk; what is done about risk (风险管理, Risk limits); the word in passing.

mod entry;
mod remark;
mod table;
mod walk;

use super::Scope;
use crate::outline::Kind;
use crate::record::Risk;

/// Lists the risks and opportunities of a briefing and claims their lines. The line of a table that gave some is claimed too,
/// so that it gives no forecasts.
pub(super) fn extract(scope: &mut Scope<'_>) -> Vec<Risk> {
    let mut found = Vec::new();
    for at in scope.body() {
        if scope.is_claimed(at) {
            continue;
        }
        if let Some(table) = scope.outline.table(at) {
            let rows = table::rows(scope, at, table);
            if !rows.is_empty() {
                scope.claim(at..at + 1);
                found.extend(rows);
            }
        } else if scope.outline.lines[at].kind != Kind::Code {
            walk::open(scope, at, &mut found);
        }
    }
    found.sort_by_key(|risk| risk.place.line);
    found
}
