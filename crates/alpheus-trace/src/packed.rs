//! A sorted multimap of 32-bit keys, packed to a few bits more than it must have.
//!
//! The first bits of a key choose a bucket; its entries hold the rest of the key and the value
//! side by side, in as many bits as the largest takes, sorted. So a table needs no decoding: it
//! is read where it lies, in memory or in a mapped file. Reading is checked at every step, and a
//! table of nonsense gives nonsense, never a panic.

use std::hint;

/// The bytes before the directory: the count, then the widths.
const HEADER: usize = 16;
/// A read takes eight bytes from wherever an entry begins.
const PADDING: usize = 8;
/// The widest entry that eight bytes hold wherever it begins.
const WIDEST: u32 = 57;

/// A packed table in borrowed bytes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Packed<'a> {
    directory: &'a [u8],
    entries: &'a [u8],
    bucket_bits: u32,
    value_bits: u32,
}

/// Packs pairs of a key (high half) and a value (low half), which must be sorted.
pub(crate) fn pack(pairs: &[u64]) -> Vec<u8> {
    debug_assert!(pairs.is_sorted());
    let highest = pairs.iter().map(|&pair| pair as u32).max().unwrap_or(0);
    let value_bits = 32 - highest.leading_zeros();
    let least = (32 + value_bits).saturating_sub(WIDEST);
    let bucket_bits = pairs.len().max(4).ilog2().saturating_sub(2).clamp(least, 28);
    let rest_bits = 32 - bucket_bits;
    let buckets = 1_usize << bucket_bits;

    let width = (rest_bits + value_bits) as usize;
    let size = (pairs.len() * width).div_ceil(8) + PADDING;
    let mut bytes = Vec::with_capacity(HEADER + (buckets + 1) * 4 + size);
    bytes.extend((pairs.len() as u64).to_le_bytes());
    bytes.extend([bucket_bits as u8, value_bits as u8, 0, 0, 0, 0, 0, 0]);
    let mut at = 0;
    for bucket in 0..buckets as u64 {
        bytes.extend((at as u32).to_le_bytes());
        let ends = (bucket + 1) << rest_bits;
        at += pairs[at..].iter().take_while(|&&pair| pair >> 32 < ends).count();
    }
    bytes.extend((at as u32).to_le_bytes());

    let start = bytes.len();
    let rest_mask = (1_u64 << rest_bits) - 1;
    let (mut word, mut filled) = (0_u64, 0);
    for &pair in pairs {
        let entry = (pair >> 32 & rest_mask) << value_bits | u64::from(pair as u32);
        word |= entry << filled;
        filled += width;
        if filled >= 64 {
            bytes.extend(word.to_le_bytes());
            filled -= 64;
            word = entry >> (width - filled);
        }
    }
    bytes.extend(word.to_le_bytes());
    bytes.resize(start + size, 0);
    bytes
}

impl<'a> Packed<'a> {
    /// The table that `bytes` begin with; `None` if they can't be one.
    pub(crate) fn of(bytes: &'a [u8]) -> Option<Self> {
        let count = u64::from_le_bytes(bytes.get(..8)?.try_into().ok()?);
        let &[bucket_bits, value_bits] = bytes.get(8..10)? else { return None };
        let (bucket_bits, value_bits) = (u32::from(bucket_bits), u32::from(value_bits));
        if bucket_bits > 28 || value_bits > 32 || 32 - bucket_bits + value_bits > WIDEST {
            return None;
        }
        let directory_size = ((1_usize << bucket_bits) + 1) * 4;
        let bits = count.checked_mul(u64::from(32 - bucket_bits + value_bits))?;
        let size = usize::try_from(bits.div_ceil(8)).ok()?.checked_add(PADDING)?;
        let rest = bytes.get(HEADER..)?;
        let directory = rest.get(..directory_size)?;
        let entries = rest.get(directory_size..)?.get(..size)?;
        Some(Packed { directory, entries, bucket_bits, value_bits })
    }

    /// The values of a key, in order.
    pub(crate) fn values(&self, key: u32) -> Values<'a> {
        let rest_bits = 32 - self.bucket_bits;
        let bucket = (u64::from(key) >> rest_bits) as usize;
        let (mut start, mut end) = (self.bound(bucket), self.bound(bucket + 1));
        let rest = u64::from(key) & ((1 << rest_bits) - 1);
        // The first entry with this key, and the first with a greater one.
        start = self.search(start, end, |entry| entry >> self.value_bits < rest);
        if end.saturating_sub(start) > 16 {
            end = self.search(start, end, |entry| entry >> self.value_bits <= rest);
        }
        Values { table: *self, rest, at: start, end }
    }

    /// Reads where some keys are, one not waiting for the other, so that it is in the cache when
    /// their values are asked for.
    pub(crate) fn fetch(&self, keys: impl Iterator<Item = u32>) {
        let width = (32 - self.bucket_bits + self.value_bits) as usize;
        let read = |key: u32| {
            let bucket = (u64::from(key) >> (32 - self.bucket_bits)) as usize;
            let (start, end) = (self.bound(bucket), self.bound(bucket + 1));
            let byte = |at: usize| self.entries.get(at * width / 8).copied().unwrap_or(0);
            byte(start) ^ byte(usize::midpoint(start, end)) ^ byte(end)
        };
        hint::black_box(keys.map(read).fold(0, u8::wrapping_add));
    }

    fn bound(&self, bucket: usize) -> usize {
        let bytes = self.directory.get(bucket * 4..bucket * 4 + 4);
        bytes.map_or(0, |b| u32::from_le_bytes([b[0], b[1], b[2], b[3]]) as usize)
    }

    fn entry(&self, index: usize) -> u64 {
        let width = (32 - self.bucket_bits + self.value_bits) as usize;
        let bit = index * width;
        let word = self.entries.get(bit / 8..bit / 8 + 8);
        let word =
            word.and_then(|word| word.try_into().ok()).map_or(0, u64::from_le_bytes);
        word >> (bit % 8) & ((1 << width) - 1)
    }

    fn search(&self, start: usize, end: usize, before: impl Fn(u64) -> bool) -> usize {
        let (mut low, mut count) = (start, end.saturating_sub(start));
        while count > 0 {
            let half = count / 2;
            // Whether it goes on before or behind the middle can't be foreseen.
            let behind = before(self.entry(low + half));
            low = hint::select_unpredictable(behind, low + half + 1, low);
            count = hint::select_unpredictable(behind, count - half - 1, half);
        }
        low
    }
}

/// The values of one key.
pub(crate) struct Values<'a> {
    table: Packed<'a>,
    rest: u64,
    at: usize,
    end: usize,
}

impl Values<'_> {
    /// At least as many as there are, if there are many; what a cap is compared with.
    pub(crate) fn at_most(&self) -> usize {
        self.end - self.at.min(self.end)
    }
}

impl Iterator for Values<'_> {
    type Item = u32;

    fn next(&mut self) -> Option<u32> {
        if self.at >= self.end {
            return None;
        }
        let entry = self.table.entry(self.at);
        self.at += 1;
        let found = entry >> self.table.value_bits == self.rest;
        found.then_some((entry & ((1 << self.table.value_bits) - 1)) as u32)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pairs(list: &[(u32, u32)]) -> Vec<u64> {
        let mut pairs: Vec<u64> = list
            .iter()
            .map(|&(key, value)| u64::from(key) << 32 | u64::from(value))
            .collect();
        pairs.sort_unstable();
        pairs
    }

    fn values(bytes: &[u8], key: u32) -> Vec<u32> {
        Packed::of(bytes).unwrap().values(key).collect()
    }

    #[test]
    fn every_value_is_found_and_no_other() {
        for count in [0, 1, 3, 50, 5000_u32] {
            let list: Vec<_> = (0..count)
                .map(|i| ((i / 3).wrapping_mul(0x9e37_79b9), i * 7919))
                .collect();
            let bytes = pack(&pairs(&list));
            for &(key, value) in &list {
                assert!(values(&bytes, key).contains(&value));
                assert!(values(&bytes, key).len() <= 3);
            }
            assert!(values(&bytes, 12345).is_empty());
        }
    }

    #[test]
    fn the_widest_values_fit() {
        let list = [(0, u32::MAX), (1, 0), (u32::MAX, u32::MAX), (u32::MAX, 1)];
        let bytes = pack(&pairs(&list));
        assert_eq!(values(&bytes, u32::MAX), [1, u32::MAX]);
        assert_eq!(values(&bytes, 0), [u32::MAX]);
        assert_eq!(values(&bytes, 1), [0]);
    }

    #[test]
    fn nonsense_does_not_panic() {
        let mut bytes = pack(&pairs(&[(5, 6), (7, 8), (900, 1)]));
        for at in 0..bytes.len() {
            let kept = std::mem::replace(&mut bytes[at], 0xff);
            if let Some(table) = Packed::of(&bytes) {
                for key in [0, 5, 7, 900, u32::MAX] {
                    let values = table.values(key);
                    let _ = (values.at_most(), values.take(100).count());
                }
            }
            bytes[at] = kept;
        }
        for cut in 0..bytes.len() - PADDING {
            assert!(Packed::of(&bytes[..cut]).is_none());
        }
    }
}
