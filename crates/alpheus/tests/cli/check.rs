//! What is found, what is counted, and how the run ends.

use crate::{Dir, RIGHT, SLIP};
use std::{
    fmt::Write as _,
    io::{BufRead as _, BufReader},
    process::Stdio,
};

#[test]
fn nothing_found_is_0_and_a_finding_is_1() {
    let dir = Dir::with(&[("right.txt", RIGHT), ("slip.txt", SLIP)]);
    let right = dir.run(&["check", "right.txt"]);
    assert_eq!(right.code, Some(0), "{right:?}");
    assert!(right.out.contains(" checked: "), "{right:?}");
    assert!(right.out.contains(", 0 conflict, "), "{right:?}");
    let slip = dir.run(&["check", "slip.txt"]);
    assert_eq!(slip.code, Some(1), "{slip:?}");
    assert!(slip.out.starts_with("error[weekday-mismatch]: "), "{slip:?}");
    assert!(slip.out.contains("--> slip.txt:1:"), "{slip:?}");
    let last = slip.out.lines().last().unwrap();
    assert!(last.contains(" checked: ") && last.contains(", 1 conflicts, "), "{slip:?}");
}

#[test]
fn the_failing_level_is_chosen() {
    let dir = Dir::with(&[("slip.txt", SLIP), ("alpheus.toml", "")]);
    let code = |level: &str| dir.run(&["check", "slip.txt", "--fail-on", level]).code;
    assert_eq!(
        (code("error"), code("warning"), code("never")),
        (Some(1), Some(1), Some(0))
    );
    dir.write("alpheus.toml", "[rules]\nweekday-mismatch = \"warning\"\n");
    assert_eq!((code("error"), code("warning")), (Some(0), Some(1)));
}

#[test]
fn notes_are_shown_when_asked_for_in_every_format() {
    let config = "[rules]\nweekday-mismatch = \"note\"\n";
    let dir = Dir::with(&[("slip.txt", SLIP), ("alpheus.toml", config)]);
    for format in ["full", "concise", "jsonl", "json", "sarif", "github"] {
        let args = ["check", "slip.txt", "--format", format, "--notes"];
        let silent = dir.run(&args[..4]);
        assert!(!silent.out.contains("Monday"), "{silent:?}");
        assert_eq!(silent.code, Some(0), "{silent:?}");
        let shown = dir.run(&args);
        assert!(shown.out.contains("Monday"), "{shown:?}");
        assert_eq!(shown.code, Some(0), "{shown:?}");
    }
    let silent = dir.run(&["check", "slip.txt"]);
    assert!(silent.out.contains("1 note not shown (--notes)"), "{silent:?}");
    let failing = dir.run(&["check", "slip.txt", "--notes", "--fail-on", "note"]);
    assert_eq!(failing.code, Some(1), "{failing:?}");
}

#[test]
fn checks_that_hold_are_listed_with_their_sums() {
    let dir = Dir::with(&[("right.txt", RIGHT)]);
    let run = dir.run(&["check", "right.txt", "--show", "holds,undecided"]);
    assert!(run.out.contains("right.txt:1:"), "{run:?}");
    assert!(run.out.contains("holds[weekday-mismatch]: "), "{run:?}");
    assert!(run.out.contains("Tuesday"), "{run:?}");
}

#[test]
fn a_run_that_compares_nothing_says_so() {
    let dir = Dir::with(&[("a.txt", "The tide turned."), ("b.txt", "")]);
    for format in ["full", "jsonl"] {
        let run = dir.run(&["check", "a.txt", "b.txt", "--format", format]);
        assert_eq!(run.code, Some(0), "{run:?}");
        let said = if format == "full" { &run.out } else { &run.err };
        assert!(said.starts_with("nothing could be compared"), "{run:?}");
    }
}

#[test]
fn the_other_calendar_is_named_only_while_anyone_kept_it() {
    let old = "It was signed on Tuesday, 25 October 1910.";
    let new = "It was signed on Saturday, 9 November 2025.";
    let help = |text: &str| {
        let run = Dir::with(&[("a.txt", text)]).run(&["check", "a.txt", "--notes"]);
        run.out.lines().find(|line| line.contains("help")).map(str::to_owned)
    };
    let monday = old.replace("Tuesday", "Monday");
    assert_eq!(help(old), None);
    assert!(help(&monday).unwrap().contains("Monday fits the Julian calendar"));
    assert_eq!(help(new), None);
}

#[test]
fn phases_are_timed_when_asked_for() {
    let dir = Dir::with(&[("a.txt", SLIP)]);
    let plain = dir.run(&["check", "a.txt"]);
    let timed = dir.run(&["check", "--timings", "a.txt"]);
    assert_eq!(plain.out, timed.out);
    let rows = |run: &crate::Run| {
        let phases = ["tokens", "times", "events", "figures", "rules", "all"];
        phases
            .map(|phase| run.err.lines().any(|line| line.trim_start().starts_with(phase)))
    };
    assert_eq!(rows(&timed), [true; 6], "{}", timed.err);
    assert_eq!(rows(&plain), [false; 6], "{}", plain.err);
}

#[test]
fn rules_are_selected_and_left_out() {
    let dir = Dir::with(&[("slip.txt", SLIP)]);
    let code = |args: &[&str]| dir.run(&[&["check", "slip.txt"], args].concat()).code;
    assert_eq!(code(&["--select", "T005"]), Some(1));
    assert_eq!(code(&["--select", "age-mismatch,range-reversed"]), Some(0));
    assert_eq!(code(&["--ignore", "weekday-mismatch"]), Some(0));
    let wrong = dir.run(&["check", "slip.txt", "--select", "weekday-missmatch"]);
    assert_eq!(wrong.code, Some(2), "{wrong:?}");
    assert!(wrong.err.contains("did you mean `weekday-mismatch`?"), "{wrong:?}");
}

#[test]
fn the_output_does_not_depend_on_the_number_of_threads() {
    let dir = Dir::new();
    let mut lines = String::new();
    for i in 0..300 {
        let text = if i % 3 == 0 { SLIP } else { RIGHT }.repeat(1 + i % 7);
        dir.write(&format!("shelf/{i:03}.txt"), &text);
        writeln!(lines, "{{\"id\":\"line {i}\",\"text\":\"{text}\"}}").unwrap();
    }
    dir.write("shelf/lines.jsonl", &lines);
    for format in ["full", "concise", "jsonl", "json", "sarif", "github"] {
        let run = |threads: &str| {
            dir.run(&["check", "shelf", "--format", format, "--threads", threads])
        };
        let one = run("1");
        assert_eq!(one.code, Some(1), "{format}: {}", one.err);
        for threads in ["2", "5"] {
            let many = run(threads);
            assert_eq!((&one.out, &one.err), (&many.out, &many.err), "{format}");
        }
    }
}

#[test]
fn a_reader_that_leaves_early_is_no_error() {
    let dir = Dir::new();
    for i in 0..200 {
        dir.write(&format!("shelf/{i}.txt"), SLIP.repeat(60));
    }
    for args in [
        &["check", "shelf"][..],
        &["check", "shelf", "--format", "jsonl"],
        &["tag", "shelf"],
        &["timeline", "shelf"],
    ] {
        let mut command = dir.command(args);
        command.stdout(Stdio::piped()).stderr(Stdio::piped()).stdin(Stdio::null());
        let mut child = command.spawn().unwrap();
        let mut line = String::new();
        let mut out = BufReader::new(child.stdout.take().unwrap());
        out.read_line(&mut line).unwrap();
        drop(out);
        let ended = child.wait_with_output().unwrap();
        let err = String::from_utf8_lossy(&ended.stderr);
        assert!(matches!(ended.status.code(), Some(0 | 1)), "{args:?}: {ended:?}");
        assert!(!err.contains("panicked") && !err.contains("error"), "{args:?}: {err}");
    }
}

#[test]
fn output_goes_to_a_file_without_colours() {
    let dir = Dir::with(&[("slip.txt", SLIP)]);
    let run = dir.run(&["check", "slip.txt", "--output", "report.txt"]);
    assert_eq!((run.code, run.out.as_str()), (Some(1), ""));
    let report = std::fs::read_to_string(dir.path().join("report.txt")).unwrap();
    assert!(report.starts_with("error[weekday-mismatch]") && !report.contains('\x1b'));
    let run = dir.run(&["check", "slip.txt", "--output", "no/such/report.txt"]);
    assert_eq!(run.code, Some(2));
    assert!(run.err.contains("could not write no/such/report.txt"), "{run:?}");
}

#[test]
fn colours_are_for_terminals_or_those_who_ask() {
    let dir = Dir::with(&[("slip.txt", SLIP)]);
    assert!(!dir.run(&["check", "slip.txt"]).out.contains('\x1b'));
    assert!(dir.run(&["check", "slip.txt", "--color", "always"]).out.contains('\x1b'));
}

#[test]
fn messages_have_words_without_markup() {
    let text = "<p>There are three ports on the river: <b>Hull</b> in the east and \
        <i>Leith</i> in the west.</p>";
    let dir = Dir::with(&[("a.html", text)]);
    let run = dir.run(&["check", "a.html"]);
    assert!(run.out.contains("(1) Hull in the east, (2) Leith in the west"), "{run:?}");
}
