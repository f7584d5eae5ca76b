//! Kazakhstan: the practice of passports, in Latin letters without signs.
//!
//! Never: the spelling a holder asked for, which passports may keep.

use super::{COMMON, Collated, NONE, Table};

pub const TABLE: Table = Table {
    name: "Kazakhstan passports",
    source: "Practice of passports of Kazakhstan; no single text of it is known",
    collated: Collated::NotCollated,
    languages: &["kk", "ru"],
    letters: &[
        "ә=a г=g ғ=g е=e ё=yo ж=zh и=i й=y қ=k ң=n ө=o ұ=u ү=u х=kh һ=kh ц=ts ч=ch ш=sh щ=shch \
              ъ= ы=y і=i ь= э=e ю=yu я=ya",
        COMMON,
    ],
    initial: "е=ye",
    after_vowel: "е=ye",
    between_vowels: "с=ss",
    ..NONE
};

pub const SINGLE_S: Table = Table {
    name: "Kazakhstan passports, ICAO letters",
    source: "Practice of passports of Kazakhstan, later spelling near ICAO 9303; no single text of it is known",
    collated: Collated::NotCollated,
    languages: &["kk", "ru"],
    letters: &[
        "ә=a г=g ғ=g е=e ё=yo ж=zh и=i й=i қ=k ң=n ө=o ұ=u ү=u х=kh һ=kh ц=ts ч=ch ш=sh щ=shch \
              ъ= ы=y і=i ь= э=e ю=yu я=ya",
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
                ("Ерлан", "yerlan"),
                ("Жұмабаев", "zhumabayev"),
                ("Қасымов", "kassymov"),
                ("Есенов", "yessenov"),
                ("Әсел", "assel"),
                ("Нұрсұлтан", "nursultan"),
                ("Шыңғыс", "shyngys"),
                ("Өмірзақ", "omirzak"),
                ("Ғалым", "galym"),
                ("Серік", "serik"),
                ("Айгүл", "aygul"),
            ],
        );
        check(
            &super::SINGLE_S,
            &[
                ("Айгүл", "aigul"),
                ("Қасымов", "kasymov"),
                ("Бауыржан", "bauyrzhan"),
                ("Досай", "dosai"),
                ("Ерлан", "erlan"),
            ],
        );
    }
}
