//! Programs that others wrote, for tests that read what is written as its users will.

use std::process::{Command, Stdio};

/// Whether a program runs with some arguments; where it does not, a test that needs it says so and is skipped.
pub fn can_run(program: &str, args: &[&str], need: &str) -> bool {
    let mut command = Command::new(program);
    let command = command.args(args).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let found = command.status().is_ok_and(|status| status.success());
    if !found {
        eprintln!("skipped: this needs {need}");
    }
    found
}
