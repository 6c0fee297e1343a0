//! Roman numerals.

/// The value of a word that is a Roman numeral, all in capitals or all in small letters.
///
/// Only the usual spelling is read, so that `IIII`, `IC` and most words of those letters are
/// none; "I", "mix" and "di" look the same as numerals, which is for the caller to tell.
///
/// # Example: regnal numbers and pages
/// ```
/// use alpheus_text::numeral::roman;
/// assert_eq!(roman("XVIII"), Some(18));
/// assert_eq!(roman("iv"), Some(4));
/// assert_eq!(roman("Mix"), None);
/// assert_eq!(roman("IIX"), None);
/// ```
pub fn roman(word: &str) -> Option<u32> {
    const PLACES: [(u32, [&str; 10]); 4] = [
        (1000, ["", "m", "mm", "mmm", "", "", "", "", "", ""]),
        (100, ["", "c", "cc", "ccc", "cd", "d", "dc", "dcc", "dccc", "cm"]),
        (10, ["", "x", "xx", "xxx", "xl", "l", "lx", "lxx", "lxxx", "xc"]),
        (1, ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"]),
    ];
    let bytes = word.as_bytes();
    let one_case = bytes.iter().all(u8::is_ascii_uppercase)
        || bytes.iter().all(u8::is_ascii_lowercase);
    if bytes.is_empty() || bytes.len() > 15 || !one_case {
        return None;
    }
    let mut rest = bytes;
    let mut value = 0;
    for (place, digits) in PLACES {
        let fits = |digit: &&str| {
            rest.get(..digit.len())
                .is_some_and(|head| head.eq_ignore_ascii_case(digit.as_bytes()))
        };
        let (digit, letters) = digits
            .iter()
            .enumerate()
            .filter(|(_, digit)| fits(digit))
            .max_by_key(|(_, digit)| digit.len())
            .unwrap_or((0, &""));
        value += place * if letters.is_empty() { 0 } else { digit as u32 };
        rest = &rest[letters.len()..];
    }
    rest.is_empty().then_some(value)
}
