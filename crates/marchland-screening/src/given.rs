//! Given names of the region as data: which spellings are one name, for which sex, how common, and their short forms.
//! A line of `given/male.txt` or `given/female.txt` is one name in the spellings of the civil registers and passports
//! of Russia, Ukraine, Belarus, Kazakhstan, Kyrgyzstan, Uzbekistan, Tajikistan, Turkmenistan, Azerbaijan, Armenia,
//! Georgia and Mongolia, Tatar, Caucasian and Arabic forms among them; a name of one spelling is a line too. The block
//! before the first empty line holds the names that very many bear. `given/short_*.txt`: first word a name of the other
//! file, then its everyday forms; one short form may belong to several names.
//! `given/arabic.txt`: a spelling of the other files, then how Arabic letters write it; without its vowels it may be another
//! name as well (Anwar, Onur).
//! Written from general knowledge of the names; no register or third-party list was copied.
//!
//! Never: joins a name with another person's (Maria is not Marina, Daniil is not Denis), joins the male with the
//! female form, counts bearers.

use crate::Sex;

const MALE: &str = include_str!("given/male.txt");
const FEMALE: &str = include_str!("given/female.txt");
const ARABIC: &str = include_str!("given/arabic.txt");
const SHORT_MALE: &str = include_str!("given/short_male.txt");
const SHORT_FEMALE: &str = include_str!("given/short_female.txt");

/// One line, one name; empty lines part the blocks of commonness. Plain lower-case Latin.
pub const VARIANTS: &str = concat!(include_str!("given/male.txt"), "\n", include_str!("given/female.txt"));

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Variant {
    /// A spelling a document prints.
    Same,
    /// An everyday form (Sasha, Katya): lists of alerts carry it as an alias, documents do not.
    Short,
}

/// One spelling of one name. A spelling that both sexes bear, or a short form of several names, comes several times.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry {
    pub spelling: &'static str,
    /// The first spelling of the line: names the group, unique together with `sex`.
    pub name: &'static str,
    pub sex: Sex,
    pub variant: Variant,
    /// 1 for names that very many bear, 2 for the rest and for short forms. Rough, from general knowledge, not counted.
    pub rank: u8,
}

/// Every spelling and every short form, in the order of the files.
pub fn entries() -> impl Iterator<Item = Entry> {
    [
        (Sex::Male, Variant::Same, MALE),
        (Sex::Male, Variant::Short, SHORT_MALE),
        (Sex::Female, Variant::Same, FEMALE),
        (Sex::Female, Variant::Short, SHORT_FEMALE),
    ]
    .into_iter()
    .flat_map(|(sex, variant, text)| {
        // Short forms have no blocks; nobody's document prints them.
        let mut rank = if variant == Variant::Same { 1 } else { 2 };
        text.lines().flat_map(move |line| {
            let name = line.split_whitespace().next();
            if name.is_none() {
                rank = 2;
            }
            let here = rank;
            let spellings = line.split_whitespace().skip(usize::from(variant == Variant::Short));
            spellings
                .filter_map(move |spelling| Some(Entry { spelling, name: name?, sex, variant, rank: here }))
        })
    })
}

/// Names in Arabic letters, which leave out most vowels: a spelling of the name, and one in those letters.
pub(crate) fn arabic() -> impl Iterator<Item = (&'static str, &'static str)> {
    ARABIC.lines().flat_map(|line| {
        let mut words = line.split(' ');
        let name = words.next().unwrap_or_default();
        words.map(move |arabic| (name, arabic))
    })
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::*;

    fn same(sex: Sex) -> BTreeMap<&'static str, &'static str> {
        entries()
            .filter(|e| e.sex == sex && e.variant == Variant::Same)
            .map(|e| (e.spelling, e.name))
            .collect()
    }

    #[test]
    fn a_spelling_belongs_to_one_name_of_a_sex_and_is_plain() {
        for sex in [Sex::Male, Sex::Female] {
            let all: Vec<Entry> = entries().filter(|e| e.sex == sex && e.variant == Variant::Same).collect();
            assert_eq!(all.len(), same(sex).len(), "a spelling stands on two lines");
        }
        for e in entries() {
            assert!(e.spelling.bytes().all(|b| b.is_ascii_lowercase() || b == b'-'), "{e:?}");
        }
        assert!(entries().count() > 4_000);
    }

    #[test]
    fn short_forms_belong_to_names_that_are_there() {
        for sex in [Sex::Male, Sex::Female] {
            let same = same(sex);
            let known: BTreeSet<&str> = same.values().copied().collect();
            for e in entries().filter(|e| e.sex == sex && e.variant == Variant::Short) {
                assert!(known.contains(e.name), "{e:?}");
                assert_ne!(same.get(e.spelling), Some(&e.name), "{e:?} is also a spelling");
            }
        }
    }

    #[test]
    fn names_in_arabic_letters_are_names_of_the_lists() {
        use crate::lexicon::lexicon;
        let unlike = |(name, arabic): &(&str, &str)| {
            let (word, group) = (crate::fold::word(arabic), lexicon().given(crate::fold::word(name)));
            group == 0 || (lexicon().given(word) != group && !lexicon().in_full(word).contains(&group))
        };
        assert_eq!(arabic().filter(unlike).collect::<Vec<_>>(), []);
        assert!(arabic().count() > 80);
    }

    #[test]
    fn names_are_joined_across_languages_and_kept_apart_within_one() {
        let (male, female) = (same(Sex::Male), same(Sex::Female));
        let one = [
            ("sergey", "siarhei"),
            ("oleksandr", "aliaksandr"),
            ("evgueni", "yauhen"),
            ("mykola", "mikalai"),
            ("volodymyr", "uladzimir"),
            ("muhammad", "magomed"),
            ("yusuf", "zhusup"),
            ("akhmet", "ahmed"),
            ("ibrahim", "ibragim"),
            ("abdullo", "abdulla"),
            ("giorgi", "heorhii"),
            ("davit", "david"),
            ("hakob", "akop"),
        ];
        for (a, b) in one {
            assert!(male.contains_key(a) && male.get(a) == male.get(b), "{a} {b}");
        }
        let two = [
            ("daniil", "denis"),
            ("igor", "egor"),
            ("yury", "georgy"),
            ("stanislav", "vladislav"),
            ("murat", "marat"),
            ("iosif", "yusuf"),
            ("daniyar", "daniil"),
            ("ilya", "ilyas"),
            ("aidar", "haidar"),
        ];
        for (a, b) in two {
            assert!(male.contains_key(a) && male.contains_key(b) && male.get(a) != male.get(b), "{a} {b}");
        }
        for (a, b) in
            [("katsiaryna", "ekaterina"), ("olha", "volha"), ("yulia", "iuliia"), ("maryam", "meryem")]
        {
            assert!(female.contains_key(a) && female.get(a) == female.get(b), "{a} {b}");
        }
        for (a, b) in [("maria", "marina"), ("maria", "mariam"), ("oksana", "ksenia"), ("alina", "elena")] {
            assert!(
                female.contains_key(a) && female.contains_key(b) && female.get(a) != female.get(b),
                "{a} {b}"
            );
        }
        assert!(!male.contains_key("aleksandra") && !female.contains_key("aleksandr"));
    }

    /// `given/across.txt`: language, sex, name, the name in its own script. What each table of the language prints of
    /// it must be heard as a spelling of that name, or be less than half an error from the original.
    #[test]
    fn what_the_tables_print_of_a_name_is_heard_as_that_name() {
        use crate::distance::{ERROR, distance};
        use crate::fold::word;
        use crate::lexicon::lexicon;

        let (mut printed, mut missed) = (0, Vec::new());
        for line in include_str!("given/across.txt").lines() {
            let &[language, _, name, original] = line.split(' ').collect::<Vec<_>>().as_slice() else {
                panic!("{line}")
            };
            for table in crate::tables::for_language(language) {
                let Some(latin) = table.romanise(original) else { continue };
                printed += 1;
                let known = lexicon().given(word(&latin)) == lexicon().given(word(name));
                if !known && distance(word(&latin), word(original), ERROR) * 2 >= ERROR {
                    missed.push(format!("{original} {latin} ({})", table.name));
                }
            }
        }
        assert!(printed > 2_500, "{printed}");
        assert!(missed.len() * 100 <= printed, "{} of {printed}: {missed:?}", missed.len());
    }

    #[test]
    fn a_short_form_leads_to_every_name_it_may_stand_for() {
        let of = |short: &str| -> BTreeSet<&str> {
            entries().filter(|e| e.variant == Variant::Short && e.spelling == short).map(|e| e.name).collect()
        };
        assert_eq!(of("sasha"), BTreeSet::from(["aleksandr", "aleksandra"]));
        assert_eq!(of("katya"), BTreeSet::from(["yekaterina"]));
        assert!(of("slava").contains("vyacheslav") && of("slava").contains("stanislav"));
    }
}
