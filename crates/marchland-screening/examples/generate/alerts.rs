//! Alerts as states enter them: some with aliases, some without a father's name, some that know only a year.
//! What an alert says depends on its number and the seed alone, so that it can be asked again without being kept.
//!
//! Never: says something untrue about its person.

use serde_json::{Map, Value, json};

use crate::chance::Chance;
use crate::people::{Manner, Name, Person, World, of_alerts};

/// How much of a birth date is known.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Date {
    None,
    Year,
    Full,
}

pub struct Alert {
    pub person: Person,
    /// The first is the main one.
    pub names: Vec<Name>,
    pub manners: Vec<Manner>,
    /// Of the main name: one text instead of fields.
    whole: bool,
    upper: bool,
    pub date: Date,
    sex: bool,
    nat: bool,
    own_state: bool,
}

impl Alert {
    /// The `at`-th alert of the set.
    pub fn of(world: &World, person: Person, at: usize, seed: u64) -> Alert {
        let chance = &mut Chance::of(seed ^ 0xa1e7, at as u64);
        let tongue = world.tongue(&person);
        let mut manners = vec![of_alerts(tongue, chance)];
        let aliases = [0, 0, 0, 0, 0, 0, 1, 1, 1, 2][chance.below(10)];
        for _ in 0..aliases {
            let other = of_alerts(tongue, chance);
            if !manners.contains(&other) {
                manners.push(other);
            }
        }
        let known = chance.percent(78);
        let names = manners
            .iter()
            .map(|m| world.name(&person, *m, chance))
            .map(|n| if known { n } else { Name { patronymic: None, ..n } });
        let names: Vec<Name> = names.collect();
        let date = match chance.below(100) {
            0..=2 => Date::None,
            3..=8 => Date::Year,
            _ => Date::Full,
        };
        Alert {
            person,
            names,
            manners,
            whole: chance.percent(12),
            upper: chance.percent(20),
            date,
            sex: chance.percent(85),
            nat: chance.percent(80),
            own_state: chance.percent(60),
        }
    }

    pub fn line(&self, world: &World, id: &str) -> Value {
        let (state, _) = world.tongue(&self.person).state();
        let names: Vec<Value> = self.names.iter().enumerate().map(|(at, n)| self.name(n, at)).collect();
        let born = self.person.born;
        json!({
            "id": id,
            "kind": "person",
            "state": if self.own_state { state } else { "RU" },
            "names": names,
            "dob": match self.date {
                Date::Full => Some(born.full()),
                Date::Year => Some(born.year.to_string()),
                Date::None => None,
            },
            "sex": self.sex.then_some(if self.person.male { "M" } else { "F" }),
            "nat": self.nat.then_some(state),
        })
    }

    fn name(&self, name: &Name, at: usize) -> Value {
        let name = if self.upper { name.clone().each(str::to_uppercase) } else { name.clone() };
        let mut fields = fields(&name, self.whole && at == 0);
        fields.insert("lang".into(), json!(name.lang));
        fields.insert("type".into(), json!(if at == 0 { "primary" } else { "alias" }));
        Value::Object(fields)
    }
}

/// The four fields of a name, and its script.
pub fn fields(name: &Name, whole: bool) -> Map<String, Value> {
    let mut fields = Map::new();
    let given = Some(&name.given).filter(|g| !g.is_empty());
    let text = [Some(&name.family), given, name.patronymic.as_ref()]
        .into_iter()
        .flatten()
        .map(String::as_str)
        .collect::<Vec<&str>>()
        .join(" ");
    fields.insert("family".into(), json!((!whole).then_some(&name.family)));
    fields.insert("given".into(), json!(given.filter(|_| !whole)));
    fields.insert("patronymic".into(), json!(name.patronymic.as_ref().filter(|_| !whole)));
    fields.insert("full".into(), json!(whole.then_some(text)));
    fields.insert("script".into(), json!(name.script));
    fields
}
