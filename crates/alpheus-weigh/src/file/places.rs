//! What a case says of other files: quoted words, texts of sources, references.
//!
//! The files are read by whoever calls; a case may only point into its own folder.

use super::{
    fault::{Fault, one_of},
    written::{CaseFile, Entry},
};
use alpheus_text::Document;
use std::ops::Range;

/// The places in other files that a case names.
#[derive(Clone, Debug, Default)]
pub struct Places {
    words: Vec<Words>,
    files: Vec<(String, Range<usize>)>,
    cites: Vec<(String, Range<usize>)>,
}

/// Words that should stand in a file.
#[derive(Clone, Debug)]
struct Words {
    file: String,
    file_at: Range<usize>,
    quoted: String,
    at: Range<usize>,
}

/// Whether a path stays in the case's folder.
pub fn folder_path(path: &str) -> bool {
    let parts = || path.split(['/', '\\']);
    !path.is_empty()
        && !path.contains(':')
        && parts().all(|part| !part.is_empty() && part != "..")
}

impl Places {
    pub(super) fn of(file: &CaseFile) -> Places {
        let places = file.evidence.iter().filter_map(|entry| entry.value().at.as_ref());
        let words = places.map(|at| Words {
            file: at.file.as_ref().clone(),
            file_at: at.file.span(),
            quoted: at.words.as_ref().clone(),
            at: at.words.span(),
        });
        let sources = || file.sources.iter().map(Entry::value);
        let spanned = |of: &toml::Spanned<String>| (of.as_ref().clone(), of.span());
        Places {
            words: words.collect(),
            files: sources().filter_map(|s| s.file.as_ref().map(spanned)).collect(),
            cites: sources().filter_map(|s| s.cite.as_ref().map(spanned)).collect(),
        }
    }

    /// Whether the case cites references.
    pub fn has_cites(&self) -> bool {
        !self.cites.is_empty()
    }

    /// What is not where the case says: files that `load` does not give, and words that
    /// don't stand in them any more.
    ///
    /// # Example: the account was changed
    /// ```
    /// use alpheus_text::Document;
    /// let case = "[evidence.lids]\n\
    ///             at = { file = \"accounts/a.md\", words = \"the lids … were open\" }\n";
    /// let places = alpheus_weigh::read(case, None).places;
    /// let check = |text: &str| {
    ///     let text = text.to_owned();
    ///     places.check(|name| Some(Document::plain(name, text.clone()))).len()
    /// };
    /// assert_eq!(check("All the lids of the ports\nwere open."), 0);
    /// assert_eq!(check("All the lids of the ports were shut."), 1);
    /// ```
    pub fn check(&self, mut load: impl FnMut(&str) -> Option<Document>) -> Vec<Fault> {
        let mut faults = Vec::new();
        for (file, at) in &self.files {
            if !folder_path(file) {
                faults.push(outside(file, at));
            } else if load(file).is_none() {
                faults.push(no_file(file, at));
            }
        }
        for words in &self.words {
            if !folder_path(&words.file) {
                faults.push(outside(&words.file, &words.file_at));
                continue;
            }
            match load(&words.file) {
                None => faults.push(no_file(&words.file, &words.file_at)),
                Some(doc) if !stands(&words.quoted, doc.prose()) => {
                    faults.push(words.gone());
                }
                Some(_) => {}
            }
        }
        faults
    }

    /// The cited keys that the references (a BibTeX file's text) don't have.
    pub fn check_cites(&self, references: &str) -> Vec<Fault> {
        let known = keys(references);
        let unknown =
            self.cites.iter().filter(|(cite, _)| !known.contains(&cite.as_str()));
        unknown
            .map(|(cite, at)| {
                let said = format!("no reference has the key `{cite}`");
                Fault::warning("unknown-citation", at.clone(), said)
                    .help(one_of(cite, known.iter().copied()))
            })
            .collect()
    }
}

impl Words {
    fn gone(&self) -> Fault {
        let said = format!("these words no longer stand in {}", self.file);
        Fault::warning("words-gone", self.at.clone(), said).help(
            "see what became of them, and whether the item still says what the text says",
        )
    }
}

fn outside(file: &str, at: &Range<usize>) -> Fault {
    let said = format!("`{file}` does not lie in the case's folder");
    Fault::error("outside-the-case", at.clone(), said)
        .help("give a path relative to the case, such as `accounts/letter.md`")
}

fn no_file(file: &str, at: &Range<usize>) -> Fault {
    Fault::warning("no-such-file", at.clone(), format!("there is no text `{file}`"))
}

/// Whether words stand in a text, but for white space, case and the form of quotation marks
/// and dashes. "…" stands for words left out.
fn stands(words: &str, text: &str) -> bool {
    let text = folded(text);
    let words = words.replace("[...]", "…").replace("[…]", "…").replace("...", "…");
    let mut rest = text.as_str();
    words.split('…').map(folded).all(|piece| match rest.find(&piece) {
        Some(at) => {
            rest = &rest[at + piece.len()..];
            true
        }
        None => false,
    })
}

/// A text as it is compared. What markup masks is dropped.
pub(super) fn folded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\0' | '\u{ad}' | '\u{200b}' => {}
            '‘' | '’' | '‚' | '‛' => out.push('\''),
            '“' | '”' | '„' | '«' | '»' => out.push('"'),
            '‐' | '‑' | '–' | '—' => out.push('-'),
            c if c.is_whitespace() => {
                if !out.ends_with(' ') && !out.is_empty() {
                    out.push(' ');
                }
            }
            c => out.extend(c.to_lowercase()),
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// The keys of a BibTeX file.
fn keys(references: &str) -> Vec<&str> {
    let entries = references.lines().filter(|line| line.trim_start().starts_with('@'));
    entries
        .filter_map(|line| {
            let (_, rest) = line.split_once('{')?;
            Some(rest.split(',').next()?.trim())
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stand_whatever_the_lines_and_the_marks() {
        let text = "She was “over-\u{ad}laden”, and\n  the ports —\tall of them— open.";
        assert!(stands("\"over-laden\", and the ports", text));
        assert!(stands("She was … open.", text));
        assert!(stands("she was [...] all of them-", text));
        assert!(!stands("open … she was", text));
        assert!(!stands("the port all", text));
    }

    #[test]
    fn paths_stay_in_the_folder() {
        for good in ["accounts/a.md", "a.txt", "sources/x/y.html"] {
            assert!(folder_path(good), "{good}");
        }
        for bad in ["", "/etc/hosts", "../a.md", "a/../../b", "C:\\a", "a//b"] {
            assert!(!folder_path(bad), "{bad}");
        }
    }

    #[test]
    fn keys_of_references_are_read() {
        let bib = "@book{hall1548,\n title = {Hall}}\n\n @article { a2 ,\n}";
        assert_eq!(keys(bib), ["hall1548", "a2"]);
    }
}
