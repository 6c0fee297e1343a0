//! What is read, and what is said of what can't be.

use crate::{Dir, RIGHT, SLIP};

#[test]
fn what_cannot_be_read_is_named_and_the_rest_is_checked() {
    let dir = Dir::with(&[("slip.txt", SLIP)]);
    dir.write("binary.txt", [0x7f, b'E', b'L', b'F', 0, 0, 1, 2, 0, 0, 0, 0, 3, 0xff]);
    let run = dir.run(&["check", "gone.txt", "binary.txt", "slip.txt", "*.tex"]);
    assert_eq!(run.code, Some(2), "{run:?}");
    assert!(run.err.contains("gone.txt: no such file or directory"), "{run:?}");
    assert!(run.err.contains("binary.txt: "), "{run:?}");
    assert!(run.err.contains("*.tex: no file matches"), "{run:?}");
    assert!(run.out.contains("slip.txt:1:"), "{run:?}");
}

#[cfg(unix)]
#[test]
fn a_directory_loop_is_named() {
    let dir = Dir::with(&[("shelf/slip.txt", SLIP)]);
    std::os::unix::fs::symlink(".", dir.path().join("shelf/loop")).unwrap();
    std::os::unix::fs::symlink("nowhere", dir.path().join("shelf/lost.txt")).unwrap();
    let run = dir.run(&["check", "shelf"]);
    assert_eq!(run.code, Some(2), "{run:?}");
    assert!(
        run.err.contains("shelf/loop: directory loop: it leads back to shelf"),
        "{run:?}"
    );
    assert!(run.err.contains("shelf/lost.txt: no such file or directory"), "{run:?}");
    assert!(run.out.contains("shelf/slip.txt:1:"), "{run:?}");
}

#[test]
fn directories_and_globs_are_read_in_order() {
    let dir = Dir::with(&[
        ("shelf/b.md", SLIP),
        ("shelf/a/z.txt", SLIP),
        ("shelf/c.html", &format!("<p>{SLIP}</p>")),
        ("shelf/d.png", SLIP),
        ("shelf/.hidden.txt", SLIP),
    ]);
    let names = |args: &[&str]| {
        let run = dir.run(&[args, &["--format", "concise"]].concat());
        let names = run.out.lines().filter_map(|line| line.split(':').next());
        names.map(str::to_owned).collect::<Vec<_>>()
    };
    let all = ["shelf/a/z.txt", "shelf/b.md", "shelf/c.html"];
    assert_eq!(names(&["check", "shelf"]), all);
    assert_eq!(names(&["check", "."]), all);
    assert_eq!(names(&["check", "shelf/*.md"]), ["shelf/b.md"]);
    assert_eq!(names(&["check", "**/*.{txt,md}"]), ["shelf/a/z.txt", "shelf/b.md"]);
    assert_eq!(names(&["check", "shelf/d.png"]), ["shelf/d.png"]);
    assert_eq!(names(&["check", "shelf/b.md", "shelf/b.md"]), ["shelf/b.md"]);
}

#[test]
fn the_standard_input_is_read() {
    let dir = Dir::new();
    let run = dir.run_with_input(&["check", "-"], SLIP.as_bytes());
    assert_eq!(run.code, Some(1), "{run:?}");
    assert!(run.out.contains("-:1:"), "{run:?}");
    let html = format!("<p>{}</p>", SLIP.replace("23 July", "23&nbsp;July"));
    let run = dir.run_with_input(&["check", "-", "--input", "html"], html.as_bytes());
    assert_eq!(run.code, Some(1), "{run:?}");
}

#[test]
fn json_lines_are_documents() {
    let dir = Dir::new();
    let lines = format!(
        "{{\"id\":\"first\",\"text\":\"{SLIP}\"}}\n\n{{\"id\":3}}\nnot json\n\
         {{\"id\":\"last\",\"dct\":\"1907-08-01\",\"text\":\"{SLIP}\"}}"
    );
    let file = dir.write("docs.jsonl", &lines);
    for run in [
        dir.run(&["check", file.to_str().unwrap(), "--format", "concise"]),
        dir.run_with_input(
            &["check", "-", "--input", "jsonl", "--format", "concise"],
            lines.as_bytes(),
        ),
    ] {
        assert_eq!(run.code, Some(2), "{run:?}");
        let names: Vec<_> = run.out.lines().map(|line| &line[..4]).collect();
        assert_eq!(names, ["firs", "last"], "{run:?}");
        assert!(run.err.contains("line 3: ") && run.err.contains("line 4: "), "{run:?}");
    }
}

#[test]
fn nothing_of_a_text_or_a_name_reaches_the_terminal_raw() {
    let text = format!("{SLIP} \x1b[31mThe\u{9b}5m end\u{202e}");
    let slip = text.replace("Monday,", "Monday\u{1b}]0;title\u{7},");
    let dir =
        Dir::with(&[("slip.txt", &slip), ("right.txt", RIGHT), ("text.txt", &text)]);
    for format in ["full", "concise", "jsonl", "json", "sarif", "github"] {
        let run = dir.run(&["check", ".", "gone\x1b[2J.txt", "--format", format]);
        for stream in [&run.out, &run.err] {
            let odd = |c: char| c.is_control() && c != '\n';
            assert!(!stream.contains(odd), "{format}: {stream:?}");
        }
    }
}
