//! Quotations and their speakers, as the rules on them compare them.

use crate::sheet::Account;
use alpheus_read::{Quotation, Requote};
use alpheus_text::Span;
use std::borrow::Cow;

/// The two quotations of the same words.
pub(crate) fn pair<'a>(account: &Account<'a>, requote: &Requote) -> [&'a Quotation; 2] {
    [requote.first, requote.second]
        .map(|index| &account.reading.quotations[index as usize])
}

/// From the first to the last word.
pub(crate) fn span(quotation: &Quotation) -> Span {
    quotation.span()
}

/// The name of the speaker, if the text gives one.
pub(crate) fn name<'a>(
    account: &Account<'a>,
    quotation: &Quotation,
) -> Option<Cow<'a, str>> {
    let name = quotation.speaker.as_ref()?.name?;
    Some(account.doc.words(name))
}

/// Whether two names may be one person's: they share a word that is no title.
pub(crate) fn is_same_name(one: &str, other: &str) -> bool {
    let words = |name: &str| {
        let letters = |c: char| !c.is_alphanumeric();
        let words = name.split(letters).filter(|word| word.len() > 2);
        words.map(str::to_lowercase).filter(|word| word != "the").collect::<Vec<_>>()
    };
    let (one, other) = (words(one), words(other));
    one.iter().any(|word| other.contains(word))
}

/// Words on one line.
pub(crate) fn line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether two words differ by their spelling alone, "honour" and "honor".
pub(crate) fn is_spelling(one: &str, other: &str) -> bool {
    let letters = |text: &str| -> Vec<char> {
        text.chars()
            .filter(|c| c.is_alphanumeric())
            .flat_map(char::to_lowercase)
            .collect()
    };
    let (one, other) = (letters(one), letters(other));
    let (short, long) =
        if one.len() < other.len() { (&one, &other) } else { (&other, &one) };
    let head = short.iter().zip(long).take_while(|(a, b)| a == b).count();
    let (short, long) = (&short[head..], &long[head..]);
    let tail =
        short.iter().rev().zip(long.iter().rev()).take_while(|(a, b)| a == b).count();
    let changed = long.len() - tail;
    changed <= 1 && head + tail >= 3 || changed == 0
}

#[cfg(test)]
mod tests {
    use super::{is_same_name, is_spelling};

    #[test]
    fn spelling_is_a_letter_or_a_mark() {
        assert!(is_spelling("honour", "honor"));
        assert!(is_spelling("every where", "everywhere"));
        assert!(is_spelling("recognise", "recognize"));
        assert!(!is_spelling("shall", "will"));
        assert!(!is_spelling("no", "not so"));
    }

    #[test]
    fn names_are_one_by_a_word_that_is_no_title() {
        assert!(is_same_name("Anna Weber", "Weber"));
        assert!(is_same_name("the Duke of Ulm", "Ulm"));
        assert!(!is_same_name("Anna Weber", "Carl Palmer"));
    }
}
