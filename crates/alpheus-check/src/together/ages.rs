//! Ages told by one account against births told by another.
//!
//! Of each person that several accounts name in full, the birth is a variable of a simple
//! temporal network: an account that dates it bounds it, and so does one that tells an age
//! at a date. A statement that the network can't take in conflicts with those on the cycle;
//! where they are of other accounts, the accounts differ.

use super::{At, Differing, Table};
use crate::life::{self, Known};
use alpheus_read::{Age, Assertion, Modality, Subject, person_key};
use alpheus_text::Span;
use alpheus_time::{Calendar, Part, Timex, network::Network};
use std::collections::BTreeMap;

/// What "about" and the like allow, in years; and an age counted from the other end.
const ROUGH_YEARS: i32 = 3;
const SLACK_YEARS: i32 = 1;

/// A bound of a birth, and the words that give it.
struct Bound {
    account: usize,
    span: Span,
    days: (i32, i32),
    /// "born on 13 March 1915", "44 in 1959".
    words: String,
    age: bool,
}

/// Compares ages and births of all persons that two accounts name.
pub(super) fn compare(table: &mut Table<'_>) {
    let mut persons: BTreeMap<u64, (String, Vec<Bound>)> = BTreeMap::new();
    for account in 0..table.accounts.len() {
        read(table, account, &mut persons);
    }
    for (name, bounds) in persons.into_values() {
        judge(table, &name, bounds);
    }
}

fn read(
    table: &Table<'_>,
    account: usize,
    persons: &mut BTreeMap<u64, (String, Vec<Bound>)>,
) {
    let told = &table.accounts[account];
    let keys: Vec<_> = told
        .reading
        .persons
        .iter()
        .map(|person| person_key(told.doc.slice(person.name)))
        .collect();
    let mut add = |person: usize, bound: Option<Bound>| {
        if let (Some(key), Some(bound)) = (keys[person], bound) {
            let name =
                || life::short_name(told.doc.slice(told.reading.persons[person].name));
            persons.entry(key).or_insert_with(|| (name(), Vec::new())).1.push(bound);
        }
    };
    for (index, person) in told.reading.persons.iter().enumerate() {
        let born = person.birth.and_then(|date| life::known(&told.reading.times, date));
        add(index, born.filter(|born| !born.rough).map(|born| birth(account, &born)));
    }
    for statement in &told.reading.statements {
        if let Assertion::Age { person: Subject::Person(person), age, times } =
            &statement.assertion
            && statement.modality == Modality::Asserted
            // An account that dates the birth is held against itself.
            && told.reading.persons[*person as usize].birth.is_none()
            && let [time] = times[..]
        {
            let timex = &told.reading.times.timexes[time as usize];
            add(*person as usize, at_age(account, *age, timex));
        }
    }
}

fn birth(account: usize, born: &Known) -> Bound {
    let words = format!("born {}", born.when());
    Bound { account, span: born.span, days: born.days, words, age: false }
}

/// The days on which someone of an age at a date may have been born.
fn at_age(account: usize, age: Part<Age>, event: &Timex) -> Option<Bound> {
    event.point.filter(|&point| life::is_fine(point))?;
    let interval = event.interval?;
    let years = i32::from(age.value.years) - i32::from(age.value.ordinal);
    let slack = if age.value.rough { ROUGH_YEARS } else { SLACK_YEARS };
    let back = |day: i32, years: i32| Calendar::Gregorian.add_years(day, -years);
    let first = back(interval.begin.0, years + 1 + slack)?;
    let last = back(interval.end.1 - 1, years - slack)?;
    let words = format!("{years} {}", life::at_event(event));
    Some(Bound { account, span: age.span, days: (first, last), words, age: true })
}

fn judge(table: &mut Table<'_>, name: &str, mut bounds: Vec<Bound>) {
    let several = bounds.iter().any(|bound| bound.account != bounds[0].account);
    if !several || !bounds.iter().any(|bound| bound.age) {
        return;
    }
    bounds.sort_by_key(|bound| bound.age);
    let mut network = Network::new();
    let (origin, born) = (network.variable(), network.variable());
    for (tag, bound) in bounds.iter().enumerate() {
        let (first, last) = (i64::from(bound.days.0), i64::from(bound.days.1));
        let added = network.add(origin, born, first, last, tag as u32);
        // Births are held against each other by their names.
        if !bound.age {
            continue;
        }
        let here = At { account: bound.account, span: bound.span };
        match added {
            Ok(()) => {
                if let Some(other) =
                    bounds.iter().find(|b| !b.age && b.account != bound.account)
                {
                    let sum = format!("{} fits {}", bound.words, other.words);
                    table.holds(
                        here,
                        At { account: other.account, span: other.span },
                        sum,
                    );
                }
            }
            Err(conflict) => {
                let other = conflict.tags.iter().map(|&tag| &bounds[tag as usize]);
                let Some(other) = other.into_iter().find(|b| b.account != bound.account)
                else {
                    continue;
                };
                let there = At { account: other.account, span: other.span };
                let told = differing(name, bound, other, table.doc(other.account).name());
                table.differ(here, there, told);
            }
        }
    }
}

fn differing(name: &str, here: &Bound, there: &Bound, account: &str) -> Differing {
    Differing {
        message: format!(
            "{name} was {} by this account, but {} by {account}",
            here.words, there.words
        ),
        labels: [here.words.clone(), there.words.clone()],
        proof: vec![format!("{} does not fit {}", here.words, there.words)],
        help: None,
    }
}
