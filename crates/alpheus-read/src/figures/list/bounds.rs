//! How many a list names at least and at most, and whether that can be told.

use super::{
    head::{Head, Opening, Place},
    items::{Before, Item, Items},
    words::{self, Role, role},
};
use crate::{figures::Sentence, scene::Scene};
use alpheus_text::{Token, TokenKind, key};

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

/// The shape of an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// A name, with or without an article or a title.
    Name,
    /// "his nephew Henry", "a Mr. Smith".
    Described,
    /// "a poem", "the nobles".
    Noun,
    /// "poverty", "fear of war".
    Bare,
    /// "of Serapis", "to win": led in by this word.
    Led(u64),
    /// A number, a clause.
    Odd,
}

/// What an item looks like.
#[derive(Clone, Copy, Debug)]
pub(super) struct Look {
    pub(super) form: Form,
    /// It may stand for several.
    pub(super) many: bool,
    /// It may go on into something that is no part of the list.
    pub(super) loose: bool,
    /// It may only describe the item before.
    pub(super) apposed: bool,
    /// There is more to it than it shows: "with", "including".
    pub(super) open: bool,
}

/// Reads the bounds; `None` where what follows the counted noun is no list of its kind.
pub(super) fn read(sentence: &Sentence<'_>, head: &Head, list: &Items) -> Option<Bounds> {
    let scene = sentence.scene;
    let noun = &scene.tokens[head.noun];
    let items = &list.items;
    let start = first_word(scene, &items[0])?;
    let looker = Looker {
        sentence,
        group: words::is_group(noun),
        titled: words::is_titled(noun),
        single: words::is_single(noun),
        led: matches!(role(&scene.tokens[start]), Some(Role::The | Role::Determiner)),
    };
    let looks: Vec<Look> = items.iter().map(|item| looker.look(item)).collect();
    let form = looks[0].form;
    let alike = looks.iter().all(|look| look.form == form);
    let named =
        items.iter().all(|item| (item.first..item.end).any(|at| is_name(scene, at)));
    let plain = form == Form::Bare || matches!(form, Form::Led(_)) && !named;
    if form == Form::Odd || head.opening == Opening::Comma && (plain || !alike) {
        return None;
    }
    let apposed = looks.iter().filter(|look| look.apposed).count();
    let several = looks.iter().any(|look| look.many || look.open);
    let apart = merges(sentence, head, items) || last_may_stand_apart(sentence, list);
    // "Burgundy, and the two Castiles, Murcia, and Aragon"; "two sons and two daughters, …".
    let joined = head.place == Place::Joined;
    Some(Bounds {
        least: if joined { 1 } else { items.len() - apposed - usize::from(apart) },
        greatest: (!several).then_some(items.len()),
        doubt: doubt(sentence, head, list, &looks),
    })
}

/// Whether the last two pieces may be one: "Bath and Wells".
fn merges(sentence: &Sentence<'_>, head: &Head, items: &[Item]) -> bool {
    let compound = words::is_compound(&sentence.scene.tokens[head.noun]);
    compound && items.last().is_some_and(|item| item.before == Before::Joiner)
}

/// "sent three envoys: Adams, Jay, and Franklin, the minister, to Paris": the last piece may
/// be one more whom the sentence names.
fn last_may_stand_apart(sentence: &Sentence<'_>, list: &Items) -> bool {
    let last = list.items[list.items.len() - 1].before;
    let comma = list.end < sentence.tokens.end && sentence.scene.is(list.end, ',');
    comma && last == Before::CommaJoiner
}

fn doubt(
    sentence: &Sentence<'_>,
    head: &Head,
    list: &Items,
    looks: &[Look],
) -> Option<&'static str> {
    let items = &list.items;
    let last = items[items.len() - 1];
    let form = looks[0].form;
    let alike = looks.iter().all(|look| look.form == form);
    let joined = items.iter().filter(|item| item.before.joins()).count();
    let mixed = items.iter().any(|item| item.before == Before::Comma)
        && items.iter().any(|item| item.before == Before::Semicolon);
    match () {
        () if !alike => Some("the items are not of one form"),
        () if looks.iter().any(|look| look.open) => Some("the list is left open"),
        () if looks.iter().any(|look| look.loose) => Some("the list runs on"),
        () if joined > 1 => Some("the list can be parted in more than one way"),
        () if mixed => Some("the list has commas and semicolons"),
        () if joined == 1 && !last.before.joins() => {
            Some("the list can be parted in more than one way")
        }
        () if joined == 0 && !closed_without_joiner(head, list) => {
            Some("the list has no \"and\" before its last item")
        }
        () if head.opening == Opening::Comma
            && (head.place == Place::Listed || form == Form::Noun) =>
        {
            Some("the counted noun may be an item of the list itself")
        }
        () if !closes(sentence, head, list, form) => {
            Some("it can't be told where the list ends")
        }
        () => None,
    }
}

fn closed_without_joiner(head: &Head, list: &Items) -> bool {
    head.opening != Opening::Comma && list.items.len() > 2
}

/// Whether the list ends for sure where it was left.
fn closes(sentence: &Sentence<'_>, head: &Head, list: &Items, form: Form) -> bool {
    let scene = sentence.scene;
    let Some(token) = scene.tokens.get(list.end) else { return true };
    if list.end >= sentence.tokens.end {
        return list.end > 0 && ends_sentence(scene, list.end - 1);
    }
    match token.kind {
        TokenKind::Mark('.' | ';' | ')') => true,
        TokenKind::Mark('–' | '-') => head.opening == Opening::Dash,
        TokenKind::Mark(':') => head.opening == Opening::Comma,
        TokenKind::Mark(',') => form == Form::Name && !goes_on(sentence, list.end + 1),
        _ => false,
    }
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
    let end = sentence.tokens.end.min(at + PHRASE);
    let comma = (at..end).find(|&at| scene.is(at, ','));
    comma.is_some_and(|comma| {
        scene.tokens.get(comma + 1).and_then(role) == Some(Role::Joiner)
    })
}

fn is_one(token: &Token) -> bool {
    token.key == const { key("one") }
}

fn ends_sentence(scene: &Scene<'_>, at: usize) -> bool {
    ['.', '!', '?', '"', ')', ']'].into_iter().any(|mark| scene.is(at, mark))
}

/// Looks at the items of one list.
struct Looker<'a, 'b> {
    sentence: &'a Sentence<'b>,
    /// What is counted may have plural names.
    group: bool,
    /// What is counted has titles.
    titled: bool,
    /// What is counted has names that end in "s".
    single: bool,
    /// The first word of the list is an article or the like.
    led: bool,
}

impl Looker<'_, '_> {
    fn look(&self, item: &Item) -> Look {
        let scene = self.sentence.scene;
        let mut look = Look {
            form: Form::Odd,
            many: false,
            loose: false,
            apposed: false,
            open: false,
        };
        let Some(first) = first_word(scene, item) else { return look };
        look.form = self.form(first, item.end);
        let name = (first..item.end).find(|&at| is_name(scene, at));
        let tail = (first + 1..item.end).find(|&at| {
            name.is_none_or(|name| at > name)
                && role(&scene.tokens[at]) == Some(Role::Preposition)
                && !scene.tokens[at].capital
        });
        look.apposed = item.before == Before::Comma
            && (tail.is_some() || self.is_apposed(first, item.end));
        let mut last = first;
        for at in word_places(scene, first, item.end) {
            let token = &scene.tokens[at];
            let core = tail.is_none_or(|tail| at < tail);
            let role = role(token).filter(|_| !token.capital);
            match role {
                Some(Role::Clause) => look.loose = true,
                Some(Role::Open) => look.open = true,
                Some(Role::Many) => look.many = true,
                Some(_) => {}
                None if token.capital => last = if core { at } else { last },
                None if scene.is(at - 1, '\'') && !token.spaced => {}
                None => {
                    // A small word behind a name is a verb as often as not.
                    look.loose |= name.is_some_and(|name| at > name)
                        && core
                        && !scene.is(at - 1, '-')
                        && !self.is_in_title(at, item.end);
                    look.loose |= !core && is_participle(scene, at);
                    last = if core { at } else { last };
                }
            }
        }
        look.many |= self.stands_for_many(first, last, look.form);
        look
    }

    fn is_in_title(&self, at: usize, end: usize) -> bool {
        self.titled && (at..end).any(|at| is_name(self.sentence.scene, at))
    }

    fn stands_for_many(&self, first: usize, last: usize, form: Form) -> bool {
        let scene = self.sentence.scene;
        let token = &scene.tokens[last];
        let plural = !self.group && words::is_plural(scene.doc, token);
        match form {
            Form::Name | Form::Described if token.capital => {
                let led = self.led || role(&scene.tokens[first]).is_some();
                plural && led && !self.single
            }
            Form::Odd => true,
            _ => plural,
        }
    }

    fn form(&self, first: usize, end: usize) -> Form {
        let scene = self.sentence.scene;
        let token = &scene.tokens[first];
        if self.is_counted(first, end) {
            return Form::Odd;
        }
        let lead = role(token);
        match lead {
            Some(
                Role::Clause | Role::Open | Role::Joiner | Role::Many | Role::Suffix,
            ) => return Form::Odd,
            Some(Role::Preposition) if !token.capital => return Form::Led(token.key),
            _ if !token.is_word() => return Form::Odd,
            _ if is_name(scene, first) || lead == Some(Role::Particle) => {
                return Form::Name;
            }
            _ => {}
        }
        let led = matches!(lead, Some(Role::The | Role::Determiner));
        let from = first + usize::from(led);
        let name = (from..end.min(from + 3)).find(|&at| is_name(scene, at));
        match name {
            Some(name) if (from..name).all(|at| role(&scene.tokens[at]).is_none()) => {
                match lead {
                    Some(Role::Determiner) => Form::Described,
                    Some(_) => Form::Name,
                    None => Form::Bare,
                }
            }
            _ if led => Form::Noun,
            _ => Form::Bare,
        }
    }

    /// Whether an item counts something itself: "two of iron".
    fn is_counted(&self, first: usize, end: usize) -> bool {
        let scene = self.sentence.scene;
        let mut figures = self.sentence.figures.iter();
        figures.any(|found| {
            (first..end).contains(&found.first)
                && (found.figure.in_words && !scene.tokens[found.first].capital
                    || found.first == first
                    || !scene.tokens[found.first - 1].capital)
        }) || (first..end)
            .any(|at| is_one(&scene.tokens[at]) && !scene.tokens[at].capital)
    }

    /// "Duke of Kent", "Esq.", "the painter" may describe the item before.
    fn is_apposed(&self, first: usize, end: usize) -> bool {
        let scene = self.sentence.scene;
        match role(&scene.tokens[first]) {
            Some(Role::Suffix) => true,
            Some(Role::The | Role::Determiner) => !self.led,
            // "M.P."
            _ => (first..end).all(|at| scene.tokens[at].span.len() == 1),
        }
    }
}

fn is_participle(scene: &Scene<'_>, at: usize) -> bool {
    let word = scene.doc.slice(scene.tokens[at].span);
    word.ends_with("ing") || word.ends_with("ed")
}

/// The first word of an item, behind quotes and marks of print.
fn first_word(scene: &Scene<'_>, item: &Item) -> Option<usize> {
    let end = item.end.min(item.first + 3);
    (item.first..end).find(|&at| !matches!(scene.tokens[at].kind, TokenKind::Mark(_)))
}

/// A word with a capital that is no article or pronoun.
fn is_name(scene: &Scene<'_>, at: usize) -> bool {
    let token = &scene.tokens[at];
    token.is_word() && token.capital && !matches!(role(token), Some(Role::Clause))
}

/// The words of an item outside its brackets.
fn word_places<'a>(
    scene: &'a Scene<'_>,
    first: usize,
    end: usize,
) -> impl Iterator<Item = usize> + 'a {
    let mut depth = 0;
    (first..end).filter(move |&at| {
        let token = &scene.tokens[at];
        if token.is('(') || token.is('[') {
            depth += 1;
        } else if token.is(')') || token.is(']') {
            depth -= 1;
        }
        depth == 0 && token.is_word()
    })
}
