//! Belarus: the instruction on the transliteration of geographical names with letters of the Latin alphabet, in the
//! wording of 2007. Tests use its place names.
//!
//! Never: names of persons in passports, which follow ICAO 9303 with the state's own deviations.

use super::{COMMON, Collated, NONE, Table};

pub const TABLE: Table = Table {
    name: "Belarus 2007",
    source: "State Committee on Property of Belarus, instruction on transliteration of geographical names, wording of 2007",
    collated: Collated::With {
        title: "Interscript map by-bel-Cyrl-Latn-2007",
        address: "https://github.com/interscript/maps",
    },
    languages: &["be"],
    letters: &["г=h е=ie ё=io ж=ž і=i й=j ў=ŭ х=ch ц=c ч=č ш=š ы=y э=e ю=iu я=ia ь= ’= '= ʼ=", COMMON],
    initial: "е=je ё=jo ю=ju я=ja",
    groups: "дзь=dź зь=ź ль=ĺ нь=ń сь=ś ць=ć",
    after_vowel: "е=je ё=jo ю=ju я=ja",
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
                ("Аршанскі", "aršanski"),
                ("Гродна", "hrodna"),
                ("Віцебск", "viciebsk"),
                ("Магілёў", "mahilioŭ"),
                ("Баранавічы", "baranavičy"),
                ("Бабруйск", "babrujsk"),
                ("Іўе", "iŭje"),
            ],
        );
    }
}
