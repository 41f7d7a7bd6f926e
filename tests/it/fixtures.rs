//! The fixtures: briefings written for this project, each for one layout.

use std::path::{Path, PathBuf};

use briefex::batch::Limits;
use briefex::record::RecordType;
use briefex::{Document, Source, extract_records};

/// One file, read.
pub struct Fixture {
    pub name: String,
    pub source: Source,
    pub document: Document,
}

pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures")
}

/// Every file below a folder, in order.
pub fn below(root: &Path) -> Vec<Fixture> {
    let inputs =
        briefex::batch::inputs(&[root.to_owned()], Limits::NONE).map(|input| input.expect("readable")).collect::<Vec<_>>();
    inputs
        .into_iter()
        .map(|input| {
            let bytes = input.read(u64::MAX).expect("readable");
            let source = Source::decode(input.name.clone(), &bytes).expect("UTF-8");
            let document = extract_records(&source, RecordType::ALL);
            Fixture { name: input.name, source, document }
        })
        .collect()
}

pub fn all() -> Vec<Fixture> {
    let fixtures = below(&root());
    assert!(fixtures.len() >= 24, "only {} fixtures", fixtures.len());
    fixtures
}
