//! Clusters of matches whose truth is known.

use super::*;

fn place(document: u32, begin: u32, end: u32) -> Place {
    Place { document, begin, end }
}

/// Every two of the places match.
fn all_pairs(places: &[Place]) -> Vec<Match> {
    let mut matches = Vec::new();
    for (at, &a) in places.iter().enumerate() {
        let rest = places[at + 1..].iter();
        matches.extend(rest.map(|&b| Match { places: [a, b], identity: 0.97 }));
    }
    matches
}

fn found(matches: &[Match]) -> Vec<Cluster> {
    clusters(matches, &[], Grouping::default())
}

fn documents(cluster: &Cluster) -> Vec<u32> {
    cluster.places.iter().map(|place| place.document).collect()
}

/// Two articles that six papers each print, and a phrase of forty letters that stands in both
/// and, alone, in three other documents.
fn two_articles_and_a_phrase() -> Vec<Match> {
    let article = |documents: std::ops::Range<u32>| -> Vec<Place> {
        documents.map(|document| place(document, 100, 1100)).collect()
    };
    let phrase = |document| {
        let begin = if document < 12 { 400 } else { 7 };
        place(document, begin, begin + 40)
    };
    let mut matches = all_pairs(&article(0..6));
    matches.extend(all_pairs(&article(6..12)));
    let phrases: Vec<Place> = (0..15).map(phrase).collect();
    let same = |document: u32| document / 6;
    matches.extend(all_pairs(&phrases).into_iter().filter(|one| {
        let [a, b] = one.places.map(|place| same(place.document));
        a != b || a == 2
    }));
    matches
}

/// How many groups there are if every match joins all that it overlaps.
fn components(matches: &[Match]) -> usize {
    let sides: Vec<Place> = matches.iter().flat_map(|one| one.places).collect();
    let mut group: Vec<usize> = (0..sides.len()).map(|side| side / 2).collect();
    for (at, side) in sides.iter().enumerate() {
        for other in 0..at {
            if side.shared(sides[other]) > 0 {
                let (from, into) = (group[at], group[other]);
                group.iter_mut().filter(|one| **one == from).for_each(|one| *one = into);
            }
        }
    }
    group.sort_unstable();
    group.dedup();
    group.len()
}

#[test]
fn a_common_phrase_does_not_join_two_clusters() {
    let matches = two_articles_and_a_phrase();
    assert_eq!(components(&matches), 1, "it would, if nothing were done about it");
    let found = found(&matches);
    assert_eq!(found.len(), 3, "{found:#?}");
    assert_eq!(found[0].size, 15, "the phrase, wherever it stands");
    assert!(found[0].places.iter().all(|place| place.len() == 40));
    assert_eq!(documents(&found[1]), [0, 1, 2, 3, 4, 5]);
    assert_eq!(documents(&found[2]), [6, 7, 8, 9, 10, 11]);
    assert_eq!(found[1].places[0], place(0, 100, 1100));
}

#[test]
fn an_excerpt_stays_with_the_passage_it_is_from() {
    let mut matches = all_pairs(&[0, 1, 2].map(|document| place(document, 0, 2000)));
    // Document 3 has a tenth of it, document 4 another tenth that runs into that.
    for document in 0..3 {
        let of = |begin: u32, there: Place| Match {
            places: [place(document, begin, begin + there.len()), there],
            identity: 0.9,
        };
        matches.push(of(500, place(3, 50, 250)));
        matches.push(of(600, place(4, 0, 200)));
    }
    matches.push(Match { places: [place(3, 150, 250), place(4, 0, 100)], identity: 0.9 });
    let found = found(&matches);
    assert_eq!(found.len(), 1, "{found:#?}");
    assert_eq!(found[0].size, 5);
    assert_eq!(found[0].places[3..], [place(3, 50, 250), place(4, 0, 200)]);
}

#[test]
fn pieces_of_a_passage_are_one() {
    let mut matches =
        vec![Match { places: [place(0, 0, 1000), place(1, 0, 1000)], identity: 0.99 }];
    // A damaged stretch parts the passage in document 2.
    for whole in [0, 1] {
        for (begin, end) in [(0, 430), (520, 1000)] {
            let here = place(2, 70 + begin, 70 + end);
            matches
                .push(Match { places: [place(whole, begin, end), here], identity: 0.8 });
        }
    }
    let found = found(&matches);
    assert_eq!(found.len(), 1);
    assert_eq!(
        found[0].places,
        [place(0, 0, 1000), place(1, 0, 1000), place(2, 70, 1070)]
    );
}

#[test]
fn two_uses_in_one_document_are_two_places() {
    let refrain = [place(0, 0, 80), place(0, 500, 580), place(1, 30, 110)];
    let matches: Vec<Match> = all_pairs(&refrain)
        .into_iter()
        .filter(|one| one.places[0].document != one.places[1].document)
        .collect();
    let found = found(&matches);
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].size, found[0].places.len()), (2, 3));
}

#[test]
fn passages_that_drift_are_not_one_cluster() {
    // Each document has the last two thirds of the one before, and something new.
    let drift = |document: u32| Match {
        places: [place(document, 100, 300), place(document + 1, 0, 200)],
        identity: 1.0,
    };
    let matches: Vec<Match> = (0..40).map(drift).collect();
    let found = found(&matches);
    assert!(found.iter().all(|cluster| cluster.size <= 8), "{found:#?}");
}

#[test]
fn the_order_of_matches_is_of_no_account() {
    let mut matches = two_articles_and_a_phrase();
    let expected = found(&matches);
    matches.reverse();
    for one in &mut matches {
        one.places.reverse();
    }
    assert_eq!(found(&matches), expected);
    matches.rotate_left(7);
    assert_eq!(found(&matches), expected);
}

#[test]
fn options_leave_matches_and_clusters_out() {
    let matches = all_pairs(&[0, 1, 2, 3].map(|document| place(document, 0, 60)));
    let count = |grouping| clusters(&matches, &[7, 7, 7, 8], grouping).len();
    let all = Grouping::default();
    assert_eq!(count(all), 1);
    assert_eq!(count(Grouping { least_length: 61, ..all }), 0);
    assert_eq!(count(Grouping { least_identity: 0.98, ..all }), 0);
    let found = clusters(&matches, &[7, 7, 7, 8], all);
    assert!((found[0].boilerplate - 2.0 / 3.0).abs() < 1e-9, "{found:?}");
    assert_eq!(count(Grouping { most_boilerplate: 0.5, ..all }), 0);
    let within = Grouping { within_series: true, ..all };
    assert_eq!(clusters(&matches, &[7, 7, 7, 7], all).len(), 0);
    assert_eq!(clusters(&matches, &[7, 7, 7, 7], within).len(), 1);
}

#[test]
fn odd_matches_are_passed_over() {
    let matches = [
        Match { places: [place(0, 5, 5), place(1, 0, 9)], identity: 1.0 },
        Match { places: [place(0, 9, 5), place(1, 0, 9)], identity: 1.0 },
        Match { places: [place(2, 0, 9), place(2, 20, 29)], identity: 1.0 },
        Match { places: [place(3, 0, 9), place(4, 0, u32::MAX)], identity: f64::NAN },
    ];
    assert!(found(&matches).is_empty());
}

#[test]
fn each_match_is_in_a_cluster() {
    let mut state = 7_u64;
    let mut draw = |below: u32| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695);
        (state >> 33) as u32 % below
    };
    for _ in 0..60 {
        let mut somewhere = |documents| {
            let begin = draw(120);
            place(draw(documents), begin, begin + 1 + draw(60))
        };
        let matches: Vec<Match> = (0..40)
            .map(|_| Match { places: [somewhere(5), somewhere(7)], identity: 1.0 })
            .filter(|one| one.places[0].document != one.places[1].document)
            .collect();
        let found = found(&matches);
        for one in &matches {
            let has = |cluster: &Cluster, side: Place| {
                cluster.places.iter().any(|&place| place.shared(side) > 0)
            };
            let both =
                |cluster: &&Cluster| one.places.iter().all(|&side| has(cluster, side));
            assert!(found.iter().any(|cluster| both(&cluster)), "{one:?}");
        }
    }
}
