//! Alignment of letters, from an anchor outwards for as long as it pays.
//!
//! Gaps have an opening cost (Gotoh 1982), so that a dropped word costs less than as many single
//! letters; a misreading of one shape for another costs less than a wrong letter. Cells whose
//! score falls too far below the best are dropped (the X-drop of Zhang et al. 2000), so that the
//! work is a narrow band where texts agree and ends soon where they don't.
//!
//! The cells of one antidiagonal do not depend on each other (Wozniak 1997), and none that is
//! kept is far below the best. So sixteen are reckoned at once, each score in one byte that says
//! how far below the best it is.

mod letters;

pub(crate) use letters::Letters;

use letters::Pair;
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
/// The longest gap, in letters: a fall has to fit into a byte.
const LONGEST_GAP: u8 = 200;

/// How far the score may fall for a gap of so many letters not to end an alignment.
pub(crate) fn drop_for(gap: usize) -> i32 {
    let gap = u8::try_from(gap).unwrap_or(LONGEST_GAP).clamp(8, LONGEST_GAP);
    OPEN + EXTEND * i32::from(gap) + 1
}

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

/// Cells that are reckoned at once.
const LANES: usize = 16;
type Lanes = [u8; LANES];
/// No cell: further below the best than any drop.
const NONE: u8 = u8::MAX;

/// The memory that alignments are made in.
///
/// A cell is numbered by the letters of the query before it, its antidiagonal by those of both
/// texts.
#[derive(Debug, Default)]
pub(crate) struct Aligner {
    /// Of the last two antidiagonals: those of an even number come first.
    fronts: [Front; 2],
    steps: Vec<Lanes>,
    rows: Vec<Row>,
}

/// Where the steps of an antidiagonal begin, and the first of its cells.
#[derive(Clone, Copy, Debug)]
struct Row {
    start: usize,
    first: usize,
}

/// The cells of an antidiagonal, each with how far its scores are below the ceiling.
#[derive(Debug, Default)]
struct Front {
    /// As much as any cell can score here.
    ceiling: i32,
    /// Outside of these, all cells are dropped.
    live: Range<usize>,
    /// The best scores; before the first cell stands one that is none.
    best: Vec<u8>,
    /// The best of those that end with a gap of the query's letters.
    down: Vec<u8>,
    /// The best of those that end with a gap of the target's letters.
    across: Vec<u8>,
}

impl Front {
    fn clear(&mut self, cells: usize) {
        self.live = 0..0;
        self.ceiling = EQUAL;
        for scores in [&mut self.best, &mut self.down, &mut self.across] {
            scores.clear();
            scores.resize(cells + LANES + 2, NONE);
        }
    }

    /// What stands beside cells that were just reckoned is none.
    fn close(&mut self, cells: &Range<usize>) {
        for scores in [&mut self.best, &mut self.down, &mut self.across] {
            scores[cells.start] = NONE;
            scores[cells.end + 1..][..LANES].fill(NONE);
        }
    }

    /// Finds those of the cells that were not dropped.
    fn trim(&mut self, mut cells: Range<usize>) {
        while !cells.is_empty() && self.best[cells.start + 1] == NONE {
            cells.start += 1;
        }
        while !cells.is_empty() && self.best[cells.end] == NONE {
            cells.end -= 1;
        }
        self.live = cells;
    }
}

/// Where a cell's score came from.
const DIAGONAL: u8 = 0;
const FROM_QUERY: u8 = 1;
const FROM_TARGET: u8 = 2;
const SOURCE: u8 = 3;
/// The gap goes on rather than begins.
const QUERY_ON: u8 = 4;
const TARGET_ON: u8 = 8;

impl Aligner {
    /// Aligns as much of the query from a letter on and of the beginning of a target as pays.
    ///
    /// The first so many letters of `turned` are the target turned round: along an antidiagonal, one
    /// text is read forwards and the other backwards. The score may fall by `drop` from its best.
    pub(crate) fn extend(
        &mut self,
        (query, from): (&Letters, usize),
        (turned, columns): (&Letters, usize),
        drop: i32,
    ) -> Extension {
        // No alignment is gaps for the most part.
        let rows = (query.len() - from).min(2 * columns + usize::from(LONGEST_GAP));
        let pair = Pair { query, from, turned, columns };
        self.begin(rows);
        let mut top = Top::default();
        let mut cut = columns == 0;
        for sum in 1..=rows + columns {
            let Some(reached) = self.reached(sum) else { break };
            let first = reached.start.max(sum.saturating_sub(columns));
            self.advance(&pair, sum, first..reached.end.min(rows + 1), drop, &mut top);
            let live = &self.fronts[sum % 2].live;
            cut |= !live.is_empty() && sum - live.start == columns;
        }
        let runs = self.trace(top, &pair);
        Extension { score: top.score, query: top.row, target: top.column, runs, cut }
    }

    /// The antidiagonal of the anchor, before the first letters, and none before it.
    fn begin(&mut self, rows: usize) {
        self.fronts.iter_mut().for_each(|front| front.clear(rows));
        self.fronts[0].live = 0..1;
        self.fronts[0].best[1] = EQUAL as u8;
        self.steps.clear();
        self.rows.clear();
        self.rows.push(Row { start: 0, first: 0 });
    }

    /// The cells of an antidiagonal that can be reached from the two before it.
    fn reached(&self, sum: usize) -> Option<Range<usize>> {
        let (last, before) =
            (&self.fronts[(sum + 1) % 2].live, &self.fronts[sum % 2].live);
        match (last.is_empty(), before.is_empty()) {
            (true, true) => None,
            (true, false) => Some(before.start + 1..before.end + 1),
            (false, true) => Some(last.start..last.end + 1),
            (false, false) => {
                let start = last.start.min(before.start + 1);
                Some(start..last.end.max(before.end) + 1)
            }
        }
    }

    /// Reckons some cells of an antidiagonal.
    fn advance(
        &mut self,
        pair: &Pair<'_>,
        sum: usize,
        cells: Range<usize>,
        drop: i32,
        top: &mut Top,
    ) {
        let Aligner { fronts: [even, odd], steps, rows } = self;
        let (next, last) = if sum.is_multiple_of(2) { (even, odd) } else { (odd, even) };
        let ceiling = top.score + EQUAL;
        let pen = Pen {
            most: fall(drop + EQUAL),
            risen: fall(ceiling - last.ceiling),
            risen_before: fall(ceiling - next.ceiling),
        };
        // Backwards, so that what is written over, the antidiagonal before the last, has been
        // read.
        for cell in cells.clone().step_by(LANES).rev() {
            let [query, target] = pair.facing(cell, sum);
            let drawn = pen.draw(&Sources {
                query,
                target,
                diagonal: lanes(&next.best, cell),
                above: lanes(&last.best, cell),
                left: lanes(&last.best, cell + 1),
                down: lanes(&last.down, cell),
                across: lanes(&last.across, cell + 1),
            });
            put(&mut next.best, cell + 1, drawn.best);
            put(&mut next.down, cell + 1, drawn.down);
            put(&mut next.across, cell + 1, drawn.across);
            steps.push(drawn.steps);
            top.take(ceiling, &drawn.best, cell, sum);
        }
        // The first cells were reckoned last.
        rows.push(Row { start: steps.len().saturating_sub(1), first: cells.start });
        next.ceiling = ceiling;
        next.close(&cells);
        next.trim(cells);
    }

    /// The way from the best cell back to the anchor.
    fn trace(&self, top: Top, pair: &Pair<'_>) -> Vec<Run> {
        let (mut row, mut column) = (top.row, top.column);
        let mut runs: Vec<Run> = Vec::new();
        // Inside a gap, the source that it must go on with.
        let mut within = DIAGONAL;
        while row > 0 || column > 0 {
            let Row { start, first } = self.rows[row + column];
            let at = row - first;
            let cell = self.steps[start - at / LANES][at % LANES];
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
                    let same = pair.is_equal(row, column);
                    (row, column) = (row - 1, column - 1);
                    if same { Step::Equal } else { Step::Differ }
                }
            };
            push(&mut runs, step, 1);
        }
        runs.reverse();
        runs
    }
}

/// How far a score falls, as cells have it.
fn fall(by: i32) -> u8 {
    u8::try_from(by).unwrap_or(NONE)
}

fn lanes(bytes: &[u8], at: usize) -> &Lanes {
    bytes[at..].first_chunk().expect("as many more as may be read in vain")
}

fn put(bytes: &mut [u8], at: usize, lanes: Lanes) {
    bytes[at..at + LANES].copy_from_slice(&lanes);
}

/// What cells are reckoned from.
struct Sources<'f> {
    /// The letters that face each other, and their shapes.
    query: [&'f Lanes; 2],
    target: [&'f Lanes; 2],
    /// The cells before the letters of both texts, and of one.
    diagonal: &'f Lanes,
    above: &'f Lanes,
    left: &'f Lanes,
    /// The gaps that may go on.
    down: &'f Lanes,
    across: &'f Lanes,
}

/// Cells that were reckoned.
struct Drawn {
    best: Lanes,
    down: Lanes,
    across: Lanes,
    steps: Lanes,
}

/// How cells are reckoned.
#[derive(Clone, Copy)]
struct Pen {
    /// The furthest below the ceiling that is not dropped.
    most: u8,
    /// How much higher the ceiling is than it was for the last antidiagonal, and that before it.
    risen: u8,
    risen_before: u8,
}

impl Pen {
    /// Reckons cells. There is no branch, so that they are reckoned at once.
    #[inline]
    fn draw(self, from: &Sources<'_>) -> Drawn {
        let [mut best, mut down, mut across, mut steps] = [[0; LANES]; 4];
        for lane in 0..LANES {
            let equal = from.query[0][lane] == from.target[0][lane];
            let alike = from.query[1][lane] == from.target[1][lane];
            let earned = if equal { (EQUAL - DIFFER) as u8 } else { 0 };
            let earned = if alike { earned.max((ALIKE - DIFFER) as u8) } else { earned };
            let differ = self.risen_before + (-DIFFER) as u8;
            let diagonal = from.diagonal[lane].saturating_add(differ) - earned;

            let begin = self.risen + (OPEN + EXTEND) as u8;
            let go_on = self.risen + EXTEND as u8;
            let begun = from.above[lane].saturating_add(begin);
            let on = from.down[lane].saturating_add(go_on);
            let mut step = if on < begun { QUERY_ON } else { 0 };
            down[lane] = begun.min(on);

            let begun = from.left[lane].saturating_add(begin);
            let on = from.across[lane].saturating_add(go_on);
            step |= if on < begun { TARGET_ON } else { 0 };
            across[lane] = begun.min(on);

            let source = if down[lane] < diagonal { FROM_QUERY } else { DIAGONAL };
            let cell = diagonal.min(down[lane]);
            step |= if across[lane] < cell { FROM_TARGET } else { source };
            let cell = cell.min(across[lane]);
            best[lane] = if cell > self.most { NONE } else { cell };
            steps[lane] = step;
        }
        Drawn { best, down, across, steps }
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
    /// Takes a better cell from some of an antidiagonal; of the best, the first row has it.
    fn take(&mut self, ceiling: i32, cells: &Lanes, first: usize, sum: usize) {
        let good = fall(ceiling - self.score);
        if cells.iter().all(|&cell| cell > good) {
            return;
        }
        let least = cells.iter().copied().min().unwrap_or(NONE);
        let score = ceiling - i32::from(least);
        let row = first + cells.iter().position(|&cell| cell == least).unwrap_or(0);
        if score > self.score || row < self.row {
            *self = Top { score, row, column: sum - row };
        }
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
mod tests;
