//! `alpheus.toml`: where it is found, what it does, what is said of its errors.

use crate::{Dir, SLIP};

#[test]
fn the_nearest_configuration_above_a_file_counts() {
    let dir = Dir::with(&[
        ("alpheus.toml", "[rules]\nweekday-mismatch = \"off\"\n"),
        ("near/alpheus.toml", "[rules]\nweekday-mismatch = \"warning\"\n"),
        ("near/deep/slip.txt", SLIP),
        ("far/slip.txt", SLIP),
    ]);
    let run = dir.run(&["check", ".", "--format", "concise"]);
    assert_eq!(run.out.lines().count(), 1, "{run:?}");
    assert!(run.out.starts_with("near/deep/slip.txt:1:"), "{run:?}");
    assert!(run.out.contains("warning[weekday-mismatch]"), "{run:?}");
}

#[test]
fn a_configuration_named_on_the_command_line_is_the_only_one() {
    let dir = Dir::with(&[
        ("alpheus.toml", "nonsense"),
        ("other.toml", "[rules]\nweekday-mismatch = \"note\"\n"),
        ("slip.txt", SLIP),
    ]);
    let run = dir.run(&["check", "slip.txt", "--config", "other.toml"]);
    assert_eq!(run.code, Some(0), "{run:?}");
    let run = dir.run(&["check", "slip.txt", "--config", "gone.toml"]);
    assert_eq!(run.code, Some(2), "{run:?}");
    assert!(run.err.contains("could not read gone.toml"), "{run:?}");
}

#[test]
fn files_of_a_directory_are_chosen_by_patterns() {
    let dir = Dir::with(&[
        (
            "alpheus.toml",
            "include = [\"**/*.adoc\", \"*.txt\"]\nexclude = [\"drafts/**\"]",
        ),
        ("one.adoc", SLIP),
        ("two.txt", SLIP),
        ("three.md", SLIP),
        ("drafts/four.adoc", SLIP),
    ]);
    let run = dir.run(&["check", ".", "--format", "concise"]);
    let names: Vec<_> =
        run.out.lines().filter_map(|line| line.split(':').next()).collect();
    assert_eq!(names, ["one.adoc", "two.txt"], "{run:?}");
    let named = dir.run(&["check", "drafts/four.adoc", "--format", "concise"]);
    assert_eq!(named.code, Some(1), "a file that is named is read: {named:?}");
}

#[test]
fn an_error_shows_the_line_and_the_nearest_key() {
    let dir = Dir::with(&[("slip.txt", SLIP)]);
    let error = |text: &str| {
        dir.write("alpheus.toml", text);
        let run = dir.run(&["check", "slip.txt"]);
        assert_eq!((run.code, run.out.as_str()), (Some(2), ""), "{run:?}");
        run.err
    };
    let expected = "error: there is no setting `calender`\n --> alpheus.toml:2:1\n  |\n\
                    2 | calender = \"julian\"\n  | ^^^^^^^^\n  |\n  = help: did you mean \
                    `calendar`?\n";
    assert_eq!(error("# dates\ncalender = \"julian\"\n"), expected);
    let wrong = error("[rules]\nage-missmatch = \"off\"\n");
    assert!(wrong.contains("did you mean `age-mismatch`?"), "{wrong}");
    let wrong = error("[rules]\nage-mismatch = \"of\"\n");
    assert!(wrong.contains("did you mean `off`?"), "{wrong}");
    let wrong = error("domain = \"newz\"\n");
    assert!(
        wrong.contains("`newz`") && wrong.contains("did you mean `news`?"),
        "{wrong}"
    );
    let wrong = error("exclude = \"drafts\"\n");
    assert!(wrong.contains("alpheus.toml:1:11"), "{wrong}");
    let wrong = error("rules = [\n");
    assert!(wrong.contains("--> alpheus.toml:"), "{wrong}");
}

#[test]
fn the_command_line_goes_before_the_configuration() {
    let dir = Dir::with(&[
        ("alpheus.toml", "[rules]\nweekday-mismatch = \"off\"\n"),
        ("slip.txt", SLIP),
    ]);
    assert_eq!(dir.run(&["check", "slip.txt"]).code, Some(0));
    assert_eq!(
        dir.run(&["check", "slip.txt", "--select", "weekday-mismatch"]).code,
        Some(1)
    );
}
