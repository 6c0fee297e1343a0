//! Sources that are lost: where a witness can't have its readings from its likeliest parent alone.
//!
//! A copy departs from its model at random. If it departs from it time and again to what
//! witnesses read that are not copied from it, it had those readings before its
//! supposed model lost them, or from elsewhere: an error that is not handed down separates, as an
//! error in common joins (Maas 1927; Trovato 2014). Chance is reckoned with, above all where
//! the model is noisy.

use super::reading::{GAP, OUTSIDE, Readings};
use std::ops::Range;

/// How often two copyists depart from what they copy to the same reading by chance, per word.
const CHANCE: f64 = 5e-4;
/// How often one restores what his model alone has lost, per word.
const RESTORED: f64 = 1e-3;
/// How often noise makes another word, or none, of one, per misread word. More than is usual:
/// a source is not to be invented because a scanner was bad.
const GARBLED: f64 = 0.5;
/// Departures so improbable among all witnesses together are no chance.
const NO_CHANCE: f64 = 0.01;

/// A source that no witness is, inferred from what its copies have in common.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LostSource {
    /// The witness that it goes back to, if that is among those at hand.
    pub parent: Option<usize>,
    /// Those that go back to it, in order.
    pub copies: Vec<usize>,
}

/// The sources that have to be supposed beside a tree, as far as its edges are sure.
pub(crate) fn lost(
    readings: &Readings,
    parents: &[Option<usize>],
    sure: impl Fn(usize) -> bool,
) -> Vec<LostSource> {
    let tree = Tree { parents };
    let mut found: Vec<LostSource> = Vec::new();
    for (copy, &parent) in parents.iter().enumerate() {
        let Some(model) = parent.filter(|_| sure(copy)) else { continue };
        let departures = departures(readings, tree, model, copy);
        if !departures.are_chance(readings, model) {
            let source = source(tree, model, copy, departures.nearest());
            add(&mut found, tree, source);
        }
    }
    found.sort_by(|a, b| a.copies.cmp(&b.copies));
    found
}

/// Two that are copied from one lost source are both copied from it, however it was found.
fn add(found: &mut Vec<LostSource>, tree: Tree<'_>, source: LostSource) {
    let same = |other: &&mut LostSource| {
        source.copies.iter().any(|copy| other.copies.contains(copy))
    };
    let Some(other) = found.iter_mut().find(same) else { return found.push(source) };
    other.copies.extend(source.copies);
    other.copies.sort_unstable();
    other.copies.dedup();
    // The one nearer to the first is above all of them.
    other.parent = match (other.parent, source.parent) {
        (Some(a), Some(b)) if tree.up(a).count() <= tree.up(b).count() => Some(a),
        (Some(_), Some(b)) => Some(b),
        _ => None,
    };
    while let Some(parent) = other.parent.filter(|parent| other.copies.contains(parent)) {
        other.parent = tree.parents[parent];
    }
}

/// Where a lost source has its place: between the model and two of its copies that agree
/// against it, or beside a model that its supposed copy disagrees with in favour of older ones.
fn source(tree: Tree<'_>, model: usize, copy: usize, nearest: usize) -> LostSource {
    let (parent, other) = match tree.branch(model, nearest) {
        Some(branch) => (Some(model), branch),
        None => (tree.parents[model], model),
    };
    let mut copies = vec![copy, other];
    copies.sort_unstable();
    LostSource { parent, copies }
}

#[derive(Clone, Copy)]
struct Tree<'a> {
    parents: &'a [Option<usize>],
}

impl Tree<'_> {
    /// The witness and those above it.
    fn up(&self, from: usize) -> impl Iterator<Item = usize> {
        let next = |&at: &usize| self.parents[at];
        std::iter::successors(Some(from), next).take(self.parents.len())
    }

    /// The copy of `model` through which `witness` is copied from it.
    fn branch(&self, model: usize, witness: usize) -> Option<usize> {
        self.up(witness).find(|&at| self.parents[at] == Some(model))
    }
}

/// Where a copy departs from its model to what others read.
struct Departures {
    /// From what the model alone has, which may be noise, and from what others have, too.
    counts: [usize; 2],
    /// How often each witness has the reading.
    shared: Vec<usize>,
    words: Range<usize>,
}

fn departures(
    readings: &Readings,
    tree: Tree<'_>,
    model: usize,
    copy: usize,
) -> Departures {
    let outside: Vec<usize> = (0..readings.rows.len())
        .filter(|&other| tree.up(other).all(|above| above != copy))
        .collect();
    let [from, to] = [model, copy].map(|witness| readings.bounds[witness]);
    let words = from.0.max(to.0)..from.1.min(to.1);
    let mut found = Departures {
        counts: [0; 2],
        shared: vec![0; readings.rows.len()],
        words: words.clone(),
    };
    let mut in_gap = false;
    for column in words {
        let [old, new] = [model, copy].map(|witness| readings.rows[witness][column]);
        let gap = (old == GAP) != (new == GAP);
        let near = readings.kin[model][column] == readings.kin[copy][column];
        let departs = old != new && old != OUTSIDE && new != OUTSIDE && (gap || !near);
        if !departs {
            // A place where neither has a word parts no run.
            in_gap &= old == GAP;
            continue;
        }
        if !(gap && std::mem::replace(&mut in_gap, gap)) {
            let lone = readings.lone[model][column];
            found.add(readings, &outside, column, new, lone);
        }
        in_gap = gap;
    }
    found
}

impl Departures {
    fn add(
        &mut self,
        readings: &Readings,
        outside: &[usize],
        column: usize,
        reading: u32,
        lone: bool,
    ) {
        let has = |witness: &&usize| readings.rows[**witness][column] == reading;
        let mut any = false;
        for &witness in outside.iter().filter(has) {
            self.shared[witness] += 1;
            any = true;
        }
        self.counts[usize::from(!lone)] += usize::from(any);
    }

    /// The first of the witnesses that have most of the readings.
    fn nearest(&self) -> usize {
        let most = self.shared.iter().max();
        self.shared.iter().position(|shared| Some(shared) == most).unwrap_or_default()
    }

    /// Whether so many are to be expected.
    #[expect(clippy::cast_precision_loss, reason = "words of a passage")]
    fn are_chance(&self, readings: &Readings, model: usize) -> bool {
        let words = self.words.len() as f64;
        let [lone, common] = self.counts;
        let noise = GARBLED * readings.noise[model];
        let others = GARBLED * readings.noise.iter().sum::<f64>();
        // Each witness is another chance to be deceived.
        let least = NO_CHANCE / readings.noise.len() as f64;
        tail(words * (RESTORED + noise), lone) > least
            && tail(words * (CHANCE + noise * others / 2.0), common) > least
    }
}

/// How likely at least `count` events are where so many are expected (Poisson).
#[expect(clippy::cast_precision_loss, reason = "words of a passage")]
fn tail(expected: f64, count: usize) -> f64 {
    let mut term = (-expected).exp();
    let mut below = 0.0;
    for count in 0..count {
        below += term;
        term *= expected / (count + 1) as f64;
    }
    1.0 - below
}
