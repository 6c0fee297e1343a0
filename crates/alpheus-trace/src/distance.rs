//! How many letters have to be changed, put in or left out to make some letters of others
//! (Levenshtein 1966). Letters that a scanner takes for each other count as the same.
//!
//! Alignments end where they no longer pay; here all of a few words is compared, however worn.

use crate::fold::shape;

/// The distance of two runs of letters.
pub(crate) fn distance(a: &[u8], b: &[u8]) -> usize {
    last_row(a, b).pop().unwrap_or_default()
}

/// The distance of some letters from the beginning of others that is nearest to them.
pub(crate) fn distance_to_start(a: &[u8], of: &[u8]) -> usize {
    last_row(a, of).into_iter().min().unwrap_or_default()
}

/// The distances of all of `a` from each beginning of `b`, from the empty one on.
fn last_row(a: &[u8], b: &[u8]) -> Vec<usize> {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (index, &letter) in a.iter().enumerate() {
        let mut diagonal = index;
        row[0] = index + 1;
        for (at, &other) in b.iter().enumerate() {
            let changed = diagonal + usize::from(shape(letter) != shape(other));
            diagonal = row[at + 1];
            row[at + 1] = changed.min(diagonal + 1).min(row[at] + 1);
        }
    }
    row
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_changed_put_in_and_left_out_are_counted() {
        assert_eq!(distance(b"ferry", b"ferry"), 0);
        assert_eq!(distance(b"ferry", b"fairy"), 2);
        assert_eq!(distance(b"toll", b""), 4);
        assert_eq!(distance(b"", b"toll"), 4);
        // c for o, t for l: misread.
        assert_eq!(distance(b"tctt", b"toll"), 0);
    }

    #[test]
    fn the_nearest_beginning_counts() {
        assert_eq!(distance_to_start(b"ferr", b"ferryman"), 0);
        assert_eq!(distance_to_start(b"feryman", b"ferrymanandtoll"), 1);
        assert_eq!(distance_to_start(b"ab", b""), 2);
    }
}
