//! Words of one person, and a conclusion on the authority of another.

use crate::{
    finding::Label,
    quoted,
    rule::{Level, declare_rule},
    sheet::{Account, Conflict, Sheet},
};
use alpheus_read::{Conclusion, Quotation};

declare_rule! {
    /// ## What it does
    /// Points to a conclusion "according to" one person that follows right on the words of
    /// another.
    ///
    /// ## Why it matters
    /// The words are evidence for what their speaker thought. Credited to somebody else, the
    /// conclusion has no evidence at all, and the reader does not notice.
    ///
    /// ## Example
    /// > "The canal will never pay," wrote Weber. Thus, according to Palmer, the canal was a
    /// > failure.
    ///
    /// ## When it stays silent
    /// - The sentence does not begin with "thus", "so", "hence", "therefore" or the like.
    /// - The speaker of the words is not known, or the names share a word.
    ///
    /// ## Measured precision
    /// On 8.2 million words of old histories, encyclopaedias and articles: no finding.
    /// A note, because the two persons may have been of one mind, which a text need not say.
    pub(crate) static ATTRIBUTION_DRIFT = {
        name: "attribution-drift",
        code: "Q004",
        summary: "a conclusion is credited to somebody else than the words before it",
        level: Level::Note,
        since: "0.1.0",
        check: check,
    }
}

/// A quotation may go on in so many more without a speaker of their own.
const BACK: u32 = 2;
/// They stand no farther apart than this, in bytes.
const NEAR: u32 = 300;

fn check(account: &Account<'_>, sheet: &mut Sheet<'_>) {
    for conclusion in &account.reading.conclusions {
        if let Some(quotation) = spoken(account, conclusion) {
            judge(account, conclusion, quotation, sheet);
        }
    }
}

/// The nearest quotation before the conclusion whose speaker is named.
fn spoken<'a>(account: &Account<'a>, conclusion: &Conclusion) -> Option<&'a Quotation> {
    let quotations = &account.reading.quotations;
    let mut next = conclusion.span.start;
    let last = conclusion.quotation;
    for index in (last.saturating_sub(BACK)..=last).rev() {
        let quotation = &quotations[index as usize];
        if next.saturating_sub(quotation.span().end) > NEAR {
            return None;
        }
        if quotation.is_said() && quoted::name(account, quotation).is_some() {
            return Some(quotation);
        }
        next = quotation.span().start;
    }
    None
}

fn judge(
    account: &Account<'_>,
    conclusion: &Conclusion,
    quotation: &Quotation,
    sheet: &mut Sheet<'_>,
) {
    let Some(speaker) = quoted::name(account, quotation) else { return };
    let name = account.doc.words(conclusion.name);
    let spans = vec![conclusion.span, quotation.span()];
    if quoted::is_same_name(&speaker, &name) {
        sheet.holds(
            &ATTRIBUTION_DRIFT,
            spans,
            format!("{} in both", quoted::line(&name)),
        );
        return;
    }
    let [speaker, name] = [speaker, name].map(|name| quoted::line(&name));
    sheet.conflict(
        &ATTRIBUTION_DRIFT,
        Conflict {
            message: format!(
                "the words are {speaker}'s, the conclusion is credited to {name}"
            ),
            labels: vec![
                Label::new(conclusion.span, "this conclusion"),
                Label::new(quotation.parts[0], format!("words of {speaker}")),
            ],
            proof: vec![format!("{speaker} is not {name}")],
            help: None,
            at_most: None,
        },
    );
}
