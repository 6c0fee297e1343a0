//! The words that steer the reading of lists.

use alpheus_text::{Document, Lexicon, Token, key};

/// What a small word does in a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// "the".
    The,
    /// "a", "his", "these": begins a noun phrase.
    Determiner,
    /// "and", "or": stands before the last item.
    Joiner,
    /// "of", "in": ties a phrase to the item before.
    Preposition,
    /// "von", "de": a small letter within a name.
    Particle,
    /// A verb, a pronoun or a conjunction: what no plain list of nouns holds.
    Clause,
    /// "with", "including", "etc.": there is more, or less, than the list shows.
    Open,
    /// "several", "both": stands for more than one.
    Many,
    /// "Duke", "Bishop": before "of", apposed to a name as often as one of its own.
    Rank,
    /// "Jr", "Esq": hangs on the name before.
    Suffix,
}

use Role::{
    Clause, Determiner, Joiner, Many, Open, Particle, Preposition, Rank, Suffix, The,
};

static ROLES: Lexicon<Role, 1024> = Lexicon::new(&[
    ("the", The),
    ("a an his her its their our my your this that these those", Determiner),
    ("and or nor", Joiner),
    (
        "of in at on from for by to near under over against between within into upon \
     beyond behind before after above below across off",
        Preposition,
    ),
    (
        "de von van der den del della di da du des la le les el al ibn bin ben y e ter \
     ten zu zur zum och av af dos das do",
        Particle,
    ),
    (
        "is are was were be been being am had have has having did does done will would \
     shall should may might can could must he she it they we i you him them us who whom \
     whose which what where when while whereas as if because since though although but \
     than so not never there then thus hence whether until till unless yet only",
        Clause,
    ),
    (
        "with without plus besides including include includes included such like among \
     amongst notably especially particularly chiefly mainly mostly principally etc \
     others elsewhere also together later respectively except save excluding \
     etcetera follow followed alias formerly now per versus vs instead successively through eg incl inter alia",
        Open,
    ),
    (
        "some several many few all both various numerous most any every each more other \
     another certain brothers sisters messrs mm bros family families et sundry divers",
        Many,
    ),
    (
        "duke earl bishop king queen count lord prince emperor archbishop president \
     governor secretary viscount marquis marquess baron abbot dean archdeacon elector \
     princess duchess countess mayor chancellor minister master margrave landgrave \
     member rector vicar professor general admiral colonel captain major lieutenant \
     commander marshal duc comte graf herzog freiherr conde duque conseiller son daughter wife widow brother sister",
        Rank,
    ),
    ("jr sr esq jun junr sen bart kt md phd mp kcb cb dd lld frs", Suffix),
]);

pub(super) fn role(token: &Token) -> Option<Role> {
    ROLES.get(token.key)
}

/// What is counted in measures, not in names.
static MEASURES: Lexicon<(), 256> = Lexicon::new(&[(
    "years months weeks days hours minutes seconds nights evenings mornings afternoons \
     decades centuries generations times miles feet inches yards metres meters \
     kilometres kilometers leagues fathoms acres hectares tons tonnes pounds ounces \
     shillings pence dollars cents francs marks roubles rubles crowns guineas florins \
     ducats livres percent points knots gallons bushels barrels quarters \
     thousands hundreds millions billions dozens scores thirds fifths eighths tenths \
     lines pages sheets steps paces rods",
    (),
)]);

/// Whether a word is "years", which may be named by their numbers.
pub(super) fn is_years(token: &Token) -> bool {
    token.key == const { key("years") }
}

/// A noun that tells a length, a sum, a weight: no list names its units one by one.
pub(super) fn is_measure(token: &Token) -> bool {
    MEASURES.has(token.key)
}

static PLURALS: Lexicon<(), 64> = Lexicon::new(&[(
    "children people brethren oxen geese teeth mice sheep cattle phenomena criteria \
     genera strata media data termini nuclei alumni radii loci foci folk kine aircraft \
     counsel memoranda addenda errata bacteria fungi",
    (),
)]);

/// Whether a word has the form of a plural.
pub(super) fn is_plural(doc: &Document, token: &Token) -> bool {
    let word = doc.slice(token.span);
    PLURALS.has(token.key) || word.ends_with("men") || ends_in_s(word)
}

/// Whether a word ends like a plural: "Hewlings", not "Inverness" and "Augustus".
pub(super) fn ends_in_s(word: &str) -> bool {
    const NOT: [&str; 4] = ["ss", "us", "is", "'s"];
    word.len() > 3 && word.ends_with('s') && !NOT.iter().any(|end| word.ends_with(end))
}

/// Nouns of groups: the name of each is a plural.
static GROUPS: Lexicon<(), 256> = Lexicon::new(&[(
    "tribes peoples nations parties clans races families groups classes orders kinds \
     sorts types species genera sects bands gangs teams clubs houses factions branches \
     categories ranks castes estates dynasties regiments corps armies units sections \
     departments industries arts sciences elements factors causes reasons languages \
     subjects heads topics fields areas parts divisions sources subfamilies suborders \
     clades chains ranges mountains islands archipelagoes communities \
     varieties forms methods means objects things items books works novels poems plays \
     comedies tragedies songs albums films pieces",
    (),
)]);

/// Whether what is counted are groups, so that a plural stands for one of them.
pub(super) fn is_group(token: &Token) -> bool {
    GROUPS.has(token.key)
}

/// Nouns of what may have "and" within its name: firms, offices, courses, counties.
static COMPOUNDS: Lexicon<(), 128> = Lexicon::new(&[(
    "firms companies houses brands labels acts laws bills departments ministries dioceses \
     constituencies battles railways lines parishes societies faculties schools colleges \
     courses subjects degrees institutions branches committees offices agencies bureaus \
     commissions divisions industries sections islands republics",
    (),
)]);

/// Whether one of what is counted may be called "this and that".
pub(super) fn is_compound(token: &Token) -> bool {
    COMPOUNDS.has(token.key) || is_titled(token)
}

/// What has a title, which may hold small words.
static TITLED: Lexicon<(), 128> = Lexicon::new(&[(
    "books works novels poems plays comedies tragedies dramas stories tales songs films \
     operas pictures paintings treatises papers articles essays titles publications pieces \
     dialogues pamphlets newspapers journals magazines periodicals programmes programs \
     shows series episodes albums singles ballads odes sonnets satires romances \
     biographies histories volumes chapters",
    (),
)]);

/// Whether what is counted has titles.
pub(super) fn is_titled(token: &Token) -> bool {
    TITLED.has(token.key)
}

/// What is called "the" and a name that may end in "s": "the Thames", "the Congress".
static SINGLES: Lexicon<(), 64> = Lexicon::new(&[(
    "rivers streams ships boats vessels steamers steamboats gunboats frigates brigs \
     schooners sloops cruisers destroyers battleships ironclads submarines craft transports \
     forts inns hotels newspapers journals houses buildings theatres powers trains",
    (),
)]);

/// Whether a name in "s" stands for one of what is counted.
pub(super) fn is_single(token: &Token) -> bool {
    SINGLES.has(token.key)
}

/// Whether a word is "one", which counts what stands behind it.
pub(super) fn is_one(token: &Token) -> bool {
    token.key == const { key("one") } && !token.capital
}

/// Countries and parts of them, as they follow the name of a town.
static REGIONS: Lexicon<(), 256> = Lexicon::new(&[(
    "alabama alaska arizona arkansas california colorado connecticut delaware florida georgia \
     idaho illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts \
     michigan minnesota mississippi missouri montana nebraska nevada ohio oklahoma oregon \
     pennsylvania tennessee texas utah vermont virginia wisconsin wyoming ontario quebec \
     england scotland wales ireland france germany italy spain portugal belgium holland \
     netherlands switzerland austria hungary poland russia sweden norway denmark finland \
     greece turkey egypt india china japan canada mexico brazil argentina chile peru \
     australia rhodesia natal transvaal kenya uganda prussia bavaria saxony bohemia silesia \
     sicily tuscany lombardy normandy brittany burgundy provence surrey sussex kent essex \
     norfolk suffolk yorkshire lancashire cheshire cornwall devon devonshire dorset \
     somerset hampshire wiltshire berkshire durham northumberland lincolnshire",
    (),
)]);

/// Whether a word names a country or a part of one.
pub(super) fn is_region(token: &Token) -> bool {
    REGIONS.has(token.key)
}
