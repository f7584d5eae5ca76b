//! One unchanging part of the list, ready to be asked. Rows stand in the order of their dates of birth, so that a day
//! is a range; pairs of words lead to rows whatever the date.
//!
//! Never: weighs a candidate; changes after it is built, but for alerts that are taken back.

use std::ops::Range;
use std::sync::atomic::{AtomicU64, Ordering};

use crate::alert::{Alert, Nationality, Sex, born, sex};
use crate::born::{Born, Dates};
use crate::counts::Counts;
use crate::look::Look;
use crate::name::{Name, Part};
use crate::row::{Bones, Keys, Lean, Row, Slot, Slots};
use crate::sound::ERROR;
use crate::table::{Entry, Table, entry};
use crate::texts::Texts;
use crate::{born as date, days, father};

pub(crate) struct Segment {
    texts: Texts,
    rows: Vec<Row>,
    borns: Vec<u32>,
    marks: Vec<u64>,
    /// For the rows without a whole date, which are many for any name.
    looks: Vec<Option<Look>>,
    /// Where each day of birth begins among the rows with a whole date; these stand first.
    days: Vec<u32>,
    whole: u32,
    /// The same for the years of the others; behind the last stand those without any date.
    years: Vec<u32>,
    /// Words beyond the third, by row, ascending.
    long: Vec<(u32, Box<[Slot]>)>,
    exact: Table,
    /// Pairs with one error, for rows without a whole date and for those with one.
    near_undated: Table,
    near_dated: Table,
    counts: Counts,
    /// Alert numbers in the order of their ids.
    by_id: Vec<u32>,
    gone: Vec<AtomicU64>,
}

/// What a check looks for in a segment.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Wanted<'a> {
    pub name: &'a Name,
    pub born: Option<Born>,
    /// Errors that the words of the name may have together.
    pub errors: u16,
}

/// Working memory of a search, used again for the next.
#[derive(Debug, Default)]
pub(crate) struct Scratch {
    keys: Keys,
    pub rows: Vec<u32>,
}

/// Lists up to this long are looked through; in longer ones the days of birth are sought.
const LONG_LIST: usize = 48;
/// Of the people without a known date who share two names with the traveller so many are compared in full.
const NAMESAKES_MAX: usize = 128;
/// The same beside the people who have the traveller's date.
const UNDATED_MAX: usize = 48;
/// Rows of two names and one error without a date: if a pair has more of them, its names are so common that without
/// a date nothing could be shown.
const NEAR_MAX: usize = 64;
/// The same for two names without an error.
const EXACT_MAX: usize = 4096;

/// Entries to a bucket: of the tables that every check asks, and of the largest, asked by checks without a date only.
const OFTEN: usize = 3;
const SELDOM: usize = 32;

struct Draft {
    born: u32,
    alert: u32,
    /// Where its words begin, and how many they are.
    words: usize,
    len: usize,
    sex: Option<Sex>,
}

/// What one worker makes of its share of the alerts.
#[derive(Default)]
struct Share {
    texts: Texts,
    drafts: Vec<Draft>,
    words: Vec<Lean>,
    counts: Counts,
}

/// What one worker makes of its share of the sorted rows.
#[derive(Default)]
struct Made {
    rows: Vec<Row>,
    marks: Vec<u64>,
    looks: Vec<Option<Look>>,
    long: Vec<(u32, Box<[Slot]>)>,
    exact: Vec<Entry>,
    near_undated: Vec<Entry>,
    near_dated: Vec<Entry>,
}

impl Segment {
    /// `workers` threads share the work; what comes out does not depend on their number. `known` are the
    /// frequencies of a larger list for a small one.
    pub fn build(alerts: &[Alert], workers: usize, known: Option<&Counts>) -> Segment {
        let workers = workers.max(1);
        let texts = Texts::sharing(alerts);
        let mut shares = in_shares(alerts, workers, |first, part| Share::read(part, first, texts.part()));
        let mut share = std::mem::take(&mut shares[0]);
        for other in shares.into_iter().skip(1) {
            share.texts.append(&other.texts);
            share.counts.add(&other.counts);
            let before = share.words.len();
            share.words.extend(other.words);
            share.drafts.extend(other.drafts.into_iter().map(|d| Draft { words: before + d.words, ..d }));
        }
        let Share { mut texts, drafts, words, counts } = share;
        texts.shrink();
        let counts_of = known.unwrap_or(&counts);
        let mut order: Vec<u64> =
            (0u32..).zip(&drafts).map(|(at, d)| u64::from(d.born) << 32 | u64::from(at)).collect();
        order.sort_unstable();
        #[allow(clippy::cast_possible_truncation)] // The low half is the number of the draft.
        let order: Vec<u32> = order.into_iter().map(|packed| packed as u32).collect();
        let borns: Vec<u32> = order.iter().map(|at| drafts[*at as usize].born).collect();
        let whole = count(borns.partition_point(|b| *b < days::PARTIAL));
        let made = in_shares(&order, workers, |first, part| {
            Made::of(part, first, whole, (&drafts, &words), counts_of)
        });
        let (mut rows, mut marks, mut long) =
            (Vec::with_capacity(order.len()), Vec::with_capacity(order.len()), Vec::new());
        let mut looks = Vec::with_capacity(order.len() - whole as usize);
        let (mut exact, mut near_undated, mut near_dated) = (Vec::new(), Vec::new(), Vec::new());
        for part in made {
            rows.extend(part.rows);
            marks.extend(part.marks);
            looks.extend(part.looks);
            long.extend(part.long);
            exact.push(part.exact);
            near_undated.push(part.near_undated);
            near_dated.push(part.near_dated);
        }
        let mut by_id: Vec<u32> = (0..count(texts.len())).collect();
        by_id.sort_unstable_by(|a, b| texts.id(*a as usize).cmp(texts.id(*b as usize)).then(a.cmp(b)));
        Segment {
            days: days::starts(&borns[..whole as usize]),
            years: days::years(&borns[whole as usize..], whole),
            whole,
            exact: Table::build(&exact, order.len(), workers, OFTEN),
            near_undated: Table::build(&near_undated, order.len(), workers, OFTEN),
            near_dated: Table::build(&near_dated, order.len(), workers, SELDOM),
            gone: (0..texts.len().div_ceil(64)).map(|_| AtomicU64::new(0)).collect(),
            rows,
            borns,
            marks,
            looks,
            long,
            counts: if known.is_some() { Counts::default() } else { counts },
            by_id,
            texts,
        }
    }

    pub fn len(&self) -> usize {
        self.texts.len()
    }

    pub fn counts(&self) -> &Counts {
        &self.counts
    }

    pub fn id(&self, alert: u32) -> &str {
        self.texts.id(alert as usize)
    }

    pub fn alert(&self, alert: u32) -> Alert {
        self.texts.alert(alert as usize)
    }

    pub fn row(&self, row: u32) -> &Row {
        &self.rows[row as usize]
    }

    pub fn slots(&self, at: u32) -> Slots {
        let row = &self.rows[at as usize];
        let long =
            if row.is_long() { self.long.binary_search_by_key(&at, |(row, _)| *row).ok() } else { None };
        row.slots(long.map_or(&[], |n| &self.long[n].1))
    }

    /// Asks for what the comparison of these rows will read, all at once, so that it need not wait for each in turn.
    pub fn fetch(&self, rows: &[u32]) {
        let touched =
            rows.iter().fold(0, |sum, at| sum ^ self.rows[*at as usize].alert ^ self.borns[*at as usize]);
        std::hint::black_box(touched);
    }

    pub fn born(&self, row: u32) -> Option<Born> {
        days::unpack(self.borns[row as usize])
    }

    /// The alert's number, if it is here and not taken back.
    pub fn find(&self, id: &str) -> Option<u32> {
        let at = self.by_id.partition_point(|n| self.id(*n) < id);
        self.by_id[at..].iter().copied().take_while(|n| self.id(*n) == id).find(|n| !self.is_gone(*n))
    }

    /// Alerts whose id comes again later, each with its successor.
    pub fn twice(&self) -> Vec<(u32, u32)> {
        let pairs = self.by_id.windows(2).filter(|w| self.id(w[0]) == self.id(w[1]));
        pairs.map(|w| (w[0], w[1])).collect()
    }

    /// None if the alert states no nationality; otherwise whether it has one of these.
    pub fn nationality(&self, alert: u32, theirs: &Nationality) -> Option<bool> {
        let each = theirs.list().iter().map(|n| self.texts.has_nation(alert as usize, n));
        each.fold(None, |any, one| match (any, one) {
            (Some(true), _) | (_, Some(true)) => Some(true),
            (any, one) => one.or(any),
        })
    }

    /// Seen by every search that begins afterwards.
    pub fn take_back(&self, alert: u32) {
        self.gone[alert as usize / 64].fetch_or(1 << (alert % 64), Ordering::Release);
    }

    pub fn is_gone(&self, alert: u32) -> bool {
        self.gone[alert as usize / 64].load(Ordering::Acquire) >> (alert % 64) & 1 == 1
    }

    pub fn alerts(&self) -> impl Iterator<Item = Alert> + '_ {
        (0..count(self.len())).filter(|n| !self.is_gone(*n)).map(|n| self.alert(n))
    }

    /// Bytes held, texts and all.
    pub fn bytes(&self) -> usize {
        let tables = self.exact.bytes() + self.near_undated.bytes() + self.near_dated.bytes();
        let rows = self.rows.capacity() * std::mem::size_of::<Row>()
            + 4 * self.borns.capacity()
            + 8 * self.marks.capacity()
            + std::mem::size_of::<Option<Look>>() * self.looks.capacity();
        let long = self.long.iter().map(|(_, l)| 24 + l.len() * std::mem::size_of::<Slot>()).sum::<usize>();
        let counts = self.counts.bytes();
        self.texts.bytes()
            + tables
            + rows
            + long
            + counts
            + 4 * (self.days.len() + self.by_id.len())
            + self.len() / 8
    }

    /// Puts the rows worth comparing into the scratch, ascending, each once.
    pub fn candidates(&self, wanted: Wanted<'_>, scratch: &mut Scratch) {
        let Scratch { keys, rows } = scratch;
        rows.clear();
        let dated = wanted.born.filter(|b| b.is_whole());
        let bones = Bones::of(wanted.name.tokens().iter().map(Lean::from));
        keys.of(&bones);
        if wanted.name.syllables {
            // A syllable with another consonant is another name.
            keys.near.clear();
        }
        self.exact.fetch(&keys.exact);
        self.near_undated.fetch(&keys.near);
        match dated {
            Some(day) => self.of_day(day, &bones, wanted.errors, keys, rows),
            None => self.undated(wanted, bones.mark(), keys, rows),
        }
        rows.sort_unstable();
        rows.dedup();
        // Whoever has the day stays; of the others, or of all if no day is known, those most like the name.
        let others = if dated.is_some() { rows.partition_point(|r| *r < self.whole) } else { 0 };
        let most = if dated.is_some() { UNDATED_MAX } else { NAMESAKES_MAX };
        if rows.len() - others > most {
            self.nearest_first(wanted.name, bones.mark(), &mut rows[others..]);
            rows.truncate(others + most);
        }
    }

    fn of_day(&self, day: Born, bones: &Bones, errors: u16, keys: &Keys, rows: &mut Vec<u32>) {
        let (mark, look) = (bones.mark(), bones.look());
        // The same day, and day and month exchanged: whoever has half of the name.
        for day in [Some(day), day.swapped()].into_iter().flatten() {
            let range = days::range(&self.days, day);
            for at in range.start..range.end.min(self.whole) {
                if shares_of_day(mark, self.marks[at as usize]) {
                    rows.push(at);
                }
            }
        }
        let (year, unknown) = (days::year_range(&self.years, day.parts().0), self.unknown());
        // The same two names: whoever's date is wrong in a known way, or not whole.
        for key in &keys.exact {
            let list = self.exact.get(*key);
            if list.len() <= LONG_LIST {
                rows.extend(list.iter().filter(|r| self.fits(Some(day), *r)));
                continue;
            }
            for other in day.one_digit_off() {
                let range = days::range(&self.days, other);
                if !range.is_empty() {
                    rows.extend(list.between(range).iter());
                }
            }
            rows.extend(list.between(year.clone()).iter().filter(|r| self.fits(Some(day), *r)));
            rows.extend(list.between(unknown.clone()).iter().take(NAMESAKES_MAX));
        }
        // Two names with one error: whoever's date is not whole.
        for key in &keys.near {
            let list = self.near_undated.get(*key);
            let of_year = list.between(year.clone()).iter().filter(|r| self.fits(Some(day), *r));
            let all = of_year.chain(list.between(unknown.clone()).iter().take(NEAR_MAX));
            let may_be = |r: u32| match (look, self.looks[(r - self.whole) as usize]) {
                (Some(theirs), Some(listed)) => theirs.may_be(listed, errors * ERROR),
                _ => true,
            };
            rows.extend(all.filter(|r| may_be(*r) && shares(mark, self.marks[*r as usize], 3)));
        }
    }

    /// Rows without any date.
    fn unknown(&self) -> Range<u32> {
        self.years.last().copied().unwrap_or(0)..count(self.rows.len())
    }

    fn undated(&self, wanted: Wanted<'_>, mark: u64, keys: &Keys, rows: &mut Vec<u32>) {
        let year = wanted.born;
        for key in &keys.exact {
            rows.extend(self.exact.get(*key).iter().take(EXACT_MAX).filter(|r| self.fits(year, *r)));
        }
        for key in &keys.near {
            for table in [&self.near_undated, &self.near_dated] {
                let list = table.get(*key).iter().take(NEAR_MAX);
                rows.extend(list.filter(|r| self.fits(year, *r) && shares(mark, self.marks[*r as usize], 3)));
            }
        }
    }

    /// Of very many people of one name first those whose father's name fits too, and whose other words do.
    fn nearest_first(&self, name: &Name, mark: u64, rows: &mut [u32]) {
        let father = name.tokens().iter().find(|t| t.part == Part::Patronymic).map(|t| (t.group, t.word));
        let fits = |at: u32| {
            let own = self.rows[at as usize].father();
            let same = matches!((own, father), (Some((g, w)), Some((group, word)))
                if (g != 0 && g == group) || father::stem(w) == father::stem(word));
            (same, (mark & self.marks[at as usize]).count_ones())
        };
        rows.sort_by_cached_key(|at| (std::cmp::Reverse(fits(*at)), *at));
    }

    fn fits(&self, born: Option<Born>, row: u32) -> bool {
        date::compare(born, self.born(row)) != Dates::Contradict
    }
}

/// Two marks share more than half of the smaller, or half of a small one: by half of a long name, with an ending that
/// many have, strangers are alike.
fn shares_of_day(a: u64, b: u64) -> bool {
    let (both, least) = ((a & b).count_ones() * 2, a.count_ones().min(b.count_ones()));
    both > least || (both == least && least <= 6)
}

/// Two marks share so many halves, thirds (two of three), of the smaller.
fn shares(a: u64, b: u64, of: u32) -> bool {
    let least = a.count_ones().min(b.count_ones());
    (a & b).count_ones() * of >= least * (of - 1)
}

impl Share {
    fn read(alerts: &[Alert], first: usize, texts: Texts) -> Share {
        let mut share = Share { texts, ..Share::default() };
        for (at, alert) in alerts.iter().enumerate() {
            share.texts.push(alert);
            let (born, stated) = (born(alert.dob.as_deref()), sex(alert.sex.as_deref()));
            for spelling in &alert.names {
                let (name, other) = Name::readings(spelling);
                for name in [Some(name), other].into_iter().flatten().filter(|n| !n.is_empty()) {
                    share.counts.count(&name);
                    let sex = stated.or(name.sex);
                    let (words, len) = (share.words.len(), name.tokens().len());
                    share.words.extend(name.tokens().iter().map(Lean::from));
                    share.drafts.push(Draft {
                        born: days::pack(born),
                        alert: count(first + at),
                        words,
                        len,
                        sex,
                    });
                }
            }
        }
        share
    }
}

impl Made {
    fn of(
        order: &[u32],
        first: usize,
        whole: u32,
        (drafts, words): (&[Draft], &[Lean]),
        counts: &Counts,
    ) -> Made {
        let mut made = Made::default();
        let (mut keys, mut slots) = (Keys::default(), Vec::new());
        for (at, draft) in (count(first)..).zip(order.iter().map(|n| &drafts[*n as usize])) {
            let words = &words[draft.words..draft.words + draft.len];
            slots.clear();
            slots.extend(words.iter().map(|w| Slot {
                word: w.word,
                group: w.group,
                part: w.part,
                rarity: counts.rarity(w.word, w.group, w.part),
            }));
            let (row, long) = Row::new(draft.alert, &slots, draft.sex);
            if !long.is_empty() {
                made.long.push((at, long.into()));
            }
            made.rows.push(row);
            let bones = Bones::of(words.iter().copied());
            made.marks.push(bones.mark());
            if at >= whole {
                made.looks.push(bones.look());
            }
            keys.of(&bones);
            made.exact.extend(keys.exact.iter().map(|k| entry(*k, at)));
            let near = if at < whole { &mut made.near_dated } else { &mut made.near_undated };
            near.extend(keys.near.iter().map(|k| entry(*k, at)));
        }
        made
    }
}

/// The work on a slice in shares, in their order. The first argument of the work is where its share begins.
fn in_shares<T: Sync, R: Send>(all: &[T], workers: usize, work: impl Fn(usize, &[T]) -> R + Sync) -> Vec<R> {
    let size = all.len().div_ceil(workers).max(1);
    if workers == 1 || all.len() < 4096 {
        return vec![work(0, all)];
    }
    std::thread::scope(|scope| {
        let work = &work;
        let shares = all.chunks(size).enumerate().map(|(n, part)| scope.spawn(move || work(n * size, part)));
        let running: Vec<_> = shares.collect();
        running.into_iter().filter_map(|share| share.join().ok()).collect()
    })
}

/// Numbers of things in memory; a list beyond four thousand million rows does not fit there.
fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

impl std::fmt::Debug for Segment {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Segment").field("alerts", &self.len()).finish_non_exhaustive()
    }
}
