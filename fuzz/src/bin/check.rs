//! A whole check with its ledger: nothing panics, and every span that is shown slices the text.
#![no_main]

use alpheus_check::{Options, check_with_claims};
use alpheus_text::Document;

libfuzzer_sys::fuzz_target!(|text: &str| {
    let doc = Document::plain("fuzz", text);
    let (checked, claims) = check_with_claims(&doc, &Options::default());
    for finding in &checked.findings {
        assert!(!finding.labels.is_empty(), "a finding has a primary span");
        finding.labels.iter().for_each(|label| alpheus_fuzz::slices(&doc, label.span));
    }
    for claim in &claims {
        let parts = [Some(claim.span), Some(claim.cue), claim.source, claim.answer];
        parts.into_iter().flatten().for_each(|span| alpheus_fuzz::slices(&doc, span));
    }
    for result in &checked.results {
        result.spans.iter().for_each(|&span| alpheus_fuzz::slices(&doc, span));
    }
});
