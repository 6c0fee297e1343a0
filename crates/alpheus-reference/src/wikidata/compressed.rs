//! Opens a dump whatever it is compressed with, told by its first bytes.

use bzip2::bufread::MultiBzDecoder;
use flate2::bufread::MultiGzDecoder;
use ruzstd::decoding::StreamingDecoder;
use std::io::{self, BufRead, BufReader, Read};

/// How much is decompressed at a time.
const BUFFER: usize = 1 << 18;

/// What a compressed or plain stream holds: gzip, bzip2 and Zstandard are known, each also
/// in several parts behind one another, as parallel compressors write them.
///
/// # Errors
/// If the first bytes can't be read.
///
/// # Example: plain text is handed through
/// ```
/// use alpheus_reference::wikidata::decompressed;
/// use std::io::Read;
/// let mut text = String::new();
/// decompressed(&b"[\n]\n"[..])?.read_to_string(&mut text)?;
/// assert_eq!(text, "[\n]\n");
/// # Ok::<(), std::io::Error>(())
/// ```
pub fn decompressed<'r>(source: impl Read + 'r) -> io::Result<Box<dyn BufRead + 'r>> {
    let mut source = BufReader::with_capacity(BUFFER, source);
    let first = source.fill_buf()?;
    let plain: Box<dyn Read + 'r> = match first {
        [0x1f, 0x8b, ..] => Box::new(MultiGzDecoder::new(source)),
        [b'B', b'Z', b'h', ..] => Box::new(MultiBzDecoder::new(source)),
        [0x28, 0xb5, 0x2f, 0xfd, ..] => {
            Box::new(Frames { source: Some(source), frame: None })
        }
        _ => return Ok(Box::new(source)),
    };
    Ok(Box::new(BufReader::with_capacity(BUFFER, plain)))
}

type Frame<R> = StreamingDecoder<R, ruzstd::decoding::FrameDecoder>;

/// The frames of a Zstandard stream, one after the other.
struct Frames<R: BufRead> {
    /// The stream, between two frames.
    source: Option<R>,
    frame: Option<Frame<R>>,
}

impl<R: BufRead> Read for Frames<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        loop {
            if let Some(frame) = &mut self.frame {
                let read = frame.read(out)?;
                if read > 0 || out.is_empty() {
                    return Ok(read);
                }
                self.source = self.frame.take().map(StreamingDecoder::into_inner);
            }
            let Some(mut source) = self.source.take() else { return Ok(0) };
            if source.fill_buf()?.is_empty() {
                return Ok(0);
            }
            let frame = StreamingDecoder::new(source);
            self.frame = Some(frame.map_err(io::Error::other)?);
        }
    }
}
