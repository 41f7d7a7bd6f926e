//! Text to all records: they point into it, and say what stands there.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &[u8]| {
    briefex_fuzz::checked(text);
});
