//! Which files are meant, and what holds for each.

use crate::{
    config::{Config, Configs},
    source::unread,
};
use alpheus_report::Unread;
use alpheus_text::{Format, Input};
use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

/// The ending of the file of suppressions that may stand beside a text.
const BESIDE: &str = ".alpheus-ignore";

/// Something to read, with the configuration that holds for it.
#[derive(Clone, Debug)]
pub(crate) struct Source {
    pub(crate) input: Input,
    pub(crate) config: Arc<Config>,
    /// How many bytes it holds, as far as that is known before it is read.
    pub(crate) size: u64,
}

impl Source {
    /// Its path, if it is a file.
    pub(crate) fn path(&self) -> Option<&Path> {
        Some(self.input.path()).filter(|path| *path != Path::new("-"))
    }

    /// The file of suppressions beside it, whether it is there or not.
    pub(crate) fn beside(&self) -> Option<PathBuf> {
        let mut name = self.path()?.as_os_str().to_owned();
        name.push(BESIDE);
        Some(PathBuf::from(name))
    }
}

/// What there is to read, in the order of the command line, and what can't be.
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
    format: Option<Format>,
    configs: &mut Configs,
) -> anyhow::Result<Sources> {
    let mut wrong = None;
    let inputs = alpheus_text::find_if(paths, format, |path, known| {
        let config = configs.of(path).map_err(|error| wrong = Some(error));
        config.is_ok_and(|config| config.wants(path, known))
    });
    if let Some(error) = wrong {
        return Err(error);
    }
    let mut sources = Sources { found: Vec::new(), unread: Vec::new() };
    for input in inputs {
        match input {
            Ok(input) => {
                let config = configs.of(input.path())?;
                let size = input.size().unwrap_or(0);
                sources.found.push(Source { input, config, size });
            }
            Err(error) => sources.unread.push(unread(&error)),
        }
    }
    Ok(sources)
}

/// A path as it is called from the working directory, if it lies below.
pub(crate) fn near(path: &Path) -> &Path {
    let here = std::env::current_dir();
    here.ok().and_then(|here| path.strip_prefix(here).ok()).unwrap_or(path)
}
