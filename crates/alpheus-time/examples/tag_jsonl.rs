//! Tags JSON lines of documents on standard input: `tag_jsonl narrative|news < in > out`.

use alpheus_text::Document;
use alpheus_time::{Domain, Options, tag};
use std::io::{BufRead, Write};

fn main() -> std::io::Result<()> {
    let news = std::env::args().nth(1).is_some_and(|domain| domain == "news");
    let domain = if news { Domain::News } else { Domain::Narrative };
    let mut out = std::io::stdout().lock();
    for line in std::io::stdin().lock().lines() {
        let row: serde_json::Value = serde_json::from_str(&line?)?;
        let text = row["text"].as_str().unwrap_or_default();
        let doc = Document::plain("", text).dated(row["dct"].as_str());
        let points: Vec<u32> = text
            .char_indices()
            .enumerate()
            .flat_map(|(n, (_, c))| std::iter::repeat_n(n as u32, c.len_utf8()))
            .chain([text.chars().count() as u32])
            .collect();
        let timex: Vec<_> =
            tag(&doc, Options { domain, complements: true, ..Options::default() })
                .timexes
                .iter()
                .map(|t| {
                    serde_json::json!({
                        "start": points[t.span.start as usize],
                        "end": points[t.span.end as usize],
                        "type": format!("{:?}", t.kind).to_uppercase(),
                        "value": t.value,
                    })
                })
                .collect();
        writeln!(out, "{}", serde_json::json!({ "id": row["id"], "timex": timex }))?;
    }
    Ok(())
}
