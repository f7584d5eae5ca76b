//! Vehicle identification numbers, ISO 3779: 17 signs without I, O and Q. North America and China make the ninth sign a
//! check digit (49 CFR 565.15, GB 16735); Europe, Russia, Japan and Korea do not, so there it says nothing.
//!
//! Never: tells make or year from the number.

use super::letters::tidy;

const LENGTH: usize = 17;
const CHECK_AT: usize = 8;
const WEIGHTS: [u32; LENGTH] = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];

/// I, O and Q are never in a number; they were 1 and 0.
pub fn canonical(number: &str) -> String {
    tidy(number)
        .chars()
        .map(|c| match c {
            'I' => '1',
            'O' | 'Q' => '0',
            other => other,
        })
        .collect()
}

/// The check digit that a canonical number should have at its ninth place; None for another length or foreign signs.
pub fn check_digit(canonical: &str) -> Option<char> {
    if canonical.chars().count() != LENGTH {
        return None;
    }
    let mut sum = 0;
    for (c, weight) in canonical.chars().zip(WEIGHTS) {
        sum += value(c)? * weight;
    }
    if sum % 11 == 10 { Some('X') } else { char::from_digit(sum % 11, 10) }
}

/// Why the number may have been read wrongly or altered.
pub fn doubt(canonical: &str) -> Option<String> {
    let length = canonical.chars().count();
    if length != LENGTH {
        return Some(format!("a vehicle identification number has {LENGTH} signs, this one has {length}"));
    }
    let Some(expected) = check_digit(canonical) else {
        return Some("a vehicle identification number holds only digits and Latin letters".to_string());
    };
    let checked = canonical.starts_with(['1', '2', '3', '4', '5', 'L']);
    let found = canonical.chars().nth(CHECK_AT)?;
    (checked && found != expected)
        .then(|| format!("the check digit is {found} and should be {expected}: misread or altered"))
}

fn value(c: char) -> Option<u32> {
    Some(match c {
        '0'..='9' => c.to_digit(10)?,
        'A' | 'J' => 1,
        'B' | 'K' | 'S' => 2,
        'C' | 'L' | 'T' => 3,
        'D' | 'M' | 'U' => 4,
        'E' | 'N' | 'V' => 5,
        'F' | 'W' => 6,
        'G' | 'P' | 'X' => 7,
        'H' | 'Y' => 8,
        'R' | 'Z' => 9,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_check_digit_of_published_examples() {
        // Both widely printed as worked examples of the regulation.
        for vin in ["1M8GDM9AXKP042788", "11111111111111111"] {
            assert_eq!(check_digit(vin), vin.chars().nth(8), "{vin}");
            assert_eq!(doubt(vin), None);
        }
        assert!(doubt("1M8GDM9A1KP042788").is_some_and(|d| d.contains("should be X")));
        // A Russian number needs no fitting digit.
        assert_eq!(doubt("XTA210990Y2766389"), None);
        assert!(doubt("XTA2109").is_some());
    }

    #[test]
    fn letters_that_are_never_there_are_digits() {
        assert_eq!(canonical("хта 21O99O-y2766389"), "XTA210990Y2766389");
        assert_eq!(canonical("IM8GDM9AXKPO42788"), "1M8GDM9AXKP042788");
    }
}
