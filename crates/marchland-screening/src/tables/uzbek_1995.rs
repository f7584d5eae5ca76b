//! Uzbekistan: the Latin alphabet of 1995.
//!
//! Never: the drafts of later reforms.

use super::{COMMON, Collated, NONE, Table};

pub const TABLE: Table = Table {
    name: "Uzbek Latin 1995",
    source: "Law of Uzbekistan on the introduction of the Uzbek alphabet based on Latin script, wording of 1995",
    collated: Collated::With { title: "Iuliia schema uz", address: "https://github.com/nalgeon/iuliia" },
    languages: &["uz"],
    letters: &[
        "г=g ғ=gʻ е=e ё=yo ж=j и=i й=y қ=q ў=oʻ х=x ҳ=h ц=s ч=ch ш=sh щ=sh ъ=ʼ ы=i ь= э=e ю=yu \
              я=ya",
        COMMON,
    ],
    initial: "е=ye",
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
                ("Ўткир", "oʻtkir"),
                ("Қодир", "qodir"),
                ("Ғофур", "gʻofur"),
                ("Ҳасан", "hasan"),
                ("Хуршид", "xurshid"),
                ("Жамшид", "jamshid"),
                ("Шерзод", "sherzod"),
                ("Чўлпон", "choʻlpon"),
                ("Саъдулла", "saʼdulla"),
            ],
        );
    }
}
