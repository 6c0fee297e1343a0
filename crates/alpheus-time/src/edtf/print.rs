//! The one form in which each extended date is written.

use super::{Clock, Date, Digits, Edtf, End, Member, Qualified, Qualifier, Year, Zone};
use std::fmt::{self, Display, Formatter, Write};

impl Display for Qualifier {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match (self.uncertain, self.approximate) {
            (false, false) => Ok(()),
            (true, false) => f.write_char('?'),
            (false, true) => f.write_char('~'),
            (true, true) => f.write_char('%'),
        }
    }
}

// Every date of a text is written in this form, so the parts are written one by one, without
// the machinery of a format string.
impl<T: Display> Display for Qualified<T> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        self.before.fmt(f)?;
        self.value.fmt(f)?;
        self.after.fmt(f)
    }
}

impl Display for Digits {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        for place in (0..self.width).rev() {
            let digit = (self.value / 10_u32.pow(u32::from(place)) % 10) as u8;
            let unknown = self.unknown >> place & 1 == 1;
            f.write_char(if unknown { 'X' } else { char::from(b'0' + digit) })?;
        }
        Ok(())
    }
}

impl Display for Year {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let significant = match self {
            Year::Plain { negative, digits, significant } => {
                f.write_str(if *negative { "-" } else { "" })?;
                digits.fmt(f)?;
                significant
            }
            Year::Long { mantissa, exponent, significant } => {
                write!(f, "Y{mantissa}")?;
                if let Some(exponent) = exponent {
                    write!(f, "E{exponent}")?;
                }
                significant
            }
        };
        significant.map_or(Ok(()), |digits| write!(f, "S{digits}"))
    }
}

impl Display for Clock {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let (hour, minute, second) = self.time;
        write!(f, "{hour:02}:{minute:02}:{second:02}")?;
        match self.zone {
            None => Ok(()),
            Some(Zone::Utc) => f.write_char('Z'),
            Some(Zone::Shift { negative, hours, minutes }) => {
                write!(f, "{}{hours:02}", if negative { '-' } else { '+' })?;
                minutes.map_or(Ok(()), |minutes| write!(f, ":{minutes:02}"))
            }
        }
    }
}

impl Display for Date {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        self.year.fmt(f)?;
        for part in [self.month, self.day].into_iter().flatten() {
            f.write_char('-')?;
            part.fmt(f)?;
        }
        self.clock.map_or(Ok(()), |clock| write!(f, "T{clock}"))
    }
}

impl Display for End {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            End::At(date) => date.fmt(f),
            End::Unknown => Ok(()),
            End::Open => f.write_str(".."),
        }
    }
}

impl Display for Member {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let date = |f: &mut Formatter<'_>, date: &Option<Date>| {
            date.as_ref().map_or(Ok(()), |date| date.fmt(f))
        };
        match self {
            Member::One(one) => one.fmt(f),
            Member::Run(from, to) => {
                date(f, from)?;
                f.write_str("..")?;
                date(f, to)
            }
        }
    }
}

impl Display for Edtf {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let (open, members, close) = match self {
            Edtf::Date(date) => return date.fmt(f),
            Edtf::Interval(from, to) => return write!(f, "{from}/{to}"),
            Edtf::OneOf(members) => ('[', members, ']'),
            Edtf::AllOf(members) => ('{', members, '}'),
        };
        f.write_char(open)?;
        for (i, member) in members.iter().enumerate() {
            let comma = if i == 0 { "" } else { "," };
            write!(f, "{comma}{member}")?;
        }
        f.write_char(close)
    }
}
