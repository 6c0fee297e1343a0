//! All witnesses of a passage aligned word by word to one frame.
//!
//! The longest witness is the first frame; each other one is aligned to what is there (progressive
//! alignment, Feng and Doolittle 1987; for texts, Dekker et al. 2015), and words that find no
//! column get one of their own, so that what two later witnesses add is aligned too. Runs of words
//! that are unique on both sides anchor the alignment, so that long texts take little time.

use super::{
    block::{self, Step},
    vocabulary::Vocabulary,
};
use rustc_hash::FxHashMap;
use std::cmp::Reverse;

/// How many words in a row make an anchor.
const ANCHOR: usize = 3;

/// A place of the frame: the word of each witness that has one there.
#[derive(Clone, Debug, Default)]
pub(crate) struct Column {
    /// Witness and word, in the order in which they were aligned.
    pub(crate) cells: Vec<(usize, u32)>,
}

impl Column {
    fn of(&self, witness: usize) -> Option<u32> {
        self.cells.iter().find(|cell| cell.0 == witness).map(|cell| cell.1)
    }

    fn set(&mut self, witness: usize, word: Option<u32>) {
        self.cells.retain(|cell| cell.0 != witness);
        self.cells.extend(word.map(|word| (witness, word)));
    }

    /// The word that most witnesses have; of several, the one that was first.
    fn leading(&self) -> Option<u32> {
        let count = |word| self.cells.iter().filter(|cell| cell.1 == word).count();
        let words = self.cells.iter().enumerate();
        words
            .max_by_key(|(at, cell)| (count(cell.1), Reverse(*at)))
            .map(|(_, cell)| cell.1)
    }
}

/// The columns of all witnesses, given as the words of each.
pub(crate) fn frame(texts: &[Vec<u32>], vocabulary: &mut Vocabulary) -> Vec<Column> {
    let mut order: Vec<usize> = (0..texts.len()).collect();
    order.sort_by_key(|&witness| (Reverse(texts[witness].len()), witness));
    let mut columns = Vec::new();
    for witness in order {
        let steps = align(&columns, &texts[witness], vocabulary);
        columns = merge(columns, &texts[witness], witness, &steps);
    }
    columns
}

/// Mends words that only a scanner has parted or run together: two words in two columns
/// that are one in all others, and one that is two.
pub(crate) fn mend(columns: &mut [Column], vocabulary: &mut Vocabulary) {
    for at in 1..columns.len() {
        let [left, right] = [at - 1, at].map(|at| columns[at].leading());
        let (Some(left), Some(right)) = (left, right) else { continue };
        let [few, many] = [at - 1, at].map(|at| columns[at].cells.len());
        let whole = if few < many { right } else { left };
        let witnesses: Vec<usize> = columns[at - 1]
            .cells
            .iter()
            .chain(&columns[at].cells)
            .map(|cell| cell.0)
            .collect();
        for witness in witnesses {
            let [a, b] = [at - 1, at].map(|at| columns[at].of(witness));
            match (a, b) {
                (Some(a), Some(b))
                    if few.min(many) == 1 && vocabulary.are_parts([a, b], whole) =>
                {
                    columns[at - 1].set(witness, (few >= many).then_some(whole));
                    columns[at].set(witness, (few < many).then_some(whole));
                }
                (Some(one), None) | (None, Some(one))
                    if few.min(many) > 1 && vocabulary.are_parts([left, right], one) =>
                {
                    columns[at - 1].set(witness, Some(left));
                    columns[at].set(witness, Some(right));
                }
                _ => {}
            }
        }
    }
}

/// The columns with one more witness in them.
fn merge(
    columns: Vec<Column>,
    text: &[u32],
    witness: usize,
    steps: &[Step],
) -> Vec<Column> {
    let mut out = Vec::with_capacity(columns.len() + text.len() / 8);
    let (mut old, mut words) = (columns.into_iter(), text.iter());
    for step in steps {
        let mut column = match step {
            Step::Word => Column::default(),
            Step::Column | Step::Both => old.next().unwrap_or_default(),
        };
        if *step != Step::Column {
            column.cells.extend(words.next().map(|&word| (witness, word)));
        }
        out.push(column);
    }
    out
}

fn align(columns: &[Column], text: &[u32], vocabulary: &mut Vocabulary) -> Vec<Step> {
    let mut steps = Vec::with_capacity(columns.len() + text.len());
    let (mut column, mut word) = (0, 0);
    for (to_column, to_word) in anchors(columns, text) {
        let here = block::Block {
            columns: &columns[column..to_column],
            text: &text[word..to_word],
            first: word == 0,
            last: false,
        };
        here.align(vocabulary, &mut steps);
        steps.push(Step::Both);
        (column, word) = (to_column + 1, to_word + 1);
    }
    let rest = block::Block {
        columns: &columns[column..],
        text: &text[word..],
        first: word == 0,
        last: true,
    };
    rest.align(vocabulary, &mut steps);
    steps
}

/// Columns and words that belong together for certain, rising on both sides.
fn anchors(columns: &[Column], text: &[u32]) -> Vec<(usize, usize)> {
    let leading: Vec<u32> =
        columns.iter().map(|column| column.leading().unwrap_or(u32::MAX)).collect();
    let ours = unique(text);
    let theirs = unique(&leading);
    let mut pairs: Vec<(usize, usize)> =
        ours.iter().filter_map(|(run, &word)| Some((*theirs.get(run)?, word))).collect();
    pairs.sort_unstable();
    let mut out: Vec<(usize, usize)> = Vec::new();
    for (column, word) in rising(&pairs) {
        for at in 0..ANCHOR {
            let pair = (column + at, word + at);
            if out.last().is_none_or(|last| last.0 < pair.0 && last.1 < pair.1) {
                out.push(pair);
            }
        }
    }
    out
}

/// The runs of words that stand in one place only, and where.
fn unique(words: &[u32]) -> FxHashMap<[u32; ANCHOR], usize> {
    let mut places: FxHashMap<[u32; ANCHOR], (usize, usize)> = FxHashMap::default();
    for (at, run) in words.windows(ANCHOR).enumerate() {
        let run = std::array::from_fn(|word| run[word]);
        places.entry(run).or_insert((at, 0)).1 += 1;
    }
    places.retain(|_, (_, count)| *count == 1);
    places.into_iter().map(|(run, (at, _))| (run, at)).collect()
}

/// The longest subsequence that rises in its second part (Fredman 1975).
fn rising(pairs: &[(usize, usize)]) -> Vec<(usize, usize)> {
    let mut tails: Vec<usize> = Vec::new();
    let mut before = vec![None; pairs.len()];
    for (at, pair) in pairs.iter().enumerate() {
        let rank = tails.partition_point(|&tail| pairs[tail].1 < pair.1);
        before[at] = rank.checked_sub(1).map(|rank| tails[rank]);
        if rank == tails.len() {
            tails.push(at);
        } else {
            tails[rank] = at;
        }
    }
    let mut out = Vec::with_capacity(tails.len());
    let mut next = tails.last().copied();
    while let Some(at) = next {
        out.push(pairs[at]);
        next = before[at];
    }
    out.reverse();
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each witness as a line of the frame.
    fn lines(texts: &[&str]) -> Vec<String> {
        let mut vocabulary = Vocabulary::default();
        let words: Vec<Vec<u32>> =
            texts.iter().map(|text| vocabulary.read(text)).collect();
        let columns = frame(&words, &mut vocabulary);
        let line = |witness: usize| {
            let mut own = texts[witness].split(' ');
            let cell = |column: &Column| {
                let has = column.cells.iter().any(|cell| cell.0 == witness);
                if has { own.next().unwrap() } else { "-" }
            };
            columns.iter().map(cell).collect::<Vec<_>>().join(" ")
        };
        (0..texts.len()).map(line).collect()
    }

    #[test]
    fn what_two_later_witnesses_add_is_aligned() {
        let found = lines(&[
            "in the year of the great frost the river was frozen from bank to bank",
            "in the year of the frost the whole river was frozen",
            "in the year of the frost the whole river vvas frozon",
        ]);
        assert_eq!(
            found,
            [
                "in the year of the great frost the - river was frozen from bank to bank",
                "in the year of the - frost the whole river was frozen - - - -",
                "in the year of the - frost the whole river vvas frozon - - - -",
            ]
        );
    }

    #[test]
    fn nothing_is_a_frame_too() {
        assert_eq!(lines(&["", ""]), ["", ""]);
        assert_eq!(lines(&["a", ""]), ["a", "-"]);
    }

    #[test]
    fn every_word_has_its_column() {
        let texts =
            ["a b c d e f g h", "h g f e d c b a", "x y z", "a b c x d e f g h a b c d"];
        let found = lines(&texts);
        for (line, text) in found.iter().zip(texts) {
            let words: Vec<&str> = line.split(' ').filter(|word| *word != "-").collect();
            assert_eq!(words.join(" "), text);
        }
    }
}
