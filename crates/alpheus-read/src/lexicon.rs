//! The words that the readers look for, each with its classes.
//!
//! Every token is looked up once; the readers compare classes, never text.

use crate::{
    quotes::words::{WORDS as CUES, Word},
    stops::Stop,
};
use alpheus_text::{Token, Vocabulary};
use std::sync::LazyLock;

/// What a word may be to the readers: a set of classes, as many words have two lives
/// ("king" is a person, and in a bracket before dates it says that these are a reign).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(crate) struct Class(u128);

/// Declares the classes, each with a bit of its own.
macro_rules! classes {
    ($($(#[doc = $doc:literal])+ $name:ident,)+) => {
        #[allow(clippy::upper_case_acronyms, non_camel_case_types)]
        #[derive(Clone, Copy)]
        enum Bit { $($name,)+ }

        impl Class {
            $($(#[doc = $doc])+ pub(crate) const $name: Class = Class(1 << Bit::$name as u8);)+
        }
    };
}

classes! {
    /// "began": a named event sets in.
    BEGAN,
    /// "ended".
    ENDED,
    /// "battle", "treaty": what happens once, and is named by its place.
    HAPPENING,
    /// "he".
    HE,
    /// "she".
    SHE,
    /// "his", "her".
    HIS,
    /// "who", "whose".
    WHO,
    /// "the", "a", "an".
    ARTICLE,
    /// "was", "is", "being".
    BE,
    /// "born".
    BORN,
    /// "died".
    DIED,
    /// The letters b and d, which stand for "born" and "died" before a full stop.
    B,
    /// See [`Class::B`].
    D,
    /// "aged".
    AGED,
    /// "age".
    AGE,
    /// "then".
    THEN,
    /// "only", "now": may stand between "aged" and the age.
    ONLY,
    /// "year", "years".
    YEAR,
    /// "month", "days": an age in these is no age in years.
    FRACTION,
    /// "old".
    OLD,
    /// "early" and the like before "age".
    RIPE,
    /// "until", "under", "reached": an age that is a limit.
    LIMIT,
    /// "about", "nearly".
    ABOUT,
    /// "c", "ca", "circa".
    CIRCA,
    /// "father", "widow": a relative of whom the text is about.
    KIN,
    /// "king", "man": someone else, perhaps.
    PERSONAGE,
    /// "Sir", "Captain": stands before a name and is no part of it.
    TITLE,
    /// "in", "at", "near": what follows is no subject.
    PREP,
    /// "of".
    OF,
    /// "from".
    FROM,
    /// "to".
    TO,
    /// "between".
    BETWEEN,
    /// "and".
    AND,
    /// "or".
    OR,
    /// "when", "which", "but", "while": a new clause.
    CLAUSE,
    /// "said", "according": what is told by others, or doubted.
    HEDGE,
    /// "reigned", "flourished": the dates that follow are no life.
    REIGN,
    /// "era", "war", "railway": the years behind it are its own, and no life.
    ERA,
    /// "anniversary".
    ANNIVERSARY,
    /// "centenary" and the like.
    CENTENARY,
    /// "known", "also", "called": leads in another name.
    ALIAS,
    /// "de", "von": may stand within a name.
    PARTICLE,
    /// "Julian", "Russia": the Old Style may be meant.
    OLD_STYLE,
    /// "Mrs": the name that follows may be a husband's.
    HERS,
    /// "until": what follows is later than what stands before.
    UNTIL,
    /// "birthday": its date is the day itself.
    BIRTHDAY,
    /// "wife", "sister": a woman.
    WOMAN,
    /// "moved", "married": what only the living do.
    DEED,
    /// "had": what is told lies before the date.
    HAD,
    /// "with", "of": what follows is a person as likely as a place.
    COMPANY,
    /// "later", "himself": may stand between a subject and its verb.
    ADVERB,
    /// "many", "two": how many, of persons or things.
    COUNT,
    /// "this", "there": begins a sentence and is no name.
    FUNCTION,
    /// "held", "began": verbs in the past that do not end in -ed.
    PAST,
    /// "planned", "again": not the one time that something happened.
    PLAN,
    /// Words in every sentence, by which none is known.
    COMMON,
    /// "having": the clause has its own subject.
    HAVING,
    /// "her": not "his".
    HER,
    /// "on", "in", "the": may stand between a step and the date that it comes to.
    APPOSING,
    /// "lasted", "period": leads in a length.
    LASTING,
    /// "exactly", "just".
    EXACT,
    /// "more", "over", "least": the length is a bound.
    MORE,
    /// "planned", "ordered", "expected": what is told may not have come about.
    UNREAL,
    /// "within", "every": the length bounds something else.
    BOUND,
    /// "on": parts a step from the date that it comes to.
    ON,
    /// "in".
    IN,
    /// "since", "dated", "before": the date places something else than the story.
    ASIDE,
    /// "total", "period": a length that sums up.
    SUM,
    /// "little".
    LITTLE,
}

impl Class {
    /// Nothing that they look for.
    pub(crate) const NONE: Class = Class(0);

    /// Whether the two share a class.
    pub(crate) const fn any(self, other: Class) -> bool {
        self.0 & other.0 != 0
    }

    /// The classes of either.
    pub(crate) const fn or(self, other: Class) -> Class {
        Class(self.0 | other.0)
    }
}

const WORDS: &[(Class, &str)] = &[
    (Class::BEGAN, "began begins started commenced"),
    (
        Class::HAPPENING,
        "battle fall capture surrender capitulation treaty death murder assassination \
         coronation mutiny relief storming sack evacuation occupation funeral",
    ),
    (Class::ENDED, "ended ends finished concluded"),
    (Class::HE, "he"),
    (Class::SHE, "she"),
    (Class::HIS, "his her"),
    (Class::HER, "her"),
    (Class::WHO, "who whom whose"),
    (Class::ARTICLE, "the a an"),
    (Class::BE, "was were is are be been being had has have"),
    (Class::HAD, "had"),
    (
        Class::FUNCTION,
        "this it that there these those what here they we i you such its their our my how",
    ),
    (
        Class::PAST,
        "born held began took fought won became sank built fell made gave left went came met \
         broke sold bought sent brought led drove struck swept shot killed",
    ),
    (
        Class::PLAN,
        "planned plan plans scheduled expected intended proposed hoped will shall \
         anticipated postponed originally initially again anniversary another annual \
         every each",
    ),
    (
        Class::COMMON,
        "with from that this were been have their which after before when where while into \
         than then they them there these those such some most more many much very also only \
         other would could should about over under between during through against because \
         until upon being both each same first last next year month week day days years months \
         weeks early late morning evening night noon january february march april june july \
         august september october november december monday tuesday wednesday thursday friday \
         saturday sunday what here like just even still well back down however following said \
         time times will shall made make including included known part",
    ),
    (Class::COUNT, "two three four many several most few thousands hundreds"),
    (Class::COMPANY, "with by of for to and against"),
    (Class::ADVERB, "also later then soon himself herself eventually there here"),
    (Class::BORN, "born"),
    (Class::DIED, "died"),
    (Class::B, "b"),
    (Class::D, "d"),
    (Class::AGED, "aged"),
    (Class::AGE, "age"),
    (Class::THEN, "then"),
    (Class::ONLY, "only just now already still barely yet"),
    (Class::YEAR, "year years"),
    (Class::FRACTION, "month months week weeks day days hour hours"),
    (Class::OLD, "old"),
    (
        Class::RIPE,
        "early ripe advanced tender young great good mature old late unusual green premature \
         extraordinary remarkable comparatively relatively very",
    ),
    (
        Class::LIMIT,
        "until till under over above below beyond past before after by from reached reach \
         reaching attained attain attaining since upwards between exceeding",
    ),
    (
        Class::ABOUT,
        "about nearly almost around approximately some roughly scarcely hardly",
    ),
    (Class::CIRCA, "c ca circa cir"),
    (
        Class::KIN,
        "father mother son sons daughter daughters brother brothers sister sisters wife \
         husband widow widower uncle aunt nephew niece cousin grandfather grandmother \
         grandson granddaughter child children parents heir stepfather stepmother stepson \
         twin infant baby fiancée girlfriend boyfriend partner successor \
         predecessor dau bro grandson namesake friend colleague pupil bride descendants ancestor",
    ),
    (
        Class::PERSONAGE,
        "king queen emperor empress duke duchess prince princess count countess earl lord \
         lady bishop archbishop pope abbot general admiral captain colonel man woman boy \
         girl men women people person soldier soldiers officer president minister poet \
         painter writer author actor actress singer player players member members \
         inhabitant inhabitants patient victim victims student students youth lad veteran \
         farmer servant sailor others another latter former one none each all both everyone",
    ),
    (
        Class::TITLE,
        "sir dr mr mrs miss ms rev reverend canon dean saint st captain capt colonel col \
         general gen major maj lieutenant lieut lt sergeant professor prof baron baroness \
         dame judge senator governor cardinal mademoiselle madame monsieur herr father \
         brother sister field marshal commodore admiral vice count countess earl duke \
         duchess prince princess king queen emperor empress pope bishop archbishop abbot lord \
         comte graf president mayor",
    ),
    (
        Class::PREP,
        "in at on near with for against within into through around outside inside upon \
         toward towards via under over during after before by since until across along \
         beside off above behind as",
    ),
    (Class::OF, "of"),
    (Class::FROM, "from"),
    (Class::TO, "to"),
    (Class::BETWEEN, "between"),
    (Class::AND, "and"),
    (Class::OR, "or"),
    (
        Class::CLAUSE,
        "when which but while where whereas although though because if as that",
    ),
    (
        Class::HEDGE,
        "said supposed according stated reported alleged perhaps reputed supposedly \
         allegedly reportedly erroneously wrongly incorrectly claimed claims believed \
         thought tradition legend apparently presumed fictional would could might if not \
         never asserts assert asserted says maintains relates recalled remembered recounted \
         revealed disputed uncertain unknown variously",
    ),
    (
        Class::REIGN,
        "reigned reign ruled r fl flourished active regnabat sc served term pontificate \
         king emperor pp p vol vols ed edition built founded established published",
    ),
    (
        Class::ERA,
        "era period age epoch years century dynasty rule reign regime occupation government \
         ministry cabinet presidency administration war wars revolution rebellion uprising \
         crisis depression empire kingdom republic union confederation federation league \
         colony protectorate mandate state states province district parliament council \
         party movement school college university church abbey cathedral company railway \
         railroad line bridge canal hospital museum theatre theater newspaper journal \
         magazine club society house family regiment brigade division squadron corps army \
         navy fleet ship award prize championship cup trophy tour festival",
    ),
    (Class::ANNIVERSARY, "anniversary"),
    (
        Class::CENTENARY,
        "centenary centennial bicentenary bicentennial tercentenary tercentennial \
         sesquicentennial",
    ),
    (
        Class::ALIAS,
        "known also called alias née nee originally better commonly often sometimes formerly \
         spelled spelt transliterated full name nicknamed pseudonym otherwise surnamed \
         simply usually",
    ),
    (
        Class::PARTICLE,
        "de von van der den du la le des del della di da dos y i zu zur ten ter af av el al \
         ibn bin ap d l o",
    ),
    (
        Class::OLD_STYLE,
        "julian russia russian russians petrograd petersburg moscow tsar czar bolshevik \
         bolsheviki bolsheviks soviet greece greek greeks serbia serbian bulgaria bulgarian \
         rumania roumania romania montenegro athens",
    ),
    (Class::BIRTHDAY, "birthday birth"),
    (
        Class::WOMAN,
        "wife mother daughter daughters sister sisters widow aunt niece grandmother dau bride \
         granddaughter girlfriend woman queen empress duchess countess princess actress",
    ),
    (
        Class::DEED,
        "moved married joined enlisted studied graduated entered returned travelled traveled \
         resigned retired emigrated settled enrolled visited met taught practised practiced \
         worked went came fought commanded attended accompanied sailed lived resided",
    ),
    (Class::HERS, "mrs lady madame madam mme miss"),
    (Class::UNTIL, "until till"),
    (Class::HAVING, "having"),
    (Class::APPOSING, "the namely viz"),
    (Class::ON, "on"),
    (Class::IN, "in"),
    (Class::ASIDE, "since dated before by"),
    (Class::SUM, "total period space interval service"),
    (Class::LITTLE, "little slightly"),
    (Class::LASTING, "lasted lasting lasts"),
    (Class::EXACT, "exactly precisely just"),
    (Class::MORE, "more over least less than upwards nearly almost"),
    (
        Class::UNREAL,
        "planned plan plans ordered order orders expected scheduled intended proposed would \
         will shall should might may if unless hoped hope supposed announced",
    ),
    (Class::BOUND, "within every each per twice old aged"),
];

/// What a word is to the readers that look at all of them.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Entry {
    pub(crate) class: Class,
    /// What it may be to a quotation.
    pub(crate) cue: Word,
    /// Who has to look at it.
    pub(crate) stop: Stop,
}

impl Entry {
    fn or(self, other: Entry) -> Entry {
        Entry {
            class: self.class.or(other.class),
            cue: self.cue.or(other.cue),
            stop: self.stop.or(other.stop),
        }
    }
}

/// One table for all of them: nearly every word is looked up, and half of that is the way to the
/// table.
static LEXICON: LazyLock<Vocabulary<Entry>> = LazyLock::new(|| {
    let class = |&(class, words)| {
        (Entry { class, stop: Stop::of_class(class), ..Entry::default() }, words)
    };
    let cue = |&(words, cue)| {
        (Entry { cue, stop: Stop::of_cue(cue), ..Entry::default() }, words)
    };
    let rows: Vec<_> = WORDS.iter().map(class).chain(CUES.iter().map(cue)).collect();
    Vocabulary::new(&rows, Entry::or)
});

/// What a token is, if it is a word.
#[inline]
pub(crate) fn entry_of(token: &Token) -> Entry {
    LEXICON.get(token.word_key())
}

/// The classes of a token.
pub(crate) fn class_of(token: &Token) -> Class {
    entry_of(token).class
}

/// The classes of the word with a key.
pub(crate) fn class_of_word(key: u64) -> Class {
    LEXICON.get(key).class
}
