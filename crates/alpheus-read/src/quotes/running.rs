//! Quotations that are not closed in the block that opens them.

use super::behind;
use super::{
    Quotes,
    marks::{Mark, Marks},
    part,
};
use crate::scene::Scene;

/// A quotation is not carried over more blocks without marks than this.
const THROUGH: usize = 6;

impl Quotes {
    /// Decides whether the block goes on with what runs: with which mark, and whether the
    /// block opens with it anew.
    pub(super) fn carry(&mut self, scene: &Scene<'_>) -> Option<(Mark, bool)> {
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
            running.through.push(scene.span(0, last));
        } else {
            self.abandon();
        }
        None
    }

    /// Ends what runs where the block closes it, or takes the whole block in. The token
    /// from which the block's own quotations begin.
    pub(super) fn close_running(
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
        running.draft.quotation.parts.append(&mut running.through);
        running.draft.quotation.parts.extend(part(scene, first, close));
        self.people.skip(close);
        if goes_on || mine.is_none() {
            self.running = Some(running);
            return close;
        }
        let next = marks.pairs.iter().find(|pair| pair.open > close);
        let ceiling = next.map_or(scene.tokens.len(), |next| next.open);
        let mut draft = running.draft;
        if draft.speaker.is_none()
            && let Some((cue, end)) = behind::behind(scene, close, ceiling)
        {
            self.people.read(scene, end);
            self.attribute(scene, &mut draft, &cue);
        }
        self.end_turn(draft);
        close + 1
    }

    /// Keeps a quotation that nothing closed, as far as its block goes.
    pub(super) fn abandon(&mut self) {
        let Some(running) = self.running.take() else { return };
        if running.mark.is_single() && running.draft.speaker.is_none() {
            return;
        }
        if !running.mark.is_single() {
            self.strays.push(running.opened);
        }
        self.end_turn(running.draft);
    }
}
