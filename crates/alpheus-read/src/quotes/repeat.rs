//! Words that a heading or another passage quotes again: they are whose they were.

use super::Quotation;
use rustc_hash::FxHashMap;

/// So many words in a row are no chance.
const ROW: usize = 4;

/// Gives a quotation without a speaker the speaker of the one that holds all its words.
pub(super) fn fill(quotations: &mut [Quotation]) {
    let mut rows: FxHashMap<[u64; ROW], usize> = FxHashMap::default();
    for (index, quotation) in quotations.iter().enumerate() {
        if quotation.speaker.is_some() && quotation.is_said() {
            for row in quotation.words.windows(ROW) {
                rows.entry(keys(row)).or_insert(index);
            }
        }
    }
    for index in 0..quotations.len() {
        let bare = &quotations[index];
        if bare.speaker.is_some() || !bare.is_said() || bare.words.len() < ROW {
            continue;
        }
        let Some(&whole) = rows.get(&keys(&bare.words[..ROW])) else { continue };
        if holds(&quotations[whole], bare) {
            quotations[index].speaker.clone_from(&quotations[whole].speaker.clone());
        }
    }
}

fn keys(row: &[(u64, alpheus_text::Span)]) -> [u64; ROW] {
    let mut keys = [0; ROW];
    for (key, (word, _)) in keys.iter_mut().zip(row) {
        *key = *word;
    }
    keys
}

fn holds(whole: &Quotation, part: &Quotation) -> bool {
    let length = part.words.len();
    let same = |row: &[(u64, alpheus_text::Span)]| {
        row.iter().zip(&part.words).all(|((one, _), (other, _))| one == other)
    };
    whole.words.windows(length).any(same)
}
