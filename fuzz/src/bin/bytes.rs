//! Bytes in any encoding: a document that leads back to all of them, or an error.
#![no_main]

use alpheus_text::{Document, Format, Span};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    if let Ok(doc) = Document::decode("fuzz", bytes.to_vec(), Format::Plain) {
        alpheus_fuzz::document(&doc);
        let disk = doc.disk(Span::new(0, doc.text().len() as u32));
        assert!(disk.start <= disk.end, "{disk:?}");
    }
});
