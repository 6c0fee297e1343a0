//! Countries with their peoples, and towns, regions and waters of one word that are named
//! often.

use alpheus_text::key;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// The key of a name, carried on by the key of its next word.
pub(super) fn combine(name: u64, word: u64) -> u64 {
    (name.rotate_left(5) ^ word).wrapping_mul(0x0000_0100_0000_01b3)
}

/// The key of a name of words parted by spaces.
fn phrase(name: &str) -> u64 {
    let mut words = name.split([' ', '-']).map(key);
    let first = words.next().unwrap_or_default();
    words.fold(first, combine)
}

/// The country that a name or a demonym stands for, by the key of its first name, and whether
/// it is a demonym.
pub(super) fn country(name: u64) -> Option<(u64, bool)> {
    static BY_NAME: LazyLock<FxHashMap<u64, (u64, bool)>> = LazyLock::new(|| {
        let mut countries = FxHashMap::default();
        for &(names, demonyms) in COUNTRIES {
            let mut all = names.split(';').map(|name| (phrase(name), false)).peekable();
            let Some(&(first, _)) = all.peek() else { continue };
            let people = demonyms.split_whitespace().map(|word| (phrase(word), true));
            countries
                .extend(all.chain(people).map(|(key, demonym)| (key, (first, demonym))));
        }
        for words in PEOPLES {
            let first = words.split(' ').next().map(key).unwrap_or_default();
            countries.extend(words.split(' ').map(|word| (key(word), (first, true))));
        }
        countries
    });
    BY_NAME.get(&name).copied()
}

/// Countries and regions under all their names, parted by semicolons, and the words for what
/// comes from there. The first name stands for all.
pub(super) const COUNTRIES: &[(&str, &str)] = &[
    ("united states;america;usa;us;united states of america", "american americans"),
    (
        "soviet union;ussr;soviet russia;red russia;union of soviet socialist republics",
        "soviet soviets",
    ),
    ("great britain;britain;united kingdom;uk", "british briton britons"),
    ("england", "english englishman englishmen englishwoman"),
    ("scotland", "scottish scots scotsman scotsmen scotch scotchmen"),
    ("wales", "welsh welshman welshmen"),
    ("ireland", "irish irishman irishmen"),
    ("france", "french frenchman frenchmen frenchwoman"),
    ("germany;german empire", "german germans"),
    ("russia;russian empire", "russian russians"),
    ("prussia", "prussian prussians"),
    ("austria", "austrian austrians"),
    ("austria-hungary", "austro-hungarian"),
    ("hungary", "hungarian hungarians magyar magyars"),
    ("italy", "italian italians"),
    ("spain", "spanish spaniard spaniards"),
    ("portugal", "portuguese"),
    ("netherlands;holland", "dutch dutchman dutchmen"),
    ("belgium", "belgian belgians"),
    ("switzerland", "swiss"),
    ("denmark", "danish dane danes"),
    ("norway", "norwegian norwegians"),
    ("sweden", "swedish swede swedes"),
    ("finland", "finnish finn finns"),
    ("poland", "polish pole poles"),
    ("czechoslovakia", "czechoslovak czechoslovaks czechoslovakian"),
    ("bohemia", "bohemian bohemians czech czechs"),
    (
        "romania;rumania;roumania",
        "romanian romanians rumanian rumanians roumanian roumanians",
    ),
    ("bulgaria", "bulgarian bulgarians bulgars"),
    ("serbia;servia", "serbian serbians serb serbs servian servians"),
    ("croatia", "croatian croatians croat croats"),
    ("yugoslavia", "yugoslav yugoslavs yugoslavian"),
    ("montenegro", "montenegrin montenegrins"),
    ("albania", "albanian albanians"),
    ("greece", "greek greeks"),
    ("turkey;ottoman empire", "turkish turk turks ottoman ottomans"),
    ("ukraine", "ukrainian ukrainians"),
    ("belarus;byelorussia", "belarusian belarusians byelorussian"),
    ("lithuania", "lithuanian lithuanians"),
    ("latvia", "latvian latvians"),
    ("estonia", "estonian estonians"),
    ("georgia", "georgian georgians"),
    ("armenia", "armenian armenians"),
    ("persia;iran", "persian persians iranian iranians"),
    ("iraq;mesopotamia", "iraqi iraqis"),
    ("syria", "syrian syrians"),
    ("lebanon", "lebanese"),
    ("israel", "israeli israelis"),
    ("palestine", "palestinian palestinians"),
    ("egypt", "egyptian egyptians"),
    ("arabia;saudi arabia", "saudi saudis"),
    ("yemen", "yemeni yemenis"),
    ("afghanistan", "afghan afghans"),
    ("india", "indian indians"),
    ("pakistan", "pakistani pakistanis"),
    ("bangladesh", "bangladeshi bangladeshis"),
    ("china", "chinese"),
    ("japan", "japanese"),
    ("korea", "korean koreans"),
    ("north korea", ""),
    ("south korea", ""),
    ("vietnam", "vietnamese"),
    ("thailand;siam", "thai siamese"),
    ("burma;myanmar", "burmese"),
    ("malaysia;malaya", "malay malays malaysian malaysians"),
    ("indonesia", "indonesian indonesians"),
    ("philippines", "filipino filipinos philippine"),
    ("australia", "australian australians"),
    ("new zealand", "zealander zealanders"),
    ("canada", "canadian canadians"),
    ("mexico", "mexican mexicans"),
    ("cuba", "cuban cubans"),
    ("brazil", "brazilian brazilians"),
    ("argentina", "argentine argentines argentinian"),
    ("chile", "chilean chileans"),
    ("peru", "peruvian peruvians"),
    ("colombia", "colombian colombians"),
    ("venezuela", "venezuelan venezuelans"),
    ("bolivia", "bolivian bolivians"),
    ("paraguay", "paraguayan paraguayans"),
    ("uruguay", "uruguayan uruguayans"),
    ("south africa", ""),
    ("transvaal;south african republic", "transvaaler transvaalers"),
    ("ethiopia;abyssinia", "ethiopian ethiopians abyssinian abyssinians"),
    ("nigeria", "nigerian nigerians"),
    ("kenya", "kenyan kenyans"),
    ("sudan;soudan", "sudanese soudanese"),
    ("morocco", "moroccan moroccans"),
    ("algeria", "algerian algerians"),
    ("libya", "libyan libyans"),
    ("tunisia", "tunisian tunisians"),
    ("ghana", "ghanaian ghanaians"),
    ("zimbabwe;rhodesia", "zimbabwean rhodesian"),
    ("europe", "european europeans"),
    ("asia", "asian asians asiatic"),
    ("africa", "african africans"),
    ("rome;roman empire", "roman romans"),
    ("carthage", "carthaginian carthaginians"),
    ("athens", "athenian athenians"),
    ("sparta", "spartan spartans"),
    ("macedonia;macedon", "macedonian macedonians"),
    ("venice", "venetian venetians"),
    ("saxony", "saxon saxons"),
    ("bavaria", "bavarian bavarians"),
    ("sicily", "sicilian sicilians"),
    ("corsica", "corsican corsicans"),
    ("byzantium;byzantine empire", "byzantine byzantines"),
    ("normandy", "norman normans"),
    ("siberia", "siberian siberians"),
    ("crimea", "crimean"),
    ("texas", "texan texans"),
    ("virginia", "virginian virginians"),
    ("california", "californian californians"),
];

/// Peoples that no country in the list is named after, each under all its words.
pub(super) const PEOPLES: &[&str] = &[
    "boer boers",
    "moor moors moorish",
    "hun huns",
    "goth goths gothic",
    "visigoth visigoths visigothic",
    "ostrogoth ostrogoths",
    "vandal vandals",
    "frank franks frankish",
    "lombard lombards",
    "jew jews jewish",
    "arab arabs arabian arabians",
    "kurd kurds kurdish",
    "inca incas",
    "aztec aztecs",
    "maya mayas mayan mayans",
    "zulu zulus",
    "maori maoris",
    "basque basques",
    "catalan catalans catalonian",
    "breton bretons",
    "fleming flemings flemish",
    "walloon walloons",
    "slav slavs slavic slavonic",
    "celt celts celtic",
    "gaul gauls gallic",
    "viking vikings",
    "alemanni",
    "tartar tartars tatar tatars",
    "mongol mongols mongolian mongolians",
    "cossack cossacks",
    "sikh sikhs",
    "gurkha gurkhas goorkhas",
    "dervish dervishes",
    "mahratta mahrattas",
    "angolan angolans",
    "scandinavian scandinavians",
    "parthian parthians",
    "phoenician phoenicians",
    "babylonian babylonians",
    "assyrian assyrians",
    "trojan trojans",
    "cherokee cherokees",
    "iroquois",
    "sioux",
    "apache apaches",
];

/// Towns, regions and waters of one word.
pub(super) const TOWNS: &str = "\
    aberdeen adelaide aden alabama alaska alberta aleppo alexandria algiers alsace amsterdam \
    andalusia ankara annapolis antietam antwerp appomattox arizona arkansas atlanta auckland \
    austerlitz avignon baghdad baku baltimore bangkok barcelona basel bath beirut belfast \
    belgrade bengal bergen berlin bern birmingham bloemfontein bohemia bologna bombay bordeaux \
    boston boulogne brandenburg bremen breslau brest bridgetown brighton brisbane bristol \
    brittany brooklyn brunswick brussels bucharest budapest burgundy cadiz cairo calais calcutta \
    calvados cambridge canterbury canton capri caracas cardiff carthage catalonia caucasus ceylon \
    chancellorsville charleston chattanooga chester chicago chickamauga christchurch cincinnati \
    cleveland cologne colombo colorado connecticut constantinople copenhagen cordoba cork cornwall \
    corinth cracow cremona crete cyprus dakota dallas columbia columbus damascus danzig dardanelles delaware delhi \
    denver derby detroit devon dijon dorset dover dresden dublin dundee durham edinburgh \
    edmonton elbe essex exeter falklands ferrara flanders florence florida frankfurt \
    fredericksburg gallipoli galicia gascony genoa geneva gettysburg ghent gibraltar glasgow \
    gloucester granada guernsey hague haiti halifax hamburg hampshire hannover hanover harrisburg \
    havana hawaii helsinki herefordshire hiroshima hohenzollern houston idaho illinois indiana \
    iowa ipswich istanbul jamaica jena jerusalem jersey johannesburg kansas karachi kashmir kent \
    kentucky khartoum kiev kimberley kyiv königsberg kyoto ladysmith lahore lancashire lancaster \
    leeds leicester leipzig leningrad lexington liège lille lisbon liverpool lombardy london \
    lorraine louisiana louisville lübeck lucknow lyon lyons madras madrid mafeking magdeburg maine \
    malta manassas manchester manchuria manila mantua marseille marseilles maryland massachusetts \
    mauritius mecca medina melbourne memphis messina metz miami michigan milan minneapolis \
    minnesota minsk mississippi missouri mobile mongolia montana montreal moravia moscow munich \
    nagasaki nanking naples narva nashville natal navarre nazareth nebraska nevada newark \
    newcastle newfoundland nijmegen norfolk northampton northumberland norwich nottingham \
    odessa ohio oklahoma ontario oporto oregon orleans osaka oslo ottawa oxford padua palermo \
    panama paris parma peking beijing pennsylvania petersburg petrograd philadelphia piedmont \
    pittsburgh plymouth pomerania pondicherry portsmouth potomac potsdam prague pretoria \
    provence quebec ravenna reims rheims rhine rhineland richmond riga rochester rotterdam \
    rouen ruhr salamanca salisbury salonica samara saragossa sardinia savannah savoy schleswig \
    scandinavia seattle sebastopol sevastopol seoul seville shanghai sheffield shetland shrewsbury \
    siena silesia singapore smyrna somerset southampton stalingrad stockholm strasbourg stuttgart \
    suffolk sumatra surrey sussex sydney tangier tasmania tehran tennessee thessalonica \
    tobruk tokyo toledo toronto toulon toulouse trafalgar trent trieste tripoli tunis turin tuscany \
    tyrol ulster utah utrecht valencia vancouver venetia verdun vermont verona versailles \
    vicksburg vienna vilna vilnius vladivostok volga warsaw washington waterloo westminster \
    westphalia whitehall wilmington winchester wisconsin wittenberg worcester wyoming yalta \
    yorkshire ypres zagreb zanzibar zurich zürich thames seine danube nile tiber loire rhône \
    balkans alps pyrenees andes himalayas atlantic pacific mediterranean baltic adriatic \
    caribbean antarctica greenland iceland luxembourg liechtenstein monaco kuwait qatar jordan \
    bahrain oman nepal tibet euphrates tigris marne somme meuse vistula oder dnieper dniester ganges laos cambodia taiwan formosa kazakhstan uzbekistan azerbaijan \
    turkmenistan kyrgyzstan tajikistan moldova slovakia slovenia bosnia herzegovina kosovo angola \
    mozambique congo zambia uganda tanzania rwanda somalia eritrea senegal cameroon namibia \
    botswana madagascar guatemala honduras confederacy nicaragua ecuador manhattan hollywood texas virginia";
