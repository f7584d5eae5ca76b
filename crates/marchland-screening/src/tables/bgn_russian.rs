//! BGN/PCGN 1947 romanisation of Russian: ye at the beginning, after vowels, after й and after the signs.
//!
//! Never: the optional middle dot.

use super::{COMMON, Collated, NONE, Table};

pub const TABLE: Table = Table {
    name: "BGN/PCGN Russian",
    source: "BGN/PCGN 1947 System, Romanization of Russian",
    collated: Collated::With {
        title: "Interscript map bgnpcgn-rus-Cyrl-Latn-1947",
        address: "https://github.com/interscript/maps",
    },
    languages: &["ru"],
    letters: &["г=g е=e ё=ë ж=zh и=i й=y х=kh ц=ts ч=ch ш=sh щ=shch ъ=” ы=y ь=’ э=e ю=yu я=ya", COMMON],
    initial: "е=ye ё=yë",
    after_vowel: "е=ye ё=yë",
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
                ("Ельцин", "yel’tsin"),
                ("Сергеев", "sergeyev"),
                ("Щукин", "shchukin"),
                ("Юрьев", "yur’yev"),
                ("Майер", "mayyer"),
                ("Чернышёв", "chernyshëv"),
                ("Подъездный", "pod”yezdnyy"),
                ("Соловьёв", "solov’yëv"),
            ],
        );
    }
}
