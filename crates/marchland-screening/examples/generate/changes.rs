//! The documented changes, each a class of its own: what a name and a date go through between an alert and a check.
//!
//! Never: changes two things in a class that names one; the classes with `+` name both.

use crate::alerts::{Alert, Date};
use crate::chance::Chance;
use crate::checks::{Check, join};
use crate::cyrillic;
use crate::damage;
use crate::folks::Tongue;
use crate::people::{Manner, NONE, Name, Person, World, feminine};
use crate::romanise::{Standard, ascii, latin};

pub const CLASSES: [&str; 57] = [
    "same",
    "rom-icao",
    "rom-bgn",
    "rom-gost",
    "rom-gost2006",
    "rom-1997",
    "rom-iso9",
    "rom-french",
    "rom-popular",
    "rom-national",
    "rom-national-bgn",
    "rom-to-russian",
    "read-back",
    "own-script",
    "kazakh-latin-2018",
    "kazakh-latin-2019",
    "kazakh-latin-2021",
    "uzbek-cyrillic",
    "palladius",
    "diacritics-lost",
    "arabic-variant",
    "no-patronymic",
    "patronymic-style",
    "patronymic-in-given",
    "gender-surname",
    "double-half",
    "double-joined",
    "particle",
    "swapped",
    "full-any-order",
    "variant",
    "alias",
    "typo-1",
    "typo-2",
    "ocr",
    "layout",
    "layout-kazakh",
    "homoglyph",
    "mrz",
    "mrz-cut",
    "mrz-ocr",
    "list",
    "phone",
    "date-swapped",
    "date-digit",
    "date-year",
    "date-missing",
    "alert-year",
    "alert-no-date",
    "rom+typo",
    "rom+date-digit",
    "own+no-patronymic",
    "swapped+typo",
    "typo+date-swapped",
    "mrz+typo",
    "variant+typo",
    "gender+rom",
];

/// A check of the class for the alert; None where the class does not apply to this person.
pub fn change(class: &str, world: &World, alert: &Alert, chance: &mut Chance) -> Option<Check> {
    let p = &alert.person;
    let tongue = world.tongue(p);
    let main = alert.manners[0];
    let wanted = match class {
        "alert-year" => Date::Year,
        "alert-no-date" => Date::None,
        _ => Date::Full,
    };
    if alert.date != wanted {
        return None;
    }
    let typed = |manner: Manner, chance: &mut Chance| Check::typed(world, p, manner, chance);
    let other = |manner: Manner, chance: &mut Chance| {
        (!alert.manners.contains(&manner)).then(|| typed(manner, chance))
    };
    let standard = |standard: Standard, chance: &mut Chance| other(Manner::Latin(standard), chance);
    let cyrillic = alert.names[0].script != "Latn";
    let post_soviet = !matches!(tongue, Tongue::Chinese | Tongue::Turkish | Tongue::Arabic | Tongue::Western);
    let any = |chance: &mut Chance| Check::any(world, p, Some(main), chance);
    match class {
        "same" => Some(typed(main, chance)),
        "rom-icao" if post_soviet => standard(Standard::Icao, chance),
        "rom-bgn" if post_soviet => standard(Standard::Bgn, chance),
        "rom-gost" if post_soviet => standard(Standard::GostB, chance),
        "rom-gost2006" if post_soviet => standard(Standard::Gost2006, chance),
        "rom-1997" if post_soviet => standard(Standard::Order1997, chance),
        "rom-iso9" if post_soviet => standard(Standard::Iso9, chance),
        "rom-french" if post_soviet => standard(Standard::French, chance),
        "rom-popular" if post_soviet => standard(Standard::Popular, chance),
        "rom-national" if cyrillic => other(Manner::Zone, chance),
        "rom-national-bgn" if !tongue.latin() && tongue != Tongue::Caucasus => {
            standard(Standard::NationalBgn, chance)
        }
        "rom-to-russian" if !cyrillic => other(Manner::Russian, chance),
        "read-back" if post_soviet => other(Manner::ReadBack, chance),
        "own-script" if !matches!(tongue, Tongue::Russian | Tongue::Caucasus) => other(Manner::Own, chance),
        "kazakh-latin-2018" if tongue == Tongue::Kazakh => standard(Standard::Kazakh2018, chance),
        "kazakh-latin-2019" if tongue == Tongue::Kazakh => standard(Standard::Kazakh2019, chance),
        "kazakh-latin-2021" if tongue == Tongue::Kazakh => standard(Standard::Kazakh2021, chance),
        "uzbek-cyrillic" if tongue == Tongue::Uzbek => other(Manner::Other, chance),
        "palladius" if tongue == Tongue::Chinese => {
            other(if main == Manner::Own { Manner::Russian } else { Manner::Own }, chance)
        }
        "diacritics-lost" => {
            let mut check = typed(main, chance);
            let wide = chance.percent(50);
            check.name = check.name.each(|t| ascii(t, wide));
            (alert.names[0].script == "Latn" && !alert.names[0].family.is_ascii()).then_some(check)
        }
        "arabic-variant" if tongue == Tongue::Arabic => {
            let check = typed(Manner::Plain, chance);
            let said = alert.names.iter().any(|n| {
                n.family.eq_ignore_ascii_case(&check.name.family)
                    && n.given.eq_ignore_ascii_case(&check.name.given)
            });
            (!said).then_some(check)
        }
        "no-patronymic" => {
            let mut check = typed(main, chance);
            check.name.patronymic.take()?;
            alert.names[0].patronymic.as_ref()?;
            Some(check)
        }
        "patronymic-style" => {
            alert.names[0].patronymic.as_ref()?;
            let turned = Person { own_style: !p.own_style, ..*p };
            let check = Check::typed(world, &turned, main, chance);
            (check.name.patronymic.as_ref()?.to_lowercase()
                != alert.names[0].patronymic.as_ref()?.to_lowercase())
            .then_some(check)
        }
        "patronymic-in-given" => {
            let mut check = typed(main, chance);
            let father = check.name.patronymic.take()?;
            check.name.given = join(&[&check.name.given, &father]);
            Some(check)
        }
        "gender-surname" => gender(world, p, typed(main, chance)),
        "double-half" if p.second != NONE => {
            double(typed(main, chance), |a, b| if chance.percent(60) { a.to_string() } else { b.to_string() })
        }
        "double-joined" if p.second != NONE => double(any(chance), |a, b| {
            let upper = a.chars().all(char::is_uppercase);
            match chance.below(2) {
                0 => format!("{a} {b}"),
                _ if upper => format!("{a}{b}"),
                _ => format!("{a}{}", b.to_lowercase()),
            }
        }),
        "particle" => particle(any(chance), chance),
        "swapped" => swapped(any(chance)),
        "full-any-order" => whole(any(chance), chance),
        "variant" => variant(world, p, chance),
        "alias" => alert.manners.get(1).map(|manner| typed(*manner, chance)),
        "typo-1" => typo(any(chance), chance),
        "typo-2" => {
            let check = any(chance);
            if check.whole.is_some() || check.name.given.chars().count() < 4 {
                return None;
            }
            let (family, given) =
                (damage::typo(&check.name.family, chance)?, damage::typo(&check.name.given, chance)?);
            Some(Check { name: Name { family, given, ..check.name }, mrz: None, ..check })
        }
        "ocr" => {
            let check = any(chance);
            damaged(check, chance, damage::ocr)
        }
        "layout" if !matches!(tongue, Tongue::Kazakh) => typed(main, chance).each(damage::layout),
        "layout-kazakh" if tongue == Tongue::Kazakh => typed(Manner::Own, chance).each(damage::layout),
        "homoglyph" => {
            let check = if cyrillic { typed(main, chance) } else { typed(Manner::Russian, chance) };
            let mut changed = false;
            let check = check.each(|t| {
                let twin = damage::homoglyphs(t, chance);
                changed |= twin.is_some();
                Some(twin.unwrap_or_else(|| t.to_string()))
            });
            check.filter(|_| changed)
        }
        "mrz" => Some(Check::zone(world, p, false, chance).0),
        "mrz-cut" => {
            Some(Check::zone(world, p, true, chance)).filter(|(_, cut)| *cut).map(|(check, _)| check)
        }
        "mrz-ocr" => misread(Check::zone(world, p, false, chance).0, chance),
        "list" => Some(Check::listed(world, p, chance)),
        "phone" => phone(world, p, main, chance),
        "date-swapped" => date_swapped(any(chance), p),
        "date-digit" => date_digit(any(chance), chance),
        "date-year" => Some(Check { dob: Some(p.born.year.to_string()), mrz: None, ..any(chance) }),
        "date-missing" => Some(Check { dob: None, mrz: None, ..typed(main, chance) }),
        "alert-year" | "alert-no-date" => Some(any(chance)),
        "rom+typo" if post_soviet => {
            let one = crate::romanise::any_of_russian(chance);
            typo(standard(one, chance)?, chance)
        }
        "rom+date-digit" if post_soviet => {
            let one = crate::romanise::any_of_russian(chance);
            date_digit(standard(one, chance)?, chance)
        }
        "own+no-patronymic" if post_soviet => {
            let mut check = other(if main == Manner::Own { Manner::Russian } else { Manner::Own }, chance)?;
            check.name.patronymic.take()?;
            Some(check)
        }
        "swapped+typo" => typo(swapped(any(chance))?, chance),
        "typo+date-swapped" => date_swapped(typo(any(chance), chance)?, p),
        "mrz+typo" => typo(Check::zone(world, p, false, chance).0, chance),
        "variant+typo" => typo(variant(world, p, chance)?, chance),
        "gender+rom" if post_soviet => {
            let one = crate::romanise::any_of_russian(chance);
            gender(world, p, standard(one, chance)?)
        }
        _ => None,
    }
}

/// One slip in the surname or, less often, in the given name.
fn typo(check: Check, chance: &mut Chance) -> Option<Check> {
    damaged(check, chance, damage::typo)
}

fn damaged(
    mut check: Check,
    chance: &mut Chance,
    harm: impl Fn(&str, &mut Chance) -> Option<String>,
) -> Option<Check> {
    check.mrz = None;
    if let Some(whole) = &check.whole {
        check.whole = Some(harm(whole, chance)?);
    } else if chance.percent(65) || check.name.given.chars().count() < 4 {
        check.name.family = harm(&check.name.family, chance)?;
    } else {
        check.name.given = harm(&check.name.given, chance)?;
    }
    Some(check)
}

/// The woman's surname where the alert has the man's, or the other way round, as foreign registers write them.
fn gender(world: &World, p: &Person, check: Check) -> Option<Check> {
    if p.male || !world.tongue(p).soviet() || check.whole.is_some() {
        return None;
    }
    // Only women's papers vary: the surname of the father or husband stands in them unchanged.
    let upper = check.name.family.chars().all(|c| !c.is_lowercase());
    let man = man_of(&check.name.family.to_lowercase())?;
    let family = if upper { man.to_uppercase() } else { crate::folks::title(&man) };
    Some(Check { name: Name { family, ..check.name }, mrz: None, ..check })
}

fn man_of(woman: &str) -> Option<String> {
    for (end, man) in [
        ("ская", "ский"),
        ("skaya", "skiy"),
        ("skaia", "skii"),
        ("ова", "ов"),
        ("ева", "ев"),
        ("ёва", "ёв"),
        ("ина", "ин"),
        ("ova", "ov"),
        ("eva", "ev"),
        ("ina", "in"),
    ] {
        if let Some(stem) = woman.strip_suffix(end) {
            let back = format!("{stem}{man}");
            return (end.is_ascii() || feminine(&back) == woman).then_some(back);
        }
    }
    None
}

fn double(mut check: Check, make: impl FnOnce(&str, &str) -> String) -> Option<Check> {
    let parts: Vec<String> = check.name.family.split(['-', ' ']).map(str::to_string).collect();
    let [first, second] = parts.as_slice() else { return None };
    if check.whole.is_some() || first.chars().count() < 4 || second.chars().count() < 4 {
        return None;
    }
    check.name.family = make(first, second);
    check.mrz = None;
    Some(check)
}

const PARTICLES: [&str; 14] =
    ["al", "el", "bin", "ibn", "abu", "van", "von", "de", "di", "аль", "бен", "ибн", "абу", "фон"];

/// A particle left out, or written together with the name.
fn particle(mut check: Check, chance: &mut Chance) -> Option<Check> {
    let text = check.name.family.clone();
    let (head, rest) = text.split_once([' ', '-'])?;
    if check.whole.is_some() || !PARTICLES.contains(&head.to_lowercase().as_str()) {
        return None;
    }
    check.name.family = match chance.below(3) {
        0 if rest.chars().count() >= 4 => rest.to_string(),
        1 => format!("{head}{}", rest.to_lowercase()),
        _ => format!("{head} {rest}"),
    };
    check.mrz = None;
    (check.name.family != text).then_some(check)
}

fn swapped(mut check: Check) -> Option<Check> {
    if check.whole.is_some() || check.name.given.is_empty() {
        return None;
    }
    std::mem::swap(&mut check.name.family, &mut check.name.given);
    check.mrz = None;
    Some(check)
}

/// All names in one text, in any order a person may say them.
fn whole(mut check: Check, chance: &mut Chance) -> Option<Check> {
    let Name { family, given, patronymic, .. } = &check.name;
    if given.is_empty() {
        return None;
    }
    let father = patronymic.clone().unwrap_or_default();
    check.whole = Some(match chance.below(4) {
        0 => join(&[family, given, &father]),
        1 => join(&[given, &father, family]),
        2 => join(&[given, family]),
        _ => format!("{family}, {}", join(&[given, &father])),
    });
    check.mrz = None;
    Some(check)
}

/// The same person under the given name of a neighbour's language: another passport, or a clerk across the border.
fn variant(world: &World, p: &Person, chance: &mut Chance) -> Option<Check> {
    let to = chance.any(&[
        Tongue::Ukrainian,
        Tongue::Belarusian,
        Tongue::Russian,
        Tongue::Kazakh,
        Tongue::Uzbek,
        Tongue::Tajik,
        Tongue::Azeri,
        Tongue::Kyrgyz,
        Tongue::Turkish,
    ]);
    let tongue = world.tongue(p);
    let slav = |t: Tongue| matches!(t, Tongue::Russian | Tongue::Ukrainian | Tongue::Belarusian);
    if to == tongue || slav(to) != slav(tongue) {
        return None;
    }
    let twin = world.neighbour(p, to)?;
    let list = world.folk(&twin);
    let given = if p.male { &list.men.0 } else { &list.women.0 }[usize::from(twin.given)].own[0].clone();
    let russian = world.name(p, Manner::Russian, chance);
    let family = match to {
        Tongue::Ukrainian => cyrillic::ukrainian(&russian.family),
        Tongue::Belarusian => cyrillic::belarusian(&russian.family),
        _ => russian.family,
    };
    let mut check = Check::typed(world, p, Manner::Russian, chance);
    let in_latin = to.latin() || chance.percent(60);
    let own = Name { family, given, patronymic: None, script: "Cyrl", lang: to.lang() };
    check.name = match (in_latin, to.latin()) {
        // A Latin given name beside a surname by the passport table.
        (_, true) => {
            let passport = world.name(p, Manner::Zone, chance);
            Name { given: crate::romanise::passport(&own.given, to), patronymic: None, ..passport }
        }
        (true, false) => {
            Name { script: "Latn", lang: "en", ..own.each(|t| latin(t, Standard::National, to)) }
        }
        (false, false) => own,
    };
    check.nat = None;
    Some(check)
}

/// A zone read by a poor camera: the text fields hold what it saw, and the zone holds it too.
fn misread(check: Check, chance: &mut Chance) -> Option<Check> {
    let zone = check.mrz.clone()?;
    let saw = damage::ocr(&check.name.family, chance)?;
    let before = check.name.family.replace(' ', "<");
    let after = saw.replace(' ', "<");
    let mrz = zone.replacen(&before, &after, 1);
    let mrz = match mrz.split_once('\n') {
        // Letters are gained or lost at the cost of fillers.
        Some((names, rest)) => format!("{:<<44.44}\n{rest}", names),
        None => return None,
    };
    Some(Check { name: Name { family: saw, ..check.name }, mrz: Some(mrz), ..check })
}

/// Heard: one text, small letters, no father's name, sometimes only the year.
fn phone(world: &World, p: &Person, main: Manner, chance: &mut Chance) -> Option<Check> {
    let manner = chance.any(&[main, Manner::Russian, Manner::Plain]);
    let mut check = Check::typed(world, p, manner, chance);
    let Name { family, given, .. } = &check.name;
    let text = if chance.percent(50) { join(&[given, family]) } else { join(&[family, given]) };
    check.whole = Some(text.to_lowercase());
    check.channel = "phone";
    (check.nat, check.name.patronymic) = (None, None);
    if chance.percent(30) {
        check.dob = Some(p.born.year.to_string());
    }
    Some(check)
}

fn date_swapped(mut check: Check, p: &Person) -> Option<Check> {
    if p.born.day > 12 || p.born.day == p.born.month {
        return None;
    }
    check.dob = Some(format!("{:04}-{:02}-{:02}", p.born.year, p.born.day, p.born.month));
    check.mrz = None;
    Some(check)
}

fn date_digit(mut check: Check, chance: &mut Chance) -> Option<Check> {
    check.dob = Some(damage::digit(&check.dob.clone()?, chance)?);
    check.mrz = None;
    Some(check)
}
