//! `GET /mandates`: who of this node may do what towards whom, read from the signed chains.
//!
//! Never: shows a power that the chain does not hold.

use jiff::Timestamp;
use marchland_wire::mandate::{VerifiedMandate, check_chain};
use marchland_wire::scope::Set;

use super::fill::words;
use super::page::{Page, Visit, show};
use super::views::Place;
use super::views::parts::{Tag, Tone};
use super::views::registers::{MandateRow, MandatesPage};
use crate::access::Doors;
use crate::acts::power;
use crate::store::people::{MandateRow as Kept, Official};

/// Letters of a mandate's hash: enough to tell the mandates of one node apart.
const ID_SHOWN: usize = 6;

pub fn doors(doors: Doors) -> Doors {
    doors.get("/mandates", "see-counterparts", list)
}

async fn list(visit: Visit) -> Page {
    let officials = visit.app.store.officials().await?;
    let kept = visit.app.store.mandates().await?;
    let rows = kept.iter().map(|kept| row(&visit, kept, officials.iter().find(|o| o.id == kept.official)));
    show(&MandatesPage { frame: visit.frame(Place::Mandates).await?, rows: rows.collect() })
}

fn row(visit: &Visit, kept: &Kept, holder: Option<&Official>) -> MandateRow {
    let (app, lang, t) = (&visit.app, visit.lang(), visit.t());
    let verified = check_chain(&kept.chain, &app.links.roots).ok();
    let day = |ms: i64| {
        let at = Timestamp::from_millisecond(ms).unwrap_or_default();
        lang.date(at.to_zoned(visit.zone()).date())
    };
    let powers = verified.as_ref().map(|mandate| power::of_scope(&mandate.leaf().scope)).unwrap_or_default();
    MandateRow {
        id: kept.hash.chars().take(ID_SHOWN).collect(),
        holder: holder.map(|official| official.name.clone()).unwrap_or_default(),
        post: holder.map(|official| words::text(lang, &official.post)).unwrap_or_default(),
        body: words::body(app, lang, &kept.body),
        powers: powers.into_iter().map(|power| t.power(power.code())).collect(),
        towards: verified.as_ref().map(|mandate| towards(visit, mandate)).unwrap_or_default(),
        from: day(kept.from_ms),
        until: day(kept.until_ms),
        state: state(visit, kept, verified.is_some()),
        issuer: verified.as_ref().and_then(issuer).unwrap_or_default(),
    }
}

/// The states the scope names, and the forms of cooperation where it limits them.
fn towards(visit: &Visit, mandate: &VerifiedMandate) -> String {
    let scope = &mandate.leaf().scope;
    let peers = match &scope.peers {
        Set::Any => visit.t().mandate_any_state(),
        Set::Only(states) => states.iter().cloned().collect::<Vec<_>>().join(", "),
    };
    match &scope.forms {
        Set::Any => peers,
        Set::Only(forms) => {
            let forms = forms.iter().map(|form| words::form(&visit.app, visit.lang(), form));
            format!("{peers}: {}", forms.collect::<Vec<_>>().join(", "))
        }
    }
}

/// The holder of the link above: a post or an office.
fn issuer(mandate: &VerifiedMandate) -> Option<String> {
    let links = mandate.links();
    links.len().checked_sub(2).and_then(|above| links.get(above)).map(|link| link.holder.clone())
}

fn state(visit: &Visit, kept: &Kept, verifies: bool) -> Tag {
    let (t, now) = (visit.t(), visit.now().as_millisecond());
    if !verifies {
        Tag::new(Tone::Bad, t.mandate_broken())
    } else if kept.revoked_at_ms.is_some() {
        Tag::new(Tone::Bad, t.mandate_revoked())
    } else if now < kept.from_ms {
        Tag::new(Tone::Soon, t.mandate_not_yet())
    } else if now >= kept.until_ms {
        Tag::new(Tone::Bad, t.mandate_ended())
    } else {
        Tag::new(Tone::Good, t.mandate_valid())
    }
}
