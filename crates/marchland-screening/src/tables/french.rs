//! The French transcription that Soviet passports and the press used: Serguei, Youri, Tchekhov.
//!
//! Never: the accents of French texts (passports print none).

use super::{COMMON, Collated, NONE, Table};

pub const TABLE: Table = Table {
    name: "French transcription",
    source: "French transcription of Russian names as printed in Soviet passports; no single text of it is known",
    collated: Collated::NotCollated,
    languages: &["ru"],
    letters: &["г=g е=e ё=io ж=j и=i й=i х=kh ц=ts ч=tch ш=ch щ=chtch ъ= ы=y ь= у=ou э=e ю=iou я=ia", COMMON],
    initial: "ю=you я=ya е=ie",
    groups: "ге=gue ги=gui гё=guio ье=ie ьё=io ия=ia",
    between_vowels: "с=ss",
    last: "ин=ine ий=i ый=y ын=yne",
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
                ("Юрий", "youri"),
                ("Сергей", "serguei"),
                ("Чехов", "tchekhov"),
                ("Дмитрий", "dmitri"),
                ("Василий", "vassili"),
                ("Пушкин", "pouchkine"),
                ("Хрущёв", "khrouchtchiov"),
                ("Яков", "yakov"),
                ("Мария", "maria"),
                ("Евгений", "ievgueni"),
            ],
        );
    }
}
