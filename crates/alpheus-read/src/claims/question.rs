//! Questions that stand for a claim: the author answers them, or they can have but one answer.
//!
//! Cue: a question of the author's with a short answer behind it ("Did they know? Yes."), or one
//! that answers itself by "who could", "how would … not", "is it not".
//! Silent: questions without an answer, which only set a topic; those that somebody asks in
//! quotation marks.

use super::{Claim, ClaimKind, claim, view::View, words::Words};
use alpheus_text::Span;

/// An answer that begins otherwise has at most this many words.
const SHORT: usize = 4;
/// A question of so many words takes any reason as its answer ("Why? To gain time.").
const BARE: usize = 3;

/// The questions that may still be answered.
#[derive(Default)]
pub(super) struct Questions {
    open: Vec<Claim>,
    /// Whether the last was a bare "Why?".
    bare: bool,
}

impl Questions {
    /// Takes a sentence as a question, or as the answer to those before it.
    pub(super) fn sentence(&mut self, view: &View<'_>, out: &mut Vec<Claim>) {
        let words = view.tokens.clone().filter(|&at| view.is_word(at)).count();
        if words == 0 {
            return;
        }
        if let Some(at) = asked(view) {
            let start = clause_start(view, at);
            let cue = at..(at + 2).min(view.tokens.end);
            let mut claim =
                claim(view, ClaimKind::Question, &(start..view.tokens.end), &cue);
            claim.span = Span::new(claim.span.start, claim.span.end.max(claim.cue.end));
            if answers_itself(view, at) {
                out.push(claim);
            } else {
                self.bare = words <= BARE;
                self.open.push(claim);
            }
            return;
        }
        if is_answer(view, words, self.bare) {
            let answer = super::words_span(view, &view.tokens);
            let answered = self.open.drain(..);
            out.extend(answered.map(|claim| Claim { answer: Some(answer), ..claim }));
        }
        self.open.clear();
        self.bare = false;
    }
}

/// The word that asks, if the sentence is a question.
fn asked(view: &View<'_>) -> Option<usize> {
    let mark = view.tokens.clone().rev().find(|&at| view.scene.is(at, '?'))?;
    let bracketed = mark > 0 && view.scene.tokens[mark - 1].number().is_some();
    if bracketed {
        return None;
    }
    let mut fronts = (view.tokens.start..mark).filter(|&at| {
        view.has(at, Words::ASK.or(Words::AUXILIARY))
            && (view.begins_clause(at) || is_joined(view, at))
    });
    let first = view.first_word();
    let front = view.has(first, Words::ASK.or(Words::AUXILIARY)).then_some(first);
    Some(front.or_else(|| fronts.next_back()).unwrap_or(first))
}

/// "But what", "and who".
fn is_joined(view: &View<'_>, at: usize) -> bool {
    let before = at.checked_sub(1).filter(|at| view.tokens.contains(at));
    before.is_some_and(|at| {
        let word = view.scene.doc.slice(view.scene.tokens[at].span);
        ["but", "and", "or", "then"].iter().any(|joint| word.eq_ignore_ascii_case(joint))
    })
}

fn clause_start(view: &View<'_>, at: usize) -> usize {
    let parted = (view.tokens.start..at).rev().find(|&at| view.scene.is(at, ';'));
    parted.map_or(view.tokens.start, |at| at + 1)
}

/// "Who could", "where exactly would", "doesn't this", "how many would not".
fn answers_itself(view: &View<'_>, at: usize) -> bool {
    let asks = view.has(at, Words::ASK);
    let dares = view.find(at + 1, 3, Words::DARE.or(Words::MODAL)).is_some();
    let denied = (at..view.tokens.end).any(|at| view.has(at, Words::NOT));
    let would = (at + 1..view.tokens.end).any(|at| view.has(at, Words::DARE));
    let not_so = !asks && (at + 1..at + 5).any(|at| view.has(at, Words::NOT));
    asks && (dares || denied && would) || not_so
}

fn is_answer(view: &View<'_>, words: usize, bare: bool) -> bool {
    let first = view.first_word();
    let ready =
        view.has(first, Words::ANSWER) && !view.has(first, Words::NOT.or(Words::TO));
    let reason = bare && view.has(first, Words::TO);
    // A title behind a question is short too, but has no stop.
    let last = view.tokens.end - 1;
    let short = words <= SHORT && (view.scene.is(last, '.') || view.scene.is(last, '!'));
    short || ready || reason
}
