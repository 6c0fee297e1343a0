//! The likelihoods: how well each hypothesis accounts for everything that was told.
//!
//! A source is accurate with some chance, and then tells what is true; if it is not, it tells
//! the same story whatever happened, with the chance `anyway`. Its statements stand or fall
//! together (one accuracy for all of them) with the chance `together`, and else each has its
//! own. Members of a group lose their own voice when its switch is on: they were copied, or
//! came out of one failure.
//!
//! Given the switches, sources are independent. So the likelihood is a product over *blocks*,
//! the sets of sources that switches tie together, and within a block a sum over the
//! positions of its switches. It is the sum over all states of the Bayesian network that
//! [`crate::network`] builds of the same case, and is tested against that.
//!
//! Each shared input (accuracy, anyway, together, chance) enters the likelihoods linearly, on
//! which the [bounds](crate::bounds) rest. To keep this where a source's statements may stand
//! apart, each of them has inputs of its own there; they are moved together with the source's
//! in every result but the bounds.

use crate::{
    Case, Estimate,
    case::{Group, Kind},
    ln::{self, Product},
};

/// A case, laid out for reckoning.
#[derive(Debug)]
pub struct Model<'c> {
    pub(crate) case: &'c Case,
    params: Vec<Param>,
    pub(crate) bundles: Vec<Bundle>,
    pub(crate) blocks: Vec<Block>,
}

/// A number that a case leaves open, or fixes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Input {
    /// The chance that a source reports what happened.
    Accuracy(usize),
    /// The chance that a source tells the same if it is not accurate.
    Anyway(usize),
    /// The chance that a source's statements stand or fall together.
    Together(usize),
    /// The chance that the members of a group depend.
    Chance(usize),
    /// The chance that a common failure tells the same.
    Failure(usize),
    /// How likely an item is under a hypothesis.
    Given {
        /// The item.
        item: usize,
        /// The hypothesis.
        hypothesis: usize,
    },
    /// The prior of "none of these".
    NoneOfThese,
    /// The prior weight of a hypothesis.
    Weight(usize),
}

/// A shared input, as the likelihoods have it.
#[derive(Debug)]
struct Param {
    input: Input,
    estimate: Estimate,
}

/// The statements of one source.
#[derive(Debug)]
pub(crate) struct Bundle {
    pub(crate) accuracy: usize,
    pub(crate) anyway: usize,
    pub(crate) together: usize,
    pub(crate) told: Vec<Told>,
}

/// A statement, with its inputs where it stands apart from the others of its source.
#[derive(Debug)]
pub(crate) struct Told {
    pub(crate) item: usize,
    accuracy: usize,
    anyway: usize,
    /// The switch of its block that silences it.
    switch: Option<usize>,
}

/// Sources that have to be reckoned together.
#[derive(Debug, Default)]
pub(crate) struct Block {
    pub(crate) bundles: Vec<usize>,
    switches: Vec<Switch>,
    /// The ranged inputs that the block depends on.
    pub(crate) ranged: Vec<usize>,
}

impl Block {
    /// How many switches it has.
    pub(crate) fn switches(&self) -> usize {
        self.switches.len()
    }
}

/// A group, as a block has it.
#[derive(Debug)]
struct Switch {
    chance: usize,
    anyway: Option<usize>,
    members: Vec<usize>,
}

/// A value for every input.
#[derive(Clone, Debug)]
pub struct Values {
    pub(crate) params: Vec<f64>,
    /// By item, then by hypothesis.
    pub(crate) given: Vec<f64>,
    pub(crate) none: f64,
    pub(crate) weights: Vec<f64>,
}

/// Which items are set aside.
pub(crate) type Aside = [bool];

/// More switches than this in one block are refused when a case is read: each doubles the
/// work.
pub(crate) const MOST_SWITCHES: usize = 10;
/// More ranged inputs than this in one block are refused: a corner is a number of 64 bits.
pub(crate) const MOST_RANGED: usize = 60;

impl<'c> Model<'c> {
    /// Lays out a case.
    pub fn new(case: &'c Case) -> Self {
        let mut params = Params(Vec::new());
        let mut bundles: Vec<Bundle> =
            (0..case.sources.len()).map(|s| params.bundle(case, s)).collect();
        let blocks = blocks(case, &mut bundles, &mut params);
        let mut model = Model { case, params: params.0, bundles, blocks };
        for block in 0..model.blocks.len() {
            model.blocks[block].ranged = model.ranged(block);
        }
        model
    }

    /// All inputs, those that are one number too.
    pub fn inputs(&self) -> Vec<Input> {
        let mut inputs: Vec<Input> =
            self.params.iter().map(|param| param.input).collect();
        inputs.sort();
        inputs.dedup();
        let hypotheses = self.case.hypotheses.len();
        let pairs = (0..self.case.items.len()).flat_map(|item| {
            (0..hypotheses).map(move |hypothesis| Input::Given { item, hypothesis })
        });
        inputs.extend(pairs);
        inputs.push(Input::NoneOfThese);
        inputs.extend((0..hypotheses).map(Input::Weight));
        inputs
    }

    /// The least and the most that an input may be.
    pub fn range(&self, input: Input) -> (f64, f64) {
        if let Input::Weight(hypothesis) = input {
            let weight = self.case.hypotheses[hypothesis].weight;
            return (weight.lo(), weight.hi());
        }
        let estimate = self.estimate(input);
        (estimate.lo(), estimate.hi())
    }

    /// What is known of an input that is a probability; nothing of a weight.
    pub(crate) fn estimate(&self, input: Input) -> Estimate {
        let case = self.case;
        match input {
            Input::Accuracy(source) => case.sources[source].accuracy,
            Input::Anyway(source) => case.sources[source].anyway,
            Input::Together(source) => together(case, source),
            Input::Chance(group) => case.groups[group].chance,
            Input::Failure(group) => failure(&case.groups[group]),
            Input::Given { item, hypothesis } => case.items[item].given[hypothesis],
            Input::NoneOfThese => case.none_of_these,
            Input::Weight(_) => Estimate::ONE,
        }
    }

    /// The values that stand for the inputs: the middle of each range, the mean of each
    /// distribution.
    pub fn point(&self) -> Values {
        self.values(|input| match input {
            Input::Weight(hypothesis) => self.case.hypotheses[hypothesis].weight.point(),
            input => self.estimate(input).point(),
        })
    }

    /// The values that a function gives; it is asked once for each input.
    pub fn values(&self, mut of: impl FnMut(Input) -> f64) -> Values {
        let mut params = vec![0.0; self.params.len()];
        let mut last: Option<(Input, f64)> = None;
        let mut order: Vec<usize> = (0..params.len()).collect();
        order.sort_by_key(|&param| self.params[param].input);
        for param in order {
            let input = self.params[param].input;
            let value = match last {
                Some((same, value)) if same == input => value,
                _ => of(input),
            };
            last = Some((input, value));
            params[param] = value;
        }
        let hypotheses = self.case.hypotheses.len();
        let given = (0..self.case.items.len() * hypotheses).map(|at| Input::Given {
            item: at / hypotheses,
            hypothesis: at % hypotheses,
        });
        Values {
            params,
            given: given.map(&mut of).collect(),
            none: of(Input::NoneOfThese),
            weights: (0..hypotheses).map(|h| of(Input::Weight(h))).collect(),
        }
    }

    /// Sets an input to a value.
    pub fn set(&self, values: &mut Values, input: Input, value: f64) {
        match input {
            Input::Given { item, hypothesis } => {
                values.given[item * self.case.hypotheses.len() + hypothesis] = value;
            }
            Input::NoneOfThese => values.none = value,
            Input::Weight(hypothesis) => values.weights[hypothesis] = value,
            shared => {
                let mine = |(_, param): &(usize, &Param)| param.input == shared;
                for (at, _) in self.params.iter().enumerate().filter(mine) {
                    values.params[at] = value;
                }
            }
        }
    }

    /// The value that an input has.
    pub(crate) fn get(&self, values: &Values, input: Input) -> f64 {
        match input {
            Input::Given { item, hypothesis } => {
                values.given[item * self.case.hypotheses.len() + hypothesis]
            }
            Input::NoneOfThese => values.none,
            Input::Weight(hypothesis) => values.weights[hypothesis],
            shared => {
                let at = self.params.iter().position(|param| param.input == shared);
                at.map_or(f64::NAN, |at| values.params[at])
            }
        }
    }

    /// Whether the likelihoods are linear in an input: not where a source's statements may
    /// stand apart, for there its accuracy enters once for each.
    pub(crate) fn is_linear(&self, input: Input) -> bool {
        self.params.iter().filter(|param| param.input == input).count() <= 1
    }

    pub(crate) fn param(&self, at: usize) -> Estimate {
        self.params[at].estimate
    }

    /// Nothing set aside.
    pub(crate) fn nothing(&self) -> Vec<bool> {
        vec![false; self.case.items.len()]
    }

    /// The items of some sources set aside.
    pub(crate) fn without(&self, sources: &[usize]) -> Vec<bool> {
        self.case.items.iter().map(|item| sources.contains(&item.source)).collect()
    }

    /// The block that a source is in.
    pub(crate) fn block_of(&self, source: usize) -> usize {
        let found = self.blocks.iter().position(|block| block.bundles.contains(&source));
        found.expect("every source is in a block")
    }

    /// The logarithm of each hypothesis's likelihood.
    pub fn likelihoods(&self, values: &Values) -> Vec<f64> {
        self.likelihoods_without(values, &self.nothing())
    }

    pub(crate) fn likelihoods_without(&self, values: &Values, aside: &Aside) -> Vec<f64> {
        let one = |hypothesis| {
            let blocks = self.blocks.iter();
            blocks.map(|block| self.ln_block(block, values, hypothesis, aside)).sum()
        };
        (0..self.case.hypotheses.len()).map(one).collect()
    }

    /// The logarithm of a block's likelihood under a hypothesis: a sum over the positions of
    /// its switches.
    pub(crate) fn ln_block(
        &self,
        block: &Block,
        values: &Values,
        hypothesis: usize,
        aside: &Aside,
    ) -> f64 {
        let mut total = f64::NEG_INFINITY;
        for on in 0..1_u32 << block.switches.len() {
            let mut ln = ln_switches(block, on, values, aside);
            for &bundle in &block.bundles {
                if ln == f64::NEG_INFINITY {
                    break;
                }
                let own = |told: &&Told| {
                    !aside[told.item] && told.switch.is_none_or(|bit| on >> bit & 1 == 0)
                };
                ln += self.ln_bundle(&self.bundles[bundle], own, values, hypothesis);
            }
            total = ln::add(total, ln);
        }
        total
    }

    /// The logarithm of the likelihood of those statements of a source that are its own.
    fn ln_bundle(
        &self,
        bundle: &Bundle,
        own: impl Fn(&&Told) -> bool,
        values: &Values,
        hypothesis: usize,
    ) -> f64 {
        let hypotheses = self.case.hypotheses.len();
        let (mut content, mut apart) = (Product::ONE, Product::ONE);
        let mut count = 0;
        for told in bundle.told.iter().filter(own) {
            let given = values.given[told.item * hypotheses + hypothesis];
            let accuracy = values.params[told.accuracy];
            content.times(given);
            apart.times(accuracy * given + (1.0 - accuracy) * values.params[told.anyway]);
            count += 1;
        }
        if count == 0 {
            return 0.0;
        }
        let accuracy = values.params[bundle.accuracy];
        let otherwise = (1.0 - accuracy) * values.params[bundle.anyway];
        let joint = ln::add(accuracy.ln() + content.ln(), otherwise.ln());
        let together = values.params[bundle.together];
        if count == 1 {
            return joint;
        }
        ln::add(together.ln() + joint, (1.0 - together).ln() + apart.ln())
    }

    /// The ranged inputs that a block depends on.
    fn ranged(&self, block: usize) -> Vec<usize> {
        let block = &self.blocks[block];
        let bundles = block.bundles.iter().map(|&bundle| &self.bundles[bundle]);
        let mut used: Vec<usize> = bundles
            .filter(|bundle| !bundle.told.is_empty())
            .flat_map(|bundle| {
                let told = bundle.told.iter().flat_map(|t| [t.accuracy, t.anyway]);
                [bundle.accuracy, bundle.anyway, bundle.together].into_iter().chain(told)
            })
            .collect();
        for switch in &block.switches {
            used.push(switch.chance);
            used.extend(switch.anyway);
        }
        used.sort_unstable();
        used.dedup();
        used.retain(|&param| self.params[param].estimate.is_ranged());
        used
    }
}

/// The logarithm of the chance of these positions of the switches. A switch that has no
/// member left has no position: it stays off.
fn ln_switches(block: &Block, on: u32, values: &Values, aside: &Aside) -> f64 {
    let one = |(bit, switch): (usize, &Switch)| {
        let chance = values.params[switch.chance];
        let is_on = on >> bit & 1 == 1;
        if switch.members.iter().all(|&item| aside[item]) {
            return if is_on { f64::NEG_INFINITY } else { 0.0 };
        }
        if !is_on {
            return (1.0 - chance).ln();
        }
        chance.ln() + switch.anyway.map_or(0.0, |anyway| values.params[anyway].ln())
    };
    block.switches.iter().enumerate().map(one).sum()
}

/// Inputs, as they are handed out.
struct Params(Vec<Param>);

impl Params {
    fn add(&mut self, input: Input, estimate: Estimate) -> usize {
        self.0.push(Param { input, estimate });
        self.0.len() - 1
    }

    fn bundle(&mut self, case: &Case, s: usize) -> Bundle {
        let source = &case.sources[s];
        let accuracy = self.add(Input::Accuracy(s), source.accuracy);
        let anyway = self.add(Input::Anyway(s), source.anyway);
        let estimate = together(case, s);
        let together = self.add(Input::Together(s), estimate);
        let apart = estimate.lo() < 1.0;
        let told = case.items.iter().enumerate().filter(|(_, item)| item.source == s);
        let told = told
            .map(|(item, _)| {
                let (accuracy, anyway) = if apart {
                    (
                        self.add(Input::Accuracy(s), source.accuracy),
                        self.add(Input::Anyway(s), source.anyway),
                    )
                } else {
                    (accuracy, anyway)
                };
                Told { item, accuracy, anyway, switch: None }
            })
            .collect();
        Bundle { accuracy, anyway, together, told }
    }
}

/// One statement can't stand apart from others.
fn together(case: &Case, s: usize) -> Estimate {
    let statements = case.items.iter().filter(|item| item.source == s).count();
    if statements > 1 { case.sources[s].together } else { Estimate::ONE }
}

fn failure(group: &Group) -> Estimate {
    match group.kind {
        Kind::CommonFailure { anyway } => anyway,
        Kind::Copy { .. } => Estimate::ONE,
    }
}

/// Sources tied together by groups are in one block.
fn blocks(case: &Case, bundles: &mut [Bundle], params: &mut Params) -> Vec<Block> {
    let ties = ties(case);
    let mut blocks: Vec<Block> = Vec::new();
    let mut block_of = vec![usize::MAX; bundles.len()];
    for (source, &root) in ties.iter().enumerate() {
        if block_of[root] == usize::MAX {
            block_of[root] = blocks.len();
            blocks.push(Block::default());
        }
        blocks[block_of[root]].bundles.push(source);
    }
    for (g, group) in case.groups.iter().enumerate() {
        let source = case.items[group.members[0]].source;
        let switches = &mut blocks[block_of[ties[source]]].switches;
        let bit = switches.len();
        let chance = params.add(Input::Chance(g), group.chance);
        let anyway = matches!(group.kind, Kind::CommonFailure { .. })
            .then(|| params.add(Input::Failure(g), failure(group)));
        switches.push(Switch { chance, anyway, members: group.members.clone() });
        for told in bundles.iter_mut().flat_map(|bundle| &mut bundle.told) {
            if group.members.contains(&told.item) {
                told.switch = Some(bit);
            }
        }
    }
    blocks
}

/// For each source, the first of those that groups tie it to. The origin of copies is not
/// tied to them: its telling is the same whether they copied or not.
fn ties(case: &Case) -> Vec<usize> {
    let mut first: Vec<usize> = (0..case.sources.len()).collect();
    for group in &case.groups {
        let sources: Vec<usize> =
            group.members.iter().map(|&item| first[case.items[item].source]).collect();
        let least = *sources.iter().min().expect("a group has members");
        for root in &mut first {
            if sources.contains(root) {
                *root = least;
            }
        }
    }
    first
}

/// How many switches are in the block with the most, for the check of a case.
pub(crate) fn most_switches(case: &Case) -> usize {
    let ties = ties(case);
    let mut count = vec![0; case.sources.len()];
    for group in &case.groups {
        count[ties[case.items[group.members[0]].source]] += 1;
    }
    count.into_iter().max().unwrap_or(0)
}
