//! What a run of capitals names: a person, an organisation, a place, a work.

use super::{
    NameKind,
    gazetteer::{combine, country},
    lexicon::{Roles, roles_of},
    run::Word,
};
use crate::{lexicon::Class, scene::Scene};
use alpheus_text::key;
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
    let end = words.last().map_or(0, |word| word.end);
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
    let next = words.iter().find(|other| other.at >= word.end);
    let leads = word.roles.any(Roles::LEAD)
        && next.is_some_and(|next| next.roles.any(Roles::TITLE));
    let unit = word.roles.any(Roles::ORDINAL)
        && words
            .last()
            .is_some_and(|last| last.at > word.at && last.roles.any(Roles::UNIT));
    if leads || unit {
        return false;
    }
    let before = words.iter().take_while(|other| other.at < word.at).last();
    let regal = before.is_some_and(|before| {
        before.roles.any(Roles::GIVEN.or(Roles::REGAL)) && before.end == word.at
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
            && !before.any(Roles::TITLE.or(Roles::PLACE_FRONT).or(Roles::LEAD))
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

const HOUSE: u64 = key("house");
const M: u64 = key("m");

/// After these words of a place or a body, "of" leads in its name.
const HEADS: Roles =
    Roles::ORGANISATION.or(Roles::PLACE_FRONT).or(Roles::PLACE_BACK).or(Roles::UNIT);

impl Piece<'_> {
    /// Puts down the name, if it is one; the token after it.
    fn read(&self, out: &mut Vec<Form>) -> usize {
        let words = self.words;
        let end = words[words.len() - 1].end;
        let titles = self.titles();
        if titles > 0 {
            return self.titled(titles, out).unwrap_or(end);
        }
        if let Some(next) = self.governing(out) {
            return next;
        }
        let [before @ .., last] = words else { return end };
        let office = last.roles.any(Roles::TITLE)
            && !last.roles.any(Roles::GIVEN.or(Roles::SURNAME))
            && before
                .first()
                .is_some_and(|first| !first.roles.any(Roles::GIVEN) && !first.initial);
        if office {
            return Piece { words: before, ..*self }.read(out).max(end);
        }
        if words.len() > 1
            && words[0].roles.any(Roles::DEMONYM.or(Roles::CREED))
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
        let thing = Roles::ORGANISATION.or(Roles::PLACE_BACK);
        let place = first.roles.any(Roles::PLACE_FRONT)
            && (!rest.first().is_some_and(|next| next.roles.any(Roles::GIVEN))
                || rest.len() > 1 && rest[rest.len() - 1].roles.any(thing));
        let body = rest.len() == 1
            && rest[0].roles.any(Roles::ORGANISATION)
            && self.word(0) == "General";
        if place || body {
            return 0;
        }
        let titled = |at: &usize| {
            let word = self.words[*at];
            let next = self.words.get(at + 1);
            let leads = word.roles.any(Roles::LEAD)
                && next.is_some_and(|next| next.roles.any(Roles::TITLE) && !next.initial);
            let letter = word.initial && self.scene.tokens[word.at].key != M;
            leads || word.roles.any(Roles::TITLE) && !letter
        };
        (0..self.words.len()).take_while(titled).count()
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
            let peer = rank.roles.any(Roles::PEER).then(|| self.after_of(rank.end))??;
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
        let house = last.key == HOUSE;
        let kind = if last.roles.any(Roles::ORGANISATION) || house {
            NameKind::Organisation
        } else {
            NameKind::Place
        };
        let of = self.after_of(last.end);
        let first = self.numbered(last);
        if of.is_none() && (self.words.len() > 1 || first == self.words[0].at) {
            return None;
        }
        let end = of.as_ref().map_or(last.end, |of| of.end);
        let mut form = self.whole(kind);
        form.tokens = first..end;
        for at in last.end..end {
            form.key = combine(form.key, self.scene.tokens[at].key);
        }
        for at in first..self.words[0].at {
            form.key = combine(form.key, self.scene.tokens[at].key);
        }
        form.words += (end - last.end) as u8;
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
        let small =
            |at: usize, class: Class| scene.has(at, class) && !scene.tokens[at].capital;
        if !small(of, Class::OF) {
            return None;
        }
        let start = of + 1 + usize::from(small(of + 1, Class::ARTICLE));
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
        if last.roles.any(Roles::OTHER) {
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
        if first.roles.any(Roles::OTHER) && !given {
            return None;
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
            form.key = key(&letters);
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
        let after_article = word.at > 0 && self.scene.has(word.at - 1, Class::ARTICLE);
        if self.is_cut(word)
            || word.initial
            || token.span.len() == 1 && word.end == word.at + 1
        {
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
            if token.span.len() > 6 || self.is_in_a_code(word) {
                return None;
            }
            NameKind::Organisation
        } else {
            NameKind::Unknown
        };
        Some(self.whole(kind))
    }

    /// Whether a point amid a sentence shows a word to be cut short: "Mem. Eccles."
    fn is_cut(&self, word: Word) -> bool {
        let next = self.scene.tokens.get(word.end + 1);
        let goes_on = next.is_some_and(|next| !next.starts_sentence && next.spaced);
        word.roles == Roles::NONE && self.scene.is(word.end, '.') && goes_on
    }

    /// Whether digits or letters stand close to an acronym: "NH3", "737NG".
    fn is_in_a_code(&self, word: Word) -> bool {
        let tokens = self.scene.tokens;
        let close = |at: usize| {
            tokens.get(at).is_some_and(|token| {
                !token.spaced && (token.number().is_some() || token.is_word())
            })
        };
        let before = word.at > 0
            && !tokens[word.at].spaced
            && (tokens[word.at - 1].number().is_some() || tokens[word.at - 1].is_word());
        before || close(word.end)
    }

    /// The whole of the words as a name.
    fn whole(&self, kind: NameKind) -> Form {
        let (first, end) = (self.words[0].at, self.words[self.words.len() - 1].end);
        let key = self.words[1..]
            .iter()
            .fold(self.words[0].key, |key, word| combine(key, word.key));
        let weak = kind == NameKind::Unknown && (self.weak || self.is_front(first));
        Form {
            tokens: first..end,
            kind,
            key,
            person: Person::default(),
            words: self.words.len() as u8,
            weak,
        }
    }

    /// Whether the capital at `at` may come from what stands before it: the front of a
    /// sentence, a colon, an opening mark.
    fn is_front(&self, at: usize) -> bool {
        const MARKS: [char; 8] = [':', '(', '[', '"', '–', '*', '_', '-'];
        let token = &self.scene.tokens[at];
        token.starts_sentence
            || self.words.len() == 1
                && at > 0
                && MARKS.iter().any(|&mark| self.scene.is(at - 1, mark))
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
            person.given = last.key;
            person.initials = [1, 0, 0];
            words[words.len() - 2].key
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
                person.given = first.key;
            }
            last.key
        };
        let sexes = Roles::MAN.or(Roles::WOMAN);
        if first.roles.any(Roles::GIVEN) && first.roles.and(sexes) != sexes {
            person.sex = first.roles.and(sexes);
        }
        let names = words.iter().filter(|word| !word.roles.any(Roles::PARTICLE)).count();
        Some(Form {
            tokens: first.at..last.end,
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
