//! Years on a line as numbers of a drawing: the timeline of a pair and the parties of an instrument are drawn alike.
//!
//! Never: measures text; names stand in a column of their own.

use jiff::civil::{Date, date};

use crate::web::views::framework::{Chart, ChartLine};

/// Room for the years and the word of the last day above the lines.
pub const TOP: i64 = 24;
const WIDTH: i64 = 980;
const LEFT: i64 = 310;
const RIGHT: i64 = 20;
const FOOT: i64 = 26;
const YEARS_STEP: i16 = 5;
/// So that a span of a day can be seen.
const BAR_MIN: i64 = 2;

#[derive(Clone, Copy, Debug)]
pub struct Scale {
    first: Date,
    last: Date,
}

impl Scale {
    /// `last` not before `first`.
    pub fn new(first: Date, last: Date) -> Self {
        Self { first, last }
    }

    /// Where a day stands; days outside stand at the nearer end.
    pub fn x(&self, day: Date) -> i64 {
        let days =
            |day: Date| i64::from(self.first.until(day).map(|span| span.get_days()).unwrap_or_default());
        let length = days(self.last).max(1);
        LEFT + days(day).clamp(0, length) * (WIDTH - LEFT - RIGHT) / length
    }

    /// Where a bar begins and how long it is; without an end it lasts to the last day.
    pub fn bar(&self, from: Date, until: Option<Date>) -> (i64, i64) {
        let (start, end) = (self.x(from), self.x(until.unwrap_or(self.last)));
        (start, (end - start).max(BAR_MIN))
    }

    pub fn chart(&self, lines: Vec<ChartLine>, line: i64, today: Option<(Date, String)>) -> Chart {
        let count = i64::try_from(lines.len()).unwrap_or_default();
        let every = |year: &i16| year % YEARS_STEP == 0 && *year > self.first.year();
        Chart {
            width: WIDTH,
            height: TOP + count * line + FOOT,
            left: LEFT,
            years: (self.first.year()..=self.last.year())
                .filter(every)
                .map(|year| (self.x(date(year, 1, 1)), year.to_string()))
                .collect(),
            lines,
            today: today.map(|(day, word)| (self.x(day), word)),
        }
    }
}
