//! Discrete Bayesian networks, solved exactly.
//!
//! Sources, origins and events form a network; the closed formulas of [`crate::Model`] are
//! what is left of it after everything but the hypotheses has been summed out, and
//! [`of_case`] builds the network that they stand for. Others are read from
//! [BIF files](read_bif).
//!
//! A network is solved by eliminating its variables in an order that adds few edges (least
//! fill, ties by the smaller table), with one sweep in that order and one back, so that the
//! posteriors of all variables cost about twice those of one (bucket elimination: R. Dechter,
//! "Bucket elimination: a unifying framework for reasoning", 1999; with division by the
//! message sent, as in F. V. Jensen, S. L. Lauritzen, K. G. Olesen, "Bayesian updating in
//! causal probabilistic networks by local computations", 1990).
//!
//! # Example: explaining away
//! ```
//! use alpheus_weigh::network::{Network, Solver, Variable};
//! let network = Network::new(vec![
//!     Variable::binary("strike", &[], &[0.1]),
//!     Variable::binary("overslept", &[], &[0.4]),
//!     // The last parent changes fastest: neither, overslept, strike, both.
//!     Variable::binary("late", &[0, 1], &[0.5, 0.5, 0.6, 0.8]),
//! ])?;
//! let solver = Solver::new(&network)?;
//! let evidence = network.evidence(&[("late", "yes")])?;
//! let posteriors = solver.posteriors(&evidence)?;
//! assert!((posteriors.of(0)[1] - 0.131_274).abs() < 1e-6);
//! # Ok::<(), alpheus_weigh::Error>(())
//! ```

mod bif;
mod of_case;
mod order;
mod solver;

pub use bif::read_bif;
pub use of_case::{CaseNetwork, of_case};
pub use solver::{Posteriors, Solver};

use crate::error::{Error, Kind};

/// A variable, the variables that it depends on, and how.
#[derive(Clone, Debug, PartialEq)]
pub struct Variable {
    /// Its name.
    pub name: String,
    /// The names of its states.
    pub states: Vec<String>,
    /// The places of its parents in the network.
    pub parents: Vec<usize>,
    /// The probability of each state, given each state of the parents: the own state changes
    /// fastest, then the last parent's.
    pub table: Vec<f64>,
}

/// States that are known: places of variables with places of their states.
pub type Evidence = Vec<(usize, usize)>;

/// A network without cycles.
#[derive(Clone, Debug)]
pub struct Network {
    variables: Vec<Variable>,
}

impl Variable {
    /// A variable that is "no" or "yes", from its chances of "yes".
    pub fn binary(name: impl Into<String>, parents: &[usize], yes: &[f64]) -> Variable {
        Variable {
            name: name.into(),
            states: vec!["no".to_owned(), "yes".to_owned()],
            parents: parents.to_vec(),
            table: yes.iter().flat_map(|yes| [1.0 - yes, *yes]).collect(),
        }
    }
}

impl Network {
    /// A network of these variables.
    ///
    /// # Errors
    /// If two have one name; if one has a parent twice; if a table does not fit its variable's states and parents, or
    /// has a row that is no distribution; if a variable depends on itself, by way of others
    /// too.
    pub fn new(variables: Vec<Variable>) -> Result<Network, Error> {
        let mut names: Vec<&str> = variables.iter().map(|v| v.name.as_str()).collect();
        names.sort_unstable();
        let mut pairs = names.iter().zip(names.iter().skip(1));
        if let Some((twice, _)) = pairs.find(|(a, b)| a == b) {
            return Err(wrong(format!("there are two variables `{twice}`")));
        }
        for variable in &variables {
            check_table(variable, &variables)?;
        }
        check_cycles(&variables)?;
        Ok(Network { variables })
    }

    /// All variables.
    pub fn variables(&self) -> &[Variable] {
        &self.variables
    }

    /// The place of a variable.
    pub fn find(&self, name: &str) -> Option<usize> {
        self.variables.iter().position(|variable| variable.name == name)
    }

    /// Evidence by the names of variables and states.
    ///
    /// # Errors
    /// If there is no such variable or state.
    pub fn evidence(&self, known: &[(&str, &str)]) -> Result<Evidence, Error> {
        let one = |&(name, state): &(&str, &str)| {
            let missing = || wrong(format!("no variable `{name}` has a state `{state}`"));
            let at = self.find(name).ok_or_else(missing)?;
            let states = &self.variables[at].states;
            let state = states.iter().position(|known| known == state);
            Ok((at, state.ok_or_else(missing)?))
        };
        known.iter().map(one).collect()
    }
}

fn wrong(why: String) -> Error {
    Error::new(Kind::Network(why))
}

fn check_table(variable: &Variable, variables: &[Variable]) -> Result<(), Error> {
    /// Published tables are rounded.
    const ROUNDING: f64 = 1e-2;
    let name = &variable.name;
    let own = variable.states.len();
    if own == 0 {
        return Err(wrong(format!("`{name}` has no state")));
    }
    let twice = |(at, parent): (usize, &usize)| variable.parents[..at].contains(parent);
    if variable.parents.iter().enumerate().any(twice) {
        return Err(wrong(format!("`{name}` has a parent twice")));
    }
    let mut rows = 1_usize;
    for &parent in &variable.parents {
        let parent = variables
            .get(parent)
            .ok_or_else(|| wrong(format!("`{name}` has a parent that does not exist")))?;
        rows = rows.saturating_mul(parent.states.len());
    }
    if variable.table.len() != rows.saturating_mul(own) {
        return Err(wrong(format!(
            "the table of `{name}` does not fit its states and parents"
        )));
    }
    for row in variable.table.chunks(own) {
        let sum: f64 = row.iter().sum();
        let fits = row.iter().all(|p| *p >= 0.0) && (sum - 1.0).abs() <= ROUNDING;
        if !fits {
            return Err(wrong(format!("a row of `{name}` sums to {sum}, not to 1")));
        }
    }
    Ok(())
}

/// Takes away, again and again, variables whose parents are all gone.
fn check_cycles(variables: &[Variable]) -> Result<(), Error> {
    let mut waits: Vec<usize> = variables.iter().map(|v| v.parents.len()).collect();
    let mut children = vec![Vec::new(); variables.len()];
    for (at, variable) in variables.iter().enumerate() {
        variable.parents.iter().for_each(|&parent| children[parent].push(at));
    }
    let mut free: Vec<usize> = (0..waits.len()).filter(|&at| waits[at] == 0).collect();
    let mut gone = 0;
    while let Some(at) = free.pop() {
        gone += 1;
        for &child in &children[at] {
            waits[child] -= 1;
            if waits[child] == 0 {
                free.push(child);
            }
        }
    }
    match waits.iter().position(|waits| *waits > 0) {
        Some(at) if gone < variables.len() => Err(wrong(format!(
            "`{}` depends on itself, by way of others",
            variables[at].name
        ))),
        _ => Ok(()),
    }
}
