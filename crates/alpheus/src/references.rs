//! Reads references, and shows what is wrong in them.

use crate::{output::error_screen, paths::Source, source};
use alpheus_check::{Label, References};
use alpheus_reference::{Form, Mistake, Reference};
use alpheus_report::{Unread, complaint};
use alpheus_text::{Document, Format};
use anyhow::{Context as _, bail};
use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    sync::Arc,
};

/// Why a reference is of no use.
pub(crate) enum Wrong {
    /// It could not be read.
    Unread(Unread),
    /// There are mistakes in it.
    Mistakes(Arc<Document>, Vec<Mistake>),
}

/// Reads a reference; its form is told by the ending of its name.
pub(crate) fn read(path: &Path) -> Result<Reference, Wrong> {
    let name = path.display().to_string();
    let lost = |reason: String| Wrong::Unread(Unread { name: name.clone(), reason });
    let form = Form::of(path)
        .ok_or_else(|| lost("expected a name that ends in .toml or .csv".to_owned()))?;
    let bytes = fs::read(path).map_err(|error| lost(error.to_string()))?;
    let doc = Document::decode(name.as_str(), bytes, Format::Plain)
        .map_err(|error| Wrong::Unread(source::unread(&error)))?;
    let doc = Arc::new(doc);
    Reference::read(Arc::clone(&doc), form)
        .map_err(|mistakes| Wrong::Mistakes(doc, mistakes))
}

/// A mistake, laid out with the cell that it stands in.
pub(crate) fn shown(doc: &Document, mistake: &Mistake) -> String {
    let label = Label::new(mistake.span, "");
    complaint(doc, &mistake.message, &label, mistake.help.as_deref(), error_screen())
}

/// The references of a run, each read once.
#[derive(Default)]
pub(crate) struct Shelf {
    /// Those that the command line names.
    named: Vec<PathBuf>,
    read: BTreeMap<PathBuf, Reference>,
    /// By the references that a source is compared with.
    sets: BTreeMap<Vec<PathBuf>, Arc<References>>,
}

impl Shelf {
    /// Reads all references that the command line and the configurations name.
    ///
    /// # Errors
    /// If one can't be read or has mistakes: nothing would be compared with it.
    pub(crate) fn new(named: &[PathBuf], sources: &[Source]) -> anyhow::Result<Self> {
        let mut shelf = Shelf { named: named.to_vec(), ..Shelf::default() };
        shelf.set(named.to_vec())?;
        for source in sources {
            shelf.set(shelf.files(source))?;
        }
        Ok(shelf)
    }

    /// What a source is compared with.
    pub(crate) fn of(&self, source: &Source) -> Arc<References> {
        self.sets.get(&self.files(source)).cloned().unwrap_or_default()
    }

    fn files(&self, source: &Source) -> Vec<PathBuf> {
        let mut files = self.named.clone();
        files
            .extend(source.config.references().filter(|file| !self.named.contains(file)));
        files
    }

    fn set(&mut self, files: Vec<PathBuf>) -> anyhow::Result<()> {
        if self.sets.contains_key(&files) {
            return Ok(());
        }
        let all =
            files.iter().map(|file| self.reference(file)).collect::<Result<_, _>>()?;
        self.sets.insert(files, Arc::new(References::new(all)));
        Ok(())
    }

    fn reference(&mut self, file: &Path) -> anyhow::Result<Reference> {
        if let Some(reference) = self.read.get(file) {
            return Ok(reference.clone());
        }
        let reference = match read(file) {
            Ok(reference) => reference,
            Err(Wrong::Unread(Unread { name, reason })) => {
                bail!("could not read the reference {name}: {reason}")
            }
            Err(Wrong::Mistakes(doc, mistakes)) => {
                let first = mistakes.first().context("a reference without rows")?;
                let more = match mistakes.len() {
                    1 => String::new(),
                    _ => format!(
                        "\n`alpheus reference check {}` shows them all\n",
                        doc.name()
                    ),
                };
                let text = shown(&doc, first) + &more;
                return Err(crate::output::Rendered(text).into());
            }
        };
        self.read.insert(file.to_path_buf(), reference.clone());
        Ok(reference)
    }
}
