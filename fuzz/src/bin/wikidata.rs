//! Wikidata dumps: any bytes become a table that reads back, and every line is counted.
#![no_main]

use alpheus_reference::{
    Form, Reference,
    wikidata::{Options, convert},
};
use alpheus_text::Document;

libfuzzer_sys::fuzz_target!(|dump: &[u8]| {
    let options = Options { longest_line: 4096, ..Options::default() };
    for form in [Form::Csv, Form::Toml] {
        let mut table = Vec::new();
        let report = convert(dump, &mut table, form, &options).expect("memory takes it");
        let text = String::from_utf8(table).expect("a table is text");
        let doc = Document::plain("fuzz", text).into();
        let reference = Reference::read(doc, form).expect("what is written reads back");
        assert_eq!(reference.rows().len() as u64, report.rows);
    }
});
