//! A ledger that is read, whatever was done to it, keeps its words when it is written again.
#![no_main]

use alpheus_report::{
    Screen,
    ledger::{Format, Ledger},
};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Ok(ledger) = Ledger::read(bytes) else { return };
    let screen = Screen { width: 80, color: false };
    for format in [Format::Csv, Format::Jsonl, Format::Markdown, Format::Text] {
        let text = ledger.write(format, screen);
        if format.is_read_back() && !ledger.rows.is_empty() {
            let again = Ledger::read(text.as_bytes());
            let kept = |rows: &[alpheus_report::ledger::Row]| {
                rows.iter().filter(|row| row.is_filled()).count()
            };
            if let Ok(again) = again {
                assert_eq!(kept(&again.rows), kept(&ledger.rows), "{format:?}");
            }
        }
    }
});
