//! The worked case of the design, to the last figure.

use super::{number, shared, shared_json, within};
use alpheus_weigh::{Fewest, Named, Options, Weighing, weigh};
use serde_json::Value;

/// The greatest difference so far.
#[derive(Default)]
struct Worst(f64);

impl Worst {
    fn add(&mut self, found: f64, expected: &Value) {
        self.0 = self.0.max((found - number(expected)).abs());
    }
}

#[test]
fn mary_rose() {
    let Some(text) = shared("design/weigh/mary-rose.toml") else { return };
    let Some(expected) = shared_json("design/weigh/mary-rose.expected.json") else {
        return;
    };
    let case = super::common::case(&text);
    let found = weigh(&case, &Options::default()).unwrap();
    let mut worst = Worst::default();
    standings(&found, &expected, &mut worst);
    influences(&found, &expected, &mut worst);
    inputs(&found, &expected, &mut worst);
    for (test, (name, value)) in
        found.tests.iter().zip(expected["voi"].as_object().unwrap())
    {
        assert_eq!(&test.name, name);
        worst.add(test.chance, &value["p_found"]);
        worst.add(test.bits, &value["bits"]);
        worst.add(test.gain, &value["gain_best"]);
        assert_eq!(test.leader_if_found, value["leader_if_found"]);
        assert_eq!(test.leader_if_not, value["leader_if_not"]);
    }
    within("mary-rose", worst.0, 1e-9);
}

fn standings(found: &Weighing, expected: &Value, worst: &mut Worst) {
    for standing in &found.hypotheses {
        worst.add(standing.posterior, &expected["posterior"][&standing.key]);
        let bounds = &expected["bounds"][&standing.key];
        if !bounds.is_null() {
            worst.add(standing.bounds.low, &bounds[0]);
            worst.add(standing.bounds.high, &bounds[1]);
        }
    }
    let survivors = found.hypotheses.iter().filter(|s| s.eliminated_by.is_none());
    let survivors = survivors.map(|s| s.key.as_str()).filter(|k| *k != "none of these");
    let survivors: Vec<_> = survivors.collect();
    assert_eq!(serde_json::json!(survivors), expected["survivors"]);
    worst
        .add(found.none_of_these_prior_to_lead, &expected["none_of_these_prior_to_lead"]);
    for (score, standing) in found.ach.scores.iter().zip(&found.hypotheses) {
        assert_eq!(*score, expected["ach_inconsistency"][&standing.key]);
    }
}

fn influences(found: &Weighing, expected: &Value, worst: &mut Worst) {
    for item in &found.items {
        let value = &expected["diagnosticity_log10"][&item.key];
        assert_eq!(item.in_place.favours, value["for_"]);
        assert_eq!(item.in_place.against, value["against"]);
        worst.add(item.in_place.ratio, &value["ratio"]);
        worst.add(item.in_place.log10, &value["log10"]);
    }
    for source in &found.sources {
        let value = &expected["leave_one_source_out"][&source.key];
        for (share, standing) in source.posterior.iter().zip(&found.hypotheses) {
            worst.add(*share, &value["posterior"][&standing.key]);
        }
        assert_eq!(source.leader, value["leader"]);
        assert_eq!(serde_json::json!(source.survivors), value["survivors"]);
        worst.add(source.distance, &value["tv"]);
    }
    let Fewest::Sources(fewest) = &found.fewest_sources_to_change_the_leader else {
        panic!("three sources are enough");
    };
    assert_eq!(serde_json::json!(fewest), expected["fewest_sources_to_flip"]);
}

fn inputs(found: &Weighing, expected: &Value, worst: &mut Worst) {
    let swings = expected["tornado"].as_array().unwrap();
    assert_eq!(found.swings.len(), swings.len());
    for value in swings {
        let swing =
            found.swings.iter().find(|swing| name(&swing.input) == value[0]).unwrap();
        worst.add(swing.at_least, &value[1]);
        worst.add(swing.at_most, &value[2]);
        worst.add(swing.swing, &value[3]);
    }
    let tips = expected["tips"].as_array().unwrap();
    assert_eq!(found.tips.len(), tips.len());
    for value in tips {
        let same = |tip: &&alpheus_weigh::Tip| {
            name(&tip.input) == value[0] && tip.rival == value[3]
        };
        let tip = found.tips.iter().find(same).unwrap();
        worst.add(tip.now, &value[1]);
        worst.add(tip.at, &value[2]);
    }
}

/// An input as the expected result names it.
fn name(input: &Named) -> String {
    match (input.kind, &input.hypothesis) {
        (_, Some(hypothesis)) => format!("{} {hypothesis}", input.of[0]),
        ("accuracy", None) => format!("r {}", input.of[0]),
        ("chance", None) => "c 0".to_owned(),
        (kind, None) => format!("{kind} {}", input.of[0]),
    }
}
