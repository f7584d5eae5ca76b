//! GOST 7.79-2000 system B: plain Latin letters and grave accents, for Russian.
//!
//! Never: the choice of c before e, i, y, j (the table's note 4): cz is written everywhere, as the table prints it.

use super::Table;

pub const TABLE: Table = Table {
    name: "GOST 7.79 B",
    source: "GOST 7.79-2000, Rules of transliteration of Cyrillic script by Latin alphabet, system B",
    letters: "а=a б=b в=v г=g д=d е=e ё=yo ж=zh з=z и=i й=j к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=x ц=cz ч=ch ш=sh \
              щ=shh ъ=`` ы=y` ь=` э=e` ю=yu я=ya",
    initial: "",
    groups: "",
    after_vowel: "",
};

#[cfg(test)]
mod tests {
    #[test]
    fn letters_of_the_table() {
        let words = [("щукин", "shhukin"), ("хромов", "xromov"), ("юрьев", "yur`ev"), ("царёв", "czaryov")];
        super::super::check(&super::TABLE, &words);
    }
}
