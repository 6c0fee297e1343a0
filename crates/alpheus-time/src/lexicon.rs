//! The closed classes of words that time expressions are built from.
//!
//! One table from a token's key to its [`Word`], built once. Most words of a text are in
//! none of the classes, and one probe of an open table with few entries rejects them.

use std::sync::LazyLock;

use alpheus_text::key;

use crate::{Season, Unit, Weekday};

/// What a word can do in a time expression.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Word {
    /// Nothing.
    Other,
    /// A run of digits.
    Digits,
    /// A mark.
    Mark(char),
    Month(u8),
    /// "Jan", which wants a full stop or a day beside it.
    MonthShort(u8),
    Weekday(Weekday),
    WeekdayShort(Weekday),
    Unit(Unit),
    Units(Unit),
    /// "weekend"
    Weekend,
    /// "daily", "annual"
    Rate(Unit),
    Season(Season),
    Cardinal(u8),
    Hundred,
    Thousand,
    Million,
    /// "hundreds", "dozens"
    Multitude,
    Dozen,
    Ordinal(u8),
    /// "second": an ordinal and a unit.
    Second,
    /// "st", "nd", "rd", "th", "d" after digits.
    Suffix,
    /// "twenties", "'30s"
    Decade(u8),
    /// The "s" of "1920s".
    Plural,
    Half,
    Quarter,
    Quarters,
    /// "several", "few"
    Vague,
    Couple,
    The,
    A,
    This,
    That,
    These,
    Same,
    /// "last", "past"
    Last,
    /// "final"
    Final,
    /// "previous", "preceding", "prior"
    Previous,
    /// "next", "coming"
    Next,
    /// "following", "subsequent"
    Following,
    /// "current"
    Current,
    /// "early"
    Early,
    /// "mid", "middle"
    Mid,
    /// "late"
    Late,
    /// "latter"
    Latter,
    /// "beginning", "start", "outset"
    Start,
    /// "end", "close"
    End,
    /// "part", "days" of "the latter part"
    Part,
    /// "rest", "remainder"
    Rest,
    /// "course"
    Course,
    DayPart(DayPart),
    /// "noon", "midnight"
    Moment(u8),
    /// "am", "pm": hours to add
    Meridiem(u8),
    /// "o'clock"'s second half
    Clock,
    /// Names of time zones.
    Zone(i8),
    Present,
    PastRef,
    FutureRef,
    /// "today", "yesterday", "tomorrow": days from the document's day.
    Today(i8),
    Tonight,
    /// "ago"
    Ago,
    /// "later", "afterwards", "thereafter"
    Later,
    /// "earlier", "previously"
    Earlier,
    Before,
    After,
    Of,
    In,
    On,
    At,
    To,
    And,
    Or,
    From,
    Between,
    Until,
    By,
    Since,
    During,
    For,
    Within,
    Over,
    Than,
    More,
    Less,
    Least,
    Most,
    Up,
    /// "about", "roughly", "some"
    About,
    /// "nearly", "almost"
    Nearly,
    /// "only", "just", "exactly", "mere"
    Only,
    /// "full", "long", "whole", "consecutive"
    Whole,
    Long,
    Old,
    Every,
    Per,
    Times,
    /// "dry", "rainy", before "season"
    Climate,
    /// "present"
    AtHand,
    /// "date", as in "to date"
    ToDate,
    /// "period", "time", "era"
    Span,
    /// "point", "moment", "juncture"
    Juncture,
    /// "BC", "BCE"
    Bc,
    /// "AD", "CE"
    Ad,
    Anno,
    Lord,
    /// "ca", "circa"
    Circa,
    /// "inst", "ult", "prox"
    Inst(i8),
    /// A day or a season that the calendar has a name for.
    Holiday(Holiday),
    /// "day", as the second half of a holiday's name.
    Eve,
    /// "will", "would", "shall"
    Will,
    /// "had"
    Had,
    /// "was", "did"
    Was,
    /// "is", "has"
    Is,
    /// Words that a number after them makes no year of: "no", "page", "vol".
    Numbered,
    /// Nouns that make a count of the number before them.
    Counted,
    /// "anniversary"
    Anniversary,
    /// "fiscal", "academic", "calendar"
    Fiscal,
    /// "one"
    One,
    /// "once", "twice"
    Once,
    /// "other"
    Other2,
    /// "short", "brief"
    Short,
    /// "shortly", "soon"
    Soon,
    /// "very"
    Very,
    /// "his", "their", "its"
    Its,
}

/// A part of the day, as TIMEX3 names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DayPart {
    Morning,
    Afternoon,
    Evening,
    Night,
    Dawn,
    Midday,
    Daytime,
}

/// A holiday with a fixed or a computed day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Holiday {
    /// Month and day of the year.
    Fixed(u8, u8),
    /// Days from Easter Sunday.
    Easter(i16),
}

const WORDS: &[(&str, Word)] = {
    use self::DayPart::*;
    use self::Word::*;
    use crate::Season::*;
    use crate::Weekday::*;
    &[
        ("january", Month(1)),
        ("february", Month(2)),
        ("march", Month(3)),
        ("april", Month(4)),
        ("may", Month(5)),
        ("june", Month(6)),
        ("july", Month(7)),
        ("august", Month(8)),
        ("september", Month(9)),
        ("october", Month(10)),
        ("november", Month(11)),
        ("december", Month(12)),
        ("jan", MonthShort(1)),
        ("feb", MonthShort(2)),
        ("mar", MonthShort(3)),
        ("apr", MonthShort(4)),
        ("jun", MonthShort(6)),
        ("jul", MonthShort(7)),
        ("aug", MonthShort(8)),
        ("sep", MonthShort(9)),
        ("sept", MonthShort(9)),
        ("oct", MonthShort(10)),
        ("nov", MonthShort(11)),
        ("dec", MonthShort(12)),
        ("monday", Weekday(Monday)),
        ("tuesday", Weekday(Tuesday)),
        ("wednesday", Weekday(Wednesday)),
        ("thursday", Weekday(Thursday)),
        ("friday", Weekday(Friday)),
        ("saturday", Weekday(Saturday)),
        ("sunday", Weekday(Sunday)),
        ("mon", WeekdayShort(Monday)),
        ("tue", WeekdayShort(Tuesday)),
        ("tues", WeekdayShort(Tuesday)),
        ("wed", WeekdayShort(Wednesday)),
        ("thu", WeekdayShort(Thursday)),
        ("thur", WeekdayShort(Thursday)),
        ("thurs", WeekdayShort(Thursday)),
        ("fri", WeekdayShort(Friday)),
        ("sat", WeekdayShort(Saturday)),
        ("sun", WeekdayShort(Sunday)),
        ("minute", Unit(crate::Unit::Minute)),
        ("minutes", Units(crate::Unit::Minute)),
        ("seconds", Units(crate::Unit::Second)),
        ("hour", Unit(crate::Unit::Hour)),
        ("hours", Units(crate::Unit::Hour)),
        ("day", Unit(crate::Unit::Day)),
        ("days", Units(crate::Unit::Day)),
        ("nights", Units(crate::Unit::Night)),
        ("week", Unit(crate::Unit::Week)),
        ("weeks", Units(crate::Unit::Week)),
        ("fortnight", Unit(crate::Unit::Fortnight)),
        ("fortnights", Units(crate::Unit::Fortnight)),
        ("month", Unit(crate::Unit::Month)),
        ("months", Units(crate::Unit::Month)),
        ("year", Unit(crate::Unit::Year)),
        ("years", Units(crate::Unit::Year)),
        ("yr", Unit(crate::Unit::Year)),
        ("yrs", Units(crate::Unit::Year)),
        ("decade", Unit(crate::Unit::Decade)),
        ("decades", Units(crate::Unit::Decade)),
        ("century", Unit(crate::Unit::Century)),
        ("centuries", Units(crate::Unit::Century)),
        ("millennium", Unit(crate::Unit::Millennium)),
        ("millennia", Units(crate::Unit::Millennium)),
        ("weekend", Weekend),
        ("hourly", Rate(crate::Unit::Hour)),
        ("daily", Rate(crate::Unit::Day)),
        ("everyday", Rate(crate::Unit::Day)),
        ("nightly", Rate(crate::Unit::Night)),
        ("weekly", Rate(crate::Unit::Week)),
        ("monthly", Rate(crate::Unit::Month)),
        ("quarterly", Rate(crate::Unit::Quarter)),
        ("yearly", Rate(crate::Unit::Year)),
        ("annual", Rate(crate::Unit::Year)),
        ("annually", Rate(crate::Unit::Year)),
        ("spring", Season(Spring)),
        ("springtime", Season(Spring)),
        ("summer", Season(Summer)),
        ("summertime", Season(Summer)),
        ("midsummer", Season(Summer)),
        ("autumn", Season(Autumn)),
        ("fall", Season(Autumn)),
        ("winter", Season(Winter)),
        ("wintertime", Season(Winter)),
        ("midwinter", Season(Winter)),
        ("one", One),
        ("two", Cardinal(2)),
        ("three", Cardinal(3)),
        ("four", Cardinal(4)),
        ("five", Cardinal(5)),
        ("six", Cardinal(6)),
        ("seven", Cardinal(7)),
        ("eight", Cardinal(8)),
        ("nine", Cardinal(9)),
        ("ten", Cardinal(10)),
        ("eleven", Cardinal(11)),
        ("twelve", Cardinal(12)),
        ("thirteen", Cardinal(13)),
        ("fourteen", Cardinal(14)),
        ("fifteen", Cardinal(15)),
        ("sixteen", Cardinal(16)),
        ("seventeen", Cardinal(17)),
        ("eighteen", Cardinal(18)),
        ("nineteen", Cardinal(19)),
        ("twenty", Cardinal(20)),
        ("thirty", Cardinal(30)),
        ("forty", Cardinal(40)),
        ("fifty", Cardinal(50)),
        ("sixty", Cardinal(60)),
        ("seventy", Cardinal(70)),
        ("eighty", Cardinal(80)),
        ("ninety", Cardinal(90)),
        ("hundred", Hundred),
        ("thousand", Thousand),
        ("million", Million),
        ("dozen", Dozen),
        ("dozens", Multitude),
        ("hundreds", Multitude),
        ("thousands", Multitude),
        ("first", Ordinal(1)),
        ("second", Second),
        ("third", Ordinal(3)),
        ("fourth", Ordinal(4)),
        ("fifth", Ordinal(5)),
        ("sixth", Ordinal(6)),
        ("seventh", Ordinal(7)),
        ("eighth", Ordinal(8)),
        ("ninth", Ordinal(9)),
        ("tenth", Ordinal(10)),
        ("eleventh", Ordinal(11)),
        ("twelfth", Ordinal(12)),
        ("thirteenth", Ordinal(13)),
        ("fourteenth", Ordinal(14)),
        ("fifteenth", Ordinal(15)),
        ("sixteenth", Ordinal(16)),
        ("seventeenth", Ordinal(17)),
        ("eighteenth", Ordinal(18)),
        ("nineteenth", Ordinal(19)),
        ("twentieth", Ordinal(20)),
        ("thirtieth", Ordinal(30)),
        ("fortieth", Ordinal(40)),
        ("fiftieth", Ordinal(50)),
        ("sixtieth", Ordinal(60)),
        ("seventieth", Ordinal(70)),
        ("eightieth", Ordinal(80)),
        ("ninetieth", Ordinal(90)),
        ("hundredth", Ordinal(100)),
        ("st", Suffix),
        ("nd", Suffix),
        ("rd", Suffix),
        ("th", Suffix),
        ("d", Suffix),
        ("s", Plural),
        ("twenties", Decade(20)),
        ("thirties", Decade(30)),
        ("forties", Decade(40)),
        ("fifties", Decade(50)),
        ("sixties", Decade(60)),
        ("seventies", Decade(70)),
        ("eighties", Decade(80)),
        ("nineties", Decade(90)),
        ("half", Half),
        ("quarter", Quarter),
        ("quarters", Quarters),
        ("several", Vague),
        ("few", Vague),
        ("some", About),
        ("many", Vague),
        ("numerous", Vague),
        ("various", Vague),
        ("couple", Couple),
        ("the", The),
        ("a", A),
        ("an", A),
        ("this", This),
        ("that", That),
        ("these", These),
        ("those", These),
        ("same", Same),
        ("last", Last),
        ("past", Last),
        ("final", Final),
        ("previous", Previous),
        ("preceding", Previous),
        ("prior", Previous),
        ("next", Next),
        ("coming", Next),
        ("upcoming", Next),
        ("ensuing", Following),
        ("following", Following),
        ("subsequent", Following),
        ("succeeding", Following),
        ("current", Current),
        ("early", Early),
        ("mid", Mid),
        ("middle", Mid),
        ("late", Late),
        ("latter", Latter),
        ("beginning", Start),
        ("start", Start),
        ("outset", Start),
        ("opening", Start),
        ("end", End),
        ("close", End),
        ("part", Part),
        ("rest", Rest),
        ("remainder", Rest),
        ("course", Course),
        ("morning", DayPart(Morning)),
        ("mornings", DayPart(Morning)),
        ("forenoon", DayPart(Morning)),
        ("afternoon", DayPart(Afternoon)),
        ("afternoons", DayPart(Afternoon)),
        ("evening", DayPart(Evening)),
        ("evenings", DayPart(Evening)),
        ("night", DayPart(Night)),
        ("nightfall", DayPart(Evening)),
        ("nighttime", DayPart(Night)),
        ("overnight", DayPart(Night)),
        ("dawn", DayPart(Dawn)),
        ("daybreak", DayPart(Dawn)),
        ("sunrise", DayPart(Dawn)),
        ("dusk", DayPart(Evening)),
        ("sunset", DayPart(Evening)),
        ("midday", DayPart(Midday)),
        ("daytime", DayPart(Daytime)),
        ("noon", Moment(12)),
        ("noontime", Moment(12)),
        ("midnight", Moment(24)),
        ("am", Meridiem(0)),
        ("pm", Meridiem(12)),
        ("clock", Clock),
        ("gmt", Zone(0)),
        ("utc", Zone(0)),
        ("bst", Zone(1)),
        ("cet", Zone(1)),
        ("est", Zone(-5)),
        ("edt", Zone(-4)),
        ("cst", Zone(-6)),
        ("cdt", Zone(-5)),
        ("pst", Zone(-8)),
        ("pdt", Zone(-7)),
        ("now", Present),
        ("nowadays", Present),
        ("currently", Present),
        ("presently", Present),
        ("present", AtHand),
        ("dry", Climate),
        ("rainy", Climate),
        ("wet", Climate),
        ("date", ToDate),
        ("recently", PastRef),
        ("lately", PastRef),
        ("recent", PastRef),
        ("former", PastRef),
        ("formerly", PastRef),
        ("future", FutureRef),
        ("today", Today(0)),
        ("yesterday", Today(-1)),
        ("tomorrow", Today(1)),
        ("tonight", Tonight),
        ("ago", Ago),
        ("later", Later),
        ("afterwards", Later),
        ("afterward", Later),
        ("thereafter", Later),
        ("hence", Later),
        ("earlier", Earlier),
        ("previously", Earlier),
        ("beforehand", Earlier),
        ("before", Before),
        ("after", After),
        ("of", Of),
        ("in", In),
        ("into", In),
        ("on", On),
        ("upon", On),
        ("at", At),
        ("to", To),
        ("through", To),
        ("and", And),
        ("or", Or),
        ("from", From),
        ("between", Between),
        ("until", Until),
        ("till", Until),
        ("by", By),
        ("since", Since),
        ("during", During),
        ("throughout", During),
        ("for", For),
        ("within", Within),
        ("over", Over),
        ("than", Than),
        ("more", More),
        ("less", Less),
        ("fewer", Less),
        ("least", Least),
        ("most", Most),
        ("up", Up),
        ("about", About),
        ("around", About),
        ("approximately", About),
        ("roughly", About),
        ("nearly", Nearly),
        ("almost", Nearly),
        ("barely", Nearly),
        ("scarcely", Nearly),
        ("hardly", Nearly),
        ("only", Only),
        ("just", Only),
        ("exactly", Only),
        ("precisely", Only),
        ("mere", Only),
        ("merely", Only),
        ("full", Whole),
        ("whole", Whole),
        ("entire", Whole),
        ("consecutive", Whole),
        ("successive", Whole),
        ("straight", Whole),
        ("trading", Whole),
        ("working", Whole),
        ("business", Whole),
        ("additional", Whole),
        ("further", Whole),
        ("complete", Whole),
        ("long", Long),
        ("old", Old),
        ("older", Old),
        ("younger", Old),
        ("every", Every),
        ("each", Every),
        ("per", Per),
        ("times", Times),
        ("period", Span),
        ("periods", Span),
        ("era", Span),
        ("time", Span),
        ("times", Times),
        ("moment", Juncture),
        ("juncture", Juncture),
        ("bc", Bc),
        ("bce", Bc),
        ("ad", Ad),
        ("ce", Ad),
        ("anno", Anno),
        ("domini", Lord),
        ("lord", Lord),
        ("ca", Circa),
        ("circa", Circa),
        ("c", Circa),
        ("inst", Inst(0)),
        ("ult", Inst(-1)),
        ("prox", Inst(1)),
        ("instant", Inst(0)),
        ("ultimo", Inst(-1)),
        ("proximo", Inst(1)),
        ("christmas", Holiday(self::Holiday::Fixed(12, 25))),
        ("xmas", Holiday(self::Holiday::Fixed(12, 25))),
        ("epiphany", Holiday(self::Holiday::Fixed(1, 6))),
        ("michaelmas", Holiday(self::Holiday::Fixed(9, 29))),
        ("candlemas", Holiday(self::Holiday::Fixed(2, 2))),
        ("halloween", Holiday(self::Holiday::Fixed(10, 31))),
        ("easter", Holiday(self::Holiday::Easter(0))),
        ("pentecost", Holiday(self::Holiday::Easter(49))),
        ("whitsun", Holiday(self::Holiday::Easter(49))),
        ("whitsunday", Holiday(self::Holiday::Easter(49))),
        ("whitsuntide", Holiday(self::Holiday::Easter(49))),
        ("eve", Eve),
        ("will", Will),
        ("would", Will),
        ("shall", Will),
        ("had", Had),
        ("was", Was),
        ("were", Was),
        ("did", Was),
        ("is", Is),
        ("are", Is),
        ("has", Is),
        ("have", Is),
        ("no", Numbered),
        ("nos", Numbered),
        ("number", Numbered),
        ("page", Numbered),
        ("pages", Numbered),
        ("p", Numbered),
        ("pp", Numbered),
        ("vol", Numbered),
        ("volume", Numbered),
        ("chapter", Numbered),
        ("section", Numbered),
        ("article", Numbered),
        ("resolution", Numbered),
        ("figure", Numbered),
        ("fig", Numbered),
        ("line", Numbered),
        ("lines", Numbered),
        ("room", Numbered),
        ("model", Numbered),
        ("flight", Numbered),
        ("men", Counted),
        ("people", Counted),
        ("women", Counted),
        ("children", Counted),
        ("feet", Counted),
        ("foot", Counted),
        ("ft", Counted),
        ("mm", Counted),
        ("cm", Counted),
        ("km", Counted),
        ("kg", Counted),
        ("lbs", Counted),
        ("lb", Counted),
        ("mile", Counted),
        ("horse", Counted),
        ("foot", Counted),
        ("infantry", Counted),
        ("cavalry", Counted),
        ("percent", Counted),
        ("strong", Counted),
        ("killed", Counted),
        ("wounded", Counted),
        ("dead", Counted),
        ("ton", Counted),
        ("odd", Counted),
        ("anniversary", Anniversary),
        ("fiscal", Fiscal),
        ("financial", Fiscal),
        ("academic", Fiscal),
        ("calendar", Fiscal),
        ("once", Once),
        ("twice", Once),
        ("thrice", Once),
        ("other", Other2),
        ("short", Short),
        ("brief", Short),
        ("shortly", Soon),
        ("soon", Soon),
        ("very", Very),
        ("his", Its),
        ("her", Its),
        ("its", Its),
        ("their", Its),
        ("our", Its),
        ("my", Its),
        ("your", Its),
    ]
};

const SLOTS: usize = 4096;

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut slots = vec![(0, Word::Other); SLOTS];
    for &(word, class) in WORDS {
        let key = key(word);
        let mut at = slot(key);
        while slots[at].0 != 0 && slots[at].0 != key {
            at = (at + 1) % SLOTS;
        }
        slots[at] = (key, class);
    }
    Table { slots: slots.into_boxed_slice() }
});

/// The table, open and linearly probed.
pub(crate) struct Table {
    slots: Box<[(u64, Word)]>,
}

impl Table {
    /// The one table.
    pub(crate) fn get() -> &'static Table {
        &TABLE
    }

    /// What the word with this key can do.
    #[inline]
    pub(crate) fn word(&self, key: u64) -> Word {
        let mut at = slot(key);
        loop {
            let (found, word) = self.slots[at];
            if found == key {
                return word;
            }
            if found == 0 {
                return Word::Other;
            }
            at = (at + 1) % SLOTS;
        }
    }
}

#[inline]
fn slot(key: u64) -> usize {
    ((key ^ (key >> 32)) as usize) % SLOTS
}
