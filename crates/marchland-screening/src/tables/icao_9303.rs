//! ICAO Doc 9303 part 3, section 6 B: transliteration of Cyrillic characters (Russian letters as printed since
//! the seventh edition; the letters of neighbours where the table names one spelling for all).
//! The document prints no example names; the tests use the letters of the table itself.
//!
//! Never: the optional national deviations of the table's notes.

use super::Table;

pub const TABLE: Table = Table {
    name: "ICAO 9303",
    source: "ICAO Doc 9303, Machine Readable Travel Documents, part 3, eighth edition, section 6 B",
    letters: "а=a б=b в=v г=g д=d е=e ё=e ж=zh з=z и=i й=i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh ц=ts ч=ch \
              ш=sh щ=shch ъ=ie ы=y ь= э=e ю=iu я=ia і=i ї=i є=ie ґ=g ў=u",
    initial: "",
    groups: "",
    after_vowel: "",
};

#[cfg(test)]
mod tests {
    #[test]
    fn letters_of_the_table() {
        let words = [
            ("щука", "shchuka"),
            ("хан", "khan"),
            ("юлия", "iuliia"),
            ("цой", "tsoi"),
            ("ёжиков", "ezhikov"),
            ("андрей", "andrei"),
        ];
        super::super::check(&super::TABLE, &words);
    }
}
