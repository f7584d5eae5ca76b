//! The framework: a pack indexed by pair of states and form, so that a decision never looks at the instruments of others.
//!
//! Never: holds half a law; `load` gives all of it or the list of mistakes.

use std::collections::{BTreeSet, HashMap};
use std::ops::Range;
use std::sync::Arc;

use jiff::civil::Date;
use sha2::{Digest, Sha256};

use crate::calendar::Calendars;
use crate::checklist::Checklist;
use crate::law::{
    Article, Instrument, Member, Pack, RelationKind, Rule, Scope, Territory, Vocabulary, within,
};
use crate::mistake::Mistakes;
use crate::read::instrument::concerned;
use crate::read::pack;
use crate::{
    Citation, Confidence, Force, FormId, FrameworkId, InstrumentId, RegionCode, RuleId, SourceFile, State,
    TerritoryId,
};

/// All law a node knows, ready to decide.
#[derive(Debug)]
pub struct Framework {
    id: FrameworkId,
    vocabulary: Vocabulary,
    instruments: Vec<Arc<Instrument>>,
    territories: HashMap<TerritoryId, Territory>,
    members: HashMap<(TerritoryId, RegionCode), Vec<Member>>,
    calendars: Calendars,
    checklist: Checklist,
    rules: Vec<Entry>,
    rules_of: HashMap<InstrumentId, Range<usize>>,
    pairs: HashMap<(State, State), Pair>,
}

/// A rule with its address.
#[derive(Debug)]
pub(crate) struct Entry {
    pub(crate) rule: Arc<Rule>,
    pub(crate) instrument: Arc<Instrument>,
    /// Which of its articles.
    article: usize,
    pub(crate) citation: Citation,
}

impl Entry {
    pub(crate) fn article(&self) -> Option<&Article> {
        self.instrument.articles.get(self.article)
    }
}

/// What is law between two states.
#[derive(Debug, Default)]
pub(crate) struct Pair {
    pub(crate) ties: Vec<Tie>,
    /// For each form: rule and tie, as indices.
    by_form: HashMap<FormId, Vec<(usize, usize)>>,
}

/// One instrument seen by one pair of states.
#[derive(Debug)]
pub(crate) struct Tie {
    pub(crate) instrument: Arc<Instrument>,
    /// In force between these two from this day; absent when the day is not known.
    pub(crate) from: Option<Date>,
    /// Where that day is not known: the day of signature, before which it was surely not in force.
    not_before: Option<Date>,
    pub(crate) until: Option<Date>,
    pub(crate) displaced: Option<(Date, InstrumentId)>,
    pub(crate) confidence: Confidence,
    /// Rules shut out by a reservation of one of the two.
    pub(crate) excluded: Vec<RuleId>,
}

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("'{id}' is not a draft of this pack; the drafts are: {known}")] // code: no-such-reform
pub struct NoSuchReform {
    pub id: InstrumentId,
    pub known: String,
}

impl Tie {
    pub(crate) fn is_basis(&self) -> bool {
        self.instrument.force == Force::Binding
    }

    /// First day on which it no longer counts between these two, for whatever reason.
    pub(crate) fn end(&self) -> Option<Date> {
        let displaced = self.displaced.as_ref().map(|(day, _)| *day);
        [self.until, displaced].into_iter().flatten().min()
    }

    /// First day on which it can be used.
    pub(crate) fn usable(&self) -> Option<Date> {
        self.from.map(|day| self.instrument.usable_from.map_or(day, |usable| usable.max(day)))
    }

    /// It may be cited on this day. A binding instrument whose first day is unknown is cited, and is never a basis.
    pub(crate) fn counts_on(&self, day: Date) -> bool {
        within(day, self.first_cited(), self.end())
    }

    /// First day on which it may be cited.
    pub(crate) fn first_cited(&self) -> Option<Date> {
        self.usable().or(self.not_before)
    }
}

impl Framework {
    /// Reads and checks all files at once. The order of the files does not matter.
    pub fn load(files: &[SourceFile]) -> Result<Self, Mistakes> {
        let pack = pack::read(files)?;
        Ok(Self::index(pack, fingerprint(files)))
    }

    pub fn id(&self) -> &FrameworkId {
        &self.id
    }
    pub fn vocabulary(&self) -> &Vocabulary {
        &self.vocabulary
    }
    pub fn calendars(&self) -> &Calendars {
        &self.calendars
    }
    pub fn checklist(&self) -> &Checklist {
        &self.checklist
    }
    pub fn instruments(&self) -> impl Iterator<Item = &Instrument> {
        self.instruments.iter().map(|i| &**i)
    }
    pub fn instrument(&self, id: &InstrumentId) -> Option<&Instrument> {
        self.instruments().find(|i| i.id == *id)
    }
    pub fn territories(&self) -> impl Iterator<Item = &Territory> {
        self.territories.values()
    }
    pub fn territory(&self, id: &TerritoryId) -> Option<&Territory> {
        self.territories.get(id)
    }
    /// All rules of enacted instruments, with their citations.
    pub fn rules(&self) -> impl Iterator<Item = (&Citation, &Rule)> {
        self.rules.iter().map(|e| (&e.citation, &*e.rule))
    }

    /// The law as if these drafts had been enacted: in force for each of their parties from `from`.
    pub fn with_reforms(&self, reforms: &[InstrumentId], from: Date) -> Result<Self, NoSuchReform> {
        let drafts = || self.instruments.iter().filter(|i| i.draft);
        if let Some(unknown) = reforms.iter().find(|id| !drafts().any(|d| d.id == **id)) {
            let known = drafts().map(|d| d.id.as_str()).collect::<Vec<_>>().join(", ");
            return Err(NoSuchReform { id: unknown.clone(), known });
        }
        let enact = |instrument: &Arc<Instrument>| {
            let mut instrument = Instrument::clone(instrument);
            if reforms.contains(&instrument.id) {
                instrument.draft = false;
                instrument.parties.iter_mut().for_each(|p| p.in_force = Some(from));
            }
            instrument
        };
        let pack = Pack {
            vocabulary: self.vocabulary.clone(),
            instruments: self.instruments.iter().map(enact).collect(),
            territories: self.territories.values().cloned().collect(),
            calendars: self.calendars.clone(),
            checklist: self.checklist.clone(),
        };
        let mut hash = Sha256::new();
        for part in std::iter::once(self.id.as_str()).chain(reforms.iter().map(InstrumentId::as_str)) {
            hash.update((part.len() as u64).to_be_bytes());
            hash.update(part.as_bytes());
        }
        hash.update(from.to_string().as_bytes());
        Ok(Self::index(pack, hexadecimal(hash)))
    }

    /// The proposals of this pack.
    pub fn reforms(&self) -> impl Iterator<Item = &Instrument> {
        self.instruments().filter(|i| i.draft)
    }

    /// Every state that some enacted instrument binds or speaks to.
    pub fn states(&self) -> BTreeSet<State> {
        self.instruments.iter().filter(|i| !i.draft).flat_map(|i| concerned(i)).collect()
    }

    /// Every two states between which some instrument could be law.
    pub fn pairs(&self) -> impl Iterator<Item = (State, State)> {
        let mut pairs: Vec<_> = self.pairs.keys().copied().collect();
        pairs.sort_unstable();
        pairs.into_iter()
    }

    pub(crate) fn all_entries(&self) -> impl Iterator<Item = &Entry> {
        self.rules.iter()
    }

    pub(crate) fn entries_of(&self, instrument: &InstrumentId) -> &[Entry] {
        self.rules_of.get(instrument).and_then(|range| self.rules.get(range.clone())).unwrap_or_default()
    }

    pub(crate) fn pair(&self, a: State, b: State) -> Option<&Pair> {
        self.pairs.get(&ordered(a, b))
    }

    pub(crate) fn rules_for<'l>(
        &'l self,
        pair: &'l Pair,
        form: &FormId,
    ) -> impl Iterator<Item = (&'l Entry, &'l Tie)> {
        let list = pair.by_form.get(form).map(Vec::as_slice).unwrap_or_default();
        list.iter().filter_map(|(rule, tie)| Some((self.rules.get(*rule)?, pair.ties.get(*tie)?)))
    }

    /// How well we know that a region belongs to a territory on a day; absent when it does not.
    pub(crate) fn member(
        &self,
        territory: &TerritoryId,
        region: &RegionCode,
        day: Date,
    ) -> Option<Confidence> {
        let members = self.members.get(&(territory.clone(), region.clone()))?;
        members.iter().find(|m| within(day, m.from, m.until)).map(|m| m.confidence)
    }

    fn index(pack: Pack, id: FrameworkId) -> Self {
        let instruments: Vec<Arc<Instrument>> = pack.instruments.into_iter().map(Arc::new).collect();
        let enacted: Vec<Arc<Instrument>> = instruments.iter().filter(|i| !i.draft).cloned().collect();
        let mut rules = Vec::new();
        let mut rules_of: HashMap<InstrumentId, Range<usize>> = HashMap::new();
        for instrument in &enacted {
            let first = rules.len();
            for (index, article) in instrument.articles.iter().enumerate() {
                for rule in &article.rules {
                    let citation = Citation {
                        instrument: instrument.id.clone(),
                        article: article.cite.clone(),
                        rule: rule.id.clone(),
                    };
                    rules.push(Entry {
                        rule: rule.clone(),
                        instrument: instrument.clone(),
                        article: index,
                        citation,
                    });
                }
            }
            rules_of.insert(instrument.id.clone(), first..rules.len());
        }
        let mut members: HashMap<_, Vec<Member>> = HashMap::new();
        for territory in &pack.territories {
            for member in &territory.members {
                members
                    .entry((territory.id.clone(), member.region.clone()))
                    .or_default()
                    .push(member.clone());
            }
        }
        let mut of_state: HashMap<State, Vec<usize>> = HashMap::new();
        let mut pair_keys = BTreeSet::new();
        for (index, instrument) in enacted.iter().enumerate() {
            let states: BTreeSet<State> = concerned(instrument).collect();
            for a in &states {
                of_state.entry(*a).or_default().push(index);
                pair_keys.extend(states.iter().filter(|b| a < b).map(|b| (*a, *b)));
            }
        }
        let mut pairs = HashMap::new();
        for (a, b) in pair_keys {
            let near: BTreeSet<usize> =
                [a, b].iter().filter_map(|s| of_state.get(s)).flatten().copied().collect();
            let ties = ties(a, b, near.iter().filter_map(|i| enacted.get(*i)), &enacted);
            let mut pair = Pair { ties, by_form: HashMap::new() };
            for (tie_index, tie) in pair.ties.iter().enumerate() {
                for rule_index in rules_of.get(&tie.instrument.id).cloned().into_iter().flatten() {
                    let Some(entry) = rules.get(rule_index) else { continue };
                    if tie.excluded.contains(&entry.rule.id) {
                        continue;
                    }
                    let every = entry.rule.forms.is_empty();
                    for form in pack.vocabulary.forms.keys().filter(|f| every || entry.rule.forms.contains(f))
                    {
                        pair.by_form.entry(form.clone()).or_default().push((rule_index, tie_index));
                    }
                }
            }
            pairs.insert((a, b), pair);
        }
        let territories = pack.territories.into_iter().map(|t| (t.id.clone(), t)).collect();
        Self {
            id,
            vocabulary: pack.vocabulary,
            instruments,
            territories,
            members,
            calendars: pack.calendars,
            checklist: pack.checklist,
            rules,
            rules_of,
            pairs,
        }
    }
}

pub(crate) fn ordered(a: State, b: State) -> (State, State) {
    (a.min(b), a.max(b))
}

/// The instruments that tie two states, and from when to when.
fn ties<'i>(
    a: State,
    b: State,
    near: impl Iterator<Item = &'i Arc<Instrument>>,
    all: &[Arc<Instrument>],
) -> Vec<Tie> {
    let mut ties: Vec<Tie> = near.filter_map(|instrument| tie(a, b, instrument)).collect();
    // What a binding instrument of these two is based on is shown beside it, even if it names no state.
    let based_on: Vec<&InstrumentId> = ties
        .iter()
        .filter(|t| t.is_basis())
        .flat_map(|t| {
            t.instrument.relations.iter().filter(|r| r.kind == RelationKind::BasedOn).map(|r| &r.instrument)
        })
        .collect();
    let context: Vec<Tie> = all
        .iter()
        .filter(|i| {
            i.force != Force::Binding
                && based_on.contains(&&i.id)
                && !ties.iter().any(|t| t.instrument.id == i.id)
        })
        .map(|i| context_tie(i, [a, b]))
        .collect();
    ties.extend(context);
    let displaced: Vec<Option<(Date, InstrumentId)>> =
        ties.iter()
            .map(|old| {
                let newer = ties.iter().filter_map(|new| {
                    let relation =
                        new.instrument.relations.iter().find(|r| {
                            r.kind == RelationKind::Supersedes && r.instrument == old.instrument.id
                        })?;
                    let day = match relation.scope {
                        Scope::CommonParties => new.from,
                        Scope::Everyone => new.instrument.parties.iter().filter_map(|p| p.in_force).min(),
                    };
                    Some((day?, new.instrument.id.clone()))
                });
                newer.min()
            })
            .collect();
    for (tie, by) in ties.iter_mut().zip(displaced) {
        tie.displaced = by;
    }
    ties
}

fn tie(a: State, b: State, instrument: &Arc<Instrument>) -> Option<Tie> {
    let addressed = |state: State| concerned(instrument).any(|s| s == state);
    match instrument.force {
        Force::Policy if addressed(a) || addressed(b) => Some(context_tie(instrument, [a, b])),
        Force::Model if addressed(a) && addressed(b) => Some(context_tie(instrument, [a, b])),
        Force::Policy | Force::Model => None,
        Force::Binding => {
            let party = |state: State| instrument.parties.iter().find(|p| p.state == state);
            let (one, other) = (party(a)?, party(b)?);
            let from = one.in_force.zip(other.in_force).map(|(x, y)| x.max(y));
            let until = [one.until, other.until].into_iter().flatten().min();
            let excluded =
                [one, other].iter().flat_map(|p| &p.reservations).flat_map(|r| r.excludes.clone()).collect();
            let confidence = one.confidence.min(other.confidence);
            Some(Tie {
                instrument: instrument.clone(),
                from,
                not_before: signed_on(instrument).filter(|_| from.is_none()),
                until,
                displaced: None,
                confidence,
                excluded,
            })
        }
    }
}

fn context_tie(instrument: &Arc<Instrument>, pair: [State; 2]) -> Tie {
    let own = instrument.parties.iter().filter(|p| pair.contains(&p.state));
    let from = own.clone().filter_map(|p| p.in_force).min().or_else(|| signed_on(instrument));
    let until = own.filter_map(|p| p.until).max();
    Tie {
        instrument: instrument.clone(),
        from,
        not_before: None,
        until,
        displaced: None,
        confidence: instrument.confidence,
        excluded: Vec::new(),
    }
}

/// The day of signature, or the first day of the year where no more is known.
fn signed_on(instrument: &Instrument) -> Option<Date> {
    let when = instrument.signed.as_ref()?.when.as_ref();
    when.parse().ok().or_else(|| Date::new(when.parse().ok()?, 1, 1).ok())
}

/// Hash of the files that make the law; cases and prose are not among them. Each path and text is length-prefixed, so that
/// no two packs share a stream of bytes.
fn fingerprint(files: &[SourceFile]) -> FrameworkId {
    let mut law: Vec<&SourceFile> = files.iter().filter(|f| f.is_law()).collect();
    law.sort_by(|a, b| a.path.cmp(&b.path));
    let mut hash = Sha256::new();
    for file in law {
        for part in [&file.path, &file.text] {
            hash.update((part.len() as u64).to_be_bytes());
            hash.update(part.as_bytes());
        }
    }
    hexadecimal(hash)
}

fn hexadecimal(hash: Sha256) -> FrameworkId {
    let hex: String = hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
    FrameworkId::new(hex)
}
