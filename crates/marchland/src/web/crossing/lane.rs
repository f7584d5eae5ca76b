//! Where a guard stands: crossing point, lane, direction, reason. Remembered from check to check in the form itself.
//!
//! Never: invents a crossing point; the configuration lists them.

use std::collections::BTreeMap;

use super::super::page::{Form, Visit};
use super::super::views::crossing::LaneHead;
use super::super::views::{Choice, Fields};
use crate::acts::crossing::Lane;
use crate::store::passage::PassageRow;

pub fn of_form(form: &Form) -> Lane {
    let given = |name| form.get(name).trim().to_owned();
    Lane {
        crossing: given("crossing"),
        lane: given("lane"),
        direction: given("direction"),
        reason: given("reason"),
    }
}

/// The lane of the guard's last check, or the first one of the guard's body.
pub fn usual(visit: &Visit, last: Option<&PassageRow>) -> Lane {
    if let Some(row) = last {
        return Lane {
            crossing: row.crossing.clone(),
            lane: row.lane.clone(),
            direction: row.direction.clone(),
            reason: row.reason.clone(),
        };
    }
    let own = |crossing: &&crate::config::Crossing| crossing.body == visit.who().body;
    let first = visit.app.config.crossings.iter().find(own).or(visit.app.config.crossings.first());
    Lane {
        crossing: first.map(|crossing| crossing.id.clone()).unwrap_or_default(),
        lane: "1".to_owned(),
        direction: "leaving".to_owned(),
        reason: visit.t().lane_reason_usual(),
    }
}

pub fn fields(lane: &Lane) -> Fields {
    let values = [
        ("crossing", &lane.crossing),
        ("lane", &lane.lane),
        ("direction", &lane.direction),
        ("reason", &lane.reason),
    ];
    Fields::new(
        values.into_iter().map(|(name, value)| (name.to_owned(), value.clone())).collect::<BTreeMap<_, _>>(),
    )
}

pub fn crossings(visit: &Visit) -> Vec<Choice> {
    let code = visit.lang().code();
    let all = visit.app.config.crossings.iter();
    all.map(|crossing| Choice::new(crossing.id.clone(), crossing.name.in_language(code))).collect()
}

pub fn lanes(visit: &Visit) -> Vec<Choice> {
    let most = visit.app.config.crossings.iter().map(|crossing| crossing.lanes).max().unwrap_or(1);
    (1..=most.max(1)).map(|n| Choice::new(n.to_string(), n.to_string())).collect()
}

pub fn head(visit: &Visit, lane: &Lane) -> LaneHead {
    let (t, lang) = (visit.t(), visit.lang());
    let place = name(visit, &lane.crossing);
    let direction = if lane.direction == "entering" { t.direction_entering() } else { t.direction_leaving() };
    let time = lang.time(&visit.now().to_zoned(visit.zone()));
    let alerts = t.alerts_count(visit.app.screening.len() as u64);
    LaneHead {
        place: t.lane_place(place, lane.lane.as_str(), direction),
        list: t.list_now(time, alerts) + ".",
    }
}

/// What people call a crossing point.
pub fn name(visit: &Visit, id: &str) -> String {
    let found = visit.app.config.crossings.iter().find(|crossing| crossing.id == id);
    found.map_or_else(|| id.to_owned(), |crossing| crossing.name.in_language(visit.lang().code()).to_owned())
}
