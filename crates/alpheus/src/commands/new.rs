//! `alpheus new`: the folder of a case, with a case file that works at once.

use super::weigh::{CASE, REFERENCES};
use crate::{Exit, args::New, output::tell};
use anyhow::{Context as _, bail};
use std::{fs, path::Path};

/// What a new case is made of, but for its schema.
const FILES: [(&str, &str); 5] = [
    (CASE, include_str!("new/case.toml")),
    (REFERENCES, include_str!("new/references.bib")),
    ("accounts/account.md", include_str!("new/account.md")),
    ("sources/letter.txt", include_str!("new/letter.txt")),
    ("README.md", include_str!("new/README.md")),
];

pub(crate) fn run(args: &New) -> anyhow::Result<Exit> {
    let folder = &args.case;
    if folder.exists()
        && fs::read_dir(folder).is_ok_and(|mut files| files.next().is_some())
    {
        bail!("{} is there already, and not empty", folder.display());
    }
    for (name, text) in FILES {
        put(folder, name, text)?;
    }
    put(folder, "case.schema.json", &alpheus_weigh::schema())?;
    let file = folder.join(CASE);
    tell(&format!("a case was begun: edit {}, and weigh it with", file.display()));
    tell(&format!("    alpheus weigh {}", folder.display()));
    Ok(Exit::Clean)
}

fn put(folder: &Path, name: &str, text: &str) -> anyhow::Result<()> {
    let path = folder.join(name);
    let parent = path.parent().unwrap_or(folder);
    fs::create_dir_all(parent)
        .with_context(|| format!("could not make {}", parent.display()))?;
    fs::write(&path, text).with_context(|| format!("could not write {}", path.display()))
}
