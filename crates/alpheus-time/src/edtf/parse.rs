//! A descent over the bytes; every failure says what was expected, and where.

use super::{
    Clock, Date, Digits, Edtf, End, Error, ErrorKind, Member, Qualified, Qualifier, Year,
    Zone,
};

pub(super) fn parse(text: &str) -> Result<Edtf, Error> {
    let mut cursor = Cursor { bytes: text.as_bytes(), at: 0 };
    let edtf = match cursor.peek() {
        Some(b'[') => Edtf::OneOf(cursor.set(b']')?),
        Some(b'{') => Edtf::AllOf(cursor.set(b'}')?),
        _ => cursor.date_or_interval()?,
    };
    if cursor.at == text.len() { Ok(edtf) } else { Err(cursor.fail(ErrorKind::Trailing)) }
}

struct Cursor<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl Cursor<'_> {
    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn eat(&mut self, byte: u8) -> bool {
        let found = self.peek() == Some(byte);
        self.at += usize::from(found);
        found
    }

    fn eat_all(&mut self, text: &[u8]) -> bool {
        let found = self.bytes[self.at..].starts_with(text);
        self.at += if found { text.len() } else { 0 };
        found
    }

    fn fail(&self, kind: ErrorKind) -> Error {
        Error { kind, at: self.at }
    }

    fn date_or_interval(&mut self) -> Result<Edtf, Error> {
        let from = self.end()?;
        if self.eat(b'/') {
            return Ok(Edtf::Interval(from, self.end()?));
        }
        match from {
            End::At(date) => Ok(Edtf::Date(date)),
            End::Unknown | End::Open => Err(self.fail(ErrorKind::Year)),
        }
    }

    /// An end of an interval: nothing, `..`, or a date.
    fn end(&mut self) -> Result<End, Error> {
        match self.peek() {
            None | Some(b'/') => Ok(End::Unknown),
            Some(b'.') if self.eat_all(b"..") => Ok(End::Open),
            _ => self.date().map(End::At),
        }
    }

    fn set(&mut self, close: u8) -> Result<Vec<Member>, Error> {
        self.at += 1;
        let mut members = Vec::new();
        loop {
            members.push(self.member(close)?);
            if self.eat(close) {
                return Ok(members);
            }
            if !self.eat(b',') {
                return Err(self.fail(ErrorKind::Set));
            }
        }
    }

    fn member(&mut self, close: u8) -> Result<Member, Error> {
        if self.eat_all(b"..") {
            return Ok(Member::Run(None, Some(self.date()?)));
        }
        let from = self.date()?;
        if !self.eat_all(b"..") {
            return Ok(Member::One(from));
        }
        if self.peek() == Some(close) {
            return Ok(Member::Run(Some(from), None));
        }
        Ok(Member::Run(Some(from), Some(self.date()?)))
    }

    fn date(&mut self) -> Result<Date, Error> {
        let year = self.qualified(Cursor::year)?;
        let mut date = Date { year, month: None, day: None, clock: None };
        if !self.eat(b'-') {
            return Ok(date);
        }
        let month = self.qualified(|c| c.two(ErrorKind::Month))?;
        let (low, high) = month.value.range();
        let is_month = low <= 12 && high >= 1;
        if !is_month && !(21..=41).contains(&low) {
            return Err(self.fail(ErrorKind::Month));
        }
        date.month = Some(month);
        if !is_month || !self.eat(b'-') {
            return Ok(date);
        }
        let day = self.qualified(|c| c.two(ErrorKind::Day))?;
        let (low, high) = day.value.range();
        if low > 31 || high < 1 {
            return Err(self.fail(ErrorKind::Day));
        }
        date.day = Some(day);
        if self.eat(b'T') {
            date.clock = Some(self.clock()?);
        }
        Ok(date)
    }

    fn qualified<T>(
        &mut self,
        read: impl FnOnce(&mut Self) -> Result<T, Error>,
    ) -> Result<Qualified<T>, Error> {
        let before = self.qualifier();
        let value = read(self)?;
        let after = self.qualifier();
        Ok(Qualified { value, before, after })
    }

    fn qualifier(&mut self) -> Qualifier {
        let (uncertain, approximate) = match self.peek() {
            Some(b'?') => (true, false),
            Some(b'~') => (false, true),
            Some(b'%') => (true, true),
            _ => return Qualifier::default(),
        };
        self.at += 1;
        Qualifier { uncertain, approximate }
    }

    fn year(&mut self) -> Result<Year, Error> {
        if self.eat(b'Y') {
            return self.long_year();
        }
        let negative = self.eat(b'-');
        let digits = self.digits(4, ErrorKind::Year)?;
        let significant = self.count(b'S')?;
        Ok(Year::Plain { negative, digits, significant })
    }

    fn long_year(&mut self) -> Result<Year, Error> {
        let negative = self.eat(b'-');
        let number = self.number().ok_or(self.fail(ErrorKind::Year))?;
        let mantissa = if negative { -number } else { number };
        let exponent = self.count(b'E')?;
        let significant = self.count(b'S')?;
        Ok(Year::Long { mantissa, exponent, significant })
    }

    /// A mark and the number after it, if the mark stands here.
    fn count(&mut self, mark: u8) -> Result<Option<u8>, Error> {
        if !self.eat(mark) {
            return Ok(None);
        }
        let number = self.number().and_then(|n| u8::try_from(n).ok());
        number.map(Some).ok_or(self.fail(ErrorKind::Year))
    }

    fn number(&mut self) -> Option<i64> {
        let from = self.at;
        let mut number = 0_i64;
        while let Some(digit @ b'0'..=b'9') = self.peek() {
            number = number.checked_mul(10)?.checked_add(i64::from(digit - b'0'))?;
            self.at += 1;
        }
        (self.at > from).then_some(number)
    }

    fn digits(&mut self, width: u8, kind: ErrorKind) -> Result<Digits, Error> {
        let mut digits = Digits { value: 0, unknown: 0, width };
        for _ in 0..width {
            let (digit, unknown) = match self.peek() {
                Some(digit @ b'0'..=b'9') => (u32::from(digit - b'0'), 0),
                Some(b'X') => (0, 1),
                _ => return Err(self.fail(kind)),
            };
            digits.value = digits.value * 10 + digit;
            digits.unknown = digits.unknown << 1 | unknown;
            self.at += 1;
        }
        Ok(digits)
    }

    fn two(&mut self, kind: ErrorKind) -> Result<Digits, Error> {
        self.digits(2, kind)
    }

    fn clock(&mut self) -> Result<Clock, Error> {
        let hour = self.below(25)?;
        let minute = self.after_colon()?;
        let second = self.after_colon()?;
        let zone = match self.peek() {
            Some(b'Z') => {
                self.at += 1;
                Some(Zone::Utc)
            }
            Some(sign @ (b'+' | b'-')) => {
                self.at += 1;
                let hours = self.below(24)?;
                let minutes = if self.peek() == Some(b':') {
                    Some(self.after_colon()?)
                } else {
                    None
                };
                Some(Zone::Shift { negative: sign == b'-', hours, minutes })
            }
            _ => None,
        };
        Ok(Clock { time: (hour, minute, second), zone })
    }

    fn after_colon(&mut self) -> Result<u8, Error> {
        if self.eat(b':') { self.below(61) } else { Err(self.fail(ErrorKind::Time)) }
    }

    fn below(&mut self, limit: u32) -> Result<u8, Error> {
        let two = self.digits(2, ErrorKind::Time)?;
        if two.unknown == 0 && two.value < limit {
            Ok(two.value as u8)
        } else {
            Err(self.fail(ErrorKind::Time))
        }
    }
}
