//! Order No 782 of the Russian Ministry of the Interior of 2000: driving licences until 2014.
//!
//! Never: passports.

use super::{COMMON, Collated, NONE, Table};

pub const TABLE: Table = Table {
    name: "MVD 782",
    source: "Order No 782 of the Ministry of the Interior of Russia, 20 July 2000, driving licences",
    collated: Collated::With { title: "Iuliia schema mvd_782", address: "https://github.com/nalgeon/iuliia" },
    languages: &["ru"],
    letters: &["г=g е=e ё=yo ж=zh и=i й=y х=kh ц=ts ч=ch ш=sh щ=shch ъ=' ы=y ь=' э=e ю=yu я=ya", COMMON],
    groups: "йе=ye ъе=ye ье=ye ъё=yo ьё=yo ьи=yi бё=bye вё=vye гё=gye дё=dye зё=zye кё=kye лё=lye \
              мё=mye нё=nye пё=pye рё=rye сё=sye тё=tye фё=fye хё=khye цё=tsye жё=zhe чё=che шё=she \
              щё=shche",
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
                ("Артём", "artyem"),
                ("Краевой", "krayevoy"),
                ("Чёткий", "chetkiy"),
                ("Клеёнкина", "kleyonkina"),
                ("Игорь", "igor'"),
                ("Ильин", "ilyin"),
                ("Васильева", "vasilyeva"),
                ("Андрей", "andrey"),
            ],
        );
    }
}
