//! Lexicons, which are TOML: read, or refused with the line of each mistake.
#![no_main]

use briefex::lexicon;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|toml: &str| {
    if let Err(problems) = lexicon::extend(toml) {
        assert!(!problems.0.is_empty());
        let lines = toml.lines().count().max(1);
        for problem in problems.0 {
            assert!((1..=lines + 1).contains(&problem.line) && !problem.message.is_empty(), "{problem}");
        }
    }
});
