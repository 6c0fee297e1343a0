//! When a witness was made, as far as is known.

/// The first and the last day that a witness can be of, in days that only their order matters of.
///
/// # Example: a year may be before or after a day in it
/// ```
/// use alpheus_trace::lineage::Dates;
/// let year = Dates::read("1869").unwrap();
/// let day = Dates::read("1869-05-10").unwrap();
/// assert!(!year.after(day) && !day.after(year));
/// assert!(Dates::read("1870-01").unwrap().after(day));
/// assert_eq!(Dates::read("May 1869"), None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dates {
    /// The first day.
    pub first: i32,
    /// The last day.
    pub last: i32,
}

impl Dates {
    /// Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD` (ISO 8601), with or without a time after a `T`
    /// or a space; `None` for anything else.
    pub fn read(text: &str) -> Option<Self> {
        let text = text.trim();
        let day = text.split(['T', ' ']).next().unwrap_or_default();
        let (before, digits) = match day.strip_prefix('-') {
            Some(digits) => (true, digits),
            None => (false, day),
        };
        let mut parts = digits.split('-');
        let year: i32 = number(parts.next()?, 4)?;
        let year = if before { -year } else { year };
        let month = parts.next().map(|month| number(month, 2));
        let day = parts.next().map(|day| number(day, 2));
        if parts.next().is_some() || month == Some(None) || day == Some(None) {
            return None;
        }
        let ordinal = |month: i32, day: i32| (year * 12 + month - 1) * 31 + day - 1;
        let (month, day) = (month.flatten(), day.flatten());
        let good = month.is_none_or(|month| (1..=12).contains(&month))
            && day.is_none_or(|day| (1..=31).contains(&day));
        good.then(|| Dates {
            first: ordinal(month.unwrap_or(1), day.unwrap_or(1)),
            last: ordinal(month.unwrap_or(12), day.unwrap_or(31)),
        })
    }

    /// Whether it is later than another without a doubt.
    pub fn after(self, other: Dates) -> bool {
        self.first > other.last
    }
}

fn number(digits: &str, count: usize) -> Option<i32> {
    let good = digits.len() == count && digits.bytes().all(|byte| byte.is_ascii_digit());
    good.then(|| digits.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_have_the_width_that_they_are_given_with() {
        let year = Dates::read("1850").unwrap();
        let month = Dates::read("1850-12").unwrap();
        let day = Dates::read("1850-12-31T08:00").unwrap();
        assert_eq!((year.last, month.last), (day.last, day.last));
        assert!(year.first < month.first && month.first < day.first);
        assert!(Dates::read("-0043-03-15").unwrap().last < Dates::read("0001").unwrap().first);
    }

    #[test]
    fn what_is_no_date_is_none() {
        for odd in ["", "18", "1850-13", "1850-00-01", "1850-01-01-01", "circa 1850", "185O"] {
            assert_eq!(Dates::read(odd), None, "{odd}");
        }
    }
}
