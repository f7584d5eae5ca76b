//! Mobile telephones by IMEI (3GPP TS 23.003): 14 digits, a Luhn digit, or in its place a software version.
//!
//! Never: knows who calls whom.

use super::letters::{as_digit, tidy};

const BODY: usize = 14;

/// The 14 digits that name the device: IMEI and IMEISV of one telephone are one.
pub fn canonical(number: &str) -> String {
    let plain = tidy(number);
    let digits: Option<String> = plain.chars().map(as_digit).collect();
    match digits {
        Some(d) if (BODY..=BODY + 2).contains(&d.len()) => d[..BODY].to_string(),
        Some(d) => d,
        None => plain,
    }
}

/// Why the number may have been read wrongly: `number` as it was given.
pub fn doubt(number: &str) -> Option<String> {
    let digits: Option<String> = tidy(number).chars().map(as_digit).collect();
    let Some(digits) = digits else { return Some("an IMEI holds only digits".to_string()) };
    match digits.len() {
        BODY | 16 => None,
        15 => {
            let expected = luhn(&digits[..BODY]);
            (!digits.ends_with(expected))
                .then(|| format!("the check digit should be {expected}: misread or altered"))
        }
        other => Some(format!("an IMEI has 14 to 16 digits, this one has {other}")),
    }
}

/// The Luhn digit of digits.
pub fn luhn(digits: &str) -> char {
    let sum: u32 = digits
        .chars()
        .rev()
        .filter_map(|c| c.to_digit(10))
        .enumerate()
        .map(|(i, d)| if i % 2 == 0 { d * 2 / 10 + d * 2 % 10 } else { d })
        .sum();
    char::from_digit((10 - sum % 10) % 10, 10).unwrap_or('0')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_digit_of_a_published_example_and_the_software_version() {
        assert_eq!(luhn("49015420323751"), '8');
        assert_eq!(doubt("49-015420-323751-8"), None);
        assert!(doubt("490154203237517").is_some());
        assert_eq!(canonical("490154203237518"), canonical("4901542032375101"));
        assert_eq!(canonical("49O154203237518"), "49015420323751");
        assert!(doubt("123").is_some());
    }
}
