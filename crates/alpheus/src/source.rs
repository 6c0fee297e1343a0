//! Reads what lies beside a source, and says what could not be read.

use crate::paths::Source;
use alpheus_report::Unread;
use alpheus_text::{Document, Error, Format};
use std::fs;

/// What could not be read, and why.
pub(crate) fn unread(error: &Error) -> Unread {
    Unread { name: error.path().display().to_string(), reason: error.reason() }
}

/// The file of suppressions beside a source, if there is one.
pub(crate) fn beside(source: &Source) -> Result<Option<Document>, Unread> {
    let whole = source.input.format() != Format::JsonLines;
    let Some(path) = source.beside().filter(|path| whole && path.exists()) else {
        return Ok(None);
    };
    let name = path.display().to_string();
    match fs::read(&path) {
        Ok(bytes) => Document::decode(name, bytes, Format::Plain)
            .map(Some)
            .map_err(|error| unread(&error)),
        Err(error) => Err(Unread { name, reason: error.to_string() }),
    }
}
