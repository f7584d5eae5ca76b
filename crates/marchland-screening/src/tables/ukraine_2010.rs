//! Ukraine: the table of the Cabinet of Ministers of 27 January 2010, used in passports. Tests are its own examples.
//!
//! Never: the tables that it replaced.

use super::{COMMON, Collated, NONE, Table};

pub const TABLE: Table = Table {
    name: "Ukraine 2010",
    source: "Cabinet of Ministers of Ukraine, resolution No 55 of 27 January 2010, table of transliteration",
    collated: Collated::With {
        title: "Interscript map ua-ukr-Cyrl-Latn-2010",
        address: "https://github.com/interscript/maps",
    },
    languages: &["uk"],
    letters: &[
        "г=h ґ=g е=e є=ie ж=zh и=y і=i ї=i й=i х=kh ц=ts ч=ch ш=sh щ=shch ю=iu я=ia ь= '= ’= \
              ʼ=",
        COMMON,
    ],
    initial: "є=ye ї=yi й=y ю=yu я=ya",
    groups: "зг=zgh",
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
                ("Алушта", "alushta"),
                ("Андрій", "andrii"),
                ("Борщагівка", "borshchahivka"),
                ("Борисенко", "borysenko"),
                ("Вінниця", "vinnytsia"),
                ("Володимир", "volodymyr"),
                ("Гадяч", "hadiach"),
                ("Богдан", "bohdan"),
                ("Згурський", "zghurskyi"),
                ("Ґалаґан", "galagan"),
                ("Ґорґани", "gorgany"),
                ("Донецьк", "donetsk"),
                ("Дмитро", "dmytro"),
                ("Рівне", "rivne"),
                ("Олег", "oleh"),
                ("Есмань", "esman"),
                ("Єнакієве", "yenakiieve"),
                ("Гаєвич", "haievych"),
                ("Короп’є", "koropie"),
                ("Житомир", "zhytomyr"),
                ("Жанна", "zhanna"),
                ("Жежелів", "zhezheliv"),
                ("Закарпаття", "zakarpattia"),
                ("Казимирчук", "kazymyrchuk"),
                ("Медвин", "medvyn"),
                ("Михайленко", "mykhailenko"),
                ("Іванків", "ivankiv"),
                ("Іващенко", "ivashchenko"),
                ("Їжакевич", "yizhakevych"),
                ("Кадиївка", "kadyivka"),
                ("Мар’їне", "marine"),
                ("Йосипівка", "yosypivka"),
                ("Стрий", "stryi"),
                ("Олексій", "oleksii"),
                ("Київ", "kyiv"),
                ("Коваленко", "kovalenko"),
                ("Лебедин", "lebedyn"),
                ("Леонід", "leonid"),
                ("Миколаїв", "mykolaiv"),
                ("Маринич", "marynych"),
                ("Ніжин", "nizhyn"),
                ("Наталія", "nataliia"),
                ("Одеса", "odesa"),
                ("Онищенко", "onyshchenko"),
                ("Полтава", "poltava"),
                ("Петро", "petro"),
                ("Решетилівка", "reshetylivka"),
                ("Рибчинський", "rybchynskyi"),
                ("Суми", "sumy"),
                ("Соломія", "solomiia"),
                ("Тернопіль", "ternopil"),
                ("Троць", "trots"),
                ("Ужгород", "uzhhorod"),
                ("Уляна", "uliana"),
                ("Фастів", "fastiv"),
                ("Філіпчук", "filipchuk"),
                ("Харків", "kharkiv"),
                ("Христина", "khrystyna"),
                ("Біла", "bila"),
                ("Стеценко", "stetsenko"),
                ("Чернівці", "chernivtsi"),
                ("Шевченко", "shevchenko"),
                ("Шостка", "shostka"),
                ("Кишеньки", "kyshenky"),
                ("Щербухи", "shcherbukhy"),
                ("Гоща", "hoshcha"),
                ("Гаращенко", "harashchenko"),
                ("Юрій", "yurii"),
                ("Корюківка", "koriukivka"),
                ("Яготин", "yahotyn"),
                ("Ярошенко", "yaroshenko"),
                ("Костянтин", "kostiantyn"),
                ("Знам’янка", "znamianka"),
                ("Феодосія", "feodosiia"),
            ],
        );
    }
}
