//! BGN/PCGN 1979 romanisation of Uzbek Cyrillic.
//!
//! Never: the agreement of 2000, which adopts the national alphabet.

use super::{COMMON, Collated, NONE, Table};

pub const TABLE: Table = Table {
    name: "BGN/PCGN Uzbek",
    source: "BGN/PCGN 1979 System, Romanization of Uzbek",
    collated: Collated::With {
        title: "Interscript map bgnpcgn-uzb-Cyrl-Latn-1979",
        address: "https://github.com/interscript/maps",
    },
    languages: &["uz"],
    letters: &[
        "в=w г=g ғ=gh е=e ё=yo ж=zh и=i й=y қ=q ў=ŭ х=kh ҳ=h ц=ts ч=ch ш=sh ъ=ʼ ь=ʼ э=e ю=yu \
              я=ya",
        COMMON,
    ],
    after_vowel: "е=ye",
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
                ("Ўзбек", "ŭzbek"),
                ("Қодир", "qodir"),
                ("Ғафур", "ghafur"),
                ("Ҳасан", "hasan"),
                ("Яхши", "yakhshi"),
                ("Жамшид", "zhamshid"),
            ],
        );
    }
}
