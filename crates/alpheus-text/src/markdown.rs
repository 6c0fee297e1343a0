//! Markdown: prose kept, markup masked.

use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use crate::{BlockKind, document::Parts, html, mask::Mask};

pub(crate) fn read(text: &str) -> Parts {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS;
    let mut reader =
        Reader { mask: Mask::new(text), nest: Vec::new(), silent: 0, html: None };
    for (event, range) in Parser::new_ext(text, options).into_offset_iter() {
        reader.event(event, range);
    }
    reader.mask.finish()
}

struct Reader<'t> {
    mask: Mask<'t>,
    /// The kinds of the blocks that are open, outermost first.
    nest: Vec<BlockKind>,
    /// How many open elements are no prose: code blocks, pictures, front matter.
    silent: u32,
    /// An HTML block, as far as it was read.
    html: Option<Range<usize>>,
}

impl Reader<'_> {
    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(&tag, range),
            Event::End(tag) => self.end(tag),
            Event::Text(words) if self.silent == 0 => self.words(&words, range),
            Event::Text(words) => self.front_matter(&words),
            Event::Code(words) if self.silent == 0 => self.code(&words, &range),
            Event::SoftBreak | Event::HardBreak => self.line_end(range),
            Event::InlineHtml(_) => html::inline(&mut self.mask, range),
            Event::Html(_) => {
                let start = self.html.as_ref().map_or(range.start, |html| html.start);
                self.html = Some(start..range.end);
            }
            Event::FootnoteReference(label) => self.mask.anchor(range, &label, false),
            Event::Rule => self.mask.end(),
            _ => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>, range: Range<usize>) {
        match tag {
            Tag::Heading { level, .. } => self.open(BlockKind::Heading(height(*level))),
            Tag::Item => self.open(BlockKind::Item),
            Tag::BlockQuote(_) => self.open(BlockKind::Quote),
            Tag::FootnoteDefinition(label) => {
                // The mark alone, without the note.
                let end = range.start + "[^]".len() + label.len();
                self.mask.anchor(range.start..end, label, true);
                self.open(BlockKind::Note);
            }
            Tag::TableHead | Tag::TableRow => {
                self.open(BlockKind::Row);
                self.bars(range);
            }
            Tag::Paragraph => {
                self.open(self.around());
            }
            Tag::CodeBlock(_) | Tag::MetadataBlock(_) | Tag::Image { .. } => {
                self.silent += 1;
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(_)
            | TagEnd::Item
            | TagEnd::BlockQuote(_)
            | TagEnd::FootnoteDefinition
            | TagEnd::TableHead
            | TagEnd::TableRow
            | TagEnd::Paragraph => self.close(),
            TagEnd::CodeBlock | TagEnd::MetadataBlock(_) | TagEnd::Image => {
                self.silent -= 1;
            }
            TagEnd::HtmlBlock => {
                if let Some(range) = self.html.take() {
                    self.close_to_nest();
                    html::mask(&mut self.mask, range);
                    self.close_to_nest();
                }
            }
            _ => {}
        }
    }

    fn open(&mut self, kind: BlockKind) {
        self.nest.push(kind);
        self.mask.begin(kind);
    }

    fn close(&mut self) {
        self.nest.pop();
        self.close_to_nest();
    }

    fn close_to_nest(&mut self) {
        self.mask.begin(self.around());
    }

    /// The kind of the innermost open block.
    fn around(&self) -> BlockKind {
        self.nest.last().copied().unwrap_or(BlockKind::Paragraph)
    }

    /// Text as it stands in the source, or what an entity there stands for.
    fn words(&mut self, words: &str, range: Range<usize>) {
        if &self.mask.text()[range.clone()] == words {
            self.mask.keep(range);
        } else {
            self.mask.put(range, words);
        }
    }

    /// The inside of inline code.
    fn code(&mut self, words: &str, range: &Range<usize>) {
        let source = &self.mask.text()[range.clone()];
        if let Some(at) = source.find(words).filter(|_| !words.is_empty()) {
            let start = range.start + at;
            self.mask.keep(start..start + words.len());
        }
    }

    fn line_end(&mut self, range: Range<usize>) {
        let source = &self.mask.text()[range.clone()];
        let at = source.find(['\n', '\r']).unwrap_or(0);
        self.mask.part(range.start + at, b'\n');
    }

    /// The bars between the cells of a row, which part them.
    fn bars(&mut self, range: Range<usize>) {
        let source = self.mask.text();
        let line = source[range.clone()].trim_end();
        let inner = line.trim_end_matches('|').len();
        for (at, _) in line[..inner].match_indices('|').filter(|&(at, _)| at > 0) {
            self.mask.part(range.start + at, b'|');
        }
    }

    /// `date: 2009-12-19` among the keys at the head of a file.
    fn front_matter(&mut self, lines: &str) {
        for line in lines.lines() {
            if let Some(date) = line.strip_prefix("date:") {
                self.mask.created(date);
            }
        }
    }
}

fn height(level: HeadingLevel) -> u8 {
    level as u8
}

#[cfg(test)]
mod tests {
    use crate::{BlockKind, Document, Format};

    fn blocks(text: &str) -> Vec<(BlockKind, String)> {
        let doc = Document::parse("", text, Format::Markdown);
        assert_eq!(doc.prose().len(), text.len());
        doc.blocks()
            .iter()
            .map(|block| (block.kind, doc.prose()[block.span.range()].replace('\0', "")))
            .collect()
    }

    #[test]
    fn every_kind_of_block() {
        use BlockKind::{Heading, Item, Note, Paragraph, Quote, Row};
        let text = "\
# The *siege*

It began on **1 May\n1648** and[^1] lasted `long`.

> It was\n> hard.

- first\n- second\n  line

1. loose

2. items

| Year | Dead |\n|------|-----:|\n| 1648 | 12 |\n

Title\n-----

```\ncode 1900\n```

![alt](a.png) AT&amp;T &lt;b> \\*

[^1]: See vol. ii.
";
        let found = blocks(text);
        let found: Vec<_> =
            found.iter().map(|(kind, words)| (*kind, words.as_str())).collect();
        assert_eq!(
            found,
            [
                (Heading(1), "The siege"),
                (Paragraph, "It began on 1 May\n1648 and lasted long."),
                (Quote, "It was\nhard."),
                (Item, "first"),
                (Item, "second\nline"),
                (Item, "loose"),
                (Item, "items"),
                (Row, "Year|Dead"),
                (Row, "1648|12"),
                (Heading(2), "Title"),
                (Paragraph, "AT&T <b> *"),
                (Note, "See vol. ii."),
            ]
        );
    }

    #[test]
    fn words_are_not_joined_over_line_ends_nor_parted_by_markup() {
        let doc = Document::parse("", "a **b**c\nd<br>e\r\nf", Format::Markdown);
        let mut tokens = Vec::new();
        doc.tokenize(&doc.blocks()[0], &mut tokens);
        let words: Vec<_> = tokens.iter().map(|token| doc.slice(token.span)).collect();
        assert_eq!(words, ["a", "b**c", "d", "e", "f"]);
    }

    #[test]
    fn comments_and_front_matter() {
        let text = "---\ntitle: x\ndate: 1999-05-04\n---\n\
                    <!-- alpheus-ignore weekday-mismatch -->\nOn <!-- b -->Friday.\n";
        let doc = Document::parse("", text, Format::Markdown);
        let words: Vec<_> =
            doc.comments().iter().map(|comment| comment.words.as_str()).collect();
        assert_eq!(words, ["alpheus-ignore weekday-mismatch", "b"]);
        assert_eq!(doc.slice(doc.comments()[1].span), "<!-- b -->");
        assert_eq!(doc.created(), Some("1999-05-04"));
        assert_eq!(blocks(text), [(BlockKind::Paragraph, "On Friday.".to_owned())]);
    }

    #[test]
    fn html_in_markdown_is_read_too() {
        let text = "<div>\n<p>One.</p>\n<p>Two<sup>3</sup> and 4<sup>th</sup>.</p>\n</div>\n\nThree.";
        let words: Vec<_> = blocks(text).into_iter().map(|block| block.1).collect();
        assert_eq!(words, ["One.", "Two and 4th.", "Three."]);
    }
}
