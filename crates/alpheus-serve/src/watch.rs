//! Looks at the folder a few times a second, and shows what has changed.
//!
//! Sizes and times of change are looked at: that works on every file system, mounted ones too.

use crate::{Site, lock};
use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    sync::Weak,
    thread,
    time::{Duration, SystemTime},
};

/// An editor that writes a file in pieces is done when two looks agree.
const PAUSE: Duration = Duration::from_millis(250);
/// Deeper, and more, is not looked at.
const DEPTH: usize = 4;
const MOST_FILES: usize = 20_000;

pub(crate) type Stamps = BTreeMap<PathBuf, (u64, Option<SystemTime>)>;

/// The files of a folder as they are now.
pub(crate) fn stamps(folder: &Path) -> Stamps {
    let mut stamps = Stamps::new();
    look(folder, DEPTH, &mut stamps);
    stamps
}

/// Watches until the server is gone; `shown` are the files as they were before they were read.
pub(crate) fn start(site: Weak<Site>, mut shown: Stamps) {
    thread::spawn(move || {
        let mut last = Stamps::new();
        while let Some(site) = site.upgrade() {
            let now = stamps(site.folder.root());
            if now == last && now != shown {
                let _one = lock(&site.writing);
                // What can't be read just now stays as it was shown.
                let _ = site.reload();
                shown.clone_from(&now);
            }
            last = now;
            drop(site);
            thread::sleep(PAUSE);
        }
    });
}

fn look(folder: &Path, depth: usize, stamps: &mut Stamps) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let hidden = entry.file_name().as_encoded_bytes().starts_with(b".");
        let Ok(data) = entry.path().metadata() else { continue };
        if hidden || stamps.len() >= MOST_FILES {
            continue;
        }
        if data.is_dir() && depth > 0 {
            look(&entry.path(), depth - 1, stamps);
        } else {
            stamps.insert(entry.path(), (data.len(), data.modified().ok()));
        }
    }
}
