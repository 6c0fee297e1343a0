//! How likely one witness is copied from another: what copying with errors does.
//!
//! The score is a log likelihood ratio, in nats: the words of the copy given those of the model,
//! against the same words written by themselves. So readings in common speak for a copy by as much
//! as they are rare, and a word that has to be invented costs that it was not copied.

use super::reading::{GAP, OUTSIDE, Readings};

/// What a word tells that is copied: one in a thousand would be the same by chance.
const COPIED: f64 = 6.9;
/// A spelling changed for another of the same word.
const SPELT: f64 = COPIED - 6.0;
/// How often a copyist changes, omits or adds, per word.
pub(crate) const SLIP: f64 = 0.005;
/// How often noise looks like a slip, per misread word: short words are soon beyond recognition.
pub(crate) const LOOKS: f64 = 0.15;
/// What each word of an addition costs: additions are short.
const ADDED: f64 = -0.7;
/// What each word of an omission costs: omissions may be long.
const OMITTED: f64 = -0.1;
/// What it costs to copy only from or only up to some word.
const EXCERPT: f64 = -3.0;
/// The ends of passages are not sure by so many words.
const LOOSE: usize = 3;

/// How two witnesses differ, seen as model and copy.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Words that are the same.
    pub same: usize,
    /// Words for others.
    pub substituted: usize,
    /// Spellings of the same word.
    pub spelt: usize,
    /// Runs of words left out.
    pub omitted: usize,
    /// Runs of words put in.
    pub added: usize,
    /// Words at the ends that were not copied.
    pub cut: usize,
    /// Words that go on before the model begins or after it ends.
    pub beyond: usize,
}

/// The score of a copy, and what was changed.
pub(crate) fn compare(readings: &Readings, model: usize, copy: usize) -> (f64, Changes) {
    let garbled = |witness: usize| {
        let noise = LOOKS * readings.noise[witness];
        noise / (noise + SLIP)
    };
    let mut walk = Walk {
        slip: SLIP.ln(),
        garbled: [garbled(model), garbled(copy)],
        score: 0.0,
        changes: Changes::default(),
        omitting: false,
        adding: false,
    };
    let (start, end) = readings.bounds[copy];
    for column in start..end {
        walk.step(readings, model, copy, column);
    }
    walk.ends(readings, model, copy);
    (walk.score, walk.changes)
}

struct Walk {
    /// What a slip, or what looks like one, costs.
    slip: f64,
    /// How likely what the model alone or the copy alone has is noise, which is not copied.
    garbled: [f64; 2],
    score: f64,
    changes: Changes,
    omitting: bool,
    adding: bool,
}

impl Walk {
    fn step(&mut self, readings: &Readings, model: usize, copy: usize, column: usize) {
        let [from, to] = [model, copy].map(|witness| readings.rows[witness][column]);
        let alone = [model, copy].map(|witness| readings.lone[witness][column]);
        if from != OUTSIDE && from != to && (alone[0] || alone[1]) {
            return self.lone(from, to, alone);
        }
        match (from, to) {
            (OUTSIDE | GAP, GAP) => {}
            (OUTSIDE, _) => self.changes.beyond += 1,
            (_, GAP) => self.omit(),
            (GAP, _) => self.add(),
            _ => {
                (self.omitting, self.adding) = (false, false);
                let kin = readings.kin[model][column] == readings.kin[copy][column];
                self.word(from == to, kin);
            }
        }
    }

    /// One of the two has what it alone has: a slip, or the same word garbled.
    fn lone(&mut self, from: u32, to: u32, alone: [bool; 2]) {
        (self.omitting, self.adding) = (false, false);
        let (copied, count) = match (from, to) {
            (_, GAP) => (0.0, &mut self.changes.omitted),
            (GAP, _) => (0.0, &mut self.changes.added),
            _ => (COPIED, &mut self.changes.substituted),
        };
        *count += 1;
        let clean: f64 = alone
            .iter()
            .zip(self.garbled)
            .map(|(alone, garbled)| if *alone { 1.0 - garbled } else { 1.0 })
            .product();
        self.score += ((1.0 - clean) * f64::exp(copied) + clean * self.slip.exp()).ln();
    }

    fn word(&mut self, same: bool, kin: bool) {
        let (score, count) = match (same, kin) {
            (true, _) => (COPIED, &mut self.changes.same),
            (false, true) => (SPELT, &mut self.changes.spelt),
            (false, false) => (self.slip, &mut self.changes.substituted),
        };
        *count += 1;
        self.score += score;
    }

    fn omit(&mut self) {
        self.score += OMITTED;
        if !std::mem::replace(&mut self.omitting, true) {
            self.score += self.slip;
            self.changes.omitted += 1;
        }
    }

    fn add(&mut self) {
        self.score += ADDED;
        if !std::mem::replace(&mut self.adding, true) {
            self.score += self.slip;
            self.changes.added += 1;
        }
    }

    /// What the copy has beyond the ends of its model, and what it leaves off.
    #[expect(clippy::cast_precision_loss, reason = "words of a passage")]
    fn ends(&mut self, readings: &Readings, model: usize, copy: usize) {
        let words = |witness: usize, columns: std::ops::Range<usize>| {
            let row = readings.rows[witness].get(columns).unwrap_or_default();
            row.iter().filter(|&&reading| reading != GAP && reading != OUTSIDE).count()
        };
        let (model_start, model_end) = readings.bounds[model];
        let (copy_start, copy_end) = readings.bounds[copy];
        for beyond in
            [copy_start..model_start.min(copy_end), model_end.max(copy_start)..copy_end]
        {
            let count = words(copy, beyond);
            if count > LOOSE {
                self.score += self.slip + ADDED * count as f64;
            }
        }
        for cut in [model_start..copy_start, copy_end..model_end] {
            let count = words(model, cut);
            self.changes.cut += count;
            if count > LOOSE {
                self.score += EXCERPT;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lineage::{frame::frame, reading::readings, vocabulary::Vocabulary};

    fn read(texts: &[&str]) -> Readings {
        let mut vocabulary = Vocabulary::default();
        let words: Vec<Vec<u32>> =
            texts.iter().map(|text| vocabulary.read(text)).collect();
        let columns = frame(&words, &mut vocabulary);
        readings(&columns, texts.len(), &mut vocabulary)
    }

    #[test]
    fn changes_are_counted_in_runs() {
        let found = read(&[
            "on the ninth day the fleet left the old harbour with forty ships and a fair wind",
            "on the tenth day the fleet left with forty ships and three long barges and a fair wind",
        ]);
        let (_, changes) = compare(&found, 0, 1);
        let Changes { same, substituted, omitted, added, .. } = changes;
        assert_eq!((same, substituted, omitted, added), (13, 1, 1, 1), "{changes:?}");
    }

    #[test]
    fn a_longer_text_is_not_copied_from_its_excerpt() {
        let found = read(&[
            "one two three four five six seven eight nine ten eleven twelve thirteen",
            "four five six seven eight",
        ]);
        let score = |model, copy| compare(&found, model, copy).0;
        assert!(score(0, 1) > score(1, 0) + 3.0);
    }

    #[test]
    fn an_error_in_common_speaks_for_a_copy() {
        let found = read(&[
            "the king came to the town with his sons in the spring of that year",
            "the king came to the town with his sons in the spring of that year",
            "the king came to the town with his dogs in the spring of that year",
            "the duke came to the town with his dogs in the spring of that year",
        ]);
        let score = |model| compare(&found, model, 3).0;
        assert!(score(2) > score(0) + 5.0);
    }
}
