//! How often each of very many keys comes, in bounded memory.
//!
//! Keys are hashes, so their first bits part them evenly. Where they don't fit into memory, each
//! part goes to a temporary file in blocks; at the end the parts are sorted one by one, and the
//! keys come out in order.

use super::spool::Spool;
use std::io;

/// Keys of a part that are written together.
const BLOCK: usize = 4096;
/// The most parts, as a power of two.
const MOST_PARTS: u32 = 10;

/// Keys that are counted.
#[derive(Debug)]
pub(crate) struct Tally {
    /// The power of two of the parts.
    bits: u32,
    parts: Vec<Part>,
    spool: Spool,
}

#[derive(Debug, Default)]
struct Part {
    keys: Vec<u32>,
    /// Where its blocks were written.
    blocks: Vec<u64>,
}

impl Tally {
    /// For about so many keys, in so many bytes.
    pub(crate) fn new(keys: usize, memory: usize) -> Self {
        // Sorting takes as much again.
        let fit = (memory / 8).max(BLOCK);
        let parts = keys.div_ceil(fit).next_power_of_two();
        let bits = parts.ilog2().min(MOST_PARTS);
        let mut parts = Vec::new();
        parts.resize_with(1 << bits, Part::default);
        Tally { bits, parts, spool: Spool::new(0) }
    }

    /// Counts some keys.
    pub(crate) fn extend(&mut self, keys: &[u32]) -> io::Result<()> {
        if self.bits == 0 {
            self.parts[0].keys.extend(keys);
            return Ok(());
        }
        for &key in keys {
            let part = &mut self.parts[(key >> (32 - self.bits)) as usize];
            part.keys.push(key);
            if part.keys.len() == BLOCK {
                part.blocks.push(self.spool.len());
                self.spool.append(&bytes(&part.keys))?;
                part.keys.clear();
            }
        }
        Ok(())
    }

    /// Hands each key and its count to `sink`, in the order of the keys.
    pub(crate) fn finish(
        self,
        mut sink: impl FnMut(u32, usize) -> io::Result<()>,
    ) -> io::Result<()> {
        for part in self.parts {
            let mut keys = part.keys;
            keys.reserve_exact(part.blocks.len() * BLOCK);
            for at in part.blocks {
                let block = self.spool.read(at, BLOCK * 4)?;
                let block = block.chunks_exact(4);
                keys.extend(block.map(|b| u32::from_le_bytes([b[0], b[1], b[2], b[3]])));
            }
            radsort::sort(&mut keys);
            keys.chunk_by(|a, b| a == b).try_for_each(|run| sink(run[0], run.len()))?;
        }
        Ok(())
    }
}

fn bytes(keys: &[u32]) -> Vec<u8> {
    keys.iter().flat_map(|key| key.to_le_bytes()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_do_not_depend_on_memory() {
        let key = |i: u32| (i % 7001 * (i % 13)).wrapping_mul(0x9e37_79b9);
        let keys: Vec<u32> = (0..200_000).map(key).collect();
        let counted = |memory| {
            let mut tally = Tally::new(keys.len(), memory);
            keys.chunks(999).for_each(|some| tally.extend(some).unwrap());
            let spilled = tally.spool.len() > 0;
            let mut all = Vec::new();
            tally
                .finish(|key, count| {
                    all.push((key, count));
                    Ok(())
                })
                .unwrap();
            (spilled, all)
        };
        let (spilled, in_memory) = counted(1 << 24);
        assert!(!spilled && in_memory.is_sorted());
        assert_eq!(in_memory.iter().map(|one| one.1).sum::<usize>(), keys.len());
        assert_eq!(counted(1 << 16), (true, in_memory));
    }
}
