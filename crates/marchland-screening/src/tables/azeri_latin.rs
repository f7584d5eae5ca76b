//! Azerbaijan: the Latin alphabet of 1991 from the Cyrillic one; BGN/PCGN 1993 adopts it.
//!
//! Never: the apostrophe.

use super::{COMMON, Collated, NONE, Table};

pub const TABLE: Table = Table {
    name: "Azeri Latin 1991",
    source: "Law of Azerbaijan on the restoration of the Azerbaijani alphabet with Latin script, 25 December 1991, ə since 1992",
    collated: Collated::With {
        title: "Interscript map bgnpcgn-aze-Cyrl-Latn-1993",
        address: "https://github.com/interscript/maps",
    },
    languages: &["az"],
    letters: &["г=q ғ=ğ е=e ә=ə ж=j и=i ы=ı ј=y ҝ=g ө=ö ү=ü х=x һ=h ч=ç ҹ=c ш=ş", COMMON],
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
                ("Мәммәдов", "məmmədov"),
                ("Һүсејн", "hüseyn"),
                ("Ҝүнел", "günel"),
                ("Ҹавид", "cavid"),
                ("Гасымов", "qasımov"),
                ("Ағајев", "ağayev"),
                ("Шаһин", "şahin"),
            ],
        );
    }
}
