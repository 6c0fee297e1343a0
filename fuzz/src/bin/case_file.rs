//! Case files: any text is a case that is weighed, or faults whose places slice the text. What
//! is set in it can be read again.
#![no_main]

use alpheus_weigh::{Edit, Lineage, Options, read, weigh};

libfuzzer_sys::fuzz_target!(|text: &str| {
    let reading = read(text, None);
    for fault in &reading.faults {
        assert!(!fault.labels.is_empty());
        for (span, _) in &fault.labels {
            assert!(text.get(span.range()).is_some(), "{fault:?}");
        }
    }
    let _ = Lineage::read(text);
    if let Ok(mut edit) = Edit::new(text) {
        let _ = edit.set("none_of_these", "0.2");
        assert!(Edit::new(&edit.text()).is_ok(), "{}", edit.text());
    }
    let Some(case) = reading.case else { return };
    let size = case.hypotheses().len() * case.items().len().max(1) * case.sources().len();
    if size > 200 {
        return;
    }
    let Ok(weighing) = weigh(&case, &Options { draws: 3, ..Options::default() }) else {
        return;
    };
    for standing in &weighing.hypotheses {
        let bounds = standing.bounds;
        assert!(0.0 <= bounds.outer_low && bounds.outer_low <= bounds.low);
        assert!(bounds.high <= bounds.outer_high && bounds.outer_high <= 1.0);
    }
});
