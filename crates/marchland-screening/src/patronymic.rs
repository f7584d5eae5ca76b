//! Father's names under every custom of the region: by an ending (-ovich, -ivna, -auna, uly, qizi, oglu, zoda), by a
//! word before (ibn, bin), by a genitive (Armenian -i, Mongolian -yn). What remains is offered as given names, so that
//! Nikolayevich, Mykolaiovych and Mikalaevich meet in one name of `given`. All words in the plain spelling of the fold.
//! Endings from the laws on names and the grammars of the languages, entered from general knowledge.
//!
//! Never: decides whether a word is a family name that only looks like one (the name's reader does), looks a name up.

use crate::Sex;

/// Who forms a father's name so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Custom {
    /// -ovich, -ovna and the like.
    Slavic,
    /// uly, uulu, oglu, o‘g‘li and their daughters' forms.
    Turkic,
    /// zoda, zade: often a family name by now.
    Persian,
}

/// What a father's name says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Father {
    /// Given names the father may have had, likeliest first; never empty. The first is the bare stem.
    pub names: Vec<String>,
    /// Whether the bearer is his son or daughter, where the ending tells.
    pub child: Option<Sex>,
    pub custom: Custom,
}

const SONS: [&str; 24] = [
    "iievich", "ievich", "yevich", "jevich", "ovich", "evich", "avich", "ovych", "evych", "ievych", "ovitch",
    "evitch", "ievitch", "avitch", "owitsch", "ewitsch", "ovic", "evic", "owicz", "ewicz", "ovicz", "evicz",
    "ovicha", "evicha",
];
const DAUGHTERS: [&str; 17] = [
    "ievna", "yevna", "jevna", "ovna", "evna", "yivna", "ivna", "yvna", "avna", "iauna", "auna", "ieuna",
    "euna", "ouna", "ewna", "owna", "iovna",
];
const TURKIC_SONS: [&str; 15] = [
    "uly", "uli", "ulu", "uulu", "uuly", "uuli", "oglu", "ogly", "ogli", "oglou", "oghlu", "oghli", "ugli",
    "ugly", "uglu",
];
const TURKIC_DAUGHTERS: [&str; 16] = [
    "kyzy", "kizi", "kizy", "kyzi", "qizi", "qyzy", "qizy", "qyzi", "gizi", "gyzy", "gizy", "gyzi", "khyzy",
    "ghyzy", "kyz", "qiz",
];
const PERSIAN: [&str; 4] = ["zoda", "zade", "zadeh", "zada"];
/// Names in -a that take -ich and -ichna; from other words these endings are not taken off.
const SHORT_STEMS: [&str; 16] = [
    "il", "ily", "ill", "nikit", "mykyt", "mikit", "kuzm", "kuzy", "kozm", "fom", "khom", "luk", "savv",
    "sav", "zosim", "yerem",
];
/// Stems that lost or gained a letter.
const IRREGULAR: [(&str, &str); 10] = [
    ("lv", "lev"),
    ("il", "ilia"),
    ("ily", "ilia"),
    ("ill", "illia"),
    ("pavl", "pavel"),
    ("petr", "piotr"),
    ("yak", "yakiv"),
    ("iak", "iakiv"),
    ("mikhal", "mikhail"),
    ("yerem", "yeremei"),
];
const ROOT_MIN: usize = 2;

/// The father's name without the ending, as it stands.
pub fn root(plain: &str) -> Option<&str> {
    split(plain).map(|(stem, _, _)| stem)
}

/// What the word says of the father; None if it has no such ending.
pub fn father(plain: &str) -> Option<Father> {
    let (stem, child, custom) = split(plain)?;
    let mut names = vec![stem.to_string()];
    if custom == Custom::Slavic {
        let mut offer = |name: String| {
            if !names.contains(&name) {
                names.push(name);
            }
        };
        if let Some((_, whole)) = IRREGULAR.iter().find(|(short, _)| *short == stem) {
            offer((*whole).to_string());
        }
        // sergee-vich, yur-yevich: the given name ends in a short i that the ending swallowed.
        offer(format!("{stem}i"));
        match stem.as_bytes().last() {
            Some(b'a' | b'e' | b'o' | b'u') => {}
            // Mykolai-ovych is the son of Mykola, Vasyly-evich of Vasyl.
            Some(b'i' | b'y') => offer(stem[..stem.len() - 1].to_string()),
            _ => {
                offer(format!("{stem}a"));
                offer(format!("{stem}o"));
            }
        }
        // Yakovl-evich, Yakaul-evich.
        if let Some(short) = stem.strip_suffix('l').filter(|s| s.ends_with(['v', 'u'])) {
            offer(short.to_string());
        }
    }
    Some(Father { names, child, custom })
}

/// The word is such an ending standing alone; it belongs to the word before it.
pub fn is_ending(plain: &str) -> bool {
    TURKIC_SONS.contains(&plain) || TURKIC_DAUGHTERS.contains(&plain) || PERSIAN.contains(&plain)
}

/// Whose child an ending that stands alone makes of its bearer.
pub fn ending_says(plain: &str) -> Option<Sex> {
    if TURKIC_SONS.contains(&plain) {
        Some(Sex::Male)
    } else if TURKIC_DAUGHTERS.contains(&plain) {
        Some(Sex::Female)
    } else {
        None
    }
}

/// The word says that the next one is the father's name.
pub fn leads_to_father(plain: &str) -> bool {
    matches!(plain, "ibn" | "bin" | "ben" | "bint" | "binti" | "binte" | "bent" | "ould" | "wald")
}

/// The father's given name in a genitive: Armenian Hakobi, Mongolian Batbayaryn. Only for a field that is known to
/// hold a father's name: many given names end so by themselves (Ali, Martyn).
pub fn of_genitive(plain: &str) -> Option<&str> {
    let ending = ["giin", "iin", "yn", "in", "i"].into_iter().find(|e| plain.ends_with(e))?;
    let stem = &plain[..plain.len() - ending.len()];
    (stem.len() > ROOT_MIN).then_some(stem)
}

/// The longest ending counts.
fn split(plain: &str) -> Option<(&str, Option<Sex>, Custom)> {
    for (short, child) in [
        ("inichna", Sex::Female),
        ("ichna", Sex::Female),
        ("ivna", Sex::Female),
        ("ich", Sex::Male),
        ("ych", Sex::Male),
        ("itch", Sex::Male),
    ] {
        if let Some(stem) = plain.strip_suffix(short).filter(|s| SHORT_STEMS.contains(s)) {
            return Some((stem, Some(child), Custom::Slavic));
        }
    }
    let lists: [(&[&str], Option<Sex>, Custom); 5] = [
        (&SONS, Some(Sex::Male), Custom::Slavic),
        (&DAUGHTERS, Some(Sex::Female), Custom::Slavic),
        (&TURKIC_SONS, Some(Sex::Male), Custom::Turkic),
        (&TURKIC_DAUGHTERS, Some(Sex::Female), Custom::Turkic),
        (&PERSIAN, None, Custom::Persian),
    ];
    let (ending, child, custom) = lists
        .into_iter()
        .flat_map(|(list, child, custom)| list.iter().map(move |e| (*e, child, custom)))
        .filter(|(e, _, _)| plain.ends_with(e))
        .max_by_key(|(e, _, _)| e.len())?;
    let stem = &plain[..plain.len() - ending.len()];
    (stem.len() >= ROOT_MIN).then_some((stem, child, custom))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::fold::{plain, sounds};
    use crate::given;

    /// Men's names by their sounds.
    fn men() -> BTreeMap<String, &'static str> {
        let mut men = BTreeMap::new();
        for e in given::entries().filter(|e| e.sex == Sex::Male && e.variant == given::Variant::Same) {
            if let Some(heard) = sounds(e.spelling).into_iter().next() {
                men.entry(heard).or_insert(e.name);
            }
        }
        men
    }

    #[test]
    fn one_father_under_three_customs() {
        let fathers =
            ["Серікұлы", "Серикович", "Serikuly", "Serikovich", "Сериковна", "Serikqyzy", "Серікқызы"];
        for word in fathers {
            let folded = plain(word);
            let found = root(&folded).unwrap_or_else(|| panic!("{word} {folded}"));
            assert_eq!(sounds(found)[0], "serik", "{word}");
        }
        assert_eq!(root(&plain("Məmməd")), None);
        assert_eq!(root("ovich"), None);
    }

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
        let men = men();
        for (name, words) in table {
            for word in words.split(' ') {
                let names = father(&plain(word)).map(|f| f.names).unwrap_or_default();
                let led = names.iter().any(|n| sounds(n).first().and_then(|s| men.get(s)) == Some(&name));
                assert!(led, "{word}: {names:?}");
            }
        }
    }

    #[test]
    fn the_ending_says_son_or_daughter() {
        for word in ["Иванович", "Ivanovych", "Serikuly", "Rəşidoğlu", "Никитич", "Иванавіч"]
        {
            assert_eq!(father(&plain(word)).and_then(|f| f.child), Some(Sex::Male), "{word}");
        }
        for word in ["Ивановна", "Ivanivna", "Ivanauna", "Serikkyzy", "Rəşidqızı", "Ильинична", "Іванаўна"]
        {
            assert_eq!(father(&plain(word)).and_then(|f| f.child), Some(Sex::Female), "{word}");
        }
    }

    #[test]
    fn endings_that_stand_alone() {
        for word in [
            "ұлы",
            "uly",
            "uulu",
            "оглы",
            "oğlu",
            "o‘g‘li",
            "ўғли",
            "ugli",
            "kyzy",
            "қызы",
            "qızı",
            "qizi",
            "gyzy",
            "зода",
        ] {
            assert!(is_ending(&plain(word)), "{word} {}", plain(word));
        }
        for word in ["ali", "oleg", "ulan", "zina"] {
            assert!(!is_ending(word), "{word}");
        }
        assert!(leads_to_father("ibn") && !leads_to_father("van"));
        assert_eq!((of_genitive("hakobi"), of_genitive("batbayaryn")), (Some("hakob"), Some("batbayar")));
        assert_eq!(of_genitive("ali"), None);
    }

    #[test]
    fn family_names_and_given_names_are_left_whole() {
        for word in ["Иванов", "Kalinich", "Marina", "Шевченко", "Muller", "Davlat", "Zahid"] {
            assert_eq!(father(&plain(word)), None, "{word}");
        }
    }
}
