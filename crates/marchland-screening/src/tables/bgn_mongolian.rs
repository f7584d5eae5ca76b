//! BGN/PCGN 1964 romanisation of Mongolian.
//!
//! Never: the rules for ю by vowel harmony beyond the first vowel.

use super::{COMMON, Collated, NONE, Table};

pub const TABLE: Table = Table {
    name: "BGN/PCGN Mongolian",
    source: "BGN/PCGN 1964 System, Romanization of Mongolian Cyrillic",
    collated: Collated::With {
        title: "Interscript map bgnpcgn-mon-Cyrl-Latn-1964",
        address: "https://github.com/interscript/maps",
    },
    languages: &["mn"],
    letters: &[
        "г=g е=yö ё=yo ж=j з=dz и=i й=y ө=ö ү=ü х=h ц=ts ч=ch ш=sh щ=shch ъ=’ ы=ï ь=ĭ э=e ю=yu \
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
            &[("Батболд", "batbold"), ("Сүхбаатар", "sühbaatar"), ("Төмөр", "tömör"), ("Зоригт", "dzorigt")],
        );
    }
}
