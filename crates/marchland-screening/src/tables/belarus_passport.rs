//! Belarus: the population register's instruction of 2008 with its examples, and the practice of passports.
//!
//! Never: Russian letters of Belarusian documents, which follow ICAO 9303.

use super::{COMMON, Collated, NONE, Table};

pub const TABLE: Table = Table {
    name: "Belarus 2008",
    source: "Ministry of the Interior of Belarus, resolution No 288 of 9 October 2008, names in the population register",
    collated: Collated::With {
        title: "Interscript map mvd-bel-Cyrl-Latn-2008",
        address: "https://github.com/interscript/maps",
    },
    languages: &["be"],
    letters: &[
        "г=g е=ie ё=io ж=zh і=i й=j ў=w х=kh ц=ts ч=ch ш=sh щ=shch ы=y э=e ю=iu я=ia ь= ’=j \
              '=j ʼ=j",
        COMMON,
    ],
    initial: "е=je ё=jo ю=ju я=ja",
    groups: "дзь=dź зь=ź ль=ĺ нь=ń сь=ś ць=ć ’е=je ’ё=jo ’ю=ju ’я=ja 'е=je 'ё=jo 'ю=ju 'я=ja",
    after_vowel: "е=je ё=jo ю=ju я=ja",
    ..NONE
};

pub const PRACTICE: Table = Table {
    name: "Belarus passports",
    source: "Practice of passports of Belarus; no single text of it is known",
    collated: Collated::NotCollated,
    languages: &["be"],
    letters: &[
        "г=h е=e ё=io ж=zh і=i й=i ў=u х=kh ц=ts ч=ch ш=sh щ=shch ы=y э=e ю=iu я=ia ь= ’= '= \
              ʼ=",
        COMMON,
    ],
    initial: "е=ye ё=yo ю=yu я=ya",
    groups: "ія=iya ’я=ya 'я=ya",
    last: "ый=y ій=i",
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
                ("Ева", "jeva"),
                ("Васільева", "vasiĺjeva"),
                ("Васілёнак", "vasilionak"),
                ("Ёрш", "jorsh"),
                ("Вераб’ёў", "vierabjow"),
                ("Салаўёва", "salawjova"),
                ("Любоў", "liubow"),
                ("В’юноў", "vjunow"),
                ("Чарняк", "charniak"),
                ("Дар’я", "darja"),
            ],
        );
        check(
            &super::PRACTICE,
            &[
                ("Юлія", "yuliya"),
                ("Яўген", "yauhen"),
                ("Сяргей", "siarhei"),
                ("Дзмітрый", "dzmitry"),
                ("Аляксандр", "aliaksandr"),
                ("Анатолій", "anatoli"),
                ("Дар’я", "darya"),
                ("Наталля", "natallia"),
                ("Вячаслаў", "viachaslau"),
            ],
        );
    }
}
