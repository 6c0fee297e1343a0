//! Bytes kept in memory up to a bound, and beyond it in a temporary file without a name, which
//! goes with the process however that ends.

use std::{
    io::{self, Read as _, Seek as _, SeekFrom, Write as _},
    sync::{Mutex, PoisonError},
};
use tempfile::SpooledTempFile;

/// Bytes that are written once, from the beginning to the end, and read anywhere.
#[derive(Debug)]
pub(crate) struct Spool {
    file: Mutex<SpooledTempFile>,
    len: u64,
}

impl Spool {
    /// An empty one that takes no more memory than this.
    pub(crate) fn new(memory: usize) -> Self {
        Spool { file: Mutex::new(SpooledTempFile::new(memory)), len: 0 }
    }

    /// How many bytes were written.
    pub(crate) fn len(&self) -> u64 {
        self.len
    }

    /// Writes behind what was written. Few large pieces are cheaper than many small ones.
    pub(crate) fn append(&mut self, bytes: &[u8]) -> io::Result<()> {
        let file = self.file.get_mut().unwrap_or_else(PoisonError::into_inner);
        file.seek(SeekFrom::Start(self.len))?;
        file.write_all(bytes)?;
        self.len += bytes.len() as u64;
        Ok(())
    }

    /// Reads so many bytes from a place on.
    pub(crate) fn read(&self, at: u64, length: usize) -> io::Result<Vec<u8>> {
        let mut bytes = vec![0; length];
        let mut file = self.file.lock().unwrap_or_else(PoisonError::into_inner);
        file.seek(SeekFrom::Start(at))?;
        file.read_exact(&mut bytes)?;
        Ok(bytes)
    }
}

/// Reads a stretch of a spool from its beginning to its end, a piece at a time.
#[derive(Debug)]
pub(crate) struct Stretch<'s> {
    spool: &'s Spool,
    at: u64,
    end: u64,
    piece: Vec<u8>,
    used: usize,
}

/// How much of a stretch is read at once, in bytes.
const PIECE: usize = 1 << 14;

impl<'s> Stretch<'s> {
    pub(crate) fn new(spool: &'s Spool, bytes: std::ops::Range<u64>) -> Self {
        Stretch { spool, at: bytes.start, end: bytes.end, piece: Vec::new(), used: 0 }
    }

    /// The next `N` bytes; none at the end, if fewer are left.
    pub(crate) fn next<const N: usize>(&mut self) -> io::Result<Option<[u8; N]>> {
        if self.used + N > self.piece.len() {
            let left = self.piece.len() - self.used;
            let more = self.end.saturating_sub(self.at).min((PIECE - left) as u64);
            let read = self.spool.read(self.at, more as usize)?;
            self.piece.drain(..self.used);
            self.used = 0;
            self.at += more;
            self.piece.extend(read);
        }
        let Some(bytes) = self.piece.get(self.used..self.used + N) else {
            return Ok(None);
        };
        self.used += N;
        Ok(bytes.try_into().ok())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_written_is_read_in_memory_and_on_disk() {
        for memory in [0, 100, 1 << 20] {
            let mut spool = Spool::new(memory);
            for number in 0..10_000_u32 {
                spool.append(&number.to_le_bytes()).unwrap();
            }
            assert_eq!(spool.read(400, 4).unwrap(), 100_u32.to_le_bytes());
            assert!(spool.read(spool.len() - 3, 4).is_err());
            let mut stretch = Stretch::new(&spool, 40..spool.len());
            for number in 10..10_000_u32 {
                assert_eq!(stretch.next().unwrap(), Some(number.to_le_bytes()));
            }
            assert_eq!(stretch.next::<4>().unwrap(), None);
        }
    }
}
