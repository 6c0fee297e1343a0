//! Lineages whose truth is known.

use super::{
    simulate::{Chance, Copying, copies},
    *,
};

const PLAIN: Copying =
    Copying { witnesses: 10, words: 250, slips: 12, damage: 30, excerpts: 25, hidden: 0, lost: 0 };

#[test]
fn debug() {
    for (name, copying) in [
        ("clean whole", Copying { damage: 0, excerpts: 0, ..PLAIN }),
        ("whole", Copying { excerpts: 0, ..PLAIN }),
        ("hidden", Copying { hidden: 100, damage: 0, excerpts: 0, ..PLAIN }),
        ("noisy", Copying { damage: 120,  excerpts: 0, ..PLAIN }),
    ] {
        for seed in 0..1 {
            let made = copies(copying, &mut Chance::new(seed));
            let witnesses: Vec<Witness<'_>> = made
                .iter()
                .map(|copy| Witness {
                    text: &copy.text,
                    dates: copy.dated.then_some(Dates { first: copy.day, last: copy.day }),
                })
                .collect();
            let found = lineage(&witnesses, Options::default());
            eprintln!("== {name} {seed}");
            for (at, (copy, descent)) in made.iter().zip(&found.descents).enumerate() {
                let mark = if descent.likeliest == copy.ancestor { "" } else { "  <<<<" };
                eprintln!("{at}: truth {:?} likeliest {:?} {:.2} second {:?} {:?} {:?}{mark}", copy.ancestor, descent.likeliest, descent.support, descent.second, descent.parent, descent.changes);
            }
        }
    }
}

#[test]
fn measure() {
    for (name, copying) in [
        ("dated", PLAIN),
        ("clean", Copying { damage: 0, ..PLAIN }),
        ("clean whole", Copying { damage: 0, excerpts: 0, ..PLAIN }),
        ("whole", Copying { excerpts: 0, ..PLAIN }),
        ("half", Copying { hidden: 50, ..PLAIN }),
        ("hidden", Copying { hidden: 100, ..PLAIN }),
        ("lost", Copying { lost: 30, ..PLAIN }),
        ("lost hidden", Copying { lost: 30, hidden: 100, ..PLAIN }),
        ("noisy", Copying { damage: 120, ..PLAIN }),
        ("short", Copying { words: 60, ..PLAIN }),
        ("40", Copying { witnesses: 40, ..PLAIN }),
        ("3", Copying { witnesses: 3, ..PLAIN }),
    ] {
        let (mut all, mut said, mut right, mut map, mut oldest) = (0, 0, 0, 0, 0);
        let (mut lostn, mut lostsaid, mut lostright) = (0, 0, 0);
        let (mut links, mut linkright, mut edges) = (0, 0, 0);
        for seed in 0..20 {
            let made = copies(copying, &mut Chance::new(seed));
            let witnesses: Vec<Witness<'_>> = made
                .iter()
                .map(|copy| Witness {
                    text: &copy.text,
                    dates: copy.dated.then_some(Dates { first: copy.day, last: copy.day }),
                })
                .collect();
            let found = lineage(&witnesses, Options::default());
            let first = (0..made.len()).min_by_key(|&one| made[one].day).unwrap();
            for (at, (copy, descent)) in made.iter().zip(&found.descents).enumerate() {
                all += 1;
                let truth = match copy.ancestor {
                    None => Parent::First,
                    Some(parent) if copy.direct => Parent::Witness(parent),
                    Some(_) => Parent::Lost(0),
                };
                let is_lost = matches!(descent.parent, Parent::Lost(_));
                let good = if is_lost { truth == Parent::Lost(0) } else { truth == descent.parent };
                said += usize::from(descent.parent != Parent::Unknown);
                right += usize::from(descent.parent != Parent::Unknown && good);
                map += usize::from(descent.likeliest == copy.ancestor);
                let old = if at == first { None } else { Some(first) };
                oldest += usize::from(old == copy.ancestor);
                lostn += usize::from(truth == Parent::Lost(0));
                lostsaid += usize::from(is_lost);
                lostright += usize::from(is_lost && good);
                edges += usize::from(copy.ancestor.is_some());
                links += 1;
            }
            links -= made.len();
            links += found.links.len();
            linkright += found.links.iter().filter(|link| {
                let [a, b] = link.witnesses;
                made[a].ancestor == Some(b) || made[b].ancestor == Some(a)
            }).count();
        }
        let pc = |a: usize, b: usize| 100.0 * a as f64 / b.max(1) as f64;
        println!(
            "{name:12} map {:.1} oldest {:.1} said {:.1} right {:.1} lost {lostn}/{lostsaid}/{lostright} links {:.1} of edges, right {:.1}",
            pc(map, all), pc(oldest, all), pc(said, all), pc(right, said), pc(linkright, edges), pc(linkright, links)
        );
    }
}
