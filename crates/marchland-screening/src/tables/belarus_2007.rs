//! Belarus: the instruction on the transliteration of geographical names with letters of the Latin alphabet, in the
//! wording of 2007. Tests use its place names.
//!
//! Never: names of persons in passports, which follow ICAO 9303 with the state's own deviations.

use super::Table;

pub const TABLE: Table = Table {
    name: "Belarus 2007",
    source: "State Committee on Property of Belarus, instruction on transliteration of geographical names, wording of 2007",
    letters: "а=a б=b в=v г=h д=d е=ie ё=io ж=ž з=z і=i й=j к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ў=ŭ ф=f х=ch ц=c ч=č ш=š \
              ы=y э=e ю=iu я=ia ’= '=",
    initial: "е=je ё=jo ю=ju я=ja",
    groups: "дзь=dź зь=ź ль=ĺ нь=ń сь=ś ць=ć",
    after_vowel: "е=je ё=jo ю=ju я=ja",
};

#[cfg(test)]
mod tests {
    #[test]
    fn places_of_the_instruction() {
        let words = [
            ("Аршанскі", "aršanski"),
            ("Гродна", "hrodna"),
            ("Віцебск", "viciebsk"),
            ("Магілёў", "mahilioŭ"),
        ];
        super::super::check(&super::TABLE, &words);
    }
}
