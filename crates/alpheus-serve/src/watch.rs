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

type Stamps = BTreeMap<PathBuf, (u64, Option<SystemTime>)>;

/// Watches until the server is gone.
pub(crate) fn start(site: Weak<Site>) {
    thread::spawn(move || {
        let mut shown: Option<Stamps> = None;
        let mut last = Stamps::new();
        while let Some(site) = site.upgrade() {
            let mut now = Stamps::new();
            look(site.folder.root(), DEPTH, &mut now);
            let settled = now == last;
            if settled && shown.as_ref() != Some(&now) {
                if shown.is_some() {
                    let _one = lock(&site.writing);
                    // What can't be read just now stays as it was shown.
                    let _ = site.reload();
                }
                shown = Some(now.clone());
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
