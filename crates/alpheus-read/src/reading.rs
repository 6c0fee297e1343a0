//! The reading of a document, built in one pass over its blocks.

use crate::{
    citations::Citations,
    claims::{Claim, Claims},
    events::{self, Event},
    figures::{Figures, repeat::Mention, table},
    lexicon::Class,
    life,
    links::Links,
    naming::{Entity, Name, Names},
    occasions::{self, Occasion},
    persons::{Person, Persons},
    phase::{Phase, Watch},
    quotes::{self, Conclusion, Found, Quotation, Quotes, Requote},
    ranges, recall,
    scene::Page,
    statement::Statement,
};
use alpheus_text::{Document, Span};
use alpheus_time::{Options, Tagger, Times};

/// All that was read in a document.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    /// The time expressions, in the order of the text.
    pub times: Times,
    /// The persons whose births or deaths the text dates, in the order of the text.
    pub persons: Vec<Person>,
    /// The names, in the order of the text.
    pub names: Vec<Name>,
    /// What the names stand for, in the order in which they are first named.
    pub entities: Vec<Entity>,
    /// The events told with a full date, in the order of the text.
    pub events: Vec<Event>,
    /// The named events and lives told with their dates, in the order of the text.
    pub occasions: Vec<Occasion>,
    /// The figures that another account may tell too, in the order of the text.
    pub figures: Vec<Mention>,
    /// What is asserted, block by block.
    pub statements: Vec<Statement>,
    /// The blocks that speak of the Old Style, or of a country that kept it after others
    /// had changed.
    pub old_style: Vec<Span>,
    /// The claims, in the order of the text; read only by [`read_claims`].
    pub claims: Vec<Claim>,
    /// The quotations, in the order of the text.
    pub quotations: Vec<Quotation>,
    /// Double quotation marks that have no partner.
    pub unpaired: Vec<Span>,
    /// Conclusions drawn right after a quotation, on somebody's authority.
    pub conclusions: Vec<Conclusion>,
    /// The quotations that give the same words, in the order of the text.
    pub requotes: Vec<Requote>,
}

/// So many blocks go through a phase together: the code of a phase is large, and is fetched
/// once for all of them.
const TOGETHER: usize = 24;

/// Reads a document: each block is tokenised, tagged and searched once.
///
/// # Example: a document that says nothing
/// ```
/// use alpheus_read::{Options, read};
/// let doc = alpheus_text::Document::plain("memo", "Nothing to report.");
/// assert!(read(&doc, Options::default()).statements.is_empty());
/// ```
pub fn read(doc: &Document, options: Options) -> Reading {
    read_watched(doc, options, &mut ())
}

/// [`read`], telling `watch` of each phase as it ends.
pub fn read_watched(doc: &Document, options: Options, watch: &mut impl Watch) -> Reading {
    read_all(doc, options, None, watch)
}

/// [`read`], with the claims, which cost some time and are wanted by few.
///
/// # Example: a claim of absence
/// ```
/// use alpheus_read::{ClaimKind, Options, read_claims};
/// let doc = alpheus_text::Document::plain("memo", "No bridge was left standing.");
/// let claims = read_claims(&doc, Options::default()).claims;
/// assert_eq!(claims[0].kind, ClaimKind::Absence);
/// assert_eq!(doc.slice(claims[0].cue), "No");
/// ```
pub fn read_claims(doc: &Document, options: Options) -> Reading {
    read_all(doc, options, Some(Claims::default()), &mut ())
}

fn read_all(
    doc: &Document,
    options: Options,
    mut claims: Option<Claims>,
    watch: &mut impl Watch,
) -> Reading {
    let mut tagger = Tagger::new(options, doc.created());
    let mut pages: [Page; TOGETHER] = Default::default();
    let mut persons = Persons::default();
    let mut names = Names::default();
    let mut citations = Citations::default();
    let mut dated = Vec::new();
    let mut occasions = Vec::new();
    let mut statements = Vec::new();
    let mut old_style = Vec::new();
    let mut links = Links::default();
    let mut figures = Figures::default();
    let mut quotes = Quotes::default();
    for blocks in doc.blocks().chunks(TOGETHER) {
        let pages = &mut pages[..blocks.len()];
        for (page, block) in pages.iter_mut().zip(blocks) {
            page.tokenize(doc, block);
        }
        watch.ended(Phase::Tokens);
        for (page, block) in pages.iter_mut().zip(blocks) {
            page.tag(doc, block, &mut tagger);
        }
        watch.ended(Phase::Times);
        let timexes = tagger.timexes();
        for page in pages.iter_mut() {
            page.lay(timexes);
        }
        let scenes = || pages.iter().map(|page| page.scene(doc, timexes)).zip(blocks);
        for (scene, block) in scenes() {
            if scene.has_times() && scene.speaks_of(Class::OLD_STYLE) {
                old_style.push(block.span);
            }
            persons.block(&scene);
            life::read(&scene, &mut persons, &mut statements);
            ranges::read(&scene, &mut statements);
            recall::read(&scene, &mut statements);
            events::read(&scene, &mut dated);
            occasions::read(&scene, &mut occasions);
            links.block(&scene, &persons);
        }
        watch.ended(Phase::Events);
        for (scene, block) in scenes() {
            citations.block(&scene, block);
            names.block(&scene, block.kind, &mut statements);
        }
        watch.ended(Phase::Names);
        for (scene, block) in scenes() {
            figures.block(&scene, &mut statements);
            if let Some(claims) = &mut claims {
                claims.block(&scene, block.kind, figures.found());
            }
        }
        watch.ended(Phase::Figures);
        for (scene, block) in scenes() {
            quotes.block(&scene, block);
        }
        watch.ended(Phase::Quotes);
    }
    // The pages and the tables of names and quotations go before the times are settled, which
    // takes the most room.
    drop(pages);
    citations.finish(doc, &mut statements);
    let (names, entities) = names.finish(doc);
    watch.ended(Phase::Names);
    let Found { quotations, strays, conclusions, requotes } = quotes.finish(doc);
    watch.ended(Phase::Quotes);
    table::read(doc, &mut statements);
    let figures = figures.finish(doc, &mut statements);
    watch.ended(Phase::Figures);
    let times = tagger.finish();
    watch.ended(Phase::Times);
    let persons = persons.finish();
    links.statements(&times, &persons, &mut statements);
    watch.ended(Phase::Events);
    let claims =
        claims.map_or_else(Vec::new, |claims| claims.finish(&times.timexes, &quotations));
    quotes::mark_quoted(&quotations, &mut statements);
    Reading {
        times,
        persons,
        names,
        entities,
        events: dated,
        occasions,
        figures,
        statements,
        old_style,
        claims,
        quotations,
        unpaired: strays,
        conclusions,
        requotes,
    }
}
