//! A case with everything in it, laid out in each form.

use super::*;
use alpheus_weigh::{Options, read, weigh};

/// Ranges, copies, a failure, distributions, assessors, tests; odd marks in the words.
const CASE: &str = r#"
weigh = 1
question = "Was it <he> | *or* `she`?"
none_of_these = 0.1
[hypotheses]
he = "He & nobody else"
she = "She"
[sources]
one = { say = "A <b>witness</b>", accuracy = { triangular = [0.5, 0.8, 0.9] } }
two = { grade = "C" }
three = { grade = "B", together = 0.5 }
[evidence.seen]
source = "one"
if = { he = "likely", she = 0 }
[evidence.seen-again]
source = "two"
if = { he = "likely", she = 0 }
[evidence.heard]
source = "three"
if = { he = 0.3, she = { uniform = [0.5, 0.9] } }
[evidence.found]
source = "three"
if = { he = 0.3, she = 0.4 }
[[dependence]]
items = ["seen", "seen-again"]
origin = "seen"
chance = 0.9
because = "He read it."
[[test]]
name = "Letters"
if = { he = 0.1, she = 0.7 }
[assessors.a]
belief = { he = 0.4, she = 0.7 }
[assessors.b]
if = { heard = { she = 0.3 } }
"#;

fn weighing() -> Weighing {
    let case = read(CASE, None).case.unwrap();
    let other = read(CASE, Some(alpheus_weigh::Scale::Kent1964)).case;
    weigh(&case, &Options { other_scale: other.as_ref(), ..Options::default() }).unwrap()
}

const TITLES: [&str; 12] = [
    "The evidence alone, without any prior",
    "After the evidence",
    "What each item does",
    "What the sources carry",
    "What is taken to depend",
    "What would change the result",
    "What would be worth finding out",
    "Beside it: competing hypotheses by inconsistency",
    "Assessor by assessor",
    "Draws from the distributions given",
    "If words mean something else",
    "Limits",
];

#[test]
fn every_section_is_in_every_form() {
    let weighing = weighing();
    let forms = [
        text(&weighing, Screen { width: 90, color: false }),
        text(&weighing, Screen { width: 90, color: true }),
        markdown(&weighing),
        html(&weighing),
    ];
    for form in forms {
        let places: Vec<_> = TITLES.iter().map(|title| form.find(title)).collect();
        assert!(places.iter().all(Option::is_some), "{places:?}\n{form}");
        assert!(places.is_sorted(), "{places:?}");
        assert!(!form.contains("NaN") && !form.contains("inf "), "{form}");
    }
}

#[test]
fn words_of_a_case_are_no_markup() {
    let weighing = weighing();
    let page = html(&weighing);
    assert!(page.contains("&lt;he&gt;") && page.contains("&lt;b&gt;witness&lt;/b&gt;"));
    assert!(page.contains("He &amp; nobody else"));
    assert!(!page.contains("<script") && !page.contains("<b>w"));
    let page = markdown(&weighing);
    assert!(page.contains(r"\<he\> \| \*or\*"), "{page}");
    let cells = page.lines().filter(|line| line.starts_with("| seen |"));
    assert!(
        cells.map(|line| line.matches(" | ").count()).all(|count| count == 3),
        "{page}"
    );
}

#[test]
fn json_has_all_figures() {
    let json: serde_json::Value = serde_json::from_str(&json(&weighing())).unwrap();
    assert_eq!(json["leader"], "he");
    assert_eq!(json["hypotheses"].as_array().map(Vec::len), Some(3));
    assert_eq!(json["assessment"]["opinions"].as_array().map(Vec::len), Some(2));
    assert_eq!(json["simulation"]["draws"], 10_000);
}
