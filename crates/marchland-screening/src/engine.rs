//! A list under search: checks in, explained results out. Adding and withdrawing make a new view; readers keep theirs.
//!
//! Never: acts on a result, remembers a check, blocks a reader while the list changes.

use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock};

use serde::Serialize;

use crate::alert::{Alert, Check, Sex, born, sex};
use crate::align::{self, Listed};
use crate::born::{Born, Dates, compare};
use crate::evidence::{self, Evidence, Field};
use crate::index::Segment;
use crate::name::{self, Token};
use crate::{mrz, weights};

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// Data contradict or fall short: not shown to a guard.
    Nothing,
    /// The name fits and nothing contradicts, but as many others would fit too.
    Namesake,
    /// Raised.
    Hit,
}

/// One alert compared with one check.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Found {
    pub alert: String,
    pub verdict: Verdict,
    /// Between 0 and 1, ascending with the bits above the prior.
    pub score: f64,
    /// All evidence, in bits.
    pub bits: f64,
    /// What evidence must overcome: log2 of the number of alerts.
    pub prior_bits: f64,
    pub evidence: Vec<Evidence>,
    /// What would change the verdict, in one sentence.
    pub would_change: String,
}

/// One unchanging view of the list.
#[derive(Debug, Clone, Default)]
pub struct View {
    segments: Vec<Arc<Segment>>,
    /// An alert of this id counts only from this segment on.
    valid_from: Arc<HashMap<String, usize>>,
    alerts: usize,
}

/// The list: many readers, one writer at a time.
#[derive(Debug, Default)]
pub struct Screen {
    now: RwLock<Arc<View>>,
    /// Years from which two digits of a zone mean the last century.
    this_year: u16,
}

const RESULTS_MAX: usize = 10;
/// New alerts are indexed together up to this many; each addition indexes its small segment anew.
const YOUNG_MAX: usize = 32;

/// More candidates than this are narrowed by the date of birth; few are kept, so that a wrong date can be explained.
const FEW: usize = 16;
/// Sentences are written for so many; sex may still reorder them.
const EXPLAINED_MAX: usize = 20;

/// How a candidate stands before it is explained.
#[derive(Debug, Clone, Copy)]
struct Rank {
    excluded: usize,
    bits: f64,
    record: u32,
    reading: usize,
}

impl Rank {
    fn order(&self, other: &Rank) -> std::cmp::Ordering {
        self.excluded
            .cmp(&other.excluded)
            .then(other.bits.total_cmp(&self.bits))
            .then(self.record.cmp(&other.record))
    }
}

struct Person {
    readings: Vec<Vec<Token>>,
    born: Option<Born>,
    sex: Option<Sex>,
}

impl Screen {
    /// `this_year` is needed to read two-digit years of birth.
    pub fn new(alerts: Vec<Alert>, this_year: u16) -> Screen {
        let count = alerts.len();
        let view = View {
            segments: vec![Arc::new(Segment::build(alerts))],
            valid_from: Arc::default(),
            alerts: count,
        };
        Screen { now: RwLock::new(Arc::new(view)), this_year: this_year % 100 }
    }

    /// The list as it stands now. Holding it does not hold up a writer.
    pub fn view(&self) -> Arc<View> {
        self.now.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Visible to every check that begins after the return. An alert of the same id is replaced.
    pub fn add(&self, alert: Alert) {
        let mut now = self.now.write().unwrap_or_else(PoisonError::into_inner);
        let mut next = View::clone(&now);
        let mut valid_from = HashMap::clone(&next.valid_from);
        let held = next.holds(&alert.id);
        let mut young = vec![alert];
        // The last small segment is indexed again with the newcomer, so that few segments need asking.
        let last = next.segments.len().saturating_sub(1);
        let small = last > 0 && next.segments.get(last).is_some_and(|s| s.alerts.len() < YOUNG_MAX);
        if small && let Some(segment) = next.segments.pop() {
            let keep =
                |a: &&Alert| a.id != young[0].id && valid_from.get(&a.id).is_none_or(|from| *from <= last);
            let kept: Vec<Alert> = segment.alerts.iter().filter(keep).cloned().collect();
            young.extend(kept);
        }
        for a in &young {
            valid_from.insert(a.id.clone(), next.segments.len());
        }
        next.alerts += usize::from(!held);
        next.segments.push(Arc::new(Segment::build(young)));
        next.valid_from = Arc::new(valid_from);
        *now = Arc::new(next);
    }

    /// Gone for every check that begins after the return. False if no such alert was there.
    pub fn withdraw(&self, id: &str) -> bool {
        let mut now = self.now.write().unwrap_or_else(PoisonError::into_inner);
        if !now.holds(id) {
            return false;
        }
        let mut next = View::clone(&now);
        let mut valid_from = HashMap::clone(&next.valid_from);
        valid_from.insert(id.to_string(), usize::MAX);
        next.valid_from = Arc::new(valid_from);
        next.alerts -= 1;
        *now = Arc::new(next);
        true
    }

    /// One index of what is valid now, from a view that may have many. Called when there is time.
    pub fn compact(&self) {
        let alerts: Vec<Alert> = self.view().alerts().cloned().collect();
        let mut now = self.now.write().unwrap_or_else(PoisonError::into_inner);
        let count = alerts.len();
        *now = Arc::new(View {
            segments: vec![Arc::new(Segment::build(alerts))],
            valid_from: Arc::default(),
            alerts: count,
        });
    }

    /// The ten best, best first; also those that are neither hit nor namesake, for whoever explains.
    pub fn check(&self, check: &Check) -> Vec<Found> {
        self.view().check(check, self.this_year)
    }
}

impl View {
    pub fn len(&self) -> usize {
        self.alerts
    }

    pub fn is_empty(&self) -> bool {
        self.alerts == 0
    }

    /// Alerts that are valid in this view.
    pub fn alerts(&self) -> impl Iterator<Item = &Alert> {
        let valid = |(n, a): &(usize, &Alert)| self.valid_from.get(&a.id).is_none_or(|from| from <= n);
        self.segments
            .iter()
            .enumerate()
            .flat_map(|(n, s)| s.alerts.iter().map(move |a| (n, a)))
            .filter(valid)
            .map(|(_, a)| a)
    }

    fn holds(&self, id: &str) -> bool {
        match self.valid_from.get(id) {
            Some(from) => *from != usize::MAX,
            None => self.segments.first().is_some_and(|s| s.has(id)),
        }
    }

    fn check(&self, check: &Check, this_year: u16) -> Vec<Found> {
        let person = read(check, this_year, false);
        let mut found = self.find(check, &person);
        // Typed with the other layout it finds nobody as written; then the keys are read the other way.
        if found.first().is_none_or(|f| f.verdict == Verdict::Nothing) {
            let foreign = read(check, this_year, true);
            found.extend(self.find(check, &foreign));
            sort(&mut found);
        }
        found.truncate(RESULTS_MAX);
        found
    }

    fn find(&self, check: &Check, person: &Person) -> Vec<Found> {
        let mut found: Vec<Found> = Vec::new();
        for (n, segment) in self.segments.iter().enumerate() {
            // First only the figures of each candidate; sentences are written for the few that remain.
            let mut best: HashMap<u32, Rank> = HashMap::new();
            for (reading, tokens) in person.readings.iter().enumerate() {
                let mut candidates = segment.candidates(tokens, person.born);
                if candidates.len() > FEW {
                    let fits = |r: &u32| {
                        compare(person.born, segment.records[*r as usize].born) != Dates::Contradict
                    };
                    candidates.retain(fits);
                }
                for record in candidates {
                    let evidence = self.evidence(segment, record, tokens, person, false);
                    let bits: f64 = evidence.iter().map(|e| e.bits).sum();
                    let excluded = evidence.iter().filter(|e| e.contradicts).count();
                    let rank = Rank { excluded, bits, record, reading };
                    let alert = segment.records[record as usize].alert;
                    let known = best.entry(alert).or_insert(rank);
                    if rank.order(known).is_lt() {
                        *known = rank;
                    }
                }
            }
            let mut best: Vec<(u32, Rank)> = best.into_iter().collect();
            best.retain(|(at, _)| {
                let id = &segment.alerts[*at as usize].id;
                self.valid_from.get(id).is_none_or(|from| *from <= n)
            });
            best.sort_by(|(a, x), (b, y)| x.order(y).then(a.cmp(b)));
            best.truncate(EXPLAINED_MAX);
            for (at, rank) in best {
                let tokens = &person.readings[rank.reading];
                let evidence = self.evidence(segment, rank.record, tokens, person, true);
                let alert = &segment.alerts[at as usize];
                found.push(self.judge(check, person, alert, segment.sexes[at as usize], evidence));
            }
        }
        sort(&mut found);
        found.truncate(RESULTS_MAX);
        found
    }

    fn evidence(
        &self,
        segment: &Segment,
        record: u32,
        tokens: &[Token],
        person: &Person,
        explain: bool,
    ) -> Vec<Evidence> {
        let record = &segment.records[record as usize];
        let mut all = align::names(tokens, &self.listed(segment, record), explain);
        all.push(evidence::born(person.born, record.born, explain));
        all
    }

    fn listed<'a>(&self, segment: &'a Segment, record: &crate::index::Record) -> Vec<Listed<'a>> {
        let base = self.segments.first().map_or(segment, |s| &**s);
        let own = std::ptr::eq(base, segment);
        let all = u32::try_from(base.records.len()).unwrap_or(u32::MAX);
        let listed = |(part, first, many): &(name::Part, u32, u8)| {
            let words = &segment.readings[*first as usize..*first as usize + usize::from(*many)];
            let words = || words.iter().map(|w| &segment.words[*w as usize]);
            // A young segment knows no frequencies; the large one does.
            let count = words().next().map_or(1, |w| {
                if own { segment.counts[w.key as usize] } else { base.count_of(segment.key(w.key)) }
            });
            Listed {
                part: *part,
                readings: words().map(|w| &*w.sounds).collect(),
                rarity: weights::rarity(count, all),
            }
        };
        record.tokens.iter().map(listed).collect()
    }

    fn judge(
        &self,
        check: &Check,
        person: &Person,
        alert: &Alert,
        listed: Option<Sex>,
        evidence: Vec<Evidence>,
    ) -> Found {
        let mut evidence = evidence;
        evidence.push(evidence::sex(person.sex, listed));
        evidence.push(evidence::nationality(check.nat.as_ref(), alert.nat.as_ref()));
        let bits: f64 = evidence.iter().map(|e| e.bits).sum();
        let prior_bits = f64::from(u32::try_from(self.alerts.max(1)).unwrap_or(u32::MAX)).log2();
        let margin = bits - prior_bits;
        let contradiction = evidence.iter().find(|e| e.contradicts);
        let agrees = |field: Field| evidence.iter().any(|e| e.field == field && e.bits > 0.0);
        let dated = agrees(Field::Born);
        // Family and given name must both speak; one of them may be missing if the date of birth speaks.
        let named = (agrees(Field::Family) && agrees(Field::Given))
            || (dated && (agrees(Field::Family) || agrees(Field::Given)));
        let (verdict, would_change) = match contradiction {
            Some(e) => (Verdict::Nothing, format!("only if this were wrong: {}", e.because)),
            None if named && margin >= weights::HIT_MARGIN => (
                Verdict::Hit,
                "a contradiction in name, patronymic, sex or date of birth would end it".to_string(),
            ),
            None if named && margin >= weights::SHOWN_MARGIN => {
                let missing = weights::HIT_MARGIN - margin;
                let what = if dated { "a patronymic or document number" } else { "a date of birth" };
                (
                    Verdict::Namesake,
                    format!("insufficient data: {what} worth {missing:.1} bits more would make it a hit"),
                )
            }
            None => (Verdict::Nothing, "too little agrees; more data is needed".to_string()),
        };
        Found {
            alert: alert.id.clone(),
            verdict,
            // What a contradiction excludes stands below everything that nothing excludes.
            score: if contradiction.is_some() {
                weights::score(margin) / 4.0
            } else {
                weights::score(margin)
            },
            bits,
            prior_bits,
            evidence,
            would_change,
        }
    }
}

/// Verdict first, then score, then id, so that the order never depends on memory.
fn sort(found: &mut Vec<Found>) {
    found.sort_by(|a, b| {
        b.verdict.cmp(&a.verdict).then(b.score.total_cmp(&a.score)).then_with(|| a.alert.cmp(&b.alert))
    });
    let mut seen = std::collections::HashSet::new();
    found.retain(|f| seen.insert(f.alert.clone()));
}

fn read(check: &Check, this_year: u16, foreign_keys: bool) -> Person {
    let zone = check.mrz.as_ref().and_then(|z| mrz::read(&z.lines(), this_year).ok());
    let from_zone = check.channel.as_deref().is_some_and(|c| c.to_ascii_lowercase().contains("mrz"));
    let long = [&check.name.family, &check.name.given, &check.name.full]
        .into_iter()
        .flatten()
        .map(|t| t.chars().count())
        .sum::<usize>()
        >= 26;
    let mut readings = vec![name::tokens(&check.name, from_zone || long, foreign_keys)];
    if let Some(zone) = &zone
        && !foreign_keys
    {
        let more = name::tokens(&zone.name, zone.name_cut, false);
        if !readings.contains(&more) {
            readings.push(more);
        }
    }
    readings.retain(|r| !r.is_empty());
    let letter = zone.as_ref().and_then(|z| z.sex).map(String::from);
    Person {
        readings,
        born: born(check.dob.as_deref()).or(zone.as_ref().and_then(|z| z.born)),
        sex: sex(check.sex.as_deref()).or_else(|| sex(letter.as_deref())),
    }
}
