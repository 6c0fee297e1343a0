//! What sentences say of their figures: sums, shares, changes and the rest.
//!
//! Figures are read once a block; a sentence that has any is shown to each reader, one file
//! a kind of statement. A reader knows the figures of its sentence by their places among the
//! tokens, and looks only at the words between and around them.

mod between;
pub(crate) mod change;
mod change_words;
pub(crate) mod comparison;
pub(crate) mod conversion;
pub(crate) mod counted;
pub(crate) mod inventory;
mod lead;
pub(crate) mod list;
pub(crate) mod margin;
pub(crate) mod ratio;
pub(crate) mod repeat;
pub(crate) mod share;
pub(crate) mod sum;
pub(crate) mod table;

use crate::{scene::Scene, statement::Statement};
use alpheus_number::{Found, Reader};
use alpheus_text::Document;
use inventory::Inventories;
use repeat::Repeats;
use std::ops::Range;

/// The figures of one sentence.
pub(crate) struct Sentence<'a> {
    /// The block that it stands in.
    pub(crate) scene: &'a Scene<'a>,
    /// Its tokens, as indices into the block's.
    pub(crate) tokens: Range<usize>,
    /// Its figures, in order; never empty.
    pub(crate) figures: &'a [Found],
    /// The figures of the whole block.
    pub(crate) all: &'a [Found],
}

/// Reads figures block by block, reusing what it allocates.
#[derive(Default)]
pub(crate) struct Figures {
    reader: Reader,
    found: Vec<Found>,
    repeats: Repeats,
    inventories: Inventories,
}

impl Figures {
    /// Reads what a block says of its figures.
    pub(crate) fn block(&mut self, scene: &Scene<'_>, out: &mut Vec<Statement>) {
        self.inventories.entitle(scene.tokens);
        let dated = |at: usize| scene.is_dated(at).then(|| scene.after_time(at));
        self.reader.block(scene.doc, scene.tokens, dated, &mut self.found);
        let mut rest = self.found.as_slice();
        while let Some(first) = rest.first() {
            let tokens = scene.sentence(first.first);
            let count = rest.iter().take_while(|found| found.first < tokens.end).count();
            let (figures, after) = rest.split_at(count.max(1));
            rest = after;
            let sentence = Sentence { scene, tokens, figures, all: &self.found };
            read(&sentence, out);
            self.repeats.sentence(&sentence);
            self.inventories.sentence(&sentence);
        }
    }

    /// The figures of the last block.
    pub(crate) fn found(&self) -> &[Found] {
        &self.found
    }

    /// States what can only be told when all has been read, and hands on the figures that
    /// another account may tell too.
    pub(crate) fn finish(
        self,
        doc: &Document,
        out: &mut Vec<Statement>,
    ) -> Vec<repeat::Mention> {
        let mentions = self.repeats.finish(doc, out);
        self.inventories.finish(out);
        mentions
    }
}

fn read(sentence: &Sentence<'_>, out: &mut Vec<Statement>) {
    between::read(sentence, out);
    sum::read(sentence, out);
    share::read(sentence, out);
    change::read(sentence, out);
    margin::read(sentence, out);
    conversion::read(sentence, out);
    list::read(sentence, out);
    ratio::read(sentence, out);
    comparison::read(sentence, out);
}
