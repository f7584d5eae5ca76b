//! `GET /audit/checks`: how often was checked, by whom, where, why, with what outcome.
//!
//! Never: shows a traveller to an auditor.

use super::super::page::{Page, Visit, show};
use super::super::views::Place;
use super::super::views::crossing::{CountRow, CountsPage};
use super::lane;
use crate::screening::Word;

const WEEK_MS: i64 = 7 * 86_400_000;
const ROWS_MAX: i64 = 500;

pub async fn see(visit: Visit) -> Page {
    let (lang, t) = (visit.lang(), visit.t());
    let since = visit.app.clock.now_ms() - WEEK_MS;
    let counts = visit.app.store.check_counts(since, i64::MAX, ROWS_MAX).await?;
    let total: i64 = counts.iter().map(|count| count.checks).sum();
    let rules = &visit.app.config.screening;
    let row = |count: crate::store::passage::CheckCount| {
        let post: Option<marchland_law::Text> =
            count.post.as_deref().and_then(|post| serde_json::from_str(post).ok());
        CountRow {
            post: post.map(|post| post.in_language(lang.code()).to_owned()).unwrap_or_default(),
            user: count.login.unwrap_or(count.official),
            place: format!("{}, {}", lane::name(&visit, &count.crossing), count.lane),
            reason: count.reason,
            word: Word::from_code(&count.verdict).map_or_else(|| count.verdict.clone(), |word| t.word(word)),
            checks: lang.number(count.checks),
        }
    };
    let rows = counts.into_iter().map(row).collect();
    show(&CountsPage {
        frame: visit.frame(Place::Audit).await?,
        rows,
        total: t.counts_total(lang.number(total)),
        kept: t.counts_kept(rules.keep_hours.to_string(), rules.keep_hit_hours.to_string()),
    })
}
