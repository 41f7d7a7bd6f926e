//! The same invariants over a larger archive, where one is at hand: beside the checkout, or named by `BRIEFEX_ARCHIVE`.

use std::path::{Path, PathBuf};

use crate::fixtures;
use crate::invariants;

fn archives() -> Vec<PathBuf> {
    if let Some(named) = std::env::var_os("BRIEFEX_ARCHIVE") {
        return vec![named.into()];
    }
    let shared = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared");
    ["archive", "archive-more", "other"].map(|name| shared.join(name)).into_iter().filter(|path| path.is_dir()).collect()
}

#[test]
fn invariants_hold_of_the_archive() {
    let archives = archives();
    if archives.is_empty() {
        eprintln!("skipped: no archive beside the checkout");
        return;
    }
    for archive in archives {
        for file in fixtures::below(&archive) {
            invariants::check(&file);
            invariants::check_markup(&file);
            invariants::check_owners(&file);
        }
    }
}
