//! Citations: the marks in a text that send the reader to its own notes or its list of
//! references, and what of these each mark finds.
//!
//! Three kinds are read. Numbers in square brackets ("as he says[12]") lead to notes that begin
//! with the same number. Author and year ("(Smith 1990, 12)") lead to a list under a heading
//! such as "References". Footnotes of Markdown and links inside HTML come from the markup.
//!
//! A text may have lost its list, or a part of it, and brackets hold many other things. So a
//! mark is said to lead nowhere only where the list is there and shows the gap: the notes
//! before and after it are in place, or the other marks of its kind are all found.

mod author_year;
mod linked;
mod numbered;

use crate::{
    scene::Scene,
    statement::{Assertion, Modality, Speaker, Statement},
    stops::Stop,
};
use alpheus_text::{Block, Document, Format, Span};

/// A mark that leads to a note or to an entry of the list of references.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Citation {
    /// The mark.
    pub mark: Span,
    /// What it leads to.
    pub target: Target,
}

/// What a mark leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// The note or entry here.
    Entry(Span),
    /// Nothing; the note or entry that would stand nearest to it.
    Missing(Span),
    /// It can't be told, and why.
    Unknown(&'static str),
}

/// A note or an entry of the list of references that no mark leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unused {
    /// The note's number or the entry.
    pub entry: Span,
    /// The mark that stands nearest to where its own would be.
    pub beside: Span,
}

/// Reads citations block by block.
#[derive(Default)]
pub(crate) struct Citations {
    numbered: numbered::Notes,
    author_year: author_year::References,
    /// Footnote marks of Markdown that no note is defined for.
    undefined: Vec<Span>,
}

impl Citations {
    /// Reads the marks and the entries of a block.
    pub(crate) fn block(&mut self, scene: &Scene<'_>, block: &Block) {
        self.author_year.heading(scene, block.kind);
        let markdown = scene.doc.format() == Format::Markdown;
        for at in scene.stops(Stop::BRACKET) {
            if scene.is(at, '[') {
                self.numbered.bracket(scene, at);
                self.undefined.extend(undefined(scene, at).filter(|_| markdown));
            } else if scene.is(at, '(') {
                self.author_year.bracket(scene, at);
            }
        }
        self.author_year.entry(scene, block);
    }

    /// States what each mark leads to, and which entries no mark leads to.
    pub(crate) fn finish(self, doc: &Document, out: &mut Vec<Statement>) {
        self.numbered.finish(out);
        self.author_year.finish(out);
        linked::read(doc, &self.undefined, out);
    }
}

/// A footnote mark that is left in the prose because no note has its label: `[^1]`.
fn undefined(scene: &Scene<'_>, at: usize) -> Option<Span> {
    let label = scene.tokens.get(at + 2)?;
    let named = label.is_word() || label.number().is_some();
    let close = (at + 1..=at + 3).all(|k| scene.tokens.get(k).is_some_and(|t| !t.spaced));
    (scene.is(at + 1, '^') && named && scene.is(at + 3, ']') && close)
        .then(|| scene.span(at, at + 3))
}

fn cited(mark: Span, target: Target) -> Statement {
    statement(Assertion::Citation(Citation { mark, target }), mark)
}

fn unused(entry: Span, beside: Span) -> Statement {
    statement(Assertion::Unused(Unused { entry, beside }), entry)
}

fn statement(assertion: Assertion, span: Span) -> Statement {
    let (modality, speaker) = (Modality::Asserted, Speaker::Author);
    Statement { assertion, span, modality, speaker }
}

#[cfg(test)]
mod tests;
