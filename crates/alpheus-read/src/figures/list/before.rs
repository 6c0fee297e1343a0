//! Names with their count behind them: "Austria, Prussia and Russia, the three powers".

use super::{
    head::{self, is_dash},
    look::is_name,
    words::{Role, role},
};
use crate::{figures::Sentence, scene::Scene};
use alpheus_number::Found;
use alpheus_text::Span;

/// A counted noun behind the names of what it counts.
pub(super) struct Before {
    /// How many are told.
    pub(super) count: usize,
    /// The token of the counted noun.
    pub(super) noun: usize,
    /// The names.
    pub(super) items: Vec<Span>,
}

/// The most names that are read.
const MOST: usize = 24;

/// The names in front of "the three powers". Where there are more of them than are told, the
/// count may be of the last alone; where there are fewer and a comma follows, it may begin an
/// item of its own: "Oslo and Bergen, the four forts, and the fleet". Nothing is said of either.
pub(super) fn read(sentence: &Sentence<'_>, found: &Found) -> Option<Before> {
    let scene = sentence.scene;
    let (count, noun) = head::counted(sentence, found)?;
    let the = found.first.checked_sub(1).filter(|&at| at > sentence.tokens.start)?;
    let apposed = role(&scene.tokens[the]) == Some(Role::The)
        && (scene.is(the - 1, ',') || is_dash(scene, the - 1))
        && ends(sentence, noun + 1);
    if !apposed {
        return None;
    }
    let mut items = names(sentence, the - 1)?;
    items.reverse();
    let own = items.len() < count && scene.is(noun + 1, ',');
    (items.len() > 1 && items.len() <= count && !own).then_some(Before {
        count,
        noun,
        items,
    })
}

/// Whether the apposition ends at `at`.
fn ends(sentence: &Sentence<'_>, at: usize) -> bool {
    let scene = sentence.scene;
    at >= sentence.tokens.end
        || [',', '.', ';', ')', '–'].into_iter().any(|mark| scene.is(at, mark))
}

/// The names that end at the mark at `end`, the last first.
fn names(sentence: &Sentence<'_>, end: usize) -> Option<Vec<Span>> {
    let scene = sentence.scene;
    let mut items = Vec::new();
    let mut at = end;
    loop {
        let first = name_start(sentence, at)?;
        items.push(scene.span(first, at - 1));
        let joined = items.len() == 1;
        match parted(sentence, first, joined) {
            Some(before) if items.len() < MOST => at = before,
            // The last name must be led in by "and".
            _ => return (items.len() > 1).then_some(items),
        }
    }
}

/// The end of the name before the one at `first`: before its comma, or, for the last name,
/// before its "and".
fn parted(sentence: &Sentence<'_>, first: usize, joined: bool) -> Option<usize> {
    let scene = sentence.scene;
    let start = sentence.tokens.start;
    let mut at = first.checked_sub(1).filter(|&at| at > start)?;
    if role(&scene.tokens[at]) == Some(Role::The) {
        at = at.checked_sub(1).filter(|&at| at > start)?;
    }
    if joined {
        let and = role(&scene.tokens[at]) == Some(Role::Joiner);
        let comma = usize::from(scene.is(at - 1, ','));
        return (and && at - comma > start).then_some(at - comma);
    }
    scene.is(at, ',').then_some(at)
}

/// The first word of the name that ends before `end`.
fn name_start(sentence: &Sentence<'_>, end: usize) -> Option<usize> {
    let scene = sentence.scene;
    let mut first = None;
    let mut at = end;
    while at > sentence.tokens.start && is_part(scene, at - 1) {
        at -= 1;
        if is_name(scene, at) {
            first = Some(at);
        }
    }
    first
}

/// Whether a name may hold the token at `at`.
fn is_part(scene: &Scene<'_>, at: usize) -> bool {
    let token = &scene.tokens[at];
    is_name(scene, at) && role(token) != Some(Role::The)
        || role(token) == Some(Role::Particle)
        || token.is('\'')
        || token.is('-') && !is_dash(scene, at)
        || token.is('.') && at > 0 && scene.tokens[at - 1].span.len() == 1
}
