//! Front matter, which is YAML or meant to be.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|yaml: &[u8]| {
    briefex_fuzz::checked(&[b"---\n", yaml, b"\n---\n# Title\n\nText.\n"].concat());
});
