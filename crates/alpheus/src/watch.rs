//! `--watch`: checks files again when they change.
//!
//! The files' sizes and times of change are looked at a few times a second. That works on
//! every file system, shared and mounted ones too, costs a few milliseconds for a thousand
//! files, and needs no library with a thread of its own.

use crate::{
    output,
    paths::{Source, Sources},
};
use std::{
    collections::BTreeMap,
    path::PathBuf,
    thread,
    time::{Duration, SystemTime},
};

/// How often the files are looked at. An editor that writes a file in pieces is done when
/// two looks agree.
const PAUSE: Duration = Duration::from_millis(250);

type Stamps = BTreeMap<PathBuf, (u64, Option<SystemTime>)>;

/// Calls `check` with the files that have changed, whenever some have, until it fails.
pub(crate) fn watch(
    mut find: impl FnMut() -> anyhow::Result<Sources>,
    mut check: impl FnMut(Sources) -> anyhow::Result<()>,
) -> anyhow::Result<()> {
    let mut checked = stamps(&find()?.found);
    let mut last = checked.clone();
    output::tell(&watching(checked.len()));
    loop {
        thread::sleep(PAUSE);
        let Sources { mut found, .. } = find()?;
        let now = stamps(&found);
        let settled = now == last;
        last.clone_from(&now);
        if !settled || now == checked {
            continue;
        }
        let changed = |source: &Source| {
            let path = source.path.as_ref();
            path.is_some_and(|path| now.get(path) != checked.get(path))
        };
        found.retain(changed);
        checked = now;
        if found.is_empty() {
            continue;
        }
        for source in &found {
            output::tell(&format!("changed: {}", source.name()));
        }
        check(Sources { found, unread: Vec::new() })?;
        output::tell(&watching(checked.len()));
    }
}

fn watching(files: usize) -> String {
    let files = if files == 1 { "1 file".to_owned() } else { format!("{files} files") };
    format!("watching {files}; Ctrl-C ends")
}

fn stamps(sources: &[Source]) -> Stamps {
    let paths = sources.iter().filter_map(|source| source.path.clone());
    let stamp = |path: PathBuf| {
        let data = path.metadata().ok()?;
        Some((path, (data.len(), data.modified().ok())))
    };
    paths.filter_map(stamp).collect()
}
