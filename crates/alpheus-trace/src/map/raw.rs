//! An alignment before it is ended at whole words.

use crate::{
    Folded,
    align::{EQUAL, Run, Step, push},
};
use std::ops::Range;

/// The least score of an alignment that is looked at further.
pub(super) const LEAST_SCORE: i32 = 26;

/// An alignment by letters on both sides.
pub(super) struct Raw {
    pub(super) query: Range<usize>,
    pub(super) target: Range<usize>,
    pub(super) runs: Vec<Run>,
    pub(super) score: i32,
}

impl Raw {
    /// Ends it at words: a word that is cut is taken whole if most of it is there, else left out.
    pub(super) fn trimmed(
        mut self,
        query: &Folded<'_>,
        target: &Folded<'_>,
    ) -> Option<Raw> {
        self.trim_end(query, target)?;
        self.runs.reverse();
        self.trim_start(query, target)?;
        self.runs.reverse();
        let equal = self.runs.iter().filter(|run| run.step == Step::Equal);
        let equal: u32 = equal.map(|run| run.count).sum();
        (i64::from(equal) * i64::from(EQUAL) >= i64::from(LEAST_SCORE)).then_some(self)
    }

    fn trim_end(&mut self, query: &Folded<'_>, target: &Folded<'_>) -> Option<()> {
        loop {
            self.target.end -= drop_steps(&mut self.runs, 0);
            let last = query.word(query.word_of(self.query.end.checked_sub(1)?));
            let kept = last.start.max(self.query.start)..self.query.end;
            if kept.is_empty() {
                return None;
            }
            if equal_at_end(&self.runs, kept.len()) * 2 > last.len() {
                push(&mut self.runs, Step::Query, (last.end - self.query.end) as u32);
                self.query.end = last.end;
                break;
            }
            self.target.end -= drop_steps(&mut self.runs, kept.len());
            self.query.end -= kept.len();
        }
        let last = target.word(target.word_of(self.target.end.checked_sub(1)?));
        let kept = last.start.max(self.target.start)..self.target.end;
        if kept.len() * 2 > last.len() {
            push(&mut self.runs, Step::Target, (last.end - self.target.end) as u32);
            self.target.end = last.end;
        }
        Some(())
    }

    /// [`trim_end`](Self::trim_end) on runs that are turned round.
    fn trim_start(&mut self, query: &Folded<'_>, target: &Folded<'_>) -> Option<()> {
        loop {
            self.target.start += drop_steps(&mut self.runs, 0);
            let first = query.word(query.word_of(self.query.start));
            let kept = self.query.start..first.end.min(self.query.end);
            if kept.is_empty() {
                return None;
            }
            if equal_at_end(&self.runs, kept.len()) * 2 > first.len() {
                push(
                    &mut self.runs,
                    Step::Query,
                    (self.query.start - first.start) as u32,
                );
                self.query.start = first.start;
                break;
            }
            self.target.start += drop_steps(&mut self.runs, kept.len());
            self.query.start += kept.len();
        }
        let first = target.word(target.word_of(self.target.start));
        let kept = self.target.start..first.end.min(self.target.end);
        if kept.len() * 2 > first.len() {
            push(&mut self.runs, Step::Target, (self.target.start - first.start) as u32);
            self.target.start = first.start;
        }
        Some(())
    }
}

/// How many of the last letters of the query are equal to those that they face.
fn equal_at_end(runs: &[Run], mut letters: usize) -> usize {
    let mut equal = 0;
    for run in runs.iter().rev().filter(|run| run.step != Step::Target) {
        let count = letters.min(run.count as usize);
        equal += if run.step == Step::Equal { count } else { 0 };
        letters -= count;
    }
    equal
}

/// Drops the last steps until so many letters of the query are gone, and the letters of the
/// target that stood only against them; gives how many those are.
fn drop_steps(runs: &mut Vec<Run>, mut letters: usize) -> usize {
    let mut dropped = 0;
    while let Some(last) = runs.last_mut() {
        let of_query = last.step != Step::Target;
        if of_query && letters == 0 {
            break;
        }
        let count = if of_query {
            (last.count as usize).min(letters)
        } else {
            last.count as usize
        };
        if last.step != Step::Query {
            dropped += count;
        }
        if of_query {
            letters -= count;
        }
        last.count -= count as u32;
        if last.count == 0 {
            runs.pop();
        }
    }
    dropped
}
