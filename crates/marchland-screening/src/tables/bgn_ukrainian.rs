//! BGN/PCGN 1965 romanisation of Ukrainian.
//!
//! Never: the agreement of 2019, which adopts the national table of 2010.

use super::{COMMON, Collated, NONE, Table};

pub const TABLE: Table = Table {
    name: "BGN/PCGN Ukrainian 1965",
    source: "BGN/PCGN 1965 System, Romanization of Ukrainian",
    collated: Collated::With {
        title: "Interscript map bgnpcgn-ukr-Cyrl-Latn-1965",
        address: "https://github.com/interscript/maps",
    },
    languages: &["uk"],
    letters: &[
        "г=h ґ=g е=e є=ye ж=zh и=y і=i ї=yi й=y х=kh ц=ts ч=ch ш=sh щ=shch ь=’ ю=yu я=ya ’=” \
              '=” ʼ=”",
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
                ("Сергій", "serhiy"),
                ("Юрій", "yuriy"),
                ("Григорій", "hryhoriy"),
                ("Щербак", "shcherbak"),
                ("Ярослав", "yaroslav"),
            ],
        );
    }
}
