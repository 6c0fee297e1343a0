//! Names of persons, organisations, places and works, and which of them name one thing.
//!
//! The one pass over a block's tokens finds runs of capitals ([`run`]), tells by the words in
//! them what they name ([`form`]), and looks each up in a table ([`table`]): a surname is the
//! full name before it if only one person of that surname was named, "French" goes to France,
//! an acronym to its expansion. What only the whole text can show is settled at the end
//! ([`settle`]): a surname that stands before the full name, a lone capital that is a place
//! where it is told to be "in" it. Where two may be meant, the mention stays by itself.
//!
//! What is kept of a mention is its span, its kind and the number of its entity.

pub(crate) mod acronym;
mod evidence;
mod form;
mod gazetteer;
mod given;
mod inverted;
mod lexicon;
mod run;
pub(crate) mod second;
mod settle;
mod table;
#[cfg(test)]
mod tests;
mod variants;
mod works;

use crate::{
    scene::Scene,
    statement::{LifeDate, Statement},
    stops::Stop,
};
use alpheus_text::{BlockKind, Document, Span};
use form::{Form, forms};
use table::Table;

/// What a name names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NameKind {
    /// A person.
    Person,
    /// A party, an army, a company, a council.
    Organisation,
    /// A country, a town, a river, a building.
    Place,
    /// A book, a newspaper, a play.
    Work,
    /// A people or what comes from a country: "French", "Germans". Its entity is the country.
    Demonym,
    /// The text does not show it.
    Unknown,
}

/// A mention of something by name.
///
/// # Example: a surname goes back to the full name
/// ```
/// use alpheus_read::{Options, read};
/// let text = "President Abraham Lincoln spoke first. Lincoln was brief.";
/// let doc = alpheus_text::Document::plain("memo", text);
/// let reading = read(&doc, Options::default());
/// let lincoln = &reading.names[1];
/// assert_eq!(doc.slice(lincoln.span), "Lincoln");
/// let entity = &reading.entities[lincoln.entity as usize];
/// assert_eq!(doc.slice(entity.fullest), "President Abraham Lincoln");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Name {
    /// Where it stands, its title with it.
    pub span: Span,
    /// The index of what it names, in [`Reading::entities`](crate::Reading::entities).
    pub entity: u32,
    /// What kind of name it is.
    pub kind: NameKind,
}

/// What one name or several stand for in a document.
#[derive(Clone, Debug, PartialEq)]
pub struct Entity {
    /// What it is; of a demonym's country, [`NameKind::Place`].
    pub kind: NameKind,
    /// The fullest name that the text gives it.
    pub fullest: Span,
    /// The birth, if a bracket after a name tells it.
    pub birth: Option<LifeDate>,
    /// The death.
    pub death: Option<LifeDate>,
}

/// The name that stands at `span` or shares words with it, the first if there are several;
/// `names` are in the order of the text.
///
/// # Example: from a word to the fullest name
/// ```
/// use alpheus_read::{Options, name_at, read};
/// use alpheus_text::Span;
/// let text = "Gen. Ulysses S. Grant agreed. \"Yes,\" said Grant.";
/// let doc = alpheus_text::Document::plain("memo", text);
/// let reading = read(&doc, Options::default());
/// let at = text.rfind("Grant").unwrap() as u32;
/// let name = name_at(&reading.names, Span::new(at, at + 5)).unwrap();
/// let fullest = reading.entities[name.entity as usize].fullest;
/// assert_eq!(doc.slice(fullest), "Gen. Ulysses S. Grant");
/// ```
pub fn name_at(names: &[Name], span: Span) -> Option<&Name> {
    let at = names.partition_point(|name| name.span.end <= span.start);
    names.get(at).filter(|name| name.span.overlaps(span))
}

/// Reads names block by block.
#[derive(Default)]
pub(crate) struct Names {
    table: Table,
    words: Vec<run::Word>,
    forms: Vec<Form>,
}

impl Names {
    /// Reads the names of a block.
    pub(crate) fn block(
        &mut self,
        scene: &Scene<'_>,
        kind: BlockKind,
        out: &mut Vec<Statement>,
    ) {
        if is_capitals(scene) {
            return;
        }
        self.table.placed.clear();
        let weak = matches!(kind, BlockKind::Heading(_));
        let mut next = 0;
        for at in scene.stops(Stop::NAME) {
            if at < next || !run::opens(scene, at) || run::is_common(scene, at) {
                continue;
            }
            self.forms.clear();
            next = self.read(scene, at, weak);
            for form in self.forms.drain(..) {
                let evidence = evidence::of(scene, &form);
                self.table.enter(scene, &form, &evidence);
            }
        }
        second::read(scene, &mut self.table, out);
        acronym::read(scene, &mut self.table, out);
    }

    /// Reads the names that begin at `at` into `forms`; the token after them.
    fn read(&mut self, scene: &Scene<'_>, at: usize, weak: bool) -> usize {
        let head = (at == 0).then(|| inverted::head(scene)).flatten();
        if let Some(form) = head.or_else(|| works::title(scene, at)) {
            let end = form.tokens.end;
            self.forms.push(form);
            return end;
        }
        run::read(scene, at, &mut self.words);
        forms(scene, &self.words, weak, &mut self.forms)
    }

    /// The names in the order of the text, and what they stand for.
    pub(crate) fn finish(self, doc: &Document) -> (Vec<Name>, Vec<Entity>) {
        settle::settle(self.table, doc)
    }
}

/// Whether a block is set in capitals, which then show no names.
fn is_capitals(scene: &Scene<'_>) -> bool {
    let some = scene.tokens.iter().filter(|token| token.is_word()).take(24);
    let (words, upper) = some.fold((0, 0), |(words, upper), token| {
        (words + 1, upper + usize::from(token.upper))
    });
    upper * 2 > words
}
