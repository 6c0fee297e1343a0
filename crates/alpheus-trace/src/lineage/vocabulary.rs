//! Words as numbers, and which of them could be misreadings or spellings of one another.

use crate::{Folded, Folding};
use rustc_hash::FxHashMap;

/// The words of all witnesses.
#[derive(Debug, Default)]
pub(crate) struct Vocabulary {
    words: Vec<Vec<u8>>,
    numbers: FxHashMap<Vec<u8>, u32>,
    kin: FxHashMap<(u32, u32), bool>,
}

impl Vocabulary {
    /// The words of a text.
    pub(crate) fn read(&mut self, text: &str) -> Vec<u32> {
        let folded = Folded::new(text, Folding::default());
        let words = 0..folded.words().len();
        words.map(|word| self.number(&folded.letters()[folded.word(word)])).collect()
    }

    fn number(&mut self, letters: &[u8]) -> u32 {
        if let Some(&number) = self.numbers.get(letters) {
            return number;
        }
        let number = self.words.len() as u32;
        self.words.push(letters.to_vec());
        self.numbers.insert(letters.to_vec(), number);
        number
    }

    /// How many letters a word has.
    #[expect(clippy::cast_precision_loss, reason = "words are short")]
    pub(crate) fn letters(&self, word: u32) -> f64 {
        self.words[word as usize].len() as f64
    }

    /// Whether two words run together are near a third.
    pub(crate) fn are_parts(&mut self, parts: [u32; 2], whole: u32) -> bool {
        let [a, b] = parts.map(|part| self.words[part as usize].as_slice());
        let joined = [a, b].concat();
        // No word is short and made of two.
        if joined.len() < 3 || joined.len().abs_diff(self.words[whole as usize].len()) > 2
        {
            return false;
        }
        let joined = self.number(&joined);
        self.are_kin(joined, whole)
    }

    /// Whether two words are near enough in their letters to be one, misread or spelt otherwise:
    /// not more than one letter in three differs. Numbers are never near.
    pub(crate) fn are_kin(&mut self, a: u32, b: u32) -> bool {
        if a == b {
            return true;
        }
        let Vocabulary { words, kin, .. } = self;
        *kin.entry((a.min(b), a.max(b))).or_insert_with(|| {
            let [a, b] = [a, b].map(|word| words[word as usize].as_slice());
            let digits = |word: &[u8]| word.iter().all(u8::is_ascii_digit);
            let most = (a.len().max(b.len()) / 3).max(1);
            a.len().abs_diff(b.len()) <= most
                && !(digits(a) && digits(b))
                && distance(a, b) <= most
        })
    }
}

/// How many letters have to be put in, left out or changed (Levenshtein 1966).
fn distance(a: &[u8], b: &[u8]) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let changed = diagonal + usize::from(x != y);
            diagonal = row[j + 1];
            row[j + 1] = changed.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn misreadings_are_kin_and_other_words_are_not() {
        let mut words = Vocabulary::default();
        let read = words.read("little 1itt1e lettuce castle of cf 1851 1857");
        let kin =
            |words: &mut Vocabulary, a: usize, b: usize| words.are_kin(read[a], read[b]);
        assert!(kin(&mut words, 0, 1) && kin(&mut words, 4, 5));
        assert!(
            !kin(&mut words, 0, 2) && !kin(&mut words, 0, 3) && !kin(&mut words, 6, 7)
        );
    }
}
