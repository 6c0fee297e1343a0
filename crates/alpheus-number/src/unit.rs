//! Units of measure: their names, dimensions and factors.

use alpheus_text::{Lexicon, Token};

/// A unit of measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Unit(u8);

/// What a unit measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Dimension {
    /// In metres.
    Length,
    /// In kilograms.
    Mass,
}

struct Row {
    name: &'static str,
    dimension: Dimension,
    factor: f64,
}

const fn row(name: &'static str, dimension: Dimension, factor: f64) -> Row {
    Row { name, dimension, factor }
}

static ROWS: [Row; 4] = [
    row("metres", Dimension::Length, 1.0),
    row("kilometres", Dimension::Length, 1000.0),
    row("miles", Dimension::Length, 1609.344),
    row("feet", Dimension::Length, 0.3048),
];

static NAMES: Lexicon<Unit, 64> = Lexicon::new(&[
    ("m metre metres meter meters", Unit(0)),
    ("km kms kilometre kilometres kilometer kilometers", Unit(1)),
    ("mi mile miles", Unit(2)),
    ("ft foot feet", Unit(3)),
]);

impl Unit {
    /// Its name, in the plural.
    pub fn name(self) -> &'static str {
        ROWS[usize::from(self.0)].name
    }

    /// What it measures.
    pub fn dimension(self) -> Dimension {
        ROWS[usize::from(self.0)].dimension
    }

    /// How many of the dimension's basic unit it is.
    pub fn factor(self) -> f64 {
        ROWS[usize::from(self.0)].factor
    }
}

/// The unit that the first of these tokens begins, and how many tokens it takes.
pub fn read(tokens: &[Token]) -> Option<(Unit, usize)> {
    let first = tokens.first().filter(|token| token.is_word())?;
    Some((NAMES.get(first.key)?, 1))
}
