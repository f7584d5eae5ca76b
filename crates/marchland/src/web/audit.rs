//! `GET /audit`: who did and who read what, and why; beside it the heads of the logs.
//!
//! Never: shows the content of a case.

use jiff::Timestamp;
use jiff::civil::Date;
use marchland_wire::checkpoint::Note;

use super::fill::words;
use super::frame::neighbour_name;
use super::page::{Page, Visit, show};
use super::views::audit::{AuditPage, AuditRow, LogHead};
use super::views::parts::Anchor;
use super::views::{Choice, Fields, Pager, Place};
use crate::access::Doors;
use crate::acts::Acted;
use crate::store::StoreError;
use crate::store::audit::{AuditRow as Kept, Search};

const PAGE: u32 = 50;
const ROOT_SHOWN: usize = 16;

pub fn doors(doors: Doors) -> Doors {
    doors.get("/audit", "see-audit", list)
}

async fn list(visit: Visit) -> Page {
    let t = visit.t();
    let kind = if ["read", "write"].contains(&visit.q("kind")) { visit.q("kind") } else { "" };
    let case = if visit.q("case").is_empty() { visit.q("of") } else { visit.q("case") };
    let search = Search {
        kind,
        who: visit.q("who").trim(),
        case: case.trim(),
        from_ms: start_of(&visit, visit.q("from"), 0).unwrap_or(0),
        until_ms: start_of(&visit, visit.q("until"), 1).unwrap_or(i64::MAX),
    };
    let total = visit.app.store.count_audit(search).await?.unsigned_abs();
    let pages = u32::try_from(total.div_ceil(u64::from(PAGE))).unwrap_or(u32::MAX).max(1);
    let page = visit.q("page").parse().unwrap_or(1).clamp(1, pages);
    let offset = i64::from(page - 1) * i64::from(PAGE);
    let found = visit.app.store.audit_found(search, i64::from(PAGE), offset).await?;
    let asked = [
        ("kind", kind),
        ("who", search.who),
        ("case", search.case),
        ("from", visit.q("from")),
        ("until", visit.q("until")),
    ];
    let kinds = [("", t.audit_all()), ("read", t.audit_reads()), ("write", t.audit_writes())];
    show(&AuditPage {
        frame: visit.frame(Place::Audit).await?,
        fields: Fields::new(asked.map(|(name, value)| (name.to_owned(), value.to_owned()))),
        kinds: kinds.map(|(code, text)| Choice::new(code, text)).into(),
        rows: found.into_iter().map(|kept| row(&visit, kept)).collect::<Result<_, _>>()?,
        pager: Pager { page, pages, total, href: address(&asked) },
        log: heads(&visit).await?,
    })
}

fn row(visit: &Visit, kept: Kept) -> Result<AuditRow, StoreError> {
    let (lang, t) = (visit.lang(), visit.t());
    let post = kept.post.as_deref().map(serde_json::from_str::<marchland_law::Text>).transpose();
    let post = post.map_err(StoreError::unreadable("post of an official"))?;
    let at = Timestamp::from_millisecond(kept.at_ms).unwrap_or_default();
    let refused = Some(kept.outcome).filter(|outcome| outcome != "done");
    Ok(AuditRow {
        at: lang.date_time(&at.to_zoned(visit.zone())),
        read: kept.reads != 0,
        act: t.audit_act(&kept.act),
        who: kept.login.unwrap_or_else(|| t.audit_node()),
        post: post.map(|post| words::text(lang, &post)).unwrap_or_default(),
        case: Anchor::new(kept.matter_ref.or(kept.matter).unwrap_or_default(), ""),
        reason: [kept.reason.map(|reason| t.read_reason(&reason)), refused]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(". "),
    })
}

/// One log for each neighbour: how long it is, and the state of it that the neighbour cosigned last.
async fn heads(visit: &Visit) -> Acted<Vec<LogHead>> {
    let (lang, t, zone) = (visit.lang(), visit.t(), visit.zone());
    let mut heads = Vec::new();
    for link in visit.app.links.all() {
        let (size, cosigned, _) = visit.app.store.log_heads(&link.id).await?;
        let root = match &cosigned {
            Some(row) => {
                Note::parse(&row.note)?.checkpoint.root.to_string().chars().take(ROOT_SHOWN).collect()
            }
            None => String::new(),
        };
        let at = cosigned.and_then(|row| Timestamp::from_millisecond(row.cosigned_at_ms?).ok());
        let now = visit.now().to_zoned(zone.clone());
        heads.push(LogHead {
            neighbour: neighbour_name(&visit.app, link, lang),
            size: lang.number(i64::try_from(size).unwrap_or(i64::MAX)),
            root,
            witnessed: match at {
                Some(at) => t.foot_log_witnessed(lang.when(&at.to_zoned(zone.clone()), &now)),
                None => t.foot_log_alone(),
            },
        });
    }
    Ok(heads)
}

/// The first moment of a typed day, or of the one after it, where the visitor's body is.
fn start_of(visit: &Visit, day: &str, later_days: i64) -> Option<i64> {
    let day: Date = day.parse().ok()?;
    let day = day.checked_add(jiff::Span::new().try_days(later_days).ok()?).ok()?;
    Some(day.to_zoned(visit.zone()).ok()?.timestamp().as_millisecond())
}

fn address(asked: &[(&str, &str)]) -> String {
    let given: Vec<_> = asked.iter().filter(|(_, value)| !value.is_empty()).collect();
    let query = serde_urlencoded::to_string(given).unwrap_or_default();
    if query.is_empty() { "/audit?page=".to_owned() } else { format!("/audit?{query}&page=") }
}
