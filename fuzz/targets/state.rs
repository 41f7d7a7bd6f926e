//! The state of an incremental run, as somebody else may have left it: what is read once is read the same again.
#![no_main]

use std::collections::BTreeSet;

use briefex::batch::state::{self, Settings};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let folder = briefex_fuzz::folder();
    let path = folder.path().join(".briefex-state");
    std::fs::write(&path, bytes).expect("a file");
    let settings = Settings::new("ndjson", &["scenarios"], None, 1 << 20);
    let open = || {
        let (previous, mut log) = state::open(&path, &settings).expect("the file can be read and written");
        log.flush().expect("the file can be written");
        previous.paths().cloned().collect::<BTreeSet<String>>()
    };
    let once = open();
    assert_eq!(once, open());
});
