//! From bytes to text.
//!
//! A byte order mark tells the encoding; without one, bytes that are valid UTF-8 are UTF-8, and
//! what is neither that nor binary is guessed at as browsers do. Bytes that break the encoding
//! are an error, not a replacement character: a text half read would be checked half.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use crate::{
    disk::{DiskMap, Width},
    error::Kind,
};

/// How many bytes are looked at to tell text from other things.
const SAMPLE: usize = 1 << 13;

/// Decodes a file; UTF-8 is taken as it is, without a copy.
pub(crate) fn decode(mut bytes: Vec<u8>) -> Result<(String, DiskMap), Kind> {
    if bytes.len() >= u32::MAX as usize {
        return Err(Kind::TooLarge);
    }
    let Some((encoding, mark)) = Encoding::for_bom(&bytes) else {
        return unmarked(bytes);
    };
    if encoding != UTF_8 {
        return other(&bytes, encoding, mark);
    }
    bytes.drain(..mark);
    let text = utf8(bytes)
        .map_err(|(_, at)| Kind::Encoding(UTF_8.name(), Some((at + mark) as u64)))?;
    Ok((text, DiskMap::same(mark as u64)))
}

fn unmarked(bytes: Vec<u8>) -> Result<(String, DiskMap), Kind> {
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    if let Some(encoding) = bare_utf16(sample) {
        return other(&bytes, encoding, 0);
    }
    if binary(sample) {
        return Err(Kind::Binary);
    }
    let (bytes, valid) = match utf8(bytes) {
        Ok(text) => return Ok((text, DiskMap::same(0))),
        Err(broken) => broken,
    };
    // Long characters that are right and then one that is not: damaged, not another encoding.
    if !bytes[..valid].is_ascii() {
        return Err(Kind::Encoding(UTF_8.name(), Some(valid as u64)));
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(&bytes, true);
    other(&bytes, detector.guess(None, Utf8Detection::Deny), 0)
}

/// The text, or the bytes back and how many of them are valid.
fn utf8(bytes: Vec<u8>) -> Result<String, (Vec<u8>, usize)> {
    String::from_utf8(bytes).map_err(|error| {
        let valid = error.utf8_error().valid_up_to();
        (error.into_bytes(), valid)
    })
}

fn other(
    bytes: &[u8],
    encoding: &'static Encoding,
    mark: usize,
) -> Result<(String, DiskMap), Kind> {
    let text = encoding
        .decode_without_bom_handling_and_without_replacement(&bytes[mark..])
        .ok_or(Kind::Encoding(encoding.name(), None))?
        .into_owned();
    if text.len() >= u32::MAX as usize {
        return Err(Kind::TooLarge);
    }
    let map =
        DiskMap::decoded(&text, mark as u64, bytes.len() as u64, Width::of(encoding));
    Ok((text, map))
}

/// UTF-16 without a mark: in European text every other byte is zero.
fn bare_utf16(sample: &[u8]) -> Option<&'static Encoding> {
    let zeros =
        |odd: usize| sample.iter().skip(odd).step_by(2).filter(|&&b| b == 0).count();
    let half = sample.len() / 2;
    let (even, odd) = (zeros(0), zeros(1));
    if half < 4 || !sample.len().is_multiple_of(2) {
        None
    } else if odd * 5 > half * 3 && even * 50 < half {
        Some(UTF_16LE)
    } else if even * 5 > half * 3 && odd * 50 < half {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// Whether a sample has a zero, or more control characters than text has.
fn binary(sample: &[u8]) -> bool {
    let controls = sample
        .iter()
        .filter(|&&byte| {
            byte < 0x20 && !matches!(byte, b'\t' | b'\n' | 0x0b | 0x0c | b'\r' | 0x1b)
        })
        .count();
    sample.contains(&0) || controls * 20 > sample.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str =
        "In 1889 the café “Zur Börse” in Köln was sold for £500 – to a Frenchman.";

    /// Decodes, and checks that every character is found again in the file.
    fn round(bytes: &[u8], text: &str, encode: impl Fn(&str) -> Vec<u8>) {
        let (read, map) = decode(bytes.to_vec()).unwrap();
        assert_eq!(read, text);
        for (at, c) in text.char_indices() {
            let disk = map.at(&read, at as u32) as usize
                ..map.at(&read, (at + c.len_utf8()) as u32) as usize;
            assert_eq!(bytes[disk], encode(&c.to_string()), "{c:?} at {at}");
        }
    }

    #[test]
    fn utf8_with_and_without_a_mark() {
        let utf8 = |text: &str| text.as_bytes().to_vec();
        round(TEXT.as_bytes(), TEXT, utf8);
        round(&[b"\xef\xbb\xbf", TEXT.as_bytes()].concat(), TEXT, utf8);
        round(b"", "", utf8);
    }

    #[test]
    fn utf16_with_and_without_a_mark() {
        let long = TEXT.repeat(120);
        let little = |text: &str| {
            text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>()
        };
        let big = |text: &str| {
            text.encode_utf16().flat_map(u16::to_be_bytes).collect::<Vec<_>>()
        };
        round(&[b"\xff\xfe", little(TEXT).as_slice()].concat(), TEXT, little);
        round(&[b"\xfe\xff", big(TEXT).as_slice()].concat(), TEXT, big);
        round(&little(&long), &long, little);
        round(&big(TEXT), TEXT, big);
        round(&[b"\xff\xfe", little("a😀b").as_slice()].concat(), "a😀b", little);
    }

    #[test]
    fn single_and_double_byte_encodings() {
        let western = |text: &str| encoding_rs::WINDOWS_1252.encode(text).0.into_owned();
        round(&western(TEXT), TEXT, western);
        let long = TEXT.repeat(120);
        round(&western(&long), &long, western);
        let japanese =
            "昭和十六年十二月八日、真珠湾攻撃が行われた。これは1941年のことである。"
                .repeat(20);
        let shift = |text: &str| encoding_rs::SHIFT_JIS.encode(text).0.into_owned();
        round(&shift(&japanese), &japanese, shift);
    }

    #[test]
    fn what_is_no_text_is_refused() {
        let refuse = |bytes: &[u8]| decode(bytes.to_vec()).unwrap_err();
        assert!(matches!(refuse(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), Kind::Binary));
        assert!(matches!(refuse(b"\x01\x02\x03\x04 abc"), Kind::Binary));
        assert!(matches!(
            refuse(
                "café, "
                    .as_bytes()
                    .iter()
                    .chain(b"\xff")
                    .copied()
                    .collect::<Vec<_>>()
                    .as_slice()
            ),
            Kind::Encoding("UTF-8", Some(7))
        ));
        assert!(matches!(
            refuse(b"\xef\xbb\xbfab\xff"),
            Kind::Encoding("UTF-8", Some(5))
        ));
        assert!(matches!(refuse(b"\xff\xfe\x00\xd8"), Kind::Encoding("UTF-16LE", None)));
    }
}
