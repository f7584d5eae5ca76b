use proptest::prelude::*;

use super::*;

fn alert(id: &str, object: Object) -> ObjectAlert {
    ObjectAlert { id: id.to_string(), object }
}

fn of_state(kind: Kind, number: &str, state: &str) -> Object {
    Object { state: Some(state.to_string()), ..Object::new(kind, number) }
}

fn verdict(screen: &ObjectScreen, object: &Object) -> Option<ObjectVerdict> {
    screen.check(object).first().map(|f| f.verdict)
}

#[test]
fn the_same_number_is_a_hit_and_one_mistake_is_near() {
    let screen = ObjectScreen::new([
        alert("p", of_state(Kind::Plate, "А123ВС77", "RU")),
        alert("v", Object::new(Kind::Vin, "XTA210990Y2766389")),
        alert("d", of_state(Kind::Document, "4601 123456", "RU")),
        alert("t", Object::new(Kind::Phone, "490154203237518")),
        alert("c", Object::new(Kind::Container, "CSQU3054383")),
    ]);
    use ObjectVerdict::{Hit, Near};
    let table = [
        (of_state(Kind::Plate, "a 123 bc 77 rus", "RU"), Some(Hit)),
        (Object::new(Kind::Plate, "A1238C77"), Some(Hit)),
        (Object::new(Kind::Plate, "A124BC77"), Some(Near)),
        (of_state(Kind::Plate, "A123BC77", "KZ"), Some(Near)),
        (Object::new(Kind::Plate, "A125BC78"), None),
        (Object::new(Kind::Vin, "ХТА21О99ОУ2766389"), Some(Hit)),
        (Object::new(Kind::Vin, "XTA210990Y2766398"), Some(Near)),
        (of_state(Kind::Document, "46 01 № 123456", "RU"), Some(Hit)),
        (of_state(Kind::Document, "4601 123457", "RU"), Some(Near)),
        // Another kind with the same signs is another thing.
        (Object::new(Kind::Plate, "4601123456"), None),
        (Object::new(Kind::Phone, "4901542032375101"), Some(Hit)),
        (Object::new(Kind::Container, "CSQU 305438"), Some(Hit)),
        (Object::new(Kind::Container, " - "), None),
    ];
    for (object, expected) in table {
        assert_eq!(verdict(&screen, &object), expected, "{object:?} {:?}", screen.check(&object));
    }
}

#[test]
fn a_firearm_needs_its_make_and_a_former_number_counts() {
    let listed = Object {
        make: Some("Ижмаш".to_string()),
        calibre: Some("7,62×39".to_string()),
        ..Object::new(Kind::Firearm, "АБ 1234")
    };
    let screen = ObjectScreen::new([alert("f", listed.clone())]);
    let with = |make: Option<&str>, calibre: Option<&str>| Object {
        make: make.map(String::from),
        calibre: calibre.map(String::from),
        ..Object::new(Kind::Firearm, "аб-1234")
    };
    assert_eq!(verdict(&screen, &with(Some("IZHMASH"), Some("7.62"))), Some(ObjectVerdict::Hit));
    assert_eq!(verdict(&screen, &with(None, None)), Some(ObjectVerdict::Near));
    assert_eq!(verdict(&screen, &with(Some("Izhmash"), Some("5.45"))), Some(ObjectVerdict::Near));
    assert!(screen.check(&with(None, None))[0].because.contains("the make is missing"));

    let renewed =
        Object { former: vec!["70 1234567".to_string()], ..of_state(Kind::Document, "75 7654321", "RU") };
    let screen = ObjectScreen::new([alert("d", renewed)]);
    let found = screen.check(&of_state(Kind::Document, "701234567", "RU"));
    assert_eq!(found[0].verdict, ObjectVerdict::Hit);
    assert!(found[0].because.contains("former number"), "{}", found[0].because);
}

#[test]
fn letters_read_aloud_are_compared_by_eye() {
    let screen = ObjectScreen::new([alert("m", of_state(Kind::Plate, "1234 УБД", "MN"))]);
    let found = screen.check(&Object::new(Kind::Plate, "1234YBD"));
    assert_eq!(found.first().map(|f| f.verdict), Some(ObjectVerdict::Near), "{found:?}");
}

#[test]
fn alerts_come_and_go_and_a_doubt_is_said() {
    let screen = ObjectScreen::new([]);
    assert!(screen.is_empty());
    screen.add(alert("v", Object::new(Kind::Vin, "1M8GDM9AXKP042788")));
    screen.add(alert("v", Object::new(Kind::Vin, "1M8GDM9A7KP042788")));
    assert_eq!(screen.len(), 1);
    let found = screen.check(&Object::new(Kind::Vin, "1M8GDM9A7KP042788"));
    assert_eq!(found[0].verdict, ObjectVerdict::Hit);
    assert!(found[0].because.contains("should be X"), "{}", found[0].because);
    assert!(screen.withdraw("v") && !screen.withdraw("v"));
    assert_eq!(screen.check(&Object::new(Kind::Vin, "1M8GDM9A7KP042788")), []);
}

/// Every number the property tests try, one of each kind and shape.
fn listed() -> impl Strategy<Value = Object> {
    let number = |kind, shape: &'static str| {
        proptest::string::string_regex(shape).expect("a shape").prop_map(move |n| Object::new(kind, &n))
    };
    prop_oneof![
        number(Kind::Plate, "[ABEKMHOPCTYX][0-9]{3}[ABEKMHOPCTYX]{2}[1-9][0-9]{1,2}"),
        number(Kind::Plate, "[0-9]{3}[A-Z]{3}[01][0-9]"),
        number(Kind::Plate, "[А-Я]{3}[0-9]{4}"),
        number(Kind::Vin, "[A-HJ-NPR-Z0-9]{17}"),
        number(Kind::Document, "[A-Z]{0,2}[0-9]{6,9}"),
        number(Kind::Firearm, "[A-ZА-Я]{0,2}[0-9]{4,8}"),
        number(Kind::Phone, "[0-9]{14}"),
        number(Kind::Container, "[A-Z]{3}[UJZ][0-9]{6}"),
    ]
}

/// What happens to one number once.
fn mistaken(number: &str, how: usize, at: usize, sign: char) -> String {
    let mut signs: Vec<char> = number.chars().collect();
    let at = at % signs.len();
    match how {
        0 => signs[at] = sign,
        1 => drop(signs.remove(at)),
        2 => signs.insert(at, sign),
        3 => signs.swap(at, (at + 1) % number.chars().count()),
        4 => signs.insert(at, ' '),
        5 => signs.insert(at, '-'),
        6 => {
            for s in &mut signs {
                let twins = "AАBВEЕKКMМHНOОPРCСTТYУXХ";
                if let Some(i) = twins.chars().position(|t| t == *s) {
                    *s = twins.chars().nth(i ^ 1).unwrap_or(*s);
                }
            }
        }
        _ => return number.to_lowercase(),
    }
    signs.into_iter().collect()
}

proptest! {
    #[test]
    fn any_single_change_keeps_the_alert_a_candidate(
        object in listed(), state in proptest::option::of("(RU|KZ|BY|UA|MN)"),
        how in 0usize..8, at in 0usize..20, sign in "[A-Z0-9]"
    ) {
        let object = Object { state, ..object };
        // Exchanging the first and the last sign is no neighbour's exchange.
        prop_assume!(how != 3 || at % object.number.chars().count() + 1 < object.number.chars().count());
        let sign = sign.chars().next().unwrap_or('0');
        let screen = ObjectScreen::new([
            alert("a", object.clone()),
            alert("b", Object::new(object.kind, "ZZ99999999999")),
        ]);
        let changed = Object { number: mistaken(&object.number, how, at, sign), ..object.clone() };
        let found = screen.check(&changed);
        prop_assert!(found.iter().any(|f| f.alert == "a"), "{:?} {:?} {:?}", object, changed, found);
        // Separators, twins and case are no mistake at all.
        if how > 3 {
            prop_assert_eq!(&changed.canonical(), &object.canonical());
        }
    }

    #[test]
    fn no_text_upsets_the_search(number in ".{0,40}", kind in 0usize..6) {
        let kinds = [Kind::Plate, Kind::Vin, Kind::Document, Kind::Firearm, Kind::Phone, Kind::Container];
        let object = Object { state: Some("RU".to_string()), ..Object::new(kinds[kind], &number) };
        let screen = ObjectScreen::new([alert("a", object.clone())]);
        let found = screen.check(&object);
        prop_assert_eq!(found.is_empty(), object.canonical().is_empty());
        prop_assert_eq!(found, screen.check(&object));
    }
}
