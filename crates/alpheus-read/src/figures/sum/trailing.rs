//! Totals behind their parts: "27 killed, 70 wounded; total, 97".

use super::{
    Bond, Draft, LONGEST,
    view::{Like, STEP, Sort, View},
    words::{Set, Word},
};
use alpheus_text::key;
use std::ops::Range;

/// A total's word stands no farther before it.
const REACH: usize = 10;

/// The words that make a figure a total.
struct Cue {
    /// Where they begin.
    start: usize,
    bond: Bond,
}

/// Reads the totals of a sentence whose parts come first.
pub(super) fn read(view: &View<'_>, drafts: &mut Vec<Draft>) {
    let mut totals: Vec<usize> = Vec::new();
    for index in view.here.clone() {
        drafts.extend(these(view, index));
        if is_count_of_total(view, index) {
            continue;
        }
        if let Some(cue) = cue(view, index) {
            let draft = draft(view, index, &cue, &totals);
            if !draft.readings.is_empty() {
                drafts.push(draft);
            }
            if !is_listed_on(view, index) {
                totals.push(index);
            }
        }
    }
}

/// The words that make a figure a total, if it is one.
fn cue(view: &View<'_>, index: usize) -> Option<Cue> {
    let over = index.checked_sub(1).filter(|&last| is_count_of_total(view, last));
    cue_before(view, index, over.unwrap_or(index))
        .or_else(|| cue_behind(view, index))
        .or_else(|| played(view, index))
}

/// Whether words right before the figure say that it is a total.
pub(super) fn is_total(view: &View<'_>, index: usize) -> bool {
    cue_before(view, index, index).is_some_and(|cue| cue.bond == Bond::Firm)
}

/// "Total, fifteen squadrons 3,300": the first figure counts what the total is of.
fn is_count_of_total(view: &View<'_>, index: usize) -> bool {
    let term = &view.terms[index];
    let next = view.terms.get(index + 1).filter(|_| index + 1 < view.here.end);
    next.is_some_and(|next| {
        let between = term.end..next.first;
        (1..=3).contains(&between.len())
            && next.figure.value > term.figure.value
            && between
                .clone()
                .all(|at| view.scene.tokens[at].is_word() && !view.is_and(at))
    }) && is_total(view, index)
}

/// "11 wins, 1 loss and 1 draw from 13 matches".
fn played(view: &View<'_>, index: usize) -> Option<Cue> {
    let first = view.terms[index].first;
    let at = first.checked_sub(1)?;
    let from =
        view.is_word(at, const { key("from") }) || view.is_word(at, const { key("in") });
    let run = view.run_before(at, view.here.start);
    let kinds = |index: usize| view.terms[index].kind.map(|kind| kind.0);
    let parts: Vec<usize> = run.filter(|&at| kinds(at) == Some(Set::Match)).collect();
    (from && parts.len() > 2 && view.is_whole(&parts))
        .then_some(Cue { start: at, bond: Bond::Firm })
}

/// "75 guns, and 65 guns of Hill's. To the fire of these 140 guns".
fn these(view: &View<'_>, total: usize) -> Option<Draft> {
    let term = &view.terms[total];
    let before = term.first.wrapping_sub(1);
    let these = const { [key("these"), key("those")] };
    if term.noun == 0 || !these.iter().any(|&these| view.is_word(before, these)) {
        return None;
    }
    let same = |&index: &usize| {
        let part = &view.terms[index];
        part.noun == term.noun && part.depth == term.depth
    };
    let parts: Vec<usize> = (view.before..total).filter(same).collect();
    let like = Like { sort: term.sort, depth: term.depth };
    let mut draft = Draft { readings: Vec::new(), likely: 0, bond: Bond::Loose };
    suffixes(&mut draft, total, &parts);
    if draft.readings.is_empty() {
        return None;
    }
    draft.close();
    stretches(&mut draft, total, &view.parts(view.before..total, like, 0, true));
    Some(draft)
}

fn draft(view: &View<'_>, total: usize, cue: &Cue, totals: &[usize]) -> Draft {
    // "Killed, 1; wounded, 25. Total, 26."
    let front = view.here.start == total;
    let alone = front && view.terms[total].first <= view.tokens.start + 4;
    let least = if alone { view.before } else { view.here.start };
    let least = totals.last().map_or(least, |&index| index + 1);
    let run = view.run_before(cue.start, least);
    let like = like(view, total, run.clone());
    let mut draft = Draft { readings: Vec::new(), likely: 0, bond: cue.bond };
    let [firm, soft] = [false, true].map(|soft| view.parts(run.clone(), like, 0, soft));
    if view
        .terms
        .get(run.start)
        .is_some_and(|first| has_reckoning(view, first.first, cue))
    {
        return draft;
    }
    let bodies = soft.iter().filter(|&&part| view.terms[part].bodies).count();
    let mixed = bodies > 0 && bodies < soft.len();
    if soft.len() < 2 || mixed || is_open(view, &run, total) || is_listed_on(view, total)
    {
        draft.bond = Bond::Loose;
    } else if alone {
        draft.bond = draft.bond.min(Bond::Closed);
    }
    let near = if front { view.before } else { least };
    let [near, all] = [false, true].map(|soft| view.parts(near..total, like, 0, soft));
    if same_noun(view, &mut draft, total, if soft.len() < 2 { &all } else { &soft }) {
        return draft;
    }
    // "puts the loss at 12 killed, 30 wounded": the first may stand behind "at".
    let led = soft.len() == firm.len() + 1 && soft[1..] == firm[..];
    if led || firm.len() < 2 {
        draft.read(total, &soft);
    }
    suffixes(&mut draft, total, &firm);
    suffixes(&mut draft, total, &near);
    if draft.bond == Bond::Loose && !front {
        suffixes(&mut draft, total, &all);
    }
    if draft.readings.is_empty() {
        return draft;
    }
    draft.close();
    draft.read(total, totals);
    stretches(&mut draft, total, &soft);
    stretches(&mut draft, total, &view.parts(0..total, like, 0, true));
    suffixes(&mut draft, total, &(view.before..total).collect::<Vec<_>>());
    let deep: Vec<usize> =
        (0..total).filter(|&index| view.terms[index].sort == like.sort).collect();
    suffixes(&mut draft, total, &deep);
    draft
}

/// "41 men and 5 guns, 36 men and 5 guns: in all 77 men": what has the total's noun.
fn same_noun(view: &View<'_>, draft: &mut Draft, total: usize, parts: &[usize]) -> bool {
    let noun = view.terms[total].noun;
    let same: Vec<usize> =
        parts.iter().copied().filter(|&part| view.terms[part].noun == noun).collect();
    let mixed = noun != 0 && same.len() >= 2 && same.len() < parts.len();
    if mixed {
        draft.bond = Bond::Loose;
        draft.read(total, &same);
        draft.close();
        stretches(draft, total, parts);
    }
    mixed
}

/// "deducting 10 and adding 15 we get 272": not a plain sum.
fn has_reckoning(view: &View<'_>, from: usize, cue: &Cue) -> bool {
    (from..cue.start).any(|at| {
        matches!(view.word(at), Some(Word::Deducts | Word::Leaves | Word::Adds))
    })
}

/// Whether something without a figure may belong to the parts: "making, with the officers,",
/// "including her captain", "and others".
fn is_open(view: &View<'_>, run: &Range<usize>, total: usize) -> bool {
    let Some(first) = view.terms.get(run.start) else { return true };
    let last = view.terms[run.end - 1].end;
    let includes = |at: usize| view.word(at) == Some(Word::Includes);
    (first.end..last).any(|at| includes(at) && !has_figure(view, at))
        || (last..view.terms[total].first).any(|at| {
            includes(at)
                || view.word(at) == Some(Word::Rest)
                || view.is_word(at, const { key("with") })
        })
}

/// Whether a figure follows before the next mark.
fn has_figure(view: &View<'_>, at: usize) -> bool {
    let next = view.terms.partition_point(|term| term.first < at);
    view.terms.get(next).is_some_and(|next| (at..next.first).all(|at| !view.is_stop(at)))
}

/// Every stretch of a list.
fn stretches(draft: &mut Draft, total: usize, list: &[usize]) {
    let list = &list[list.len().saturating_sub(LONGEST)..];
    for end in 2..=list.len() {
        suffixes(draft, total, &list[..end]);
    }
}

/// The list and every shorter one that ends with it.
fn suffixes(draft: &mut Draft, total: usize, list: &[usize]) {
    draft.read(total, list);
    for from in list.len().saturating_sub(LONGEST)..list.len().saturating_sub(1) {
        draft.read(total, &list[from..]);
    }
}

/// What the parts of a total are like: a bare total takes the sort of what stands before it,
/// and the parts may stand in a bracket before it, or it in a bracket behind them.
fn like(view: &View<'_>, total: usize, run: Range<usize>) -> Like {
    let term = &view.terms[total];
    let Some(last) = view.terms[run].last() else {
        return Like { sort: term.sort, depth: term.depth };
    };
    let bare = term.sort == Sort::Count && term.noun == 0;
    Like { sort: if bare { last.sort } else { term.sort }, depth: last.depth }
}

/// Whether the figure is itself one of a list that goes on: "in all 600 foot, 30 horse".
fn is_listed_on(view: &View<'_>, total: usize) -> bool {
    let term = &view.terms[total];
    let Some(next) = view.terms.get(total + 1).filter(|_| total + 1 < view.here.end)
    else {
        return false;
    };
    let last = next.first.wrapping_sub(1);
    next.sort == term.sort
        && next.lead.is_none()
        && next.first - term.end <= STEP / 2
        && (view.scene.is(last, ',') || view.is_and(last))
}

/// The cue before a total: "total, 97", "making the whole loss £15,916,000".
///
/// It stands before the term `over`, which is the total or counts what that is of.
fn cue_before(view: &View<'_>, total: usize, over: usize) -> Option<Cue> {
    let first = view.terms[over].first;
    let least = over.checked_sub(1).map_or(0, |last| view.terms[last].end);
    let least = least.max(view.tokens.start).max(first.saturating_sub(REACH));
    for at in (least..first).rev() {
        let apart = first - at;
        if view.is_stop(at) {
            if apart > 3 || view.scene.is(at, '(') || view.scene.is(at, ')') {
                return None;
            }
            continue;
        }
        let bond = match view.word(at) {
            Some(Word::Total) if is_share(view, at) => {
                // "Of the total of 720, no less than 573": its parts stand before.
                let fronted = total == view.here.start && at <= view.tokens.start + 2;
                return fronted.then_some(Cue { start: at, bond: Bond::Loose });
            }
            Some(Word::Total) if apart <= 5 && !is_grown(view, at) => Bond::Firm,
            Some(Word::Total) => Bond::Loose,
            Some(Word::Makes | Word::Together)
                if apart <= 2 && view.is_stop(at.wrapping_sub(1)) =>
            {
                Bond::Closed
            }
            Some(Word::Makes) if apart <= 2 || has_whole(view, at, first) => Bond::Loose,
            Some(Word::Together) if apart <= 3 => Bond::Loose,
            _ if view.is_word(at, const { key("all") })
                && view.is_word(at.wrapping_sub(1), const { key("in") })
                && apart <= 3 =>
            {
                Bond::Firm
            }
            _ => continue,
        };
        return Some(Cue { start: start(view, at), bond });
    }
    None
}

/// "making the whole loss".
fn has_whole(view: &View<'_>, from: usize, to: usize) -> bool {
    (from..to).any(|at| matches!(view.word(at), Some(Word::Whole | Word::Total)))
}

/// "making the total 40": more than what stands right before may be meant.
fn is_grown(view: &View<'_>, at: usize) -> bool {
    at >= 2
        && view.is_word(at - 1, const { key("the") })
        && view.word(at - 2) == Some(Word::Makes)
}

/// "28 out of a total of 94": the total of what it is a share of.
fn is_share(view: &View<'_>, at: usize) -> bool {
    let before = |back: usize| at.wrapping_sub(back);
    let first =
        if view.word(before(1)) == Some(Word::Filler) { before(2) } else { before(1) };
    view.is_word(first, const { key("of") })
        || view.is_word(first, const { key("from") })
        || view.is_word(first, const { key("to") })
        || view.is_word(first, const { key("with") })
}

/// Where the phrase of a cue begins: "for a grand total", "making in all".
fn start(view: &View<'_>, at: usize) -> usize {
    (at.saturating_sub(4)..at)
        .rev()
        .take_while(|&at| !view.is_stop(at))
        .take_while(|&at| view.terms.iter().all(|term| at < term.first || at >= term.end))
        .last()
        .unwrap_or(at)
}

/// The cue behind a total: "50,000 men in all", "36 hours total".
fn cue_behind(view: &View<'_>, total: usize) -> Option<Cue> {
    let term = &view.terms[total];
    let next = view.terms.get(total + 1).map_or(usize::MAX, |next| next.first);
    let end = view.tokens.end.min(next).min(term.end + 5);
    let at = (term.end..end).take_while(|&at| !view.is_stop(at)).find(|&at| {
        let all = view.is_word(at, const { key("all") })
            && (view.is_word(at - 1, const { key("in") })
                || view.is_word(at + 1, const { key("told") }));
        (all || matches!(view.word(at), Some(Word::Total | Word::Together)))
            && (view.is_stop(at + 1) || !all)
    })?;
    let least =
        total.checked_sub(1).map_or(view.tokens.start, |last| view.terms[last].end);
    let first = (least..term.first).rev().find(|&at| view.is_stop(at) || view.is_and(at));
    let start = first.unwrap_or(least);
    let bond =
        if view.word(at) == Some(Word::Together) { Bond::Loose } else { Bond::Firm };
    (!view.is_and(start)).then_some(Cue { start, bond })
}
