//! Reads the blocks of a document in order and finds the time expressions in them.
//!
//! A block is read in one pass: the tokens get their classes, and where a class can open
//! an expression the grammar is tried. What an expression means is settled at the end of
//! the document (see [`resolve`](crate::resolve)), because a year may be told later.

use std::ops::Range as Indices;

use alpheus_text::{Block, BlockKind, Document, Token, TokenKind};

use crate::{
    Anchor, Calendar, Range, RangeKind, Timex, TimexKind, Written,
    cursor::Cursor,
    duration,
    expr::{Expr, Length},
    extent,
    lexicon::{Entry, Word, table},
    news, opening, phrase, range, resolve, set,
    style::{DateOrder, slashed, style},
    tense::{Tense, tense},
    vague,
};

/// What expressions are reckoned from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Domain {
    /// A story: from what was told last.
    #[default]
    Narrative,
    /// News: from the document's date.
    News,
}

/// What a tagger is told.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options {
    /// What expressions are reckoned from.
    pub domain: Domain,
    /// The calendar of dates that name none.
    pub calendar: Calendar,
    /// The order of dates in figures, "9/11"; without one they are not read.
    pub slashed: Option<DateOrder>,
    /// Whether an expression of a story takes in the words that complete it ("three weeks
    /// of heavy fighting"), as annotators of stories do. A checker wants the bare length.
    pub complements: bool,
}

/// All time expressions of a document.
#[derive(Clone, Debug, Default)]
pub struct Times {
    /// In the order of the text.
    pub timexes: Vec<Timex>,
    /// Pairs that are the ends of one stretch.
    pub ranges: Vec<Range>,
}

/// An expression as read, with what its meaning may hang on.
#[derive(Clone, Copy, Debug)]
#[allow(clippy::struct_excessive_bools, reason = "each tells of another place")]
pub(crate) struct Mention {
    pub(crate) expr: Expr,
    pub(crate) tense: Tense,
    /// The class of the word before it.
    pub(crate) before: Word,
    /// Takes what it lacks from the next mention.
    pub(crate) forward: bool,
    /// Stands in a heading.
    pub(crate) heading: bool,
    /// How many headings stand before it.
    pub(crate) section: u32,
    /// Stands in brackets.
    pub(crate) bracketed: bool,
    /// Is the first of its block.
    pub(crate) opens: bool,
}

/// An expression and the tokens that it takes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Found {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) expr: Expr,
}

/// Reads a document's time expressions, block by block.
///
/// # Example: a date and the day after
/// ```
/// use alpheus_text::Document;
/// use alpheus_time::{Options, Tagger};
/// let doc = Document::plain("memo", "They met on 3 May 1915 and left the next day.");
/// let mut tagger = Tagger::new(Options::default(), doc.created());
/// let mut tokens = Vec::new();
/// for block in doc.blocks() {
///     doc.tokenize(block, &mut tokens);
///     tagger.block(&doc, block, &tokens);
/// }
/// let times = tagger.finish();
/// let values: Vec<_> = times.timexes.iter().map(|t| t.value.as_str()).collect();
/// assert_eq!(values, ["1915-05-03", "1915-05-04"]);
/// ```
pub struct Tagger {
    options: Options,
    created: Option<i32>,
    words: Vec<Word>,
    /// Where an expression may begin.
    places: Vec<u32>,
    mentions: Vec<Mention>,
    /// How many mentions the blocks before held.
    before: usize,
    /// How many headings the blocks so far were.
    sections: u32,
    times: Times,
}

/// All time expressions of a document, in one call.
pub fn tag(doc: &Document, options: Options) -> Times {
    let mut tagger = Tagger::new(options, doc.created());
    let mut pages: [Vec<Token>; TOGETHER] = Default::default();
    for blocks in doc.blocks().chunks(TOGETHER) {
        for (tokens, block) in pages.iter_mut().zip(blocks) {
            doc.tokenize(block, tokens);
        }
        for (tokens, block) in pages.iter().zip(blocks) {
            tagger.block(doc, block, tokens);
        }
    }
    tagger.finish()
}

/// So many blocks are tokenised before they are tagged: the code of each step is large, and is
/// fetched once for all of them.
const TOGETHER: usize = 8;

impl Tagger {
    /// A tagger for one document, written on the day `created` (`YYYY-MM-DD`).
    pub fn new(options: Options, created: Option<&str>) -> Self {
        let created = created.and_then(resolve::iso_day);
        Tagger {
            options,
            created,
            words: Vec::new(),
            places: Vec::new(),
            mentions: Vec::new(),
            before: 0,
            sections: 0,
            times: Times::default(),
        }
    }

    /// Reads a block; the indices of the expressions found in it.
    ///
    /// Spans, types and written pieces are final; values and intervals are not before
    /// [`finish`](Self::finish).
    pub fn block(
        &mut self,
        doc: &Document,
        block: &Block,
        tokens: &[Token],
    ) -> Indices<usize> {
        let first = self.times.timexes.len();
        self.before = first;
        self.classify(tokens);
        let words = std::mem::take(&mut self.words);
        let cursor = Cursor { tokens, words: &words, text: doc.prose() };
        let heading = matches!(block.kind, BlockKind::Heading(_));
        self.sections += u32::from(heading);
        self.read(cursor, heading);
        self.words = words;
        first..self.times.timexes.len()
    }

    /// The expressions found so far.
    pub fn timexes(&self) -> &[Timex] {
        &self.times.timexes
    }

    /// Settles what every expression means.
    pub fn finish(mut self) -> Times {
        resolve::resolve(
            &self.mentions,
            &mut self.times.timexes,
            self.options,
            self.created,
        );
        self.times
    }

    /// Gives every token its class and notes where an expression may begin.
    ///
    /// Which words of a text are of a class nobody can foresee, and a processor that guesses
    /// wrong loses more than it takes to write: so every place is written down, and the next
    /// is written over it where it is none.
    fn classify(&mut self, tokens: &[Token]) {
        let table = table();
        self.words.clear();
        self.places.clear();
        self.places.resize(2 * tokens.len(), 0);
        let (mut found, mut capital) = (0, false);
        for (i, token) in tokens.iter().enumerate() {
            let Entry { word, begins } = match token.kind {
                TokenKind::Word => match table.get(token.key) {
                    Entry { word: Word::Feast, .. } if !token.capital => Entry::default(),
                    entry => entry,
                },
                TokenKind::Number => Entry { word: Word::Digits, begins: true },
                TokenKind::Mark(mark) => Entry::from(Word::Mark(mark)),
            };
            // "XVIII century"
            if opening::numbers(word) && capital && self.words[i - 1] == Word::Other {
                self.places[found] = i as u32 - 1;
                found += 1;
            }
            self.words.push(word);
            self.places[found] = i as u32;
            found += usize::from(begins);
            capital = token.capital;
        }
        self.places.truncate(found);
    }

    fn read(&mut self, c: Cursor<'_>, heading: bool) {
        let places = std::mem::take(&mut self.places);
        let mut read = 0;
        for i in places.iter().map(|&place| place as usize) {
            if i >= read
                && opening::begins(c, i)
                && let Some(found) = self.expression(c, i)
            {
                read = self.stretch(c, found, heading);
            }
        }
        self.places = places;
    }

    /// Takes an expression down, and all that connectors join to it; the token after.
    fn stretch(&mut self, c: Cursor<'_>, found: Found, heading: bool) -> usize {
        let mut last = found;
        let mut first = self.push(c, last, heading);
        while let Some((other, kind)) = self.joined(c, last) {
            if let (Expr::Date(a), Expr::Date(b)) = (last.expr, other.expr) {
                self.mentions[first].forward = range::waits(&a, &b);
            }
            let second = self.push(c, other, heading);
            if let Some(kind) = kind {
                let (begin, end) = (first as u32, second as u32);
                self.times.ranges.push(Range { begin, end, kind });
            }
            (last, first) = (other, second);
        }
        last.end
    }

    /// The date that a connector joins to a date.
    fn joined(&self, c: Cursor<'_>, first: Found) -> Option<(Found, Option<RangeKind>)> {
        let Expr::Date(_) = first.expr else { return None };
        let opener = c.before(first.start);
        // "from May 1st, 1790, to January 1st, 1791"
        let comma = matches!(
            (opener, c.word(first.end + 1)),
            (Word::From, Word::To | Word::Until) | (Word::Between, Word::And)
        ) && c.mark(first.end, ',');
        let (next, kind) = range::connector(c, first.end + usize::from(comma), opener)?;
        let second = range::second_end(c, next, &first.expr, kind)
            .map(|(date, end)| {
                let start = next + usize::from(c.word(next) == Word::The);
                Found { start, end, expr: Expr::Date(date) }
            })
            .or_else(|| {
                opening::opens(c, next).then(|| self.expression(c, next)).flatten()
            })?;
        matches!(second.expr, Expr::Date(_)).then_some((second, kind))
    }

    /// The expression at `i`, as the domain has it.
    fn expression(&self, c: Cursor<'_>, i: usize) -> Option<Found> {
        let found = |(expr, end)| Found { start: i, end, expr };
        match self.options.domain {
            Domain::Narrative => {
                let found = self.grammar(c, i).map(found)?;
                Some(if self.options.complements {
                    extent::adapt(c, found)
                } else {
                    found
                })
            }
            Domain::News => {
                let read = crate::date::longest([self.grammar(c, i), news::own(c, i)])?;
                news::adapt(c, found(read))
            }
        }
    }

    /// The expression at `i` that goes furthest, with the calendar told behind it.
    fn grammar(&self, c: Cursor<'_>, i: usize) -> Option<(Expr, usize)> {
        let figures = self.options.slashed.and_then(|order| slashed(c, i, order));
        let figures = figures.map(|(date, end)| (Expr::Date(date), end));
        let (mut expr, end) = crate::date::longest([expression(c, i), figures])?;
        if let Expr::Date(date) = &mut expr {
            date.calendar = style(c, end);
        }
        Some((expr, end))
    }

    fn push(&mut self, c: Cursor<'_>, found: Found, heading: bool) -> usize {
        let Found { start: i, end, expr } = found;
        let written = match expr {
            Expr::Date(date) => date.written,
            _ => Written::default(),
        };
        self.times.timexes.push(Timex {
            span: c.span(i, end),
            kind: kind(&expr),
            value: String::new(),
            modifier: None,
            point: None,
            interval: None,
            length: None,
            written,
            anchor: Anchor::None,
        });
        self.mentions.push(Mention {
            expr,
            tense: tense(c, i),
            before: c.before(i),
            forward: false,
            heading,
            section: self.sections,
            bracketed: c.before(i) == Word::Mark('('),
            opens: self.mentions.len() == self.before,
        });
        self.mentions.len() - 1
    }
}

/// The expression at `i` that goes furthest.
fn expression(c: Cursor<'_>, i: usize) -> Option<(Expr, usize)> {
    let date = |(date, end)| (Expr::Date(date), end);
    crate::date::longest([
        range::first_end(c, i).map(date),
        set::set(c, i),
        phrase::phrase(c, i).map(date),
        duration::length_or_shift(c, i),
        vague::vague(c, i),
    ])
}

fn kind(expr: &Expr) -> TimexKind {
    match expr {
        Expr::Date(date) if date.time.is_some() => TimexKind::Time,
        Expr::Date(_) | Expr::Reference(_) | Expr::Vague => TimexKind::Date,
        Expr::Length(_) => TimexKind::Duration,
        Expr::Shift(shift) if shift.time.is_some() || short(&shift.length) => {
            TimexKind::Time
        }
        Expr::Shift(_) => TimexKind::Date,
        Expr::Every(_) => TimexKind::Set,
    }
}

fn short(length: &Length) -> bool {
    range::of_the_day(length.unit)
}

#[cfg(test)]
mod tests;
