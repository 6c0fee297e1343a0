//! Author and year: "(Smith 1990, 12)" in the text, and "Smith, John (1990)" in the list.

use super::{Target, cited, unused};
use crate::{lexicon::Class, scene::Scene, statement::Statement};
use alpheus_text::{Block, BlockKind, Span, Token, key};
use rustc_hash::FxHashSet;

/// The first author and the year: what a mark and its entry have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Work {
    author: u64,
    year: u16,
    /// "a" of "1990a"; 0 if there is none.
    letter: u64,
}

/// The list of references, and the marks that lead to it.
#[derive(Default)]
pub(super) struct References {
    /// The blocks that are read stand under the heading of the list.
    listing: bool,
    marks: Vec<(Work, Span)>,
    entries: Vec<(Work, Span)>,
    /// The authors of all entries, first or not.
    authors: FxHashSet<u64>,
    /// "Smith (1990)" in running text, which may also be anything else.
    told: Vec<Work>,
}

/// Fewer entries are no list, and fewer marks that are found no habit.
const FEWEST: usize = 4;
/// An entry gives its authors within so many tokens.
const AUTHORS: usize = 24;

impl References {
    /// Notes whether a block is the heading of a list of references, or ends it.
    pub(super) fn heading(&mut self, scene: &Scene<'_>, kind: BlockKind) {
        const WORDS: [u64; 7] = [
            key("references"),
            key("bibliography"),
            key("cited"),
            key("literature"),
            key("sources"),
            key("citations"),
            key("works"),
        ];
        let named = |token: &Token| token.is_word() && WORDS.contains(&token.key);
        let short = scene.tokens.len() <= 4;
        let line = matches!(kind, BlockKind::Heading(_))
            || short && kind == BlockKind::Paragraph;
        if line && short && scene.tokens.iter().any(named) {
            self.listing = true;
        } else if matches!(kind, BlockKind::Heading(_)) {
            self.listing = false;
        }
    }

    /// Reads the marks in the bracket at `open`.
    pub(super) fn bracket(&mut self, scene: &Scene<'_>, open: usize) {
        if self.listing {
            return;
        }
        if let Some((year, letter, _)) = year(scene, open + 1)
            && let Some(author) = open.checked_sub(1).map(|at| &scene.tokens[at])
            && author.capital
        {
            self.told.push(Work { author: author.key, year, letter });
            return;
        }
        let mut at = open + 1;
        while let Some((work, end)) = mark(scene, at) {
            self.marks.push((work, scene.span(at, end - 1)));
            if !scene.is(end, ';') {
                break;
            }
            at = end + 1;
        }
    }

    /// Reads an entry of the list: a block that begins with an author and gives a year.
    pub(super) fn entry(&mut self, scene: &Scene<'_>, block: &Block) {
        if !self.listing {
            return;
        }
        let bare = matches!(block.kind, BlockKind::Heading(_));
        let Some(first) = scene.tokens.iter().position(Token::is_word) else {
            return;
        };
        let author = &scene.tokens[first];
        if !self.listing
            || bare
            || first > 3
            || !author.capital
            || !scene.is(first + 1, ',')
        {
            return;
        }
        let Some((year, letter, _)) =
            (first..scene.tokens.len()).find_map(|at| year(scene, at))
        else {
            return;
        };
        let near =
            scene.tokens[first..].iter().take(AUTHORS).filter(|token| token.capital);
        self.authors.extend(near.map(|token| token.key));
        let work = Work { author: author.key, year, letter };
        self.entries.push((work, block.span));
    }

    /// States what each mark leads to, where the text has a list and cites by it.
    pub(super) fn finish(self, out: &mut Vec<Statement>) {
        let entry = |work: &Work| self.entries.iter().find(|entry| entry.0.fits(work));
        let found = self.marks.iter().filter(|mark| entry(&mark.0).is_some()).count();
        let Some(&(_, last)) = self.entries.last() else { return };
        let habit = self.entries.len() >= FEWEST
            && found >= FEWEST
            && found * 4 >= self.marks.len() * 3;
        for (work, span) in &self.marks {
            let beside = self.entries.iter().find(|entry| entry.0.author == work.author);
            let target = match entry(work) {
                Some(entry) => Target::Entry(entry.1),
                None if !habit => Target::Unknown("the text does not cite by this list"),
                None => match beside {
                    Some(other) => Target::Missing(other.1),
                    None if self.authors.contains(&work.author) => {
                        Target::Unknown("the author stands in the list after another")
                    }
                    None => Target::Missing(last),
                },
            };
            out.push(cited(*span, target));
        }
        if let (true, Some(&(_, first))) = (habit, self.marks.first()) {
            let cited = |entry: &Work| {
                self.marks
                    .iter()
                    .map(|mark| &mark.0)
                    .chain(&self.told)
                    .any(|work| entry.fits(work))
            };
            let unread = self.entries.iter().filter(|entry| !cited(&entry.0));
            out.extend(unread.map(|entry| unused(entry.1, first)));
        }
    }
}

impl Work {
    /// Whether a mark leads to this entry; its letter may be left out.
    fn fits(&self, mark: &Work) -> bool {
        let letters = self.letter == mark.letter || self.letter == 0 || mark.letter == 0;
        self.author == mark.author && self.year == mark.year && letters
    }
}

/// "Smith 1990", "Smith and Jones 1990a, 12–14", "Smith et al., 1990" up to ";" or ")": the
/// work, and the token after it.
fn mark(scene: &Scene<'_>, first: usize) -> Option<(Work, usize)> {
    let author = scene.tokens.get(first)?;
    if !author.capital || !author.is_word() || scene.time(first).is_some() {
        return None;
    }
    let mut at = first + 1;
    while let Some(token) = scene.tokens.get(at) {
        let joins =
            scene.has(at, Class::AND) || token.is('&') || token.is(',') || token.is('.');
        let others = token.key == const { key("et") } || token.key == const { key("al") };
        let named = token.is_word() && token.capital && at <= first + 6;
        if !(joins || others || named) {
            break;
        }
        at += 1;
    }
    let (year, letter, mut end) = year(scene, at)?;
    if scene.is(end, ',') || scene.is(end, ':') {
        let page = |at: usize| {
            let token = &scene.tokens[at];
            token.number().is_some()
                || token.is('–')
                || token.is('-')
                || token.is(',')
                || token.is('.')
                || token.key == const { key("p") }
                || token.key == const { key("pp") }
        };
        end += 1;
        while end < scene.tokens.len() && page(end) {
            end += 1;
        }
    }
    let closes = scene.is(end, ')') || scene.is(end, ';');
    closes.then_some((Work { author: author.key, year, letter }, end))
}

/// A year with the letter that may stand close behind it, and the token after it.
fn year(scene: &Scene<'_>, at: usize) -> Option<(u16, u64, usize)> {
    let year = scene.tokens.get(at)?.number()?;
    let letter = scene
        .tokens
        .get(at + 1)
        .filter(|token| token.is_word() && !token.spaced && token.span.len() == 1);
    let end = at + 1 + usize::from(letter.is_some());
    (1500..=2100)
        .contains(&year)
        .then(|| (year as u16, letter.map_or(0, |token| token.key), end))
}
