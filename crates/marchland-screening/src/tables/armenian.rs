//! Armenian letters: BGN/PCGN 1981, ISO 9985 in its second edition, and the letters passports print.
//!
//! Never: Western Armenian.

use super::{Collated, NONE, Table};

pub const TABLE: Table = Table {
    name: "BGN/PCGN Armenian",
    source: "BGN/PCGN 1981 System, Romanization of Armenian",
    collated: Collated::With {
        title: "Interscript map bgnpcgn-arm-Armn-Latn-1981",
        address: "https://github.com/interscript/maps",
    },
    languages: &["hy"],
    letters: &["ա=a բ=b գ=g դ=d ե=e զ=z է=e ը=y թ=t’ ժ=zh ի=i լ=l խ=kh ծ=ts կ=k հ=h ձ=dz ղ=gh ճ=ch \
              մ=m յ=y ն=n շ=sh ո=o չ=ch’ պ=p ջ=j ռ=rr ս=s վ=v տ=t ր=r ց=ts’ ւ=v փ=p’ ք=k’ և=ev օ=o \
              ֆ=f"],
    initial: "ե=ye ո=vo և=yev",
    groups: "ու=u եւ=ev",
    ..NONE
};

pub const ISO_9985: Table = Table {
    name: "ISO 9985",
    source: "ISO 9985:2026, Transliteration of Armenian characters into Latin characters",
    collated: Collated::With {
        title: "tetrak-translit 4.1.0, scheme iso_9985",
        address: "https://pypi.org/project/tetrak-translit/",
    },
    languages: &["hy"],
    letters: &["ա=a բ=b գ=g դ=d ե=e զ=z է=ē ը=ë թ=t' ժ=ž ի=i լ=l խ=x ծ=c կ=k հ=h ձ=j ղ=ġ ճ=č մ=m յ=y \
              ն=n շ=š ո=o չ=č' պ=p ջ=ǰ ռ=ṙ ս=s վ=v տ=t ր=r ց=c' ւ=w փ=p' ք=k' օ=ō ֆ=f և=ew"],
    groups: "ու=ow",
    ..NONE
};

pub const PASSPORT: Table = Table {
    name: "Armenian passports",
    source: "Practice of passports of Armenia; no single text of it is known",
    collated: Collated::NotCollated,
    languages: &["hy"],
    letters: &["ա=a բ=b գ=g դ=d ե=e զ=z է=e ը=y թ=t ժ=zh ի=i լ=l խ=kh ծ=ts կ=k հ=h ձ=dz ղ=gh ճ=ch մ=m \
              յ=y ն=n շ=sh ո=o չ=ch պ=p ջ=j ռ=r ս=s վ=v տ=t ր=r ց=ts ւ=v փ=p ք=k և=ev օ=o ֆ=f"],
    initial: "ե=ye ո=vo և=yev յ=h",
    groups: "ու=u եւ=ev",
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
                ("Երևան", "yerevan"),
                ("Հովհաննես", "hovhannes"),
                ("Գևորգ", "gevorg"),
                ("Պետրոսյան", "petrosyan"),
                ("Խաչատուր", "khach’atur"),
                ("Ռուբեն", "rruben"),
            ],
        );
        check(
            &super::ISO_9985,
            &[("Երևան", "erewan"), ("Պետրոսյան", "petrosyan"), ("Գևորգ", "geworg"), ("Շուշան", "šowšan")],
        );
        check(
            &super::PASSPORT,
            &[
                ("Պետրոսյան", "petrosyan"),
                ("Հովհաննիսյան", "hovhannisyan"),
                ("Խաչատրյան", "khachatryan"),
                ("Գևորգ", "gevorg"),
                ("Երեմյան", "yeremyan"),
                ("Ղազարյան", "ghazaryan"),
                ("Մկրտչյան", "mkrtchyan"),
            ],
        );
    }
}
