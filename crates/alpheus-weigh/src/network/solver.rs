//! Two sweeps over the buckets of an elimination order.
//!
//! Each variable has a bucket: a table over the variable and the neighbours that it had when
//! it was eliminated, with its own state changing fastest. Summing the variable out of it
//! gives the message to the bucket of the neighbour that is eliminated next; on the way back
//! that bucket's table, summed down to the same neighbours, takes the message's place.

use super::{Evidence, Network, order};
use crate::error::{Error, Kind};

/// More entries than this in one table are refused.
const MOST_ENTRIES: f64 = 67_108_864.0;

/// A network made ready to be asked, for any evidence.
#[derive(Debug)]
pub struct Solver {
    /// In the order of elimination.
    buckets: Vec<Bucket>,
    /// The bucket of each variable.
    bucket_of: Vec<usize>,
}

#[derive(Debug)]
struct Bucket {
    states: usize,
    /// The product of the tables that were put in this bucket.
    table: Vec<f64>,
    /// The bucket that the message goes to, and for each entry of its table the entry of the
    /// message.
    parent: Option<(usize, Vec<u32>)>,
}

/// The posteriors of all variables.
#[derive(Clone, Debug, PartialEq)]
pub struct Posteriors {
    by_variable: Vec<Vec<f64>>,
    ln_evidence: f64,
}

impl Posteriors {
    /// The probability of each state of a variable.
    ///
    /// # Panics
    /// If the network has no such variable.
    pub fn of(&self, variable: usize) -> &[f64] {
        &self.by_variable[variable]
    }

    /// The logarithm of the probability of the evidence.
    pub const fn ln_evidence(&self) -> f64 {
        self.ln_evidence
    }
}

/// The variables of a bucket's table, with the own one last.
struct Scope<'n> {
    network: &'n Network,
    variables: Vec<usize>,
}

impl Scope<'_> {
    fn size(&self, variable: usize) -> usize {
        self.network.variables()[variable].states.len()
    }

    fn len(&self) -> usize {
        self.variables.iter().map(|&variable| self.size(variable)).product()
    }

    /// For each entry, the entry of a table over other variables that agrees with it. The
    /// others are all of this scope, the last changing fastest.
    fn map_to(&self, others: &[usize]) -> Vec<u32> {
        let mut steps = vec![0; self.variables.len()];
        let mut step = 1;
        for other in others.iter().rev() {
            let place = self.variables.iter().position(|variable| variable == other);
            if let Some(place) = place {
                steps[place] = step;
            }
            step *= self.size(*other);
        }
        let mut map = vec![0_u32];
        for (&variable, step) in self.variables.iter().zip(steps) {
            let states = 0..self.size(variable);
            let further = |at: &u32| {
                let at = *at;
                states.clone().map(move |state| at + (state * step) as u32)
            };
            map = map.iter().flat_map(further).collect();
        }
        map
    }
}

impl Solver {
    /// Makes a network ready.
    ///
    /// # Errors
    /// If a table would be too large.
    ///
    /// # Panics
    /// Never: each variable has a bucket, and so has each family a first one.
    pub fn new(network: &Network) -> Result<Solver, Error> {
        let steps = order::least_fill(network);
        let mut bucket_of = vec![0; steps.len()];
        for (at, step) in steps.iter().enumerate() {
            bucket_of[step.variable] = at;
        }
        let scopes: Vec<Scope<'_>> = steps
            .into_iter()
            .map(|step| {
                let mut variables = step.neighbours;
                variables.push(step.variable);
                Scope { network, variables }
            })
            .collect();
        for scope in &scopes {
            let entries: f64 =
                scope.variables.iter().map(|&v| order::states(network, v)).product();
            if entries > MOST_ENTRIES {
                return Err(Error::new(Kind::TooLarge(entries)));
            }
        }
        let mut buckets: Vec<Bucket> =
            scopes.iter().map(|scope| bucket(scope, &scopes, &bucket_of)).collect();
        for (at, variable) in network.variables().iter().enumerate() {
            let mut family = variable.parents.clone();
            family.push(at);
            let first = family.iter().map(|&member| bucket_of[member]).min();
            let home = first.expect("a family has a member");
            let map = scopes[home].map_to(&family);
            let entries = buckets[home].table.iter_mut().zip(map);
            entries.for_each(|(entry, from)| *entry *= variable.table[from as usize]);
        }
        Ok(Solver { buckets, bucket_of })
    }

    /// The posteriors of all variables, given what is known.
    ///
    /// # Errors
    /// If what is known has no probability.
    ///
    /// # Panics
    /// If the evidence names a variable or state that the network does not have.
    pub fn posteriors(&self, evidence: &Evidence) -> Result<Posteriors, Error> {
        let mut tables: Vec<Vec<f64>> =
            self.buckets.iter().map(|bucket| bucket.table.clone()).collect();
        for &(variable, state) in evidence {
            let at = self.bucket_of[variable];
            let states = self.buckets[at].states;
            assert!(state < states, "the network has the state");
            for row in tables[at].chunks_mut(states) {
                let kept = row[state];
                row.fill(0.0);
                row[state] = kept;
            }
        }
        let (messages, ln_evidence) = self.collect(&mut tables)?;
        self.distribute(&mut tables, &messages);
        let by_variable = self.bucket_of.iter().map(|&at| self.marginal(at, &tables[at]));
        Ok(Posteriors { by_variable: by_variable.collect(), ln_evidence })
    }

    /// Sums variables out in order; each message is scaled to a greatest entry of 1.
    fn collect(&self, tables: &mut [Vec<f64>]) -> Result<(Vec<Vec<f64>>, f64), Error> {
        let mut ln = 0.0;
        let mut messages = Vec::with_capacity(tables.len());
        for (at, bucket) in self.buckets.iter().enumerate() {
            let rows = tables[at].chunks(bucket.states);
            let mut message: Vec<f64> = rows.map(|row| row.iter().sum()).collect();
            let most = message.iter().copied().fold(0.0, f64::max);
            if most <= 0.0 {
                return Err(Error::new(Kind::ImpossibleEvidence));
            }
            ln += most.ln();
            for entry in &mut message {
                *entry /= most;
            }
            if let Some((parent, map)) = &bucket.parent {
                let entries = tables[*parent].iter_mut().zip(map);
                entries.for_each(|(entry, from)| *entry *= message[*from as usize]);
            }
            messages.push(message);
        }
        Ok((messages, ln))
    }

    /// Goes back: each bucket learns from its parent what its message did not tell.
    fn distribute(&self, tables: &mut [Vec<f64>], messages: &[Vec<f64>]) {
        for (at, bucket) in self.buckets.iter().enumerate().rev() {
            let Some((parent, map)) = &bucket.parent else { continue };
            let mut all = vec![0.0; messages[at].len()];
            for (entry, from) in tables[*parent].iter().zip(map) {
                all[*from as usize] += entry;
            }
            let rows = tables[at].chunks_mut(bucket.states);
            for ((row, all), sent) in rows.zip(all).zip(&messages[at]) {
                let news = if *sent > 0.0 { all / sent } else { 0.0 };
                for entry in row {
                    *entry *= news;
                }
            }
            scale(&mut tables[at]);
        }
    }

    fn marginal(&self, at: usize, table: &[f64]) -> Vec<f64> {
        let mut sums = vec![0.0; self.buckets[at].states];
        for row in table.chunks(sums.len()) {
            sums.iter_mut().zip(row).for_each(|(sum, entry)| *sum += entry);
        }
        let all: f64 = sums.iter().sum();
        sums.iter().map(|sum| sum / all).collect()
    }
}

/// Scales a table to a greatest entry of 1, so that no sweep underflows.
fn scale(table: &mut [f64]) {
    let most = table.iter().copied().fold(0.0, f64::max);
    if most > 0.0 {
        for entry in table {
            *entry /= most;
        }
    }
}

fn bucket(scope: &Scope<'_>, scopes: &[Scope<'_>], bucket_of: &[usize]) -> Bucket {
    let (own, separator) =
        scope.variables.split_last().expect("a bucket has its variable");
    let next = separator.iter().map(|&variable| bucket_of[variable]).min();
    let parent = next.map(|next| (next, scopes[next].map_to(separator)));
    Bucket { states: scope.size(*own), table: vec![1.0; scope.len()], parent }
}
