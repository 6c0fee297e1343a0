//! Bytes in any encoding: a document or an error, with spans that point into the file.
#![no_main]

use alpheus_text::{Document, Format};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    if let Ok(doc) = Document::decode("fuzz", bytes.to_vec(), Format::Plain) {
        alpheus_fuzz::document(&doc);
        alpheus_fuzz::on_disk(&doc, bytes);
    }
});
