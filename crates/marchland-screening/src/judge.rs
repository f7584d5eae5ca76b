//! From evidence to a verdict: enough must speak, nothing may speak against.
//!
//! Never: looks at a name or a date; acts.

use serde::Serialize;

use crate::weights;

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

/// All that decides about one alert.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Balance {
    /// Hundredths of a bit.
    pub bits: i32,
    pub prior: i32,
    pub contradictions: usize,
    pub family: Says,
    pub given: Says,
    /// A patronymic agrees.
    pub father: bool,
    pub dated: bool,
    /// What is asked beyond the prior where the date of birth is missing or only a year.
    pub doubt: i32,
}

/// What a part of the name says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Says {
    Agrees,
    /// So near to so common a name that it says nothing.
    Doubtful,
    Missing,
}

impl Balance {
    /// What a hit must overcome.
    pub fn asked(&self) -> i32 {
        self.prior.max(weights::LEAST_PRIOR) + self.doubt
    }

    pub fn margin(&self) -> i32 {
        self.bits - self.asked()
    }

    pub fn verdict(&self) -> Verdict {
        // Family and given name must both speak; one of them may be missing if the date of birth speaks, and doubtful
        // if the father's name speaks too.
        let named = match (self.family, self.given) {
            (Says::Agrees, Says::Agrees) => true,
            (Says::Agrees, Says::Missing) | (Says::Missing, Says::Agrees) => self.dated,
            // A common given name misspelt says nothing itself: a rare family name and the date must say enough.
            (Says::Agrees, Says::Doubtful) => {
                self.dated && (self.father || self.margin() >= weights::WITHOUT_GIVEN)
            }
            (Says::Doubtful, Says::Agrees) => self.dated && self.father,
            _ => false,
        };
        match self.margin() {
            _ if self.contradictions > 0 || !named => Verdict::Nothing,
            margin if margin >= weights::HIT_MARGIN => Verdict::Hit,
            _ if self.bits - self.prior - self.doubt >= weights::SHOWN_MARGIN => Verdict::Namesake,
            _ => Verdict::Nothing,
        }
    }

    /// Between 0 and 1. What a contradiction excludes stands below everything that nothing excludes.
    pub fn score(&self) -> f64 {
        let score = weights::score(self.margin());
        if self.contradictions > 0 { score / 16.0 } else { score }
    }

    /// In one sentence. `against` is the reason of the first contradiction.
    pub fn would_change(&self, against: Option<&str>) -> String {
        match (self.verdict(), against) {
            (_, Some(because)) => format!("only if this were wrong: {because}"),
            (Verdict::Hit, None) => {
                "a contradiction in name, patronymic, sex or date of birth would end it".to_string()
            }
            (Verdict::Namesake, None) => {
                let missing = f64::from(weights::HIT_MARGIN - self.margin()) / 100.0;
                let what = if self.dated { "a patronymic or document number" } else { "a date of birth" };
                format!("insufficient data: {what} worth {missing:.1} bits more would make it a hit")
            }
            (Verdict::Nothing, None) => "too little agrees; more data is needed".to_string(),
        }
    }
}
