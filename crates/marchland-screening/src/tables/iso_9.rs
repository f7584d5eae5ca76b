//! ISO 9:1995, also GOST 7.79-2000 system A: one letter for one letter, with signs above; one table for all languages.
//! The tests use letters of the table; the soft and hard signs are printed as prime marks.
//!
//! Never: the older ISO/R 9 of 1968.

use super::{COMMON, Collated, NONE, Table};

pub const TABLE: Table = Table {
    name: "ISO 9",
    source: "ISO 9:1995, Transliteration of Cyrillic characters into Latin characters; GOST 7.79-2000 system A",
    collated: Collated::With {
        title: "Interscript map iso-rus-Cyrl-Latn-9-1995",
        address: "https://github.com/interscript/maps",
    },
    languages: &["ru", "uk", "be", "kk", "ky", "uz", "tg", "tk", "az", "mn"],
    letters: &[
        "г=g ґ=g̀ е=e ё=ë є=ê ж=ž и=i і=ì ї=ï й=j ў=ŭ х=h ц=c ч=č ш=š щ=ŝ ъ=ʺ ы=y ь=ʹ э=è ю=û \
              я=â ә=a̋ ғ=ġ қ=ķ ң=ņ ө=ô ұ=u̇ ү=ù һ=ḥ җ=ž̧ ҷ=ç ҳ=ḩ ӣ=ī ӯ=ū ҹ=ĉ ҝ=k̂ ј=ǰ ’=’",
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
                ("Щукин", "ŝukin"),
                ("Юрий", "ûrij"),
                ("Яковлев", "âkovlev"),
                ("Цветаев", "cvetaev"),
                ("Гоголь", "gogolʹ"),
                ("Қанат", "ķanat"),
                ("Ғани", "ġani"),
                ("Өмір", "ômìr"),
                ("Ҷамшед", "çamšed"),
            ],
        );
    }
}
