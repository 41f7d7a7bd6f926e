//! Ctrl-C while output is written: the run ends between two files, and cleans up behind it.

use std::sync::atomic::{AtomicBool, Ordering};

use anyhow::Result;

/// The exit code of a program that was interrupted, as shells have it.
pub(super) const EXIT: u8 = 130;

static INTERRUPTED: AtomicBool = AtomicBool::new(false);

/// Somebody pressed Ctrl-C.
#[derive(Debug)]
pub(super) struct Interrupted;

impl std::fmt::Display for Interrupted {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("interrupted")
    }
}

impl std::error::Error for Interrupted {}

/// From here on the first Ctrl-C is noted and the second ends the program at once.
pub(super) fn watch() -> Result<()> {
    ctrlc::set_handler(|| {
        if INTERRUPTED.swap(true, Ordering::Relaxed) {
            std::process::exit(EXIT.into());
        }
    })?;
    Ok(())
}

/// Ends the run if somebody wants it to.
pub(super) fn check() -> Result<()> {
    if INTERRUPTED.load(Ordering::Relaxed) { Err(Interrupted.into()) } else { Ok(()) }
}
