//! Bounds are attained, and no corner is outside them.

use super::*;
use crate::{CatchAll, Input, read};

/// Four sources of which one may tell apart, ranged everywhere.
const CASE: &str = r#"
weigh = 1
question = "?"
none_of_these = [0.05, 0.2]
[hypotheses]
a = "A"
b = "B"
c = "C"
[prior]
a = [1, 2]
[sources]
one = { accuracy = [0.5, 0.9], anyway = [0.4, 0.9] }
two = { accuracy = [0.3, 0.8], together = [0.2, 0.7] }
three = { accuracy = 0.7 }
[evidence.w]
source = "one"
if = { a = [0.6, 0.9], b = [0.1, 0.4], c = 0.5 }
[evidence.x]
source = "two"
if = { a = [0.2, 0.7], b = [0.3, 0.6], c = 0.9 }
[evidence.y]
source = "two"
if = { a = 0.5, b = [0.1, 0.2], c = [0.4, 0.8] }
[evidence.z]
source = "three"
if = { a = 0.9, b = 0.4, c = [0, 0.3] }
[[dependence]]
items = ["w", "z"]
origin = "w"
chance = [0.2, 0.6]
"#;

/// A bound that was found, beside what the model says at the inputs where it is attained.
fn attained(search: &Search<'_>, aim: Aim) -> (f64, f64) {
    let (value, at) = search.seek(aim);
    let mut values = search.reckoner.values(&at, aim.own, aim.own_low);
    let model = search.model;
    for h in 0..model.case.hypotheses.len() {
        let weight = model.case.hypotheses[h].weight;
        let low = (h == aim.own) == aim.own_low;
        let end = if low { weight.lo() } else { weight.hi() };
        model.set(&mut values, Input::Weight(h), end);
    }
    let none = model.case.none_of_these;
    let end = if aim.own_low { none.hi() } else { none.lo() };
    model.set(&mut values, Input::NoneOfThese, end);
    let catch_all = if aim.own_low { CatchAll::Most } else { CatchAll::Least };
    (value, model.posterior(&values, catch_all).unwrap().hypotheses[aim.own])
}

#[test]
fn each_bound_is_attained_at_an_admissible_input() {
    let case = read(CASE, None).case.unwrap();
    let model = Model::new(&case);
    let search = Search::new(&model, &model.nothing());
    // One's two, two's accuracy together and twice apart, its togetherness, and the chance.
    assert_eq!(search.ranged(), 7);
    for own in 0..3 {
        for own_low in [true, false] {
            let (value, there) = attained(&search, Aim { own, own_low, of_none: false });
            assert!((value - there).abs() < 1e-12, "{value} is {there}");
        }
    }
}

#[test]
fn climbing_finds_what_trying_all_corners_finds() {
    let case = read(CASE, None).case.unwrap();
    let model = Model::new(&case);
    let search = Search::new(&model, &model.nothing());
    for own in 0..3 {
        for (own_low, of_none) in
            [(true, false), (false, false), (true, true), (false, true)]
        {
            let aim = Aim { own, own_low, of_none };
            let (exact, climbed) = (search.enumerate(aim).0, search.climb(aim).0);
            assert!((exact - climbed).abs() < 1e-12, "{exact} was missed: {climbed}");
        }
    }
}

#[test]
fn the_outer_bounds_hold_what_is_attained() {
    let case = read(CASE, None).case.unwrap();
    let model = Model::new(&case);
    let search = Search::new(&model, &model.nothing());
    let odds = search.odds();
    let bounds = search.bounds(&odds);
    assert!(bounds.iter().all(Bounds::is_exact));
    for (own, bounds) in bounds.iter().enumerate() {
        let outer = match bounds {
            _ if own < 3 => search.outer(&odds, own),
            _ => search.outer_none(&odds),
        };
        assert!(outer.0 <= bounds.low + 1e-12 && bounds.high <= outer.1 + 1e-12);
        assert!(outer.0 > 0.0 && outer.1 < 1.0, "and they say something: {outer:?}");
    }
}

#[test]
fn an_impossible_rival_leaves_bounds_that_are_numbers() {
    let text = CASE
        .replace("a = 0.9, b = 0.4", "a = 0, b = 0")
        .replace("0.7 }\n[ev", "1 }\n[ev");
    let case = read(&text, None).case.unwrap();
    let model = Model::new(&case);
    let search = Search::new(&model, &model.nothing());
    for bounds in search.bounds(&search.odds()) {
        assert!(0.0 <= bounds.low && bounds.low <= bounds.high && bounds.high <= 1.0);
    }
}
