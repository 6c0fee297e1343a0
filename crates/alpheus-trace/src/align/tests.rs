//! Alignments, by eye and beside a recurrence cell by cell.

use super::*;
use crate::fold::shape;

fn extend(query: &str, target: &str) -> Extension {
    let [query, target] = [query, target].map(|text| Letters::new(text.as_bytes()));
    let turned = target.turned();
    Aligner::default().extend((&query, 0), (&turned, turned.len()), drop_for(31))
}

/// Both texts as their alignment has them, with gaps.
fn shown(query: &str, target: &str) -> [String; 2] {
    let mut lines = [String::new(), String::new()];
    let (mut a, mut b) = (query.chars(), target.chars());
    for run in extend(query, target).runs {
        for _ in 0..run.count {
            let of_query = run.step != Step::Target;
            let of_target = run.step != Step::Query;
            lines[0].push(if of_query { a.next().unwrap() } else { '-' });
            lines[1].push(if of_target { b.next().unwrap() } else { '-' });
        }
    }
    lines
}

#[test]
fn equal_letters_are_aligned_to_the_end() {
    let found = extend("inthebeginning", "inthebeginningwas");
    assert_eq!((found.score, found.query, found.target), (28, 14, 14));
    assert_eq!(found.runs, [Run { step: Step::Equal, count: 14 }]);
}

#[test]
fn a_dropped_word_is_one_gap() {
    assert_eq!(
        shown("thequickfoxjumpsover", "thequickbrownfoxjumpsover"),
        ["thequick-----foxjumpsover", "thequickbrownfoxjumpsover"]
    );
    assert_eq!(
        shown("thequickbrownfoxjumpsover", "thequickfoxjumpsover"),
        ["thequickbrownfoxjumpsover", "thequick-----foxjumpsover"]
    );
}

#[test]
fn misreadings_do_not_end_it() {
    let found = extend("tbe1ittleeottageonthohill", "thelittlecottageonthehill");
    assert_eq!((found.query, found.target), (25, 25));
}

#[test]
fn it_ends_where_the_texts_part() {
    let found = extend("thequickbrownfoxzzzzzzzzzz", "thequickbrownfoxwwwwkkkkkk");
    assert_eq!((found.query, found.target), (16, 16));
    assert!(extend("zzz", "abc").runs.is_empty());
    assert!(extend("", "").runs.is_empty());
}

#[test]
fn runs_count_what_was_aligned() {
    let text = "itwasadarkandstormynightandtherainfellintorrents";
    for drop in 0..text.len() - 6 {
        let mut query = text.to_owned();
        query.replace_range(drop..drop + 5, "xy");
        let found = extend(&query, text);
        let count = |skip| {
            let runs = found.runs.iter().filter(|run| run.step != skip);
            runs.map(|run| run.count as usize).sum::<usize>()
        };
        assert_eq!(count(Step::Target), found.query);
        assert_eq!(count(Step::Query), found.target);
    }
}

/// The best score of all cells, reckoned one by one.
fn best_of_all(query: &[u8], target: &[u8]) -> i32 {
    const LEAST: i32 = i32::MIN / 2;
    let gap = |letters: i32| -OPEN - EXTEND * letters;
    let mut above: Vec<i32> = (0..).map(gap).take(target.len() + 1).collect();
    above[0] = 0;
    let mut down = vec![LEAST; above.len()];
    let mut best = 0;
    for (row, &letter) in (1..).zip(query) {
        let mut diagonal = above[0];
        above[0] = gap(row);
        let mut across = LEAST;
        for column in 1..above.len() {
            let facing = target[column - 1];
            let score = match letter {
                _ if letter == facing => EQUAL,
                _ if shape(letter) == shape(facing) => ALIKE,
                _ => DIFFER,
            };
            let open = OPEN + EXTEND;
            down[column] = (above[column] - open).max(down[column] - EXTEND);
            across = (above[column - 1] - open).max(across - EXTEND);
            let cell = (diagonal + score).max(down[column]).max(across);
            diagonal = std::mem::replace(&mut above[column], cell);
            best = best.max(cell);
        }
    }
    best
}

#[test]
fn cells_reckoned_at_once_are_those_reckoned_one_by_one() {
    let text = "theoldbellofthetownhallwasrecastinthatyearandhungagain";
    for from in 0..text.len() {
        for step in 1..9 {
            // Misread here and there, with letters dropped and put in.
            let mut query = String::new();
            for (at, letter) in text[from..].chars().enumerate() {
                match (at + 1) * step % 23 {
                    0 => {}
                    1 => query.extend([letter, 'r']),
                    2 => query.push('c'),
                    _ => query.push(letter),
                }
            }
            let [a, b] = [&*query, text].map(|text| Letters::new(text.as_bytes()));
            let whole = drop_for(usize::from(LONGEST_GAP));
            let found = Aligner::default().extend((&a, 0), (&b.turned(), b.len()), whole);
            assert_eq!(found.score, best_of_all(query.as_bytes(), text.as_bytes()));
        }
    }
}
