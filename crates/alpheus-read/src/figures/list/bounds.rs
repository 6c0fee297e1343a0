//! How many a list names at least and at most, and whether that can be told.

use super::{
    head::{Head, Opening, Place},
    items::{Before, Items},
    look::{self, Form, Look, is_name},
    words::{self, Role, is_one, role},
};
use crate::{figures::Sentence, scene::Scene};
use alpheus_text::TokenKind;

/// What a list names.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Bounds {
    /// The fewest that it can be read to name.
    pub(super) least: usize,
    /// The most; `None` where a piece may stand for any number.
    pub(super) greatest: Option<usize>,
    /// Why it can't be told.
    pub(super) doubt: Option<&'static str>,
}

impl Bounds {
    /// The bounds of a list that can be counted.
    pub(super) fn exactly(count: usize) -> Bounds {
        Bounds { least: count, greatest: Some(count), doubt: None }
    }
}

/// Reads the bounds; `None` where what follows the counted noun is no list of its kind.
pub(super) fn read(sentence: &Sentence<'_>, head: &Head, list: &Items) -> Option<Bounds> {
    let looks = look::looks(sentence, head, list)?;
    let parts = Parts::of(list);
    // "the king was dead; the army had fled; and the purse was empty"
    let clauses = parts.by_semicolons() && !head.opening.is_weak();
    if !clauses && !is_list(sentence, head, list, &looks) {
        return None;
    }
    let apposed = looks.iter().filter(|look| look.apposed).count();
    let several = looks.iter().any(|look| look.many || look.open);
    let apart = merges(sentence, head, list) || last_may_stand_apart(sentence, list);
    let least = if parts.by_semicolons() || parts.joined > 1 {
        parts.groups
    } else {
        list.items.len() - apposed - usize::from(apart)
    };
    let greatest = (!several).then_some(list.items.len());
    let fits = least <= head.count && greatest.is_none_or(|most| head.count <= most);
    let doubt = if clauses {
        doubt_of_clauses(list, &looks, fits)
    } else {
        doubt_of(&looks, &parts, head.opening.is_weak())
    };
    let doubt = doubt.or_else(|| {
        let comma = sentence.scene.is(list.end, ',');
        let own = is_item_itself(head, list, looks[0].form, fits, comma);
        own.then_some("the counted noun may not be what the list names")
    });
    let doubt = doubt.or_else(|| {
        let ends = closes(sentence, head, list, looks[0].form);
        (!ends).then_some("it can't be told where the list ends")
    });
    Some(Bounds { least, greatest, doubt })
}

/// Whether the pieces look like items at all.
fn is_list(sentence: &Sentence<'_>, head: &Head, list: &Items, looks: &[Look]) -> bool {
    let scene = sentence.scene;
    let form = looks[0].form;
    let alike = looks.iter().all(|look| look.form == form);
    let named =
        list.items.iter().all(|item| (item.first..item.end).any(|at| is_name(scene, at)));
    let plain = form == Form::Bare || matches!(form, Form::Led(_)) && !named;
    let clauses = looks.iter().any(|look| look.loose);
    let weak = head.opening.is_weak();
    let years = words::is_years(&scene.tokens[head.noun]);
    match head.opening {
        _ if years || form == Form::Year => years && form == Form::Year && alike,
        // "were English and Dutch"
        Opening::Be => {
            form == Form::Name && alike && !looks.iter().any(|look| look.people)
        }
        _ => form != Form::Odd && (alike || !clauses && !weak) && !(weak && plain),
    }
}

/// How a list is parted.
struct Parts {
    /// Pieces between commas, or between semicolons where there are any.
    groups: usize,
    /// Pieces that "and" leads in.
    joined: usize,
    semicolons: usize,
    /// "and" leads the last piece in.
    last_joined: bool,
}

impl Parts {
    fn of(list: &Items) -> Parts {
        use Before::{Comma, CommaJoiner, Semicolon, SemicolonJoiner};
        let count = |wanted: &[Before]| {
            list.items.iter().filter(|item| wanted.contains(&item.before)).count()
        };
        let semicolons = count(&[Semicolon, SemicolonJoiner]);
        let commas = count(&[Comma, CommaJoiner]);
        Parts {
            groups: 1 + if semicolons > 0 { semicolons } else { commas },
            joined: list.items.iter().filter(|item| item.before.joins()).count(),
            semicolons,
            last_joined: list.items[list.items.len() - 1].before.joins(),
        }
    }

    /// Whether semicolons part the list, to a last "; and".
    fn by_semicolons(&self) -> bool {
        self.semicolons > 0 && self.last_joined
    }
}

/// Whether the last two pieces may be one: "Bath and Wells".
fn merges(sentence: &Sentence<'_>, head: &Head, list: &Items) -> bool {
    let compound = words::is_compound(&sentence.scene.tokens[head.noun]);
    compound && list.items.last().is_some_and(|item| item.before == Before::Joiner)
}

/// "sent three envoys: Adams, Jay, and Franklin, the minister, to Paris": the last piece may
/// be one more whom the sentence names.
fn last_may_stand_apart(sentence: &Sentence<'_>, list: &Items) -> bool {
    let last = list.items[list.items.len() - 1].before;
    let comma = list.end < sentence.tokens.end && sentence.scene.is(list.end, ',');
    comma && last == Before::CommaJoiner
}

/// The same of a list parted by semicolons, whose pieces may be clauses.
fn doubt_of_clauses(list: &Items, looks: &[Look], fits: bool) -> Option<&'static str> {
    let mut leaders =
        list.items.iter().zip(looks).filter(|(item, _)| item.before != Before::Comma);
    let alike = leaders.all(|(_, look)| look.form == looks[0].form);
    match () {
        () if looks.iter().any(|look| look.counts) => {
            Some("an item counts something itself")
        }
        () if !alike && !fits => Some("the items are not of one form"),
        () => None,
    }
}

/// Why it can't be told what the list names.
fn doubt_of(looks: &[Look], parts: &Parts, weak: bool) -> Option<&'static str> {
    match () {
        () if looks.iter().any(|look| look.form != looks[0].form) => {
            Some("the items are not of one form")
        }
        () if looks.iter().any(|look| look.open) => Some("the list is left open"),
        () if looks.iter().any(|look| look.loose) => Some("the list runs on"),
        () if parts.joined > 0 && !parts.last_joined => {
            Some("the list can be parted in more than one way")
        }
        () if parts.joined == 0 && (weak || looks.len() < 3) => {
            Some("the list has no \"and\" before its last item")
        }
        () => None,
    }
}

/// Whether the list may have begun before the counted noun: "Burgundy, and the two Castiles,
/// Murcia, and Aragon"; "two sons and two daughters, …"; "two frigates, a brig, and a yacht".
fn is_item_itself(
    head: &Head,
    list: &Items,
    form: Form,
    fits: bool,
    after_comma: bool,
) -> bool {
    let items = &list.items;
    let comma = head.opening == Opening::Comma;
    let oxford = items[items.len() - 1].before == Before::CommaJoiner;
    match head.place {
        Place::Joined => items.len() > head.count,
        Place::Listed => comma && !fits,
        Place::Fronted => comma && !fits && after_comma,
        Place::Free => {
            comma && form == Form::Noun && (oxford && items.len() == 2 || !fits)
        }
    }
}

/// Whether the list ends for sure where it was left.
fn closes(sentence: &Sentence<'_>, head: &Head, list: &Items, form: Form) -> bool {
    let scene = sentence.scene;
    let Some(token) = scene.tokens.get(list.end) else { return true };
    if list.end >= sentence.tokens.end {
        return list.end > 0 && ends_sentence(scene, list.end - 1);
    }
    if list.end > 1 && scene.is(list.end - 1, '"') && scene.is(list.end - 2, ',') {
        return !goes_on(sentence, list.end);
    }
    match token.kind {
        TokenKind::Mark(';') => !resumes(sentence, list.end + 1, form),
        TokenKind::Mark('.' | ')') => true,
        TokenKind::Mark('–' | '-') => head.opening == Opening::Dash,
        TokenKind::Mark(':') => head.opening.is_weak(),
        TokenKind::Mark(',') => {
            matches!(form, Form::Name | Form::Year) && !goes_on(sentence, list.end + 1)
        }
        _ => false,
    }
}

/// "; and Betty": whether "and" leads in another item of this form.
fn resumes(sentence: &Sentence<'_>, at: usize, form: Form) -> bool {
    let tokens = &sentence.scene.tokens[..sentence.tokens.end];
    let joined = tokens.get(at).and_then(role) == Some(Role::Joiner);
    let next = tokens.get(at + 1).filter(|_| joined);
    if !joined {
        // "Hull and York in the north; Bristol and Exeter in the west"
        let name = tokens.get(at).filter(|token| token.is_word() && token.capital);
        return name.is_some_and(|name| role(name).is_none());
    }
    next.is_some_and(|next| match form {
        Form::Name => next.capital,
        _ => !sentence.figures.iter().any(|found| found.first == at + 1),
    })
}

/// Whether another item may stand behind the comma that ended the list.
fn goes_on(sentence: &Sentence<'_>, at: usize) -> bool {
    /// How far the next phrase is looked through.
    const PHRASE: usize = 12;
    let scene = sentence.scene;
    let Some(next) = scene.tokens.get(at).filter(|_| at < sentence.tokens.end) else {
        return false;
    };
    let counted = sentence.figures.iter().any(|found| found.first == at);
    if !next.is_word() || next.capital || counted || role(next) == Some(Role::Open) {
        return true;
    }
    if is_one(next) {
        return true;
    }
    // "Trinidad and Ceylon, which she gained; and Malta"
    let later = (at..sentence.tokens.end)
        .any(|at| scene.is(at, ';') && resumes(sentence, at + 1, Form::Name));
    if later {
        return true;
    }
    let joined = |at: usize| scene.tokens.get(at).and_then(role) == Some(Role::Joiner);
    let end = sentence.tokens.end;
    let comma = (at..end.min(at + PHRASE)).find(|&at| scene.is(at, ','));
    // "Anne and Mary, who died in the year of the great plague, and Jane"
    comma.is_some_and(|comma| joined(comma + 1))
        || (at..end - 2)
            .any(|at| scene.is(at, ',') && joined(at + 1) && is_name(scene, at + 2))
}

fn ends_sentence(scene: &Scene<'_>, at: usize) -> bool {
    ['.', '!', '?', '"', ')', ']'].into_iter().any(|mark| scene.is(at, mark))
}
