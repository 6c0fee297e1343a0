//! A quotation with all that its block says of it.

use super::behind;
use super::frame;
use super::{
    Draft, Frame, Quotation, QuoteKind, Quotes, Rereader,
    apart::Lead,
    cue::{self, Cue},
    group::Group,
    kind::{self, Around, Look},
    marks::Pair,
    part,
    people::Told,
    phrase::Voice,
    remark, sentence_floor,
    turns::Place,
    words,
};
use crate::scene::Scene;
use alpheus_text::{Document, Span};

impl Quotes {
    /// A quotation with all that its sentence says of it.
    pub(super) fn draft(
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
            cited: kind::is_cited(scene, open, close),
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
    pub(super) fn attribute(&mut self, scene: &Scene<'_>, draft: &mut Draft, cue: &Cue) {
        if let Some(voice) = cue.speaker {
            draft.speaker = self.people.told(scene, voice);
            if let Voice::Named(span) = voice
                && is_document(scene, span)
            {
                draft.quotation.source = draft.quotation.source.or(Some(span));
            }
            if let (Voice::It(_), Some(Told::Pronoun(_, texts))) = (voice, &draft.speaker)
            {
                let text = texts.first().map(|text| text.span);
                draft.quotation.source = draft.quotation.source.or(text);
            }
        }
        if let Some(voice) = cue.addressee {
            draft.addressee = self.people.heard(scene, voice);
        }
        if cue.letter
            && draft.addressee.is_none()
            && is_to_you(scene.doc, &draft.quotation)
        {
            draft.addressee = Some(self.people.you(draft.quotation.span().start));
        }
        draft.quotation.date = draft.quotation.date.or(cue.date);
        draft.quotation.source = draft.quotation.source.or(cue.source);
        if cue.reply {
            draft.speaker = self.turn.map(Told::AddresseeOf);
            draft.addressee = self.turn.map(Told::SpeakerOf);
        }
    }

    /// What the sentences since the last quotation say of when and where their subject
    /// speaks.
    fn frames_before(&mut self, scene: &Scene<'_>, floor: usize, start: usize) {
        let mut at = floor;
        while at < start {
            let end = scene.sentence_end(at).min(start).max(at + 1);
            if let Some(cue) = frame::frame_of(scene, at, end)
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

    /// What is said between the tokens `from` and `end` of the last quotation.
    pub(super) fn remarks(&mut self, scene: &Scene<'_>, from: usize, end: usize) {
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

    pub(super) fn nested(
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
        let behind = behind::behind(scene, pair.close, ceiling).map(|(cue, _)| cue);
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
            quotation: Quotation::bare(
                vec![part],
                kind::kind(look, around),
                pair.mark,
                depth as u8,
            ),
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
}

/// Whether the words speak to somebody.
fn is_to_you(doc: &Document, quotation: &Quotation) -> bool {
    static YOU: alpheus_text::Lexicon<(), 16> =
        alpheus_text::Lexicon::new(&[("you your yours yourself", ())]);
    let mut said = Vec::new();
    Rereader::default().words(doc, quotation, &mut said);
    said.iter().any(|&(key, _)| YOU.has(key))
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
