//! Seeds: the runs of letters that are looked up.
//!
//! A text that is looked *in* is cut into runs of [`LENGTH`] shapes, of which one in so many is
//! kept; a text that is looked *up* asks for the run at every letter. So each exact run of
//! `LENGTH + every - 1` shapes that two texts share is found, with fewer seeds than minimizers
//! need for the same promise (Kent 2002, BLAT).

use crate::fold::shape;

/// How many letters a seed has. Ten shapes out of English prose are told apart about as well as
/// eight letters are.
pub(crate) const LENGTH: usize = 10;

const BASE: u64 = 0x9e37_79b9_7f4a_7c15;

/// The hashes of the seeds at every letter, in order.
pub(crate) fn seeds(letters: &[u8]) -> impl Iterator<Item = u32> + '_ {
    sums(letters).map(finish)
}

/// The letters at which one seed in so many begins, from the first on, with their hashes.
pub(crate) fn sparse(
    letters: &[u8],
    every: usize,
) -> impl Iterator<Item = (usize, u32)> + '_ {
    sums(letters).enumerate().step_by(every).map(|(letter, sum)| (letter, finish(sum)))
}

/// A sum over the letters of each seed that rolls on from letter to letter.
fn sums(letters: &[u8]) -> impl Iterator<Item = u64> + '_ {
    const LEAVING: u64 = power(LENGTH as u32);
    let (first, rest) = letters.split_at(letters.len().min(LENGTH));
    let add = |sum: u64, letter: u8| sum.wrapping_mul(BASE).wrapping_add(code(letter));
    let mut sum = first.iter().fold(0, |sum, &letter| add(sum, letter));
    let whole = (first.len() == LENGTH).then_some(sum);
    let later = rest.iter().zip(letters).map(move |(&letter, &out)| {
        sum = add(sum, letter).wrapping_sub(code(out).wrapping_mul(LEAVING));
        sum
    });
    whole.into_iter().chain(later)
}

/// A shape's share in the hash; odd, so that no shape counts for nothing.
fn code(letter: u8) -> u64 {
    u64::from(shape(letter)) * 2 + 1
}

const fn power(exponent: u32) -> u64 {
    let mut power = 1_u64;
    let mut step = 0;
    while step < exponent {
        power = power.wrapping_mul(BASE);
        step += 1;
    }
    power
}

/// Spreads what the sum holds in its low bits over the bits that are kept.
fn finish(hash: u64) -> u32 {
    let mixed = (hash ^ hash >> 32).wrapping_mul(0xd6e8_feb8_6659_fd93);
    ((mixed ^ mixed >> 32).wrapping_mul(0xd6e8_feb8_6659_fd93) >> 32) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_depends_on_its_letters_alone() {
        let long: Vec<u32> = seeds(b"inthebeginningwastheword").collect();
        let short: Vec<u32> = seeds(b"beginningwasthe").collect();
        assert_eq!(long[5..11], short);
        assert_eq!(long.len(), 24 - LENGTH + 1);
        assert!(seeds(b"short").next().is_none());
    }

    #[test]
    fn misread_letters_make_the_same_seed() {
        assert!(seeds(b"thecottages").eq(seeds(b"tbeoottages")));
        assert!(!seeds(b"thecottages").eq(seeds(b"thecottamen")));
    }
}
