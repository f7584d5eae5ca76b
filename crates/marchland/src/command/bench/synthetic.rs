//! Invented instruments between invented states, to see whether the law of others costs anything.
//!
//! Never: loaded outside a benchmark.

use marchland_law::SourceFile;

/// State codes that ISO 3166-1 leaves to its users, so that no real state is named.
fn states() -> Vec<String> {
    ["Q", "X"]
        .into_iter()
        .flat_map(|first| ('A'..='Z').map(move |second| format!("{first}{second}")))
        .collect()
}

/// So many short instruments, each between two states of the list, with a permission, a duty and a time limit.
pub(super) fn instruments(count: usize) -> Vec<SourceFile> {
    let states = states();
    let pairs: Vec<(&String, &String)> =
        states.iter().enumerate().flat_map(|(i, a)| states[i + 1..].iter().map(move |b| (a, b))).collect();
    (0..count).map(|n| instrument(n, pairs[n % pairs.len()])).collect()
}

fn instrument(n: usize, (a, b): (&String, &String)) -> SourceFile {
    let text = format!(
        r#"---
id: synthetic-{n}
kind: bilateral-treaty
force: binding
title: {{en: "Invented treaty {n}", ru: "Вымышленный договор {n}"}}
short: {{en: "Invented {n}", ru: "Вымышленный {n}"}}
signed: {{date: 2001-01-01}}
text: read
languages: [en]
parties:
  - {{state: {a}, in-force: 2002-01-01, confidence: verified-text, sources: [made]}}
  - {{state: {b}, in-force: 2002-01-01, confidence: verified-text, sources: [made]}}
confidence: verified-text
sources:
  made: {{title: "Invented for a benchmark", url: "https://example.org/{n}", language: en}}
---

# Invented treaty {n}

## Article 1: requests

Regional bodies write to each other.

```provision
confidence: verified-text
sources: [made]
```

```rule
rule: synthetic-{n}-1
effect: permits
forms: [operational-request, information-sharing]
from: {{levels: [regional, district]}}
to: {{levels: [regional, district]}}
says:
  en: Regional and district bodies write to each other.
  ru: Региональные и районные органы обращаются друг к другу.
```

```rule
rule: synthetic-{n}-2
effect: requires
forms: [operational-request]
duties: [copy-to-centre]
says:
  en: The centre gets a copy.
  ru: Копия направляется в центр.
```
"#
    );
    SourceFile { path: format!("instruments/synthetic-{n}/instrument.md"), text }
}
