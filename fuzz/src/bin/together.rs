//! Accounts against each other: the halves of any text are compared without panic, and the
//! spans of what is told slice the texts that they are of.
#![no_main]

use alpheus_check::{Options, Testimony, together};
use alpheus_text::Document;

libfuzzer_sys::fuzz_target!(|text: &str| {
    let middle =
        (0..=text.len() / 2).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
    let (first, second) = text.split_at(middle);
    let accounts = [("1", first), ("2", second), ("3", text)].map(|(name, text)| {
        let doc = Document::plain(name, text).into();
        Testimony::check(doc, &Options::default(), &mut ()).1
    });
    let compared = together(&accounts);
    for told in compared.topics.iter().flat_map(|topic| &topic.told) {
        let _ = accounts[told.account].doc().slice(told.span);
    }
    for (account, checked) in accounts.iter().zip(&compared.checked) {
        for label in checked.findings.iter().flat_map(|finding| &finding.labels) {
            let _ = label.doc(account.doc()).slice(label.span);
        }
    }
});
