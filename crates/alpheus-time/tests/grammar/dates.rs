//! Dates by their written fields, decades, centuries, seasons.

use crate::story;

#[test]
fn days() {
    story(&[
        ("It opened on 3 May 1915.", "3 May 1915 = 1915-05-03"),
        ("It opened on May 3, 1915, at last.", "May 3, 1915 = 1915-05-03"),
        ("It opened on the 3d of May 1801.", "the 3d of May 1801 = 1801-05-03"),
        ("He wrote on 22nd Oct. 1740.", "22nd Oct. 1740 = 1740-10-22"),
        (
            "On the thirtieth of April 1789 he swore.",
            "the thirtieth of April 1789 = 1789-04-30",
        ),
        ("Tuesday, 14 May 1940, was fine.", "Tuesday, 14 May 1940 = 1940-05-14"),
        ("The file of 2004-06-15 is lost.", "2004-06-15 = 2004-06-15"),
    ]);
}

#[test]
fn years_and_eras() {
    story(&[
        ("He was born in 1812.", "1812 = 1812"),
        ("It fell in AD 476.", "AD 476 = 0476"),
        ("It burned in A.D. 64 at night.", "A.D. 64 = 0064; night = XXXX-XX-XXTNI"),
        ("He died in 44 BC.", "44 BC = BC0044"),
        ("It began circa 1200 BC.", "circa 1200 BC = BC1200"),
        ("In the year of our Lord 1492 he sailed.", "the year of our Lord 1492 = 1492"),
    ]);
}

#[test]
fn coarse() {
    story(&[
        ("The port grew in the XVIII century.", "the XVIII century = 17"),
        ("The port grew in the XIth century.", "the XIth century = 10"),
        (
            "The port grew in the early fifth century BC.",
            "the early fifth century BC = BC04",
        ),
        ("By the late 1880s it was gone.", "the late 1880s = 188"),
        ("In the 1920s and 30s it grew.", "the 1920s = 192; 30s = 193"),
        ("In mid-1943 it turned.", "mid-1943 = 1943"),
        ("He landed in the autumn of 1066.", "the autumn of 1066 = 1066-FA"),
        ("In the second half of 1923 it fell.", "the second half of 1923 = 1923-H2"),
        ("The third quarter of 2009 was dull.", "The third quarter of 2009 = 2009-Q3"),
    ]);
}

#[test]
fn silent() {
    story(&[
        ("It cost 1500 men and 1812 horses.", ""),
        ("See page 1914 and No. 1815.", ""),
        ("May I march in, said Will.", ""),
        ("It weighed 1,900 tons and cost $1200.", ""),
        ("The A320s and the B350s were sold.", ""),
        ("He fell to spring upon the fall of it.", ""),
        ("A mile is 1609 metres long.", ""),
        ("Is the sun a star, or a march of gods?", ""),
        ("The second attempt failed and a third won.", ""),
    ]);
}
