//! Words that are quoted twice: whole or in part, in the same words or in others.
//!
//! Two quotations that share four words in a row are laid side by side, and the longest
//! common run of words in order (Wagner and Fischer, *Journal of the ACM* 21, 1974) shows
//! where they differ.

use super::{Quotation, Rereader};
use alpheus_text::{Document, Span};
use std::collections::BTreeMap;

/// So many words in a row are no chance.
const ROW: usize = 4;
/// Quotations are compared over so many words at most.
const LONGEST: usize = 120;
/// One may have so many words more than the other.
const SLACK: usize = 8;
/// A run of four words that stands in more quotations than this is a formula.
const COMMON: usize = 6;

/// Two quotations of the same words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Requote {
    /// The index of the first in [`Reading::quotations`](crate::Reading::quotations).
    pub first: u32,
    /// The index of the second.
    pub second: u32,
    /// How many words the two share, in order.
    pub shared: u32,
    /// How many words each of them has.
    pub lengths: [u32; 2],
    /// Where they differ between words that they share: the words of the first and of the
    /// second, of which either may be none.
    pub differences: Vec<[Option<Span>; 2]>,
}

impl Requote {
    /// How many words the shorter has.
    pub fn shorter(&self) -> u32 {
        self.lengths[0].min(self.lengths[1])
    }

    /// Whether the two are the same words from end to end, but for few at the ends of one: no
    /// short piece taken out of a long one, which may quote somebody else in its turn.
    pub fn is_whole(&self) -> bool {
        let longer = self.lengths[0].max(self.lengths[1]);
        let same = self.shared == self.shorter() && self.differences.is_empty();
        same && self.shared * 4 >= longer * 3
    }
}

/// Finds the quotations of the same words, in the order of the text.
pub(super) fn find(doc: &Document, quotations: &[Quotation]) -> Vec<Requote> {
    let runs = Runs::of(doc, quotations);
    let apart = |&((first, second), _): &((u32, u32), [u32; 2])| {
        let [first, second] = [first, second].map(|index| &quotations[index as usize]);
        first.span().end <= second.span().start
    };
    let mut side = Side::default();
    let compared = runs.pairs().into_iter().filter(apart);
    compared.filter_map(|(pair, at)| side.compare(doc, quotations, pair, at)).collect()
}

/// The runs of [`ROW`] words of all that is quoted, as keys: a flat list, as a long text
/// quotes millions of words.
#[derive(Default)]
struct Runs {
    keys: Vec<u32>,
    /// Each quotation that has any, with the end of its runs among the keys.
    ends: Vec<(u32, u32)>,
}

/// Pairs of quotations, each with the place of a run in both: the second's first that the
/// first has too.
type Pairs = BTreeMap<(u32, u32), [u32; 2]>;

impl Runs {
    fn of(doc: &Document, quotations: &[Quotation]) -> Runs {
        let (mut reader, mut said) = (Rereader::default(), Vec::new());
        let mut runs = Runs::default();
        for (index, quotation) in quotations.iter().enumerate() {
            if quotation.is_said() && quotation.span().len() as usize >= 2 * ROW - 1 {
                reader.words(doc, quotation, &mut said);
                runs.keys.extend(said.windows(ROW).map(key));
                runs.ends.push((index as u32, runs.keys.len() as u32));
            }
        }
        runs
    }

    /// The pairs of quotations that share a run.
    fn pairs(&self) -> Pairs {
        let mut pairs = Pairs::new();
        let mut places: Vec<[u32; 2]> = Vec::with_capacity(COMMON);
        let again = self.told_again();
        for group in again.chunk_by(|&a, &b| self.key(a) == self.key(b)) {
            places.clear();
            for place in group.iter().map(|&run| self.place(run)) {
                if places.len() == COMMON {
                    break;
                }
                if places.last().is_some_and(|last| last[0] == place[0]) {
                    continue;
                }
                for before in &places {
                    let both = [before[1], place[1]];
                    let first = pairs.entry((before[0], place[0])).or_insert(both);
                    if both[1] < first[1] {
                        *first = both;
                    }
                }
                places.push(place);
            }
        }
        pairs
    }

    fn key(&self, run: u32) -> u32 {
        self.keys[run as usize]
    }

    /// The runs whose key stands there twice, by key; a few others are among them.
    fn told_again(&self) -> Vec<u32> {
        let again = self.again();
        let runs = 0..self.keys.len() as u32;
        let mut runs: Vec<u32> = runs.filter(|&run| again.has(self.key(run))).collect();
        drop(again);
        runs.sort_unstable_by_key(|&run| (self.key(run), run));
        runs
    }

    /// The keys that stand there twice.
    fn again(&self) -> Filter {
        let mut once = Filter::with_room_for(self.keys.len());
        let mut again = Filter::with_room_for(self.keys.len());
        for &key in &self.keys {
            if !once.insert(key) {
                again.insert(key);
            }
        }
        again
    }

    /// The quotation of a run, and which of its runs it is.
    fn place(&self, run: u32) -> [u32; 2] {
        let at = self.ends.partition_point(|&(_, end)| end <= run);
        let before = at.checked_sub(1).map_or(0, |before| self.ends[before].1);
        [self.ends[at].0, run - before]
    }
}

/// A key of some words; two runs of one key are compared word by word.
fn key(row: &[(u64, Span)]) -> u32 {
    let key = row.iter().fold(0, |key: u64, (word, _)| key.rotate_left(17) ^ *word);
    // The high bits of a product depend on all bits (Knuth's method).
    (key.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32) as u32
}

/// A set of keys that may seem to hold a few more (Bloom, *Communications of the ACM* 13,
/// 1970, with one hash): nearly all runs stand there once and are sorted out before the sort.
struct Filter {
    bits: Vec<u64>,
}

impl Filter {
    fn with_room_for(keys: usize) -> Filter {
        /// One key in so many seems to be there and is not.
        const ROOM: usize = 16;
        Filter { bits: vec![0; (keys * ROOM / 64).next_power_of_two()] }
    }

    fn place(&self, key: u32) -> (usize, u64) {
        ((key >> 6) as usize & (self.bits.len() - 1), 1 << (key & 63))
    }

    fn has(&self, key: u32) -> bool {
        let (word, bit) = self.place(key);
        self.bits[word] & bit != 0
    }

    /// Whether it was not there.
    fn insert(&mut self, key: u32) -> bool {
        let (word, bit) = self.place(key);
        let new = self.bits[word] & bit == 0;
        self.bits[word] |= bit;
        new
    }
}

/// The words of two quotations that are compared.
#[derive(Default)]
struct Side {
    reader: Rereader,
    first: Vec<(u64, Span)>,
    second: Vec<(u64, Span)>,
}

impl Side {
    fn compare(
        &mut self,
        doc: &Document,
        quotations: &[Quotation],
        (first, second): (u32, u32),
        places: [u32; 2],
    ) -> Option<Requote> {
        self.reader.words(doc, &quotations[first as usize], &mut self.first);
        self.reader.words(doc, &quotations[second as usize], &mut self.second);
        let (one, other) = (&self.first, &self.second);
        let row = |words: &[(u64, Span)], at: u32| {
            let row = &words[at as usize..at as usize + ROW];
            [row[0].0, row[1].0, row[2].0, row[3].0]
        };
        if row(one, places[0]) != row(other, places[1]) {
            return None;
        }
        let lengths = [one.len() as u32, other.len() as u32];
        // Both from where they begin to run side by side.
        let lead = places[0].min(places[1]);
        let length = (one.len().min(other.len()) + SLACK).min(LONGEST);
        let sides = [(one, places[0]), (other, places[1])].map(|(words, place)| {
            let words = &words[(place - lead) as usize..];
            &words[..words.len().min(length)]
        });
        let matches = common(sides[0], sides[1]);
        let differences = differences(doc, sides, &matches)?;
        Some(Requote {
            first,
            second,
            shared: matches.len() as u32,
            lengths,
            differences,
        })
    }
}

/// The longest common run of words in order: the places in both.
fn common(a: &[(u64, Span)], b: &[(u64, Span)]) -> Vec<(usize, usize)> {
    let width = b.len() + 1;
    let mut longest = vec![0_u16; (a.len() + 1) * width];
    for i in (0..a.len()).rev() {
        for j in (0..b.len()).rev() {
            longest[i * width + j] = if a[i].0 == b[j].0 {
                longest[(i + 1) * width + j + 1] + 1
            } else {
                longest[(i + 1) * width + j].max(longest[i * width + j + 1])
            };
        }
    }
    let (mut i, mut j, mut matches) = (0, 0, Vec::new());
    while i < a.len() && j < b.len() {
        if a[i].0 == b[j].0 {
            matches.push((i, j));
            (i, j) = (i + 1, j + 1);
        } else if longest[(i + 1) * width + j] >= longest[i * width + j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    matches
}

/// Where the two differ between words that they share; `None` where something is left out
/// or put in by an editor.
fn differences(
    doc: &Document,
    words: [&[(u64, Span)]; 2],
    matches: &[(usize, usize)],
) -> Option<Vec<[Option<Span>; 2]>> {
    let mut found = Vec::new();
    for pair in matches.windows(2) {
        let [(i, j), (next_i, next_j)] = [pair[0], pair[1]];
        if next_i == i + 1 && next_j == j + 1 {
            continue;
        }
        if is_edited(doc, words[0], i, next_i) || is_edited(doc, words[1], j, next_j) {
            return None;
        }
        found.push([between(words[0], i, next_i), between(words[1], j, next_j)]);
    }
    Some(found)
}

fn between(words: &[(u64, Span)], before: usize, after: usize) -> Option<Span> {
    (after > before + 1).then(|| words[before + 1].1.cover(words[after - 1].1))
}

/// Whether dots or a bracket stand between two words.
fn is_edited(doc: &Document, words: &[(u64, Span)], before: usize, after: usize) -> bool {
    let between =
        Span::new(words[before].1.end, words[after].1.start.max(words[before].1.end));
    let text = doc.slice(between);
    text.contains(['[', ']', '…', '(', '*'])
        || text.contains("..")
        || text.contains(". .")
}

/// Gives a quotation without a speaker the speaker of the one that holds all its words.
pub(super) fn fill(quotations: &mut [Quotation], requotes: &[Requote]) {
    for requote in requotes {
        let [first, second] = [requote.first as usize, requote.second as usize];
        if requote.shared < requote.shorter() || !requote.differences.is_empty() {
            continue;
        }
        let known = match (&quotations[first].speaker, &quotations[second].speaker) {
            (Some(who), None) => Some((who.clone(), second, requote.lengths[1])),
            (None, Some(who)) => Some((who.clone(), first, requote.lengths[0])),
            _ => None,
        };
        if let Some((who, bare, length)) = known
            && length == requote.shorter()
        {
            quotations[bare].speaker = Some(who);
        }
    }
}
