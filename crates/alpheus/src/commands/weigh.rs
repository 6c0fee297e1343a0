//! `alpheus weigh`: rival hypotheses against the evidence of a case.
//!
//! What is changed on the command line is changed in the text of the case file, as an editor
//! would, and read again. So a mistake in a value that was set is shown like any other, and
//! `--write` only has to keep the text.

use crate::{
    Exit,
    args::{Color, Weigh, WeighFormat},
    output::{self, error_screen, tell},
    paths,
};
use alpheus_report::weigh as report;
use alpheus_text::{Document, Format};
use alpheus_weigh::{
    Edit, Fault, FaultLevel, Lineage, Options, Reading, Scale, Weighing, read, weigh,
};
use anyhow::{Context as _, anyhow, bail};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// The file of a case, in its folder.
pub(crate) const CASE: &str = "case.toml";
/// What a case cites.
pub(super) const REFERENCES: &str = "references.bib";

pub(crate) fn run(args: &Weigh, color: Color) -> anyhow::Result<Exit> {
    let file = CaseFile::open(&args.case)?;
    let text = file.edited(args)?;
    let reading = file.read(&text, args.scale.map(Scale::from));
    let doc = file.document(&text);
    let told = report::faults(&doc, &reading.faults, error_screen());
    if !told.is_empty() {
        tell(told.trim_end());
    }
    let Some(case) = usable(&reading) else { return Ok(Exit::Failed) };
    if args.write {
        alpheus_serve::replace(&file.path, text.as_bytes())
            .with_context(|| format!("could not write {}", file.path.display()))?;
    }
    let other = other_scale(&text, case);
    let options = Options {
        without: &args.without,
        draws: args.draws,
        seed: args.seed,
        other_scale: other.as_ref(),
    };
    let weighing = weigh(case, &options)?;
    let mut out = output::open(args.output.as_deref())?;
    out.write_all(written(&weighing, args, color).as_bytes())?;
    out.flush()?;
    let warned = reading.faults.iter().any(|fault| fault.level == FaultLevel::Warning);
    Ok(if warned { Exit::Findings } else { Exit::Clean })
}

fn written(weighing: &Weighing, args: &Weigh, color: Color) -> String {
    match args.format {
        WeighFormat::Text => report::text(
            weighing,
            output::screen(args.width, color, args.output.is_some()),
        ),
        WeighFormat::Json => report::json(weighing),
        WeighFormat::Md => report::markdown(weighing),
        WeighFormat::Html => report::html(weighing),
    }
}

/// A case file with what is wrong in it and, if it can be weighed, what follows.
pub(super) struct Weighed {
    pub(super) file: Document,
    pub(super) reading: Reading,
    pub(super) weighing: Option<Weighing>,
}

/// Weighs a case as its file has it.
///
/// # Errors
/// If the file can't be read, or everything told is impossible under every hypothesis.
pub(super) fn weighed(path: &Path) -> anyhow::Result<Weighed> {
    let file = CaseFile::open(path)?;
    let reading = file.read(&file.text, None);
    let weighed = |case| {
        let other = other_scale(&file.text, case);
        weigh(case, &Options { other_scale: other.as_ref(), ..Options::default() })
    };
    let weighing = usable(&reading).map(weighed).transpose()?;
    Ok(Weighed { file: file.document(&file.text), reading, weighing })
}

/// The case, if neither its file nor what it says of other files has an error.
fn usable(reading: &Reading) -> Option<&alpheus_weigh::Case> {
    let is_error = |fault: &Fault| fault.level == FaultLevel::Error;
    reading.case.as_ref().filter(|_| !reading.faults.iter().any(is_error))
}

/// The same case, its words, if it has any, read by the other scale.
fn other_scale(text: &str, case: &alpheus_weigh::Case) -> Option<alpheus_weigh::Case> {
    let other = match case.scale() {
        _ if !case.has_words() => return None,
        Scale::Icd203 => Scale::Kent1964,
        Scale::Kent1964 => Scale::Icd203,
        Scale::Numbers => return None,
    };
    read(text, Some(other)).case
}

/// A case file, and the folder that it stands in.
struct CaseFile {
    path: PathBuf,
    folder: PathBuf,
    text: String,
}

impl CaseFile {
    fn open(path: &Path) -> anyhow::Result<CaseFile> {
        let path = if path.is_dir() { path.join(CASE) } else { path.to_path_buf() };
        let text = fs::read_to_string(&path)
            .with_context(|| format!("could not read {}", path.display()))?;
        let folder = path.parent().unwrap_or(Path::new("")).to_path_buf();
        Ok(CaseFile { path, folder, text })
    }

    /// The text with what the command line changes.
    fn edited(&self, args: &Weigh) -> anyhow::Result<String> {
        if args.set.is_empty() && args.lineage.is_none() {
            return Ok(self.text.clone());
        }
        let mut edit = Edit::new(&self.text)
            .with_context(|| format!("could not change {}", self.path.display()))?;
        for change in &args.set {
            let Some((key, value)) = change.split_once('=') else {
                bail!("`--set {change}` is not of the form KEY=VALUE");
            };
            edit.set(key.trim(), value)?;
        }
        if let Some(path) = &args.lineage {
            take_in(path, &mut edit)?;
        }
        Ok(edit.text())
    }

    /// Reads the case, with what is wrong in it and with what it says of other files.
    fn read(&self, text: &str, scale: Option<Scale>) -> Reading {
        let mut reading = read(text, scale);
        reading.faults.extend(self.elsewhere(&reading));
        reading
    }

    fn document(&self, text: &str) -> Document {
        Document::plain(paths::near(&self.path).display().to_string(), text)
    }

    /// What is not where the case says.
    fn elsewhere(&self, reading: &Reading) -> Vec<Fault> {
        let mut faults = reading.places.check(|name| self.load(name));
        if reading.places.has_cites()
            && let Ok(references) = fs::read_to_string(self.folder.join(REFERENCES))
        {
            faults.extend(reading.places.check_cites(&references));
        }
        faults
    }

    fn load(&self, name: &str) -> Option<Document> {
        let bytes = fs::read(self.folder.join(name)).ok()?;
        Document::decode(name, bytes, Format::of(name).unwrap_or_default()).ok()
    }
}

/// Adds the dependences of a lineage, and says what became of each shared passage.
fn take_in(path: &Path, edit: &mut Edit) -> anyhow::Result<()> {
    let shown = path.display();
    let text =
        fs::read_to_string(path).with_context(|| format!("could not read {shown}"))?;
    let lineage =
        Lineage::read(&text).with_context(|| format!("could not read {shown}"))?;
    let reading = read(&edit.text(), None);
    let case = reading.case.as_ref().ok_or_else(|| {
        anyhow!("a lineage can only be taken in by a case without errors")
    })?;
    for shared in lineage.add(case, edit)? {
        let passage = alpheus_report::clean::clean(&shared.passage).into_owned();
        match shared.items {
            Ok(items) => {
                tell(&format!("dependence of {}: \"{passage}\"", items.join(", ")));
            }
            Err(why) => tell(&format!("passed over: {why}: \"{passage}\"")),
        }
    }
    Ok(())
}
