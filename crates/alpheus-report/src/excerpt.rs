//! Cuts the lines to be shown out of a text, around the spans.
//!
//! A line of a program is short; a line of prose is often a whole paragraph. So a line that
//! doesn't fit is cut around what is marked in it, and marks too far apart to be seen
//! together get a row each.

use crate::clean::{clean, columns, shown, width};
use alpheus_check::Label;
use alpheus_text::{Document, Span};
use std::ops::Range;

/// A line of the text, or a stretch of one, as it is shown.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Row {
    /// The number of the line.
    pub(crate) line: u32,
    /// What is shown of it.
    pub(crate) text: String,
    /// What is marked in it.
    pub(crate) marks: Vec<Mark>,
}

/// A stretch of a row with what is said of it.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Mark {
    /// Which bytes of the row.
    pub(crate) range: Range<usize>,
    /// What is said of it; may be empty.
    pub(crate) label: String,
    /// Whether it is the claim, and not what it clashes with.
    pub(crate) primary: bool,
}

/// The part of a label that stands on one line.
#[derive(Clone, Debug)]
struct Piece {
    line: u32,
    span: Span,
    label: String,
    primary: bool,
}

const CUT: &str = "… ";
const CUT_END: &str = " …";

/// The rows that show all `labels` of a document, none wider than `room` columns unless a
/// label alone is. In the finding's own document the first is the claim.
pub(crate) fn rows(
    doc: &Document,
    labels: &[&Label],
    room: usize,
    own: bool,
) -> Vec<Row> {
    let text = doc.text();
    let claim =
        labels.first().filter(|_| own).map(|label| label.span).unwrap_or_default();
    let mut pieces: Vec<Piece> = labels
        .iter()
        .enumerate()
        .map(|(i, &label)| match i {
            0 => label.clone(),
            _ => beside(text, label, claim),
        })
        .enumerate()
        .flat_map(|(i, label)| split(doc, &label, own && i == 0))
        .map(|piece| shorten(text, piece, room))
        .collect();
    pieces.sort_by_key(|piece| (piece.line, piece.span, !piece.primary));
    pieces.dedup_by(|b, a| a.span == b.span && a.label == b.label);
    clusters(text, &pieces, room)
        .map(|cluster| row(text, doc.line(cluster[0].line), cluster, room))
        .collect()
}

/// One line of text, cut around a span of it so that it fits in `room` columns; and
/// where the span stands in what is shown.
pub(crate) fn line(text: &str, span: Span, room: usize) -> (String, Range<usize>) {
    let piece = Piece { line: 1, span, label: String::new(), primary: true };
    let piece = shorten(text, piece, room);
    let row = row(text, Span::new(0, text.len() as u32), &[piece], room);
    let range = row.marks.into_iter().next().map_or(0..0, |mark| mark.range);
    (row.text, range)
}

/// A label without what it shares with the claim, where it begins or ends with it: of
/// "Friday, 13 March" against "Friday", the "13 March".
fn beside(text: &str, label: &Label, claim: Span) -> Label {
    let span = label.span;
    let rest = if span.start == claim.start && claim.end < span.end {
        Span::new(claim.end, span.end)
    } else if span.end == claim.end && span.start < claim.start {
        Span::new(span.start, claim.start)
    } else {
        return label.clone();
    };
    let shown = &text[rest.range()];
    let start = shown.find(char::is_alphanumeric).unwrap_or(0);
    let bare = shown[start..].trim_end_matches(|c: char| !c.is_alphanumeric());
    let start = rest.start + start as u32;
    Label { span: Span::new(start, start + bare.len() as u32), ..label.clone() }
}

/// A label, line by line: the words go with its last line. Of a span of many lines the
/// first and the last are shown.
fn split(doc: &Document, label: &Label, primary: bool) -> Vec<Piece> {
    let first = doc.place(label.span.start).line;
    let last = doc.place(label.span.end.max(label.span.start + 1) - 1).line;
    let mut pieces: Vec<Piece> = [first, last][usize::from(first == last)..]
        .iter()
        .map(|&line| Piece {
            line,
            span: trim(doc.text(), within(label.span, doc.line(line))),
            label: String::new(),
            primary,
        })
        .filter(|piece| first == last || !piece.span.is_empty())
        .collect();
    if let Some(piece) = pieces.last_mut() {
        piece.label = clean(&label.text).into_owned();
    }
    pieces
}

/// What two spans share; where they share nothing, an empty span at the second's near end.
fn within(span: Span, line: Span) -> Span {
    let start = span.start.clamp(line.start, line.end);
    Span::new(start, span.end.clamp(start, line.end))
}

fn trim(text: &str, span: Span) -> Span {
    let words = &text[span.range()];
    let start = span.start + (words.len() - words.trim_start().len()) as u32;
    Span::new(start, start + words.trim().len() as u32)
}

/// A piece that is wider than the room is shown by its beginning.
fn shorten(text: &str, mut piece: Piece, room: usize) -> Piece {
    let room = room.saturating_sub(columns(CUT) + columns(CUT_END));
    let mut left = room;
    for (at, c) in text[piece.span.range()].char_indices() {
        let takes = shown(c).map_or(0, width);
        if takes > left {
            piece.span.end = piece.span.start + at as u32;
            break;
        }
        left -= takes;
    }
    piece
}

/// Groups pieces (sorted) that can be seen together in one row, labels and all.
fn clusters<'p>(
    text: &str,
    pieces: &'p [Piece],
    room: usize,
) -> impl Iterator<Item = &'p [Piece]> {
    let room = room.saturating_sub(columns(CUT) + columns(CUT_END));
    let mut rest = pieces;
    std::iter::from_fn(move || {
        let first = rest.first()?;
        let fits = |len: &usize| {
            let cluster = &rest[..*len];
            let core = cover(cluster);
            cluster[*len - 1].line == first.line
                && core.len() as usize <= room * 4
                && columns(&clean(&text[core.range()])) <= room
                && overhang(text, core, cluster) <= room
        };
        let len = (2..=rest.len()).take_while(fits).last().unwrap_or(1);
        let (cluster, after) = rest.split_at(len);
        rest = after;
        Some(cluster)
    })
}

/// The smallest span that holds all pieces.
fn cover(cluster: &[Piece]) -> Span {
    cluster.iter().map(|piece| piece.span).reduce(Span::cover).unwrap_or_default()
}

/// The row that shows a cluster, with as much of its line around it as there is room for.
fn row(text: &str, line: Span, cluster: &[Piece], room: usize) -> Row {
    let core = cover(cluster);
    let core_width = columns(&clean(&text[core.range()]));
    let over = overhang(text, core, cluster).saturating_sub(core_width);
    let before = &text[line.start as usize..core.start as usize];
    let after = &text[core.end as usize..line.end as usize];

    let spare = room.saturating_sub(core_width);
    let most_left = spare.saturating_sub(over);
    let has_left = take(before.chars().rev(), most_left).1;
    let has_right = take(after.chars(), spare).1;
    let left = has_left.min((spare / 2).max(spare - has_right)).min(most_left);

    let (start, head) = cut_before(before, left);
    let (end, tail) = cut_after(after, spare - left);
    let mut shown = head.to_owned();
    shown += &clean(&before[start..]);
    let base = core.start as usize;
    let from = shown.len();
    shown += &clean(&text[core.range()]);
    shown += clean(&after[..end]).trim_end();
    shown += tail;

    let place = |offset: u32| from + clean(&text[base..offset as usize]).len();
    let marks = cluster.iter().map(|piece| Mark {
        range: place(piece.span.start)..place(piece.span.end),
        label: piece.label.clone(),
        primary: piece.primary,
    });
    Row { line: cluster[0].line, marks: marks.collect(), text: shown }
}

/// How far the labels reach, in columns from the beginning of the core: the last one
/// stands behind its mark, the others under theirs.
fn overhang(text: &str, core: Span, cluster: &[Piece]) -> usize {
    let last = cluster.iter().map(|piece| piece.span.start).max();
    let reach = |piece: &Piece| {
        let from = if Some(piece.span.start) == last {
            piece.span.end
        } else {
            piece.span.start
        };
        let before = columns(&clean(&text[core.start as usize..from as usize]));
        before + 1 + columns(&piece.label)
    };
    cluster.iter().map(reach).max().unwrap_or(0)
}

/// How many bytes of `chars` fit in `room` columns, and how many columns they take.
fn take(chars: impl Iterator<Item = char>, room: usize) -> (usize, usize) {
    let (mut bytes, mut used) = (0, 0);
    for c in chars {
        let takes = shown(c).map_or(0, width);
        if used + takes > room {
            break;
        }
        used += takes;
        bytes += c.len_utf8();
    }
    (bytes, used)
}

/// Where what is shown before the core begins, and the sign of a cut if there is one.
fn cut_before(before: &str, room: usize) -> (usize, &'static str) {
    let (bytes, _) = take(before.chars().rev(), room);
    if bytes == before.len() {
        return (before.len() - before.trim_start().len().min(bytes), "");
    }
    let Some(room) = room.checked_sub(columns(CUT)) else { return (before.len(), "") };
    let (bytes, _) = take(before.chars().rev(), room);
    let kept = &before[before.len() - bytes..];
    let word = kept.find(char::is_whitespace).map_or(kept.len(), |at| at);
    let start = kept.len() - kept[word..].trim_start().len();
    (before.len() - bytes + start, CUT)
}

/// Where what is shown after the core ends, and the sign of a cut if there is one.
fn cut_after(after: &str, room: usize) -> (usize, &'static str) {
    let (bytes, _) = take(after.chars(), room);
    if bytes == after.len() {
        return (bytes, "");
    }
    let (bytes, _) = take(after.chars(), room.saturating_sub(columns(CUT_END)));
    (after[..bytes].rfind(char::is_whitespace).unwrap_or(0), CUT_END)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels(text: &str, marked: &[(&str, &str)]) -> Vec<Label> {
        let span = |words: &str| {
            let at = text.find(words).expect("the words stand in the text");
            Span::new(at as u32, (at + words.len()) as u32)
        };
        marked.iter().map(|&(words, label)| Label::new(span(words), label)).collect()
    }

    fn shown(text: &str, marked: &[(&str, &str)], room: usize) -> Vec<Row> {
        let doc = Document::plain("x", text);
        let labels = labels(text, marked);
        let rows = rows(&doc, &labels.iter().collect::<Vec<_>>(), room, true);
        for row in &rows {
            assert!(columns(&row.text) <= room, "{:?} is wider than {room}", row.text);
        }
        rows
    }

    fn marked(row: &Row) -> Vec<&str> {
        row.marks.iter().map(|mark| &row.text[mark.range.clone()]).collect()
    }

    #[test]
    fn a_short_line_is_shown_whole() {
        let rows = shown("One.\nBorn in 1820 at Leeds.\n", &[("1820", "born")], 60);
        assert_eq!(rows.len(), 1);
        assert_eq!((rows[0].line, rows[0].text.as_str()), (2, "Born in 1820 at Leeds."));
        assert_eq!(marked(&rows[0]), ["1820"]);
    }

    #[test]
    fn a_paragraph_on_one_line_is_cut_around_each_mark() {
        let filler = "and the council sat without a break ".repeat(30);
        let text = format!("It met in 1820, {filler}until 1825, {filler}it is said.");
        let rows = shown(&text, &[("1825", "the end"), ("1820", "the beginning")], 60);
        assert_eq!(rows.len(), 2);
        assert_eq!(marked(&rows[0]), ["1820"]);
        assert_eq!(marked(&rows[1]), ["1825"]);
        assert!(rows[0].text.starts_with("It met in 1820, and"), "{:?}", rows[0]);
        assert!(rows[0].text.ends_with(" …"));
        assert!(rows[1].text.starts_with("… ") && rows[1].text.ends_with(" …"));
        assert!(rows[1].marks[0].primary && !rows[0].marks[0].primary);
    }

    #[test]
    fn marks_near_each_other_share_a_row() {
        let text = format!("{}from 1825 to 1820{}", "so ".repeat(60), " on".repeat(60));
        let rows = shown(&text, &[("1820", "ends"), ("1825", "begins")], 50);
        assert_eq!(rows.len(), 1);
        assert_eq!(marked(&rows[0]), ["1825", "1820"]);
    }

    #[test]
    fn there_is_room_for_the_label_behind_the_last_mark() {
        let text = format!("{}on Friday", "so it went ".repeat(30));
        let label = "13 March 1915 was a Saturday";
        let rows = shown(&text, &[("Friday", label)], 60);
        let mark = &rows[0].marks[0];
        assert!(columns(&rows[0].text[..mark.range.end]) + 1 + label.len() <= 60);
    }

    #[test]
    fn a_mark_around_the_claim_is_shown_beside_it() {
        let text = "He left on Friday, 13 March 1915 (Friday).";
        let marked_as = |words: &[(&str, &str)]| {
            let rows = shown(text, words, 60);
            marked(&rows[0]).into_iter().map(str::to_owned).collect::<Vec<_>>()
        };
        let whole = ("Friday, 13 March 1915", "was a Saturday");
        assert_eq!(marked_as(&[("Friday", "claim"), whole]), ["Friday", "13 March 1915"]);
        assert_eq!(marked_as(&[("1915", "claim"), whole]), ["Friday, 13 March", "1915"]);
        assert_eq!(marked_as(&[whole, ("1915", "year")]).len(), 2);
    }

    #[test]
    fn a_mark_over_a_line_end_is_shown_on_both_lines() {
        let text = "He died on 18 April\r\n1552 at Leeds.";
        let rows = shown(text, &[("18 April\r\n1552", "here")], 60);
        assert_eq!(rows.len(), 2);
        assert_eq!(
            (marked(&rows[0]), marked(&rows[1])),
            (vec!["18 April"], vec!["1552"])
        );
        assert_eq!(rows[0].marks[0].label, "");
        assert_eq!(rows[1].marks[0].label, "here");
    }

    #[test]
    fn odd_characters_keep_marks_in_place() {
        let text = "\u{1b}[31m戦争は\t昭和\u{ad}十六年\u{202e}に始まった".repeat(9);
        for room in [10, 20, 33, 40, 100] {
            let rows = shown(&text, &[("昭和\u{ad}十六年", "showa")], room);
            assert!("昭和十六年".starts_with(marked(&rows[0])[0]));
        }
    }

    #[test]
    fn empty_spans_and_texts_do_not_panic() {
        for text in ["", "\n", "a\n", "é"] {
            let label = Label::new(Span::new(0, 0), "x");
            rows(&Document::plain("x", text), &[&label], 40, true);
        }
    }

    #[test]
    fn any_spans_of_any_text_can_be_shown() {
        let text = "a\r\n\u{1b}é\u{301} 戦\u{ad}争\t\n\n  x\u{202e}y\0z …\r".repeat(3);
        let doc = Document::plain("x", text.as_str());
        let bounds: Vec<u32> = text
            .char_indices()
            .map(|(at, _)| at as u32)
            .chain([text.len() as u32])
            .collect();
        for (i, &start) in bounds.iter().enumerate() {
            for &end in &bounds[i..] {
                let near = bounds[(i * 7) % bounds.len()];
                let other = Span::new(near.min(end), near.max(end));
                let labels = [
                    Label::new(Span::new(start, end), "claim"),
                    Label::new(other, "clash"),
                ];
                for room in [24, 40] {
                    for row in rows(&doc, &labels.each_ref(), room, end % 2 == 0) {
                        assert!(!row.text.contains(char::is_control));
                        assert!(
                            row.marks
                                .iter()
                                .all(|m| row.text.get(m.range.clone()).is_some())
                        );
                    }
                }
            }
        }
    }
}
