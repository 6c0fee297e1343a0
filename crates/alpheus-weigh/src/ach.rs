//! The inconsistency score of the analysis of competing hypotheses (R. J. Heuer, *Psychology
//! of Intelligence Analysis*, 1999, ch. 8).
//!
//! Each item is marked consistent or inconsistent with each hypothesis; only inconsistency is
//! counted, and the hypothesis with least of it is to be preferred. It stands beside the
//! posterior because many know it. It does not see that an item may be nearly as unlikely
//! under every rival, nor that one source tells what another did.

use crate::weigher::Weigher;
use serde::Serialize;

/// How an item stands to a hypothesis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Not inconsistent.
    Consistent,
    /// Inconsistent: "−", "I".
    Inconsistent,
    /// Very inconsistent: "− −", "II".
    VeryInconsistent,
}

impl Mark {
    /// The mark of a likelihood: inconsistent below 0.45, very inconsistent below 0.2.
    pub fn of(likelihood: f64) -> Mark {
        match likelihood {
            l if l < 0.2 => Mark::VeryInconsistent,
            l if l < 0.45 => Mark::Inconsistent,
            _ => Mark::Consistent,
        }
    }

    const fn points(self) -> i32 {
        match self {
            Mark::Consistent => 0,
            Mark::Inconsistent => -1,
            Mark::VeryInconsistent => -2,
        }
    }
}

/// The score of one hypothesis; the nearer to nought, the better.
///
/// # Example: two items speak against it, one of them strongly
/// ```
/// use alpheus_weigh::{Mark, inconsistency};
/// let marks = [Mark::Consistent, Mark::Inconsistent, Mark::VeryInconsistent];
/// assert_eq!(inconsistency(marks), -3);
/// ```
pub fn inconsistency(marks: impl IntoIterator<Item = Mark>) -> i32 {
    marks.into_iter().map(Mark::points).sum()
}

/// The scores beside the posterior.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Ach {
    /// For each hypothesis.
    pub scores: Vec<i32>,
    /// Pairs that the two put in opposite order: the score prefers the first, the posterior
    /// the second.
    pub reversed: Vec<(String, String)>,
}

impl Weigher<'_> {
    pub(crate) fn ach(&self) -> Ach {
        let case = self.model.case;
        let mark = |h: usize, item: usize| Mark::of(case.items[item].given[h].point());
        let score = |h| inconsistency(self.items().map(|item| mark(h, item)));
        let scores: Vec<i32> = (0..case.hypotheses.len()).map(score).collect();
        let share = &self.posterior.hypotheses;
        let all = 0..scores.len();
        let reversed = all
            .clone()
            .flat_map(|a| all.clone().map(move |b| (a, b)))
            .filter(|&(a, b)| scores[a] > scores[b] && share[a] < share[b])
            .map(|(a, b)| (case.name(a).to_owned(), case.name(b).to_owned()))
            .collect();
        Ach { scores, reversed }
    }
}
