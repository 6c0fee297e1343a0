//! Links between times: gaps and lengths that a text asserts.
//!
//! What an expression is reckoned from is settled only when the whole text has been read,
//! and by then its tokens are gone. So a block leaves behind the [`Place`] of each time
//! expression, and the statements are built from these at the end.

use crate::{
    onsets::{self, Onset, Tie},
    persons::{Person, Persons},
    places::{self, Marks, Place},
    scene::Scene,
    statement::{Assertion, Modality, Speaker, Statement},
};
use alpheus_text::Span;
use alpheus_time::{
    Anchor, Field, RangeKind, Times, Timex, TimexKind, Unit, interval::Measure,
};
use std::collections::{BTreeMap, BTreeSet};

/// The places of a document's time expressions, one for each.
#[derive(Default)]
pub(crate) struct Links {
    places: Vec<Place>,
    onsets: Vec<Onset>,
    sentence: u32,
}

/// How far a length may stand from the range that it measures, in tokens.
const REACH: u16 = 10;
/// How many dates a sentence may tell for a length to be held against them.
const MOST_DATES: usize = 5;
/// How many sentences may pass between a date and what is reckoned from it in days.
const PATIENCE: u32 = 5;

impl Links {
    /// Notes the places of a block's time expressions.
    pub(crate) fn block(&mut self, scene: &Scene<'_>, persons: &Persons) {
        places::note(scene, &mut self.sentence, &mut self.places);
        onsets::read(scene, persons, &mut self.onsets);
    }

    /// The gaps and lengths, once the times are settled.
    pub(crate) fn statements(
        &mut self,
        times: &Times,
        persons: &[Person],
        out: &mut Vec<Statement>,
    ) {
        self.onsets.extend(onsets::deaths(persons));
        if self.places.len() != times.timexes.len() {
            return;
        }
        let ranged =
            times.ranges.iter().flat_map(|range| [range.begin, range.end]).collect();
        let named = Named::new(&self.onsets, times);
        let mut ends = vec![None; self.places.len()];
        for range in &times.ranges {
            ends[range.begin as usize] = Some((range.end, range.kind));
        }
        let walk = Walk { places: &self.places, named, times, ranged, ends };
        walk.gaps(out);
        walk.lengths(out);
    }
}

/// A date that the story has told, to be reckoned from.
#[derive(Clone, Copy)]
struct Told {
    time: u32,
    sentence: u32,
    /// What has been told since has moved the story by no known step.
    moved: bool,
    /// By how many steps it was reckoned from a date.
    chain: u8,
}

struct Walk<'a> {
    places: &'a [Place],
    named: Named,
    times: &'a Times,
    /// The time expressions that are ends of a range.
    ranged: BTreeSet<u32>,
    /// For each time expression that begins a range, its end.
    ends: Vec<Option<(u32, RangeKind)>>,
}

/// The named events of a document, looked up by their times.
struct Named {
    /// The event that a time expression is tied to.
    at: BTreeMap<(u32, Tie), u64>,
    /// The first day told of an event, where all that is told of it agrees.
    days: BTreeMap<u64, Option<usize>>,
}

impl Named {
    fn new(onsets: &[Onset], times: &Times) -> Self {
        let mut named = Named { at: BTreeMap::new(), days: BTreeMap::new() };
        for onset in onsets {
            named.at.entry((onset.time, onset.tie)).or_insert(onset.event);
            let time = onset.time as usize;
            let timex = &times.timexes[time];
            if onset.tie == Tie::From || !is_dated(timex) || !is_day(timex) {
                continue;
            }
            let day = named.days.entry(onset.event).or_insert(Some(time));
            *day = day.filter(|&first| times.timexes[first].point == timex.point);
        }
        named
    }
}

impl Walk<'_> {
    fn timex(&self, time: usize) -> &Timex {
        &self.times.timexes[time]
    }

    /// "the next day, June 7" after "June 2".
    fn gaps(&self, out: &mut Vec<Statement>) {
        let mut told: Option<Told> = None;
        let mut at = 0;
        while at < self.places.len() {
            self.after_an_event(at, out);
            let step = step_of(self.timex(at));
            if let Some((unit, to)) =
                step.and_then(|unit| Some((unit, self.beside(at, unit)?)))
            {
                if let Some(told) = told {
                    self.gap(told, at, to, unit, out);
                }
                told = Some(self.tell(to));
                at = to + 1;
            } else {
                if let (Some(unit), Some(told), Some(to)) =
                    (step, told, self.elsewhere(at, Tie::When))
                {
                    self.gap(told, at, to, unit, out);
                }
                told = self.follow(told, at);
                at += 1;
            }
        }
    }

    /// "a hundred years after the fall of the city in 1453 it is told of, in 1553"; "on 27
    /// October, a month before the fall of the fortress on 28 November".
    fn after_an_event(&self, by: usize, out: &mut Vec<Statement>) {
        let Anchor::Event { unit, amount } = self.timex(by).anchor else { return };
        if let (Some(to), Some(from)) =
            (self.stands_beside(by), self.elsewhere(by, Tie::From))
        {
            if from != to {
                out.push(self.gap_between(from, by, to, None));
            }
            return;
        }
        let from = by + 1;
        let told = |k: usize, reach: u16| {
            self.places.get(k).is_some_and(|place| {
                place.sentence == self.places[by].sentence
                    && place.since <= reach
                    && !place.marks.has(Marks::BRACKET)
                    && !place.marks.has(Marks::JOINED)
                    && is_dated(self.timex(k))
            })
        };
        if !told(from, REACH) {
            return;
        }
        let years = |k: usize| self.timex(k).written.year.is_some();
        let day = |k: usize| self.timex(k).written.day.is_some();
        let apposed = self.places[by].marks.has(Marks::APPOSED);
        let beside = by
            .checked_sub(1)
            .filter(|&k| apposed && told(k, u16::MAX) && day(k) && day(from));
        let last = |k: usize| {
            self.places.get(k + 1).is_none_or(|p| p.sentence != self.places[by].sentence)
        };
        let later = (amount > 0 && unit >= Unit::Year)
            .then_some(by + 2)
            .filter(|&k| told(k, 2 * REACH) && years(k) && years(from) && last(k));
        if let Some(to) = beside.or(later) {
            out.push(self.gap_between(from, by, to, None));
        }
    }

    /// The day that a step stands beside: "on 6 August, two days after the battle".
    fn stands_beside(&self, by: usize) -> Option<usize> {
        let place = self.places[by];
        let to = by.checked_sub(1)?;
        let same = self.places[to].sentence == place.sentence;
        let day = is_dated(self.timex(to)) && is_day(self.timex(to));
        let aside = self.places[to].marks.has(Marks::ASIDE);
        (same && day && !aside && place.marks.has(Marks::APPOSED)).then_some(to)
    }

    fn gap_between(
        &self,
        from: usize,
        by: usize,
        to: usize,
        doubt: Option<&'static str>,
    ) -> Statement {
        let marks = self.places[by].marks;
        let assertion = Assertion::Gap {
            from: from as u32,
            by: by as u32,
            to: to as u32,
            hedge: marks.hedge(),
            doubt,
        };
        statement(assertion, self.timex(by).span.cover(self.timex(to).span))
    }

    /// The day that is told elsewhere of the named event that a step comes to, or is
    /// reckoned from.
    fn elsewhere(&self, at: usize, tie: Tie) -> Option<usize> {
        let event = self.named.at.get(&(at as u32, tie))?;
        self.named.days.get(event).copied().flatten()
    }

    fn tell(&self, time: usize) -> Told {
        let sentence = self.places[time].sentence;
        let moved = self.ranged.contains(&(time as u32));
        Told { time: time as u32, sentence, moved, chain: 0 }
    }

    /// What there is to reckon from after a time expression.
    fn follow(&self, told: Option<Told>, at: usize) -> Option<Told> {
        let (timex, place) = (self.timex(at), self.places[at]);
        if place.marks.has(Marks::BRACKET) || timex.kind == TimexKind::Set {
            return told;
        }
        let moved = told.map(|told| Told { moved: true, ..told });
        match timex.kind {
            TimexKind::Duration => match timex.length {
                Some((_, _, unit)) if unit < Unit::Day => told,
                _ => moved,
            },
            _ if !is_dated(timex) => Some(self.step_on(told?, at)),
            _ if place.marks.has(Marks::ASIDE) => moved,
            // "until 1702" looks ahead; "until the 5th, when" goes on from there.
            _ if place.marks.has(Marks::UNTIL) && !is_day(timex) => moved,
            _ => Some(self.tell(at)),
        }
    }

    /// What there is to reckon from after an expression that is no date in its own right.
    fn step_on(&self, told: Told, at: usize) -> Told {
        let timex = self.timex(at);
        let back = matches!(timex.anchor, Anchor::Offset { amount, .. } if amount < 0);
        if timex.value.ends_with("_REF") || back || self.stays(timex, told) {
            return told;
        }
        let from = matches!(timex.anchor, Anchor::Offset { from, .. } if from == Some(told.time));
        if !derived(timex) || !from || told.moved {
            return Told { moved: true, ..told };
        }
        let sentence = self.places[at].sentence;
        let chain = told.chain.saturating_add(1);
        Told { time: at as u32, sentence, moved: false, chain }
    }

    /// Whether it stays within what was told: "that night", "the same day", "at noon".
    fn stays(&self, timex: &Timex, told: Told) -> bool {
        let same = || timex.point == self.timex(told.time as usize).point;
        match timex.anchor {
            Anchor::Offset { amount, .. } => amount == 0,
            _ => {
                timex.kind == TimexKind::Time && timex.written.weekday.is_none() && same()
            }
        }
    }

    /// The date told beside a step: "the next day, June 7".
    fn beside(&self, at: usize, unit: Unit) -> Option<usize> {
        let to = at + 1;
        let place = self.places.get(to)?;
        let near = place.sentence == self.places[at].sentence
            && place.marks.has(Marks::APPOSED)
            && !place.marks.has(Marks::JOINED);
        let written = self.timex(to).written;
        let fits = match unit {
            Unit::Month | Unit::Quarter => written.month.is_some(),
            unit if unit < Unit::Month => written.day.is_some(),
            // "sixteen years later, from the 6th to the 9th of April 1941"
            _ => written.year.is_some() || self.begins_dated_range(to),
        };
        (near && fits && is_dated(self.timex(to))).then_some(to)
    }

    /// Whether it begins a range whose end is told with its year.
    fn begins_dated_range(&self, at: usize) -> bool {
        self.ends[at]
            .is_some_and(|(end, _)| self.timex(end as usize).written.year.is_some())
    }

    fn gap(
        &self,
        told: Told,
        by: usize,
        to: usize,
        unit: Unit,
        out: &mut Vec<Statement>,
    ) {
        let doubt = self.doubt(told, by, to, unit);
        out.push(self.gap_between(told.time as usize, by, to, doubt));
    }

    /// Why a step may not be reckoned from what was told last.
    fn doubt(
        &self,
        told: Told,
        by: usize,
        to: usize,
        unit: Unit,
    ) -> Option<&'static str> {
        let from = self.timex(told.time as usize);
        let passed = self.places[by].sentence - told.sentence;
        let days = unit <= Unit::Fortnight;
        let back = matches!(from.interval.zip(self.timex(to).interval),
            Some((a, b)) if b.begin.0 < a.begin.0);
        let steps = match self.timex(by).anchor {
            Anchor::Offset { amount, .. } => amount,
            _ => 0,
        };
        if (unit > Unit::Day || steps < 0) && back == (steps > 0) {
            Some("the date told before lies on the other side of it")
        } else if from.point == self.timex(to).point {
            Some("the date told before is the same, as a heading's is")
        } else if told.moved || told.chain > 1 {
            Some("what is told in between moves the story by no known step")
        } else if passed > if days { PATIENCE } else { 1 } {
            Some("the date told before stands far from it")
        } else if days && !is_day(from) {
            Some("the date told before is not given to the day")
        } else {
            None
        }
    }

    /// "three years, from 1896 to 1899", "forty-two years (1828–1868)".
    fn lengths(&self, out: &mut Vec<Statement>) {
        for at in 0..self.places.len() {
            let (timex, marks) = (self.timex(at), self.places[at].marks);
            let long = timex.length.is_some_and(|(_, _, unit)| unit >= Unit::Day);
            if timex.kind != TimexKind::Duration || !long || marks.has(Marks::BOUND) {
                continue;
            }
            let measured = self
                .range_after(at)
                .or_else(|| self.between(at))
                .or_else(|| self.until(at))
                .or_else(|| self.over_by(at))
                .or_else(|| self.summed(at));
            let Some((begin, end)) = measured else { continue };
            let first = self.places[begin];
            let assertion = Assertion::Length {
                length: at as u32,
                begin: begin as u32,
                end: end as u32,
                hedge: marks.hedge(),
                tight: begin == at + 1
                    && first.since <= 2
                    && first.marks.has(Marks::BRACKET),
            };
            out.push(statement(assertion, timex.span.cover(self.timex(end).span)));
        }
    }

    /// The range that follows a length closely: in brackets, or with "from" or "between".
    fn range_after(&self, at: usize) -> Option<(usize, usize)> {
        let begin = at + 1;
        let (end, kind) = (*self.ends.get(begin)?)?;
        let Place { since, marks, sentence } = self.places[begin];
        let bracket =
            marks.has(Marks::BRACKET) && !(marks.has(Marks::NAMED) && since > 2);
        let led = kind != RangeKind::Dash && !marks.has(Marks::JOINED);
        let close = since <= REACH && sentence == self.places[at].sentence;
        (close && (bracket || led)).then_some((begin, end as usize))
    }

    /// "the eight years that lay between his return in 1765 and the sale in 1773".
    fn between(&self, at: usize) -> Option<(usize, usize)> {
        let (begin, end) = (at + 1, at + 2);
        let Place { since, marks, .. } = self.places.get(begin)?;
        let led =
            marks.has(Marks::BETWEEN) && !marks.has(Marks::JOINED) && *since < 2 * REACH;
        let joined = self.places.get(end)?.marks.has(Marks::JOINED);
        let dated = [begin, end].iter().all(|&k| self.beside_length(at, k));
        (led && joined && dated).then_some((begin, end))
    }

    /// "began on A, lasting 107 days until B", "held it for 15 years until 1847".
    fn until(&self, at: usize) -> Option<(usize, usize)> {
        let end = at + 1;
        let Place { since, marks, .. } = self.places.get(end)?;
        if !marks.has(Marks::UNTIL) || *since > 1 || !self.beside_length(at, end) {
            return None;
        }
        let begin = (0..at)
            .rev()
            .take_while(|&k| self.places[k].sentence == self.places[at].sentence);
        let dated = begin.filter(|&k| self.beside_length(at, k));
        dated.map(|k| (k, end)).min_by_key(|&(a, b)| self.misfit(at, a, b))
    }

    /// "In 1627 he went to the college, where, after studying for four years, he took his
    /// degree in 1631".
    fn over_by(&self, at: usize) -> Option<(usize, usize)> {
        let (begin, end) = (at.checked_sub(1)?, at + 1);
        let after = self.places[at].marks.has(Marks::AFTER);
        let Place { since, marks, .. } = *self.places.get(end)?;
        let near =
            since <= REACH + 2 && !marks.has(Marks::BRACKET) && !marks.has(Marks::JOINED);
        let dated = [begin, end].iter().all(|&k| self.beside_length(at, k));
        let alone = begin.checked_sub(1).is_none_or(|k| !self.beside_length(at, k))
            && self.places.get(end + 1).is_none_or(|_| !self.beside_length(at, end + 1));
        (after && near && dated && alone).then_some((begin, end))
    }

    /// The two dates of its sentence that a length fits best, where it is said to sum them
    /// up: "began on A and ended on B, lasting 103 days", "from A to B, a total of 504 days".
    fn summed(&self, at: usize) -> Option<(usize, usize)> {
        let place = self.places[at];
        if !place.marks.has(Marks::LASTING) && !place.marks.has(Marks::SUM) {
            return None;
        }
        let same = |&k: &usize| self.places[k].sentence == place.sentence;
        let fine = |&k: &usize| {
            let end = self.ends[k].is_some() || self.ranged.contains(&(k as u32));
            self.beside_length(at, k) && (end || is_day(self.timex(k)))
        };
        let mut dates: Vec<usize> = (0..at).rev().take_while(same).filter(fine).collect();
        dates.reverse();
        let before = dates.len();
        dates.extend((at + 1..self.places.len()).take_while(same).filter(fine));
        if before == 0 || dates.len() > MOST_DATES {
            return None;
        }
        let pairs = dates
            .iter()
            .enumerate()
            .flat_map(|(n, &a)| dates[n + 1..].iter().map(move |&b| (a, b)));
        pairs.min_by_key(|&(a, b)| self.misfit(at, a, b))
    }

    /// Whether a date of the same sentence may be an end of a length.
    fn beside_length(&self, length: usize, date: usize) -> bool {
        let place = self.places[date];
        place.sentence == self.places[length].sentence
            && is_dated(self.timex(date))
            && !place.marks.has(Marks::UNREAL)
    }

    /// How many days a length is off the gap between two dates.
    fn misfit(&self, length: usize, begin: usize, end: usize) -> i64 {
        let days = |unit: Unit| match unit.measure() {
            Measure::Days(days) => days,
            Measure::Months(months) => f64::from(months) * 30.436_875,
        };
        let told =
            self.timex(length).length.map_or(0.0, |(_, most, unit)| most * days(unit));
        let day = |k: usize| self.timex(k).interval.map(|interval| interval.begin.0);
        day(begin)
            .zip(day(end))
            .map_or(i64::MAX, |(a, b)| (f64::from(b) - f64::from(a) - told).abs() as i64)
    }
}

fn statement(assertion: Assertion, span: Span) -> Statement {
    Statement { assertion, span, modality: Modality::Asserted, speaker: Speaker::Author }
}

/// The unit of a step ("the next day", "three weeks later"); none of what stays where it
/// is, or of a date that is named ("the next Monday").
fn step_of(timex: &Timex) -> Option<Unit> {
    let Anchor::Offset { amount, unit, .. } = timex.anchor else { return None };
    let written = timex.written;
    let named =
        written.weekday.is_some() || written.day.is_some() || written.month.is_some();
    (amount != 0 && unit >= Unit::Day && !named).then_some(unit)
}

/// Whether it is told to the day.
fn is_day(timex: &Timex) -> bool {
    timex.written.day.is_some() || derived(timex)
}

/// Whether it was reckoned in days from another.
fn derived(timex: &Timex) -> bool {
    let days = matches!(timex.anchor, Anchor::Offset { unit, .. }
        if (Unit::Day..=Unit::Fortnight).contains(&unit));
    days && timex.point.is_some_and(|p| matches!(p.field, Field::Day { .. }))
}

/// Whether it is a date in its own right.
fn is_dated(timex: &Timex) -> bool {
    let written = timex.written;
    timex.point.is_some()
        && (written.day.is_some() || written.month.is_some() || written.year.is_some())
        && matches!(timex.anchor, Anchor::None | Anchor::Carried(_) | Anchor::Document)
}
