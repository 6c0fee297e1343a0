//! Quotations, as far as a ledger needs them: the words between paired quotation marks.
//!
//! Cue: words in double marks of any convention, or in single curly ones, that are at least a
//! few; a quotation may run over several paragraphs, each of which may open anew.
//! Silent: scare quotes, names and titles (one or two words, or words with capitals).

use super::{Claim, ClaimKind, words::Words};
use crate::{
    scene::Scene,
    statement::{Modality, Speaker},
};
use alpheus_text::{BlockKind, Span};

/// Fewer words are a name, a term or scare quotes.
const FEWEST: u32 = 3;
/// A quotation runs over at most this many paragraphs.
const PARAGRAPHS: u32 = 12;
/// Who speaks is told within so many tokens of the marks.
const REACH: usize = 10;

/// A stretch between quotation marks.
#[derive(Clone, Copy, Debug)]
pub(super) struct Quoted {
    /// The marks and what stands between them.
    pub(super) span: Span,
    /// The words that say who speaks.
    pub(super) source: Option<Span>,
    words: u32,
    /// How many of the words are long, and how many of these have a capital.
    long: [u32; 2],
}

impl Quoted {
    /// The claim that somebody said this.
    pub(super) fn claim(&self) -> Option<Claim> {
        let [long, capitals] = self.long;
        let title = self.words < 30 && long > 1 && 5 * capitals >= 4 * long;
        (self.words >= FEWEST && !title).then_some(Claim {
            kind: ClaimKind::Quotation,
            span: self.span,
            cue: self.span,
            speaker: Speaker::Quoted,
            modality: Modality::Reported,
            source: self.source,
            answer: None,
        })
    }
}

/// What a mark does.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    Opens,
    Closes,
}

/// Collects the quotations of a document, block by block.
#[derive(Default)]
pub(super) struct Quotes {
    done: Vec<Quoted>,
    /// The quotation that is open at the end of the last block, and for how many blocks.
    open: Option<(Quoted, u32)>,
    /// "Lenin wrote:" at the end of the last block.
    lead: Option<Span>,
}

impl Quotes {
    /// Reads the marks of a block.
    pub(super) fn block(&mut self, scene: &Scene<'_>, words: &[Words], kind: BlockKind) {
        let Some(last) = scene.tokens.len().checked_sub(1) else { return };
        if kind == BlockKind::Quote {
            let source = self.lead.take();
            let all =
                Quoted { span: scene.span(0, last), source, words: 0, long: [0, 0] };
            self.done.push(counted(all, scene, 0, last));
            return;
        }
        self.credit_last(scene, words);
        let carried = self.open.take();
        let carried = carried.filter(|(_, blocks)| {
            *blocks < PARAGRAPHS && mark_of(scene, first_mark(scene)) != Some(Mark::Opens)
                || first_mark(scene) == 0
        });
        let blocks = carried.map_or(0, |(_, blocks)| blocks);
        let mut open = carried.map(|(quoted, _)| (quoted, 0));
        for at in 0..=last {
            match (mark_of(scene, at), open) {
                (Some(Mark::Opens), None) => {
                    open = Some((self.opened(scene, words, at), at));
                }
                (Some(Mark::Closes), Some((quoted, from))) => {
                    self.close(scene, words, quoted, from, at);
                    open = None;
                }
                _ => {}
            }
        }
        self.open =
            open.map(|(quoted, from)| (counted(quoted, scene, from, last), blocks + 1));
        self.lead = scene
            .is(last, ':')
            .then(|| says(scene, words, (last.saturating_sub(2 * REACH), last), true))
            .flatten();
    }

    /// All quotations, in the order of the text.
    pub(super) fn finish(mut self) -> Vec<Quoted> {
        self.done.extend(
            self.open.filter(|(_, blocks)| *blocks == 1).map(|(quoted, _)| quoted),
        );
        self.done.sort_by_key(|quoted| quoted.span);
        self.done
    }

    fn opened(&mut self, scene: &Scene<'_>, words: &[Words], at: usize) -> Quoted {
        let before = at.saturating_sub(REACH);
        let lead = says(scene, words, (before, at), true);
        let lead = if at == 0 { self.lead.take() } else { lead };
        Quoted { span: scene.tokens[at].span, source: lead, words: 0, long: [0, 0] }
    }

    fn close(
        &mut self,
        scene: &Scene<'_>,
        words: &[Words],
        quoted: Quoted,
        from: usize,
        at: usize,
    ) {
        let mut quoted = counted(quoted, scene, from, at);
        if quoted.source.is_none() {
            let end = scene.tokens.len().min(at + 1 + REACH);
            quoted.source = says(scene, words, (at + 1, end), false);
        }
        self.done.push(quoted);
    }

    /// "— wrote Mikhail Frunze." in the block behind a quotation.
    fn credit_last(&mut self, scene: &Scene<'_>, words: &[Words]) {
        let dash = ['–', '-'].iter().any(|&dash| scene.is(0, dash));
        let Some(last) =
            self.done.last_mut().filter(|last| dash && last.source.is_none())
        else {
            return;
        };
        last.source =
            says(scene, words, (1, scene.tokens.len().min(1 + 2 * REACH)), false);
    }
}

/// The first quotation mark of a block; its end where there is none.
fn first_mark(scene: &Scene<'_>) -> usize {
    let mut all = 0..scene.tokens.len();
    all.find(|&at| mark_of(scene, at).is_some()).unwrap_or(scene.tokens.len())
}

/// The quotation with the tokens up to `last` in it.
fn counted(quoted: Quoted, scene: &Scene<'_>, from: usize, last: usize) -> Quoted {
    let words = scene.tokens[from..=last].iter().filter(|token| token.is_word());
    let long = words.clone().filter(|token| token.span.len() > 3);
    let capitals =
        long.clone().filter(|token| token.capital && !token.upper).count() as u32;
    let long = [quoted.long[0] + long.count() as u32, quoted.long[1] + capitals];
    Quoted {
        span: quoted.span.cover(scene.tokens[last].span),
        words: quoted.words + words.count() as u32,
        long,
        ..quoted
    }
}

/// What the token does, if it is a quotation mark.
fn mark_of(scene: &Scene<'_>, at: usize) -> Option<Mark> {
    let token = scene.tokens.get(at)?;
    let next = scene.tokens.get(at + 1);
    match scene.doc.slice(token.span) {
        "“" | "„" | "«" => Some(Mark::Opens),
        "”" | "»" => Some(Mark::Closes),
        "‘" if next.is_some_and(|next| !next.spaced && next.is_word()) => {
            Some(Mark::Opens)
        }
        "’" if next.is_none_or(|next| next.spaced || !next.is_word()) => {
            Some(Mark::Closes)
        }
        "\"" => {
            let parted =
                at > 0 && ['–', '-', '(', '['].iter().any(|&mark| scene.is(at - 1, mark));
            let tight = next.is_some_and(|next| !next.spaced);
            Some(if (token.spaced || at == 0 || parted) && tight {
                Mark::Opens
            } else {
                Mark::Closes
            })
        }
        _ => None,
    }
}

/// The words around a verb of saying among some tokens, as far as the marks around them.
fn says(
    scene: &Scene<'_>,
    words: &[Words],
    (from, to): (usize, usize),
    nearest_last: bool,
) -> Option<Span> {
    let noun = |at: usize| {
        at > 0
            && words[at - 1].any(Words::THE.or(Words::A).or(Words::OWNED).or(Words::THIS))
    };
    let verb =
        |at: &usize| words[*at].any(Words::SAYS.or(Words::ACCORDING)) && !noun(*at);
    let said =
        if nearest_last { (from..to).rev().find(verb) } else { (from..to).find(verb) }?;
    let parts = |at: usize| {
        [',', '.', ':', '"', ';', '–', '-', '!', '?']
            .iter()
            .any(|&mark| scene.is(at, mark))
    };
    let first = (from..said).rev().find(|&at| parts(at)).map_or(from, |at| at + 1);
    let end = (said..to).find(|&at| parts(at)).unwrap_or(to);
    (first < end).then(|| scene.span(first, end - 1))
}
