//! What a run of capitals names: a person, an organisation, a place, a work.

use super::{
    NameKind,
    gazetteer::{combine, country},
    lexicon::{Roles, roles_of},
    run::Word,
};
use crate::scene::Scene;
use std::ops::Range;

/// How a person is named.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Person {
    /// The key of the first given name, or of a monarch's number; 0 if it is not told or
    /// cut to an initial.
    pub(super) given: u64,
    /// The first bytes of the given names.
    pub(super) initials: [u8; 3],
    /// [`Roles::MAN`] or [`Roles::WOMAN`], where the name or the title shows it.
    pub(super) sex: Roles,
    /// The key of the title; 0 if there is none.
    pub(super) title: u64,
}

impl Person {
    /// Whether no given name is told.
    pub(super) fn is_bare(&self) -> bool {
        self.initials[0] == 0
    }
}

/// A name as it stands in the text, before it is joined with others.
#[derive(Clone, Debug)]
pub(super) struct Form {
    /// Its tokens.
    pub(super) tokens: Range<usize>,
    pub(super) kind: NameKind,
    /// What it is looked up by: the surname of a person, else the whole name.
    pub(super) key: u64,
    pub(super) person: Person,
    /// How many words of the name are told, without titles.
    pub(super) words: u8,
    /// A capital that may only be that of a sentence.
    pub(super) weak: bool,
}

/// Reads the names of a run; `weak` where capitals show nothing, as in a heading. The token
/// after the last name, which may lie behind the run ("Bank of England").
pub(super) fn forms(
    scene: &Scene<'_>,
    words: &[Word],
    weak: bool,
    out: &mut Vec<Form>,
) -> usize {
    let end = words.last().map_or(0, |word| word.at + 1);
    let mut next = end;
    for segment in words.split(|word| is_no_name(scene, words, *word)) {
        let mut rest = segment;
        while !rest.is_empty() {
            let (piece, after) = rest.split_at(piece_end(rest));
            rest = after;
            next = Piece { scene, words: piece, weak }.read(out).max(next);
        }
    }
    next
}

/// Whether a capital is no part of a name: "The", "January"; but "Henry V".
fn is_no_name(scene: &Scene<'_>, words: &[Word], word: Word) -> bool {
    if !word.roles.any(Roles::NEVER) || word.initial {
        return false;
    }
    let before = words.iter().take_while(|other| other.at < word.at).last();
    let regal = before.is_some_and(|before| {
        before.roles.any(Roles::GIVEN.or(Roles::REGAL)) && before.at + 1 == word.at
    });
    !(regal && word.roles.any(Roles::NUMERAL) && is_upper(scene, word.at))
}

fn is_upper(scene: &Scene<'_>, at: usize) -> bool {
    scene.tokens[at].upper || scene.tokens[at].span.len() == 1
}

/// Where the first name of some words ends: before a title ("French General Foch").
fn piece_end(words: &[Word]) -> usize {
    let named = words[0].roles.any(Roles::GIVEN) || words[0].initial;
    let parted = |at: &usize| {
        let (before, word) = (words[at - 1].roles, words[*at].roles);
        word.any(Roles::TITLE)
            && !word.any(Roles::PLACE_FRONT.or(Roles::GIVEN))
            && !before.any(Roles::TITLE.or(Roles::PLACE_FRONT))
            && !named
    };
    (1..words.len().saturating_sub(1)).find(parted).unwrap_or(words.len())
}

/// Words of a run that are one name, or none.
struct Piece<'a> {
    scene: &'a Scene<'a>,
    words: &'a [Word],
    weak: bool,
}

/// After these words of a place or a body, "of" leads in its name.
const HEADS: Roles =
    Roles::ORGANISATION.or(Roles::PLACE_FRONT).or(Roles::PLACE_BACK).or(Roles::UNIT);

impl Piece<'_> {
    /// Puts down the name, if it is one; the token after it.
    fn read(&self, out: &mut Vec<Form>) -> usize {
        let words = self.words;
        let end = words[words.len() - 1].at + 1;
        let titles = self.titles();
        if titles > 0 {
            return self.titled(titles, out).unwrap_or(end);
        }
        if let Some(next) = self.governing(out) {
            return next;
        }
        if words.len() > 1
            && words[0].roles.any(Roles::DEMONYM)
            && (words[1].roles.any(Roles::GIVEN) || words[1].initial)
        {
            let first = Piece { words: &words[..1], ..*self }.read(out);
            return Piece { words: &words[1..], ..*self }.read(out).max(first);
        }
        if let Some(form) = self.form() {
            out.push(form);
        }
        end
    }

    /// How many titles the words begin with.
    fn titles(&self) -> usize {
        let [first, rest @ ..] = self.words else { return 0 };
        // "St. Petersburg" is no saint, "General Staff" no general.
        let place = first.roles.any(Roles::PLACE_FRONT)
            && !rest.first().is_some_and(|next| next.roles.any(Roles::GIVEN));
        let body = rest.len() == 1
            && rest[0].roles.any(Roles::ORGANISATION)
            && self.word(0) == "General";
        if place || body {
            return 0;
        }
        let titled = |word: &&Word| word.roles.any(Roles::TITLE) && !word.initial;
        self.words.iter().take_while(titled).count()
    }

    /// "Gen. Grant", "Duke of Wellington", "Sir Robert", "Pope Pius IX".
    fn titled(&self, titles: usize, out: &mut Vec<Form>) -> Option<usize> {
        let (ranks, name) = self.words.split_at(titles);
        let rank = ranks[titles - 1];
        let sexes = Roles::MAN.or(Roles::WOMAN);
        let sex =
            ranks.iter().fold(Roles::NONE, |sex, rank| sex.or(rank.roles.and(sexes)));
        let title = self.scene.tokens[rank.at].key;
        let first = ranks[0].at;
        if name.is_empty() {
            let peer =
                rank.roles.any(Roles::PEER).then(|| self.after_of(rank.at + 1))??;
            let person = Person { sex, title, ..Person::default() };
            let key = self.scene.tokens[peer.end - 1].key;
            let tokens = first..peer.end;
            out.push(Form {
                tokens,
                kind: NameKind::Person,
                key,
                person,
                words: 1,
                weak: false,
            });
            return Some(peer.end);
        }
        let mut form = self.person(name)?;
        let alone = name.len() == 1 && name[0].roles.any(Roles::GIVEN);
        form.person.sex = if sex == Roles::NONE { form.person.sex } else { sex };
        form.person.title = title;
        form.tokens.start = first;
        form.weak = false;
        // "Prince Eugene of Savoy".
        if alone
            && rank.roles.any(Roles::REGAL)
            && let Some(of) = self.after_of(form.tokens.end)
        {
            form.tokens.end = of.end;
            form.words += 1;
        }
        let end = form.tokens.end;
        out.push(form);
        Some(end)
    }

    /// "Bank of England", "Army of the Potomac", "Gulf of Mexico", "9th Corps".
    fn governing(&self, out: &mut Vec<Form>) -> Option<usize> {
        let last = self.words[self.words.len() - 1];
        if !last.roles.any(HEADS) || last.roles.any(Roles::OTHER) {
            return None;
        }
        let house = self.scene.tokens[last.at].key == alpheus_text::key("house");
        let kind = if last.roles.any(Roles::ORGANISATION) || house {
            NameKind::Organisation
        } else {
            NameKind::Place
        };
        let of = self.after_of(last.at + 1);
        let first = self.numbered(last);
        if of.is_none() && (self.words.len() > 1 || first == self.words[0].at) {
            return None;
        }
        let end = of.as_ref().map_or(last.at + 1, |of| of.end);
        let mut form = self.whole(kind);
        form.tokens = first..end;
        for at in last.at + 1..end {
            form.key = combine(form.key, self.scene.tokens[at].key);
        }
        for at in first..self.words[0].at {
            form.key = combine(form.key, self.scene.tokens[at].key);
        }
        form.words += (end - last.at - 1) as u8;
        out.push(form);
        Some(end)
    }

    /// Where the name of a unit begins that has a number before it: "the 9th Corps".
    fn numbered(&self, last: Word) -> usize {
        let first = self.words[0].at;
        let tokens = self.scene.tokens;
        let number = first >= 2
            && last.roles.any(Roles::UNIT)
            && tokens[first - 1].is_word()
            && !tokens[first - 1].spaced
            && tokens[first - 1].span.len() <= 2
            && tokens[first - 2].number().is_some();
        if number { first - 2 } else { first }
    }

    /// The name after "of" or "of the" at `of`.
    fn after_of(&self, of: usize) -> Option<Range<usize>> {
        let scene = self.scene;
        let is = |at: usize, word: &str| {
            scene.tokens.get(at).is_some_and(|token| {
                token.key == alpheus_text::key(word) && !token.capital
            })
        };
        if !is(of, "of") {
            return None;
        }
        let start = of + 1 + usize::from(is(of + 1, "the"));
        let named = |at: usize| {
            scene.tokens.get(at).is_some_and(|token| {
                token.is_word()
                    && token.capital
                    && !token.starts_sentence
                    && scene.time(at).is_none()
                    && !roles_of(token).any(Roles::NEVER)
            })
        };
        let end = (start..start + 4).find(|&at| !named(at)).unwrap_or(start + 4);
        (end > start).then_some(start..end)
    }

    /// A name without a title.
    fn form(&self) -> Option<Form> {
        let words = self.words;
        let (first, last) = (words[0], words[words.len() - 1]);
        if let Some(form) = self.known() {
            return Some(form);
        }
        if words.len() == 1 {
            return self.lone(first);
        }
        let given = (first.roles.any(Roles::GIVEN) || first.initial) && !last.initial;
        let surname = last.roles.any(Roles::SURNAME) && given && words.len() == 2;
        if last.roles.any(Roles::OTHER) || first.roles.any(Roles::OTHER) && !given {
            return None;
        }
        if last.roles.any(Roles::ORGANISATION.or(Roles::BODY)) && !surname {
            return Some(self.whole(NameKind::Organisation));
        }
        if last.roles.any(Roles::WORK) && !surname {
            return Some(self.whole(NameKind::Work));
        }
        if last.roles.any(Roles::PLACE_BACK) && !surname {
            return Some(self.whole(NameKind::Place));
        }
        if first.roles.any(Roles::PLACE_FRONT) && !first.initial {
            return Some(self.whole(NameKind::Place));
        }
        if given {
            return self.person(words);
        }
        Some(self.whole(NameKind::Unknown))
    }

    /// A country by a name of one word or several, letters with points among them.
    fn known(&self) -> Option<Form> {
        let mut form = self.whole(NameKind::Place);
        let spelled = self.words.len() > 1
            && self.words[..self.words.len() - 1].iter().all(|word| word.initial)
            && self.scene.tokens[self.words[self.words.len() - 1].at].span.len() == 1;
        if spelled {
            let letters: String = (0..self.words.len()).map(|at| self.word(at)).collect();
            form.key = alpheus_text::key(&letters);
            if self.scene.is(form.tokens.end, '.') {
                form.tokens.end += 1;
            }
            form.kind = NameKind::Organisation;
        }
        // "us" in capitals only.
        let pronoun = self.words.len() == 1
            && !self.scene.tokens[self.words[0].at].upper
            && self.scene.tokens[self.words[0].at].span.len() == 2;
        match country(form.key).filter(|_| !pronoun) {
            Some((canonical, demonym)) => {
                form.key = canonical;
                form.kind = if demonym { NameKind::Demonym } else { NameKind::Place };
                // "Georgia", "Israel" and "Jordan" are persons too.
                Some(form)
            }
            None => spelled.then_some(form),
        }
    }

    /// One capitalised word.
    fn lone(&self, word: Word) -> Option<Form> {
        let token = &self.scene.tokens[word.at];
        let after_article =
            word.at > 0 && self.scene.has(word.at - 1, crate::lexicon::Class::ARTICLE);
        if word.initial || token.span.len() == 1 {
            return None;
        }
        let kind = if word.roles.any(Roles::BODY) {
            NameKind::Organisation
        } else if word.roles.any(Roles::WORK) {
            return after_article.then(|| self.whole(NameKind::Work));
        } else if word.roles.any(Roles::PLACE) {
            NameKind::Place
        } else if word.roles.any(Roles::GIVEN) && !after_article {
            return self.person(self.words);
        } else if word.roles != Roles::NONE {
            return None;
        } else if token.upper {
            if token.span.len() > 6 {
                return None;
            }
            NameKind::Organisation
        } else {
            NameKind::Unknown
        };
        Some(self.whole(kind))
    }

    /// The whole of the words as a name.
    fn whole(&self, kind: NameKind) -> Form {
        let (first, last) = (self.words[0].at, self.words[self.words.len() - 1].at);
        let key =
            self.words[1..].iter().fold(self.scene.tokens[first].key, |key, word| {
                combine(key, self.scene.tokens[word.at].key)
            });
        let starts = self.scene.tokens[first].starts_sentence;
        let weak = kind == NameKind::Unknown && (self.weak || starts);
        Form {
            tokens: first..last + 1,
            kind,
            key,
            person: Person::default(),
            words: self.words.len() as u8,
            weak,
        }
    }

    /// A person: given names and a surname, or either.
    fn person(&self, words: &[Word]) -> Option<Form> {
        let suffixes =
            words.iter().rev().take_while(|word| word.roles.any(Roles::SUFFIX)).count();
        let words = &words[..words.len() - suffixes];
        let (first, last) = (words.first()?, words.last()?);
        let tokens = self.scene.tokens;
        let monarch = words.len() > 1
            && last.roles.any(Roles::NUMERAL)
            && is_upper(self.scene, last.at);
        let mut person = Person::default();
        let key = if monarch {
            person.given = tokens[last.at].key;
            person.initials = [1, 0, 0];
            tokens[words[words.len() - 2].at].key
        } else {
            if last.initial {
                return None;
            }
            let given = words[..words.len() - 1]
                .iter()
                .filter(|word| !word.roles.any(Roles::PARTICLE));
            for (slot, word) in person.initials.iter_mut().zip(given) {
                *slot = self.scene.doc.prose().as_bytes()
                    [tokens[word.at].span.start as usize];
            }
            if words.len() > 1 && !first.initial && !first.roles.any(Roles::PARTICLE) {
                person.given = tokens[first.at].key;
            }
            tokens[last.at].key
        };
        let sexes = Roles::MAN.or(Roles::WOMAN);
        if first.roles.any(Roles::GIVEN) && first.roles.and(sexes) != sexes {
            person.sex = first.roles.and(sexes);
        }
        let names = words.iter().filter(|word| !word.roles.any(Roles::PARTICLE)).count();
        Some(Form {
            tokens: first.at..last.at + 1,
            kind: NameKind::Person,
            key,
            person,
            words: names as u8,
            weak: false,
        })
    }

    fn word(&self, at: usize) -> &str {
        self.scene.doc.slice(self.scene.tokens[self.words[at].at].span)
    }
}
