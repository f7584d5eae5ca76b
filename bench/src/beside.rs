//! Another program's answers, in rounds with a round of ours before each.
//!
//! Never: compares stretches that lie minutes apart; a shared machine is not as fast in one as in the next.

use std::sync::Arc;
use std::time::{Duration, Instant};

use marchland_screening::{Check, Desk, View, eval};
use serde_json::Value;

use crate::set::Set;
use crate::table::{Figures, Pace, Watch, figures, median};

/// So often the other program is stopped for a round of ours.
const ROUNDS: usize = 5;
/// Checks of ours in a round.
const ROUND: usize = 4000;

/// Our engine, asked in turn with another program.
pub struct Beside<'a> {
    view: Arc<View>,
    checks: std::iter::Cycle<std::slice::Iter<'a, Check>>,
    desk: Desk,
}

/// What another program said, and how fast each round was, ours first.
pub struct Answers {
    times: Vec<Duration>,
    lines: String,
    rounds: Vec<(Pace, Pace)>,
}

impl<'a> Beside<'a> {
    pub fn new(view: Arc<View>, checks: &'a [Check]) -> Beside<'a> {
        Beside { view, checks: checks.iter().cycle(), desk: Desk::default() }
    }

    fn round(&mut self) -> Pace {
        let watch = Watch::start();
        for check in self.checks.by_ref().take(ROUND) {
            std::hint::black_box(self.view.rank(check, &mut self.desk));
        }
        watch.pace(ROUND)
    }

    /// `ask` gives the ten best of the other program for one check.
    pub fn ask<E>(
        &mut self,
        part: &[&Check],
        mut ask: impl FnMut(&Check) -> Result<Vec<Value>, E>,
    ) -> Result<Answers, E> {
        let mut answers = Answers { times: Vec::new(), lines: String::new(), rounds: Vec::new() };
        for round in part.chunks(part.len().div_ceil(ROUNDS).max(1)) {
            let ours = self.round();
            let watch = Watch::start();
            for check in round {
                let began = Instant::now();
                let results = ask(check)?;
                answers.times.push(began.elapsed());
                let line = serde_json::json!({"id": check.id, "results": results});
                answers.lines += &format!("{line}\n");
            }
            answers.rounds.push((ours, watch.pace(round.len())));
        }
        Ok(answers)
    }
}

impl Answers {
    /// `works_here`: in this thread, so that the time of the processor counts, the fairer one. A server works elsewhere: only
    /// the clock on the wall tells.
    pub fn figures(
        self,
        set: &Set,
        part: &[&Check],
        build: Duration,
        works_here: bool,
    ) -> Result<Figures, Box<dyn std::error::Error>> {
        let speed = |pace: &Pace| if works_here { pace.per_cpu_second } else { Some(pace.per_second) };
        let ratios = self.rounds.iter().filter_map(|(ours, theirs)| Some(speed(ours)? / speed(theirs)?));
        let own = self.rounds.iter().filter(|_| works_here).filter_map(|(_, theirs)| theirs.per_cpu_second);
        let quality = eval(set.truth_of(part).as_bytes(), self.lines.as_bytes())?;
        Ok(Figures {
            quality: Some(quality),
            per_cpu_second: median(own.collect()),
            ratios: ratios.collect(),
            ..figures(build, self.times)
        })
    }
}
