//! The answer to one check in full: the alert, what speaks for and against, what people may do.
//!
//! Never: leaves a field out because there is no evidence; silence is not agreement.

use jiff::civil::Date;
use marchland_casework::alert::{AlertContent, SearchAction};

use super::super::fill::decision::basis;
use super::super::fill::words::body;
use super::super::page::Visit;
use super::super::views::Fields;
use super::super::views::crossing::{CheckPanel, MetView};
use super::super::views::parts::{Tag, Tone};
use super::{check, evidence};
use crate::access::{Action, Item};
use crate::acts::crossing::{Checked, last_day};
use crate::acts::{Acted, open};
use crate::screening::{Met, Person, Word, question};
use crate::store::people::Role;
use crate::web::l10n::{Lang, Words, mark};

const MET_SHOWN_MAX: usize = 3;

pub async fn of(visit: &Visit, checked: &Checked, fields: Fields) -> Acted<CheckPanel> {
    let t = visit.t();
    let word = checked.word();
    let first = checked.met.first();
    let found = first.and_then(|met| met.found.as_ref());
    let thing = checked.person.thing.as_ref();
    let discreet = first.is_some_and(is_discreet);
    let (title, calm) = match word {
        Word::Hit if discreet => (t.title_hit_inform(), t.calm_inform()),
        Word::Hit if thing.is_some() => (t.title_hit_stop(), t.calm_stop_thing()),
        Word::Hit => (t.title_hit_stop(), t.calm_stop()),
        Word::Near => (t.title_near(), t.calm_near()),
        Word::Namesake => (t.title_namesake(), t.calm_namesake()),
        Word::ClearedBefore if thing.is_some() => (t.title_cleared(), t.calm_cleared_thing()),
        Word::ClearedBefore => (t.title_cleared(), t.calm_cleared()),
        Word::Clear if thing.is_some() => (t.title_clear_thing(), t.calm_clear()),
        Word::Clear => (t.title_clear(), t.calm_clear()),
    };
    let may_act = match first {
        Some(met) if matches!(word, Word::Hit | Word::Namesake | Word::Near) => {
            may_look(visit, &met.listed.id).await?
        }
        _ => false,
    };
    let mut views = Vec::new();
    for met in checked.met.iter().take(MET_SHOWN_MAX) {
        views.push(view(visit, met, &checked.person).await?);
    }
    Ok(CheckPanel {
        check: checked.id.clone(),
        mark: mark(word),
        title,
        calm,
        score: found.map(|found| visit.lang().decimal(found.score, 2)).unwrap_or_default(),
        score_note: String::new(),
        name: match thing {
            Some(thing) => format!("{} ({})", thing.number, check::kind(t, thing, first)),
            None => checked.person.name(),
        },
        misread: if checked.person.misread.is_empty() {
            String::new()
        } else {
            t.misread(checked.person.misread.join(", "))
        },
        met: views,
        may_act,
        of_thing: thing.is_some(),
        outcomes: t.hit_outcomes(thing.is_some()),
        compared: t.compared_choices(thing.is_some()),
        why: t.release_reasons(thing.is_some()),
        has_document: checked.person.document.is_some() || thing.is_some(),
        fields: until_filled(visit, fields),
        leads: t.hit_leads(leads(visit).await?),
    })
}

fn is_discreet(met: &Met) -> bool {
    met.listed.content.action == SearchAction::Discreet
}

/// A full date as the reader writes dates; part of one as it is.
pub fn born(lang: Lang, born: &str) -> String {
    born.parse::<Date>().map_or_else(|_| born.to_owned(), |date| lang.date(date))
}

/// What is known of weapons and violence, with what the issuer wrote beside it.
pub fn danger(t: Words, content: &AlertContent) -> String {
    let known: Vec<String> = content.danger.iter().map(|danger| t.danger(*danger)).collect();
    let known = if known.is_empty() { t.danger_none() } else { known.join(", ") };
    match &content.danger_note {
        Some(note) => format!("{known}. {note}"),
        None => known,
    }
}

async fn view(visit: &Visit, met: &Met, person: &Person) -> Acted<MetView> {
    let (app, lang, t) = (&visit.app, visit.lang(), visit.t());
    let content = &met.listed.content;
    let row = app.store.matter(&met.listed.id).await?;
    let rests_on = match row.as_ref().map(open::case).transpose()? {
        Some(open::Case::Alert(alert)) => {
            // At the lane the provision that carries the alert is enough; the alert's own page has all of them.
            let all = alert.decision().map(|decision| basis(app, lang, decision, String::new()).rests_on);
            all.into_iter().flatten().filter(|basis| !basis.context_only).take(1).collect()
        }
        _ => Vec::new(),
    };
    let cleared = met.cleared.as_ref().map(|cleared| t.cleared_until(lang.date(last_day(cleared.until))));
    Ok(MetView {
        alert: met.listed.id.clone(),
        tag: Tag::new(Tone::Soon, t.title_namesake()),
        wanted_for: t.search_purpose(content.purpose),
        asked: t.search_action(content.action),
        from: body(app, lang, content.from.as_str()),
        number: met.listed.reference.clone(),
        valid: t.met_valid(lang.date(content.valid_until)),
        danger: danger(t, content),
        rests_on,
        notice: notice(visit, content.answer_within_h),
        evidence: evidence::rows(visit, met, person),
        would_change: match met.word {
            Word::Near => t.would_near(),
            _ if person.thing.is_some() && met.word == Word::Hit => t.would_thing(),
            Word::ClearedBefore => t.would_cleared(),
            Word::Namesake => t.would_namesake(),
            _ if met.found.is_none() || met.names_document => t.would_document(),
            _ => t.would_hit(),
        },
        question: (met.word == Word::Namesake).then(|| ask(visit, met, person)),
        cleared,
    })
}

/// The one question, with the answer the alert lists.
fn ask(visit: &Visit, met: &Met, person: &Person) -> String {
    let t = visit.t();
    let searched = &met.listed.content.person;
    let code = question(met, person);
    let listed = match code {
        Some("birth-place") => searched.birth_place.clone(),
        Some("born") => searched.born.map(|date| born(visit.lang(), &String::from(date))),
        Some("patronymic") => searched.names.iter().find_map(|name| name.patronymic.clone()),
        Some("document") => searched.documents.first().cloned(),
        _ => None,
    };
    t.question_ask(t.asked_for(code), listed.unwrap_or_default())
}

/// Within what time the issuer is told, and whose wish or rule that is.
fn notice(visit: &Visit, asked_h: Option<u16>) -> String {
    let t = visit.t();
    if let Some(hours) = asked_h {
        return t.notice_asked(hours.to_string());
    }
    let rule = visit.app.config.own_rules.iter().find(|rule| rule.of == "hit-notice");
    rule.map(|rule| t.notice_rule(rule.amount.to_string(), rule.n.to_string())).unwrap_or_default()
}

async fn may_look(visit: &Visit, alert: &str) -> Acted<bool> {
    let Some(row) = visit.app.store.matter(alert).await? else { return Ok(false) };
    let item: Item = open::item(&row);
    Ok(visit.app.access.may(visit.who(), Action("find-hit"), &item).is_some())
}

/// The posts that may give the second look here.
async fn leads(visit: &Visit) -> Acted<String> {
    let code = visit.lang().code();
    let all = visit.app.store.officials().await?;
    let here = all.iter().filter(|one| one.role == Role::Lead && one.body == visit.who().body);
    Ok(here.map(|one| one.post.in_language(code).to_owned()).collect::<Vec<_>>().join(", "))
}

/// A year from today stands in the date field until somebody chooses another day.
fn until_filled(visit: &Visit, mut fields: Fields) -> Fields {
    use jiff::ToSpan;
    if fields.value("until").is_empty() {
        let today = visit.now().to_zoned(visit.zone()).date();
        let day = today.checked_add(1.year()).unwrap_or(today);
        fields.set("until", day.to_string());
    }
    fields
}
