//! Words of estimative probability, and the ranges that they stand for.
//!
//! Words mean different ranges to different readers; so the scale is part of a case and is
//! printed with its result. [`Scale::Icd203`] is the US Intelligence Community Directive 203
//! (2015), [`Scale::Kent1964`] is S. Kent, "Words of Estimative Probability" (1964). Kent's
//! ranges leave gaps (.12 to .20, .60 to .63), which are kept. Each scale also knows the
//! words that its text gives as equals. Where a case written in one scale is read in the
//! other, a word that only one has is read as its nearest neighbour there.
//!
//! The grades A to F of a source are those of the Admiralty code, which gives no numbers; the
//! ranges are a convention of this program.

use crate::Estimate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Which ranges words stand for.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "lowercase")]
pub enum Scale {
    /// Intelligence Community Directive 203.
    #[default]
    Icd203,
    /// Sherman Kent, 1964.
    Kent1964,
    /// No words, only numbers.
    Numbers,
}

/// A word's range in ICD 203 and in Kent 1964, each in hundredths.
type Entry = (&'static str, [u8; 2], [u8; 2]);

/// All words, from the least likely on; those of equal ranges stand together.
const WORDS: [Entry; 28] = [
    ("impossible", [0, 0], [0, 0]),
    ("almost no chance", [1, 5], [2, 12]),
    ("remote", [1, 5], [2, 12]),
    ("almost certainly not", [1, 5], [2, 12]),
    ("virtually impossible", [1, 5], [2, 12]),
    ("very unlikely", [5, 20], [2, 12]),
    ("highly improbable", [5, 20], [2, 12]),
    ("highly doubtful", [5, 20], [2, 12]),
    ("unlikely", [20, 45], [20, 40]),
    ("improbable", [20, 45], [20, 40]),
    ("probably not", [20, 45], [20, 40]),
    ("doubtful", [20, 45], [20, 40]),
    ("roughly even", [45, 55], [40, 60]),
    ("roughly even chance", [45, 55], [40, 60]),
    ("roughly even odds", [45, 55], [40, 60]),
    ("chances about even", [45, 55], [40, 60]),
    ("likely", [55, 80], [63, 87]),
    ("probable", [55, 80], [63, 87]),
    ("probably", [55, 80], [63, 87]),
    ("very likely", [80, 95], [87, 99]),
    ("highly likely", [80, 95], [87, 99]),
    ("highly probable", [80, 95], [87, 99]),
    ("almost certain", [95, 99], [87, 99]),
    ("almost certainly", [95, 99], [87, 99]),
    ("nearly certain", [95, 99], [87, 99]),
    ("virtually certain", [95, 99], [87, 99]),
    ("certain", [100, 100], [100, 100]),
    ("unknown", [0, 100], [0, 100]),
];

/// The grades of a source, in hundredths.
const GRADES: [(&str, [u8; 2]); 6] = [
    ("A", [95, 99]),
    ("B", [80, 95]),
    ("C", [60, 80]),
    ("D", [30, 60]),
    ("E", [5, 30]),
    ("F", [5, 95]),
];

impl Scale {
    /// Its name, as case files and the command line have it.
    pub const fn name(self) -> &'static str {
        match self {
            Scale::Icd203 => "icd203",
            Scale::Kent1964 => "kent1964",
            Scale::Numbers => "numbers",
        }
    }

    /// The range of a word in this scale.
    ///
    /// # Example: one word, two scales
    /// ```
    /// use alpheus_weigh::Scale;
    /// let range = |scale: Scale| scale.word("likely").map(|word| (word.lo(), word.hi()));
    /// assert_eq!(range(Scale::Icd203), Some((0.55, 0.8)));
    /// assert_eq!(range(Scale::Kent1964), Some((0.63, 0.87)));
    /// assert_eq!(range(Scale::Numbers), None);
    /// ```
    pub fn word(self, word: &str) -> Option<Estimate> {
        let word = word.trim().to_lowercase();
        let &(_, icd, kent) = WORDS.iter().find(|(known, ..)| *known == word)?;
        match self {
            Scale::Icd203 => hundredths(icd),
            Scale::Kent1964 => hundredths(kent),
            Scale::Numbers => None,
        }
    }

    /// All words.
    pub fn words() -> impl Iterator<Item = &'static str> {
        WORDS.iter().map(|(word, ..)| *word)
    }
}

/// The range of accuracy that a source's grade stands for.
pub(crate) fn grade(letter: &str) -> Option<Estimate> {
    let &(_, range) = GRADES.iter().find(|(known, _)| *known == letter)?;
    hundredths(range)
}

fn hundredths([lo, hi]: [u8; 2]) -> Option<Estimate> {
    Estimate::range(f64::from(lo) / 100.0, f64::from(hi) / 100.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_has_a_range_in_both_scales() {
        for word in Scale::words() {
            assert!(Scale::Icd203.word(word).is_some(), "{word}");
            assert!(Scale::Kent1964.word(word).is_some(), "{word}");
            assert_eq!(Scale::Numbers.word(word), None);
        }
        assert_eq!(
            Scale::Icd203.word("  Very Likely "),
            Scale::Icd203.word("very likely")
        );
        assert_eq!(Scale::Icd203.word("perhaps"), None);
    }

    #[test]
    fn words_and_grades_stand_in_order() {
        let ranked = WORDS[..WORDS.len() - 1].windows(2);
        assert!(ranked.clone().all(|pair| pair[0].1 <= pair[1].1));
        assert!(ranked.clone().all(|pair| pair[0].2 <= pair[1].2));
        assert!(GRADES.iter().all(|(letter, _)| grade(letter).is_some()));
    }
}
