//! How far a run is, on a terminal and nowhere else: files, megabytes a second, warnings, and the time left once somebody has
//! counted the files.

use std::io::IsTerminal as _;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::cli::inputs::Named;

/// How often the line is drawn, times a second.
const HERTZ: u8 = 8;

/// A line on the terminal; none where standard error is none.
pub(super) struct Progress {
    bar: Option<ProgressBar>,
    begun: Instant,
    bytes: usize,
}

impl Progress {
    /// Begins, where somebody would see it and wants to. The files are counted meanwhile.
    pub fn new(named: &Named, wanted: bool) -> Self {
        let bar = (wanted && std::io::stderr().is_terminal()).then(|| {
            let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr_with_hz(HERTZ));
            bar.enable_steady_tick(Duration::from_millis(250));
            bar.set_style(unmeasured());
            if let Some(count) = named.count() {
                let bar = bar.clone();
                std::thread::spawn(move || {
                    if let Some(count) = count() {
                        bar.set_length(count as u64);
                        bar.set_style(measured());
                    }
                });
            }
            bar
        });
        Self { bar, begun: Instant::now(), bytes: 0 }
    }

    /// One more file of so many bytes has been written.
    pub fn advance(&mut self, bytes: usize, warnings: usize) {
        self.bytes += bytes;
        if let Some(bar) = &self.bar {
            #[expect(clippy::cast_precision_loss, reason = "a rate for people")]
            let rate = self.bytes as f64 / 1e6 / self.begun.elapsed().as_secs_f64().max(1e-3);
            bar.inc(1);
            bar.set_message(format!("{rate:.1} MB/s, {warnings} warnings"));
        }
    }

    /// Does something that writes to the terminal, without the line in its way.
    pub fn aside(&self, act: impl FnOnce()) {
        match &self.bar {
            Some(bar) => bar.suspend(act),
            None => act(),
        }
    }

    /// Takes the line away.
    pub fn end(&self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}

fn unmeasured() -> ProgressStyle {
    style("{spinner} {human_pos} files, {msg}")
}

fn measured() -> ProgressStyle {
    style("{wide_bar} {human_pos} of {human_len} files, {msg}, {eta} left")
}

fn style(template: &str) -> ProgressStyle {
    ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar())
}
