//! What only the whole text can show: whom a surname means that stands before the full name,
//! and whether a lone capital is a place or a person.

use super::{
    Entity, Name, NameKind,
    form::Person,
    table::{Record, Table, may_be},
    variants,
};
use alpheus_text::Document;
use rustc_hash::FxHashMap;

/// The names in the order of the text, and what they stand for.
pub(super) fn settle(mut table: Table, doc: &Document) -> (Vec<Name>, Vec<Entity>) {
    recall_weak(&mut table);
    join_bare(&mut table);
    join_styled(&mut table);
    variants::join(&mut table, doc);
    number(table)
}

/// Makes mentions of the lone capitals at the fronts of sentences that are names elsewhere.
fn recall_weak(table: &mut Table) {
    for weak in std::mem::take(&mut table.weak) {
        let person = table.bare(&Person::default(), weak.key);
        let Some(record) = person.or_else(|| {
            table
                .namesakes(weak.key)
                .find(|&record| table.records[record as usize].kind != NameKind::Person)
        }) else {
            continue;
        };
        let name = Name { span: weak.span, entity: record, kind: NameKind::Unknown };
        table.names.push(name);
    }
    table.names.sort_unstable_by_key(|name| name.span);
}

/// Joins a surname that stood alone with the one full name of that surname; where there are
/// more it is somebody's, and stays open.
fn join_bare(table: &mut Table) {
    for at in 0..table.records.len() as u32 {
        let record = &table.records[at as usize];
        let alone = match record.kind {
            NameKind::Person => record.person.is_bare(),
            NameKind::Unknown => record.words == 1 && record.votes[0] >= record.votes[1],
            _ => false,
        };
        if !alone {
            continue;
        }
        let full = |other: &Record| {
            other.kind == NameKind::Person
                && !other.person.is_bare()
                && may_be(&other.person, &record.person)
        };
        let mut full = table
            .namesakes(record.key)
            .filter(|&other| full(&table.records[other as usize]));
        match (full.next(), full.next()) {
            (None, _) => {}
            (Some(into), None) => {
                drop(full);
                table.join(into, at);
            }
            (Some(_), Some(_)) => {
                drop(full);
                table.records[at as usize].kind = NameKind::Person;
            }
        }
    }
}

/// Joins "Lord Randolph" with the one "Lord Randolph Churchill".
fn join_styled(table: &mut Table) {
    let mut styled: FxHashMap<(u64, u64), Option<u32>> = FxHashMap::default();
    for (at, record) in table.records.iter().enumerate() {
        let Person { given, title, .. } = record.person;
        if record.kind == NameKind::Person && given != 0 && title != 0 {
            let one = styled.entry((given, title)).or_insert(Some(at as u32));
            *one = one.filter(|&one| one == at as u32);
        }
    }
    for at in 0..table.records.len() as u32 {
        let record = &table.records[at as usize];
        let alone = record.kind == NameKind::Person && record.person.is_bare();
        let style = (record.key, record.person.title);
        if let Some(&Some(into)) = styled.get(&style).filter(|_| alone) {
            table.join(into, at);
        }
    }
}

/// Numbers what was named, in the order of the text.
fn number(mut table: Table) -> (Vec<Name>, Vec<Entity>) {
    let mut numbers = vec![u32::MAX; table.records.len()];
    let mut entities = Vec::new();
    let mut names = std::mem::take(&mut table.names);
    for name in &mut names {
        let root = table.root(name.entity);
        let number = &mut numbers[root as usize];
        if *number == u32::MAX {
            *number = entities.len() as u32;
            entities.push(entity(&table, root));
        }
        name.entity = *number;
        if name.kind != NameKind::Demonym {
            name.kind = kind(&table.records[root as usize]);
        }
    }
    (names, entities)
}

fn entity(table: &Table, root: u32) -> Entity {
    let record = &table.records[root as usize];
    let (birth, death) = table.lives.get(&root).copied().unwrap_or_default();
    Entity { kind: kind(record), fullest: record.fullest, birth, death }
}

/// What a record is, by the words around it where its own do not show it.
fn kind(record: &Record) -> NameKind {
    let [person, place] = record.votes;
    match record.kind {
        NameKind::Unknown if person > place && person > record.articles => {
            NameKind::Person
        }
        NameKind::Unknown if place > person => NameKind::Place,
        kind => kind,
    }
}
