//! What the marks around words are for.

use super::words::Word;
use crate::scene::Scene;
use alpheus_text::TokenKind;

/// What a stretch in quotation marks is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum QuoteKind {
    /// Words that somebody said or wrote.
    Direct,
    /// The same, within another quotation.
    Nested,
    /// Words that the author keeps at arm's length.
    Scare,
    /// The title of a work.
    Title,
    /// The name of a ship, a law, a place.
    Name,
    /// A word under discussion, or what it means.
    Term,
    /// Words in another language, beside their translation.
    Foreign,
}

/// What the words between two marks look like.
#[derive(Clone, Copy, Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "what words look like, each by itself")]
pub(super) struct Look {
    pub(super) words: usize,
    capitals: usize,
    small: usize,
    finite: bool,
    spoken: bool,
    begins_capital: bool,
    ends_sentence: bool,
    /// How many of the words are known here.
    plain: usize,
}

impl Look {
    pub(super) fn of(scene: &Scene<'_>, first: usize, end: usize) -> Look {
        let mut look = Look::default();
        for at in first..end {
            let token = &scene.tokens[at];
            match token.kind {
                TokenKind::Word | TokenKind::Number => look.word(scene, at),
                TokenKind::Mark(_) => {}
            }
        }
        look.ends_sentence = end > first
            && ['.', '!', '?', '…'].iter().any(|&mark| scene.is(end - 1, mark));
        look
    }

    fn word(&mut self, scene: &Scene<'_>, at: usize) {
        let token = &scene.tokens[at];
        let cue = scene.cue(at);
        let letter =
            token.span.len() == 1 && token.is_word() && at > 0 && scene.is(at - 1, '\'');
        if letter {
            return;
        }
        if self.words == 0 {
            self.begins_capital = token.capital;
        }
        self.words += 1;
        let first = self.words == 1;
        self.finite |= cue.any(Word::FINITE) && (first || !token.capital);
        self.spoken |=
            cue.any(Word::SPOKEN) && (first || !token.capital || is_i(scene, at));
        self.plain += usize::from(cue != Word::NONE && token.span.len() > 1);
        let plain = cue.any(Word::PLAIN.or(Word::ADVERB));
        if !plain && token.capital || token.number().is_some() {
            self.capitals += 1;
        } else if !token.capital && !cue.any(SLIGHT) {
            self.small += 1;
        }
    }

    /// A whole sentence, or most of one.
    pub(super) fn is_sentence(self) -> bool {
        self.begins_capital
            && (self.words >= 3 || self.ends_sentence && self.words == 2)
            && self.small > 0
            && (self.finite
                || self.spoken
                || self.words >= 6
                || self.ends_sentence && self.words >= 4)
            && !self.is_titled()
    }

    /// Words with capitals, but for the small ones.
    pub(super) fn is_titled(self) -> bool {
        self.capitals > 0 && self.small == 0 && self.words <= 12
    }

    /// Words in no English that is known here.
    pub(super) fn is_foreign(self) -> bool {
        self.words > 0 && self.plain * 5 <= self.words
    }

    /// So many words that no one puts marks around them but to quote.
    pub(super) fn is_long(self, nested: bool) -> bool {
        self.words >= 6 || self.words >= 4 && (self.finite || !nested)
    }
}

/// Small words that titles have too.
const SLIGHT: Word = Word::PREPOSITION.or(Word::DETERMINER).or(Word::JOINS);

fn is_i(scene: &Scene<'_>, at: usize) -> bool {
    scene.tokens[at].span.len() == 1
}

/// What stands around the words.
#[derive(Clone, Copy, Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "what is around words, each by itself")]
pub(super) struct Around {
    /// A verb has them as its object, or stands right behind.
    pub(super) strong: bool,
    /// The cue stands behind.
    pub(super) behind: bool,
    /// Somebody speaks in the sentence.
    pub(super) weak: bool,
    /// They go on with a quotation in the same sentence.
    pub(super) goes_on: bool,
    /// "the term".
    pub(super) term: bool,
    /// "the song".
    pub(super) title: bool,
    /// In a bracket behind a quotation.
    pub(super) glossed: bool,
    /// In a bracket that cites a work: see [`is_cited`].
    pub(super) cited: bool,
    /// Words of the same sentence stand before it.
    pub(super) amid: bool,
    /// The block has nothing else.
    pub(super) alone: bool,
    /// Somebody spoke in the block before.
    pub(super) turn: bool,
    pub(super) nested: bool,
}

/// Whether the words from one mark to the other are a title in a citation: "[Weber, 'Tolls of
/// the Danube', p. 12]".
pub(super) fn is_cited(scene: &Scene<'_>, open: usize, close: usize) -> bool {
    /// The bracket opens and closes no farther off than this.
    const NEAR: usize = 40;
    let opens = |at: usize| scene.is(at, '[') || scene.is(at, '(');
    let closes = |at: usize| scene.is(at, ']') || scene.is(at, ')');
    let led = open > 0 && (scene.is(open - 1, ',') || opens(open - 1));
    let said = |at: usize| {
        scene.cues(at, Word::SAY.or(Word::TELL)) && scene.text(at) != "quoted"
    };
    let bracket = (open.saturating_sub(NEAR)..open)
        .rev()
        .take_while(|&at| !closes(at) && !said(at))
        .find(|&at| opens(at));
    let Some(bracket) = bracket.filter(|_| led) else { return false };
    let end = if scene.is(bracket, '[') { ']' } else { ')' };
    let behind = close + 1..scene.tokens.len().min(close + NEAR);
    let end = behind.clone().find(|&at| scene.is(at, end)).unwrap_or(behind.end);
    let paged = |at: usize| {
        matches!(scene.text(at), "p" | "pp" | "vol" | "no" | "ch" | "chapter")
    };
    scene.is(close + 1, ',') && (close + 1..end).any(paged)
}

pub(super) fn kind(look: Look, around: Around) -> QuoteKind {
    let said = if around.nested { QuoteKind::Nested } else { QuoteKind::Direct };
    let titled = if around.title { QuoteKind::Title } else { QuoteKind::Name };
    if around.cited {
        return QuoteKind::Title;
    }
    if around.glossed && look.is_foreign() {
        return QuoteKind::Foreign;
    }
    // "on the programme 'The Morning Show,' he said that": the comma is not its own.
    let within = look.is_titled() && look.words <= 6 && around.amid && !around.strong;
    if around.behind && !within
        || around.alone && (look.ends_sentence || look.words > 12 || around.turn)
    {
        return said;
    }
    if around.title && look.words <= 12 && !look.is_sentence() {
        return QuoteKind::Title;
    }
    if around.term && look.words <= 8 && !look.is_sentence() {
        return QuoteKind::Term;
    }
    if look.is_titled() && (!around.strong || look.words <= 4 && !look.ends_sentence) {
        return titled;
    }
    if look.is_sentence() || around.strong || look.is_long(around.nested) {
        return said;
    }
    if around.nested {
        return QuoteKind::Term;
    }
    if around.weak && look.words >= 2 || around.goes_on {
        return said;
    }
    QuoteKind::Scare
}
