//! Alerts in force and releases that hold; one traveller or thing against them.
//!
//! Never: lets a release of one alert hide another.

use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock};

use jiff::Timestamp;
use marchland_casework::Choice;
use marchland_casework::alert::{
    Alert, AlertContent, KeptRelease, SearchAction, Sex, ThingKind, Whose, document_number,
};
use marchland_screening::objects::{Kind, Object, ObjectAlert, ObjectFound, ObjectScreen, ObjectVerdict};
use marchland_screening::{Found, Nationality, Screen, Spelling, Verdict};
use serde::{Deserialize, Serialize};

use super::traveller::Person;

/// An alert as a check needs it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Listed {
    /// The matter.
    pub id: String,
    /// The issuer's number.
    pub reference: String,
    pub ours: bool,
    pub version: u16,
    pub content: AlertContent,
    /// First moment at which it no longer stands.
    pub ends: Timestamp,
    pub releases: Vec<Cleared>,
}

/// A release that was not taken back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cleared {
    pub id: String,
    pub document: String,
    pub at: Timestamp,
    pub until: Timestamp,
}

/// What a check says of a traveller, in the order of weight.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Word {
    Clear,
    ClearedBefore,
    /// A thing whose number is one mistake away, or that differs beside the number: compare by eye.
    Near,
    Namesake,
    Hit,
}

/// The one thing somebody at the lane does after a check.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    LetPass,
    /// Compare the number by eye.
    Compare,
    /// Ask the one question.
    Ask,
    /// Let pass and tell the shift lead.
    Inform,
    Stop,
}

/// One alert that a traveller or thing met.
#[derive(Clone, Debug)]
pub struct Met {
    pub word: Word,
    pub listed: Arc<Listed>,
    /// What the names and dates say; absent when only the document was named by the alert.
    pub found: Option<Found>,
    /// What the number says, where the alert searches for a thing.
    pub thing: Option<ObjectFound>,
    /// The alert names this document.
    pub names_document: bool,
    pub cleared: Option<Cleared>,
}

#[derive(Debug)]
pub struct Screening {
    screen: Screen,
    things: ObjectScreen,
    listed: RwLock<HashMap<String, Arc<Listed>>>,
    /// Alert ids by document number.
    documents: RwLock<HashMap<String, Vec<String>>>,
    this_year: u16,
}

impl Word {
    pub fn code(self) -> &'static str {
        match self {
            Word::Clear => "clear",
            Word::ClearedBefore => "cleared-before",
            Word::Near => "near",
            Word::Namesake => "namesake",
            Word::Hit => "hit",
        }
    }

    /// What to do, by the gravest alert that was met.
    pub fn action(self, first: Option<&Met>) -> Action {
        match (self, first.map(|met| met.listed.content.action)) {
            (Word::Clear | Word::ClearedBefore, _) => Action::LetPass,
            (Word::Near, _) => Action::Compare,
            (Word::Namesake, _) => Action::Ask,
            (Word::Hit, Some(SearchAction::Discreet)) => Action::Inform,
            (Word::Hit, _) => Action::Stop,
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        [Word::Clear, Word::ClearedBefore, Word::Near, Word::Namesake, Word::Hit]
            .into_iter()
            .find(|word| word.code() == code)
    }
}

impl Action {
    pub fn code(self) -> &'static str {
        match self {
            Action::LetPass => "let-pass",
            Action::Compare => "compare",
            Action::Ask => "ask",
            Action::Inform => "inform",
            Action::Stop => "stop",
        }
    }
}

impl Listed {
    /// `None` unless the alert is in force.
    pub fn of(alert: &Alert, now: Timestamp) -> Option<Self> {
        if !alert.is_in_force(now) {
            return None;
        }
        let version = alert.versions().last()?;
        Some(Self {
            id: alert.id().as_str().to_owned(),
            reference: alert.reference().as_str().to_owned(),
            ours: alert.whose() == Whose::Ours,
            version: version.number,
            content: version.content.clone(),
            ends: alert.ends()?,
            releases: alert.releases().iter().filter(|kept| kept.holds(now)).map(Cleared::of).collect(),
        })
    }

    /// As the engine compares it; nobody without a name.
    fn searched(&self) -> Option<marchland_screening::Alert> {
        let person = &self.content.person;
        let spelling = |name: &marchland_casework::alert::SearchedName| Spelling {
            family: Some(name.family.clone()),
            given: name.given.clone(),
            patronymic: name.patronymic.clone(),
            full: None,
        };
        let names: Vec<Spelling> = person.names.iter().map(spelling).collect();
        (!names.is_empty()).then(|| marchland_screening::Alert {
            id: self.id.clone(),
            kind: Some(self.content.purpose.code().to_owned()),
            state: self.content.from.as_str().split('/').next().map(str::to_owned),
            names,
            dob: person.born.map(String::from),
            sex: person.sex.map(|sex| if sex == Sex::Female { "F" } else { "M" }.to_owned()),
            nat: person.citizenship.clone().map(Nationality::One),
        })
    }

    /// The things as the engine compares them, each under the alert and its place in it.
    fn objects(&self) -> impl Iterator<Item = ObjectAlert> {
        self.content.things.iter().enumerate().map(|(at, thing)| ObjectAlert {
            id: format!("{}#{at}", self.id),
            object: Object {
                state: thing.state.clone(),
                make: thing.make.clone(),
                ..Object::new(kind(thing.kind), &thing.number)
            },
        })
    }

    fn documents(&self) -> impl Iterator<Item = String> {
        self.content.person.documents.iter().filter_map(|number| document_number(number))
    }

    fn cleared(&self, document: Option<&str>, now: Timestamp) -> Option<&Cleared> {
        self.releases
            .iter()
            .find(|release| Some(release.document.as_str()) == document && now < release.until)
    }
}

impl Met {
    /// The number a release is bound to: of the document, or of the thing in the one spelling of its kind.
    pub fn number(&self, person: &Person) -> Option<String> {
        let of_thing = || self.thing.as_ref()?.evidence.first().map(|number| number.theirs.as_str());
        let number = if person.thing.is_some() { of_thing() } else { person.document.as_deref() };
        number.and_then(document_number)
    }
}

impl Cleared {
    fn of(kept: &KeptRelease) -> Self {
        let release = &kept.release;
        Self {
            id: release.id.clone(),
            document: release.document.clone(),
            at: release.at,
            until: release.until,
        }
    }
}

impl Screening {
    pub fn new(all: Vec<Listed>, now: Timestamp) -> Self {
        let this_year = u16::try_from(now.to_zoned(jiff::tz::TimeZone::UTC).year()).unwrap_or(0);
        let screen = Screen::new(all.iter().filter_map(Listed::searched).collect(), this_year);
        let screening = Self {
            screen,
            things: ObjectScreen::default(),
            listed: RwLock::default(),
            documents: RwLock::default(),
            this_year,
        };
        for listed in all {
            screening.remember(listed);
        }
        screening
    }

    /// The alert as it is after a commit: on the list, changed on it, or gone from it, for every check that begins now.
    pub fn apply(&self, alert: &Alert, now: Timestamp) {
        let id = alert.id().as_str();
        match Listed::of(alert, now) {
            Some(listed) => {
                let same = self.get(id).is_some_and(|held| held.content == listed.content);
                if !same {
                    self.forget(id);
                    if let Some(searched) = listed.searched() {
                        self.screen.add(searched);
                    }
                }
                self.remember(listed);
            }
            None => self.forget(id),
        }
    }

    pub fn len(&self) -> usize {
        self.listed.read().unwrap_or_else(PoisonError::into_inner).len()
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    pub fn get(&self, id: &str) -> Option<Arc<Listed>> {
        self.listed.read().unwrap_or_else(PoisonError::into_inner).get(id).cloned()
    }

    /// Everything on the list, by id.
    pub fn all(&self) -> Vec<Arc<Listed>> {
        let mut all: Vec<_> =
            self.listed.read().unwrap_or_else(PoisonError::into_inner).values().cloned().collect();
        all.sort_by(|a, b| a.id.cmp(&b.id));
        all
    }

    pub fn this_year(&self) -> u16 {
        self.this_year
    }

    /// Every alert the traveller or thing meets, the gravest first. Empty: no alert fits this document.
    pub fn check(&self, person: &Person, now: Timestamp) -> Vec<Met> {
        let mut met = match &person.thing {
            Some(thing) => self.check_thing(thing.objects()),
            None => self.check_person(person),
        };
        met.retain(|met| now < met.listed.ends);
        for met in &mut met {
            let number = met.number(person);
            met.cleared = met.listed.cleared(number.as_deref(), now).cloned();
            if met.cleared.is_some() {
                met.word = Word::ClearedBefore;
            }
        }
        met.sort_by_key(|met| std::cmp::Reverse(met.word)); // stable: the engine's order within a word
        met
    }

    /// One thing, of one kind or of each it may be of. An alert that lists several of its numbers is met once.
    fn check_thing(&self, objects: impl Iterator<Item = Object>) -> Vec<Met> {
        let mut met: Vec<Met> = Vec::new();
        for found in objects.flat_map(|object| self.things.check(&object)) {
            let Some(listed) = found.alert.rsplit_once('#').and_then(|(id, _)| self.get(id)) else {
                continue;
            };
            let word = if found.verdict == ObjectVerdict::Hit { Word::Hit } else { Word::Near };
            match met.iter_mut().find(|met| met.listed.id == listed.id) {
                Some(met) if met.word >= word => {}
                Some(met) => (met.word, met.thing) = (word, Some(found)),
                None => met.push(Met {
                    word,
                    listed,
                    found: None,
                    thing: Some(found),
                    names_document: false,
                    cleared: None,
                }),
            }
        }
        met
    }

    /// A traveller by name and dates, by the document an alert lists for its person, and the document as a thing that may
    /// itself be searched for.
    fn check_person(&self, person: &Person) -> Vec<Met> {
        let document = person.document.as_deref().and_then(document_number);
        let mut met: Vec<Met> = Vec::new();
        for found in self.screen.check(&person.asked()) {
            if found.verdict == Verdict::Nothing {
                continue;
            }
            if let Some(listed) = self.get(&found.alert) {
                met.push(Met {
                    word: word(found.verdict),
                    listed,
                    found: Some(found),
                    thing: None,
                    names_document: false,
                    cleared: None,
                });
            }
        }
        let named = document.as_ref().and_then(|number| {
            self.documents.read().unwrap_or_else(PoisonError::into_inner).get(number).cloned()
        });
        for id in named.into_iter().flatten() {
            match met.iter_mut().find(|met| met.listed.id == id) {
                Some(met) => (met.word, met.names_document) = (Word::Hit, true),
                None => met.extend(self.get(&id).map(|listed| Met {
                    word: Word::Hit,
                    listed,
                    found: None,
                    thing: None,
                    names_document: true,
                    cleared: None,
                })),
            }
        }
        for paper in self.check_thing(person.paper().into_iter()) {
            let misread = paper.thing.as_ref().is_some_and(|found| !same_number(found));
            if person.is_read_surely() && misread {
                continue;
            }
            match met.iter_mut().find(|met| met.listed.id == paper.listed.id) {
                Some(met) => {
                    met.word = met.word.max(paper.word);
                    met.thing = paper.thing;
                }
                None => met.push(paper),
            }
        }
        met
    }

    fn remember(&self, listed: Listed) {
        let mut documents = self.documents.write().unwrap_or_else(PoisonError::into_inner);
        for number in listed.documents() {
            let ids = documents.entry(number).or_default();
            if !ids.contains(&listed.id) {
                ids.push(listed.id.clone());
            }
        }
        drop(documents);
        listed.objects().for_each(|thing| self.things.add(thing));
        let mut all = self.listed.write().unwrap_or_else(PoisonError::into_inner);
        all.insert(listed.id.clone(), Arc::new(listed));
    }

    fn forget(&self, id: &str) {
        self.screen.withdraw(id);
        let gone = self.listed.write().unwrap_or_else(PoisonError::into_inner).remove(id);
        let mut documents = self.documents.write().unwrap_or_else(PoisonError::into_inner);
        for thing in gone.iter().flat_map(|listed| listed.objects()) {
            self.things.withdraw(&thing.id);
        }
        for number in gone.iter().flat_map(|listed| listed.documents()) {
            if let Some(ids) = documents.get_mut(&number) {
                ids.retain(|held| held != id);
                if ids.is_empty() {
                    documents.remove(&number);
                }
            }
        }
    }
}

/// The one question that would settle a namesake, as far as the alert knows the answer and the document does not say it:
/// birth-place, born, patronymic or document.
pub fn question(met: &Met, person: &Person) -> Option<&'static str> {
    let searched = &met.listed.content.person;
    let full_date = |born: Option<&str>| born.is_some_and(|born| born.len() == 10);
    let listed_date = searched.born.map(String::from);
    if full_date(listed_date.as_deref()) && !full_date(person.born.as_deref()) {
        Some("born")
    } else if searched.birth_place.is_some() {
        Some("birth-place")
    } else if searched.names.iter().any(|name| name.patronymic.is_some()) && person.patronymic.is_none() {
        Some("patronymic")
    } else if !searched.documents.is_empty() && person.document.is_none() {
        Some("document")
    } else {
        None
    }
}

/// The number itself agrees; what is beside it may not.
fn same_number(found: &ObjectFound) -> bool {
    found.evidence.first().is_some_and(|number| !number.contradicts)
}

fn kind(kind: ThingKind) -> Kind {
    match kind {
        ThingKind::Plate => Kind::Plate,
        ThingKind::Vin => Kind::Vin,
        ThingKind::Document => Kind::Document,
        ThingKind::Firearm => Kind::Firearm,
        ThingKind::Phone => Kind::Phone,
        ThingKind::Container => Kind::Container,
    }
}

fn word(verdict: Verdict) -> Word {
    match verdict {
        Verdict::Hit => Word::Hit,
        Verdict::Namesake => Word::Namesake,
        Verdict::Nothing => Word::Clear,
    }
}
