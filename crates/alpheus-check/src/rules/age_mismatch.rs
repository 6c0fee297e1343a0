//! An age against birth and event.

use crate::{
    finding::Label,
    life::{self, Known, Years},
    rule::{Level, declare_rule},
    sheet::{Account, Conflict, Sheet},
};
use alpheus_read::{Age, Assertion, Modality, Statement, Subject};
use alpheus_time::{Part, Timex};

declare_rule! {
    /// ## What it does
    /// Compares an age with the dates of the birth and of the event.
    ///
    /// ## Why it matters
    /// An age ties three statements together; a slip in any shows.
    ///
    /// ## Example
    /// > Ada Byron (born 10 December 1815) … in 1835, aged 29, she married.
    ///
    /// From 10 December 1815 to 1835 are 19 or 20 years.
    ///
    /// ## When it stays silent
    /// - It can't be told who is meant, when the person was born, or when the event was:
    ///   undecided.
    /// - The age is one year off, as it is where years are counted inclusively: a note.
    /// - "about", "nearly": three years are allowed.
    /// - Any date in the sentence fits the age.
    ///
    /// ## Measured precision
    /// On 8.2 million words of old histories, encyclopaedias and articles: one finding, a
    /// slip of the printed text. Of 54 ages changed in such texts it found 50.
    pub(crate) static AGE_MISMATCH = {
        name: "age-mismatch",
        code: "T004",
        summary: "an age does not fit the birth and the event",
        level: Level::Error,
        since: "0.1.0",
        check: check,
    }
}

/// What "about" and the like allow, in years.
const ROUGH_YEARS: i32 = 3;

fn check(account: &Account<'_>, sheet: &mut Sheet<'_>) {
    for statement in &account.reading.statements {
        if let Assertion::Age { person, age, times } = &statement.assertion {
            compare(account, statement, *person, *age, times, sheet);
        }
    }
}

fn compare(
    account: &Account<'_>,
    statement: &Statement,
    person: Subject,
    age: Part<Age>,
    times: &[u32],
    sheet: &mut Sheet<'_>,
) {
    let spans = vec![age.span];
    let person = match person {
        Subject::Person(person) => &account.reading.persons[person as usize],
        Subject::Unknown(reason) => return sheet.undecided(&AGE_MISMATCH, spans, reason),
    };
    let all = &account.reading.times;
    let Some(birth) = person.birth.and_then(|birth| life::known(all, birth)) else {
        return sheet.undecided(&AGE_MISMATCH, spans, "the birth is not dated");
    };
    if statement.modality != Modality::Asserted {
        return sheet.undecided(&AGE_MISMATCH, spans, "told as doubtful or by others");
    }
    let timexes = times.iter().map(|&time| &all.timexes[time as usize]);
    let dated: Vec<_> = timexes
        .filter(|timex| !birth.is(timex))
        .filter_map(|timex| Some((timex, life::years_between(&birth, timex)?)))
        // A date of the birth's year tells of the birth.
        .filter(|(_, years)| years.lived())
        .collect();
    decide(account, person.name, &birth, age, &dated, sheet);
}

fn decide(
    account: &Account<'_>,
    name: alpheus_text::Span,
    birth: &Known,
    age: Part<Age>,
    dated: &[(&Timex, Years)],
    sheet: &mut Sheet<'_>,
) {
    let Some(&(event, first)) = dated.first() else {
        return sheet.undecided(&AGE_MISMATCH, vec![age.span], "the event is not dated");
    };
    let told = i32::from(age.value.years) - i32::from(age.value.ordinal);
    let slack = if age.value.rough || birth.rough { ROUGH_YEARS } else { 0 };
    if let Some((event, years)) = dated.iter().find(|(_, years)| years.has(told, slack)) {
        let sum = format!("{} to {} is {years}", birth.words(), life::event_words(event));
        return sheet.holds(&AGE_MISMATCH, vec![age.span, event.span, birth.span], sum);
    }
    let sum = format!("{} to {} is {first}", birth.words(), life::event_words(event));
    sheet.conflict(
        &AGE_MISMATCH,
        Conflict {
            message: format!(
                "{} was {first} old {}, not {told}",
                life::short_name(&account.doc.words(name)),
                life::at_event(event),
            ),
            labels: vec![
                Label::new(age.span, "this age"),
                Label::new(event.span, "at this date"),
                Label::new(birth.span, "born"),
            ],
            proof: vec![sum],
            help: None,
            at_most: first.has(told, slack + 1).then_some(Level::Note),
        },
    );
}
