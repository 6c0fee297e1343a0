//! Documents: formats in; spans, blocks, sentences and tokens out.
//!
//! A [`Document`] is read once. Its [`text`](Document::text) is the file decoded to UTF-8
//! (or the `text` field of a JSON line), and every [`Span`] is a half-open byte range in it.
//! Markup is masked, not removed: [`Document::prose`] has the length of the text, with
//! fillers where the markup stood, so a span read from the prose slices the text.

mod block;
mod document;
mod lexicon;
pub mod numeral;
mod sentence;
mod span;
mod token;

pub use block::{Block, BlockKind};
pub use document::Document;
pub use lexicon::Lexicon;
pub use span::Span;
pub use token::{Token, TokenKind, key};
