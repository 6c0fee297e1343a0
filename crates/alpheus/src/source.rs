//! Reads sources into documents.

use crate::{args::Form, paths::Source};
use alpheus_report::Unread;
use alpheus_text::Document;
use std::io;

/// Reads a document out of the bytes of a file.
pub(crate) fn document(
    name: String,
    bytes: Vec<u8>,
    form: Form,
) -> Result<Document, Unread> {
    let _ = form;
    match String::from_utf8(bytes) {
        Ok(text) => Ok(Document::plain(name, text)),
        Err(_) => Err(Unread { name, reason: "not text".into() }),
    }
}

/// Why the system could not read a file, in plain words.
pub(crate) fn reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "no such file".to_owned(),
        io::ErrorKind::PermissionDenied => "permission denied".to_owned(),
        io::ErrorKind::IsADirectory => "is a directory".to_owned(),
        _ => {
            let text = error.to_string();
            let text = text.split(" (os error").next().unwrap_or_default();
            text.to_lowercase()
        }
    }
}

/// Reads a document out of a line of JSON.
pub(crate) fn line(name: String, bytes: &[u8]) -> Result<Document, Unread> {
    let _ = bytes;
    Err(Unread { name, reason: "not a document".into() })
}

/// The file of suppressions beside a source, if there is one.
pub(crate) fn beside(source: &Source) -> Result<Option<Document>, Unread> {
    let Some(path) = source.beside().filter(|_| source.form != Form::Jsonl) else {
        return Ok(None);
    };
    let display = path.display().to_string();
    match std::fs::read(&path) {
        Ok(bytes) => document(display, bytes, Form::Plain).map(Some),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(Unread { name: display, reason: reason(&error) }),
    }
}
