//! Persons: whom the text names with their dates, and whom it is about.
//!
//! An account of a life opens with a name and its dates: "GESNER, JOHANN (1691–1761)" at
//! the head of a dictionary's entry, or "Ada Byron (10 December 1815 – 27 November 1852)
//! was" in an article. What follows is about this person until the next such head. Who is
//! meant by a name or a pronoun is told from the words just before; where another person
//! stands nearer, the answer is that it can't be told.

use crate::{
    heads::{NAME_TOKENS, head, is_heading, is_life},
    lexicon::Class,
    names::{
        acts, after_preposition, before_clause, continues_name, introduced, is_demonym,
        is_oblique, is_possessive, name_end, name_start,
    },
    scene::Scene,
    statement::{LifeDate, LifeEnd, Subject},
};
use alpheus_text::Span;

/// A person whose birth or death the text dates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Where the name stands, in full.
    pub name: Span,
    /// The birth.
    pub birth: Option<LifeDate>,
    /// The death.
    pub death: Option<LifeDate>,
}

/// How long a person stays the one that the text is about.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Scope {
    /// To the end of the block: "was born" in running text.
    #[default]
    Block,
    /// To the next head: a dictionary's entry.
    Entry,
    /// To the end: an article.
    Document,
}

/// Whom a clause speaks of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Agent {
    /// The person that the text is about, by name.
    Named,
    /// Somebody else.
    Another,
    /// Some woman else, whom "he" can't mean.
    AnotherWoman,
}

/// The persons read so far, and whom the text is about now.
#[derive(Default)]
pub(crate) struct Persons {
    all: Vec<Person>,
    /// The keys of the words of the current person's name.
    names: Vec<u64>,
    /// The current person's initial, by which dictionaries abbreviate the name.
    initial: Option<char>,
    current: Option<u32>,
    scope: Scope,
    /// The pronoun of the current person, once used.
    pronoun: Option<Class>,
    /// How often "he" and "she" were used since the current person was named.
    pronouns: [u32; 2],
    blocks: u32,
    /// Whom the sentences before token `focus_at` spoke of last.
    focus: Option<Agent>,
    focus_at: usize,
    /// How many sentences ago somebody else was spoken of.
    sentences_since: u32,
    /// The block opens with the head, and nothing was said of a birth since.
    in_head: bool,
    /// The block opens with somebody else's life.
    elsewhere: bool,
}

/// Heads of articles stand in the first blocks: a title, perhaps a note, and the lead.
const LEAD_BLOCKS: u32 = 5;
/// The sentence with the head tells of the birth within so many tokens.
const HEAD_TOKENS: usize = 120;
/// Another name follows the word that leads it in within so many tokens.
const ALIAS_TOKENS: usize = 6;
/// A paragraph on another opens with the other's dates within so many tokens.
const OPENING_TOKENS: usize = 45;
/// After so many sentences, a pronoun means the person that the text is about again.
const MEMORY: u32 = 2;

/// After these no subject stands at the front of a sentence.
const CLOSED: Class =
    Class::PREP.or(Class::HE).or(Class::SHE).or(Class::OF).or(Class::TO).or(Class::FROM);

impl Persons {
    /// Reads the head of a block, if it has one.
    pub(crate) fn block(&mut self, scene: &Scene<'_>) {
        self.blocks += 1;
        self.focus = None;
        self.focus_at = 0;
        self.in_head = false;
        if self.scope == Scope::Block {
            self.current = None;
        }
        if self.current.is_some() {
            self.count_pronouns(scene);
        }
        self.elsewhere = false;
        let heading = is_heading(scene);
        if heading && self.scope == Scope::Entry {
            self.current = None;
        }
        let in_lead = self.blocks <= LEAD_BLOCKS && self.scope != Scope::Document;
        if (heading || in_lead)
            && let Some((name_end, birth, death)) = head(scene, heading)
        {
            self.enter(scene, 0..name_end, birth, death);
            self.learn_aliases(scene, name_end);
            self.in_head = true;
            self.scope = if heading { Scope::Entry } else { Scope::Document };
            self.count_pronouns(scene);
            return;
        }
        self.elsewhere = self.current.is_some()
            && (1..OPENING_TOKENS.min(scene.tokens.len()))
                .any(|at| scene.is(at, '(') && self.is_anothers(scene, at));
    }

    /// Of whom a text is, most of its pronouns are.
    fn count_pronouns(&mut self, scene: &Scene<'_>) {
        if scene.speaks_of(Class::HE.or(Class::SHE)) {
            for at in 0..scene.tokens.len() {
                self.pronouns[0] += u32::from(scene.has(at, Class::HE));
                self.pronouns[1] += u32::from(scene.has(at, Class::SHE));
            }
        }
    }

    /// Whether the bracket at `open` holds the life of somebody else, whom its sentence is
    /// about or who has a head of his own.
    fn is_anothers(&self, scene: &Scene<'_>, open: usize) -> bool {
        let start =
            (0..open).rev().find(|&at| scene.tokens[at].starts_sentence).unwrap_or(0);
        let headed = scene.tokens[open - 1].upper;
        let another = matches!(
            self.opening(scene, start),
            Some(Agent::Another | Agent::AnotherWoman)
        );
        is_life(scene, open) && (headed || another && start == 0)
    }

    /// Takes in the names that follow the head: "(…), known professionally as Molière".
    fn learn_aliases(&mut self, scene: &Scene<'_>, from: usize) {
        let end = scene.sentence_end(from);
        let Some(alias) = (from..end).find(|&at| scene.has(at, Class::ALIAS)) else {
            return;
        };
        let named = |at: &usize| scene.tokens[*at].is_word() && scene.tokens[*at].capital;
        let near = alias + 1..end.min(alias + 1 + ALIAS_TOKENS);
        let Some(first) = near.clone().find(named) else { return };
        let name = (first..near.end).take_while(named);
        self.names.extend(name.map(|at| scene.tokens[at].key));
    }

    /// The person that an article is about, if `name` is a word of the name.
    pub(crate) fn named(&self, name: u64) -> Option<u32> {
        self.current
            .filter(|_| self.scope == Scope::Document && self.names.contains(&name))
    }

    /// Makes a new person the one that the text is about.
    fn enter(
        &mut self,
        scene: &Scene<'_>,
        name: std::ops::Range<usize>,
        birth: Option<LifeDate>,
        death: Option<LifeDate>,
    ) {
        self.current = Some(self.all.len() as u32);
        self.pronoun = None;
        self.pronouns = [0; 2];
        self.names.clear();
        self.names.extend(
            scene.tokens[name.clone()]
                .iter()
                .enumerate()
                .filter(|(at, token)| {
                    token.capital
                        && !scene.has(name.start + at, Class::TITLE.or(Class::BE))
                })
                .map(|(_, token)| token.key),
        );
        self.initial = scene.doc.slice(scene.tokens[name.start].span).chars().next();
        let name = scene.span(name.start, name.end - 1);
        self.all.push(Person { name, birth, death });
    }

    /// Makes the person named in `name` current, to the end of the block, because the text
    /// says when he was born. Does nothing where an entry or an article names its person.
    pub(crate) fn born(
        &mut self,
        scene: &Scene<'_>,
        name: std::ops::Range<usize>,
        birth: LifeDate,
    ) -> Option<u32> {
        if self.scope != Scope::Block {
            return None;
        }
        self.enter(scene, name, Some(birth), None);
        self.current
    }

    /// Keeps a date of a person whose head does not give it.
    pub(crate) fn learn(&mut self, person: u32, end: LifeEnd, date: LifeDate) {
        let person = &mut self.all[person as usize];
        let slot = match end {
            LifeEnd::Birth => &mut person.birth,
            LifeEnd::Death => &mut person.death,
        };
        slot.get_or_insert(date);
    }

    /// Whether the text is about somebody.
    pub(crate) fn any(&self) -> bool {
        self.current.is_some()
    }

    /// All persons.
    pub(crate) fn finish(self) -> Vec<Person> {
        self.all
    }

    /// The person of the head that the block opens with, of whom the first birth told is,
    /// whatever stands between: "NAME (dates), son of Paul Weber, painter, was born".
    pub(crate) fn head_subject(&mut self, scene: &Scene<'_>, at: usize) -> Option<u32> {
        let first = std::mem::take(&mut self.in_head);
        let own = at >= 2 && !scene.has(at - 2, Class::WHO.or(Class::KIN));
        self.current.filter(|_| first && own && at < HEAD_TOKENS)
    }

    /// Of whom the clause around token `at` speaks; its sentence begins at `start`.
    pub(crate) fn subject(
        &mut self,
        scene: &Scene<'_>,
        start: usize,
        at: usize,
    ) -> Subject {
        let Some(person) = self.current else {
            return Subject::Unknown("no person with dates is named before");
        };
        if self.elsewhere {
            return Subject::Unknown("the paragraph tells somebody else's life");
        }
        self.follow(scene, start);
        match self.agent_before(scene, start, at) {
            Some(Ok(())) => Subject::Person(person),
            Some(Err(reason)) => Subject::Unknown(reason),
            None => match self.agent_after(scene, start, at) {
                Some(Ok(())) => Subject::Person(person),
                Some(Err(reason)) => Subject::Unknown(reason),
                None if self.scope == Scope::Entry && !self.is_astray(Class::NONE) => {
                    Subject::Person(person)
                }
                None => Subject::Unknown("the sentence does not name the person"),
            },
        }
    }

    /// Why an age at `at` is not the current person's, because it is that of the noun right
    /// before it: "with his brother Paul, aged 10".
    pub(crate) fn neighbour(
        &self,
        scene: &Scene<'_>,
        start: usize,
        at: usize,
    ) -> Option<&'static str> {
        let mut last = at.checked_sub(1).filter(|&last| last >= start)?;
        while last > start
            && (scene.is(last, ',') || scene.has(last, Class::THEN.or(Class::ONLY)))
        {
            last -= 1;
        }
        if scene.has(last, Class::KIN.or(Class::PERSONAGE)) {
            return Some("said of someone else");
        }
        let token = &scene.tokens[last];
        if !token.is_word() || !token.capital || scene.time(last).is_some() {
            return None;
        }
        let mut first = last;
        while first > start && continues_name(scene, first - 1) {
            first -= 1;
        }
        let leads_in = Class::COMPANY.or(Class::KIN).or(Class::PERSONAGE);
        let person = first > start && scene.has(first - 1, leads_in);
        (person && self.name_at(scene, first) == Some(false))
            .then_some("another name stands nearer")
    }

    /// Notes who the sentences before `start` were about.
    fn follow(&mut self, scene: &Scene<'_>, start: usize) {
        let mut at = self.focus_at;
        while at < start {
            if scene.tokens[at].starts_sentence || at == 0 {
                self.sentences_since += 1;
                if let Some(agent) = self.opening(scene, at) {
                    self.turn_to(agent);
                }
            }
            // "His pupil Anna Weber (1801–1870)": the talk may be of her from here on.
            if scene.is(at, '(') && at > NAME_TOKENS && is_life(scene, at) {
                self.turn_to(Agent::Another);
            }
            at += 1;
        }
        self.focus_at = self.focus_at.max(start);
    }

    fn turn_to(&mut self, agent: Agent) {
        self.focus = Some(agent);
        self.sentences_since = 0;
    }

    /// Whether somebody else was spoken of just now.
    fn is_astray(&self, pronoun: Class) -> bool {
        let another = match self.focus {
            Some(Agent::Another) => true,
            Some(Agent::AnotherWoman) => pronoun != Class::HE,
            _ => false,
        };
        another && self.sentences_since <= MEMORY
    }

    /// Who stands at the front of a sentence, if it is a name or a relative.
    fn opening(&self, scene: &Scene<'_>, start: usize) -> Option<Agent> {
        for at in start..(start + 6).min(scene.tokens.len()) {
            if scene.has(at, Class::WOMAN) {
                return Some(Agent::AnotherWoman);
            }
            if scene.has(at, Class::KIN.or(Class::PERSONAGE)) {
                return Some(Agent::Another);
            }
            let closed =
                scene.has(at, CLOSED) || [',', ')', '('].iter().any(|&m| scene.is(at, m));
            if closed {
                return None;
            }
            if let Some(ours) = self.name_at(scene, at) {
                let end = name_end(scene, at);
                if is_possessive(scene, end) || is_possessive(scene, end - 1) {
                    continue;
                }
                if ours {
                    return Some(Agent::Named);
                }
                // A lone capital at the front is a word like any other, but before a verb.
                let acts = end > at + 1 || acts(scene, end);
                return acts.then_some(Agent::Another);
            }
        }
        None
    }

    /// Whether a name that begins at `at` is the current person's; `None` where none does.
    fn name_at(&self, scene: &Scene<'_>, at: usize) -> Option<bool> {
        let token = scene.tokens.get(at)?;
        if !token.is_word() || !token.capital || scene.time(at).is_some() {
            return None;
        }
        if scene.has(at, Class::HE.or(Class::SHE).or(Class::HIS).or(Class::TITLE)) {
            return None;
        }
        let end = name_end(scene, at);
        let ours = (at..end).filter(|&at| !scene.has(at, Class::TITLE)).all(|at| {
            let token = &scene.tokens[at];
            !token.capital
                || self.names.contains(&token.key)
                || self.is_initial(scene, at)
        });
        Some(ours)
    }

    /// "P." for Pope.
    fn is_initial(&self, scene: &Scene<'_>, at: usize) -> bool {
        let word = scene.doc.slice(scene.tokens[at].span);
        let mut letters = word.chars();
        self.scope == Scope::Entry
            && letters.next() == self.initial
            && letters.next().is_none()
            && scene.is(at + 1, '.')
    }

    /// The nearest person before a token, within its sentence.
    fn agent_before(
        &mut self,
        scene: &Scene<'_>,
        start: usize,
        at: usize,
    ) -> Option<Result<(), &'static str>> {
        let mut next = before_clause(scene, start, at);
        let mut depth = 0;
        // After "who", the noun before it is meant, wherever that stands.
        let mut relative = false;
        while next > start {
            next -= 1;
            match () {
                () if depth == 0 && scene.has(next, Class::WHO) => relative = true,
                () if depth == 0 && scene.has(next, Class::HAVING) => {
                    return Some(Err("the clause has its own subject"));
                }
                () if scene.is(next, ')') => depth += 1,
                () if scene.is(next, '(') => depth -= i32::from(depth > 0),
                () if depth > 0 || scene.time(next).is_some() => {}
                () if scene.has(next, Class::HE.or(Class::SHE)) => {
                    return Some(self.pronoun(scene, start, next));
                }
                () if scene.has(next, Class::KIN.or(Class::PERSONAGE)) => {
                    if relative || !after_preposition(scene, next) {
                        return Some(Err("said of someone else"));
                    }
                }
                () => {
                    if let Some(answer) = self.name_before(scene, start, next, relative) {
                        return Some(answer);
                    }
                }
            }
        }
        None
    }

    /// A name whose last word is at `last`, unless it is a place or an object.
    fn name_before(
        &self,
        scene: &Scene<'_>,
        start: usize,
        last: usize,
        relative: bool,
    ) -> Option<Result<(), &'static str>> {
        let token = &scene.tokens[last];
        if !token.is_word() || !token.capital {
            return None;
        }
        if is_possessive(scene, last + 1) {
            return None;
        }
        let mut first = name_start(scene, start, last);
        while first < last && scene.has(first, Class::TITLE) {
            first += 1;
        }
        match self.name_at(scene, first)? {
            true if introduced(scene, start, first) => Some(Err("said of a relative")),
            true => Some(Ok(())),
            false if !relative && is_oblique(scene, start, first) => None,
            false if first > start && scene.has(first - 1, Class::ARTICLE) => None,
            false if first == last && token.upper => None,
            // The first word of a sentence has its capital from there.
            false if scene.tokens[first].starts_sentence && first == last => None,
            false if is_demonym(scene, last) => None,
            false => Some(Err("another name stands nearer")),
        }
    }

    /// The first person after a token, where the clause comes before its subject:
    /// "At the age of 12, he".
    fn agent_after(
        &mut self,
        scene: &Scene<'_>,
        start: usize,
        at: usize,
    ) -> Option<Result<(), &'static str>> {
        let end = scene.sentence_end(at);
        let comma = (at..end.min(at + 24)).find(|&next| scene.is(next, ','))?;
        for next in comma + 1..end.min(comma + 12) {
            if scene.time(next).is_some() {
                continue;
            }
            if scene.has(next, Class::HE.or(Class::SHE)) {
                return Some(self.pronoun(scene, start, next));
            }
            if scene.has(next, Class::KIN.or(Class::PERSONAGE)) {
                return Some(Err("said of someone else"));
            }
            if let Some(ours) = self.name_at(scene, next)
                && !after_preposition(scene, next)
            {
                return Some(if ours {
                    Ok(())
                } else {
                    Err("another name stands nearer")
                });
            }
        }
        None
    }

    /// Whether a pronoun means the current person.
    fn pronoun(
        &mut self,
        scene: &Scene<'_>,
        start: usize,
        at: usize,
    ) -> Result<(), &'static str> {
        let kind = if scene.has(at, Class::HE) { Class::HE } else { Class::SHE };
        let other_before = (start..at).any(|before| {
            scene.has(before, Class::KIN)
                && (kind == Class::SHE || !scene.has(before, Class::WOMAN))
                && !after_preposition(scene, before)
        });
        if self.is_astray(kind) || other_before {
            return Err("the pronoun may mean somebody else");
        }
        let [he, she] = self.pronouns;
        let fewer = if kind == Class::HE { he < she } else { she < he };
        if !fewer && *self.pronoun.get_or_insert(kind) == kind {
            Ok(())
        } else {
            Err("the pronoun means somebody else")
        }
    }
}
