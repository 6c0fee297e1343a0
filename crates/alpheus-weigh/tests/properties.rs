//! What holds of every case. The quick tests try some hundreds of random cases; those that
//! are ignored try many, and are run by the evaluation.

#![allow(clippy::unwrap_used, reason = "a test may fail")]
#![allow(
    clippy::format_push_string,
    reason = "case files are put together piece by piece"
)]

mod common;

use alpheus_weigh::{
    CatchAll, Model, Options, Values,
    network::{Solver, of_case},
    weigh,
};
use common::{Random, Size, apart, case, point, small, text};

/// A member of the admissible inputs, at the ends of ranges half of the time.
fn admissible(model: &Model<'_>, random: &mut Random) -> Values {
    let at_ends = random.below(2) == 0;
    model.values(|input| {
        let (lo, hi) = model.range(input);
        if at_ends { [lo, hi][random.below(2)] } else { random.between(lo, hi) }
    })
}

/// The formulas equal the network that they stand for, whatever the values.
fn formulas_equal_the_network(cases: u64) {
    for seed in 0..cases {
        let mut random = Random::new(seed);
        let size = small(&mut random, false);
        let text = text(&mut random, size);
        let case = case(&text);
        let model = Model::new(&case);
        let values = model.point();
        let built = of_case(&model, &values).unwrap();
        let solver = Solver::new(&built.network).unwrap();
        let solved = solver.posteriors(&built.evidence);
        let mut alone = values.clone();
        model.set(&mut alone, alpheus_weigh::Input::NoneOfThese, 0.0);
        let Some(formula) = model.posterior(&alone, CatchAll::Middle) else {
            assert!(solved.unwrap_err().is_impossible(), "{text}");
            continue;
        };
        let solved = solved.unwrap();
        let difference = apart(&formula.hypotheses, solved.of(built.hypotheses));
        assert!(difference < 1e-10, "{difference} apart\n{text}");
    }
}

#[test]
fn formulas_equal_the_network_that_they_stand_for() {
    formulas_equal_the_network(300);
}

#[test]
#[ignore = "run by the evaluation"]
fn formulas_equal_the_network_that_they_stand_for_many() {
    formulas_equal_the_network(20_000);
}

/// Sampled admissible inputs stay inside the bounds, with each way to take the catch-all.
fn samples_stay_inside(cases: u64, samples: usize, size: impl Fn(&mut Random) -> Size) {
    let mut tried = 0_u64;
    for seed in 0..cases {
        let mut random = Random::new(seed);
        let size = size(&mut random);
        let text = text(&mut random, size);
        let case = case(&text);
        let Ok(weighing) = weigh(&case, &Options::default()) else { continue };
        let model = Model::new(&case);
        for _ in 0..samples {
            let values = admissible(&model, &mut random);
            let likelihoods = model.likelihoods(&values);
            if likelihoods.iter().all(|ln| *ln == f64::NEG_INFINITY) {
                // Where everything is impossible the posterior jumps to "none of these".
                continue;
            }
            for catch_all in [CatchAll::Middle, CatchAll::Least, CatchAll::Most] {
                let posterior = model.posterior(&values, catch_all).unwrap();
                tried += 1;
                for (share, standing) in posterior.shares().zip(&weighing.hypotheses) {
                    let bounds = standing.bounds;
                    assert!(
                        bounds.outer_low - 1e-9 <= share
                            && share <= bounds.outer_high + 1e-9,
                        "{} is {share}, outside {bounds:?} (seed {seed})\n{text}",
                        standing.key
                    );
                }
            }
        }
    }
    assert!(tried > cases * samples as u64, "most cases have a result");
}

#[test]
fn sampled_inputs_stay_inside_the_bounds() {
    samples_stay_inside(60, 100, |random| small(random, true));
}

fn large(random: &mut Random) -> Size {
    Size {
        hypotheses: 2 + random.below(4),
        sources: 12,
        items: 16,
        groups: 3,
        ranged: true,
        apart: false,
    }
}

#[test]
fn sampled_inputs_stay_inside_the_outer_bounds_of_large_cases() {
    samples_stay_inside(8, 100, large);
}

#[test]
#[ignore = "run by the evaluation"]
fn sampled_inputs_stay_inside_the_bounds_many() {
    samples_stay_inside(10, 20_000, |random| small(random, true));
    samples_stay_inside(400, 200, |random| small(random, true));
    samples_stay_inside(10, 2_000, large);
}

/// Twenty newspapers that may all have copied the first, each with a range.
#[test]
fn sources_tied_by_more_ranges_than_a_table_holds_are_searched() {
    let mut text =
        "weigh = 1\nquestion = \"?\"\n[hypotheses]\na = \"\"\nb = \"\"\n[sources]\n"
            .to_owned();
    let papers = 0..20;
    text.extend(papers.clone().map(|i| format!("s{i} = {{ accuracy = [0.5, 0.8] }}\n")));
    text.extend(papers.clone().map(|i| {
        format!(
            "[evidence.i{i}]\nsource = \"s{i}\"\nif = {{ a = 0.8, b = [0.1, 0.3] }}\n"
        )
    }));
    let items: Vec<String> = papers.map(|i| format!("i{i}")).collect();
    text += &format!(
        "[[dependence]]\nitems = {items:?}\norigin = \"i0\"\nchance = [0.5, 0.9]\n"
    );
    let case = case(&text);
    let weighing = weigh(&case, &Options::default()).unwrap();
    assert_eq!(weighing.ranged_inputs, 21);
    let model = Model::new(&case);
    let mut random = Random::new(3);
    for _ in 0..300 {
        let values = admissible(&model, &mut random);
        for catch_all in [CatchAll::Least, CatchAll::Most] {
            let posterior = model.posterior(&values, catch_all).unwrap();
            for (share, standing) in posterior.shares().zip(&weighing.hypotheses) {
                // The search reaches at least as far as any sample.
                let bounds = standing.bounds;
                assert!(bounds.low - 1e-9 <= share && share <= bounds.high + 1e-9);
                assert!(
                    bounds.outer_low <= bounds.low && bounds.high <= bounds.outer_high
                );
            }
        }
    }
}

/// Two copies in full of an item change nothing, wherever it stands.
fn a_full_copy_changes_nothing(cases: u64) {
    for seed in 0..cases {
        let mut random = Random::new(seed);
        let mut size = small(&mut random, false);
        size.items += 1;
        size.groups = 0;
        let text = text(&mut random, size);
        let Some(before) = point(&case(&text)) else { continue };
        let given: Vec<String> = (0..size.hypotheses)
            .map(|h| format!("h{h} = {:?}", random.share()))
            .collect();
        let copied = format!(
            "{}[evidence.copy]\nsource = \"copyist\"\nif = {{ {} }}\n\
             [[dependence]]\nitems = [\"i0\", \"copy\"]\norigin = \"i0\"\nchance = 1\n",
            text.replace("[sources]\n", "[sources]\ncopyist = { accuracy = 0.7 }\n"),
            given.join(", ")
        );
        let after = point(&case(&copied)).unwrap();
        assert!(apart(&before, &after) < 1e-12, "{copied}");
    }
}

#[test]
fn a_copy_in_full_changes_nothing() {
    a_full_copy_changes_nothing(200);
}

#[test]
#[ignore = "run by the evaluation"]
fn a_copy_in_full_changes_nothing_many() {
    a_full_copy_changes_nothing(20_000);
}

/// An accurate source's item, told as two parts whose chances multiply to those of the whole.
fn splitting_changes_nothing(cases: u64) {
    for seed in 0..cases {
        let mut random = Random::new(seed);
        let size = small(&mut random, false);
        let text = text(&mut random, size);
        let whole: Vec<f64> =
            (0..size.hypotheses).map(|_| 0.01 + 0.98 * random.share()).collect();
        let first: Vec<f64> = whole.iter().map(|p| random.between(*p, 1.0)).collect();
        let item = |name: &str, given: Vec<f64>| {
            let given = given.iter().enumerate().map(|(h, p)| format!("h{h} = {p:?}"));
            let given = given.collect::<Vec<_>>().join(", ");
            format!("[evidence.{name}]\nsource = \"wreck\"\nif = {{ {given} }}\n")
        };
        let accuracy = ["1", "0.8"][random.below(2)];
        let base = text.replace(
            "[sources]\n",
            &format!("[sources]\nwreck = {{ accuracy = {accuracy} }}\n"),
        );
        let rest = whole.iter().zip(&first).map(|(whole, first)| whole / first).collect();
        let one = format!("{base}{}", item("whole", whole.clone()));
        let two = format!("{base}{}{}", item("first", first), item("rest", rest));
        let (Some(one), Some(two)) = (point(&case(&one)), point(&case(&two))) else {
            continue;
        };
        assert!(apart(&one, &two) < 1e-12, "{two:?}");
    }
}

#[test]
fn splitting_an_item_leaves_none_of_these_and_all_else_unchanged() {
    splitting_changes_nothing(200);
}

#[test]
#[ignore = "run by the evaluation"]
fn splitting_an_item_leaves_none_of_these_and_all_else_unchanged_many() {
    splitting_changes_nothing(20_000);
}

/// Other names in another order: the same result in that order.
fn relabelling_permutes(cases: u64) {
    for seed in 0..cases {
        let mut random = Random::new(seed);
        let size = small(&mut random, true);
        let text = text(&mut random, size);
        let (head, rest) = text.split_once("[hypotheses]\n").unwrap();
        let (names, rest) = rest.split_once("[prior]\n").unwrap();
        let reversed: Vec<&str> = names.lines().rev().collect();
        let turned =
            format!("{head}[hypotheses]\n{}\n[prior]\n{rest}", reversed.join("\n"));
        let ends = |text: &str| {
            let weighing = weigh(&case(text), &Options::default()).ok()?;
            Some(
                weighing
                    .hypotheses
                    .into_iter()
                    .map(|h| [h.posterior, h.bounds.low, h.bounds.high])
                    .collect::<Vec<_>>(),
            )
        };
        let (Some(before), Some(mut after)) = (ends(&text), ends(&turned)) else {
            continue;
        };
        after[..size.hypotheses].reverse();
        let difference = apart(&before.concat(), &after.concat());
        assert!(difference < 1e-12, "{difference} apart\n{text}");
    }
}

#[test]
fn relabelling_the_hypotheses_permutes_the_result() {
    relabelling_permutes(60);
}

#[test]
#[ignore = "run by the evaluation"]
fn relabelling_the_hypotheses_permutes_the_result_many() {
    relabelling_permutes(2_000);
}

#[test]
fn without_evidence_the_priors_stand() {
    for seed in 0..100 {
        let mut random = Random::new(seed);
        let mut size = small(&mut random, true);
        let with = text(&mut random, size);
        size.items = 0;
        let bare = text(&mut random, size);
        let all: Vec<String> = case(&with).sources().map(str::to_owned).collect();
        let options = Options { without: &all, ..Options::default() };
        for weighing in
            [weigh(&case(&bare), &Options::default()), weigh(&case(&with), &options)]
        {
            for standing in weighing.unwrap().hypotheses {
                assert!((standing.prior - standing.posterior).abs() < 1e-12);
            }
        }
    }
}

#[test]
fn nothing_in_a_result_is_not_a_number() {
    for seed in 0..150 {
        let mut random = Random::new(seed);
        let size = small(&mut random, true);
        let text = text(&mut random, size);
        let Ok(weighing) = weigh(&case(&text), &Options::default()) else { continue };
        let shown = format!("{weighing:?}");
        assert!(!shown.contains("NaN"), "seed {seed}\n{text}\n{shown}");
    }
}

#[test]
fn the_same_case_gives_the_same_result() {
    let mut random = Random::new(7);
    let size = large(&mut random);
    let text = text(&mut random, size);
    let once = weigh(&case(&text), &Options::default());
    assert!(once.is_ok());
    assert_eq!(once, weigh(&case(&text), &Options::default()));
}
