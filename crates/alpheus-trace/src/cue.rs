//! Where a quotation could begin and end, by what stands around it.
//!
//! A passage that begins where the text opens a quotation is less likely to be there by chance,
//! as much as there are fewer such places than words.

use crate::Folded;
use std::ops::Range;

/// Words after which others' words follow.
const CITING: &[&str] = &[
    "say", "says", "said", "saying", "write", "writes", "wrote", "writing", "written",
    "read", "reads", "words", "phrase", "quote", "quotes", "quoted", "quoting", "thus",
    "again", "states", "stated", "declares", "declared", "remarks", "remarked", "notes",
    "noted", "observes", "observed", "adds", "added", "replied", "answered", "asks",
    "asked",
];

/// The places of a text where a quotation could begin or end, by words.
#[derive(Debug)]
pub(crate) struct Cues {
    opens: Vec<bool>,
    closes: Vec<bool>,
}

impl Cues {
    pub(crate) fn of(text: &Folded<'_>) -> Self {
        let count = text.words().len();
        let mut opens = Vec::with_capacity(count);
        let mut closes = Vec::with_capacity(count);
        for word in 0..=count {
            let between = text.between(word);
            let ends = word == 0 || word == count || is_break(between);
            if word < count {
                let cited = word > 0 && is_citing(&text.letters()[text.word(word - 1)]);
                let mark = |c| matches!(c, '“' | '‘' | '«' | '„' | '"' | ':');
                opens.push(ends || cited || between.contains(mark));
            }
            if word > 0 {
                let mark = |c| matches!(c, '”' | '’' | '»' | '"');
                closes.push(ends || between.contains(mark));
            }
        }
        Cues { opens, closes }
    }

    /// At how many places a passage could begin that stands as these words do.
    #[expect(clippy::cast_precision_loss, reason = "texts are short")]
    pub(crate) fn places(&self, words: &Range<usize>) -> f64 {
        let [opens, closes] = self.held(words);
        let count = |flags: &[bool]| flags.iter().filter(|&&flag| flag).count() as f64;
        match (opens, closes) {
            (true, _) => count(&self.opens),
            (false, true) => count(&self.closes),
            (false, false) => self.opens.len() as f64,
        }
    }

    /// Whether a passage begins and ends where a quotation could; the first or last word may
    /// be one that was altered.
    pub(crate) fn held(&self, words: &Range<usize>) -> [bool; 2] {
        let opens = &self.opens[words.start.saturating_sub(1)..=words.start];
        let last = words.end.saturating_sub(1);
        let closes = &self.closes[last..(last + 2).min(self.closes.len())];
        [opens.contains(&true), closes.contains(&true)]
    }
}

/// Whether others' words follow a word as a rule.
pub(crate) fn is_citing(letters: &[u8]) -> bool {
    CITING.iter().any(|word| word.as_bytes() == letters)
}

/// Whether a paragraph ends in what stands between two words.
fn is_break(between: &str) -> bool {
    between.bytes().filter(|&byte| byte == b'\n').count() > 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Folding;

    #[test]
    fn quotations_begin_after_marks_and_citing_words() {
        let text = "He wrote: it is over. “Not so,” says she, we part.\n\nThe end";
        let folded = Folded::new(text, Folding::default());
        let cues = Cues::of(&folded);
        let opens: Vec<usize> =
            (0..folded.words().len()).filter(|&word| cues.opens[word]).collect();
        // He; it; Not; she; The
        assert_eq!(opens, [0, 2, 5, 8, 11]);
        assert_eq!(cues.held(&(5..7)), [true, true]);
        assert_eq!(cues.held(&(3..5)), [true, false]);
        assert!(cues.places(&(5..7)) < cues.places(&(4..5)));
    }
}
