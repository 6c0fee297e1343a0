//! The phases of a check, announced as they end so that a caller with a clock can time them.
//!
//! A reading knows no clock: the same input gives the same reading, whoever watches.

/// What was just done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Phase {
    /// Tokens and sentences were told apart.
    Tokens,
    /// Time expressions were read, or settled at the end.
    Times,
    /// Persons, lives, events and steps were read.
    Events,
    /// Names were read, or joined at the end.
    Names,
    /// Figures were read, with what is said of them.
    Figures,
    /// Quotations were read, with who says them.
    Quotes,
    /// The rules compared the statements.
    Rules,
}

impl Phase {
    /// Every phase, in the order in which a block goes through them.
    pub const ALL: [Phase; 7] = [
        Phase::Tokens,
        Phase::Times,
        Phase::Events,
        Phase::Names,
        Phase::Figures,
        Phase::Quotes,
        Phase::Rules,
    ];

    /// What it is called in a table of times.
    pub const fn name(self) -> &'static str {
        match self {
            Phase::Tokens => "tokens",
            Phase::Times => "times",
            Phase::Events => "events",
            Phase::Names => "names",
            Phase::Figures => "figures",
            Phase::Quotes => "quotes",
            Phase::Rules => "rules",
        }
    }
}

/// Is told when a phase ends. `()` does not care.
pub trait Watch {
    /// All since the last call was this phase's.
    fn ended(&mut self, phase: Phase);
}

impl Watch for () {
    #[inline]
    fn ended(&mut self, _: Phase) {}
}
