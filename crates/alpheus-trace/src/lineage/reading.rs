//! What each witness reads at each place of the frame, without what is only noise.
//!
//! A scanner's misreading says nothing about who copied whom. A reading that is near another in
//! its letters is taken for noise unless more witnesses have it than would by chance, given
//! how noisy they are; then it is a spelling that was handed down.

use super::{
    copying::{LOOKS, SLIP},
    frame::Column,
    vocabulary::Vocabulary,
};

/// What a witness has at a place where it has no word.
pub(crate) const GAP: u32 = u32::MAX;
/// What it has before it begins and after it ends.
pub(crate) const OUTSIDE: u32 = u32::MAX - 1;
/// How often a copyist changes a spelling for a certain other.
const SPELT: f64 = 0.0025;
/// In how many ways a word is commonly misread, for each of its letters: short words are soon
/// misread alike.
const MISREADINGS: f64 = 3.0;

/// The readings of all witnesses.
#[derive(Debug)]
pub(crate) struct Readings {
    /// By witness and column: what no other witness has, nor anything near it, in no more than
    /// one column. It may be a slip, or a word misread beyond recognition.
    pub(crate) lone: Vec<Vec<bool>>,
    /// By witness and column.
    pub(crate) rows: Vec<Vec<u32>>,
    /// The reading that stands for all that are near each other in a column.
    pub(crate) kin: Vec<Vec<u32>>,
    /// The share of words that are misread, of each witness.
    pub(crate) noise: Vec<f64>,
    /// The first column of each witness and the one after its last.
    pub(crate) bounds: Vec<(usize, usize)>,
}

/// Readings of one column that are near each other.
struct Family {
    /// Each reading with its witnesses; the commonest first.
    readings: Vec<(u32, Vec<usize>)>,
}

impl Family {
    fn witnesses(&self) -> usize {
        self.readings.iter().map(|(_, witnesses)| witnesses.len()).sum()
    }
}

/// Reads the columns.
pub(crate) fn readings(
    columns: &[Column],
    witnesses: usize,
    vocabulary: &mut Vocabulary,
) -> Readings {
    let families: Vec<Vec<Family>> =
        columns.iter().map(|column| families(column, vocabulary)).collect();
    let noise = noise(&families, witnesses);
    let mut rows = vec![vec![GAP; columns.len()]; witnesses];
    let mut kin = rows.clone();
    for (column, families) in families.iter().enumerate() {
        for family in families {
            let leading = family.readings[0].0;
            let ways = MISREADINGS * vocabulary.letters(leading);
            for (reading, having) in &family.readings {
                let real = *reading == leading || is_real(having, family, &noise, ways);
                for &witness in having {
                    rows[witness][column] = if real { *reading } else { leading };
                    kin[witness][column] = leading;
                }
            }
        }
    }
    let bounds: Vec<(usize, usize)> = rows.iter_mut().map(|row| bound(row)).collect();
    let lone = lone(&kin, &bounds, &noise);
    Readings { lone, rows, kin, noise, bounds }
}

/// What each witness alone has or has not, and what a few have not that are noisy enough to have
/// lost it each by itself.
fn lone(kin: &[Vec<u32>], bounds: &[(usize, usize)], noise: &[f64]) -> Vec<Vec<bool>> {
    let columns = kin.first().map_or(0, Vec::len);
    let mut lone = vec![vec![false; columns]; kin.len()];
    for column in 0..columns {
        let covers = |witness: &usize| {
            let (start, end) = bounds[*witness];
            (start..end).contains(&column)
        };
        let here: Vec<usize> = (0..kin.len()).filter(covers).collect();
        for &witness in &here {
            let reading = kin[witness][column];
            let same = |other: &usize| kin[*other][column] == reading;
            let having: Vec<usize> = here.iter().copied().filter(same).collect();
            let lost = |&witness: &usize| noise[witness] * LOOKS / 2.0;
            lone[witness][column] = having.len() == 1
                || reading == GAP
                    && 2 * having.len() < here.len()
                    && coincidence(here.len(), having.iter().map(lost)) > SLIP;
        }
    }
    lone.iter_mut().zip(kin).for_each(|(lone, row)| keep_single(lone, row));
    lone
}

/// How many groups of so many among all are to be expected to have the same mishap.
#[expect(clippy::cast_precision_loss, reason = "far fewer than 2^52 witnesses")]
fn coincidence(all: usize, rates: impl Iterator<Item = f64>) -> f64 {
    // The ways to choose them, factor by factor.
    let choices = |at: usize| (all - at) as f64 / (at + 1) as f64;
    rates.enumerate().map(|(at, rate)| choices(at) * rate).product()
}

/// Runs of lone gaps or words are omissions and additions; one may be noise.
fn keep_single(lone: &mut [bool], row: &[u32]) {
    let mut start = 0;
    while start < lone.len() {
        let same = |&at: &usize| lone[at] && (row[at] == GAP) == (row[start] == GAP);
        let end = start + (start..lone.len()).take_while(same).count();
        if end - start > 2 {
            lone[start..end].fill(false);
        }
        start = end.max(start + 1);
    }
}

fn families(column: &Column, vocabulary: &mut Vocabulary) -> Vec<Family> {
    let mut cells: Vec<(u32, usize)> =
        column.cells.iter().map(|&(witness, word)| (word, witness)).collect();
    cells.sort_unstable();
    let mut readings: Vec<(u32, Vec<usize>)> = cells
        .chunk_by(|a, b| a.0 == b.0)
        .map(|same| (same[0].0, same.iter().map(|cell| cell.1).collect()))
        .collect();
    readings.sort_by_key(|(word, having)| (std::cmp::Reverse(having.len()), *word));
    let mut families: Vec<Family> = Vec::new();
    for reading in readings {
        let mut of = families.iter_mut();
        match of.find(|family| vocabulary.are_kin(family.readings[0].0, reading.0)) {
            Some(family) => family.readings.push(reading),
            None => families.push(Family { readings: vec![reading] }),
        }
    }
    families
}

/// The share of each witness's words that it alone has though others have one near it.
#[expect(clippy::cast_precision_loss, reason = "far fewer than 2^52 words")]
fn noise(families: &[Vec<Family>], witnesses: usize) -> Vec<f64> {
    let (mut odd, mut all) = (vec![0.0; witnesses], vec![0_usize; witnesses]);
    for family in families.iter().flatten() {
        let tied = family.readings[0].1.len() == 1;
        for (rank, (_, having)) in family.readings.iter().enumerate() {
            for &witness in having {
                all[witness] += 1;
            }
            if let ([witness], true) = (&having[..], family.readings.len() > 1) {
                // Of two readings that are alone, either may be the misread one.
                odd[*witness] += if tied { 0.5 } else { f64::from(u8::from(rank > 0)) };
            }
        }
    }
    odd.iter().zip(all).map(|(odd, all)| (odd + 0.1) / (all as f64 + 10.0)).collect()
}

/// Whether so many witnesses would hardly have misread a word in the same way.
fn is_real(having: &[usize], family: &Family, noise: &[f64], ways: f64) -> bool {
    let rates = having.iter().map(|&witness| noise[witness] / ways);
    coincidence(family.witnesses(), rates) < SPELT
}

/// Marks what lies outside a witness.
fn bound(row: &mut [u32]) -> (usize, usize) {
    let first = row.iter().position(|&reading| reading != GAP).unwrap_or(row.len());
    let end = row.iter().rposition(|&reading| reading != GAP).map_or(first, |at| at + 1);
    row[..first].fill(OUTSIDE);
    row[end..].fill(OUTSIDE);
    (first, end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lineage::frame::frame;

    fn read(texts: &[String]) -> Readings {
        let mut vocabulary = Vocabulary::default();
        let words: Vec<Vec<u32>> =
            texts.iter().map(|text| vocabulary.read(text)).collect();
        let columns = frame(&words, &mut vocabulary);
        readings(&columns, texts.len(), &mut vocabulary)
    }

    #[test]
    fn a_misreading_is_not_a_reading_and_a_shared_spelling_is() {
        let clean =
            "the harbour of the little town was closed by ice in the third winter";
        let spelt = clean.replace("harbour", "harbor");
        let misread = clean.replace("little", "1itt1e").replace("third", "tbird");
        let other = clean.replace("closed", "opened");
        let long = |text: &str| [text; 8].join(" ");
        let found = read(&[
            long(clean),
            long(clean),
            long(&spelt),
            long(&spelt),
            long(&misread),
            long(&other),
        ]);
        assert_eq!(found.rows[0], found.rows[4]);
        assert_ne!(found.rows[0], found.rows[2]);
        assert_eq!(found.kin[0], found.kin[2]);
        assert_ne!(found.kin[0], found.kin[5]);
        assert!(found.noise[4] > 0.1 && found.noise[0] < 0.01, "{:?}", found.noise);
    }

    #[test]
    fn an_excerpt_has_bounds() {
        let found = read(&["one two three four five".into(), "three four".into()]);
        assert_eq!(found.bounds, [(0, 5), (2, 4)]);
        assert_eq!(found.rows[1][0], OUTSIDE);
    }
}
