//! The sheet on which rules put what they compared.

use crate::{
    finding::{CheckResult, Checked, Finding, Label, Outcome},
    options::Options,
    references::References,
    rule::{Level, Rule},
};
use alpheus_read::Reading;
use alpheus_text::{Document, Span};

/// A document with its reading: all that a rule looks at.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Account<'a> {
    /// The document.
    pub doc: &'a Document,
    /// What was read in it.
    pub reading: &'a Reading,
    /// What it is compared with from outside.
    pub references: &'a References,
}

/// A conflict, before its rule's level is known.
#[derive(Clone, Debug)]
pub(crate) struct Conflict {
    /// One plain sentence.
    pub(crate) message: String,
    /// The claim first, then what it clashes with.
    pub(crate) labels: Vec<Label>,
    /// The sum, a line a step; the first line also stands in the results.
    pub(crate) proof: Vec<String>,
    /// What to look at.
    pub(crate) help: Option<String>,
    /// A weaker level than the rule's, where the rule says so.
    pub(crate) at_most: Option<Level>,
}

/// Collects results and findings; the order of the text is made at the end.
pub(crate) struct Sheet<'a> {
    options: &'a Options,
    checked: Checked,
}

impl<'a> Sheet<'a> {
    pub(crate) fn new(options: &'a Options) -> Self {
        Sheet { options, checked: Checked::default() }
    }

    /// The sum comes out.
    pub(crate) fn holds(&mut self, rule: &'static Rule, spans: Vec<Span>, sum: String) {
        self.checked.results.push(CheckResult {
            rule,
            spans,
            elsewhere: Vec::new(),
            sum,
            outcome: Outcome::Holds,
        });
    }

    /// Says of the last result what it was compared with in other documents.
    pub(crate) fn with(&mut self, elsewhere: Vec<Label>) {
        if let Some(result) = self.checked.results.last_mut() {
            result.elsewhere = elsewhere;
        }
    }

    /// It can't be told, and why.
    pub(crate) fn undecided(
        &mut self,
        rule: &'static Rule,
        spans: Vec<Span>,
        reason: &'static str,
    ) {
        let outcome = Outcome::Undecided(reason);
        self.checked.results.push(CheckResult {
            rule,
            spans,
            elsewhere: Vec::new(),
            sum: String::new(),
            outcome,
        });
    }

    /// The sum does not come out.
    pub(crate) fn conflict(&mut self, rule: &'static Rule, conflict: Conflict) {
        let Some(level) = self.options.level(rule) else { return };
        let Conflict { message, labels, proof, help, at_most } = conflict;
        let (own, elsewhere): (Vec<_>, Vec<_>) =
            labels.iter().cloned().partition(|label| label.elsewhere.is_none());
        let spans = own.iter().map(|label| label.span).collect();
        let sum = proof.first().cloned().unwrap_or_default();
        let outcome = Outcome::Conflicts(self.checked.findings.len() as u32);
        self.checked.results.push(CheckResult { rule, spans, elsewhere, sum, outcome });
        let level = at_most.map_or(level, |most| level.min(most));
        self.checked.findings.push(Finding { rule, level, message, labels, proof, help });
    }

    /// All that was put down, in the order of the text.
    pub(crate) fn finish(self) -> Checked {
        self.checked.in_order()
    }
}
