//! GOST 16876-71: the two tables of Soviet catalogues and maps, still met in old documents.
//!
//! Never: Belarusian and Ukrainian columns.

use super::{COMMON, Collated, NONE, Table};

pub const TABLE: Table = Table {
    name: "GOST 16876-71",
    source: "GOST 16876-71, Rules of transliteration of letters of Cyrillic script, table 1",
    collated: Collated::With {
        title: "Iuliia schema gost_16876",
        address: "https://github.com/nalgeon/iuliia",
    },
    languages: &["ru"],
    letters: &["г=g е=e ё=ë ж=ž и=i й=j х=h ц=c ч=č ш=š щ=ŝ ъ=ʺ ы=y ь=ʹ э=è ю=û я=â", COMMON],
    ..NONE
};

pub const DIGRAPHS: Table = Table {
    name: "GOST 16876-71, digraphs",
    source: "GOST 16876-71, Rules of transliteration of letters of Cyrillic script, table 2",
    collated: Collated::With {
        title: "Iuliia schema gost_16876_alt",
        address: "https://github.com/nalgeon/iuliia",
    },
    languages: &["ru"],
    letters: &["г=g е=e ё=jo ж=zh и=i й=jj х=kh ц=c ч=ch ш=sh щ=shh ъ=\" ы=y ь=' э=eh ю=ju я=ja", COMMON],
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
                ("Юлия", "ûliâ"),
                ("съешь", "sʺešʹ"),
                ("ещё", "eŝë"),
                ("этих", "ètih"),
                ("мягких", "mâgkih"),
                ("французских", "francuzskih"),
                ("булок", "bulok"),
                ("из", "iz"),
                ("Йошкар-Олы", "joškar-oly"),
                ("да", "da"),
                ("выпей", "vypej"),
                ("алтайского", "altajskogo"),
                ("чаю", "čaû"),
            ],
        );
        check(
            &super::DIGRAPHS,
            &[
                ("Юлия", "julija"),
                ("съешь", "s\"esh'"),
                ("ещё", "eshhjo"),
                ("этих", "ehtikh"),
                ("мягких", "mjagkikh"),
                ("французских", "francuzskikh"),
                ("булок", "bulok"),
                ("из", "iz"),
                ("Йошкар-Олы", "jjoshkar-oly"),
                ("да", "da"),
                ("выпей", "vypejj"),
                ("алтайского", "altajjskogo"),
                ("чаю", "chaju"),
            ],
        );
    }
}
