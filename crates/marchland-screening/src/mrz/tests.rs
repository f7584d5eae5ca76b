use mrz::{Date, MrvAFields, MrvBFields, MrzDate, Td1Fields, Td2Fields, Td3Fields};
use proptest::prelude::*;

use super::*;

fn text(zone: &str) -> Vec<&str> {
    zone.lines().collect()
}

const BOOK: [&str; 2] =
    ["P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L898902C36UTO7408122F1204159ZE184226B<<<<<10"];
const CARD: [&str; 3] =
    ["I<UTOD231458907<<<<<<<<<<<<<<<", "7408122F1204159UTO<<<<<<<<<<<6", "ERIKSSON<<ANNA<MARIA<<<<<<<<<<"];

#[test]
fn the_specimens_of_the_standard() {
    let zone = read(&BOOK, 2026).unwrap();
    assert_eq!((zone.format, zone.misread.len(), zone.number.as_str()), (Format::Td3, 0, "L898902C3"));
    assert_eq!(zone.name.family.as_deref(), Some("ERIKSSON"));
    assert_eq!(zone.name.given.as_deref(), Some("ANNA MARIA"));
    assert_eq!((zone.born, zone.expires), (Born::new(1974, 8, 12), Born::new(2012, 4, 15)));
    let zone = read(&CARD, 26).unwrap();
    assert_eq!((zone.format, zone.misread.len(), zone.sex), (Format::Td1, 0, Some('F')));
    let small = ["I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<", "D231458907UTO7408122F1204159<<<<<<<6"];
    let zone = read(&small, 26).unwrap();
    assert_eq!((zone.format, zone.misread.len()), (Format::Td2, 0));
    let visa =
        ["V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L8988901C4XXX4009078F96121096ZE184226B<<<<<<"];
    let zone = read(&visa, 26).unwrap();
    assert_eq!((zone.format, zone.misread.len(), zone.born), (Format::VisaA, 0, Born::new(1940, 9, 7)));
    let visa = ["V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<", "L8988901C4XXX4009078F9612109<<<<<<<<"];
    let zone = read(&visa, 26).unwrap();
    assert_eq!((zone.format, zone.misread.len(), zone.expires), (Format::VisaB, 0, Born::new(1996, 12, 10)));
    // A number longer than nine, from part 5.
    let long = [
        "I<UTOD23145890<7349<<<<<<<<<<<",
        "3407127M9507122UTO<<<<<<<<<<<2",
        "STEVENSON<<PETER<JOHN<<<<<<<<<",
    ];
    let zone = read(&long, 26).unwrap();
    assert_eq!((zone.number.as_str(), zone.misread.len()), ("D23145890734", 0));
}

#[test]
fn a_misread_digit_is_named_and_confused_signs_are_put_right() {
    let wrong = [BOOK[0], "L898902C36UTO7408123F1204159ZE184226B<<<<<10"];
    assert_eq!(read(&wrong, 26).unwrap().misread, ["date of birth", "whole zone"]);
    // Letters where only digits stand, digits where only letters stand.
    let confused =
        ["P<UT0ERIK5SON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L898902C36UTO74O8I22F1204159ZE184226B<<<<<10"];
    let zone = read(&confused, 26).unwrap();
    assert_eq!((zone.number.as_str(), zone.born), ("L898902C3", Born::new(1974, 8, 12)));
    assert_eq!((zone.issuer.as_str(), zone.name.family.as_deref()), ("UTO", Some("ERIKSSON")));
    assert_eq!(zone.misread, Vec::<&str>::new());
    let number = [BOOK[0], "LB98902C36UTO7408122F1204159ZE184226B<<<<<10"];
    assert_eq!(read(&number, 26).unwrap().misread, ["document number", "whole zone"]);
    assert!(zone.repaired.contains(&"name") && zone.repaired.contains(&"date of birth"));
}

#[test]
fn the_same_zone_in_worse_shape() {
    let good = read(&BOOK, 26).unwrap();
    let glued = BOOK.concat();
    let spaced = glued.chars().flat_map(|c| [c, ' ']).collect::<String>().to_lowercase();
    let shapes = [
        vec![glued.as_str()],
        vec![spaced.as_str()],
        vec!["P<UTOERIKSSON<<ANNA<MARIA", BOOK[1]],
        vec!["", BOOK[0], "  ", BOOK[1], ""],
        vec![
            "P‹UTOERIKSSON«ANNA<MARIA<<<<<<<<<<<<<<<<<<< |",
            "L898902C36UTO7408122F1204159ZE184226B<<<<<10 ~1",
        ],
        vec![
            "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<77",
            "L898902C36UTO7408122F1204159ZE184226B<<<<<10K",
        ],
        vec!["Р<UTОЕRIКSSОN<<АNNА<МАRIА<<<<<<<<<<<<<<<<<<<", BOOK[1]],
    ];
    for shape in shapes {
        assert_eq!(
            read(&shape, 26).as_ref().map(|z| (&z.name, z.born, &z.misread)),
            Ok((&good.name, good.born, &good.misread)),
            "{shape:?}"
        );
    }
    // Fillers read as letters.
    for name in
        ["P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<KKLCE<<<<<", "P<UTOERIKSSON<<ANNA<MARIAKKKKKKKKKKKKKKKKKKK"]
    {
        let zone = read(&[name, BOOK[1]], 26).unwrap();
        assert_eq!(
            (&zone.name, zone.cut, zone.repaired.as_slice()),
            (&good.name, Cut::Nothing, &["name"][..]),
            "{name}"
        );
    }
    // A short given name of such letters is a name.
    let lee = read(&["P<UTOIVANOV<<LEE<<<<<<<<<<<<<<<<<<<<<<<<<<<<", BOOK[1]], 26).unwrap();
    assert_eq!(lee.name.given.as_deref(), Some("LEE"));
    let triple = read(&["P<UTOTM<<CCC<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<", BOOK[1]], 26).unwrap();
    assert_eq!(triple.name.given.as_deref(), Some("CCC"));
    let none = read(&["P<UTOIVANOV<<KKKKKKKKKKKKKKKKKKKKKKKKKKKKKKK", BOOK[1]], 26).unwrap();
    assert_eq!((none.name.family.as_deref(), none.name.given), (Some("IVANOV"), None));
}

#[test]
fn what_is_no_zone_is_refused_with_the_place() {
    assert_eq!(read(&[], 26), Err(NotAZone::Empty));
    assert_eq!(read(&["  ", ""], 26), Err(NotAZone::Empty));
    assert!(matches!(read(&["P<UTO"], 26), Err(NotAZone::Shape { lines: 1, .. })));
    assert!(matches!(read(&[BOOK[0], "L898902C36UTO"], 26), Err(NotAZone::Shape { .. })));
    let found = read(&[BOOK[0], "L89é902C36"], 26).unwrap_err();
    assert_eq!(found, NotAZone::Letters { line: 2, place: 4, found: 'é' });
    assert!(found.to_string().contains("line 2 holds 'é' at place 4"));
    let long = "<".repeat(5_000);
    assert!(matches!(read(&[&long], 26), Err(NotAZone::Shape { .. })));
}

#[test]
fn which_name_may_be_cut() {
    let cut = |name: &str| {
        assert_eq!(name.len(), 39, "{name}");
        let zone = read(&[&format!("P<UTO{name}"), BOOK[1]], 26).unwrap();
        (zone.cut, zone.name.family, zone.name.given)
    };
    let some = |s: &str| Some(s.to_string());
    // Examples of part 4, 4.2.3.
    assert_eq!(
        cut("NILAVADHANANANDA<<CHAYAPA<DEJTHAMRONG<K"),
        (Cut::Given, some("NILAVADHANANANDA"), some("CHAYAPA DEJTHAMRONG K"))
    );
    assert_eq!(
        cut("BENNELONG<WOOLOOMOOLOO<WARRANDYTE<W<<DI"),
        (Cut::Given, some("BENNELONG WOOLOOMOOLOO WARRANDYTE W"), some("DI"))
    );
    assert_eq!(cut("ABDURAKHMANGADZHIMAGOMEDRASULOVICHEVSKI").0, Cut::Family);
    assert_eq!(cut("ERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<").0, Cut::Nothing);
}

#[test]
fn the_russian_internal_passport() {
    let digit = |f: &str| char::from(check_digit(f));
    let upper = "PNRUSBAQRAMOV<<AMIR<IL9GAM<OGLY<<<<<<<<<<<<<";
    let (number, born, rest) = ("460123456", "931207", "1131210770045<");
    let body = format!("{number}{}RUS{born}{}M<<<<<<<{rest}{}", digit(number), digit(born), digit(rest));
    let whole = format!("{}{}{}", &body[0..10], &body[13..20], &body[21..43]);
    let lower = format!("{body}{}", digit(&whole));
    let zone = read(&[upper, &lower], 26).unwrap();
    assert_eq!(zone.misread, Vec::<&str>::new());
    assert_eq!(zone.number, "4601123456");
    let name = (zone.name.family.as_deref(), zone.name.given.as_deref(), zone.name.patronymic.as_deref());
    assert_eq!(name, (Some("БАЙРАМОВ"), Some("АМИР"), Some("ИЛЬГАМ ОГЛЫ")));
    assert_eq!((zone.born, zone.expires, zone.sex), (Born::new(1993, 12, 7), None, Some('M')));
    let plain = read(&["PNRUS4EV3ENKO<<7RIQ<SERGEEVI3<<<<<<<<<<<<<<<", &lower], 26).unwrap().name;
    assert_eq!(plain.family.as_deref(), Some("ШЕВЧЕНКО"));
    assert_eq!((plain.given.as_deref(), plain.patronymic.as_deref()), (Some("ЮРИЙ"), Some("СЕРГЕЕВИЧ")));
}

#[test]
fn the_corpus_of_the_fuzz_target_is_read_or_refused() {
    macro_rules! corpus {
        ($($name:literal)*) => {
            [$(($name, include_bytes!(concat!("../../../../fuzz/corpus/zone/", $name)).as_slice())),*]
        };
    }
    for (name, bytes) in corpus!("bytes" "fillers" "glued" "long" "russian" "td1" "td2" "td3" "visa") {
        let zone = String::from_utf8_lossy(bytes).into_owned();
        assert_eq!(read(&text(&zone), 26).is_ok(), name != "bytes", "{name}");
    }
}

/// First sign of the number, dates, check digits.
fn checked_places() -> Vec<usize> {
    [0, 9, 19, 27, 42].into_iter().chain(13..19).chain(21..27).collect()
}

fn day() -> impl Strategy<Value = (i32, u32, u32)> {
    (1930i32..2026, 1u32..13, 1u32..29)
}

proptest! {
    #[test]
    fn no_text_upsets_the_reader(zone in "\\PC{0,200}", year in 0u16..3000) {
        let _: Result<Zone, NotAZone> = read(&text(&zone), year);
    }

    #[test]
    fn no_zone_upsets_the_reader(zone in "[PVIAC][A-Z0-9<]{20,50}\n[A-Z0-9<]{20,50}(\n[A-Z0-9<]{20,50})?") {
        let _: Result<Zone, NotAZone> = read(&text(&zone), 26);
    }

    /// Written by another hand, read by ours, in all five formats.
    #[test]
    fn what_the_crate_writes_is_read_whole(
        family in "[ABDF-JM-RT-WYZ]{2,10}", given in "[ABDF-JM-RT-WYZ]{2,8}", number in "[A-Z0-9]{9}",
        born in day(), expires in 2026i32..2036, female in any::<bool>(), format in 0usize..5
    ) {
        let date = |(year, month, day)| MrzDate::Calendar(Date::new(year, month, day));
        let sex = if female { mrz::Sex::Female } else { mrz::Sex::Male };
        let expiry = date((expires, 5, 17));
        let (state, birth) = ("UTO".to_string(), date(born));
        macro_rules! write {
            ($make:ident, $fields:ident) => {
                mrz::$make(&$fields {
                    issuing_country: state.clone(),
                    nationality: state,
                    document_number: number.clone(),
                    surname: family.clone(),
                    given_names: given.clone(),
                    date_of_birth: birth,
                    date_of_expiry: expiry,
                    sex,
                    ..Default::default()
                })
            };
        }
        let (zone, expected) = match format {
            0 => (write!(format_td3, Td3Fields), Format::Td3),
            1 => (write!(format_td2, Td2Fields), Format::Td2),
            2 => (write!(format_td1, Td1Fields), Format::Td1),
            3 => (write!(format_mrv_a, MrvAFields), Format::VisaA),
            _ => (write!(format_mrv_b, MrvBFields), Format::VisaB),
        };
        let read = read(&text(&zone), 2026).unwrap();
        prop_assert_eq!(read.format, expected, "{}", zone);
        prop_assert_eq!(&read.misread, &Vec::<&str>::new(), "{}", zone);
        prop_assert_eq!(&read.number, &number);
        prop_assert_eq!(read.name.family.as_deref(), Some(family.as_str()));
        prop_assert_eq!(read.name.given.as_deref(), Some(given.as_str()));
        let (y, m, d) = (u16::try_from(born.0).unwrap(), u8::try_from(born.1).unwrap(), u8::try_from(born.2).unwrap());
        prop_assert_eq!(read.born, Born::new(y, m, d), "{}", zone);
        prop_assert_eq!(read.sex, Some(if female { 'F' } else { 'M' }));
    }

    /// Both readers find the same check digits wrong.
    #[test]
    fn a_second_reader_agrees_on_wrong_digits(place in proptest::sample::select(checked_places()), digit in "[0-9]") {
        let mut lower = BOOK[1].to_string();
        lower.replace_range(place..=place, &digit);
        let ours = read(&[BOOK[0], &lower], 26).unwrap();
        if let Ok(theirs) = mrz::parse_td3(BOOK[0], &lower) {
            prop_assert_eq!(ours.misread.contains(&"date of birth"), theirs.checks.date_of_birth == Some(false));
            prop_assert_eq!(ours.misread.contains(&"date of expiry"), theirs.checks.date_of_expiry == Some(false));
            prop_assert_eq!(ours.misread.contains(&"document number"), theirs.checks.document_number == Some(false));
            prop_assert_eq!(ours.misread.contains(&"whole zone"), theirs.checks.composite == Some(false));
        }
    }
}
