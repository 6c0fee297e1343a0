//! The kinds of claim.

/// What sort of claim a cue makes, and so what would settle it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ClaimKind {
    /// Something is told with a date: "signed on 3 March 1918".
    DatedEvent,
    /// A length of time: "for nearly a decade", "two weeks later".
    Duration,
    /// A figure: "62,000 guns".
    Figure,
    /// Words of somebody else, in quotation marks or set off.
    Quotation,
    /// The greatest of its kind: "the largest port in the world".
    Superlative,
    /// All of a kind: "every regiment", "always".
    Universal,
    /// This and nothing else: "only", "the sole heir".
    Only,
    /// None at all: "no bridge at all", "not a single ship".
    Absence,
    /// A place in the order of time that one example upsets: "the first", "never".
    FirstLastNever,
    /// One thing from another: "because of", "led to".
    Cause,
    /// What somebody meant, thought or felt: "intended to", "was convinced".
    Thought,
    /// Chance offered as an argument: "by a strange coincidence".
    Coincidence,
    /// An authority without a name: "historians agree", "it is well known".
    NamelessAuthority,
    /// The author's question that stands for a claim: it has its answer, or can have but one.
    Question,
    /// What others say or hold: not charged to the author.
    ReportedView,
    /// What was planned, ordered or supposed, and so did not have to happen.
    Unrealised,
}

impl ClaimKind {
    /// Every kind.
    pub const ALL: [ClaimKind; 16] = [
        ClaimKind::DatedEvent,
        ClaimKind::Duration,
        ClaimKind::Figure,
        ClaimKind::Quotation,
        ClaimKind::Superlative,
        ClaimKind::Universal,
        ClaimKind::Only,
        ClaimKind::Absence,
        ClaimKind::FirstLastNever,
        ClaimKind::Cause,
        ClaimKind::Thought,
        ClaimKind::Coincidence,
        ClaimKind::NamelessAuthority,
        ClaimKind::Question,
        ClaimKind::ReportedView,
        ClaimKind::Unrealised,
    ];

    /// Its name in a ledger, in kebab case.
    ///
    /// # Example: names are told apart
    /// ```
    /// use alpheus_read::ClaimKind;
    /// assert_eq!(ClaimKind::FirstLastNever.name(), "first-last-never");
    /// ```
    pub const fn name(self) -> &'static str {
        match self {
            ClaimKind::DatedEvent => "dated-event",
            ClaimKind::Duration => "duration",
            ClaimKind::Figure => "figure",
            ClaimKind::Quotation => "quotation",
            ClaimKind::Superlative => "superlative",
            ClaimKind::Universal => "universal",
            ClaimKind::Only => "only",
            ClaimKind::Absence => "absence",
            ClaimKind::FirstLastNever => "first-last-never",
            ClaimKind::Cause => "cause",
            ClaimKind::Thought => "thought",
            ClaimKind::Coincidence => "coincidence",
            ClaimKind::NamelessAuthority => "nameless-authority",
            ClaimKind::Question => "question",
            ClaimKind::ReportedView => "reported-view",
            ClaimKind::Unrealised => "unrealised",
        }
    }

    /// Whether it is told by a value that can be read (a date, a length, a figure), and so is
    /// listed even within the words of somebody else.
    pub const fn is_measured(self) -> bool {
        matches!(self, ClaimKind::DatedEvent | ClaimKind::Duration | ClaimKind::Figure)
    }
}
