//! References in TOML: a table is read, or its mistakes point into the text.
#![no_main]

use alpheus_reference::{Form, Reference};
use alpheus_text::Document;

libfuzzer_sys::fuzz_target!(|text: &str| {
    let doc = Document::plain("fuzz", text).into();
    match Reference::read(doc, Form::Toml) {
        Ok(reference) => {
            for row in reference.rows() {
                assert!(!row.names.is_empty() && !row.source.is_empty());
                assert!(row.dates.iter().all(|date| date.days.0 <= date.days.1));
                assert!(text.get(row.span.range()).is_some());
            }
        }
        Err(mistakes) => {
            assert!(!mistakes.is_empty());
            assert!(
                mistakes.iter().all(|mistake| text.get(mistake.span.range()).is_some())
            );
        }
    }
});
