//! The words that the readers look for, each in one class.
//!
//! Every token is looked up once; the readers compare classes, never text.

use alpheus_text::{Token, TokenKind, key};
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// What a word is to the readers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Class {
    /// Nothing that they look for.
    Other,
    /// "he", "she".
    Pronoun,
}

static LEXICON: LazyLock<FxHashMap<u64, Class>> = LazyLock::new(|| {
    let classes: &[(Class, &str)] = &[(Class::Pronoun, "he she")];
    let words = classes.iter().flat_map(|&(class, words)| {
        words.split_whitespace().map(move |word| (key(word), class))
    });
    words.collect()
});

/// The class of a token.
pub(crate) fn class_of(token: &Token) -> Class {
    match token.kind {
        TokenKind::Word => LEXICON.get(&token.key).copied().unwrap_or(Class::Other),
        _ => Class::Other,
    }
}
