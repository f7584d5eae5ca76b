//! `GET /framework/timeline?pair=&on=`: form by form, when it became possible between two states, moved, lapsed.
//!
//! Never: draws what its table does not say.

use jiff::civil::{Date, date};
use marchland_law::{Coverage, FormLine, Span, Step, timeline as of_pair};

use super::asked::{Asked, code, pair_choices};
use super::export::{self, As};
use crate::acts::CannotAct;
use crate::survey::Words;
use crate::web::fill::chart;
use crate::web::page::{Page, Visit, again, show};
use crate::web::views::framework::{Bar, Chart, ChartLine, SpanRow, TimelinePage};
use crate::web::views::parts::Anchor;
use crate::web::views::{Fields, Place};

const SINCE: Date = date(1991, 1, 1);
const LINE: i64 = 26;

pub async fn timeline(visit: Visit) -> Page {
    let asked = Asked::of(&visit).only(&["on", "pair"]);
    let pair = asked.pair.ok_or(CannotAct::NotFound)?;
    let (law, lang, t) = (&*visit.app.law.framework, visit.lang(), visit.t());
    let words = Words { law, lang };
    // A line needs two ends: before its beginning there is nothing to draw.
    let until = asked.on.max(SINCE);
    let line = of_pair(law, pair, SINCE, until);
    match export::wanted(&visit) {
        As::Page => {}
        As::Json => return export::json("timeline", &line),
        As::Csv => return export::csv("timeline", lines(&line.forms)),
    }
    let [a, b] = pair.map(|state| words.state(state));
    let lapses = line.lapses.iter().filter(|lapse| lapse.until.is_none()).map(|lapse| {
        let lost: Vec<String> = lapse.lost.iter().map(|id| words.instrument(id)).collect();
        t.timeline_lapsed(words.form(&lapse.form), lang.date(lapse.from), lost.join(", "))
    });
    let page = TimelinePage {
        frame: visit.frame(Place::Framework).await?,
        fields: Fields::new(
            [("pair", code(pair)), ("on", asked.on_typed.clone())].map(|(n, v)| (n.to_owned(), v)),
        )
        .with_problems(asked.problems.clone()),
        pairs: pair_choices(&visit, asked.home),
        pair: t.between_two(a, b),
        until: lang.date(until),
        chart: draw(&words, &line.forms, until),
        legend: [Coverage::InDetail, Coverage::Declaratory, Coverage::Unknown, Coverage::Prohibited]
            .map(|coverage| (class(coverage), words.coverage(coverage)))
            .to_vec(),
        rows: line.forms.iter().flat_map(|form| rows(&words, form)).collect(),
        lapses: lapses.collect(),
        exports: export::links(&format!("/framework/timeline?{}", asked.pair_query(pair))),
    };
    if asked.problems.is_empty() { show(&page) } else { again(&page) }
}

fn draw(words: &Words<'_>, forms: &[FormLine], until: Date) -> Chart {
    let scale = chart::Scale::new(SINCE, until);
    let bar = |span: &Span| {
        let (x, width) = scale.bar(span.from, span.until);
        let by: Vec<String> = span.by.iter().map(|id| words.instrument(id)).collect();
        let title = format!("{}: {}. {}", dates(words, span), words.coverage(span.coverage), by.join(", "));
        Bar { x, width, class: class(span.coverage), title }
    };
    let lines: Vec<ChartLine> = forms
        .iter()
        .enumerate()
        .map(|(index, form)| ChartLine {
            y: chart::TOP + LINE * i64::try_from(index).unwrap_or_default(),
            name: words.form(&form.form),
            bars: form.spans.iter().filter(|span| span.coverage != Coverage::Silent).map(bar).collect(),
            strokes: form
                .spans
                .iter()
                .filter(|span| span.step == Step::Moved)
                .map(|span| (scale.x(span.from), words.lang.words().step_moved()))
                .collect(),
        })
        .collect();
    scale.chart(lines, LINE, Some((until, words.lang.date(until))))
}

fn class(coverage: Coverage) -> &'static str {
    match coverage {
        Coverage::InDetail => "bar-detail",
        Coverage::Declaratory => "bar-declared",
        Coverage::Unknown => "bar-unknown",
        Coverage::Prohibited => "bar-prohibited",
        Coverage::Silent => "bar-silent",
    }
}

fn dates(words: &Words<'_>, span: &Span) -> String {
    let t = words.lang.words();
    match span.until {
        Some(until) => t.from_until(words.lang.date(span.from), words.lang.date(until)),
        None => t.status_from(words.lang.date(span.from)),
    }
}

fn rows(words: &Words<'_>, line: &FormLine) -> Vec<SpanRow> {
    let row = |span: &Span| SpanRow {
        form: words.form(&line.form),
        from: words.lang.date(span.from),
        until: span.until.map(|day| words.lang.date(day)).unwrap_or_default(),
        step: words.step(span.step),
        coverage: words.coverage(span.coverage),
        by: span
            .by
            .iter()
            .map(|id| Anchor::new(words.instrument(id), format!("/instruments/{id}")))
            .collect(),
    };
    line.spans.iter().map(row).collect()
}

fn lines(forms: &[FormLine]) -> Vec<Vec<String>> {
    let names = ["form", "from", "until", "step", "coverage", "permitted", "by"];
    let line = |form: &FormLine, span: &Span| {
        vec![
            form.form.to_string(),
            span.from.to_string(),
            span.until.map(|day| day.to_string()).unwrap_or_default(),
            span.step.to_string(),
            span.coverage.to_string(),
            span.permitted.to_string(),
            span.by.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "),
        ]
    };
    let spans = forms.iter().flat_map(|form| form.spans.iter().map(move |span| line(form, span)));
    std::iter::once(export::header(&names)).chain(spans).collect()
}
