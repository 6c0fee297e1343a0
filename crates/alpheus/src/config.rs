//! The configuration: `alpheus.toml`, in the directory of a checked file or above it.
//!
//! ```toml
//! domain = "narrative"        # or "news"
//! calendar = "gregorian"      # or "julian"
//! include = ["chapters/**"]   # of a directory, only these (default: by their endings)
//! exclude = ["drafts/**"]     # never these
//! reference = ["lives.toml"]  # compare with these tables
//!
//! [rules]
//! date-conflict = "warning"   # error, warning, note; on, off
//! ```
//!
//! Patterns and tables are relative to the directory of the configuration. What the command line says
//! goes before what the configuration says.

use crate::{
    args::{Calendar, Domain},
    nearest::{self, nearest},
    output::{Rendered, error_screen},
    paths,
};
use alpheus_check::{Label, Level, Options};
use alpheus_report::complaint;
use alpheus_text::{Document, Span};
use anyhow::Context as _;
use globset::{Glob, GlobSet, GlobSetBuilder};
use serde::Deserialize;
use std::{
    collections::BTreeMap,
    fs,
    ops::Range,
    path::{Path, PathBuf},
    sync::Arc,
};
use toml::Spanned;

/// The name of the configuration's file.
const NAME: &str = "alpheus.toml";
const KEYS: [&str; 6] =
    ["domain", "calendar", "include", "exclude", "reference", "rules"];
const LEVELS: [&str; 5] = ["error", "warning", "note", "on", "off"];

/// What a configuration says.
#[derive(Debug, Default)]
pub(crate) struct Config {
    /// Where it stands; `None` where there is none.
    path: Option<PathBuf>,
    pub(crate) domain: Option<Domain>,
    pub(crate) calendar: Option<Calendar>,
    include: Option<GlobSet>,
    exclude: GlobSet,
    reference: Vec<PathBuf>,
    rules: Vec<(&'static alpheus_check::Rule, Option<Level>)>,
}

/// A configuration as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    domain: Option<Domain>,
    calendar: Option<Calendar>,
    include: Option<Vec<Spanned<String>>>,
    #[serde(default)]
    exclude: Vec<Spanned<String>>,
    #[serde(default)]
    reference: Vec<PathBuf>,
    #[serde(default)]
    rules: BTreeMap<Spanned<String>, Spanned<String>>,
}

/// What is wrong in a configuration, and where.
#[derive(Debug)]
struct Wrong {
    message: String,
    at: Range<usize>,
    help: Option<String>,
}

impl Config {
    /// Reads the configuration at `path`.
    fn read(path: &Path) -> anyhow::Result<Config> {
        let text = fs::read_to_string(path)
            .with_context(|| format!("could not read {}", path.display()))?;
        Config::parse(path, &text).map_err(|wrong| {
            let doc = Document::plain(paths::near(path).display().to_string(), text);
            let span = Span::new(wrong.at.start as u32, wrong.at.end as u32);
            let label = Label::new(span, "");
            let told = complaint(
                &doc,
                &wrong.message,
                &label,
                wrong.help.as_deref(),
                error_screen(),
            );
            Rendered(told).into()
        })
    }

    fn parse(path: &Path, text: &str) -> Result<Config, Wrong> {
        let written: Written =
            toml::from_str(text).map_err(|error| explain(&error, text))?;
        Ok(Config {
            path: Some(path.to_path_buf()),
            domain: written.domain,
            calendar: written.calendar,
            include: written.include.as_deref().map(globs).transpose()?,
            exclude: globs(&written.exclude)?,
            reference: written.reference,
            rules: written.rules.iter().map(setting).collect::<Result<_, _>>()?,
        })
    }

    /// Where it stands, if there is one.
    pub(crate) fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }

    /// The references that it names, as they are called from the working directory.
    pub(crate) fn references(&self) -> impl Iterator<Item = PathBuf> + '_ {
        let dir = self.path.as_deref().and_then(Path::parent).unwrap_or(Path::new(""));
        self.reference.iter().map(move |file| paths::near(&dir.join(file)).to_path_buf())
    }

    /// Sets the rules that the configuration names.
    pub(crate) fn apply(&self, options: &mut Options) {
        for &(rule, level) in &self.rules {
            options.set(rule, level);
        }
    }

    /// Whether a file found in a directory is to be read; `known` tells if its ending is
    /// one that texts have.
    pub(crate) fn wants(&self, path: &Path, known: bool) -> bool {
        let path = std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf());
        let root = self.path.as_deref().and_then(Path::parent).map(std::path::absolute);
        let root = root.and_then(Result::ok).unwrap_or_default();
        let path = path.strip_prefix(&root).unwrap_or(&path);
        let included = self.include.as_ref().map_or(known, |set| set.is_match(path));
        included && !self.exclude.is_match(path)
    }
}

fn globs(patterns: &[Spanned<String>]) -> Result<GlobSet, Wrong> {
    let mut set = GlobSetBuilder::new();
    let wrong = |at, error: globset::Error| Wrong {
        message: format!("not a pattern of paths: {}", error.kind()),
        at,
        help: None,
    };
    for pattern in patterns {
        let glob = Glob::new(pattern.as_ref());
        set.add(glob.map_err(|error| wrong(pattern.span(), error))?);
    }
    set.build().map_err(|error| wrong(0..0, error))
}

/// A line of `[rules]`.
fn setting(
    (name, level): (&Spanned<String>, &Spanned<String>),
) -> Result<(&'static alpheus_check::Rule, Option<Level>), Wrong> {
    let rule = nearest::rule(name.as_ref()).map_err(|hint| split(&hint, name.span()))?;
    let level = match level.as_ref().as_str() {
        "error" => Some(Level::Error),
        "warning" => Some(Level::Warning),
        "note" => Some(Level::Note),
        "on" => Some(rule.level),
        "off" => None,
        other => {
            return Err(Wrong {
                message: format!("a rule can't be set to `{other}`"),
                at: level.span(),
                help: Some(one_of(other, &LEVELS)),
            });
        }
    };
    Ok((rule, level))
}

/// A message of the form "what is wrong: what to do".
fn split(text: &str, at: Range<usize>) -> Wrong {
    let (message, help) = text.split_once(": ").unwrap_or((text, ""));
    let help = (!help.is_empty()).then(|| help.to_owned());
    Wrong { message: message.to_owned(), at, help }
}

/// What the parser complains of, with the nearest name that it would take.
fn explain(error: &toml::de::Error, text: &str) -> Wrong {
    let at = error.span().unwrap_or(0..0);
    let word = text.get(at.clone()).unwrap_or_default().trim_matches(['"', '\'']);
    let message = error.message().trim();
    if message.starts_with("unknown field") {
        let message = format!("there is no setting `{word}`");
        return Wrong { message, at, help: Some(one_of(word, &KEYS)) };
    }
    let values: &[&str] = match message {
        message if message.contains("`narrative`") => &["narrative", "news"],
        message if message.contains("`gregorian`") => &["gregorian", "julian"],
        _ => return Wrong { message: message.replace('\n', " "), at, help: None },
    };
    let message = format!("`{word}` is not a value of this setting");
    Wrong { message, at, help: Some(one_of(word, values)) }
}

fn one_of(word: &str, names: &[&str]) -> String {
    match nearest(word, names.iter().copied()) {
        Some(name) => format!("did you mean `{name}`?"),
        None => format!("expected one of `{}`", names.join("`, `")),
    }
}

/// The configurations of a run, each read once.
#[derive(Debug)]
pub(crate) struct Configs {
    /// The one that is named on the command line.
    named: Option<Arc<Config>>,
    none: Arc<Config>,
    by_dir: BTreeMap<PathBuf, Arc<Config>>,
}

impl Configs {
    /// Reads `named`, if there is one; else configurations are looked for.
    pub(crate) fn new(named: Option<&Path>) -> anyhow::Result<Configs> {
        let named = named.map(Config::read).transpose()?.map(Arc::new);
        Ok(Configs { named, none: Arc::default(), by_dir: BTreeMap::new() })
    }

    /// The configuration of a file: that of the nearest directory above.
    pub(crate) fn of(&mut self, path: &Path) -> anyhow::Result<Arc<Config>> {
        if let Some(named) = &self.named {
            return Ok(Arc::clone(named));
        }
        let path = std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf());
        self.above(path.parent().unwrap_or(&path))
    }

    fn above(&mut self, dir: &Path) -> anyhow::Result<Arc<Config>> {
        if let Some(config) = self.by_dir.get(dir) {
            return Ok(Arc::clone(config));
        }
        let file = dir.join(NAME);
        let config = if file.is_file() {
            Arc::new(Config::read(&file)?)
        } else if let Some(parent) = dir.parent() {
            self.above(parent)?
        } else {
            Arc::clone(&self.none)
        };
        self.by_dir.insert(dir.to_path_buf(), Arc::clone(&config));
        Ok(config)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wrong(text: &str) -> (String, String, String) {
        let wrong = Config::parse(Path::new("alpheus.toml"), text).unwrap_err();
        (wrong.message, text[wrong.at].to_owned(), wrong.help.unwrap_or_default())
    }

    #[test]
    fn a_configuration_is_read() {
        let text = "domain = \"news\"\nexclude = [\"drafts/**\"]\n\
                    [rules]\nweekday-mismatch = \"note\"\n";
        let config = Config::parse(Path::new("/book/alpheus.toml"), text).unwrap();
        assert_eq!(config.domain, Some(Domain::News));
        assert!(!config.wants(Path::new("/book/drafts/one.txt"), true));
        assert!(config.wants(Path::new("/book/one.txt"), true));
        assert!(!config.wants(Path::new("/book/one.png"), false));
        let mut options = Options::default();
        config.apply(&mut options);
        let rule = nearest::rule("weekday-mismatch").unwrap();
        assert_eq!(options.level(rule), Some(Level::Note));
    }

    #[test]
    fn include_takes_the_place_of_the_endings() {
        let config =
            Config::parse(Path::new("/b/alpheus.toml"), "include = [\"**/*.adoc\"]");
        let config = config.unwrap();
        assert!(config.wants(Path::new("/b/x/y.adoc"), false));
        assert!(!config.wants(Path::new("/b/x/y.txt"), true));
    }

    #[test]
    fn errors_name_the_place_and_the_nearest_key() {
        let (message, at, help) = wrong("domian = \"news\"");
        assert_eq!(at, "domian");
        assert_eq!(message, "there is no setting `domian`");
        assert_eq!(help, "did you mean `domain`?");

        let (_, at, help) = wrong("[rules]\nweekday-missmatch = \"off\"\n");
        assert_eq!(at, "weekday-missmatch");
        assert_eq!(help, "did you mean `weekday-mismatch`?");

        let (_, at, help) = wrong("[rules]\nweekday-mismatch = \"warn\"\n");
        assert_eq!(at, "\"warn\"");
        assert_eq!(help, "did you mean `warning`?");

        let (_, at, help) = wrong("calendar = \"mayan\"");
        assert_eq!(at, "\"mayan\"");
        assert!(help.contains("`julian`"), "{help}");

        let (message, at, _) = wrong("exclude = [\"a[\"]");
        assert_eq!(at, "\"a[\"");
        assert!(message.starts_with("not a pattern of paths"), "{message}");

        let text = "domain = \"news\"\n???";
        assert!(
            Config::parse(Path::new("alpheus.toml"), text).unwrap_err().at.start >= 16
        );
    }
}
