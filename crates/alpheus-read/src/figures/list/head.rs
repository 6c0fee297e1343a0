//! The counted noun in front of a list, and the mark or word that opens the list.

use super::words::{self, Role, role};
use crate::{figures::Sentence, scene::Scene};
use alpheus_number::{Found, Measure};
use alpheus_text::{Lexicon, Token, TokenKind, key};

/// What opens a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Opening {
    /// A comma, which may as well open another clause.
    Comma,
    /// A colon.
    Colon,
    /// A dash.
    Dash,
    /// A bracket.
    Bracket,
    /// "namely", "viz.": nothing but a list follows.
    Word,
    /// "were", behind a subject: "the three towns were Hull, York and Leeds".
    Be,
}

impl Opening {
    /// Whether other things than lists follow as often.
    pub(super) fn is_weak(self) -> bool {
        matches!(self, Opening::Comma | Opening::Be)
    }
}

/// Where a counted noun stands in its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// Behind a comma: "a preface, three chapters, an epilogue, and an index".
    Listed,
    /// Behind "and": "Burgundy, and the two Castiles, Murcia, and Aragon".
    Joined,
    /// In a phrase before the subject: "Of the five brothers, Thomas and Edward, …".
    Fronted,
    /// In no list.
    Free,
}

/// A counted noun with a list behind it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Head {
    /// How many are told.
    pub(super) count: usize,
    /// The token of the noun.
    pub(super) noun: usize,
    /// What opens the list.
    pub(super) opening: Opening,
    /// The first token of the list.
    pub(super) list: usize,
    /// Whether the counted noun may itself be an item of a list.
    pub(super) place: Place,
}

/// The words between a count and its noun.
const MODIFIERS: usize = 7;

/// The words between a noun and the list.
const TAIL: usize = 8;

impl Head {
    pub(super) fn read(sentence: &Sentence<'_>, found: &Found) -> Option<Head> {
        let (count, noun) = counted(sentence, found)?;
        let (opening, list) =
            after_tail(sentence, noun).or_else(|| predicate(sentence, found, noun))?;
        Some(Head { count, noun, opening, list, place: place(sentence, found) })
    }
}

/// How many a figure counts, and the token of the noun that it counts.
pub(super) fn counted(sentence: &Sentence<'_>, found: &Found) -> Option<(usize, usize)> {
    let count = count(found)?;
    let scene = sentence.scene;
    let other = is_label(sentence, found)
        || is_partitive(sentence, found)
        || is_second(sentence, found)
        || is_attribute(scene, found.end)
        || scene.is(found.end, '-') && !scene.tokens[found.end].spaced;
    if other {
        return None;
    }
    Some((count, noun(scene, found.end, sentence.tokens.end)?))
}

fn count(found: &Found) -> Option<usize> {
    let figure = &found.figure;
    let plain = figure.measure == Measure::Count && figure.is_plain();
    let whole = plain && figure.value.fract() == 0.0;
    let near = |&count: &u8| (f64::from(count) - figure.value).abs() < 0.5;
    (2..=20).find(near).filter(|_| whole).map(usize::from)
}

/// "Chapter Two", "the Two Sicilies", "Part 3", "2, 3": a name or a row, and no count.
fn is_label(sentence: &Sentence<'_>, found: &Found) -> bool {
    let scene = sentence.scene;
    let token = &scene.tokens[found.first];
    if token.is_word() && token.capital && !token.starts_sentence {
        let before = found.first.checked_sub(1).map(|at| &scene.tokens[at]);
        return before.is_none_or(|before| before.is_word() || before.is('.'));
    }
    if token.is_word() || found.first <= sentence.tokens.start {
        return false;
    }
    let before = &scene.tokens[found.first - 1];
    before.is_word() && before.capital && before.key != const { key("The") }
        || before.is('.')
        || before.is(',')
        || before.is('-')
        || before.is('/')
}

/// "one of the three sons": the list names those that are taken out of them.
fn is_partitive(sentence: &Sentence<'_>, found: &Found) -> bool {
    static TAKEN: Lexicon<(), 128> = Lexicon::new(&[(
        "one some any each most many several few first second third fourth fifth last \
         latter former chief another other others half part parts number numbers either \
         neither none two three four five six members greater smaller majority whole more \
         less least best worst only",
        (),
    )]);
    /// How near a figure stands that counts what is taken.
    const NEAR: usize = 4;
    let scene = sentence.scene;
    let mut at = found.first;
    while at > sentence.tokens.start && is_determiner(scene, at - 1) {
        at -= 1;
    }
    let of = at > sentence.tokens.start + 1 && is_of(scene, at - 1);
    of && {
        let taken = &scene.tokens[at - 2];
        // "two brigades of his three divisions"
        let counted =
            sentence.figures.iter().any(|other| other.end < at && other.end + NEAR >= at);
        TAKEN.has(taken.key) || counted || scene.doc.slice(taken.span).ends_with("est")
    }
}

/// "his three volume history": one thing of three volumes, written without its hyphen.
fn is_attribute(scene: &Scene<'_>, at: usize) -> bool {
    static PARTS: Lexicon<(), 64> = Lexicon::new(&[(
        "volume part act page line stanza room storey story floor man person member party \
         year month week day hour minute mile foot inch acre ton gun wheel",
        (),
    )]);
    scene.tokens.get(at).is_some_and(|token| PARTS.has(token.key))
}

/// "two or three": the second number of a range.
fn is_second(sentence: &Sentence<'_>, found: &Found) -> bool {
    let joined = found.first > sentence.tokens.start + 1;
    joined && sentence.figures.iter().any(|other| other.end + 1 == found.first)
}

/// Where the counted noun stands.
pub(super) fn place(sentence: &Sentence<'_>, found: &Found) -> Place {
    let scene = sentence.scene;
    let mut at = found.first;
    while at > sentence.tokens.start && is_determiner(scene, at - 1) {
        at -= 1;
    }
    match at.checked_sub(1).filter(|&at| at >= sentence.tokens.start) {
        Some(before) if scene.is(before, ',') => Place::Listed,
        Some(before) if role(&scene.tokens[before]) == Some(Role::Joiner) => {
            Place::Joined
        }
        Some(before) if is_front(sentence, before) => Place::Fronted,
        _ => Place::Free,
    }
}

/// Whether a preposition at `at` begins a clause.
fn is_front(sentence: &Sentence<'_>, at: usize) -> bool {
    let scene = sentence.scene;
    let first = at == sentence.tokens.start || !scene.tokens[at - 1].is_word();
    first && role(&scene.tokens[at]) == Some(Role::Preposition)
}

fn is_determiner(scene: &Scene<'_>, at: usize) -> bool {
    matches!(role(&scene.tokens[at]), Some(Role::The | Role::Determiner))
}

fn is_of(scene: &Scene<'_>, at: usize) -> bool {
    scene.tokens.get(at).is_some_and(|token| token.key == const { key("of") })
}

/// The counted noun: the last word of the noun phrase that begins at `at`, a plural.
fn noun(scene: &Scene<'_>, mut at: usize, end: usize) -> Option<usize> {
    // "two of his sons"
    if is_of(scene, at) && at + 1 < end && is_determiner(scene, at + 1) {
        at += 2;
    }
    let limit = end.min(at + MODIFIERS);
    let mut noun = None;
    while at < limit {
        let token = &scene.tokens[at];
        if !token.is_word() {
            if !token.is('-') || token.spaced || is_dash(scene, at) {
                break;
            }
        } else if matches!(role(token), None | Some(Role::Many | Role::Rank)) {
            noun = Some(at);
        } else {
            break;
        }
        at += 1;
    }
    noun.filter(|&noun| {
        let token = &scene.tokens[noun];
        let measure = words::is_measure(token) && !words::is_years(token);
        words::is_plural(scene.doc, token) && !measure
    })
}

/// The opening behind the noun, or behind one phrase that hangs on it.
fn after_tail(sentence: &Sentence<'_>, noun: usize) -> Option<(Opening, usize)> {
    let (scene, end) = (sentence.scene, sentence.tokens.end);
    if let Some(found) = opening(scene, noun + 1, end) {
        return Some(found);
    }
    if scene.tokens.get(noun + 1).and_then(role) != Some(Role::Preposition) {
        return None;
    }
    for at in noun + 2..end.min(noun + TAIL) {
        if let Some(found) = opening(scene, at, end) {
            // Behind a comma, the phrase may be the first item: "of York, Hull and Leeds".
            return Some(found).filter(|(opening, _)| *opening != Opening::Comma);
        }
        let token = &scene.tokens[at];
        let stops = matches!(role(token), Some(Role::Clause | Role::Joiner));
        let counts = sentence.figures.iter().any(|found| found.first == at);
        let joins = token.is_word() || token.is('-') || token.is('\'');
        if stops || counts || !joins {
            return None;
        }
    }
    None
}

/// "are", "were".
pub(super) fn is_be(token: &Token) -> bool {
    static BE: Lexicon<(), 4> = Lexicon::new(&[("are were", ())]);
    BE.has(token.key)
}

/// "The three towns were …": a list may follow the verb of a counted subject.
fn predicate(
    sentence: &Sentence<'_>,
    found: &Found,
    noun: usize,
) -> Option<(Opening, usize)> {
    let scene = sentence.scene;
    let start = found.first.checked_sub(1).filter(|&at| at >= sentence.tokens.start)?;
    let free = start == sentence.tokens.start || {
        let before = &scene.tokens[start - 1];
        !before.is_word() || matches!(role(before), Some(Role::Joiner | Role::Clause))
    };
    let subject = free && is_determiner(scene, start);
    let be = scene.tokens.get(noun + 1).is_some_and(is_be);
    let first = noun + 2 + usize::from(scene.is(noun + 2, ':'));
    (subject && be && first < sentence.tokens.end).then_some((Opening::Be, first))
}

/// The opening at `at`, with the first token behind it.
fn opening(scene: &Scene<'_>, at: usize, end: usize) -> Option<(Opening, usize)> {
    let (mark, next) = mark(scene, at)?;
    let (word, first) = lead(scene, next);
    let opening = if word { Opening::Word } else { mark? };
    (first < end).then_some((opening, first))
}

/// The mark at `at`; `Some((None, at))` where a word may still open the list.
fn mark(scene: &Scene<'_>, at: usize) -> Option<(Option<Opening>, usize)> {
    let token = scene.tokens.get(at)?;
    let next = scene.tokens.get(at + 1);
    Some(match token.kind {
        TokenKind::Mark(',' | '，') if next.is_some_and(dash) => {
            (Some(Opening::Dash), after_dash(scene, at + 1))
        }
        TokenKind::Mark(',' | '，') => (Some(Opening::Comma), at + 1),
        TokenKind::Mark(':') => (Some(Opening::Colon), after_dash(scene, at + 1)),
        TokenKind::Mark('(') => (Some(Opening::Bracket), at + 1),
        TokenKind::Mark('–' | '-') if is_dash(scene, at) => {
            (Some(Opening::Dash), after_dash(scene, at))
        }
        TokenKind::Word => (None, at),
        _ => return None,
    })
}

fn dash(token: &Token) -> bool {
    token.is('–') || token.is('-')
}

/// Whether a dash, and no hyphen, stands at `at`.
pub(super) fn is_dash(scene: &Scene<'_>, at: usize) -> bool {
    let double = scene.is(at, '-') && scene.is(at + 1, '-');
    let free = scene.is(at, '-')
        && scene.tokens[at].spaced
        && scene.tokens.get(at + 1).is_some_and(|next| next.spaced);
    scene.is(at, '–') || double || free
}

/// The token after the dashes at `at`.
fn after_dash(scene: &Scene<'_>, mut at: usize) -> usize {
    while scene.tokens.get(at).is_some_and(dash) {
        at += 1;
    }
    at
}

/// Skips "namely", "viz.", "that is to say" and the marks behind.
fn lead(scene: &Scene<'_>, at: usize) -> (bool, usize) {
    let says = |at: usize, word: u64| scene.tokens.get(at).is_some_and(|t| t.key == word);
    let one = LEADS.has(scene.tokens.get(at).map_or(0, |token| token.key));
    let mut next = match () {
        () if one => at + 1,
        () if says(at, const { key("to") }) && says(at + 1, const { key("wit") }) => {
            at + 2
        }
        () if says(at, const { key("as") }) && says(at + 1, const { key("follows") }) => {
            at + 2
        }
        () if says(at, const { key("i") })
            && scene.is(at + 1, '.')
            && says(at + 2, const { key("e") }) =>
        {
            at + 3
        }
        () if says(at, const { key("that") })
            && says(at + 1, const { key("is") })
            && (scene.is(at + 2, ',') || says(at + 2, const { key("to") })) =>
        {
            at + if scene.is(at + 2, ',') { 2 } else { 4 }
        }
        () => return (false, at),
    };
    while [',', ':', '.', '–', '-'].into_iter().any(|mark| scene.is(next, mark)) {
        next += 1;
    }
    (true, next)
}

static LEADS: Lexicon<(), 16> =
    Lexicon::new(&[("namely viz videlicet scilicet named called entitled titled", ())]);
