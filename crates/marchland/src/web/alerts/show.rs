//! `GET /alerts/{case}`: an alert of ours or of a neighbour: the person, the search, the law, hits and releases.
//!
//! Never: offers an act that stage, role or mandate do not allow.

use axum::extract::Path;
use marchland_casework::alert::{
    Alert, AlertContent, CopyState, KeptCopy, KeptHit, KeptRelease, Stage, Whose,
};
use marchland_casework::{DraftFields, Power};

use super::super::fill::case::{key, posts};
use super::super::fill::clock::Sides;
use super::super::fill::words::{body, when};
use super::super::fill::{decision, timeline};
use super::super::page::{Page, Visit, again, show};
use super::super::views::alerts::{AlertActs, AlertPage, CopyView, HitView, ReleaseView};
use super::super::views::parts::{Both, Tag, Tone};
use super::super::views::{Fields, Place};
use super::list::stage_tag;
use crate::acts::open::{Case, read};
use crate::acts::{Acted, CannotAct, signing};
use crate::store::matter::MatterRow;

pub async fn see(visit: Visit, Path(case): Path<String>) -> Page {
    show(&page(&visit, &case, Fields::default()).await?)
}

pub async fn with(visit: Visit, case: &str, fields: Fields) -> Page {
    again(&page(&visit, case, fields).await?)
}

async fn page(visit: &Visit, case: &str, fields: Fields) -> Acted<AlertPage> {
    let opened = read(&visit.app, visit.who(), case, None).await?;
    let Case::Alert(alert) = &opened.case else { return Err(CannotAct::NotFound) };
    let (app, lang, row) = (&visit.app, visit.lang(), &opened.row);
    // A draft is shown as far as it can be read; what is missing is said on its form.
    let content = alert.content().cloned().or_else(|| AlertContent::read(alert.typed()).ok());
    let (from, to) = match &content {
        Some(content) => (content.from.to_string(), content.to.to_string()),
        None => (row.body.clone(), String::new()),
    };
    let (here, there) = if alert.whose() == Whose::Ours { (&from, &to) } else { (&to, &from) };
    let sides = Sides { app, lang, now: visit.now(), here, there };
    let posts = posts(app, lang).await?;
    let decided = alert.decision();
    Ok(AlertPage {
        frame: visit.frame(Place::Alerts).await?,
        fields,
        key: key(row).to_owned(),
        title: if row.title.is_empty() { visit.t().draft_untitled() } else { row.title.clone() },
        number: alert.reference().as_str().to_owned(),
        stage: stage_tag(visit, row),
        from: body(app, lang, &from),
        to: body(app, lang, &to),
        says: says(visit, row, alert),
        copies: alert.copies().iter().map(|copy| copy_view(visit, copy)).collect(),
        returned: match alert.stage() {
            Stage::Draft { returned } => returned.clone(),
            _ => None,
        },
        person: content.as_ref().map_or_else(|| typed(alert.typed()), |content| person(visit, content)),
        things: content.as_ref().map(|content| things(visit, content)).unwrap_or_default(),
        search: content.as_ref().map(|content| search(visit, content)).unwrap_or_default(),
        verdict: decided.map(decision::verdict),
        rests_on: decided.map(|d| decision::basis(app, lang, d, String::new()).rests_on).unwrap_or_default(),
        hits: alert.hits().iter().map(|kept| hit(visit, row, alert, kept)).collect(),
        releases: alert.releases().iter().map(|kept| release(visit, row, kept)).collect(),
        timeline: timeline::items(&sides, &row.id, alert.timeline(), &posts, false).await?,
        places: Both::new(body(app, lang, here).name, body(app, lang, there).name),
        pending: alert.pending().map(|change| {
            let things = things(visit, &change.content);
            person(visit, &change.content)
                .into_iter()
                .chain(things)
                .chain(search(visit, &change.content))
                .collect()
        }),
        can: can(visit, row, alert).await?,
    })
}

fn says(visit: &Visit, row: &MatterRow, alert: &Alert) -> Vec<String> {
    let t = visit.t();
    let mut says = Vec::new();
    match alert.stage() {
        Stage::InForce { reached, .. } => {
            let listed = visit.app.screening.get(&row.id).is_some();
            says.push(if listed { t.alert_listed() } else { t.alert_not_listed() });
            if alert.whose() == Whose::Ours && alert.copies().is_empty() {
                says.push(match reached.code() {
                    "approved" => t.alert_reached_approved(),
                    "sent" => t.alert_reached_sent(),
                    _ => t.alert_reached_delivered(),
                });
            }
        }
        Stage::Awaiting { .. } => says.push(t.alert_waits_law()),
        Stage::Withdrawn { reason, .. } => {
            says.push(reason.clone());
            if alert.withdrawal_is_open() {
                says.push(t.alert_withdrawal_open(unconfirmed(visit, alert)));
            } else if !alert.copies().is_empty() {
                says.push(t.alert_withdrawal_done());
            }
        }
        _ => {}
    }
    if alert.erased_at().is_some() {
        says.push(t.alert_erased());
    }
    says
}

/// The bodies that have not confirmed a withdrawal.
fn unconfirmed(visit: &Visit, alert: &Alert) -> String {
    let open = alert.copies().iter().filter(|copy| copy.state() == CopyState::WithdrawalPending);
    let names = open.map(|copy| body(&visit.app, visit.lang(), copy.to.as_str()).name);
    names.collect::<Vec<_>>().join(", ")
}

fn copy_view(visit: &Visit, copy: &KeptCopy) -> CopyView {
    let state = copy.state();
    let tone = match state {
        CopyState::InForce => Tone::Good,
        CopyState::Refused => Tone::Bad,
        CopyState::AwaitingLaw => Tone::Paused,
        CopyState::Pending | CopyState::WithdrawalPending => Tone::Soon,
        CopyState::Sent | CopyState::Received | CopyState::Withdrawn => Tone::Plain,
    };
    CopyView {
        to: body(&visit.app, visit.lang(), copy.to.as_str()),
        state: Tag::new(tone, visit.t().copy_state(state)),
        since: when(visit.lang(), copy.at, visit.now(), &visit.zone()),
        note: copy.refused.clone().unwrap_or_default(),
    }
}

fn typed(typed: &DraftFields) -> Vec<(String, String)> {
    let filled = typed.iter().filter(|(_, text)| !text.trim().is_empty());
    filled.map(|(field, text)| (field.name().into_owned(), text.to_owned())).collect()
}

fn person(visit: &Visit, content: &AlertContent) -> Vec<(String, String)> {
    let t = visit.t();
    let person = &content.person;
    let born = person.born.map(String::from).unwrap_or_default();
    let pairs = [
        (t.col_name(), person.names.iter().map(|name| name.line()).collect::<Vec<_>>().join("; ")),
        (t.col_born(), born.parse().map_or(born.clone(), |date| visit.lang().date(date))),
        (t.field_birth_place(), person.birth_place.clone().unwrap_or_default()),
        (t.field_sex(), person.sex.map(|sex| t.sex(sex)).unwrap_or_default()),
        (t.field_citizenship(), person.citizenship.clone().unwrap_or_default()),
        (t.evidence_document(), person.documents.join(", ")),
    ];
    pairs.into_iter().filter(|(_, value)| !value.is_empty()).collect()
}

fn things(visit: &Visit, content: &AlertContent) -> Vec<(String, String)> {
    content.things.iter().map(|thing| (visit.t().thing_kind(Some(thing.kind)), thing.line())).collect()
}

fn search(visit: &Visit, content: &AlertContent) -> Vec<(String, String)> {
    let (t, lang) = (visit.t(), visit.lang());
    let dangers: Vec<String> = content.danger.iter().map(|danger| t.danger(*danger)).collect();
    let within = content.answer_within_h.map(|hours| t.notice_asked(hours.to_string()));
    let pairs = [
        (t.field_also_to(), also_to(visit, content)),
        (t.met_wanted(), t.search_purpose(content.purpose)),
        (t.field_action(), t.search_action(content.action)),
        (t.field_opened_by(), content.opened_by.clone()),
        (t.field_case_number(), content.case_number.clone()),
        (t.met_danger(), if dangers.is_empty() { t.danger_none() } else { dangers.join(", ") }),
        (t.field_danger_note(), content.danger_note.clone().unwrap_or_default()),
        (t.field_valid_until(), lang.date(content.valid_until)),
        (t.met_notice(), within.unwrap_or_default()),
    ];
    pairs.into_iter().filter(|(_, value)| !value.is_empty()).collect()
}

fn also_to(visit: &Visit, content: &AlertContent) -> String {
    let names = content.also_to.iter().map(|other| body(&visit.app, visit.lang(), other.as_str()).name);
    names.collect::<Vec<_>>().join(", ")
}

fn hit(visit: &Visit, row: &MatterRow, alert: &Alert, kept: &KeptHit) -> HitView {
    let (t, lang) = (visit.t(), visit.lang());
    let hit = &kept.hit;
    let compared: Vec<String> = hit.compared.iter().map(|compared| t.compared_word(*compared)).collect();
    let born = hit.traveller.born.map(String::from);
    let traveller = [Some(hit.traveller.name.clone()), born, hit.traveller.document.clone()];
    let looks = [Some(hit.first_look.to_string()), hit.second_look.as_ref().map(ToString::to_string)];
    let state = match (kept.is_open(), &kept.dropped, kept.told.is_some()) {
        (true, ..) => Tag::new(Tone::Soon, t.hit_waits()),
        (_, Some(_), _) => Tag::new(Tone::Plain, t.hit_was_dropped()),
        (.., true) => Tag::new(Tone::Bad, t.hit_told()),
        _ => Tag::new(Tone::Bad, t.hit_known()),
    };
    let first = kept.by.as_ref().is_some_and(|by| by.official.as_str() == visit.who().id);
    HitView {
        id: hit.id.clone(),
        at: when(lang, hit.at, visit.now(), &visit.zone()),
        place: hit.place.clone(),
        outcome: t.hit_outcome_word(hit.outcome),
        traveller: traveller.into_iter().flatten().collect::<Vec<_>>().join(", "),
        compared: compared.join(", "),
        looks: looks.into_iter().flatten().collect::<Vec<_>>().join("; "),
        note: hit.note.clone().or(kept.dropped.clone()).unwrap_or_default(),
        state,
        may_confirm: kept.is_open() && !first && visit.may_on("confirm-hit", row),
        may_read: alert.whose() == Whose::Ours
            && kept.confirmed_at.is_some()
            && kept.read_at.is_none()
            && visit.may_on("read-hit", row),
    }
}

fn release(visit: &Visit, row: &MatterRow, kept: &KeptRelease) -> ReleaseView {
    let (t, lang) = (visit.t(), visit.lang());
    let release = &kept.release;
    let own = release.body.as_str() == row.body;
    ReleaseView {
        id: release.id.clone(),
        document: release.document.clone(),
        why: t.release_reason(release.reason),
        by: format!("{}, {}", release.by, body(&visit.app, lang, release.body.as_str()).name),
        until: lang.date(crate::acts::crossing::last_day(release.until)),
        state: kept.revoked_at.map(|_| Tag::new(Tone::Plain, t.release_revoked())),
        may_revoke: own && kept.holds(visit.now()) && visit.may_on("release-person", row),
    }
}

async fn can(visit: &Visit, row: &MatterRow, alert: &Alert) -> Acted<AlertActs> {
    let may = |action| visit.may_on(action, row);
    let signs = signing::with_power(&visit.app, visit.who(), Power::IssueAlert).await.is_ok();
    let own = |id: &marchland_casework::OfficialId| id.as_str() == visit.who().id;
    let submitted_by_me = match alert.stage() {
        Stage::Submitted { by, .. } => own(&by.official),
        _ => false,
    };
    let (draft, submitted) = match alert.stage() {
        Stage::Draft { .. } => (true, false),
        Stage::Submitted { .. } => (false, true),
        _ => (false, false),
    };
    let stands = matches!(alert.stage(), Stage::InForce { .. });
    let ours = alert.whose() == Whose::Ours;
    let change_mine = alert.pending().is_some_and(|change| own(&change.by.official));
    let head = may("approve-alert") && signs;
    Ok(AlertActs {
        edit: draft && may("edit-alert"),
        submit: draft && may("edit-alert"),
        discard: (draft || submitted) && may("edit-alert"),
        approve: head && ((submitted && !submitted_by_me) || (alert.pending().is_some() && !change_mine)),
        give_back: head && submitted,
        change: ours && stands && alert.pending().is_none() && may("change-alert"),
        drop_change: alert.pending().is_some() && may("change-alert"),
        withdraw: ours && stands && head,
        decide: matches!(alert.stage(), Stage::Awaiting { .. }) && may("decide-alert"),
        revoke: may("release-person"),
    })
}
