//! What would settle a claim, by its kind.

use alpheus_check::ClaimKind;

/// What would settle a claim of a kind, in a short sentence.
///
/// # Example: an absence
/// ```
/// use alpheus_check::ClaimKind;
/// use alpheus_report::ledger::settled_by;
/// assert!(settled_by(ClaimKind::Absence).contains("counterexample"));
/// ```
pub const fn settled_by(kind: ClaimKind) -> &'static str {
    match kind {
        ClaimKind::DatedEvent => {
            "A record of the event made at the time, with its date and calendar."
        }
        ClaimKind::Duration => "The dates of both ends, each from a source.",
        ClaimKind::Figure => {
            "The return or count that it comes from: of what, when, and by whom."
        }
        ClaimKind::Quotation => {
            "The place in the work quoted: the words, the speaker, the date, what was left out."
        }
        ClaimKind::Superlative => "A list of all of its kind, with the same measure.",
        ClaimKind::Universal => {
            "The list of all that are meant; one that is otherwise refutes it."
        }
        ClaimKind::Only => {
            "Two things: that it was so, and a search for anything else that was."
        }
        ClaimKind::Absence => "One counterexample refutes it: look for that.",
        ClaimKind::FirstLastNever => {
            "One earlier, later or other case refutes it: look for that."
        }
        ClaimKind::Cause => {
            "Sources for both events and their order, and for the link between them; \
             what else could have brought it about?"
        }
        ClaimKind::Thought => {
            "A record of the thought: a diary, a letter, minutes; else it is an inference."
        }
        ClaimKind::Coincidence => {
            "How often the like happens anyway; the inference has to be stated to be checked."
        }
        ClaimKind::NamelessAuthority => "A name and a work: who says so, and where?",
        ClaimKind::Question => "Put it as a statement, with its answer, and check that.",
        ClaimKind::ReportedView => {
            "Where those who hold it say so; whether it is true is another question."
        }
        ClaimKind::Unrealised => {
            "The document of the plan or order, and its status; whether it came about is another \
             question."
        }
    }
}
