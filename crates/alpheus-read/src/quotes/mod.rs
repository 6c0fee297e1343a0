//! Quotations: who said or wrote what to whom, when and where, as far as the text says.
//!
//! The marks of a block are paired first ([`marks`]); what stands around each pair says
//! whether it is speech, a name or a word ([`kind`]) and who speaks ([`cue`]). Pronouns are
//! settled when the whole text has been read ([`people`]). A quotation may run over several
//! blocks, each of which opens anew, and may be a block without marks ([`apart`]).

mod apart;
mod behind;
mod cue;
mod draft;
mod finish;
mod frame;
mod group;
mod kind;
mod marks;
pub(crate) mod people;
mod phrase;
mod remark;
mod repeat;
mod running;
mod salience;
mod subject;
mod turns;
pub(crate) mod words;

#[cfg(test)]
mod tests;

pub(crate) use finish::mark_quoted;
pub use kind::QuoteKind;
pub use marks::Mark;
pub use remark::{Conclusion, Remark};
pub use repeat::Requote;

use crate::scene::Scene;
use alpheus_text::{Block, BlockKind, Document, Span, Token};
use apart::Lead;
use group::Group;
use marks::{Marks, Pair};
use people::{People, Told};

/// A stretch in quotation marks, or a block of words set apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// The words without the marks; several stretches where "he said" or the end of a
    /// paragraph stands between.
    pub parts: Vec<Span>,
    /// What it is.
    pub kind: QuoteKind,
    /// Its opening mark.
    pub mark: Mark,
    /// How many quotations it stands within.
    pub depth: u8,
    /// Who says it.
    pub speaker: Option<Who>,
    /// To whom.
    pub addressee: Option<Who>,
    /// When: an index into the document's time expressions.
    pub date: Option<u32>,
    /// The letter, speech or book that it is from.
    pub source: Option<Span>,
    /// What the text says of its date afterwards.
    pub remark: Option<Remark>,
}

impl Quotation {
    /// Of which nothing is known but its words.
    fn bare(parts: Vec<Span>, kind: QuoteKind, mark: Mark, depth: u8) -> Self {
        Quotation {
            parts,
            kind,
            mark,
            depth,
            speaker: None,
            addressee: None,
            date: None,
            source: None,
            remark: None,
        }
    }

    /// From the first to the last of its words.
    pub fn span(&self) -> Span {
        let end = self.parts.last().map_or(0, |part| part.end);
        Span::new(self.parts.first().map_or(end, |part| part.start), end)
    }

    /// Whether it gives words as somebody's.
    pub fn is_said(&self) -> bool {
        matches!(self.kind, QuoteKind::Direct | QuoteKind::Nested)
    }
}

/// Who speaks or is spoken to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Who {
    /// The fullest form of the name; `None` for whoever tells the account ("I").
    pub name: Option<Span>,
    /// The name or phrase nearest to the quotation.
    pub mention: Span,
    /// The pronoun that stands for it beside the quotation.
    pub pronoun: Option<Span>,
}

/// What is read of quotations in a document.
#[derive(Clone, Debug, Default)]
pub(crate) struct Found {
    pub(crate) quotations: Vec<Quotation>,
    /// Marks without a partner.
    pub(crate) strays: Vec<Span>,
    pub(crate) conclusions: Vec<Conclusion>,
    pub(crate) requotes: Vec<Requote>,
}

/// A quotation before the whole text is read.
#[derive(Clone, Debug)]
struct Draft {
    quotation: Quotation,
    speaker: Option<Told>,
    addressee: Option<Told>,
    block: u32,
    /// It begins its block.
    opens: bool,
}

/// When and where somebody speaks, as a sentence says that quotes nothing itself.
#[derive(Clone, Debug)]
struct Frame {
    at: u32,
    end: u32,
    block: u32,
    speaker: Told,
    addressee: Option<Told>,
    date: Option<u32>,
    source: Option<Span>,
}

/// A quotation that is not closed at the end of its block.
#[derive(Debug)]
struct Running {
    draft: Draft,
    mark: Mark,
    opened: Span,
    /// Blocks without marks since.
    through: Vec<Span>,
}

/// Reads the quotations of a document, block by block.
#[derive(Debug, Default)]
pub(crate) struct Quotes {
    marks: Marks,
    people: People,
    drafts: Vec<Draft>,
    frames: Vec<Frame>,
    /// Conclusions, each with the draft before it.
    conclusions: Vec<(Span, Span, u32)>,
    strays: Vec<Span>,
    running: Option<Running>,
    lead: Option<Lead>,
    block: u32,
    /// The draft that the dialogue's last turn was, with its block.
    turn: Option<u32>,
    turn_before: Option<u32>,
    /// The last draft that stands within no other.
    outer: Option<u32>,
}

impl Quotes {
    /// Reads a block.
    pub(crate) fn block(&mut self, scene: &Scene<'_>, block: &Block) {
        self.block += 1;
        self.people.begin();
        self.marks.collect(scene, block);
        let lead = self.lead.take();
        let dash = self.cue_below(scene);
        let open = self.carry(scene);
        if self.marks.is_empty() && open.is_none() {
            let said =
                self.running.is_none() && self.set_apart(scene, block, lead.as_ref());
            if !said {
                self.people.read(scene, scene.tokens.len());
            }
            self.lead = self.lead.take().or_else(|| Self::lead_out(scene, 0));
            self.remarks(scene, dash, scene.tokens.len());
            return;
        }
        self.marks.pair(open.map(|(mark, _)| mark));
        let mut marks = std::mem::take(&mut self.marks);
        let from = self.close_running(scene, &mut marks, open);
        self.strays.extend(marks.strays.iter().map(|&(at, _)| scene.tokens[at].span));
        if let Some((open, mark)) = marks.running.take()
            && open != usize::MAX
            && !(mark.is_single() && open > 0 && marks.pairs.is_empty())
        {
            marks.pairs.push(Pair { open, close: scene.tokens.len(), mark });
            marks.pairs.sort_unstable_by_key(|pair| pair.open);
        }
        let inner: Vec<Pair> =
            marks.pairs.extract_if(.., |pair| pair.open < from).collect();
        self.within(scene, (0, from), &inner);
        let end = self.groups(scene, &marks.pairs, from, lead.as_ref());
        if self.running.is_none() {
            self.people.read(scene, scene.tokens.len());
            self.lead = Self::lead_out(scene, end);
        }
        self.marks = marks;
    }

    /// Reads the quotations of the block, from the token `from` on.
    fn groups(
        &mut self,
        scene: &Scene<'_>,
        pairs: &[Pair],
        from: usize,
        lead: Option<&Lead>,
    ) -> usize {
        let mut floor = from;
        let groups = group::groups(scene, pairs);
        self.remarks(scene, from, groups.first().map_or(from, Group::open));
        for (index, group) in groups.iter().enumerate() {
            let Some(draft) = self.draft(scene, group, floor, lead) else { continue };
            if group.close() == scene.tokens.len() {
                let mark = draft.quotation.mark;
                let opened = scene.tokens[group.last_open()].span;
                self.running = Some(Running { draft, mark, opened, through: Vec::new() });
                self.people.skip(scene.tokens.len());
                return group.close();
            }
            let said = draft.quotation.is_said();
            self.end_turn(draft);
            for outer in &group.pairs {
                self.within(scene, (outer.open + 1, outer.close), pairs);
            }
            self.people.skip(group.close() + 1);
            // A name or a word in marks is part of the sentence around it.
            if said {
                floor = group.close() + 1;
                let next = groups.get(index + 1).map_or(scene.tokens.len(), Group::open);
                self.remarks(scene, floor.min(next), next);
            }
        }
        floor
    }

    /// The quotations within one.
    fn within(
        &mut self,
        scene: &Scene<'_>,
        (first, end): (usize, usize),
        pairs: &[Pair],
    ) {
        let inner = pairs.iter().filter(|pair| first <= pair.open && pair.close < end);
        let mut floor = first;
        let mut around: Vec<usize> = Vec::new();
        for pair in inner {
            while around.pop_if(|close| *close < pair.open).is_some() {}
            around.push(pair.close);
            let begins = floor.min(pair.open);
            if let Some(draft) = self.nested(scene, pair, begins, end, around.len()) {
                self.drafts.push(draft);
            }
            floor = floor.max(pair.close + 1);
        }
    }

    fn said(&self, draft: u32) -> bool {
        self.drafts[draft as usize].quotation.is_said()
    }

    fn last_in_block(&self) -> Option<u32> {
        self.outer.filter(|&outer| self.drafts[outer as usize].block == self.block)
    }

    fn end_turn(&mut self, mut draft: Draft) -> u32 {
        let index = self.drafts.len() as u32;
        draft.block = self.block;
        self.outer = Some(index);
        if draft.quotation.is_said() {
            self.turn_before = self.turn;
            self.turn = Some(index);
        }
        self.drafts.push(draft);
        index
    }
}

/// Where the sentence around `open` begins, not before `floor`.
fn sentence_floor(scene: &Scene<'_>, floor: usize, open: usize) -> usize {
    let limit = floor.max(open.saturating_sub(crate::scene::LONGEST_SENTENCE));
    if scene.tokens.get(open).is_some_and(|token| token.starts_sentence) {
        let led = open > floor && (scene.is(open - 1, ':') || scene.is(open - 1, ','));
        if !led {
            return open;
        }
    }
    (limit..open).rev().find(|&at| scene.tokens[at].starts_sentence).unwrap_or(limit)
}

/// The span of the tokens, without edge space; `None` where there are none.
fn part(scene: &Scene<'_>, first: usize, end: usize) -> Option<Span> {
    (first < end).then(|| scene.span(first, end - 1))
}

/// Reads the words of quotations where they are wanted: to keep them would take more room
/// than a long text itself.
#[derive(Default)]
struct Rereader {
    tokens: Vec<Token>,
}

impl Rereader {
    /// The words of a quotation: their keys, and where they stand.
    fn words(
        &mut self,
        doc: &Document,
        quotation: &Quotation,
        words: &mut Vec<(u64, Span)>,
    ) {
        words.clear();
        for &span in &quotation.parts {
            doc.tokenize(&Block { span, kind: BlockKind::Paragraph }, &mut self.tokens);
            let lettered = |token: &&Token| token.is_word() || token.number().is_some();
            let found = self.tokens.iter().filter(lettered);
            words.extend(found.map(|token| (token.key, token.span)));
        }
    }
}
