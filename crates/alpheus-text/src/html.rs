//! HTML: text kept, tags masked.
//!
//! The tokenizer tells where tags and comments stand; what is between them is text, in which
//! entities are put as the characters that they stand for.

use std::ops::Range;

use html5gum::{
    Span, Tokenizer,
    emitters::callback::{CallbackEmitter, CallbackEvent},
};

use crate::{
    BlockKind, Lexicon,
    document::Parts,
    mask::Mask,
    page::{self, Page},
};

pub(crate) fn read(text: &str) -> Parts {
    let mut whole = Mask::new(text);
    mask(&mut whole, 0..text.len());
    whole.finish()
}

/// What an element does to the text in it.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Role {
    /// Begins a block.
    Block(BlockKind),
    /// Is no prose, nor is anything in it.
    Silent,
    /// Parts what is before it from what is after it.
    Break,
    /// A cell of a row.
    Cell,
    /// Raised: a note's number is left out.
    Raised,
    /// May tell when the text was written.
    Meta,
}

static ROLES: Lexicon<Role, 256> = Lexicon::new(&[
    (
        "p div section article main header footer aside figure figcaption address pre \
         body html ul ol dl table tbody thead tfoot caption form fieldset details summary \
         center hr nav",
        Role::Block(BlockKind::Paragraph),
    ),
    ("li dt dd", Role::Block(BlockKind::Item)),
    ("blockquote", Role::Block(BlockKind::Quote)),
    ("tr", Role::Block(BlockKind::Row)),
    ("td th", Role::Cell),
    ("br wbr", Role::Break),
    ("sup", Role::Raised),
    ("meta", Role::Meta),
    (
        "script style head title noscript template svg math textarea select iframe object \
         audio video canvas button",
        Role::Silent,
    ),
]);

fn role(name: &str) -> Option<Role> {
    match name.as_bytes() {
        [b'h', level @ b'1'..=b'6'] => {
            Some(Role::Block(BlockKind::Heading(level - b'0')))
        }
        _ if name.bytes().all(|byte| byte.is_ascii_lowercase()) => {
            ROLES.get(crate::key(name))
        }
        _ => None,
    }
}

/// Where an element's link leads inside the text, and what leads to it.
#[derive(Default)]
struct Ends {
    link: Option<String>,
    id: Option<String>,
    page: Page,
}

/// A piece of markup.
enum Piece {
    Open { name: String, content: Option<String>, ends: Ends },
    Close(String),
    Comment(String),
    Other,
}

/// Masks the markup in a range of the text, and keeps what is between.
pub(crate) fn mask(mask: &mut Mask<'_>, range: Range<usize>) {
    let mut reader = Reader {
        mask,
        base: range.start,
        nest: Vec::new(),
        silent: None,
        raised: false,
        page: None,
    };
    let source = &reader.mask.text()[range.clone()];
    let mut at = 0;
    for (piece, span) in pieces(source) {
        // Tags in a script may overlap what was read already.
        let (start, end) = (span.start.max(at), span.end.min(source.len()));
        if start > at {
            reader.between(at..start);
        }
        reader.piece(piece, start..end.max(start));
        at = end.max(at);
    }
    reader.between(at..source.len());
}

/// Masks a tag or a comment amid text.
pub(crate) fn inline(mask: &mut Mask<'_>, range: Range<usize>) {
    let source = &mask.text()[range.clone()];
    for (piece, _) in pieces(source) {
        match piece {
            Piece::Comment(words) => mask.comment(range.clone(), &words),
            Piece::Open { name, ends, .. } => {
                if role(&name) == Some(Role::Break) {
                    mask.part(range.start, b' ');
                }
                if let Some(label) = ends.page.label(ends.id.as_deref()) {
                    mask.page(range.clone(), label);
                }
            }
            _ => {}
        }
    }
}

fn pieces(source: &str) -> impl Iterator<Item = (Piece, Span<usize>)> {
    let mut name = String::new();
    let mut start = 0;
    let mut attribute = Vec::new();
    let mut content = None;
    let mut dated = false;
    let mut ends = Ends::default();
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let mut emitter =
        CallbackEmitter::new(move |event: CallbackEvent<'_>, span: Span<usize>| {
            let piece = match event {
                CallbackEvent::OpenStartTag { name: found } => {
                    (name, start, content, dated) =
                        (text(found), span.start, None, false);
                    return None;
                }
                CallbackEvent::AttributeName { name } => {
                    attribute.clear();
                    attribute.extend_from_slice(name);
                    return None;
                }
                CallbackEvent::AttributeValue { value } => {
                    match attribute.as_slice() {
                        b"content" => content = Some(text(value)),
                        b"href" => ends.link = value.strip_prefix(b"#").map(text),
                        b"id" => ends.id = Some(text(value)),
                        b"name" | b"property" => dated = tells_date(value),
                        name => ends.page.attribute(name, &text(value)),
                    }
                    return None;
                }
                CallbackEvent::CloseStartTag { self_closing } => {
                    // "<span/>" has nothing in it that could be a number.
                    ends.page.is_empty = self_closing;
                    let content = content.take().filter(|_| dated);
                    let name = std::mem::take(&mut name);
                    return Some((
                        Piece::Open { name, content, ends: std::mem::take(&mut ends) },
                        Span { start, end: span.end },
                    ));
                }
                CallbackEvent::EndTag { name } => Piece::Close(text(name)),
                CallbackEvent::Comment { value } => Piece::Comment(text(value)),
                CallbackEvent::Doctype { .. } => Piece::Other,
                CallbackEvent::String { .. } | CallbackEvent::Error(_) => return None,
            };
            Some((piece, span))
        });
    emitter.naively_switch_states(true);
    Tokenizer::new_with_emitter(source, emitter).flatten()
}

fn tells_date(name: &[u8]) -> bool {
    let known: [&[u8]; 5] =
        [b"date", b"dc.date", b"DC.date", b"article:published_time", b"dcterms.created"];
    known.contains(&name)
}

struct Reader<'m, 't> {
    mask: &'m mut Mask<'t>,
    /// Where the range begins in the text.
    base: usize,
    /// The kinds of the open elements that begin blocks, with their names.
    nest: Vec<(String, BlockKind)>,
    /// The element that is no prose, and how deep it stands in others of its name.
    silent: Option<(String, u32)>,
    raised: bool,
    /// The tag of the mark of a page in which the reader is.
    page: Option<Range<usize>>,
}

impl Reader<'_, '_> {
    fn piece(&mut self, piece: Piece, range: Range<usize>) {
        match piece {
            Piece::Comment(words) => {
                self.mask.comment(self.base + range.start..self.base + range.end, &words);
            }
            Piece::Open { name, content, ends } => {
                self.anchors(&ends, &range);
                let inner = matches!(name.as_str(), "span" | "a");
                if inner
                    && ends.page.is_mark
                    && !ends.page.is_empty
                    && self.silent.is_none()
                {
                    self.page = Some(self.base + range.start..self.base + range.end);
                    self.silent = Some((name, 0));
                } else {
                    self.open(name, content, range.start);
                }
            }
            Piece::Close(name) => self.close(&name),
            Piece::Other => {}
        }
    }

    fn anchors(&mut self, ends: &Ends, range: &Range<usize>) {
        let range = self.base + range.start..self.base + range.end;
        if let Some(link) = &ends.link {
            self.mask.anchor(range.clone(), link, false);
        }
        if let Some(id) = &ends.id {
            self.mask.anchor(range.clone(), id, true);
        }
        if let Some(label) = ends.page.label(ends.id.as_deref()) {
            self.mask.page(range, label);
        }
    }

    fn open(&mut self, name: String, content: Option<String>, at: usize) {
        let role = role(&name);
        if role == Some(Role::Meta) {
            if let Some(date) = content {
                self.mask.created(&date);
            }
        } else if let Some((silent, depth)) = &mut self.silent {
            *depth += u32::from(*silent == name);
            // A head that is not closed ends where the body begins.
            if name == "body" {
                self.silent = None;
            }
        } else {
            match role {
                Some(Role::Silent) => self.silent = Some((name, 0)),
                Some(Role::Block(kind)) => self.block(name, kind),
                Some(Role::Break) => self.mask.part(self.base + at, b' '),
                Some(Role::Cell) => self.mask.part(self.base + at, b'|'),
                Some(Role::Raised) => self.raised = true,
                Some(Role::Meta) | None => {}
            }
        }
    }

    fn block(&mut self, name: String, kind: BlockKind) {
        // A paragraph in an item or a quotation is a part of it.
        let around = self.nest.last().map_or(BlockKind::Paragraph, |open| open.1);
        let kind = if kind == BlockKind::Paragraph { around } else { kind };
        // Elements that have no end, or whose end may be left out.
        match name.as_str() {
            "hr" => {}
            "p" | "li" | "dt" | "dd" | "tr" => {
                if self.nest.last().is_some_and(|open| open.0 == name) {
                    self.nest.pop();
                }
                let around = self.nest.last().map_or(BlockKind::Paragraph, |open| open.1);
                let kind = if name == "p" { around } else { kind };
                self.mask.begin(kind);
                self.nest.push((name, kind));
                return;
            }
            _ => self.nest.push((name, kind)),
        }
        self.mask.begin(kind);
    }

    fn close(&mut self, name: &str) {
        if let Some((silent, depth)) = &mut self.silent {
            if silent == name {
                if let Some(less) = depth.checked_sub(1) {
                    *depth = less;
                } else {
                    (self.silent, self.page) = (None, None);
                }
            }
            return;
        }
        match role(name) {
            Some(Role::Raised) => self.raised = false,
            Some(Role::Block(_)) => {
                if let Some(at) = self.nest.iter().rposition(|open| open.0 == name) {
                    self.nest.truncate(at);
                }
                let around = self.nest.last().map_or(BlockKind::Paragraph, |open| open.1);
                self.mask.begin(around);
            }
            _ => {}
        }
    }

    /// Text between tags.
    fn between(&mut self, range: Range<usize>) {
        let range = self.base + range.start..self.base + range.end;
        let source = &self.mask.text()[range.clone()];
        if let Some((page, label)) = self.page.clone().zip(page::number(source)) {
            self.mask.page(page, label);
        }
        if self.silent.is_some() || (self.raised && note_number(source)) {
            return;
        }
        let mut from = 0;
        while let Some(at) = memchr::memchr(b'&', &source.as_bytes()[from..]) {
            let at = from + at;
            let end = at + entity_len(&source[at..]);
            self.mask.keep(range.start + from..range.start + at);
            match entity(&source[at..end]) {
                Some(words) => self.mask.put(range.start + at..range.start + end, &words),
                None => self.mask.keep(range.start + at..range.start + end),
            }
            from = end;
        }
        self.mask.keep(range.start + from..range.end);
    }
}

/// Whether raised text is the number of a note: "12", "[3]", "*".
fn note_number(source: &str) -> bool {
    source.chars().all(|c| {
        c.is_ascii_digit()
            || matches!(c, '[' | ']' | '(' | ')' | '*' | '†' | '‡' | ',' | ' ')
    })
}

/// How long the entity may be that begins here.
fn entity_len(source: &str) -> usize {
    let name = source[1..]
        .bytes()
        .take(40)
        .take_while(|b| b.is_ascii_alphanumeric() || *b == b'#');
    let len = 1 + name.count();
    len + usize::from(source.as_bytes().get(len) == Some(&b';'))
}

/// The characters that an entity stands for.
fn entity(source: &str) -> Option<String> {
    if source.len() < 3 {
        return None;
    }
    let emitter =
        CallbackEmitter::new(|event: CallbackEvent<'_>, _: Span<()>| match event {
            CallbackEvent::String { value } => {
                Some(String::from_utf8_lossy(value).into_owned())
            }
            _ => None,
        });
    let words: String = Tokenizer::new_with_emitter(source, emitter).flatten().collect();
    (words != source).then_some(words)
}

#[cfg(test)]
mod tests {
    use crate::{BlockKind, Document, Format};

    fn blocks(text: &str) -> Vec<(BlockKind, String)> {
        let doc = Document::parse("", text, Format::Html);
        assert_eq!(doc.prose().len(), text.len());
        doc.blocks()
            .iter()
            .map(|block| (block.kind, doc.prose()[block.span.range()].replace('\0', "")))
            .collect()
    }

    #[test]
    fn every_kind_of_block() {
        use BlockKind::{Heading, Item, Paragraph, Quote, Row};
        let text = "<!DOCTYPE html><html><head><title>T 1900</title>\
            <meta content='2011-02-03T10:00' property=article:published_time></head><body>\
            <h2>The <i>siege</i></h2><p>It&nbsp;began on <b>1 May</b> 1648.<sup>[12]</sup>\
            <p>Fran&ccedil;ois &amp; &#8220;Anne&#8221; &bogus; AT&T x<br>y\
            <ul><li>one<li><p>two</p></ul><blockquote><p>It was hard.</p></blockquote>\
            <table><tr><td>1648</td><td>12</td></tr></table>\
            <script>if (a < b) { '<p>no</p>' }</script>tail</body></html>";
        let found = blocks(text);
        let found: Vec<_> =
            found.iter().map(|(kind, words)| (*kind, words.as_str())).collect();
        assert_eq!(
            found,
            [
                (Heading(2), "The siege"),
                (Paragraph, "It\u{a0}began on 1 May 1648."),
                (Paragraph, "François & “Anne” &bogus; AT&T x y"),
                (Item, "one"),
                (Item, "two"),
                (Quote, "It was hard."),
                (Row, "1648|12"),
                (Paragraph, "tail"),
            ]
        );
        let doc = Document::parse("", text, Format::Html);
        assert_eq!(doc.created(), Some("2011-02-03"));
    }

    #[test]
    fn comments_are_kept_with_their_place() {
        let text = "<p>On Friday<!-- alpheus-ignore weekday-mismatch -->, 1 May.</p>";
        let doc = Document::parse("", text, Format::Html);
        let comment = &doc.comments()[0];
        assert_eq!(comment.words, "alpheus-ignore weekday-mismatch");
        assert_eq!(doc.slice(comment.span), "<!-- alpheus-ignore weekday-mismatch -->");
    }

    #[test]
    fn broken_markup_is_read_as_far_as_it_goes() {
        for text in [
            "<",
            "<p",
            "</",
            "<!--",
            "<script>",
            "a & b &",
            "&#xd800;",
            "<p a='",
            "é<é>é",
            "</p></li>x",
        ] {
            blocks(text);
        }
        assert_eq!(blocks("</p></li>x"), [(BlockKind::Paragraph, "x".to_owned())]);
    }
}
