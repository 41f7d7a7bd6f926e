//! Signals. Ctrl-C while output is written: the run ends between two files, and cleans up behind it. A limit on the size of files:
//! an error with a message, and no more.

#[cfg(unix)]
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use anyhow::Result;
#[cfg(unix)]
use signal_hook::consts::SIGXFSZ;

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

/// From here on a file that is larger than the system lets it be is an error like a full disk, and does not end the program in the
/// midst of a file.
#[cfg(unix)]
pub(super) fn outlive_limits() {
    // Without the handler all is as it would be without the call.
    let _ = signal_hook::flag::register(SIGXFSZ, Arc::default());
}

/// Other systems have no such limits.
#[cfg(not(unix))]
pub(super) fn outlive_limits() {}

/// Ends the run if somebody wants it to.
pub(super) fn check() -> Result<()> {
    if INTERRUPTED.load(Ordering::Relaxed) { Err(Interrupted.into()) } else { Ok(()) }
}
