//! An account with what was read and found in it.

use crate::{
    Account, Check, Counts, Elsewhere, Finding, Label, Rule, View, claims, mentions,
    quotations, text::Text, timeline,
};
use alpheus_check::{CheckResult, Checked, Outcome, Testimony};
use alpheus_report::{adjudications::Subject, ledger};
use alpheus_text::Document;
use alpheus_trace::Traced;

/// That a day exists, or that a range runs forward, is no news in a text full of dates.
const TRIVIAL: [&str; 2] = ["impossible-date", "range-reversed"];

/// All that is known of an account, to be shown.
#[derive(Clone, Debug)]
pub struct Read<'r> {
    /// What decisions about its findings call it: its path in the case folder.
    pub called: &'r str,
    /// The account, with its reading.
    pub testimony: &'r Testimony,
    /// What was checked. A finding that is not to be shown is not among the findings.
    pub checked: &'r Checked,
    /// How many findings are not to be shown.
    pub suppressed: usize,
    /// Where its quotations stand in a library, if that was asked.
    pub traced: Option<&'r [Traced<'r>]>,
    /// The filled rows of its ledger; they find their claims by their words.
    pub ledger: &'r [ledger::Row],
}

impl View {
    /// Takes in the accounts, in this order.
    pub fn read(&mut self, accounts: &[Read<'_>]) {
        let names: Vec<&str> =
            accounts.iter().map(|one| one.testimony.doc().name()).collect();
        for (number, one) in accounts.iter().enumerate() {
            let text = Text::new(one.testimony.doc());
            self.accounts.push(account(&text, one, &names));
            self.timeline.extend(timeline::dated(number, &text, one));
            claims::put(self, number, &text, one);
            self.quotations.extend(quotations::quotations(number, &text, one));
            let of = |rule: &alpheus_check::Rule| Rule {
                name: rule.name.to_owned(),
                code: rule.code.to_owned(),
                summary: rule.summary.to_owned(),
            };
            let results = one.checked.results.iter().map(|result| of(result.rule));
            let findings = one.checked.findings.iter().map(|finding| of(finding.rule));
            self.rules.extend(results.chain(findings));
            self.rules.sort();
            self.rules.dedup();
        }
        self.timeline.sort_by_key(|one| (one.begin[0], one.end[1], one.begin[1]));
    }
}

fn account(text: &Text<'_>, read: &Read<'_>, names: &[&str]) -> Account {
    let mut paragraphs = text.paragraphs();
    mentions::put(text, read.testimony.reading(), &mut paragraphs);
    let Checked { findings, results } = read.checked;
    let listed = results.iter().filter(|result| {
        result.outcome != Outcome::Holds || !TRIVIAL.contains(&result.rule.name)
    });
    let counts = read.checked.counts();
    Account {
        name: text.doc().name().to_owned(),
        paragraphs,
        findings: findings
            .iter()
            .zip(Subject::of_all(read.called, text.doc(), findings))
            .map(|(one, subject)| finding(text, subject, one, names))
            .collect(),
        checks: listed.map(|result| check(text, result, findings.len())).collect(),
        counts: Counts {
            holds: counts.holds,
            conflicts: counts.conflicts,
            undecided: counts.undecided,
            suppressed: read.suppressed,
        },
    }
}

fn finding(
    text: &Text<'_>,
    subject: Subject,
    found: &alpheus_check::Finding,
    names: &[&str],
) -> Finding {
    let place =
        text.doc().place(found.labels.first().map_or(0, |label| label.span.start));
    Finding {
        key: subject.key(),
        subject,
        rule: found.rule.name.to_owned(),
        level: found.level.name().to_owned(),
        message: found.message.clone(),
        line: place.line,
        column: place.column,
        labels: found.labels.iter().map(|one| label(text, one, names)).collect(),
        proof: found.proof.clone(),
        help: found.help.clone(),
        decision: None,
    }
}

fn label(text: &Text<'_>, label: &alpheus_check::Label, names: &[&str]) -> Label {
    let said = label.text.clone();
    let Some(doc) = label.elsewhere.as_deref() else {
        let at = text.at(label.span);
        let words = at.is_empty().then(|| text.words(label.span));
        return Label { text: said, at, words, elsewhere: None };
    };
    let account = names.iter().position(|&name| name == doc.name());
    let there = Text::new(doc);
    Label {
        text: said,
        at: account.map(|_| there.at(label.span)).unwrap_or_default(),
        words: Some(excerpt(doc, &there, label)),
        elsewhere: Some(Elsewhere {
            document: doc.name().to_owned(),
            line: doc.place(label.span.start).line,
            account,
        }),
    }
}

/// The line of another document that a label stands in; of a long one the words alone.
fn excerpt(doc: &Document, text: &Text<'_>, label: &alpheus_check::Label) -> String {
    const MOST: u32 = 240;
    let line = doc.line(doc.place(label.span.start).line);
    let whole = line.len() <= MOST && label.span.end <= line.end;
    text.words(if whole { line } else { label.span })
}

/// A check; what points to none of the shown findings points nowhere.
fn check(text: &Text<'_>, result: &CheckResult, findings: usize) -> Check {
    let shown = |at: u32| Some(at as usize).filter(|&at| at < findings);
    let (name, reason, finding) = match result.outcome {
        Outcome::Holds => ("holds", None, None),
        Outcome::Conflicts(at) => ("conflicts", None, shown(at)),
        Outcome::Undecided(why) => ("undecided", Some(why.to_owned()), None),
    };
    Check {
        rule: result.rule.name.to_owned(),
        result: name.to_owned(),
        at: result.spans.iter().map(|&span| text.at(span)).collect(),
        sum: result.sum.clone(),
        reason,
        finding,
    }
}
