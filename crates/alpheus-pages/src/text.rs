//! The text of an account as it is shown, and where its spans stand there.

use crate::{At, Kind, Paragraph};
use alpheus_text::{BlockKind, Document, Span};

/// A paragraph longer than this is cut, so that a browser can leave out what is not in sight.
const LONG: usize = 4096;

/// The paragraphs of a document.
pub(crate) struct Text<'d> {
    doc: &'d Document,
    cuts: Vec<Cut>,
}

/// A block, or a part of a very long one.
struct Cut {
    span: Span,
    kind: Kind,
    level: u8,
    /// Whether a byte of the text is a code unit of what is shown.
    is_plain: bool,
}

impl<'d> Text<'d> {
    pub(crate) fn new(doc: &'d Document) -> Self {
        let mut cuts = Vec::with_capacity(doc.blocks().len());
        for block in doc.blocks() {
            let prose = &doc.prose()[block.span.range()];
            let (kind, level) = kind(block.kind, prose);
            let mut start = 0;
            while start < prose.len() {
                let end = cut(prose, start);
                let kind = if start == 0 { kind } else { Kind::Rest };
                let begin = block.span.start;
                cuts.push(Cut {
                    span: Span::new(begin + start as u32, begin + end as u32),
                    kind,
                    level,
                    is_plain: prose[start..end]
                        .bytes()
                        .all(|byte| byte.is_ascii() && byte != 0),
                });
                start = end;
            }
        }
        Text { doc, cuts }
    }

    pub(crate) fn doc(&self) -> &'d Document {
        self.doc
    }

    /// The paragraphs, with nothing read in them yet.
    pub(crate) fn paragraphs(&self) -> Vec<Paragraph> {
        let paragraph = |cut: &Cut| Paragraph {
            kind: cut.kind,
            level: cut.level,
            line: self.doc.place(cut.span.start).line,
            text: shown(&self.doc.prose()[cut.span.range()]),
            mentions: Vec::new(),
        };
        self.cuts.iter().map(paragraph).collect()
    }

    /// Where a span stands in what is shown, paragraph by paragraph.
    pub(crate) fn at(&self, span: Span) -> Vec<At> {
        let first = self.cuts.partition_point(|cut| cut.span.end <= span.start);
        let here = self.cuts[first..].iter().enumerate();
        here.take_while(|(_, cut)| cut.span.start < span.end)
            .map(|(at, cut)| {
                let (start, end) =
                    (span.start.max(cut.span.start), span.end.min(cut.span.end));
                At((first + at) as u32, self.units(cut, start), self.units(cut, end))
            })
            .filter(|At(_, start, end)| start < end)
            .collect()
    }

    /// How many code units of a paragraph stand before a byte of the text.
    fn units(&self, cut: &Cut, byte: u32) -> u32 {
        if cut.is_plain {
            return byte - cut.span.start;
        }
        let before = &self.doc.prose()[cut.span.start as usize..byte as usize];
        before.chars().filter(|&c| c != '\0').map(|c| c.len_utf16() as u32).sum()
    }

    /// The words under a span as they are shown, on one line.
    pub(crate) fn words(&self, span: Span) -> String {
        let prose = self.doc.prose().get(span.range()).unwrap_or_default();
        shown(prose).split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

/// What is shown of prose: no fillers, and a space for every end of a line.
fn shown(prose: &str) -> String {
    let space = |c| if c == '\n' || c == '\r' { ' ' } else { c };
    prose.chars().filter(|&c| c != '\0').map(space).collect()
}

fn kind(kind: BlockKind, prose: &str) -> (Kind, u8) {
    match kind {
        BlockKind::Paragraph => (Kind::Prose, 0),
        BlockKind::Heading(level) => (Kind::Heading, level),
        BlockKind::Item => (Kind::Item, 0),
        BlockKind::Row if prose.contains('|') => (Kind::Row, 0),
        BlockKind::Row => (Kind::Typed, 0),
        BlockKind::Note => (Kind::Note, 0),
        BlockKind::Quote => (Kind::Quote, 0),
    }
}

/// Where the paragraph that begins at `start` ends: after a sentence, else after a word.
fn cut(prose: &str, start: usize) -> usize {
    let rest = &prose[start..];
    if rest.len() <= LONG {
        return prose.len();
    }
    let mut most = LONG;
    while !rest.is_char_boundary(most) {
        most -= 1;
    }
    let head = &rest[..most];
    let after = |at: usize| start + at + 1;
    let sentence = head.rmatch_indices(['.', '?', '!']).map(|(at, _)| at + 1);
    let mut sentence = sentence.filter(|&at| head[at..].starts_with([' ', '\n']));
    sentence.next().or_else(|| head.rfind([' ', '\n'])).map_or(start + most, after)
}

#[cfg(test)]
mod tests {
    use super::*;
    use alpheus_text::Format;

    /// What JavaScript's `slice` gives.
    fn slice(text: &str, start: u32, end: u32) -> String {
        let units: Vec<u16> = text.encode_utf16().collect();
        String::from_utf16(&units[start as usize..end as usize]).unwrap()
    }

    fn words_at(doc: &Document, words: &str) -> Vec<String> {
        let text = Text::new(doc);
        let start = doc.text().find(words).unwrap() as u32;
        let span = Span::new(start, start + words.len() as u32);
        let paragraphs = text.paragraphs();
        let of =
            |&At(at, start, end): &At| slice(&paragraphs[at as usize].text, start, end);
        text.at(span).iter().map(of).collect()
    }

    #[test]
    fn places_slice_what_is_shown() {
        let text = "# 𝔄lbum\n\nThe 𝕬𝖇𝖇𝖊𝖞 *was «founded»* in 1132, 𐍈 years\nbefore.";
        let doc = Document::parse("a.md", text, Format::Markdown);
        for words in ["1132", "founded", "𝕬𝖇𝖇𝖊𝖞", "𐍈", "before"] {
            assert_eq!(words_at(&doc, words), [words]);
        }
        assert_eq!(words_at(&doc, "years\nbefore"), ["years before"]);
        assert_eq!(words_at(&doc, "*was"), ["was"], "the mark is not shown");
    }

    #[test]
    fn a_long_paragraph_is_cut_after_a_sentence() {
        let sentence = "The ferry at Łódź ran till dusk. ";
        let doc = Document::plain("a.txt", sentence.repeat(400));
        let text = Text::new(&doc);
        let paragraphs = text.paragraphs();
        assert!(paragraphs.len() > 2);
        assert!(paragraphs.iter().all(|one| one.text.starts_with("The ferry")));
        assert!(paragraphs[1..].iter().all(|one| one.kind == Kind::Rest));
        let whole: String = paragraphs.iter().map(|one| one.text.as_str()).collect();
        assert_eq!(whole.trim_end(), doc.text().trim_end());
        let all = Span::new(0, doc.text().trim_end().len() as u32);
        assert_eq!(text.at(all).len(), paragraphs.len());
    }

    #[test]
    fn no_text_is_too_odd_to_be_cut() {
        for text in ["", "𝕬".repeat(5000).as_str(), "\u{300}\0 .", &"ab".repeat(9000)]
        {
            let doc = Document::plain("a.txt", text);
            let shown = Text::new(&doc).paragraphs();
            let length: usize = shown.iter().map(|one| one.text.len()).sum();
            assert!(length <= text.len());
        }
    }
}
