//! A count in front of the list of what it counts: "three powers, Austria, Prussia and
//! Russia".
//!
//! A list can be parted in more ways than one: a phrase between commas may be an item or
//! describe the item before, a pair joined by "and" may be one firm, and a plural may stand
//! for any number. So a list is read into the least and the greatest number that it can name.

mod bounds;
mod head;
mod items;
mod look;
mod marks;
mod words;

use super::Sentence;
use crate::statement::{Assertion, Modality, Speaker, Statement};
use alpheus_number::{Figure, Found};
use alpheus_text::Span;
use bounds::Bounds;
use head::Head;
use items::Items;

/// A count with the list behind it.
#[derive(Clone, Debug, PartialEq)]
pub struct List {
    /// How many are told.
    pub count: Figure,
    /// The count with its noun.
    pub counted: Span,
    /// The items, as far as they can be told apart.
    pub items: Vec<Span>,
    /// The fewest items that the list can be read to name.
    pub least: usize,
    /// The most; `None` where an item may stand for any number.
    pub greatest: Option<usize>,
    /// Why it can't be told what the list names.
    pub doubt: Option<&'static str>,
}

pub(crate) fn read(sentence: &Sentence<'_>, out: &mut Vec<Statement>) {
    out.extend(sentence.figures.iter().filter_map(|found| announced(sentence, found)));
}

fn announced(sentence: &Sentence<'_>, found: &Found) -> Option<Statement> {
    let head = Head::read(sentence, found)?;
    let (list, bounds) = match marks::read(sentence, &head) {
        Some(list) => {
            let bounds = Bounds::exactly(list.items.len());
            (list, bounds)
        }
        None => {
            let list = Items::read(sentence, &head)?;
            let bounds = bounds::read(sentence, &head, &list)?;
            (list, bounds)
        }
    };
    let scene = sentence.scene;
    let items: Vec<Span> =
        list.items.iter().map(|item| scene.span(item.first, item.end - 1)).collect();
    let counted = scene.span(found.first, head.noun);
    let span = items.iter().fold(counted, |span, item| span.cover(*item));
    let Bounds { least, greatest, doubt } = bounds;
    let count = found.figure;
    Some(Statement {
        assertion: Assertion::List(List {
            count,
            counted,
            items,
            least,
            greatest,
            doubt,
        }),
        span,
        modality: Modality::Asserted,
        speaker: Speaker::Author,
    })
}
