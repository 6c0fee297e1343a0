use super::*;

fn about(words: &str) -> Subject {
    Subject {
        account: "accounts/a.md".to_owned(),
        rule: "weekday-mismatch".to_owned(),
        words: vec![words.to_owned()],
        nth: 1,
    }
}

fn dismissed(reason: &str) -> Decision {
    Decision {
        state: Some(State::Dismissed),
        reason: reason.to_owned(),
        note: String::new(),
    }
}

#[test]
fn what_is_set_reads_back() {
    let mut kept = Adjudications::default();
    let (one, two) = (about("Monday \"the\" 4th"), about("Friday\\"));
    kept.set(&one, &dismissed("so\nin the log"));
    kept.set(&two, &Decision { note: "look".to_owned(), ..Decision::default() });
    let text = kept.text();
    assert!(text.starts_with("# What was decided"), "{text}");
    let read = Adjudications::read(&text).unwrap();
    assert_eq!(read.get(&one), Some(&dismissed("so\nin the log")));
    assert!(read.dismisses(&one) && !read.dismisses(&two));
    assert_eq!(read.text(), text);
}

#[test]
fn a_change_keeps_comments_and_strangers() {
    let text = "# ours\n[[finding]]\naccount = \"accounts/a.md\" # the log\n\
                rule = \"weekday-mismatch\"\nwords = [\"Monday\"]\nstate = \"accepted\" # by K.\n\
                by = \"K.\"\n";
    let mut kept = Adjudications::read(text).unwrap();
    kept.set(&about("Monday"), &dismissed("so"));
    let expected = text.replace("\"accepted\"", "\"dismissed\"") + "reason = \"so\"\n";
    assert_eq!(kept.text(), expected);
    kept.set(&about("Monday"), &Decision::default());
    assert!(kept.get(&about("Monday")).is_none());
    assert_eq!(kept.text(), "# ours\n");
}

#[test]
fn what_is_wrong_is_named() {
    let entry = "[[finding]]\naccount = \"a\"\nrule = \"r\"\nwords = [\"w\"]\n";
    let wrong = |text: &str| Adjudications::read(text).unwrap_err().to_string();
    assert!(wrong("a = ").starts_with("this is not TOML"));
    assert!(wrong("finding = 1").contains("not a list"));
    assert!(wrong("[[finding]]\nrule = \"r\"\n").starts_with("entry 1: needs"));
    assert!(wrong(&format!("{entry}{entry}state = \"gone\"\n")).starts_with("entry 2"));
    for nth in ["0", "-1", "\"a\"", "1.5", "9999999999"] {
        assert!(wrong(&format!("{entry}nth = {nth}\n")).contains("nth"), "{nth}");
    }
}

#[test]
fn keys_part_what_words_part() {
    let one = about("ab");
    let joined = Subject { words: vec!["a".into(), "b".into()], ..one.clone() };
    let second = Subject { nth: 2, ..one.clone() };
    assert_ne!(joined.key(), one.key());
    assert_ne!(second.key(), one.key());
    assert_eq!(joined.key().len(), 16);
}

#[test]
fn equal_ones_are_told_apart() {
    let text =
        "On Friday, 14 May 1889 it rained. It ended. On Friday, 14 May 1889 it rained.";
    let doc = Document::plain("a.md", text);
    let findings =
        alpheus_check::check(&doc, &alpheus_check::Options::default()).findings;
    let all = Subject::of_all("accounts/a.md", &doc, &findings);
    let [one, two] = all.as_slice() else { panic!("{all:?}") };
    assert_eq!((one.nth, two.nth), (1, 2));
    assert_eq!(one.words, two.words);
    let mut kept = Adjudications::default();
    kept.set(two, &dismissed("so"));
    assert!(kept.text().contains("\nnth = 2\n"), "{}", kept.text());
    let read = Adjudications::read(&kept.text()).unwrap();
    assert!(read.dismisses(two) && !read.dismisses(one));
    kept.set(one, &dismissed("too"));
    kept.set(two, &Decision::default());
    assert!(kept.dismisses(one) && !kept.dismisses(two));
    assert!(!kept.text().contains("nth ="), "{}", kept.text());
}
