//! What one item of a list looks like.

use super::{
    head::Head,
    items::{Before, Item, Items},
    words::{self, Role, is_one, role},
};
use crate::{figures::Sentence, scene::Scene};
use alpheus_number::Found;
use alpheus_text::TokenKind;

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
    /// "1861".
    Year,
    /// A number, a clause.
    Odd,
}

/// What an item looks like.
#[derive(Clone, Copy, Debug)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "what is asked of an item, each by itself"
)]
pub(super) struct Look {
    pub(super) form: Form,
    /// It may stand for several.
    pub(super) many: bool,
    /// It may go on into something that is no part of the list.
    pub(super) loose: bool,
    /// It may only describe the item before.
    pub(super) apposed: bool,
    /// It is a lone word that tells of what people something is: "Spanish".
    pub(super) people: bool,
    /// It holds a number of its own.
    pub(super) counts: bool,
    /// There is more to it than it shows: "with", "including".
    pub(super) open: bool,
}

/// The looks of the items of a list; `None` where it has no first word.
pub(super) fn looks(
    sentence: &Sentence<'_>,
    head: &Head,
    list: &Items,
) -> Option<Vec<Look>> {
    let scene = sentence.scene;
    let noun = &scene.tokens[head.noun];
    let start = first_word(scene, &list.items[0])?;
    let within = |at: usize| sentence.figures.partition_point(|found| found.first < at);
    let (first, end) = (list.items[0].first, list.items[list.items.len() - 1].end);
    let region = |item: &&Item| {
        first_word(scene, item).is_some_and(|at| words::is_region(&scene.tokens[at]))
    };
    let regions = list.items.iter().filter(region).count();
    let looker = Looker {
        scene,
        figures: &sentence.figures[within(first)..within(end)],
        group: words::is_group(noun),
        titled: words::is_titled(noun),
        single: words::is_single(noun),
        region: regions * 2 >= list.items.len(),
        ranked: role(&scene.tokens[start]) == Some(Role::Rank),
        led: matches!(role(&scene.tokens[start]), Some(Role::The | Role::Determiner)),
    };
    Some(list.items.iter().map(|item| looker.look(item)).collect())
}

/// Looks at the items of one list.
#[expect(
    clippy::struct_excessive_bools,
    reason = "what is asked of a list, each by itself"
)]
struct Looker<'a, 'b> {
    scene: &'a Scene<'b>,
    /// The figures of the list.
    figures: &'a [Found],
    /// What is counted may have plural names.
    group: bool,
    /// What is counted has titles.
    titled: bool,
    /// What is counted has names that end in "s".
    single: bool,
    /// The list is one of countries or of parts of them.
    region: bool,
    /// The list begins with a rank or an office.
    ranked: bool,
    /// The first word of the list is an article or the like.
    led: bool,
}

impl Looker<'_, '_> {
    fn look(&self, item: &Item) -> Look {
        let scene = self.scene;
        let mut look = Look {
            form: Form::Odd,
            many: false,
            loose: false,
            apposed: false,
            open: false,
            counts: false,
            people: false,
        };
        if is_year(scene, item) {
            return Look { form: Form::Year, ..look };
        }
        let Some(first) = first_word(scene, item) else { return look };
        look.people = item.end == first + 1 && is_demonym(scene, first);
        look.counts = self.is_counted(first, item.end);
        look.form = if look.counts { Form::Odd } else { self.form(first, item.end) };
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
        self.titled && (at..end).any(|at| is_name(self.scene, at))
    }

    fn stands_for_many(&self, first: usize, last: usize, form: Form) -> bool {
        let scene = self.scene;
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
        let scene = self.scene;
        let token = &scene.tokens[first];
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
        let scene = self.scene;
        let mut figures = self.figures.iter();
        figures.any(|found| {
            (first..end).contains(&found.first)
                && (found.figure.in_words && !scene.tokens[found.first].capital
                    || found.first == first
                    || !scene.tokens[found.first - 1].capital)
        }) || (first..end).any(|at| is_one(&scene.tokens[at]))
    }

    /// "Duke of Kent", "Esq.", "the painter" may describe the item before.
    fn is_apposed(&self, first: usize, end: usize) -> bool {
        let scene = self.scene;
        match role(&scene.tokens[first]) {
            Some(Role::Suffix) => true,
            Some(Role::Rank) => !self.ranked,
            // "Worcester, Massachusetts"
            _ if words::is_region(&scene.tokens[first]) => !self.region,
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
pub(super) fn is_name(scene: &Scene<'_>, at: usize) -> bool {
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

/// "1861", alone.
fn is_year(scene: &Scene<'_>, item: &Item) -> bool {
    let number = scene.tokens[item.first].number();
    item.end == item.first + 1 && number.is_some_and(|year| (100..2100).contains(&year))
}

/// "Spanish", "Dutch".
fn is_demonym(scene: &Scene<'_>, at: usize) -> bool {
    const ENDINGS: [&str; 7] = ["ish", "ian", "ean", "ese", "can", "ch", "ss"];
    const WORDS: [&str; 6] =
        ["German", "Norman", "Roman", "Greek", "Catholic", "Protestant"];
    let word = scene.doc.slice(scene.tokens[at].span);
    ENDINGS.iter().any(|ending| word.ends_with(ending)) || WORDS.contains(&word)
}
