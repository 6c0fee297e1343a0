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
