//! `--timings`: how long each phase of the work took.
//!
//! Of a check, the times are added up over the documents. These are checked side by side, so
//! that the times are of processors and can add up to more than the clock on the wall shows.
//! Of other work, they are what the clock shows.

use crate::output;
use alpheus_check::{Phase, Watch};
use std::{
    fmt::Write as _,
    ops::AddAssign,
    time::{Duration, Instant},
};

/// How long each phase took, and how many bytes of text went through them.
#[derive(Clone, Copy, Default)]
pub(crate) struct Timings {
    spent: [Duration; Phase::ALL.len()],
    bytes: u64,
}

/// A clock that runs while a document is checked.
pub(crate) struct Clock {
    last: Instant,
    timings: Timings,
}

impl Clock {
    /// Starts, for a document of so many bytes.
    pub(crate) fn start(bytes: usize) -> Self {
        let timings = Timings { bytes: bytes as u64, ..Timings::default() };
        Clock { last: Instant::now(), timings }
    }

    /// What it showed.
    pub(crate) fn stop(self) -> Timings {
        self.timings
    }
}

impl Watch for Clock {
    fn ended(&mut self, phase: Phase) {
        let now = Instant::now();
        self.timings.spent[phase as usize] += now - self.last;
        self.last = now;
    }
}

impl AddAssign for Timings {
    fn add_assign(&mut self, other: Timings) {
        self.bytes += other.bytes;
        for (spent, more) in self.spent.iter_mut().zip(other.spent) {
            *spent += more;
        }
    }
}

impl Timings {
    /// A line a phase: milliseconds, share, MB/s.
    #[expect(clippy::cast_precision_loss, reason = "far less than 2^52 bytes")]
    pub(crate) fn table(&self) -> String {
        let megabytes = self.bytes as f64 / 1e6;
        let all: Duration = self.spent.iter().sum();
        let mut table = String::from("   phase         ms  share    MB/s\n");
        let phases = Phase::ALL.map(|phase| (phase.name(), self.spent[phase as usize]));
        for (name, spent) in phases.into_iter().chain([("all", all)]) {
            let seconds = spent.as_secs_f64();
            let share = 100.0 * seconds / all.as_secs_f64().max(f64::MIN_POSITIVE);
            let speed = megabytes / seconds.max(f64::MIN_POSITIVE);
            let _ = writeln!(
                table,
                "   {name:<8} {:>7.1} {share:>5.1}% {speed:>7.1}",
                seconds * 1e3
            );
        }
        table
    }
}

/// Tells how long each phase took, where each began when the one before it ended.
pub(crate) fn tell(start: Instant, phases: &[(&str, Instant)]) {
    let mut since = start;
    for &(name, end) in phases {
        output::tell(&format!(
            "   {name:<9} {:>9.1} ms",
            (end - since).as_secs_f64() * 1e3
        ));
        since = end;
    }
}
