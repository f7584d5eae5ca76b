//! Order No 310 of the Russian Ministry of the Interior of 1997: English style in passports until 2010, and the French style
//! of the years before, with ss between vowels, which the schema it was collated with leaves out by its own word.
//!
//! Never: the table of common given names that the order prints beside its rules.

use super::{COMMON, Collated, NONE, Table};

pub const TABLE: Table = Table {
    name: "MVD 310",
    source: "Order No 310 of the Ministry of the Interior of Russia, 26 May 1997, transliteration of names in passports",
    collated: Collated::With { title: "Iuliia schema mvd_310", address: "https://github.com/nalgeon/iuliia" },
    languages: &["ru"],
    letters: &["г=g е=e ё=e ж=zh и=i й=y х=kh ц=ts ч=ch ш=sh щ=shch ъ=\" ы=y ь=' э=e ю=yu я=ya", COMMON],
    groups: "ье=ye ъе=ye",
    ..NONE
};

pub const FRENCH: Table = Table {
    name: "MVD 310, French style",
    source: "Order No 310 of the Ministry of the Interior of Russia, 26 May 1997, French rules",
    collated: Collated::With {
        title: "Iuliia schema mvd_310_fr",
        address: "https://github.com/nalgeon/iuliia",
    },
    languages: &["ru"],
    letters: &["г=g е=e ё=e ж=j и=i й=i х=kh ц=ts ч=tch ш=ch щ=chtch ъ= ы=y ь= у=ou э=e ю=iou я=ia", COMMON],
    groups: "ге=gue ги=gui гы=guy ье=ie кс=x",
    between_vowels: "с=ss",
    last: "ин=ine",
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
                ("Юлия", "yuliya"),
                ("Щеглова", "shcheglova"),
                ("Васильева", "vasilyeva"),
                ("Андрей", "andrey"),
                ("Видный", "vidnyy"),
                ("Съедин", "syedin"),
            ],
        );
        check(
            &super::FRENCH,
            &[
                ("Юлия", "iouliia"),
                ("Щеглова", "chtcheglova"),
                ("Васильева", "vassilieva"),
                ("Андрей", "andrei"),
                ("Оксана", "oxana"),
                ("Юрий", "iourii"),
                ("Васин", "vassine"),
                ("Сергей", "serguei"),
                ("Чехов", "tchekhov"),
                ("Жуков", "joukov"),
                ("Пушкин", "pouchkine"),
            ],
        );
    }
}
