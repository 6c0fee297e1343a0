//! `--watch`: checks files again when they change.
//!
//! The sizes and times of change of the files, and of what bears on them (the
//! configuration, the suppressions beside them), are looked at a few times a second. That
//! works on every file system, shared and mounted ones too, costs a few milliseconds for a
//! thousand files, and needs no library with a thread of its own.

use crate::{
    output,
    paths::{Source, Sources},
};
use alpheus_report::clean::clean;
use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
    thread,
    time::{Duration, SystemTime},
};

/// How often the files are looked at. An editor that writes a file in pieces is done when
/// two looks agree.
const PAUSE: Duration = Duration::from_millis(250);

/// Size and time of change; `None` for a file that isn't there.
type Stamp = Option<(u64, Option<SystemTime>)>;
/// Of each file: its own stamp, and those of what bears on it.
type Stamps = BTreeMap<PathBuf, [Stamp; 3]>;

/// Calls `check` with the files that have changed, whenever some have, until it fails.
pub(crate) fn watch(
    mut find: impl FnMut() -> anyhow::Result<Sources>,
    mut check: impl FnMut(Sources) -> anyhow::Result<()>,
) -> anyhow::Result<()> {
    let mut checked = stamps(&find()?.found);
    let mut last = checked.clone();
    let mut wrong = String::new();
    output::tell(&watching(checked.len()));
    loop {
        thread::sleep(PAUSE);
        let Some(mut sources) = told(find(), &mut wrong) else { continue };
        let now = stamps(&sources.found);
        let settled = now == last;
        last.clone_from(&now);
        if !settled || now == checked {
            continue;
        }
        sources.unread.clear();
        sources.found.retain(|source| {
            source.path().is_some_and(|path| now.get(path) != checked.get(path))
        });
        checked = now;
        if sources.found.is_empty() {
            continue;
        }
        for source in &sources.found {
            output::tell(&format!(
                "changed: {}",
                clean(&source.input.path().to_string_lossy())
            ));
        }
        check(sources)?;
        output::tell(&watching(checked.len()));
    }
}

/// What was found; an error (of a configuration that is being edited) is told once.
fn told(found: anyhow::Result<Sources>, wrong: &mut String) -> Option<Sources> {
    match found {
        Ok(sources) => {
            wrong.clear();
            Some(sources)
        }
        Err(error) => {
            let text = error.to_string();
            if text != *wrong {
                output::complain(&error);
                *wrong = text;
            }
            None
        }
    }
}

fn watching(files: usize) -> String {
    let files = if files == 1 { "1 file".to_owned() } else { format!("{files} files") };
    format!("watching {files}; Ctrl-C ends")
}

fn stamps(sources: &[Source]) -> Stamps {
    let of = |source: &Source| {
        let path = source.path()?;
        let beside = source.beside();
        let config = source.config.path();
        Some((path.to_path_buf(), [Some(path), beside.as_deref(), config].map(stamp)))
    };
    sources.iter().filter_map(of).collect()
}

fn stamp(path: Option<&Path>) -> Stamp {
    let data = path?.metadata().ok()?;
    Some((data.len(), data.modified().ok()))
}
