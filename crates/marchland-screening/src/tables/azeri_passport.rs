//! Azerbaijan: what passports make of the Latin alphabet, and BGN style from the Cyrillic one.
//!
//! Never: the spelling of ICAO 9303 for ə, which is E.

use super::{COMMON, Collated, NONE, Table};

pub const TABLE: Table = Table {
    name: "Azeri passports",
    source: "Practice of passports of Azerbaijan; no single text of it is known",
    collated: Collated::NotCollated,
    languages: &["az"],
    letters: &["a=a b=b c=j ç=ch d=d e=e ə=a f=f g=g ğ=gh h=h x=kh ı=i i=i j=zh k=k q=g l=l m=m n=n \
              o=o ö=o p=p r=r s=s ş=sh t=t u=u ü=u v=v y=y z=z"],
    ..NONE
};

pub const CYRILLIC: Table = Table {
    name: "Azeri, from Cyrillic",
    source: "Practice of earlier passports of Azerbaijan; no single text of it is known",
    collated: Collated::NotCollated,
    languages: &["az"],
    letters: &[
        "г=g ғ=gh е=e ә=a ж=zh и=i ы=y ј=y й=y ҝ=g ө=o ү=u х=kh һ=h ч=ch ҹ=j ш=sh э=e ю=yu \
              я=ya ц=ts",
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
                ("Məmmədov", "mammadov"),
                ("Hüseyn", "huseyn"),
                ("Qasımov", "gasimov"),
                ("Cavid", "javid"),
                ("Ağayev", "aghayev"),
                ("Xəlilov", "khalilov"),
                ("Əliyev", "aliyev"),
                ("İlham", "ilham"),
            ],
        );
        check(
            &super::CYRILLIC,
            &[("Мәммәдов", "mammadov"), ("Һүсејн", "huseyn"), ("Гасымов", "gasymov"), ("Ҹавид", "javid")],
        );
    }
}
