//! The words of numbers, and what each does in one.

use crate::{Lexicon, Token};

/// What a word does in a number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Part {
    /// Zero to nineteen.
    Unit(u32),
    /// Twenty to ninety.
    Ten(u32),
    Hundred,
    /// Thousand and above.
    Scale(f64),
    /// A scale in the plural, which is one only behind a number: "six millions".
    Scales(f64),
    /// A count that is multiplied but never added to: dozen, score.
    Lot(u32),
    Half,
    /// Quarter, third, by how many make a whole.
    Share(u32),
    /// Quarters, thirds.
    Shares(u32),
    A,
    And,
    /// Zero as it is said in years: "nineteen oh five".
    Oh,
    /// An ordinal that names no share: "first", "twenty-".
    Nth,
    /// So many times as much: "twice", "threefold".
    Times(u32),
}

use Part::{
    A, And, Half, Hundred, Lot, Nth, Oh, Scale, Scales, Share, Shares, Ten, Times, Unit,
};

pub(super) static PARTS: Lexicon<Part, 1024> = Lexicon::new(&[
    ("zero", Unit(0)),
    ("one", Unit(1)),
    ("two", Unit(2)),
    ("three", Unit(3)),
    ("four", Unit(4)),
    ("five", Unit(5)),
    ("six", Unit(6)),
    ("seven", Unit(7)),
    ("eight", Unit(8)),
    ("nine", Unit(9)),
    ("ten", Unit(10)),
    ("eleven", Unit(11)),
    ("twelve", Unit(12)),
    ("thirteen", Unit(13)),
    ("fourteen", Unit(14)),
    ("fifteen", Unit(15)),
    ("sixteen", Unit(16)),
    ("seventeen", Unit(17)),
    ("eighteen", Unit(18)),
    ("nineteen", Unit(19)),
    ("twenty", Ten(20)),
    ("thirty", Ten(30)),
    ("forty fourty", Ten(40)),
    ("fifty", Ten(50)),
    ("sixty", Ten(60)),
    ("seventy", Ten(70)),
    ("eighty", Ten(80)),
    ("ninety", Ten(90)),
    ("threescore", Lot(60)),
    ("fourscore", Lot(80)),
    ("hundred", Hundred),
    ("thousand", Scale(1e3)),
    ("million", Scale(1e6)),
    ("billion milliard", Scale(1e9)),
    ("trillion", Scale(1e12)),
    ("lakh lac", Scale(1e5)),
    ("crore", Scale(1e7)),
    ("dozen", Lot(12)),
    ("score", Lot(20)),
    ("thousands", Scales(1e3)),
    ("millions", Scales(1e6)),
    ("billions milliards", Scales(1e9)),
    ("half", Half),
    ("halves", Shares(2)),
    ("third", Share(3)),
    ("thirds", Shares(3)),
    ("quarter", Share(4)),
    ("quarters fourths", Shares(4)),
    ("fifth", Share(5)),
    ("fifths", Shares(5)),
    ("sixth", Share(6)),
    ("sixths", Shares(6)),
    ("seventh", Share(7)),
    ("sevenths", Shares(7)),
    ("eighth", Share(8)),
    ("eighths", Shares(8)),
    ("ninth", Share(9)),
    ("ninths", Shares(9)),
    ("tenth", Share(10)),
    ("tenths", Shares(10)),
    ("twelfth", Share(12)),
    ("twelfths", Shares(12)),
    ("sixteenth", Share(16)),
    ("sixteenths", Shares(16)),
    ("twentieth", Share(20)),
    ("twentieths", Shares(20)),
    ("hundredth", Share(100)),
    ("hundredths", Shares(100)),
    ("thousandth", Share(1000)),
    ("thousandths", Shares(1000)),
    ("a an", A),
    ("and", And),
    ("oh", Oh),
    (
        "first second fourth eleventh thirteenth fourteenth fifteenth seventeenth eighteenth nineteenth \
         thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth millionth",
        Nth,
    ),
    ("twice double twofold", Times(2)),
    ("thrice triple treble threefold", Times(3)),
    ("quadruple fourfold", Times(4)),
    ("fivefold", Times(5)),
    ("sixfold", Times(6)),
    ("sevenfold", Times(7)),
    ("eightfold", Times(8)),
    ("ninefold", Times(9)),
    ("tenfold", Times(10)),
    ("twentyfold", Times(20)),
    ("hundredfold", Times(100)),
]);

pub(super) static ORDINALS: Lexicon<Part, 128> = Lexicon::new(&[
    ("first", Unit(1)),
    ("second", Unit(2)),
    ("third", Unit(3)),
    ("fourth", Unit(4)),
    ("fifth", Unit(5)),
    ("sixth", Unit(6)),
    ("seventh", Unit(7)),
    ("eighth", Unit(8)),
    ("ninth", Unit(9)),
    ("tenth", Unit(10)),
    ("eleventh", Unit(11)),
    ("twelfth", Unit(12)),
    ("thirteenth", Unit(13)),
    ("fourteenth", Unit(14)),
    ("fifteenth", Unit(15)),
    ("sixteenth", Unit(16)),
    ("seventeenth", Unit(17)),
    ("eighteenth", Unit(18)),
    ("nineteenth", Unit(19)),
    ("twentieth", Ten(20)),
    ("thirtieth", Ten(30)),
    ("fortieth", Ten(40)),
    ("fiftieth", Ten(50)),
    ("sixtieth", Ten(60)),
    ("seventieth", Ten(70)),
    ("eightieth", Ten(80)),
    ("ninetieth", Ten(90)),
    ("hundredth", Hundred),
    ("thousandth", Scale(1e3)),
    ("millionth", Scale(1e6)),
]);

pub(super) static SUFFIXES: Lexicon<(), 16> = Lexicon::new(&[("st nd rd th d", ())]);

#[inline]
pub(super) fn part(token: Option<&Token>) -> Option<Part> {
    token.filter(|token| token.is_word()).and_then(|token| PARTS.get(token.key))
}

/// How many tokens from `at` on join two words of one number: none, or a hyphen.
pub(super) fn joint(tokens: &[Token], at: usize) -> usize {
    match tokens.get(at..at + 2) {
        Some([dash, word]) => usize::from(dash.is('-') && !dash.spaced && !word.spaced),
        _ => 0,
    }
}
