//! The ledger: precision and recall by kind of claim, against sentences that were labelled by hand.
//!
//! The labels hold no words, only where each sentence and cue stands in a document of the data;
//! `eval/README.md` says how they were made. The half `held` was never looked at when the
//! detectors were made.

use super::{
    Setting,
    table::{Table, Target},
};
use crate::process;
use anyhow::{Context, Result};
use serde_json::Value;
use std::{collections::BTreeMap, fs, ops::Range, process::Command};

/// What all kinds together have to reach on the sentences that were held out.
const PRECISION: f64 = 0.70;
const RECALL: f64 = 0.70;

/// Kinds that are told by a value, of which each counts; of the others a clause makes one claim.
const MEASURED: [&str; 4] = ["dated-event", "duration", "figure", "quotation"];

/// Lists the claims of the labelled documents and scores those of the labelled sentences.
pub(crate) fn measure(setting: &Setting) -> Result<Table> {
    let mut table = Table::quality("Ledger (claims of labelled sentences)");
    let dir = setting.data.join("eval/claims/dev/clean");
    if !dir.is_dir() {
        println!("ledger skipped: no data at {}", dir.display());
        return Ok(table);
    }
    let labels = fs::read_to_string(process::root().join("eval/claims/labels.jsonl"))?;
    let sentences: Vec<Value> =
        labels.lines().map(serde_json::from_str).collect::<Result<_, _>>()?;
    let mut list = Command::new(&setting.binary);
    list.args(["ledger", "--format", "jsonl"]);
    for sentence in &sentences {
        list.arg(dir.join(format!("{}.txt", doc(sentence)?)));
    }
    let listed = listed(&process::output(&mut list)?)?;
    let (mut held, mut dev) = (Scores::default(), Scores::default());
    for sentence in &sentences {
        let name = doc(sentence)?;
        let scores = if sentence["half"] == "held" { &mut held } else { &mut dev };
        let read = listed.get(name).map_or(&[][..], Vec::as_slice);
        let sentence = Sentence::of(sentence, read)?;
        scores.add(&sentence);
        if setting.verbose {
            sentence.print_misses(name);
        }
    }
    held.rows(&mut table, "held out", true);
    dev.rows(&mut table, "looked at", false);
    Ok(table)
}

fn doc(sentence: &Value) -> Result<&str> {
    sentence["doc"].as_str().context("a label has no document")
}

/// A claim: its kind and where its cue stands.
#[derive(Clone, Debug)]
struct Claim {
    kind: String,
    cue: Range<u64>,
}

impl Claim {
    fn meets(&self, other: &Claim) -> bool {
        self.kind == other.kind
            && self.cue.start < other.cue.end
            && other.cue.start < self.cue.end
    }
}

/// The claims that were listed, by document.
fn listed(lines: &str) -> Result<BTreeMap<String, Vec<Claim>>> {
    let mut listed: BTreeMap<String, Vec<Claim>> = BTreeMap::new();
    for line in lines.lines() {
        let row: Value = serde_json::from_str(line)?;
        let name = row["document"].as_str().context("a row has no document")?;
        let name = name.rsplit('/').next().unwrap_or(name);
        let name = name.strip_suffix(".txt").unwrap_or(name);
        let at = |key: &str| row[key].as_u64().context("a row has no place");
        let kind = row["kind"].as_str().context("a row has no kind")?.to_owned();
        let cue = at("cue_start")?..at("cue_end")?;
        listed.entry(name.to_owned()).or_default().push(Claim { kind, cue });
    }
    Ok(listed)
}

/// A labelled sentence, with what was labelled and what was read in it.
struct Sentence {
    labelled: Vec<Claim>,
    read: Vec<Claim>,
}

impl Sentence {
    fn of(sentence: &Value, read: &[Claim]) -> Result<Self> {
        let mut labelled = Vec::new();
        for claim in sentence["claims"].as_array().into_iter().flatten() {
            let kind = claim["kind"].as_str().context("a label has no kind")?.to_owned();
            labelled.push(Claim { kind, cue: range(&claim["cue"])? });
        }
        let span = range(&sentence["span"])?;
        let inside = |claim: &&Claim| span.contains(&claim.cue.start);
        Ok(Sentence { labelled, read: read.iter().filter(inside).cloned().collect() })
    }

    /// Whether a labelled claim was read: itself, or another of its kind where one stands for all.
    fn is_found(&self, label: &Claim) -> bool {
        let one_for_all = !MEASURED.contains(&label.kind.as_str());
        let mut same = self.labelled.iter().filter(|other| {
            other.kind == label.kind && (one_for_all || other.cue == label.cue)
        });
        same.any(|label| self.read.iter().any(|read| read.meets(label)))
    }

    fn is_right(&self, read: &Claim) -> bool {
        self.labelled.iter().any(|label| label.meets(read))
    }

    fn print_misses(&self, name: &str) {
        for label in self.labelled.iter().filter(|label| !self.is_found(label)) {
            println!("missed {name} {} {:?}", label.kind, label.cue);
        }
        for read in self.read.iter().filter(|read| !self.is_right(read)) {
            println!("wrong {name} {} {:?}", read.kind, read.cue);
        }
    }
}

fn range(pair: &Value) -> Result<Range<u64>> {
    let end = |at: usize| pair[at].as_u64().context("a label has no span");
    Ok(end(0)?..end(1)?)
}

/// How many claims of a kind there are, and how many are right.
#[derive(Clone, Copy, Default)]
struct Score {
    labelled: u32,
    found: u32,
    read: u32,
    right: u32,
}

impl Score {
    fn precision(self) -> f64 {
        f64::from(self.right) / f64::from(self.read.max(1))
    }

    fn recall(self) -> f64 {
        f64::from(self.found) / f64::from(self.labelled.max(1))
    }

    fn plus(self, other: Score) -> Score {
        Score {
            labelled: self.labelled + other.labelled,
            found: self.found + other.found,
            read: self.read + other.read,
            right: self.right + other.right,
        }
    }
}

/// The scores by kind.
#[derive(Default)]
struct Scores(BTreeMap<String, Score>);

impl Scores {
    fn add(&mut self, sentence: &Sentence) {
        for label in &sentence.labelled {
            let score = self.0.entry(label.kind.clone()).or_default();
            score.labelled += 1;
            score.found += u32::from(sentence.is_found(label));
        }
        for read in &sentence.read {
            let score = self.0.entry(read.kind.clone()).or_default();
            score.read += 1;
            score.right += u32::from(sentence.is_right(read));
        }
    }

    /// A row for each measure of each kind; all kinds together have a target where `aimed`.
    fn rows(&self, table: &mut Table, half: &str, aimed: bool) {
        for (kind, score) in &self.0 {
            let name = |what: &str, of: u32| format!("{half}, {kind}, {what} (of {of})");
            let (precision, recall) = (score.precision(), score.recall());
            table.add(name("precision", score.read), Target::None, precision, 2, "");
            table.add(name("recall", score.labelled), Target::None, recall, 2, "");
        }
        let all = self.0.values().fold(Score::default(), |all, score| all.plus(*score));
        let target = |bound| if aimed { Target::AtLeast(bound) } else { Target::None };
        let name = |what: &str| format!("{half}, all kinds, {what}");
        table.add(name("precision"), target(PRECISION), all.precision(), 3, "");
        table.add(name("recall"), target(RECALL), all.recall(), 3, "");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn one_of_a_kind_stands_for_its_sentence_but_each_figure_counts() {
        let label = json!({"span": [0, 90], "claims": [
            {"kind": "universal", "cue": [0, 3]}, {"kind": "universal", "cue": [20, 25]},
            {"kind": "figure", "cue": [30, 32]}, {"kind": "figure", "cue": [40, 42]},
        ]});
        let claim = |kind: &str, cue: Range<u64>| Claim { kind: kind.to_owned(), cue };
        let read = [
            claim("universal", 0..3),
            claim("figure", 40..42),
            claim("absence", 50..52),
            claim("figure", 95..97),
        ];
        let mut scores = Scores::default();
        scores.add(&Sentence::of(&label, &read).unwrap());
        let of = |kind: &str| {
            (scores.0[kind].found, scores.0[kind].right, scores.0[kind].read)
        };
        assert_eq!(of("universal"), (2, 1, 1));
        assert_eq!(of("figure"), (1, 1, 1), "the last stands in another sentence");
        assert_eq!(of("absence"), (0, 0, 1));
    }
}
