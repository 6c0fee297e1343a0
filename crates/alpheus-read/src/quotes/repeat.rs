//! Words that are quoted twice: whole or in part, in the same words or in others.
//!
//! Two quotations that share four words in a row are laid side by side, and the longest
//! common run of words in order (Wagner and Fischer, *Journal of the ACM* 21, 1974) shows
//! where they differ.

use super::Quotation;
use alpheus_text::{Document, Span};
use rustc_hash::FxHashMap;
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
    /// How many words the shorter has.
    pub shorter: u32,
    /// Where they differ between words that they share: the words of the first and of the
    /// second, of which either may be none.
    pub differences: Vec<[Option<Span>; 2]>,
}

/// Finds the quotations of the same words, in the order of the text.
pub(super) fn find(doc: &Document, quotations: &[Quotation]) -> Vec<Requote> {
    let mut rows = Rows::default();
    // Each pair with the place of the first row that both have.
    let mut pairs: BTreeMap<(u32, u32), [u32; 2]> = BTreeMap::new();
    for (index, quotation) in quotations.iter().enumerate() {
        if !quotation.is_said() {
            continue;
        }
        let index = index as u32;
        for (at, row) in quotation.words.windows(ROW).enumerate() {
            rows.add(row, [index, at as u32], |[first, place]| {
                pairs.entry((first, index)).or_insert([place, at as u32]);
            });
        }
    }
    let apart = |&((first, second), _): &((u32, u32), [u32; 2])| {
        let [first, second] = [first, second].map(|index| &quotations[index as usize]);
        first.span().end <= second.span().start
    };
    let compared = pairs.into_iter().filter(apart);
    compared.filter_map(|(pair, places)| compare(doc, quotations, pair, places)).collect()
}

/// Where each run of four words stands: chains of places in one vector, so that a run that
/// stands once, as nearly all do, costs no allocation.
#[derive(Default)]
struct Rows {
    /// The last place of a run, one more than its index, and how many there are.
    last: FxHashMap<u64, (u32, usize)>,
    /// Quotation and word, and the place before.
    places: Vec<([u32; 2], u32)>,
}

impl Rows {
    /// Adds a place of a run, and tells of those before it in other quotations.
    fn add(
        &mut self,
        row: &[(u64, Span)],
        place: [u32; 2],
        mut tell: impl FnMut([u32; 2]),
    ) {
        let key = row.iter().fold(0, |key: u64, (word, _)| key.rotate_left(17) ^ *word);
        let (last, count) = self.last.entry(key).or_insert((0, 0));
        let latest = last.checked_sub(1).map(|last| self.places[last as usize].0[0]);
        if *count == COMMON || latest == Some(place[0]) {
            return;
        }
        let mut next = *last;
        while let Some(at) = next.checked_sub(1) {
            let (before, earlier) = self.places[at as usize];
            tell(before);
            next = earlier;
        }
        self.places.push((place, *last));
        (*last, *count) = (self.places.len() as u32, *count + 1);
    }
}

fn compare(
    doc: &Document,
    quotations: &[Quotation],
    (first, second): (u32, u32),
    places: [u32; 2],
) -> Option<Requote> {
    let [one, other] =
        [first, second].map(|index| quotations[index as usize].words.as_slice());
    let shorter = one.len().min(other.len()) as u32;
    // Both from where they begin to run side by side.
    let lead = places[0].min(places[1]);
    let length = (one.len().min(other.len()) + SLACK).min(LONGEST);
    let [one, other] = [(one, places[0]), (other, places[1])].map(|(words, place)| {
        let words = &words[(place - lead) as usize..];
        &words[..words.len().min(length)]
    });
    let words = [one, other];
    let matches = common(words[0], words[1]);
    let differences = differences(doc, words, &matches)?;
    Some(Requote { first, second, shared: matches.len() as u32, shorter, differences })
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
        if requote.shared < requote.shorter || !requote.differences.is_empty() {
            continue;
        }
        let known = match (&quotations[first].speaker, &quotations[second].speaker) {
            (Some(who), None) => Some((who.clone(), second, first)),
            (None, Some(who)) => Some((who.clone(), first, second)),
            _ => None,
        };
        if let Some((who, bare, whole)) = known
            && quotations[bare].words.len() <= quotations[whole].words.len()
        {
            quotations[bare].speaker = Some(who);
        }
    }
}
