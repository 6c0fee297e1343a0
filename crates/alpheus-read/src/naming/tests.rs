use crate::{Options, Reading, read};
use alpheus_text::Document;

/// The names of a text with their kinds and fullest forms.
fn named(text: &str) -> Vec<String> {
    let doc = Document::plain("test", text);
    let reading: Reading = read(&doc, Options::default());
    let one = |name: &super::Name| {
        let fullest = reading.entities[name.entity as usize].fullest;
        format!("{:?} {} = {}", name.kind, doc.slice(name.span), doc.slice(fullest))
    };
    reading.names.iter().map(one).collect()
}

#[test]
fn a_surname_goes_back_to_the_full_name_and_forward_to_it() {
    assert_eq!(
        named("Grant waited. Then Gen. Ulysses S. Grant wrote, and Grant left."),
        [
            "Person Grant = Gen. Ulysses S. Grant",
            "Person Gen. Ulysses S. Grant = Gen. Ulysses S. Grant",
            "Person Grant = Gen. Ulysses S. Grant",
        ]
    );
}

#[test]
fn two_of_one_surname_are_told_apart_or_left_open() {
    assert_eq!(
        named(
            "Winston Churchill was the son of Lord Randolph Churchill. In 1940 Churchill \
             spoke. Mrs. Churchill heard it."
        ),
        [
            "Person Winston Churchill = Winston Churchill",
            "Person Lord Randolph Churchill = Lord Randolph Churchill",
            "Person Churchill = Churchill",
            "Person Mrs. Churchill = Mrs. Churchill",
        ]
    );
}

#[test]
fn titles_initials_and_particles_belong_to_the_name() {
    assert_eq!(
        named(
            "The Duke of Wellington met Field Marshal von Moltke, Jean de la Fontaine and H. G. Wells."
        ),
        [
            "Person Duke of Wellington = Duke of Wellington",
            "Person Field Marshal von Moltke = Field Marshal von Moltke",
            "Person Jean de la Fontaine = Jean de la Fontaine",
            "Person H. G. Wells = H. G. Wells",
        ]
    );
}

#[test]
fn a_people_goes_to_its_country() {
    assert_eq!(
        named("The French marched through France with Italian guns and the U.S. Navy."),
        [
            "Demonym French = France",
            "Place France = France",
            "Demonym Italian = Italian",
            "Organisation U.S. Navy = U.S. Navy",
        ]
    );
}

#[test]
fn spellings_styles_and_saints_are_joined() {
    assert_eq!(
        named(
            "Georgy Tchitcherin wrote to Lord Randolph Churchill from St. Petersburg. \
             In Petersburg Lord Randolph met Georgy Chicherin."
        ),
        [
            "Person Georgy Tchitcherin = Georgy Tchitcherin",
            "Person Lord Randolph Churchill = Lord Randolph Churchill",
            "Place St. Petersburg = St. Petersburg",
            "Place Petersburg = St. Petersburg",
            "Person Lord Randolph = Lord Randolph Churchill",
            "Person Georgy Chicherin = Georgy Tchitcherin",
        ]
    );
}

#[test]
fn second_names_and_acronyms_are_joined() {
    assert_eq!(
        named(
            "Samuel Clemens, also known as Mark Twain, visited the USSR (Russia). The \
             International Transport Workers' Federation (ITF) met; the ITF agreed."
        ),
        [
            "Person Samuel Clemens = Samuel Clemens",
            "Person Mark Twain = Samuel Clemens",
            "Place USSR = USSR",
            "Place Russia = USSR",
            "Organisation International Transport Workers' Federation = International \
             Transport Workers' Federation",
            "Organisation ITF = International Transport Workers' Federation",
            "Organisation ITF = International Transport Workers' Federation",
        ]
    );
}

#[test]
fn what_is_no_name_is_left_out() {
    assert_eq!(
        named(
            "In May the troops marched. However, I saw NH3 on Monday at the War Office."
        ),
        ["Organisation War Office = War Office"]
    );
    assert_eq!(named("THE WHOLE LINE IS IN CAPITALS, LIKE ANNA WEBER."), [""; 0]);
}

#[test]
fn kinds_come_from_the_words_around() {
    assert_eq!(
        named(
            "They slept in Solivine. The painter Valesius coughed. They read the novel _Emma_."
        ),
        ["Place Solivine = Solivine", "Person Valesius = Valesius", "Work Emma = Emma",]
    );
}

#[test]
fn the_head_of_an_entry_is_turned_round() {
    assert_eq!(
        named(
            "BYRON, ADA (1815-1852), wrote notes on an engine. Her father, Lord Byron, left."
        ),
        ["Person BYRON, ADA = BYRON, ADA", "Person Lord Byron = Lord Byron"]
    );
}

#[test]
fn any_text_is_read() {
    for text in [
        "",
        "A",
        "O'",
        "St.",
        "The Duke of",
        "X (Y",
        "(A (B",
        "d'A-",
        "Lord. Lord",
        "É. (",
        "Mr",
        "ITF (",
        "Bank of the",
    ] {
        named(text);
        named(&text.repeat(50));
    }
}
