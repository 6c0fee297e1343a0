//! Lineage: who copied a passage from whom.
//!
//! The witnesses of a cluster are aligned word by word; at each place where they differ, what they
//! have in common against others speaks for a common descent, as errors in common do in
//! textual criticism (Lachmann; Maas 1927; Trovato 2014). Each witness as a copy of each other
//! has a likelihood; dates rule out that the earlier was copied from the later; and all trees
//! together, each with its weight, say how sure a parent is. Where no parent has most of the
//! weight, it can't be told. `docs/lineage.md` tells the method, its sources and its limits.

mod block;
mod branching;
mod copying;
mod date;
mod frame;
mod lost;
mod reading;
mod show;
#[cfg(any(test, feature = "simulate"))]
pub mod simulate;
mod support;
mod vocabulary;

pub use copying::Changes;
pub use date::Dates;
pub use lost::LostSource;
pub use show::{GRAPHML, Label, dependences, dot, graphml, json, text};

use rayon::prelude::*;
use reading::Readings;
use support::{Support, Weights};
use vocabulary::Vocabulary;

/// One text of a passage.
#[derive(Clone, Copy, Debug)]
pub struct Witness<'t> {
    /// The passage as this witness has it.
    pub text: &'t str,
    /// When it was made, if that is known.
    pub dates: Option<Dates>,
}

/// When a parent is told.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Options {
    /// The share of all trees, by weight, that a parent has to have.
    pub sure: f64,
    /// Of more witnesses than this nothing is told: the work grows with the fourth power.
    pub most_witnesses: usize,
}

impl Default for Options {
    fn default() -> Self {
        Options { sure: 0.8, most_witnesses: 300 }
    }
}

/// Where a witness comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Parent {
    /// From none of the others: it is the first of those at hand.
    First,
    /// From another witness.
    Witness(usize),
    /// From a lost source, by its number in [`Lineage::lost`].
    Lost(usize),
    /// It can't be told.
    Unknown,
}

/// What is known of the origin of a witness.
#[derive(Clone, Debug, PartialEq)]
pub struct Descent {
    /// Where it comes from, if that can be told.
    pub parent: Parent,
    /// The likeliest parent in the best tree; none for the first.
    pub likeliest: Option<usize>,
    /// The likeliest parent's share among all trees, from 0 to 1.
    pub support: f64,
    /// The next likely one (none: that it is the first) and its share.
    pub second: Option<(Option<usize>, f64)>,
    /// What it has otherwise than the likeliest parent.
    pub changes: Option<Changes>,
}

/// Two witnesses of which one is copied from the other, whichever that is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Link {
    /// Both, the lower number first.
    pub witnesses: [usize; 2],
    /// The share among all trees, from 0 to 1.
    pub support: f64,
}

/// The descent of all witnesses of a passage.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lineage {
    /// By witness.
    pub descents: Vec<Descent>,
    /// Sources that have to be supposed though no witness is one.
    pub lost: Vec<LostSource>,
    /// Which two are model and copy, as far as that is sure.
    pub links: Vec<Link>,
}

/// The whole evidence of a copy is not independent word by word: a passage is damaged, revised
/// and set in stretches. Of the logarithm of the likelihood so much counts.
const EVIDENCE: f64 = 0.3;
/// By how much less it counts where words are misread: damage that is taken for a variant comes
/// in stretches, too.
const DAMAGED: f64 = 10.0;

/// The lineage of the witnesses of one passage.
///
/// # Example: an error in common
/// ```
/// use alpheus_trace::lineage::{Dates, Options, Parent, Witness, lineage};
/// let texts = [
///     "The bridge over the river was opened in May by the mayor of the town and his wife, \
///      and forty guests walked across it to the far bank, where a band played until dusk",
///     "The bridge over the river was opened in March by the colonel of the town and his wife, \
///      and fourteen guests walked across it to the other bank, where a band sang until noon",
///     "The bridge across the river was opened in March by the colonel of the town and his wife, \
///      and fourteen guests walked over to the other bank, where a band sang until noon",
/// ];
/// let dates = ["1851-06-01", "1851-06-09", "1851-06-20"];
/// let witness = |(text, date)| Witness { text, dates: Dates::read(date) };
/// let witnesses: Vec<Witness<'_>> = texts.into_iter().zip(dates).map(witness).collect();
/// let found = lineage(&witnesses, Options::default());
/// assert_eq!(found.descents[1].parent, Parent::Witness(0));
/// assert_eq!(found.descents[2].parent, Parent::Witness(1));
/// ```
pub fn lineage(witnesses: &[Witness<'_>], options: Options) -> Lineage {
    if witnesses.len() > options.most_witnesses {
        return untold(witnesses.len());
    }
    let mut vocabulary = Vocabulary::default();
    let words: Vec<Vec<u32>> =
        witnesses.iter().map(|witness| vocabulary.read(witness.text)).collect();
    let mut columns = frame::frame(&words, &mut vocabulary);
    frame::mend(&mut columns, &mut vocabulary);
    let readings = reading::readings(&columns, witnesses.len(), &mut vocabulary);
    let weights = weights(&readings, witnesses);
    let support = support::support(&weights);
    let tree = branching::branching(&weights);
    let sure = |copy: usize| share(&support, copy, tree[copy]) >= options.sure;
    let lost = lost::lost(&readings, &tree, sure);
    let parent = |copy: usize| {
        let source = lost.iter().position(|source| source.copies.contains(&copy));
        match (source, tree[copy]) {
            (Some(source), _) => Parent::Lost(source),
            _ if !sure(copy) => Parent::Unknown,
            (_, Some(model)) => Parent::Witness(model),
            (_, None) => Parent::First,
        }
    };
    let descent = |copy: usize| Descent {
        parent: parent(copy),
        likeliest: tree[copy],
        support: share(&support, copy, tree[copy]),
        second: second(&support, copy, tree[copy]),
        changes: tree[copy].map(|model| copying::compare(&readings, model, copy).1),
    };
    let descents = (0..witnesses.len()).map(descent).collect();
    Lineage { descents, lost, links: links(&support, options.sure) }
}

/// What is said of too many witnesses.
fn untold(count: usize) -> Lineage {
    let unknown = Descent {
        parent: Parent::Unknown,
        likeliest: None,
        support: 0.0,
        second: None,
        changes: None,
    };
    Lineage { descents: vec![unknown; count], ..Lineage::default() }
}

/// The weight of each witness as a copy of each other that is not later than it.
#[expect(clippy::cast_precision_loss, reason = "far fewer than 2^52 witnesses")]
fn weights(readings: &Readings, witnesses: &[Witness<'_>]) -> Weights {
    let count = witnesses.len();
    let noise = readings.noise.iter().sum::<f64>() / readings.noise.len().max(1) as f64;
    let evidence = EVIDENCE / (1.0 + DAMAGED * noise);
    let weight = |copy: usize, model: usize| {
        let dates = witnesses[model].dates.zip(witnesses[copy].dates);
        let later = dates.is_some_and(|(model, copy)| model.after(copy));
        let possible = model != copy && !later;
        possible.then(|| evidence * copying::compare(readings, model, copy).0)
    };
    let models = (0..count)
        .into_par_iter()
        .map(|copy| (0..count).map(|model| weight(copy, model)).collect())
        .collect();
    Weights { models, root: vec![0.0; count] }
}

/// The share of a parent, or of none.
fn share(support: &Support, copy: usize, parent: Option<usize>) -> f64 {
    parent.map_or(support.root[copy], |model| support.models[copy][model])
}

/// The likeliest parent but for one, and its share.
fn second(
    support: &Support,
    copy: usize,
    first: Option<usize>,
) -> Option<(Option<usize>, f64)> {
    let models = (0..support.root.len()).filter(|&model| model != copy).map(Some);
    let parents = models.chain([None]).filter(|&parent| parent != first);
    let shares = parents.map(|parent| (parent, share(support, copy, parent)));
    shares.filter(|(_, share)| *share > 0.0).reduce(|a, b| if b.1 > a.1 { b } else { a })
}

fn links(support: &Support, sure: f64) -> Vec<Link> {
    let count = support.root.len();
    let pairs = (0..count).flat_map(|a| (a + 1..count).map(move |b| [a, b]));
    let link = |[a, b]: [usize; 2]| Link {
        witnesses: [a, b],
        support: support.models[a][b] + support.models[b][a],
    };
    pairs.map(link).filter(|link| link.support >= sure).collect()
}

#[cfg(test)]
mod tests;
