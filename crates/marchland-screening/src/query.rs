//! A check as the search reads it: the ways its name may be read, date of birth and sex from fields and zone.
//!
//! Never: keeps a traveller; looks into the list.

use crate::alert::{Check, Sex, Spelling, born, sex};
use crate::born::Born;
use crate::keyboard::Layout;
use crate::lexicon::{Group, lexicon};
use crate::mrz;
use crate::name::{Name, Part};
use crate::sound::Word;

#[derive(Debug, Clone, Default)]
pub(crate) struct Person {
    pub readings: Vec<Reading>,
    pub born: Option<Born>,
    pub sex: Option<Sex>,
}

/// One way to read the name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Reading {
    pub name: Name,
    pub source: Source,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Source {
    Fields,
    Zone,
    /// The keys of the other keyboard layout.
    OtherLayout,
}

/// Names longer than this may have been cut by some system on their way.
const LONG_NAME: usize = 26;
/// A word is strange from so many sixteenths of a bit per sound; names of the region cost about four bits.
const STRANGE: u16 = 62;
/// The other layout must read so much better.
const CLEARER: u16 = 12;
/// From here on the text as written is no name at all.
const PLAIN: u16 = 24;

impl Person {
    /// `this_year` tells the century of a zone's two digits.
    pub fn read(check: &Check, this_year: u16) -> Person {
        // Fields read from a zone by the sender are the zone's own; it is read again only for what they lack.
        let Spelling { family, given, full, .. } = &check.name;
        let named = (family.is_some() && given.is_some()) || full.is_some();
        let lacks = !named || check.dob.is_none() || check.sex.is_none();
        let zone = check.mrz.as_ref().filter(|_| lacks).and_then(|z| mrz::read(&z.lines(), this_year).ok());
        let (mut name, chinese) = Name::readings(&check.name);
        let zoned = check
            .channel
            .as_deref()
            .is_some_and(|c| c.as_bytes().windows(3).any(|w| w.eq_ignore_ascii_case(b"mrz")));
        if zoned || length(&check.name) >= LONG_NAME {
            name.mark_cut();
        }
        let mut person = Person {
            readings: Vec::with_capacity(2),
            born: born(check.dob.as_deref()).or(zone.as_ref().and_then(|z| z.born)),
            sex: sex(check.sex.as_deref()),
        };
        let strange = strangeness(&name);
        let mut no_name = false;
        if (STRANGE..u16::MAX).contains(&strange) && chinese.is_none() {
            for other in other_layouts(&check.name) {
                let clearer = strange.saturating_sub(strangeness(&other));
                if clearer >= CLEARER {
                    person.add(other, Source::OtherLayout);
                }
                no_name |= clearer >= PLAIN;
            }
        }
        if !no_name {
            person.add(name, Source::Fields);
        }
        if let Some(chinese) = chinese {
            person.add(chinese, Source::Fields);
        }
        if let Some(zone) = zone {
            let (mut name, chinese) = Name::readings(&zone.name);
            if zone.name_cut {
                name.mark_cut();
            }
            for name in [Some(name), chinese].into_iter().flatten() {
                person.add(name, Source::Zone);
            }
            person.sex = person.sex.or(sex(zone.sex.map(String::from).as_deref()));
        }
        person.sex = person.sex.or(person.readings.iter().find_map(|r| r.name.sex));
        person
    }

    fn add(&mut self, name: Name, source: Source) {
        fn words(name: &Name) -> impl Iterator<Item = (Word, Group, Part)> + '_ {
            name.tokens().iter().map(|t| (t.word, t.group, t.part))
        }
        for name in std::iter::once(name).chain(name.in_full()) {
            if !name.is_empty() && !self.readings.iter().any(|r| words(&r.name).eq(words(&name))) {
                self.readings.push(Reading { name, source });
            }
        }
    }
}

fn length(name: &Spelling) -> usize {
    let texts = || [&name.family, &name.given, &name.full].into_iter().flatten();
    // Letters are counted only where the bytes may be enough.
    let bytes = texts().map(String::len).sum();
    if bytes < LONG_NAME { bytes } else { texts().map(|t| t.chars().count()).sum() }
}

/// How unlike a name the words of three letters or more are; a name without such words is like nothing.
fn strangeness(name: &Name) -> u16 {
    let words = name.tokens().iter().filter(|t| t.word.len() >= 3);
    let (sum, count) =
        words.fold((0u32, 0u32), |(s, n), t| (s + u32::from(lexicon().strangeness(t.word)), n + 1));
    sum.checked_div(count).and_then(|mean| u16::try_from(mean).ok()).unwrap_or(u16::MAX)
}

/// Read as if typed on another layout.
fn other_layouts(name: &Spelling) -> impl Iterator<Item = Name> + '_ {
    let Spelling { family, given, patronymic, full } = name;
    let texts = [family, given, patronymic, full].into_iter().flatten().map(String::as_str);
    Layout::to_try(texts).iter().map(|layout| {
        let other = |text: &Option<String>| text.as_deref().map(|t| layout.other(t));
        Name::of(&Spelling {
            family: other(family),
            given: other(given),
            patronymic: other(patronymic),
            full: other(full),
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_other_layout_is_read_only_where_the_text_is_no_name() {
        let read = |family: &str, given: &str| {
            let name =
                Spelling { family: Some(family.into()), given: Some(given.into()), ..Spelling::default() };
            let check = Check { name, ..Check::default() };
            Person::read(&check, 26).readings.iter().map(|r| r.source).collect::<Vec<_>>()
        };
        for (family, given) in
            [("Bdfyjd", "Cthutq"), ("Oth,frjd", "Yehkfy"), ("шмфтщм", "ыукпун"), ("Gfyfc.r-Rjcnfr", "Bujhm")]
        {
            assert_eq!(read(family, given)[0], Source::OtherLayout, "{family}");
        }
        for (family, given) in
            [("Иванов", "Сергей"), ("Shcherbakov", "Nurlan"), ("Qasımov", "Elçin"), ("Нгуен", "Ван")]
        {
            assert_eq!(read(family, given), [Source::Fields], "{family}");
        }
    }
}
