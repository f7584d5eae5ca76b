//! How each language writes dates, times, spans and numbers.
//!
//! Never: knows the present moment or a body's zone; both are parameters.

use jiff::{Timestamp, Zoned, civil::Date, tz::TimeZone};

use super::Lang;
use crate::web::views::parts::{Both, Clock, ClockAt, ClockState};

/// Under two hours a clock is urgent; under four, or with a fifth of the limit left, it is soon.
const URGENT_MIN: i64 = 120;
const SOON_MIN: i64 = 240;
const SOON_SHARE_PERCENT: u8 = 20;

/// Thousands mark and decimal mark.
#[derive(Debug, Clone, Copy)]
pub struct Separators {
    pub thousands: char,
    pub decimal: char,
}

impl Lang {
    pub fn separators(self) -> Separators {
        match self {
            Lang::En => Separators { thousands: ',', decimal: '.' },
            Lang::Ru | Lang::Kk => Separators { thousands: '\u{a0}', decimal: ',' },
        }
    }

    /// `23 Nov 2026`, `23.11.2026`
    pub fn date(self, date: Date) -> String {
        match self {
            Lang::En => format!("{} {} {}", date.day(), month_short(date), date.year()),
            Lang::Ru | Lang::Kk => format!("{:02}.{:02}.{}", date.day(), date.month(), date.year()),
        }
    }

    /// `Monday 23 November 2026`, `Понедельник, 23 ноября 2026 г.`
    pub fn long_date(self, date: Date) -> String {
        let weekday = self.weekday(date);
        let month = self.month(date);
        let (day, year) = (date.day(), date.year());
        match self {
            Lang::En => format!("{weekday} {day} {month} {year}"),
            Lang::Ru => format!("{weekday}, {day} {month} {year} г."),
            Lang::Kk => format!("{weekday}, {year} жылғы {day} {month}"),
        }
    }

    /// `14:20`
    pub fn time(self, at: &Zoned) -> String {
        format!("{:02}:{:02}", at.hour(), at.minute())
    }

    /// `23 Nov 2026 14:20`
    pub fn date_time(self, at: &Zoned) -> String {
        format!("{} {}", self.date(at.date()), self.time(at))
    }

    /// As short as it stays clear: `14:20` today, `Fri 17:05` within a week, the date otherwise.
    pub fn when(self, at: &Zoned, now: &Zoned) -> String {
        let now = now.with_time_zone(at.time_zone().clone());
        let days = days_between(now.date(), at.date());
        match days {
            0 => self.time(at),
            -6..=6 => format!("{} {}", self.weekday_short(at.date()), self.time(at)),
            _ => self.date_time(at),
        }
    }

    /// The same moment on both sides of the border; the second without the weekday if it is the same day.
    pub fn both(self, at: Timestamp, now: Timestamp, here: &TimeZone, there: &TimeZone) -> Both {
        let (at_here, at_there) = (at.to_zoned(here.clone()), at.to_zoned(there.clone()));
        let here_words = self.when(&at_here, &now.to_zoned(here.clone()));
        let there_words = if at_here.date() == at_there.date() {
            self.time(&at_there)
        } else {
            format!("{} {}", self.weekday_short(at_there.date()), self.time(&at_there))
        };
        Both::new(here_words, there_words)
    }

    /// `41 min`, `19 h 10 min`, `2 d 22 h`
    pub fn span(self, minutes: i64) -> String {
        let t = self.words();
        let minutes = minutes.max(0);
        let (days, hours, rest) = (minutes / 1440, minutes / 60, minutes % 60);
        match minutes {
            0..60 => t.span_min(rest),
            60..2880 if rest == 0 => t.span_h(hours),
            60..2880 => t.span_h_min(hours, rest),
            _ if hours % 24 == 0 => t.span_d(days),
            _ => t.span_d_h(days, hours % 24),
        }
    }

    /// Words, tone and bar of a clock, from where it stands.
    pub fn clock(self, at: ClockAt) -> Clock {
        let t = self.words();
        match at {
            ClockAt::Running { left_min, length_min, due_ms } => {
                let left =
                    if left_min < 0 { t.clock_late(self.span(-left_min)) } else { self.span(left_min) };
                Clock {
                    left,
                    left_percent: if left_min < 0 { 100 } else { percent(left_min, length_min) },
                    state: running_state(left_min, length_min),
                    due_ms: Some(due_ms),
                    length_min: Some(length_min),
                }
            }
            ClockAt::Paused { used_min, length_min } => Clock {
                left: t.clock_paused_at(self.span(used_min)),
                left_percent: percent(length_min - used_min, length_min),
                state: ClockState::Paused,
                due_ms: None,
                length_min: Some(length_min),
            },
            ClockAt::None => Clock {
                left: t.clock_none(),
                left_percent: 0,
                state: ClockState::None,
                due_ms: None,
                length_min: None,
            },
        }
    }

    /// `48,213`, `48 213`
    pub fn number(self, value: i64) -> String {
        let digits = value.unsigned_abs().to_string();
        let mut out = String::with_capacity(digits.len() + digits.len() / 3 + 1);
        if value < 0 {
            out.push('\u{2212}');
        }
        for (i, digit) in digits.chars().enumerate() {
            if i > 0 && (digits.len() - i).is_multiple_of(3) {
                out.push(self.separators().thousands);
            }
            out.push(digit);
        }
        out
    }

    /// `0.4`, `0,4`
    pub fn decimal(self, value: f64, places: usize) -> String {
        format!("{value:.places$}").replace('.', &self.separators().decimal.to_string())
    }

    /// `14 kB`, `1.9 MB`
    pub fn bytes(self, bytes: u64) -> String {
        let t = self.words();
        match bytes {
            0..1_000 => t.size_b(self.number(i64::try_from(bytes).unwrap_or(i64::MAX))),
            1_000..1_000_000 => {
                t.size_kb(self.number(i64::try_from(bytes.div_ceil(1_000)).unwrap_or(i64::MAX)))
            }
            _ => t.size_mb(self.decimal(bytes as f64 / 1e6, 1)),
        }
    }

    pub fn weekday_short(self, date: Date) -> &'static str {
        let names = match self {
            Lang::En => ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
            Lang::Ru => ["пн", "вт", "ср", "чт", "пт", "сб", "вс"],
            Lang::Kk => ["дс", "сс", "ср", "бс", "жм", "сб", "жс"],
        };
        names[weekday_index(date)]
    }

    fn weekday(self, date: Date) -> &'static str {
        let names = match self {
            Lang::En => ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
            Lang::Ru => ["Понедельник", "Вторник", "Среда", "Четверг", "Пятница", "Суббота", "Воскресенье"],
            Lang::Kk => ["Дүйсенбі", "Сейсенбі", "Сәрсенбі", "Бейсенбі", "Жұма", "Сенбі", "Жексенбі"],
        };
        names[weekday_index(date)]
    }

    fn month(self, date: Date) -> &'static str {
        let names = match self {
            Lang::En => [
                "January",
                "February",
                "March",
                "April",
                "May",
                "June",
                "July",
                "August",
                "September",
                "October",
                "November",
                "December",
            ],
            Lang::Ru => [
                "января",
                "февраля",
                "марта",
                "апреля",
                "мая",
                "июня",
                "июля",
                "августа",
                "сентября",
                "октября",
                "ноября",
                "декабря",
            ],
            Lang::Kk => [
                "қаңтар",
                "ақпан",
                "наурыз",
                "сәуір",
                "мамыр",
                "маусым",
                "шілде",
                "тамыз",
                "қыркүйек",
                "қазан",
                "қараша",
                "желтоқсан",
            ],
        };
        names[month_index(date)]
    }
}

fn month_short(date: Date) -> &'static str {
    const NAMES: [&str; 12] =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    NAMES[month_index(date)]
}

// jiff guarantees months 1 to 12 and weekdays 0 to 6; the clamp keeps a broken promise from becoming a panic.
fn month_index(date: Date) -> usize {
    usize::try_from(date.month() - 1).unwrap_or(0).min(11)
}

fn weekday_index(date: Date) -> usize {
    usize::try_from(date.weekday().to_monday_zero_offset()).unwrap_or(0).min(6)
}

fn days_between(from: Date, to: Date) -> i32 {
    from.until(to).map(|span| span.get_days()).unwrap_or(i32::MAX)
}

fn percent(part: i64, whole: i64) -> u8 {
    if whole <= 0 {
        return 0;
    }
    u8::try_from((part.saturating_mul(100) / whole).clamp(0, 100)).unwrap_or(100)
}

fn running_state(left_min: i64, length_min: i64) -> ClockState {
    if left_min < 0 {
        ClockState::Late
    } else if left_min < URGENT_MIN {
        ClockState::Urgent
    } else if left_min < SOON_MIN || percent(left_min, length_min) < SOON_SHARE_PERCENT {
        ClockState::Soon
    } else {
        ClockState::Running
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn each_language_writes_its_own_dates_and_numbers() {
        let day = date(2026, 11, 23);
        assert_eq!(Lang::En.date(day), "23 Nov 2026");
        assert_eq!(Lang::Ru.date(day), "23.11.2026");
        assert_eq!(Lang::En.long_date(day), "Monday 23 November 2026");
        assert_eq!(Lang::Ru.long_date(day), "Понедельник, 23 ноября 2026 г.");
        assert_eq!(Lang::Kk.long_date(day), "Дүйсенбі, 2026 жылғы 23 қараша");
        assert_eq!(Lang::En.number(48213), "48,213");
        assert_eq!(Lang::Ru.number(-1812), "−1\u{a0}812");
        assert_eq!(Lang::Kk.decimal(0.44, 1), "0,4");
        assert_eq!(Lang::En.bytes(13_400), "14 kB");
    }

    #[test]
    fn a_moment_is_as_short_as_it_stays_clear_and_shown_on_both_sides() {
        let omsk = TimeZone::get("Asia/Omsk").unwrap();
        let qyzyljar = TimeZone::get("Asia/Almaty").unwrap();
        let now: Timestamp = "2026-11-23T08:20:00Z".parse().unwrap();
        let at = |s: &str| Lang::En.both(s.parse().unwrap(), now, &omsk, &qyzyljar);
        let today = at("2026-11-23T10:01:00Z");
        assert_eq!((today.here.as_str(), today.there.as_str()), ("16:01", "15:01"));
        assert_eq!(at("2026-11-20T10:20:00Z").here, "Fri 16:20");
        assert_eq!(at("2026-03-03T10:20:00Z").here, "3 Mar 2026 16:20");
        assert_eq!(at("2026-11-23T18:30:00Z").there, "Mon 23:30");
    }

    #[test]
    fn spans_grow_from_minutes_to_days() {
        assert_eq!(Lang::En.span(41), "41 min");
        assert_eq!(Lang::En.span(1150), "19 h 10 min");
        assert_eq!(Lang::En.span(2880), "2 d");
        assert_eq!(Lang::En.span(4200), "2 d 22 h");
        assert_eq!(Lang::Ru.span(1150), "19 ч 10 мин");
    }

    #[test]
    fn a_clock_says_late_in_words_and_fills_its_bar() {
        let late = Lang::En.clock(ClockAt::Running { left_min: -20, length_min: 600, due_ms: 0 });
        assert_eq!(
            (late.left.as_str(), late.left_percent, late.state),
            ("Late 20 min", 100, ClockState::Late)
        );
        let soon = Lang::En.clock(ClockAt::Running { left_min: 220, length_min: 480, due_ms: 0 });
        assert_eq!(soon.state, ClockState::Soon);
        let paused = Lang::En.clock(ClockAt::Paused { used_min: 1560, length_min: 2880 });
        assert_eq!((paused.left.as_str(), paused.state), ("Paused at 26 h", ClockState::Paused));
    }
}
