//! Intentions, thoughts and feelings ascribed: what record of them is there?
//!
//! Cue: verbs of thinking, wanting and scorning ("knew", "intended", "mocked"), states of mind
//! ("was convinced"), nouns of the mind with their owner ("his desire"), judgements that
//! somebody finds ("found it absurd"), purposes ("in order to").
//! Silent: the author's own ("I believe"), passives that leave out who thinks ("is believed",
//! which reports a view), verbs in their other lives ("means of", "the thought").

use super::{
    view::{Cue, View},
    words::Words,
};

/// The cue that begins at a token.
pub(super) fn cue(view: &View<'_>, at: usize) -> Option<Cue> {
    let cue = verb(view, at)
        .or_else(|| state(view, at))
        .or_else(|| noun(view, at))
        .or_else(|| finding(view, at))?;
    let supposed = view.any_before(at, 5, Words::IF);
    (!view.is_own(at) && !supposed).then_some(cue)
}

/// "He knew", "did not believe", "decided to".
fn verb(view: &View<'_>, at: usize) -> Option<Cue> {
    let passive = is_passive(view, at);
    let noun = view.before(
        at,
        1,
        Words::THE.or(Words::A).or(Words::OWNED).or(Words::S).or(Words::OF),
    );
    let plain = view.has(at, Words::THOUGHT) && !passive && !noun;
    let led = Words::TO.or(Words::THAT).or(Words::NOT);
    let decided =
        view.has(at, Words::DECIDED) && view.has(at + 1, led) && !noun && !passive;
    let subject = Words::PERSON.or(Words::DO).or(Words::BUT);
    let base = view.has(at, Words::THINK)
        && view.before(at, 1, subject)
        && !is_impersonal(view, at);
    (plain || decided || base).then_some(at..at + 1)
}

/// "To believe" and "may know" of anybody at all say nothing of somebody.
fn is_impersonal(view: &View<'_>, at: usize) -> bool {
    let had_to = view.before(at, 2, Words::HAVE);
    view.before(at, 1, Words::TO)
        && (had_to || !view.any_before(at, 4, Words::PERSON.or(Words::CAUSED)))
}

/// "Was believed", "is well known": who thinks is left out.
fn is_passive(view: &View<'_>, at: usize) -> bool {
    let adverb = |at: usize| {
        view.has(at, Words::WIDELY.or(Words::NOT))
            || view.is_small(at)
                && view.scene.doc.slice(view.scene.tokens[at].span).ends_with("ly")
    };
    let stated = view.before(at, 1, Words::BE)
        || at.checked_sub(1).is_some_and(adverb) && view.before(at, 2, Words::BE);
    stated && !view.scene.doc.slice(view.scene.tokens[at].span).ends_with("ing")
}

/// "Was convinced", "felt confident", "became aware".
fn state(view: &View<'_>, at: usize) -> Option<Cue> {
    let minded = view.has(at, Words::MINDED) && view.before(at, 1, Words::BECOME);
    let by = view.is_word(at + 1)
        && view.scene.doc.slice(view.scene.tokens[at + 1].span) == "by";
    (minded && !by && view.any_before(at, 5, Words::BE.or(Words::BECOME)))
        .then_some(at..at + 1)
}

/// "Their desire", "Lenin's ambition", "expressed a wish".
fn noun(view: &View<'_>, at: usize) -> Option<Cue> {
    let owned = view.any_before(at, 2, Words::OWNED.or(Words::S));
    let this = view.before(at, 1, Words::THIS);
    let told = this
        || view.has(at + 1, Words::TO.or(Words::OF))
            && view.any_before(at, 2, Words::THE.or(Words::A));
    (view.has(at, Words::MIND) && (owned || told)).then_some(at..at + 1)
}

/// "Found the sermon tedious".
fn finding(view: &View<'_>, at: usize) -> Option<Cue> {
    if !view.has(at, Words::FOUND) {
        return None;
    }
    let judged = view.find(at + 1, 6, Words::JUDGEMENT)?;
    Some(at..judged + 1)
}
