//! Ukraine: the table of the Cabinet of Ministers of 27 January 2010, used in passports. Tests are its own examples.
//!
//! Never: the passport table of 2007 that it replaced.

use super::Table;

pub const TABLE: Table = Table {
    name: "Ukraine 2010",
    source: "Cabinet of Ministers of Ukraine, resolution No 55 of 27 January 2010, table of transliteration",
    letters: "а=a б=b в=v г=h ґ=g д=d е=e є=ie ж=zh з=z и=y і=i ї=i й=i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh ц=ts \
              ч=ch ш=sh щ=shch ю=iu я=ia ь= '= ’=",
    initial: "є=ye ї=yi й=y ю=yu я=ya",
    groups: "зг=zgh",
    after_vowel: "",
};

#[cfg(test)]
mod tests {
    #[test]
    fn examples_of_the_resolution() {
        let words = [
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
        ];
        super::super::check(&super::TABLE, &words);
    }
}
