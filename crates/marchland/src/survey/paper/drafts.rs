//! What each draft between the two states would change, alone.
//!
//! Never: enacts anything.

use jiff::civil::Date;
use marchland_law::{ActsEffect, Gap, InstrumentId, Recorded, State, VerdictChange, what_if};
use marchland_papers as paper;

use crate::survey::{Words, verdict_of_code};

const EFFECTS_MAX: usize = 40;

pub(super) fn reform(
    words: &Words<'_>,
    id: &InstrumentId,
    pair: [State; 2],
    on: Date,
    acts: Option<Recorded<'_>>,
) -> Option<paper::Reform> {
    let found = what_if(words.law, std::slice::from_ref(id), pair, on, acts).ok()?;
    let draft = words.law.instrument(id)?;
    let t = words.lang.words();
    let gap = |gap: &Gap, before: String, after: String| paper::Effect {
        what: words.gap(gap),
        details: words.gap_details(gap),
        before,
        after,
    };
    let closed = found.closed.iter().map(|one| gap(one, t.finding_open(), t.finding_closed()));
    let opened = found.opened.iter().map(|one| gap(one, t.finding_none(), t.finding_opened()));
    let effects = closed.chain(opened).chain(verdicts(words, pair, &found.verdicts));
    Some(paper::Reform {
        name: words.text(&draft.title),
        note: draft.note.as_ref().map(|note| words.text(note)).unwrap_or_default(),
        before: found.gaps_before,
        after: found.gaps_after,
        effects: effects.take(EFFECTS_MAX).collect(),
        acts: found.acts.as_ref().map(counts),
    })
}

/// One line a form and change; between which bodies stands beneath it.
fn verdicts(words: &Words<'_>, pair: [State; 2], changes: &[VerdictChange]) -> Vec<paper::Effect> {
    let t = words.lang.words();
    let other = |acting: State| if pair[0] == acting { pair[1] } else { pair[0] };
    let side =
        |state: State, level| format!("{} ({})", words.state(state), words.level(level).to_lowercase());
    let mut effects: Vec<paper::Effect> = Vec::new();
    for change in changes {
        let way = t.level_towards(side(change.acting, change.from), side(other(change.acting), change.to));
        let verdict = |code: &str| t.verdict(&verdict_of_code(code));
        let (what, before, after) = (words.form(&change.form), verdict(change.before), verdict(change.after));
        let alike = |effect: &&mut paper::Effect| {
            (&effect.what, &effect.before, &effect.after) == (&what, &before, &after)
        };
        match effects.iter_mut().find(alike) {
            Some(effect) => effect.details = format!("{}; {way}", effect.details),
            None => effects.push(paper::Effect { what, details: way, before, after }),
        }
    }
    effects
}

fn counts(acts: &ActsEffect) -> paper::Acts {
    paper::Acts {
        tried: acts.tried,
        not_permitted: acts.not_permitted,
        rerouted: acts.rerouted,
        would_be_lawful: acts.would_be_lawful,
        days_saved: acts.days_saved,
    }
}
