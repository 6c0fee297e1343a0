//! Lists whose items are marked: "(1) … (2) …", "a) … b) …", "first …; secondly …".

use super::{
    head::Head,
    items::{Before, Item, Items},
    words::{Role, role},
};
use crate::{figures::Sentence, scene::Scene};
use alpheus_text::{Lexicon, TokenKind};

/// How items are marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Style {
    /// "(1)", "1)".
    Number,
    /// "(a)", "a)".
    Letter,
    /// "first", "secondly".
    Word,
}

/// A mark, with the token behind it.
#[derive(Clone, Copy, Debug)]
struct Mark {
    style: Style,
    nth: u64,
    end: usize,
}

/// The marked items behind `head`; `None` where none are, or where more may follow in the
/// next sentence.
pub(super) fn read(sentence: &Sentence<'_>, head: &Head) -> Option<Items> {
    let scene = sentence.scene;
    let end = sentence.tokens.end;
    let open = head.list - usize::from(scene.is(head.list - 1, '('));
    let first = mark(scene, open).filter(|mark| mark.nth == 1)?;
    let mut items = vec![Item { before: Before::Nothing, first: first.end, end }];
    let (mut at, mut closed) = (first.end, false);
    while at < end {
        let next = mark(scene, at).filter(|mark| {
            mark.style == first.style
                && mark.nth == items.len() as u64 + 1
                && (mark.style != Style::Word || is_parted(scene, at))
        });
        let Some(next) = next else {
            at += 1;
            continue;
        };
        closed = role(&scene.tokens[at - 1]) == Some(Role::Joiner);
        let last = items.len() - 1;
        items[last].end = item_end(scene, items[last].first, at);
        items.push(Item { before: Before::Comma, first: next.end, end });
        at = next.end;
    }
    if items.iter().any(|item| item.first >= item.end) {
        return None;
    }
    let told = items.len() == head.count || closed;
    (items.len() > 1 && told).then_some(Items { items, end })
}

/// Where an item ends before the mark at `at`: the commas and "and" between are not its own.
fn item_end(scene: &Scene<'_>, first: usize, mut at: usize) -> usize {
    while at > first {
        let before = &scene.tokens[at - 1];
        let part = before.is(',') || before.is(';') || role(before) == Some(Role::Joiner);
        if !part {
            break;
        }
        at -= 1;
    }
    at
}

/// The mark at `at`.
fn mark(scene: &Scene<'_>, at: usize) -> Option<Mark> {
    let open = scene.is(at, '(');
    let token = scene.tokens.get(at + usize::from(open))?;
    let end = at + usize::from(open) + 1;
    let (style, nth) = match token.kind {
        TokenKind::Number => (Style::Number, token.number()?),
        TokenKind::Word if scene.is(end, ')') => {
            let word = scene.doc.slice(token.span).as_bytes();
            let &[letter @ b'a'..=b'z'] = word else { return None };
            (Style::Letter, u64::from(letter - b'a') + 1)
        }
        TokenKind::Word if !open => (Style::Word, NTHS.get(token.key)?),
        _ => return None,
    };
    if style == Style::Word {
        return Some(Mark { style, nth, end: end + usize::from(scene.is(end, ',')) });
    }
    scene.is(end, ')').then_some(Mark { style, nth, end: end + 1 })
}

/// Whether a comma, a semicolon or "and" stands before a mark, but for "the".
fn is_parted(scene: &Scene<'_>, at: usize) -> bool {
    let skip = at > 1 && role(&scene.tokens[at - 1]) == Some(Role::The);
    let before = &scene.tokens[at - 1 - usize::from(skip)];
    before.is(',') || before.is(';') || role(before) == Some(Role::Joiner)
}

static NTHS: Lexicon<u64, 64> = Lexicon::new(&[
    ("first firstly", 1),
    ("second secondly", 2),
    ("third thirdly", 3),
    ("fourth fourthly", 4),
    ("fifth fifthly", 5),
    ("sixth sixthly", 6),
    ("seventh seventhly", 7),
    ("eighth eighthly", 8),
]);
