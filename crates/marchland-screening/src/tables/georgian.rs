//! Georgian letters: the national system of 2002, which BGN/PCGN adopted in 2009, as passports print it; the system of
//! 1981 (კ is k in it, as its other plain stops; the map it was collated with prints k’ for both k); ISO 9984.
//!
//! Never: the historical letters beyond ISO 9984.

use super::{Collated, NONE, Table};

pub const TABLE: Table = Table {
    name: "Georgia 2002",
    source: "State Department of Geodesy and Cartography of Georgia, national system of romanization, 2002; BGN/PCGN 2009",
    collated: Collated::With {
        title: "Interscript map ggg-kat-Geor-Latn-2002",
        address: "https://github.com/interscript/maps",
    },
    languages: &["ka"],
    letters: &["ა=a ბ=b გ=g დ=d ე=e ვ=v ზ=z თ=t ი=i კ=k’ ლ=l მ=m ნ=n ო=o პ=p’ ჟ=zh რ=r ს=s ტ=t’ უ=u \
              ფ=p ქ=k ღ=gh ყ=q’ შ=sh ჩ=ch ც=ts ძ=dz წ=ts’ ჭ=ch’ ხ=kh ჯ=j ჰ=h"],
    ..NONE
};

pub const PASSPORT: Table = Table {
    name: "Georgian passports",
    source: "National system of romanization of Georgia without apostrophes, as passports print it",
    collated: Collated::With {
        title: "Interscript map ggg-kat-Geor-Latn-2002",
        address: "https://github.com/interscript/maps",
    },
    languages: &["ka"],
    letters: &["ა=a ბ=b გ=g დ=d ე=e ვ=v ზ=z თ=t ი=i კ=k ლ=l მ=m ნ=n ო=o პ=p ჟ=zh რ=r ს=s ტ=t უ=u ფ=p \
              ქ=k ღ=gh ყ=q შ=sh ჩ=ch ც=ts ძ=dz წ=ts ჭ=ch ხ=kh ჯ=j ჰ=h"],
    ..NONE
};

pub const BGN_1981: Table = Table {
    name: "BGN/PCGN Georgian 1981",
    source: "BGN/PCGN 1981 System, Romanization of Georgian",
    collated: Collated::With {
        title: "Interscript map bgnpcgn-kat-Geor-Latn-1981",
        address: "https://github.com/interscript/maps",
    },
    languages: &["ka"],
    letters: &["ა=a ბ=b გ=g დ=d ე=e ვ=v ზ=z ჱ=ey თ=t’ ი=i კ=k ლ=l მ=m ნ=n ჲ=j ო=o პ=p ჟ=zh რ=r ს=s \
              ტ=t უ=u ფ=p’ ქ=k’ ღ=gh ყ=q შ=sh ჩ=ch’ ც=ts’ ძ=dz წ=ts ჭ=ch ხ=kh ჴ=q’ ჯ=j ჰ=h"],
    ..NONE
};

pub const ISO_9984: Table = Table {
    name: "ISO 9984",
    source: "ISO 9984:1996, Transliteration of Georgian characters into Latin characters",
    collated: Collated::With {
        title: "Interscript map iso-kat-Geor-Latn-9984-1996",
        address: "https://github.com/interscript/maps",
    },
    languages: &["ka"],
    letters: &["ა=a ბ=b გ=g დ=d ე=e ვ=v ზ=z ჱ=ē თ=t̕ ი=i კ=k ლ=l მ=m ნ=n ჲ=y ო=o პ=p ჟ=ž რ=r ს=s ტ=t \
              ჳ=w უ=u ფ=p̕ ქ=k̕ ღ=ḡ ყ=q შ=š ჩ=č̕ ც=c̕ ძ=j წ=c ჭ=č ხ=x ჴ=ẖ ჯ=ǰ ჰ=h ჵ=ō ჶ=f"],
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
                ("თბილისი", "tbilisi"),
                ("გიორგი", "giorgi"),
                ("კახაბერ", "k’akhaber"),
                ("ჩხეიძე", "chkheidze"),
                ("წერეთელი", "ts’ereteli"),
                ("ჯავახიშვილი", "javakhishvili"),
            ],
        );
        check(
            &super::PASSPORT,
            &[
                ("კახაბერ", "kakhaber"),
                ("წერეთელი", "tsereteli"),
                ("ყიფიანი", "qipiani"),
                ("ჭავჭავაძე", "chavchavadze"),
                ("ღვინაშვილი", "ghvinashvili"),
            ],
        );
        check(&super::BGN_1981, &[("თბილისი", "t’bilisi"), ("გიორგი", "giorgi"), ("წერეთელი", "tseret’eli")]);
        check(&super::ISO_9984, &[("გიორგი", "giorgi"), ("შოთა", "šot̕a")]);
    }
}
