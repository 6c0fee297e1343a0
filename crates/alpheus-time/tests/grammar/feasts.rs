//! Feasts and holidays.

use crate::story;

#[test]
fn computed() {
    story(&[
        ("It began at Easter 1916.", "Easter 1916 = 1916-04-23"),
        ("On Easter Monday, 1916, it began.", "Easter Monday, 1916 = 1916-04-24"),
        ("On Good Friday 1865 he was shot.", "Good Friday 1865 = 1865-04-14"),
        ("On Ash Wednesday 1945 it burned.", "Ash Wednesday 1945 = 1945-02-14"),
        ("On Whit Monday 1899 they marched.", "Whit Monday 1899 = 1899-05-22"),
        ("On Labor Day 1935 it struck.", "Labor Day 1935 = 1935-09-02"),
        ("On Thanksgiving 1963 all was still.", "Thanksgiving 1963 = 1963-11-28"),
    ]);
}

#[test]
fn fixed() {
    story(&[
        ("On Christmas Eve 1914 they sang.", "Christmas Eve 1914 = 1914-12-24"),
        ("On Christmas Day, 1914, they rested.", "Christmas Day, 1914 = 1914-12-25"),
        ("On All Saints' Day 1755 it shook.", "All Saints' Day 1755 = 1755-11-01"),
        ("On New Year’s Day 1900 it opened.", "New Year’s Day 1900 = 1900-01-01"),
        ("On St. Patrick's Day 1900 it opened.", "St. Patrick's Day 1900 = 1900-03-17"),
        ("On May Day 1890 they marched.", "May Day 1890 = 1890-05-01"),
        ("On the Ides of March 44 BC he fell.", "the Ides of March 44 BC = BC0044-03-15"),
    ]);
}

#[test]
fn a_feast_takes_its_year_from_the_story() {
    story(&[(
        "In 1914 the war began. On Christmas Eve they sang.",
        "1914 = 1914; Christmas Eve = 1914-12-24",
    )]);
}

#[test]
fn silent() {
    story(&[
        ("A good friend gave him new boots and a holy book.", ""),
        ("All the saints of Palm Beach took ash and whit.", ""),
        ("Good Hope is a cape; New York a town; Boxing a sport.", ""),
        ("St. John lived in St. Andrews.", ""),
        ("The Holy See and Corpus delicti.", ""),
    ]);
}
