//! Machine-readable zones after ICAO Doc 9303, with right check digits: passports (TD3) and cards (TD1).
//!
//! Never: checks a zone; it only writes and reads back what it wrote.

use crate::chance::Chance;
use crate::people::Born;

pub struct Zone {
    pub text: String,
    /// What a reader takes from it.
    pub family: String,
    pub given: String,
    pub cut: bool,
}

/// Surname and given names hold A to Z, blank and hyphen only.
pub fn write(
    card: bool,
    family: &str,
    given: &str,
    state: &str,
    born: Born,
    male: bool,
    chance: &mut Chance,
) -> Zone {
    let width = if card { 30 } else { 39 };
    let filled = |text: &str| text.replace([' ', '-'], "<");
    let mut names = format!("{}<<{}", filled(family), filled(given));
    let cut = names.len() > width;
    names.truncate(width);
    let (read_family, read_given) = names.split_once("<<").unwrap_or((&names, ""));
    let read = |text: &str| text.replace('<', " ").trim().to_string();
    let (family, given) = (read(read_family), read(read_given));
    let number: String =
        (0..9).map(|at| char::from(if at == 0 { b'N' } else { b'0' + digit(chance) })).collect();
    let date = format!("{:02}{:02}{:02}", born.year % 100, born.month, born.day);
    let expiry = format!("{:02}{:02}{:02}", 27 + chance.below(9), 1 + chance.below(12), 1 + chance.below(28));
    let sex = if male { 'M' } else { 'F' };
    let state = format!("{state:<<3}");
    let (n, d, e) = (check(&number), check(&date), check(&expiry));
    let text = if card {
        let all = check(&format!("{number}{n}{}{date}{d}{expiry}{e}{}", "<".repeat(15), "<".repeat(11)));
        let first = format!("I<{state}{number}{n}{}", "<".repeat(15));
        let second = format!("{date}{d}{sex}{expiry}{e}{state}{}{all}", "<".repeat(11));
        format!("{first}\n{second}\n{names:<<30}")
    } else {
        let personal = "<".repeat(14);
        let all = check(&format!("{number}{n}{date}{d}{expiry}{e}{personal}0"));
        format!("P<{state}{names:<<39}\n{number}{n}{state}{date}{d}{sex}{expiry}{e}{personal}0{all}")
    };
    Zone { text, family, given, cut }
}

fn digit(chance: &mut Chance) -> u8 {
    u8::try_from(chance.below(10)).unwrap_or(0)
}

/// Weights 7, 3, 1; letters count from 10, fillers nothing.
fn check(text: &str) -> u32 {
    let value = |c: char| c.to_digit(36).unwrap_or(0);
    text.chars().zip([7, 3, 1].into_iter().cycle()).map(|(c, weight)| value(c) * weight).sum::<u32>() % 10
}

#[cfg(test)]
mod tests {
    #[test]
    fn check_digits_of_the_specimen_of_doc_9303() {
        for (field, digit) in [("L898902C3", 6), ("740812", 2), ("120415", 9), ("ZE184226B<<<<<", 1)] {
            assert_eq!(super::check(field), digit);
        }
    }
}
