//! Libraries on disk, as a user builds and breaks them.

use super::*;
use std::{thread, time::Duration};

const FERRY: &str = "The keeper of the lower ferry swore before the magistrates that no boat had \
    crossed the river between dusk and the ringing of the morning bell.";

fn sources(dir: &Dir) -> Vec<String> {
    let run = dir.run(&["library", "list", "lib"]);
    assert_eq!(run.code, Some(0), "{}", run.err);
    run.out.lines().map(str::to_owned).collect()
}

#[test]
fn a_library_grows_and_shrinks() {
    let dir =
        Dir::with(&[("a.txt", FERRY), ("b.md", "---\ntitle: Tolls\n---\n\nA penny.")]);
    let first = dir.run(&["library", "add", "--timings", "lib", "a.txt"]);
    assert_eq!(first.code, Some(0));
    let phases = first.err.lines().filter_map(|line| line.split_whitespace().next());
    assert_eq!(phases.collect::<Vec<_>>(), ["1", "adding", "writing"], "{}", first.err);
    let again = dir.run(&["library", "add", "lib", "a.txt", "b.md"]);
    assert!(
        again.err.contains("1 added, 0 replaced, 1 unchanged; 2 in all"),
        "{}",
        again.err
    );
    assert_eq!(sources(&dir), ["a.txt", "b.md  Tolls"]);

    assert_eq!(dir.run(&["library", "remove", "lib", "a.txt"]).code, Some(0));
    assert_eq!(sources(&dir), ["b.md  Tolls"]);
    let missing = dir.run(&["library", "remove", "lib", "a.txt"]);
    assert_eq!(missing.code, Some(2));
    assert!(missing.err.contains("no source is called a.txt"), "{}", missing.err);
    assert_eq!(dir.run(&["library", "compact", "lib"]).code, Some(0));
    assert_eq!(dir.run(&["library", "verify", "lib"]).code, Some(0));
    assert_eq!(sources(&dir), ["b.md  Tolls"]);
}

#[test]
fn a_bibliography_says_who_and_when() {
    let bib = "@book{a, author = {Marsh, Ann}, title = {Ferries}, year = 1871}";
    let dir = Dir::with(&[("a.txt", FERRY), ("refs.bib", bib)]);
    assert_eq!(
        dir.run(&["library", "add", "lib", "a.txt", "--bib", "refs.bib"]).code,
        Some(0)
    );
    assert_eq!(sources(&dir), ["a.txt  Ann Marsh, Ferries (1871)"]);
}

#[test]
fn what_is_no_library_is_named() {
    let dir = Dir::with(&[("a.txt", FERRY)]);
    let none = dir.run(&["library", "info", "lib"]);
    assert_eq!(none.code, Some(2));
    assert!(none.err.contains("lib: no library here"), "{}", none.err);
    dir.run(&["library", "add", "lib", "a.txt"]);
    let segment = dir.path().join("lib/000000.segment");
    let mut bytes = fs::read(&segment).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(&segment, bytes).unwrap();
    let damaged = dir.run(&["library", "verify", "lib"]);
    assert_eq!(damaged.code, Some(2));
    assert!(damaged.err.contains("damaged: a checksum does not fit"), "{}", damaged.err);
}

/// Kills a writer at a hundred moments: what was there before is there, or what it was adding.
#[test]
fn a_killed_writer_leaves_the_last_good_state() {
    let dir = Dir::with(&[("first.txt", FERRY)]);
    let text = format!("{FERRY}\n").repeat(4000);
    assert_eq!(dir.run(&["library", "add", "lib", "first.txt"]).code, Some(0));
    let mut state = vec!["first.txt".to_owned()];
    let mut landed = 0;
    for round in 0..100_u64 {
        let name = format!("{round:03}.txt");
        dir.write(&name, &text[..(round as usize * 7919) % text.len()]);
        let mut child = Command::new(env!("CARGO_BIN_EXE_alpheus"))
            .current_dir(dir.path())
            .args(["library", "add", "lib", &name])
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        // Spread over the first tenth of a second, without an order.
        thread::sleep(Duration::from_micros(round * 48_271 % 101 * 1000));
        let _ = child.kill();
        child.wait().unwrap();
        let now = sources(&dir);
        if now.len() > state.len() {
            state.push(name);
            landed += 1;
        }
        assert_eq!(now, state, "round {round}");
    }
    assert_eq!(dir.run(&["library", "verify", "lib"]).code, Some(0));
    assert!(landed < 100, "no writer was killed in time");
    // The lock of a killed writer holds nobody up, and what it left is cleared.
    assert_eq!(dir.run(&["library", "add", "lib", "first.txt"]).code, Some(0));
    let files = fs::read_dir(dir.path().join("lib")).unwrap().count();
    assert!(files <= state.len() + 3, "{files} files for {} sources", state.len());
}
