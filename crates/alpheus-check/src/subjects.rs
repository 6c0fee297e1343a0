//! What an account calls by a full name and dates: persons with their births and deaths,
//! named events with their days, beginnings and ends.

use crate::{
    fit::fit,
    life::{self, Known},
};
use alpheus_read::{Aspect, LifeDate, Modality, Reading, is_ruler, name_key, person_key};
use alpheus_text::{Document, Span};
use std::collections::BTreeMap;

/// Whether a name is that of a person or of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    Person,
    Event,
}

/// What a date is told of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Key {
    pub(crate) kind: Kind,
    /// The key of the name.
    pub(crate) name: u64,
    pub(crate) aspect: Aspect,
}

impl Key {
    /// The other end of the life or the event.
    pub(crate) fn other_end(self) -> Option<Key> {
        let aspect = match self.aspect {
            Aspect::Begin => Aspect::End,
            Aspect::End => Aspect::Begin,
            Aspect::When => return None,
        };
        Some(Key { aspect, ..self })
    }
}

/// What an account tells of one subject.
#[derive(Clone, Debug)]
pub(crate) struct Subject {
    /// The name, for messages.
    pub(crate) name: String,
    pub(crate) date: Known,
    pub(crate) zoned: bool,
    /// Why it can't be compared.
    pub(crate) doubt: Option<&'static str>,
    /// Whether it is more than a surname or a given name.
    pub(crate) full: bool,
}

/// The subjects of an account, each with the dates told of it that don't fit each other.
pub(crate) fn subjects(doc: &Document, reading: &Reading) -> BTreeMap<Key, Vec<Subject>> {
    let mut subjects = Subjects { doc, reading, found: BTreeMap::new() };
    for person in &reading.persons {
        let ends = [(Aspect::Begin, person.birth), (Aspect::End, person.death)];
        for (aspect, date) in ends {
            if let Some(date) = date {
                let told = Told { name: person.name, event: false, aspect, date };
                subjects.add(told, Modality::Asserted, false);
            }
        }
    }
    for told in &reading.occasions {
        let &alpheus_read::Occasion { name, event, aspect, date, modality, zoned } = told;
        subjects.add(Told { name, event, aspect, date }, modality, zoned);
    }
    subjects.found
}

#[derive(Clone, Copy)]
struct Told {
    name: Span,
    event: bool,
    aspect: Aspect,
    date: LifeDate,
}

struct Subjects<'a> {
    doc: &'a Document,
    reading: &'a Reading,
    found: BTreeMap<Key, Vec<Subject>>,
}

impl Subjects<'_> {
    fn add(&mut self, told: Told, modality: Modality, zoned: bool) {
        let Some(date) = life::known(&self.reading.times, told.date) else { return };
        let words = on_one_line(self.doc, told.name);
        let person = (!told.event).then(|| person_key(&words));
        let (kind, name, full) = match person {
            None => (Kind::Event, name_key(&words), true),
            Some(Some(key)) => (Kind::Person, key, true),
            Some(None) => (Kind::Person, name_key(&words), false),
        };
        let doubt = match modality {
            Modality::Asserted if !told.event && is_ruler(&words) => {
                Some("the years may be those of a reign")
            }
            Modality::Asserted => None,
            _ => Some("told as doubtful or by others"),
        };
        let name_words = if told.event { words } else { life::short_name(&words) };
        let subject = Subject { name: name_words, date, zoned, doubt, full };
        let key = Key { kind, name, aspect: told.aspect };
        let told = self.found.entry(key).or_default();
        let fits = |before: &Subject| {
            fit(&before.date, &date, before.zoned || zoned).holds()
                && before.doubt == doubt
        };
        if !told.iter().any(fits) {
            told.push(subject);
        }
    }
}

/// What stands under a span, on one line and without its markup.
pub(crate) fn on_one_line(doc: &Document, span: Span) -> String {
    doc.words(span).split_whitespace().collect::<Vec<_>>().join(" ")
}
