//! The documents name all that the output may hold.

use std::path::Path;

use briefex::diagnostic::Code;
use briefex::record::RecordType;
use briefex::sink::rows;

fn document(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs").join(name);
    std::fs::read_to_string(path).expect("the document is there")
}

#[test]
fn every_diagnostic_is_documented() {
    let text = document("diagnostics.md");
    for code in Code::ALL {
        let heading = format!("\n## {}\n", code.name());
        assert!(text.contains(&heading), "{}", code.name());
    }
}

#[test]
fn every_column_is_documented() {
    let text = document("records.md");
    for &record in RecordType::ALL {
        for column in rows::header(record) {
            assert!(text.contains(&format!("| `{column}` |")), "{record:?}: {column}");
        }
    }
}
