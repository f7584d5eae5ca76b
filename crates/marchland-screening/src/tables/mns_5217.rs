//! Mongolia: MNS 5217:2012 with its examples, and the letters without dots that passports print.
//!
//! Never: the traditional script.

use super::{COMMON, Collated, NONE, Table};

pub const TABLE: Table = Table {
    name: "MNS 5217",
    source: "MNS 5217:2012, Transliteration of Mongolian Cyrillic characters into Latin",
    collated: Collated::With {
        title: "Interscript map masm-mon-Cyrl-Latn-5217-2012",
        address: "https://github.com/interscript/maps",
    },
    languages: &["mn"],
    letters: &[
        "г=g е=ye ё=yo ж=j и=i й=i ө=ö ү=ü х=kh ц=ts ч=ch ш=sh щ=sh ъ=i ы=y ь=i э=e ю=yu я=ya",
        COMMON,
    ],
    ..NONE
};

pub const PASSPORT: Table = Table {
    name: "Mongolian passports",
    source: "Practice of passports of Mongolia, MNS 5217 without dots; no single text of it is known",
    collated: Collated::NotCollated,
    languages: &["mn"],
    letters: &[
        "г=g е=ye ё=yo ж=j и=i й=i ө=u ү=u х=kh ц=ts ч=ch ш=sh щ=sh ъ=i ы=y ь=i э=e ю=yu я=ya",
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
                ("халбага", "khalbaga"),
                ("гэрээ", "geree"),
                ("ахмад", "akhmad"),
                ("ерөөл", "yerööl"),
                ("Жон", "jon"),
                ("хань", "khani"),
                ("цэцэг", "tsetseg"),
                ("Чимэг", "chimeg"),
                ("энэ", "ene"),
                ("Ямар", "yamar"),
                ("Сар", "sar"),
            ],
        );
        check(
            &super::PASSPORT,
            &[
                ("Мөнхбат", "munkhbat"),
                ("Төмөр", "tumur"),
                ("Батбаяр", "batbayar"),
                ("Сүхбаатар", "sukhbaatar"),
                ("Цэцэг", "tsetseg"),
            ],
        );
    }
}
