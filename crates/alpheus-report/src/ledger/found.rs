//! What the rules found about a claim.

use alpheus_check::{CheckResult, Checked, Claim, ClaimKind, Outcome};
use alpheus_text::Span;

/// That a day exists, or that a range runs forward, tells nothing for what it is said of.
const TRIVIAL: [&str; 2] = ["impossible-date", "range-reversed"];

/// The results of a document, by where they stand.
pub(super) struct Results<'c> {
    checked: &'c Checked,
    /// The spans of all results, in the order of the text, each with its result.
    spans: Vec<(Span, usize)>,
    /// The length of the longest, so that a search knows how far back to begin.
    longest: u32,
}

impl<'c> Results<'c> {
    pub(super) fn new(checked: &'c Checked) -> Self {
        let tells = |(_, result): &(usize, &CheckResult)| {
            result.outcome != Outcome::Holds || !TRIVIAL.contains(&result.rule.name)
        };
        let all = checked.results.iter().enumerate().filter(tells);
        let mut spans: Vec<_> = all
            .flat_map(|(i, result)| result.spans.iter().map(move |&s| (s, i)))
            .collect();
        spans.sort_unstable();
        let longest = spans.iter().map(|(span, _)| span.len()).max().unwrap_or(0);
        Results { checked, spans, longest }
    }

    /// What was found of a claim, the worst first, and the rules with their sums or reasons.
    ///
    /// A rule compares what is measured; so a result is about the dates, lengths and figures
    /// that it looked at, and about no other claim of the sentence.
    pub(super) fn of(&self, claim: &Claim) -> (&'static str, String) {
        let mut here = if claim.kind.is_measured() || claim.kind == ClaimKind::Quotation {
            self.over(claim.cue)
        } else {
            Vec::new()
        };
        here.sort_by_key(|&at| (rank(&self.checked.results[at].outcome), at));
        here.dedup();
        let results = || here.iter().map(|&at| &self.checked.results[at]);
        let worst = results().next().map_or("", |result| name(&result.outcome));
        let decided = results().filter(|result| name(&result.outcome) == worst);
        let notes: Vec<String> = decided.map(|result| self.note(result)).collect();
        (worst, notes.join("; "))
    }

    /// The results that look at a part of a span.
    fn over(&self, cue: Span) -> Vec<usize> {
        let from = cue.start.saturating_sub(self.longest);
        let first = self.spans.partition_point(|(span, _)| span.start < from);
        let near =
            self.spans[first..].iter().take_while(|(span, _)| span.start < cue.end);
        near.filter(|(span, _)| span.overlaps(cue)).map(|&(_, at)| at).collect()
    }

    fn note(&self, result: &CheckResult) -> String {
        let says = match result.outcome {
            Outcome::Conflicts(at) => {
                let finding = self.checked.findings.get(at as usize);
                finding.map_or(result.sum.as_str(), |finding| finding.message.as_str())
            }
            Outcome::Holds => &result.sum,
            Outcome::Undecided(reason) => reason,
        };
        format!("{}: {says}", result.rule.name)
    }
}

const fn rank(outcome: &Outcome) -> u8 {
    match outcome {
        Outcome::Conflicts(_) => 0,
        Outcome::Holds => 1,
        Outcome::Undecided(_) => 2,
    }
}

const fn name(outcome: &Outcome) -> &'static str {
    match outcome {
        Outcome::Conflicts(_) => "conflicts",
        Outcome::Holds => "holds",
        Outcome::Undecided(_) => "undecided",
    }
}
