//! Alignment of letters, from an anchor outwards for as long as it pays.
//!
//! Gaps have an opening cost (Gotoh 1982), so that a dropped word costs less than as many single
//! letters; a misreading of one shape for another costs less than a wrong letter. Cells whose
//! score falls too far below the best are dropped (the X-drop of Zhang et al. 2000), so that the
//! work is a narrow band where texts agree and ends soon where they don't.

use crate::fold::shape;
use std::ops::Range;

/// What equal letters earn.
pub(crate) const EQUAL: i32 = 2;
/// What letters that look alike cost.
const ALIKE: i32 = -1;
/// What other letters cost.
const DIFFER: i32 = -3;
/// What a gap costs beside its letters.
const OPEN: i32 = 4;
/// What each letter of a gap costs.
const EXTEND: i32 = 1;
/// How far it may fall in a first look.
pub(crate) const QUICK_DROP: i32 = 16;

/// How far the score may fall for a gap of so many letters not to end an alignment.
pub(crate) fn drop_for(gap: usize) -> i32 {
    OPEN + EXTEND * i32::try_from(gap.clamp(8, 1000)).unwrap_or(1000) + 1
}

const NONE: i32 = i32::MIN / 2;
/// No letter is this byte.
const NO_LETTER: u8 = 0;

/// A step of an alignment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The same letter on both sides.
    Equal,
    /// A letter for another.
    Differ,
    /// A letter that only the text has which is looked up.
    Query,
    /// A letter that only the text has which is looked in.
    Target,
}

/// Steps of one kind in a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Run {
    /// The kind.
    pub step: Step,
    /// How many.
    pub count: u32,
}

/// How far an alignment goes from its anchor.
#[derive(Clone, Debug, Default)]
pub(crate) struct Extension {
    pub(crate) score: i32,
    pub(crate) query: usize,
    pub(crate) target: usize,
    /// Away from the anchor.
    pub(crate) runs: Vec<Run>,
    /// Whether the end of the target cut it short.
    pub(crate) cut: bool,
}

/// The memory that alignments are made in.
#[derive(Debug, Default)]
pub(crate) struct Aligner {
    drop: i32,
    best: Vec<i32>,
    gap: Vec<i32>,
    steps: Vec<u8>,
    rows: Vec<Row>,
}

/// Where a row's steps begin, and the column of the first.
#[derive(Clone, Copy, Debug)]
struct Row {
    start: usize,
    low: usize,
}

/// Where a cell's score came from.
const DIAGONAL: u8 = 0;
const FROM_QUERY: u8 = 1;
const FROM_TARGET: u8 = 2;
const SOURCE: u8 = 3;
/// The gap goes on rather than begins.
const QUERY_ON: u8 = 4;
const TARGET_ON: u8 = 8;

/// The score of a letter of the query, which gives the row, against each of the target: whether
/// two letters are equal can't be foreseen, and a look at a row that is in the cache costs less than
/// a wrong guess.
static SCORES: [[i8; 256]; 256] = {
    let mut scores = [[DIFFER as i8; 256]; 256];
    let mut at = 0;
    while at < 256 * 256 {
        let (a, b) = (at / 256, at % 256);
        if a == b {
            scores[a][b] = EQUAL as i8;
        } else if shape(a as u8) == shape(b as u8) {
            scores[a][b] = ALIKE as i8;
        }
        at += 1;
    }
    scores
};

impl Aligner {
    /// Aligns as much of the beginnings of two runs of letters as pays.
    ///
    /// The score may fall by `drop` from its best.
    pub(crate) fn extend(&mut self, query: &[u8], target: &[u8], drop: i32) -> Extension {
        self.drop = drop;
        self.steps.clear();
        self.rows.clear();
        let mut top = Top::default();
        let mut live = 0..self.first_row(target.len());
        let mut cut = live.end > target.len();
        for (row, &letter) in query.iter().enumerate() {
            let Some(next) = self.row(letter, target, live, row + 1, &mut top) else {
                break;
            };
            live = next;
            cut |= live.end > target.len();
        }
        let runs = self.trace(top, query, target);
        Extension { score: top.score, query: top.row, target: top.column, runs, cut }
    }

    /// The row before the first letter: a gap that opens the alignment.
    fn first_row(&mut self, length: usize) -> usize {
        let most = usize::try_from((self.drop - OPEN) / EXTEND).unwrap_or(0);
        let reach = length.min(most);
        self.best.clear();
        self.best.push(0);
        self.best.extend((1..).take(reach).map(|gap: i32| -OPEN - gap * EXTEND));
        self.gap.clear();
        self.gap.resize(reach + 1, NONE);
        self.rows.push(Row { start: 0, low: 0 });
        self.steps.push(DIAGONAL);
        self.steps.extend(
            (1..=reach).map(|gap| FROM_TARGET | if gap > 1 { TARGET_ON } else { 0 }),
        );
        reach + 1
    }

    /// One letter of the query against the live columns; gives those of the next row.
    fn row(
        &mut self,
        letter: u8,
        target: &[u8],
        live: Range<usize>,
        row: usize,
        top: &mut Top,
    ) -> Option<Range<usize>> {
        let start = self.steps.len();
        self.rows.push(Row { start, low: live.start });
        let most =
            (live.end + usize::try_from(self.drop).unwrap_or(0)).min(target.len() + 1);
        self.steps.resize(start + most - live.start, DIAGONAL);
        if most > self.best.len() {
            self.best.resize(most, NONE);
            self.gap.resize(most, NONE);
        }
        let steps = &mut self.steps[start..];
        let best = &mut self.best[live.start..most];
        let gap = &mut self.gap[live.start..most];
        let inside = live.len().min(best.len());
        best[inside..].fill(NONE);
        gap[inside..].fill(NONE);
        let mut pen = Pen { diagonal: NONE, left: NONE, across: NONE };
        let mut next: Option<Range<usize>> = None;
        let mut floor = top.score - self.drop;
        // The column before the first letter faces none.
        let facing = target[live.start.saturating_sub(1)..].iter();
        let none = (live.start == 0).then_some(&NO_LETTER);
        let facing = none.into_iter().chain(facing);
        let cells = best.iter_mut().zip(gap).zip(steps).zip(facing);
        let scores = &SCORES[usize::from(letter)];
        for (index, (((best, gap), step), &facing)) in cells.enumerate() {
            let column = live.start + index;
            (*step, *gap) = pen.cell(i32::from(scores[usize::from(facing)]), *best, *gap);
            if pen.left < floor {
                *best = NONE;
                pen.left = NONE;
                if index >= inside {
                    break;
                }
                continue;
            }
            *best = pen.left;
            if top.take(pen.left, row, column) {
                floor = top.score - self.drop;
            }
            next = Some(next.map_or(column, |next| next.start)..column + 1);
        }
        next
    }

    /// The way from the best cell back to the anchor.
    fn trace(&self, top: Top, query: &[u8], target: &[u8]) -> Vec<Run> {
        let (mut row, mut column) = (top.row, top.column);
        let mut runs: Vec<Run> = Vec::new();
        // Inside a gap, the source that it must go on with.
        let mut within = DIAGONAL;
        while row > 0 || column > 0 {
            let Row { start, low } = self.rows[row];
            let cell = self.steps[start + column - low];
            let source = if within == DIAGONAL { cell & SOURCE } else { within };
            let step = match source {
                FROM_QUERY => {
                    within = if cell & QUERY_ON > 0 { FROM_QUERY } else { DIAGONAL };
                    row -= 1;
                    Step::Query
                }
                FROM_TARGET => {
                    within = if cell & TARGET_ON > 0 { FROM_TARGET } else { DIAGONAL };
                    column -= 1;
                    Step::Target
                }
                _ => {
                    (row, column) = (row - 1, column - 1);
                    let same = query[row] == target[column];
                    if same { Step::Equal } else { Step::Differ }
                }
            };
            push(&mut runs, step, 1);
        }
        runs.reverse();
        runs
    }
}

/// What a cell is reckoned from, moving along a row.
struct Pen {
    /// The cell above the one before.
    diagonal: i32,
    /// The cell before, and after a cell is reckoned, that cell.
    left: i32,
    /// The best gap that ends in the cell before.
    across: i32,
}

impl Pen {
    /// Reckons the next cell, to be found in `left`; gives where it came from, and the best
    /// gap downwards.
    #[inline]
    fn cell(&mut self, facing: i32, above: i32, open: i32) -> (u8, i32) {
        let (begun, on) = (above - OPEN - EXTEND, open - EXTEND);
        let down = begun.max(on);
        let mut step = if on > begun { QUERY_ON } else { 0 };
        let (begun, on) = (self.left - OPEN - EXTEND, self.across - EXTEND);
        self.across = begun.max(on);
        step |= if on > begun { TARGET_ON } else { 0 };
        let mut cell = self.diagonal + facing;
        if down > cell {
            cell = down;
            step |= FROM_QUERY;
        }
        if self.across > cell {
            cell = self.across;
            step = step & !SOURCE | FROM_TARGET;
        }
        (self.diagonal, self.left) = (above, cell);
        (step, down)
    }
}

/// The best cell so far.
#[derive(Clone, Copy, Debug, Default)]
struct Top {
    score: i32,
    row: usize,
    column: usize,
}

impl Top {
    fn take(&mut self, score: i32, row: usize, column: usize) -> bool {
        let better = score > self.score;
        if better {
            *self = Top { score, row, column };
        }
        better
    }
}

/// Adds steps to runs.
pub(crate) fn push(runs: &mut Vec<Run>, step: Step, count: u32) {
    match runs.last_mut() {
        Some(last) if last.step == step => last.count += count,
        _ if count > 0 => runs.push(Run { step, count }),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn extend(query: &str, target: &str) -> Extension {
        Aligner::default().extend(query.as_bytes(), target.as_bytes(), drop_for(31))
    }

    /// Both texts as their alignment has them, with gaps.
    fn shown(query: &str, target: &str) -> [String; 2] {
        let mut lines = [String::new(), String::new()];
        let (mut a, mut b) = (query.chars(), target.chars());
        for run in extend(query, target).runs {
            for _ in 0..run.count {
                let of_query = run.step != Step::Target;
                let of_target = run.step != Step::Query;
                lines[0].push(if of_query { a.next().unwrap() } else { '-' });
                lines[1].push(if of_target { b.next().unwrap() } else { '-' });
            }
        }
        lines
    }

    #[test]
    fn equal_letters_are_aligned_to_the_end() {
        let found = extend("inthebeginning", "inthebeginningwas");
        assert_eq!((found.score, found.query, found.target), (28, 14, 14));
        assert_eq!(found.runs, [Run { step: Step::Equal, count: 14 }]);
    }

    #[test]
    fn a_dropped_word_is_one_gap() {
        assert_eq!(
            shown("thequickfoxjumpsover", "thequickbrownfoxjumpsover"),
            ["thequick-----foxjumpsover", "thequickbrownfoxjumpsover"]
        );
        assert_eq!(
            shown("thequickbrownfoxjumpsover", "thequickfoxjumpsover"),
            ["thequickbrownfoxjumpsover", "thequick-----foxjumpsover"]
        );
    }

    #[test]
    fn misreadings_do_not_end_it() {
        let found = extend("tbe1ittleeottageonthohill", "thelittlecottageonthehill");
        assert_eq!((found.query, found.target), (25, 25));
    }

    #[test]
    fn it_ends_where_the_texts_part() {
        let found = extend("thequickbrownfoxzzzzzzzzzz", "thequickbrownfoxwwwwkkkkkk");
        assert_eq!((found.query, found.target), (16, 16));
        assert!(extend("zzz", "abc").runs.is_empty());
        assert!(extend("", "").runs.is_empty());
    }

    #[test]
    fn runs_count_what_was_aligned() {
        let text = "itwasadarkandstormynightandtherainfellintorrents";
        for drop in 0..text.len() - 6 {
            let mut query = text.to_owned();
            query.replace_range(drop..drop + 5, "xy");
            let found = extend(&query, text);
            let count = |skip| {
                let runs = found.runs.iter().filter(|run| run.step != skip);
                runs.map(|run| run.count as usize).sum::<usize>()
            };
            assert_eq!(count(Step::Target), found.query);
            assert_eq!(count(Step::Query), found.target);
        }
    }
}
