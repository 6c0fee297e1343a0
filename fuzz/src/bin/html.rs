//! HTML: any string is a document.
#![no_main]

use alpheus_text::{Document, Format};

libfuzzer_sys::fuzz_target!(|text: &str| {
    alpheus_fuzz::document(&Document::parse("fuzz", text, Format::Html));
});
