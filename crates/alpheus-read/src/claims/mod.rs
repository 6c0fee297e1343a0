//! Claims: what somebody would have to check, found by the words that make it a claim.
//!
//! Each kind of claim has a detector, one small file, which says of a token whether a cue of the
//! kind begins there. The cues are words, phrases and the words around them; no detector knows
//! what a sentence is about, and none judges whether it is true. Claims are read only when they
//! are asked for ([`read_claims`](crate::read_claims)).
//!
//! Limits: English; headings are passed over; of a table's row one figure is listed;
//! of one kind a clause makes one claim, but for dates, lengths and figures.

mod absence;
mod authority;
mod cause;
mod coincidence;
mod dated;
mod duration;
mod figure;
mod kind;
mod only;
mod ordinal;
mod phrases;
mod question;
mod quoted;
mod reported;
mod source;
mod superlative;
mod thought;
mod universal;
mod unrealised;
mod view;
mod words;

#[cfg(test)]
mod tests;

pub use kind::ClaimKind;

use crate::{
    quotes::Quotation,
    scene::Scene,
    statement::{Modality, Speaker},
};
use alpheus_number::Found;
use alpheus_text::{BlockKind, Span};
use alpheus_time::Timex;
use question::Questions;
use std::ops::Range;
use view::{Cue, View};
use words::{Words, words_of};

/// A claim, with the words that make it one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// What sort of claim.
    pub kind: ClaimKind,
    /// The sentence or clause that makes it; of a quotation the words quoted.
    pub span: Span,
    /// The words that make it a claim of this kind.
    pub cue: Span,
    /// Whose claim it is.
    pub speaker: Speaker,
    /// Of what is quoted the name of who says it, where the text tells.
    pub voice: Option<Span>,
    /// How it is meant.
    pub modality: Modality,
    /// Where the text says whence it has this: a note's mark, a work, who said so.
    pub source: Option<Span>,
    /// Of a question the answer that the text gives.
    pub answer: Option<Span>,
}

/// Says of a token whether a cue of some kind begins there.
type Detector = fn(&View<'_>, usize) -> Option<Cue>;

/// The detectors, in the order in which they are asked; the first cue at a token wins among the
/// kinds made by words.
const WORDED: [(ClaimKind, Detector); 11] = [
    (ClaimKind::Coincidence, coincidence::cue),
    (ClaimKind::NamelessAuthority, authority::cue),
    (ClaimKind::ReportedView, reported::cue),
    (ClaimKind::Unrealised, unrealised::cue),
    (ClaimKind::Thought, thought::cue),
    (ClaimKind::Superlative, superlative::cue),
    (ClaimKind::Only, only::cue),
    (ClaimKind::FirstLastNever, ordinal::cue),
    (ClaimKind::Absence, absence::cue),
    (ClaimKind::Universal, universal::cue),
    (ClaimKind::Cause, cause::cue),
];

/// The detectors of what is measured.
const MEASURED: [(ClaimKind, Detector); 3] = [
    (ClaimKind::DatedEvent, dated::cue),
    (ClaimKind::Duration, duration::cue),
    (ClaimKind::Figure, figure::cue),
];

/// Collects the claims of a document, block by block.
#[derive(Default)]
pub(crate) struct Claims {
    words: Vec<Words>,
    found: Vec<Claim>,
    questions: Questions,
}

impl Claims {
    /// Reads the claims of a block.
    pub(crate) fn block(
        &mut self,
        scene: &Scene<'_>,
        kind: BlockKind,
        figures: &[Found],
    ) {
        if matches!(kind, BlockKind::Heading(_)) {
            return;
        }
        let words = &mut self.words;
        words.clear();
        words.extend(scene.tokens.iter().map(words_of));
        let mut at = 0;
        while at < scene.tokens.len() {
            let tokens = at..scene.sentence_end(at);
            at = tokens.end;
            let view = View { scene, words, figures, tokens };
            if kind == BlockKind::Row {
                row(&view, &mut self.found);
                continue;
            }
            sentence(&view, &mut self.found);
            self.questions.sentence(&view, &mut self.found);
        }
    }

    /// All claims, in the order of the text: within words quoted only what is measured.
    pub(crate) fn finish(self, times: &[Timex], quotations: &[Quotation]) -> Vec<Claim> {
        let quoted = quoted::stretches(quotations);
        let mut claims: Vec<Claim> = self
            .found
            .into_iter()
            .filter(|claim| is_settled(claim, times))
            .filter_map(|claim| heard(claim, &quoted))
            .collect();
        claims.extend(quotations.iter().filter_map(quoted::claim));
        claims.sort_by_key(|claim| (claim.span.start, claim.cue, claim.kind));
        claims
    }
}

/// Whether a claim is still one when the times are settled: a step that seemed to have a length
/// may have none.
fn is_settled(claim: &Claim, times: &[Timex]) -> bool {
    let time = || {
        let at = times.partition_point(|time| time.span.start < claim.cue.start);
        times.get(at).filter(|time| time.span.overlaps(claim.cue))
    };
    claim.kind != ClaimKind::Duration || time().is_some_and(duration::is_length)
}

/// The claim as it stands when the quotations are known; `None` of what only a quoted voice says.
fn heard(claim: Claim, quoted: &[quoted::Quoted]) -> Option<Claim> {
    let after = quoted.partition_point(|quote| quote.span.start <= claim.cue.start);
    let before = after.checked_sub(1).and_then(|at| quoted.get(at));
    let Some(quote) = before.filter(|quote| claim.cue.start < quote.span.end) else {
        return Some(claim);
    };
    let (start, end) = (claim.span.start, claim.span.end);
    let span = Span::new(
        start.max(quote.span.start),
        end.min(quote.span.end).max(claim.cue.end),
    );
    let source = quote.source.or(claim.source);
    let (speaker, voice) = (Speaker::Quoted, quote.voice);
    let quoted = Claim { span, speaker, voice, source, ..claim };
    quoted.kind.is_measured().then_some(quoted)
}

/// The first figure of a table's row.
fn row(view: &View<'_>, out: &mut Vec<Claim>) {
    let found = view.figures.iter().find(|found| view.tokens.contains(&found.first));
    if let Some(found) = found.filter(|found| view.scene.time(found.first).is_none()) {
        let cue = found.first..found.end.min(view.tokens.end);
        out.push(claim(view, ClaimKind::Figure, &view.tokens, &cue));
    }
}

/// Reads a sentence clause by clause.
fn sentence(view: &View<'_>, out: &mut Vec<Claim>) {
    let first = out.len();
    let mut start = after_title(view);
    while start < view.tokens.end {
        let end = clause_end(view, start);
        clause(view, start..end, out);
        start = end;
    }
    let Some(source) = source::given(view) else { return };
    for claim in &mut out[first..] {
        claim.source = Some(source);
    }
}

/// A line that ends before this many bytes was not ended to fit a page.
const SHORT_LINE: usize = 48;

/// Whether a short line ends behind the token, and the next begins anew.
fn ends_item(view: &View<'_>, at: usize) -> bool {
    let next = at + 1;
    if !view.tokens.contains(&next) || view.is_small(next) || !ends_line(view, next) {
        return false;
    }
    let before = &view.scene.doc.text()[..view.scene.tokens[at].span.end as usize];
    let line = before.rfind('\n').map_or(before.len(), |end| before.len() - end);
    line < SHORT_LINE
}

/// Whether a line ends before the token.
fn ends_line(view: &View<'_>, at: usize) -> bool {
    let (before, after) = (view.scene.tokens[at - 1].span, view.scene.tokens[at].span);
    view.scene.doc.text()[before.end as usize..after.start as usize].contains('\n')
}

/// The longest title that may stand on a line of its own, in words.
const TITLE: usize = 10;

/// The token after a title that stands on a line of its own above the sentence, as plain text
/// without blank lines has it.
fn after_title(view: &View<'_>) -> usize {
    let first = view.tokens.start;
    let mut near = first + 1..view.tokens.end.min(first + 2 * TITLE);
    let Some(next) = near.find(|&at| ends_line(view, at)) else { return first };
    let line = || (first..next).filter(|&at| view.is_word(at));
    let long = |at: &usize| view.scene.tokens[*at].span.len() > 4;
    let titled = line().count() <= TITLE
        && line().filter(long).all(|at| view.scene.tokens[at].capital)
        && line().filter(long).count() > 0
        && (view.is_word(next - 1) || view.scene.is(next - 1, '"'));
    let begins = view.scene.tokens[next].capital || !view.is_word(next);
    if titled && begins { next } else { first }
}

/// The token after the clause that begins at a token: clauses are parted by semicolons that stand
/// in no bracket, and by the ends of lines that are too short to be wrapped, as in a list.
fn clause_end(view: &View<'_>, start: usize) -> usize {
    let mut depth = 0_u32;
    for at in start..view.tokens.end {
        if view.scene.is(at, '(') {
            depth += 1;
        } else if view.scene.is(at, ')') {
            depth = depth.saturating_sub(1);
        } else if depth == 0 && (view.scene.is(at, ';') || ends_item(view, at)) {
            return at + 1;
        }
    }
    view.tokens.end
}

fn clause(view: &View<'_>, clause: Range<usize>, out: &mut Vec<Claim>) {
    let first = out.len();
    let mut at = clause.start;
    // Where the last cue of what is measured ends: the second end of a range makes no claim.
    let mut measured = at;
    while at < clause.end {
        if at >= measured
            && let Some((kind, cue)) = detect(view, at, &MEASURED)
        {
            measured = cue.end;
            out.push(claim(view, kind, &clause, &cue));
        }
        let Worded { kind, cue, next } = worded(view, at, clause.end);
        if let Some(kind) = kind
            && !out[first..].iter().any(|claim| claim.kind == kind)
        {
            out.push(claim(view, kind, &clause, &cue));
        }
        at = next;
    }
    attribute(&mut out[first..]);
}

/// The first of some kinds that has a cue at a token.
fn detect(
    view: &View<'_>,
    at: usize,
    detectors: &[(ClaimKind, Detector)],
) -> Option<(ClaimKind, Cue)> {
    detectors.iter().find_map(|(kind, cue)| Some((*kind, cue(view, at)?)))
}

/// What words make at a token.
struct Worded {
    kind: Option<ClaimKind>,
    cue: Cue,
    /// The token to go on with.
    next: usize,
}

/// The claim that words make at a token: a phrase before any one word.
fn worded(view: &View<'_>, at: usize, end: usize) -> Worded {
    if let Some((len, kind)) = phrases::at_front(&view.scene.tokens[at..end]) {
        return Worded { kind, cue: at..at + len, next: at + len };
    }
    let Some((kind, cue)) = detect(view, at, &WORDED) else {
        return Worded { kind: None, cue: at..at + 1, next: at + 1 };
    };
    // The words of a cue may make claims of other kinds, but an authority's verb is its own.
    let whole = kind == ClaimKind::NamelessAuthority;
    let next = if whole { cue.end.max(at + 1) } else { at + 1 };
    Worded { kind: Some(kind), cue, next }
}

fn claim(view: &View<'_>, kind: ClaimKind, clause: &Range<usize>, cue: &Cue) -> Claim {
    let end = cue.end.max(cue.start + 1).min(view.scene.tokens.len());
    let modality = match kind {
        ClaimKind::Unrealised => unrealised::modality(view, cue),
        ClaimKind::ReportedView => Modality::Reported,
        _ => Modality::Asserted,
    };
    let speaker = match kind {
        ClaimKind::ReportedView => Speaker::Others,
        _ => Speaker::Author,
    };
    Claim {
        kind,
        span: words_span(view, clause),
        cue: view.scene.span(cue.start, end - 1),
        speaker,
        voice: None,
        modality,
        source: None,
        answer: None,
    }
}

/// The span of a clause, without the marks that part it from the others.
fn words_span(view: &View<'_>, clause: &Range<usize>) -> Span {
    let parts = |at: usize| [';', '–', '-', '*'].iter().any(|&m| view.scene.is(at, m));
    let last = clause.end - 1;
    let first = clause.clone().find(|&at| !parts(at)).unwrap_or(clause.start);
    let last = (first..=last).rev().find(|&at| !parts(at)).unwrap_or(last.max(first));
    view.scene.span(first, last)
}

/// What follows a report or a plan in its clause is reported or planned with it.
fn attribute(claims: &mut [Claim]) {
    let report = claims.iter().find(|claim| claim.kind == ClaimKind::ReportedView);
    let report = report.map(|claim| claim.cue);
    let plan = claims.iter().find(|claim| claim.kind == ClaimKind::Unrealised);
    let plan = plan.map(|claim| (claim.cue, claim.modality));
    for claim in claims {
        if let Some((_, modality)) = plan.filter(|(cue, _)| cue.end <= claim.cue.start) {
            claim.modality = modality;
        }
        if report.is_some_and(|cue| cue.end <= claim.cue.start) {
            claim.speaker = Speaker::Others;
            claim.modality = Modality::Reported;
        }
    }
}
