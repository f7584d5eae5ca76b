use marchland_screening::{Alert, Check, Screen, Spelling, Verdict};
use proptest::prelude::*;

pub fn spelling(family: &str, given: &str, patronymic: &str) -> Spelling {
    let some = |t: &str| Some(t.to_string()).filter(|t| !t.is_empty());
    Spelling { family: some(family), given: some(given), patronymic: some(patronymic), full: None }
}

pub fn alert(id: &str, family: &str, given: &str, patronymic: &str, dob: &str) -> Alert {
    let names = vec![spelling(family, given, patronymic)];
    Alert { id: id.to_string(), names, dob: Some(dob.to_string()), ..Alert::default() }
}

pub fn check(family: &str, given: &str, patronymic: &str, dob: &str) -> Check {
    let dob = Some(dob.to_string()).filter(|d| !d.is_empty());
    Check { id: "Q".to_string(), name: spelling(family, given, patronymic), dob, ..Check::default() }
}

/// People around the one who is searched, so that frequencies and the prior mean something.
pub fn list() -> Vec<Alert> {
    let families = ["Сидоров", "Жумабаев", "Petrenko", "Каримов", "Мамедов", "Волков", "Юсупов", "Kuzmin"];
    let given = ["Пётр", "Нурлан", "Анна", "Alisher", "Эльчин", "Олег", "Тимур", "Мария"];
    let mut all: Vec<Alert> = (0..512usize)
        .map(|n| {
            let dob = format!("{}-{:02}-{:02}", 1950 + n % 50, 1 + n % 12, 1 + n % 28);
            alert(&format!("B{n}"), families[n % 8], given[n / 8 % 8], "", &dob)
        })
        .collect();
    all.push(alert("A", "Щербаков", "Сергей", "Николаевич", "1980-03-07"));
    all
}

fn verdict(screen: &Screen, check: &Check) -> Verdict {
    screen.check(check).iter().find(|f| f.alert == "A").map_or(Verdict::Nothing, |f| f.verdict)
}

#[test]
fn the_same_person_in_other_spellings_is_a_hit() {
    let screen = Screen::new(list(), 2026);
    let dob = "1980-03-07";
    for (family, given, patronymic, dob) in [
        ("Shcherbakov", "Sergei", "Nikolaevich", dob),
        ("ŠČERBAKOV", "SERGEJ", "", dob),
        ("Щербаков", "Сяргей", "Мікалаевіч", dob),
        ("Shcherbakov", "Serhii", "Mykolaiovych", dob),
        ("Сергей", "Щербаков", "Николаевич", dob),
        ("Oth,frjd", "Cthutq", "", dob),
        ("Щepбaкoв", "Cepгeй", "", dob),
        ("SHCHERBAK0V", "5ERGEI", "", dob),
        ("Щербаков", "Сергей", "", "1980-07-03"),
        ("Щербаков", "Сергей", "", "1980-03-01"),
        ("Щербаков", "Сергей", "Николаевич", "1980"),
        ("Щербаков", "Сергей", "Николаевич", ""),
        ("Scherbakow", "S.", "", dob),
        ("Щербаков", "Серёжа", "", dob),
        ("Szczerbakow", "Seryozha", "Nikolaevich", dob),
        ("Ščerbakovs", "Sergejs", "", dob),
        ("Shcherbakov", "SERGEINIKOLAEVICH", "", dob),
        ("SHCHERBAKOV", "SERGEIMR", "", dob),
        ("Shcherbakov", "Mr. Sergei", "", dob),
        ("Щербаков", "Серг.", "Н.", dob),
        ("Щербаков", "", "Сергей Николаевич", dob),
        ("Щ.", "Сергей", "Николаевич", dob),
    ] {
        assert_eq!(
            verdict(&screen, &check(family, given, patronymic, dob)),
            Verdict::Hit,
            "{family} {given} {dob}"
        );
    }
}

#[test]
fn relatives_and_namesakes_pass() {
    let screen = Screen::new(list(), 2026);
    for (family, given, patronymic, dob) in [
        ("Щербаков", "Андрей", "Николаевич", "1980-03-07"),
        ("Щербакова", "Светлана", "Николаевна", "1980-03-07"),
        ("Щербаков", "Николай", "Сергеевич", "1955-01-02"),
        ("Щербаков", "Сергей", "Петрович", "1980-03-07"),
        ("Морозов", "Сергей", "Николаевич", "1980-03-07"),
        ("Щербаков", "Сергей", "Николаевич", "1961-11-22"),
    ] {
        assert_eq!(
            verdict(&screen, &check(family, given, patronymic, dob)),
            Verdict::Nothing,
            "{family} {given}"
        );
    }
}

#[test]
fn a_family_name_with_another_ending_is_a_hit() {
    let dob = "1980-03-07";
    for (listed, others) in [
        ("Сабыров", ["Сабыр", "Sabyrova", "Сабыр уулу"]),
        ("Cəfərli", ["Джафаров", "Jafarzade", "Джафар"]),
        ("Каримзода", ["Karimov", "Карим", "Karimi"]),
    ] {
        let mut all = list();
        all.retain(|other| other.id != "A");
        all.push(alert("A", listed, "Мурат", "", dob));
        let screen = Screen::new(all, 2026);
        for other in others {
            assert_eq!(verdict(&screen, &check(other, "Murat", "", dob)), Verdict::Hit, "{listed} {other}");
        }
    }
}

#[test]
fn a_common_name_without_a_date_is_a_namesake() {
    let mut all = list();
    all.extend((0..64).map(|n| alert(&format!("C{n}"), "Щербаков", "Сергей", "", "")));
    for alert in &mut all {
        alert.dob.take_if(|d| d.is_empty());
    }
    let screen = Screen::new(all, 2026);
    let found = screen.check(&check("Щербаков", "Сергей", "", ""));
    assert!(found.iter().all(|f| f.verdict == Verdict::Namesake), "{found:?}");
    assert!(found[0].would_change.contains("date of birth"), "{}", found[0].would_change);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn any_single_typing_error_keeps_the_alert(at in 0usize..8, kind in 0usize..4, letter in "[абвгдежиклмнопрстух]") {
        let screen = Screen::new(list(), 2026);
        let mut letters: Vec<char> = "Щербаков".chars().collect();
        match kind {
            0 => { letters.remove(at); }
            1 => letters.insert(at, letter.chars().next().unwrap_or('а')),
            2 => letters[at] = letter.chars().next().unwrap_or('а'),
            _ => letters.swap(at, (at + 1) % 8),
        }
        let family: String = letters.into_iter().collect();
        let found = screen.check(&check(&family, "Сергей", "Николаевич", "1980-03-07"));
        prop_assert_eq!(&found[0].alert, "A", "{}", family);
    }

    #[test]
    fn order_and_case_change_no_verdict(upper in any::<bool>(), exchange in any::<bool>(), latin in any::<bool>()) {
        let screen = Screen::new(list(), 2026);
        let (family, given) = if latin { ("Shcherbakov", "Sergei") } else { ("Щербаков", "Сергей") };
        let (a, b) = if exchange { (given, family) } else { (family, given) };
        let case = |t: &str| if upper { t.to_uppercase() } else { t.to_lowercase() };
        prop_assert_eq!(verdict(&screen, &check(&case(a), &case(b), "", "1980-03-07")), Verdict::Hit);
    }

    #[test]
    fn no_text_at_all_upsets_the_search(family in "\\PC{0,40}", given in "\\PC{0,40}", dob in "\\PC{0,10}") {
        let screen = Screen::new(vec![alert("A", &given, &family, "", &dob)], 2026);
        let found = screen.check(&check(&family, &given, &given, &dob));
        let again = screen.check(&check(&family, &given, &given, &dob));
        prop_assert_eq!(found, again);
    }
}
