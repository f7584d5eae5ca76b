//! `GET /alerts`: alerts of the reader's body and those addressed to it.
//!
//! Never: lists an alert the reader may not open.

use super::super::fill::case::{href, key};
use super::super::fill::words::body;
use super::super::page::{Page, Visit, show};
use super::super::views::alerts::{AlertRow, AlertsPage};
use super::super::views::parts::{Anchor, Pager, Tab, Tag, Tone};
use super::super::views::{Fields, Place};
use crate::acts::open::{Case, case};
use crate::store::alert::AlertFilter;
use crate::store::matter::MatterRow;

const PAGE: u32 = 40;
const STANDING: &str = ",draft,submitted,in-force,awaiting-law,";
const ENDED: &str = ",withdrawn,expired,";

pub async fn see(visit: Visit) -> Page {
    let t = visit.t();
    let views = [
        ("", t.alerts_all(), "", STANDING),
        ("ours", t.alerts_ours(), "alert-ours", STANDING),
        ("theirs", t.alerts_theirs(), "alert-theirs", STANDING),
        ("ended", t.alerts_ended(), "", ENDED),
    ];
    let (typed, reach) = (visit.q("q"), visit.reach());
    let chosen = views.iter().find(|view| view.0 == visit.q("view")).unwrap_or(&views[0]);
    let filter = |side, stages, limit, offset| AlertFilter {
        side,
        stages,
        bodies: &reach,
        text: typed,
        limit,
        offset,
    };
    let mut tabs = Vec::new();
    for (code, text, side, stages) in &views {
        let count = visit.app.store.count_alerts(&filter(side, stages, 0, 0)).await?;
        tabs.push(Tab {
            text: text.clone(),
            href: address(code, typed),
            count: Some(count.unsigned_abs()),
            current: *code == chosen.0,
        });
    }
    let total = visit.app.store.count_alerts(&filter(chosen.2, chosen.3, 0, 0)).await?.unsigned_abs();
    let pages = u32::try_from(total.div_ceil(u64::from(PAGE))).unwrap_or(u32::MAX).max(1);
    let page = visit.q("page").parse().unwrap_or(1).clamp(1, pages);
    let offset = i64::from(page - 1) * i64::from(PAGE);
    let found = visit.app.store.alert_list(&filter(chosen.2, chosen.3, i64::from(PAGE), offset)).await?;
    let rows =
        found.iter().filter(|row| visit.may_on("read-matter", row)).map(|alert| row(&visit, alert)).collect();
    let mut fields = Fields::default();
    fields.set("q", typed);
    fields.set("view", chosen.0);
    let next = address(chosen.0, typed);
    let join = if next.contains('?') { '&' } else { '?' };
    show(&AlertsPage {
        frame: visit.frame(Place::Alerts).await?,
        tabs,
        fields,
        rows,
        pager: Pager { page, pages, total, href: format!("{next}{join}page=") },
        may_compose: visit.may("compose-alert"),
    })
}

pub fn stage_tag(visit: &Visit, row: &MatterRow) -> Tag {
    let tone = match row.stage.as_str() {
        "in-force" => Tone::Good,
        "awaiting-law" => Tone::Paused,
        "submitted" => Tone::Soon,
        _ => Tone::Plain,
    };
    Tag::new(tone, visit.t().alert_stage(&row.stage))
}

fn row(visit: &Visit, alert: &MatterRow) -> AlertRow {
    let (app, lang) = (&visit.app, visit.lang());
    let content = match case(alert) {
        Ok(Case::Alert(alert)) => alert.content().cloned(),
        _ => None,
    };
    let title = if alert.title.is_empty() { visit.t().draft_untitled() } else { alert.title.clone() };
    AlertRow {
        title: Anchor::new(title, href(alert)),
        number: alert.peer_ref.clone().unwrap_or_else(|| key(alert).to_owned()),
        purpose: content.as_ref().map(|c| visit.t().search_purpose(c.purpose)).unwrap_or_default(),
        from: content.as_ref().map(|c| body(app, lang, c.from.as_str())).unwrap_or_default(),
        stage: stage_tag(visit, alert),
        valid: content.as_ref().map(|c| lang.date(c.valid_until)).unwrap_or_default(),
    }
}

fn address(view: &str, typed: &str) -> String {
    let given = [("view", view), ("q", typed)];
    let query: Vec<_> = given.into_iter().filter(|(_, value)| !value.is_empty()).collect();
    match serde_urlencoded::to_string(query) {
        Ok(query) if !query.is_empty() => format!("/alerts?{query}"),
        _ => "/alerts".to_owned(),
    }
}
