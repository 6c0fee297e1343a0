//! Lists under a line that gives their total: "Losses in all, 510:", and an item a figure.

use super::{
    Entry, TableSum,
    cell::{self, Field},
    slip::{self, Slip},
};
use alpheus_text::{Block, BlockKind, Document};

/// The longest line that heads a list, in bytes.
const HEAD: u32 = 240;

/// Reads the lists of a document.
pub(super) fn read(doc: &Document, found: &mut Vec<TableSum>) {
    let blocks = doc.blocks();
    let mut at = 0;
    while let Some(items) = blocks[at..].iter().position(|b| b.kind == BlockKind::Item) {
        let start = at + items;
        let list = blocks[start..].iter().take_while(|b| b.kind == BlockKind::Item);
        at = start + list.count();
        if let Some(head) = start.checked_sub(1).map(|head| blocks[head]) {
            found.extend(sum(doc, head, &blocks[start..at]));
        }
    }
}

fn sum(doc: &Document, head: Block, items: &[Block]) -> Option<TableSum> {
    let total = total(doc, head)?;
    let parts: Option<Vec<_>> = items.iter().map(|item| part(doc, *item)).collect();
    let parts = parts.filter(|parts| parts.len() > 1)?;
    let mut sum = TableSum { total, parts, across: false, doubt: None };
    if slip::slip(total.value, sum.sum()) != Some(Slip::Digits) || total.value < 100.0 {
        sum.doubt = Some("the list may not hold all that the total counts");
    }
    Some(sum)
}

/// The one figure of a line that says it is a total.
fn total(doc: &Document, head: Block) -> Option<Entry> {
    let words = &doc.prose()[head.span.range()];
    let total = cell::is_total(words) || words.contains(" in all");
    if head.span.len() > HEAD || !total {
        return None;
    }
    let mut figures = words.split([' ', '\n']).filter_map(|word| {
        let at = word.as_ptr() as usize - words.as_ptr() as usize;
        let digits = word.bytes().any(|b| b.is_ascii_digit());
        digits.then(|| figure(word, head.span.start + at as u32))
    });
    figures.next().filter(|_| figures.next().is_none()).flatten()
}

/// The figure of an item: behind its name and a colon, or before what it counts.
fn part(doc: &Document, item: Block) -> Option<Entry> {
    let words = &doc.prose()[item.span.range()];
    let marked = |mark: &str| !mark.contains(char::is_alphabetic) && !mark.ends_with(',');
    let bare = match words.split_once(' ') {
        Some((mark, rest)) if figure(mark, 0).is_none() && marked(mark) => rest,
        Some((mark, rest)) if mark.ends_with(['.', ')']) => rest,
        _ => words,
    };
    let last = bare.rsplit_once(": ").or_else(|| bare.rsplit_once(" — "));
    let field = last.map_or(bare, |(_, figure)| figure);
    let at = field.as_ptr() as usize - words.as_ptr() as usize;
    figure(field, item.span.start + at as u32)
}

fn figure(words: &str, at: u32) -> Option<Entry> {
    match cell::field(words, at) {
        Field::Number(number) if !number.odd => Some(number.entry),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alpheus_text::Format;

    fn sums(text: &str, format: Format) -> Vec<(f64, f64, bool)> {
        let mut found = Vec::new();
        read(&Document::parse("", text, format), &mut found);
        let of = |sum: &TableSum| (sum.total.value, sum.sum(), sum.doubt.is_none());
        found.iter().map(of).collect()
    }

    #[test]
    fn items_add_up_to_the_head() {
        let text = "Losses in all: 510\n\n- Killed: 45\n- Wounded: 403\n- Missing: 62\n";
        assert_eq!(sums(text, Format::Markdown), [(510.0, 510.0, false)]);
        let text =
            "Total losses of 501 men:\n\n- 45 killed\n- 403 wounded\n- 62 missing\n";
        assert_eq!(sums(text, Format::Markdown), [(501.0, 510.0, true)]);
        let text =
            "<p>A total of 510:</p><ol><li>45 killed<li>403 wounded<li>62 missing</ol>";
        assert_eq!(sums(text, Format::Html), [(510.0, 510.0, false)]);
    }

    #[test]
    fn lists_without_a_total_or_with_words_alone_are_none() {
        for text in [
            "Losses, 510:\n\n- 45 killed\n- 403 wounded\n",
            "Losses in all, 510:\n\n- 45 killed\n- many wounded\n",
            "Losses in all, 510 of 900:\n\n- 45 killed\n- 403 wounded\n",
        ] {
            assert_eq!(sums(text, Format::Markdown), []);
        }
    }
}
