//! The counts of a run: what was checked, and what became of it.

use alpheus_check::{CheckResult, Finding, Level, Outcome};
use serde::Serialize;
use std::{fmt, ops::AddAssign};

/// The counts of a document, or of a whole run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Summary {
    /// How many documents were read.
    pub documents: u64,
    /// How many statements were checked.
    pub checked: u64,
    /// Of these, how many hold.
    pub hold: u64,
    /// How many clash with another.
    pub conflict: u64,
    /// How many could not be told.
    pub undecided: u64,
    /// Findings that are shown, by level.
    pub errors: u64,
    /// See [`errors`](Summary::errors).
    pub warnings: u64,
    /// See [`errors`](Summary::errors).
    pub notes: u64,
    /// Notes that are not shown.
    pub hidden: u64,
    /// Findings that the text's author asked not to be shown.
    pub suppressed: u64,
    /// Findings that were dismissed in a case folder.
    #[serde(skip_serializing_if = "is_zero")]
    pub dismissed: u64,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "as serde calls it")]
fn is_zero(number: &u64) -> bool {
    *number == 0
}

impl Summary {
    /// Counts the checks of one document.
    #[must_use]
    pub fn of_results(results: &[CheckResult]) -> Self {
        let mut summary =
            Summary { documents: 1, checked: results.len() as u64, ..Summary::default() };
        for result in results {
            match result.outcome {
                Outcome::Holds => summary.hold += 1,
                Outcome::Conflicts(_) => summary.conflict += 1,
                Outcome::Undecided(_) => summary.undecided += 1,
            }
        }
        summary
    }

    /// Counts a finding that is shown.
    pub fn show(&mut self, finding: &Finding) {
        match finding.level {
            Level::Error => self.errors += 1,
            Level::Warning => self.warnings += 1,
            Level::Note => self.notes += 1,
        }
    }

    /// The worst level of all that is shown.
    pub fn worst(&self) -> Option<Level> {
        match (self.errors, self.warnings, self.notes) {
            (1.., _, _) => Some(Level::Error),
            (_, 1.., _) => Some(Level::Warning),
            (_, _, 1..) => Some(Level::Note),
            (0, 0, 0) => None,
        }
    }
}

impl AddAssign for Summary {
    fn add_assign(&mut self, other: Summary) {
        self.documents += other.documents;
        self.checked += other.checked;
        self.hold += other.hold;
        self.conflict += other.conflict;
        self.undecided += other.undecided;
        self.errors += other.errors;
        self.warnings += other.warnings;
        self.notes += other.notes;
        self.hidden += other.hidden;
        self.suppressed += other.suppressed;
        self.dismissed += other.dismissed;
    }
}

/// The closing line: "71 checked: 66 hold, 2 conflict, 3 undecided".
impl fmt::Display for Summary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Summary { checked, hold, conflict, undecided, .. } = *self;
        if checked == 0 {
            write!(f, "nothing could be compared: ")?;
            f.write_str(match self.documents {
                0 => "no document was read",
                _ => "no date, duration, age or weekday can be set against another",
            })?;
        } else {
            let holds = if hold == 1 { "holds" } else { "hold" };
            let conflicts = if conflict == 1 { "conflicts" } else { "conflict" };
            write!(f, "{checked} checked: {hold} {holds}, {conflict} {conflicts}, ")?;
            write!(f, "{undecided} undecided")?;
        }
        if self.suppressed > 0 {
            write!(f, "; {} suppressed", self.suppressed)?;
        }
        if self.dismissed > 0 {
            write!(f, "; {} dismissed", self.dismissed)?;
        }
        match self.hidden {
            0 => Ok(()),
            1 => write!(f, "; 1 note not shown (--notes)"),
            n => write!(f, "; {n} notes not shown (--notes)"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_closing_line_is_a_sentence() {
        let mut summary = Summary {
            checked: 71,
            hold: 66,
            conflict: 2,
            undecided: 3,
            ..Summary::default()
        };
        assert_eq!(summary.to_string(), "71 checked: 66 hold, 2 conflict, 3 undecided");
        summary += Summary {
            checked: 1,
            suppressed: 1,
            dismissed: 3,
            hidden: 2,
            ..Summary::default()
        };
        assert_eq!(
            summary.to_string(),
            "72 checked: 66 hold, 2 conflict, 3 undecided; 1 suppressed; \
             3 dismissed; 2 notes not shown (--notes)"
        );
        let one = Summary { checked: 2, hold: 1, conflict: 1, ..Summary::default() };
        assert_eq!(one.to_string(), "2 checked: 1 holds, 1 conflicts, 0 undecided");
    }

    #[test]
    fn a_run_that_compared_nothing_says_so() {
        let summary = Summary { documents: 3, ..Summary::default() };
        assert!(summary.to_string().starts_with("nothing could be compared"));
    }
}
