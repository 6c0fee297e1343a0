//! Whom a pronoun beside a quotation means: the persons that the sentences before it name.
//!
//! Mentions are weighed by how near they stand, by whether they are the subject of their
//! sentence, and by what the rest of the text shows them to be (after Lappin and Leass,
//! *Computational Linguistics* 20, 1994, cut down to what tokens can tell).

use super::salience::{acts, is_boundary, is_placing, is_plural, weight};
use super::{
    Who,
    phrase::{self, Voice, is_name, is_possessive},
    words::Word,
};
use crate::{lexicon::Class, names::is_demonym, scene::Scene, stops::Stop};
use alpheus_text::{Document, Span};
use rustc_hash::FxHashMap;
use std::{cell::OnceCell, collections::VecDeque};

/// The words without a capital at which somebody or something is told of.
pub(crate) const TRIGGERS: Class = Class::HE.or(Class::SHE).or(Class::KIN);
/// See [`TRIGGERS`].
pub(crate) const CUES: Word = Word::DOCUMENT.or(Word::PERSON);

/// So many mentions are remembered.
const REMEMBERED: usize = 14;
/// A pronoun reaches back over so many sentences.
const BACK: u32 = 9;
/// No one so faintly told of is meant.
const FAINT: i32 = -10;
/// So many forms of a name are kept.
const FORMS: usize = 6;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Gender {
    Unknown,
    He,
    She,
}

#[derive(Clone, Copy, Debug)]
struct Mention {
    span: Span,
    /// The key of its last word.
    key: u64,
    gender: Gender,
    sentence: u32,
    weight: i32,
    /// He is quoted here.
    speaks: bool,
}

/// What the whole text shows of a name.
#[derive(Clone, Copy, Debug, Default)]
struct Evidence {
    /// How often it is told of.
    count: i32,
    titled: i32,
    said: i32,
    placed: i32,
}

/// Somebody told of, before the whole text is read.
#[derive(Clone, Debug)]
pub(super) enum Told {
    /// By a name or phrase, whose last word has this key.
    Named(Span, u64),
    /// The author.
    Narrator(Span),
    /// By a pronoun: who may be meant.
    Pronoun(Span, Box<[Candidate]>),
    /// Whoever speaks in a quotation before.
    SpeakerOf(u32),
    /// Whoever is spoken to in a quotation before.
    AddresseeOf(u32),
}

/// Whom a pronoun may mean, before the whole text is read.
#[derive(Clone, Copy, Debug)]
pub(super) struct Candidate {
    pub(super) span: Span,
    /// The key of its last word.
    key: u64,
    weight: i32,
}

/// The persons of a text, as far as it is read.
#[derive(Debug, Default)]
pub(super) struct People {
    recent: VecDeque<Mention>,
    /// The last text told of, with its sentence.
    document: Option<(Span, u64, u32)>,
    sentence: u32,
    at: usize,
    evidence: FxHashMap<u64, Evidence>,
    forms: FxHashMap<u64, Vec<Span>>,
    /// Whom the text tells of most, once all of it is read.
    theme: OnceCell<Option<(Span, u64)>>,
}

impl People {
    /// Begins a block.
    pub(super) fn begin(&mut self) {
        self.at = 0;
        self.sentence += 2;
    }

    /// Takes in the names up to the token `end`.
    pub(super) fn read(&mut self, scene: &Scene<'_>, end: usize) {
        let wanted = Stop::NAME.or(Stop::TOLD).or(Stop::SENTENCE);
        for at in scene.stops_from(self.at, wanted).take_while(|&at| at < end) {
            if at < self.at {
                continue;
            }
            let token = &scene.tokens[at];
            self.sentence += u32::from(token.starts_sentence);
            self.at = at + 1;
            if !token.is_word() {
                continue;
            }
            if scene.has(at, Class::HE.or(Class::SHE)) {
                self.follow(scene, at);
                continue;
            }
            if token.capital {
                self.name(scene, at);
                continue;
            }
            let cue = scene.cue(at);
            if cue.any(Word::DOCUMENT) {
                self.text(scene, at);
            } else if scene.has(at, Class::KIN) || cue.any(Word::PERSON) {
                self.noun(scene, at);
            }
        }
        self.at = self.at.max(end);
    }

    /// "he", "she": whoever is meant is still told of.
    fn follow(&mut self, scene: &Scene<'_>, at: usize) {
        let (gender, other) = if scene.has(at, Class::HE) {
            (Gender::He, Gender::She)
        } else {
            (Gender::She, Gender::He)
        };
        let weigh = |mention: &&Mention| {
            let back = (self.sentence - mention.sentence).min(BACK + 1).cast_signed();
            (mention.weight - 2 * back + self.is_person(mention.key), mention.span.start)
        };
        let near = self.recent.iter().filter(|mention| {
            mention.gender != other && self.sentence - mention.sentence <= BACK
        });
        let Some(&best) = near.max_by_key(weigh) else { return };
        self.push(Mention { gender, sentence: self.sentence, weight: 5, ..best });
    }

    /// Goes on after the token `end` without looking: somebody else's words.
    pub(super) fn skip(&mut self, end: usize) {
        self.at = self.at.max(end);
    }

    fn name(&mut self, scene: &Scene<'_>, first: usize) {
        if !is_name(scene, first) {
            return;
        }
        let end = phrase::name_end(scene, first, scene.tokens.len());
        self.at = end;
        if is_plural(scene, end) {
            return;
        }
        let last = end - 1;
        let key = scene.tokens[last].key;
        let span = scene.span(first, last);
        if end - first > 1 {
            self.keep_form(key, span);
        }
        let cue = scene.cue(last);
        let titled = (first..end).any(|at| scene.cues(at, Word::HONOUR))
            || first > 0 && scene.cues(first - 1, Word::PERSON);
        if cue.any(Word::DOCUMENT.or(Word::PAPER)) && !titled {
            self.document = Some((span, key, self.sentence));
        }
        let other = Word::PLACE.or(Word::PAPER).or(Word::DOCUMENT).or(Word::NAMED);
        let lone = end - first == 1;
        if cue.any(other) && !titled || lone && is_demonym(scene, first) {
            return;
        }
        let after_the = first > 0 && scene.has(first - 1, Class::ARTICLE);
        if after_the && !titled {
            return;
        }
        // "Conservative members": an adjective.
        let next = scene.tokens.get(end);
        let adjective = lone
            && next.is_some_and(|next| next.is_word() && !next.capital)
            && scene.cue(end) == Word::NONE
            && !acts(scene, end);
        if adjective {
            return;
        }
        let starts = scene.tokens[first].starts_sentence;
        let known = self.evidence.contains_key(&key);
        if starts && lone && !known && !acts(scene, end) && !is_possessive(scene, end) {
            return;
        }
        let placed = first > 0
            && is_placing(scene, first - 1)
            && !titled
            && !is_possessive(scene, end);
        let evidence = self.evidence.entry(key).or_default();
        evidence.count += 1;
        evidence.titled += i32::from(titled);
        evidence.placed += i32::from(placed);
        for at in first..last {
            if scene.tokens[at].is_word() && !scene.cues(at, Word::HONOUR) {
                self.evidence.entry(scene.tokens[at].key).or_default().count += 1;
            }
        }
        let gender = (first..end)
            .fold(Gender::Unknown, |gender, at| gender_of(scene, at).unwrap_or(gender));
        let weight =
            weight(scene, first, end) + 2 * i32::from(titled) - 4 * i32::from(placed);
        self.push(Mention {
            span,
            key,
            gender,
            sentence: self.sentence,
            weight,
            speaks: false,
        });
    }

    /// "this instruction".
    fn text(&mut self, scene: &Scene<'_>, noun: usize) {
        let first = noun.saturating_sub(3);
        let the = (first..noun).rev().find(|&at| scene.cues(at, Word::DETERMINER));
        if let Some(the) = the
            && (the..noun).all(|at| scene.tokens[at].is_word())
        {
            let (span, key) = (scene.span(the, noun), scene.tokens[noun].key);
            self.document = Some((span, key, self.sentence));
        }
    }

    /// "the ticket collector", "his father".
    fn noun(&mut self, scene: &Scene<'_>, noun: usize) {
        let from = noun.saturating_sub(4);
        let determiner = (from..noun)
            .rev()
            .take_while(|&at| scene.tokens[at].is_word() && !is_boundary(scene, at))
            .find(|&at| scene.cues(at, Word::DETERMINER));
        let Some(first) = determiner else { return };
        let next = scene.tokens.get(noun + 1);
        let compound = next.is_some_and(|next| next.is_word() && !next.capital)
            && scene.cue(noun + 1) == Word::NONE
            && !acts(scene, noun + 1);
        let apart = matches!(scene.text(noun), "latter" | "former");
        let many = compound || apart || scene.text(noun).ends_with('s');
        if many
            || is_plural(scene, noun + 1)
            || is_name(scene, noun + 1)
            || scene.cues(noun + 1, Word::PERSON)
        {
            return;
        }
        // "to be its servant": what somebody is.
        if first > 0 && (scene.has(first - 1, Class::BE) || scene.text(first - 1) == "as")
        {
            return;
        }
        let gender = gender_of(scene, noun).unwrap_or(Gender::Unknown);
        let some = matches!(scene.text(first), "a" | "an");
        let weight = weight(scene, first, noun + 1) - 2 - 2 * i32::from(some);
        let (span, key) = (scene.span(first, noun), scene.tokens[noun].key);
        self.push(Mention {
            span,
            key,
            gender,
            sentence: self.sentence,
            weight,
            speaks: false,
        });
    }

    fn push(&mut self, mention: Mention) {
        if self.recent.len() == REMEMBERED {
            self.recent.pop_front();
        }
        self.recent.push_back(mention);
    }

    fn keep_form(&mut self, key: u64, span: Span) {
        let forms = self.forms.entry(key).or_default();
        if forms.len() < FORMS {
            forms.push(span);
        }
    }

    /// Who is spoken to, as far as the text is read.
    pub(super) fn heard(&mut self, scene: &Scene<'_>, voice: Voice) -> Option<Told> {
        if let Voice::Named(span) = voice {
            return Some(Told::Named(span, Self::last_key(scene, span)?));
        }
        self.told(scene, voice)
    }

    fn last_key(scene: &Scene<'_>, span: Span) -> Option<u64> {
        let last = scene.tokens.partition_point(|token| token.span.end < span.end);
        scene.tokens.get(last).map(|token| token.key)
    }

    /// Whom a voice may be, as far as the text is read.
    pub(super) fn told(&mut self, scene: &Scene<'_>, voice: Voice) -> Option<Told> {
        match voice {
            Voice::Named(span) => {
                let last =
                    scene.tokens.partition_point(|token| token.span.end < span.end);
                let first =
                    scene.tokens.partition_point(|token| token.span.start < span.start);
                let key = scene.tokens.get(last)?.key;
                self.evidence.entry(key).or_default().said += 1;
                if scene.text(last) == "latter" {
                    return self.latter();
                }
                let gender = gender_of(scene, last).unwrap_or(Gender::Unknown);
                let sentence = self.sentence;
                let thing = Word::PAPER.or(Word::DOCUMENT).or(Word::PLACE);
                if scene.cues(last, thing) {
                    return Some(Told::Named(span, key));
                }
                let some = matches!(scene.text(first), "a" | "an" | "A" | "An");
                let weight = if some { 1 } else { 5 };
                self.push(Mention { span, key, gender, sentence, weight, speaks: true });
                Some(Told::Named(span, key))
            }
            Voice::Narrator(span) => Some(Told::Narrator(span)),
            Voice::He(span) => Some(self.pronoun(span, Gender::She)),
            Voice::She(span) => Some(self.pronoun(span, Gender::He)),
            Voice::It(span) => {
                let near = |text: &(Span, u64, u32)| self.sentence - text.2 <= 1;
                let (document, key, _) = self.document.filter(near)?;
                let text = Candidate { span: document, key, weight: 0 };
                Some(Told::Pronoun(span, Box::new([text])))
            }
            Voice::They => None,
        }
    }

    /// Whom words with "you" may be written to: whoever is told of.
    pub(super) fn you(&self, at: u32) -> Told {
        let near = |mention: &&Mention| {
            let speaks = |other: &Mention| other.speaks && other.key == mention.key;
            !self.recent.iter().any(speaks) && self.sentence - mention.sentence <= BACK
        };
        let span = Span::new(at, at);
        Told::Pronoun(span, self.candidates(near))
    }

    /// The best mention of each name that may be meant.
    fn candidates(&self, near: impl Fn(&&Mention) -> bool) -> Box<[Candidate]> {
        let mut best: Vec<Candidate> = Vec::new();
        for mention in self.recent.iter().filter(near) {
            let back = (self.sentence - mention.sentence).min(BACK + 1).cast_signed();
            let (span, key) = (mention.span, mention.key);
            let candidate = Candidate { span, key, weight: mention.weight - 2 * back };
            match best.iter_mut().find(|known| known.key == key) {
                Some(known) if candidate.rank() >= known.rank() => *known = candidate,
                Some(_) => {}
                None => best.push(candidate),
            }
        }
        best.into()
    }

    /// The last of those told of.
    fn latter(&self) -> Option<Told> {
        let last = self.recent.back()?;
        Some(Told::Named(last.span, last.key))
    }

    fn pronoun(&self, span: Span, other: Gender) -> Told {
        let near = |mention: &&Mention| {
            mention.span.end <= span.start
                && mention.gender != other
                && self.sentence - mention.sentence <= BACK
        };
        Told::Pronoun(span, self.candidates(near))
    }

    /// Who was meant, when the whole text is read; not `other`.
    pub(super) fn who(
        &self,
        doc: &Document,
        told: &Told,
        other: Option<&Who>,
    ) -> Option<Who> {
        match told {
            Told::Named(span, key) => Some(Who {
                name: Some(self.fullest(doc, *span, *key)),
                mention: *span,
                pronoun: None,
            }),
            Told::Narrator(span) => {
                Some(Who { name: None, mention: *span, pronoun: Some(*span) })
            }
            Told::Pronoun(pronoun, candidates) => {
                let best = candidates
                    .iter()
                    .filter(|whom| {
                        other.is_none_or(|other| {
                            other.mention != whom.span
                                && other.name
                                    != Some(self.fullest(doc, whom.span, whom.key))
                        })
                    })
                    .map(|whom| Candidate {
                        weight: whom.weight + self.is_person(whom.key),
                        ..*whom
                    })
                    .filter(|whom| whom.weight > FAINT)
                    .max_by_key(Candidate::rank);
                let best = best
                    .map(|whom| (whom.span, whom.key))
                    .or_else(|| *self.theme.get_or_init(|| self.most_told_of()))?;
                Some(Who {
                    name: Some(self.fullest(doc, best.0, best.1)),
                    mention: best.0,
                    pronoun: Some(*pronoun),
                })
            }
            Told::SpeakerOf(_) | Told::AddresseeOf(_) => None,
        }
    }

    /// Whom the text tells of most, by far.
    fn most_told_of(&self) -> Option<(Span, u64)> {
        let weight = |evidence: &Evidence| evidence.count - 2 * evidence.placed;
        let mut by_weight: Vec<_> =
            self.evidence.iter().map(|(key, found)| (weight(found), *key)).collect();
        by_weight.sort_unstable();
        let (most, key) = by_weight.pop()?;
        let next = by_weight.pop().map_or(0, |(weight, _)| weight);
        let form = self.forms.get(&key)?.first()?;
        (most >= 3 && most > next).then_some((*form, key))
    }

    fn is_person(&self, key: u64) -> i32 {
        let Some(evidence) = self.evidence.get(&key) else { return 0 };
        let known = evidence.said.min(2) + evidence.titled.min(2);
        let place = if evidence.placed * 2 > evidence.count { 20 } else { 0 };
        known + (evidence.count / 3).min(2) - evidence.placed.min(4) - place
    }

    /// The fullest form of a name in the text, where all its forms agree.
    fn fullest(&self, doc: &Document, mention: Span, key: u64) -> Span {
        let Some(forms) = self.forms.get(&key) else { return mention };
        let words = doc.slice(mention);
        let longer = forms.iter().filter(|form| doc.slice(**form).ends_with(words));
        let Some(fullest) = longer.clone().max_by_key(|form| form.len()) else {
            return mention;
        };
        let agree = longer
            .clone()
            .all(|form| doc.slice(*fullest).ends_with(last_words(doc.slice(*form))));
        if agree && fullest.len() > mention.len() { *fullest } else { mention }
    }
}

impl Candidate {
    /// Of two, the one of the higher rank is meant.
    fn rank(&self) -> (i32, u32) {
        (self.weight, self.span.start)
    }
}

/// A name without the honour before it.
fn last_words(name: &str) -> &str {
    match name.split_once(' ') {
        Some((first, rest)) if first.ends_with('.') => rest,
        _ => name,
    }
}

fn gender_of(scene: &Scene<'_>, at: usize) -> Option<Gender> {
    let cue = scene.cue(at);
    if cue.any(Word::MAN) {
        Some(Gender::He)
    } else if cue.any(Word::WOMAN) || scene.has(at, Class::WOMAN) {
        Some(Gender::She)
    } else {
        None
    }
}
