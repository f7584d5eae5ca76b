//! The border territories of an instrument: their regions, and since when or until when each belongs to them.
//!
//! Never: draws a territory on a map.

use jiff::civil::{Date, date};
use marchland_law::{Framework, Instrument, Member, Territory};

use super::show;
use crate::web::fill::chart::{Scale, TOP};
use crate::web::fill::words;
use crate::web::page::Visit;
use crate::web::views::framework::{Bar, Chart, ChartLine};
use crate::web::views::law::{RegionRow, TerritoryPanel};

/// More regions than these are read in the table.
const DRAWN_MAX: usize = 12;
const LINE: i64 = 23;

pub fn panels(visit: &Visit, one: &Instrument) -> Vec<TerritoryPanel> {
    of(&visit.app.law.framework, one).into_iter().map(|territory| panel(visit, one, territory)).collect()
}

/// Those the instrument names and those its rules name.
pub fn of<'l>(law: &'l Framework, one: &Instrument) -> Vec<&'l Territory> {
    let of_rules =
        one.articles.iter().flat_map(|article| &article.rules).filter_map(|r| r.territory.as_ref());
    let mut ids: Vec<_> = one.territories.iter().chain(of_rules).collect();
    ids.sort();
    ids.dedup();
    ids.into_iter().filter_map(|id| law.territory(id)).collect()
}

fn panel(visit: &Visit, one: &Instrument, territory: &Territory) -> TerritoryPanel {
    let lang = visit.lang();
    let (chart, not_drawn) = chart(visit, one, territory);
    TerritoryPanel {
        id: territory.id.to_string(),
        name: words::text(lang, &territory.names),
        note: territory.note.as_ref().map(|note| words::text(lang, note)).unwrap_or_default(),
        chart,
        not_drawn,
        regions: territory.members.iter().map(|member| region(visit, member)).collect(),
        sources: territory.sources.values().map(show::link).collect(),
    }
}

fn region(visit: &Visit, member: &Member) -> RegionRow {
    let lang = visit.lang();
    RegionRow {
        name: words::text(lang, &member.names),
        code: member.region.to_string(),
        belongs: belongs(visit, member),
        confidence: words::confidence(member.confidence),
        note: member.note.as_ref().map(|note| words::text(lang, note)).unwrap_or_default(),
    }
}

fn belongs(visit: &Visit, member: &Member) -> String {
    let (lang, t) = (visit.lang(), visit.t());
    match (member.from, member.until) {
        (None, None) => t.territory_always(),
        (Some(from), None) => t.status_from(lang.date(from)),
        (None, Some(until)) => t.until(lang.date(until)),
        (Some(from), Some(until)) => t.from_until(lang.date(from), lang.date(until)),
    }
}

/// Drawn only where some region came or went; those stand first.
fn chart(visit: &Visit, one: &Instrument, territory: &Territory) -> (Option<Chart>, usize) {
    let dated = |member: &&Member| member.from.is_some() || member.until.is_some();
    if !territory.members.iter().any(|member| dated(&member)) {
        return (None, 0);
    }
    let today = visit.now().to_zoned(visit.zone()).date();
    let mut members: Vec<&Member> = territory.members.iter().collect();
    members.sort_by_key(|member| !dated(member));
    let not_drawn = members.len().saturating_sub(DRAWN_MAX);
    members.truncate(DRAWN_MAX);
    let days = members.iter().flat_map(|member| [member.from, member.until]).flatten();
    let known = days.chain(one.parties.iter().filter_map(|party| party.in_force)).chain([today]);
    let (Some(first), Some(last)) = (known.clone().min(), known.max()) else { return (None, 0) };
    let scale = Scale::new(date(first.year(), 1, 1), last);
    let line = |(index, member): (usize, &&Member)| ChartLine {
        y: TOP + LINE * i64::try_from(index).unwrap_or_default(),
        name: words::text(visit.lang(), &member.names),
        bars: vec![bar(visit, &scale, member, date(first.year(), 1, 1))],
        strokes: Vec::new(),
    };
    let lines = members.iter().enumerate().map(line).collect();
    (Some(scale.chart(lines, LINE, Some((today, visit.lang().date(today))))), not_drawn)
}

fn bar(visit: &Visit, scale: &Scale, member: &Member, first: Date) -> Bar {
    let (x, width) = scale.bar(member.from.unwrap_or(first), member.until);
    Bar { x, width, class: "bar-detail", title: belongs(visit, member) }
}
