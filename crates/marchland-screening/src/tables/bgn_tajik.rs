//! BGN/PCGN 1994 romanisation of Tajik.
//!
//! Never: the middle dot; ц before vowels, which Tajik names do not have.

use super::{COMMON, Collated, NONE, Table};

pub const TABLE: Table = Table {
    name: "BGN/PCGN Tajik",
    source: "BGN/PCGN 1994 System, Romanization of Tajik Cyrillic",
    collated: Collated::With {
        title: "Interscript map bgnpcgn-tgk-Cyrl-Latn-1994",
        address: "https://github.com/interscript/maps",
    },
    languages: &["tg"],
    letters: &[
        "г=g ғ=gh е=e ё=yo ж=zh и=i ӣ=í й=y қ=q ӯ=ŭ х=kh ҳ=h ц=ts ч=ch ҷ=j ш=sh щ=sh ъ=’ ы=i \
              ь= э=ė ю=yu я=ya",
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
                ("Ҷамшед", "jamshed"),
                ("Раҳмон", "rahmon"),
                ("Қодир", "qodir"),
                ("Ғафур", "ghafur"),
                ("Хуҷанд", "khujand"),
                ("Зафар", "zafar"),
                ("Ҳоҷӣ", "hojí"),
            ],
        );
    }
}
