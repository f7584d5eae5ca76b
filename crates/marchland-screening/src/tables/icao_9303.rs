//! ICAO Doc 9303 part 3, section 6 B: transliteration of Cyrillic characters; Russian passports since 2013. The
//! document names other spellings for Belarusian and Ukrainian letters, which are tables of their own here; the Ukrainian one
//! follows the eighth edition (the sixth had G for г) and was not collated. It prints no example names: the tests use names
//! as passports print them.
//!
//! Never: the letters that the document gives for Serbian, Macedonian and Bulgarian only.

use super::{COMMON, Collated, NONE, Table};

pub const TABLE: Table = Table {
    name: "ICAO 9303",
    source: "ICAO Doc 9303, Machine Readable Travel Documents, part 3, eighth edition, section 6 B",
    collated: Collated::With {
        title: "Iuliia schema icao_doc_9303",
        address: "https://github.com/nalgeon/iuliia",
    },
    languages: &["ru", "ky", "kk", "tg"],
    letters: &[
        "г=g е=e ё=e ж=zh и=i й=i х=kh ц=ts ч=ch ш=sh щ=shch ъ=ie ы=y ь= э=e ю=iu я=ia і=i ї=i \
              є=ie ґ=g ў=u",
        COMMON,
    ],
    ..NONE
};

pub const BELARUSIAN: Table = Table {
    name: "ICAO 9303, Belarusian",
    source: "ICAO Doc 9303, part 3, eighth edition, section 6 B, notes for Belarusian",
    collated: Collated::With {
        title: "ICAO romanization, Wikipedia",
        address: "https://en.wikipedia.org/wiki/ICAO_romanization",
    },
    languages: &["be"],
    letters: &["г=h е=e ё=io ж=zh і=i й=i ў=u х=kh ц=ts ч=ch ш=sh ы=y ь= э=e ю=iu я=ia ’= '= ʼ=", COMMON],
    ..NONE
};

pub const UKRAINIAN: Table = Table {
    name: "ICAO 9303, Ukrainian",
    source: "ICAO Doc 9303, part 3, eighth edition, section 6 B, notes for Ukrainian",
    collated: Collated::NotCollated,
    languages: &["uk"],
    letters: &[
        "г=h ґ=g е=e є=ie ж=zh и=y і=i ї=i й=i х=kh ц=ts ч=ch ш=sh щ=shch ь= ю=iu я=ia ’= '= \
              ʼ=",
        COMMON,
    ],
    initial: "є=ye ї=yi й=y ю=yu я=ya",
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
                ("Щукин", "shchukin"),
                ("Хан", "khan"),
                ("Юлия", "iuliia"),
                ("Цой", "tsoi"),
                ("Ёжиков", "ezhikov"),
                ("Андрей", "andrei"),
                ("Подъездный", "podieezdnyi"),
                ("Васильева", "vasileva"),
                ("Салтыков-Щедрин", "saltykov-shchedrin"),
                ("Чёткий", "chetkii"),
                ("Ян", "ian"),
            ],
        );
        check(
            &super::BELARUSIAN,
            &[
                ("Сяргей", "siarhei"),
                ("Аляксандр", "aliaksandr"),
                ("Ганна", "hanna"),
                ("Ігар", "ihar"),
                ("Яўген", "iauhen"),
                ("Дзмітрый", "dzmitryi"),
                ("Кавалёў", "kavaliou"),
                ("Юрый", "iuryi"),
            ],
        );
        check(
            &super::UKRAINIAN,
            &[
                ("Сергій", "serhii"),
                ("Згурський", "zhurskyi"),
                ("Юрій", "yurii"),
                ("Їжакевич", "yizhakevych"),
                ("Григорій", "hryhorii"),
                ("Мар’яна", "mariana"),
            ],
        );
    }
}
