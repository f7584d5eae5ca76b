//! Firearms: a serial number is unique only with the make, so make, model and calibre speak with it.
//!
//! Never: takes a serial number alone for a firearm found.

pub fn canonical(serial: &str) -> String {
    super::letters::tidy(&serial.replace('№', ""))
}

/// A make or model in one spelling: Latin, lower case, letters and digits only.
pub fn word(text: &str) -> String {
    super::letters::aloud(text).to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect()
}

/// A calibre in one spelling: `7,62×39 мм` and `7.62x39` are `7.62x39`; a name after it stays (`.22lr`).
pub fn calibre(text: &str) -> String {
    let text: String = text
        .to_lowercase()
        .replace(',', ".")
        .replace(['×', 'х', '*'], "x")
        .replace("мм", "")
        .replace("mm", "")
        .chars()
        .filter(|c| c.is_alphanumeric() || *c == '.')
        .collect();
    let text = text.trim_end_matches('.');
    text.strip_prefix('0').filter(|rest| rest.starts_with('.')).unwrap_or(text).to_string()
}

/// One calibre is the other, or its beginning (7.62 and 7.62x39).
pub fn calibres_agree(a: &str, b: &str) -> bool {
    let (a, b) = (calibre(a), calibre(b));
    let begins = |long: &str, short: &str| {
        long.strip_prefix(short).is_some_and(|rest| rest.is_empty() || rest.starts_with('x'))
    };
    !a.is_empty() && !b.is_empty() && (begins(&a, &b) || begins(&b, &a))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_make_and_calibre_meet() {
        assert_eq!(word("ИЖМАШ"), word("Izhmash"));
        assert_eq!(word("АК-74"), "ak74");
        for (a, b) in [("7,62×39 мм", "7.62x39"), ("7.62", "7.62х39"), ("9 mm", "9x18"), ("0.22LR", ".22 LR")]
        {
            assert!(calibres_agree(a, b), "{a} {b}");
        }
        for (a, b) in [("7.62x39", "7.62x54"), ("9", "9.3"), ("", "9")] {
            assert!(!calibres_agree(a, b), "{a} {b}");
        }
    }

    #[test]
    fn a_serial_number_in_one_spelling() {
        assert_eq!(canonical("№ аб 1234-5"), "AБ12345");
    }
}
