//! Texts with what is known of them, for a library or a corpus: files of every format, and
//! JSON lines with their fields.

use crate::{output, progress::Progress};
use alpheus_report::Unread;
use alpheus_text::{Format, Input};
use alpheus_trace::{Record, Records, Source, front_matter};
use std::path::{Path, PathBuf};

/// Reads every text under `paths` and hands it to `sink`; gives whether any could not be read.
///
/// # Errors
/// Those of `sink`.
pub(crate) fn each(
    paths: &[PathBuf],
    mut sink: impl FnMut(Record) -> anyhow::Result<()>,
) -> anyhow::Result<bool> {
    let found =
        alpheus_text::find_if(paths, None, |path, known| known || is_packed(path));
    let mut lost = false;
    let mut lose = |name: String, reason: String| {
        output::unread(&Unread { name, reason });
        lost = true;
    };
    let size = |input: &Input| input.size().unwrap_or(0);
    let progress = Progress::new(found.iter().flatten().map(size).sum());
    for input in found {
        let input = match input {
            Ok(input) => input,
            Err(error) => {
                lose(error.path().display().to_string(), error.reason());
                continue;
            }
        };
        if input.format() == Format::JsonLines || is_packed(input.path()) {
            let mut before = 0;
            for record in records(input.path())? {
                match record {
                    Ok(record) => {
                        before = record.text.len() as u64;
                        sink(record)?;
                    }
                    Err(error) => {
                        lose(error.path().display().to_string(), error.reason());
                    }
                }
                progress.advance(before);
            }
            continue;
        }
        for document in input.documents() {
            match document {
                Ok(document) => sink(of_document(&document))?,
                Err(error) => lose(error.path().display().to_string(), error.reason()),
            }
        }
        progress.advance(size(&input));
    }
    Ok(lost)
}

fn records(path: &Path) -> anyhow::Result<Records> {
    if path == Path::new("-") {
        return Ok(Records::new(path, std::io::stdin()));
    }
    Ok(Records::open(path)?)
}

/// Whether a name is that of compressed JSON lines.
fn is_packed(path: &Path) -> bool {
    let packed = path.extension().is_some_and(|ending| ending == "gz" || ending == "zst");
    let inner = path.file_stem().map(Path::new).and_then(Path::extension);
    packed && inner.is_some_and(|inner| inner == "jsonl" || inner == "json")
        || path.extension().is_some_and(|ending| ending == "json")
}

/// The prose of a document; what its front matter says of it.
fn of_document(document: &alpheus_text::Document) -> Record {
    let mut source = front_matter(document.text()).unwrap_or_default();
    source.complete(&Source {
        date: document.created().map(str::to_owned),
        ..Source::default()
    });
    document.name().clone_into(&mut source.id);
    Record { source, text: with_pages(document) }
}

/// The prose of a document, with marks that name its pages where its markup does.
fn with_pages(document: &alpheus_text::Document) -> String {
    let mut prose = document.prose().to_owned();
    for page in document.pages() {
        let mark = format!("[p. {}]", page.label);
        let start = page.span.start as usize;
        let place = start..start + mark.len();
        // The markup is masked, and as a rule longer than the mark.
        let free = mark.len() <= page.span.len() as usize
            && prose
                .get(place.clone())
                .is_some_and(|there| there.bytes().all(|byte| matches!(byte, 0 | b' ')));
        if free {
            prose.replace_range(place, &mark);
        }
    }
    prose
}
