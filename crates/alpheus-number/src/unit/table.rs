//! The units: their names, what they measure, and every factor that a name may stand for.
//!
//! A table, because no library knows these: the unit libraries of Rust type a quantity when
//! the program is compiled, where a text names it when the program runs, and none has versts,
//! arpents or a ton that may be any of three. Factors of today's units are exact by definition
//! (NIST Special Publication 811, 2008, appendix B; Weights and Measures Act 1985, schedule 1)
//! and are tested against one (`uom`); old ones have their source beside them.

use super::Dimension::{
    self, Area, Density, Energy, Flow, Force, Length, Mass, Power, Pressure, Speed,
    Temperature, Volume,
};

/// A row of the table.
#[derive(Debug)]
pub(super) struct Row {
    pub(super) name: &'static str,
    pub(super) dimension: Dimension,
    /// How many basic units it is: every reading, the likeliest first.
    pub(super) factors: &'static [f64],
    /// What is added before the factor is applied: scales of temperature begin elsewhere.
    pub(super) zero: f64,
}

macro_rules! units {
    ($($id:ident $name:literal $dimension:ident $factors:expr $(, from $zero:literal)?;)*) => {
        /// A row of [`ROWS`].
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(u8)]
        pub(super) enum Id { $($id),* }

        pub(super) static ROWS: &[Row] = &[$(Row {
            name: $name,
            dimension: $dimension,
            factors: &$factors,
            zero: 0.0 $(+ $zero)?,
        }),*];
    };
}

const FOOT: f64 = 0.3048;
const INCH: f64 = FOOT / 12.0;
const YARD: f64 = 3.0 * FOOT;
const MILE: f64 = 5280.0 * FOOT;
const NAUTICAL: f64 = 1852.0;
/// The mile of the Admiralty, 6080 feet.
const ADMIRALTY: f64 = 6080.0 * FOOT;
const ACRE: f64 = 4840.0 * YARD * YARD;
const POUND: f64 = 0.453_592_37;
const LONG_TON: f64 = 2240.0 * POUND;
const SHORT_TON: f64 = 2000.0 * POUND;
const IMPERIAL_GALLON: f64 = 0.004_546_09;
const US_GALLON: f64 = 231.0 * INCH * INCH * INCH;
const IMPERIAL_BUSHEL: f64 = 8.0 * IMPERIAL_GALLON;
const US_BUSHEL: f64 = 2150.42 * INCH * INCH * INCH;
const HOUR: f64 = 3600.0;
const ATMOSPHERE: f64 = 101_325.0;
const MERCURY: f64 = 133.322_387_415;
const GRAVITY: f64 = 9.806_65;
const FOOT_POUND_SECOND: f64 = FOOT * POUND * GRAVITY;
const METRIC_HORSE: f64 = 75.0 * GRAVITY;
/// 443.296 lines to the metre, 864 to the toise: law of 19 frimaire an VIII (1799).
const TOISE: f64 = 864.0 / 443.296;
const PIED: f64 = TOISE / 6.0;
/// Of Burgos: royal order of 9 December 1852, table of equivalents.
const VARA: f64 = 0.835_905;
/// Seven English feet: ukase of 11 October 1835.
const SAZHEN: f64 = 7.0 * FOOT;
/// Statute on weights and measures of 4 June 1899.
const FUNT: f64 = 0.409_512_41;
/// Of Prussia, 139.13 Paris lines: measures ordinance of 16 May 1816.
const PRUSSIAN_FOOT: f64 = 139.13 / 144.0 * PIED;
/// F. Hultsch, *Griechische und römische Metrologie*, 2nd edition, 1882.
const ROMAN_FOOT: f64 = 0.295_7;

units! {
    Metre "metres" Length [1.0];
    Kilometre "kilometres" Length [1e3];
    Centimetre "centimetres" Length [0.01];
    Millimetre "millimetres" Length [1e-3];
    Mile "miles" Length [MILE, NAUTICAL, ADMIRALTY];
    StatuteMile "statute miles" Length [MILE];
    NauticalMile "nautical miles" Length [NAUTICAL, ADMIRALTY];
    Yard "yards" Length [YARD];
    Foot "feet" Length [FOOT];
    Inch "inches" Length [INCH];
    Fathom "fathoms" Length [6.0 * FOOT];
    Furlong "furlongs" Length [220.0 * YARD];
    Chain "chains" Length [22.0 * YARD];
    Rod "rods" Length [5.5 * YARD];
    // Of three miles of land or sea; of France 25 and 20 to the degree, of the post (2000
    // toises), metric (1812); of Spain 5000 and 20,000/3 varas; of Portugal 18 to the degree.
    League "leagues" Length [
        3.0 * MILE, 3.0 * NAUTICAL, 40e6 / 360.0 / 25.0, 2000.0 * TOISE, 4000.0,
        5000.0 * VARA, 20_000.0 / 3.0 * VARA, 40e6 / 360.0 / 18.0
    ];
    // Of Prussia (24,000 feet), geographical (15 to the degree), of the North German
    // Confederation (law of 17 August 1868).
    GermanMile "German miles" Length [24_000.0 * PRUSSIAN_FOOT, 7420.44, 7500.0];
    RomanMile "Roman miles" Length [5000.0 * ROMAN_FOOT];
    // Olympic, an eighth of a Roman mile, of 600 Roman feet, of Eratosthenes (Hultsch).
    Stade "stades" Length [192.27, 625.0 * ROMAN_FOOT, 600.0 * ROMAN_FOOT, 157.5];
    Verst "versts" Length [500.0 * SAZHEN];
    Sazhen "sazhens" Length [SAZHEN];
    Arshin "arshins" Length [SAZHEN / 3.0];
    Toise "toises" Length [TOISE];
    Vara "varas" Length [VARA, 33.0 * INCH + INCH / 3.0];
    // 1800 chi of the Qing survey (0.32 m), the law of 1929, three to the mile by custom.
    Li "li" Length [576.0, 500.0, MILE / 3.0];
    // Also the royal cubit of Egypt: W. M. Flinders Petrie, *Inductive Metrology*, 1877.
    Cubit "cubits" Length [18.0 * INCH, 20.62 * INCH, 1.5 * ROMAN_FOOT];
    SquareMetre "square metres" Area [1.0];
    SquareKilometre "square kilometres" Area [1e6];
    SquareCentimetre "square centimetres" Area [1e-4];
    SquareMile "square miles" Area [MILE * MILE];
    SquareYard "square yards" Area [YARD * YARD];
    SquareFoot "square feet" Area [FOOT * FOOT];
    SquareInch "square inches" Area [INCH * INCH];
    // "sq. m." is miles in old books.
    SquareM "sq m" Area [1.0, MILE * MILE];
    SquareVerst "square versts" Area [500.0 * SAZHEN * 500.0 * SAZHEN];
    Hectare "hectares" Area [1e4];
    Acre "acres" Area [ACRE];
    Rood "roods" Area [ACRE / 4.0];
    // 100 square perches of 18, 20 and 22 feet.
    Arpent "arpents" Area [
        180.0 * PIED * 180.0 * PIED, 200.0 * PIED * 200.0 * PIED,
        220.0 * PIED * 220.0 * PIED
    ];
    // 2400 square sazhens, or 3200 of the landlord's kind.
    Desyatin "desyatins" Area [2400.0 * SAZHEN * SAZHEN, 3200.0 * SAZHEN * SAZHEN];
    // 180 square rods of 12 Prussian feet; of the Cape, 600 square roods of 12 Rhenish feet.
    Morgen "morgen" Area [180.0 * 144.0 * PRUSSIAN_FOOT * PRUSSIAN_FOOT, 8565.3, 2500.0];
    // Metric, of Turkey before 1934, of Iraq.
    Dunam "dunams" Area [1000.0, 919.3, 2500.0];
    // 333 1/3 square qasabas of 3.55 m.
    Feddan "feddans" Area [1000.0 / 3.0 * 3.55 * 3.55];
    Iugerum "iugera" Area [240.0 * 120.0 * ROMAN_FOOT * ROMAN_FOOT];
    CubicMetre "cubic metres" Volume [1.0];
    CubicKilometre "cubic kilometres" Volume [1e9];
    CubicCentimetre "cubic centimetres" Volume [1e-6];
    CubicMile "cubic miles" Volume [MILE * MILE * MILE];
    CubicYard "cubic yards" Volume [YARD * YARD * YARD];
    CubicFoot "cubic feet" Volume [FOOT * FOOT * FOOT];
    CubicInch "cubic inches" Volume [INCH * INCH * INCH];
    Litre "litres" Volume [1e-3];
    Hectolitre "hectolitres" Volume [0.1];
    Centilitre "centilitres" Volume [1e-5];
    Millilitre "millilitres" Volume [1e-6];
    Gallon "gallons" Volume [US_GALLON, IMPERIAL_GALLON];
    ImperialGallon "imperial gallons" Volume [IMPERIAL_GALLON];
    UsGallon "US gallons" Volume [US_GALLON];
    Quart "quarts" Volume [US_GALLON / 4.0, IMPERIAL_GALLON / 4.0, US_BUSHEL / 32.0];
    Pint "pints" Volume [US_GALLON / 8.0, IMPERIAL_GALLON / 8.0, US_BUSHEL / 64.0];
    FluidOunce "fluid ounces" Volume [US_GALLON / 128.0, IMPERIAL_GALLON / 160.0];
    Bushel "bushels" Volume [US_BUSHEL, IMPERIAL_BUSHEL];
    // Of oil, of beer (36 imperial and 31 US gallons), of dry goods (7056 cubic inches).
    Barrel "barrels" Volume [
        42.0 * US_GALLON, 36.0 * IMPERIAL_GALLON, 31.0 * US_GALLON, 31.5 * US_GALLON,
        7056.0 * INCH * INCH * INCH
    ];
    AcreFoot "acre-feet" Volume [ACRE * FOOT];
    Kilogram "kilograms" Mass [1.0];
    Gram "grams" Mass [1e-3];
    Milligram "milligrams" Mass [1e-6];
    Tonne "tonnes" Mass [1000.0];
    Ton "tons" Mass [LONG_TON, SHORT_TON, 1000.0];
    LongTon "long tons" Mass [LONG_TON];
    ShortTon "short tons" Mass [SHORT_TON];
    Pound "pounds" Mass [POUND];
    Ounce "ounces" Mass [POUND / 16.0, 480.0 * POUND / 7000.0];
    Grain "grains" Mass [POUND / 7000.0];
    Stone "stone" Mass [14.0 * POUND];
    Hundredweight "hundredweight" Mass [112.0 * POUND, 100.0 * POUND];
    // Metric, of 112 and 100 English pounds, of Castile (1852), of Paris (100 livres of 1799).
    Quintal "quintals" Mass [100.0, 112.0 * POUND, 100.0 * POUND, 46.009_3, 48.950_6];
    Pood "poods" Mass [40.0 * FUNT];
    // Of the treaties (133 1/3 pounds), of the law of 1929, of the Qing treasury.
    Picul "piculs" Mass [400.0 / 3.0 * POUND, 50.0, 59.681_6, 60.0];
    MetrePerSecond "m/s" Speed [1.0];
    KilometrePerHour "km/h" Speed [1000.0 / HOUR];
    MilePerHour "mph" Speed [MILE / HOUR];
    FootPerSecond "ft/s" Speed [FOOT];
    FootPerMinute "ft/min" Speed [FOOT / 60.0];
    Knot "knots" Speed [NAUTICAL / HOUR, ADMIRALTY / HOUR];
    Celsius "°C" Temperature [1.0], from 273.15;
    Fahrenheit "°F" Temperature [5.0 / 9.0], from 459.67;
    Reaumur "°Ré" Temperature [1.25], from 218.52;
    Kelvin "K" Temperature [1.0];
    Pascal "Pa" Pressure [1.0];
    Hectopascal "hPa" Pressure [100.0];
    Millibar "millibars" Pressure [100.0];
    Kilopascal "kPa" Pressure [1e3];
    Megapascal "MPa" Pressure [1e6];
    Gigapascal "GPa" Pressure [1e9];
    KilogramPerCentimetre "kg/cm²" Pressure [GRAVITY * 1e4];
    Bar "bar" Pressure [1e5];
    Atmosphere "atmospheres" Pressure [ATMOSPHERE, 98_066.5];
    PoundPerInch "psi" Pressure [POUND * GRAVITY / INCH / INCH];
    InchMercury "inHg" Pressure [25.4 * MERCURY];
    MillimetreMercury "mmHg" Pressure [MERCURY];
    Joule "joules" Energy [1.0];
    Kilojoule "kilojoules" Energy [1e3];
    Megajoule "megajoules" Energy [1e6];
    KilowattHour "kWh" Energy [3.6e6];
    Kilocalorie "kilocalories" Energy [4184.0, 4186.8];
    Watt "watts" Power [1.0];
    Kilowatt "kilowatts" Power [1e3];
    Megawatt "megawatts" Power [1e6];
    Horsepower "horsepower" Power [550.0 * FOOT_POUND_SECOND, METRIC_HORSE, 746.0];
    MetricHorsepower "PS" Power [METRIC_HORSE];
    Newton "newtons" Force [1.0];
    Kilonewton "kilonewtons" Force [1e3];
    PoundForce "lbf" Force [POUND * GRAVITY];
    CubicMetrePerSecond "m³/s" Flow [1.0];
    CubicFootPerSecond "cu ft/s" Flow [FOOT * FOOT * FOOT];
    PerSquareKilometre "/km²" Density [1e-6];
    PerSquareMile "/sq mi" Density [1.0 / (MILE * MILE)];
}

/// Units that one measure is told in, the larger first.
pub(super) static TOGETHER: &[(Id, Id)] = &[
    (Id::Mile, Id::Furlong),
    (Id::Mile, Id::Yard),
    (Id::Mile, Id::Foot),
    (Id::Furlong, Id::Yard),
    (Id::Yard, Id::Foot),
    (Id::Yard, Id::Inch),
    (Id::Fathom, Id::Foot),
    (Id::Foot, Id::Inch),
    (Id::Kilometre, Id::Metre),
    (Id::Metre, Id::Centimetre),
    (Id::Acre, Id::Rood),
    (Id::LongTon, Id::Hundredweight),
    (Id::Ton, Id::Hundredweight),
    (Id::Hundredweight, Id::Pound),
    (Id::Stone, Id::Pound),
    (Id::Pound, Id::Ounce),
    (Id::Kilogram, Id::Gram),
];
