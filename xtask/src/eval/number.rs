//! Figures: precision, recall and F1 against sentences that were labelled by hand.

use super::{
    Setting,
    labelled::{Labelled, range, sentences},
    table::{Table, Target},
};
use anyhow::{Context, Result};
use serde_json::Value;
use std::ops::Range;

/// Tags the documents of the labelled sentences and scores the figures in these.
pub(crate) fn measure(setting: &Setting) -> Result<Table> {
    let mut table = Table::quality("Figures (percent)");
    let mut score = Score::default();
    for Labelled { name, labels, text, tagged } in sentences(setting, "number", "number")?
    {
        let sentence = Sentence::of(&labels, &serde_json::from_str(&tagged)?, &text)?;
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

/// How many figures there are, and how many of those read are right.
#[derive(Default)]
struct Score {
    labelled: u32,
    read: u32,
    spans: u32,
    /// With the right value and measure, over at least a part of the words.
    values: u32,
    /// With the right value, measure and hedge.
    hedges: u32,
}

impl Score {
    fn add(&mut self, sentence: &Sentence) {
        let read = |fits: fn(&Figure, &Figure) -> bool| {
            let hit =
                |label: &&Figure| sentence.read.iter().any(|read| fits(read, label));
            sentence.labelled.iter().filter(hit).count() as u32
        };
        self.labelled += sentence.labelled.len() as u32;
        self.read += sentence.read.len() as u32;
        self.spans += read(|read, label| read.span == label.span);
        self.values += read(Figure::has_value);
        self.hedges +=
            read(|read, label| read.has_value(label) && read.hedge == label.hedge);
    }

    fn rows(&self, table: &mut Table) {
        let measures =
            [("spans", self.spans), ("values", self.values), ("hedges", self.hedges)];
        for (name, hits) in measures {
            let [precision, recall] = [self.read, self.labelled]
                .map(|all| 100.0 * f64::from(hits) / f64::from(all));
            let f1 = 2.0 * precision * recall / (precision + recall);
            for (what, figure) in
                [("precision", precision), ("recall", recall), ("F1", f1)]
            {
                table.add(format!("{name}, {what}"), Target::None, figure, 1, "");
            }
        }
    }
}

struct Figure {
    /// In bytes of the document.
    span: Range<usize>,
    ends: [f64; 2],
    measure: String,
    hedge: Option<String>,
}

impl Figure {
    fn of(value: &Value, span: Range<usize>) -> Result<Self> {
        let first = value["value"].as_f64().context("a figure has no value")?;
        let text = |key: &str| value[key].as_str().map(str::to_owned);
        Ok(Figure {
            span,
            ends: [first, value["to"].as_f64().unwrap_or(first)],
            measure: text("measure").context("a figure has no measure")?,
            hedge: text("hedge"),
        })
    }

    /// Whether the two say the same over some of the same words.
    fn has_value(&self, label: &Figure) -> bool {
        let near = |(a, b): (&f64, &f64)| (a - b).abs() <= 1e-9 * b.abs();
        self.span.start < label.span.end
            && label.span.start < self.span.end
            && self.measure == label.measure
            && self.ends.iter().zip(&label.ends).all(near)
    }
}

/// A labelled sentence, with what was labelled and what was read in it.
struct Sentence {
    labelled: Vec<Figure>,
    read: Vec<Figure>,
}

impl Sentence {
    fn of(sentence: &Value, tagged: &Value, text: &str) -> Result<Self> {
        let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
        let labelled = list(&sentence["figures"])
            .iter()
            .map(|figure| Figure::of(figure, range(&figure["span"])?))
            .collect::<Result<_>>()?;
        let within = range(&sentence["span"])?;
        let bytes: Vec<usize> =
            text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        let byte = |figure: &Value, key: &str| -> Result<usize> {
            let at = figure[key].as_u64().context("a figure has no place")? as usize;
            bytes.get(at).copied().context("a figure lies outside its text")
        };
        let mut read = Vec::new();
        for figure in list(&tagged["figure"]) {
            let span = byte(&figure, "start")?..byte(&figure, "end")?;
            if within.contains(&span.start) {
                read.push(Figure::of(&figure, span)?);
            }
        }
        Ok(Sentence { labelled, read })
    }

    fn print_misses(&self, name: &str, text: &str) {
        let lone = |figures: &[Figure], others: &[Figure], what: &str| {
            for figure in figures {
                let same = |other: &&Figure| {
                    other.span == figure.span && other.has_value(figure)
                };
                if others.iter().find(same).is_none() {
                    let words = &text[figure.span.clone()];
                    println!(
                        "{what} {name} {words:?} {:?} {}",
                        figure.ends, figure.measure
                    );
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
        let text = "Über 40 ships, ten men.";
        let sentence = json!({"span": [0, 24], "figures": [
            {"span": [6, 8], "value": 40, "measure": "count", "hedge": "over"},
            {"span": [16, 19], "value": 10, "measure": "count"},
        ]});
        let tagged = json!({"figure": [
            {"start": 5, "end": 7, "value": 40, "measure": "count"},
            {"start": 15, "end": 22, "value": 10, "measure": "count"},
            {"start": 0, "end": 4, "value": 1, "measure": "ordinal"},
        ]});
        let mut score = Score::default();
        score.add(&Sentence::of(&sentence, &tagged, text).unwrap());
        assert_eq!((score.labelled, score.read), (2, 3));
        assert_eq!((score.spans, score.values, score.hedges), (1, 2, 1));
    }
}
