//! Archives and compressed texts: the first byte says as which, the others are the file.
#![no_main]

use briefex::batch::{Limits, inputs};
use libfuzzer_sys::fuzz_target;

const ENDINGS: [&str; 8] = ["md.gz", "md.zst", "zip", "tar", "tar.gz", "tar.zst", "tgz", "txt"];
const LIMITS: Limits = Limits { file: 1 << 16, archive: 1 << 18 };

fuzz_target!(|bytes: &[u8]| {
    let Some((&first, bytes)) = bytes.split_first() else { return };
    let folder = briefex_fuzz::folder();
    let path = folder.path().join("a").with_extension(ENDINGS[usize::from(first) % ENDINGS.len()]);
    std::fs::write(&path, bytes).expect("a file");
    let mut sum = 0;
    for input in inputs(&[path], LIMITS) {
        match input {
            Ok(input) => {
                assert!(!input.name.contains(char::is_control));
                if let Ok(bytes) = input.read(LIMITS.file) {
                    assert!(bytes.len() as u64 <= LIMITS.file);
                    sum += bytes.len() as u64;
                }
            }
            Err(bad) => assert!(!bad.reason.is_empty()),
        }
    }
    assert!(sum <= LIMITS.archive);
});
