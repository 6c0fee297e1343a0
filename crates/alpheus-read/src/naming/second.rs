//! Second names: "Samuel Clemens, known as Mark Twain", "the Soviet Union (Russia)".

use super::{
    NameKind,
    lexicon::{Roles, roles_of},
    table::{Placed, Record, Table},
};
use crate::{
    lexicon::Class,
    scene::Scene,
    statement::{Assertion, Modality, Speaker, Statement},
};
use alpheus_text::{Span, key};

/// Two full names of persons, one in a bracket after the other: "Samuel Clemens (Mark Twain)".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SecondName {
    /// The name before the bracket.
    pub name: Span,
    /// The name in the bracket.
    pub second: Span,
    /// Why the bracket may not say that the two are one.
    pub doubt: Option<&'static str>,
}

/// Another name follows within so many tokens.
const REACH: usize = 7;

/// Joins the names of a block with the second names beside them, and states the brackets in
/// which a person has a second name.
pub(super) fn read(scene: &Scene<'_>, table: &mut Table, out: &mut Vec<Statement>) {
    let placed = std::mem::take(&mut table.placed);
    for pair in placed.windows(2) {
        let [name, second] = pair else { continue };
        let near = second.tokens.start <= name.tokens.end + REACH;
        if !near || !is_pair(table, name, second) {
            continue;
        }
        if leads_in(scene, name, second) {
            table.join(name.record, second.record);
        } else if is_bracketed(scene, name, second) {
            bracket(scene, table, name, second, out);
        }
    }
    table.placed = placed;
}

/// Whether both are of one kind and not one already.
fn is_pair(table: &Table, name: &Placed, second: &Placed) -> bool {
    let [name, second] = [name, second].map(|placed| table.root(placed.record));
    let [a, b] = [name, second].map(|record| table.records[record as usize].kind);
    name != second && (a == b || a == NameKind::Unknown || b == NameKind::Unknown)
}

/// Whether the words between two names lead in another name: ", also known as".
fn leads_in(scene: &Scene<'_>, name: &Placed, second: &Placed) -> bool {
    const CUES: [u64; 7] = [
        key("known"),
        key("alias"),
        key("née"),
        key("nee"),
        key("nicknamed"),
        key("surnamed"),
        key("pseudonym"),
    ];
    const SMALL: [u64; 3] = [key("as"), key("by"), key("under")];
    let between = name.tokens.end..second.tokens.start;
    let small = |at: usize| {
        [',', '(', '"'].iter().any(|&mark| scene.is(at, mark))
            || scene.has(at, Class::ALIAS.or(Class::ARTICLE).or(Class::HIS))
            || SMALL.contains(&scene.tokens[at].key)
    };
    between.clone().any(|at| CUES.contains(&scene.tokens[at].key))
        && between.clone().all(small)
}

/// Whether the second name fills a bracket right behind the first.
fn is_bracketed(scene: &Scene<'_>, name: &Placed, second: &Placed) -> bool {
    second.tokens.start == name.tokens.end + 1
        && scene.is(name.tokens.end, '(')
        && scene.is(second.tokens.end, ')')
}

/// "X (Y)": of places and bodies the same; of persons it is stated, and a surname alone is
/// the full name's.
fn bracket(
    scene: &Scene<'_>,
    table: &mut Table,
    name: &Placed,
    second: &Placed,
    out: &mut Vec<Statement>,
) {
    let [a, b] = [name, second].map(|placed| &table.records[placed.record as usize]);
    if may_be_persons(a, b) {
        let doubt = doubt(scene, a, b);
        let pair = SecondName { name: name.span, second: second.span, doubt };
        for placed in [name, second] {
            let [person, _] = &mut table.records[placed.record as usize].votes;
            *person = person.saturating_add(1);
        }
        out.push(Statement {
            assertion: Assertion::SecondName(pair),
            span: name.span.cover(second.span),
            modality: Modality::Asserted,
            speaker: Speaker::Author,
        });
    } else if a.kind == b.kind
        && matches!(a.kind, NameKind::Place | NameKind::Organisation)
    {
        table.join(name.record, second.record);
    }
}

/// What else the bracket may be for: who played a part, whom she married.
fn doubt(scene: &Scene<'_>, a: &Record, b: &Record) -> Option<&'static str> {
    let staged = scene.tokens.iter().any(|token| roles_of(token).any(STAGE));
    let titled_woman =
        |record: &Record| record.person.sex == Roles::WOMAN && record.person.title != 0;
    if staged {
        Some("one may play the other")
    } else if titled_woman(a) || titled_woman(b) {
        Some("one may be a married name")
    } else {
        None
    }
}

/// Words of plays, films and books.
const STAGE: Roles = Roles::STAGE.or(Roles::WRITING);

/// Whether two names are full ones of persons without a word in common; one may be told only
/// by what else the text says.
fn may_be_persons(a: &Record, b: &Record) -> bool {
    let full = |record: &Record| match record.kind {
        NameKind::Person => !record.person.is_bare(),
        NameKind::Unknown => record.words > 1,
        _ => false,
    };
    let known = a.kind == NameKind::Person || b.kind == NameKind::Person;
    let apart =
        a.key != b.key && (a.person.given != b.person.given || a.person.given == 0);
    full(a) && full(b) && known && apart
}
