//! Two ends of one figure, and two figures that look like one.

use crate::check;

#[test]
fn ends() {
    check(&[
        ("It killed 4 to 5 million.", "4 to 5 million = 4000000..5000000"),
        ("It killed two or three hundred.", "two or three hundred = 200..300"),
        (
            "It had fifty to one hundred thousand.",
            "fifty to one hundred thousand = 50000..100000",
        ),
        ("It had 120–122 guns.", "120–122 = 120..122"),
        ("It had 120-122 guns.", "120-122 = 120..122"),
        ("It had between 9 and 10 guns.", "9 and 10 = 9..10"),
        ("It had between five and twenty guns.", "five and twenty = 5..20"),
        ("It had nine or ten guns.", "nine or ten = 9..10"),
        ("It cost £4 to £5.", "£4 to £5 = 4..5 Pound"),
        ("It cost $2-3 million.", "$2-3 million = 2000000..3000000 Dollar"),
        ("It rose 10–12%.", "10–12% = 10..12%"),
        ("It lay 5 to 6 miles off.", "5 to 6 miles = 5..6 miles"),
        ("Some 300 to 400 men came.", "300 to 400 = ~300..400"),
    ]);
}

#[test]
fn two_figures() {
    check(&[
        ("It rose from 10 to 30.", "10 = 10; 30 = 30"),
        ("It rose from 4 to 5 million.", "4 = 4000000; 5 million = 5000000"),
        ("They won by 302 to 301.", "302 = 302; 301 = 301"),
        ("A vote of 120 to 160 ended it.", "120 = 120; 160 = 160"),
        ("It passed 216-212.", "216 = 216; 212 = 212"),
        (
            "It grew from 80,482 in 1880 to 133,736.",
            "80,482 = 80482; 1880 = 1880; 133,736 = 133736",
        ),
        ("It lost 40—30 of them by fire.", "40 = 40; 30 = 30"),
        ("He took 10 and 12 guns.", "10 = 10; 12 = 12"),
        ("He took 2 or 300 men.", "2 = 2; 300 = 300"),
        ("It lasted 1914–1918.", "1914 = 1914; 1918 = 1918"),
    ]);
}
