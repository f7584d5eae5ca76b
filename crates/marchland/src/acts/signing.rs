//! The signature of a named official: a live mandate, checked as a neighbour would check it, and the key it names.
//!
//! Never: signs with a key whose mandate does not hold at this moment.

use marchland_casework::{Mandate, Power};
use marchland_wire::keys::{Hash, SignKey};
use marchland_wire::mandate::{Revoked, VerifiedMandate, verify_chain};
use marchland_wire::scope::Set;

use super::{Acted, CannotAct, actor, power};
use crate::app::App;
use crate::store::people::Official;

#[derive(Debug)]
pub struct Signing<'a> {
    /// As casework asks for it.
    pub mandate: Mandate,
    pub verified: VerifiedMandate,
    pub chain: Vec<u8>,
    pub key: &'a SignKey,
}

impl Signing<'_> {
    pub fn hash(&self) -> Hash {
        self.verified.hash()
    }
}

/// The official's mandate that holds now and has this power.
pub async fn with_power<'a>(app: &'a App, who: &Official, wanted: Power) -> Acted<Signing<'a>> {
    let live = all(app, who).await?;
    live.into_iter()
        .find(|signing| signing.mandate.powers.contains(&wanted))
        .ok_or(CannotAct::NoMandate(wanted))
}

/// Any mandate of the official that holds now: enough to state that something was read.
pub async fn any<'a>(app: &'a App, who: &Official) -> Acted<Option<Signing<'a>>> {
    Ok(all(app, who).await?.into_iter().next())
}

async fn all<'a>(app: &'a App, who: &Official) -> Acted<Vec<Signing<'a>>> {
    let now = app.clock.now();
    let Some(key) = app.keys.officials.get(&who.id) else { return Ok(Vec::new()) };
    let mut live = Vec::new();
    for row in app.store.mandates_of(&who.id, now.as_millisecond()).await? {
        // A chain that a neighbour would refuse is of no use here either.
        let Ok(verified) = verify_chain(&row.chain, &app.links.roots, now.as_second(), &Revoked::default())
        else {
            tracing::warn!(mandate = row.id, "a stored mandate does not verify and is not used");
            continue;
        };
        let link = verified.leaf();
        if link.key != key.public() {
            continue;
        }
        let moment = |s: i64| jiff::Timestamp::from_second(s).map_err(CannotAct::internal);
        let mandate = Mandate {
            id: row.id.as_str().into(),
            holder: actor(who),
            in_name_of: row.body.as_str().into(),
            powers: power::of_scope(&link.scope).into_iter().collect(),
            forms: only(&link.scope.forms, every_form).into_iter().map(Into::into).collect(),
            peers: only(&link.scope.peers, || app.links.all().map(|link| link.state.clone()).collect())
                .iter()
                .filter_map(|state| state.parse().ok())
                .collect(),
            from: moment(link.not_before_s)?,
            until: moment(link.not_after_s)?,
        };
        live.push(Signing { mandate, verified, chain: row.chain, key });
    }
    Ok(live)
}

fn every_form() -> Vec<String> {
    marchland_casework::FORMS
        .into_iter()
        .chain([marchland_casework::SEARCH_FORM])
        .map(str::to_owned)
        .collect()
}

/// The listed items, or all there are when the scope does not limit them.
fn only(set: &Set<String>, all: impl FnOnce() -> Vec<String>) -> Vec<String> {
    match set {
        Set::Any => all(),
        Set::Only(items) => items.iter().cloned().collect(),
    }
}
