//! Time limits as pages show them: what is left, whose limit it is, due on both sides of the border.
//!
//! Never: counts a limit; `acts::clocks` did.

use jiff::Timestamp;
use marchland_casework::{Clock, ClockSource};
use marchland_law::InstrumentId;

use crate::app::App;
use crate::store::matter::MatterRow;
use crate::web::l10n::Lang;
use crate::web::page::zone;
use crate::web::views::parts::{Both, Clock as Shown, ClockAt};
use crate::web::views::requests::CaseClock;

/// Two ends of a case and the reader between them.
#[derive(Clone, Copy, Debug)]
pub struct Sides<'a> {
    pub app: &'a App,
    pub lang: Lang,
    pub now: Timestamp,
    /// A body on our side and one on theirs: their towns and zones stand for "here" and "there".
    pub here: &'a str,
    pub there: &'a str,
}

impl Sides<'_> {
    /// A moment on both sides.
    pub fn both(&self, at: Timestamp) -> Both {
        self.lang.both(at, self.now, &zone(self.app, self.here), &zone(self.app, self.there))
    }

    /// A moment here.
    pub fn here(&self, at: Timestamp) -> String {
        let zone = zone(self.app, self.here);
        self.lang.when(&at.to_zoned(zone.clone()), &self.now.to_zoned(zone))
    }
}

/// Where a clock stands, in words and as a bar.
pub fn shown(lang: Lang, clock: &Clock, now: Timestamp) -> Shown {
    let (Some(due), Some(left)) = (clock.due, clock.left(now)) else { return lang.clock(ClockAt::None) };
    let length_min = due.duration_since(clock.started).as_mins();
    let left_min = left.as_secs().div_euclid(60);
    if clock.is_paused() {
        return lang.clock(ClockAt::Paused { used_min: (length_min - left_min).max(0), length_min });
    }
    let mut shown = lang.clock(ClockAt::Running { left_min, length_min, due_ms: due.as_millisecond() });
    if !clock.is_running() {
        shown.due_ms = None; // it stopped: the script must not count on
    }
    shown
}

/// The running clocks of a case, each with its source.
pub fn of_case(sides: &Sides<'_>, clocks: &[Clock]) -> Vec<CaseClock> {
    let t = sides.lang.words();
    let running = clocks.iter().filter(|clock| clock.is_running());
    running
        .map(|clock| CaseClock {
            clock: shown(sides.lang, clock, sides.now),
            whose: t.clock_kind(clock.kind.code()),
            source: source(sides.app, sides.lang, &clock.source),
            due: clock.due.filter(|_| !clock.is_paused()).map(|due| sides.both(due)),
            note: note(sides, clock),
        })
        .collect()
}

/// `own rule 7`, `Model Agreement 1995, Article 4`: every limit names its source.
pub fn source(app: &App, lang: Lang, source: &ClockSource) -> String {
    let t = lang.words();
    match source {
        ClockSource::Treaty { instrument, article } => {
            let known = app.law.framework.instrument(&InstrumentId::from(instrument.as_str()));
            let short = known.map_or(instrument.as_str(), |found| found.short.in_language(lang.code()));
            format!("{short}, {article}")
        }
        ClockSource::OwnRule { number } => t.clock_own_rule(i64::from(*number)),
        ClockSource::AskedBySender => t.clock_asked_by_sender(),
        ClockSource::NoLimit => t.law_no_limit(),
    }
}

/// The clock of a row: the next limit that runs, or where one stands still.
pub fn of_row(clocks: &[Clock]) -> Option<&Clock> {
    let running = || clocks.iter().filter(|clock| clock.is_running());
    running()
        .filter(|clock| !clock.is_paused() && clock.due.is_some())
        .min_by_key(|clock| clock.due)
        .or_else(|| running().next())
}

/// The clocks of a stored case, whichever side it is on. A case that cannot be read has none: its page says why.
pub fn clocks_of(row: &MatterRow) -> Vec<Clock> {
    use crate::acts::open::{Case, case};
    match case(row) {
        Ok(Case::Ours(request)) => request.clocks().to_vec(),
        Ok(Case::Theirs(incoming)) => incoming.clocks().to_vec(),
        Ok(Case::Alert(alert)) => alert.clocks().to_vec(),
        Err(error) => {
            tracing::error!(%error, case = row.id, "a case cannot be read for a list");
            Vec::new()
        }
    }
}

/// The rule of the house behind a limit, in its own words.
fn note(sides: &Sides<'_>, clock: &Clock) -> String {
    let ClockSource::OwnRule { number } = clock.source else { return String::new() };
    let rule = sides.app.config.own_rules.iter().find(|rule| rule.n == u32::from(number));
    rule.map(|rule| rule.says.in_language(sides.lang.code()).to_owned()).unwrap_or_default()
}
