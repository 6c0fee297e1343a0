//! The corners of what is admissible, block by block.
//!
//! Where every input is at one end of its range, that is a corner. Likelihoods of items are
//! not searched: whatever is asked, it is known which end of them is wanted. So a block has
//! two to the power of its ranged shared inputs corners, and for each the likelihoods of all
//! hypotheses are kept, once with their items least likely and once with them most likely.

use crate::{
    Model, Values,
    model::{Aside, Block},
};
use std::{cell::RefCell, collections::BTreeMap};

/// More ranged inputs than this in one block are not laid out in a table.
const MOST_IN_TABLE: usize = 16;
/// Each switch doubles the work too; together they may not be more than this.
const MOST_WITH_SWITCHES: usize = 18;

/// The corners of one block.
#[derive(Debug)]
pub(crate) struct Corners {
    /// How many ranged inputs there are; a corner is a number with a bit for each.
    pub(crate) bits: usize,
    table: Option<Vec<Pair>>,
    /// Where there is no table, the corners that were reckoned so far.
    seen: RefCell<BTreeMap<u64, Pair>>,
}

/// The logarithms of a block's likelihoods, by hypothesis.
#[derive(Clone, Debug)]
pub(crate) struct Pair {
    /// With the items as unlikely as they may be.
    pub(crate) low: Vec<f64>,
    /// With the items as likely as they may be.
    pub(crate) high: Vec<f64>,
}

/// Reckons corners of a model with some items set aside.
pub(crate) struct Reckoner<'m> {
    model: &'m Model<'m>,
    aside: Vec<bool>,
    low: Values,
    high: Values,
}

impl<'m> Reckoner<'m> {
    pub(crate) fn new(model: &'m Model<'m>, aside: &Aside) -> Self {
        let low = model.values(|input| model.range(input).0);
        let high = model.values(|input| model.range(input).1);
        Reckoner { model, aside: aside.to_vec(), low, high }
    }

    /// All corners of a block, unless there are too many.
    pub(crate) fn corners(&self, block: usize) -> Corners {
        let bits = self.model.blocks[block].ranged.len();
        let work = bits + self.model.blocks[block].switches();
        let fits = bits <= MOST_IN_TABLE && work <= MOST_WITH_SWITCHES;
        let table = fits.then(|| {
            let (mut low, mut high) = (self.low.clone(), self.high.clone());
            (0..1_u64 << bits).map(|at| self.at(block, at, &mut low, &mut high)).collect()
        });
        Corners { bits, table, seen: RefCell::default() }
    }

    /// One corner of a block, from its table or reckoned anew.
    pub(crate) fn corner(&self, block: usize, corners: &Corners, at: u64) -> Pair {
        if let Some(table) = &corners.table {
            return table[at as usize].clone();
        }
        let anew = || {
            let (mut low, mut high) = (self.low.clone(), self.high.clone());
            self.at(block, at, &mut low, &mut high)
        };
        corners.seen.borrow_mut().entry(at).or_insert_with(anew).clone()
    }

    fn at(&self, block: usize, at: u64, low: &mut Values, high: &mut Values) -> Pair {
        let block = &self.model.blocks[block];
        self.put(block, at, low);
        self.put(block, at, high);
        let all = 0..self.model.case.hypotheses.len();
        let reckon = |values: &Values| {
            let one = |h| self.model.ln_block(block, values, h, &self.aside);
            all.clone().map(one).collect()
        };
        Pair { low: reckon(low), high: reckon(high) }
    }

    /// Sets a block's ranged inputs to a corner.
    fn put(&self, block: &Block, at: u64, values: &mut Values) {
        for (bit, &param) in block.ranged.iter().enumerate() {
            let estimate = self.model.param(param);
            let end = if at >> bit & 1 == 1 { estimate.hi() } else { estimate.lo() };
            values.params[param] = end;
        }
    }

    /// The values at a corner of every block, with the items of one hypothesis at one end and
    /// those of its rivals at the other. The inputs of the priors are left at their least.
    #[cfg(test)]
    pub(crate) fn values(&self, at: &[u64], own: usize, own_low: bool) -> Values {
        let mut values = self.low.clone();
        let hypotheses = self.model.case.hypotheses.len();
        for (place, given) in values.given.iter_mut().enumerate() {
            let low = (place % hypotheses == own) == own_low;
            *given = if low { self.low.given[place] } else { self.high.given[place] };
        }
        for (block, &at) in self.model.blocks.iter().zip(at) {
            self.put(block, at, &mut values);
        }
        values
    }
}

impl Corners {
    /// Whether all are known.
    pub(crate) fn is_complete(&self) -> bool {
        self.table.is_some()
    }

    /// The corners, if all are known.
    pub(crate) fn table(&self) -> &[Pair] {
        self.table.as_deref().unwrap_or_default()
    }
}
