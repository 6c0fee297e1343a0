use super::*;
use crate::Document;

fn tokens(text: &str) -> Vec<Token> {
    let doc = Document::plain("", text);
    let mut tokens = Vec::new();
    doc.tokenize(&doc.blocks()[0], &mut tokens);
    tokens
}

/// The value that is read, and the words that it takes.
fn with_words<T>(text: &str, read: Option<(T, usize)>) -> Option<(T, &str)> {
    let (value, used) = read?;
    Some((value, &text[..tokens(text)[used - 1].span.range().end]))
}

#[test]
fn cardinals_are_read_whole() {
    for (text, value) in [
        ("seven", 7.0),
        ("twenty", 20.0),
        ("twenty-one", 21.0),
        ("Twenty one", 21.0),
        ("ninety\u{2011}nine", 99.0),
        ("one hundred", 100.0),
        ("one hundred and eighty-nine", 189.0),
        ("one hundred eighty nine", 189.0),
        ("eighteen hundred and twelve", 1812.0),
        ("two thousand", 2000.0),
        ("two thousand and five", 2005.0),
        ("two thousand three hundred and six", 2306.0),
        ("a hundred and fifty thousand", 150_000.0),
        ("one hundred and two thousand", 102_000.0),
        ("three million two hundred thousand and one", 3_200_001.0),
        ("a hundred", 100.0),
        ("a thousand", 1000.0),
        ("hundred", 100.0),
        ("a dozen", 12.0),
        ("two dozen", 24.0),
        ("half a dozen", 6.0),
        ("half a million", 500_000.0),
        ("three score and ten", 70.0),
        ("threescore and ten", 70.0),
        ("five-and-twenty", 25.0),
        ("two and a half", 2.5),
        ("two and a half million", 2_500_000.0),
        ("a million and a half", 1_500_000.0),
        ("two and three-quarters", 2.75),
        ("1,500", 1500.0),
        ("70,000", 70_000.0),
        ("1,234,567", 1_234_567.0),
        ("70\u{a0}000", 70_000.0),
        ("1.5 million", 1_500_000.0),
        ("1.05", 1.05),
        ("3½", 3.5),
        ("½", 0.5),
        ("4 hundred thousand", 400_000.0),
        ("007", 7.0),
        ("five and twenty", 25.0),
        ("two-and-twenty thousand", 22_000.0),
        ("fourscore and seventeen", 97.0),
        ("two thousand million", 2e9),
        ("six millions", 6e6),
        ("3 lakh", 300_000.0),
        ("12,34,567", 1_234_567.0),
        ("23'186", 23_186.0),
        ("3 1/2", 3.5),
        ("1/2", 0.5),
        ("8-1/4", 8.25),
        ("2⅝", 2.625),
        ("1·5", 1.5),
    ] {
        let read = with_words(text, cardinal(&tokens(text), text));
        assert_eq!(read, Some((value, text)), "{text}");
    }
}

#[test]
fn the_last_place_is_known() {
    for (text, step) in [
        ("23,186", 1.0),
        ("74.50", 0.01),
        ("3½", 0.5),
        ("3 1/4", 0.25),
        ("fifty", 1.0),
        ("two hundred", 100.0),
        ("a hundred and fifty", 1.0),
        ("twenty thousand", 1000.0),
        ("four hundred thousand", 100_000.0),
        ("a hundred and fifty thousand", 1000.0),
        ("two thousand and five", 1.0),
        ("1.5 million", 100_000.0),
        ("two and a half million", 500_000.0),
        ("a million and a half", 500_000.0),
        ("two dozen", 12.0),
        ("three score and ten", 1.0),
        ("two thousand million", 1e9),
    ] {
        let read = number(&tokens(text), text).unwrap();
        assert!((read.step / step - 1.0).abs() < 1e-9, "{text}: {}", read.step);
    }
}

#[test]
fn cardinals_stop_where_the_number_ends() {
    for (text, value, words) in [
        ("two and three", 2.0, "two"),
        ("five, 1941", 5.0, "five"),
        ("5, 1941", 5.0, "5"),
        ("1941,200", 1941.0, "1941"),
        ("12,34", 12.0, "12"),
        ("1941. In", 1941.0, "1941"),
        ("nineteen forty-one", 19.0, "nineteen"),
        ("two hundred and three hundred", 200.0, "two hundred"),
        ("two hundred and thirty hundred", 200.0, "two hundred"),
        ("one hundred and fifty and more", 150.0, "one hundred and fifty"),
        ("a thousand and more", 1000.0, "a thousand"),
        ("twenty ten", 20.0, "twenty"),
        ("three twenty", 3.0, "three"),
        ("one-sided", 1.0, "one"),
        ("ten and the half", 10.0, "ten"),
        ("five and twenty-two", 5.0, "five"),
        ("1905/6", 1905.0, "1905"),
        ("3/4/12", 3.0, "3"),
        ("9/11", 9.0, "9"),
        ("1,23,45", 1.0, "1"),
        ("two million million", 2e6, "two million"),
        ("zero hour", 0.0, "zero"),
    ] {
        let read = with_words(text, cardinal(&tokens(text), text));
        assert_eq!(read, Some((value, words)), "{text}");
    }
}

#[test]
fn no_cardinal_begins_here() {
    for text in
        ["a man", "and two", "hundreds", "an", "half", "quarter", "second", "oh", "-"]
    {
        assert_eq!(cardinal(&tokens(text), text), None, "{text}");
    }
    assert_eq!(cardinal(&[], ""), None);
    let long = "1234567890123456789";
    assert_eq!(cardinal(&tokens(long), long), None, "more digits than are kept");
}

#[test]
fn ordinals_are_read_whole() {
    for (text, value) in [
        ("first", 1),
        ("Twelfth", 12),
        ("twentieth", 20),
        ("twenty-first", 21),
        ("forty second", 42),
        ("hundredth", 100),
        ("two hundredth", 200),
        ("one hundred and fiftieth", 150),
        ("a hundred and first", 101),
        ("thousandth", 1000),
        ("21st", 21),
        ("22nd", 22),
        ("3d", 3),
        ("1,500th", 1500),
    ] {
        let read = with_words(text, ordinal(&tokens(text), text));
        assert_eq!(read, Some((value, text)), "{text}");
    }
}

#[test]
fn no_ordinal_begins_here() {
    for text in
        ["two", "twenty", "21 st", "1.5th", "a first", "one", "the first", "twenty-tenth"]
    {
        assert_eq!(ordinal(&tokens(text), text), None, "{text}");
    }
}

#[test]
fn years_said_in_pairs() {
    for (text, value) in [
        ("nineteen forty-one", Some(1941)),
        ("seventeen seventy-six", Some(1776)),
        ("nineteen oh five", Some(1905)),
        ("twenty ten", Some(2010)),
        ("ten sixty-six", Some(1066)),
        ("five ten", None),
        ("nineteen hundred", None),
        ("nineteen", None),
        ("twenty-one", None),
    ] {
        assert_eq!(paired(&tokens(text)).map(|read| read.0), value, "{text}");
    }
}

#[test]
fn fractions() {
    for (text, value) in [
        ("half", Some(0.5)),
        ("a half", Some(0.5)),
        ("a quarter", Some(0.25)),
        ("three-quarters", Some(0.75)),
        ("three fifths", Some(0.6)),
        ("one-tenth", Some(0.1)),
        ("seven-eighths", Some(0.875)),
        ("two third", None),
        ("quarter", None),
        ("five thirds", None),
        ("two", None),
    ] {
        let read = fraction(&tokens(text)).map(|read| read.0);
        assert_eq!(
            read.map(|x| (x * 1e9).round()),
            value.map(|x: f64| (x * 1e9).round()),
            "{text}"
        );
    }
}

#[test]
fn every_roman_numeral_is_read_back() {
    let write = |n: usize| {
        let digits = [
            ["", "M", "MM", "MMM", "", "", "", "", "", ""],
            ["", "C", "CC", "CCC", "CD", "D", "DC", "DCC", "DCCC", "CM"],
            ["", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC"],
            ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"],
        ];
        [n / 1000, n / 100 % 10, n / 10 % 10, n % 10]
            .into_iter()
            .enumerate()
            .map(|(place, digit)| digits[place][digit])
            .collect::<String>()
    };
    for n in 1..4000 {
        assert_eq!(roman(&write(n)), Some(n as u32), "{}", write(n));
    }
    for word in ["", "IIII", "VV", "IC", "XM", "Iv", "civil", "abc", "É"] {
        assert_eq!(roman(word), None, "{word}");
    }
}
