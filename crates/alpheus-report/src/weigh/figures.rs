//! Shares and ratios, as a reader says them.

/// "81 %", with a digit more near the ends.
pub(super) fn percent(share: f64) -> String {
    let hundredths = share * 100.0;
    if share <= 0.0 {
        "0 %".to_owned()
    } else if share >= 1.0 {
        "100 %".to_owned()
    } else if hundredths < 0.1 {
        "<0.1 %".to_owned()
    } else if hundredths > 99.9 {
        ">99.9 %".to_owned()
    } else if !(9.95..90.0).contains(&hundredths) {
        format!("{hundredths:.1} %")
    } else {
        format!("{hundredths:.0} %")
    }
}

/// "49–97 %".
pub(super) fn range(low: f64, high: f64) -> String {
    let (low, high) = (percent(low), percent(high));
    if low == high {
        return low;
    }
    if low.starts_with('<') || high.starts_with('>') {
        return format!("{} to {high}", low.trim_end_matches(" %"));
    }
    match low.strip_suffix(" %") {
        Some(bare) => format!("{bare}–{high}"),
        None => format!("{low}–{high}"),
    }
}

/// A number from 0 to 1 as it would be written in a case file.
pub(super) fn number(value: f64) -> String {
    let text = format!("{value:.3}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// "5.3 : 1", or "1 : 5.3" if it is less than 1.
pub(super) fn odds(ratio: f64) -> String {
    match ratio {
        r if r >= 1.0 => format!("{} : 1", times(r)),
        r => format!("1 : {}", times(1.0 / r)),
    }
}

/// "5.3", "12", "1,200", "∞".
pub(super) fn times(ratio: f64) -> String {
    if ratio.is_infinite() {
        "∞".to_owned()
    } else if ratio < 9.95 {
        format!("{ratio:.1}")
    } else if ratio < 1e6 {
        thousands(&format!("{ratio:.0}"))
    } else {
        let power = ratio.log10().floor();
        format!("{:.0} × 10^{power:.0}", ratio / 10_f64.powf(power))
    }
}

fn thousands(digits: &str) -> String {
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_have_a_digit_more_near_the_ends() {
        let shown = [0.0, 0.0004, 0.034, 0.0999, 0.316, 0.974, 0.9995, 1.0].map(percent);
        assert_eq!(
            shown,
            ["0 %", "<0.1 %", "3.4 %", "10 %", "32 %", "97.4 %", ">99.9 %", "100 %"]
        );
        assert_eq!(range(0.49, 0.974), "49–97.4 %");
        assert_eq!(range(0.5, 0.5), "50 %");
        assert_eq!(range(0.0004, 0.9997), "<0.1 to >99.9 %");
    }

    #[test]
    fn ratios_are_told_with_the_greater_side_first_or_last() {
        let shown = [1.0, 5.3, 12.4, 1234.0, 0.2, 3.2e7, f64::INFINITY].map(odds);
        assert_eq!(
            shown,
            [
                "1.0 : 1",
                "5.3 : 1",
                "12 : 1",
                "1,234 : 1",
                "1 : 5.0",
                "3 × 10^7 : 1",
                "∞ : 1"
            ]
        );
        assert_eq!([0.5, 0.675, 1.0, 0.0].map(number), ["0.5", "0.675", "1", "0"]);
    }
}
