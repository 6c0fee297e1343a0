//! Documents: formats in; spans, blocks, sentences and tokens out.
//!
//! A [`Document`] is read once. Its [`text`](Document::text) is the file decoded to UTF-8
//! (or the `text` field of a JSON line), and every [`Span`] is a half-open byte range in it.
//! Markup is masked, not removed: [`Document::prose`] has the length of the text, with
//! fillers where the markup stood, so a span read from the prose slices the text.

mod block;
mod disk;
mod document;
mod encoding;
mod error;
mod format;
mod html;
mod input;
mod json;
mod lexicon;
mod markdown;
mod mask;
pub mod numeral;
mod place;
mod plain;
mod sentence;
mod span;
mod token;

pub use block::{Block, BlockKind};
pub use document::{Comment, Document};
pub use error::Error;
pub use format::Format;
pub use input::{Documents, Input, find, find_if};
pub use json::JsonLines;
pub use lexicon::Lexicon;
pub use place::{Lines, Place};
pub use span::Span;
pub use token::{Token, TokenKind, key};
