//! Which instruments bind two states on a day, by the shipped law.

use marchland_law::{Standing, State, binding, bonds_plain};

use crate::shipped_law;

fn standing(a: &str, b: &str, on: &str, instrument: &str) -> Option<Standing> {
    let state = |s: &str| s.parse::<State>().expect("a state");
    let bonds = binding(shipped_law(), state(a), state(b), on.parse().expect("a date"));
    bonds.into_iter().find(|bond| bond.instrument.as_str() == instrument).map(|b| b.standing)
}

#[test]
fn the_chisinau_convention_takes_the_place_of_the_minsk_convention_pair_by_pair() {
    let (minsk, chisinau) = ("cis-minsk-convention-1993", "cis-chisinau-convention-2002");
    let day = |d: &str| d.parse().expect("a date");
    let displaced = |on: &str| Standing::Displaced { by: chisinau.into(), on: day(on) };
    assert_eq!(standing("RU", "KZ", "2023-06-27", minsk), Some(Standing::Binds));
    assert_eq!(
        standing("RU", "KZ", "2023-06-27", chisinau),
        Some(Standing::NotYet { from: day("2023-06-28") })
    );
    assert_eq!(standing("RU", "KZ", "2023-06-28", minsk), Some(displaced("2023-06-28")));
    assert_eq!(
        standing("KZ", "RU", "2023-06-28", chisinau),
        Some(Standing::Binds),
        "the order of the two does not matter"
    );
    assert_eq!(
        standing("BY", "KZ", "2023-06-27", minsk),
        Some(displaced("2004-10-02")),
        "this pair moved much earlier"
    );
}

#[test]
fn what_never_binds_ended_or_has_no_day_says_so() {
    assert_eq!(
        standing("RU", "KZ", "2026-11-23", "cis-model-agreement-border-1995"),
        Some(Standing::NeverABasis)
    );
    assert!(matches!(
        standing("CH", "DE", "2024-05-01", "ch-de-police-treaty-1999"),
        Some(Standing::Displaced { .. })
    ));
    assert_eq!(standing("CH", "DE", "2024-04-30", "ch-de-police-treaty-1999"), Some(Standing::Binds));
    assert!(matches!(
        standing("RU", "KZ", "2026-11-23", "ru-kz-mvd-agreement-1993"),
        Some(Standing::DateUnknown { .. })
    ));
    assert!(matches!(
        standing("RU", "CH", "2026-11-23", "cis-minsk-convention-1993"),
        Some(Standing::NotParty { .. })
    ));
    assert_eq!(
        standing("RU", "KZ", "2026-11-23", "ch-fr-agreement-2007"),
        None,
        "instruments of others are not listed"
    );
}

#[test]
fn the_bonds_read_as_a_list() {
    let state = |s: &str| s.parse::<State>().expect("a state");
    let bonds = binding(shipped_law(), state("RU"), state("KZ"), "2026-11-23".parse().expect("a date"));
    let text = bonds_plain(&bonds, "en");
    assert!(text.contains("Minsk Convention 1993 (cis-minsk-convention-1993): displaced by cis-chisinau-convention-2002 on 2023-06-28"), "{text}");
}
