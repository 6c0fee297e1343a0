//! `alpheus reuse --clusters` and `--lineage`.

use super::*;
use serde_json::Value;

const NEWS: &str = "the keeper of the lower ferry swore before the magistrates that no boat had \
    crossed the river between dusk and the ringing of the morning bell, and that the lantern of \
    the toll house had burnt all night";

/// Three papers of which each copies the one before, and one that has nothing of it.
fn corpus() -> Dir {
    let second = NEWS.replace("lower ferry", "upper ferry").replace("lantern", "lamp");
    let third = second.replace("magistrates", "justices").replace("morning", "vesper");
    let record = |id: &str, date: &str, text: &str| {
        let text = format!("Größeres aus {id}: {text}.");
        serde_json::json!({"id": id, "series": id, "date": date, "page": 3, "text": text})
            .to_string()
    };
    let lines = [
        record("Echo", "1871-03-09", &third),
        record("Post", "1871-03-02", NEWS),
        record("Globe", "1871-03-05", &second),
        record("Star", "1871-03-05", "Nothing of the kind stands in this paper at all."),
    ];
    Dir::with(&[("corpus.jsonl", &lines.join("\n"))])
}

fn reuse(more: &[&str]) -> String {
    let run = corpus().run(&[&["reuse", "corpus.jsonl"], more].concat());
    assert_eq!(run.code, Some(0), "{}", run.err);
    run.out
}

#[test]
fn clusters_have_a_line_for_each_witness() {
    let out = reuse(&["--clusters"]);
    let rows: Vec<Value> =
        out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let ids: Vec<_> = rows.iter().map(|row| row["id"].as_str().unwrap()).collect();
    assert_eq!(ids, ["Post", "Globe", "Echo"], "in the order of their dates");
    for row in &rows {
        assert_eq!((&row["size"], &row["page"]), (&3.into(), &3.into()));
        let [begin, end] = ["begin", "end"].map(|key| row[key].as_u64().unwrap());
        assert_eq!(end - begin, row["text"].as_str().unwrap().chars().count() as u64);
    }
    assert_eq!(out, reuse(&["--clusters", "--threads", "1"]));
}

#[test]
fn a_lineage_is_a_tree_json_and_a_graph() {
    let text = reuse(&["--lineage"]);
    assert!(text.contains("cluster 0, 3 documents: "), "{text}");
    assert!(text.contains("Post (1871-03-02): the first of these\n└─ Globe"), "{text}");
    assert!(text.contains("\n   └─ Echo (1871-03-09)"), "{text}");
    let json: Value =
        serde_json::from_str(&reuse(&["--lineage", "--format", "json"])).unwrap();
    let parents: Vec<_> = json["witnesses"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (one["id"].as_str().unwrap(), one["likeliest"].as_u64()))
        .collect();
    assert_eq!(parents, [("Echo", Some(2)), ("Post", None), ("Globe", Some(1))]);
    let xml = reuse(&["--lineage", "--format", "graphml"]);
    assert!(xml.starts_with("<?xml") && xml.ends_with("</graphml>\n"), "{xml}");
    assert!(reuse(&["--lineage", "--format", "dot"]).contains("w1 -> w2"));
    let weigh = reuse(&["--lineage", "--format", "weigh"]);
    let lines: Vec<Value> =
        weigh.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let who = |line: &Value| (line["origin"].clone(), line["copies"][0].clone());
    let pairs: Vec<_> = lines.iter().map(who).collect();
    assert_eq!(pairs, [("Post".into(), "Globe".into()), ("Globe".into(), "Echo".into())]);
}
