//! Freight containers, ISO 6346: owner code of three letters, category letter, six digits, check digit.
//!
//! Never: knows owners.

use super::letters::{fit, tidy};

const BODY: &str = "LLLLDDDDDD";

/// The ten signs that name the container; the check digit is left off, so that a number without it is the same.
pub fn canonical(number: &str) -> String {
    let plain = tidy(number);
    let body: String = plain.chars().take(BODY.len()).collect();
    match plain.chars().count() {
        10 | 11 => fit(&body, BODY).unwrap_or(plain),
        _ => plain,
    }
}

/// Why the number may have been read wrongly: `number` as it was given.
pub fn doubt(number: &str) -> Option<String> {
    let plain = tidy(number);
    let body = canonical(number);
    let Some(expected) = check_digit(&body) else {
        return Some("a container number has four letters, six digits and a check digit".to_string());
    };
    let found = plain.chars().nth(BODY.len()).and_then(super::letters::as_digit)?;
    (found != expected)
        .then(|| format!("the check digit is {found} and should be {expected}: misread or altered"))
}

/// The check digit of the ten signs.
pub fn check_digit(body: &str) -> Option<char> {
    if fit(body, BODY).as_deref() != Some(body) {
        return None;
    }
    let mut sum = 0;
    for (i, c) in body.chars().enumerate() {
        sum += value(c)? << i;
    }
    char::from_digit(sum % 11 % 10, 10)
}

/// Letters count from 10 without the multiples of 11.
fn value(c: char) -> Option<u32> {
    if let Some(digit) = c.to_digit(10) {
        return Some(digit);
    }
    let n = u32::from(c).checked_sub(u32::from('A')).filter(|n| *n < 26)? + 10;
    Some(n + u32::from(n > 10) + u32::from(n > 20) + u32::from(n > 30))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_check_digit_of_published_examples() {
        for number in ["CSQU3054383", "TOLU4734787", "MSKU6011672"] {
            assert_eq!(doubt(number), None, "{number}");
        }
        assert!(doubt("CSQU3054384").is_some_and(|d| d.contains("should be 3")));
        assert!(doubt("CSQU").is_some());
    }

    #[test]
    fn spaces_and_a_missing_digit_are_the_same_number() {
        assert_eq!(canonical("csqu 305438-3"), "CSQU305438");
        assert_eq!(canonical("CSQU305438"), "CSQU305438");
        assert_eq!(canonical("CSQU3O5438 3"), "CSQU305438");
    }
}
