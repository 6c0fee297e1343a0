//! What stands about the hits in one document.

use super::{
    Alignment, Mapper, Query,
    raw::{LEAST_SCORE, Raw},
};
use crate::{
    Folded,
    align::{Aligner, Extension, Letters, QUICK_DROP, Run, drop_for, push},
    chain::{self, Hit},
    chance,
    fold::shape,
    followed::Followed,
    seed::LENGTH,
};
use alpheus_text::Span;

/// How far about an anchor the target is read at first, in bytes.
const WINDOW: u32 = 512;
const QUICK_WINDOW: u32 = 128;

/// The work on one document.
pub(super) struct Work<'w, 'a> {
    pub(super) mapper: &'w Mapper<'a>,
    pub(super) query: &'w Query<'w>,
    pub(super) part: usize,
    pub(super) document: usize,
    pub(super) aligner: &'w mut Aligner,
    /// Which of its hits need no look any more.
    pub(super) followed: Followed,
    /// What was found in all documents.
    pub(super) found: &'w mut Vec<Alignment>,
}

impl<'a> Work<'_, 'a> {
    /// Finds what stands about the hits of the document, in the order of its text.
    pub(super) fn align(mut self, hits: &[Hit]) {
        // Most texts share a seed or two by chance, and no chain.
        if hits.len() < 3 {
            for &hit in hits {
                self.follow(hit, false);
            }
            return;
        }
        for (score, chain) in chain::chains(hits) {
            let sure = score >= self.mapper.bars.chain;
            // From the middle outwards, so that most of the chain is covered at once.
            let middle = chain.len() / 2;
            let (before, after) = chain.split_at(middle);
            for &index in after.iter().chain(before.iter().rev()) {
                self.follow(hits[index as usize], sure);
            }
        }
    }

    /// Aligns what is about a hit, unless that was done about another.
    fn follow(&mut self, hit: Hit, sure: bool) {
        let vain = || hit.frequent || self.followed.is_vain(hit);
        if self.followed.holds(hit) || !sure && vain() {
            return;
        }
        match self.around(hit, sure) {
            Some(found) => {
                self.followed.found(&found);
                self.found.push(found);
            }
            None => self.followed.failed(hit),
        }
    }

    /// The letters about a place of the document, as far as `reach` bytes in each direction.
    fn window(&self, at: u32, reach: u32) -> (Folded<'a>, Span) {
        let part = &self.mapper.parts[self.part];
        let bounds = part.bounds(self.document);
        let start = at.saturating_sub(reach).max(bounds.start);
        let end = at.saturating_add(reach).min(bounds.end);
        let span = Span::new(start.min(end), end);
        (part.fold(span, self.mapper.options.folding), span)
    }

    /// Whether a first look says that more than a seed may stand about a hit.
    fn promises(&mut self, hit: Hit) -> bool {
        let letter = hit.letter as usize;
        let part = &self.mapper.parts[self.part];
        if !self.query.has_run(
            letter,
            part.text,
            hit.target as usize,
            self.mapper.bars.run,
        ) {
            return false;
        }
        let (near, _) = self.window(hit.target, QUICK_WINDOW);
        let anchor = near.letter_from(hit.target);
        let [left, right] = self.both_ways(letter, &near, anchor, QUICK_DROP);
        left.score + right.score >= self.mapper.bars.look
    }

    /// The extensions before and after an anchor.
    fn both_ways(
        &mut self,
        letter: usize,
        near: &Folded<'_>,
        anchor: usize,
        drop: i32,
    ) -> [Extension; 2] {
        let Query { folded, letters, turned, .. } = self.query;
        let target = Letters::new(near.letters());
        let before = (turned, folded.len() - letter);
        let left = self.aligner.extend(before, (&target, anchor), drop);
        let after = (&target.turned(), near.len() - anchor);
        [left, self.aligner.extend((letters, letter), after, drop)]
    }

    /// The alignment about a hit.
    fn around(&mut self, hit: Hit, sure: bool) -> Option<Alignment> {
        let query = self.query.folded.letters();
        let letter = hit.letter as usize;
        if !sure && !self.promises(hit) {
            return None;
        }
        let bounds = self.mapper.parts[self.part].bounds(self.document);
        let drop = drop_for(self.mapper.options.gap);
        let mut reach = WINDOW;
        loop {
            let (near, span) = self.window(hit.target, reach);
            let anchor = near.letter_from(hit.target);
            if !is_seed(query, letter, near.letters(), anchor) {
                return None;
            }
            let [left, right] = self.both_ways(letter, &near, anchor, drop);
            let more = left.cut && span.start > bounds.start
                || right.cut && span.end < bounds.end;
            if more {
                reach = reach.saturating_mul(4);
                continue;
            }
            let score = left.score + right.score;
            if score < LEAST_SCORE {
                return None;
            }
            let mut runs: Vec<Run> = left.runs;
            runs.reverse();
            for run in right.runs {
                push(&mut runs, run.step, run.count);
            }
            let raw = Raw {
                query: letter - left.query..letter + right.query,
                target: anchor - left.target..anchor + right.target,
                runs,
                score,
            };
            return self.finish(raw, &near);
        }
    }

    /// Ends the alignment at whole words, and weighs it.
    fn finish(&self, raw: Raw, near: &Folded<'_>) -> Option<Alignment> {
        let reach = (raw.query.clone(), near.span(raw.target.clone()));
        let Raw { query, target, runs, score } = raw.trimmed(self.query.folded, near)?;
        let pair = chance::Pair {
            query: self.query.folded,
            query_letters: query.clone(),
            target: near,
            target_letters: target.clone(),
        };
        let evidence = chance::weigh(&self.mapper.model, &pair, &runs);
        let target = near.span(target);
        let (part, document) = (self.part, self.document);
        Some(Alignment { part, document, query, target, score, runs, evidence, reach })
    }
}

/// Whether the same seed stands in both.
fn is_seed(query: &[u8], letter: usize, target: &[u8], anchor: usize) -> bool {
    let there = target.get(anchor..anchor + LENGTH);
    let here = query.get(letter..letter + LENGTH);
    let (Some(there), Some(here)) = (there, here) else { return false };
    there.iter().zip(here).all(|(&a, &b)| shape(a) == shape(b))
}
