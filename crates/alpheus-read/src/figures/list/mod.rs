//! A count in front of the list of what it counts: "three powers, Austria, Prussia and
//! Russia".
//!
//! A list can be parted in more ways than one: a phrase between commas may be an item or
//! describe the item before, a pair joined by "and" may be one firm, and a plural may stand
//! for any number. So a list is read into the least and the greatest number that it can name.

mod before;
mod below;
mod bounds;
mod head;
mod items;
mod look;
mod marks;
mod words;

use super::Sentence;
use crate::statement::{Assertion, Modality, Speaker, Statement};
use alpheus_number::Found;
use alpheus_text::Span;
use before::Before;
use below::Below;
use bounds::Bounds;
use head::Head;
use items::Items;

/// A count with the list behind it.
#[derive(Clone, Debug, PartialEq)]
pub struct List {
    /// How many are told.
    pub count: usize,
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
    for found in sentence.figures {
        let list = behind(sentence, found)
            .or_else(|| below(sentence, found))
            .or_else(|| before(sentence, found));
        out.extend(list.map(statement));
    }
}

fn statement(list: List) -> Statement {
    let span = list.items.iter().fold(list.counted, |span, item| span.cover(*item));
    Statement {
        assertion: Assertion::List(list),
        span,
        modality: Modality::Asserted,
        speaker: Speaker::Author,
    }
}

/// The list behind a count, in its sentence.
fn behind(sentence: &Sentence<'_>, found: &Found) -> Option<List> {
    let head = Head::read(sentence, found)?;
    let (list, bounds) = if let Some(list) = marks::read(sentence, &head) {
        let bounds = Bounds::exactly(list.items.len());
        (list, bounds)
    } else {
        let list = Items::read(sentence, &head)?;
        let bounds = bounds::read(sentence, &head, &list)?;
        (list, bounds)
    };
    let scene = sentence.scene;
    let items = list.items.iter().map(|item| scene.span(item.first, item.end - 1));
    let Bounds { least, greatest, doubt } = bounds;
    Some(List {
        count: head.count,
        counted: scene.span(found.first, head.noun),
        items: items.collect(),
        least,
        greatest,
        doubt,
    })
}

/// The list of items below the block that ends with a count.
fn below(sentence: &Sentence<'_>, found: &Found) -> Option<List> {
    let Below { count, noun, items, doubt } = below::read(sentence, found)?;
    Some(List {
        count,
        counted: sentence.scene.span(found.first, noun),
        least: items.len(),
        greatest: Some(items.len()),
        items,
        doubt,
    })
}

/// The names before a count that sums them up.
fn before(sentence: &Sentence<'_>, found: &Found) -> Option<List> {
    let Before { count, noun, items } = before::read(sentence, found)?;
    Some(List {
        count,
        counted: sentence.scene.span(found.first, noun),
        least: items.len(),
        greatest: Some(items.len()),
        items,
        doubt: None,
    })
}
