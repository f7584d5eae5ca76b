//! Tajikistan: passports print plain letters; the standard of the US intelligence community prints the same.
//!
//! Never: the spelling a holder asked for.

use super::{COMMON, Collated, NONE, Table};

pub const TABLE: Table = Table {
    name: "Tajik, plain letters",
    source: "Intelligence Community Standard for transliteration of Tajik names, ODNI 2015; near the practice of passports",
    collated: Collated::With {
        title: "Interscript map odni-tgk-Cyrl-Latn-2015",
        address: "https://github.com/interscript/maps",
    },
    languages: &["tg"],
    letters: &[
        "г=g ғ=gh е=e ё=yo ж=zh и=i ӣ=i й=y қ=q ӯ=u х=kh ҳ=h ч=ch ҷ=j ш=sh э=e ю=yu я=ya ц=ts \
              щ=shch ы=y ъ= ь=",
        COMMON,
    ],
    initial: "е=ye",
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
                ("Ҷамшед", "jamshed"),
                ("Раҳмонов", "rahmonov"),
                ("Қодир", "qodir"),
                ("Ғафуров", "ghafurov"),
                ("Ҳоҷӣ", "hoji"),
                ("Сӯҳроб", "suhrob"),
            ],
        );
    }
}
