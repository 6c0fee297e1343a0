//! What a capitalised word may be within a name: a given name, a title, the head of the name
//! of a place, an organisation or a work, or no name at all.

use super::{gazetteer, given};
use alpheus_text::{Token, Vocabulary};
use std::sync::LazyLock;

/// What a word may be: a set, as many words have two lives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(super) struct Roles(u32);

impl Roles {
    /// Nothing that is known.
    pub(super) const NONE: Roles = Roles(0);
    /// "John", "Mary".
    pub(super) const GIVEN: Roles = Roles(1);
    /// Of a man: given names and titles.
    pub(super) const MAN: Roles = Roles(1 << 1);
    /// Of a woman.
    pub(super) const WOMAN: Roles = Roles(1 << 2);
    /// "General", "Mr": stands before a person's name.
    pub(super) const TITLE: Roles = Roles(1 << 3);
    /// "Lord", "Duke": with "of X" it names a person.
    pub(super) const PEER: Roles = Roles(1 << 4);
    /// "King", "Pope": a given name may follow alone.
    pub(super) const REGAL: Roles = Roles(1 << 5);
    /// "Paris".
    pub(super) const PLACE: Roles = Roles(1 << 6);
    /// "Fort", "New": begins the name of a place.
    pub(super) const PLACE_FRONT: Roles = Roles(1 << 7);
    /// "River", "County": ends the name of a place.
    pub(super) const PLACE_BACK: Roles = Roles(1 << 8);
    /// "Army", "Committee": the name is that of an organisation.
    pub(super) const ORGANISATION: Roles = Roles(1 << 9);
    /// "Congress": an organisation by itself.
    pub(super) const BODY: Roles = Roles(1 << 10);
    /// "Gazette", "Times": the name is that of a newspaper or the like.
    pub(super) const WORK: Roles = Roles(1 << 11);
    /// "War", "Treaty", "Act": what is so called is none of the four.
    pub(super) const OTHER: Roles = Roles(1 << 12);
    /// "French": of a country.
    pub(super) const DEMONYM: Roles = Roles(1 << 13);
    /// "The", "However", "January", "I": no part of a name.
    pub(super) const NEVER: Roles = Roles(1 << 14);
    /// "Jr", "Esq": after a name, and no part of it.
    pub(super) const SUFFIX: Roles = Roles(1 << 15);
    /// "de", "von": within a name, in small letters.
    pub(super) const PARTICLE: Roles = Roles(1 << 16);
    /// "book", "newspaper": leads in a title in quotation marks.
    pub(super) const WRITING: Roles = Roles(1 << 17);
    /// "said", "wrote": what persons do.
    pub(super) const SPEECH: Roles = Roles(1 << 18);
    /// "in", "near": a place may follow.
    pub(super) const WHERE: Roles = Roles(1 << 19);
    /// "corps", "division": a number may stand before it.
    pub(super) const UNIT: Roles = Roles(1 << 20);
    /// "II", "XIV": the number of a monarch.
    pub(super) const NUMERAL: Roles = Roles(1 << 21);

    /// "Ford", "Church": a surname too.
    pub(super) const SURNAME: Roles = Roles(1 << 22);

    /// "Grand", "Field": a title if one follows.
    pub(super) const LEAD: Roles = Roles(1 << 23);
    /// "First", "Ninth": begins the name of a unit.
    pub(super) const ORDINAL: Roles = Roles(1 << 24);
    /// "river", "village": a place is named right after.
    pub(super) const PLACE_NOUN: Roles = Roles(1 << 25);
    /// "reached", "left": what is done to places.
    pub(super) const APPROACH: Roles = Roles(1 << 26);

    /// "Republican", "Catholic": of a party or a faith.
    pub(super) const CREED: Roles = Roles(1 << 27);

    /// "cast", "role": persons and parts are named side by side.
    pub(super) const STAGE: Roles = Roles(1 << 28);

    /// Whether the two share a role.
    pub(super) const fn any(self, other: Roles) -> bool {
        self.0 & other.0 != 0
    }

    /// The roles of either.
    pub(super) const fn or(self, other: Roles) -> Roles {
        Roles(self.0 | other.0)
    }

    /// The roles of both.
    pub(super) const fn and(self, other: Roles) -> Roles {
        Roles(self.0 & other.0)
    }
}

const WORDS: &[(Roles, &str)] = &[
    (
        Roles::TITLE,
        "dr doctor rev reverend canon dean capt captain col colonel gen general maj major lieut \
         lt lieutenant sergeant sgt sergt corporal corp private professor prof judge justice \
         senator governor gov marshal commodore admiral adm president minister secretary \
         chancellor mayor ambassador comrade commander brigadier premier congressman \
         representative ensign commissar chairman director inspector consul midshipman cadet \
         surgeon chaplain sheriff hon honourable honorable historian",
    ),
    (
        Roles::TITLE.or(Roles::MAN),
        "mr m mister messrs herr monsieur signor señor don brother father bro uncle rabbi imam \
         graf ritter mm master",
    ),
    (
        Roles::TITLE.or(Roles::WOMAN),
        "mrs miss ms madame madam mme mlle mademoiselle frau fräulein signora señora aunt sister \
         mother",
    ),
    (
        Roles::TITLE.or(Roles::MAN).or(Roles::REGAL),
        "sir king emperor pope tsar czar sultan kaiser cardinal archbishop bishop abbot friar \
         caliph shah khan pharaoh saint st",
    ),
    (
        Roles::TITLE.or(Roles::WOMAN).or(Roles::REGAL),
        "queen empress dame tsarina czarina",
    ),
    (
        Roles::TITLE.or(Roles::MAN).or(Roles::REGAL).or(Roles::PEER),
        "lord duke earl count baron prince marquis marquess viscount archduke margrave comte duc \
         elector landgrave marquès conde",
    ),
    (
        Roles::TITLE.or(Roles::WOMAN).or(Roles::REGAL).or(Roles::PEER),
        "lady duchess countess baroness princess marchioness viscountess archduchess",
    ),
    (
        Roles::PLACE_FRONT,
        "fort ft mount mt lake cape port new north south east west great upper lower san santa \
         los las el st saint point northern southern eastern western central isle isles mont \
         monte rio camp nova little old bay gulf rue puerto villa sierra ciudad bad sainte big",
    ),
    (
        Roles::PLACE_BACK,
        "river county street valley mountain mountains island islands bay ocean sea creek road \
         avenue square bridge hill hills heights ridge pass peak desert province state territory \
         district castle palace abbey harbour harbor channel strait straits peninsula city town \
         village park lane forest canal beach springs station courthouse run ford ferry landing \
         point coast gap republic kingdom empire federation prefecture oblast plantation house \
         farm tower gate cemetery airport delta plateau basin range canyon falls lakes shire \
         governorate place plain plains court hall stadium arena states indies viceroyalty downs duchy principality",
    ),
    (
        Roles::ORGANISATION,
        "party company co church college university school bank ministry department office \
         committee commission council union league federation association society club \
         institute academy guard guards government international staff board bureau agency press \
         hospital museum railway railroad airlines corporation ltd inc organization organisation \
         front movement authority service services foundation conference administration \
         community group fund trust brothers sons institution orchestra command workers police \
         alliance confederation directorate chamber exchange order legion constabulary junta tribunal \
         observatory laboratory seminary team news radio television records studios \
         entertainment pictures",
    ),
    (
        Roles::ORGANISATION.or(Roles::UNIT),
        "army navy corps division brigade regiment battalion cavalry infantry artillery fleet \
         squadron force forces hussars dragoons lancers fusiliers volunteers militia battery \
         wing grenadiers highlanders rifles engineers marines group",
    ),
    (
        Roles::BODY,
        "congress parliament senate reichstag duma bundestag knesset cortes comintern kremlin \
         politburo gestapo wehrmacht luftwaffe reichswehr commons riksdag sejm directory \
         vatican nato unesco admiralty cheka interpol reuters bolsheviks mensheviks nazis \
         jacobins girondins whigs tories democrats republicans labour",
    ),
    (
        Roles::WORK,
        "times gazette herald tribune chronicle telegraph post mail journal magazine review \
         quarterly register advertiser mercury observer guardian examiner monitor \
         encyclopaedia encyclopedia dictionary spectator bible gospel koran testament \
         pravda izvestia figaro",
    ),
    (
        Roles::OTHER,
        "war battle treaty act revolution siege campaign rebellion revolt conference reformation \
         renaissance expedition crusade convention constitution protocol pact declaration \
         amendment edict charter bill mutiny uprising massacre operation plan age era prize \
         award medal cross cup championship championships olympics games festival day night \
         sunday easter christmas hms uss ss line wars battles proclamation agreement armistice \
         truce question affair scandal crisis depression league-table season tournament open \
         holocaust bowl grand doctrine law code book chapter volume vol no section article part \
         appendix figure table fig map plate officer officers designer style mp",
    ),
    (
        Roles::NEVER,
        "i the a an and or but nor so yet for if when while where as at by in of on to up from \
         with into upon after before since until though although because that this these those \
         there here he she it we they you his her its our their my your him them us me who whom \
         whose which what why how not no yes all any both each every few many more most much \
         some such several other another one two three four five six seven eight nine ten \
         eleven twelve first second third january february march april may june july august \
         september october november december monday tuesday wednesday thursday friday saturday \
         sunday then thus hence however meanwhile moreover nevertheless nor now once only \
         perhaps still too also again against about above across along among around behind \
         below beneath beside besides between beyond despite down during except inside like \
         near off out outside over past per through throughout toward towards under unlike \
         unto via within without yesterday today tomorrow yet o oh ah god is are was were be \
         been being have has had do does did will would shall should can could may might must \
         let having according even ever never always often sometimes soon later early finally \
         next last lastly instead indeed therefore whereas whether whatever whenever wherever \
         whoever nothing something everything everyone nobody somebody anyone none neither \
         either less least same very well just hardly scarcely almost nearly back see note \
         notes ibid op cit loc cf footnote illustration contents index preface introduction bc \
         ad bce ce am pm p pp ed edn trans heaven providence almighty highness majesty \
         excellency lordship ladyship captains generals colonels officers congressmen senators \
         governors ministers presidents letter letters death \
         ii iii iv vi vii viii ix xi xii xiii xiv xv xvi xvii xviii xix xx thy thou thee \
         although amid amidst apart aside added additionally afterwards altogether anyway \
         consequently eventually evidently formerly fortunately further furthermore generally \
         gradually immediately initially likewise mostly naturally notwithstanding obviously \
         occasionally otherwise overall partly possibly presently previously probably quite \
         rather recently similarly simultaneously shortly slowly suddenly supposing \
         ultimately unfortunately usually whereupon nay lo alas sire sirs gentlemen ladies \
         dear thank thanks please hello",
    ),
    (
        Roles::SURNAME,
        "hill hills ford park lane hall castle forest field church bank banks guard house gate \
         gates brook brooks wells beach college point pass camp post cross price march bell \
         street lake bay law bush page case day knight constable marshall order school",
    ),
    (
        Roles::LEAD,
        "grand first second chief field vice deputy prime attorney solicitor assistant foreign \
         acting under great crown high",
    ),
    (
        Roles::ORDINAL,
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth \
         thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth",
    ),
    (
        Roles::PLACE_NOUN,
        "river rivers town towns city cities village villages port county province provinces \
         island islands district region fortress bridge hamlet suburb borough parish mountain \
         mountains capital valley castle municipality commune duchy kingdom republic siege",
    ),
    (
        Roles::APPROACH,
        "reached left entered occupied evacuated captured besieged reaching leaving entering \
         occupying capturing besieging",
    ),
    (
        Roles::CREED,
        "republican republicans democratic democrat conservative conservatives liberal liberals \
         socialist socialists communist communists fascist fascists federal federals \
         confederate confederates unionist unionists royalist royalists catholic catholics \
         protestant protestants christians muslim muslims islamic buddhist hindu hindus baptist \
         methodist anglican lutheran orthodox presbyterian puritan puritans jesuit jesuits \
         independent nationalist nationalists bolshevik tory whig nazi allied allies",
    ),
    (
        Roles::STAGE,
        "cast role roles part parts played plays playing starring starred stars star character \
         characters portrayed portrays portraying actor actors actress actresses stage theatre \
         theater circus films movies novels operas episode episodes performed voiced director \
         directed pseudonym pseudonyms singer singers band musician champion winner won lap team \
         coach season match goal scored replaced succeeded elected defeated candidate",
    ),
    (Roles::SUFFIX, "jr sr esq esquire bart mp phd md kcb kcmg vc frs cb qc"),
    (
        Roles::WRITING,
        "book books novel novels poem play film movie newspaper paper magazine journal pamphlet \
         opera song album article essay story tale ballad painting symphony series entitled \
         titled treatise memoir memoirs hymn tract drama comedy tragedy documentary single \
         manifesto autobiography biography",
    ),
    (
        Roles::SPEECH,
        "said says writes wrote declared replied answered asked told remarked stated added \
         thought believed argued claimed observed exclaimed insisted died wished hoped knew \
         felt ordered married replies commanded resigned himself herself",
    ),
    (
        Roles::WHERE,
        "in near at around outside through throughout across towards toward into",
    ),
    (
        Roles::NUMERAL,
        "ii iii iv vi vii viii ix xi xii xiii xiv xv xvi xvii xviii xix xx v x i",
    ),
];

static LEXICON: LazyLock<Vocabulary<Roles>> = LazyLock::new(|| {
    let mut rows = WORDS.to_vec();
    let given = given::NAMES.iter();
    rows.extend(given.map(|&(roles, words)| (roles.or(Roles::GIVEN), words)));
    rows.push((Roles::PLACE, gazetteer::TOWNS));
    rows.extend(gazetteer::PEOPLES.iter().map(|&people| (Roles::DEMONYM, people)));
    for &(country, demonyms) in gazetteer::COUNTRIES {
        let names = country.split(';').filter(|name| !name.trim().contains(' '));
        rows.extend(names.map(|name| (Roles::PLACE, name)));
        rows.push((Roles::DEMONYM, demonyms));
    }
    Vocabulary::new(&rows, Roles::or)
});

/// The roles of a word.
pub(super) fn roles_of(token: &Token) -> Roles {
    LEXICON.get(token.word_key())
}
