//! A count does not fit the list behind it.

use crate::{
    finding::Label,
    rule::{Level, declare_rule},
    sheet::{Account, Conflict, Sheet},
};
use alpheus_read::{Assertion, List};

declare_rule! {
    /// ## What it does
    ///
    /// ## Why it matters
    ///
    /// ## Example
    ///
    /// ## When it stays silent
    ///
    /// ## Measured precision
    pub(crate) static COUNT_MISMATCH = {
        name: "count-mismatch",
        code: "N008",
        summary: "a count does not fit the list behind it",
        level: Level::Error,
        since: "0.1.0",
        check: check,
    }
}

fn check(account: &Account<'_>, sheet: &mut Sheet<'_>) {
    for statement in &account.reading.statements {
        if let Assertion::List(list) = &statement.assertion {
            compare(list, sheet);
        }
    }
}

fn compare(list: &List, sheet: &mut Sheet<'_>) {
    let told = list.count.value as usize;
    let named = list.items.len();
    let span = list.items.iter().copied().reduce(alpheus_text::Span::cover);
    let spans: Vec<_> = std::iter::once(list.counted).chain(span).collect();
    if let Some(doubt) = list.doubt {
        return sheet.undecided(&COUNT_MISMATCH, spans, doubt);
    }
    if list.least <= told && list.greatest.is_none_or(|greatest| told <= greatest) {
        return sheet.holds(&COUNT_MISMATCH, spans, format!("{told} named"));
    }
    let mut labels = vec![Label::new(list.counted, "this count")];
    labels.extend(span.map(|span| Label::new(span, format!("{named} are named"))));
    sheet.conflict(
        &COUNT_MISMATCH,
        Conflict {
            message: format!("{told} are announced and {named} are named"),
            labels,
            proof: vec![format!("{named} named, not {told}")],
            help: None,
            at_most: None,
        },
    );
}
