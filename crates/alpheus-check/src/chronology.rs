//! The account's network of days: what is told of them, and the steps between them.
//!
//! Every date that a statement links is a variable of one simple temporal network, bound to
//! the days that the text gives it; a date that is itself reckoned ("the next day") is bound
//! to the one it is reckoned from instead. A step that the network can't take in closes a
//! negative cycle, and the statements on the cycle are the conflict.

use alpheus_time::{
    Anchor, Timex, Unit,
    interval::Measure,
    network::{Network, Variable},
};
use std::collections::BTreeMap;

/// What a constraint came from: a time expression, or the step being added.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Source {
    /// The time expression with this index.
    Time(u32),
    /// The step itself.
    Step,
}

/// The days of an account.
pub(crate) struct Chronology<'a> {
    timexes: &'a [Timex],
    network: Network,
    origin: Variable,
    days: BTreeMap<u32, Variable>,
}

const STEP: u32 = u32::MAX;

impl<'a> Chronology<'a> {
    pub(crate) fn new(timexes: &'a [Timex]) -> Self {
        let mut network = Network::new();
        let origin = network.variable();
        Chronology { timexes, network, origin, days: BTreeMap::new() }
    }

    /// Says that `to` lies `bounds` days after `from`.
    ///
    /// # Errors
    /// What it conflicts with. `None` where a date has no days, so that nothing can be told.
    pub(crate) fn step(
        &mut self,
        from: u32,
        to: u32,
        bounds: (i64, i64),
    ) -> Option<Result<(), Vec<Source>>> {
        let (from, to) = (self.day(from)?, self.day(to)?);
        let added = self.network.add(from, to, bounds.0, bounds.1, STEP);
        Some(added.map_err(|conflict| {
            let source =
                |&tag: &u32| if tag == STEP { Source::Step } else { Source::Time(tag) };
            conflict.tags.iter().map(source).collect()
        }))
    }

    /// The variable of a time expression, bound to what is told of it.
    fn day(&mut self, time: u32) -> Option<Variable> {
        // A chain of steps is laid from its far end, so that a long one needs no stack.
        let mut chain = vec![time];
        while let Some((before, _)) = self.reckoned(*chain.last()?) {
            if self.days.contains_key(&before) {
                break;
            }
            chain.push(before);
        }
        for time in chain.into_iter().rev() {
            if !self.days.contains_key(&time) {
                self.bind(time)?;
            }
        }
        self.days.get(&time).copied()
    }

    fn bind(&mut self, time: u32) -> Option<()> {
        let base = match self.reckoned(time) {
            Some((before, days)) => Some((*self.days.get(&before)?, days)),
            None => None,
        };
        let interval = self.timexes[time as usize].interval;
        let day = self.network.variable();
        let (from, (min, max)) = if let Some((before, days)) = base {
            (before, (days, days))
        } else {
            let (first, after) = interval?.hull();
            (self.origin, (i64::from(first), i64::from(after) - 1))
        };
        self.network.add(from, day, min, max, time).ok()?;
        self.days.insert(time, day);
        Some(())
    }

    /// What a date is reckoned from in days, and by how many.
    fn reckoned(&self, time: u32) -> Option<(u32, i64)> {
        let timex = &self.timexes[time as usize];
        let Anchor::Offset { from: Some(from), amount, unit } = timex.anchor else {
            return None;
        };
        let Measure::Days(length) = unit.measure() else { return None };
        let day = self.timexes[from as usize].point.is_some();
        (from < time && unit >= Unit::Day && day)
            .then(|| (from, (f64::from(amount) * length) as i64))
    }
}
