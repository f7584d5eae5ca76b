//! The list of things under search. Equal numbers are found by one look-up, near ones by the keys they share.
//!
//! Never: scans the list, depends on the order in which alerts came.

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
    alerts: HashMap<u32, ObjectAlert>,
    by_id: HashMap<String, u32>,
    next: u32,
    /// Key to the alerts filed under it.
    filed: HashMap<u64, Few>,
}

/// Most keys lead to one alert, which then needs no list of its own.
#[derive(Debug)]
enum Few {
    One(u32),
    Many(Vec<u32>),
}

impl Few {
    fn all(&self) -> &[u32] {
        match self {
            Few::One(no) => std::slice::from_ref(no),
            Few::Many(list) => list,
        }
    }
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
        let mut inner = self.inner.write().unwrap_or_else(PoisonError::into_inner);
        inner.withdraw(&alert.id);
        let no = inner.next;
        inner.next = inner.next.wrapping_add(1);
        for key in file_under(&alert.object) {
            inner
                .filed
                .entry(key)
                .and_modify(|few| match few {
                    Few::One(first) => *few = Few::Many(vec![*first, no]),
                    Few::Many(list) => list.push(no),
                })
                .or_insert(Few::One(no));
        }
        inner.by_id.insert(alert.id.clone(), no);
        inner.alerts.insert(no, alert);
    }

    /// Gone for every check that begins after the return. False if no such alert was there.
    pub fn withdraw(&self, id: &str) -> bool {
        self.inner.write().unwrap_or_else(PoisonError::into_inner).withdraw(id)
    }

    pub fn len(&self) -> usize {
        self.inner.read().unwrap_or_else(PoisonError::into_inner).alerts.len()
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Hits first, then what comes nearest; at most ten. Empty for a number without letters and digits.
    pub fn check(&self, object: &Object) -> Vec<ObjectFound> {
        let inner = self.inner.read().unwrap_or_else(PoisonError::into_inner);
        let mut candidates = BTreeSet::new();
        for key in file_under(object) {
            candidates.extend(inner.filed.get(&key).into_iter().flat_map(Few::all));
        }
        let mut found: Vec<ObjectFound> =
            candidates.into_iter().filter_map(|no| judge(object, inner.alerts.get(no)?)).collect();
        found.sort_by(|a, b| {
            b.verdict.cmp(&a.verdict).then(b.bits.total_cmp(&a.bits)).then_with(|| a.alert.cmp(&b.alert))
        });
        found.truncate(RESULTS_MAX);
        found
    }
}

impl Inner {
    fn withdraw(&mut self, id: &str) -> bool {
        let Some(no) = self.by_id.remove(id) else { return false };
        let Some(alert) = self.alerts.remove(&no) else { return false };
        for key in file_under(&alert.object) {
            let gone = match self.filed.get_mut(&key) {
                Some(Few::One(one)) => *one == no,
                Some(Few::Many(list)) => {
                    list.retain(|n| *n != no);
                    list.is_empty()
                }
                None => false,
            };
            if gone {
                self.filed.remove(&key);
            }
        }
        true
    }
}

/// Keys of all numbers of a thing, those read aloud among them.
fn file_under(object: &Object) -> BTreeSet<u64> {
    let of = |n: &str| [keys(object.kind, n), keys(object.kind, &aloud(n))];
    object.spellings().iter().flat_map(|(n, _)| of(n)).flatten().collect()
}

/// A number with Cyrillic letters as a clerk writes it who only has Latin ones.
fn aloud(number: &str) -> String {
    letters::aloud(number).to_uppercase()
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
        verdict,
        bits: all.iter().map(|e| e.bits).sum(),
        evidence: all,
        because,
    })
}
