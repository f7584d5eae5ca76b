//! Kazakhstan: the Latin alphabets in their versions of 2018, 2019 and 2021, none of which has replaced Cyrillic in
//! documents yet; names in them are met in the press and on the web.
//!
//! Never: the apostrophes of 2017, which were withdrawn after months.

use super::{COMMON, Collated, NONE, Table};

pub const TABLE: Table = Table {
    name: "Kazakh Latin 2021",
    source: "Draft decree amending decree No 569 of 26 October 2017, government resolution No 106 of 1 March 2021",
    collated: Collated::With {
        title: "Kazakh alphabets, Wikipedia",
        address: "https://en.wikipedia.org/wiki/Kazakh_alphabets",
    },
    languages: &["kk"],
    letters: &[
        "ә=ä г=g ғ=ğ е=e ё=io ж=j и=i й=i қ=q ң=ñ ө=ö ұ=ū ү=ü х=h һ=h ц=ts ч=ch ш=ş щ=şş ъ= \
              ы=y і=ı ь= э=e ю=iu я=ia",
        COMMON,
    ],
    ..NONE
};

pub const YEAR_2019: Table = Table {
    name: "Kazakh Latin 2019",
    source: "Version of November 2019 of the alphabet, National Commission",
    collated: Collated::NotCollated,
    languages: &["kk"],
    letters: &[
        "ә=ä г=g ғ=ğ е=e ё=yo ж=j и=y й=y қ=q ң=ŋ ө=ö у=w ұ=u ү=ü х=h һ=h ц=ts ч=ç ш=ş щ=ş ъ= \
              ы=ı і=i ь= э=e ю=yu я=ya",
        COMMON,
    ],
    ..NONE
};

pub const YEAR_2018: Table = Table {
    name: "Kazakh Latin 2018",
    source: "Decree No 637 of 19 February 2018 of the President of Kazakhstan",
    collated: Collated::With {
        title: "Kazaština/Přechod na latinku, Wikibooks",
        address: "https://cs.m.wikibooks.org/wiki/Kaza%C5%A1tina/P%C5%99echod_na_latinku",
    },
    languages: &["kk"],
    letters: &[
        "ә=á г=g ғ=ǵ е=e ё=io ж=j и=ı й=ı қ=q ң=ń ө=ó у=ý ұ=u ү=ú х=h һ=h ц=ts ч=ch ш=sh щ=sh \
              ъ= ы=y і=i ь= э=e ю=ıý я=ıa",
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
                ("Жұмабаев", "jūmabaev"),
                ("Өмірзақ", "ömırzaq"),
                ("Әлихан", "älihan"),
                ("Шыңғыс", "şyñğys"),
                ("Қасым", "qasym"),
                ("Ғалым", "ğalym"),
                ("Нұрсұлтан", "nūrsūltan"),
                ("бұрыңғы", "būryñğy"),
                ("данышпан", "danyşpan"),
                ("кісі", "kısı"),
                ("шаһарының", "şaharynyñ"),
                ("сөзге", "sözge"),
                ("жеңе", "jeñe"),
                ("үйіне", "üiıne"),
            ],
        );
        check(
            &super::YEAR_2019,
            &[("Әлихан", "älyhan"), ("Шыңғыс", "şıŋğıs"), ("Қасым", "qasım"), ("Ғалым", "ğalım")],
        );
        check(
            &super::YEAR_2018,
            &[
                ("Әлихан", "álıhan"),
                ("Шыңғыс", "shyńǵys"),
                ("Қасым", "qasym"),
                ("Ғалым", "ǵalym"),
                ("Өмірзақ", "ómirzaq"),
            ],
        );
    }
}
