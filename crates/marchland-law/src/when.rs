//! Conditions of rules: yes, no, or a fact is missing. Silence is not agreement.
//!
//! Never: takes an absent or unreadable answer for a no.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::{FactKey, FactValue};

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum When {
    All(Vec<When>),
    Any(Vec<When>),
    Not(Box<When>),
    Fact { key: FactKey, is: Is },
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Is {
    OneOf(Vec<FactValue>),
    AtLeast(i64),
    AtMost(i64),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Answered {
    No,
    Missing,
    Yes,
}

impl When {
    /// Adds to `missing` the facts without which the answer stays open.
    pub(crate) fn ask<'w>(
        &'w self,
        facts: &BTreeMap<FactKey, FactValue>,
        missing: &mut Vec<&'w FactKey>,
    ) -> Answered {
        match self {
            Self::All(parts) => join(parts, facts, missing, Answered::No),
            Self::Any(parts) => join(parts, facts, missing, Answered::Yes),
            Self::Not(inner) => match inner.ask(facts, missing) {
                Answered::Yes => Answered::No,
                Answered::No => Answered::Yes,
                Answered::Missing => Answered::Missing,
            },
            Self::Fact { key, is } => match facts.get(key).map(|value| is.holds(value)) {
                Some(Some(true)) => Answered::Yes,
                Some(Some(false)) => Answered::No,
                // An answer of the wrong kind is no answer.
                Some(None) | None => {
                    missing.push(key);
                    Answered::Missing
                }
            },
        }
    }

    /// Every fact the condition may ask for.
    pub(crate) fn facts(&self) -> Vec<&FactKey> {
        match self {
            Self::All(parts) | Self::Any(parts) => parts.iter().flat_map(When::facts).collect(),
            Self::Not(inner) => inner.facts(),
            Self::Fact { key, .. } => vec![key],
        }
    }
}

/// `All` ends at the first no, `Any` at the first yes; then what other parts lack does not matter.
fn join<'w>(
    parts: &'w [When],
    facts: &BTreeMap<FactKey, FactValue>,
    missing: &mut Vec<&'w FactKey>,
    decisive: Answered,
) -> Answered {
    let before = missing.len();
    let mut open = false;
    for part in parts {
        match part.ask(facts, missing) {
            answer if answer == decisive => {
                missing.truncate(before);
                return decisive;
            }
            Answered::Missing => open = true,
            _ => {}
        }
    }
    match (open, decisive) {
        (true, _) => Answered::Missing,
        (false, Answered::No) => Answered::Yes,
        (false, _) => Answered::No,
    }
}

impl Is {
    /// Absent when the value is not of the kind the test needs.
    fn holds(&self, value: &FactValue) -> Option<bool> {
        match (self, value) {
            (Self::AtLeast(limit), FactValue::Number(n)) => Some(n >= limit),
            (Self::AtMost(limit), FactValue::Number(n)) => Some(n <= limit),
            (Self::OneOf(list), value) => list
                .first()
                .is_some_and(|first| std::mem::discriminant(first) == std::mem::discriminant(value))
                .then(|| list.contains(value)),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fact(key: &str) -> When {
        When::Fact { key: key.into(), is: Is::OneOf(vec![FactValue::YesNo(true)]) }
    }

    fn ask(when: &When, facts: &[(&str, FactValue)]) -> (Answered, Vec<String>) {
        let facts = facts.iter().map(|(k, v)| (FactKey::from(*k), v.clone())).collect();
        let mut missing = Vec::new();
        let answer = when.ask(&facts, &mut missing);
        (answer, missing.iter().map(|k| k.to_string()).collect())
    }

    #[test]
    fn three_values_and_only_the_facts_that_matter() {
        let yes = FactValue::YesNo(true);
        let no = FactValue::YesNo(false);
        let any = When::Any(vec![fact("a"), When::All(vec![fact("b"), fact("c")])]);
        assert_eq!(ask(&any, &[("a", yes.clone())]), (Answered::Yes, vec![]));
        assert_eq!(ask(&any, &[]), (Answered::Missing, vec!["a".into(), "b".into(), "c".into()]));
        assert_eq!(ask(&any, &[("a", no.clone()), ("b", no.clone())]), (Answered::No, vec![]));
        assert_eq!(
            ask(&any, &[("a", no.clone()), ("b", yes.clone())]),
            (Answered::Missing, vec!["c".into()])
        );
        assert_eq!(ask(&When::Not(Box::new(fact("a"))), &[]).0, Answered::Missing);
        assert_eq!(ask(&When::Not(Box::new(fact("a"))), &[("a", no)]).0, Answered::Yes);
    }

    #[test]
    fn an_answer_of_the_wrong_kind_is_missing_not_no() {
        assert_eq!(ask(&fact("a"), &[("a", FactValue::Text("yes".into()))]).0, Answered::Missing);
        let years = When::Fact { key: "y".into(), is: Is::AtLeast(3) };
        assert_eq!(ask(&years, &[("y", FactValue::YesNo(true))]).0, Answered::Missing);
        assert_eq!(ask(&years, &[("y", FactValue::Number(3))]).0, Answered::Yes);
    }
}
