//! When a witness was made, as far as is known.

use crate::When;

/// The first and the last day that a witness can be of, as numbers of which only the order matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dates {
    /// The first day.
    pub first: i32,
    /// The last day.
    pub last: i32,
}

/// By how many years a date may be wrong that is not given as a plain year, month or day
/// ("c. 1651").
const LOOSE: i32 = 10;

impl Dates {
    /// Reads a date as [`When::parse`] does.
    ///
    /// # Example: a year may be before or after a day in it
    /// ```
    /// use alpheus_trace::lineage::Dates;
    /// let year = Dates::read("1869").unwrap();
    /// let day = Dates::read("1869-05-10").unwrap();
    /// assert!(!year.after(day) && !day.after(year));
    /// assert!(Dates::read("1870-01").unwrap().after(day));
    /// assert!(!Dates::read("c. 1872").unwrap().after(day));
    /// ```
    pub fn read(text: &str) -> Option<Self> {
        let When { year, month, day } = When::parse(text)?;
        let day_of = |month: i32, day: i32| {
            year.saturating_mul(12).saturating_add(month - 1).saturating_mul(31) + day - 1
        };
        let known =
            |part: u8, most: u8| (1..=most).contains(&part).then_some(i32::from(part));
        let (month, day) = (known(month, 12), known(day, 31));
        let plain = text.trim().starts_with(|c: char| c == '-' || c.is_ascii_digit());
        let margin = if plain { 0 } else { LOOSE * 12 * 31 };
        Some(Dates {
            first: day_of(month.unwrap_or(1), day.unwrap_or(1)) - margin,
            last: day_of(month.unwrap_or(12), day.unwrap_or(31)) + margin,
        })
    }

    /// Whether it is later than another without a doubt.
    pub fn after(self, other: Dates) -> bool {
        self.first > other.last
    }
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
        assert!(Dates::read("0001").unwrap().after(Dates::read("-0043-03-15").unwrap()));
        assert_eq!(Dates::read("undated"), None);
    }
}
