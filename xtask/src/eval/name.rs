//! Names: precision and recall of mentions and of their kinds, against sentences that were
//! labelled by hand.

use super::{
    Setting,
    labelled::{Labelled, range, sentences},
    table::{Table, Target},
};
use anyhow::{Context, Result};
use serde_json::Value;
use std::ops::Range;

/// Tags the documents of the labelled sentences and scores the names in these.
pub(crate) fn measure(setting: &Setting) -> Result<Table> {
    let mut table = Table::quality("Names (percent)");
    let mut score = Score::default();
    for Labelled { name, labels, text, tagged } in sentences(setting, "name", "name")? {
        let sentence = Sentence::of(&labels, &tagged)?;
        if setting.verbose {
            sentence.print_misses(&name, &text);
        }
        score.add(&sentence);
    }
    if score.labelled > 0 {
        score.rows(&mut table);
    }
    Ok(table)
}

/// How many names there are, and how many of those read are right.
#[derive(Default)]
struct Score {
    labelled: u32,
    read: u32,
    exact: u32,
    /// Over at least a part of the words.
    touched: u32,
    /// Over at least a part of the words, and of the right kind.
    kinds: u32,
    /// Read, and labelled over at least a part of the words.
    right: u32,
}

impl Score {
    fn add(&mut self, sentence: &Sentence) {
        let Sentence { labelled, read } = sentence;
        let count = |fits: fn(&Mention, &Mention) -> bool| {
            let hit = |label: &&Mention| read.iter().any(|read| fits(read, label));
            labelled.iter().filter(hit).count() as u32
        };
        self.labelled += labelled.len() as u32;
        self.read += read.len() as u32;
        self.exact += count(|read, label| read.span == label.span);
        self.touched += count(Mention::touches);
        self.kinds += count(|read, label| read.touches(label) && read.kind == label.kind);
        let right = |read: &&Mention| labelled.iter().any(|label| read.touches(label));
        self.right += read.iter().filter(right).count() as u32;
    }

    fn rows(&self, table: &mut Table) {
        let percent = |hits: u32, all: u32| 100.0 * f64::from(hits) / f64::from(all);
        for (what, least, figure) in [
            ("spans, precision", 80.0, percent(self.exact, self.read)),
            ("spans, recall", 85.0, percent(self.exact, self.labelled)),
            ("overlap, precision", 95.0, percent(self.right, self.read)),
            ("overlap, recall", 95.0, percent(self.touched, self.labelled)),
            ("kind, of those found", 80.0, percent(self.kinds, self.touched)),
        ] {
            table.add(what, Target::AtLeast(least), figure, 1, "");
        }
    }
}

struct Mention {
    /// In bytes of the document.
    span: Range<usize>,
    kind: String,
}

impl Mention {
    fn touches(&self, other: &Mention) -> bool {
        self.span.start < other.span.end && other.span.start < self.span.end
    }
}

/// A labelled sentence, with what was labelled and what was read in it.
struct Sentence {
    labelled: Vec<Mention>,
    read: Vec<Mention>,
}

impl Sentence {
    /// What is labelled `other` is a name of none of the kinds: to read it as one of no known
    /// kind is neither right nor wrong.
    fn of(sentence: &Value, tagged: &str) -> Result<Self> {
        let names = sentence["names"].as_array().context("a label has no names")?;
        let mention = |name: &Value| -> Result<Mention> {
            let kind = name["kind"].as_str().context("a name has no kind")?.to_owned();
            Ok(Mention { span: range(&name["span"])?, kind })
        };
        let all: Vec<Mention> = names.iter().map(mention).collect::<Result<_>>()?;
        let (other, labelled): (Vec<_>, Vec<_>) =
            all.into_iter().partition(|name| name.kind == "other");
        let within = range(&sentence["span"])?;
        let mut read = Vec::new();
        for line in tagged.lines() {
            let row: Value = serde_json::from_str(line)?;
            let at = |key: &str| row[key].as_u64().context("a row has no place");
            let span = at("start")? as usize..at("end")? as usize;
            let kind = row["kind"].as_str().context("a row has no kind")?.to_owned();
            let name = Mention { span, kind };
            let neutral =
                name.kind == "unknown" && other.iter().any(|other| name.touches(other));
            if within.contains(&name.span.start) && !neutral {
                read.push(name);
            }
        }
        Ok(Sentence { labelled, read })
    }

    fn print_misses(&self, name: &str, text: &str) {
        let lone = |names: &[Mention], others: &[Mention], what: &str| {
            for mention in names {
                let same = |other: &Mention| {
                    other.span == mention.span && other.kind == mention.kind
                };
                if !others.iter().any(same) {
                    let words = &text[mention.span.clone()];
                    println!("{what} {name} {words:?} {}", mention.kind);
                }
            }
        };
        lone(&self.labelled, &self.read, "missed");
        lone(&self.read, &self.labelled, "wrong");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_is_read_is_counted_against_what_is_labelled() {
        let sentence = json!({"span": [0, 60], "names": [
            {"span": [0, 12], "kind": "person"},
            {"span": [20, 26], "kind": "place"},
            {"span": [30, 37], "kind": "other"},
        ]});
        let row = |start: u32, end: u32, kind: &str| {
            json!({"start": start, "end": end, "kind": kind}).to_string()
        };
        let tagged = [
            row(5, 12, "person"),
            row(20, 26, "unknown"),
            row(30, 37, "unknown"),
            row(40, 44, "place"),
            row(70, 74, "place"),
        ];
        let mut score = Score::default();
        score.add(&Sentence::of(&sentence, &tagged.join("\n")).unwrap());
        assert_eq!((score.labelled, score.read), (2, 3));
        assert_eq!((score.exact, score.touched), (1, 2));
        assert_eq!((score.kinds, score.right), (1, 2));
    }
}
