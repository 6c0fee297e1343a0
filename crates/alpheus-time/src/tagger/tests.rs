//! The grammar is tried wherever it could take something.

use super::*;
use crate::lexicon::WORDS;
use proptest::prelude::*;

/// What the table does not hold.
const MORE: &str = "12 3 31st 14th 1914 1920s 499 8 '98 195X XVIII II 5:34 5.34 a.m. P.M. \
                    B.C. A.D. St. o'clock , . – - / ( ) Smith years' old-fashioned half-past";

fn words() -> impl Strategy<Value = String> {
    let table = WORDS.iter().map(|&(word, _)| word);
    let all: Vec<_> = table.chain(MORE.split_whitespace()).collect();
    let word = (prop::sample::select(all), any::<bool>()).prop_map(|(word, capital)| {
        let (first, rest) = word.split_at(word.chars().next().map_or(0, char::len_utf8));
        if capital { first.to_uppercase() + rest } else { word.to_owned() }
    });
    prop::collection::vec(word, 1..8).prop_map(|words| words.join(" "))
}

/// "he said that a few days later": an article behind a pronoun begins what follows.
fn article(c: Cursor<'_>, i: usize) -> bool {
    matches!(c.word(i), Word::The | Word::This | Word::That | Word::These | Word::Its)
        && c.word(i + 1) == Word::A
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16_384))]

    #[test]
    fn whatever_the_grammar_takes_may_begin(text in words()) {
        let doc = Document::plain("", &text);
        let mut tagger = Tagger::new(Options::default(), None);
        for block in doc.blocks() {
            let mut tokens = Vec::new();
            doc.tokenize(block, &mut tokens);
            tagger.classify(&tokens);
            let words = &tagger.words;
            let c = Cursor { tokens: &tokens, words, text: doc.prose() };
            for i in 0..tokens.len() {
                let taken = expression(c, i);
                prop_assert!(
                    taken.is_none() || opening::opens(c, i) || article(c, i),
                    "{text}: {} {taken:?}", c.text(i)
                );
            }
        }
    }
}
