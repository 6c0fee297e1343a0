//! Which year a story is in, mention by mention.
//!
//! A story names its year now and then and leaves it out between: "In June 1942 … by
//! mid-November … in February". What is left out is not always the last year named, since a
//! story looks back ("Japan, which had left the League in 1933"), ahead ("until 2011") and
//! aside, and steps back when it takes up another thread. Of all ways to walk through the
//! dates this takes the cheapest: going on is cheap, going back dearer, leaving a date aside
//! dearer still unless its setting marks it as an aside. The date that comes next weighs as
//! much as the one before, so that a thread that leads to "15 August 1945" is read as 1945
//! from its beginning. The walk is a shortest path over at most [`BEAM`] places a mention.

use super::steps::first_month;
use crate::{
    expr::{Date, Deixis, Expr, Frame, Pointing},
    lexicon::Word,
    tagger::Mention,
    tense::Tense,
};

/// How many places the story may be in are kept at once.
const BEAM: usize = 12;

/// Costs, in tenths of what it costs to step back in the story at all.
mod cost {
    pub(super) const BACK: u32 = 10;
    /// To step back at the beginning of a block, or with "had".
    pub(super) const LED_BACK: u32 = 7;
    /// A date without its year lies in another year than the story.
    pub(super) const TURN: u32 = 5;
    /// A date without its year lies in another year than the date told last.
    pub(super) const LAST: u32 = 6;
    /// A date is told without the story's moving there.
    pub(super) const ASIDE: u32 = 14;
    /// The same, where the setting says so.
    pub(super) const MARKED_ASIDE: u32 = 4;
    /// A date without its year lies outside the year that the heading gives.
    pub(super) const OUTSIDE: u32 = 4;
    /// A date without its year lies before or after all that are told with theirs.
    pub(super) const BEYOND: u32 = 20;
    /// No step costs more.
    pub(super) const FAR: u32 = 30;
}

/// What a mention says of where the story is.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Sign {
    /// A year, and a month if one is told.
    At { year: i32, month: u8 },
    /// A month without its year.
    Month(u8),
    /// Years on from where the story is: "the following year".
    Step(i32),
    /// Nothing.
    Silent,
}

/// A place that the story may be in after a mention.
#[derive(Clone, Copy, Debug)]
struct Place {
    year: i32,
    /// 0 where only the year is known.
    month: u8,
    cost: u32,
    /// The place before, among those of the mention before.
    from: u8,
    /// The year that the mention itself means.
    meant: i32,
    /// The year told last, but for what was marked as an aside.
    last: i32,
}

/// The years of the mentions: of one without a year the year that it means, of "the
/// following year" and its like the year it means too; `None` where nothing tells.
pub(crate) fn years(mentions: &[Mention]) -> Vec<Option<i32>> {
    let mut years = vec![None; mentions.len()];
    let mut walk = Walk::new(mentions);
    for index in 0..mentions.len() {
        walk.step(mentions, index);
        if walk.layers.len() >= walk.room {
            walk.commit(&mut years);
        }
    }
    let end = (0..walk.front.len()).min_by_key(|&at| walk.front[at].cost);
    if let (Some(at), Some(last)) = (end, walk.layers.len().checked_sub(1)) {
        walk.trace(last, at, &mut years);
    }
    years
}

fn sign(mentions: &[Mention], index: usize) -> Sign {
    let Expr::Date(date) = mentions[index].expr else { return Sign::Silent };
    let next = mentions.get(index + 1).filter(|_| mentions[index].forward);
    let lent = next.and_then(|next| match next.expr {
        Expr::Date(date) => Some(date),
        _ => None,
    });
    let year = date.written.year.or(lent.and_then(|next| next.written.year));
    let month = first_month(&date).or(lent.and_then(|next| first_month(&next)));
    match (year.map(|part| part.value), month, date.deixis) {
        (Some(year), month, _) => Sign::At { year, month: month.unwrap_or(0) },
        (None, Some(month), deixis) if deixis.is_none_or(still) => Sign::Month(month),
        (None, _, Some(deixis)) => stepped(&date, deixis),
        _ => Sign::Silent,
    }
}

/// Whether it points at where the story is.
fn still(deixis: Deixis) -> bool {
    use Pointing::{Same, That, The, This};
    matches!(deixis.kind, The | This | That | Same)
}

fn stepped(date: &Date, deixis: Deixis) -> Sign {
    let Frame::Unit(crate::Unit::Year) = date.frame else { return Sign::Silent };
    match deixis.kind {
        Pointing::Previous | Pointing::Last => Sign::Step(-1),
        Pointing::Following | Pointing::Next => Sign::Step(1),
        _ => Sign::Step(0),
    }
}

/// What is kept of a place once the walk has gone on: what traces the way back.
#[derive(Clone, Copy, Debug)]
struct Step {
    meant: i32,
    from: u8,
}

/// The steps of one mention.
#[derive(Clone, Copy, Debug)]
struct Layer {
    mention: u32,
    /// Where its steps begin.
    steps: usize,
}

/// So many layers are kept at least: a long text has hundreds of thousands, and all but the
/// last are soon settled.
const LAYERS: usize = 4096;

/// The walk so far.
struct Walk {
    /// The places that the story may be in now.
    front: Vec<Place>,
    /// The steps of the mentions that said something, one layer behind the other.
    steps: Vec<Step>,
    layers: Vec<Layer>,
    /// With so many layers it is looked whether the first of them are settled.
    room: usize,
    /// Room for the next front, kept to spare allocation.
    next: Vec<Place>,
    /// How many headings stand before it, and the year that the last one gives.
    section: (u32, Option<i32>),
    /// The first and the last month told with their years.
    span: ((i32, u8), (i32, u8)),
}

impl Walk {
    /// A story begins in the first year that it tells.
    fn new(mentions: &[Mention]) -> Self {
        let told = (0..mentions.len()).filter_map(|index| match sign(mentions, index) {
            Sign::At { year, month } => Some((year, month)),
            _ => None,
        });
        let first = told.clone().next().map(|(year, _)| year);
        let start = first.map(|year| Place {
            year,
            month: 0,
            cost: 0,
            from: 0,
            meant: year,
            last: year,
        });
        let span = told.fold(((i32::MAX, 0), (i32::MIN, 0)), |(low, high), at| {
            let end = if at.1 == 0 { (at.0, 12) } else { at };
            (low.min(at), high.max(end))
        });
        Walk {
            front: start.into_iter().collect(),
            steps: Vec::new(),
            layers: Vec::new(),
            room: LAYERS,
            next: Vec::new(),
            section: (0, None),
            span,
        }
    }

    fn step(&mut self, mentions: &[Mention], index: usize) {
        let (mention, sign) = (&mentions[index], sign(mentions, index));
        if sign == Sign::Silent || self.front.is_empty() {
            return;
        }
        if mention.section != self.section.0 {
            self.section = (
                mention.section,
                match sign {
                    Sign::At { year, .. } if mention.heading => Some(year),
                    _ => None,
                },
            );
        }
        let mut next = std::mem::take(&mut self.next);
        next.clear();
        for (index, place) in self.front.iter().enumerate() {
            let from = Place { from: index as u8, ..*place };
            self.reach(mention, sign, from, &mut next);
        }
        prune(&mut next);
        self.layers.push(Layer { mention: index as u32, steps: self.steps.len() });
        self.steps.extend(next.iter().map(|p| Step { meant: p.meant, from: p.from }));
        self.next = std::mem::replace(&mut self.front, next);
    }

    /// The places that a mention may lead to from a place.
    fn reach(&self, mention: &Mention, sign: Sign, from: Place, next: &mut Vec<Place>) {
        match sign {
            Sign::At { year, month } => {
                let go =
                    if mention.heading { 0 } else { stride(mention, from, year, month) };
                let month =
                    if month == 0 && year == from.year { from.month } else { month };
                fork(
                    mention,
                    go,
                    0,
                    Place { year, month, meant: year, ..from },
                    from,
                    next,
                );
            }
            Sign::Month(month) => {
                for year in from.year.saturating_sub(1)..=from.year.saturating_add(1) {
                    let open = self.open(from, year, month);
                    let go = stride(mention, from, year, month);
                    fork(
                        mention,
                        go,
                        open,
                        Place { year, month, meant: year, ..from },
                        from,
                        next,
                    );
                }
            }
            Sign::Step(years) => {
                let year = from.year.saturating_add(years);
                let month = if years == 0 { from.month } else { 0 };
                let to = Place { year, month, meant: year, ..from };
                // "the previous year" is looked back at, not gone to.
                if years < 0 {
                    offer(next, Place { cost: from.cost + cost::BACK, last: year, ..to });
                    offer(next, Place { meant: year, ..from });
                } else {
                    fork(mention, 0, 0, to, from, next);
                }
            }
            Sign::Silent => {}
        }
    }

    /// What it costs to read a month as of a year that is not told with it.
    fn open(&self, from: Place, year: i32, month: u8) -> u32 {
        let turn = if year == from.year { 0 } else { cost::TURN };
        let last = if year == from.last { 0 } else { cost::LAST };
        let outside = self.section.1.is_some_and(|section| section != year);
        let outside = if outside { cost::OUTSIDE } else { 0 };
        let at = (year, month);
        let here = (from.year, from.month);
        let beyond = at < self.span.0 && here > self.span.0
            || at > self.span.1 && here < self.span.1;
        let beyond = if beyond { cost::BEYOND } else { 0 };
        turn + last + outside + beyond
    }

    /// Writes the years up to the last layer that every way still open has gone through in
    /// one place, and forgets these layers.
    fn commit(&mut self, years: &mut [Option<i32>]) {
        // A set of places of the layer, as bits.
        let mut open = (1_u16 << self.front.len()) - 1;
        let settled = (0..self.layers.len()).rev().find(|&layer| {
            let one = open.is_power_of_two();
            if !one {
                open = self.before(layer, open);
            }
            one
        });
        if let Some(layer) = settled {
            self.trace(layer, open.trailing_zeros() as usize, years);
            let kept =
                self.layers.get(layer + 1).map_or(self.steps.len(), |next| next.steps);
            self.steps.drain(..kept);
            self.layers.drain(..=layer);
            self.layers.iter_mut().for_each(|layer| layer.steps -= kept);
        }
        self.room = LAYERS.max(2 * self.layers.len());
    }

    /// The places before those of a layer.
    fn before(&self, layer: usize, places: u16) -> u16 {
        let steps = &self.steps[self.layers[layer].steps..];
        let among = (0..BEAM).filter(|at| places >> at & 1 == 1);
        among.fold(0, |before, at| before | 1 << steps[at].from)
    }

    /// Writes the years along the way to a place of a layer.
    fn trace(&self, layer: usize, mut at: usize, years: &mut [Option<i32>]) {
        for layer in self.layers[..=layer].iter().rev() {
            let step = self.steps[layer.steps + at];
            years[layer.mention as usize] = Some(step.meant);
            at = usize::from(step.from);
        }
    }
}

/// Takes in a way to a place if none so cheap was known: there are few places, so they are
/// looked through.
fn offer(places: &mut Vec<Place>, place: Place) {
    // One question for both: where a place stands among few can't be guessed.
    let same = |known: &&mut Place| {
        (known.year ^ place.year) | i32::from(known.month ^ place.month) == 0
    };
    match places.iter_mut().find(same) {
        Some(known) if place.cost < known.cost => *known = place,
        Some(_) => {}
        None => places.push(place),
    }
}

/// Keeps the cheapest places.
fn prune(places: &mut Vec<Place>) {
    places.sort_unstable_by_key(|p| (p.cost, p.year, p.month));
    places.truncate(BEAM);
}

/// Goes to a place, or leaves it aside; `open` is paid either way.
fn fork(
    mention: &Mention,
    go: u32,
    open: u32,
    to: Place,
    from: Place,
    next: &mut Vec<Place>,
) {
    let marked = aside(mention);
    let cost = if marked { cost::MARKED_ASIDE } else { cost::ASIDE };
    let last = if marked { from.last } else { to.year };
    offer(next, Place { cost: from.cost + open + go, last: to.year, ..to });
    offer(next, Place { cost: from.cost + open + cost, meant: to.year, last, ..from });
}

/// Whether the setting of a mention says that it is an aside.
fn aside(mention: &Mention) -> bool {
    mention.bracketed
        || matches!(mention.before, Word::Since | Word::Until | Word::The)
        || matches!(mention.tense, Tense::Pluperfect | Tense::Future)
}

/// What it costs to go from a place to a year and month.
fn stride(mention: &Mention, from: Place, year: i32, month: u8) -> u32 {
    let years = year.saturating_sub(from.year).clamp(-9999, 9999);
    let months = if month == 0 || from.month == 0 {
        12 * years
    } else {
        12 * years + i32::from(month) - i32::from(from.month)
    };
    let far = months.unsigned_abs() / 2;
    let cost = match months {
        0 => 0,
        1.. => 1 + far,
        _ if mention.opens || mention.tense == Tense::Pluperfect => cost::LED_BACK + far,
        _ => cost::BACK + far,
    };
    cost.min(cost::FAR)
}

#[cfg(test)]
mod tests {
    use alpheus_text::{Document, Format};

    use crate::{Options, tag};

    fn values(text: &str) -> Vec<String> {
        let doc = Document::plain("", text);
        tag(&doc, Options::default()).timexes.into_iter().map(|t| t.value).collect()
    }

    #[test]
    fn a_date_takes_its_year_from_the_way_through_the_story() {
        for (text, expected) in [
            // The months come round.
            (
                "It began in November 1808. In February the town fell.",
                ["1808-11", "1809-02"],
            ),
            // They step back a little, and stay in the year.
            ("The fair opened in June 1851. Work began in May.", ["1851-06", "1851-05"]),
            // What comes next tells it.
            (
                "The walls fell by October. In December 1703 came the storm.",
                ["1703-10", "1703-12"],
            ),
            // A year in brackets is an aside.
            ("In March 1622 (as in 1580) it rained.", ["1622-03", "1580"]),
        ] {
            assert_eq!(values(text), expected, "{text}");
        }
    }

    #[test]
    fn an_aside_does_not_move_the_story() {
        let text = "They sailed in April 1768 for an island unknown since 1606. In August \
                    they were at sea.";
        assert_eq!(values(text), ["1768-04", "1606", "1768-08"]);
        let text = "The bridge opened in May 1890. Of the previous year's plan nothing was \
                    left. In July a second line followed.";
        assert_eq!(values(text), ["1890-05", "1889", "1890-07"]);
    }

    #[test]
    fn the_following_year_follows_the_story() {
        let text = "The dam was begun in 1921 (a first plan was of 1897). The following \
                    year it was half done.";
        assert_eq!(values(text), ["1921", "1897", "1922"]);
    }

    #[test]
    fn a_heading_gives_its_section_the_year() {
        let text =
            "# 1831\n\nIn May the works stopped.\n\n# 1832\n\nIn May they began again.";
        let doc = Document::parse("", text, Format::Markdown);
        let times = tag(&doc, Options::default());
        let values: Vec<_> = times.timexes.iter().map(|t| t.value.as_str()).collect();
        assert_eq!(values, ["1831", "1831-05", "1832", "1832-05"]);
    }

    #[test]
    fn years_are_settled_on_the_way() {
        let year =
            "In 1851 they met. In May they parted. In December 1852 they met again. ";
        let text = year.repeat(2 * super::LAYERS);
        let found = values(&text);
        let expected = ["1851", "1851-05", "1852-12"];
        assert!(
            found.chunks(3).skip(1).all(|chunk| chunk == expected),
            "{:?}",
            &found[..9]
        );
        assert_eq!(found.len(), 3 * 2 * super::LAYERS);
    }

    #[test]
    fn a_story_without_years_has_none() {
        assert_eq!(values("In May they met."), ["XXXX-05"]);
    }
}
