//! The words that hedge a figure: "about", "more than", "at least".

use crate::Hedge;
use alpheus_text::{Lexicon, Token};

/// What a word before a figure does.
#[derive(Clone, Copy, PartialEq)]
enum Word {
    Is(Hedge),
    /// "than", after "more", "less", "fewer".
    Than,
    /// "to", after "up" and "close".
    To,
    /// "least", "most", after "at".
    Limit(Hedge),
}

use Word::{Is, Limit, Than, To};

static WORDS: Lexicon<Word, 128> = Lexicon::new(&[
    ("exactly precisely", Is(Hedge::Exactly)),
    (
        "about around approximately roughly circa c ca some perhaps probably say \
         estimated approx",
        Is(Hedge::About),
    ),
    ("over above exceeding", Is(Hedge::Over)),
    ("nearly almost", Is(Hedge::Nearly)),
    ("under below", Is(Hedge::Under)),
    ("least minimum", Limit(Hedge::AtLeast)),
    ("most maximum", Limit(Hedge::AtMost)),
    ("than", Than),
    ("to", To),
]);

static LEADS: Lexicon<(Hedge, bool), 32> = Lexicon::new(&[
    ("more greater upwards better higher", (Hedge::Over, true)),
    ("less fewer lower", (Hedge::Under, true)),
    ("up", (Hedge::AtMost, false)),
    ("close", (Hedge::Nearly, false)),
]);

/// How the words before the token `at` hedge the figure that begins there.
pub(crate) fn before(tokens: &[Token], at: usize) -> Hedge {
    let word = |back: usize| at.checked_sub(back).map(|at| &tokens[at]);
    let found =
        word(1).filter(|token| token.is_word()).and_then(|token| WORDS.get(token.key));
    let lead = || word(2).and_then(|token| LEADS.get(token.key));
    let denied = |back: usize| {
        word(back).is_some_and(|token| {
            token.key == const { alpheus_text::key("no") }
                || token.key == const { alpheus_text::key("not") }
        })
    };
    match found {
        Some(Is(hedge) | Limit(hedge)) => hedge,
        Some(Than) => match lead() {
            Some((Hedge::Over, true)) if denied(3) => Hedge::AtMost,
            Some((Hedge::Under, true)) if denied(3) => Hedge::AtLeast,
            Some((hedge, true)) => hedge,
            _ => Hedge::Plain,
        },
        Some(To) => match lead() {
            Some((hedge, false)) => hedge,
            _ => Hedge::Plain,
        },
        None => Hedge::Plain,
    }
}
