//! Notes by number: "[12]" in the text, and a note that begins with "[12]".

use super::{Target, cited, unused};
use crate::{scene::Scene, statement::Statement};
use alpheus_text::{Span, key};

/// The notes and their marks, in the order of the text.
#[derive(Default)]
pub(super) struct Notes {
    marks: Vec<(u16, Span)>,
    notes: Vec<(u16, Span)>,
}

/// No text has as many notes in one count; what is larger is a year or a page.
const MOST: u64 = 2_000;
/// Fewer notes are no list.
const FEWEST: usize = 4;

impl Notes {
    /// Reads the bracket at `open`: a mark, or the number of a note at the front of a block.
    pub(super) fn bracket(&mut self, scene: &Scene<'_>, open: usize) {
        if open == 0 {
            self.notes.extend(note(scene));
        } else {
            self.marks.extend(mark(scene, open));
        }
    }

    /// States what each mark leads to, if the notes are numbered once through the text.
    pub(super) fn finish(self, out: &mut Vec<Statement>) {
        if self.notes.len() < FEWEST || self.marks.len() < FEWEST {
            return;
        }
        let once =
            |list: &[(u16, Span)]| list.windows(2).all(|pair| pair[0].0 < pair[1].0);
        let counted = once(&self.notes) && once(&self.marks);
        for &(number, span) in &self.marks {
            let target = match find(&self.notes, number) {
                _ if !counted => Target::Unknown("the notes are counted more than once"),
                Ok(note) => Target::Entry(note),
                Err(Some(before)) if self.is_amid_marks(number) => {
                    Target::Missing(before)
                }
                Err(_) => Target::Unknown("the list of notes may not be whole"),
            };
            out.push(cited(span, target));
        }
        if counted {
            self.unused(out);
        }
    }

    /// Whether the numbers before and after have marks as well as notes.
    fn is_amid_marks(&self, number: u16) -> bool {
        [number.wrapping_sub(1), number + 1]
            .iter()
            .all(|&number| find(&self.marks, number).is_ok())
    }

    fn unused(&self, out: &mut Vec<Statement>) {
        for &(number, span) in &self.notes {
            let amid_notes = [number.wrapping_sub(1), number + 1]
                .iter()
                .all(|&number| find(&self.notes, number).is_ok());
            if let (true, Err(Some(before))) = (amid_notes, find(&self.marks, number)) {
                out.push(unused(span, before));
            }
        }
    }
}

/// The span with a number, or that of the number before it if the one after it is there too.
fn find(list: &[(u16, Span)], number: u16) -> Result<Span, Option<Span>> {
    match list.binary_search_by_key(&number, |entry| entry.0) {
        Ok(at) => Ok(list[at].1),
        Err(at) => {
            let before = at.checked_sub(1).map(|before| list[before]);
            let amid = list.get(at).is_some_and(|next| next.0 == number + 1);
            Err(before
                .filter(|before| amid && before.0 + 1 == number)
                .map(|before| before.1))
        }
    }
}

/// "[12]", close to the word before it.
fn mark(scene: &Scene<'_>, open: usize) -> Option<(u16, Span)> {
    let close = !scene.tokens[open].spaced;
    number(scene, open).filter(|_| close)
}

/// The number in a bracket that holds nothing else.
fn number(scene: &Scene<'_>, open: usize) -> Option<(u16, Span)> {
    let number = scene.tokens.get(open + 1)?.number()?;
    (scene.is(open + 2, ']') && (1..MOST).contains(&number))
        .then(|| (number as u16, scene.span(open, open + 2)))
}

/// "[12] See …" or "[Footnote 12: …" at the front of a block.
fn note(scene: &Scene<'_>) -> Option<(u16, Span)> {
    let first = scene.tokens.get(1)?;
    if first.key == const { key("footnote") } && first.is_word() {
        let number = scene.tokens.get(2)?.number()?;
        let noted = scene.is(3, ':') && (1..MOST).contains(&number);
        return noted.then(|| (number as u16, scene.span(0, 2)));
    }
    number(scene, 0)
}
