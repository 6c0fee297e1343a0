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
    /// Seeds (high halves) with the numbers of their letters, in all texts.
    asked: Vec<u64>,
    numbers: Numbers,
    places: Vec<Place>,
    /// The hits of each text.
    hits: Vec<Vec<Hit>>,
}

/// Letters that are looked up before what they need is used.
const AHEAD: usize = 256;

impl Joined {
    /// Looks up all seeds of `texts`; each text with the byte of the part that hits have to lie
    /// below. There may be four billion letters in all. The values of the table are places of
    /// a [`Block`](super::block::Block).
    pub(crate) fn join(&mut self, texts: &[(Folded<'_>, u32)], table: Packed<'_>) {
        self.ask(texts);
        for some in self.asked.chunks(AHEAD) {
            table.fetch(some.iter().map(|one| (one >> 32) as u32));
            for group in some.chunk_by(|a, b| a >> 32 == b >> 32) {
                let values = table.values((group[0] >> 32) as u32);
                self.places.clear();
                self.places.extend(values.map(Place::of));
                if self.places.is_empty() {
                    continue;
                }
                for &one in group {
                    let (text, letter) = self.numbers.letter(one as u32);
                    let below = texts[text].1;
                    let own = self.places.iter().take_while(|place| place.byte < below);
                    self.hits[text].extend(own.map(|place| {
                        let Place { byte: target, frequent } = *place;
                        Hit { target, query: 0, letter, frequent }
                    }));
                }
            }
        }
        for (hits, (folded, _)) in self.hits.iter_mut().zip(texts) {
            // The sort is stable: in one place, hits stay in the order of the letters.
            radsort::sort_by_key(hits, |hit| hit.target);
            // All of one text, whose letters are then in the cache.
            for hit in hits {
                hit.query = folded.at(hit.letter as usize);
            }
        }
    }

    /// Sorts the seeds of all texts, each with the number of its letter.
    fn ask(&mut self, texts: &[(Folded<'_>, u32)]) {
        self.asked.clear();
        self.numbers.clear();
        self.hits.iter_mut().for_each(Vec::clear);
        self.hits.resize_with(texts.len().max(self.hits.len()), Vec::new);
        let mut start = 0;
        for (text, _) in texts {
            self.numbers.add(text.len() as u32);
            let seeds = (start..).zip(seed::seeds(text.letters()));
            self.asked.extend(
                seeds.map(|(number, seed)| u64::from(seed) << 32 | u64::from(number)),
            );
            start += text.len() as u32;
        }
        // The sort is stable, and the numbers are in order.
        radsort::sort_by_key(&mut self.asked, |one| (one >> 32) as u32);
    }

    /// The hits of one of the texts, in the order of the part's text.
    pub(crate) fn hits(&self, text: usize) -> &[Hit] {
        &self.hits[text]
    }
}

/// The letters of many texts, numbered through.
#[derive(Debug, Default)]
struct Numbers {
    /// The number of each text's first letter, and at last how many there are.
    starts: Vec<u32>,
    /// The text in which each [`STEP`](Self::STEP)th letter is.
    texts: Vec<u32>,
}

impl Numbers {
    const STEP: usize = 64;

    fn clear(&mut self) {
        self.starts.clear();
        self.starts.push(0);
        self.texts.clear();
    }

    /// Numbers the letters of one text more.
    fn add(&mut self, letters: u32) {
        let text = self.starts.len() as u32 - 1;
        let end = self.starts[text as usize] + letters;
        self.starts.push(end);
        self.texts.resize((end as usize).div_ceil(Self::STEP), text);
    }

    /// The text of a letter, and which of its letters it is.
    fn letter(&self, number: u32) -> (usize, u32) {
        let mut text = self.texts[number as usize / Self::STEP] as usize;
        while self.starts[text + 1] <= number {
            text += 1;
        }
        (text, number - self.starts[text])
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
        joined.hits(text).to_vec()
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
