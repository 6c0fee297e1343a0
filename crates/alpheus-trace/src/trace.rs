//! Where the quotations and passages of an account stand in a library, and what became of them.

use crate::{
    Change, Claim, Difference, Folded, Library, Options, Quoted, Source,
    chance::Pair,
    choose::Choice,
    cue::Cues,
    diff::{self, differences},
    ends,
    map::{Alignment, Mapper, Query, Scratch},
    page::page,
    verdict::{Doubts, Verdict, doubts, judge},
};
use alpheus_text::Span;
use std::ops::Range;

/// Looks the words of accounts up in a library.
#[derive(Debug)]
pub struct Tracer<'l> {
    library: &'l Library,
    pub(crate) mapper: Mapper<'l>,
}

/// Words of an account that stand in a source.
#[derive(Clone, Debug)]
pub struct Place<'l> {
    /// The source.
    pub source: &'l Source,
    /// The words of the account.
    pub here: Span,
    /// The words of the source, in bytes of its text.
    pub there: Span,
    /// The same in code points.
    pub there_chars: (u32, u32),
    /// The line of the source that they begin in, from 1.
    pub line: u32,
    /// The page that they begin on, where the source marks its pages.
    pub page: Option<String>,
    /// The words of the source.
    pub text: &'l str,
    /// Equal letters among all that are aligned, from 0 to 1.
    pub identity: f64,
    /// How much it tells that the words stand here too, in bits.
    pub bits: f64,
    /// How many such passages chance would be expected to put in the library.
    pub chance: f64,
    /// How the words differ.
    pub differences: Vec<Difference>,
    /// Where the text of the source begins in its part of the library, and which part.
    pub(crate) origin: (usize, u32),
}

/// A part of a quotation, with all the places where it stands: the best first.
#[derive(Clone, Debug)]
pub struct Part<'l> {
    /// The place that the words are nearest to.
    pub place: Place<'l>,
    /// Other places that are about as near.
    pub others: Vec<Place<'l>>,
}

/// A quotation or passage that was looked up.
#[derive(Clone, Debug)]
pub struct Traced<'l> {
    /// The words of the account.
    pub span: Span,
    /// Whether they stand between quotation marks.
    pub marked: bool,
    /// The parts that were found, in the order of the account.
    pub parts: Vec<Part<'l>>,
    /// What became of the words.
    pub verdict: Verdict,
    /// Words of the quotation that were found nowhere: spans of the account.
    pub missing: Vec<Span>,
    /// Whose words the account says they are, and of when.
    pub claim: Claim,
    /// What of that does not fit the sources, or is not all.
    pub doubts: Doubts,
}

/// How near two passages stand that are looked at together, in words of the account.
const NEAR: usize = 3;

impl<'l> Tracer<'l> {
    /// A tracer over all sources of a library.
    pub fn new(library: &'l Library, options: Options) -> Self {
        let options = Options { folding: library.folding(), ..options };
        let parts = library.segments().iter().map(|segment| segment.part()).collect();
        Tracer { library, mapper: Mapper::new(parts, options) }
    }

    /// The library.
    pub fn library(&self) -> &'l Library {
        self.library
    }

    /// Looks up the text of an account. `quotations` are the words between its quotation
    /// marks, in order; all of them are in the result, found or not. With `passages`, all
    /// that stands in the library is, between marks or not, and nothing else.
    pub fn trace(
        &self,
        text: &str,
        quotations: &[Quoted],
        passages: bool,
    ) -> Vec<Traced<'l>> {
        let folded = Folded::new(text, self.mapper.options.folding);
        let cues = Cues::of(&folded);
        let mut query = Query::new(&folded);
        if !passages {
            query = query.only(about(&folded, quotations));
        }
        let mut found = self.found(&query, &cues);
        let view = View { tracer: self, text: &folded, cues: &cues };
        if !passages {
            found = view.within(&found, quotations);
        }
        let mut parts = view.parts(found);
        let mut traced = Vec::new();
        let mut quoted_parts: Vec<Span> = Vec::new();
        for quoted in quotations {
            let quoted = if passages { found_of(quoted, &parts) } else { quoted.clone() };
            let quotation = quoted.span();
            let inside = |part: &Part<'_>| view.is_not_quoted(part.place.here, quotation);
            if quoted.parts.is_empty() || passages && parts.iter().any(inside) {
                continue;
            }
            let within = |part: &Part<'_>| {
                let here = part.place.here;
                let shared = overlap(here, quotation) * 2;
                shared > here.len() || shared > quotation.len() && !passages
            };
            // A passage may hold two quotations that follow each other in the source too.
            let own: Vec<_> = parts.iter().filter(|part| within(part)).cloned().collect();
            quoted_parts.extend(own.iter().map(|part| part.place.here));
            traced.push(view.judged(&quoted, true, own));
        }
        if passages {
            parts.retain(|part| !quoted_parts.contains(&part.place.here));
            for group in view.grouped(parts) {
                let span = group.iter().map(|part| part.place.here).reduce(Span::cover);
                let span = span.map(|span| ends::to_marks(&folded, span));
                let quoted = span.map(Quoted::from);
                traced.extend(quoted.map(|quoted| view.judged(&quoted, false, group)));
            }
        }
        traced.sort_by_key(|traced| traced.span);
        traced
    }

    fn found(&self, query: &Query<'_>, cues: &Cues) -> Vec<Alignment> {
        let text = query.folded;
        let mut scratch = Scratch::default();
        let mut found = Vec::new();
        for part in 0..self.mapper.parts.len() {
            let wanted = |source| self.library.has(part, source);
            found.extend(self.mapper.alignments(query, part, wanted, &mut scratch));
        }
        let choice = Choice {
            text,
            cues: Some(cues),
            library: self.mapper.model.total(),
            options: &self.mapper.options,
            rivals: true,
        };
        let mut chosen = choice.choose(found);
        for one in &mut chosen {
            let part = &self.mapper.parts[one.part];
            ends::cut(one, text, &part.fold(one.target, self.mapper.options.folding));
        }
        chosen
    }
}

/// The letters of quotations and those about them, which may say where a short one is from, as
/// stretches in order and apart.
fn about(text: &Folded<'_>, quotations: &[Quoted]) -> Vec<Range<usize>> {
    const BESIDE: usize = 60;
    let mut stretches: Vec<Range<usize>> = Vec::new();
    for span in quotations.iter().map(Quoted::span) {
        let start = text.letter_from(span.start).saturating_sub(BESIDE);
        let end = (text.letter_from(span.end) + BESIDE).min(text.len());
        match stretches.last_mut() {
            Some(last) if start <= last.end => last.end = last.end.max(end),
            _ => stretches.push(start..end),
        }
    }
    stretches
}

/// A quotation without what was not found of it: marks may be paired wrongly, and what they
/// hold is then no quotation.
fn found_of(quoted: &Quoted, parts: &[Part<'_>]) -> Quoted {
    let mut quoted = quoted.clone();
    quoted.parts.retain(|&words| {
        let covered = parts.iter().map(|part| overlap(part.place.here, words));
        covered.sum::<u32>() * 2 >= words.len()
    });
    quoted
}

/// "[W]hoever": whether a bracket opens within the first word, and so before its first letter.
fn is_opened(words: &str) -> bool {
    let word = words.split_whitespace().next().unwrap_or_default();
    word.strip_prefix('[').and_then(|word| word.find(']')).is_some_and(|at| at <= 2)
}

fn overlap(a: Span, b: Span) -> u32 {
    a.end.min(b.end).saturating_sub(a.start.max(b.start))
}

/// An account that is being traced.
pub(crate) struct View<'v, 'l> {
    pub(crate) tracer: &'v Tracer<'l>,
    pub(crate) text: &'v Folded<'v>,
    cues: &'v Cues,
}

impl<'l> View<'_, 'l> {
    /// The passages, each with the other places of the same words.
    fn parts(&self, mut found: Vec<Alignment>) -> Vec<Part<'l>> {
        found.sort_by(|a, b| b.evidence.bits.total_cmp(&a.evidence.bits));
        let mut parts: Vec<Part<'l>> = Vec::new();
        for alignment in found {
            let place = self.place(&alignment);
            let same = parts.iter_mut().find(|part| {
                let shorter = part.place.here.len().min(place.here.len());
                overlap(part.place.here, place.here) * 5 >= shorter * 3
            });
            match same {
                Some(part) => part.others.push(place),
                None => parts.push(Part { place, others: Vec::new() }),
            }
        }
        parts.sort_by_key(|part| part.place.here);
        parts
    }

    /// What the alignments have of quotations. The account and a source may agree beyond the
    /// marks, too, but only the words between them are said to be the source's.
    fn within(&self, found: &[Alignment], quotations: &[Quoted]) -> Vec<Alignment> {
        let letters = |quoted: &Quoted| {
            let span = quoted.span();
            self.text.letter_from(span.start)..self.text.letter_from(span.end)
        };
        let mut own = Vec::new();
        for quotation in quotations.iter().map(letters) {
            for one in found {
                let start = one.query.start.max(quotation.start);
                let end = one.query.end.min(quotation.end);
                if start < end {
                    own.extend(ends::within(one, &(start..end), &self.target(one)));
                }
            }
        }
        own
    }

    /// What an alignment covers of its source.
    fn target(&self, alignment: &Alignment) -> Folded<'l> {
        let mapper = &self.tracer.mapper;
        mapper.parts[alignment.part].fold(alignment.target, mapper.options.folding)
    }

    fn place(&self, alignment: &Alignment) -> Place<'l> {
        let mapper = &self.tracer.mapper;
        let part = &mapper.parts[alignment.part];
        let target = self.target(alignment);
        let pair = Pair {
            query: self.text,
            query_letters: alignment.query.clone(),
            target: &target,
            target_letters: 0..target.len(),
        };
        let segment = &self.tracer.library.segments()[alignment.part];
        let start = part.bounds(alignment.document).start;
        let Span { start: from, end: to } = alignment.target;
        let from = from
            - u32::from(from > start && is_opened(part.slice(Span::new(from - 1, to)).1));
        let (_, before) = part.slice(Span::new(start, from));
        let words = diff::words_of(self.text, &alignment.query);
        let text = part.slice(Span::new(from, to)).1;
        let here = self.text.span(alignment.query.clone());
        let opened = here.start > 0
            && self.text.text().get(here.start as usize - 1..).is_some_and(is_opened);
        let chars = |text: &str| text.chars().count() as u32;
        let first = chars(before);
        Place {
            there_chars: (first, first + chars(text)),
            source: segment.source(alignment.document),
            here: Span::new(here.start - u32::from(opened), here.end),
            there: Span::new(from - start, to - start),
            line: 1 + before.bytes().filter(|&byte| byte == b'\n').count() as u32,
            page: page(before),
            text,
            identity: alignment.identity(),
            bits: alignment.evidence.bits,
            chance: alignment
                .evidence
                .expected(mapper.model.total(), self.cues.places(&words)),
            differences: differences(&mapper.model, &pair, &alignment.runs)
                .into_iter()
                .map(|difference| difference.moved_back(start))
                .collect(),
            origin: (alignment.part, start),
        }
    }

    /// Passages that follow each other within few words and no paragraph.
    fn grouped(&self, parts: Vec<Part<'l>>) -> Vec<Vec<Part<'l>>> {
        let mut groups: Vec<Vec<Part<'l>>> = Vec::new();
        for part in parts {
            let joins = groups
                .last()
                .and_then(|group| group.last())
                .is_some_and(|last| self.adjoin(last.place.here, part.place.here));
            match groups.last_mut() {
                Some(group) if joins => group.push(part),
                _ => groups.push(vec![part]),
            }
        }
        groups
    }

    fn adjoin(&self, a: Span, b: Span) -> bool {
        let between = self.text.text().get(a.end as usize..b.start.max(a.end) as usize);
        let between = between.unwrap_or_default();
        let words = between.split_whitespace();
        let words = words.filter(|word| word.contains(char::is_alphanumeric)).count();
        words <= NEAR && !between.contains("\n\n")
    }

    fn judged(
        &self,
        quoted: &Quoted,
        marked: bool,
        mut parts: Vec<Part<'l>>,
    ) -> Traced<'l> {
        let (span, claim) = (quoted.span(), quoted.claim.clone());
        for part in &mut parts {
            part.others.sort_by(|a, b| b.bits.total_cmp(&a.bits));
            part.place.differences.retain(|one| quoted.has(one.here));
        }
        if let Some((name, _)) = &claim.author {
            for part in &mut parts {
                part.prefer(name);
            }
        }
        let (missing, edges) = self.unexplained(self.missing(quoted, &parts), &parts);
        let between = |a: &Place<'l>, b: &Place<'l>| self.between(a, b);
        let verdict = judge(self.text, quoted, &parts, &missing, between).max(edges);
        let doubts = doubts(&claim, &parts, |place| self.document(place));
        Traced { span, marked, parts, verdict, missing, claim, doubts }
    }

    /// Whether the marks of a quotation are none that the account sets about a passage: it goes
    /// on beyond them, since the source has them too or they are paired wrongly; or it has marks
    /// of its own within them.
    fn is_not_quoted(&self, passage: Span, quotation: Span) -> bool {
        let any = |start: u32, end: u32| {
            start < end
                && self.text.bytes(Span::new(start, end)).contains(char::is_alphanumeric)
        };
        let beyond =
            any(passage.start, quotation.start) || any(quotation.end, passage.end);
        let [opens, closes] = ends::held(self.text, passage);
        let within = opens && any(quotation.start, passage.start)
            || closes && any(passage.end, quotation.end);
        overlap(passage, quotation) > 0 && (beyond || within)
    }

    /// The whole source that a place is in.
    fn document(&self, place: &Place<'l>) -> &'l str {
        let (part, start) = place.origin;
        let part = &self.tracer.mapper.parts[part];
        part.slice(part.bounds(part.document_from(0, start))).1
    }

    /// The words of the source between two places of it.
    fn between(&self, a: &Place<'l>, b: &Place<'l>) -> Option<&'l str> {
        let (part, start) = a.origin;
        let span = (a.origin == b.origin && a.there.end <= b.there.start)
            .then(|| Span::new(start + a.there.end, start + b.there.start))?;
        Some(self.tracer.mapper.parts[part].slice(span).1)
    }
}

impl<'l> Part<'l> {
    /// Of several places with a date, the one whose source is oldest, if one is.
    pub fn oldest(&self) -> Option<&Place<'l>> {
        let places = std::iter::once(&self.place).chain(&self.others);
        let mut dated: Vec<_> =
            places.filter_map(|place| Some((place.source.when()?, place))).collect();
        dated.sort_by_key(|&(when, _)| when);
        let [first, second, ..] = dated[..] else { return None };
        (first.0 < second.0).then_some(first.1)
    }

    /// Puts a place by an author first, where one is about as near as the nearest.
    fn prefer(&mut self, author: &str) {
        if !self.place.source.is_by(author) {
            let by = self.others.iter_mut().find(|other| other.source.is_by(author));
            if let Some(other) = by {
                std::mem::swap(&mut self.place, other);
            }
        }
    }
}

impl Difference {
    /// The same, with the source's bytes counted from where it begins.
    fn moved_back(mut self, start: u32) -> Self {
        let back = |at: u32| at.saturating_sub(start);
        self.there = Span::new(back(self.there.start), back(self.there.end));
        self
    }
}

impl Place<'_> {
    /// Whether any words differ in more than spelling.
    pub fn is_altered(&self) -> bool {
        self.differences.iter().any(|difference| difference.change != Change::Spelling)
    }
}

#[cfg(test)]
mod tests;
