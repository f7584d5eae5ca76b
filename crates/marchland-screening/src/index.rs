//! One immutable part of the list, ready to be asked: words, where they occur, and the keys that lead to them.
//! A candidate is found by two words at most two key errors apart in all, or by one word and the date of birth.
//!
//! Never: weighs a candidate, changes after it is built.

use std::collections::{BTreeMap, HashMap};

use crate::alert::{Alert, Sex, born, sex};
use crate::born::{Born, Dates, compare};
use crate::name::{self, Part, Reading, Token};
use crate::postings::{Postings, hash, hash_pair};

/// A reading as it stands in the list: its sounds and the key they lead to.
#[derive(Debug)]
pub(crate) struct Word {
    pub sounds: Box<str>,
    pub key: u32,
}

/// One name of one alert.
#[derive(Debug)]
pub(crate) struct Record {
    pub alert: u32,
    pub born: Option<Born>,
    /// Part, first reading, number of readings: readings lie side by side in `readings`.
    pub tokens: Box<[(Part, u32, u8)]>,
}

pub(crate) struct Segment {
    pub alerts: Vec<Alert>,
    pub sexes: Vec<Option<Sex>>,
    pub records: Vec<Record>,
    pub words: Vec<Word>,
    pub readings: Vec<u32>,
    /// How many words of the list lead to a key.
    pub counts: Vec<u32>,
    keys: Vec<Box<str>>,
    /// Alert numbers in the order of their ids.
    by_id: Vec<u32>,
    near: Postings,
    pairs: Postings,
    dated: Postings,
}

/// Keys and how many errors lead to them.
type Near = Vec<(u32, u8)>;

/// Longer lists of one pair of names are narrowed by the date of birth before they are weighed.
const LONG_LIST: usize = 48;
const ERRORS_MAX: u8 = 2;
const TWO_ERRORS_FROM: usize = 6;
const PREFIX_MIN: usize = 2;
const PREFIX_KEYS_MAX: usize = 512;

impl Segment {
    pub fn build(alerts: Vec<Alert>) -> Segment {
        let read: Vec<Vec<Vec<Token>>> =
            alerts.iter().map(|a| a.names.iter().map(|n| name::tokens(n, false, false)).collect()).collect();
        let all = || read.iter().flatten().flatten().flat_map(|t| &t.readings);
        // Sorted, so that the same alerts give the same segment, and that a cut word finds its range.
        let keys: BTreeMap<&str, ()> = all().map(|r| (r.key.as_str(), ())).collect();
        let keys: Vec<Box<str>> = keys.into_keys().map(Box::from).collect();
        let key_no: HashMap<&str, u32> = (0u32..).zip(&keys).map(|(n, k)| (&**k, n)).collect();
        let mut words = Vec::new();
        let mut word_no: HashMap<&str, u32> = HashMap::new();
        for r in all() {
            let next = count(words.len());
            word_no.entry(&r.sounds).or_insert_with(|| {
                words.push(Word { sounds: r.sounds.as_str().into(), key: key_no[r.key.as_str()] });
                next
            });
        }
        let (mut records, mut readings, mut counts) = (Vec::new(), Vec::new(), vec![0u32; keys.len()]);
        let (mut pairs, mut dated) = (Vec::new(), Vec::new());
        for ((at, alert), names) in (0u32..).zip(&alerts).zip(&read) {
            let born = born(alert.dob.as_deref());
            for tokens in names {
                let this = count(records.len());
                let mut own = Vec::with_capacity(tokens.len());
                let mut refs = Vec::with_capacity(tokens.len());
                for t in tokens {
                    refs.push((
                        t.part,
                        count(readings.len()),
                        u8::try_from(t.readings.len()).unwrap_or(u8::MAX),
                    ));
                    readings.extend(t.readings.iter().map(|r| word_no[r.sounds.as_str()]));
                    own.push(t.readings.iter().map(|r| key_no[r.key.as_str()]).collect::<Vec<u32>>());
                    counts[own[own.len() - 1][0] as usize] += 1;
                }
                for (i, a) in own.iter().enumerate() {
                    for b in &own[i + 1..] {
                        pairs.extend(a.iter().flat_map(|x| b.iter().map(move |y| (hash_pair(*x, *y), this))));
                    }
                    if let Some(day) = born.filter(|b| b.is_whole()) {
                        dated.extend(a.iter().map(|k| (hash(*k, day.packed()), this)));
                    }
                }
                records.push(Record { alert: at, born, tokens: refs.into() });
            }
        }
        let mut near = Vec::new();
        for (no, key) in (0u32..).zip(&keys) {
            deletions(key.as_bytes(), &mut |h, errors| near.push((h, no << 2 | u32::from(errors))));
        }
        let mut by_id: Vec<u32> = (0..count(alerts.len())).collect();
        by_id.sort_by(|a, b| alerts[*a as usize].id.cmp(&alerts[*b as usize].id));
        Segment {
            by_id,
            sexes: alerts.iter().map(|a| sex(a.sex.as_deref())).collect(),
            records,
            words,
            readings,
            counts,
            keys,
            near: Postings::build(near),
            pairs: Postings::build(pairs),
            dated: Postings::build(dated),
            alerts,
        }
    }

    pub fn key(&self, number: u32) -> &str {
        self.keys.get(number as usize).map_or("", |k| k)
    }

    pub fn has(&self, id: &str) -> bool {
        let at = self.by_id.binary_search_by(|n| self.alerts[*n as usize].id.as_str().cmp(id));
        at.is_ok()
    }

    /// How many words to the key.
    pub fn count_of(&self, key: &str) -> u32 {
        self.keys.binary_search_by(|k| (**k).cmp(key)).map_or(0, |at| self.counts[at])
    }

    /// The records worth weighing, ascending.
    pub fn candidates(&self, tokens: &[Token], born: Option<Born>) -> Vec<u32> {
        let near: Vec<Near> = tokens.iter().map(|t| self.near_keys(t)).collect();
        let mut found = Vec::new();
        for (i, a) in near.iter().enumerate() {
            for b in &near[i + 1..] {
                for (x, dx) in a {
                    for (y, _) in b.iter().take_while(|(_, dy)| dx + dy <= ERRORS_MAX) {
                        let list = self.pairs.get(hash_pair(*x, *y));
                        let long = list.len() > LONG_LIST;
                        found.extend(list.iter().filter(|r| {
                            !long || compare(born, self.records[**r as usize].born) != Dates::Contradict
                        }));
                    }
                }
            }
            let days = [born, born.and_then(Born::swapped)];
            for day in days.into_iter().flatten().filter(|b| b.is_whole()) {
                for (key, _) in a {
                    found.extend(self.dated.get(hash(*key, day.packed())));
                }
            }
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    /// Keys in reach of a word, nearest first. Spellings of the same given name are in reach at no error.
    fn near_keys(&self, token: &Token) -> Near {
        let mut best: BTreeMap<u32, u8> = BTreeMap::new();
        let mut reach = |key: u32, errors: u8| {
            let known = best.entry(key).or_insert(errors);
            *known = errors.min(*known);
        };
        let exact = |r: &Reading| self.keys.binary_search_by(|k| (**k).cmp(&r.key)).ok().map(count);
        for r in &token.readings {
            for variant in name::variants(&r.sounds) {
                if let Some(key) = exact(variant) {
                    reach(key, 0);
                }
            }
            deletions(r.key.as_bytes(), &mut |h, mine| {
                for posted in self.near.get(h) {
                    let theirs = u8::try_from(posted & 3).unwrap_or(ERRORS_MAX);
                    reach(posted >> 2, mine.max(theirs));
                }
            });
            // A cut word, or an initial, is the beginning of what it stands for.
            if token.cut && r.key.len() >= PREFIX_MIN {
                let from = self.keys.partition_point(|k| **k < *r.key);
                let range =
                    self.keys[from..].iter().take_while(|k| k.starts_with(&*r.key)).take(PREFIX_KEYS_MAX);
                (from..).zip(range).for_each(|(at, _)| reach(count(at), 1));
            }
        }
        let mut near: Near = best.into_iter().collect();
        near.sort_by_key(|(key, errors)| (*errors, *key));
        near
    }
}

impl std::fmt::Debug for Segment {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Segment").field("alerts", &self.alerts.len()).finish_non_exhaustive()
    }
}

/// Numbers of things in memory; a list beyond four thousand million words does not fit there.
fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// The key without one letter, and if long enough without two: two keys one or two errors apart share one of these.
fn deletions(key: &[u8], each: &mut impl FnMut(u64, u8)) {
    let without = |skip: [usize; 2]| {
        let kept = key.iter().enumerate().filter(|(i, _)| !skip.contains(i));
        kept.fold(0xcbf2_9ce4_8422_2325u64, |h, (_, b)| {
            (h ^ u64::from(*b)).wrapping_mul(0x0000_0100_0000_01b3)
        })
    };
    const NONE: usize = usize::MAX;
    each(without([NONE, NONE]), 0);
    if key.len() < 3 {
        return;
    }
    for i in 0..key.len() {
        each(without([i, NONE]), 1);
        if key.len() >= TWO_ERRORS_FROM {
            (i + 1..key.len()).for_each(|j| each(without([i, j]), 2));
        }
    }
}
