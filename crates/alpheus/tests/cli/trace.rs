//! `alpheus trace` and `alpheus reuse`, on the library in `examples/` and on small corpora.

use super::*;
use serde_json::Value;

fn example(name: &str) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/library");
    root.join(name).display().to_string()
}

/// A directory with the example's library in it.
fn library() -> Dir {
    let dir = Dir::new();
    let (sources, bib) = (example("sources"), example("refs.bib"));
    let run = dir.run(&["library", "add", "lib", &sources, "--bib", &bib]);
    assert_eq!(run.code, Some(0), "{}", run.err);
    dir
}

fn lines(text: &str) -> Vec<Value> {
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn traced(dir: &Dir) -> Vec<Value> {
    let account = example("account.md");
    lines(&dir.run(&["trace", &account, "--library", "lib", "--format", "jsonl"]).out)
}

#[test]
fn every_verdict_of_the_example_is_found() {
    let found = traced(&library());
    let verdicts: Vec<_> =
        found.iter().map(|one| one["verdict"].as_str().unwrap()).collect();
    let wanted = [
        "verbatim",
        "light",
        "bracketed",
        "elided",
        "altered",
        "spliced",
        "spliced",
        "verbatim",
        "verbatim",
        "verbatim",
        "not-found",
        "too-short",
    ];
    assert_eq!(verdicts, wanted);
    let flags = |name: &str| -> Vec<usize> {
        (0..found.len()).filter(|&at| found[at][name] == true).collect()
    };
    assert_eq!(flags("misattributed"), [7]);
    assert_eq!(flags("misdated"), [8]);
    assert!(found[9]["earlier"].as_str().unwrap().ends_with("penny-post.md"));
}

#[test]
fn words_too_few_to_tell_take_a_line() {
    let full = library().run(&["trace", &example("account.md"), "--library", "lib"]).out;
    let last = full.trim_end().lines().next_back().unwrap();
    assert!(
        last.ends_with(": too-short: “a great ship” is too little to tell"),
        "{last}"
    );
}

#[test]
fn an_altered_word_is_shown_with_what_it_touches() {
    let found = traced(&library());
    let differences = &found[4]["parts"][0]["differences"];
    assert_eq!(differences[0]["change"], "added");
    assert_eq!(differences[0]["here"], "not");
    assert_eq!(differences[0]["of"][0], "negation");
}

#[test]
fn findings_go_through_the_forms_of_a_check() {
    let dir = library();
    let account = example("account.md");
    let run = dir.run(&[
        "trace",
        &account,
        "--library",
        "lib",
        "--format",
        "concise",
        "--notes",
    ]);
    assert_eq!(run.code, Some(1), "{}", run.err);
    let rules =
        ["altered", "spliced", "misattributed", "misdated", "not-found", "earlier"];
    for rule in rules {
        assert!(run.out.contains(&format!("[quote-{rule}]")), "{rule}: {}", run.out);
    }
    for format in ["json", "sarif"] {
        let run = dir.run(&["trace", &account, "--library", "lib", "--format", format]);
        serde_json::from_str::<Value>(&run.out).unwrap();
    }
}

#[test]
fn an_older_source_is_a_note_of_its_own() {
    let dir = library();
    dir.write(
        "late.txt",
        "Dean wrote: “The plan of 1837 was simple: one price for any distance, paid before the \
         letter was sent.”",
    );
    let run = |more: &[&str]| {
        dir.run(&[&["trace", "late.txt", "--library", "lib", "--format"], more].concat())
    };
    let notes = run(&["concise", "--notes"]);
    assert_eq!(notes.code, Some(0));
    let wanted = "earlier in Thomas Lee, The Reform of the Mails (1864)";
    assert!(notes.out.contains(wanted) && notes.out.contains("[quote-earlier]"));
    assert!(!run(&["concise"]).out.contains("quote-earlier"));
    let sarif: Value = serde_json::from_str(&run(&["sarif", "--notes"]).out).unwrap();
    let result = &sarif["runs"][0]["results"][0];
    assert_eq!((&result["ruleId"], &result["level"]), (&"Q016".into(), &"note".into()));
}

#[test]
fn the_pages_of_a_source_in_html_are_given_and_are_no_words() {
    let dir = Dir::new();
    dir.write(
        "tolls.html",
        "<html><body><p><a id=\"Page_11\"></a>The toll was a penny in those years, and the ferry \
         left at <span class=\"pagenum\"><a id=\"Page_12\">[12]</a></span>dawn from the upper bank \
         of the river. Nobody paid it twice in a day, whatever the keeper said.</p></body></html>",
    );
    assert_eq!(dir.run(&["library", "add", "lib", "tolls.html"]).code, Some(0));
    dir.write(
        "account.txt",
        "He wrote: “the ferry left at dawn from the upper bank of the river.” Some years later, when \
         the bridge was built and the boats were sold, he thought of that again: “Nobody paid it \
         twice in a day, whatever the keeper said.”",
    );
    let run = dir.run(&["trace", "account.txt", "--library", "lib", "--format", "jsonl"]);
    let found: Vec<_> = lines(&run.out)
        .iter()
        .map(|one| (one["verdict"].clone(), one["parts"][0]["page"].clone()))
        .collect();
    let wanted = ["11", "12"].map(|page| (Value::from("verbatim"), Value::from(page)));
    assert_eq!(found, wanted);
}

#[test]
fn passages_are_found_without_marks_and_for_any_number_of_threads() {
    let dir = library();
    dir.write(
        "plain.txt",
        "As everybody knows, the boatmen who came to live along the water were counted by no \
         census until they had been there for two generations, and that was long.",
    );
    let run = |threads: &str| {
        let args = [
            "--library",
            "lib",
            "--passages",
            "--format",
            "passim",
            "--threads",
            threads,
        ];
        dir.run(&[&["trace", "plain.txt"], &args[..]].concat()).out
    };
    let rows = lines(&run("1"));
    assert_eq!(rows.len(), 1, "{rows:?}");
    assert!(rows[0]["id"].as_str().unwrap().ends_with("canal.md"));
    assert_eq!(rows[0]["begin2"], 20);
    assert_eq!(run("1"), run("4"));
}

const SHARED: &str = "the keeper of the lower ferry swore before the magistrates that no boat \
    had crossed the river between dusk and the ringing of the morning bell";

#[test]
fn reuse_gives_passims_rows_in_code_points() {
    let dir = Dir::new();
    let text = |before: &str| format!("{before} {SHARED}, so it was told.");
    let record = |id: &str, series: &str, date: &str, text: String| {
        serde_json::json!({"id": id, "series": series, "date": date, "text": text})
            .to_string()
    };
    let corpus = [
        record("late", "Ä", "1871-03-02", text("Überall heißt es:")),
        record("early", "B", "1871-02-01", text("We hear that")),
        record("same", "B", "1871-02-05", text("Again,")),
    ];
    dir.write("corpus.jsonl", corpus.join("\n"));
    let run = |more: &[&str]| dir.run(&[&["reuse", "corpus.jsonl"], more].concat());
    let rows = lines(&run(&[]).out);
    let ids: Vec<_> =
        rows.iter().map(|row| (row["id"].as_str(), row["id2"].as_str())).collect();
    assert_eq!(ids, [(Some("early"), Some("late")), (Some("same"), Some("late"))]);
    assert_eq!(
        (rows[0]["begin"].as_u64(), rows[0]["begin2"].as_u64()),
        (Some(13), Some(18))
    );
    assert_eq!(rows[0]["s1"].as_str().unwrap(), format!("{SHARED}, so it was told"));
    assert_eq!(run(&["--threads", "1"]).out, run(&["--threads", "3"]).out);
    assert!(run(&["--min-words", "60"]).out.is_empty());
}

/// Two hundred articles of made-up words: each repeats some words of the one before.
fn articles() -> String {
    let words = |from: usize, count: usize| -> String {
        let word = |at: usize| {
            format!("{:x} ", (from * 1000 + at + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15))
        };
        (0..count).map(word).collect()
    };
    let article = |at: usize| {
        let text =
            format!("{}. {}. {}.", words(at, 14), words(at + 1, 14), words(at + 900, 20));
        let series = format!("s{}", at % 50);
        serde_json::json!({"id": format!("a{at}"), "series": series, "text": text, "page": at})
    };
    (0..200).map(|at| article(at).to_string() + "\n").collect()
}

#[test]
fn reuse_writes_the_same_with_any_memory_and_threads() {
    let dir = Dir::with(&[("corpus.jsonl", &articles())]);
    for form in [&[][..], &["--clusters"], &["--lineage", "--format", "graphml"]] {
        let run = |memory: &str, threads: &str| {
            let more = ["--memory", memory, "--threads", threads];
            let run = dir.run(&[&["reuse", "corpus.jsonl"], form, &more[..]].concat());
            assert_eq!(run.code, Some(0), "{}", run.err);
            run.out
        };
        let whole = run("1G", "1");
        assert!(whole.lines().count() >= 199, "{whole}");
        assert_eq!(run("64M", "3"), whole);
        assert_eq!(run("64", "1"), whole);
    }
}

#[test]
fn reuse_says_how_little_memory_is_too_little() {
    let dir = Dir::with(&[("corpus.jsonl", &articles())]);
    let run = dir.run(&["reuse", "corpus.jsonl", "--memory", "63M"]);
    assert_eq!(run.code, Some(2));
    assert!(run.err.contains("at least 64"), "{}", run.err);
    let run = dir.run(&["reuse", "corpus.jsonl", "--memory", "much"]);
    assert!(run.err.contains("`512M`"), "{}", run.err);
}

#[test]
fn reuse_compares_with_references_alone() {
    let paper = |id: &str, before: &str, ferry: &str| {
        let text = format!("{before} {}.", SHARED.replace("lower ferry", ferry));
        serde_json::json!({"id": id, "text": text}).to_string() + "\n"
    };
    let dir = Dir::with(&[
        (
            "old.jsonl",
            &(paper("old", "Of old:", "lower ferry") + &paper("older", "", "ferry")),
        ),
        (
            "new.jsonl",
            &(paper("new", "We hear", "lower ferry")
                + &paper("newer", "", "uqqer fevvy")),
        ),
    ]);
    let rows = |more: &[&str]| {
        let args = [&["reuse", "new.jsonl", "--against", "old.jsonl"], more].concat();
        let name = |row: &Value| {
            [&row["id"], &row["id2"]].map(|id| id.as_str().unwrap().to_owned()).join("-")
        };
        lines(&dir.run(&args).out).iter().map(name).collect::<Vec<_>>()
    };
    assert_eq!(rows(&[]), ["old-new", "older-new", "old-newer", "older-newer"]);
    assert_eq!(rows(&["--min-identity", "99"]), ["old-new"]);
    assert!(rows(&["--min-words", "40"]).is_empty());
}

#[test]
fn reuse_leaves_out_what_a_series_repeats() {
    const MASTHEAD: &str = "printed and published every Saturday for the proprietors at the sign \
        of the golden anchor in Water Lane";
    let issue = |id: &str, series: &str, text: String| {
        serde_json::json!({"id": id, "series": series, "text": text}).to_string() + "\n"
    };
    let post =
        |at: usize| issue(&format!("post{at}"), "Post", format!("{MASTHEAD}. No. {at}"));
    let corpus = (1..4).map(post).collect::<String>()
        + &issue("herald", "Herald", format!("{MASTHEAD}. We hear that {SHARED}."))
        + &issue("gazette", "Gazette", format!("It is said that {SHARED}."));
    let dir = Dir::with(&[("corpus.jsonl", &corpus)]);
    let pairs = |more: &[&str]| {
        let run = dir.run(&[&["reuse", "corpus.jsonl"], more].concat());
        let pair = |row: &Value| {
            [&row["id"], &row["id2"]].map(|id| id.as_str().unwrap().to_owned()).join("-")
        };
        lines(&run.out).iter().map(pair).collect::<Vec<_>>()
    };
    assert_eq!(pairs(&[]).len(), 4);
    assert_eq!(pairs(&["--max-boilerplate", "20"]), ["herald-gazette"]);
}

#[cfg(feature = "parquet")]
#[test]
fn reuse_writes_a_table() {
    let dir = Dir::with(&[("corpus.jsonl", &articles())]);
    for form in [&[][..], &["--clusters"]] {
        let args =
            [&["reuse", "corpus.jsonl", "--parquet", "rows.parquet"], form].concat();
        let run = dir.run(&args);
        assert_eq!(run.code, Some(0), "{}", run.err);
        assert!(run.out.is_empty());
        let bytes = fs::read(dir.path().join("rows.parquet")).unwrap();
        assert!(bytes.starts_with(b"PAR1") && bytes.ends_with(b"PAR1"));
    }
}

#[test]
fn markup_is_no_part_of_what_is_quoted() {
    let source = "<p>On the winter of 1871 see the section <b>about the old ferry</b> with \
        <i>\"no boat <b>had</b> crossed the river between dusk and the ringing of the morning \
        bell\"</i> in it.</p>";
    let account = source.replace("see the section", "see section");
    let dir = Dir::with(&[("source.html", source), ("account.html", &account)]);
    assert_eq!(dir.run(&["library", "add", "lib", "source.html"]).code, Some(0));
    let args = ["trace", "account.html", "--library", "lib"];
    let full = dir.run(&args);
    assert!(!full.out.contains(['<', '\u{2400}']), "{}", full.out);
    let found = lines(&dir.run(&[&args[..], &["--format", "jsonl"]].concat()).out);
    assert_eq!(found.len(), 1);
    let words =
        "no boat had crossed the river between dusk and the ringing of the morning bell";
    assert_eq!(found[0]["text"], words);
    assert!(!found[0].to_string().contains("\\u0000"), "{}", found[0]);
    assert_eq!(found[0]["verdict"], "verbatim", "what differs stands before the marks");
}

#[test]
fn shared_passages_have_no_markup() {
    let words =
        "no boat <b>had</b> crossed the river between dusk and the ringing of the bell";
    let dir = Dir::with(&[
        ("a.html", &format!("<p>It was told that {words}.</p>")),
        ("b.html", &format!("<p>The keeper swore: {words}, and went home.</p>")),
    ]);
    let pair = &lines(&dir.run(&["reuse", "a.html", "b.html"]).out)[0];
    let witness = &lines(&dir.run(&["reuse", "--clusters", "a.html", "b.html"]).out)[0];
    for shown in [&pair["s1"], &pair["s2"], &witness["text"]] {
        let plain = words.replace("<b>", "").replace("</b>", "");
        assert!(shown.as_str().unwrap().contains(&plain), "{shown}");
    }
}
