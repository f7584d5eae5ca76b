//! Correcting a request that was sent: a new version replaces the old one and says what changed.
//!
//! Never: changes sender, addressee or form; that is another request.

use super::compose::use_conditions;
use super::{Approval, Correction, Request, Version};
use crate::content::Content;
use crate::draft::DraftFields;
use crate::error::CannotStep;
use crate::fact::FactKind;
use crate::field::Field;
use crate::ids::MessageId;
use crate::legal::decision_permits;
use crate::message::MessageBody;
use crate::people::{Actor, Mandate, Power};
use crate::step::{Step, Stepped};
use crate::task::{Desk, TaskKind};
use jiff::Timestamp;
use marchland_law::{Decision, Side};
use std::collections::BTreeSet;

impl Request {
    /// The author writes the new version; a head signs it as the first one was signed.
    pub fn propose_correction(mut self, typed: DraftFields, who: &Actor, at: Timestamp) -> Stepped<Request> {
        let signed = self.awaited()?.content.clone();
        self.is_author(who)?;
        if self.correction.is_some() {
            return Err(CannotStep::CorrectionWaits);
        }
        let mut content = typed.check().map_err(CannotStep::Incomplete)?;
        content.marking.use_conditions = signed.marking.use_conditions.clone();
        let parties = |c: &Content| (c.form.clone(), c.from.clone(), c.to.clone(), c.on_behalf_of.clone());
        if parties(&content) != parties(&signed) {
            return Err(CannotStep::PartiesChanged);
        }
        let changed = changed_fields(&signed, &content);
        if changed.is_empty() {
            return Err(CannotStep::NothingChanged);
        }
        let heads = Desk::Heads { body: content.from.clone() };
        self.typed = typed;
        self.correction = Some(Correction { content: Box::new(content), changed, by: who.clone(), at });
        Ok(Step::of(self).fact(at, who, FactKind::CorrectionProposed).open(
            TaskKind::ApproveCorrection,
            heads,
            None,
        ))
    }

    pub fn drop_correction(mut self, who: &Actor, at: Timestamp) -> Stepped<Request> {
        self.not_final()?;
        self.is_author(who)?;
        self.correction.take().ok_or(CannotStep::NoCorrection)?;
        Ok(Step::of(self).fact(at, who, FactKind::CorrectionDropped).dropped(TaskKind::ApproveCorrection))
    }

    /// A head who did not write it signs the new version, under a decision for the new content.
    pub fn approve_correction(
        mut self,
        head: &Mandate,
        decision: &Decision,
        message: MessageId,
        at: Timestamp,
    ) -> Stepped<Request> {
        let before = self.awaited()?.number;
        let Correction { content, changed, by, .. } =
            self.correction.clone().ok_or(CannotStep::NoCorrection)?;
        let signer = &head.holder.official;
        if *signer == by.official || *signer == self.author.official {
            return Err(CannotStep::OwnCorrection);
        }
        let mut content = *content;
        self.may(head, Power::ApproveRequest, &content, at)?;
        decision_permits(decision, &content, Side::Acting, at)?;
        content.marking.use_conditions = use_conditions(decision);
        let version = before.saturating_add(1);
        let carried = Box::new(content.clone());
        let body = MessageBody::Correction { version, content: carried, changed: changed.clone() };
        let letter = self.message(&content, message.clone(), &head.holder.post, at, body);
        let approval = Approval {
            by: head.holder.clone(),
            mandate: head.id.clone(),
            at,
            message,
            decision: Box::new(decision.clone()),
        };
        self.versions.push(Version { number: version, content, changed: changed.clone(), approval });
        self.correction = None;
        Ok(Step::of(self)
            .fact(at, &head.holder, FactKind::Corrected { version, changed })
            .send(letter)
            .done(TaskKind::ApproveCorrection))
    }
}

/// The fields in which two contents differ, as a person would see them on the form.
pub(crate) fn changed_fields(old: &Content, new: &Content) -> BTreeSet<Field> {
    let (old, new) = (DraftFields::spelling(old), DraftFields::spelling(new));
    Field::ALL.iter().copied().filter(|f| old.get(*f) != new.get(*f)).collect()
}
