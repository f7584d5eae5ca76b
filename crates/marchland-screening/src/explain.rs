//! Reasons for what was weighed: per field the two values, and the rule or table that matched them.
//!
//! Never: weighs anything itself.

use crate::alert::{Alert, Check, Nationality, Sex, Spelling};
use crate::born::Born;
use crate::compare::{Line, Names, State};
use crate::distance::ERROR;
use crate::evidence::{self, Evidence, Field, Reason, Weighed};
use crate::fit::{Fit, How};
use crate::fold;
use crate::lexicon::lexicon;
use crate::name::{Name, Part, Token};
use crate::query::{Person, Reading, Source};
use crate::row::Slot;
use crate::tables;

/// Everything that was compared.
pub(crate) struct Pair<'a> {
    pub check: &'a Check,
    pub person: &'a Person,
    pub reading: &'a Reading,
    pub alert: &'a Alert,
    pub slots: &'a [Slot],
    pub names: &'a Names,
    pub listed_born: Option<Born>,
    pub listed_sex: Option<Sex>,
    pub nationality: Option<bool>,
}

pub(crate) fn all(pair: &Pair<'_>) -> Vec<Evidence> {
    let listed = listed_words(pair);
    let mut all: Vec<Evidence> =
        pair.names.lines.iter().flatten().map(|line| name(pair, line, &listed)).collect();
    let date = |born: Option<Born>| born.map(|b| b.to_string()).unwrap_or_default();
    let born = evidence::born(pair.person.born, pair.listed_born);
    all.push(plain(Field::Born, born, date(pair.person.born), date(pair.listed_born)));
    let sex = evidence::sex(pair.person.sex, pair.listed_sex);
    all.push(plain(Field::Sex, sex, letter(pair.person.sex), letter(pair.listed_sex)));
    let nations = |n: &Option<Nationality>| n.as_ref().map(|n| n.list().join(", ")).unwrap_or_default();
    let nationality = evidence::nationality(pair.nationality);
    all.push(plain(Field::Nationality, nationality, nations(&pair.check.nat), nations(&pair.alert.nat)));
    all
}

fn plain(field: Field, weighed: Weighed, theirs: String, listed: String) -> Evidence {
    let Weighed { bits, contradicts, reason } = weighed;
    Evidence {
        field,
        bits: f64::from(bits) / 100.0,
        contradicts,
        theirs,
        listed,
        because: reason.to_string(),
        reasons: vec![reason],
    }
}

fn letter(sex: Option<Sex>) -> String {
    match sex {
        Some(Sex::Female) => "F".to_string(),
        Some(Sex::Male) => "M".to_string(),
        None => String::new(),
    }
}

fn name(pair: &Pair<'_>, line: &Line, listed: &[String]) -> Evidence {
    let any = pair.slots.iter().all(|s| s.part != part_of(line.field));
    let of_line = |slot: &Slot| slot.part == part_of(line.field) || (any && slot.part == Part::Any);
    let tokens = pair.reading.name.tokens();
    let (mut theirs, mut own, mut reasons) = (Vec::new(), Vec::new(), Vec::new());
    for (j, slot) in pair.slots.iter().enumerate().filter(|(_, s)| of_line(s)) {
        own.push(listed.get(j).cloned().unwrap_or_default());
        let Some((i, fit)) = pair.names.of_slot[j] else { continue };
        let token = &tokens[usize::from(i)];
        let text = their_text(pair, token);
        if token.part != slot.part && token.part != Part::Any && slot.part != Part::Any {
            reasons.push(Reason::OtherPart);
        }
        reasons.push(reason(&text, own.last().map_or("", String::as_str), token, slot, fit));
        theirs.push(text);
    }
    match line.state {
        State::Matched => {}
        State::HalfAbsent => reasons.push(Reason::HalfAbsent),
        State::Missing => reasons.push(Reason::NameMissing),
        State::Contradicted => {
            reasons.push(Reason::NoWordFits);
            let used = |i: usize| pair.names.of_slot.iter().flatten().any(|(n, _)| usize::from(*n) == i);
            let free = tokens.iter().enumerate().filter(|(i, t)| !used(*i) && serves(t, line.field));
            theirs.extend(free.map(|(_, t)| their_text(pair, t)));
        }
    }
    if pair.reading.source == Source::OtherLayout {
        reasons.push(Reason::OtherLayout);
    }
    Evidence {
        field: line.field,
        bits: f64::from(line.bits) / 100.0,
        contradicts: line.contradicts,
        theirs: theirs.join(" "),
        listed: own.join(" "),
        because: evidence::sentence(&reasons),
        reasons,
    }
}

fn part_of(field: Field) -> Part {
    match field {
        Field::Family => Part::Family,
        Field::Given => Part::Given,
        Field::Patronymic => Part::Patronymic,
        Field::Born | Field::Sex | Field::Nationality => Part::Any,
    }
}

fn serves(token: &Token, field: Field) -> bool {
    (token.part == Part::Patronymic) == (field == Field::Patronymic)
}

fn reason(theirs: &str, listed: &str, token: &Token, slot: &Slot, fit: Fit) -> Reason {
    match fit.how {
        // A word that is not this name by itself stands for it as its everyday form, or without its vowels.
        How::Variant
            if ![theirs, listed].into_iter().any(fold::is_arabic)
                && [token.word, slot.word].iter().any(|w| lexicon().in_full(*w).contains(&token.group)) =>
        {
            Reason::Short
        }
        How::Variant => Reason::Variant,
        How::Formed => Reason::Formed,
        How::Initial => Reason::Initial,
        How::Cut => Reason::Cut,
        How::Spelt if fit.apart == 0 && theirs == listed => Reason::Same,
        How::Spelt if fit.apart < ERROR / 2 => {
            match table(theirs, listed).or_else(|| table(listed, theirs)) {
                Some(table) => Reason::SpeltAfter(table),
                None if slot.part == Part::Family
                    && token.word != slot.word
                    && token.word.stem() == slot.word.stem() =>
                {
                    Reason::Ending
                }
                None => Reason::SoundsSame,
            }
        }
        How::Spelt | How::Far => Reason::Errors(f32::from(fit.apart) / f32::from(ERROR)),
    }
}

/// The published table under which the one word, in a script of its own, becomes the other.
fn table(original: &str, latin: &str) -> Option<&'static str> {
    const LAST_LATIN: char = '\u{2ff}';
    let is_latin = |text: &str| text.chars().all(|c| c <= LAST_LATIN || !c.is_alphabetic());
    if is_latin(original) || !is_latin(latin) {
        return None;
    }
    tables::ALL.iter().find(|t| t.makes(original, latin)).map(|t| t.name)
}

fn their_text(pair: &Pair<'_>, token: &Token) -> String {
    let spelling = &pair.check.name;
    if pair.reading.source == Source::Zone {
        let zone = crate::mrz::read(&pair.check.mrz.as_ref().map(|z| z.lines()).unwrap_or_default(), 0).ok();
        return zone.map(|z| cut_out(&z.name, token)).unwrap_or_default();
    }
    if pair.reading.source == Source::OtherLayout {
        let fields = [&spelling.family, &spelling.given, &spelling.patronymic, &spelling.full];
        return fields[usize::from(token.place.field).min(3)].clone().unwrap_or_default();
    }
    cut_out(spelling, token)
}

fn cut_out(spelling: &Spelling, token: &Token) -> String {
    let fields = [&spelling.family, &spelling.given, &spelling.patronymic, &spelling.full];
    let field = fields[usize::from(token.place.field).min(3)].as_deref().unwrap_or_default();
    field.get(usize::from(token.place.from)..usize::from(token.place.to)).unwrap_or_default().to_string()
}

/// The words of the listed name that was compared, as the alert wrote them; a father's name that stands in another of its
/// spellings as written there.
fn listed_words(pair: &Pair<'_>) -> Vec<String> {
    let names: Vec<(&Spelling, Name)> =
        pair.alert.names.iter().map(|spelling| (spelling, Name::of(spelling))).collect();
    let same = |t: &Token, s: &Slot| (t.word, t.part) == (s.word, s.part);
    let text = |spelling: &Spelling, name: &Name, slot: &Slot| {
        name.tokens().iter().find(|t| same(t, slot)).map(|t| cut_out(spelling, t))
    };
    // All words of the spelling are among the compared ones, and most of these are its own.
    let own = names
        .iter()
        .filter(|(_, name)| name.tokens().iter().all(|t| pair.slots.iter().any(|s| same(t, s))))
        .max_by_key(|(_, name)| name.tokens().len());
    let anywhere = |slot: &Slot| names.iter().find_map(|(spelling, name)| text(spelling, name, slot));
    let word =
        |slot: &Slot| own.and_then(|(spelling, name)| text(spelling, name, slot)).or_else(|| anywhere(slot));
    pair.slots.iter().map(|slot| word(slot).unwrap_or_default()).collect()
}
