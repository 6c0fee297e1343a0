//! Which files are meant: those named, those in directories, those that fit a glob.

use crate::{
    args::Form,
    config::{Config, Configs},
};
use alpheus_report::Unread;
use globset::{GlobBuilder, GlobMatcher};
use ignore::WalkBuilder;
use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
    sync::Arc,
};

/// A file to read, or the standard input.
#[derive(Clone, Debug)]
pub(crate) struct Source {
    /// `None`: the standard input.
    pub(crate) path: Option<PathBuf>,
    pub(crate) form: Form,
    pub(crate) config: Arc<Config>,
    /// How many bytes it holds, as far as that is known before it is read.
    pub(crate) size: u64,
}

impl Source {
    /// What it is called in messages.
    pub(crate) fn name(&self) -> String {
        self.path
            .as_ref()
            .map_or_else(|| "<stdin>".to_owned(), |p| p.display().to_string())
    }

    /// The file of suppressions beside it, whether it is there or not.
    pub(crate) fn beside(&self) -> Option<PathBuf> {
        let mut name = self.path.clone()?.into_os_string();
        name.push(BESIDE);
        Some(PathBuf::from(name))
    }
}

/// The file of suppressions that may stand beside a text.
const BESIDE: &str = ".alpheus-ignore";

/// The files that the command line names, in its order, each once; directories by name.
#[derive(Debug)]
pub(crate) struct Sources {
    pub(crate) found: Vec<Source>,
    pub(crate) unread: Vec<Unread>,
}

/// Finds the files that are meant by `paths`.
///
/// # Errors
/// If a configuration can't be read. A path that can't be found is kept in
/// [`Sources::unread`].
pub(crate) fn find(
    paths: &[PathBuf],
    form: Option<Form>,
    configs: &mut Configs,
) -> anyhow::Result<Sources> {
    let sources = Sources { found: Vec::new(), unread: Vec::new() };
    let mut finder = Finder { form, configs, seen: BTreeSet::new(), sources };
    for path in paths {
        finder.named(path)?;
    }
    Ok(finder.sources)
}

struct Finder<'c> {
    form: Option<Form>,
    configs: &'c mut Configs,
    seen: BTreeSet<PathBuf>,
    sources: Sources,
}

impl Finder<'_> {
    fn named(&mut self, path: &Path) -> anyhow::Result<()> {
        if path == Path::new("-") {
            let config = self.configs.of(Path::new("."))?;
            let form = self.form.unwrap_or(Form::Plain);
            self.sources.found.push(Source { path: None, form, config, size: 0 });
        } else if path.is_dir() {
            self.walk(path, None)?;
        } else if let Some((root, glob)) = glob(path) {
            let before = self.sources.found.len() + self.sources.unread.len();
            self.walk(&root, Some(&glob))?;
            if self.sources.found.len() + self.sources.unread.len() == before {
                self.unread(path, "no file fits this pattern");
            }
        } else {
            let config = self.configs.of(path.parent().unwrap_or(Path::new("")))?;
            self.push(path, config);
        }
        Ok(())
    }

    /// Takes the files under `root`, those that fit `glob` if there is one.
    fn walk(&mut self, root: &Path, glob: Option<&GlobMatcher>) -> anyhow::Result<()> {
        let mut walk = WalkBuilder::new(root);
        walk.follow_links(true).sort_by_file_name(Ord::cmp);
        for entry in walk.build() {
            let entry = match entry {
                Ok(entry) => entry,
                Err(error) => {
                    let unread = explain(root, &error);
                    self.sources.unread.push(unread);
                    continue;
                }
            };
            if !entry.file_type().is_some_and(|kind| kind.is_file()) {
                continue;
            }
            let path = entry.into_path();
            let config = self.configs.of(path.parent().unwrap_or(Path::new("")))?;
            let wanted = match glob {
                Some(glob) => glob.is_match(&path) && config.wants(&path, true),
                None => config.wants(&path, form(&path).is_some()),
            };
            if wanted {
                self.push(&path, config);
            }
        }
        Ok(())
    }

    fn push(&mut self, path: &Path, config: Arc<Config>) {
        let path = path.strip_prefix("./").unwrap_or(path).to_path_buf();
        if !self.seen.insert(path.clone()) {
            return;
        }
        let size = path.metadata().map_or(0, |data| data.len());
        let form = self.form.or_else(|| form(&path)).unwrap_or(Form::Plain);
        self.sources.found.push(Source { path: Some(path), form, config, size });
    }

    fn unread(&mut self, path: &Path, reason: &str) {
        let unread =
            Unread { name: path.display().to_string(), reason: reason.to_owned() };
        self.sources.unread.push(unread);
    }
}

/// A path as it is called from the working directory, if it lies below.
pub(crate) fn near(path: &Path) -> &Path {
    let here = std::env::current_dir();
    here.ok().and_then(|here| path.strip_prefix(here).ok()).unwrap_or(path)
}

/// The form that an ending tells, if texts have it.
fn form(path: &Path) -> Option<Form> {
    let ending = path.extension()?.to_str()?.to_ascii_lowercase();
    match ending.as_str() {
        "txt" | "text" => Some(Form::Plain),
        "md" | "markdown" | "mdown" => Some(Form::Markdown),
        "html" | "htm" | "xhtml" => Some(Form::Html),
        "jsonl" | "ndjson" => Some(Form::Jsonl),
        _ => None,
    }
}

/// The directory that a glob is to be looked for in, and the glob.
fn glob(path: &Path) -> Option<(PathBuf, GlobMatcher)> {
    if path.exists() || !path.to_str()?.contains(['*', '?', '[', '{']) {
        return None;
    }
    let text = path.to_str()?;
    let plain = |part: &&str| !part.contains(['*', '?', '[', '{']);
    let fixed: Vec<&str> = text.split('/').take_while(plain).collect();
    let root = match fixed.join("/") {
        root if root.is_empty() && text.starts_with('/') => "/".to_owned(),
        root if root.is_empty() => "./".to_owned(),
        root => root,
    };
    let under = if root == "./" { format!("./{text}") } else { text.to_owned() };
    let glob = GlobBuilder::new(&under).literal_separator(true).build().ok()?;
    Some((PathBuf::from(root), glob.compile_matcher()))
}

/// Names the path that an error of the walk is about, with the reason in plain words.
fn explain(root: &Path, error: &ignore::Error) -> Unread {
    let name =
        |path: &Path| path.strip_prefix("./").unwrap_or(path).display().to_string();
    match error {
        ignore::Error::WithPath { path, err } => explain(path, err),
        ignore::Error::WithDepth { err, .. } => explain(root, err),
        ignore::Error::Loop { ancestor, child } => Unread {
            name: name(child),
            reason: format!("the directory leads back to {}", ancestor.display()),
        },
        ignore::Error::Io(error) => {
            Unread { name: name(root), reason: crate::source::reason(error) }
        }
        other => Unread { name: name(root), reason: other.to_string() },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_glob_is_looked_for_below_its_fixed_part() {
        let (root, glob) = glob(Path::new("no/such/**/*.md")).unwrap();
        assert_eq!(root, Path::new("no/such"));
        assert!(glob.is_match("no/such/a/b.md") && glob.is_match("no/such/b.md"));
        assert!(!glob.is_match("no/such/b.txt"));
        let (root, glob) = super::glob(Path::new("*.md")).unwrap();
        assert_eq!(root, Path::new("./"));
        assert!(glob.is_match("./a.md") && !glob.is_match("./a/b.md"));
        assert!(super::glob(Path::new("no/such.md")).is_none());
    }
}
