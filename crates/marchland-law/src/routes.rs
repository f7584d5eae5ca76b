//! Lawful ways round a no: up in one's own state, across where that is permitted, down on the other side.
//!
//! Never: offers a way whose crossing is refused or has no basis.

use crate::decide::relying_body;
use crate::framework::Framework;
use crate::judge::{Advice, judge};
use crate::look::{Matter, look};
use crate::{Body, Confirmation, Directory, Hop, HopStep, Referral, Route, Side, Verdict};

/// More than these only confuse.
const ROUTES_MAX: usize = 3;

pub(crate) fn routes(
    law: &Framework,
    bodies: &Directory,
    matter: &Matter<'_>,
    side: Side,
    confirmations: &[Confirmation],
    verdict: &Verdict,
) -> Vec<Route> {
    if matter.from.state == matter.to.state {
        return Vec::new();
    }
    let ours: Vec<&Body> = bodies.upwards(matter.from).collect();
    let theirs: Vec<&Body> = bodies.upwards(matter.to).collect();
    let mut ways: Vec<(bool, usize, usize, HopStep)> = Vec::new();
    for (up, sender) in ours.iter().enumerate() {
        for (down, receiver) in theirs.iter().enumerate() {
            // The direct way has been tried, unless the channel was the obstacle: routes are free to choose it.
            if up + down == 0 && matter.channel.is_none() {
                continue;
            }
            let crossing = Matter { from: sender, to: receiver, channel: None, ..*matter };
            let looked = look(law, &crossing);
            if looked.permits.is_empty() && looked.open.is_empty() {
                continue;
            }
            let advice = Advice { body: relying_body(side, sender, receiver), given: confirmations };
            let judged = judge(law, &crossing, &looked, advice);
            // A way that lacks a fact or a confirmation helps where the act is not permitted at all. Where the act itself
            // lacks no more than that, only a way that is open today is better.
            if !judged.verdict.permits()
                && (may_lead_somewhere(verdict) || !may_lead_somewhere(&judged.verdict))
            {
                continue;
            }
            let step = HopStep::Crossing {
                rests_on: judged.basis.iter().map(|h| h.entry.citation.clone()).collect(),
                confidence: judged.confidence,
                verdict: Box::new(judged.verdict),
            };
            let open = matches!(&step, HopStep::Crossing { verdict, .. } if verdict.permits());
            ways.push((open, up, down, step));
        }
    }
    // Open ways first, then the shortest, then the one that stays lowest in one's own state.
    ways.sort_by_key(|(open, up, down, _)| (!open, up + down, *up));
    ways.truncate(ROUTES_MAX);
    ways.into_iter().map(|(open, up, down, step)| route(open, &ours[..=up], &theirs[..=down], step)).collect()
}

fn may_lead_somewhere(verdict: &Verdict) -> bool {
    match verdict {
        Verdict::Permit | Verdict::PermitUnder(_) => true,
        Verdict::Refer(why) => {
            why.iter().all(|w| matches!(w, Referral::Unverified { .. } | Referral::MissingFact { .. }))
        }
        Verdict::Refuse(_) => false,
    }
}

fn route(open: bool, climb: &[&Body], descent: &[&Body], crossing: HopStep) -> Route {
    let inside = |pair: &[&Body]| match pair {
        [a, b] => Some(Hop { from: a.id.clone(), to: b.id.clone(), step: HopStep::Subordination }),
        _ => None,
    };
    let mut hops: Vec<Hop> = climb.windows(2).filter_map(inside).collect();
    if let (Some(sender), Some(receiver)) = (climb.last(), descent.last()) {
        hops.push(Hop { from: sender.id.clone(), to: receiver.id.clone(), step: crossing });
    }
    let down: Vec<&Body> = descent.iter().rev().copied().collect();
    hops.extend(down.windows(2).filter_map(inside));
    Route { hops, open }
}
