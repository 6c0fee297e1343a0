//! Problems with a closed form, each put as a case or a network.

use super::{common::case, number, shared_json, within};
use alpheus_weigh::{
    CatchAll, Mark, Model, Options, Scale, inconsistency,
    network::{Network, Solver, Variable},
    weigh,
};
use serde_json::Value;

/// One problem of the file.
fn problem(id: &str) -> Option<Value> {
    let all = shared_json("eval/weigh/closed_form.json")?;
    let found = all.as_array().unwrap().iter().find(|problem| problem["id"] == id);
    Some(found.unwrap_or_else(|| panic!("there is a problem {id}")).clone())
}

fn near(id: &str, found: f64, expected: &Value) {
    within(id, (found - number(expected)).abs(), 1e-12);
}

/// Two hypotheses with prior weights, and items from sources that are always accurate.
fn two(weights: [f64; 2], items: &[[f64; 2]]) -> Vec<f64> {
    let mut text = format!(
        "weigh = 1\nquestion = \"?\"\nnone_of_these = 0\n[hypotheses]\na = \"A\"\nb = \"B\"\n\
         [prior]\na = {:?}\nb = {:?}\n[sources]\ns = {{ accuracy = 1 }}\n",
        weights[0], weights[1]
    );
    for (i, [a, b]) in items.iter().enumerate() {
        text += &format!(
            "[evidence.i{i}]\nsource = \"s\"\nif = {{ a = {a:?}, b = {b:?} }}\n"
        );
    }
    super::common::point(&case(&text)).unwrap()
}

#[test]
fn sally_clark() {
    let Some(problem) = problem("sally-clark-fenton-2014") else { return };
    let ratio = number(&problem["inputs"]["LR_for_prosecution"]);
    let item = [1.0 / ratio, 1.0];
    let expected = &problem["expected"];
    near(
        "sally-clark",
        two([30.0, 1.0], &[item])[0],
        &expected["posterior_SIDS_vs_double_murder"],
    );
    near(
        "sally-clark",
        two([5.0, 2.0], &[item])[0],
        &expected["posterior_SIDS_vs_at_least_one"],
    );
}

/// One couple or at least two: the chance of two, given one, from a binomial.
#[test]
fn people_v_collins() {
    let Some(problem) = problem("people-v-collins") else { return };
    let factors = [10.0, 4.0, 10.0, 3.0, 10.0, 1000.0];
    let product: f64 = factors.iter().map(|f| 1.0 / f).product();
    for (n, expected) in
        problem["expected"]["P_at_least_two_given_one"].as_object().unwrap()
    {
        let n: f64 = n.parse().unwrap();
        let none = (n * (-product).ln_1p()).exp();
        let one = n * product * ((n - 1.0) * (-product).ln_1p()).exp();
        let two = two([one, 1.0 - none - one], &[])[1];
        within("people-v-collins", (two - number(expected)).abs(), 1e-8);
    }
}

/// The one who matched against all who were not looked at.
#[test]
fn cold_hit() {
    let Some(problem) = problem("cold-hit-puckett") else { return };
    let (inputs, expected) = (&problem["inputs"], &problem["expected"]);
    let (profiles, chance) = (number(&inputs["database"]), number(&inputs["rmp"]));
    near("cold-hit", profiles * chance, &expected["expected_innocent_matches"]);
    let some = -(profiles * (-chance).ln_1p()).exp_m1();
    within(
        "cold-hit",
        (some - number(&expected["P_at_least_one_innocent_match"])).abs(),
        1e-9,
    );
    for (n, value) in expected["posterior_uniform_prior"].as_object().unwrap() {
        let others = n.parse::<f64>().unwrap() - profiles;
        near("cold-hit", two([1.0, others], &[[1.0, chance]])[0], value);
    }
}

/// Neutral between two that exhaust the possibilities; of others the linter warns.
#[test]
fn barry_george() {
    let Some(problem) = problem("barry-george-gsr") else { return };
    let inputs = &problem["inputs"];
    let item =
        [number(&inputs["P_particle_if_fired"]), number(&inputs["P_particle_if_not"])];
    let change = two([1.0, 3.0], &[item])[0] - two([1.0, 3.0], &[])[0];
    near("barry-george", change, &problem["expected"]["change_in_posterior"]);
    near("barry-george", item[0] / item[1], &problem["expected"]["LR"]);
    let text = "weigh = 1\nquestion = \"?\"\n[hypotheses]\nfired = \"\"\nnot = \"\"\n[sources]\n\
                lab = { accuracy = 1 }\n[evidence.particle]\nsource = \"lab\"\n\
                if = { fired = 0.01, not = 0.01 }\n";
    let faults = alpheus_weigh::read(text, None).faults;
    let help = faults.iter().find(|fault| fault.name == "does-not-discriminate").unwrap();
    assert!(
        help.help.as_ref().unwrap().contains("it may still speak for one that is not")
    );
}

#[test]
fn screening() {
    let Some(problem) = problem("screening-eddy") else { return };
    let inputs = &problem["inputs"];
    let prior = number(&inputs["prior"]);
    let item = [number(&inputs["sens"]), number(&inputs["false_pos"])];
    let found = two([prior, 1.0 - prior], &[item])[0];
    near("screening", found, &problem["expected"]["posterior"]);
}

#[test]
fn openmarkov_tutorial() {
    let Some(problem) = problem("openmarkov-tutorial") else { return };
    let inputs = &problem["inputs"];
    let (prior, sens) = (number(&inputs["prior"]), number(&inputs["sens"]));
    let spec = number(&inputs["spec"]);
    let weights = [prior, 1.0 - prior];
    let expected = &problem["expected"];
    near("openmarkov", two(weights, &[[sens, 1.0 - spec]])[0], &expected["PPV"]);
    near("openmarkov", two(weights, &[[1.0 - sens, spec]])[1], &expected["NPV"]);
}

/// The chance of "yes" of a variable, given others that are "yes".
fn solve(network: &Network, query: &str, known: &[&str]) -> f64 {
    let known: Vec<_> = known.iter().map(|name| (*name, "yes")).collect();
    let evidence = network.evidence(&known).unwrap();
    let posteriors = Solver::new(network).unwrap().posteriors(&evidence).unwrap();
    posteriors.of(network.find(query).unwrap())[1]
}

#[test]
fn sprinkler() {
    let Some(problem) = problem("sprinkler-murphy") else { return };
    let network = Network::new(vec![
        Variable::binary("C", &[], &[0.5]),
        Variable::binary("S", &[0], &[0.5, 0.1]),
        Variable::binary("R", &[0], &[0.2, 0.8]),
        Variable::binary("W", &[1, 2], &[0.0, 0.9, 0.9, 0.99]),
    ])
    .unwrap();
    let expected = &problem["expected"];
    near("sprinkler", solve(&network, "W", &[]), &expected["P_W"]);
    near("sprinkler", solve(&network, "S", &["W"]), &expected["P_S_given_W"]);
    near("sprinkler", solve(&network, "R", &["W"]), &expected["P_R_given_W"]);
    near("sprinkler", solve(&network, "S", &["W", "R"]), &expected["P_S_given_WR"]);
}

#[test]
fn burglary() {
    let Some(problem) = problem("alarm-russell-norvig") else { return };
    let network = Network::new(vec![
        Variable::binary("B", &[], &[0.001]),
        Variable::binary("E", &[], &[0.002]),
        Variable::binary("A", &[0, 1], &[0.001, 0.29, 0.94, 0.95]),
        Variable::binary("J", &[2], &[0.05, 0.90]),
        Variable::binary("M", &[2], &[0.01, 0.70]),
    ])
    .unwrap();
    near(
        "burglary",
        solve(&network, "B", &["J", "M"]),
        &problem["expected"]["P_B_given_j_m"],
    );
}

#[test]
fn train_strike() {
    let Some(problem) = problem("train-strike-qmul") else { return };
    let network = Network::new(vec![
        Variable::binary("strike", &[], &[0.1]),
        Variable::binary("overslept", &[], &[0.4]),
        Variable::binary("martin", &[0, 1], &[0.5, 0.5, 0.6, 0.8]),
        Variable::binary("norman", &[0], &[0.1, 0.8]),
    ])
    .unwrap();
    let expected = &problem["expected"];
    let both = ["martin", "norman"];
    near("train-strike", solve(&network, "martin", &[]), &expected["P_martin_late"]);
    near(
        "train-strike",
        solve(&network, "strike", &["martin"]),
        &expected["P_strike_given_martin"],
    );
    near(
        "train-strike",
        solve(&network, "overslept", &["martin"]),
        &expected["P_overslept_given_martin"],
    );
    near(
        "train-strike",
        solve(&network, "strike", &both),
        &expected["P_strike_given_both"],
    );
    near(
        "train-strike",
        solve(&network, "overslept", &both),
        &expected["P_overslept_given_both"],
    );
}

/// Witnesses who may all have been failed by one line-up, which then makes each of them
/// point at the suspect with some chance, one as independently of another as before.
#[test]
fn too_good_to_be_true() {
    let Some(problem) = problem("too-good-to-be-true") else { return };
    let inputs = &problem["inputs"];
    let hit = 1.0 - number(&inputs["false_negative"]);
    let (wrong, failure) =
        (number(&inputs["false_positive"]), number(&inputs["failure"]));
    let anyway = number(&inputs["P_identify_if_failed"]);
    let expected =
        problem["expected"]["posterior_by_unanimous_witnesses"].as_array().unwrap();
    let mut shares = Vec::new();
    for (n, expected) in (1..).zip(expected) {
        let mut text = "weigh = 1\nquestion = \"?\"\nnone_of_these = 0\n[hypotheses]\n\
            guilty = \"\"\ninnocent = \"\"\n[sources]\n"
            .to_owned();
        for i in 0..n {
            text += &format!("s{i} = {{ accuracy = 1 }}\n");
        }
        for i in 0..n {
            text += &format!(
                "[evidence.i{i}]\nsource = \"s{i}\"\n\
                 if = {{ guilty = {hit:?}, innocent = {wrong:?} }}\n"
            );
        }
        if n > 1 {
            let items: Vec<String> = (0..n).map(|i| format!("i{i}")).collect();
            text += &format!(
                "[[dependence]]\nkind = \"common-failure\"\nitems = {items:?}\n\
                 chance = {failure:?}\nanyway = {:?}\n",
                anyway.powi(n)
            );
        } else {
            // A failure of one alone, put into its likelihoods.
            let mixed = |p: f64| (1.0 - failure) * p + failure * anyway;
            text = text
                .replace(
                    &format!("guilty = {hit:?}"),
                    &format!("guilty = {:?}", mixed(hit)),
                )
                .replace(
                    &format!("innocent = {wrong:?}"),
                    &format!("innocent = {:?}", mixed(wrong)),
                );
        }
        let share = super::common::point(&case(&text)).unwrap()[0];
        near("too-good-to-be-true", share, expected);
        shares.push(share);
    }
    let peak = shares.iter().enumerate().max_by(|a, b| a.1.total_cmp(b.1)).unwrap().0 + 1;
    assert_eq!(peak, problem["expected"]["peak_at"]);
}

/// Witnesses who copied one of them with some chance.
#[test]
fn independent_v_copied() {
    let Some(problem) = problem("independent-v-copied") else { return };
    let accuracy = number(&problem["inputs"]["accuracy"]);
    for (name, by_count) in problem["expected"].as_object().unwrap() {
        let chance = name.split_once('=').unwrap().1;
        for (n, expected) in by_count.as_object().unwrap() {
            let n: usize = n.parse().unwrap();
            let mut text =
                "weigh = 1\nquestion = \"?\"\nnone_of_these = 0\n[hypotheses]\n\
                yes = \"\"\nno = \"\"\n[sources]\n"
                    .to_owned();
            (0..n).for_each(|i| text += &format!("s{i} = {{ accuracy = 1 }}\n"));
            for i in 0..n {
                text += &format!(
                    "[evidence.i{i}]\nsource = \"s{i}\"\nif = {{ yes = {accuracy:?}, no = {:?} }}\n",
                    1.0 - accuracy
                );
            }
            if n > 1 {
                let items: Vec<String> = (0..n).map(|i| format!("i{i}")).collect();
                text += &format!(
                    "[[dependence]]\nitems = {items:?}\norigin = \"i0\"\nchance = {chance}\n"
                );
            }
            near(
                "independent-v-copied",
                super::common::point(&case(&text)).unwrap()[0],
                expected,
            );
        }
    }
}

/// The scores of two programs for a published matrix. What a third prints (squared scores,
/// standard deviations) is of that program alone.
#[test]
fn heuer_iraq() {
    let Some(problem) = problem("heuer-iraq") else { return };
    let matrix = problem["inputs"]["matrix"].as_object().unwrap();
    let mark = |value: &Value| match value.as_str().unwrap() {
        "+" => Mark::Consistent,
        "-" => Mark::Inconsistent,
        "--" => Mark::VeryInconsistent,
        other => panic!("{other} is a mark"),
    };
    for h in 0..3 {
        let score = inconsistency(matrix.values().map(|row| mark(&row[h])));
        assert_eq!(score, problem["expected"]["PARC_inconsistency"][h]);
        assert_eq!(-score, problem["expected"]["Burton_competinghypotheses"][h]);
    }
    let mut text =
        "weigh = 1\nquestion = \"?\"\n[hypotheses]\nh0 = \"\"\nh1 = \"\"\nh2 = \"\"\n\
        [sources]\ns = { accuracy = 1 }\n"
            .to_owned();
    for (name, row) in matrix {
        let chance = |h: usize| match mark(&row[h]) {
            Mark::Consistent => 0.7,
            Mark::Inconsistent => 0.3,
            Mark::VeryInconsistent => 0.1,
        };
        text += &format!(
            "[evidence.{name}]\nsource = \"s\"\nif = {{ h0 = {}, h1 = {}, h2 = {} }}\n",
            chance(0),
            chance(1),
            chance(2)
        );
    }
    let faults = alpheus_weigh::read(&text, None).faults;
    let bare = faults.iter().filter(|fault| fault.name == "does-not-discriminate");
    let bare: Vec<&str> = bare.map(|fault| fault.message.as_str()).collect();
    assert!(bare.len() == 1 && bare[0].contains("`E1`"), "{bare:?}");
    let found = weigh(&case(&text), &Options::default()).unwrap();
    assert_eq!(found.ach.scores, [-4, 0, -2]);
    assert_eq!(found.leader, "h1");
}

fn scale(id: &str, scale: Scale) {
    let Some(problem) = problem(id) else { return };
    for (word, range) in problem["expected"].as_object().unwrap() {
        let found = scale.word(word).unwrap_or_else(|| panic!("{word} is a word"));
        near(id, found.lo(), &range[0]);
        near(id, found.hi(), &range[1]);
    }
}

#[test]
fn kent() {
    scale("kent-1964", Scale::Kent1964);
}

#[test]
fn icd() {
    scale("icd-203", Scale::Icd203);
}

/// Its numbers are the taxonomy's own and not used; its letters are ours, in its order.
#[test]
fn admiralty() {
    let Some(problem) = problem("admiralty") else { return };
    let letters = &problem["expected"]["MISP numerical_value"];
    let accuracy = |letter: &str| {
        let text = format!(
            "weigh = 1\nquestion = \"?\"\n[hypotheses]\na = \"\"\nb = \"\"\n[sources]\n\
             s = {{ grade = \"{letter}\" }}\n[evidence.e]\nsource = \"s\"\nif = {{ a = 1, b = 0 }}\n"
        );
        let case = case(&text);
        weigh(&case, &Options::default()).unwrap().sources[0].accuracy
    };
    for pair in ["A", "B", "C", "D", "E"].windows(2) {
        assert!(number(&letters[pair[0]]) > number(&letters[pair[1]]));
        assert!(accuracy(pair[0]) > accuracy(pair[1]));
    }
}

/// However many statements one source makes, it counts no more than it can be relied on.
#[test]
fn a_source_has_a_cap() {
    let Some(problem) = problem("accuracy-idiom-cap") else { return };
    let (r, q) = (number(&problem["inputs"]["r"]), number(&problem["inputs"]["q"]));
    let mut text = format!(
        "weigh = 1\nquestion = \"?\"\n[hypotheses]\na = \"\"\nb = \"\"\n[sources]\n\
         s = {{ accuracy = {r}, anyway = {q} }}\n"
    );
    for i in 0..60 {
        text += &format!("[evidence.i{i}]\nsource = \"s\"\nif = {{ a = 1, b = 0.1 }}\n");
    }
    let case = case(&text);
    let model = Model::new(&case);
    let ln = model.likelihoods(&model.point());
    near(
        "accuracy-cap",
        (ln[0] - ln[1]).exp(),
        &problem["expected"]["max_LR_any_number_of_statements"],
    );
    assert!(model.posterior(&model.point(), CatchAll::Middle).is_some());
}
