//! Statements: what a sentence asserts, in checkable form.

use crate::citations::{Citation, Unused};
use crate::figures::{
    change::Change,
    comparison::Comparison,
    conversion::Conversion,
    inventory::Inventory,
    list::List,
    margin::Margin,
    ratio::Ratio,
    repeat::Repeat,
    share::{Share, Shares},
    sum::Sum,
    table::TableSum,
};
use crate::naming::{acronym::Acronym, second::SecondName};
use alpheus_text::Span;
use alpheus_time::Part;

/// How a statement is meant. Only what is asserted is compared with what happened.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Modality {
    /// Said to be so.
    #[default]
    Asserted,
    /// Meant to be ("was to march on the 3rd").
    Planned,
    /// Told to be ("ordered him to march").
    Ordered,
    /// Said by others to be ("it was rumoured").
    Reported,
    /// Said not to be.
    Denied,
    /// Supposed ("had he marched").
    Hypothetical,
}

/// Who speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Speaker {
    /// The author of the account.
    #[default]
    Author,
    /// Someone whom the account quotes.
    Quoted,
    /// Others, whose view the account reports in its own words.
    Others,
}

/// Of whom something is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// The person with this index in [`Reading::persons`](crate::Reading::persons).
    Person(u32),
    /// It can't be told, and why.
    Unknown(&'static str),
}

/// One end of a range.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Bound {
    /// The time expression with this index.
    Time(u32),
    /// A plain figure.
    Figure(Part<f64>),
}

/// An age in years, as it is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Age {
    /// The years.
    pub years: u16,
    /// "in his 53rd year": the year of life that has begun, one more than the age.
    pub ordinal: bool,
    /// "about", "nearly", "over": an age that is not given exactly.
    pub rough: bool,
}

/// A birth or a death, as a header or a sentence dates it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LifeDate {
    /// When.
    pub when: When,
    /// "c. 1450", "1450?": not given exactly.
    pub rough: bool,
}

/// Which end of a life.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LifeEnd {
    /// "born".
    Birth,
    /// "died".
    Death,
}

/// A time expression, or a year that stands bare.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// The time expression with this index.
    Time(u32),
    /// A bare year.
    Year(Part<i32>),
}

/// How exactly a step or a length is told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Hedge {
    /// Without a word on it.
    #[default]
    Plain,
    /// "exactly", "just".
    Exactly,
    /// "about", "nearly", "over".
    Roughly,
    /// "a little more than": a bound that is near.
    Little,
}

/// What a statement asserts.
#[derive(Clone, Debug, PartialEq)]
pub enum Assertion {
    /// "from 1861 to 1865", "between 400 and 500 men".
    Range {
        /// The first bound as written.
        begin: Bound,
        /// The second bound as written.
        end: Bound,
    },
    /// "was born on …", "died on …".
    Life {
        /// Of whom.
        person: Subject,
        /// Which end of the life.
        end: LifeEnd,
        /// When.
        date: LifeDate,
    },
    /// "he moved to Leipzig in 1723": what only the living do.
    Deed {
        /// Who did it.
        person: Subject,
        /// Index of the time expression.
        time: u32,
    },
    /// "aged 74", "in his 53rd year".
    Age {
        /// Of whom.
        person: Subject,
        /// The age, with where it stands.
        age: Part<Age>,
        /// Indices of the time expressions that may say when, the likeliest first.
        times: Vec<u32>,
    },
    /// "the 20th anniversary in 2009 of 1999".
    Anniversary {
        /// Which.
        nth: Part<u16>,
        /// Indices of the time expressions of its day or season.
        held: Vec<u32>,
        /// Indices of the time expressions of what it recalls.
        recalled: Vec<u32>,
    },
    /// "the next day, June 7", after "June 2".
    Gap {
        /// Index of the time expression that it is reckoned from.
        from: u32,
        /// Index of the time expression that tells the step.
        by: u32,
        /// Index of the date that stands beside the step.
        to: u32,
        /// How exactly the step is told.
        hedge: Hedge,
        /// Why the two may not belong together.
        doubt: Option<&'static str>,
    },
    /// "three years, from 1896 to 1899".
    Length {
        /// Index of the time expression that tells the length.
        length: u32,
        /// Index of the first end.
        begin: u32,
        /// Index of the second end.
        end: u32,
        /// How exactly the length is told.
        hedge: Hedge,
        /// The dates stand in a bracket right behind the length.
        tight: bool,
    },
    /// "in the eighteenth century (1750)".
    Century {
        /// Index of the time expression that names the century.
        century: u32,
        /// Index of the date that is told to lie in it.
        date: u32,
    },
    /// See [`Sum`].
    Sum(Sum),
    /// See [`TableSum`].
    TableSum(TableSum),
    /// See [`Share`].
    Share(Share),
    /// See [`Shares`].
    Shares(Shares),
    /// See [`Change`].
    Change(Change),
    /// See [`Margin`].
    Margin(Margin),
    /// See [`Conversion`].
    Conversion(Conversion),
    /// See [`List`].
    List(List),
    /// See [`Ratio`].
    Ratio(Ratio),
    /// See [`Repeat`].
    Repeat(Repeat),
    /// See [`Inventory`].
    Inventory(Inventory),
    /// See [`Comparison`].
    Comparison(Comparison),
    /// See [`SecondName`].
    SecondName(SecondName),
    /// See [`Acronym`].
    Acronym(Acronym),
    /// See [`Citation`].
    Citation(Citation),
    /// See [`Unused`].
    Unused(Unused),
}

/// A statement, with the words it was read from.
#[derive(Clone, Debug, PartialEq)]
pub struct Statement {
    /// What is asserted.
    pub assertion: Assertion,
    /// The words that assert it.
    pub span: Span,
    /// How it is meant.
    pub modality: Modality,
    /// Who says it.
    pub speaker: Speaker,
}
