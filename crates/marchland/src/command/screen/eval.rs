//! `marchland screen eval`.

use std::path::PathBuf;

use askama::Template;
use clap::Args;
use marchland_screening::{Evaluation, eval};

use super::{Said, open};

#[derive(Debug, Args)]
pub struct Eval {
    /// What `screen run` wrote.
    #[arg(long)]
    results: PathBuf,
    /// One line per check with its class and its true alerts.
    #[arg(long)]
    truth: PathBuf,
    /// Also each class of change and each kind of other traveller.
    #[arg(long)]
    classes: bool,
    /// Also write a page that needs nothing but a browser.
    #[arg(long)]
    html: Option<PathBuf>,
    /// What the tables call the program.
    #[arg(long, default_value = "marchland")]
    name: String,
}

pub(super) fn run(args: &Eval) -> Result<(), Said> {
    let found = eval(open(&args.truth)?, open(&args.results)?).map_err(|e| e.to_string())?;
    print!("{}", found.markdown(&args.name, args.classes));
    if let Some(path) = &args.html {
        let page = Report::of(&args.name, &found).render().map_err(|e| e.to_string())?;
        std::fs::write(path, page).map_err(|e| format!("{} cannot be written: {e}", path.display()))?;
    }
    Ok(())
}

#[derive(Template)]
#[template(path = "screen/report.html")]
struct Report<'a> {
    name: &'a str,
    found: &'a Evaluation,
    /// Label and value.
    figures: Vec<(&'static str, String)>,
    classes: Vec<Row>,
    kinds: Vec<Kind>,
}

struct Row {
    name: String,
    checks: usize,
    among_ten: String,
    raised: String,
    at_one_percent: String,
    /// Width of the bar.
    share: String,
    below: bool,
}

struct Kind {
    name: String,
    travellers: usize,
    stopped: String,
    above: bool,
}

/// No class of change should be raised less often than this, no kind of other traveller stopped more often.
const CLASS_AIM: f64 = 0.95;
const KIND_AIM: f64 = 0.01;

impl<'a> Report<'a> {
    fn of(name: &'a str, found: &'a Evaluation) -> Report<'a> {
        let [strict, one, five] = found.at_cut;
        let mut figures = vec![
            ("True alert first", percent(found.first)),
            ("True alert among the first ten", percent(found.among_ten)),
            ("True alert raised", percent(found.raised)),
            ("Other travellers stopped", percent(found.false_alarms)),
            ("Found if 0.1 % of the others alarm", percent(strict)),
            ("Found if 1 % of the others alarm", percent(one)),
            ("Found if 5 % of the others alarm", percent(five)),
            ("Hits per check", format!("{:.2}", found.hits_per_check)),
        ];
        if let Some((p50, p99)) = found.us {
            figures
                .push(("Time of a check, median and 99th of a hundred", format!("{p50:.1} µs, {p99:.1} µs")));
        }
        let mut classes: Vec<_> = found.classes.iter().collect();
        classes.sort_by(|(_, a), (_, b)| a.raised.total_cmp(&b.raised));
        let classes = classes.into_iter().map(|(name, c)| Row {
            name: name.clone(),
            checks: c.checks,
            among_ten: percent(c.among_ten),
            raised: percent(c.raised),
            at_one_percent: percent(c.at_one_percent),
            share: format!("{:.1}%", 100.0 * c.raised),
            below: c.raised < CLASS_AIM,
        });
        let kinds = found.kinds.iter().map(|(name, (travellers, stopped))| Kind {
            name: name.clone(),
            travellers: *travellers,
            stopped: percent(*stopped),
            above: *stopped > KIND_AIM,
        });
        Report { name, found, figures, classes: classes.collect(), kinds: kinds.collect() }
    }
}

fn percent(share: f64) -> String {
    format!("{:.1} %", 100.0 * share)
}
