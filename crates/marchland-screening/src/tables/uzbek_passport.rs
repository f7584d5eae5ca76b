//! Uzbekistan: passports print the Latin alphabet without its marks; before, and beside it, an English style.
//!
//! Never: the spelling a holder asked for.

use super::{COMMON, Collated, NONE, Table};

pub const TABLE: Table = Table {
    name: "Uzbek passports",
    source: "Practice of passports of Uzbekistan, the national alphabet without marks; no single text of it is known",
    collated: Collated::NotCollated,
    languages: &["uz"],
    letters: &[
        "г=g ғ=g е=e ё=yo ж=j и=i й=y қ=q ў=o х=x ҳ=h ц=ts ч=ch ш=sh щ=sh ъ= ы=i ь= э=e ю=yu \
              я=ya",
        COMMON,
    ],
    initial: "е=ye",
    after_vowel: "е=ye",
    ..NONE
};

pub const ENGLISH: Table = Table {
    name: "Uzbek passports, English style",
    source: "Practice of earlier passports of Uzbekistan; no single text of it is known",
    collated: Collated::NotCollated,
    languages: &["uz"],
    letters: &[
        "г=g ғ=g е=e ё=yo ж=j и=i й=y қ=k ў=u х=kh ҳ=kh ц=ts ч=ch ш=sh щ=sh ъ= ы=i ь= э=e ю=yu \
              я=ya",
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
                ("Ўткир", "otkir"),
                ("Қодиров", "qodirov"),
                ("Ғофуров", "gofurov"),
                ("Хуршид", "xurshid"),
                ("Тўхтаев", "toxtayev"),
                ("Жамшид", "jamshid"),
            ],
        );
        check(
            &super::ENGLISH,
            &[
                ("Тўхтаев", "tukhtaev"),
                ("Қодиров", "kodirov"),
                ("Ғофуров", "gofurov"),
                ("Ҳасанов", "khasanov"),
                ("Жамшид", "jamshid"),
            ],
        );
    }
}
