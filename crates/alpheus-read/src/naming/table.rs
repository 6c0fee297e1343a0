//! The table of what was named so far, looked up by surname or by the whole name.

use super::{
    Name, NameKind,
    evidence::Evidence,
    form::{Form, Person},
    lexicon::Roles,
};
use crate::{lexicon::Class, scene::Scene, statement::LifeDate};
use alpheus_text::Span;
use rustc_hash::FxHashMap;
use std::ops::Range;

/// So many of a surname are looked at, the latest first.
const MOST_NAMESAKES: usize = 16;

/// The end of a chain.
pub(super) const NONE: u32 = u32::MAX;

/// Something that was named.
#[derive(Clone, Debug)]
pub(super) struct Record {
    pub(super) key: u64,
    pub(super) person: Person,
    pub(super) fullest: Span,
    /// The one entered before with the same key.
    pub(super) next: u32,
    /// The record that it was joined to, or itself.
    pub(super) same: u32,
    pub(super) kind: NameKind,
    /// How many words of the name the fullest form has.
    pub(super) words: u8,
    /// How often it was told to do what persons do, and to be where places are.
    pub(super) votes: [u8; 2],
    /// Its fullest form is a demonym.
    pub(super) demonym: bool,
    /// How often "the" stood before it.
    pub(super) articles: u8,
}

/// A birth and a death.
pub(super) type Life = (Option<LifeDate>, Option<LifeDate>);

/// A lone capital at the front of a sentence: a name if it is one elsewhere.
#[derive(Clone, Copy, Debug)]
pub(super) struct Weak {
    pub(super) span: Span,
    pub(super) key: u64,
}

/// All that was named.
#[derive(Default)]
pub(super) struct Table {
    pub(super) records: Vec<Record>,
    /// The latest record of a key.
    pub(super) latest: FxHashMap<u64, u32>,
    /// The births and deaths of records that have any.
    pub(super) lives: FxHashMap<u32, Life>,
    /// The mentions, each with its record for the entity.
    pub(super) names: Vec<Name>,
    pub(super) weak: Vec<Weak>,
    /// The mentions of the block that is read, by their tokens.
    pub(super) placed: Vec<Placed>,
}

/// A mention in its block.
#[derive(Clone, Debug)]
pub(super) struct Placed {
    pub(super) tokens: Range<usize>,
    pub(super) record: u32,
    pub(super) span: Span,
}

impl Table {
    /// Enters a mention, joined with what it names again.
    pub(super) fn enter(&mut self, scene: &Scene<'_>, form: &Form, evidence: &Evidence) {
        let span = scene.span(form.tokens.start, form.tokens.end - 1);
        if form.weak {
            self.weak.push(Weak { span, key: form.key });
            return;
        }
        let record =
            self.find(form, *evidence).unwrap_or_else(|| self.insert(form, span));
        self.learn(record, form, span, *evidence);
        self.follow(scene, form, record);
        self.placed.push(Placed { tokens: form.tokens.clone(), record, span });
        self.names.push(Name { span, entity: record, kind: form.kind });
    }

    /// Lets a name in a list be of the kind of the one before it: "Soria, Burgos and Leon".
    fn follow(&mut self, scene: &Scene<'_>, form: &Form, record: u32) {
        let Some(last) = self.placed.last() else { return };
        let between = last.tokens.end..form.tokens.start;
        let joins =
            |at: usize| scene.is(at, ',') || scene.has(at, Class::AND.or(Class::OR));
        if form.kind != NameKind::Unknown
            || !(1..=2).contains(&between.len())
            || !between.clone().all(joins)
        {
            return;
        }
        let before = &self.records[last.record as usize];
        let [person, place] = before.votes;
        let votes = match before.kind {
            NameKind::Person => [1, 0],
            NameKind::Place => [0, 1],
            NameKind::Unknown => [u8::from(person > place), u8::from(place > person)],
            _ => [0, 0],
        };
        let record = &mut self.records[record as usize];
        for (vote, more) in record.votes.iter_mut().zip(votes) {
            *vote = vote.saturating_add(more);
        }
    }

    /// The records of a key, the latest first.
    pub(super) fn namesakes(&self, key: u64) -> impl Iterator<Item = u32> {
        let mut next = self.latest.get(&key).copied().unwrap_or(NONE);
        std::iter::from_fn(move || {
            let record = next;
            next = self.records.get(record as usize)?.next;
            Some(record)
        })
        .take(MOST_NAMESAKES)
    }

    /// What a form names again.
    fn find(&self, form: &Form, evidence: Evidence) -> Option<u32> {
        if !self.latest.contains_key(&form.key) {
            return None;
        }
        match form.kind {
            NameKind::Person => self.person(form),
            NameKind::Unknown if form.words == 1 => self
                .bare(&Person::default(), form.key)
                .or_else(|| self.thing(form.key, None)),
            // A town is a person too: "Washington", but not "in Washington".
            NameKind::Place if form.words == 1 && !evidence.place => self
                .bare(&Person::default(), form.key)
                .filter(|&person| {
                    !self.records[person as usize].person.is_bare()
                        || self.records[person as usize].person.title != 0
                })
                .or_else(|| self.thing(form.key, Some(form.kind))),
            NameKind::Demonym => self.thing(form.key, Some(NameKind::Place)),
            kind => self.thing(form.key, Some(kind)),
        }
    }

    /// What is no person and has this name.
    fn thing(&self, key: u64, kind: Option<NameKind>) -> Option<u32> {
        self.namesakes(key).find(|&record| {
            let found = self.records[record as usize].kind;
            found != NameKind::Person
                && kind.is_none_or(|kind| kind == found || found == NameKind::Unknown)
        })
    }

    fn person(&self, form: &Form) -> Option<u32> {
        if form.person.is_bare() {
            return self.bare(&form.person, form.key).or_else(|| self.nameless(form));
        }
        self.persons(form.key).find(|&record| {
            let known = &self.records[record as usize].person;
            !known.is_bare() && agree(known, &form.person)
        })
    }

    /// Somebody of whom no title or given name was told so far: "Weber agreed", and later
    /// "Mr. Weber".
    fn nameless(&self, form: &Form) -> Option<u32> {
        let record = self.thing(form.key, Some(NameKind::Unknown))?;
        let [person, place] = self.records[record as usize].votes;
        let alone = self.persons(form.key).next().is_none();
        (alone && !is_wife(&form.person) && person >= place).then_some(record)
    }

    fn persons(&self, key: u64) -> impl Iterator<Item = u32> {
        self.namesakes(key)
            .filter(|&record| self.records[record as usize].kind == NameKind::Person)
    }

    /// Whom a surname alone means, with its title if there is one: the only one who can be
    /// meant.
    pub(super) fn bare(&self, person: &Person, key: u64) -> Option<u32> {
        let (mut full, mut full_titled) = (Only::None, Only::None);
        let (mut bare, mut bare_titled) = (Only::None, Only::None);
        let mut none_full = true;
        for record in self.persons(key) {
            let known = &self.records[record as usize].person;
            none_full &= known.is_bare();
            if !may_be(known, person) {
                continue;
            }
            let titled = known.title == person.title;
            let (all, same) = if known.is_bare() {
                (&mut bare, &mut bare_titled)
            } else {
                (&mut full, &mut full_titled)
            };
            let root = self.root(record);
            all.add(root);
            if titled {
                same.add(root);
            }
        }
        full.get()
            .or_else(|| full_titled.get().filter(|_| person.title != 0))
            .or_else(|| bare_titled.get())
            .or_else(|| bare.get().filter(|_| none_full))
    }

    fn insert(&mut self, form: &Form, span: Span) -> u32 {
        let record = self.records.len() as u32;
        let next = self.latest.insert(form.key, record).unwrap_or(NONE);
        let demonym = form.kind == NameKind::Demonym;
        self.records.push(Record {
            key: form.key,
            person: form.person,
            fullest: span,
            next,
            same: record,
            kind: if demonym { NameKind::Place } else { form.kind },
            words: form.words,
            votes: [0; 2],
            demonym,
            articles: 0,
        });
        record
    }

    /// Takes in what a mention adds to what is known.
    fn learn(&mut self, at: u32, form: &Form, span: Span, evidence: Evidence) {
        let record = &mut self.records[at as usize];
        let demonym = form.kind == NameKind::Demonym;
        if !demonym && (form.words > record.words || record.demonym) {
            record.fullest = span;
            record.words = form.words;
            record.demonym = demonym;
        }
        if form.kind != NameKind::Unknown && !demonym && record.kind == NameKind::Unknown
        {
            record.kind = form.kind;
        }
        let (known, told) = (&mut record.person, &form.person);
        if known.is_bare() || known.given == 0 && told.given != 0 {
            (known.given, known.initials) = if told.is_bare() {
                (known.given, known.initials)
            } else {
                (told.given, told.initials)
            };
        }
        known.sex = if known.sex == Roles::NONE { told.sex } else { known.sex };
        known.title = if known.title == 0 { told.title } else { known.title };
        let [person, place] = &mut record.votes;
        *person = person.saturating_add(u8::from(evidence.person));
        *place = place.saturating_add(u8::from(evidence.place));
        record.articles = record.articles.saturating_add(u8::from(evidence.article));
        if evidence.birth.is_some() || evidence.death.is_some() {
            let (birth, death) = self.lives.entry(at).or_default();
            *birth = birth.or(evidence.birth);
            *death = death.or(evidence.death);
        }
    }

    /// Notes that two records are one, under the name of `into`.
    pub(super) fn join(&mut self, into: u32, from: u32) {
        let (into, from) = (self.root(into), self.root(from));
        self.records[from as usize].same = into;
        if into != from
            && let Some(life) = self.lives.remove(&from)
        {
            self.lives.entry(into).or_insert(life);
        }
    }

    /// The record that stands for all those joined with this one.
    pub(super) fn root(&self, mut record: u32) -> u32 {
        while self.records[record as usize].same != record {
            record = self.records[record as usize].same;
        }
        record
    }
}

/// The one record of some kind, if there is one and no more.
#[derive(Clone, Copy)]
enum Only {
    None,
    One(u32),
    Many,
}

impl Only {
    fn add(&mut self, record: u32) {
        *self = match *self {
            Only::None => Only::One(record),
            Only::One(one) if one == record => Only::One(one),
            _ => Only::Many,
        };
    }

    fn get(self) -> Option<u32> {
        match self {
            Only::One(record) => Some(record),
            Only::None | Only::Many => None,
        }
    }
}

/// Whether a surname alone may mean someone: "Mrs. Weber" is no Weber of whom it isn't known
/// that she is a woman.
pub(super) fn may_be(known: &Person, told: &Person) -> bool {
    if is_wife(told) { known.sex == Roles::WOMAN } else { sexes_agree(known, told) }
}

fn is_wife(told: &Person) -> bool {
    told.title != 0 && told.sex == Roles::WOMAN
}

fn sexes_agree(a: &Person, b: &Person) -> bool {
    a.sex == b.sex || a.sex == Roles::NONE || b.sex == Roles::NONE
}

/// Whether two full names of one surname may be one person's: "U. S. Grant", "Ulysses Grant".
pub(super) fn agree(a: &Person, b: &Person) -> bool {
    let initials =
        a.initials.iter().zip(&b.initials).all(|(a, b)| a == b || *a == 0 || *b == 0);
    let given = a.given == b.given || a.given == 0 || b.given == 0;
    given && initials && sexes_agree(a, b)
}
