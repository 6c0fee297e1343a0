//! Bibliographies: any text is BibTeX, CSL-JSON or an error.
#![no_main]

use alpheus_trace::Bibliography;
use std::path::Path;

libfuzzer_sys::fuzz_target!(|text: &str| {
    if let Ok(read) = Bibliography::parse(Path::new("fuzz"), text) {
        let _ = read.find("a/b.txt").map(alpheus_trace::Source::cited);
    }
});
