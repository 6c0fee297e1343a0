//! One event on two dates.

use crate::{
    finding::Label,
    plain,
    rule::{Level, declare_rule},
    sheet::{Account, Conflict, Sheet},
};
use alpheus_read::{Event, Modality, Role};
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

/// A full date, taken apart.
type Date = (i32, u8, u8);

/// In which part two dates differ.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    Day,
    Month,
    Year,
}

fn check(account: &Account<'_>, sheet: &mut Sheet<'_>) {
    let timexes = &account.reading.times.timexes;
    let events: Vec<_> = account
        .reading
        .events
        .iter()
        .filter(|event| event.modality == Modality::Asserted)
        .filter_map(|event| Some((date(&timexes[event.time as usize])?, event)))
        .collect();
    let mut alike: BTreeMap<(Part, i32, i32), Vec<usize>> = BTreeMap::new();
    for (index, &((year, month, day), _)) in events.iter().enumerate() {
        let (month, day) = (i32::from(month), i32::from(day));
        alike.entry((Part::Year, month, day)).or_default().push(index);
        alike.entry((Part::Month, year, day)).or_default().push(index);
        alike.entry((Part::Day, year, month)).or_default().push(index);
    }
    let rarity = Rarity::of(account);
    let mut shown = vec![false; events.len()];
    for ((part, _, _), group) in alike {
        let group = &group[..group.len().min(CROWD)];
        for (position, &first) in group.iter().enumerate() {
            for &second in &group[position + 1..] {
                let (a, b) = (events[first], events[second]);
                if a.0 != b.0 && !shown[second] && rarity.same(part, a.1, b.1) {
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
        if rarity.same(Part::Day, before, event) {
            let timexes = &account.reading.times.timexes;
            let [first, second] = [before, event].map(|e| &timexes[e.time as usize]);
            let sum = format!("{} in both places", plain::of(second));
            sheet.holds(&DATE_CONFLICT, vec![second.span, first.span], sum);
        }
    }
}

fn date(timex: &Timex) -> Option<Date> {
    let written = &timex.written;
    Some((written.year?.value, written.month?.value, written.day?.value))
}

/// In how many of the account's events each word stands.
struct Rarity {
    counts: BTreeMap<u64, u32>,
    events: u32,
}

impl Rarity {
    fn of(account: &Account<'_>) -> Self {
        let mut counts = BTreeMap::new();
        for event in &account.reading.events {
            for &(word, _) in &event.words {
                *counts.entry(word).or_insert(0) += 1;
            }
        }
        Rarity { counts, events: account.reading.events.len() as u32 }
    }

    /// Whether a word is one of the account's themes, in a large share of its events.
    fn is_theme(&self, word: u64) -> bool {
        let count = self.counts.get(&word).copied().unwrap_or_default();
        count > 4 && count * 6 > self.events
    }

    /// Whether two mentions are surely of one event.
    fn same(&self, part: Part, a: &Event, b: &Event) -> bool {
        let distance = b.span.start.saturating_sub(a.span.end);
        if distance < APART {
            return false;
        }
        let overlap = self.overlap(a, b);
        if self.rarely_shared(part, a, b, overlap) {
            return true;
        }
        let Overlap { names, predicates, others, themes } = overlap;
        let weight = names + others - themes;
        let least = i32::try_from(a.words.len().min(b.words.len())).unwrap_or(i32::MAX);
        let share = 100 * (weight + predicates) / least.max(1);
        match part {
            Part::Day => predicates >= 1 && names >= 1 && weight >= 4 && share >= 50,
            _ if predicates == 0 => names >= 3 && weight >= 4 && share >= 30,
            _ if names == 0 => weight >= 3 && share >= 30,
            // Even the account's themes, where three of them make up the sentence.
            _ if names >= 3 && 100 * (names + others + predicates) >= 45 * least => true,
            Part::Month => weight >= 2 && share >= 33,
            Part::Year => weight >= 2 && share >= 20,
        }
    }

    /// Whether what two mentions share is so rare in the account that chance is out of the
    /// question: the sum of the words' inverse frequencies among the events, after Spärck
    /// Jones (*Journal of Documentation* 28, 1972). A story tells one thing after another
    /// on the days of a month, so there rarity proves nothing.
    fn rarely_shared(&self, part: Part, a: &Event, b: &Event, overlap: Overlap) -> bool {
        let Overlap { names, predicates, others, .. } = overlap;
        let shared = names + predicates + others;
        if part == Part::Day || shared < 3 || names < 2 {
            return false;
        }
        let needed = if names >= 3 && shared >= 4 { 4.5 } else { 6.5 };
        self.rarity(a, b) >= needed
    }

    fn rarity(&self, a: &Event, b: &Event) -> f64 {
        let events = f64::from(self.events + 2);
        let rare = |(word, _): (u64, [Role; 2])| {
            let count = self.counts.get(&word).copied().unwrap_or(1);
            (events / f64::from(count)).ln()
        };
        shared(a, b).map(rare).sum()
    }

    fn overlap(&self, a: &Event, b: &Event) -> Overlap {
        let mut overlap = Overlap::default();
        for (word, roles) in shared(a, b) {
            if roles.contains(&Role::Predicate) {
                overlap.predicates += 1;
            } else if roles.contains(&Role::Name) {
                overlap.names += 1;
                overlap.themes += i32::from(self.is_theme(word));
            } else if !self.is_theme(word) {
                overlap.others += 1;
            }
        }
        overlap
    }
}

/// How many words two mentions share, by their roles.
#[derive(Clone, Copy, Default)]
struct Overlap {
    names: i32,
    predicates: i32,
    others: i32,
    /// Names that stand in a large share of the account's events.
    themes: i32,
}

/// The words that two mentions share, with the role in either.
fn shared<'a>(a: &'a Event, b: &'a Event) -> impl Iterator<Item = (u64, [Role; 2])> + 'a {
    let mut rest = b.words.as_slice();
    a.words.iter().filter_map(move |&(word, role)| {
        while let [first, tail @ ..] = rest
            && first.0 < word
        {
            rest = tail;
        }
        rest.first().filter(|first| first.0 == word).map(|first| (word, [role, first.1]))
    })
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
