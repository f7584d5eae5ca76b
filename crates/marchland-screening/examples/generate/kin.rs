//! Travellers whom nobody searches for: strangers, namesakes, and the relatives of people who are searched for.
//!
//! Never: makes a person equal to the one beside whom it stands.

use crate::chance::Chance;
use crate::people::{Person, World, born, short};

/// Kind, and its share in a hundred.
pub const KINDS: [(&str, usize); 8] = [
    ("innocent", 60),
    ("twin", 6),
    ("sibling", 6),
    ("father", 5),
    ("son", 5),
    ("same-date-and-given", 6),
    ("same-date-and-family", 6),
    ("namesake-other-date", 6),
];

pub fn other(kind: &str, world: &World, of: &Person, chance: &mut Chance) -> Option<Person> {
    let mut new = world.draw(chance);
    let folk = world.folk(of);
    let given = |male: bool, chance: &mut Chance| {
        short(if male { folk.men.1.draw(chance) } else { folk.women.1.draw(chance) })
    };
    let year = |by: i32| u16::try_from(i32::from(of.born.year) + by).unwrap_or(of.born.year);
    match kind {
        "innocent" => return Some(new),
        "twin" => new = Person { given: given(of.male, chance), ..*of },
        "sibling" => {
            let apart = i32::from(chance.between(1, 9)) * if chance.percent(50) { 1 } else { -1 };
            let mut date = born(chance);
            date.year = year(apart);
            new = Person { given: given(new.male, chance), male: new.male, born: date, ..*of };
        }
        "father" | "son" => {
            let apart = i32::from(chance.between(20, 38));
            let mut date = new.born;
            if kind == "father" {
                date.year = year(-apart);
                new = Person {
                    male: true,
                    given: of.father,
                    father: short(folk.men.1.draw(chance)),
                    born: date,
                    ..*of
                };
            } else {
                if !of.male {
                    return None;
                }
                date.year = year(apart);
                new = Person { given: given(true, chance), father: of.given, born: date, ..*of };
            }
        }
        "same-date-and-given" => {
            let family = u32::try_from(folk.families.1.draw(chance)).unwrap_or(0);
            new = Person { family, father: short(folk.men.1.draw(chance)), ..*of };
        }
        "same-date-and-family" => {
            new = Person { given: given(of.male, chance), father: short(folk.men.1.draw(chance)), ..*of }
        }
        "namesake-other-date" => {
            let mut date = born(chance);
            if date.year.abs_diff(of.born.year) < 2 {
                date.year = year(3);
            }
            new = Person { born: date, ..*of };
            // So far apart that no slip leads from one date to the other.
            let same = |a: u8, b: u8| a == b;
            if same(date.day, of.born.day) || same(date.month, of.born.month) {
                return None;
            }
            return Some(new);
        }
        _ => return None,
    }
    (world.key(&new) != world.key(of) && (1925..=2016).contains(&new.born.year)).then_some(new)
}
