//! The network that the closed formulas of a case stand for.
//!
//! | node | states | depends on |
//! | --- | --- | --- |
//! | H | the hypotheses | – |
//! | E of an item | is its content true? | H |
//! | A, S of a source | is it accurate? would it tell this anyway? | – |
//! | T of a source | do its statements stand or fall together? | – |
//! | A, S of an item | the same for one statement that stands apart | – |
//! | C of a group | do its members depend? | – |
//! | F of a group | does the common failure tell this? | – |
//! | R of an item | was it told? | all of these, and R of its origin |
//!
//! All that was told is the evidence.

use super::{Evidence, Network, Variable};
use crate::{
    Error, Input, Model, Values,
    case::{Group, Kind},
};

/// A case as a network.
#[derive(Debug)]
pub struct CaseNetwork {
    /// The network.
    pub network: Network,
    /// That everything was told.
    pub evidence: Evidence,
    /// The variable of the hypotheses.
    pub hypotheses: usize,
    /// For each source, the variable of its accuracy (that of its statements if these stand
    /// together).
    pub accuracy: Vec<usize>,
}

/// Builds the network of a case at some values. "None of these" has no likelihood of its own,
/// so it is not in it.
///
/// # Errors
/// If the values are not probabilities.
pub fn of_case(model: &Model<'_>, values: &Values) -> Result<CaseNetwork, Error> {
    let mut builder = Builder { model, values, variables: Vec::new() };
    let hypotheses = builder.hypotheses();
    let items = model.case.items.len();
    let contents: Vec<usize> =
        (0..items).map(|item| builder.content(item, hypotheses)).collect();
    let sources: Vec<Voice> =
        (0..model.case.sources.len()).map(|s| builder.source(s)).collect();
    let groups: Vec<[usize; 2]> =
        (0..model.case.groups.len()).map(|group| builder.group(group)).collect();
    let mut told = vec![None; items];
    for item in 0..items {
        builder.told(item, &contents, &sources, &groups, &mut told);
    }
    let evidence = told.into_iter().flatten().map(|variable| (variable, 1)).collect();
    let accuracy = sources.iter().map(|source| source.accurate).collect();
    let network = Network::new(builder.variables)?;
    Ok(CaseNetwork { network, evidence, hypotheses, accuracy })
}

/// What decides whether a source tells the truth.
#[derive(Clone, Copy)]
struct Voice {
    accurate: usize,
    anyway: usize,
    together: usize,
}

struct Builder<'b> {
    model: &'b Model<'b>,
    values: &'b Values,
    variables: Vec<Variable>,
}

impl Builder<'_> {
    fn add(&mut self, variable: Variable) -> usize {
        self.variables.push(variable);
        self.variables.len() - 1
    }

    fn chance(&mut self, name: String, input: Input) -> usize {
        let value = self.model.get(self.values, input);
        self.add(Variable::binary(name, &[], &[value]))
    }

    fn hypotheses(&mut self) -> usize {
        let weights = &self.values.weights;
        let all: f64 = weights.iter().sum();
        self.add(Variable {
            name: "H".to_owned(),
            states: self.model.case.hypotheses().map(str::to_owned).collect(),
            parents: Vec::new(),
            table: weights.iter().map(|weight| weight / all).collect(),
        })
    }

    fn content(&mut self, item: usize, hypotheses: usize) -> usize {
        let all = 0..self.model.case.hypotheses.len();
        let given: Vec<f64> = all
            .map(|hypothesis| {
                self.model.get(self.values, Input::Given { item, hypothesis })
            })
            .collect();
        self.add(Variable::binary(format!("E {item}"), &[hypotheses], &given))
    }

    fn source(&mut self, source: usize) -> Voice {
        Voice {
            accurate: self.chance(format!("A {source}"), Input::Accuracy(source)),
            anyway: self.chance(format!("S {source}"), Input::Anyway(source)),
            together: self.chance(format!("T {source}"), Input::Together(source)),
        }
    }

    fn group(&mut self, group: usize) -> [usize; 2] {
        let chance = self.chance(format!("C {group}"), Input::Chance(group));
        let tells = match self.model.case.groups[group].kind {
            Kind::Copy { .. } => chance,
            Kind::CommonFailure { .. } => {
                self.chance(format!("F {group}"), Input::Failure(group))
            }
        };
        [chance, tells]
    }

    /// Whether an item was told; its origin comes first.
    fn told(
        &mut self,
        item: usize,
        contents: &[usize],
        sources: &[Voice],
        groups: &[[usize; 2]],
        done: &mut [Option<usize>],
    ) -> usize {
        if let Some(variable) = done[item] {
            return variable;
        }
        let case = self.model.case;
        let source = case.items[item].source;
        let voice = sources[source];
        let mut parents =
            vec![contents[item], voice.accurate, voice.anyway, voice.together];
        parents.push(self.chance(format!("A of {item}"), Input::Accuracy(source)));
        parents.push(self.chance(format!("S of {item}"), Input::Anyway(source)));
        let member = |group: &Group| group.members.contains(&item);
        if let Some(group) = case.groups.iter().position(member) {
            let [switch, mut tells] = groups[group];
            if let Kind::Copy { origin } = case.groups[group].kind {
                tells = self.told(origin, contents, sources, groups, done);
            }
            parents.extend([switch, tells]);
        }
        let table = table(parents.len());
        let variable = self.add(Variable::binary(format!("R {item}"), &parents, &table));
        done[item] = Some(variable);
        variable
    }
}

/// Of each state of the parents, whether the item is told. The last parent changes fastest.
fn table(parents: usize) -> Vec<f64> {
    let told = |row: usize| {
        let yes = |parent: usize| row >> (parents - 1 - parent) & 1 == 1;
        if parents > 6 && yes(6) {
            return yes(7);
        }
        let (accurate, anyway) = if yes(3) { (yes(1), yes(2)) } else { (yes(4), yes(5)) };
        if accurate { yes(0) } else { anyway }
    };
    (0..1 << parents).map(|row| f64::from(u8::from(told(row)))).collect()
}
