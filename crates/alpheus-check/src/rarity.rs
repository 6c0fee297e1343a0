//! Whether two mentions are of one event: what their sentences share, weighed by how rare
//! it is.

use alpheus_read::{Event, Role};
use alpheus_time::Timex;
use std::collections::BTreeMap;

/// A full date, taken apart.
pub(crate) type Date = (i32, u8, u8);

/// In which part two dates differ.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Part {
    Day,
    Month,
    Year,
}

/// The year, month and day of a date that is written in full.
pub(crate) fn full_date(timex: &Timex) -> Option<Date> {
    let written = &timex.written;
    Some((written.year?.value, written.month?.value, written.day?.value))
}

/// In how many events each word stands.
pub(crate) struct Rarity {
    counts: BTreeMap<u32, u32>,
    events: u32,
}

impl Rarity {
    /// Counts the words of events.
    pub(crate) fn of<'e>(all: impl Iterator<Item = &'e Event>) -> Self {
        let mut rarity = Rarity { counts: BTreeMap::new(), events: 0 };
        for event in all {
            rarity.events += 1;
            for &(word, _) in &event.words {
                *rarity.counts.entry(word).or_insert(0) += 1;
            }
        }
        rarity
    }

    /// Whether a word is one of the account's themes, in a large share of its events.
    fn is_theme(&self, word: u32) -> bool {
        let count = self.counts.get(&word).copied().unwrap_or_default();
        count > 4 && count * 6 > self.events
    }

    /// Whether two mentions are surely of one event.
    pub(crate) fn same(&self, part: Part, a: &Event, b: &Event) -> bool {
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
        let rare = |(word, _): (u32, [Role; 2])| {
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

/// Whether two mentions of different accounts surely tell one event: they share a predicate
/// and most of their words, and neither has names of its own. Accounts of one war tell of a
/// hundred things in like words, so what sets them apart counts for more than what they share.
pub(crate) fn told_alike(a: &Event, b: &Event) -> bool {
    let (mut names, mut predicates, mut all) = (0, 0, 0);
    for (_, roles) in shared(a, b) {
        all += 1;
        names += usize::from(roles == [Role::Name; 2]);
        predicates += usize::from(roles.contains(&Role::Predicate));
    }
    let own = |event: &Event| {
        event
            .words
            .iter()
            .filter(|word| word.1 == Role::Name)
            .count()
            .saturating_sub(names)
    };
    let (less, more) = (own(a).min(own(b)), own(a).max(own(b)));
    let least = a.words.len().min(b.words.len());
    names >= 1
        && predicates >= 1
        && all >= LEAST_SHARED
        && less == 0
        && more <= 1
        && 100 * all >= LEAST_SHARE * least
}

/// So many words are shared at least, and so many in a hundred of the shorter mention's.
const LEAST_SHARED: usize = 4;
const LEAST_SHARE: usize = 60;

/// The words that two mentions share, with the role in either.
fn shared<'a>(a: &'a Event, b: &'a Event) -> impl Iterator<Item = (u32, [Role; 2])> + 'a {
    let mut rest = &*b.words;
    a.words.iter().filter_map(move |&(word, role)| {
        while let [first, tail @ ..] = rest
            && first.0 < word
        {
            rest = tail;
        }
        rest.first().filter(|first| first.0 == word).map(|first| (word, [role, first.1]))
    })
}
