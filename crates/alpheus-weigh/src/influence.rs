//! What the result rests on: the items, and the sources.

use crate::{
    case::Case, model::Input, odds::Odds, posterior::first_max, weigher::Weigher,
};
use serde::Serialize;

/// Which hypothesis something speaks for most, and against which.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Lean {
    /// The hypothesis that it favours most.
    #[serde(rename = "for")]
    pub favours: String,
    /// The hypothesis that it favours least.
    pub against: String,
    /// How many times likelier it is under the first; infinite (`null` in JSON) if it is
    /// impossible under the second.
    #[cfg_attr(feature = "typescript", ts(type = "number | null"))]
    pub ratio: f64,
    /// The logarithm of the ratio, to the base of 10.
    #[cfg_attr(feature = "typescript", ts(type = "number | null"))]
    pub log10: f64,
}

/// What one item does.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ItemInfluence {
    /// Its key.
    pub key: String,
    /// What it says.
    pub say: String,
    /// Its source.
    pub source: String,
    /// What it adds to everything else.
    pub in_place: Lean,
    /// What it would say if nothing else were known.
    pub alone: Lean,
}

/// What is left without one source.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct SourceInfluence {
    /// Its key.
    pub key: String,
    /// What it is.
    pub say: String,
    /// The key of its reference.
    pub cite: Option<String>,
    /// The chance that it is accurate, as the case has it.
    pub accuracy: f64,
    /// The same after all the evidence. Absent where its statements stand apart.
    pub accuracy_after: Option<f64>,
    /// The posterior without it, "none of these" last.
    pub posterior: Vec<f64>,
    /// Who leads without it.
    pub leader: String,
    /// Who is not out without it. Absent where it is tied to others by so many ranges that
    /// this is not reckoned anew.
    pub survivors: Option<Vec<String>>,
    /// The most by which the chance of anything differs without it.
    pub distance: f64,
}

/// How many sources the leader rests on.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Fewest {
    /// Without these another leads; no fewer do.
    Sources(Vec<String>),
    /// No three sources are enough.
    MoreThan(usize),
    /// Not even without all of them.
    Never,
}

/// In a block with more ranged inputs than this, trying all corners once for each source that
/// is left out would take too long.
const MOST_RANGED: usize = 12;
/// More sources than these are not taken away together.
const MOST_TAKEN: usize = 3;

impl Weigher<'_> {
    pub(crate) fn item_influences(&self) -> Vec<ItemInfluence> {
        self.items().map(|item| self.item_influence(item)).collect()
    }

    fn item_influence(&self, at: usize) -> ItemInfluence {
        let case = self.model.case;
        let item = &case.items[at];
        let mut aside = self.aside.clone();
        aside[at] = true;
        let without = self.without(&self.blocks_of(&[item.source]), &aside);
        let in_place: Vec<f64> =
            self.ln.iter().zip(without).map(|(all, less)| all - less).collect();
        ItemInfluence {
            key: item.key.clone(),
            say: item.say.clone(),
            source: case.sources[item.source].key.clone(),
            in_place: lean(case, &in_place),
            alone: lean(case, &self.alone(at)),
        }
    }

    /// The logarithms of the chances that an item would be told.
    pub(crate) fn alone(&self, item: usize) -> Vec<f64> {
        let source = self.model.case.items[item].source;
        let get = |input| self.model.get(&self.point, input);
        let (accuracy, anyway) =
            (get(Input::Accuracy(source)), get(Input::Anyway(source)));
        let told = |hypothesis| {
            let given = get(Input::Given { item, hypothesis });
            (accuracy * given + (1.0 - accuracy) * anyway).ln()
        };
        (0..self.ln.len()).map(told).collect()
    }

    pub(crate) fn source_influences(&self, odds: &Odds) -> Vec<SourceInfluence> {
        self.sources().into_iter().map(|at| self.source_influence(at, odds)).collect()
    }

    fn source_influence(&self, at: usize, odds: &Odds) -> SourceInfluence {
        let case = self.model.case;
        let source = &case.sources[at];
        let aside = self.aside_with(&[at]);
        let blocks = self.blocks_of(&[at]);
        let posterior = self.of(&self.without(&blocks, &aside));
        let survivors =
            (self.model.blocks[blocks[0]].ranged.len() <= MOST_RANGED).then(|| {
                let out = odds.with(self.model, blocks[0], &aside).eliminated(self.model);
                let survives = |h: &usize| out[*h].is_none();
                let all = (0..self.ln.len()).filter(survives);
                all.map(|h| case.name(h).to_owned()).collect()
            });
        SourceInfluence {
            key: source.key.clone(),
            say: source.say.clone(),
            cite: source.cite.clone(),
            accuracy: self.model.get(&self.point, Input::Accuracy(at)),
            accuracy_after: self.accuracy_after(at),
            leader: case.name(posterior.leader()).to_owned(),
            survivors,
            distance: self.posterior.distance(&posterior),
            posterior: posterior.shares().collect(),
        }
    }

    /// The fewest sources without which another hypothesis leads.
    pub(crate) fn fewest(&self) -> Fewest {
        let sources = self.sources();
        for count in 1..=MOST_TAKEN.min(sources.len()) {
            let mut chosen = Vec::new();
            if self.flips(&sources, count, &mut chosen) {
                let key = |&source: &usize| self.model.case.sources[source].key.clone();
                return Fewest::Sources(chosen.iter().map(key).collect());
            }
        }
        if sources.len() > MOST_TAKEN {
            Fewest::MoreThan(MOST_TAKEN)
        } else {
            Fewest::Never
        }
    }

    /// Whether so many more of these sources, with those chosen already, change the leader;
    /// the first that do are left in `chosen`.
    fn flips(&self, sources: &[usize], count: usize, chosen: &mut Vec<usize>) -> bool {
        if count == 0 {
            let aside = self.aside_with(chosen);
            let ln = self.without(&self.blocks_of(chosen), &aside);
            return self.of(&ln).leader() != self.posterior.leader();
        }
        for (at, &source) in sources.iter().enumerate() {
            chosen.push(source);
            if self.flips(&sources[at + 1..], count - 1, chosen) {
                return true;
            }
            chosen.pop();
        }
        false
    }
}

/// The pair of hypotheses that something tells apart best, from the logarithms of its
/// factors. Those that are out already say nothing.
pub(crate) fn lean(case: &Case, factors: &[f64]) -> Lean {
    let known: Vec<usize> =
        (0..factors.len()).filter(|&h| !factors[h].is_nan()).collect();
    let best = known.get(first_max(known.iter().map(|&h| factors[h]))).copied();
    let worst = known.get(first_max(known.iter().map(|&h| -factors[h]))).copied();
    let (best, worst) = (best.unwrap_or(0), worst.unwrap_or(0));
    let apart = factors[best] - factors[worst];
    let apart = if apart.is_nan() { 0.0 } else { apart };
    Lean {
        favours: case.name(best).to_owned(),
        against: case.name(worst).to_owned(),
        ratio: apart.exp(),
        log10: apart / std::f64::consts::LN_10,
    }
}
