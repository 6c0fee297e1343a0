//! Lineages whose truth is known.

use super::{
    simulate::{Chance, Copying, Score, copies, score},
    *,
};

const PLAIN: Copying = Copying {
    witnesses: 10,
    words: 250,
    slips: 12,
    damage: 30,
    excerpts: 25,
    hidden: 0,
    lost: 0,
};

fn scores(copying: Copying) -> Score {
    (0..20).map(|seed| score(&copies(copying, &mut Chance::new(seed)))).sum()
}

#[test]
fn measure() {
    for (name, copying) in [
        ("dated", PLAIN),
        ("half", Copying { hidden: 50, ..PLAIN }),
        ("hidden", Copying { hidden: 100, ..PLAIN }),
        ("lost", Copying { lost: 30, ..PLAIN }),
        ("lost hidden", Copying { lost: 30, hidden: 100, ..PLAIN }),
        ("noisy", Copying { damage: 120, ..PLAIN }),
        ("short", Copying { words: 60, ..PLAIN }),
        ("40", Copying { witnesses: 40, ..PLAIN }),
        ("3", Copying { witnesses: 3, ..PLAIN }),
    ] {
        println!("{name} {:?}", scores(copying));
    }
}
