//! ISO 9:1995, also GOST 7.79-2000 system A: one letter for one letter, with signs above.
//! The tests use letters of the table; the soft and hard signs are printed as prime marks.
//!
//! Never: the older ISO/R 9 of 1968.

use super::Table;

pub const TABLE: Table = Table {
    name: "ISO 9",
    source: "ISO 9:1995, Transliteration of Cyrillic characters into Latin characters; GOST 7.79-2000 system A",
    letters: "а=a б=b в=v г=g ґ=g̀ д=d е=e ё=ë є=ê ж=ž з=z и=i і=ì ї=ï й=j к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ў=ŭ \
              ф=f х=h ц=c ч=č ш=š щ=ŝ ъ=ʺ ы=y ь=ʹ э=è ю=û я=â",
    initial: "",
    groups: "",
    after_vowel: "",
};

#[cfg(test)]
mod tests {
    #[test]
    fn letters_of_the_table() {
        let words = [
            ("щукин", "ŝukin"),
            ("юрий", "ûrij"),
            ("яковлев", "âkovlev"),
            ("цветаев", "cvetaev"),
            ("гоголь", "gogolʹ"),
        ];
        super::super::check(&super::TABLE, &words);
    }
}
