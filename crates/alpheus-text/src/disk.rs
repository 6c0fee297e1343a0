//! From a text back to the bytes of the file that it was read from.
//!
//! Between two known points a text is measured in the width of its encoding, so that a place is
//! found by a short look back, whatever the size of the file.

use encoding_rs::Encoding;

use crate::span::floor;

/// How many bytes of the file a stretch of text takes.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Width {
    /// As many as in the text: UTF-8.
    Same,
    /// One a code point.
    Single,
    /// Two a UTF-16 unit.
    Utf16,
    /// As many as the encoder says.
    Encoded(&'static Encoding),
}

impl Width {
    pub(crate) fn of(encoding: &'static Encoding) -> Width {
        if encoding == encoding_rs::UTF_8 {
            Width::Same
        } else if encoding == encoding_rs::UTF_16LE || encoding == encoding_rs::UTF_16BE {
            Width::Utf16
        } else if encoding.is_single_byte() {
            Width::Single
        } else {
            Width::Encoded(encoding)
        }
    }

    fn measure(self, text: &str) -> u64 {
        let bytes = match self {
            Width::Same => text.len(),
            Width::Single => text.chars().count(),
            Width::Utf16 => 2 * text.encode_utf16().count(),
            Width::Encoded(encoding) => encoding.encode(text).0.len(),
        };
        bytes as u64
    }
}

/// Where the parts of a text stand in its file.
#[derive(Clone, Debug)]
pub(crate) struct DiskMap {
    /// Places in the text and in the file, in order; the first is that of the text's start.
    points: Vec<(u32, u64)>,
    width: Width,
    /// The file's end. An encoder does not always write back as many bytes as were read.
    end: u64,
}

impl DiskMap {
    /// A text that stands in its file as it is, from `start` on.
    pub(crate) fn same(start: u64) -> Self {
        DiskMap { points: vec![(0, start)], width: Width::Same, end: u64::MAX }
    }

    /// A text that was decoded from `start` to `end` of its file.
    pub(crate) fn decoded(text: &str, start: u64, end: u64, width: Width) -> Self {
        const STEP: usize = 1 << 11;
        let mut map = DiskMap { points: vec![(0, start)], width, end };
        if matches!(width, Width::Same) {
            return map;
        }
        let (mut from, mut disk) = (0, start);
        while text.len() - from > STEP {
            let to = floor(text, from + STEP);
            disk += width.measure(&text[from..to]);
            map.points.push((to as u32, disk));
            from = to;
        }
        map
    }

    /// Notes that the text from `text` on stands in the file from `disk` on.
    pub(crate) fn point(&mut self, text: u32, disk: u64) {
        self.points.push((text, disk));
    }

    /// Where the byte at `offset` of `text` stands in the file.
    pub(crate) fn at(&self, text: &str, offset: u32) -> u64 {
        let next = self.points.partition_point(|point| point.0 <= offset);
        let (from, disk) = self.points[next.saturating_sub(1)];
        let to = floor(text, offset as usize);
        let ahead =
            text.get(from as usize..to).map_or(0, |part| self.width.measure(part));
        (disk + ahead).min(self.end)
    }
}
