//! Published networks, against values reckoned in exact fractions.

use super::{number, shared, shared_json, within};
use alpheus_weigh::network::{Network, Solver, read_bif};
use serde_json::Value;

fn network(name: &str) -> Option<Network> {
    let text = shared(&format!("eval/weigh/bif/{name}.bif"))?;
    Some(read_bif(&text).unwrap_or_else(|error| panic!("{name}: {error}")))
}

/// The greatest difference of one network's answers.
fn difference(network: &Network, queries: &Value) -> f64 {
    let solver = Solver::new(network).unwrap();
    let mut worst: f64 = 0.0;
    for query in queries.as_array().unwrap() {
        let known = query["evidence"].as_object().unwrap();
        let known: Vec<(&str, &str)> = known
            .iter()
            .map(|(name, state)| (name.as_str(), state.as_str().unwrap()))
            .collect();
        let evidence = network.evidence(&known).unwrap();
        let posteriors = solver.posteriors(&evidence).unwrap();
        let at = network.find(query["query"].as_str().unwrap()).unwrap();
        for (state, found) in network.variables()[at].states.iter().zip(posteriors.of(at))
        {
            worst = worst.max((found - number(&query["posterior"][state])).abs());
        }
        let known = posteriors.ln_evidence().exp();
        worst = worst.max((known - number(&query["p_evidence"])).abs());
    }
    worst
}

fn golden(name: &str, tolerance: f64) {
    let Some(expected) = shared_json("eval/weigh/bn_golden.json") else { return };
    let Some(network) = network(name) else { return };
    let queries = &expected[name]["queries"];
    assert!(queries.as_array().is_some_and(|all| !all.is_empty()));
    within(name, difference(&network, queries), tolerance);
}

#[test]
fn asia() {
    golden("asia", 1e-9);
}

#[test]
fn cancer() {
    golden("cancer", 1e-9);
}

#[test]
fn earthquake() {
    golden("earthquake", 1e-9);
}

#[test]
fn survey() {
    golden("survey", 1e-9);
}

#[test]
fn sachs() {
    golden("sachs", 1e-8);
}

#[test]
fn alarm() {
    golden("alarm", 1e-8);
}

/// The chance of some evidence twice: from the solver at once, and by the chain rule, from
/// the posterior of each variable given those before it.
#[test]
fn child_and_insurance_are_read_and_solved() {
    for (name, variables) in [("child", 20), ("insurance", 27)] {
        let Some(network) = network(name) else { continue };
        assert_eq!(network.variables().len(), variables);
        let solver = Solver::new(&network).unwrap();
        let mut evidence = Vec::new();
        let mut chain = 0.0;
        for variable in (0..variables).step_by(3) {
            let posteriors = solver.posteriors(&evidence).unwrap();
            for at in 0..variables {
                let sum: f64 = posteriors.of(at).iter().sum();
                assert!((sum - 1.0).abs() < 1e-12);
            }
            chain += posteriors.of(variable)[0].ln();
            evidence.push((variable, 0));
        }
        let direct = solver.posteriors(&evidence).unwrap().ln_evidence();
        let none = solver.posteriors(&Vec::new()).unwrap().ln_evidence();
        within(name, (chain - (direct - none)).abs(), 1e-9);
    }
}
