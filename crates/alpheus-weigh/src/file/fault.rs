//! What is wrong with a case file, and where.

use alpheus_text::Span;
use std::ops::Range;

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FaultLevel {
    /// The case can't be weighed.
    Error,
    /// The case can be weighed, but its result may mislead.
    Warning,
    /// Something to think of.
    Note,
}

/// One mistake, with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// What kind of mistake it is, in kebab case.
    pub name: &'static str,
    /// How bad it is.
    pub level: FaultLevel,
    /// One plain sentence.
    pub message: String,
    /// Where, and what is to be said of the place; the mistake itself first. Never empty.
    pub labels: Vec<(Span, String)>,
    /// What to do, if there is something to say.
    pub help: Option<String>,
}

impl Fault {
    pub(crate) fn error(name: &'static str, at: Range<usize>, message: String) -> Fault {
        Fault::new(name, FaultLevel::Error, at, message)
    }

    pub(crate) fn warning(
        name: &'static str,
        at: Range<usize>,
        message: String,
    ) -> Fault {
        Fault::new(name, FaultLevel::Warning, at, message)
    }

    pub(crate) fn note(name: &'static str, at: Range<usize>, message: String) -> Fault {
        Fault::new(name, FaultLevel::Note, at, message)
    }

    fn new(
        name: &'static str,
        level: FaultLevel,
        at: Range<usize>,
        message: String,
    ) -> Fault {
        let labels = vec![(span(&at), String::new())];
        Fault { name, level, message, labels, help: None }
    }

    /// With words beside the place of the mistake.
    pub(crate) fn saying(mut self, words: impl Into<String>) -> Fault {
        self.labels[0].1 = words.into();
        self
    }

    /// With another place that belongs to it.
    pub(crate) fn beside(mut self, at: &Range<usize>, words: impl Into<String>) -> Fault {
        self.labels.push((span(at), words.into()));
        self
    }

    /// With what to do.
    pub(crate) fn help(mut self, help: impl Into<String>) -> Fault {
        self.help = Some(help.into());
        self
    }
}

pub(crate) fn span(range: &Range<usize>) -> Span {
    Span::new(range.start as u32, range.end.max(range.start) as u32)
}

/// "did you mean", or what there is to choose from.
pub(crate) fn one_of<'n>(word: &str, names: impl IntoIterator<Item = &'n str>) -> String {
    /// Below this, names have little in common but a few letters.
    const LIKE_ENOUGH: f64 = 0.75;
    let names: Vec<&str> = names.into_iter().collect();
    let like =
        |name: &str| strsim::jaro_winkler(&word.to_lowercase(), &name.to_lowercase());
    let nearest = names
        .iter()
        .map(|name| (like(name), *name))
        .filter(|(like, _)| *like >= LIKE_ENOUGH)
        .reduce(|a, b| if b.0 > a.0 { b } else { a });
    match nearest {
        Some((_, name)) => format!("did you mean `{name}`?"),
        None if names.is_empty() => "there are none".to_owned(),
        None => format!("there are `{}`", names.join("`, `")),
    }
}
