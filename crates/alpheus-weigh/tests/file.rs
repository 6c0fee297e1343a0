//! Mistakes in a case file: each is named, at its place, and all at once.

#![allow(clippy::unwrap_used, reason = "a test may fail")]
#![allow(
    clippy::format_push_string,
    reason = "case files are put together piece by piece"
)]
#![allow(clippy::format_collect, reason = "case files are put together piece by piece")]

use alpheus_weigh::{
    Edit, Fault, FaultLevel, Lineage, Options, Scale, read, schema, weigh,
};

const GOOD: &str = r#"
weigh = 1
question = "Who began the fire at the mill?"
date = "1812-03-02"

none_of_these = 0.1                      # nobody knows

[hypotheses]
spark = "A spark from the dryer"
rival = "Men of the rival mill"

[prior]
spark = 2

[sources]
smith = { say = "Smith, a carter", grade = "C", file = "sources/smith.txt" }
jones = { say = "Jones, who had it from Smith", accuracy = [0.4, 0.7], anyway = 0.6, file = "sources/jones.txt" }
clerk = { say = "The insurer's clerk", accuracy = 0.9 }

[evidence.men]
say = "Men were seen running"
source = "smith"
if = { spark = "unlikely", rival = "likely" }
at = { file = "sources/smith.txt", words = "three men running" }

[evidence.men-again]
say = "Men were seen running"
source = "jones"
if = { spark = "unlikely", rival = "very likely" }
absent_for = ["spark"]

[evidence.dryer]
say = "The dryer was hot"
source = "clerk"
if = { spark = 0.9, rival = [0.2, 0.5] }
absent_for = ["rival"]

[[dependence]]
items = ["men", "men-again"]
origin = "men"
chance = [0.5, 0.9]

[[test]]
name = "Footprints below the wall"
if = { spark = 0.05, rival = 0.6 }

[assessors.a]
say = "One of us"
prior = { rival = 3 }
if = { men = { spark = 0.1 } }
belief = { spark = 0.4, rival = 0.7 }
"#;

/// The names of the faults, each with the words at its place.
fn faults(text: &str) -> Vec<(&'static str, String)> {
    let found = read(text, None).faults;
    found.iter().map(|fault| (fault.name, at(text, fault))).collect()
}

fn at(text: &str, fault: &Fault) -> String {
    text[fault.labels[0].0.range()].to_owned()
}

#[test]
fn a_good_case_has_no_fault_and_is_weighed() {
    assert_eq!(faults(GOOD), []);
    let case = read(GOOD, None).case.unwrap();
    assert_eq!(case.question(), "Who began the fire at the mill?");
    let weighing = weigh(&case, &Options::default()).unwrap();
    assert_eq!(weighing.assessment.unwrap().opinions.len(), 1);
}

/// What is put in the place of what, the fault, and the words at its place.
type Slip = (&'static str, &'static str, &'static str, &'static str);

const SLIPS: &[Slip] = &[
    ("weigh = 1", "", "missing-key", ""),
    ("weigh = 1", "weigh = 2", "unknown-version", "2"),
    ("weigh = 1", "weigh = \"one\"", "wrong-type", "\"one\""),
    ("question = ", "# ", "missing-key", ""),
    ("question", "qestion", "unknown-key", "qestion"),
    ("1812-03-02", "1812-13-02", "not-a-date", "\"1812-13-02\""),
    ("none_of_these = 0.1", "none_of_these = 1", "nothing-left", "1"),
    ("none_of_these = 0.1", "none_of_these = 1.2", "not-a-probability", "1.2"),
    ("none_of_these = 0.1", "none_of_these = true", "not-a-probability", "true"),
    ("none_of_these = 0.1", "threshold = 0.5", "not-a-threshold", "0.5"),
    ("none_of_these = 0.1", "scale = \"kent\"", "unknown-value", "\"kent\""),
    ("[prior]\nspark", "[prior]\nspakr", "unknown-hypothesis", "spakr"),
    ("[prior]\nspark = 2", "[prior]\nspark = -1", "not-a-weight", "-1"),
    ("[prior]\nspark = 2", "[prior]\nspark = [3, 2]", "range-upside-down", "[3, 2]"),
    ("[prior]\nspark = 2", "[prior]\nspark = \"likely\"", "not-a-weight", "\"likely\""),
    (
        "rival = \"Men of",
        "none_of_these = \"x\"\nrival = \"Men of",
        "reserved-name",
        "none_of_these",
    ),
    ("grade = \"C\"", "grade = \"G\"", "unknown-grade", "\"G\""),
    ("grade = \"C\"", "grade = \"C\", accuracy = 0.5", "accuracy-and-grade", "\"C\""),
    ("grade = \"C\"", "gradee = \"C\"", "unknown-key", "gradee"),
    ("[0.4, 0.7]", "[0.7, 0.4]", "range-upside-down", "[0.7, 0.4]"),
    (
        "[0.4, 0.7]",
        "{ uniform = [0.4, 70] }",
        "not-a-probability",
        "{ uniform = [0.4, 70] }",
    ),
    (
        "[0.4, 0.7]",
        "{ triangular = [0.4, 0.9, 0.7] }",
        "range-upside-down",
        "{ triangular = [0.4, 0.9, 0.7] }",
    ),
    ("source = \"clerk\"", "source = \"clark\"", "unknown-source", "\"clark\""),
    ("source = \"clerk\"", "", "evidence-without-source", "dryer"),
    ("if = { spark = 0.9, rival = [0.2, 0.5] }", "", "missing-likelihood", "dryer"),
    ("spark = 0.9, rival", "rival", "missing-likelihood", "{ rival = [0.2, 0.5] }"),
    (
        "spark = 0.9, rival",
        "spark = 0.9, flood = 0.1, rival",
        "unknown-hypothesis",
        "flood",
    ),
    ("spark = 0.9", "spark = 90", "not-a-probability", "90"),
    ("spark = 0.9", "spark = \"very lickely\"", "unknown-word", "\"very lickely\""),
    ("spark = 0.9", "spark = nan", "not-a-probability", "nan"),
    (
        "absent_for = [\"rival\"]",
        "absent_for = [\"rivals\"]",
        "unknown-hypothesis",
        "\"rivals\"",
    ),
    (
        "absent_for = [\"rival\"]",
        "confirmed_by = [\"dryer\"]",
        "confirms-itself",
        "\"dryer\"",
    ),
    (
        "absent_for = [\"rival\"]",
        "confirmed_by = [\"drier\"]",
        "unknown-item",
        "\"drier\"",
    ),
    (
        "items = [\"men\", \"men-again\"]",
        "items = [\"men\"]",
        "depends-on-itself",
        "[\"men\"]",
    ),
    (
        "items = [\"men\", \"men-again\"]",
        "items = [\"men\", \"women\"]",
        "unknown-item",
        "\"women\"",
    ),
    (
        "items = [\"men\", ",
        "items = [\"men-again\", \"men\", ",
        "item-twice",
        "\"men-again\"",
    ),
    ("items = [\"men\", ", "items = [\"dryer\", ", "origin-not-among-items", "\"men\""),
    ("origin = \"men\"", "", "missing-key", "[\"men\", \"men-again\"]"),
    ("origin = \"men\"", "origin = \"man\"", "unknown-item", "\"man\""),
    (
        "origin = \"men\"",
        "kind = \"common-failure\"\norigin = \"men\"",
        "unused-key",
        "\"men\"",
    ),
    ("origin = \"men\"", "kind = \"copied\"", "unknown-value", "\"copied\""),
    ("chance = [0.5, 0.9]", "chance = [0.5, 0.9]\nanyway = 0.5", "unused-key", "0.5"),
    (
        "belief = { spark = 0.4, rival",
        "belief = { rival",
        "missing-belief",
        "{ rival = 0.7 }",
    ),
    ("belief = { spark = 0.4", "belief = { spark = 4", "not-a-probability", "4"),
    ("if = { men = {", "if = { man = {", "unknown-item", "man"),
    ("prior = { rival = 3 }", "weight = 0", "not-a-weight", "0"),
    ("name = \"Footprints below the wall\"", "", "missing-key", ""),
    ("[hypotheses]\n", "[hypotheses]\n= 3\n", "not-toml", ""),
];

#[test]
fn each_mistake_is_named_at_its_place() {
    for (old, new, name, words) in SLIPS {
        let text = GOOD.replacen(old, new, 1);
        assert_ne!(text, GOOD, "{old}");
        let reading = read(&text, None);
        let named = |fault: &&Fault| fault.name == *name;
        let Some(fault) = reading.faults.iter().find(named) else {
            panic!("{new}: no {name} among {:#?}", reading.faults);
        };
        assert_eq!(fault.level, FaultLevel::Error, "{new}");
        assert!(
            words.is_empty() || at(&text, fault) == *words,
            "{new}: {}",
            at(&text, fault)
        );
        assert!(reading.case.is_none(), "{new} can't be weighed");
    }
}

#[test]
fn a_slip_has_no_other_fault_beside_it() {
    for (old, new, name, _) in SLIPS {
        // These leave nothing of the rest as it was.
        if ["not-toml", "reserved-name"].contains(name) {
            continue;
        }
        let text = GOOD.replacen(old, new, 1);
        let errors = read(&text, None).faults;
        let errors: Vec<_> = errors.iter().map(|fault| fault.name).collect();
        // A key that is mistyped is missing too.
        assert!(errors.len() <= 2 && errors.contains(name), "{new}: {errors:?}");
    }
}

#[test]
fn all_mistakes_are_told_at_once_in_the_order_of_the_file() {
    let text = GOOD
        .replace("[0.4, 0.7]", "[0.7, 0.4]")
        .replace("source = \"clerk\"", "source = \"clark\"")
        .replace("spark = 0.9", "spark = 1.9")
        .replace("items = [\"men\", \"men-again\"]", "items = [\"men\"]");
    let names: Vec<_> = faults(&text).into_iter().map(|(name, _)| name).collect();
    assert_eq!(
        names,
        ["range-upside-down", "unknown-source", "not-a-probability", "depends-on-itself"]
    );
}

#[test]
fn copies_in_a_circle_are_refused() {
    let text = format!(
        "{GOOD}\n[[dependence]]\nitems = [\"men-again\", \"dryer\"]\norigin = \"men-again\"\n\
         chance = 0.5\n[[dependence]]\nitems = [\"dryer\", \"men\"]\norigin = \"dryer\"\nchance = 0.5\n"
    );
    let found = read(&text, None).faults;
    let cycle = found.iter().find(|fault| fault.name == "copy-cycle").unwrap();
    assert_eq!(cycle.labels.len(), 3, "all three groups are shown");
    // Without the last there is a chain, which is none.
    let chain = text.rsplit_once("[[dependence]]").unwrap().0;
    assert!(faults(chain).iter().all(|(name, _)| *name != "copy-cycle"));
    assert!(read(chain, None).case.is_some());
}

#[test]
fn an_item_has_one_origin() {
    let text = format!(
        "{GOOD}\n[[dependence]]\nitems = [\"dryer\", \"men-again\"]\norigin = \"dryer\"\nchance = 0.5\n"
    );
    assert_eq!(faults(&text)[0], ("in-two-groups", "\"men-again\"".to_owned()));
}

#[test]
fn too_many_groups_over_the_same_sources_are_refused() {
    let mut text = GOOD.split("[[dependence]]").next().unwrap().to_owned();
    for i in 0..14 {
        text += &format!(
            "[evidence.x{i}]\nsource = \"smith\"\nif = {{ spark = 0.5, rival = 0.6 }}\n\
             [[dependence]]\nitems = [\"men\", \"x{i}\"]\norigin = \"men\"\nchance = 0.5\n"
        );
    }
    let found = faults(&text);
    assert!(found.iter().any(|(name, _)| *name == "too-tangled"), "{found:?}");
}

#[test]
fn too_many_ranges_over_the_same_sources_are_refused() {
    let text = GOOD.replace(
        "clerk = { say = \"The insurer's clerk\", accuracy = 0.9 }",
        "clerk = { accuracy = [0.5, 0.9], anyway = [0.4, 0.6], together = [0.2, 0.8] }",
    );
    let item = |i: usize| {
        format!(
            "[evidence.x{i}]\nsource = \"clerk\"\nif = {{ spark = 0.5, rival = 0.6 }}\n"
        )
    };
    let with = |count: usize| {
        let items: String = (0..count).map(item).collect();
        text.replace("[[dependence]]", &format!("{items}[[dependence]]"))
    };
    assert_eq!(faults(&with(40))[0], ("too-tangled", "clerk".to_owned()));
    let case = read(&with(20), None).case.unwrap();
    assert!(weigh(&case, &Options::default()).is_ok());
}

/// What can be weighed, but may mislead.
const ODD: &[Slip] = &[
    ("none_of_these = 0.1", "none_of_these = 0", "exhaustive", "0"),
    (
        "rival = \"very likely\"",
        "rival = \"very unlikely\"",
        "contradicts-its-origin",
        "\"men-again\"",
    ),
    (
        "absent_for = [\"spark\"]",
        "absent_for = [\"spark\"]\nconfirmed_by = [\"men\"]",
        "confirmed-by-copy",
        "\"men\"",
    ),
    (
        "rival = [0.2, 0.5]",
        "rival = 0.9",
        "does-not-discriminate",
        "{ spark = 0.9, rival = 0.9 }",
    ),
    (
        "spark = 0.9, rival = [0.2, 0.5]",
        "spark = 0, rival = 0",
        "impossible-under-all",
        "{ spark = 0, rival = 0 }",
    ),
    ("absent_for = [\"spark\"]", "", "nothing-expected-absent", "spark"),
    ("clerk = {", "porter = {}\nclerk = {", "silent-source", "porter"),
];

#[test]
fn what_is_odd_is_told_and_weighed() {
    for (old, new, name, words) in ODD {
        let text = GOOD.replacen(old, new, 1);
        let reading = read(&text, None);
        let names: Vec<_> = reading.faults.iter().map(|fault| fault.name).collect();
        assert_eq!(names, [*name], "{new}");
        assert_ne!(reading.faults[0].level, FaultLevel::Error);
        assert_eq!(at(&text, &reading.faults[0]), *words);
        assert!(reading.case.is_some());
    }
}

#[test]
fn what_two_tell_independently_is_confirmed() {
    let by = "absent_for = [\"spark\"]\nconfirmed_by = [\"men\", \"dryer\"]";
    assert_eq!(faults(&GOOD.replace("absent_for = [\"spark\"]", by)), []);
    // A copy that only may be less sure is no contradiction.
    let vague = GOOD.replace("rival = \"very likely\"", "rival = [0.1, 0.9]");
    assert_eq!(faults(&vague), []);
}

#[test]
fn the_scale_can_be_another() {
    let share = |scale| {
        let case = read(GOOD, Some(scale)).case.unwrap();
        weigh(&case, &Options::default()).unwrap().hypotheses[0].posterior
    };
    assert!((share(Scale::Icd203) - share(Scale::Kent1964)).abs() > 1e-3);
    let reading = read(GOOD, Some(Scale::Numbers));
    assert_eq!(reading.faults.len(), 4, "each word is named");
    assert!(reading.faults.iter().all(|fault| fault.name == "unknown-word"));
}

#[test]
fn nothing_fails_on_a_file_that_is_cut_off() {
    for end in (0..GOOD.len()).filter(|&end| GOOD.is_char_boundary(end)) {
        let reading = read(&GOOD[..end], None);
        for fault in &reading.faults {
            assert!(GOOD[..end].get(fault.labels[0].0.range()).is_some());
        }
    }
}

#[test]
fn the_schema_names_what_a_file_has() {
    let schema = schema();
    let json: serde_json::Value = serde_json::from_str(&schema).unwrap();
    for key in
        ["weigh", "question", "none_of_these", "evidence", "dependence", "assessors"]
    {
        assert!(json["properties"].get(key).is_some(), "{key}");
    }
    let required: Vec<_> = json["required"]
        .as_array()
        .unwrap()
        .iter()
        .map(|key| key.as_str().unwrap())
        .collect();
    for key in ["weigh", "question", "hypotheses"] {
        assert!(required.contains(&key), "{key} is required: {required:?}");
    }
    assert!(!required.contains(&"date"), "{required:?}");
}

const LINEAGE: &str = r#"
{"origin": "sources/smith.txt", "copies": ["sources/jones.txt"], "passage": "three men running", "chance": [0.6, 0.9]}
{"origin": "sources/smith.txt", "copies": ["sources/other.txt"], "passage": "and so on"}
"#;

#[test]
fn a_lineage_becomes_a_dependence() {
    let text = GOOD.replace(
        "[[dependence]]\nitems = [\"men\", \"men-again\"]\norigin = \"men\"\nchance = [0.5, 0.9]\n",
        "",
    );
    let case = read(&text, None).case.unwrap();
    let mut edit = Edit::new(&text).unwrap();
    let told = Lineage::read(LINEAGE).unwrap().add(&case, &mut edit).unwrap();
    assert_eq!(told[0].items, Ok(vec!["men".to_owned(), "men-again".to_owned()]));
    assert_eq!(told[1].items, Err("no item is drawn from its copies".to_owned()));
    let edited = edit.text();
    assert!(edited.contains("none_of_these = 0.1                      # nobody knows"));
    let case = read(&edited, None).case.unwrap();
    let weighing = weigh(&case, &Options::default()).unwrap();
    assert_eq!(weighing.dependence[0].passage.as_deref(), Some("three men running"));
    assert!((weighing.dependence[0].chance - 0.75).abs() < 1e-12);
    // A second time there is nothing left to add.
    let told = Lineage::read(LINEAGE).unwrap().add(&case, &mut edit).unwrap();
    assert!(told[0].items.is_err());
}

#[test]
fn a_line_that_is_no_lineage_is_named() {
    for (text, words) in [
        ("{}", "line 1: missing field"),
        ("\n[1]", "line 2: "),
        (
            r#"{"origin": "a", "copies": [], "passage": "", "chance": 2}"#,
            "line 1: the chance",
        ),
    ] {
        let error = Lineage::read(text).unwrap_err();
        assert!(error.is_syntax() && error.to_string().starts_with(words), "{error}");
    }
}
