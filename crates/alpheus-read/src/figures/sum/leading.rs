//! Totals before their parts: "56,000, of whom 21,000 were males and 35,000 females".

use super::{
    Bond, Draft, LONGEST,
    trailing::is_total,
    view::{Like, Sort, Term, View},
    words::{Set, WHOLES, Word},
};
use alpheus_text::{Token, TokenKind, key};
use std::ops::Range;

/// A list begins no farther behind its total.
const REACH: usize = 10;
/// What a list consists of begins no farther behind its verb.
const NEAR: usize = 4;

/// Reads the totals of a sentence whose parts follow.
pub(super) fn read(view: &View<'_>, drafts: &mut Vec<Draft>) {
    for at in view.tokens.clone() {
        let bond = if view.is_of_whom(at) {
            Bond::Within
        } else if view.word(at) == Some(Word::Namely) || is_made_up(view, at) {
            Bond::Firm
        } else if is_break(view, at) || view.word(at) == Some(Word::Includes) {
            Bond::Loose
        } else {
            drafts.extend(fronted(view, at));
            continue;
        };
        drafts.extend(draft(view, at, bond));
    }
}

/// "consisting of", "comprising", "made up of".
fn is_made_up(view: &View<'_>, at: usize) -> bool {
    let of = view.is_word(at + 1, const { key("of") });
    let made = at > 0 && view.is_word(at - 1, const { key("made") });
    match view.word(at) {
        Some(Word::Consists) => of,
        Some(Word::Comprises) => true,
        _ => made && of && view.is_word(at, const { key("up") }),
    }
}

/// A mark, or "with", that may open a list right behind its total.
fn is_break(view: &View<'_>, at: usize) -> bool {
    let next = view.terms.partition_point(|term| term.first <= at);
    let kinds = || view.terms.get(next).is_some_and(|next| next.kind.is_some());
    match view.scene.tokens[at].kind {
        TokenKind::Mark('.' | ')' | ']') => false,
        TokenKind::Mark(',' | ';') => kinds(),
        TokenKind::Mark(_) => view.is_stop(at),
        _ => view.is_word(at, const { key("with") }) && kinds(),
    }
}

fn draft(view: &View<'_>, at: usize, bond: Bond) -> Option<Draft> {
    let bracket = view.scene.is(at, '(') || view.scene.is(at, '[');
    let end = if bracket { closing(view, at) } else { view.tokens.end };
    let run = view.run_after(at, end);
    let first = view.terms.get(run.start).filter(|_| !run.is_empty())?;
    let depth = first.depth.checked_sub(u8::from(bracket))?;
    let totals = totals(view, at, depth);
    let total = *totals.last()?;
    if !is_tied(view, total, at) || first.first - at > NEAR && is_made_up(view, at) {
        return None;
    }
    let like = Like { sort: sort(view, total, run.clone()), depth: first.depth };
    let mut parts = view.parts(run.clone(), like, at + 1, false);
    let mut closed = closed(view, &parts);
    let mut bond = settle(view, at, bond, &parts[..closed], &totals)?;
    if let Some(rest) = rest(view, run.end, like).filter(|_| bond == Bond::Within) {
        parts.push(rest);
        closed = parts.len();
        bond = Bond::Closed;
    }
    let goes_on = view
        .terms
        .get(run.end)
        .is_some_and(|next| like.fits(next) && next.first < end && closed == parts.len());
    if goes_on && !(closed > 1 && has_and(view, &parts, closed - 1)) {
        bond = Bond::Loose;
    }
    // "Cape Clear (three); Castlehaven (two); Durrus": places without a figure count one.
    let own = |&&part: &&usize| view.scene.is(view.terms[part].end, ')') && !bracket;
    if parts.iter().filter(own).count() > 1 {
        bond = Bond::Loose;
    }
    let names = |&part: &usize| names_things(view, part);
    if parts.len() < 2 || bracket && !parts.iter().all(names) {
        return None;
    }
    let mut draft = Draft { readings: Vec::new(), likely: 0, bond };
    draft.read(total, &parts[..closed]);
    if bond == Bond::Loose {
        draft.close();
    }
    prefixes(&mut draft, total, &parts);
    if bond > Bond::Loose {
        draft.close();
    }
    excuses(view, &mut draft, &totals, run, first.sort);
    Some(draft)
}

/// What the next sentence says is left: "The remaining 440,000 ate it not at all".
fn rest(view: &View<'_>, from: usize, like: Like) -> Option<usize> {
    let next = view.terms.get(from).filter(|next| next.first >= view.tokens.end)?;
    (like.fits(next) && is_left(view, from)).then_some(from)
}

/// Whether nothing stands between a total and the word that opens its list which would make
/// that speak of something else: "17 of whom", "8 works, the first line composed of four".
fn is_tied(view: &View<'_>, total: usize, at: usize) -> bool {
    let from = view.terms[total].end;
    let mut between = from.min(at)..at;
    let stop = between.clone().find(|&at| view.is_stop(at));
    let each = between.any(|at| view.word(at) == Some(Word::Each));
    let here = from > view.tokens.start;
    let begins = |at: usize| view.terms.iter().any(|term| term.first == at);
    let bare = here && at == from && view.is_of_whom(at) && !begins(at + 2);
    let mut figures = from.min(at)..at;
    let figures = figures.any(|at| view.scene.tokens[at].number().is_some());
    let apart = stop.is_some_and(|stop| here && !(stop..at).all(|at| is_link(view, at)));
    let far = stop.is_none() && view.is_of_whom(at) && here && at - from > 3;
    !(each || bare || apart || far || figures && here)
}

fn is_link(view: &View<'_>, at: usize) -> bool {
    view.is_stop(at)
        || view.is_and(at)
        || view.scene.is(at, '*')
        || view.word(at) == Some(Word::Be)
}

/// What the parts are given in: bare numbers, where the total alone has the unit.
fn sort(view: &View<'_>, total: usize, run: Range<usize>) -> Sort {
    let sort = view.terms[total].sort;
    let bare = view.terms[run].iter().all(|term| term.sort == Sort::Count);
    if bare { Sort::Count } else { sort }
}

/// Whether a word says what the figure counts: "68 killed", "Sigel, 13,000".
fn names_things(view: &View<'_>, index: usize) -> bool {
    let term = &view.terms[index];
    let is_word = |at: usize| view.scene.tokens.get(at).is_some_and(Token::is_word);
    let before = term.first.wrapping_sub(1);
    let label = before.wrapping_sub(usize::from(view.scene.is(before, ',')));
    is_word(term.end)
        || view.scene.is(term.end, '-')
        || is_word(label) && !view.is_and(label)
}

/// The figures that may be the total of a list that begins at a token.
fn totals(view: &View<'_>, at: usize, depth: u8) -> Vec<usize> {
    let last = view.terms.partition_point(|term| term.end <= at);
    let right = |index: &usize| view.terms[*index].depth == depth;
    let here: Vec<usize> = (view.here.start..last).filter(right).collect();
    match here.last() {
        Some(&total) if at - view.terms[total].end <= REACH => vec![total],
        None if at < view.tokens.start + 3 => (view.before..last).filter(right).collect(),
        _ => Vec::new(),
    }
}

/// Where the bracket that opens at a token closes.
fn closing(view: &View<'_>, at: usize) -> usize {
    let close = |&at: &usize| view.scene.is(at, ')') || view.scene.is(at, ']');
    (at..view.tokens.end).find(close).unwrap_or(view.tokens.end)
}

/// How many of the parts belong to a list that its one "and" closes; else all.
fn closed(view: &View<'_>, parts: &[usize]) -> usize {
    let gap =
        |index: usize| view.terms[parts[index - 1]].end..view.terms[parts[index]].first;
    let ends = |index: usize| gap(index).any(|at| view.scene.is(at, ';'));
    let end = if parts.len() > 1 && ends(1) {
        None
    } else {
        (2..parts.len()).find(|&at| ends(at))
    };
    let parts = &parts[..end.unwrap_or(parts.len())];
    let mut ands = (1..parts.len()).filter(|&index| has_and(view, parts, index));
    match (ands.next(), ands.next()) {
        (Some(last), None) => last + 1,
        _ => parts.len(),
    }
}

/// How sure the parts are to be all, when it is known what they count; none, where a mark
/// opens no list.
fn settle(
    view: &View<'_>,
    at: usize,
    bond: Bond,
    parts: &[usize],
    totals: &[usize],
) -> Option<Bond> {
    let total = totals[totals.len() - 1];
    let term = &view.terms[total];
    let bracket = view.scene.is(at, '(') || view.scene.is(at, '[');
    let many = parts.len() > 2 && has_and(view, parts, parts.len() - 1);
    let open = bond > Bond::Loose || bracket;
    let close = is_close(view, term, at, parts);
    let listed = close || view.word(at) == Some(Word::Includes);
    if totals.len() != 1 || view.is_joined(term) {
        return (open || listed && many).then_some(Bond::Loose);
    }
    let same = term.kind.is_some_and(|(set, _)| {
        parts.iter().any(|&part| view.terms[part].kind.is_some_and(|kind| kind.0 == set))
    });
    let whole = view.is_whole(parts) && !same && term.sort == Sort::Count;
    let closed = parts.len() > 1 && has_and(view, parts, parts.len() - 1);
    Some(match bond {
        Bond::Within if whole => Bond::Firm,
        Bond::Within if closed => Bond::Closed,
        Bond::Loose if whole && opens_kinds(view, term, at, parts) => Bond::Firm,
        Bond::Loose if bracket && is_filled(view, at, parts) => Bond::Firm,
        Bond::Loose if bracket => Bond::Within,
        Bond::Loose if closed && close && is_total(view, total) => {
            if view.scene.is(at, ':') { Bond::Firm } else { Bond::Closed }
        }
        Bond::Loose if listed && many => Bond::Loose,
        Bond::Loose => return None,
        other => other,
    })
}

/// Whether a bracket has nothing but the parts: "(65,000 foot, 33,000 horse)".
fn is_filled(view: &View<'_>, at: usize, parts: &[usize]) -> bool {
    let close = closing(view, at);
    let term = |part: &usize| &view.terms[*part];
    let begins = |at: usize| parts.iter().any(|part| term(part).first == at);
    let inside = |at: usize| {
        parts.iter().any(|part| (term(part).first..term(part).end).contains(&at))
    };
    let divides = |at: usize| {
        !inside(at) && (view.is_and(at) || view.is_stop(at) && !view.is_and(at + 1))
    };
    (at..close).filter(|&at| divides(at)).all(|at| begins(at + 1))
}

/// Whether a list stands right behind its total.
fn is_close(view: &View<'_>, total: &Term, at: usize, parts: &[usize]) -> bool {
    let near = |first: usize| view.terms[first].first - at <= NEAR;
    let mark = [',', ';', '('].iter().all(|&mark| !view.scene.is(at, mark));
    view.is_stop(at)
        && mark
        && at - total.end <= NEAR
        && parts.first().is_some_and(|&first| near(first))
}

/// Whether an "and" stands before the part.
fn has_and(view: &View<'_>, parts: &[usize], index: usize) -> bool {
    let first = view.terms[parts[index]].first;
    (view.terms[parts[index - 1]].end..first).any(|at| view.is_and(at))
}

/// Whether a mark, or "with", opens a list of all kinds of a total: "22 matches with 8 wins,
/// 6 draws and 8 losses", "strength, 151; officers 4, men 147".
fn opens_kinds(view: &View<'_>, total: &Term, at: usize, parts: &[usize]) -> bool {
    let Some(first) = parts.first().map(|&first| &view.terms[first]) else {
        return false;
    };
    let near = at - total.end <= 4 && first.first - at <= 3;
    let whole = |at: usize| view.scene.tokens.get(at).is_some_and(|t| WHOLES.has(t.key));
    let set = first.kind.map(|kind| kind.0);
    if view.scene.is(at, ',') || view.is_word(at, const { key("with") }) {
        return near
            && (set == Some(Set::Match) || whole(total.end) && at - total.end == 1);
    }
    near && (total.first.saturating_sub(REACH)..at).any(whole)
}

/// The list and every shorter one that begins with it.
fn prefixes(draft: &mut Draft, total: usize, list: &[usize]) {
    for end in (2..=list.len().min(LONGEST)).rev() {
        draft.read(total, &list[..end]);
    }
}

fn excuses(
    view: &View<'_>,
    draft: &mut Draft,
    totals: &[usize],
    run: Range<usize>,
    sort: Sort,
) {
    let after = run.start..view.terms.len();
    let wide: Vec<usize> =
        after.filter(|&index| view.terms[index].sort == sort).take(12).collect();
    let strict: Vec<usize> = run.clone().collect();
    let top = view.terms[run.start].depth;
    let level: Vec<usize> =
        wide.iter().copied().filter(|&index| view.terms[index].depth == top).collect();
    let meant = draft.readings[0].1.clone();
    let Some(&main) = totals.last() else { return };
    for list in [&strict, &wide, &level] {
        prefixes(draft, main, list);
    }
    // "three of their seven children, one daughter and two sons".
    for total in main.saturating_sub(2)..main {
        draft.read(total, &meant);
        draft.read(total, &strict);
    }
    for &total in totals {
        draft.read(total, &meant);
        draft.read(total, &strict);
    }
}

/// "Of the 255 men aboard, 58 had been killed, 66 wounded": the total stands in front.
fn fronted(view: &View<'_>, at: usize) -> Option<Draft> {
    let opens = view.is_word(at, const { key("of") })
        && (at == view.tokens.start
            || view.is_stop(at - 1)
            || view.is_word(at - 1, const { key("out") }));
    if !opens {
        return None;
    }
    let total = view.terms.partition_point(|term| term.first < at);
    let term = view.terms.get(total).filter(|term| term.first - at <= NEAR)?;
    if !(at + 1..term.first).all(|at| view.word(at).is_some()) {
        return None;
    }
    let next = view.terms.get(total + 1)?.first;
    let comma = (term.end..next.min(term.end + REACH))
        .find(|&at| view.is_stop(at))
        .unwrap_or(term.end);
    let run = view.run_after(comma, view.tokens.end);
    let first = view.terms.get(run.start).filter(|_| !run.is_empty())?;
    let like = Like { sort: term.sort, depth: first.depth };
    let mut parts = view.parts(run.clone(), like, comma, false);
    let next = view.parts(run.end..view.terms.len(), like, comma, true);
    let one = !view.has_semicolon(comma, view.terms[run.end - 1].end);
    let bond = if one { Bond::Within } else { Bond::Loose };
    let mut draft = Draft { readings: Vec::new(), likely: 0, bond };
    if parts.len() > 1 && parts.last().is_some_and(|&last| has_rest(view, last)) {
        draft.bond = Bond::Firm;
    } else if let Some(&next) = next.first().filter(|&&next| is_left(view, next)) {
        parts.push(next);
        draft.bond = Bond::Closed;
    }
    draft.read(total, &parts);
    if draft.readings.is_empty() {
        return None;
    }
    prefixes(&mut draft, total, &parts);
    draft.close();
    excuses(view, &mut draft, &[total], run, term.sort);
    Some(draft)
}

/// "But 76 men were left unwounded", "the remaining 20 escaped".
fn is_left(view: &View<'_>, index: usize) -> bool {
    let term = &view.terms[index];
    let is_rest = |at: usize| view.word(at) == Some(Word::Rest);
    has_rest(view, index)
        || (term.end..term.end + 5).take_while(|&at| !view.is_stop(at)).any(is_rest)
}

/// "and the remaining 3".
fn has_rest(view: &View<'_>, index: usize) -> bool {
    let first = view.terms[index].first;
    (first.saturating_sub(4)..first).any(|at| view.word(at) == Some(Word::Rest))
}
