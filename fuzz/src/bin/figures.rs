//! Figures: they stand in the text, in order and apart, and allow their own values.
#![no_main]

use alpheus_number::figures;
use alpheus_text::Document;

libfuzzer_sys::fuzz_target!(|text: &str| {
    let doc = Document::plain("fuzz", text);
    let mut last = 0;
    for figure in figures(&doc) {
        alpheus_fuzz::slices(&doc, figure.span);
        assert!(
            !figure.span.is_empty() && last <= figure.span.start,
            "in order and apart"
        );
        last = figure.span.end;
        assert!(figure.value <= figure.to && figure.step > 0.0, "{figure:?}");
        for interval in [figure.interval(), figure.rounded()] {
            assert!(interval.contains(figure.value) && interval.contains(figure.to));
        }
    }
});
