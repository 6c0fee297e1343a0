//! Lineages whose truth is known.

use super::{
    simulate::{Chance, Copying, Score, copies, score},
    *,
};

const PLAIN: Copying = Copying {
    witnesses: 8,
    words: 200,
    slips: 12,
    damage: 0,
    excerpts: 25,
    hidden: 0,
    lost: 0,
};

fn scores(copying: Copying) -> Score {
    (0..10).map(|seed| score(&copies(copying, &mut Chance::new(seed)))).sum()
}

fn witness<'t>(text: &'t str, date: &str) -> Witness<'t> {
    Witness { text, dates: Dates::read(date) }
}

fn parents(witnesses: &[Witness<'_>]) -> Vec<Parent> {
    let found = lineage(witnesses, Options::default());
    found.descents.iter().map(|descent| descent.parent).collect()
}

const FIRST: &str = "On Monday the ninth the old bridge at the mill was carried away by the \
    flood, and with it the toll house, in which the keeper and his family were asleep; all \
    but the youngest child were saved by the ferrymen, who had seen the light go out.";

#[test]
fn errors_in_common_show_the_way() {
    let second = FIRST.replace("toll house", "mill").replace("youngest", "eldest");
    let third =
        second.replace("ferrymen", "fishermen").replace("Monday the ninth", "Tuesday");
    let found = parents(&[
        witness(&third, "1851-03-20"),
        witness(FIRST, "1851-03-10"),
        witness(&second, "1851-03-12"),
    ]);
    assert_eq!(found, [Parent::Witness(2), Parent::First, Parent::Witness(1)]);
}

#[test]
fn an_earlier_witness_has_no_later_parent() {
    let cut = FIRST.replace(", who had seen the light go out", "");
    let found = lineage(
        &[witness(FIRST, "1852"), witness(&cut, "1851-06"), witness(FIRST, "1851")],
        Options::default(),
    );
    // The year could be before or after June; 1852 can't.
    assert_eq!(found.descents[1].likeliest, Some(2));
    assert_ne!(found.descents[2].likeliest, Some(0));
}

#[test]
fn an_excerpt_comes_from_the_whole_even_without_dates() {
    let excerpt = "the toll house, in which the keeper and his family were asleep; all but the \
        youngest child were saved";
    let found = parents(&[witness(excerpt, ""), witness(FIRST, "")]);
    assert_eq!(found, [Parent::Witness(1), Parent::First]);
}

#[test]
fn of_equal_texts_it_cannot_be_told() {
    let found = lineage(&[witness(FIRST, ""), witness(FIRST, "")], Options::default());
    assert!(found.descents.iter().all(|descent| descent.parent == Parent::Unknown));
    assert_eq!(found.links.len(), 1, "that one is the other's copy is sure");
    let later = [witness(FIRST, "1851"), witness(FIRST, "1852"), witness(FIRST, "1853")];
    let found = parents(&later);
    assert_eq!(found, [Parent::First, Parent::Witness(0), Parent::Unknown]);
}

#[test]
fn a_lost_source_is_supposed_where_copies_agree_against_their_model() {
    let lost = FIRST
        .replace("toll house", "smithy")
        .replace("Monday", "Friday")
        .replace("youngest", "second")
        .replace("mill", "castle");
    let left = lost
        .replace("ferrymen", "soldiers")
        .replace("light", "lantern")
        .replace("carried", "swept")
        .replace("saved", "rescued");
    let right = lost.replace("asleep", "at supper").replace("flood", "ice");
    let other = FIRST.replace("old bridge", "new road");
    let found = lineage(
        &[
            witness(FIRST, "1851"),
            witness(&left, "1852"),
            witness(&right, "1853"),
            witness(&other, "1852"),
        ],
        Options::default(),
    );
    assert_eq!(found.lost, [LostSource { parent: Some(0), copies: vec![1, 2] }]);
    assert_eq!(found.descents[3].parent, Parent::Witness(0));
}

#[test]
fn odd_witnesses_do_no_harm() {
    for texts in [&[][..], &[""], &["", ""], &["a", "", "b"], &["... — !", "x y z"]] {
        let witnesses: Vec<Witness<'_>> =
            texts.iter().map(|text| witness(text, "1800")).collect();
        let found = lineage(&witnesses, Options::default());
        assert_eq!(found.descents.len(), texts.len());
        assert!(found.descents.iter().all(|descent| descent.support.is_finite()));
    }
    let few = Options { most_witnesses: 1, ..Options::default() };
    let found = lineage(&[witness("a", ""), witness("a", "")], few);
    assert_eq!(found.descents[0].parent, Parent::Unknown);
}

#[test]
fn simulated_trees_are_found() {
    let Score { witnesses, likeliest, oldest, said, right, .. } = scores(PLAIN);
    assert!(likeliest * 100 >= witnesses * 95, "{likeliest} of {witnesses}");
    assert!(oldest * 2 < likeliest, "it is no feat: {oldest}");
    assert!(
        right * 100 >= said * 97 && said * 100 >= witnesses * 85,
        "{right} of {said}"
    );
}

#[test]
fn simulated_trees_without_dates_are_found_but_for_their_direction() {
    let Score { edges, linked, links, star, .. } =
        scores(Copying { hidden: 100, ..PLAIN });
    assert!(linked * 100 >= edges * 80, "{linked} of {edges}");
    assert!(linked * 100 >= links * 95, "{linked} of {links}");
    assert!(star * 2 < linked, "it is no feat: {star}");
}

#[test]
fn simulated_noise_does_not_hide_the_tree() {
    let Score { witnesses, likeliest, said, right, said_lost, .. } =
        scores(Copying { damage: 30, ..PLAIN });
    assert!(likeliest * 100 >= witnesses * 80, "{likeliest} of {witnesses}");
    assert!(right * 100 >= said * 85, "{right} of {said}");
    assert!(said_lost * 20 <= witnesses, "{said_lost}");
}

#[test]
fn the_number_of_threads_is_of_no_account() {
    let made = copies(Copying { damage: 30, ..PLAIN }, &mut Chance::new(4));
    let witnesses: Vec<Witness<'_>> =
        made.iter().map(|copy| Witness { text: &copy.text, dates: None }).collect();
    let with = |threads| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| json(0, &lineage(&witnesses, Options::default()), &[]))
    };
    assert_eq!(with(1), with(3));
}
