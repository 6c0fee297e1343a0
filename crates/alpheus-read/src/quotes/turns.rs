//! Who speaks where the words beside a quotation do not say so: whose turn it is, who acts
//! before it, or whom the next paragraph names.

use super::behind;
use super::subject;
use super::{
    Draft, Quotes,
    cue::Cue,
    people::Told,
    phrase::{self, Voice},
};
use crate::scene::Scene;

impl Quotes {
    /// Who speaks where no word says so but the order of the turns does.
    pub(super) fn infer(
        &mut self,
        scene: &Scene<'_>,
        draft: &mut Draft,
        cue: &Cue,
        place: Place,
    ) {
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

    /// "— wrote Weber": who said what stands in the block before. Behind it the rest begins.
    pub(super) fn cue_below(&mut self, scene: &Scene<'_>) -> usize {
        let dash = |at: usize| scene.is(at, '–') || scene.is(at, '-');
        if !dash(0) || self.running.is_some() {
            return 0;
        }
        let Some(turn) = self.turn else { return 0 };
        let near = self.drafts[turn as usize].block + 1 == self.block;
        let first = (0..scene.tokens.len()).find(|&at| !dash(at));
        let (true, Some(first)) = (near, first) else { return 0 };
        let Some((cue, end)) = behind::behind(scene, first - 1, scene.tokens.len())
        else {
            return 0;
        };
        self.people.read(scene, end);
        let mut draft = self.drafts[turn as usize].clone();
        draft.speaker = None;
        self.attribute(scene, &mut draft, &cue);
        self.drafts[turn as usize] = draft;
        end
    }
}

/// Where a quotation stands in its block, in tokens.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    pub(super) open: usize,
    pub(super) close: usize,
    /// Behind the quotation before.
    pub(super) floor: usize,
    /// Its sentence.
    pub(super) start: usize,
    pub(super) goes_on: bool,
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
        return subject::before(scene, says, from);
    }
    match subject::clause(scene, from, open)? {
        voice @ (Voice::He(_) | Voice::She(_) | Voice::Narrator(_)) => Some(voice),
        Voice::Named(_) | Voice::It(_) | Voice::They => None,
    }
}
