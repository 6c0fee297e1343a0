//! Spellings of one name: "Tchitcherin" and "Chicherin", "Petersburg" and "St. Petersburg".
//!
//! Two surnames are taken for one only if the given names agree in full, and if they become
//! equal once what writers of other alphabets vary is levelled.

use super::{
    NameKind,
    gazetteer::combine,
    table::{Record, Table},
};
use alpheus_text::{Document, key};
use rustc_hash::FxHashMap;

/// Joins the records of a document that are spellings of one name.
pub(super) fn join(table: &mut Table, doc: &Document) {
    persons(table, doc);
    saints(table);
}

fn persons(table: &mut Table, doc: &Document) {
    let mut first: FxHashMap<(u64, String), u32> = FxHashMap::default();
    for at in 0..table.records.len() as u32 {
        let record = &table.records[at as usize];
        if record.kind != NameKind::Person || record.person.given == 0 || record.words < 2
        {
            continue;
        }
        let name = doc.slice(record.fullest);
        let surname = name.split([' ', '\n']).next_back().unwrap_or_default();
        let spelled = (record.person.given, level(surname));
        match first.get(&spelled) {
            Some(&into) if table.records[into as usize].key != record.key => {
                table.join(into, at);
            }
            Some(_) => {}
            None => {
                first.insert(spelled, at);
            }
        }
    }
}

/// A surname with what spellings vary levelled: "Tchitcherin" and "Chicherin" both become
/// "cicerin".
fn level(surname: &str) -> String {
    const PAIRS: [(&str, &str); 15] = [
        ("tsch", "c"),
        ("tch", "c"),
        ("cz", "c"),
        ("ch", "c"),
        ("sch", "s"),
        ("sh", "s"),
        ("zh", "z"),
        ("kh", "h"),
        ("ph", "f"),
        ("ff", "v"),
        ("ck", "k"),
        ("ks", "x"),
        ("w", "v"),
        ("y", "i"),
        ("j", "i"),
    ];
    let mut name = surname.to_lowercase();
    for (from, to) in PAIRS {
        if name.contains(from) {
            name = name.replace(from, to);
        }
    }
    let mut levelled = String::with_capacity(name.len());
    for letter in name.chars().filter(|letter| letter.is_alphabetic()) {
        if !levelled.ends_with(letter) {
            levelled.push(letter);
        }
    }
    levelled
}

/// Joins a town with the one that has "St." before the same name.
fn saints(table: &mut Table) {
    let short = [key("st"), key("saint")];
    for at in 0..table.records.len() as u32 {
        let record = &table.records[at as usize];
        if record.kind != NameKind::Place || record.words != 1 {
            continue;
        }
        let full = |record: &Record| record.kind == NameKind::Place;
        let into = short
            .iter()
            .flat_map(|&saint| table.namesakes(combine(saint, record.key)))
            .find(|&other| full(&table.records[other as usize]));
        if let Some(into) = into {
            table.join(into, at);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::level;

    #[test]
    fn spellings_are_levelled_and_names_are_not() {
        for (one, other) in [
            ("Tchitcherin", "Chicherin"),
            ("Romanoff", "Romanov"),
            ("Trotzky", "Trotzki"),
            ("Wrangell", "Vrangel"),
            ("Kossuth", "Kosuth"),
        ] {
            assert_eq!(level(one), level(other));
        }
        for (one, other) in [("Reed", "Reade"), ("Marsh", "March"), ("Lewin", "Lenin")] {
            assert_ne!(level(one), level(other), "{one} {other}");
        }
    }
}
