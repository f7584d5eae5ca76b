//! One invented person: a handful of numbers, and every way in which papers write the names behind them.
//!
//! Never: holds text; ten million people must fit in memory beside a list of alerts.

use crate::chance::{Chance, Weighted};
use crate::cyrillic;
use crate::folks::{self, Folk, Tongue, Word, title};
use crate::palladius;
use crate::romanise::{self, Standard, ascii, latin, passport};
use Tongue::*;

pub const NONE: u32 = u32::MAX;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Person {
    pub folk: u8,
    pub male: bool,
    pub family: u32,
    /// Second half of a double surname.
    pub second: u32,
    pub given: u16,
    pub father: u16,
    pub born: Born,
    /// The father's name in the own style (-uly, oglu) rather than the Russian one.
    pub own_style: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Born {
    pub year: u16,
    pub month: u8,
    pub day: u8,
}

impl Born {
    pub fn full(self) -> String {
        format!("{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// In which letters, by which rule.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Manner {
    /// As the person's own state writes it.
    Own,
    /// As Russian papers write it.
    Russian,
    /// By a Latin standard, from the Russian or the own spelling as the standard asks.
    Latin(Standard),
    /// As the machine-readable zone of the own state's passport.
    Zone,
    /// Own Latin letters without their marks; for others as `Zone`, in small letters.
    Plain,
    /// Uzbek in Cyrillic, Chinese in characters.
    Other,
    /// Read back into Cyrillic from a passport.
    ReadBack,
}

#[derive(Clone, Default, PartialEq, Eq, Debug)]
pub struct Name {
    pub family: String,
    pub given: String,
    pub patronymic: Option<String>,
    pub script: &'static str,
    pub lang: &'static str,
}

impl Name {
    pub fn each(mut self, mut change: impl FnMut(&str) -> String) -> Name {
        self.family = change(&self.family);
        self.given = change(&self.given);
        self.patronymic = self.patronymic.map(|p| change(&p));
        self
    }
}

pub struct World {
    pub folks: Vec<Folk>,
    shares: Weighted,
}

impl World {
    pub fn new() -> World {
        let (folks, shares) = folks::all();
        World { folks, shares }
    }

    pub fn draw(&self, chance: &mut Chance) -> Person {
        let at = self.shares.draw(chance);
        let folk = &self.folks[at];
        let male = chance.percent(72);
        let given = if male { &folk.men.1 } else { &folk.women.1 };
        let double = if matches!(folk.tongue, Western | Ukrainian | Russian | Belarusian) { 3 } else { 0 };
        let own_style = match folk.tongue {
            Kazakh | Azeri => 50,
            Kyrgyz | Uzbek => 35,
            Armenian | Georgian | Tajik => 30,
            _ => 0,
        };
        Person {
            folk: u8::try_from(at).unwrap_or(0),
            male,
            family: number(folk.families.1.draw(chance)),
            second: if chance.percent(double) { number(folk.families.1.draw(chance)) } else { NONE },
            given: short(given.draw(chance)),
            father: short(folk.men.1.draw(chance)),
            born: born(chance),
            own_style: chance.percent(own_style),
        }
    }

    pub fn folk(&self, p: &Person) -> &Folk {
        &self.folks[usize::from(p.folk)]
    }

    pub fn tongue(&self, p: &Person) -> Tongue {
        self.folk(p).tongue
    }

    pub fn family(&self, p: &Person) -> &Word {
        &self.folk(p).families.0[p.family as usize]
    }

    pub fn given(&self, p: &Person) -> &Word {
        let folk = self.folk(p);
        if p.male { &folk.men.0[usize::from(p.given)] } else { &folk.women.0[usize::from(p.given)] }
    }

    pub fn father(&self, p: &Person) -> &Word {
        &self.folk(p).men.0[usize::from(p.father)]
    }

    /// The same for people whom a reader of their surname and given name could not tell apart.
    pub fn key(&self, p: &Person) -> u64 {
        let family = match self.tongue(p) {
            Mongolian => self.father(p).sound,
            _ => self.family(p).sound,
        };
        family.rotate_left(17) ^ self.given(p).sound ^ u64::from(p.second).wrapping_mul(0x9e37_79b9)
    }

    /// The share of all people who bear this surname and given name, and the father's name too if it is asked for.
    pub fn frequency(&self, p: &Person, father: bool) -> f64 {
        let folk = self.folk(p);
        let (sex, given) = if p.male { (0.72, &folk.men.1) } else { (0.28, &folk.women.1) };
        let family = match folk.tongue {
            Mongolian => folk.men.1.share(usize::from(p.father)),
            _ => folk.families.1.share(p.family as usize),
        };
        let father = if father { folk.men.1.share(usize::from(p.father)) } else { 1.0 };
        self.shares.share(usize::from(p.folk)) * sex * family * given.share(usize::from(p.given)) * father
    }

    pub fn name(&self, p: &Person, manner: Manner, chance: &mut Chance) -> Name {
        let tongue = self.tongue(p);
        match manner {
            Manner::Own => Name { script: tongue.script(), lang: tongue.lang(), ..self.own(p) },
            Manner::Russian => Name { script: "Cyrl", lang: "ru", ..self.russian(p, chance) },
            Manner::Latin(standard) => {
                let own = matches!(
                    standard,
                    Standard::National
                        | Standard::NationalBgn
                        | Standard::Kazakh2018
                        | Standard::Kazakh2019
                        | Standard::Kazakh2021
                );
                let name = if tongue.latin() && matches!(tongue, Turkish | Arabic | Western | Chinese) {
                    self.variant(p, chance)
                } else if own {
                    self.own(p)
                } else {
                    self.russian(p, chance)
                };
                let spelt = name.each(|text| latin(text, standard, tongue));
                Name { script: "Latn", lang: if own { tongue.lang() } else { "en" }, ..spelt }
            }
            Manner::Zone => {
                let name = self.passport(p, chance).each(|t| ascii(t, tongue == Western));
                Name { script: "Latn", lang: "en", ..name }
            }
            Manner::Plain => {
                let name = if tongue.latin() { self.variant(p, chance) } else { self.passport(p, chance) };
                let name = name.each(|t| title(&ascii(t, false).to_lowercase()));
                Name { script: "Latn", lang: tongue.lang(), ..name }
            }
            Manner::Other => match tongue {
                Uzbek => Name { script: "Cyrl", lang: "uz", ..self.own(p).each(cyrillic::uzbek) },
                Chinese => Name {
                    family: self.family(p).own[0].clone(),
                    given: self.given(p).own[0].clone(),
                    patronymic: None,
                    script: "Hani",
                    lang: "zh",
                },
                _ => self.name(p, Manner::Own, chance),
            },
            Manner::ReadBack => {
                let zone = self.passport(p, chance);
                Name { script: "Cyrl", lang: "ru", ..zone.each(cyrillic::read) }
            }
        }
    }

    fn own(&self, p: &Person) -> Name {
        let tongue = self.tongue(p);
        let text = |word: &Word| {
            if tongue == Chinese { title(&word.russian[0].replace('+', "")) } else { word.own[0].clone() }
        };
        let family = self.surname(p, text);
        let given = text(self.given(p));
        let father = &self.father(p).own[0];
        let patronymic = match tongue {
            Kazakh if p.own_style => Some(format!("{father}{}", pick(p, "ұлы", "қызы"))),
            Kyrgyz if p.own_style => Some(format!("{father} {}", pick(p, "уулу", "кызы"))),
            Azeri => Some(format!("{father} {}", pick(p, "oğlu", "qızı"))),
            Uzbek if p.own_style => Some(format!("{father} {}", pick(p, "oʻgʻli", "qizi"))),
            Uzbek => Some(format!("{father}{}", pick(p, "ovich", "ovna"))),
            Turkmen => Some(format!("{father}{}", pick(p, "owiç", "owna"))),
            Armenian => Some(format!("{father}ի")),
            Georgian | Chinese | Turkish | Western => None,
            Mongolian => return Name { family: father.clone(), given, ..Name::default() },
            Arabic => None,
            Ukrainian => Some(ukrainian_father(father, p.male)),
            Belarusian => Some(belarusian_father(father, p.male)),
            _ => Some(russian_father(father, p.male)),
        };
        Name { family, given, patronymic, ..Name::default() }
    }

    fn russian(&self, p: &Person, chance: &mut Chance) -> Name {
        let tongue = self.tongue(p);
        let text = |word: &Word, at: usize| match tongue {
            Chinese => palladian(&word.russian[0]),
            _ => word.russian[at % word.russian.len()].clone(),
        };
        let at = if tongue == Arabic { chance.below(4) } else { 0 };
        let family = self.surname(p, |w| text(w, at));
        let given = text(self.given(p), at);
        let father = text(self.father(p), 0);
        let patronymic = match tongue {
            Kazakh if p.own_style => Some(format!("{father}{}", pick(p, "улы", "кызы"))),
            Kyrgyz if p.own_style => Some(format!("{father} {}", pick(p, "уулу", "кызы"))),
            Azeri if p.own_style => Some(format!("{father} {}", pick(p, "оглы", "кызы"))),
            Uzbek if p.own_style => Some(format!("{father} {}", pick(p, "угли", "кизи"))),
            Mongolian => return Name { family: father, given, ..Name::default() },
            _ if tongue.soviet() => Some(russian_father(&father, p.male)),
            _ => None,
        };
        Name { family, given, patronymic, ..Name::default() }
    }

    /// A Latin spelling among those in use, for names that have several.
    fn variant(&self, p: &Person, chance: &mut Chance) -> Name {
        if self.tongue(p) != Arabic {
            return self.own(p);
        }
        let (a, b) = (chance.below(8), chance.below(8));
        let one = |word: &Word, at: usize| word.own[at % word.own.len()].clone();
        Name { family: one(self.family(p), a), given: one(self.given(p), b), ..Name::default() }
    }

    /// What the passport of the own state prints in Latin letters.
    fn passport(&self, p: &Person, chance: &mut Chance) -> Name {
        let tongue = self.tongue(p);
        if tongue.latin() {
            self.variant(p, chance).each(|t| title(&passport(t, tongue).to_lowercase()))
        } else {
            self.own(p).each(|t| latin(t, Standard::National, tongue))
        }
    }

    fn surname(&self, p: &Person, text: impl Fn(&Word) -> String) -> String {
        let folk = self.folk(p);
        let gendered = |at: u32| {
            let man = text(&folk.families.0[at as usize]);
            if p.male || !folk.tongue.soviet() { man } else { feminine(&man) }
        };
        if p.second == NONE {
            gendered(p.family)
        } else {
            format!("{}-{}", gendered(p.family), gendered(p.second))
        }
    }

    /// The given name as a neighbour's language has it, where it differs: Сергей, Сергій, Сяргей.
    pub fn neighbour(&self, p: &Person, of: Tongue) -> Option<Person> {
        let sound = self.given(p).sound;
        let (at, folk) = self.folks.iter().enumerate().find(|(_, f)| f.tongue == of)?;
        let list = if p.male { &folk.men.0 } else { &folk.women.0 };
        let given = list.iter().position(|w| w.sound == sound)?;
        (list[given].own[0] != self.given(p).own[0]).then(|| Person {
            folk: u8::try_from(at).unwrap_or(0),
            given: short(given),
            ..*p
        })
    }
}

fn palladian(pinyin: &str) -> String {
    title(
        &pinyin
            .split('+')
            .map(|s| palladius::syllable(s).unwrap_or_else(|| s.to_string()))
            .collect::<String>(),
    )
}

fn pick(p: &Person, man: &'static str, woman: &'static str) -> &'static str {
    if p.male { man } else { woman }
}

fn number(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(0)
}

pub fn short(at: usize) -> u16 {
    u16::try_from(at).unwrap_or(0)
}

/// Most between 20 and 60 years old; some peoples' papers know no day and write the first of January.
pub fn born(chance: &mut Chance) -> Born {
    let year = 1935 + chance.between(0, 24) + chance.between(0, 24) + chance.between(0, 24);
    if chance.percent(2) {
        return Born { year, month: 1, day: 1 };
    }
    let month = 1 + chance.below(12);
    let days = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
    let small = |n: usize| u8::try_from(n).unwrap_or(1);
    Born { year, month: small(month), day: small(1 + chance.below(days)) }
}

/// A woman's form of a man's surname, in any of the spellings.
pub fn feminine(man: &str) -> String {
    const ENDS: &[(&str, &str)] = &[
        ("ский", "ская"),
        ("цкий", "цкая"),
        ("ський", "ська"),
        ("цький", "цька"),
        ("скі", "ская"),
        ("цкі", "цкая"),
        ("ый", "ая"),
        ("гий", "гая"),
        ("кий", "кая"),
        ("ний", "на"),
        ("рий", "ра"),
        ("лий", "ла"),
        ("стой", "стая"),
        ("ской", "ская"),
        ("дой", "дая"),
        ("оў", "ова"),
        ("еў", "ева"),
        ("ёў", "ёва"),
        ("аў", "ава"),
        ("ов", "ова"),
        ("ев", "ева"),
        ("ёв", "ёва"),
        ("єв", "єва"),
        ("ин", "ина"),
        ("ын", "ына"),
        ("їн", "їна"),
        ("ін", "іна"),
        ("ov", "ova"),
        ("ev", "eva"),
        ("ow", "owa"),
        ("ew", "ewa"),
        ("ий", "ая"),
    ];
    let changed = |(end, woman): &(&str, &str)| man.strip_suffix(end).map(|stem| format!("{stem}{woman}"));
    ENDS.iter().find_map(changed).unwrap_or_else(|| man.to_string())
}

pub fn russian_father(father: &str, male: bool) -> String {
    let (stem, man, woman) = match father {
        "Пётр" => ("Петр".to_string(), "ович", "овна"),
        "Павел" => ("Павл".to_string(), "ович", "овна"),
        "Лев" => ("Льв".to_string(), "ович", "овна"),
        "Илья" | "Ілля" => ("Иль".to_string(), "ич", "инична"),
        "Яков" => ("Яковл".to_string(), "евич", "евна"),
        "Дмитрий" => ("Дмитри".to_string(), "евич", "евна"),
        "Михаил" => ("Михайл".to_string(), "ович", "овна"),
        f if f.ends_with("ий") => (format!("{}ь", f.trim_end_matches("ий")), "евич", "евна"),
        f if f.ends_with(['й', 'ь']) => (cut(f), "евич", "евна"),
        f if f.ends_with(['а', 'я']) => (cut(f), "ич", "ична"),
        f if f.ends_with(['и', 'ы', 'е', 'о', 'у']) => (f.to_string(), "евич", "евна"),
        f => (f.to_string(), "ович", "овна"),
    };
    format!("{stem}{}", if male { man } else { woman })
}

fn ukrainian_father(father: &str, male: bool) -> String {
    let (stem, man, woman) = match father {
        "Микола" => ("Микола".to_string(), "йович", "ївна"),
        "Ілля" => ("Ілл".to_string(), "іч", "івна"),
        f if f.ends_with('й') => (cut(f), "йович", "ївна"),
        f if f.ends_with(['о', 'а']) => (cut(f), "ович", "івна"),
        f if f.ends_with('ь') => (cut(f), "ьович", "івна"),
        f => (f.to_string(), "ович", "івна"),
    };
    format!("{stem}{}", if male { man } else { woman })
}

fn belarusian_father(father: &str, male: bool) -> String {
    let (stem, man, woman) = match father {
        "Пётр" => ("Пятр".to_string(), "овіч", "оўна"),
        "Ілля" => ("Іл".to_string(), "ьіч", "ьінічна"),
        "Павел" => ("Паўл".to_string(), "авіч", "аўна"),
        f if f.ends_with("ый") => (format!("{}'", f.trim_end_matches("ый")), "евіч", "еўна"),
        f if f.ends_with("ій") => (f.trim_end_matches("ій").to_string(), "евіч", "еўна"),
        f if f.ends_with(['й', 'ь']) => (cut(f), "евіч", "еўна"),
        f if f.ends_with('а') => (cut(f), "авіч", "аўна"),
        f => (f.to_string(), "авіч", "аўна"),
    };
    format!("{stem}{}", if male { man } else { woman })
}

fn cut(text: &str) -> String {
    let mut letters = text.chars();
    letters.next_back();
    letters.collect()
}

/// The manner in which a state that searches for a person may have written the name.
pub fn of_alerts(tongue: Tongue, chance: &mut Chance) -> Manner {
    use Manner as M;
    let russian = M::Latin(romanise::any_of_russian(chance));
    let bgn = M::Latin(Standard::NationalBgn);
    match tongue {
        Russian | Caucasus => {
            chance.any(&[M::Own, M::Own, M::Own, M::Own, M::Own, M::Zone, russian, russian])
        }
        Chinese => chance.any(&[M::Own, M::Own, M::Own, M::Russian, M::Russian]),
        Arabic => chance.any(&[M::Plain, M::Own, M::Own, M::Russian]),
        Western | Turkish => chance.any(&[M::Own, M::Own, M::Plain, M::Russian]),
        Mongolian => chance.any(&[M::Own, M::Own, M::Russian, M::Zone]),
        Armenian | Georgian => chance.any(&[M::Russian, M::Russian, M::Zone, M::Own, bgn, russian]),
        Uzbek => chance.any(&[M::Russian, M::Russian, M::Own, M::Other, M::Zone, russian]),
        _ => chance.any(&[M::Russian, M::Russian, M::Russian, M::Own, M::Own, M::Zone, russian, bgn]),
    }
}
