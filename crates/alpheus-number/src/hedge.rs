//! The words that hedge a figure, before it and behind: "about", "more than", "or so".

use crate::{Hedge, cursor::Cursor};
use alpheus_text::{Lexicon, key};
use std::sync::LazyLock;

/// What a word right before a figure does.
#[derive(Clone, Copy, PartialEq)]
enum Word {
    Is(Hedge),
    /// The last word of a phrase: "than", "of", "to", "as".
    Ends,
    /// "the", "a": the hedge may stand before it.
    Article,
}

use Word::{Article, Ends, Is};

static WORDS: Lexicon<Word, 256> = Lexicon::new(&[
    ("exactly precisely", Is(Hedge::Exactly)),
    (
        "about around approximately roughly circa c ca some perhaps probably possibly say \
         estimated approx maybe barely scarcely hardly bare circiter abt",
        Is(Hedge::About),
    ),
    (
        "over above exceeding exceeded exceeds exceed beyond surpassed surpassing topped \
         upwards",
        Is(Hedge::Over),
    ),
    ("good full fully minimum", Is(Hedge::AtLeast)),
    (
        "nearly almost approaching approached near nigh nearing practically virtually",
        Is(Hedge::Nearly),
    ),
    ("under below", Is(Hedge::Under)),
    ("maximum", Is(Hedge::AtMost)),
    ("least most", Ends),
    ("than of to as on upon like from quite", Ends),
    ("the a an", Article),
]);

/// Phrases that hedge, by their last word and the words before it, from the last to the first.
static PHRASES: &[(u64, &[&str], Hedge)] = &[
    (key("least"), &["at", "the at"], Hedge::AtLeast),
    (key("most"), &["at", "the at"], Hedge::AtMost),
    (key("than"), &["more no", "greater no", "higher no", "larger no"], Hedge::AtMost),
    (key("than"), &["more not", "greater not"], Hedge::AtMost),
    (key("than"), &["more hardly", "more scarcely", "more barely"], Hedge::About),
    (key("than"), &["less no", "fewer no", "less not", "fewer not"], Hedge::AtLeast),
    (key("than"), &["more", "greater", "better", "higher", "larger"], Hedge::Over),
    (key("than"), &["less", "fewer", "lower", "smaller"], Hedge::Under),
    (key("than"), &["rather"], Hedge::Plain),
    (key("of"), &["upwards", "upward", "excess in", "north"], Hedge::Over),
    (key("of"), &["short", "side this"], Hedge::Nearly),
    (key("of"), &["minimum", "minimum a"], Hedge::AtLeast),
    (key("of"), &["maximum", "limit", "maximum a"], Hedge::AtMost),
    (
        key("of"),
        &[
            "neighborhood",
            "neighbourhood",
            "vicinity",
            "region the",
            "order the",
            "something",
        ],
        Hedge::About,
    ),
    (key("to"), &["up", "amounting up"], Hedge::AtMost),
    (key("to"), &["close", "near", "approximating"], Hedge::Nearly),
    (key("on"), &["close", "bordering", "verging"], Hedge::Nearly),
    (key("upon"), &["close", "bordering"], Hedge::Nearly),
    (key("as"), &["many as", "much as", "high as"], Hedge::AtMost),
    (key("as"), &["few as", "little as", "low as"], Hedge::AtLeast),
    (key("like"), &["something", "anything"], Hedge::About),
    (key("from"), &["far not"], Hedge::About),
    (key("quite"), &["not"], Hedge::Nearly),
];

/// A phrase: the key of its last word, those of the words before it, and what it does.
type Phrase = (u64, Box<[u64]>, Hedge);

/// [`PHRASES`], one by one.
static KEYS: LazyLock<Vec<Phrase>> = LazyLock::new(|| {
    let mut phrases = Vec::new();
    for &(last, before, hedge) in PHRASES {
        let keys = |words: &&str| (last, words.split(' ').map(key).collect(), hedge);
        phrases.extend(before.iter().map(keys));
    }
    phrases
});

/// How the words before the token `at` hedge the figure that begins there.
pub(crate) fn before(c: Cursor<'_>, at: usize) -> Hedge {
    let Some(last) = c.before(at, 1) else { return Hedge::Plain };
    if last.is('~') || last.is('≈') {
        return Hedge::About;
    }
    // "c. 300"
    if last.is('.') {
        return if ABBREVIATED.has(c.word_before(at, 2)) {
            Hedge::About
        } else {
            Hedge::Plain
        };
    }
    match WORDS.get(c.word_before(at, 1)) {
        Some(Is(Hedge::AtLeast)) if c.word_before(at, 2) != const { key("a") } => {
            fully(c, at)
        }
        Some(Is(Hedge::About)) if c.is_word(at - 1, const { key("bare") }) => {
            if c.word_before(at, 2) == const { key("a") } {
                Hedge::About
            } else {
                Hedge::Plain
            }
        }
        Some(Is(hedge)) if DENIALS.has(c.word_before(at, 2)) => denied(hedge),
        Some(Is(Hedge::Over)) if BARELY.has(c.word_before(at, 2)) => Hedge::About,
        Some(Is(hedge)) => hedge,
        Some(Ends) => phrase(c, at - 1),
        Some(Article) => match WORDS.get(c.word_before(at, 2)) {
            Some(Ends) => phrase(c, at - 2),
            _ => Hedge::Plain,
        },
        None => Hedge::Plain,
    }
}

static DENIALS: Lexicon<(), 8> = Lexicon::new(&[("not never no", ())]);

static BARELY: Lexicon<(), 8> = Lexicon::new(&[("hardly scarcely barely", ())]);

/// "not exceeding", "not under".
fn denied(hedge: Hedge) -> Hedge {
    match hedge {
        Hedge::Over => Hedge::AtMost,
        Hedge::Under => Hedge::AtLeast,
        Hedge::Nearly => Hedge::Under,
        _ => Hedge::Plain,
    }
}

static ABBREVIATED: Lexicon<(), 8> = Lexicon::new(&[("c ca circ approx", ())]);

/// "full 300", "fully 300"; not "good 300" without an article.
fn fully(c: Cursor<'_>, at: usize) -> Hedge {
    if c.is_word(at - 1, const { key("good") }) { Hedge::Plain } else { Hedge::AtLeast }
}

/// The hedge of the phrase whose last word is at `at`.
fn phrase(c: Cursor<'_>, at: usize) -> Hedge {
    let ends = c.word(at);
    let fits = |words: &[u64]| {
        words.iter().enumerate().all(|(back, &word)| c.word_before(at, back + 1) == word)
    };
    KEYS.iter()
        .find(|(last, before, _)| *last == ends && fits(before))
        .map_or(Hedge::Plain, |phrase| phrase.2)
}

/// How the words behind a figure that ends before `end` hedge it.
///
/// They stand behind its number, or behind the noun that it counts: "300 or more", "forty-odd",
/// "200 men at least". Below zero the figure has no hedge of its own yet.
pub(crate) fn behind(c: Cursor<'_>, end: usize) -> Hedge {
    if c.joins(end, '+') && c.number(end + 1).is_none() {
        return Hedge::Over;
    }
    let odd = end + usize::from(c.links(end, '-'));
    if c.is_word(odd, const { key("odd") }) {
        return Hedge::Over;
    }
    let here = closing(c, end);
    if here != Hedge::Plain || c.word(end) == 0 {
        return here;
    }
    closing(c, end + 1)
}

static CLOSED: Lexicon<Hedge, 32> = Lexicon::new(&[
    ("more over above upward upwards better greater", Hedge::AtLeast),
    ("less fewer under below", Hedge::AtMost),
    ("so thereabouts thereabout", Hedge::About),
]);

/// "or more", "and upwards", "at least" from `at` on.
fn closing(c: Cursor<'_>, at: usize) -> Hedge {
    let word = |at| c.word(at);
    let or = word(at) == const { key("or") };
    let and = word(at) == const { key("and") };
    if or && c.is_word(at + 1, const { key("so") }) && !ends_clause(c, at + 2) {
        return Hedge::Plain;
    }
    if or || and {
        let hedge = CLOSED.get(word(at + 1)).unwrap_or_default();
        let odd = and && c.is_word(at + 1, const { key("odd") });
        return match hedge {
            _ if odd => Hedge::Over,
            Hedge::AtLeast if and && !ends_clause(c, at + 2) => Hedge::Plain,
            hedge if or || hedge == Hedge::AtLeast => hedge,
            _ => Hedge::Plain,
        };
    }
    if word(at) == const { key("at") } {
        let the = usize::from(c.is_word(at + 1, const { key("the") }));
        return match word(at + 1 + the) {
            word if word == const { key("least") } => Hedge::AtLeast,
            word if word == const { key("most") } => Hedge::AtMost,
            word if word == const { key("outside") } => Hedge::AtMost,
            _ => Hedge::Plain,
        };
    }
    if word(at) == const { key("more") }
        && c.is_word(at + 1, const { key("or") })
        && c.is_word(at + 2, const { key("less") })
    {
        return Hedge::About;
    }
    Hedge::Plain
}

/// Whether no word stands at `at` that "so" or "more" goes with: "300 and more came".
fn ends_clause(c: Cursor<'_>, at: usize) -> bool {
    c.get(at).is_none_or(|token| !token.is_word() || !MEANING.has(token.key))
}

static MEANING: Lexicon<(), 32> =
    Lexicon::new(&[("than that as they he it she we i the", ())]);
