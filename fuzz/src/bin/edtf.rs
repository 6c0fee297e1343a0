//! Extended dates: what is read is printed so that it is read again as the same.
#![no_main]

use alpheus_time::edtf::Edtf;

libfuzzer_sys::fuzz_target!(|text: &str| {
    let Ok(read) = text.parse::<Edtf>() else { return };
    let printed = read.to_string();
    assert_eq!(printed.parse().as_ref(), Ok(&read), "{text} printed as {printed}");
    if let Some(interval) = read.interval() {
        assert!(interval.begin.0 <= interval.begin.1 && interval.end.0 <= interval.end.1);
    }
});
