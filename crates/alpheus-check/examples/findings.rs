//! Prints the findings of every text file in a directory as JSON lines, for measuring; or
//! every check of one file with its outcome.
//!
//! `cargo run --release -p alpheus-check --example findings -- DIR|FILE`

#![allow(clippy::print_stdout)] // printing is what it is for

use alpheus_check::{Finding, Level, Options, check};
use alpheus_text::Document;
use serde_json::json;
use std::{error::Error, fs, io::Write, path::Path};

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args().nth(1).ok_or("usage: findings DIR|FILE")?;
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    if Path::new(&path).is_file() {
        return results(Path::new(&path), &mut out);
    }
    let mut paths: Vec<_> = fs::read_dir(path)?
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<_, Box<dyn Error>>>()?;
    paths.sort();
    for path in paths {
        let doc = read(&path)?;
        for finding in check(&doc, &Options::default()).findings {
            if finding.level > Level::Note {
                writeln!(out, "{}", line(&doc, &finding))?;
            }
        }
    }
    Ok(())
}

fn read(path: &Path) -> Result<Document, Box<dyn Error>> {
    let text = String::from_utf8_lossy(&fs::read(path)?).into_owned();
    Ok(Document::plain(path.file_stem().unwrap_or_default().to_string_lossy(), text))
}

fn results(path: &Path, out: &mut impl Write) -> Result<(), Box<dyn Error>> {
    let doc = read(path)?;
    for result in check(&doc, &Options::default()).results {
        let words: Vec<_> = result.spans.iter().map(|&span| doc.slice(span)).collect();
        let at = result.spans.first().map_or(0, |span| span.start);
        let (name, outcome) = (result.rule.name, &result.outcome);
        writeln!(out, "{at} {name} {outcome:?} {words:?} {}", result.sum)?;
    }
    Ok(())
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
