//! Documents: formats in; spans, blocks, sentences and tokens out.
//!
//! ```
//! use alpheus_text::{Document, Format, key};
//! let text = "# Hastings\n\nOn *14 October* 1066 Gen. opinion was divided. Harold fell.";
//! let doc = Document::parse("hastings.md", text, Format::Markdown);
//! let mut tokens = Vec::new();
//! doc.tokenize(&doc.blocks()[1], &mut tokens);
//! let october = tokens.iter().find(|token| token.key == key("october")).unwrap();
//! assert_eq!(doc.slice(october.span), "October");
//! assert_eq!(doc.place(october.span.start).column, 8);
//! assert_eq!(tokens.iter().filter(|token| token.starts_sentence).count(), 2);
//! ```
//!
//! A [`Document`] is read once. Its [`text`](Document::text) is the file decoded to UTF-8
//! (or the `text` field of a JSON line), and every [`Span`] is a half-open byte range in it.
//! Markup is masked, not removed: [`Document::prose`] has the length of the text, with
//! fillers where the markup stood, so a span read from the prose slices the text.
//!
//! [`find`] lists the files under paths, and each [`Input`] gives its documents.
//!
//! Limits: a text has less than 4 GiB; words and sentences are those of English; code in
//! Markdown, and what HTML does not show, is no prose; a word broken at a line end is joined
//! only in plain text that breaks many.

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
mod page;
mod place;
mod plain;
mod sentence;
mod span;
mod token;

pub use block::{Block, BlockKind};
pub use document::{Anchor, Comment, Document, PageBreak, unmasked};
pub use error::Error;
pub use format::Format;
pub use input::{Documents, Input, find, find_if};
pub use json::JsonLines;
pub use lexicon::{Lexicon, Vocabulary};
pub use page::is_page_number;
pub use place::{Lines, Place};
pub use span::Span;
pub use token::{Token, TokenKind, key};
