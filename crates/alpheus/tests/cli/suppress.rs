//! Findings that the author of a text asked not to be shown.

use crate::{Dir, SLIP};

const COMMENT: &str = "<!-- alpheus-ignore weekday-mismatch: as in the log -->";

#[test]
fn a_comment_suppresses_the_findings_of_the_next_block() {
    let text = format!("{COMMENT}\n\n{SLIP}\n\n{SLIP}\n");
    let html = format!("{COMMENT}\n<p>{SLIP}</p>\n<p>{SLIP}</p>\n");
    let dir = Dir::with(&[("a.md", &text), ("b.html", &html)]);
    for (file, line) in [("a.md", 5), ("b.html", 3)] {
        let run = dir.run(&["check", file, "--format", "concise"]);
        assert_eq!(run.out.lines().count(), 1, "{run:?}");
        assert!(run.out.starts_with(&format!("{file}:{line}:")), "{run:?}");
        assert!(run.err.contains(", 2 conflict, "), "{run:?}");
        assert!(run.err.ends_with("; 1 suppressed\n"), "{run:?}");
        assert_eq!(run.code, Some(1), "{run:?}");
    }
}

#[test]
fn a_comment_for_the_file_suppresses_all() {
    let comment = COMMENT.replace("ignore", "ignore-file");
    let dir = Dir::with(&[("a.md", &format!("{SLIP}\n\n{comment}\n\n{SLIP}\n"))]);
    let run = dir.run(&["check", "a.md"]);
    assert_eq!(run.code, Some(0), "{run:?}");
    assert!(run.out.ends_with("; 2 suppressed\n"), "{run:?}");
}

#[test]
fn a_comment_in_plain_text_is_text() {
    let dir = Dir::with(&[("a.txt", &format!("{COMMENT}\n\n{SLIP}\n"))]);
    assert_eq!(dir.run(&["check", "a.txt"]).code, Some(1));
}

#[test]
fn a_file_beside_a_text_suppresses_by_its_words() {
    let dir = Dir::with(&[
        (
            "a.txt",
            &format!("{SLIP}\n\nHe wrote on Monday, 30 July\n1907, to his wife.\n"),
        ),
        (
            "a.txt.alpheus-ignore",
            "# in the log\nweekday-mismatch \"Monday, 30 July 1907\"\n",
        ),
    ]);
    let run = dir.run(&["check", ".", "--format", "concise"]);
    assert_eq!(run.out.lines().count(), 1, "{run:?}");
    assert!(run.out.starts_with("a.txt:1:"), "{run:?}");
    assert!(run.err.contains("1 suppressed"), "{run:?}");
}

#[test]
fn what_suppresses_nothing_is_a_warning_where_it_stands() {
    let dir = Dir::with(&[
        ("a.md", "Nothing.\n\n<!-- alpheus-ignore age-mismatch -->\n\nNothing.\n"),
        ("b.txt", "Nothing."),
        ("b.txt.alpheus-ignore", "\nwekday-mismatch \"Monday\"\n"),
    ]);
    let run = dir.run(&["check", ".", "--format", "concise"]);
    let lines: Vec<_> = run.out.lines().collect();
    assert_eq!(lines.len(), 2, "{run:?}");
    assert!(lines[0].starts_with("a.md:3:1: warning[unused-suppression]: "), "{run:?}");
    assert!(lines[1].starts_with("b.txt.alpheus-ignore:2:1: warning["), "{run:?}");
    assert_eq!(run.code, Some(1), "{run:?}");
    let silent = dir.run(&["check", ".", "--ignore", "unused-suppression"]);
    assert_eq!(silent.code, Some(0), "{silent:?}");
    let other = dir.run(&["check", "a.md", "--ignore", "age-mismatch"]);
    assert_eq!(other.code, Some(0), "of a rule that is not asked: {other:?}");
}
