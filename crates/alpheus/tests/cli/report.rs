//! `alpheus report`: pages for a browser. What they do there is tested in `web/tests`.

use super::*;
use serde_json::Value;

/// The data of a report.
fn data(html: &str) -> Value {
    let (_, rest) =
        html.split_once(r#"<script type="application/json" id="view">"#).unwrap();
    let (json, _) = rest.split_once("</script>").unwrap();
    serde_json::from_str(json).unwrap()
}

fn report(dir: &Dir, args: &[&str]) -> (Run, Value) {
    let run = dir.run(&[&["report", "-o", "report.html"], args].concat());
    let html = fs::read_to_string(dir.path().join("report.html")).unwrap_or_default();
    assert_eq!(run.out, "");
    let data = data(&html);
    (run, data)
}

/// The words at the places of a label, as a browser slices them.
fn words(account: &Value, at: &Value) -> String {
    let number = |value: &Value| value.as_u64().unwrap() as usize;
    let slice = |place: &Value| {
        let text = account["paragraphs"][number(&place[0])]["text"].as_str().unwrap();
        let units: Vec<u16> = text.encode_utf16().collect();
        String::from_utf16(&units[number(&place[1])..number(&place[2])]).unwrap()
    };
    at.as_array().unwrap().iter().map(slice).collect()
}

#[test]
fn a_finding_has_its_words_and_its_sum() {
    let dir =
        Dir::with(&[("a.md", &format!("# 𝔖hips\n\nThe 𝕬𝖏𝖆𝖝 *lay* there. {SLIP}\n"))]);
    let (run, view) = report(&dir, &["a.md"]);
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
    let account = &view["accounts"][0];
    let finding = &account["findings"][0];
    assert_eq!(finding["rule"], "weekday-mismatch");
    assert_eq!(words(account, &finding["labels"][0]["at"]), "Monday");
    assert_eq!(words(account, &finding["labels"][1]["at"]), "Monday, 23 July 1907");
    assert_eq!(account["checks"][0]["finding"], 0);
    assert_eq!(words(account, &view["timeline"][0]["at"]), "Monday, 23 July 1907");
    assert_eq!(view["timeline"][0]["finding"], 0);
    assert!(!view["claims"].as_array().unwrap().is_empty());
    assert_eq!((&view["title"], &view["case"]), (&"a.md".into(), &Value::Null));
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let dir = Dir::with(&[("a.md", SLIP), ("b.md", RIGHT)]);
    let args =
        |threads: &'static str| ["report", ".", "--together", "--threads", threads];
    let [one, two] = ["1", "2"].map(|threads| dir.run(&args(threads)).out);
    assert!(one == two && one.starts_with("<!doctype html>"));
}

#[test]
fn what_is_suppressed_is_counted_and_its_check_points_nowhere() {
    let text = format!(
        "<!-- alpheus-ignore weekday-mismatch: so in the log -->\n\n{SLIP}\n\nThe mail left \
         Dover on Monday, 24 July 1907.\n"
    );
    let dir = Dir::with(&[("a.md", &text)]);
    let (_, view) = report(&dir, &["a.md"]);
    let account = &view["accounts"][0];
    assert_eq!(account["counts"]["suppressed"], 1);
    let findings = account["findings"].as_array().unwrap();
    assert_eq!(findings.len(), 1);
    assert_eq!(words(account, &findings[0]["labels"][1]["at"]), "Monday, 24 July 1907");
    let checks = account["checks"].as_array().unwrap();
    let points: Vec<_> = checks.iter().map(|check| check.get("finding")).collect();
    assert_eq!(points, [None, Some(&0.into())]);
}

#[test]
fn a_case_folder_is_read_as_a_whole() {
    let dir = Dir::new();
    assert_eq!(dir.run(&["new", "case"]).code, Some(0));
    dir.write("case/accounts/a.md", SLIP);
    let ledger = dir.run(&["ledger", "case/accounts", "-o", "case/ledger.csv"]);
    assert_eq!(ledger.code, Some(0), "{}", ledger.err);
    let filled = fs::read_to_string(dir.path().join("case/ledger.csv")).unwrap();
    let mut rows = csv::Reader::from_reader(filled.as_bytes());
    let head = rows.headers().unwrap().clone();
    let verdict = head.iter().position(|name| name == "verdict").unwrap();
    let mut out = csv::Writer::from_writer(Vec::new());
    out.write_record(&head).unwrap();
    for row in rows.records() {
        let row = row.unwrap();
        out.write_record(
            row.iter().enumerate().map(
                |(at, cell)| {
                    if at == verdict { "right" } else { cell }
                },
            ),
        )
        .unwrap();
    }
    dir.write("case/ledger.csv", out.into_inner().unwrap());
    let (run, view) = report(&dir, &["case"]);
    assert_eq!(run.code, Some(0), "{}", run.err);
    let case = &view["case"];
    assert_eq!(view["title"], case["weighing"]["question"]);
    let evidence = case["evidence"].as_array().unwrap();
    let hypotheses = case["weighing"]["hypotheses"].as_array().unwrap().len() - 1;
    assert!(
        evidence
            .iter()
            .all(|item| item["written"].as_array().unwrap().len() == hypotheses)
    );
    let claims = view["claims"].as_array().unwrap();
    assert!(!claims.is_empty());
    assert!(claims.iter().all(|claim| claim["filled"]["verdict"] == "right"));
}

#[test]
fn a_case_with_an_error_is_named_and_the_rest_is_shown() {
    let dir = Dir::with(&[("a.md", SLIP), ("case.toml", "weigh = 1\nquestion = 3\n")]);
    let (run, view) = report(&dir, &["a.md", "--case", "case.toml"]);
    assert_eq!(run.code, Some(2));
    assert!(run.err.contains("case.toml"), "{}", run.err);
    assert_eq!(view["accounts"][0]["findings"].as_array().unwrap().len(), 1);
    assert!(!view["notices"].as_array().unwrap().is_empty());
}

#[test]
fn quotations_stand_beside_their_sources() {
    let source = "The harbour was closed by ice for eleven weeks, and no mail left the island \
                  until the middle of March.";
    let account =
        format!("Holm wrote: “{}”", source.replace("no mail left", "the mail left"));
    let dir = Dir::with(&[("sources/letters.txt", source), ("a.txt", &account)]);
    assert_eq!(dir.run(&["library", "add", "lib", "sources"]).code, Some(0));
    let (run, view) = report(&dir, &["a.txt", "--library", "lib"]);
    assert_eq!(run.code, Some(0), "{}", run.err);
    let trace = &view["quotations"][0]["trace"];
    assert_eq!(trace["verdict"], "altered");
    let part = &trace["parts"][0];
    let changed = |side: &str| {
        let runs = part[side].as_array().unwrap();
        let run = runs.iter().find(|run| run[1] == "changed").unwrap();
        run[0].as_str().unwrap().to_owned()
    };
    assert_eq!((changed("here"), changed("there")), ("the".into(), "no".into()));
    assert_eq!(view["accounts"][0]["findings"][0]["rule"], "quote-altered");
}

#[test]
fn a_corpus_has_its_lineages() {
    let dir = Dir::with(&[("a.md", RIGHT)]);
    let corpus =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/reprints.jsonl");
    let (_, view) = report(&dir, &["a.md", "--corpus", corpus.to_str().unwrap()]);
    let witnesses = view["lineages"][0]["witnesses"].as_array().unwrap();
    assert_eq!(witnesses.len(), 5);
    let first = &witnesses[0];
    assert_eq!((&first["from"], &first["date"]), (&"first".into(), &"1843-03-26".into()));
    assert_eq!(
        (&witnesses[4]["from"], &witnesses[4]["parent"]),
        (&"witness".into(), &3.into())
    );
}

#[test]
fn a_quotation_is_shown_without_its_markup() {
    let words = "nobody who crossed the river by the upper ferry paid it twice in a day";
    let account =
        format!("<p>He wrote: \"{}.\"</p>", words.replace("ferry", "<b>ferry</b>"));
    let dir = Dir::with(&[("a.html", &account), ("sources/toll.txt", words)]);
    assert_eq!(dir.run(&["library", "add", "lib", "sources"]).code, Some(0));
    let (_, view) = report(&dir, &["a.html", "--library", "lib"]);
    let here = &view["quotations"][0]["trace"]["parts"][0]["here"];
    let runs = here.as_array().unwrap().iter().map(|run| run[0].as_str().unwrap());
    assert_eq!(runs.collect::<String>(), words);
}
