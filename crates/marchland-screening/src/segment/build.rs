//! Makes a segment of alerts: reads their names, sorts them by date of birth, makes rows and keys, fills the tables.
//!
//! Never: answers; changes what is built.

use std::sync::atomic::AtomicU64;

use super::{Segment, count};
use crate::alert::{Alert, Sex, born, sex};
use crate::counts::Counts;
use crate::days;
use crate::keys::{Bones, Keys, Lean};
use crate::look::Look;
use crate::mark::Mark;
use crate::name::Name;
use crate::row::{Row, Slot};
use crate::spellings;
use crate::table::{Entry, Table, entry};
use crate::texts::Texts;

/// Entries to a bucket: few in the small tables that every check asks for each of its keys; more in the large ones; most
/// in the largest, asked by checks without a date only.
const SMALL: usize = 3;
const LARGE: usize = 8;
const SELDOM: usize = 32;

/// So many drafts are asked for at once.
const TOUCHED: usize = 64;

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
    marks: Vec<Mark>,
    looks: Vec<Look>,
    long: Vec<(u32, Box<[Slot]>)>,
    dated: Vec<Entry>,
    of_year: Vec<Entry>,
    unknown: Vec<Entry>,
    seldom: Vec<Entry>,
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
        let Share { mut texts, drafts, words, mut counts } = share;
        counts.settle();
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
        let mut entries: [Vec<Vec<Entry>>; 4] = std::array::from_fn(|_| Vec::new());
        for part in made {
            rows.extend(part.rows);
            marks.extend(part.marks);
            looks.extend(part.looks);
            long.extend(part.long);
            let Made { dated, of_year, unknown, seldom, .. } = part;
            for (all, part) in entries.iter_mut().zip([dated, of_year, unknown, seldom]) {
                all.push(part);
            }
        }
        let table = |n: usize, density| Table::build(&entries[n], order.len(), workers, density);
        let sorted = (1..texts.len()).all(|at| texts.id(at - 1) < texts.id(at));
        let by_id = (!sorted).then(|| {
            let mut by_id: Vec<u32> = (0..count(texts.len())).collect();
            by_id.sort_unstable_by(|a, b| texts.id(*a as usize).cmp(texts.id(*b as usize)).then(a.cmp(b)));
            by_id
        });
        Segment {
            days: days::starts(&borns[..whole as usize]),
            whole,
            dated: table(0, LARGE),
            of_year: table(1, SMALL),
            unknown: table(2, SMALL),
            seldom: table(3, SELDOM),
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
}

impl Share {
    fn read(alerts: &[Alert], first: usize, texts: Texts) -> Share {
        let mut share = Share { texts, ..Share::default() };
        let mut names = Vec::new();
        for (at, alert) in alerts.iter().enumerate() {
            share.texts.push(alert);
            let (born, stated) = (born(alert.dob.as_deref()), sex(alert.sex.as_deref()));
            names.clear();
            for spelling in &alert.names {
                let (name, other) = Name::readings(spelling);
                names.extend([Some(name), other].into_iter().flatten().filter(|n| !n.is_empty()));
            }
            names.iter().for_each(|name| share.counts.count(name));
            spellings::share_fathers(&mut names);
            for name in names.iter().flat_map(|name| std::iter::once(*name).chain(name.in_full())) {
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
        // The drafts lie in the order of the alerts: many are asked for at once, so that none need be waited for in turn.
        let touch = |n: &u32| words.get(drafts[*n as usize].words).map_or(0, |w| w.word.0);
        for (at, n) in (0..).zip(order) {
            if at % TOUCHED == 0 {
                std::hint::black_box(order[at..].iter().take(TOUCHED).fold(0, |sum, n| sum ^ touch(n)));
            }
            let (at, draft) = (count(first + at), &drafts[*n as usize]);
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
            keys.of(&bones, true);
            let near = keys.near.iter().map(|k| entry(*k, at));
            match days::unpack(draft.born) {
                None => made.unknown.extend(near),
                Some(born) => {
                    made.seldom.extend(near);
                    if at < whole {
                        keys.with_day(born);
                        made.dated.extend(keys.dated.iter().map(|k| entry(*k, at)));
                    } else {
                        keys.with_year(born);
                        made.of_year.extend(keys.of_year.iter().map(|k| entry(*k, at)));
                    }
                }
            }
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
