//! BGN/PCGN 1979 romanisation of Kazakh. The tests use place names.
//!
//! Never: the middle dot between letters that would read as one.

use super::{COMMON, Collated, NONE, Table};

pub const TABLE: Table = Table {
    name: "BGN/PCGN Kazakh",
    source: "BGN/PCGN 1979 System, Romanization of Kazakh, confirmed in 2019",
    collated: Collated::With {
        title: "Interscript map bgnpcgn-kaz-Cyrl-Latn-1979",
        address: "https://github.com/interscript/maps",
    },
    languages: &["kk"],
    letters: &[
        "ә=ä г=g ғ=gh е=e ё=yo ж=zh и=ī й=y қ=q ң=ng ө=ö у=ū ұ=u ү=ü х=kh һ=h ц=ts ч=ch ш=sh \
              щ=shch ъ=” ы=y і=i ь=’ э=ė ю=yu я=ya",
        COMMON,
    ],
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
                ("Өскенбай", "öskenbay"),
                ("Өмірзақ", "ömirzaq"),
                ("Әшім", "äshim"),
                ("Құдығы", "qudyghy"),
                ("Хамитқора", "khamītqora"),
                ("Рысқұлов", "rysqulov"),
                ("Ырғызбай", "yrghyzbay"),
                ("Қазақстан", "qazaqstan"),
                ("Жұмабаев", "zhumabaev"),
            ],
        );
    }
}
