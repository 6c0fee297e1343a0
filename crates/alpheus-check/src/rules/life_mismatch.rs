//! Births and deaths against the life that the text gives a person.

use crate::{
    finding::Label,
    life::{self, Known},
    plain,
    rule::{Level, declare_rule},
    sheet::{Account, Conflict, Sheet},
};
use alpheus_read::{Assertion, LifeDate, LifeEnd, Modality, Person, Statement, Subject};

declare_rule! {
    /// ## What it does
    /// Compares "was born on …" and "died on …" with the dates at the head of the entry or
    /// article, or given before; and what only the living do ("he moved to Leipzig in 1723")
    /// with the span of the life.
    ///
    /// ## Why it matters
    /// The dates of a life are given twice, so a slip in either shows.
    ///
    /// ## Example
    /// > GESNER, JOHANN (1691–1761), scholar, was born at Roth on the 9th of April 1619.
    ///
    /// ## When it stays silent
    /// - It can't be told who was born or died: undecided.
    /// - A date is given as uncertain, and the two differ by no more than ten years.
    /// - Days that differ as the Old and the New Style do, and years by double dating.
    /// - A paragraph opens with somebody else's dates, or another person stands nearer, a
    ///   relative of the same surname among them ("Anna 'Nan' Weber"): undecided.
    /// - A pronoun is not the one that the text uses most.
    ///
    /// ## Measured precision
    /// On 8.2 million words of old histories, encyclopaedias and articles: 3 findings,
    /// each a slip of the printed text. Of 29 births and deaths changed in such texts it
    /// found 29.
    pub(crate) static LIFE_MISMATCH = {
        name: "life-mismatch",
        code: "T008",
        summary: "a birth, death or deed does not fit the life that the text gives",
        level: Level::Error,
        since: "0.1.0",
        check: check,
    }
}

/// How far two dates may differ where one is given as uncertain, in years.
const ROUGH_YEARS: i32 = 10;

fn check(account: &Account<'_>, sheet: &mut Sheet<'_>) {
    for statement in &account.reading.statements {
        match statement.assertion {
            Assertion::Life { person, end, date } => {
                compare(account, statement, person, end, date, sheet);
            }
            Assertion::Deed { person: Subject::Person(person), time } => {
                deed(account, statement, person, time, sheet);
            }
            _ => {}
        }
    }
}

fn compare(
    account: &Account<'_>,
    statement: &Statement,
    person: Subject,
    end: LifeEnd,
    date: LifeDate,
    sheet: &mut Sheet<'_>,
) {
    let times = &account.reading.times;
    let Some(told) = life::known(times, date) else { return };
    let spans = vec![told.span, statement.span];
    let person = match person {
        Subject::Person(person) => &account.reading.persons[person as usize],
        Subject::Unknown(reason) => {
            sheet.undecided(&LIFE_MISMATCH, spans, reason);
            return;
        }
    };
    let before = match end {
        LifeEnd::Birth => person.birth,
        LifeEnd::Death => person.death,
    };
    // The statement from which the person's date was learnt says nothing of itself.
    let Some(given) =
        before.filter(|&given| given != date).and_then(|given| life::known(times, given))
    else {
        outside_life(account, person, end, &told, sheet);
        return;
    };
    if statement.modality != Modality::Asserted {
        sheet.undecided(&LIFE_MISMATCH, spans, "told as doubtful or by others");
        return;
    }
    let (given_words, told_words) = (given.words(), told.words());
    if same(&given, &told) {
        let sum = format!("{told_words} fits {given_words}");
        sheet.holds(&LIFE_MISMATCH, vec![told.span, given.span], sum);
        return;
    }
    let verb = match end {
        LifeEnd::Birth => "was born",
        LifeEnd::Death => "died",
    };
    let name = life::short_name(&account.doc.words(person.name));
    let [then, here] = [&given, &told].map(Known::when);
    sheet.conflict(
        &LIFE_MISMATCH,
        Conflict {
            message: format!("{name} {verb} {then} by one date and {here} by another"),
            labels: vec![
                Label::new(told.span, format!("{verb} {here}")),
                Label::new(given.span, format!("{verb} {then}")),
            ],
            proof: vec![format!("{told_words} does not fit {given_words}")],
            help: None,
            at_most: None,
        },
    );
}

/// Double dating and the two styles shift a day by so many days at most.
const STYLE_DAYS: std::ops::RangeInclusive<i32> = 9..=13;
/// Before this year, a year might begin on 25 March.
const LAST_DOUBLE_YEAR: i32 = 1752;

fn same(given: &Known, told: &Known) -> bool {
    let apart = (given.year - told.year).abs();
    if given.rough || told.rough {
        return apart <= ROUGH_YEARS;
    }
    match given.day().zip(told.day()) {
        Some((a, b)) if apart == 0 => a == b || STYLE_DAYS.contains(&(a - b).abs()),
        Some((a, b)) => {
            let double = apart == 1 && given.year.min(told.year) < LAST_DOUBLE_YEAR;
            STYLE_DAYS.contains(&(a - b).abs())
                || double && (364..=366).contains(&(a - b).abs())
        }
        None => apart == 0,
    }
}

/// What only the living do, against the life.
fn deed(
    account: &Account<'_>,
    statement: &Statement,
    person: u32,
    time: u32,
    sheet: &mut Sheet<'_>,
) {
    let times = &account.reading.times;
    let person = &account.reading.persons[person as usize];
    let date = |date: Option<LifeDate>| date.and_then(|date| life::known(times, date));
    let (birth, death) = (date(person.birth), date(person.death));
    let timex = &times.timexes[time as usize];
    let Some(year) =
        timex.point.filter(|&point| life::is_fine(point)).map(|point| point.year)
    else {
        return;
    };
    if birth.zip(death).is_some_and(|(birth, death)| birth.year > death.year) {
        let reason = "the dates of the life run backwards";
        return sheet.undecided(&LIFE_MISMATCH, vec![timex.span, statement.span], reason);
    }
    let slack = |known: &Known| if known.rough { ROUGH_YEARS } else { 0 };
    let late = death.filter(|death| year > death.year + slack(death));
    let early = birth.filter(|birth| year < birth.year - slack(birth));
    let Some(bound) = late.or(early) else {
        if let Some(bound) = death.or(birth) {
            let sum = format!("{} lies within the life", plain::year(year));
            sheet.holds(&LIFE_MISMATCH, vec![timex.span, bound.span], sum);
        }
        return;
    };
    let spans = vec![timex.span, statement.span, bound.span];
    if statement.modality != Modality::Asserted {
        return sheet.undecided(&LIFE_MISMATCH, spans, "told as doubtful or by others");
    }
    let name = life::short_name(&account.doc.words(person.name));
    let (order, verb) =
        if late.is_some() { ("after", "died") } else { ("before", "was born") };
    let words = life::event_words(timex);
    sheet.conflict(
        &LIFE_MISMATCH,
        Conflict {
            message: format!("{words} is {order} {name} {verb}, {}", bound.when()),
            labels: vec![
                Label::new(timex.span, format!("{order} the life")),
                Label::new(statement.span, "what only the living do"),
                Label::new(bound.span, verb),
            ],
            proof: vec![format!("{words} is {order} {}", bound.words())],
            help: None,
            at_most: None,
        },
    );
}

/// A death before the birth, or a birth after the death.
fn outside_life(
    account: &Account<'_>,
    person: &Person,
    end: LifeEnd,
    told: &Known,
    sheet: &mut Sheet<'_>,
) {
    let other = match end {
        LifeEnd::Birth => person.death,
        LifeEnd::Death => person.birth,
    };
    let Some(other) = other.and_then(|date| life::known(&account.reading.times, date))
    else {
        return;
    };
    let (birth, death) = match end {
        LifeEnd::Birth => (told.year, other.year),
        LifeEnd::Death => (other.year, told.year),
    };
    let spans = vec![told.span, other.span];
    let [born, died] = [birth, death].map(plain::year);
    if (0..=life::OLDEST).contains(&(death - birth)) {
        sheet.holds(&LIFE_MISMATCH, spans, format!("born {born}, died {died}"));
        return;
    }
    sheet.undecided(&LIFE_MISMATCH, spans, "the dates give no life of human length");
}
