//! Percentages, money, units, multiples.

use crate::check;

#[test]
fn percentages() {
    check(&[
        ("It rose 12%.", "12% = 12%"),
        ("It rose 12 % and 3½ per cent.", "12 % = 12%; 3½ per cent = 3.5%"),
        ("It rose twelve percent.", "twelve percent = 12%"),
        ("It rose by 12 p.c. in all.", "12 p.c = 12%"),
        ("A 12-per-cent rise.", "12-per-cent = 12%"),
        ("It rose 5‰, or 5 per mille.", "5‰ = 0.5%; 5 per mille = 0.5%"),
        ("It rose 12 percentage points.", "12 = 12"),
        ("They took 12 and 15 per cent.", "12 = 12%; 15 per cent = 15%"),
        ("They took 10, 12 and 15 per cent.", "10 = 10%; 12 = 12%; 15 per cent = 15%"),
    ]);
}

#[test]
fn money() {
    check(&[
        (
            "It cost £7,200 or $4,572,726.",
            "£7,200 = 7200 Pound; $4,572,726 = 4572726 Dollar",
        ),
        ("It cost £2 m, then $4.5m.", "£2 m = 2000000 Pound; $4.5m = 4500000 Dollar"),
        ("It cost $1.5 billion.", "$1.5 billion = 1500000000 Dollar"),
        ("It cost 10s. 6d. a yard.", "10s. 6d = 0.525 Pound"),
        ("It cost £3 4s. 6d. a yard.", "£3 4s. 6d = 3.225 Pound"),
        ("It cost 5 shillings and 6 pence.", "5 shillings and 6 pence = 0.275 Pound"),
        ("It cost ten guineas.", "ten guineas = 10.5 Pound"),
        ("It cost 20,000l. a year.", "20,000l = 20000 Pound"),
        ("It cost Rs. 500 and 300 fr. more.", "500 = 500 Rupee; 300 fr = 300 Franc"),
        ("It cost 2,000 livres.", "2,000 livres = 2000 Livre"),
        (
            "It cost 300 roubles, 5 thalers.",
            "300 roubles = 300 Rouble; 5 thalers = 5 Thaler",
        ),
        ("It cost 10 dollars and 50 cents.", "10 dollars and 50 cents = 10.5 Dollar"),
        ("It cost twenty or thirty cents.", "twenty or thirty cents = 0.2..0.3 Dollar"),
        ("It cost 20 pounds sterling.", "20 pounds sterling = 20 Pound"),
        ("It cost 20 pounds a year.", "20 pounds = 20 Pound"),
    ]);
}

#[test]
fn units() {
    check(&[
        (
            "It is 100 miles (160 km) off.",
            "100 miles = 100 miles; 160 km = 160 kilometres",
        ),
        ("He is 6 ft 2 in tall.", "6 ft 2 in = 6.166667 feet"),
        ("It is 3 miles 4 furlongs long.", "3 miles 4 furlongs = 3.5 miles"),
        ("Walks of 6, 8 or 10 miles.", "6 = 6 miles; 8 or 10 miles = 8..10 miles"),
        ("A 70-mile front.", "70-mile = 70 miles"),
        ("A 7-in-a-row run, 5 deaths per 1,000 births.", "7 = 7; 5 = 5"),
    ]);
}

#[test]
fn multiples() {
    check(&[
        ("They were three times as many.", "three times = 3 times"),
        ("They were twice the number.", "twice = 2 times"),
        ("They were half as many again.", "half = 1.5 times"),
        ("They were half as many.", "half = 0.5 times"),
        (
            "The rise was threefold, or 10-fold.",
            "threefold = 3 times; 10-fold = 10 times",
        ),
        ("They were two to one.", "two to one = 2 times"),
        ("They were 3:1 in number.", "3:1 = 3 times"),
        ("He was wounded twice and fell three times.", "three = 3"),
    ]);
}
