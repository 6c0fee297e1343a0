//! Prints the findings of every text file in a directory as JSON lines, for measuring.
//!
//! `cargo run --release -p alpheus-check --example findings -- DIR`

#![allow(clippy::print_stdout)] // printing is what it is for

use alpheus_check::{Finding, Level, Options, check};
use alpheus_text::Document;
use serde_json::json;
use std::{error::Error, fs, io::Write, path::Path};

fn main() -> Result<(), Box<dyn Error>> {
    let dir = std::env::args().nth(1).ok_or("usage: findings DIR")?;
    let mut paths: Vec<_> = fs::read_dir(dir)?
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<_, Box<dyn Error>>>()?;
    paths.sort();
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for path in paths {
        let text = String::from_utf8_lossy(&fs::read(&path)?).into_owned();
        let doc = Document::plain(stem(&path), text);
        for finding in check(&doc, &Options::default()).findings {
            if finding.level > Level::Note {
                writeln!(out, "{}", line(&doc, &finding))?;
            }
        }
    }
    Ok(())
}

fn stem(path: &Path) -> String {
    path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

fn line(doc: &Document, finding: &Finding) -> serde_json::Value {
    let spans: Vec<_> =
        finding.labels.iter().map(|label| [label.span.start, label.span.end]).collect();
    json!({
        "doc": doc.name(),
        "code": finding.rule.code,
        "rule": finding.rule.name,
        "level": finding.level.name(),
        "spans": spans,
        "message": finding.message,
    })
}
