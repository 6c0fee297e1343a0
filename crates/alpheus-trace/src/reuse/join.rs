//! The seeds that many texts share with a part of a library, found in one pass over both.
//!
//! Texts that are looked up one after the other jump about in a table that no cache holds. Here
//! the seeds of many texts are sorted together, and the table is read once from its beginning to
//! its end: a sort-merge join, as databases do it.

use super::block::Place;
use crate::{Folded, chain::Hit, packed::Packed, seed};

/// The hits of many texts.
#[derive(Debug, Default)]
pub(crate) struct Joined {
    asked: Vec<u64>,
    starts: Vec<u32>,
    places: Vec<Place>,
    found: Vec<Found>,
}

#[derive(Clone, Copy, Debug)]
struct Found {
    /// The text (high half) and the byte in the part.
    key: u64,
    letter: u32,
    frequent: bool,
}

impl Joined {
    /// Looks up all seeds of `texts`; each text with the byte of the part that hits have to lie
    /// below. There may be four billion letters in all. The values of the table are places of
    /// a [`Block`](super::block::Block).
    pub(crate) fn join(&mut self, texts: &[(Folded<'_>, u32)], table: Packed<'_>) {
        self.ask(texts);
        self.found.clear();
        for group in self.asked.chunk_by(|a, b| a >> 32 == b >> 32) {
            let values = table.values((group[0] >> 32) as u32);
            self.places.clear();
            self.places.extend(values.map(Place::of));
            if self.places.is_empty() {
                continue;
            }
            for &one in group {
                let number = one as u32;
                let text =
                    self.starts.partition_point(|&start| start <= number).max(1) - 1;
                let letter = number - self.starts[text];
                let own = self.places.iter().take_while(|at| at.byte < texts[text].1);
                self.found.extend(own.map(|&Place { byte, frequent }| {
                    let key = (text as u64) << 32 | u64::from(byte);
                    Found { key, letter, frequent }
                }));
            }
        }
        // The sort is stable: in one place, hits stay in the order of the letters.
        radsort::sort_by_key(&mut self.found, |found| found.key);
    }

    /// Sorts the seeds of all texts, each with the number of its letter.
    fn ask(&mut self, texts: &[(Folded<'_>, u32)]) {
        self.asked.clear();
        self.starts.clear();
        let mut start = 0;
        for (text, _) in texts {
            self.starts.push(start);
            let seeds = (start..).zip(seed::seeds(text.letters()));
            self.asked.extend(
                seeds.map(|(number, seed)| u64::from(seed) << 32 | u64::from(number)),
            );
            start += text.len() as u32;
        }
        radsort::sort(&mut self.asked);
    }

    /// Puts the hits of one of the texts into `hits`, in the order of the part's text.
    pub(crate) fn hits(&self, text: usize, folded: &Folded<'_>, hits: &mut Vec<Hit>) {
        let from = self.found.partition_point(|found| (found.key >> 32) < text as u64);
        let own = self.found[from..].iter();
        hits.clear();
        hits.extend(own.take_while(|found| found.key >> 32 == text as u64).map(
            |&Found { key, letter, frequent }| {
                let query = folded.at(letter as usize);
                Hit { target: key as u32, query, letter, frequent }
            },
        ));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Folding, packed};

    fn folded(text: &str) -> Folded<'_> {
        Folded::new(text, Folding::default())
    }

    fn table(text: &str) -> Vec<u8> {
        let letters = folded(text);
        let seeds = (0_u32..).zip(seed::seeds(letters.letters()));
        let place = |at: u32| Place { byte: at, frequent: at == 4 }.packed();
        let mut pairs: Vec<u64> = seeds
            .map(|(at, seed)| u64::from(seed) << 32 | u64::from(place(at)))
            .collect();
        pairs.sort_unstable();
        packed::pack(&pairs)
    }

    fn hits(text: usize, texts: &[(Folded<'_>, u32)]) -> Vec<Hit> {
        let bytes = table("thetollofthebridge");
        let mut joined = Joined::default();
        joined.join(texts, Packed::of(&bytes).unwrap());
        let mut hits = Vec::new();
        joined.hits(text, &texts[text].0, &mut hits);
        hits
    }

    #[test]
    fn each_text_has_its_own_hits() {
        let texts = ["nothing of the kind", "a toll of the bridge", "", "of the bridge"];
        let texts = texts.map(|text| (folded(text), u32::MAX));
        assert!(hits(0, &texts).is_empty());
        let second = hits(1, &texts);
        let places: Vec<_> = second.iter().map(|hit| (hit.target, hit.letter)).collect();
        assert_eq!(places, [(3, 1), (4, 2), (5, 3), (6, 4), (7, 5), (8, 6)]);
        assert_eq!(second[0].query, 2);
        let frequent: Vec<_> =
            second.iter().filter(|hit| hit.frequent).map(|hit| hit.target).collect();
        assert_eq!(frequent, [4]);
        assert!(hits(2, &texts).is_empty());
        assert_eq!(hits(3, &texts).len(), 2);
    }

    #[test]
    fn hits_lie_below_the_text_itself() {
        let texts = [(folded("the toll of the bridge"), 4)];
        assert_eq!(hits(0, &texts).len(), 4);
    }
}
