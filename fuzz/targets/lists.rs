//! Lists of paths, read in an empty folder: names that lead out of it are left out, lest the whole disk be walked.
#![no_main]

use briefex::batch::{Limits, list};
use libfuzzer_sys::fuzz_target;

fuzz_target!(init: {
    let folder = briefex_fuzz::folder().keep();
    std::fs::write(folder.join("a.md"), "# A").expect("a file");
    std::fs::write(folder.join("b.zip"), "none").expect("a file");
    std::env::set_current_dir(folder).expect("a folder");
}, |bytes: &[u8]| {
    if bytes.contains(&b'/') || bytes.windows(2).any(|pair| pair == b"..") {
        return;
    }
    for end in [b'\n', 0] {
        for input in list::inputs("list".to_owned(), bytes, end, Limits::NONE) {
            match input {
                Ok(input) if input.name != "-" => drop(input.read(1 << 16)),
                Ok(_) => {}
                Err(bad) => assert!(!bad.reason.is_empty()),
            }
        }
    }
});
