//! What was decided about findings in the case folders that accounts lie in.
//!
//! A case folder is the nearest above an account that has a case file. Its decisions lie in one
//! file, which `alpheus serve` writes and a person may edit.

use crate::{commands::CASE, paths::Source, run::Job};
use alpheus_check::Finding;
use alpheus_report::{
    Unread,
    adjudications::{Adjudications, FILE, Subject},
};
use std::{
    collections::BTreeMap,
    fs, io,
    path::{Component, Path, PathBuf},
};

/// The decisions of all cases that accounts lie in.
#[derive(Default)]
pub(crate) struct Decisions {
    /// The case folder of each folder with accounts, if it lies in one.
    folders: BTreeMap<PathBuf, Option<PathBuf>>,
    cases: BTreeMap<PathBuf, Adjudications>,
    /// What each account is called in its case, and the case.
    called: BTreeMap<PathBuf, (String, PathBuf)>,
    unread: Vec<Unread>,
}

impl Decisions {
    pub(crate) fn new(sources: &[Source]) -> Self {
        let mut decisions = Decisions::default();
        for path in sources.iter().filter_map(Source::path) {
            decisions.take(path);
        }
        decisions
    }

    fn take(&mut self, path: &Path) {
        let Ok(real) = fs::canonicalize(path) else { return };
        let Some(folder) = real.parent() else { return };
        let case = self.folders.entry(folder.to_owned()).or_insert_with(|| {
            folder.ancestors().find(|one| one.join(CASE).is_file()).map(Path::to_owned)
        });
        let Some(case) = case.clone() else { return };
        let Ok(below) = real.strip_prefix(&case) else { return };
        let parts = below.components().filter_map(|part| match part {
            Component::Normal(name) => Some(name.to_string_lossy()),
            _ => None,
        });
        let called = parts.collect::<Vec<_>>().join("/");
        if !self.cases.contains_key(&case) {
            let kept = load(&case.join(FILE));
            let kept = kept.map_err(|lost| self.unread.push(lost)).unwrap_or_default();
            self.cases.insert(case.clone(), kept);
        }
        self.called.insert(path.to_owned(), (called, case));
    }

    /// The files of decisions that can't be used.
    pub(crate) fn unread(&self) -> &[Unread] {
        &self.unread
    }

    /// All decisions, case by case.
    pub(crate) fn all(&self) -> impl Iterator<Item = &Adjudications> {
        self.cases.values()
    }

    /// What a source is called in its case; what lies in none has no name.
    pub(crate) fn called(&self, source: &Source) -> &str {
        let called = source.path().and_then(|path| self.called.get(path));
        called.map_or("", |(called, _)| called)
    }

    /// Takes out the findings that were dismissed, and tells how many.
    pub(crate) fn dismiss(&self, job: &Job<'_>, findings: &mut Vec<Finding>) -> u64 {
        let own = job.source.path().and_then(|path| self.called.get(path));
        let Some((called, case)) = own else { return 0 };
        let Some(kept) = self.cases.get(case).filter(|kept| !kept.is_empty()) else {
            return 0;
        };
        let before = findings.len();
        let subjects = Subject::of_all(called, &job.doc, findings);
        let mut subjects = subjects.iter();
        findings.retain(|_| subjects.next().is_none_or(|one| !kept.dismisses(one)));
        (before - findings.len()) as u64
    }
}

fn load(path: &Path) -> Result<Adjudications, Unread> {
    let lost = |reason| Unread { name: path.display().to_string(), reason };
    match fs::read_to_string(path) {
        Ok(text) => Adjudications::read(&text).map_err(|error| lost(error.to_string())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            Ok(Adjudications::default())
        }
        Err(error) => Err(lost(error.to_string())),
    }
}
