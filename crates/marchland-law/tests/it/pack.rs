//! A small invented pack for tests that need rules the shipped law does not have. AA and BB are user-assigned codes.

use std::collections::BTreeMap;

use marchland_law::{
    Act, Body, BodyId, Confirmation, Dates, Directory, FactKey, FactValue, Feature, FindingKind, Framework,
    Level, SourceFile, Text,
};

/// Only what the rules below need.
const VOCABULARY: &str = r#"
forms:
  operational-request: {number: 1, names: {en: Operational request, ru: Запрос}}
  joint-patrol: {number: 15, names: {en: Joint patrol, ru: Патруль}}
facts:
  armed: {answer: yes-no, ask: {en: Armed?, ru: Вооружён?}}
  urgency: {answer: [normal, urgent], ask: {en: How urgent?, ru: Насколько срочно?}}
duties:
  approval: {condition: true, names: {en: Approval, ru: Утверждение}}
  language: {names: {en: Language, ru: Язык}}
kinds: {police: {en: Police, ru: Полиция}}
instrument-kinds: {bilateral-treaty: {en: Treaty, ru: Договор}}
levels: {}
channels: {}
use-conditions: {purpose-only: {en: Purpose only, ru: По назначению}}
grounds: {security: {en: Security, ru: Безопасность}}
limits: {answer: {en: Answer, ru: Ответ}}
events: {request-received: {en: Receipt, ru: Получение}}
expiry: {}
posts: {}
confidence: {}
subject-categories: {}
"#;

pub(crate) fn source(path: &str, text: impl Into<String>) -> SourceFile {
    SourceFile { path: path.into(), text: text.into() }
}

/// An instrument of AA and BB with the given rule blocks under one article.
pub(crate) fn treaty(id: &str, extra: &str, rules: &[&str]) -> String {
    let blocks: String = rules.iter().map(|r| format!("\n```rule\n{}\n```\n", r.trim())).collect();
    format!(
        "---\nid: {id}\nkind: bilateral-treaty\nforce: binding\ntitle: {{en: {id}, ru: {id}}}\nshort: {{en: {id}, ru: {id}}}\n\
         signed: {{date: 2019-06-01}}\ntext: read\nparties:\n\
         \x20 - {{state: AA, in-force: 2020-01-01, confidence: verified-text, sources: [s]}}\n\
         \x20 - {{state: BB, in-force: 2020-03-01, confidence: verified-text, sources: [s]}}\n{extra}\
         confidence: verified-text\nsources:\n  s: {{title: Source, url: 'https://example.org/s', language: en}}\n---\n\n\
         ## Article 1: first\n\nWhat it says.\n\n```provision\nconfidence: verified-text\nsources: [s]\n```\n{blocks}"
    )
}

pub(crate) fn files(instruments: &[(&str, String)]) -> Vec<SourceFile> {
    let mut files = vec![source("vocabulary.yaml", VOCABULARY)];
    files.extend(
        instruments.iter().map(|(id, text)| source(&format!("instruments/{id}/instrument.md"), text.clone())),
    );
    files
}

pub(crate) fn law(instruments: &[(&str, String)]) -> Framework {
    Framework::load(&files(instruments)).unwrap_or_else(|mistakes| panic!("{}", mistakes.plain()))
}

/// A findings file with every word of the program, one provision of the treaty `t` that names officials, and one event.
pub(crate) fn findings() -> String {
    let kinds: String = FindingKind::ALL
        .iter()
        .map(|k| format!("  {k}: {{names: {{en: {k}, ru: {k}}}, closes: {{en: more, ru: больше}}}}\n"))
        .collect();
    let features: String = Feature::ALL
        .iter()
        .map(|f| {
            let found_in = match f {
                Feature::NamedOfficials => "[{instrument: t, article: Article 1}]",
                _ => "[]",
            };
            format!("  {f}: {{names: {{en: {f}, ru: {f}}}, found-in: {found_in}}}\n")
        })
        .collect();
    format!(
        "kinds:\n{kinds}features:\n{features}events:\n  - event: union\n    names: {{en: Union, ru: Союз}}\n    \
         states: [{{state: AA, from: 2021-01-01}}, {{state: BB, from: 2021-06-01}}]\n    \
         confidence: verified-text\n    sources: {{s: {{title: Source, url: 'https://example.org/s', language: en}}}}\n"
    )
}

/// One treaty with these rules.
pub(crate) fn law_of(rules: &[&str]) -> Framework {
    law(&[("t", treaty("t", "", rules))])
}

pub(crate) const PERMIT: &str = "rule: permit\neffect: permits\nforms: [operational-request]\nfrom: {levels: [regional]}\nto: {levels: [regional]}\nsays: {en: May ask., ru: Может просить.}";

fn body(state: &str, level: Level, parent: Option<&str>) -> Body {
    let id = format!("{state}/{}", level.code());
    Body {
        id: id.as_str().into(),
        state: state.parse().expect("a state"),
        level,
        kind: "police".into(),
        region: (level != Level::Central).then(|| format!("{state}-1").into()),
        parent: parent.map(BodyId::from),
        names: Text { en: id.as_str().into(), ru: id.as_str().into(), kk: None },
        zone: "UTC".into(),
    }
}

/// Centre, region and district on both sides.
pub(crate) fn bodies() -> Directory {
    let of = |state: &str| {
        let centre = format!("{state}/central");
        let region = format!("{state}/regional");
        [
            body(state, Level::Central, None),
            body(state, Level::Regional, Some(&centre)),
            body(state, Level::District, Some(&region)),
        ]
    };
    Directory::new(of("AA").into_iter().chain(of("BB"))).expect("a sound register")
}

pub(crate) fn act(from: &str, to: &str, facts: &[(&str, FactValue)]) -> Act {
    let facts: BTreeMap<FactKey, FactValue> = facts.iter().map(|(k, v)| ((*k).into(), v.clone())).collect();
    Act { form: "operational-request".into(), from: from.into(), to: to.into(), channel: None, facts }
}

pub(crate) fn day(text: &str) -> Dates {
    Dates::all(text.parse().expect("a date"))
}

pub(crate) fn confirmation(body: &str, instrument: &str, from: &str) -> Confirmation {
    Confirmation {
        id: "c-1".into(),
        body: body.into(),
        instrument: instrument.into(),
        rule: None,
        post: Text { en: "Legal adviser".into(), ru: "Юрисконсульт".into(), kk: None },
        date: from.parse().expect("a date"),
        reason: "text seen in the ministry".into(),
        revoked: None,
        conditions: Vec::new(),
    }
}
