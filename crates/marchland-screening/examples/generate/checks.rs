//! A traveller as a check sees one: the channel by which the data came, and what it left of them.
//!
//! Never: knows what it will be compared with.

use serde_json::{Value, json};

use crate::alerts::fields;
use crate::chance::Chance;
use crate::people::{Manner, Name, Person, World};
use crate::romanise::any_of_russian;
use crate::zone;

#[derive(Clone)]
pub struct Check {
    pub name: Name,
    /// One text instead of fields.
    pub whole: Option<String>,
    pub channel: &'static str,
    pub dob: Option<String>,
    pub sex: Option<&'static str>,
    pub nat: Option<&'static str>,
    pub mrz: Option<String>,
}

impl Check {
    /// The person's whole data in this manner, typed at a booth.
    pub fn typed(world: &World, p: &Person, manner: Manner, chance: &mut Chance) -> Check {
        let mut name = world.name(p, manner, chance);
        if chance.percent(15) {
            name = name.each(str::to_uppercase);
        }
        Check {
            name,
            whole: None,
            channel: "typed",
            dob: Some(p.born.full()),
            sex: chance.percent(85).then_some(if p.male { "M" } else { "F" }),
            nat: chance.percent(70).then_some(world.tongue(p).state().0),
            mrz: None,
        }
    }

    /// Read from the zone of the own state's passport, or of its card with the father's name.
    pub fn zone(world: &World, p: &Person, card: bool, chance: &mut Chance) -> (Check, bool) {
        let (_, state) = world.tongue(p).state();
        let name = world.name(p, Manner::Zone, chance);
        let given = match &name.patronymic {
            Some(father) if card => format!("{} {father}", name.given),
            _ => name.given.clone(),
        };
        let zone = zone::write(card, &name.family, &given, state, p.born, p.male, chance);
        let read = Name { family: zone.family, given: zone.given, patronymic: None, ..name };
        let check = Check {
            name: read,
            whole: None,
            channel: "mrz",
            dob: Some(p.born.full()),
            sex: Some(if p.male { "M" } else { "F" }),
            nat: Some(state),
            mrz: Some(zone.text),
        };
        (check, zone.cut)
    }

    /// One line of a carrier's list: no father's name, Latin, capitals, often one text.
    pub fn listed(world: &World, p: &Person, chance: &mut Chance) -> Check {
        let name = world.name(p, Manner::Zone, chance);
        let name = Name { patronymic: None, ..name };
        let whole = chance.percent(60).then(|| {
            if chance.percent(70) || name.given.is_empty() {
                join(&[&name.family, &name.given])
            } else {
                join(&[&name.given, &name.family])
            }
        });
        Check { whole, name, channel: "list", nat: None, ..Check::typed(world, p, Manner::Zone, chance) }
    }

    /// Any channel, in the frequency of a post: zones first.
    pub fn any(world: &World, p: &Person, alert: Option<Manner>, chance: &mut Chance) -> Check {
        match (chance.below(100), alert) {
            (0..=34, Some(manner)) => Check::typed(world, p, manner, chance),
            (35..=64, _) => Check::zone(world, p, false, chance).0,
            (65..=74, _) => Check::listed(world, p, chance),
            (75..=84, _) => Check::typed(world, p, Manner::Own, chance),
            (85..=92, _) => {
                let standard = any_of_russian(chance);
                Check::typed(world, p, Manner::Latin(standard), chance)
            }
            _ => Check::typed(world, p, Manner::Russian, chance),
        }
    }

    /// Change the texts; a zone no longer fits what was typed over it.
    pub fn each(mut self, mut change: impl FnMut(&str) -> Option<String>) -> Option<Check> {
        if let Some(whole) = &self.whole {
            self.whole = Some(change(whole)?);
        } else {
            self.name.family = change(&self.name.family)?;
            if !self.name.given.is_empty() {
                self.name.given = change(&self.name.given)?;
            }
            self.name.patronymic = self.name.patronymic.as_deref().and_then(change);
        }
        self.mrz = None;
        Some(self)
    }

    pub fn line(&self, id: &str) -> Value {
        let mut line = match &self.whole {
            None => fields(&self.name, false),
            Some(text) => {
                let mut fields = fields(&self.name, true);
                fields.insert("full".into(), json!(text));
                fields
            }
        };
        line.insert("id".into(), json!(id));
        for (key, value) in [
            ("channel", Some(self.channel)),
            ("dob", self.dob.as_deref()),
            ("sex", self.sex),
            ("nat", self.nat),
        ] {
            line.insert(key.into(), json!(value));
        }
        if let Some(zone) = &self.mrz {
            line.insert("mrz".into(), json!(zone));
        }
        Value::Object(line)
    }
}

pub fn join(parts: &[&str]) -> String {
    parts.iter().filter(|p| !p.is_empty()).copied().collect::<Vec<&str>>().join(" ")
}
