//! The seeds that many texts share with a part of a library, found in one pass over both.
//!
//! Texts that are looked up one after the other jump about in a table that no cache holds. Here
//! the seeds of many texts are sorted together, and the table is read once from its beginning to
//! its end: a sort-merge join, as databases do it.

use crate::{Folded, chain::Hit, packed::Packed, seed};

/// The hits of many texts.
#[derive(Debug, Default)]
pub(crate) struct Joined {
    asked: Vec<u64>,
    starts: Vec<u32>,
    places: Vec<u32>,
    found: Vec<Found>,
}

#[derive(Clone, Copy, Debug)]
struct Found {
    /// The text (high half) and the byte in the part.
    key: u64,
    letter: u32,
    places: u32,
}

impl Joined {
    /// Looks up all seeds of `texts`; each text with the byte of the part that hits have to lie
    /// below. There may be four billion letters in all. Seeds in more places than `common` are
    /// passed over.
    pub(crate) fn join(
        &mut self,
        texts: &[(Folded<'_>, u32)],
        table: Packed<'_>,
        common: usize,
    ) {
        self.ask(texts);
        self.found.clear();
        for group in self.asked.chunk_by(|a, b| a >> 32 == b >> 32) {
            let values = table.values((group[0] >> 32) as u32);
            self.places.clear();
            self.places.extend(values.take(common + 1));
            if self.places.is_empty() || self.places.len() > common {
                continue;
            }
            let places = self.places.len() as u32;
            for &one in group {
                let number = one as u32;
                let text =
                    self.starts.partition_point(|&start| start <= number).max(1) - 1;
                let letter = number - self.starts[text];
                let own = self.places.iter().take_while(|&&at| at < texts[text].1);
                self.found.extend(own.map(|&target| {
                    let key = (text as u64) << 32 | u64::from(target);
                    Found { key, letter, places }
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
            |&Found { key, letter, places }| {
                let query = folded.at(letter as usize);
                Hit { target: key as u32, query, letter, places }
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
        let seeds = (0_u64..).zip(seed::seeds(letters.letters()));
        let mut pairs: Vec<u64> =
            seeds.map(|(at, seed)| u64::from(seed) << 32 | at).collect();
        pairs.sort_unstable();
        packed::pack(&pairs)
    }

    fn hits(text: usize, texts: &[(Folded<'_>, u32)], common: usize) -> Vec<Hit> {
        let bytes = table("thetollofthebridge");
        let mut joined = Joined::default();
        joined.join(texts, Packed::of(&bytes).unwrap(), common);
        let mut hits = Vec::new();
        joined.hits(text, &texts[text].0, &mut hits);
        hits
    }

    const COMMON: usize = 5;

    #[test]
    fn each_text_has_its_own_hits() {
        let texts = ["nothing of the kind", "a toll of the bridge", "", "of the bridge"];
        let texts = texts.map(|text| (folded(text), u32::MAX));
        assert!(hits(0, &texts, COMMON).is_empty());
        let second = hits(1, &texts, COMMON);
        let places: Vec<_> = second.iter().map(|hit| (hit.target, hit.letter)).collect();
        assert_eq!(places, [(3, 1), (4, 2), (5, 3), (6, 4), (7, 5), (8, 6)]);
        assert_eq!(second[0].query, 2);
        assert!(hits(2, &texts, COMMON).is_empty());
        assert_eq!(hits(3, &texts, COMMON).len(), 2);
    }

    #[test]
    fn hits_lie_below_the_text_itself() {
        let texts = [(folded("the toll of the bridge"), 4)];
        assert_eq!(hits(0, &texts, COMMON).len(), 4);
    }

    #[test]
    fn common_seeds_are_passed_over() {
        let texts = [(folded("the toll of the bridge"), u32::MAX)];
        assert!(hits(0, &texts, 0).is_empty());
        let some = hits(0, &texts, 1);
        assert!(!some.is_empty() && some.iter().all(|hit| hit.places == 1));
    }
}
