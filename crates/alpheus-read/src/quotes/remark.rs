//! What the text says of a quotation after it: its date, and what is concluded from it.

use super::{
    phrase::{self, Voice},
    words::Word,
};
use crate::{lexicon::Class, scene::Scene};
use alpheus_text::Span;

/// What the text says of the date of words that it has quoted: "the letter is dated 1928".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Remark {
    /// The words that say it.
    pub span: Span,
    /// An index into the document's time expressions.
    pub date: u32,
    /// "though": it is not the date that the text led to expect.
    pub contrast: bool,
}

/// A conclusion drawn right after a quotation, on somebody's authority.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conclusion {
    /// "according to Weber".
    pub span: Span,
    /// The name.
    pub name: Span,
    /// The quotation that stands before: an index.
    pub quotation: u32,
}

/// Words between "is dated" and what is dated.
const NEAR: usize = 6;

/// A remark on the date in the tokens from `from` to `end`.
pub(super) fn date(scene: &Scene<'_>, from: usize, end: usize) -> Option<Remark> {
    let noun = (from..end).find(|&at| is_quoted(scene, at))?;
    let verb = (noun + 1..end.min(noun + NEAR)).find(|&at| {
        matches!(scene.text(at), "dated" | "dates")
            || matches!(scene.text(at), "from" | "in") && scene.has(at - 1, Class::BE)
            || matches!(scene.text(at), "written" | "made" | "spoken")
    })?;
    let first = (verb + 1..end.min(verb + 4)).find(|&at| scene.is_dated(at))?;
    let date = scene.time(first)?;
    let contrast = (from..noun).any(|at| {
        matches!(
            scene.text(at),
            "though" | "although" | "Although" | "but" | "But" | "actually"
        )
    }) || (noun..first)
        .any(|at| matches!(scene.text(at), "actually" | "really" | "itself"));
    let span = scene.tokens[noun].span.cover(scene.timex(date).span);
    Some(Remark { span, date, contrast })
}

/// "the quote", "these words".
fn is_quoted(scene: &Scene<'_>, at: usize) -> bool {
    at > 0
        && matches!(
            scene.text(at - 1),
            "the" | "The" | "this" | "This" | "these" | "These" | "his" | "her"
        )
        && matches!(
            scene.text(at),
            "quote"
                | "quotation"
                | "words"
                | "passage"
                | "letter"
                | "speech"
                | "statement"
                | "remark"
                | "sentence"
                | "telegram"
                | "article"
        )
}

/// "Thus, according to Weber,": whose conclusion the sentence from `from` to `end` gives.
pub(super) fn conclusion(
    scene: &Scene<'_>,
    from: usize,
    end: usize,
) -> Option<(Span, Voice)> {
    let mut opens =
        (from..end).filter(|&at| at == from || scene.tokens[at].starts_sentence);
    let at = opens.find_map(|at| concludes(scene, at, end))?;
    let (voice, after) = phrase::from(scene, at + 2, end)?;
    let named = (at + 2..after).any(|at| phrase::is_name(scene, at))
        && !scene.cues(after - 1, Word::PLACE.or(Word::PAPER).or(Word::DOCUMENT));
    named.then(|| (scene.span(at, after - 1), voice))
}

/// "Thus, according to": where "according" stands.
fn concludes(scene: &Scene<'_>, opens: usize, end: usize) -> Option<usize> {
    let thus = matches!(
        scene.text(opens),
        "Thus"
            | "So"
            | "Hence"
            | "Therefore"
            | "Consequently"
            | "Accordingly"
            | "Clearly"
    );
    let according =
        (opens + 1..end.min(opens + 4)).find(|&at| scene.text(at) == "according");
    according.filter(|&at| thus && scene.has(at + 1, Class::TO))
}
