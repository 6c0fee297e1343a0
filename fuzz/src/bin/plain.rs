//! Plain text: any string is a document.
#![no_main]

use alpheus_text::Document;

libfuzzer_sys::fuzz_target!(|text: &str| {
    alpheus_fuzz::document(&Document::plain("fuzz", text));
});
