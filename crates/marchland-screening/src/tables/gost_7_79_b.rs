//! GOST 7.79-2000 system B: plain Latin letters and grave accents, with the columns for Belarusian and Ukrainian.
//!
//! Never: the choice of c before e, i, y, j (the table's note 4): cz is written everywhere, as the table prints it.

use super::{COMMON, Collated, NONE, Table};

pub const TABLE: Table = Table {
    name: "GOST 7.79 B",
    source: "GOST 7.79-2000, Rules of transliteration of Cyrillic script by Latin alphabet, system B",
    collated: Collated::With {
        title: "Iuliia schema gost_779_alt",
        address: "https://github.com/nalgeon/iuliia",
    },
    languages: &["ru"],
    letters: &["г=g е=e ё=yo ж=zh и=i й=j х=x ц=cz ч=ch ш=sh щ=shh ъ=`` ы=y` ь=` э=e` ю=yu я=ya і=i", COMMON],
    ..NONE
};

pub const BELARUSIAN: Table = Table {
    name: "GOST 7.79 B, Belarusian",
    source: "GOST 7.79-2000, system B, column for Belarusian",
    collated: Collated::With {
        title: "GOST 7.79-2000, Wikipedia, copy",
        address: "https://uz.wikiaro.ru/wiki/GOST_7.79-2000",
    },
    languages: &["be"],
    letters: &[
        "г=g е=e ё=yo ж=zh і=i й=j ў=u` х=x ц=cz ч=ch ш=sh ы=y` ь=` э=e` ю=yu я=ya ’=' '=' ʼ='",
        COMMON,
    ],
    ..NONE
};

pub const UKRAINIAN: Table = Table {
    name: "GOST 7.79 B, Ukrainian",
    source: "GOST 7.79-2000, system B, column for Ukrainian",
    collated: Collated::With {
        title: "GOST 7.79-2000, Wikipedia, copy",
        address: "https://uz.wikiaro.ru/wiki/GOST_7.79-2000",
    },
    languages: &["uk"],
    letters: &[
        "г=g ґ=g` е=e є=ye ж=zh и=y` і=i ї=yi й=j х=x ц=cz ч=ch ш=sh щ=shh ь=` ю=yu я=ya ’=' \
              '=' ʼ='",
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
                ("Щукин", "shhukin"),
                ("Хромов", "xromov"),
                ("Юрьев", "yur`ev"),
                ("Царёв", "czaryov"),
                ("Быков", "by`kov"),
                ("Эдуард", "e`duard"),
                ("Съедин", "s``edin"),
            ],
        );
        check(&super::BELARUSIAN, &[("Кавалёў", "kavalyou`"), ("Сяргей", "syargej")]);
        check(&super::UKRAINIAN, &[("Сергій", "sergij"), ("Щербак", "shherbak"), ("Євген", "yevgen")]);
    }
}
