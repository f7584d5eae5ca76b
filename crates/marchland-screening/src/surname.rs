//! The gender of family names: husband and wife, brother and sister bear one name in two forms. Particles beside it.
//! All words in the plain spelling of the fold. Endings from the grammars, entered from general knowledge.
//!
//! Never: decides that somebody is a man or a woman (some men bear names in -ina, some women keep the masculine form).

use crate::Sex;

/// Ending, what stands for it in the common form, and who bears it where that is plain. The longest ending counts.
/// Both genders and all spellings of an ending lead to one form, which need not be a spelling anybody uses.
const ENDINGS: [Ending; 57] = [
    ("skaya", "ski", Some(Sex::Female)),
    ("skaia", "ski", Some(Sex::Female)),
    ("skaja", "ski", Some(Sex::Female)),
    ("skaa", "ski", Some(Sex::Female)),
    ("ska", "ski", Some(Sex::Female)),
    ("tskaya", "tski", Some(Sex::Female)),
    ("tskaia", "tski", Some(Sex::Female)),
    ("tskaja", "tski", Some(Sex::Female)),
    ("tska", "tski", Some(Sex::Female)),
    ("ski", "ski", Some(Sex::Male)),
    ("sky", "ski", Some(Sex::Male)),
    ("skii", "ski", Some(Sex::Male)),
    ("skiy", "ski", Some(Sex::Male)),
    ("skij", "ski", Some(Sex::Male)),
    ("skyi", "ski", Some(Sex::Male)),
    ("skyy", "ski", Some(Sex::Male)),
    ("skoi", "ski", Some(Sex::Male)),
    ("skoy", "ski", Some(Sex::Male)),
    ("tsky", "tski", Some(Sex::Male)),
    ("tskii", "tski", Some(Sex::Male)),
    ("tskiy", "tski", Some(Sex::Male)),
    ("tskij", "tski", Some(Sex::Male)),
    ("tskyi", "tski", Some(Sex::Male)),
    ("tski", "tski", Some(Sex::Male)),
    ("ova", "ov", Some(Sex::Female)),
    ("eva", "ev", Some(Sex::Female)),
    ("owa", "ov", Some(Sex::Female)),
    ("ewa", "ev", Some(Sex::Female)),
    ("ina", "in", Some(Sex::Female)),
    ("yna", "in", Some(Sex::Female)),
    ("ov", "ov", Some(Sex::Male)),
    ("ev", "ev", Some(Sex::Male)),
    ("ow", "ov", Some(Sex::Male)),
    ("ew", "ev", Some(Sex::Male)),
    ("off", "ov", None),
    ("eff", "ev", None),
    ("in", "in", None),
    ("ine", "in", None),
    ("yn", "in", None),
    // Belarusian Ivanau and Ivanava; Georgian names in -ava have one form, which is treated alike on both sides.
    ("ava", "av", None),
    ("au", "av", None),
    ("ou", "ov", None),
    ("eu", "ev", None),
    ("aya", "i", Some(Sex::Female)),
    ("aia", "i", None),
    ("aja", "i", None),
    ("yi", "i", None),
    ("yy", "i", None),
    ("ii", "i", None),
    ("iy", "i", None),
    ("ij", "i", None),
    // One Persian word; the name has no gender.
    ("zade", "zade", None),
    ("zada", "zade", None),
    ("zadeh", "zade", None),
    ("zoda", "zade", None),
    ("oi", "i", None),
    ("oy", "i", None),
];
type Ending = (&'static str, &'static str, Option<Sex>);
const STEM_MIN: usize = 2;

/// The form that both genders of the name share. A name without gender (Shevchenko, Petrosyan) is left.
pub fn masculine(plain: &str) -> String {
    match split(plain) {
        Some((stem, (_, common, _))) => format!("{stem}{common}"),
        None => plain.to_string(),
    }
}

/// Who bears this form of a name, where the ending tells.
pub fn bearer(plain: &str) -> Option<Sex> {
    split(plain).and_then(|(_, (_, _, sex))| *sex)
}

fn split(plain: &str) -> Option<(&str, &'static Ending)> {
    let ending = ENDINGS.iter().filter(|(e, _, _)| plain.ends_with(e)).max_by_key(|(e, _, _)| e.len())?;
    let stem = &plain[..plain.len() - ending.0.len()];
    (stem.len() >= STEM_MIN).then_some((stem, ending))
}

/// How a small word in a name is to be treated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Particle {
    /// An article or preposition: glued to the next word, written apart, or left out.
    Article,
    /// The next word is the father's name.
    Father,
    /// "Father of", "mother of": with the next word one name.
    Parent,
    /// A title, no part of the name.
    Title,
}

/// None for a word that is no particle. The reader keeps a name that consists of particles alone.
pub fn particle(plain: &str) -> Option<Particle> {
    if crate::patronymic::leads_to_father(plain) {
        return Some(Particle::Father);
    }
    Some(match plain {
        "al" | "el" | "ul" | "ur" | "ud" | "uz" | "us" | "ad" | "ar" | "as" | "az" | "ash" | "at" => {
            Particle::Article
        }
        "van" | "von" | "der" | "den" | "de" | "da" | "di" | "du" | "dos" | "del" | "la" | "le" | "ter"
        | "zu" | "af" | "st" => Particle::Article,
        "abu" | "umm" | "um" | "abi" => Particle::Parent,
        "haji" | "hajji" | "hadji" | "gadzhi" | "khadzhi" | "sheikh" | "sheykh" | "sheih" | "shaikh"
        | "mullah" | "mulla" | "molla" | "mr" | "mrs" | "ms" | "dr" | "jr" | "sr" => Particle::Title,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fold::plain;

    #[test]
    fn both_genders_and_all_spellings_share_one_form() {
        let families = [
            "Иванов Иванова Ivanov Ivanova Ivanoff",
            "Kovalski Ковальский Ковальская Kovalskaya Kovalskaia Kovalska Kovalskyi Kovalskiy Kovalsky Kovalskij",
            "Троцкий Троцкая Trotskyi Trotska Trotskaya",
            "Пушкин Пушкина Pushkin Pushkina Pushkine",
            "Ivanau Ivanava Іванаў Іванава",
            "Кавалёў Кавалёва",
            "Kavaliou Kavaliova",
            "Белый Белая Belyi Belaya Belaia",
            "Толстой Толстая Tolstoi Tolstoy Tolstaya",
            "Atayew Atayewa Atayev Atayeva",
            "Шевченко Shevchenko",
            "Alizade Əlizadə Alizoda Alizadeh",
        ];
        for family in families {
            let forms: Vec<String> = family.split(' ').map(|w| masculine(&plain(w))).collect();
            assert!(forms.iter().all(|f| *f == forms[0]), "{family} {forms:?}");
        }
        for (a, b) in [("Иванов", "Ивановский"), ("Петров", "Петренко"), ("Пушкин", "Пушков")]
        {
            assert_ne!(masculine(&plain(a)), masculine(&plain(b)), "{a} {b}");
        }
    }

    #[test]
    fn the_form_tells_who_bears_it_or_says_nothing() {
        for (word, sex) in [
            ("Иванова", Some(Sex::Female)),
            ("Ivanov", Some(Sex::Male)),
            ("Ковальська", Some(Sex::Female)),
            ("Шевченко", None),
            ("Okudzhava", None),
            ("Petrosyan", None),
        ] {
            assert_eq!(bearer(&plain(word)), sex, "{word}");
        }
    }

    #[test]
    fn particles() {
        assert_eq!(particle("bin"), Some(Particle::Father));
        assert_eq!(particle("al"), Some(Particle::Article));
        assert_eq!(particle("abu"), Some(Particle::Parent));
        assert_eq!(particle("gadzhi"), Some(Particle::Title));
        assert_eq!(particle("ali"), None);
    }
}
