//! Lists of blocks: "for three reasons:", and each reason an item below.

use super::{
    head::{self, Place},
    words::{Role, role},
};
use crate::figures::Sentence;
use alpheus_number::Found;
use alpheus_text::{Block, BlockKind, Document, Span, Token, key, numeral};

/// A counted noun with the items below the block that it stands in.
pub(super) struct Below {
    /// How many are told.
    pub(super) count: usize,
    /// The token of the counted noun.
    pub(super) noun: usize,
    /// The items.
    pub(super) items: Vec<Span>,
    /// Why they can't be counted.
    pub(super) doubt: Option<&'static str>,
}

/// The most items that are looked at.
const MOST: usize = 40;

/// Blocks behind the last item in which the list may go on.
const GAP: usize = 3;

/// The items below the sentence, if it ends its block with a colon and counts one thing.
pub(super) fn read(sentence: &Sentence<'_>, found: &Found) -> Option<Below> {
    let scene = sentence.scene;
    let last = sentence.tokens.end - 1;
    let alone = sentence.figures.len() == 1;
    if !alone || sentence.tokens.end < scene.tokens.len() || !scene.is(last, ':') {
        return None;
    }
    let (count, noun) = head::counted(sentence, found)?;
    if !is_announced(sentence, noun, last) {
        return None;
    }
    let blocks = scene.doc.blocks();
    let colon = scene.tokens[last].span.start;
    let blocks = &blocks[blocks.partition_point(|block| block.span.start <= colon)..];
    let items = blocks
        .iter()
        .take(MOST)
        .take_while(|block| block.kind == BlockKind::Item)
        .count();
    let (items, rest) = blocks.split_at(items);
    if items.len() < 2 {
        return None;
    }
    let free = head::place(sentence, found) == Place::Free;
    let doubt = match () {
        () if items.len() == count => None,
        () if !free => Some("the counted noun may be an item of the list itself"),
        () if goes_on(scene.doc, items, rest) => {
            Some("it can't be told where the list ends")
        }
        // "Five cars came home: one of 1905; the three of 1911; …"
        () if items.len() < count && items.iter().any(|item| counts(scene.doc, item)) => {
            Some("an item counts something itself")
        }
        () if !are_level(scene.doc, items) => Some("the items are not of one form"),
        () => None,
    };
    let items = items.iter().map(|item| body(scene.doc, item)).collect();
    Some(Below { count, noun, items, doubt })
}

/// Whether the colon at `last` announces what the noun names: no clause stands between them,
/// but for "were" or "as follows".
fn is_announced(sentence: &Sentence<'_>, noun: usize, last: usize) -> bool {
    const TAIL: usize = 8;
    let tokens = &sentence.scene.tokens[noun + 1..last];
    let clause = |token: &Token| role(token) == Some(Role::Clause);
    let (end, tail) = match tokens.split_last() {
        Some((end, tail)) => (Some(end), tail),
        None => (None, tokens),
    };
    let verb = end.is_some_and(|end| clause(end) && !head::is_be(end));
    tokens.len() <= TAIL
        && !verb
        && !tail.iter().any(|token| clause(token) && token.key != const { key("as") })
}

/// Whether the list goes on behind a block that stands between its items.
fn goes_on(doc: &Document, items: &[Block], rest: &[Block]) -> bool {
    let mut before = items[items.len() - 1];
    for &block in rest.iter().take(GAP) {
        let announced = doc.slice(before.span).ends_with(':');
        if block.kind == BlockKind::Item {
            let next = number(doc, &block).is_none_or(|nth| nth > items.len());
            return next && !announced;
        }
        before = block;
    }
    false
}

/// The number that an item begins with.
fn number(doc: &Document, item: &Block) -> Option<usize> {
    let words = doc.slice(item.span).trim_start_matches('(');
    let digits = words.bytes().take_while(u8::is_ascii_digit).count();
    words[..digits].parse().ok()
}

/// An item without its mark: "1.", "(a)", "-".
fn body(doc: &Document, item: &Block) -> Span {
    let words = doc.slice(item.span).trim_start();
    let first = words.split_whitespace().next().unwrap_or_default();
    let is_mark =
        first.len() <= 4 && first.ends_with(['.', ')', '-', '*', '+', '•', '–']);
    let mark = if is_mark { first.len() } else { 0 };
    let body = words[mark..].trim_start();
    let start = item.span.end - body.len() as u32;
    Span::new(start, item.span.end)
}

/// Whether an item counts something: "the three cars of 1901".
fn counts(doc: &Document, item: &Block) -> bool {
    let mut tokens = Vec::new();
    doc.tokenize(item, &mut tokens);
    let word = |token: &Token| token.is_word() && !token.capital;
    (0..tokens.len()).any(|at| {
        word(&tokens[at]) && numeral::cardinal(&tokens[at..], doc.prose()).is_some()
    })
}

/// Whether the items begin alike: with the same mark, as far from the margin.
fn are_level(doc: &Document, items: &[Block]) -> bool {
    /// As far as a margin is looked for.
    const MARGIN: usize = 80;
    let text = doc.text().as_bytes();
    let lead = |item: &Block| {
        let range = item.span.range();
        let before = &text[range.start.saturating_sub(MARGIN)..range.start];
        let line = before.rsplit(|&byte| byte == b'\n').next().unwrap_or_default();
        let indent = line.iter().take_while(|&&byte| byte == b' ').count();
        let mark = line[indent..].iter().chain(&text[range]).next();
        (indent, mark.filter(|mark| !mark.is_ascii_alphanumeric()))
    };
    items.windows(2).all(|pair| lead(&pair[0]) == lead(&pair[1]))
}
