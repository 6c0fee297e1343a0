//! Events without a name: sentences with a full date that tell the same.

use super::{At, Differing, Table, Told, Topic, words_around};
use crate::{
    fit::{Fit, fit},
    life::{self, Known},
    rarity::{Date, Part, Rarity, full_date, told_alike},
};
use alpheus_read::{Event, LifeDate, Modality, When};
use alpheus_time::Calendar;
use std::collections::{BTreeMap, BTreeSet};

/// Of so many events on dates of one kind, no more are compared.
const CROWD: usize = 200;

/// An event of an account.
struct Mention<'a> {
    account: usize,
    event: &'a Event,
    date: Date,
    known: Known,
}

/// Compares the dated events of all accounts.
pub(super) fn compare(table: &mut Table<'_>) {
    let mentions = mentions(table);
    let rarity = Rarity::of(mentions.iter().map(|mention| mention.event));
    let mut pairs = Pairs {
        mentions: &mentions,
        rarity,
        agreed: BTreeSet::new(),
        topic_of: (0..mentions.len()).collect(),
        notes: BTreeMap::new(),
    };
    for (a, b) in pairs.agreeing() {
        pairs.agree(table, a, b);
    }
    for (a, b) in pairs.shifted() {
        pairs.shift(table, a, b);
    }
    let mut shown = BTreeSet::new();
    for (a, b) in pairs.differing() {
        if !shown.insert(b) {
            continue;
        }
        if pairs.is_formula(a, b) {
            let [there, here] = [a, b].map(|index| mentions[index].at());
            table.undecided(here, there, "the same is told of other dates too");
        } else {
            pairs.differ(table, a, b);
        }
    }
    pairs.topics(table);
}

fn mentions<'a>(table: &Table<'a>) -> Vec<Mention<'a>> {
    let mut mentions = Vec::new();
    for (account, told) in table.accounts.iter().enumerate() {
        let times = &told.reading.times;
        for event in &told.reading.events {
            let date = LifeDate { when: When::Time(event.time), rough: false };
            let full = full_date(&times.timexes[event.time as usize]);
            if event.modality == Modality::Asserted
                && let (Some(date), Some(known)) = (full, life::known(times, date))
                && known.day().is_some()
            {
                mentions.push(Mention { account, event, date, known });
            }
        }
    }
    mentions
}

struct Pairs<'m, 'a> {
    mentions: &'m [Mention<'a>],
    rarity: Rarity,
    /// A mention with the account that tells it on the same date.
    agreed: BTreeSet<(usize, usize)>,
    /// The first mention of each one's topic, after Galler and Fischer.
    topic_of: Vec<usize>,
    /// What is to be noted at a mention.
    notes: BTreeMap<usize, String>,
}

impl Pairs<'_, '_> {
    /// The pairs of two accounts among groups of mentions that the test joins.
    fn among<'g>(
        &self,
        groups: impl Iterator<Item = (Part, &'g Vec<usize>)>,
        test: impl Fn(&Mention<'_>, &Mention<'_>) -> bool,
    ) -> Vec<(usize, usize)> {
        let mut pairs = Vec::new();
        for (part, group) in groups {
            let group = &group[..group.len().min(CROWD)];
            for (position, &first) in group.iter().enumerate() {
                for &second in &group[position + 1..] {
                    let (a, b) = (&self.mentions[first], &self.mentions[second]);
                    let told = a.account != b.account
                        && test(a, b)
                        && self.rarity.same(part, a.event, b.event);
                    if told {
                        pairs.push((first, second));
                    }
                }
            }
        }
        pairs.sort_unstable();
        pairs.dedup();
        pairs
    }

    /// The same event on the same date.
    fn agreeing(&self) -> Vec<(usize, usize)> {
        let mut days: BTreeMap<Date, Vec<usize>> = BTreeMap::new();
        for (index, mention) in self.mentions.iter().enumerate() {
            days.entry(mention.date).or_default().push(index);
        }
        self.among(days.values().map(|group| (Part::Day, group)), |_, _| true)
    }

    /// The same event on dates that a calendar or a midnight makes one.
    fn shifted(&self) -> Vec<(usize, usize)> {
        let mut days: BTreeMap<i32, Vec<usize>> = BTreeMap::new();
        let mut add = |day: Option<i32>, index| {
            if let Some(day) = day {
                days.entry(day).or_default().push(index);
            }
        };
        for (index, mention) in self.mentions.iter().enumerate() {
            let (year, month, day) = mention.date;
            let own = mention.known.day();
            let again = Calendar::Julian.day(year, month, day);
            add(own, index);
            add(again.filter(|again| Some(*again) != own), index);
            add(own.map(|day| day + 1).filter(|_| mention.event.zoned), index);
        }
        let groups = days.values().map(|group| (Part::Day, group));
        self.among(groups, |a, b| {
            matches!(fit_of(a, b), Fit::Shifted(_)) && told_alike(a.event, b.event)
        })
    }

    /// The same event on dates that differ in the day, the month or the year alone, unless
    /// either account tells the other's date too.
    fn differing(&self) -> Vec<(usize, usize)> {
        let mut alike: BTreeMap<(Part, i32, i32), Vec<usize>> = BTreeMap::new();
        for (index, &Mention { date: (year, month, day), .. }) in
            self.mentions.iter().enumerate()
        {
            let (month, day) = (i32::from(month), i32::from(day));
            alike.entry((Part::Year, month, day)).or_default().push(index);
            alike.entry((Part::Month, year, day)).or_default().push(index);
            alike.entry((Part::Day, year, month)).or_default().push(index);
        }
        let groups = alike.iter().map(|(key, group)| (key.0, group));
        let mut pairs = self.among(groups, |a, b| {
            fit_of(a, b) == Fit::Near && told_alike(a.event, b.event)
        });
        pairs.retain(|&(a, b)| {
            let accounts = [a, b].map(|index| self.mentions[index].account);
            !self.agreed.contains(&(a, accounts[1]))
                && !self.agreed.contains(&(b, accounts[0]))
        });
        pairs
    }

    /// Whether a third date is told in the words of either: a formula of something that
    /// happens again and again.
    fn is_formula(&self, a: usize, b: usize) -> bool {
        let [first, second] = [a, b].map(|index| &self.mentions[index]);
        self.mentions.iter().any(|other| {
            other.date != first.date
                && other.date != second.date
                && (told_alike(other.event, first.event)
                    || told_alike(other.event, second.event))
        })
    }

    fn agree(&mut self, table: &mut Table<'_>, a: usize, b: usize) {
        self.join(a, b);
        let [first, second] = [a, b].map(|index| &self.mentions[index]);
        let sum = format!("{} in both accounts", second.known.words());
        table.holds(second.at(), first.at(), sum);
    }

    fn shift(&mut self, table: &mut Table<'_>, a: usize, b: usize) {
        let [first, second] = [a, b].map(|index| &self.mentions[index]);
        if let Fit::Shifted(how) = fit_of(first, second) {
            table.holds(second.at(), first.at(), how.clone());
            self.notes.insert(b, how);
            self.join(a, b);
        }
    }

    fn differ(&mut self, table: &mut Table<'_>, a: usize, b: usize) {
        let [first, second] = [a, b].map(|index| &self.mentions[index]);
        let [x, y] = [first, second].map(|mention| mention.known.words());
        let there = table.doc(first.account).name();
        let told = Differing {
            message: format!(
                "the same is told of {y} by this account and of {x} by {there}"
            ),
            labels: [format!("{y} here"), format!("{x} here")],
            proof: vec![format!("{x} is not {y}")],
            help: None,
        };
        table.differ(second.at(), first.at(), told);
        self.unite(a, b);
    }

    fn join(&mut self, a: usize, b: usize) {
        let accounts = [a, b].map(|index| self.mentions[index].account);
        self.agreed.insert((a, accounts[1]));
        self.agreed.insert((b, accounts[0]));
        self.unite(a, b);
    }

    fn root(&self, mut index: usize) -> usize {
        while self.topic_of[index] != index {
            index = self.topic_of[index];
        }
        index
    }

    fn unite(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        self.topic_of[a.max(b)] = a.min(b);
    }

    fn topics(&self, table: &mut Table<'_>) {
        let mut topics: BTreeMap<usize, Topic> = BTreeMap::new();
        for (index, mention) in self.mentions.iter().enumerate() {
            let root = self.root(index);
            let first = &self.mentions[root];
            let topic = topics.entry(root).or_insert_with(|| Topic {
                subject: words_around(
                    table.doc(first.account),
                    first.event.span,
                    first.known.span,
                ),
                told: Vec::new(),
            });
            let At { account, span } = mention.at();
            let note = self.notes.get(&index).cloned().unwrap_or_default();
            topic.told.push(Told { account, span, value: mention.known.words(), note });
        }
        table.topics.extend(topics.into_values().filter(|topic| topic.told.len() > 1));
    }
}

fn fit_of(a: &Mention<'_>, b: &Mention<'_>) -> Fit {
    fit(&a.known, &b.known, a.event.zoned || b.event.zoned)
}

impl Mention<'_> {
    fn at(&self) -> At {
        At { account: self.account, span: self.known.span }
    }
}
