//! What stands behind a cell of the gap map: the mark today and with the drafts, conditions, provisions looked at, findings
//! and the articles that cure them elsewhere.
//!
//! Never: shows a mark without what it rests on.

use std::collections::BTreeSet;

use marchland_law::{Framework, Level, Practice, Provision, Reading, Rule, RuleEffect, findings};

use super::asked::{Asked, CellAt, code};
use crate::acts::{Acted, recorded};
use crate::survey::{GapMap, Words};
use crate::web::fill::timeline::passage;
use crate::web::fill::words as fill;
use crate::web::page::Visit;
use crate::web::views::framework::{CellPanel, FindingBrief, Looked};
use crate::web::views::parts::Anchor;

/// Provisions shown at once; the others are folded.
const LOOKED_FIRST: usize = 5;
const ELSEWHERE_MAX: usize = 4;
const FINDINGS_MAX: usize = 6;

/// `None` when the cell is in no column of the map.
pub async fn panel(
    visit: &Visit,
    asked: &Asked,
    at: &CellAt,
    before: &GapMap,
    after: Option<(&GapMap, &Framework)>,
) -> Acted<Option<CellPanel>> {
    let law = after.map_or(&*visit.app.law.framework, |(_, law)| law);
    let words = Words { law, lang: visit.lang() };
    let (Some(row), Some(column)) = (before.row_of(&at.form), before.column_of(at.pair, at.level)) else {
        return Ok(None);
    };
    let map = after.map_or(before, |(map, _)| map);
    let behind = map.matrix.rows.get(row).and_then(|row| row.cells.get(column));
    let (Some(behind), Some(today)) = (behind, before.mark(row, column)) else { return Ok(None) };
    let practice = recorded::practice(&visit.app.store, &visit.app.directory, at.pair, asked.on).await?;
    let reformed = after.and_then(|(map, _)| map.mark(row, column));
    let mut provisions: Vec<&Provision> = behind.provisions.iter().collect();
    // A draft first, then what is known best.
    let draft = |p: &Provision| visit.app.law.framework.instrument(&p.instrument).is_some_and(|i| i.draft);
    provisions.sort_by_key(|p| (!draft(p), std::cmp::Reverse(p.confidence)));
    let mut looked: Vec<Looked> =
        provisions.iter().map(|p| self::looked(visit, &words, p, |rule| about(rule, at), draft(p))).collect();
    let more = looked.split_off(looked.len().min(LOOKED_FIRST));
    let whose = match asked.home {
        Some(home) if at.pair[0] == home => words.state(at.pair[1]),
        _ => code(at.pair),
    };
    let of = |state: usize| {
        format!("{}.{}", at.pair.get(state).map(ToString::to_string).unwrap_or_default(), at.level)
    };
    Ok(Some(CellPanel {
        form: words.form(&at.form),
        whose: format!("{whose}, {}", words.level(at.level).to_lowercase()),
        today,
        reformed,
        means: visit.t().mark_means(&reformed.unwrap_or(today)),
        conditions: conditions(&words, &provisions, at),
        looked,
        more,
        findings: found(&words, law, asked, at, &practice),
        try_href: format!("/framework/ask?form={}&from={}&to={}&on={}", at.form, of(0), of(1), asked.on),
        close_href: asked.map_href(|to| to.cell = None),
    }))
}

/// A provision with what it says: its rule in the reader's language, else our paraphrase as it is written.
pub fn looked(
    visit: &Visit,
    words: &Words<'_>,
    provision: &Provision,
    about: impl Fn(&Rule) -> bool,
    draft: bool,
) -> Looked {
    let article = words
        .law
        .instrument(&provision.instrument)
        .and_then(|instrument| instrument.articles.iter().find(|article| article.cite == provision.article));
    let rule = article.and_then(|article| article.rules.iter().find(|rule| about(rule)));
    let (says, lang) = match (rule, article) {
        (Some(rule), _) => (words.text(&rule.says), visit.lang().code().to_owned()),
        (None, Some(article)) => {
            let prose = first_sentence(&article.prose);
            let lang = passage(&prose).lang;
            (prose, lang)
        }
        (None, None) => (String::new(), visit.lang().code().to_owned()),
    };
    let known = if provision.text == Reading::NotRead {
        provision.confidence.min(marchland_law::Confidence::FromSeedOnly)
    } else {
        provision.confidence
    };
    Looked {
        provision: anchor(words, provision),
        confidence: fill::confidence(known),
        says,
        lang,
        draft,
        not_read: provision.text == Reading::NotRead,
    }
}

pub fn anchor(words: &Words<'_>, provision: &Provision) -> Anchor {
    Anchor::new(words.provision(provision), fill::provision_href(&provision.instrument, &provision.article))
}

fn about(rule: &Rule, at: &CellAt) -> bool {
    let form = rule.forms.is_empty() || rule.forms.contains(&at.form);
    form && (rule.from.levels.is_empty() || rule.from.levels.iter().any(|level| same(*level, at.level)))
}

/// A unit counts where districts are meant.
fn same(meant: Level, level: Level) -> bool {
    meant == level || (meant == Level::Unit && level == Level::District)
}

/// The duties that come with the form, each once.
fn conditions(words: &Words<'_>, provisions: &[&Provision], at: &CellAt) -> Vec<String> {
    let articles = provisions.iter().filter_map(|p| {
        words.law.instrument(&p.instrument)?.articles.iter().find(|article| article.cite == p.article)
    });
    let rules = articles.flat_map(|article| &article.rules).filter(|rule| about(rule, at));
    let binding = rules.filter(|rule| matches!(rule.effect, RuleEffect::Permits | RuleEffect::Requires));
    let duties: BTreeSet<String> =
        binding.flat_map(|rule| &rule.duties).map(|duty| words.label("duties", &duty.code)).collect();
    duties.into_iter().collect()
}

fn found(
    words: &Words<'_>,
    law: &Framework,
    asked: &Asked,
    at: &CellAt,
    practice: &[Practice],
) -> Vec<FindingBrief> {
    // Gaps of the pair we compare with help nobody here.
    if Some(at.pair) == asked.compare {
        return Vec::new();
    }
    let all = findings(law, at.pair, asked.on, practice);
    let of_cell = all.into_iter().filter(|finding| {
        finding.gap.forms.contains(&at.form) && finding.gap.level.is_none_or(|level| level == at.level)
    });
    of_cell
        .take(FINDINGS_MAX)
        .map(|finding| FindingBrief {
            says: match (words.whose(&finding.gap), words.about(&finding.gap)) {
                (whose, about) if whose.is_empty() && about.is_empty() => words.text(&finding.says),
                (whose, about) => {
                    let of: Vec<String> =
                        [whose, about].into_iter().filter(|part| !part.is_empty()).collect();
                    format!("{} {}", words.text(&finding.says), of.join("; "))
                }
            },
            closes: words.text(&finding.closes),
            elsewhere: finding
                .closed_elsewhere
                .iter()
                .take(ELSEWHERE_MAX)
                .map(|p| anchor(words, p))
                .collect(),
        })
        .collect()
}

/// Our paraphrase up to its first full stop; the instrument's page has the whole.
fn first_sentence(prose: &str) -> String {
    let prose = prose.trim();
    prose.split_inclusive(". ").next().unwrap_or_default().trim().to_owned()
}
