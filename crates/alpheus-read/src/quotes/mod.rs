//! Quotations: who said or wrote what to whom, when and where, as far as the text says.
//!
//! The marks of a block are paired first ([`marks`]); what stands around each pair says
//! whether it is speech, a name or a word ([`kind`]) and who speaks ([`cue`]). Pronouns are
//! settled when the whole text has been read ([`people`]). A quotation may run over several
//! blocks, each of which opens anew, and may be a block without marks ([`apart`]).

mod apart;
mod cue;
mod finish;
mod group;
mod kind;
mod marks;
mod people;
mod phrase;
mod remark;
mod repeat;
mod words;

#[cfg(test)]
mod tests;

pub(crate) use finish::mark_quoted;
pub use kind::QuoteKind;
pub use marks::Mark;
pub use remark::{Conclusion, Remark};
pub use repeat::Requote;

use crate::scene::Scene;
use alpheus_text::{Block, Span};
use apart::Lead;
use cue::Cue;
use group::Group;
use kind::{Around, Look};
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
    /// The keys of its words with where they stand, in order.
    pub words: Vec<(u64, Span)>,
}

impl Quotation {
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
    /// Blocks without marks since, with the words in them.
    through: Vec<(Span, Vec<(u64, Span)>)>,
}

/// A quotation is not carried over more blocks without marks than this.
const THROUGH: usize = 6;

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
        self.marks.collect(scene);
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

    /// Decides whether the block goes on with what runs: with which mark, and whether the
    /// block opens with it anew.
    fn carry(&mut self, scene: &Scene<'_>) -> Option<(Mark, bool)> {
        let running = self.running.as_mut()?;
        let mark = running.mark;
        if self.marks.reopens(mark) {
            running.through.clear();
            return Some((mark, true));
        }
        if self.marks.closes(mark) {
            return Some((mark, false));
        }
        let silent = self.marks.is_empty() && running.through.len() < THROUGH;
        if silent && !scene.tokens.is_empty() {
            let last = scene.tokens.len() - 1;
            running.through.push((scene.span(0, last), words(scene, 0, last + 1)));
        } else {
            self.abandon();
        }
        None
    }

    /// Ends what runs where the block closes it, or takes the whole block in. The token
    /// from which the block's own quotations begin.
    fn close_running(
        &mut self,
        scene: &Scene<'_>,
        marks: &mut Marks,
        open: Option<(Mark, bool)>,
    ) -> usize {
        let Some((_, anew)) = open else { return 0 };
        let Some(mut running) = self.running.take() else { return 0 };
        let first = usize::from(anew);
        let goes_on =
            marks.running.is_some_and(|(at, _)| at == usize::MAX || anew && at == 0);
        if goes_on {
            marks.running = None;
        }
        let mine = marks
            .pairs
            .iter()
            .position(|pair| pair.open == usize::MAX)
            .or_else(|| marks.pairs.iter().position(|pair| anew && pair.open == 0));
        let close = match mine {
            Some(mine) => marks.pairs.remove(mine).close,
            None => scene.tokens.len(),
        };
        for (span, words) in std::mem::take(&mut running.through) {
            running.draft.quotation.parts.push(span);
            running.draft.quotation.words.extend(words);
        }
        if let Some(part) = part(scene, first, close) {
            running.draft.quotation.parts.push(part);
            running.draft.quotation.words.extend(words(scene, first, close));
        }
        self.people.skip(close);
        if goes_on || mine.is_none() {
            self.running = Some(running);
            return close;
        }
        let next = marks.pairs.iter().find(|pair| pair.open > close);
        let ceiling = next.map_or(scene.tokens.len(), |next| next.open);
        let mut draft = running.draft;
        if draft.speaker.is_none()
            && let Some((cue, end)) = cue::behind(scene, close, ceiling)
        {
            self.people.read(scene, end);
            self.attribute(scene, &mut draft, &cue);
        }
        self.end_turn(draft);
        close + 1
    }

    /// Keeps a quotation that nothing closed, as far as its block goes.
    fn abandon(&mut self) {
        let Some(running) = self.running.take() else { return };
        if running.mark.is_single() && running.draft.speaker.is_none() {
            return;
        }
        if !running.mark.is_single() {
            self.strays.push(running.opened);
        }
        self.end_turn(running.draft);
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

    fn nested(
        &mut self,
        scene: &Scene<'_>,
        pair: &Pair,
        floor: usize,
        ceiling: usize,
        depth: usize,
    ) -> Option<Draft> {
        let look = Look::of(scene, pair.open + 1, pair.close);
        let part = part(scene, pair.open + 1, pair.close)?;
        let before =
            cue::before(scene, sentence_floor(scene, floor, pair.open), pair.open);
        let behind = cue::behind(scene, pair.close, ceiling).map(|(cue, _)| cue);
        let cue = behind.or(before).unwrap_or_default();
        let around = Around {
            strong: cue.strong,
            behind: behind.is_some(),
            weak: cue.speaker.is_some(),
            term: cue.term,
            nested: true,
            ..Around::default()
        };
        let mut draft = Draft {
            quotation: Quotation {
                parts: vec![part],
                kind: kind::kind(look, around),
                mark: pair.mark,
                depth: depth as u8,
                speaker: None,
                addressee: None,
                date: None,
                source: None,
                remark: None,
                words: words(scene, pair.open + 1, pair.close),
            },
            speaker: None,
            addressee: None,
            block: self.block,
            opens: false,
        };
        if draft.quotation.is_said() {
            self.attribute(scene, &mut draft, &cue);
        }
        Some(draft)
    }

    /// A quotation with all that its sentence says of it.
    fn draft(
        &mut self,
        scene: &Scene<'_>,
        group: &Group,
        floor: usize,
        lead: Option<&Lead>,
    ) -> Option<Draft> {
        let (open, close) = (group.open(), group.close());
        let last = self.last_in_block();
        let start = sentence_floor(scene, floor, open);
        let led = open > 0 && [',', ':'].iter().any(|&mark| scene.is(open - 1, mark));
        let ends = open + usize::from(!led);
        let goes_on = floor > 0
            && last.is_some()
            && !(floor..ends).any(|at| scene.tokens[at].starts_sentence);
        let before = cue::before(scene, start, open);
        let look = group.look(scene);
        let glossed = open > 0
            && scene.is(open - 1, '(')
            && open >= 2
            && open - 1 <= floor + 1
            && last.is_some();
        let behind = group.cue;
        let title = before.is_some_and(|cue| cue.term)
            && (start..open).rev().take(3).any(|at| scene.cues(at, words::Word::TITLE));
        let lead = lead.filter(|_| open <= 1);
        let cue = Self::choose(behind, before, lead);
        let said_before = goes_on && last.is_some_and(|last| self.said(last));
        let around = Around {
            strong: (cue.strong && behind.is_none())
                || before.is_some_and(|cue| cue.strong)
                || lead.is_some_and(|lead| lead.cue.speaker.is_some()),
            behind: behind.is_some(),
            weak: cue.speaker.is_some(),
            goes_on: said_before,
            amid: start < open,
            term: cue.term,
            title,
            glossed,
            alone: open == 0
                && (close + 1 >= scene.tokens.len() || scene.is(close + 1, '(')),
            turn: self
                .turn
                .is_some_and(|turn| self.drafts[turn as usize].block + 1 == self.block),
            nested: false,
        };
        let kind = kind::kind(look, around);
        let mut quotation = group.quotation(scene)?;
        quotation.kind = kind;
        let mut draft = Draft {
            quotation,
            speaker: None,
            addressee: None,
            block: self.block,
            opens: open == 0,
        };
        if !draft.quotation.is_said() && kind != QuoteKind::Foreign {
            self.people.read(scene, open);
            return Some(draft);
        }
        self.frames_before(scene, floor, start);
        self.people.read(scene, open);
        if behind.is_some() {
            self.people.skip(close + 1);
            self.people.read(scene, group.end);
        }
        self.attribute(scene, &mut draft, &cue);
        if draft.speaker.is_none() {
            self.infer(
                scene,
                &mut draft,
                &cue,
                Place { open, close, floor, start, goes_on },
            );
        }
        Some(draft)
    }

    /// Behind a quotation stands who says it; else before; else in the block before.
    fn choose(behind: Option<Cue>, before: Option<Cue>, lead: Option<&Lead>) -> Cue {
        let mut cue = behind.or(before).unwrap_or_default();
        if behind.is_some()
            && let Some(before) = before
            && before.strong
        {
            cue.date = cue.date.or(before.date);
            cue.source = cue.source.or(before.source);
        }
        if let Some(lead) = lead
            && behind.is_none()
        {
            cue = Cue { strong: true, ..lead.cue };
        }
        cue
    }

    /// Puts down what a cue says.
    fn attribute(&mut self, scene: &Scene<'_>, draft: &mut Draft, cue: &Cue) {
        if let Some(voice) = cue.speaker {
            draft.speaker = self.tell(scene, voice, cue);
            if let Voice::Named(span) = voice
                && is_document(scene, span)
            {
                draft.quotation.source = draft.quotation.source.or(Some(span));
            }
            if let (Voice::It(_), Some(Told::Pronoun(_, texts))) = (voice, &draft.speaker)
            {
                let text = texts.first().map(|&(span, ..)| span);
                draft.quotation.source = draft.quotation.source.or(text);
            }
        }
        if let Some(voice) = cue.addressee {
            draft.addressee = self.people.heard(scene, voice);
        }
        if cue.letter && draft.addressee.is_none() && is_to_you(&draft.quotation) {
            draft.addressee = Some(self.people.you(draft.quotation.span().start));
        }
        draft.quotation.date = draft.quotation.date.or(cue.date);
        draft.quotation.source = draft.quotation.source.or(cue.source);
        if cue.reply {
            draft.speaker = self.turn.map(Told::AddresseeOf);
            draft.addressee = self.turn.map(Told::SpeakerOf);
        }
    }

    fn tell(&mut self, scene: &Scene<'_>, voice: Voice, _cue: &Cue) -> Option<Told> {
        self.people.told(scene, voice)
    }

    /// Who speaks where no word says so but the order of the turns does.
    fn infer(&mut self, scene: &Scene<'_>, draft: &mut Draft, cue: &Cue, place: Place) {
        let last = self.last_in_block();
        let cut =
            (place.floor..place.open).all(|at| scene.is(at, '.') || scene.is(at, '…'));
        if (place.goes_on || cut && place.floor > 0 && place.floor < place.open)
            && let Some(last) = last
            && self.drafts[last as usize].speaker.is_some()
        {
            draft.speaker = Some(Told::SpeakerOf(last));
            let from = &self.drafts[last as usize];
            draft.addressee = draft.addressee.take().or_else(|| from.addressee.clone());
            draft.quotation.date = draft.quotation.date.or(from.quotation.date);
            draft.quotation.source = draft.quotation.source.or(from.quotation.source);
            return;
        }
        if cue.asked || cue.speaker.is_some() {
            return;
        }
        let alone =
            place.close + 1 >= scene.tokens.len() || scene.is(place.close + 1, '(');
        if place.open == 0 && (alone || self.alternates()) {
            draft.speaker = self.next_turn();
        } else if let Some(voice) = beat(scene, place) {
            draft.speaker = self.people.told(scene, voice);
        }
    }

    /// Whether the last two turns began their blocks.
    fn alternates(&self) -> bool {
        let opens =
            |turn: Option<u32>| turn.is_some_and(|turn| self.drafts[turn as usize].opens);
        opens(self.turn) && opens(self.turn_before)
    }

    /// Whoever's turn it is in a dialogue whose last turn was in the block before.
    fn next_turn(&self) -> Option<Told> {
        let turn = self.turn?;
        let last = &self.drafts[turn as usize];
        if last.block + 1 != self.block || !last.quotation.is_said() {
            return None;
        }
        if last.addressee.is_some() {
            return Some(Told::AddresseeOf(turn));
        }
        let before = self.turn_before?;
        let earlier = &self.drafts[before as usize];
        (earlier.block + 1 == last.block).then_some(Told::SpeakerOf(before))
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

    /// "— wrote Weber": who said what stands in the block before. Behind it the rest begins.
    fn cue_below(&mut self, scene: &Scene<'_>) -> usize {
        let dash = |at: usize| scene.is(at, '–') || scene.is(at, '-');
        if !dash(0) || self.running.is_some() {
            return 0;
        }
        let Some(turn) = self.turn else { return 0 };
        let near = self.drafts[turn as usize].block + 1 == self.block;
        let first = (0..scene.tokens.len()).find(|&at| !dash(at));
        let (true, Some(first)) = (near, first) else { return 0 };
        let Some((cue, end)) = cue::behind(scene, first - 1, scene.tokens.len()) else {
            return 0;
        };
        self.people.read(scene, end);
        let mut draft = self.drafts[turn as usize].clone();
        draft.speaker = None;
        self.attribute(scene, &mut draft, &cue);
        self.drafts[turn as usize] = draft;
        end
    }

    /// What is said between the tokens `from` and `end` of the last quotation.
    fn remarks(&mut self, scene: &Scene<'_>, from: usize, end: usize) {
        let Some(turn) = self.turn else { return };
        let draft = &mut self.drafts[turn as usize];
        if draft.block + 1 < self.block || from >= end {
            return;
        }
        let limit = end.min(from + crate::scene::LONGEST_SENTENCE);
        let stop = (from + 1..limit)
            .filter(|&at| scene.tokens[at].starts_sentence)
            .nth(1)
            .unwrap_or(limit);
        if draft.quotation.remark.is_none() {
            draft.quotation.remark = remark::date(scene, from, stop);
        }
        if let Some((span, Voice::Named(name))) = remark::conclusion(scene, from, stop) {
            self.conclusions.push((span, name, turn));
        }
    }

    /// What the sentences since the last quotation say of when and where their subject
    /// speaks.
    fn frames_before(&mut self, scene: &Scene<'_>, floor: usize, start: usize) {
        let mut at = floor;
        while at < start {
            let end = scene.sentence_end(at).min(start).max(at + 1);
            if let Some(cue) = cue::frame_of(scene, at, end)
                && let Some(voice) = cue.speaker
            {
                self.people.read(scene, end);
                if let Some(speaker) = self.people.told(scene, voice) {
                    let addressee =
                        cue.addressee.and_then(|voice| self.people.heard(scene, voice));
                    self.frames.push(Frame {
                        at: scene.tokens[at].span.start,
                        end: scene.tokens[end - 1].span.end,
                        block: self.block,
                        speaker,
                        addressee,
                        date: cue.date,
                        source: cue.source,
                    });
                }
            }
            at = end;
        }
    }
}

use phrase::Voice;

/// Whether the words speak to somebody.
fn is_to_you(quotation: &Quotation) -> bool {
    static YOU: alpheus_text::Lexicon<(), 16> =
        alpheus_text::Lexicon::new(&[("you your yours yourself", ())]);
    quotation.words.iter().any(|&(key, _)| YOU.has(key))
}

/// Where a quotation stands in its block, in tokens.
#[derive(Clone, Copy, Debug)]
struct Place {
    open: usize,
    close: usize,
    /// Behind the quotation before.
    floor: usize,
    /// Its sentence.
    start: usize,
    goes_on: bool,
}

/// The longest sentence of what a speaker does before he speaks, in tokens.
const BEAT: usize = 26;

/// "He turned round. 'Who is there?'": the subject of the sentence before.
fn beat(scene: &Scene<'_>, place: Place) -> Option<Voice> {
    let Place { open, close, floor, start, .. } = place;
    if start < open || open == floor || close + 1 < scene.tokens.len() {
        return None;
    }
    let begins = (floor..open).rev().find(|&at| scene.tokens[at].starts_sentence);
    let from = begins.unwrap_or(floor);
    if open - from > BEAT {
        return None;
    }
    if let Some(says) =
        (from..open).rev().find(|&at| phrase::is_verb_of_saying(scene, at))
    {
        return phrase::before(scene, says, from);
    }
    match phrase::clause(scene, from, open)? {
        voice @ (Voice::He(_) | Voice::She(_) | Voice::Narrator(_)) => Some(voice),
        Voice::Named(_) | Voice::It(_) | Voice::They => None,
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

/// Whether a phrase names a document or a newspaper.
fn is_document(scene: &Scene<'_>, span: Span) -> bool {
    let first = scene.tokens.partition_point(|token| token.span.start < span.start);
    let last = scene.tokens.partition_point(|token| token.span.end < span.end);
    let person = |at| scene.cues(at, words::Word::PERSON.or(words::Word::HONOUR));
    let named = scene.tokens.get(last).is_some_and(|token| token.capital);
    scene.cues(last, words::Word::DOCUMENT)
        || named && scene.cues(last, words::Word::PAPER) && !(first..last).any(person)
}

/// The span of the tokens, without edge space; `None` where there are none.
fn part(scene: &Scene<'_>, first: usize, end: usize) -> Option<Span> {
    (first < end).then(|| scene.span(first, end - 1))
}

fn words(scene: &Scene<'_>, first: usize, end: usize) -> Vec<(u64, Span)> {
    let tokens = &scene.tokens[first.min(end)..end];
    let lettered =
        tokens.iter().filter(|token| token.is_word() || token.number().is_some());
    lettered.map(|token| (token.key, token.span)).collect()
}
