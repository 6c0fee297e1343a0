//! Figures: the same noun, and sentences that share what is rare.

use super::{At, Differing, Table, Told, Topic, words_around};
use crate::plain;
use alpheus_read::{Likeness, Shared, shared_figures};

/// Compares the figures of all accounts.
pub(super) fn compare(table: &mut Table<'_>) {
    let told: Vec<_> = table
        .accounts
        .iter()
        .map(|account| (&*account.doc, account.reading.figures.as_slice()))
        .collect();
    for shared in shared_figures(&told) {
        judge(table, &shared);
    }
}

fn judge(table: &mut Table<'_>, shared: &Shared) {
    let Shared { accounts, repeat, .. } = shared;
    let there = At { account: accounts[0], span: repeat.first };
    let here = At { account: accounts[1], span: repeat.second };
    let [first, second] = repeat.values.map(plain::number);
    let slip = match repeat.likeness {
        Likeness::Same => {
            if repeat.doubt.is_none() {
                table.holds(here, there, format!("{second} in both accounts"));
                topic(table, shared, [first, second]);
            }
            return;
        }
        Likeness::Swapped => "two digits are swapped",
        Likeness::OneDigit => "one digit differs",
    };
    if let Some(doubt) = repeat.doubt {
        return table.undecided(here, there, doubt);
    }
    let name = table.doc(there.account).name();
    let told = Differing {
        message: format!(
            "the same is told as {second} by this account and as {first} by {name}"
        ),
        labels: [format!("{second} here"), format!("{first} here")],
        proof: vec![format!("{first} is not {second}: {slip}")],
        help: None,
    };
    table.differ(here, there, told);
    topic(table, shared, [first, second]);
}

fn topic(table: &mut Table<'_>, shared: &Shared, values: [String; 2]) {
    let spans = [shared.repeat.first, shared.repeat.second];
    let doc = table.doc(shared.accounts[0]);
    let subject = words_around(doc, shared.sentences[0], spans[0]);
    let [first, second] = values;
    let told = [(0, first), (1, second)].map(|(at, value)| Told {
        account: shared.accounts[at],
        span: spans[at],
        value,
        note: String::new(),
    });
    table.topics.push(Topic { subject, told: told.into() });
}
