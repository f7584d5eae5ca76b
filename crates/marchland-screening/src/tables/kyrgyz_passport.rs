//! Kyrgyzstan: the practice of passports, ICAO 9303 with plain letters for the Kyrgyz ones.
//!
//! Never: the spelling a holder asked for.

use super::{COMMON, Collated, NONE, Table};

pub const TABLE: Table = Table {
    name: "Kyrgyz passports",
    source: "Practice of passports of Kyrgyzstan; no single text of it is known",
    collated: Collated::NotCollated,
    languages: &["ky", "ru"],
    letters: &[
        "г=g е=e ё=e ж=zh и=i й=i ң=n ө=o ү=u х=kh ц=ts ч=ch ш=sh щ=shch ъ= ы=y ь= э=e ю=iu \
              я=ia",
        COMMON,
    ],
    ..NONE
};

#[cfg(test)]
mod tests {
    use super::super::check;

    #[test]
    fn names_as_printed() {
        check(
            &super::TABLE,
            &[
                ("Жолдошбек", "zholdoshbek"),
                ("Айгүл", "aigul"),
                ("Чыңгыз", "chyngyz"),
                ("Өмүрбек", "omurbek"),
                ("Юлия", "iuliia"),
            ],
        );
    }
}
