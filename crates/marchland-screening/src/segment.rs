//! One unchanging part of the list, ready to be asked. Rows stand in the order of their dates of birth, so that a day
//! is a range; pairs of words lead to rows whatever the date.
//!
//! Never: weighs a candidate; changes after it is built, but for alerts that are taken back.

use std::sync::atomic::{AtomicU64, Ordering};

use crate::alert::{Alert, Nationality};
use crate::born::{Born, Dates};
use crate::counts::Counts;
use crate::distance::ERROR;
use crate::keys::{Bones, Keys, Lean};
use crate::look::Look;
use crate::mark::{Mark, Sought};
use crate::name::Name;
use crate::row::{Row, Slot, Slots};
use crate::table::Table;
use crate::texts::Texts;
use crate::{born as date, days, father};

mod build;

pub(crate) struct Segment {
    texts: Texts,
    rows: Vec<Row>,
    borns: Vec<u32>,
    marks: Vec<Mark>,
    /// For the rows without a whole date, which are many for any name.
    looks: Vec<Look>,
    /// Where each day of birth begins among the rows with a whole date; these stand first.
    days: Vec<u32>,
    whole: u32,
    /// Words beyond the third, by row, ascending.
    long: Vec<(u32, Box<[Slot]>)>,
    /// Pairs of words with the year, and with the month and day, of rows with a whole date: where one digit is wrong or
    /// day and month are exchanged, one of the two is right.
    dated: Table,
    /// Pairs with at most one error and the year, of rows that know no more of the date than that or a month.
    of_year: Table,
    /// Pairs with at most one error of rows without any date.
    unknown: Table,
    /// The same of all other rows, for checks that know no day.
    seldom: Table,
    counts: Counts,
    /// Alert numbers in the order of their ids; nothing if they stand in it.
    by_id: Option<Vec<u32>>,
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
    near: Vec<u32>,
}

/// Of the people without a known date who share two names with the traveller so many are compared in full.
const NAMESAKES_MAX: usize = 128;
/// The same beside the people who have the traveller's date.
const UNDATED_MAX: usize = 48;
/// Rows of two names and one error without a date: if a pair has more of them, its names are so common that without
/// a date nothing could be shown.
const NEAR_MAX: usize = 64;
/// The same for two names without an error.
const EXACT_MAX: usize = 4096;

/// So many rows with a whole date may a list have that those of all dates one digit away are looked at: four for each day.
const LOOKED_THROUGH: u32 = 100_000;

impl Segment {
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
            rows.iter().fold(0, |sum, at| sum ^ self.rows[*at as usize].alert() ^ self.borns[*at as usize]);
        std::hint::black_box(touched);
    }

    /// Its date of birth is whole.
    pub fn is_whole(&self, row: u32) -> bool {
        row < self.whole
    }

    pub fn born(&self, row: u32) -> Option<Born> {
        days::unpack(self.borns[row as usize])
    }

    /// The alert's number, if it is here and not taken back.
    pub fn find(&self, id: &str) -> Option<u32> {
        let (mut from, mut to) = (0, self.len());
        while from < to {
            let middle = usize::midpoint(from, to);
            if self.id(self.in_order(middle)) < id { from = middle + 1 } else { to = middle }
        }
        let same = (from..self.len()).map(|at| self.in_order(at)).take_while(|n| self.id(*n) == id);
        same.into_iter().find(|n| !self.is_gone(*n))
    }

    /// Alerts whose id comes again later, each with its successor.
    pub fn twice(&self) -> Vec<(u32, u32)> {
        let pairs = self.by_id.iter().flat_map(|by_id| by_id.windows(2));
        pairs.filter(|w| self.id(w[0]) == self.id(w[1])).map(|w| (w[0], w[1])).collect()
    }

    /// The alert at a place in the order of the ids.
    fn in_order(&self, at: usize) -> u32 {
        self.by_id.as_ref().map_or(count(at), |by_id| by_id[at])
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
        let tables = [&self.dated, &self.of_year, &self.unknown, &self.seldom].map(Table::bytes);
        let rows = self.rows.capacity() * size_of::<Row>()
            + 4 * self.borns.capacity()
            + size_of::<Mark>() * self.marks.capacity()
            + size_of::<Look>() * self.looks.capacity();
        let long = self.long.iter().map(|(_, l)| 24 + l.len() * size_of::<Slot>()).sum::<usize>();
        let counts = self.counts.bytes();
        self.texts.bytes()
            + tables.iter().sum::<usize>()
            + rows
            + long
            + counts
            + 4 * (self.days.len() + self.by_id.as_ref().map_or(0, Vec::len))
            + self.len() / 8
    }

    /// Puts the rows worth comparing into the scratch, each once.
    pub fn candidates(&self, wanted: Wanted<'_>, scratch: &mut Scratch) {
        let Scratch { keys, rows, near } = scratch;
        rows.clear();
        let bones = Bones::of(wanted.name.tokens().iter().map(Lean::from));
        let sought = bones.sought();
        // A syllable with another consonant is another name.
        keys.of(&bones, !wanted.name.syllables);
        let Some(day) = wanted.born.filter(|b| b.is_whole()) else {
            self.undated(wanted, sought, keys, rows);
            each_once(rows);
            return self.most_like(NAMESAKES_MAX, wanted.name, sought, rows);
        };
        keys.with_day(day);
        keys.with_year(day);
        self.dated.fetch(&keys.dated);
        self.of_year.fetch(&keys.of_year);
        self.unknown.fetch(&keys.near);
        self.of_day(day, sought, keys, rows);
        each_once(rows);
        // Whoever has the day stays; of the others those most like the name.
        self.without_day(keys, near);
        self.may_be(near, sought, bones.look(), wanted.errors * ERROR);
        near.retain(|row| self.fits(Some(day), *row));
        self.most_like(UNDATED_MAX, wanted.name, sought, near);
        rows.append(near);
    }

    /// Rows with a whole date.
    fn of_day(&self, day: Born, sought: Sought, keys: &Keys, rows: &mut Vec<u32>) {
        // The same day, and day and month exchanged: whoever has half of the name.
        for day in [Some(day), day.swapped()].into_iter().flatten() {
            let range = days::range(&self.days, day);
            for at in range.start..range.end.min(self.whole) {
                if sought.shares_half(self.marks[at as usize]) {
                    rows.push(at);
                }
            }
        }
        // Whoever's date is wrong in a known way, with the same two names; of a short list also with names like them.
        for key in &keys.dated {
            rows.extend(self.dated.get(*key).iter().filter(|r| self.fits(Some(day), *r)));
        }
        if self.whole <= LOOKED_THROUGH {
            days::misread(&self.days, day, |range| {
                rows.extend(range.filter(|at| sought.shares_most(self.marks[*at as usize])));
            });
        }
    }

    /// Rows without a whole date that have two names with one error at most.
    fn without_day(&self, keys: &Keys, near: &mut Vec<u32>) {
        near.clear();
        for key in &keys.of_year {
            near.extend(self.of_year.get(*key).iter());
        }
        for key in &keys.near {
            near.extend(self.unknown.get(*key).iter().take(NEAR_MAX));
        }
        each_once(near);
    }

    /// Leaves those of the rows without a whole date that may be near by their consonants.
    fn may_be(&self, near: &mut Vec<u32>, sought: Sought, look: Look, limit: u16) {
        let listed = |row: u32| (self.marks[row as usize], self.looks[(row - self.whole) as usize]);
        // Asked for all at once, so that none need be waited for in turn.
        let bits = |(mark, look): (Mark, Look)| mark.bits() ^ look.bits();
        std::hint::black_box(near.iter().fold(0, |sum, row| sum ^ bits(listed(*row))));
        near.retain(|row| {
            let (mark, seen) = listed(*row);
            sought.shares_most(mark) && (look.is_none() || seen.is_none() || look.may_be(seen, limit))
        });
    }

    fn undated(&self, wanted: Wanted<'_>, sought: Sought, keys: &Keys, rows: &mut Vec<u32>) {
        let year = wanted.born;
        for (keys, most) in [(&keys.exact, EXACT_MAX), (&keys.near, NEAR_MAX)] {
            for (key, table) in keys.iter().flat_map(|key| [(key, &self.unknown), (key, &self.seldom)]) {
                let list = table.get(*key).iter().take(most);
                rows.extend(
                    list.filter(|r| self.fits(year, *r) && sought.shares_most(self.marks[*r as usize])),
                );
            }
        }
    }

    /// Leaves so many: of very many people of one name those whose father's name fits too, and whose other words do.
    fn most_like(&self, most: usize, name: &Name, sought: Sought, rows: &mut Vec<u32>) {
        if rows.len() <= most {
            return;
        }
        let father = name.father().map(|t| (t.group, t.word));
        let fits = |at: u32| {
            let own = self.rows[at as usize].father();
            let same = matches!((own, father), (Some((g, w)), Some((group, word)))
                if (g != 0 && g == group) || father::stem(w) == father::stem(word));
            (same, sought.common(self.marks[at as usize]))
        };
        rows.sort_by_cached_key(|at| (std::cmp::Reverse(fits(*at)), *at));
        rows.truncate(most);
    }

    fn fits(&self, born: Option<Born>, row: u32) -> bool {
        born.is_none() || date::compare(born, self.born(row)) != Dates::Contradict
    }
}

fn each_once(rows: &mut Vec<u32>) {
    rows.sort_unstable();
    rows.dedup();
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
