//! A list under search: checks in, ranked and explained results out. Adding and withdrawing never stop a reader.
//!
//! Never: acts on a result, remembers a check, reads the clock.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};

use crate::alert::{Alert, Check};
use crate::born::Born;
use crate::compare::{self, Fits, Names};
use crate::counts::Counts;
use crate::evidence::{self, Evidence, Field};
use crate::explain;
use crate::fit::Their;
use crate::judge::{Balance, Says, Verdict};
use crate::keys;
use crate::name::{Name, TOKENS_MAX};
use crate::pair::{Met, Pair};
use crate::query::Person;

use crate::segment::{Scratch, Segment, Wanted};
use crate::weights;

/// One alert compared with one check.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct Found {
    pub alert: String,
    pub verdict: Verdict,
    /// Between 0 and 1, ascending with the bits above the prior.
    pub score: f64,
    /// All evidence, in bits.
    pub bits: f64,
    /// What evidence must overcome: log2 of the number of alerts, and more where the date of birth is missing.
    pub prior_bits: f64,
    pub evidence: Vec<Evidence>,
    /// What would change the verdict, in one sentence.
    pub would_change: String,
}

/// A result without its sentences.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ranked {
    pub verdict: Verdict,
    pub score: f64,
    /// All evidence, in bits.
    pub bits: f64,
    place: Place,
}

/// Where a result stands: segment, alert, the row and the reading that agreed best.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Place {
    segment: usize,
    alert: u32,
    row: u32,
    reading: usize,
    balance: Balance,
}

/// One view of the list. What is withdrawn later disappears from it; what is added later does not appear.
#[derive(Debug, Clone)]
pub struct View {
    segments: Vec<Arc<Segment>>,
    alerts: usize,
    this_year: u16,
}

/// The list: many readers, one writer at a time.
#[derive(Debug)]
pub struct Screen {
    now: RwLock<Arc<View>>,
    /// Segments that a compaction reads and additions leave alone.
    writer: Mutex<usize>,
}

/// Working memory of a thread that checks.
#[derive(Debug, Default)]
pub struct Desk {
    scratch: Scratch,
    best: Vec<Place>,
    fits: Fits,
    met: Met,
}

const RESULTS_MAX: usize = 10;
/// New alerts are indexed together up to this many; each addition indexes its small segment anew.
const YOUNG_MAX: usize = 32;
/// So many small segments are made one.
const SEGMENTS_MAX: usize = 8;
/// So many stay in the running while candidates are weighed: the best of one reading may be another alert's of the next.
const KEPT_MAX: usize = 24;

impl Screen {
    /// `this_year` is needed to read two-digit years of birth.
    pub fn new(alerts: Vec<Alert>, this_year: u16) -> Screen {
        Screen::build(&alerts, this_year, 1)
    }

    /// The same list, indexed by so many threads.
    pub fn build(alerts: &[Alert], this_year: u16, workers: usize) -> Screen {
        let base = Segment::build(alerts, workers, None);
        // Of two alerts with one id the later counts.
        let mut count = base.len();
        for (earlier, later) in base.twice() {
            debug_assert!(earlier < later);
            base.take_back(earlier);
            count -= 1;
        }
        let view = View { segments: vec![Arc::new(base)], alerts: count, this_year: this_year % 100 };
        Screen { now: RwLock::new(Arc::new(view)), writer: Mutex::new(1) }
    }

    /// The list as it stands now. Holding it does not hold up a writer.
    pub fn view(&self) -> Arc<View> {
        self.now.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Visible to every check that begins after the return. An alert of the same id is replaced.
    pub fn add(&self, alert: Alert) {
        let sealed = self.writing();
        let mut next = View::clone(&self.view());
        let old = next.find(&alert.id);
        let mut young = vec![alert];
        // The last small segment is indexed again with the newcomer, so that few segments need asking.
        if next.segments.len() > *sealed
            && let Some(last) = next.segments.pop_if(|s| s.len() < YOUNG_MAX)
        {
            let kept = last.alerts().filter(|a| a.id != young[0].id);
            young.splice(0..0, kept.collect::<Vec<_>>());
        }
        next.alerts += usize::from(old.is_none());
        let counts = next.segments.first().map(|base| base.counts());
        next.segments.push(Arc::new(Segment::build(&young, 1, counts)));
        self.publish(next.clone());
        if let Some((segment, at)) = old {
            segment.take_back(at);
        }
        if next.segments.len() > *sealed + SEGMENTS_MAX {
            let young: Vec<Alert> = next.segments[*sealed..].iter().flat_map(|s| s.alerts()).collect();
            let merged = Segment::build(&young, 1, next.segments.first().map(|base| base.counts()));
            next.segments.truncate(*sealed);
            next.segments.push(Arc::new(merged));
            self.publish(next);
        }
    }

    /// Gone for every check that begins after the return. False if no such alert was there.
    pub fn withdraw(&self, id: &str) -> bool {
        let _writer = self.writing();
        let view = self.view();
        let Some((segment, at)) = view.find(id) else { return false };
        segment.take_back(at);
        self.publish(View { alerts: view.alerts - 1, ..View::clone(&view) });
        true
    }

    /// One index of what is valid now, from a view that may have many. Called when there is time: readers and
    /// writers go on meanwhile.
    pub fn compact(&self, workers: usize) {
        let view = {
            let mut sealed = self.writing();
            let view = self.view();
            *sealed = view.segments.len();
            view
        };
        let alerts: Vec<Alert> = view.alerts().collect();
        let base = Segment::build(&alerts, workers, None);
        let mut sealed = self.writing();
        let now = self.view();
        // What was withdrawn or replaced while the index was built.
        for alert in &alerts {
            if view.find(&alert.id).is_none()
                && let Some(at) = base.find(&alert.id)
            {
                base.take_back(at);
            }
        }
        let mut segments = vec![Arc::new(base)];
        segments.extend_from_slice(&now.segments[*sealed..]);
        *sealed = 1;
        self.publish(View { segments, ..View::clone(&now) });
    }

    /// The ten best, best first; also those that are neither hit nor namesake, for whoever explains.
    pub fn check(&self, check: &Check) -> Vec<Found> {
        let view = self.view();
        let person = Person::read(check, view.this_year);
        let mut desk = Desk::default();
        view.rank_person(&person, &mut desk);
        desk.best.iter().map(|place| view.explain(check, &person, *place)).collect()
    }

    fn writing(&self) -> MutexGuard<'_, usize> {
        self.writer.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn publish(&self, view: View) {
        *self.now.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(view);
    }
}

impl View {
    pub fn len(&self) -> usize {
        self.alerts
    }

    pub fn is_empty(&self) -> bool {
        self.alerts == 0
    }

    /// Alerts that are valid now.
    pub fn alerts(&self) -> impl Iterator<Item = Alert> + '_ {
        self.segments.iter().flat_map(|s| s.alerts())
    }

    /// Bytes held by the index and the texts of the alerts.
    pub fn bytes(&self) -> usize {
        self.segments.iter().map(|s| s.bytes()).sum()
    }

    /// The alert's id, for results of this view.
    pub fn id(&self, ranked: &Ranked) -> &str {
        self.segments[ranked.place.segment].id(ranked.place.alert)
    }

    /// The ten best, best first, without sentences.
    pub fn rank(&self, check: &Check, desk: &mut Desk) -> Vec<Ranked> {
        let person = Person::read(check, self.this_year);
        self.rank_person(&person, desk);
        desk.best.iter().map(|place| Ranked::of(*place)).collect()
    }

    fn find(&self, id: &str) -> Option<(Arc<Segment>, u32)> {
        self.segments.iter().rev().find_map(|s| s.find(id).map(|at| (s.clone(), at)))
    }

    fn rank_person(&self, person: &Person, desk: &mut Desk) {
        let Desk { scratch, best, fits, met } = desk;
        best.clear();
        let prior = weights::prior(self.alerts);
        let day = person.born.is_some_and(Born::is_whole);
        for (reading, name) in person.readings.iter().map(|r| &r.name).enumerate() {
            let theirs = self.known(name);
            let theirs = &theirs[..name.tokens().len()];
            let errors = keys::errors(theirs);
            met.forget();
            for (n, segment) in self.segments.iter().enumerate() {
                segment.candidates(Wanted { name, born: person.born, errors }, scratch);
                segment.fetch(&scratch.rows);
                for row in &scratch.rows {
                    let alert = segment.row(*row).alert();
                    if segment.is_gone(alert) {
                        continue;
                    }
                    let slots = segment.slots(*row);
                    // A name that contradicts is of use to nobody unless the whole date is shared.
                    let dated = day && segment.is_whole(*row);
                    let beside = if dated { Pair::of } else { Pair::agreeing };
                    let Some(pair) = beside(theirs, slots.as_slice(), met) else { continue };
                    let names = compare::names(&pair, fits);
                    if !dated && names.contradictions() > 0 {
                        continue;
                    }
                    let balance = weigh(&names, person, segment, *row, prior);
                    keep(best, Place { segment: n, alert, row: *row, reading, balance });
                }
            }
        }
        // Where all is equal the order of the list decides, so that the same list gives the same answer.
        best.sort_unstable_by_key(|p| {
            let order =
                (std::cmp::Reverse(p.balance.verdict()), p.balance.contradictions, -p.balance.margin());
            (order, p.segment, p.alert)
        });
        best.truncate(RESULTS_MAX);
    }

    fn nationality(&self, theirs: &crate::Nationality, place: &Place) -> Option<bool> {
        self.segments[place.segment].nationality(place.alert, theirs)
    }

    /// The traveller's words with what the list knows of them.
    fn known(&self, name: &Name) -> [Their; TOKENS_MAX] {
        let mut theirs = [Their::default(); TOKENS_MAX];
        let none = Counts::default();
        let counts = self.segments.first().map_or(&none, |base| base.counts());
        for (their, token) in theirs.iter_mut().zip(name.tokens()) {
            *their = Their::new(*token, counts.established(token), name.syllables);
        }
        theirs
    }

    fn explain(&self, check: &Check, person: &Person, place: Place) -> Found {
        let segment = &self.segments[place.segment];
        let name = &person.readings[place.reading].name;
        let theirs = self.known(name);
        let theirs = &theirs[..name.tokens().len()];
        let slots = segment.slots(place.row);
        // What was ranked fits in a word at least.
        let names = Pair::of(theirs, slots.as_slice(), &mut Met::default())
            .map_or_else(Names::none, |pair| compare::names(&pair, &mut Fits::new()));
        let alert = segment.alert(place.alert);
        let agree = check.nat.as_ref().and_then(|theirs| self.nationality(theirs, &place));
        let evidence = explain::all(&explain::Pair {
            check,
            person,
            reading: &person.readings[place.reading],
            alert: &alert,
            slots: slots.as_slice(),
            names: &names,
            listed_born: segment.born(place.row),
            listed_sex: segment.row(place.row).sex(),
            nationality: agree,
        });
        let against = evidence.iter().find(|e| e.contradicts).map(|e| e.because.as_str());
        let ranked = Ranked::of(place);
        Found {
            alert: alert.id,
            verdict: ranked.verdict,
            score: ranked.score,
            bits: ranked.bits,
            prior_bits: f64::from(place.balance.asked()) / 100.0,
            would_change: place.balance.would_change(against),
            evidence,
        }
    }
}

impl Ranked {
    fn of(place: Place) -> Ranked {
        let balance = place.balance;
        Ranked {
            verdict: balance.verdict(),
            score: balance.score(),
            bits: f64::from(balance.bits) / 100.0,
            place,
        }
    }
}

fn weigh(names: &Names, person: &Person, segment: &Segment, row: u32, prior: i32) -> Balance {
    let born = evidence::born(person.born, segment.born(row));
    let sex = evidence::sex(person.sex, segment.row(row).sex());
    Balance {
        bits: names.bits() + born.bits + sex.bits,
        prior,
        contradictions: names.contradictions() + usize::from(born.contradicts) + usize::from(sex.contradicts),
        family: names.says(Field::Family),
        given: names.says(Field::Given),
        father: names.says(Field::Patronymic) == Says::Agrees,
        dated: born.bits > 0,
        doubt: match born.bits {
            0 => weights::UNDATED,
            weights::SAME_YEAR => weights::YEAR_ONLY,
            _ => 0,
        },
    }
}

/// Among the best so far, one place for each alert.
fn keep(best: &mut Vec<Place>, place: Place) {
    let order = |p: &Place| (p.balance.contradictions, -p.balance.margin(), p.row, p.reading);
    if let Some(known) = best.iter_mut().find(|p| (p.segment, p.alert) == (place.segment, place.alert)) {
        if order(&place) < order(known) {
            *known = place;
        }
        return;
    }
    if best.len() < KEPT_MAX {
        best.push(place);
    } else if let Some(worst) = best.iter_mut().max_by_key(|p| order(p))
        && order(&place) < order(worst)
    {
        *worst = place;
    }
}
