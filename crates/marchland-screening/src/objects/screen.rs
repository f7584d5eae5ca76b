//! The list of things under search. Equal numbers are found by one look-up, near ones by the keys they share.
//!
//! Never: scans the list, depends on the order in which alerts came.

use std::collections::hash_map::Entry;
use std::collections::{BTreeSet, HashMap};
use std::sync::{PoisonError, RwLock};

use super::letters;
use super::near::keys;
use super::{Object, ObjectAlert, ObjectFound, ObjectVerdict, evidence};

/// Many readers; a writer holds them up for one insertion only.
#[derive(Debug, Default)]
pub struct ObjectScreen {
    inner: RwLock<Inner>,
}

#[derive(Debug, Default)]
struct Inner {
    /// A withdrawn alert leaves its place to the next one.
    alerts: Vec<Option<ObjectAlert>>,
    free: Vec<u32>,
    by_id: HashMap<String, u32>,
    /// Key to the alert filed under it; most keys lead to one, the others of a key are in `more`.
    first: HashMap<u32, u32>,
    more: HashMap<u32, Vec<u32>>,
}

const RESULTS_MAX: usize = 10;

impl ObjectScreen {
    pub fn new(alerts: impl IntoIterator<Item = ObjectAlert>) -> ObjectScreen {
        let screen = ObjectScreen::default();
        alerts.into_iter().for_each(|a| screen.add(a));
        screen
    }

    /// Found by every check that begins after the return. An alert of the same id is replaced.
    pub fn add(&self, alert: ObjectAlert) {
        self.inner.write().unwrap_or_else(PoisonError::into_inner).add(alert);
    }

    /// Gone for every check that begins after the return. False if no such alert was there.
    pub fn withdraw(&self, id: &str) -> bool {
        self.inner.write().unwrap_or_else(PoisonError::into_inner).withdraw(id)
    }

    pub fn len(&self) -> usize {
        self.inner.read().unwrap_or_else(PoisonError::into_inner).by_id.len()
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Hits first, then what comes nearest; at most ten. Empty for a number without letters and digits.
    pub fn check(&self, object: &Object) -> Vec<ObjectFound> {
        let inner = self.inner.read().unwrap_or_else(PoisonError::into_inner);
        let mut candidates: BTreeSet<u32> = BTreeSet::new();
        for key in file_under(object) {
            candidates.extend(inner.first.get(&key));
            candidates.extend(inner.more.get(&key).into_iter().flatten());
        }
        let mut found: Vec<ObjectFound> =
            candidates.into_iter().filter_map(|no| judge(object, inner.alert(no)?)).collect();
        found.sort_by(|a, b| {
            b.verdict.cmp(&a.verdict).then(b.bits.total_cmp(&a.bits)).then_with(|| a.alert.cmp(&b.alert))
        });
        found.truncate(RESULTS_MAX);
        found
    }
}

impl Inner {
    fn alert(&self, no: u32) -> Option<&ObjectAlert> {
        self.alerts.get(usize::try_from(no).ok()?)?.as_ref()
    }

    fn add(&mut self, alert: ObjectAlert) {
        self.withdraw(&alert.id);
        let no = self.free.pop().unwrap_or_else(|| {
            self.alerts.push(None);
            // More things than that are not searched for.
            u32::try_from(self.alerts.len() - 1).unwrap_or(u32::MAX)
        });
        for key in file_under(&alert.object) {
            match self.first.entry(key) {
                Entry::Vacant(place) => drop(place.insert(no)),
                Entry::Occupied(_) => self.more.entry(key).or_default().push(no),
            }
        }
        self.by_id.insert(alert.id.clone(), no);
        if let Some(place) = usize::try_from(no).ok().and_then(|no| self.alerts.get_mut(no)) {
            *place = Some(alert);
        }
    }

    fn withdraw(&mut self, id: &str) -> bool {
        let Some(no) = self.by_id.remove(id) else { return false };
        let place = usize::try_from(no).ok().and_then(|no| self.alerts.get_mut(no));
        let Some(alert) = place.and_then(Option::take) else { return false };
        for key in file_under(&alert.object) {
            let mut others = self.more.remove(&key).unwrap_or_default();
            if self.first.get(&key) == Some(&no) {
                match others.pop() {
                    Some(other) => self.first.insert(key, other),
                    None => self.first.remove(&key),
                };
            }
            others.retain(|other| *other != no);
            if !others.is_empty() {
                self.more.insert(key, others);
            }
        }
        self.free.push(no);
        true
    }
}

/// Keys of all numbers of a thing, those read aloud among them. Ascending, so that the same calls file the same way.
fn file_under(object: &Object) -> Vec<u32> {
    let mut all = Vec::new();
    for (number, _) in object.spellings() {
        let heard = aloud(&number);
        if heard != number {
            all.extend(keys(object.kind, &heard));
        }
        all.extend(keys(object.kind, &number));
    }
    all.sort_unstable();
    all.dedup();
    all
}

/// A number with Cyrillic letters as a clerk writes it who only has Latin ones.
fn aloud(number: &str) -> String {
    if number.is_ascii() { number.to_string() } else { letters::aloud(number).to_uppercase() }
}

fn judge(theirs: &Object, alert: &ObjectAlert) -> Option<ObjectFound> {
    // Keys of two kinds may meet by chance.
    if theirs.kind != alert.object.kind {
        return None;
    }
    // The nearest of all pairs of present and former numbers.
    let mut nearest: Option<evidence::ObjectEvidence> = None;
    for (a, _) in theirs.spellings() {
        for (b, former) in alert.object.spellings() {
            let written = evidence::number(&a, &b, former);
            let Some(pair) = written.or_else(|| evidence::aloud(&aloud(&a), &aloud(&b), former)) else {
                continue;
            };
            let nearer = nearest.as_ref().is_none_or(|best| {
                best.contradicts.cmp(&pair.contradicts).then(pair.bits.total_cmp(&best.bits)).is_gt()
            });
            if nearer {
                nearest = Some(pair);
            }
        }
    }
    let number = nearest?;
    let mut all = vec![number];
    all.extend(evidence::beside(theirs, &alert.object));
    let against: Vec<&str> = all.iter().filter(|e| e.contradicts).map(|e| e.because.as_str()).collect();
    let doubts: Vec<&str> =
        all.iter().filter(|e| e.field == super::ObjectField::Doubt).map(|e| e.because.as_str()).collect();
    let (verdict, because) = if against.is_empty() {
        (ObjectVerdict::Hit, all[0].because.clone())
    } else {
        (ObjectVerdict::Near, format!("compare by eye: {}", against.join("; ")))
    };
    let because = if doubts.is_empty() { because } else { format!("{because}; mind: {}", doubts.join("; ")) };
    Some(ObjectFound {
        alert: alert.id.clone(),
        kind: alert.object.kind,
        verdict,
        bits: all.iter().map(|e| e.bits).sum(),
        evidence: all,
        because,
    })
}
