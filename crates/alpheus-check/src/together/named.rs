//! Persons and named events: the same full name, the same end of the life or the event.

use super::{At, Differing, Table, Told, Topic};
use crate::{
    fit::{Fit, fit},
    life::Known,
    subjects::{Key, Kind, Subject, subjects},
};
use alpheus_read::Aspect;
use std::collections::BTreeMap;

/// What an account tells of a name.
type Telling = (usize, Subject);
type Tellings = BTreeMap<Key, Vec<Telling>>;

/// Compares what is told of each name by several accounts.
pub(super) fn compare(table: &mut Table<'_>) {
    let mut all: Tellings = BTreeMap::new();
    for (account, told) in table.accounts.iter().enumerate() {
        for (key, mut told) in subjects(&told.doc, &told.reading) {
            if told.len() > 1 {
                told[0].doubt = Some("the account dates this name twice");
            }
            let first = told.swap_remove(0);
            if first.full {
                all.entry(key).or_default().push((account, first));
            }
        }
    }
    for (&key, tellings) in all.iter().filter(|(_, tellings)| tellings.len() > 1) {
        judge(table, &all, key, tellings);
    }
}

fn judge(table: &mut Table<'_>, all: &Tellings, key: Key, tellings: &[Telling]) {
    let first = most_agreed(tellings);
    let mut topic =
        Topic { subject: title(key, &first.1), told: vec![told(first, String::new())] };
    for telling in tellings.iter().filter(|telling| telling.0 != first.0) {
        let note = pair(table, all, key, first, telling);
        topic.told.push(told(telling, note));
    }
    table.topics.push(topic);
}

/// The telling with which most others agree; the first of several.
fn most_agreed(tellings: &[Telling]) -> &Telling {
    let agree = |a: &Telling| tellings.iter().filter(|b| fit_of(a, b).holds()).count();
    let mut best = (&tellings[0], agree(&tellings[0]));
    for telling in &tellings[1..] {
        let count = agree(telling);
        if count > best.1 {
            best = (telling, count);
        }
    }
    best.0
}

fn fit_of(a: &Telling, b: &Telling) -> Fit {
    fit(&a.1.date, &b.1.date, a.1.zoned || b.1.zoned)
}

/// Puts two tellings on the sheet of the second, and says what the table is to note.
fn pair(
    table: &mut Table<'_>,
    all: &Tellings,
    key: Key,
    first: &Telling,
    second: &Telling,
) -> String {
    let [there, here] = [first, second].map(at);
    let fit = fit_of(first, second);
    if let Some(doubt) = first.1.doubt.or(second.1.doubt) {
        table.undecided(here, there, doubt);
        return doubt.to_owned();
    }
    let doubt = match fit {
        Fit::Same => {
            table.holds(
                here,
                there,
                format!("{} in both accounts", second.1.date.words()),
            );
            return String::new();
        }
        Fit::Shifted(how) => {
            table.holds(here, there, how.clone());
            return how;
        }
        Fit::Near => other_end(all, key, first, second),
        Fit::Far => Some("the dates are so far apart that the name may be of two"),
    };
    if let Some(doubt) = doubt {
        table.undecided(here, there, doubt);
        return doubt.to_owned();
    }
    let told = differing(key, first, second, table.doc(first.0).name());
    table.differ(here, there, told);
    String::new()
}

/// Why two of one name may be two persons or events: the other ends differ too.
fn other_end(
    all: &Tellings,
    key: Key,
    first: &Telling,
    second: &Telling,
) -> Option<&'static str> {
    let others = all.get(&key.other_end()?)?;
    let of = |account: usize| others.iter().find(|telling| telling.0 == account);
    let (a, b) = (of(first.0)?, of(second.0)?);
    (!fit_of(a, b).holds()).then_some("both ends differ, so that the name may be of two")
}

fn at(telling: &Telling) -> At {
    At { account: telling.0, span: telling.1.date.span }
}

fn told(telling: &Telling, note: String) -> Told {
    let At { account, span } = at(telling);
    Told { account, span, value: telling.1.date.words(), note }
}

/// "Leonhard Euler, born", "Battle of Sedan".
fn title(key: Key, subject: &Subject) -> String {
    format!(
        "{}{}",
        subject.name,
        match (key.kind, key.aspect) {
            (_, Aspect::When) => "",
            (Kind::Person, Aspect::Begin) => ", born",
            (Kind::Person, Aspect::End) => ", died",
            (Kind::Event, Aspect::Begin) => ", beginning",
            (Kind::Event, Aspect::End) => ", end",
        }
    )
}

/// "was born", "began", "is dated": what stands between a name and its date.
pub(crate) fn verb(key: Key) -> &'static str {
    match (key.kind, key.aspect) {
        (_, Aspect::When) => "is dated",
        (Kind::Person, Aspect::Begin) => "was born",
        (Kind::Person, Aspect::End) => "died",
        (Kind::Event, Aspect::Begin) => "began",
        (Kind::Event, Aspect::End) => "ended",
    }
}

/// "on 10 May 1871", "in 1871"; behind "is dated" without the preposition.
pub(crate) fn when(key: Key, date: &Known, words: &str) -> String {
    match key.aspect {
        Aspect::When => words.to_owned(),
        _ if date.day().is_some() => format!("on {words}"),
        _ => format!("in {words}"),
    }
}

fn differing(key: Key, first: &Telling, second: &Telling, there: &str) -> Differing {
    let name = &second.1.name;
    let verb = verb(key);
    let dates = [first, second].map(|telling| &telling.1.date);
    let [first_words, second_words] = dates.map(Known::words);
    let [a, b] = dates.map(|date| when(key, date, &date.words()));
    let days = first.1.date.day().zip(second.1.date.day());
    let next = days.is_some_and(|(a, b)| (a - b).abs() == 1);
    Differing {
        message: format!("{name} {verb} {b} by this account and {a} by {there}"),
        labels: [format!("{second_words} here"), format!("{first_words} here")],
        proof: vec![format!("{first_words} is not {second_words}")],
        help: next.then(|| {
            "a day apart may be the night or a time zone, but neither account says so"
                .to_owned()
        }),
    }
}
