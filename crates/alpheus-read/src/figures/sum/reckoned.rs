//! Sums told as such: "adding these 16 gives 126", "deducting 45 leaves 487".

use super::{
    Bond, Draft,
    view::{Like, View},
    words::Word,
};
use alpheus_text::key;

/// Reads what a sentence adds and takes away.
pub(super) fn read(view: &View<'_>, drafts: &mut Vec<Draft>) {
    for at in view.tokens.clone() {
        drafts.extend(match view.word(at) {
            Some(Word::Adds) if !has(view, Word::Deducts) => added(view, at),
            Some(Word::Deducts) if !has(view, Word::Adds) => deducted(view, at),
            Some(Word::Leaves) => left(view, at),
            _ if is_so(view, at) => left(view, at),
            _ => None,
        });
    }
}

/// Whether the sentence has such a word.
fn has(view: &View<'_>, word: Word) -> bool {
    view.tokens.clone().any(|at| view.word(at) == Some(word))
}

fn loose() -> Draft {
    Draft { readings: Vec::new(), likely: 0, bond: Bond::Loose }
}

/// The figures before and behind a token that may be reckoned with.
fn sides(view: &View<'_>, at: usize) -> (Vec<usize>, Vec<usize>) {
    let middle = view.terms.partition_point(|term| term.first < at);
    let near = middle.saturating_sub(6).max(view.before);
    ((near..middle).collect(), (middle..view.here.end.min(middle + 5)).collect())
}

/// "35,000; add 15,000 Austrians, there are 50,000".
fn added(view: &View<'_>, at: usize) -> Option<Draft> {
    let (before, behind) = sides(view, at);
    let result = behind.iter().position(|&index| {
        index > behind[0] && is_result(view, index) && !is_rest(view, index)
    });
    let mut draft = loose();
    let last = result.unwrap_or(behind.len().checked_sub(1)?);
    let (&total, added) = behind[..=last].split_last()?;
    let base = *before.last()?;
    let mut parts = vec![base];
    parts.extend(added);
    if result.is_some() && fit(view, total, &parts) && view.terms[base].first + 20 > at {
        draft.bond = Bond::Firm;
    }
    draft.read(total, &parts);
    draft.close();
    for (place, &total) in behind.iter().enumerate().skip(1) {
        for from in 0..before.len() {
            let mut parts = before[from..].to_vec();
            parts.extend(&behind[..place]);
            draft.read(total, &parts);
            parts.splice(0..before.len() - from, [before[from]]);
            draft.read(total, &parts);
        }
    }
    (!draft.readings.is_empty()).then_some(draft)
}

fn fit(view: &View<'_>, total: usize, parts: &[usize]) -> bool {
    let term = &view.terms[total];
    let like = Like { sort: term.sort, depth: term.depth };
    parts.iter().all(|&part| like.fits(&view.terms[part]))
}

/// "gives 126", "there are 50,000 in all", "the total must have been 34,982".
fn is_result(view: &View<'_>, index: usize) -> bool {
    let first = view.terms[index].first;
    let last = index.checked_sub(1).map_or(0, |last| view.terms[last].end);
    let from = last.max(first.saturating_sub(12));
    (from..first).any(|at| {
        matches!(view.word(at), Some(Word::Makes | Word::Total | Word::Be | Word::Leaves))
    })
}

/// Whether what is left is told of before a figure: of more than was added.
fn is_rest(view: &View<'_>, index: usize) -> bool {
    let last = index.checked_sub(1).map_or(0, |last| view.terms[last].end);
    (last..view.terms[index].first).any(|at| view.word(at) == Some(Word::Leaves))
}

/// "532, 45 of them volunteers. Deducting these leaves 487".
fn deducted(view: &View<'_>, at: usize) -> Option<Draft> {
    let (before, behind) = sides(view, at);
    let mut draft = loose();
    let result = behind.iter().position(|&index| is_result(view, index));
    let last = result.or_else(|| behind.len().checked_sub(1))?;
    let (&rest, taken) = behind[..=last].split_last()?;
    for from in 0..before.len() {
        let mut parts: Vec<usize> = taken.to_vec();
        if taken.is_empty() {
            for &one in &before[from + 1..] {
                draft.read(before[from], &[one, rest]);
            }
            parts.extend(&before[from + 1..]);
        }
        parts.push(rest);
        draft.read(before[from], &parts);
    }
    draft.close();
    (!draft.readings.is_empty()).then_some(draft)
}

/// "410, of whom 54 were killed, leaving 356".
fn left(view: &View<'_>, at: usize) -> Option<Draft> {
    let (before, behind) = sides(view, at);
    let &rest = behind.iter().find(|&&index| view.terms[index].lead.is_none())?;
    if view.terms[rest].first - at > 8 {
        return None;
    }
    let mut draft = loose();
    if let Some((total, parts)) = of_whom(view, at) {
        draft.bond = Bond::Closed;
        draft.read(total, &[&parts[..], &[rest]].concat());
    }
    for from in 0..before.len().saturating_sub(1) {
        let mut parts = before[from + 1..].to_vec();
        parts.push(rest);
        draft.read(before[from], &parts);
    }
    for from in 0..before.len() {
        for &one in &before[from + 1..] {
            draft.read(before[from], &[one, rest]);
        }
    }
    draft.close();
    (!draft.readings.is_empty()).then_some(draft)
}

/// "410, of whom 54 were killed", before the token `end`.
fn of_whom(view: &View<'_>, end: usize) -> Option<(usize, Vec<usize>)> {
    let at = (view.tokens.start..end).rev().find(|&at| view.is_of_whom(at))?;
    let first = view.terms.partition_point(|term| term.first < at);
    let total = first.checked_sub(1).filter(|&total| view.here.contains(&total))?;
    let term = &view.terms[total];
    let like = Like { sort: term.sort, depth: term.depth };
    let parts = view.parts(view.run_after(at + 1, end), like, at + 1, false);
    (!parts.is_empty()).then_some((total, parts))
}

/// "8 were absent, so she had 455".
fn is_so(view: &View<'_>, at: usize) -> bool {
    view.is_word(at, const { key("so") })
        && (at + 1..at + 6).any(|at| view.word(at) == Some(Word::Be))
}
