//! Time expressions: in order, within the text, with words; intervals have their ends in order.
#![no_main]

use alpheus_text::Document;

libfuzzer_sys::fuzz_target!(|text: &str| {
    let doc = Document::plain("fuzz", text);
    let times = alpheus_time::tag(&doc, alpheus_time::Options::default());
    let mut last = 0;
    for timex in &times.timexes {
        alpheus_fuzz::slices(&doc, timex.span);
        assert!(!timex.span.is_empty(), "an expression has words");
        assert!(last <= timex.span.start, "expressions stand in order and apart");
        last = timex.span.end;
        if let Some(interval) = timex.interval {
            assert!(interval.begin.0 <= interval.begin.1, "{timex:?}");
            assert!(interval.end.0 <= interval.end.1, "{timex:?}");
        }
    }
    for range in &times.ranges {
        assert!((range.begin.max(range.end) as usize) < times.timexes.len());
    }
});
