//! The progress bar: on a terminal, and only for work that takes a while.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::time::{Duration, Instant};

/// Work shorter than this shows no bar.
const PATIENCE: Duration = Duration::from_millis(600);

/// How much of the work is done, in bytes.
pub(crate) struct Progress {
    bar: ProgressBar,
    since: Instant,
}

impl Progress {
    pub(crate) fn new(bytes: u64) -> Self {
        let bar = ProgressBar::hidden();
        bar.set_length(bytes);
        let template = "{bar:40} {binary_bytes}/{binary_total_bytes}, {eta} left";
        if let Ok(style) = ProgressStyle::with_template(template) {
            bar.set_style(style);
        }
        Progress { bar, since: Instant::now() }
    }

    /// So many bytes more are done.
    pub(crate) fn advance(&self, bytes: u64) {
        if self.bar.is_hidden() && self.since.elapsed() > PATIENCE {
            // Draws nothing where the standard error is no terminal.
            self.bar.set_draw_target(ProgressDrawTarget::stderr());
        }
        self.bar.inc(bytes);
    }

    /// Writes with the bar out of the way.
    pub(crate) fn aside<T>(&self, write: impl FnOnce() -> T) -> T {
        self.bar.suspend(write)
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}
