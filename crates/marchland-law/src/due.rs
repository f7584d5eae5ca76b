//! When a time limit ends: hours run on, days end at midnight of the side whose calendar counts, rest days and holidays of
//! both sides can count, and the clock can stand still.
//!
//! Never: asks what time it is, or takes a year without a calendar for a year without holidays.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, ToSpan};

use crate::calendar::{Calendars, Rest};
use crate::{
    CalendarGap, CalendarOf, CannotCount, ClockStop, Due, ExcludedHours, Place, SkippedDay, State, TimeLimit,
    TimeUnit,
};

/// Days a count may walk before it is refused; ten years of days off in a row is a mistake in a pack.
const DAYS_MAX: u32 = 4000;

/// `start` is the event the limit names; `stops` are the spans in which the clock stood still.
///
/// Days, working days, weeks and months end at the end of their last day; the day of the event does not count. A day on
/// which the clock stood still, even for an hour, does not count. Hours are counted by the minute.
pub fn due(
    limit: &TimeLimit,
    start: Timestamp,
    calendars: &Calendars,
    requesting: &Place,
    requested: &Place,
    stops: &[ClockStop],
) -> Result<Due, CannotCount> {
    let places = match limit.calendar {
        CalendarOf::Requesting => vec![requesting],
        CalendarOf::Requested => vec![requested],
        CalendarOf::Both => vec![requesting, requested],
    };
    let sides: Vec<Side<'_>> =
        places.into_iter().map(|p| Side::open(p, calendars)).collect::<Result<_, _>>()?;
    let stopped = stops.iter().any(|s| s.until.is_none());
    let mut due = Due { at: start, stopped, skipped: Vec::new(), gaps: Vec::new() };
    if limit.amount == 0 {
        return Ok(due);
    }
    due.at = match limit.unit {
        TimeUnit::Hours => count_hours(limit, start, &sides, stops)?,
        // Where both sides count, the limit has passed only when it has passed on both clocks.
        _ => {
            let mut last = start;
            for side in &sides {
                last = last.max(count_days(limit, start, side, &sides, stops, &mut due)?);
            }
            last
        }
    };
    due.skipped.sort_by_key(|d| (d.date, d.state));
    due.skipped.dedup();
    due.gaps.sort();
    due.gaps.dedup();
    Ok(due)
}

struct Side<'c> {
    state: State,
    zone: TimeZone,
    calendar: Option<&'c crate::Calendar>,
}

impl<'c> Side<'c> {
    fn open(place: &Place, calendars: &'c Calendars) -> Result<Self, CannotCount> {
        let zone = TimeZone::get(&place.zone).map_err(|_| CannotCount::ZoneUnknown(place.zone.clone()))?;
        Ok(Self { state: place.state, zone, calendar: calendars.get(place.state) })
    }

    fn day_of(&self, at: Timestamp) -> Date {
        self.zone.to_datetime(at).date()
    }

    /// The first moment after a day, on this clock.
    fn end_of(&self, day: Date) -> Result<Timestamp, CannotCount> {
        let next = day.tomorrow().map_err(|_| CannotCount::TooFar)?;
        next.to_zoned(self.zone.clone()).map(|z| z.timestamp()).map_err(|_| CannotCount::TooFar)
    }
}

fn count_days(
    limit: &TimeLimit,
    start: Timestamp,
    clock: &Side<'_>,
    sides: &[Side<'_>],
    stops: &[ClockStop],
    due: &mut Due,
) -> Result<Timestamp, CannotCount> {
    let first = clock.day_of(start);
    let stood_still = |day: Date| {
        stops.iter().any(|s| {
            let from = clock.day_of(s.from);
            // Still standing: only its first day is certain, the rest is not yet known.
            from <= day && day <= s.until.map_or(from, |u| clock.day_of(u))
        })
    };
    let amount = i64::from(limit.amount);
    let mut day = first;
    let mut left = match limit.unit {
        TimeUnit::Weeks => amount.checked_mul(7).ok_or(CannotCount::TooFar)?,
        TimeUnit::Months => {
            let end =
                first.checked_add(jiff::Span::new().try_months(amount).map_err(too_far)?).map_err(too_far)?;
            i64::from((end - first).get_days())
        }
        _ => amount,
    };
    for _ in 0..DAYS_MAX {
        day = day.tomorrow().map_err(too_far)?;
        let counts = !stood_still(day) && (limit.unit != TimeUnit::WorkingDays || works(day, sides, due));
        if counts {
            left -= 1;
        }
        if left == 0 {
            return clock.end_of(day);
        }
    }
    Err(CannotCount::TooFar)
}

fn too_far(_: jiff::Error) -> CannotCount {
    CannotCount::TooFar
}

/// A working day on every side that counts. Notes why not, and where the calendar does not reach.
fn works(day: Date, sides: &[Side<'_>], due: &mut Due) -> bool {
    let mut works = true;
    for side in sides {
        let Some(calendar) = side.calendar else {
            due.gaps.push(CalendarGap { state: side.state, year: day.year() });
            let weekend =
                matches!(day.weekday(), jiff::civil::Weekday::Saturday | jiff::civil::Weekday::Sunday);
            if weekend {
                due.skipped.push(SkippedDay { date: day, state: side.state, holiday: None });
            }
            works &= !weekend;
            continue;
        };
        if !calendar.speaks_for(day.year()) {
            due.gaps.push(CalendarGap { state: side.state, year: day.year() });
        }
        if let Some(rest) = calendar.rest_on(day) {
            let holiday = match rest {
                Rest::Weekly => None,
                Rest::Holiday(names) => Some(names.clone()),
            };
            due.skipped.push(SkippedDay { date: day, state: side.state, holiday });
            works = false;
        }
    }
    works
}

/// Walks from boundary to boundary: between two of them either all time counts or none does.
fn count_hours(
    limit: &TimeLimit,
    start: Timestamp,
    sides: &[Side<'_>],
    stops: &[ClockStop],
) -> Result<Timestamp, CannotCount> {
    let mut left = SignedDuration::from_hours(i64::from(limit.amount));
    let mut at = start;
    for _ in 0..DAYS_MAX * 8 {
        let stop = stops
            .iter()
            .filter_map(|s| s.until.map(|u| (s.from, u)))
            .find(|(from, until)| *from <= at && at < *until);
        if let Some((_, until)) = stop {
            at = until;
            continue;
        }
        let excluded = limit.excluded.as_ref();
        if let Some(until) =
            excluded.and_then(|hours| sides.iter().find_map(|s| excluded_until(hours, s, at)))
        {
            at = until?;
            continue;
        }
        let next_stop = stops.iter().map(|s| s.from).filter(|from| *from > at).min();
        let next_excluded = match excluded {
            Some(hours) => sides
                .iter()
                .map(|s| next_excluded(hours, s, at))
                .collect::<Result<Vec<_>, _>>()?
                .into_iter()
                .min(),
            None => None,
        };
        let end = at.checked_add(left).map_err(too_far)?;
        match [next_stop, next_excluded].into_iter().flatten().min() {
            // An open stop never ends by itself: count on as if it ended at once; `Due::stopped` says that it will move.
            Some(boundary) if boundary < end => {
                left -= boundary.duration_since(at);
                at = boundary;
                if stops.iter().any(|s| s.until.is_none() && s.from == boundary)
                    && next_excluded != Some(boundary)
                {
                    return at.checked_add(left).map_err(too_far);
                }
            }
            _ => return Ok(end),
        }
    }
    Err(CannotCount::NoHoursLeft)
}

/// The end of the excluded hours that hold this moment, if any do.
fn excluded_until(
    hours: &ExcludedHours,
    side: &Side<'_>,
    at: Timestamp,
) -> Option<Result<Timestamp, CannotCount>> {
    let local = side.zone.to_datetime(at);
    let (time, day) = (local.time(), local.date());
    let over_midnight = hours.from >= hours.until;
    let inside = if over_midnight {
        time >= hours.from || time < hours.until
    } else {
        time >= hours.from && time < hours.until
    };
    if !inside {
        return None;
    }
    let last_day =
        if over_midnight && time >= hours.from { day.tomorrow().map_err(too_far) } else { Ok(day) };
    Some(last_day.and_then(|d| {
        let end = d.to_datetime(hours.until).to_zoned(side.zone.clone()).map_err(too_far)?.timestamp();
        // Clocks set back can bring an hour twice; time must still move on.
        if end > at { Ok(end) } else { at.checked_add(1.minute()).map_err(too_far) }
    }))
}

fn next_excluded(hours: &ExcludedHours, side: &Side<'_>, at: Timestamp) -> Result<Timestamp, CannotCount> {
    let day = side.day_of(at);
    for offset in 0..3_i64 {
        let day = day.checked_add(offset.days()).map_err(too_far)?;
        let begin = day.to_datetime(hours.from).to_zoned(side.zone.clone()).map_err(too_far)?.timestamp();
        if begin > at {
            return Ok(begin);
        }
    }
    Err(CannotCount::TooFar)
}
