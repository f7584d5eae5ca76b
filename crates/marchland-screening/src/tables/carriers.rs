//! What carriers ask travellers to write when a passport has no Latin letters: ICAO 9303 with plain letters for the
//! neighbours' ones. Lists of travellers that carriers send follow it.
//!
//! Never: a state's own spelling.

use super::{COMMON, Collated, NONE, Table};

pub const TABLE: Table = Table {
    name: "Carriers",
    source: "Instruction of a ticket agency on names in Cyrillic alphabets",
    collated: Collated::With {
        title: "Отчество в заграничном и иностранном паспорте, anywayanyday",
        address: "https://help.anywayanyday.business/article/25717",
    },
    languages: &["kk", "ky", "uz", "tg", "be", "uk"],
    letters: &[
        "г=g ғ=g е=e ё=e є=ie ж=zh и=i ӣ=i й=i і=i ї=i қ=k ң=n ө=o ґ=g ў=u ұ=u ү=u х=kh ҳ=kh \
              һ=kh ц=ts ч=ch ҷ=ch ш=sh щ=shch ъ=ie ы=y ь= э=e ю=iu я=ia ә=a ’= '= ʼ=",
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
                ("Раҳмонов", "rakhmonov"),
                ("Қодир", "kodir"),
                ("Әлихан", "alikhan"),
                ("Өмірзақ", "omirzak"),
                ("Шыңғыс", "shyngys"),
                ("Үмөт", "umot"),
            ],
        );
        // Another sound than the original's: the search finds it as one misspelling.
        assert_eq!(super::TABLE.romanise("Ҷамшед").as_deref(), Some("chamshed"));
    }
}
