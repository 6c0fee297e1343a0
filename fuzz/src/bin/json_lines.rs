//! JSON lines: each line is a document or an error, and the text leads back into the line.
#![no_main]

use alpheus_text::{JsonLines, Span};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    for doc in JsonLines::new("fuzz", bytes).flatten() {
        alpheus_fuzz::document(&doc);
        let disk = doc.disk(Span::new(0, doc.text().len() as u32));
        assert!(disk.start <= disk.end && disk.end <= bytes.len() as u64, "{disk:?}");
    }
});
