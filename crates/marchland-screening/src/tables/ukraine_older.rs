//! Ukraine before 2010: the table for names of 1996 and the passport table of 2007.
//!
//! Never: the French style of Soviet passports.

use super::{COMMON, Collated, NONE, Table};

pub const TABLE: Table = Table {
    name: "Ukraine 1996",
    source: "Ukrainian Committee on Issues of Legal Terminology, decision No 9 of 19 April 1996",
    collated: Collated::With {
        title: "Interscript map ua-ukr-Cyrl-Latn-1996",
        address: "https://github.com/interscript/maps",
    },
    languages: &["uk"],
    letters: &[
        "г=h ґ=g е=e є=ie ж=zh и=y і=i ї=i й=i х=kh ц=ts ч=ch ш=sh щ=sch ь=’ ю=iu я=ia ’= '= \
              ʼ=",
        COMMON,
    ],
    initial: "є=ye ї=yi й=y ю=yu я=ya",
    groups: "зг=zgh",
    ..NONE
};

pub const PASSPORT_2007: Table = Table {
    name: "Ukraine passports 2007",
    source: "Cabinet of Ministers of Ukraine, resolution No 858 of 26 June 2007 on passports",
    collated: Collated::With {
        title: "Interscript map ua-ukr-Cyrl-Latn-2007",
        address: "https://github.com/interscript/maps",
    },
    languages: &["uk"],
    letters: &[
        "г=g ґ=g е=e є=ie ж=zh и=y і=i ї=i й=i х=kh ц=ts ч=ch ш=sh щ=shch ь= ю=iu я=ia ’= '= \
              ʼ=",
        COMMON,
    ],
    initial: "є=ye ї=i й=y ю=yu я=ya",
    ..NONE
};

#[cfg(test)]
mod tests {
    use super::super::check;

    #[test]
    fn names_as_printed() {
        check(
            &super::TABLE,
            &[("Щербак", "scherbak"), ("Сергій", "serhii"), ("Юрій", "yurii"), ("Згурський", "zghurs’kyi")],
        );
        check(
            &super::PASSPORT_2007,
            &[
                ("Григорій", "grygorii"),
                ("Сергій", "sergii"),
                ("Юрій", "yurii"),
                ("Їжакевич", "izhakevych"),
                ("Ґалаґан", "galagan"),
                ("Олег", "oleg"),
                ("Мар’їне", "marine"),
            ],
        );
    }
}
