//! Turkmenistan: the Latin alphabet in its form since 1999, and plain letters as lists print them.
//!
//! Never: the letters of 1993, which were withdrawn.

use super::{COMMON, Collated, NONE, Table};

pub const TABLE: Table = Table {
    name: "Turkmen Latin",
    source: "Latin alphabet of Turkmenistan, in use since 1999; also BGN/PCGN agreement of 2000",
    collated: Collated::With {
        title: "Turkmen language, table of current letters",
        address: "http://www.geocities.ws/michaelpeterfustumum/turkmen_alternative_orthography.htm",
    },
    languages: &["tk"],
    letters: &[
        "в=w г=g е=e ё=ýo ж=ž җ=j и=i й=ý ң=ň ө=ö ү=ü х=h ц=s ч=ç ш=ş щ=şç ъ= ы=y ь= э=e ә=ä \
              ю=ýu я=ýa",
        COMMON,
    ],
    initial: "е=ýe",
    after_vowel: "е=ýe",
    ..NONE
};

pub const PLAIN: Table = Table {
    name: "Turkmen, plain letters",
    source: "Intelligence Community Standard for transliteration of Turkmen names, ODNI 2015; near the practice of passports",
    collated: Collated::With {
        title: "Interscript map odni-tuk-Cyrl-Latn-2015",
        address: "https://github.com/interscript/maps",
    },
    languages: &["tk"],
    letters: &[
        "г=g е=e ё=yo ж=zh җ=j и=i й=y ң=ng ө=o ү=u х=h ц=ts ч=ch ш=sh щ=shch ы=y э=e ә=a ю=yu \
              я=ya ъ= ь=",
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
                ("Сапармырат", "saparmyrat"),
                ("Атаев", "ataýew"),
                ("Җума", "juma"),
                ("Айгүл", "aýgül"),
                ("Бәшим", "bäşim"),
                ("Оразгелди", "orazgeldi"),
                ("Чары", "çary"),
            ],
        );
        check(
            &super::PLAIN,
            &[
                ("Атаев", "ataev"),
                ("Җума", "juma"),
                ("Айгүл", "aygul"),
                ("Чары", "chary"),
                ("Гурбангулы", "gurbanguly"),
            ],
        );
    }
}
