//! Whether a passage can stand in two texts by chance.
//!
//! A passage tells as much as its words surprise, reckoned with the library's own counts, less
//! what it takes to note the differences: the length saved by writing it as a copy (Milosavljević
//! and Jurka 1993, algorithmic significance). A difference that makes another word of the
//! language is noted as a change of words, which costs more than a misprint: phrases with one
//! word changed are what two texts share by chance.
//!
//! Were words drawn at random, *d* bits would stand in *m n* pairs of places *m n* 2^-*d* times
//! by chance: the E-value of Karlin and Altschul (1990), with words in place of letters. They
//! are not: people use the same phrases. So the rate is the one at which passages of so many
//! words and bits were counted between novels of different authors ([`rate`]), which have
//! nothing to do with each other: it falls to a quarter with each further word.

use crate::{
    Folded,
    align::{Run, Step},
    words::Model,
};
use std::ops::Range;

/// What noting a wrong letter or a gap costs, in bits, beside the letters that are not explained.
const MISPRINT: f64 = 2.5;
/// What each further letter of a gap costs.
const GAP_LETTER: f64 = 0.25;
/// What noting a change of words costs: where it stands, and which word of many.
const CHANGE: f64 = 9.0;
/// What each further word of a gap costs.
const GAP_WORD: f64 = 3.0;

/// What an alignment tells.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Evidence {
    /// In bits.
    pub(crate) bits: f64,
    /// How many words of the text that is looked in are there; a part of a word counts as such.
    pub(crate) words: f64,
}

/// The letters of both texts that an alignment covers.
#[derive(Clone, Debug)]
pub(crate) struct Pair<'p> {
    pub(crate) query: &'p Folded<'p>,
    pub(crate) query_letters: Range<usize>,
    pub(crate) target: &'p Folded<'p>,
    pub(crate) target_letters: Range<usize>,
}

/// Weighs an alignment.
pub(crate) fn weigh(model: &Model<'_>, pair: &Pair<'_>, runs: &[Run]) -> Evidence {
    let mut tally = Tally::new(pair);
    for run in runs {
        tally.run(*run);
    }
    let words = words_of(pair.target, &pair.target_letters);
    let surprises = model.surprises(pair.target, words.clone());
    let mut evidence = Evidence::default();
    for ((word, bits), &equal) in words.zip(surprises).zip(&tally.equal) {
        let share = f64::from(equal) / length(pair.target.word(word));
        evidence.bits += bits * share;
        evidence.words += share;
    }
    evidence.bits -= tally.cost(model);
    evidence
}

/// How passages shared by chance thin out, as powers of two for each pair of places: counted
/// between 1.1 million words of thirteen English novels, each against the others, among passages
/// of seven to fourteen words.
mod rate {
    /// Of eight words.
    pub(super) const EIGHT_WORDS: f64 = 32.7;
    /// For each further word.
    pub(super) const WORD: f64 = 2.05;
    /// For each bit beyond what the words of a set phrase tell.
    pub(super) const BIT: f64 = 0.2;
    /// What each word of a set phrase tells, in bits.
    pub(super) const PHRASE: f64 = 4.0;
}

impl Evidence {
    /// How many passages that are as good stand by chance somewhere in so many words of a
    /// library, if a passage could begin at so many places.
    pub(crate) fn expected(&self, library: f64, places: f64) -> f64 {
        let beyond = self.bits - rate::PHRASE * self.words;
        let rarity =
            rate::EIGHT_WORDS + rate::WORD * (self.words - 8.0) + rate::BIT * beyond;
        library.max(1.0) * places.max(1.0) * (-rarity).exp2()
    }
}

fn words_of(text: &Folded<'_>, letters: &Range<usize>) -> Range<usize> {
    if letters.is_empty() {
        return 0..0;
    }
    text.word_of(letters.start)..text.word_of(letters.end - 1) + 1
}

#[expect(clippy::cast_precision_loss, reason = "words are short")]
fn length(word: Range<usize>) -> f64 {
    word.len().max(1) as f64
}

/// What is counted along an alignment.
struct Tally<'p> {
    pair: &'p Pair<'p>,
    /// Equal letters in each word of the target, and whether any letter faces the query.
    equal: Vec<u32>,
    faced: Vec<bool>,
    /// What misprints cost in each word of the query, and whether it has an equal letter.
    misprints: Vec<f64>,
    met: Vec<bool>,
    query: usize,
    target: usize,
    first_query: usize,
    first_target: usize,
}

impl<'p> Tally<'p> {
    fn new(pair: &'p Pair<'p>) -> Self {
        let query = words_of(pair.query, &pair.query_letters);
        let target = words_of(pair.target, &pair.target_letters);
        Tally {
            pair,
            equal: vec![0; target.len()],
            faced: vec![false; target.len()],
            misprints: vec![0.0; query.len()],
            met: vec![false; query.len()],
            query: pair.query_letters.start,
            target: pair.target_letters.start,
            first_query: query.start,
            first_target: target.start,
        }
    }

    fn run(&mut self, run: Run) {
        let gap = |letter: u32| if letter == 0 { MISPRINT } else { GAP_LETTER };
        for letter in 0..run.count {
            let query = self.pair.query.word_of(self.query) - self.first_query;
            let target = self.pair.target.word_of(self.target) - self.first_target;
            let (query, target) =
                (query.min(self.met.len() - 1), target.min(self.equal.len() - 1));
            match run.step {
                Step::Equal => {
                    self.equal[target] += 1;
                    self.met[query] = true;
                }
                Step::Differ => self.misprints[query] += MISPRINT,
                Step::Query | Step::Target => self.misprints[query] += gap(letter),
            }
            self.faced[target] |= run.step != Step::Target;
            self.query += usize::from(run.step != Step::Target);
            self.target += usize::from(run.step != Step::Query);
        }
    }

    /// What all differences cost.
    fn cost(&self, model: &Model<'_>) -> f64 {
        self.changed(model) + self.dropped()
    }

    /// What differences in the words of the query cost. Each is a misprint or a change of
    /// words; where one makes no word of the language it can only be a misprint, and the more
    /// of those there are, the likelier the others are misprints too.
    #[expect(clippy::cast_precision_loss, reason = "passages are short")]
    fn changed(&self, model: &Model<'_>) -> f64 {
        let mut cost = 0.0;
        let mut doubtful = Vec::new();
        let mut misread = 0;
        for (index, &misprints) in self.misprints.iter().enumerate() {
            let word = self.pair.query.word(self.first_query + index);
            if misprints == 0.0 {
                continue;
            }
            let slight = misprints <= MISPRINT * (word.len() / 5) as f64;
            if slight || !model.knows(&self.pair.query.letters()[word]) {
                misread += usize::from(!slight);
                cost += misprints;
            } else {
                let in_gap = index > 0 && !self.met[index] && !self.met[index - 1];
                doubtful.push((misprints, if in_gap { GAP_WORD } else { CHANGE }));
            }
        }
        let share = (misread as f64 + 0.02) / (misread + doubtful.len() + 1) as f64;
        for (misprints, change) in doubtful {
            let chance = share * (-misprints).exp2() + (1.0 - share) * (-change).exp2();
            cost -= chance.log2();
        }
        cost
    }

    /// What words cost that only the target has.
    fn dropped(&self) -> f64 {
        let mut cost = 0.0;
        let mut in_gap = false;
        for (&equal, &faced) in self.equal.iter().zip(&self.faced) {
            let dropped = equal == 0 && !faced;
            if dropped {
                cost += if in_gap { GAP_WORD } else { CHANGE };
            }
            in_gap = dropped;
        }
        cost
    }
}
