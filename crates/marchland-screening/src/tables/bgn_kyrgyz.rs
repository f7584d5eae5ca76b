//! BGN/PCGN 1979 romanisation of Kyrgyz.
//!
//! Never: the middle dot between letters that would read as one.

use super::{COMMON, Collated, NONE, Table};

pub const TABLE: Table = Table {
    name: "BGN/PCGN Kyrgyz",
    source: "BGN/PCGN 1979 System, Romanization of Kirghiz",
    collated: Collated::With {
        title: "Interscript map bgnpcgn-kir-Cyrl-Latn-1979",
        address: "https://github.com/interscript/maps",
    },
    languages: &["ky"],
    letters: &[
        "г=g е=e ё=yo ж=j и=i й=y ң=ng ө=ö ү=ü х=kh ц=ts ч=ch ш=sh щ=shch ъ=” ы=y ь=’ э=e ю=yu \
              я=ya",
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
                ("Жолдошбек", "joldoshbek"),
                ("Үмөт", "ümöt"),
                ("Эрмек", "ermek"),
                ("Чыңгыз", "chynggyz"),
                ("Айгүл", "aygül"),
            ],
        );
    }
}
