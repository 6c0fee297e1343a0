//! A case: what was written in a case file, checked and with its names resolved.
//!
//! Sources, items and hypotheses are held by their place in the file. A case can only be had
//! from a file that has no error in it, so that all of these places exist.

use crate::{Estimate, Scale, Weight};

/// Rival hypotheses, the evidence that bears on them, and where it comes from.
#[derive(Clone, Debug)]
pub struct Case {
    pub(crate) question: String,
    pub(crate) date: Option<String>,
    pub(crate) note: Option<String>,
    pub(crate) scale: Scale,
    /// Whether any probability is given in words.
    pub(crate) has_words: bool,
    /// A hypothesis is out when a rival leads it by more than this under all admissible
    /// inputs.
    pub(crate) threshold: f64,
    pub(crate) none_of_these: Estimate,
    pub(crate) hypotheses: Vec<Hypothesis>,
    pub(crate) sources: Vec<Source>,
    pub(crate) items: Vec<Item>,
    pub(crate) groups: Vec<Group>,
    pub(crate) tests: Vec<Test>,
    pub(crate) assessors: Vec<Assessor>,
}

#[derive(Clone, Debug)]
pub(crate) struct Hypothesis {
    pub(crate) key: String,
    pub(crate) say: String,
    pub(crate) weight: Weight,
}

#[derive(Clone, Debug)]
pub(crate) struct Source {
    pub(crate) key: String,
    pub(crate) say: String,
    pub(crate) cite: Option<String>,
    /// The chance that it reports what happened.
    pub(crate) accuracy: Estimate,
    /// The chance that it would tell the same if it is not accurate.
    pub(crate) anyway: Estimate,
    /// The chance that its statements stand or fall together.
    pub(crate) together: Estimate,
    /// Its text, relative to the case.
    pub(crate) file: Option<String>,
}

#[derive(Clone, Debug)]
pub(crate) struct Item {
    pub(crate) key: String,
    pub(crate) say: String,
    pub(crate) source: usize,
    /// For each hypothesis, the chance that the content is true under it.
    pub(crate) given: Vec<Estimate>,
    /// Where its words stand.
    pub(crate) place: Option<Place>,
}

/// Quoted words in an account or a source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) file: String,
    pub(crate) words: String,
}

/// Items that are not independent.
#[derive(Clone, Debug)]
pub(crate) struct Group {
    pub(crate) kind: Kind,
    /// Those whose telling may come from elsewhere; of copies, without the origin.
    pub(crate) members: Vec<usize>,
    pub(crate) chance: Estimate,
    /// Why they are taken to depend.
    pub(crate) because: Option<String>,
    /// Words that they share.
    pub(crate) passage: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Kind {
    /// With the group's chance, the members merely repeat the origin.
    Copy { origin: usize },
    /// With the group's chance, one failure made all members, which would then tell the same
    /// with this chance whatever happened.
    CommonFailure { anyway: Estimate },
}

/// What has not been looked at yet.
#[derive(Clone, Debug)]
pub(crate) struct Test {
    pub(crate) name: String,
    /// For each hypothesis, the chance that it would be found.
    pub(crate) given: Vec<Estimate>,
}

/// One of several persons who judge the same case.
#[derive(Clone, Debug)]
pub(crate) struct Assessor {
    pub(crate) key: String,
    pub(crate) say: String,
    /// In the pool, relative to the others.
    pub(crate) weight: f64,
    pub(crate) none_of_these: Option<Estimate>,
    pub(crate) prior: Vec<(usize, Weight)>,
    pub(crate) given: Vec<Judgement>,
    /// Direct judgements of the hypotheses, with "none of these" last.
    pub(crate) belief: Option<Vec<f64>>,
}

/// How likely an item is under a hypothesis, as an assessor sees it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Judgement {
    pub(crate) item: usize,
    pub(crate) hypothesis: usize,
    pub(crate) chance: Estimate,
}

impl Case {
    /// What the hypotheses answer.
    pub fn question(&self) -> &str {
        &self.question
    }

    /// Which ranges its words stand for.
    pub const fn scale(&self) -> Scale {
        self.scale
    }

    /// Whether any probability is given in words.
    pub const fn has_words(&self) -> bool {
        self.has_words
    }

    /// The keys of the hypotheses, in the order of the file.
    pub fn hypotheses(&self) -> impl ExactSizeIterator<Item = &str> {
        self.hypotheses.iter().map(|hypothesis| hypothesis.key.as_str())
    }

    /// The keys of the sources, in the order of the file.
    pub fn sources(&self) -> impl ExactSizeIterator<Item = &str> {
        self.sources.iter().map(|source| source.key.as_str())
    }

    /// The keys of the items of evidence, in the order of the file.
    pub fn items(&self) -> impl ExactSizeIterator<Item = &str> {
        self.items.iter().map(|item| item.key.as_str())
    }

    /// For each item of evidence, in the order of the file, how likely it is under each
    /// hypothesis.
    pub fn given(&self) -> impl ExactSizeIterator<Item = &[Estimate]> {
        self.items.iter().map(|item| item.given.as_slice())
    }

    /// The case as an assessor sees it.
    pub(crate) fn seen_by(&self, assessor: &Assessor) -> Case {
        let mut case = self.clone();
        case.assessors.clear();
        if let Some(none) = assessor.none_of_these {
            case.none_of_these = none;
        }
        for &(hypothesis, weight) in &assessor.prior {
            case.hypotheses[hypothesis].weight = weight;
        }
        for &Judgement { item, hypothesis, chance } in &assessor.given {
            case.items[item].given[hypothesis] = chance;
        }
        case
    }
}

/// What the place of "none of these" is called.
pub const NONE_OF_THESE: &str = "none of these";

impl Case {
    /// The key of a hypothesis; beyond the last stands "none of these".
    pub(crate) fn name(&self, hypothesis: usize) -> &str {
        self.hypotheses.get(hypothesis).map_or(NONE_OF_THESE, |named| named.key.as_str())
    }
}

impl Group {
    /// All items, the origin of copies first.
    pub(crate) fn items(&self) -> impl Iterator<Item = usize> + '_ {
        let origin = match self.kind {
            Kind::Copy { origin } => Some(origin),
            Kind::CommonFailure { .. } => None,
        };
        origin.into_iter().chain(self.members.iter().copied())
    }
}
