//! BGN/PCGN 1947 romanisation of Russian: ye at the beginning, after vowels and after the signs.
//!
//! Never: the optional middle dot.

use super::Table;

pub const TABLE: Table = Table {
    name: "BGN/PCGN Russian",
    source: "BGN/PCGN 1947 System, Romanization of Russian",
    letters: "а=a б=b в=v г=g д=d е=e ё=ë ж=zh з=z и=i й=y к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh ц=ts ч=ch ш=sh \
              щ=shch ъ=” ы=y ь=’ э=e ю=yu я=ya",
    initial: "е=ye ё=yë",
    groups: "",
    after_vowel: "е=ye ё=yë",
};

#[cfg(test)]
mod tests {
    #[test]
    fn places_of_the_system() {
        let words =
            [("ельцин", "yel’tsin"), ("сергеев", "sergeyev"), ("щукин", "shchukin"), ("юрьев", "yur’yev")];
        super::super::check(&super::TABLE, &words);
    }
}
