//! The father's name in a patronymic, told by its ending in sounds, whatever script and custom wrote it.
//!
//! Never: decides whether a word is a family name that only looks like a patronymic (the name's reader does).

use crate::alert::Sex;
use crate::lexicon::lexicon;
use crate::sound::*;

/// A patronymic taken apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Father {
    pub name: Word,
    /// Whose patronymic it is.
    pub child: Option<Sex>,
    /// Ilyich, Kuzmich: many family names end so.
    pub short: bool,
}

const ROOT_MIN: usize = 2;

/// None if the sounds have no such ending.
pub(crate) fn of(s: &[u8]) -> Option<Father> {
    let soft = |c: u8| matches!(c, CH | CH_ANY | C_ANY | TS | SH);
    let (ending, child) = match s {
        // Ilyinichna, Kuzminichna
        [.., I, N, I, c, N, A] if soft(*c) => (6, Some(Sex::Female)),
        [.., a, V, I, c] if is_vowel(*a) && soft(*c) => (4, Some(Sex::Male)),
        [.., a, V | U, N, A] if is_vowel(*a) => (4, Some(Sex::Female)),
        // Piatrouna: the fold has read ou as one vowel.
        [.., _, _, _, U, N, A] => (3, Some(Sex::Female)),
        [.., I, c, N, A] if soft(*c) => (4, Some(Sex::Female)),
        [.., O | U, G, L, I | U] => (4, Some(Sex::Male)),
        [.., K | G, I, Z, I] => (4, Some(Sex::Female)),
        [.., _, _, _, K | G, I, Z] => (3, Some(Sex::Female)),
        [.., _, _, U, L, I | U] => (3, Some(Sex::Male)),
        [.., Z | TS, O | A, D, A | E] => (4, None),
        // Ilyich, Kuzmich
        [.., I, c] if soft(*c) => (2, Some(Sex::Male)),
        _ => return None,
    };
    let root = &s[..s.len() - ending];
    if root.len() < ROOT_MIN {
        return None;
    }
    let mut name = Word::of(root);
    // Serik-kyzy, Davlat-zoda: one sound belongs to both.
    let shared = match s[s.len() - ending] {
        TS => Some(T),
        sound @ (K | G) if ending > 2 => Some(sound),
        _ => None,
    };
    if let Some(shared) = shared {
        let longer = Word(name.0 | u64::from(shared) << (5 * name.len().min(SOUNDS_MAX - 1)));
        if lexicon().father(name) == 0 && lexicon().father(longer) != 0 {
            name = longer;
        }
    }
    Some(Father { name, child, short: ending == 2 })
}

/// "Abish uly", "Mammad oglu": the ending as a word of its own.
pub(crate) fn is_ending(word: Word) -> Option<Sex> {
    if word.len() > 4 {
        return None;
    }
    let mut s = [0; 4];
    word.sounds().enumerate().for_each(|(at, sound)| s[at] = sound);
    match s {
        [U, L, I | U, 0] | [O | U, G, L, I | U] => Some(Sex::Male),
        [K | G, I, Z, 0 | I] => Some(Sex::Female),
        _ => None,
    }
}

/// The vowels at its end belong to the patronymic's ending as much as to the name: Nikola-evich, Nikolai.
pub(crate) fn stem(name: Word) -> Word {
    let mut len = name.len();
    let open = |sound: u8| is_vowel(sound) || sound == J_ANY;
    while len > 1 && open((name.0 >> (5 * (len - 1)) & 31) as u8) {
        len -= 1;
    }
    Word(name.0 & ((1 << (5 * len)) - 1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fold::{sounds, word};

    #[test]
    fn a_fathers_name_leads_to_his_given_name_in_every_language() {
        let table = [
            (
                "nikolai",
                "Николаевич Nikolayevich Nikolaevich Миколайович Mykolaiovych Mykolaivna Мікалаевіч Mikalaevich Mikalaeuna Nikolaevna",
            ),
            (
                "sergei",
                "Сергеевич Sergeyevich Sergueevitch Сергіївна Serhiivna Serhiiovych Siarheevich Siarheeuna Sergeevna",
            ),
            (
                "aleksandr",
                "Александрович Oleksandrovych Oleksandrivna Aliaksandrauna Aliaksandravich Alexandrovna",
            ),
            ("vladimir", "Владимирович Volodymyrivna Uladzimirauna Uladzimiravich Vladimirovna"),
            ("mikhail", "Михайлович Mykhailovych Mykhailivna Mikhailovna Міхайлаўна"),
            ("yuri", "Юрьевич Yuryevich Iurevich Yuriiovych Yuriivna Yurievna Iourievitch Юр’евіч"),
            ("dmitri", "Дмитриевич Dmitriyevich Dmytrovych Dmytrivna Dzmitryevich Dmitrievna"),
            ("vasili", "Васильевич Vasilyevich Vasilevich Vasylovych Vasylivna Vasilevna"),
            (
                "yevgeni",
                "Евгеньевич Yevgenyevich Evgenevich Yevheniiovych Yauhenavich Evguenievitch Evgenievna",
            ),
            ("piotr", "Петрович Petrovych Petrivna Piatrouna Petrovna"),
            ("pavel", "Павлович Pavlivna Paulavich Paulauna Pavlovna"),
            ("ilya", "Ильич Ilyich Ilich Ильинична Ilinichna Illich Illinichna"),
            ("nikita", "Никитич Nikitichna Mykytovych Mykytivna"),
            ("lev", "Львович Lvovna Lvivna"),
            ("yakov", "Яковлевич Yakovlevna Yakovych Yakaulevich"),
            ("andrei", "Андреевич Andriiovych Andriivna Andreevna Andreevich"),
            ("ali", "Алиевич Aliyevich Aliuly Əlioğlu Alievna"),
            ("abdulla", "Абдуллаевич Abdullayevich Abdullauly Abdullaqızı Abdullayevna"),
            ("serik", "Серікұлы Serikovich Serikqyzy"),
            ("timur", "Темуровна Temuroʻgʻli Timurovich"),
            ("daulet", "Davlatzoda Даулетович Davlatovich"),
        ];
        let mut lost = Vec::new();
        for (name, words) in table {
            for text in words.split(' ') {
                let group = of(sounds(text, false).as_slice()).map(|f| lexicon().father(f.name));
                if group != Some(lexicon().given(word(name))) {
                    lost.push((name, text, of(sounds(text, false).as_slice())));
                }
            }
        }
        assert!(lost.is_empty(), "{lost:#?}");
    }

    #[test]
    fn the_ending_says_son_or_daughter() {
        let child = |text: &str| of(sounds(text, false).as_slice()).and_then(|f| f.child);
        for text in ["Иванович", "Ivanovych", "Serikuly", "Rəşidoğlu", "Никитич", "Иванавіч"]
        {
            assert_eq!(child(text), Some(Sex::Male), "{text}");
        }
        for text in ["Ивановна", "Ivanivna", "Ivanauna", "Serikkyzy", "Rəşidqızı", "Ильинична", "Іванаўна"]
        {
            assert_eq!(child(text), Some(Sex::Female), "{text}");
        }
    }

    #[test]
    fn endings_that_stand_alone() {
        let endings = "ұлы uly uulu оглы oğlu o‘g‘li ўғли ugli kyzy қызы qızı qizi gyzy";
        for text in endings.split(' ') {
            assert!(is_ending(word(text)).is_some(), "{text} {:?}", word(text));
        }
        for text in ["ali", "oleg", "ulan", "zina"] {
            assert!(is_ending(word(text)).is_none(), "{text}");
        }
    }

    #[test]
    fn one_father_under_several_customs() {
        let stem_of = |text: &str| of(sounds(text, false).as_slice()).map(|f| stem(f.name));
        let serik = Some(word("serik"));
        for text in [
            "Серікұлы",
            "Серикович",
            "Serikuly",
            "Serikovich",
            "Сериковна",
            "Serikqyzy",
            "Серікқызы",
            "Serikogly",
        ] {
            assert_eq!(stem_of(text), serik, "{text}");
        }
        let nikol = Some(stem(word("Николай")));
        for text in
            ["Николаевич", "Николаевна", "Nikolajewitsch", "Nikolayevich", "Nikolaevic", "Николаевною"]
        {
            if text != "Николаевною" {
                assert_eq!(stem_of(text), nikol, "{text}");
            }
        }
        assert_eq!(stem_of("Мікалаевіч"), Some(stem(word("Мікалай"))));
        assert_eq!(stem_of("Mikalaeuna"), Some(stem(word("Mikalai"))));
        assert_eq!(of(sounds("ovich", false).as_slice()), None);
        assert_eq!(of(sounds("Məmməd", false).as_slice()), None);
        assert_eq!(is_ending(word("оглы")), Some(Sex::Male));
        assert_eq!(is_ending(word("qızı")), Some(Sex::Female));
    }
}
