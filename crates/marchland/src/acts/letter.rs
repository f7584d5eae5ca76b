//! A message of casework on its way out: the neighbour, the lane, the seal.
//!
//! Never: sends; the outbox does, after the transaction.

use marchland_casework::Message;
use marchland_law::{Citation, Decision, Effect};
use marchland_wire::Refused;
use marchland_wire::envelope::{self, Draft, LegalBasis};
use marchland_wire::keys::{BodyKey, Hash, Salt};

use super::signing::Signing;
use super::{Acted, CannotAct, power};
use crate::app::App;
use crate::peer::link::Link;
use crate::peer::v1;
use crate::setup::rng;
use crate::store::commit::{Letter, SealedLetter};
use crate::store::log::OwnLog;
use marchland_casework::Power;

/// A message that could not be delivered for a month is given back.
const EXPIRES_S: i64 = 30 * 86_400;
const URGENT: u8 = 0;
const ORDINARY: u8 = 1;

/// Everything a letter needs besides the message itself.
#[derive(Debug)]
pub struct Posting<'a> {
    pub signing: &'a Signing<'a>,
    /// Under which power it is signed; decides kind and class.
    pub power: Power,
    pub decision: &'a Decision,
    pub urgent: bool,
    /// The message of the neighbour that this one answers.
    pub in_reply_to: Option<Hash>,
}

pub fn own_log<'a>(app: &'a App, link: &'a Link) -> OwnLog<'a> {
    OwnLog { neighbour: &link.id, origin: &link.our_origin, key: &app.keys.log }
}

pub fn letter<'a>(app: &'a App, message: &Message, posting: Posting<'a>) -> Acted<Letter<'a>> {
    let to = message.to.as_str();
    let link = app.links.serving(to).ok_or_else(|| CannotAct::NotLinked(message.to.clone()))?;
    let at_s = message.at.as_second();
    let body = link.record.body(to).ok_or_else(|| CannotAct::NotLinked(message.to.clone()))?;
    let key: BodyKey = body.key_at(at_s).map_err(|_| CannotAct::NoBodyKey(to.to_owned()))?.key;
    let payload = v1::write(message).map_err(CannotAct::internal)?;
    let draft = Draft {
        kind: power::kind(posting.power),
        class: power::class(posting.power),
        priority: if posting.urgent { URGENT } else { ORDINARY },
        from_body: message.from.as_str().to_owned(),
        to_bodies: vec![to.to_owned()],
        from_node: app.config.node.clone(),
        to_node: link.id.clone(),
        epoch: app.links.own.record.epoch,
        seq: 0,
        created_s: at_s,
        expires_s: at_s + EXPIRES_S,
        basis: basis(posting.decision),
        // The thread is random and known to the two sides alone, so its hash names no case to anybody else.
        case_ref: Hash::of("marchland/case/1", &[message.thread.as_str().as_bytes()]),
        mandate: posting.signing.hash(),
        second_mandate: None,
        in_reply_to: posting.in_reply_to,
        answer_by_s: None,
        attachments: None,
    };
    let signer = posting.signing.key;
    let seal = move |seq| -> Result<SealedLetter, Refused> {
        let sealed = envelope::seal(Draft { seq, ..draft }, &payload, &[key], signer, None, &mut rng())?;
        Ok(SealedLetter {
            msg_id: sealed.envelope.msg_id(),
            envelope: sealed.envelope.bytes().to_vec(),
            content_key: sealed.content_key.to_bytes().to_vec(),
        })
    };
    Ok(Letter {
        log: own_log(app, link),
        lane: lane(message.from.as_str(), to),
        kind: message.body.kind(),
        message: message.id.as_str().to_owned(),
        salt: Salt::random(&mut rng()),
        seal: Box::new(seal),
    })
}

/// How a lane is named in the store.
pub fn lane(from_body: &str, to_body: &str) -> String {
    format!("{from_body} > {to_body}")
}

/// The provision the verdict rests on; a registered refusal of what has no basis names none.
fn basis(decision: &Decision) -> LegalBasis {
    let none = Citation { instrument: "".into(), article: "".into(), rule: "".into() };
    let rests_on = decision
        .reasons
        .iter()
        .find(|reason| reason.effect == Effect::Permits)
        .map_or(none, |reason| reason.citation.clone());
    LegalBasis {
        instrument: rests_on.instrument.to_string(),
        article: rests_on.article.to_string(),
        form: decision.act.form.to_string(),
    }
}
