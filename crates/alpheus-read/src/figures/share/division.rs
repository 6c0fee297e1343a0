//! Percentages that divide one whole: "75% mixed, 15% Black and 10% other".
//!
//! The percentages of a sentence fall into lists: those outside brackets, those that stand
//! alone in brackets of their own, and those within one bracket. A list goes on over commas
//! and "and", and stops at words that lead to something else. That its members exclude each
//! other and leave nothing out can't be told from their form; it takes a word that says so:
//! of composition ("consists of"), of what is left ("the remaining"), of votes, or a first
//! member "of" something that the others leave out ("64% of them by sea, 6% by rail").

use super::{super::Sentence, is_percent, statement};
use crate::{
    lexicon::Class,
    scene::Scene,
    statement::{Assertion, Statement},
};
use alpheus_number::{Figure, Found};
use alpheus_text::{Lexicon, key};
use std::ops::Range;

/// Percentages that may divide one whole.
#[derive(Clone, Debug, PartialEq)]
pub struct Shares {
    /// The percentages in the order of the text, at least two.
    pub members: Vec<Figure>,
    /// Why they may not be shares of one whole that exclude each other.
    pub doubt: Option<&'static str>,
}

/// What a word near a percentage says of the list.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Word {
    /// What is left: "other", "the remaining".
    Left,
    /// After "other", a whole of its own: "countries".
    Whole,
    /// One thing in parts: "consists of", "divided between".
    Parts,
    /// Those of whom there are parts: "population".
    People,
    /// Stands before a row of partners: "largest", "main".
    Chief,
    /// Whose shares divide what passes to or from them: "importers".
    Partners,
    Vote,
    /// An opponent is named: "defeated".
    Contest,
    /// "of".
    Of,
    /// "in": a place, a time or a group of its own behind the percentage.
    In,
    /// "from", which before a percentage begins a change or a range.
    From,
    /// Leads to something else.
    Break,
    /// A measure that is no part of a hundred, or a change: "growth", "unemployment".
    Rate,
    /// An answer, of which one may give several: "supported".
    Answer,
    /// Counts something once more: "also".
    Twice,
    /// Of a kind that cuts across others: "female", "married".
    Sex,
    /// See [`Word::Sex`]: "aged".
    Age,
    /// Parts the members of a list.
    And,
}

use Word::{
    Age, And, Answer, Break, Chief, Contest, From, In, Left, Of, Partners, Parts, People,
    Rate, Sex, Twice, Vote, Whole,
};

static WORDS: Lexicon<Word, 1024> = Lexicon::new(&[
    ("other others rest remaining remainder balance", Left),
    (
        "countries regions areas cities towns places states provinces counties districts \
         times days occasions",
        Whole,
    ),
    (
        "composed composition comprise comprises comprised comprising consist consists \
         consisted consisting constituted contain contains contained containing divided \
         divides split shared ownership owners shareholders shareholding shareholdings \
         stake stakes venture breakdown distributed distribution classified allocated \
         apportioned makeup cost costs",
        Parts,
    ),
    ("population inhabitants residents proportion share shares made", People),
    (
        "largest main major principal chief biggest leading top greatest foremost most \
         important",
        Chief,
    ),
    (
        "importers import imports exporters export exports partner partners market \
         markets destination destinations source sources customer customers supplier \
         suppliers buyer buyers religion religions denominations faiths language \
         languages group groups nationalities crops industries products producers \
         sectors uses causes part parts components constituents ingredients",
        Partners,
    ),
    ("vote votes ballot ballots poll polls voted", Vote),
    (
        "defeat defeats defeated defeating beat beats beating beaten led won win \
         winning against opponent challenger election reelected passed rejected \
         approved lead",
        Contest,
    ),
    ("of", Of),
    ("from", From),
    ("in among amongst within", In),
    (
        "including include includes included than compared versus vs which whom whose \
         but whereas although though overall total average turnout whole up down minus \
         if because since respectively excluding except besides another",
        Break,
    ),
    (
        "growth grew grow grows rose risen rising fell fallen falling increase increased \
         increases decrease decreased decline declined dropped drop gain gained gains \
         reduced reduction interest inflation unemployment tax taxes duty tariff tariffs \
         discount literate literacy accuracy efficiency probability chance chances risk \
         losses lost occupancy humidity yield yields margin raised lowered cut rate rates \
         enrolled enrollment coverage",
        Rate,
    ),
    (
        "support supported supporting supports agree agreed disagree disagreed said say \
         believe believed think thought favored favoured favor favour approve oppose \
         opposed reported use used using wanted preferred had have has own owned live lived speak \
         spoke can could knew",
        Answer,
    ),
    ("also both either", Twice),
    (
        "male males female females men women man woman boys girls sexes \
      married unmarried widowed illiterate unemployed employed urban rural poor \
      educated",
        Sex,
    ),
    ("age aged ages older younger over under", Age),
    ("and to while with by plus", And),
]);

/// No more tokens than this part two members of a list.
const LONGEST_GAP: usize = 32;
/// How many tokens before a list may say what it divides.
const LEAD: usize = 30;
/// How many tokens before a percentage, and behind it, may say that it is what is left.
const LABEL: usize = 5;
const LABEL_BEHIND: usize = 3;

pub(super) fn read(sentence: &Sentence<'_>, out: &mut Vec<Statement>) {
    if sentence.figures.iter().filter(|found| is_percent(found)).count() < 2 {
        return;
    }
    let list = List::new(sentence);
    for run in list.runs() {
        out.extend(list.statement(&run));
    }
}

/// A percentage and the bracket that it stands in.
#[derive(Clone, Copy)]
struct Member<'a> {
    found: &'a Found,
    bracket: Option<usize>,
}

/// The percentages of a sentence.
struct List<'a> {
    scene: &'a Scene<'a>,
    tokens: Range<usize>,
    members: Vec<Member<'a>>,
    /// For each token of the sentence the bracket that it is in.
    brackets: Vec<Option<usize>>,
}

impl<'a> List<'a> {
    fn new(sentence: &Sentence<'a>) -> Self {
        let tokens = sentence.tokens.clone();
        let mut brackets = Vec::with_capacity(tokens.len());
        let mut open = Vec::new();
        for at in tokens.clone() {
            if sentence.scene.is(at, '(') || sentence.scene.is(at, '[') {
                open.push(at);
            }
            brackets.push(open.last().copied());
            if sentence.scene.is(at, ')') || sentence.scene.is(at, ']') {
                open.pop();
            }
        }
        let members =
            sentence.figures.iter().filter(|found| is_percent(found)).map(|found| {
                Member {
                    found,
                    bracket: brackets.get(found.first - tokens.start).copied().flatten(),
                }
            });
        let members = members.collect();
        List { scene: sentence.scene, tokens, members, brackets }
    }

    fn word(&self, at: usize) -> Option<Word> {
        let token = self.scene.tokens.get(at).filter(|token| token.is_word())?;
        WORDS.get(token.key)
    }

    fn bracket(&self, at: usize) -> Option<usize> {
        self.brackets.get(at - self.tokens.start).copied().flatten()
    }

    /// The lists, each in the order of the text.
    fn runs(&self) -> Vec<Vec<Member<'a>>> {
        let mut runs: Vec<Vec<Member<'a>>> = Vec::new();
        for &member in &self.members {
            let last = runs
                .iter_mut()
                .rev()
                .find(|run| self.goes_on(run[run.len() - 1], member));
            match last {
                Some(run) => run.push(member),
                None => runs.push(vec![member]),
            }
        }
        runs
    }

    /// Whether a list goes on from one member to another.
    fn goes_on(&self, last: Member<'_>, next: Member<'_>) -> bool {
        let alone = |member: Member<'_>| {
            member.bracket.is_some_and(|open| member.found.first <= open + 2)
        };
        let alike = last.bracket == next.bracket
            || (alone(last) && alone(next))
            || (alone(last) && next.bracket.is_none() && self.is_left(next));
        alike && self.is_gap(last, next)
    }

    /// The tokens between two members, without what stands in brackets between them.
    fn gap(&self, last: Member<'_>, next: Member<'_>) -> impl Iterator<Item = usize> {
        let level = if last.bracket == next.bracket { last.bracket } else { None };
        (last.found.end..next.found.first).filter(move |&at| self.bracket(at) == level)
    }

    fn is_gap(&self, last: Member<'_>, next: Member<'_>) -> bool {
        let mut parted = false;
        for (count, at) in self.gap(last, next).enumerate() {
            let begins = |from: Range<usize>| {
                self.members.iter().any(|member| from.contains(&member.found.first))
            };
            let breaks = count > LONGEST_GAP
                || begins(at..at + 1)
                || (self.word(at) == Some(From) && begins(at..at + 3))
                || self.scene.is(at, ':')
                || self.scene.is_dated(at)
                || (self.scene.is(at, ';') && !self.is_left(next))
                || (self.word(at) == Some(Break) && !self.is_bound(at));
            if breaks {
                return false;
            }
            parted |= self.word(at) == Some(And)
                || [',', ';', '-', '–', '/'].iter().any(|&mark| self.scene.is(at, mark));
        }
        parted
    }

    /// "less than 7 weeks", "makes up": the word leads to nothing else.
    fn is_bound(&self, at: usize) -> bool {
        let tokens = self.scene.tokens;
        let is = |word: u64| tokens[at].key == word;
        let number = tokens.get(at + 1).is_some_and(|next| next.number().is_some());
        is(const { key("than") }) && number
            || is(const { key("up") }) && at > 0 && MAKE.has(tokens[at - 1].key)
    }

    /// Whether the label of a percentage says that it is what is left.
    fn is_left(&self, member: Member<'_>) -> bool {
        let Found { first, end, .. } = *member.found;
        let near = first.saturating_sub(LABEL).max(self.tokens.start)..first;
        let behind = if self.word(end) == Some(Of) { end } else { end + LABEL_BEHIND };
        let behind = end..behind.min(self.tokens.end);
        near.chain(behind).any(|at| self.says_left(at))
    }

    /// "other", but neither "the other" of two, nor a whole of its own: "other countries",
    /// "of the remaining".
    fn says_left(&self, at: usize) -> bool {
        if self.word(at) != Some(Left) || self.word(at + 1) == Some(Whole) {
            return false;
        }
        let back = |by: usize| at.checked_sub(by).filter(|&at| at >= self.tokens.start);
        let the = back(1).is_some_and(|at| self.is_the(at));
        let of_two = the && self.scene.tokens[at].key == const { key("other") };
        let of =
            back(if the { 2 } else { 1 }).is_some_and(|at| self.word(at) == Some(Of));
        !of_two && !of
    }

    fn is_the(&self, at: usize) -> bool {
        self.scene.tokens[at].key == const { key("the") }
    }

    fn statement(&self, run: &[Member<'a>]) -> Option<Statement> {
        let [first, .., last] = run else { return None };
        let regions = self.regions(run);
        let left = run.iter().any(|&member| self.is_left(member));
        let doubt = if !left && self.overlaps(run, &regions) {
            Some("the shares may overlap")
        } else if !left && !self.divides(run, &regions) {
            Some("it is not said that they are shares of one whole")
        } else {
            None
        };
        if doubt.is_some() && run.len() < 3 {
            return None;
        }
        let members = run.iter().map(|member| member.found.figure).collect();
        let span = first.found.figure.span.cover(last.found.figure.span);
        Some(statement(Assertion::Shares(Shares { members, doubt }), span))
    }

    /// What stands before the list, between its members, and behind it.
    fn regions(&self, run: &[Member<'_>]) -> Vec<Range<usize>> {
        let (first, last) = (run[0].found.first, run[run.len() - 1].found.end);
        let limit = first.saturating_sub(LEAD).max(self.tokens.start);
        let lead = (limit..first).rev().find(|&at| self.scene.is(at, ';'));
        let behind = (last..self.tokens.end.min(last + LEAD))
            .find(|&at| [';', ':'].iter().any(|&mark| self.scene.is(at, mark)));
        let gaps = run.windows(2).map(|pair| pair[0].found.end..pair[1].found.first);
        std::iter::once(lead.map_or(limit, |at| at + 1)..first)
            .chain(gaps)
            .chain(std::iter::once(
                last..behind.unwrap_or(self.tokens.end.min(last + LEAD)),
            ))
            .collect()
    }

    fn any(&self, region: &Range<usize>, what: impl Fn(Word) -> bool) -> bool {
        region.clone().any(|at| self.word(at).is_some_and(&what))
    }

    /// Whether the members may count the same thing more than once, or are no parts at all.
    fn overlaps(&self, run: &[Member<'_>], regions: &[Range<usize>]) -> bool {
        let regions_with = |word: Word| {
            regions
                .iter()
                .filter(|region| self.any(region, |found| found == word))
                .count()
        };
        // Before a percentage "over" hedges it.
        let aged = |at: usize| self.word(at) == Some(Age) && !self.is_percent_at(at + 1);
        let ages = regions.iter().filter(|region| (*region).clone().any(aged)).count();
        let placed = run.iter().filter(|member| self.word(member.found.end) == Some(In));
        regions_with(Rate) > 0
            || regions_with(Twice) > 0
            || run.iter().any(|member| self.is_answer(member.found.end))
            || (run.len() > 2 && regions_with(Sex) > 0)
            || ages == 1
            || self.have_own_wholes(run, &regions[0])
            || placed.count() > 1
    }

    fn is_percent_at(&self, at: usize) -> bool {
        self.members.iter().any(|member| member.found.first == at)
    }

    /// "60% of the boys and 55% of the girls"; but "containing 25% of lime and 60% of clay".
    fn have_own_wholes(&self, run: &[Member<'_>], lead: &Range<usize>) -> bool {
        !self.any(lead, |word| word == Parts)
            && run.iter().filter(|member| self.word(member.found.end) == Some(Of)).count()
                > 1
            && !run.iter().all(|member| self.is_of_vote(member))
    }

    /// "60% supported", "60% of them said".
    fn is_answer(&self, at: usize) -> bool {
        (at..at + 2).any(|at| self.word(at) == Some(Answer))
    }

    /// Whether the words say that the members divide one whole.
    fn divides(&self, run: &[Member<'_>], regions: &[Range<usize>]) -> bool {
        let lead = &regions[0];
        let bracketed = run[0].bracket.is_some();
        let many = run.len() > 2;
        (many && self.any(lead, |word| word == Parts))
            || (many && !bracketed && self.any(lead, |word| word == People))
            || (many && self.names_chief(lead))
            || (many && self.leaves_out(run))
            || self.is_vote(run, regions)
            || self.is_composed(run[0])
            || (many && self.is_made_of(run))
            || self.is_by_sex(run)
    }

    /// "the largest importers are".
    fn names_chief(&self, lead: &Range<usize>) -> bool {
        lead.clone().any(|at| {
            self.word(at) == Some(Chief)
                && (at + 1..at + 4).any(|at| self.word(at) == Some(Partners))
        })
    }

    /// "64% of them by sea, 6% by rail"; "of whom 64% …, 6% …".
    fn leaves_out(&self, run: &[Member<'_>]) -> bool {
        let is_of = |member: &Member<'_>| self.word(member.found.end) == Some(Of);
        let lead = self.tokens.start..run[0].found.first;
        let of_them = || {
            lead.clone().any(|at| {
                let token = &self.scene.tokens[at];
                self.word(at) == Some(Of)
                    && (token.starts_sentence
                        || THEM.has(
                            self.scene.tokens.get(at + 1).map_or(0, |next| next.key),
                        ))
            })
        };
        !run[1..].iter().any(is_of) && (is_of(&run[0]) || of_them())
    }

    /// "51% of the vote to his opponent's 49%", "defeated him 62% to 38%".
    fn is_vote(&self, run: &[Member<'_>], regions: &[Range<usize>]) -> bool {
        let votes = regions.iter().any(|region| self.any(region, |word| word == Vote));
        if run.windows(2).all(|pair| self.is_straight(pair)) {
            let first = run[0].found.first;
            let falls =
                (first.saturating_sub(3)..first).any(|at| self.word(at) == Some(From));
            return !falls && (votes || self.any(&regions[0], |word| word == Contest));
        }
        let second = run[1].found.first;
        let to = |at: usize| AGAINST.has(self.scene.tokens[at].key);
        self.is_of_vote(&run[0]) && (run.len() > 2 || (second - LABEL..second).any(to))
    }

    /// Whether two follow each other, the greater first, with nothing but a dash or "to"
    /// between them.
    fn is_straight(&self, pair: &[Member<'_>]) -> bool {
        let [first, second] = [pair[0].found, pair[1].found];
        second.first == first.end + 1
            && first.figure.value > second.figure.value
            && !self.scene.is(first.end, ',')
    }

    /// "51% of the vote".
    fn is_of_vote(&self, member: &Member<'_>) -> bool {
        let end = member.found.end;
        self.word(end) == Some(Of) && (end..end + 4).any(|at| self.word(at) == Some(Vote))
    }

    /// "consisting of 58% coal and 42% ore".
    fn is_composed(&self, first: Member<'_>) -> bool {
        let at = first.found.first;
        at >= self.tokens.start + 2
            && self.word(at - 1) == Some(Of)
            && self.word(at - 2) == Some(Parts)
    }

    /// "The soil is 40% sand, 35% silt and 25% clay"; but not "is 40% cheaper".
    fn is_made_of(&self, run: &[Member<'_>]) -> bool {
        let first = run[0].found.first;
        let before = first.saturating_sub(3).max(self.tokens.start)..first;
        let noun = |at: usize| {
            let token = &self.scene.tokens[at];
            let text = self.scene.doc.slice(token.span);
            token.is_word()
                && self.word(at).is_none()
                && !NO_NOUN.has(token.key)
                && !text.ends_with("er")
                && !text.ends_with("ed")
        };
        before.clone().any(|at| self.scene.has(at, Class::BE))
            && run.iter().all(|member| {
                self.tokens.contains(&member.found.end) && noun(member.found.end)
            })
    }

    /// "56% female and 44% male".
    fn is_by_sex(&self, run: &[Member<'_>]) -> bool {
        run.len() == 2
            && run.iter().all(|member| self.word(member.found.end) == Some(Sex))
    }
}

static AGAINST: Lexicon<(), 8> = Lexicon::new(&[("to against", ())]);
/// Words behind a percentage that are not the name of a part.
static NO_NOUN: Lexicon<(), 128> = Lexicon::new(&[(
    "a about above after an are as at back before below between by down during \
     each every for full he her here his if is it less more not off on onto or per she \
     so successful that the their them there they this through true until up upon very \
     was we were when where who yet",
    (),
)]);
static MAKE: Lexicon<(), 16> = Lexicon::new(&[("make makes made making", ())]);
static THEM: Lexicon<(), 16> = Lexicon::new(&[("whom which these those them", ())]);
