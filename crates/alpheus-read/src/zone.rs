//! Words that tell of the night or of a time zone: what happens then is of one day here and
//! of the next elsewhere, as the surrender of 8 May 1945 was of 9 May in Moscow.

use crate::scene::Scene;
use alpheus_text::{Lexicon, key};
use std::ops::Range;

/// Words that say so alone.
static NIGHT: Lexicon<(), 16> =
    Lexicon::new(&[("midnight night nightfall overnight gmt utc", ())]);
/// "local time", "Moscow time", "Central European Time".
const TIME: u64 = key("time");

/// Whether some of these tokens tell of the night or of a zone.
pub(crate) fn is_told(scene: &Scene<'_>, mut among: Range<usize>) -> bool {
    among.any(|at| {
        let token = &scene.tokens[at];
        token.is_word()
            && (NIGHT.has(token.key) || token.key == TIME && names_a_zone(scene, at))
    })
}

/// Whether the word before "time" names a place, or is "local".
fn names_a_zone(scene: &Scene<'_>, time: usize) -> bool {
    time.checked_sub(1).is_some_and(|before| {
        let token = &scene.tokens[before];
        token.key == const { key("local") }
            || token.is_word() && token.capital && !token.starts_sentence
    })
}
