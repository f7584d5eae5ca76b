//! GOST R 52535.1-2006: Russian passports from 2010 to 2013. It differs from ICAO 9303 in ц, and drops ъ.
//!
//! Never: other languages.

use super::{COMMON, Collated, NONE, Table};

pub const TABLE: Table = Table {
    name: "GOST R 52535.1",
    source: "GOST R 52535.1-2006, Machine readable travel documents, part 1, as ordered for passports in 2010",
    collated: Collated::With {
        title: "Iuliia schema gost_52535",
        address: "https://github.com/nalgeon/iuliia",
    },
    languages: &["ru"],
    letters: &["г=g е=e ё=e ж=zh и=i й=i х=kh ц=tc ч=ch ш=sh щ=shch ъ= ы=y ь= э=e ю=iu я=ia", COMMON],
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
                ("Юлия", "iuliia"),
                ("Щеглова", "shcheglova"),
                ("Кузнецов", "kuznetcov"),
                ("Царёв", "tcarev"),
                ("Подъездный", "podezdnyi"),
                ("Андрей", "andrei"),
            ],
        );
    }
}
