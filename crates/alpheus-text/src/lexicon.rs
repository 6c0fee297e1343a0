//! Lexicons: maps from word keys, built when the program is compiled.
//!
//! Readers ask "which class is this word?" of nearly every token, so the answer must cost one
//! probe, and the map must cost nothing to set up. Keys are spread well already, so their low
//! bits are the slot. Most words are in no lexicon, and there are many lexicons: a byte of the
//! key stands apart from the slots, so that a miss reads a table an eighth the size or less, and
//! all of these stay in the cache (as in Abseil's Swiss tables).

use crate::token::{key, key_of};

/// A map from words to `T` with room for `N` slots, `N` a power of two.
///
/// # Example: classes of words
/// ```
/// use alpheus_text::{Lexicon, key};
/// static UNITS: Lexicon<u32, 8> = Lexicon::new(&[("day days", 1), ("week weeks", 7)]);
/// assert_eq!(UNITS.get(key("Week")), Some(7));
/// assert_eq!(UNITS.get(key("weak")), None);
/// ```
#[derive(Debug)]
pub struct Lexicon<T: 'static, const N: usize> {
    rows: &'static [(&'static str, T)],
    /// [`tag`] of the key in each slot; 0 where the slot is free.
    tags: [u8; N],
    /// A word's key and one more than its row; 0 where the slot is free.
    slots: [(u64, u16); N],
}

impl<T: Copy, const N: usize> Lexicon<T, N> {
    /// A lexicon of rows: words, parted by single spaces, and what they stand for. Words are
    /// of letters only, in lower case.
    ///
    /// # Panics
    /// If `N` is no power of two or is less than twice the number of words, or if a word is
    /// given twice. A lexicon is a `static`, so all of these stop the build.
    pub const fn new(rows: &'static [(&'static str, T)]) -> Self {
        assert!(N.is_power_of_two(), "the number of slots must be a power of two");
        let mut tags = [0; N];
        let mut slots = [(0, 0); N];
        let mut row = 0;
        let mut words = 0;
        while row < rows.len() {
            let bytes = rows[row].0.as_bytes();
            let mut start = 0;
            while start < bytes.len() {
                let mut end = start;
                while end < bytes.len() && bytes[end] != b' ' {
                    end += 1;
                }
                let key = key_of(bytes, start, end);
                tags[insert(&mut slots, key, row as u16 + 1)] = tag(key);
                words += 1;
                start = end + 1;
            }
            row += 1;
        }
        assert!(N >= 2 * words, "give the lexicon more slots");
        Lexicon { rows, tags, slots }
    }

    /// What the word with this key stands for.
    #[inline]
    pub fn get(&self, key: u64) -> Option<T> {
        let mut slot = key as usize & (N - 1);
        loop {
            let found = self.tags[slot];
            if found == 0 {
                return None;
            }
            if found == tag(key) && self.slots[slot].0 == key {
                return Some(self.rows[usize::from(self.slots[slot].1) - 1].1);
            }
            slot = (slot + 1) & (N - 1);
        }
    }

    /// Whether it holds the word with this key.
    #[inline]
    pub fn has(&self, key: u64) -> bool {
        self.get(key).is_some()
    }
}

/// A lexicon that is put together when it is first asked: for words that stand in several
/// rows, and classes that are sets.
///
/// A text asks it of each of its words, and which of them it holds nobody can foresee; so it
/// has much room, and nearly every answer is the first byte that is looked at.
///
/// # Example: a word of two classes
/// ```
/// use alpheus_text::{Vocabulary, key};
/// let words = [(1_u8, "king queen"), (2, "king abbot")];
/// let classes = Vocabulary::new(&words, |class, more| class | more);
/// assert_eq!(classes.get(key("King")), 3);
/// assert_eq!(classes.get(key("bishop")), 0);
/// ```
#[derive(Debug)]
pub struct Vocabulary<T> {
    /// [`tag`] of the key in each slot; 0 where the slot is free.
    tags: Box<[u8]>,
    slots: Box<[(u64, T)]>,
}

impl<T: Copy + Default> Vocabulary<T> {
    /// A vocabulary of rows: what words stand for, and the words, parted by spaces. What a
    /// word stands for in several rows is put together by `join`.
    pub fn new(rows: &[(T, &str)], join: impl Fn(T, T) -> T) -> Self {
        /// One slot in so many, or fewer, is taken.
        const ROOM: usize = 6;
        let words = rows.iter().flat_map(|(row, words)| {
            words.split_whitespace().map(move |word| (*row, key(word)))
        });
        let size = (words.clone().count() * ROOM).next_power_of_two().max(8);
        let mut tags = vec![0; size].into_boxed_slice();
        let mut slots = vec![(0, T::default()); size].into_boxed_slice();
        for (row, key) in words {
            let mut slot = key as usize & (size - 1);
            while tags[slot] != 0 && slots[slot].0 != key {
                slot = (slot + 1) & (size - 1);
            }
            slots[slot] = (key, join(slots[slot].1, row));
            tags[slot] = tag(key);
        }
        Vocabulary { tags, slots }
    }

    /// What the word with this key stands for; nothing where it is not there.
    #[inline]
    pub fn get(&self, key: u64) -> T {
        let last = self.tags.len() - 1;
        let mut slot = key as usize & last;
        loop {
            let found = self.tags[slot];
            if found == 0 {
                return T::default();
            }
            if found == tag(key) && self.slots[slot].0 == key {
                return self.slots[slot].1;
            }
            slot = (slot + 1) & last;
        }
    }
}

/// The byte of a key that stands in for it: bits that are not its slot's, never 0.
const fn tag(key: u64) -> u8 {
    (key >> 56) as u8 | 1
}

/// Puts a key into the first free slot from its own on, and says which.
const fn insert<const N: usize>(
    slots: &mut [(u64, u16); N],
    key: u64,
    row: u16,
) -> usize {
    let mut slot = key as usize & (N - 1);
    let mut tries = 0;
    while slots[slot].1 != 0 {
        assert!(slots[slot].0 != key, "a word is given twice");
        assert!(tries < N, "give the lexicon more slots");
        tries += 1;
        slot = (slot + 1) & (N - 1);
    }
    slots[slot] = (key, row);
    slot
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_found_and_no_other() {
        static MONTHS: Lexicon<usize, 16> =
            Lexicon::new(&[("may mai", 5), ("march", 3), ("août august", 8)]);
        for (word, month) in
            [("may", 5), ("Mai", 5), ("MARCH", 3), ("Août", 8), ("august", 8)]
        {
            assert_eq!(MONTHS.get(key(word)), Some(month), "{word}");
        }
        for word in ["", "ma", "mays", "aout", "may mai"] {
            assert_eq!(MONTHS.get(key(word)), None, "{word}");
        }
    }
}
