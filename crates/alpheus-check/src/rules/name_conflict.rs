//! A person with another person's name in a bracket.

use crate::{
    finding::Label,
    rule::{Level, declare_rule},
    sheet::{Account, Conflict, Sheet},
};
use alpheus_read::{Assertion, Name, NameKind, Reading, SecondName, name_at};

declare_rule! {
    /// ## What it does
    /// Looks at full names of persons in a bracket behind another's: "Hugh Marsh (Adam
    /// Reed)". If the second goes on to be named in full, and the first never again, the
    /// text gives one person two names.
    ///
    /// ## Why it matters
    /// Who wrote a letter or gave an order is the first thing that a reader takes over. A
    /// name that stands in a bracket without a word on why is a second name, or the trace of
    /// a correction that was not carried out.
    ///
    /// ## Example
    /// > In a letter of Hugh Marsh (Adam Reed) to the king the harbour is called ruined. It
    /// > was begun, wrote Adam Reed, too late.
    ///
    /// ## When it stays silent
    /// - A word says what the bracket is for: "known as", "alias", "née".
    /// - The paragraph speaks of parts, teams, offices or books: the bracket names who plays,
    ///   rides, follows or writes.
    /// - Either is a Mrs. or a Miss: a married name.
    /// - The two share a surname or a given name: a fuller form, a married name.
    /// - The first is named elsewhere too, or the second nowhere else in full.
    /// - The text has several such brackets: a list of roles, of winners, of pen names.
    /// - Either is a place, an office or a date, or may be.
    ///
    /// ## Measured precision
    /// On 8.2 million words of old histories, encyclopaedias and articles: no finding. In 43
    /// brackets a full name stands behind another, for a pen name, a part, a translation, a
    /// married name; each was read, and all are left undecided. Too few are slips to measure
    /// what it misses.
    pub(crate) static NAME_CONFLICT = {
        name: "name-conflict",
        code: "S001",
        summary: "a person has another person's name in a bracket",
        level: Level::Warning,
        since: "0.1.0",
        check: check,
    }
}

/// So many brackets with names are a list.
const MOST_BRACKETS: usize = 2;

fn check(account: &Account<'_>, sheet: &mut Sheet<'_>) {
    let reading = account.reading;
    let pairs: Vec<&SecondName> = reading
        .statements
        .iter()
        .filter_map(|statement| match &statement.assertion {
            Assertion::SecondName(pair) => Some(pair),
            _ => None,
        })
        .collect();
    if pairs.is_empty() {
        return;
    }
    let listed = pairs.len() > MOST_BRACKETS;
    let counts = Counts::of(reading);
    for pair in pairs {
        judge(account, pair, listed, &counts, sheet);
    }
}

/// How often each entity is named.
struct Counts {
    all: Vec<u32>,
    /// In its fullest form.
    full: Vec<u32>,
}

impl Counts {
    fn of(reading: &Reading) -> Counts {
        let none = vec![0; reading.entities.len()];
        let mut counts = Counts { all: none.clone(), full: none };
        for name in &reading.names {
            let entity = name.entity as usize;
            let full = name.span.len() >= reading.entities[entity].fullest.len();
            counts.all[entity] += 1;
            counts.full[entity] += u32::from(full);
        }
        counts
    }
}

fn judge(
    account: &Account<'_>,
    pair: &SecondName,
    listed: bool,
    counts: &Counts,
    sheet: &mut Sheet<'_>,
) {
    let reading = account.reading;
    let names = [pair.name, pair.second].map(|span| name_at(&reading.names, span));
    let [Some(name), Some(second)] = names else { return };
    let person =
        |name: &Name| reading.entities[name.entity as usize].kind == NameKind::Person;
    if !person(name) || !person(second) {
        return;
    }
    let spans = vec![pair.second, pair.name];
    if name.entity == second.entity {
        sheet.holds(&NAME_CONFLICT, spans, "the text names them as one".to_owned());
        return;
    }
    let doubt = if pair.doubt.is_some() {
        pair.doubt
    } else if listed {
        Some("the text has several names in brackets")
    } else if counts.all[name.entity as usize] > 1 {
        Some("both names may be used of one person")
    } else if counts.full[second.entity as usize] < 2 {
        Some("the name in the bracket is not used again")
    } else {
        None
    };
    match doubt {
        Some(doubt) => sheet.undecided(&NAME_CONFLICT, spans, doubt),
        None => conflict(account, pair, second.entity, sheet),
    }
}

fn conflict(
    account: &Account<'_>,
    pair: &SecondName,
    entity: u32,
    sheet: &mut Sheet<'_>,
) {
    let [name, second] = [pair.name, pair.second].map(|span| account.doc.words(span));
    let again = account
        .reading
        .names
        .iter()
        .filter(|name| name.entity == entity && name.span != pair.second)
        .max_by_key(|name| (name.span.len(), std::cmp::Reverse(name.span)));
    let mut labels = vec![
        Label::new(pair.second, "another person's name"),
        Label::new(pair.name, "stands behind this one"),
    ];
    labels.extend(again.map(|again| Label::new(again.span, "and is used alone here")));
    sheet.conflict(
        &NAME_CONFLICT,
        Conflict {
            message: format!("{name} has another person's name in a bracket: {second}"),
            labels,
            proof: vec![format!("{name} and {second} have no name in common")],
            help: Some(
                "say which of the two is meant, or why he has two names".to_owned(),
            ),
            at_most: None,
        },
    );
}
