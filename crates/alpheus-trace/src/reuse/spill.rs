//! What was found block by block, put into the order of the texts: on disk beyond a bound.

use super::{
    Match,
    spool::{Spool, Stretch},
};
use alpheus_text::Span;
use std::{cmp::Reverse, collections::BinaryHeap, io, ops::Range};

/// How many bytes a match takes.
const SIZE: usize = 60;

/// The matches of several blocks; those of each come in the order of their second texts.
#[derive(Debug)]
pub(crate) struct Spill {
    spool: Spool,
    runs: Vec<Range<u64>>,
}

impl Spill {
    pub(crate) fn new(memory: usize) -> Self {
        Spill { spool: Spool::new(memory), runs: Vec::new() }
    }

    /// What comes next is of another block.
    pub(crate) fn begin(&mut self) {
        self.runs.push(self.spool.len()..self.spool.len());
    }

    pub(crate) fn extend(&mut self, matches: &[Match]) -> io::Result<()> {
        let bytes: Vec<u8> = matches.iter().flat_map(encode).collect();
        self.spool.append(&bytes)?;
        if let Some(run) = self.runs.last_mut() {
            run.end = self.spool.len();
        }
        Ok(())
    }

    /// Hands all matches to `sink`: by the second text, then by blocks.
    pub(crate) fn merge<E: From<io::Error>>(
        &self,
        mut sink: impl FnMut(Match) -> Result<(), E>,
    ) -> Result<(), E> {
        let stretch = |run: &Range<u64>| Stretch::new(&self.spool, run.clone());
        let mut runs: Vec<Stretch<'_>> = self.runs.iter().map(stretch).collect();
        let mut next: Vec<Option<Match>> = Vec::new();
        let mut order = BinaryHeap::new();
        for (index, run) in runs.iter_mut().enumerate() {
            let first = run.next()?.map(decode);
            order.extend(first.map(|one| Reverse((one.second, index))));
            next.push(first);
        }
        while let Some(Reverse((second, index))) = order.pop() {
            while let Some(one) = next[index].filter(|one| one.second == second) {
                sink(one)?;
                next[index] = runs[index].next()?.map(decode);
            }
            order.extend(next[index].map(|one| Reverse((one.second, index))));
        }
        Ok(())
    }
}

fn encode(one: &Match) -> [u8; SIZE] {
    let ends = |span: Span| [span.start, span.end];
    let spans = [one.first_span, one.first_points, one.second_span, one.second_points];
    let numbers = [one.first as u32, one.second as u32];
    let counts = [one.equal, one.length, one.score.cast_unsigned()];
    let all = numbers.into_iter().chain(spans.into_iter().flat_map(ends)).chain(counts);
    let mut bytes = [0; SIZE];
    for (place, number) in bytes.chunks_exact_mut(4).zip(all) {
        place.copy_from_slice(&number.to_le_bytes());
    }
    bytes[52..].copy_from_slice(&one.bits.to_le_bytes());
    bytes
}

fn decode(bytes: [u8; SIZE]) -> Match {
    let number =
        |at: usize| u32::from_le_bytes(std::array::from_fn(|byte| bytes[at * 4 + byte]));
    let span = |at: usize| Span::new(number(at), number(at + 1));
    Match {
        first: number(0) as usize,
        second: number(1) as usize,
        first_span: span(2),
        first_points: span(4),
        second_span: span(6),
        second_points: span(8),
        equal: number(10),
        length: number(11),
        score: number(12).cast_signed(),
        bits: f64::from_le_bytes(std::array::from_fn(|byte| bytes[52 + byte])),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(first: u32, second: u32) -> Match {
        let span = |start| Span::new(start, start + 9);
        Match {
            first: first as usize,
            second: second as usize,
            first_span: span(first),
            first_points: span(first + 1),
            second_span: span(second),
            second_points: span(second + 2),
            equal: 8,
            length: 9,
            score: -3,
            bits: 0.1 + f64::from(first),
        }
    }

    #[test]
    fn blocks_are_merged_by_the_second_text() {
        let mut spill = Spill::new(0);
        for block in 0..3_u32 {
            spill.begin();
            for second in 0..500 {
                let firsts = 0..second % (block + 2);
                let matches: Vec<_> =
                    firsts.map(|first| one(block * 10 + first, second)).collect();
                spill.extend(&matches).unwrap();
            }
        }
        spill.begin();
        let mut all = Vec::new();
        let sink = |found| {
            all.push(found);
            io::Result::Ok(())
        };
        spill.merge(sink).unwrap();
        assert_eq!(all[..3], [one(0, 1), one(10, 1), one(20, 1)]);
        assert!(all.is_sorted_by_key(|one| (one.second, one.first)));
        assert_eq!(all.len(), 250 + 499 + 250 * 4 - 250);
    }
}
