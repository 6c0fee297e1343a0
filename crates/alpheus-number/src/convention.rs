//! How a document writes its numbers: what a point or a space before three digits means.
//!
//! "23.186" is a decimal in most English texts and a whole number in texts that follow the
//! usage of the Continent; "23 186" may be two numbers. Only the document can tell, so its
//! numbers are looked through once, when the first such form comes up, and the answer is the
//! same for every place in it.

/// What a point before three digits is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Point {
    /// A decimal point.
    Decimal,
    /// It parts groups of three digits.
    Groups,
    /// The document does not tell.
    Unknown,
}

/// The usage of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Convention {
    pub(crate) point: Point,
    /// Whether a space parts groups of three digits.
    pub(crate) spaced: bool,
}

/// How often each form was seen.
#[derive(Default)]
struct Seen {
    /// "23,186"
    comma_groups: u32,
    /// "1.234.567", "1.234,5"
    point_groups: u32,
    /// "23.000", "23.100": few decimals are written so
    point_zeros: u32,
    /// "7.5", "23.1865"
    point_decimals: u32,
    /// "of 23 186 men", "1 234 567"
    spaces: u32,
}

impl Convention {
    /// The usage that the numbers of a text show.
    pub(crate) fn of(text: &str) -> Self {
        let mut seen = Seen::default();
        let bytes = text.as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            if bytes[at].is_ascii_digit() {
                at = seen.number(bytes, at);
            } else {
                at += 1;
            }
        }
        seen.convention()
    }
}

impl Seen {
    fn convention(&self) -> Convention {
        let groups = self.point_groups + self.point_zeros;
        let english = self.comma_groups > 0 || self.point_decimals > 0;
        let point = match groups {
            0 => Point::Decimal,
            _ if self.point_decimals >= groups => Point::Decimal,
            2.. if !english => Point::Groups,
            _ => Point::Unknown,
        };
        Convention { point, spaced: self.spaces >= 2 && self.comma_groups == 0 }
    }

    /// Takes in the number that begins at `at`, and answers where it ends.
    fn number(&mut self, bytes: &[u8], at: usize) -> usize {
        let named =
            at > 0 && (bytes[at - 1].is_ascii_alphanumeric() || bytes[at - 1] == b'.');
        let mut runs = Runs::default();
        let end = runs.read(bytes, at);
        if !named {
            self.count(&runs);
            self.count_spaced(bytes, at, &runs);
        }
        end
    }

    fn count(&mut self, runs: &Runs) {
        let short = (1..=3).contains(&runs.digits[0]);
        match (&runs.marks[..runs.len], &runs.digits[1..=runs.len]) {
            ([b','], [3]) | ([b',', b','], [3, 3]) if short => self.comma_groups += 1,
            ([b'.', b'.'], [3, 3]) | ([b'.', b','], [3, 1..=2]) if short => {
                self.point_groups += 1;
            }
            ([b'.'], [3]) if short && !runs.zero_first => {
                self.point_zeros += u32::from(runs.zeros_last);
            }
            ([b'.'], _) => self.point_decimals += 1,
            _ => {}
        }
    }

    /// Counts groups parted by spaces, where words stand on both sides: columns of a table
    /// have none.
    fn count_spaced(&mut self, bytes: &[u8], at: usize, runs: &Runs) {
        if runs.len > 0 || runs.digits[0] > 3 || runs.zero_first {
            return;
        }
        let mut end = at + runs.digits[0] as usize;
        let mut groups = 0;
        while let Some([b' ', a, b, c]) = bytes.get(end..end + 4)
            && [a, b, c].iter().all(|byte| byte.is_ascii_digit())
            && !bytes.get(end + 4).is_some_and(u8::is_ascii_digit)
        {
            end += 4;
            groups += 1;
        }
        let before =
            at > 1 && bytes[at - 1] == b' ' && bytes[at - 2].is_ascii_lowercase();
        let after = matches!(bytes.get(end..end + 2), Some([b' ', letter]) if letter.is_ascii_lowercase());
        self.spaces += u32::from(groups > 0 && before && after);
    }
}

/// A number as runs of digits with marks between.
#[derive(Default)]
struct Runs {
    digits: [u32; 4],
    marks: [u8; 3],
    /// How many marks there are.
    len: usize,
    zero_first: bool,
    zeros_last: bool,
}

impl Runs {
    fn read(&mut self, bytes: &[u8], mut at: usize) -> usize {
        self.zero_first = bytes[at] == b'0';
        loop {
            let from = at;
            while bytes.get(at).is_some_and(u8::is_ascii_digit) {
                at += 1;
            }
            self.digits[self.len] = (at - from) as u32;
            self.zeros_last = bytes[from..at].ends_with(b"00");
            let Some(&[mark @ (b'.' | b','), next]) = bytes.get(at..at + 2) else {
                return at;
            };
            if !next.is_ascii_digit() || self.len == 3 {
                return at;
            }
            self.marks[self.len] = mark;
            self.len += 1;
            at += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> (Point, bool) {
        let Convention { point, spaced } = Convention::of(text);
        (point, spaced)
    }

    #[test]
    fn points() {
        assert_eq!(of("3.142 and 0.250, 7.5 too").0, Point::Decimal);
        assert_eq!(of("from 12.000 to 23.186, later 150.000").0, Point::Groups);
        assert_eq!(of("some 1.234.567 souls, or 1.300.000").0, Point::Groups);
        assert_eq!(of("12,000 here and 150.000 there").0, Point::Unknown);
        assert_eq!(of("one 150.000 alone").0, Point::Unknown);
        assert_eq!(of("see 4.2.1 and 23.186").0, Point::Decimal);
    }

    #[test]
    fn spaces() {
        assert!(of("lost 23 186 men and then 1 234 567 more").1);
        assert!(!of("lost 23 186 men").1, "once may be chance");
        assert!(!of("lost 23 186 men and 1 234 more, or 3,000").1);
        assert!(!of("12 345 678\n23 456 789\n").1, "columns");
    }
}
