//! BGN/PCGN 1979 romanisation of Belarusian.
//!
//! Never: the middle dot between letters that would read as one.

use super::{COMMON, Collated, NONE, Table};

pub const TABLE: Table = Table {
    name: "BGN/PCGN Belarusian",
    source: "BGN/PCGN 1979 System, Romanization of Belarusian",
    collated: Collated::With {
        title: "Interscript map bgnpcgn-bel-Cyrl-Latn-1979",
        address: "https://github.com/interscript/maps",
    },
    languages: &["be"],
    letters: &[
        "г=h ґ=g е=ye ё=yo ж=zh і=i й=y ў=w х=kh ц=ts ч=ch ш=sh ы=y э=e ю=yu я=ya ь=’ ’=” '=” \
              ʼ=”",
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
            &[("Сяргей", "syarhyey"), ("Юрый", "yuryy"), ("Кавалёў", "kavalyow"), ("Ігар", "ihar")],
        );
    }
}
