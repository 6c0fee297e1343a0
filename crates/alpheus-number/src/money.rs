//! Money: signs before a number and names behind it.
//!
//! Small coins are told in the large one they are parts of, so that "10s. 6d." is a figure in
//! pounds. Names that are also names of other things are read where that is unlikely; "pounds"
//! alone are left to the units of weight.

use crate::{Currency, cursor::Cursor, reader::number};
use alpheus_text::{Lexicon, key};

/// The currency that a sign stands for.
pub(crate) fn sign(mark: char) -> Option<Currency> {
    Some(match mark {
        '£' | '₤' => Currency::Pound,
        '$' => Currency::Dollar,
        '€' => Currency::Euro,
        '₣' => Currency::Franc,
        '₽' => Currency::Rouble,
        '₹' => Currency::Rupee,
        '¥' => Currency::Yen,
        '₺' | '₴' | '₩' | '₪' | '₫' => Currency::Other,
        _ => return None,
    })
}

static PREFIXES: Lexicon<Currency, 8> =
    Lexicon::new(&[("rs", Currency::Rupee), ("rm", Currency::Mark)]);

/// The currency abbreviated before the number at `at`: "Rs. 500".
pub(crate) fn before(c: Cursor<'_>, at: usize) -> Option<Currency> {
    let dot = usize::from(at > 0 && c.is(at - 1, '.'));
    PREFIXES.get(c.word_before(at, 1 + dot))
}

static NAMES: Lexicon<(Currency, f64), 256> = Lexicon::new(&[
    ("dollar dollars", (Currency::Dollar, 1.0)),
    ("cent cents", (Currency::Dollar, 0.01)),
    ("euro euros", (Currency::Euro, 1.0)),
    ("franc francs fr frs", (Currency::Franc, 1.0)),
    ("centime centimes", (Currency::Franc, 0.01)),
    ("marks reichsmark reichsmarks rm", (Currency::Mark, 1.0)),
    ("pfennig pfennigs", (Currency::Mark, 0.01)),
    ("rouble roubles ruble rubles", (Currency::Rouble, 1.0)),
    ("kopeck kopecks kopek kopeks", (Currency::Rouble, 0.01)),
    ("shilling shillings", (Currency::Pound, 1.0 / 20.0)),
    ("penny pence", (Currency::Pound, 1.0 / 240.0)),
    ("farthing farthings", (Currency::Pound, 1.0 / 960.0)),
    ("guinea guineas", (Currency::Pound, 1.05)),
    ("livre livres", (Currency::Livre, 1.0)),
    ("thaler thalers taler talers", (Currency::Thaler, 1.0)),
    ("florin florins guilder guilders gulden", (Currency::Florin, 1.0)),
    ("crowns kronen kroner kronor", (Currency::Crown, 1.0)),
    ("ducat ducats", (Currency::Ducat, 1.0)),
    ("lira liras lire", (Currency::Lira, 1.0)),
    ("peseta pesetas", (Currency::Peseta, 1.0)),
    ("rupee rupees", (Currency::Rupee, 1.0)),
    ("yen", (Currency::Yen, 1.0)),
    ("zloty złoty zlotys złotych", (Currency::Zloty, 1.0)),
    (
        "escudo escudos milreis reis maravedis peso pesos sous sols sesterces sestertii \
         denarii drachmas drachmae piastres dinars zecchins sequins scudi rixdollars \
         kopeikas forints pengő leva lei yuan taels",
        (Currency::Other, 1.0),
    ),
]);

/// The money named behind a number that ends before `at`: its currency, how much of it one
/// is, and the token after the name.
pub(crate) fn name(c: Cursor<'_>, at: usize) -> Option<(Currency, f64, usize)> {
    if c.is_word(at, const { key("pounds") }) || c.is_word(at, const { key("pound") }) {
        return if c.is_word(at + 1, const { key("sterling") }) {
            Some((Currency::Pound, 1.0, at + 2))
        } else {
            yearly(c, at + 1).then_some((Currency::Pound, 1.0, at + 1))
        };
    }
    let (currency, worth) = NAMES.get(c.word(at))?;
    Some((currency, worth, at + 1))
}

static TERMS: Lexicon<(), 16> = Lexicon::new(&[("year annum month week quarter", ())]);

/// Whether it is paid by the year: pounds of weight are not.
fn yearly(c: Cursor<'_>, at: usize) -> bool {
    let each = c.is_word(at, const { key("a") }) || c.is_word(at, const { key("per") });
    each && TERMS.has(c.word(at + 1))
        || c.is_word(at, const { key("annually") })
        || c.is_word(at, const { key("yearly") })
}

/// Shillings and pence as they are abbreviated, from the number at `at` on: pounds, the worth
/// of the last place, and the token after.
///
/// "4s. 6d." is read, and "6d.", and "20,000l."; "3d" alone is an ordinal in old books, "30s" may be years.
pub(crate) fn abbreviated(c: Cursor<'_>, at: usize) -> Option<(f64, f64, usize)> {
    let pence = 1.0 / 240.0;
    let Coin { letter, count, step, end } = coin(c, at)?;
    match letter {
        "l" => c.joins(end, '.').then_some((count, step, end)),
        "s" => {
            let next = end + usize::from(c.joins(end, '.') || c.joins(end, ','));
            if let Some(rest) = coin(c, next).filter(|coin| coin.letter == "d") {
                let pounds = count / 20.0 + rest.count * pence;
                return Some((pounds, rest.step * pence, rest.end));
            }
            (count < 100.0 && c.joins(end, '.')).then_some((
                count / 20.0,
                step / 20.0,
                end,
            ))
        }
        _ => {
            let last = c.number(at).filter(|_| end == at + 2).map(|number| number % 10);
            (!matches!(last, Some(2 | 3))).then_some((count * pence, step * pence, end))
        }
    }
}

/// A number of coins.
struct Coin<'a> {
    /// "l", "s" or "d".
    letter: &'a str,
    count: f64,
    step: f64,
    end: usize,
}

/// A number and the letter for a coin: "10s", "6½d", "10 s.".
fn coin(c: Cursor<'_>, at: usize) -> Option<Coin<'_>> {
    c.number(at)?;
    let number = number::read(c, at)?;
    let (end, letter) = (number.end, c.slice(number.end));
    let named =
        matches!(letter, "l" | "s" | "d") && (c.tight(end) || c.joins(end + 1, '.'));
    named.then_some(Coin { letter, count: number.value, step: number.step, end: end + 1 })
}
