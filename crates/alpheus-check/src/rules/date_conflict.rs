//! One event on two dates.

use crate::{
    finding::Label,
    plain,
    rarity::{Date, Part, Rarity, full_date},
    rule::{Level, declare_rule},
    sheet::{Account, Conflict, Sheet},
};
use alpheus_read::{Event, Modality};
use alpheus_time::Timex;
use std::collections::BTreeMap;

declare_rule! {
    /// ## What it does
    /// Compares full dates that differ in the day, the month or the year alone, where the
    /// sentences around them tell the same event: they share a predicate, a name and most of
    /// their other words.
    ///
    /// ## Why it matters
    /// What is told twice has one date. Two dates that differ in one part are one date
    /// copied wrongly.
    ///
    /// ## Example
    /// > The new bridge at Weston was opened to traffic on 4 May 1905. … When the bridge at
    /// > Weston was opened to traffic on 4 May 1915, the ferry was sold.
    ///
    /// ## When it stays silent
    /// - The two sentences stand close together: they may tell one thing after another.
    /// - Either is told as planned, announced, doubtful, or as happening again.
    /// - The day is the end of a stretch of time: "the year ending 30 June 1860".
    /// - The sentences share too little to be sure that they tell one event.
    ///
    /// ## Measured precision
    /// On 8.2 million words of old histories, encyclopaedias and articles: 3 findings, two
    /// of them slips of the printed text, one a town that was taken twice. Of 46 repeated
    /// dates changed in such texts, it and `life-mismatch` found 19: most tellings share
    /// too few words.
    pub(crate) static DATE_CONFLICT = {
        name: "date-conflict",
        code: "T001",
        summary: "one event is told on two dates",
        level: Level::Error,
        since: "0.1.0",
        check: check,
    }
}

/// Sentences closer than this (in bytes) tell one thing after another.
const APART: u32 = 400;
/// Of so many events on dates of one kind, no more are compared.
const CROWD: usize = 200;

fn check(account: &Account<'_>, sheet: &mut Sheet<'_>) {
    let timexes = &account.reading.times.timexes;
    let events: Vec<_> = account
        .reading
        .events
        .iter()
        .filter(|event| event.modality == Modality::Asserted)
        .filter_map(|event| Some((full_date(&timexes[event.time as usize])?, event)))
        .collect();
    let mut alike: BTreeMap<(Part, i32, i32), Vec<usize>> = BTreeMap::new();
    for (index, &((year, month, day), _)) in events.iter().enumerate() {
        let (month, day) = (i32::from(month), i32::from(day));
        alike.entry((Part::Year, month, day)).or_default().push(index);
        alike.entry((Part::Month, year, day)).or_default().push(index);
        alike.entry((Part::Day, year, month)).or_default().push(index);
    }
    let rarity = Rarity::of(account.reading.events.iter());
    let mut shown = vec![false; events.len()];
    for ((part, _, _), group) in alike {
        let group = &group[..group.len().min(CROWD)];
        for (position, &first) in group.iter().enumerate() {
            for &second in &group[position + 1..] {
                let (a, b) = (events[first], events[second]);
                let same = || apart(a.1, b.1) && rarity.same(part, a.1, b.1);
                if a.0 != b.0 && !shown[second] && same() {
                    shown[second] = true;
                    conflict(account, a.1, b.1, sheet);
                }
            }
        }
    }
    agreeing(account, &events, &rarity, sheet);
}

/// Tellings of one event that agree on its date: each is held against the one before.
fn agreeing(
    account: &Account<'_>,
    events: &[(Date, &Event)],
    rarity: &Rarity,
    sheet: &mut Sheet<'_>,
) {
    let mut told: BTreeMap<Date, &Event> = BTreeMap::new();
    for &(date, event) in events {
        let Some(before) = told.insert(date, event) else { continue };
        if apart(before, event) && rarity.same(Part::Day, before, event) {
            let timexes = &account.reading.times.timexes;
            let [first, second] = [before, event].map(|e| &timexes[e.time as usize]);
            let sum = format!("{} in both places", plain::of(second));
            sheet.holds(&DATE_CONFLICT, vec![second.span, first.span], sum);
        }
    }
}

/// Whether two mentions stand so far apart that the second doesn't go on with the first.
fn apart(a: &Event, b: &Event) -> bool {
    b.span.start.saturating_sub(a.span.end) >= APART
}

fn conflict(account: &Account<'_>, a: &Event, b: &Event, sheet: &mut Sheet<'_>) {
    let timexes = &account.reading.times.timexes;
    let [first, second] = [a, b].map(|event| &timexes[event.time as usize]);
    let words = |timex: &Timex| timex.point.map(plain::point).unwrap_or_default();
    let [first_words, second_words] = [first, second].map(words);
    sheet.conflict(
        &DATE_CONFLICT,
        Conflict {
            message: format!("the same is told of {first_words} and of {second_words}"),
            labels: vec![
                Label::new(second.span, format!("{second_words} here")),
                Label::new(first.span, format!("{first_words} here")),
            ],
            proof: vec![format!("{first_words} is not {second_words}")],
            help: None,
            at_most: None,
        },
    );
}
