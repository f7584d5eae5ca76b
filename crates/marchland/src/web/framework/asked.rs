//! What the address of a law page asks for: the day, drafts, columns, a cell, a view. What cannot be read is a problem
//! beside its field; the page then shows what it can.
//!
//! Never: guesses a day or a state.

use jiff::civil::Date;
use marchland_law::{FormId, Framework, InstrumentId, Level, State};

use crate::survey::{best_comparator, neighbours};
use crate::web::page::Visit;
use crate::web::views::{Choice, Problem};

/// A cell by its form, pair and level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellAt {
    pub form: FormId,
    pub pair: [State; 2],
    pub level: Level,
}

#[derive(Debug)]
pub struct Asked {
    pub on: Date,
    pub today: Date,
    /// As typed, to be shown again.
    pub on_typed: String,
    pub reforms: Vec<InstrumentId>,
    pub home: Option<State>,
    /// The states of the columns, and whether somebody chose them.
    pub with: Vec<State>,
    chose_with: bool,
    pub compare: Option<[State; 2]>,
    chose_compare: bool,
    /// For pages of one pair; absent where the node's state has no neighbour in the law.
    pub pair: Option<[State; 2]>,
    pub cell: Option<CellAt>,
    pub list: bool,
    pub problems: Vec<Problem>,
}

/// The drafts a page may try together: more than a pack holds.
const REFORMS_MAX: usize = 40;
/// Columns are drawn for so many neighbours at most.
const STATES_MAX: usize = 12;

impl Asked {
    pub fn of(visit: &Visit) -> Self {
        let (law, t) = (&*visit.app.law.framework, visit.t());
        let query = visit.path.split_once('?').map(|(_, query)| query).unwrap_or_default();
        let typed: Vec<(String, String)> = serde_urlencoded::from_str(query).unwrap_or_default();
        let one = |name: &str| typed.iter().find(|(n, _)| n == name).map_or("", |(_, value)| value.trim());
        // Tick boxes send a name several times; an address written by us has one list.
        let list = |name: &str| -> Vec<&str> {
            let all = typed.iter().filter(|(n, _)| n == name).flat_map(|(_, value)| value.split(','));
            all.map(str::trim).filter(|value| !value.is_empty()).collect()
        };
        let mut problems = Vec::new();
        let mut problem =
            |field: &str, text: String| problems.push(Problem { field: field.to_owned(), text });
        let today = visit.now().to_zoned(visit.zone()).date();
        let on = match one("on") {
            "" => today,
            typed => match day(typed) {
                Some(day) => day,
                None => {
                    problem("on", t.problem_law_day(clip(typed)));
                    today
                }
            },
        };
        let mut reforms: Vec<InstrumentId> = Vec::new();
        for id in list("reform").into_iter().take(REFORMS_MAX) {
            let id = InstrumentId::from(id);
            if law.instrument(&id).is_some_and(|i| i.draft) {
                if !reforms.contains(&id) {
                    reforms.push(id);
                }
            } else {
                problem("reform", t.problem_law_reform(clip(id.as_str())));
            }
        }
        let home = visit.app.config.state.parse::<State>().ok();
        let linked: Vec<State> = visit.app.links.all().filter_map(|link| link.state.parse().ok()).collect();
        let mut with: Vec<State> = Vec::new();
        for code in list("with").into_iter().take(STATES_MAX) {
            match code.parse::<State>().ok().filter(|state| known(law, home, *state)) {
                Some(state) if with.contains(&state) => {}
                Some(state) => with.push(state),
                None => problem("with", t.problem_law_state(clip(code))),
            }
        }
        let chose_with = !with.is_empty();
        if let (false, Some(home)) = (chose_with, home) {
            with = neighbours(law, home, &linked);
        }
        let pair = match one("pair") {
            "" => home.zip(with.first().copied()).map(|(a, b)| [a, b]),
            code => parse_pair(code).or_else(|| {
                problem("pair", t.problem_law_pair(clip(code)));
                home.zip(with.first().copied()).map(|(a, b)| [a, b])
            }),
        };
        let (compare, chose_compare) = match one("compare") {
            "" => (None, false),
            "none" => (None, true),
            code => match parse_pair(code) {
                Some(pair) => (Some(pair), true),
                None => {
                    problem("compare", t.problem_law_pair(clip(code)));
                    (None, true)
                }
            },
        };
        let cell = match one("cell") {
            "" => None,
            code => {
                let cell = home.and_then(|home| cell(law, home, code));
                if cell.is_none() {
                    problem("map", t.problem_law_cell(clip(code)));
                }
                cell
            }
        };
        Self {
            on,
            today,
            on_typed: if one("on").is_empty() { on.to_string() } else { one("on").to_owned() },
            reforms,
            home,
            with,
            chose_with,
            compare,
            chose_compare,
            pair,
            cell,
            list: one("view") == "list",
            problems,
        }
    }
}

impl Asked {
    /// The pair with the most settled in detail; the one to compare with unless somebody chose another.
    pub fn settle_comparator(&mut self, law: &Framework) -> Option<[State; 2]> {
        let besides: Vec<State> = self.home.into_iter().chain(self.with.iter().copied()).collect();
        let best = best_comparator(law, &besides, self.on);
        if !self.chose_compare {
            self.compare = best;
        }
        best
    }

    /// The pairs of the map: the node's state with each neighbour, then the one to compare with.
    pub fn pairs(&self) -> Vec<[State; 2]> {
        let own = self.home.into_iter().flat_map(|home| self.with.iter().map(move |other| [home, *other]));
        own.chain(self.compare).collect()
    }

    /// The same map at another day, with other drafts, another cell or view. What nobody chose is left out of the address.
    pub fn map_href(&self, change: impl FnOnce(&mut Address)) -> String {
        let mut address = Address {
            on: self.on.to_string(),
            reforms: self.reforms.iter().map(ToString::to_string).collect(),
            cell: self.cell.as_ref().map(|cell| self.cell_code(cell)),
            list: self.list,
        };
        change(&mut address);
        let mut parts = vec![format!("on={}", address.on)];
        parts.extend(self.columns());
        if !address.reforms.is_empty() {
            parts.push(format!("reform={}", address.reforms.join(",")));
        }
        parts.extend(address.cell.map(|cell| format!("cell={cell}")));
        if address.list {
            parts.push("view=list".to_owned());
        }
        format!("/framework?{}", parts.join("&"))
    }

    fn columns(&self) -> Vec<String> {
        let codes = |states: &[State]| states.iter().map(State::to_string).collect::<Vec<_>>();
        let mut parts = Vec::new();
        if self.chose_with {
            parts.push(format!("with={}", codes(&self.with).join(",")));
        }
        if self.chose_compare {
            parts.push(format!("compare={}", self.compare.map_or_else(|| "none".to_owned(), code)));
        }
        parts
    }

    /// `operational-request.KZ.district`; a pair that is not ours is written with both its states.
    pub fn cell_code(&self, cell: &CellAt) -> String {
        let of = match self.home {
            Some(home) if cell.pair[0] == home => cell.pair[1].to_string(),
            _ => code(cell.pair),
        };
        format!("{}.{of}.{}", cell.form, cell.level)
    }

    /// The rest of an address of a page of one pair: `pair=RU-KZ&on=2026-11-23`.
    pub fn pair_query(&self, pair: [State; 2]) -> String {
        format!("pair={}&on={}", code(pair), self.on)
    }

    pub fn reform_query(&self) -> String {
        let ids: Vec<&str> = self.reforms.iter().map(InstrumentId::as_str).collect();
        if ids.is_empty() { String::new() } else { format!("&reform={}", ids.join(",")) }
    }
}

impl Asked {
    /// For a page that has only these fields: what the address says of others is none of its business.
    pub fn only(mut self, fields: &[&str]) -> Self {
        self.problems.retain(|problem| fields.contains(&problem.field.as_str()));
        self
    }
}

/// What of an address of the map may change.
#[derive(Debug)]
pub struct Address {
    pub on: String,
    pub reforms: Vec<String>,
    pub cell: Option<String>,
    pub list: bool,
}

/// `RU-KZ`
pub fn code([a, b]: [State; 2]) -> String {
    format!("{a}-{b}")
}

/// The pairs a page of one pair offers: ours first, then every other the law knows.
pub fn pair_choices(visit: &Visit, home: Option<State>) -> Vec<Choice> {
    let own = |pair: &[State; 2]| home.is_some_and(|home| pair.contains(&home));
    let all: Vec<[State; 2]> = visit.app.law.framework.pairs().map(|(a, b)| [a, b]).collect();
    let ours =
        all.iter().filter(|pair| own(pair)).map(|[a, b]| if home == Some(*b) { [*b, *a] } else { [*a, *b] });
    let others = all.iter().filter(|pair| !own(pair)).copied();
    ours.chain(others)
        .map(|pair| {
            let [a, b] = pair.map(|state| visit.t().state_name(state.as_str()));
            Choice::new(code(pair), format!("{a} – {b}"))
        })
        .collect()
}

/// Four digits, two, two: a day that exists.
fn day(typed: &str) -> Option<Date> {
    typed.parse().ok().filter(|_| typed.len() == 10)
}

fn parse_pair(code: &str) -> Option<[State; 2]> {
    let (a, b) = code.split_once('-')?;
    let pair: [State; 2] = [a.parse().ok()?, b.parse().ok()?];
    (pair[0] != pair[1]).then_some(pair)
}

fn cell(law: &Framework, home: State, code: &str) -> Option<CellAt> {
    let mut parts = code.split('.');
    let (form, of, level) = (parts.next()?, parts.next()?, parts.next()?);
    let form = FormId::from(form);
    let known_form = law.vocabulary().forms.contains_key(&form);
    let pair = match of.parse::<State>() {
        Ok(other) if other != home => [home, other],
        Ok(_) => return None,
        Err(_) => parse_pair(of)?,
    };
    let level = Level::from_code(level)?;
    (known_form && parts.next().is_none()).then_some(CellAt { form, pair, level })
}

/// The law knows something between the two.
fn known(law: &Framework, home: Option<State>, other: State) -> bool {
    home.is_some_and(|home| law.pairs().any(|(a, b)| (a, b) == (home, other) || (b, a) == (home, other)))
}

/// What a person typed, short enough to be said again.
fn clip(typed: &str) -> String {
    typed.chars().take(40).collect()
}
