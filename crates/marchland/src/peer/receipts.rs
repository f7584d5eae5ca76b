//! Receipts a neighbour shows us for messages of ours: checked under its log and the keys of its bodies and officials,
//! stored once, told to the case.
//!
//! Never: believes a receipt about a message we did not send to that neighbour.

use marchland_casework::{MessageId, ReceiptKind};
use marchland_wire::code::{Code, Refused};
use marchland_wire::keys::{Hash, VerifyKey};
use marchland_wire::leaf::Record;
use marchland_wire::mandate::check_chain;
use marchland_wire::receipt::{Receipt, VerifiedReceipt};

use super::link::Link;
use crate::acts::keep::note_receipt;
use crate::app::App;
use crate::store::outbox::{self, OutboxRow};
use crate::store::receipt::{self, ReceiptRow};
use crate::store::{StoreError, Tx, inbox};

/// `None` when it is stored, otherwise why not.
pub(crate) async fn take(
    app: &App,
    tx: &mut Tx,
    link: &Link,
    bytes: &[u8],
    now_ms: i64,
) -> Result<Option<Code>, StoreError> {
    match check(app, tx, link, bytes).await? {
        Ok((verified, sent)) => {
            keep(app, tx, link, &verified, &sent, bytes, now_ms).await?;
            Ok(None)
        }
        Err(why) => {
            tracing::warn!(neighbour = link.id, code = %why.code, "a receipt was not taken");
            Ok(Some(why.code))
        }
    }
}

/// Stores a receipt that was verified, settles the outbox row, and tells the case.
pub(crate) async fn keep(
    app: &App,
    tx: &mut Tx,
    link: &Link,
    verified: &VerifiedReceipt,
    sent: &OutboxRow,
    bytes: &[u8],
    now_ms: i64,
) -> Result<(), StoreError> {
    let row = ReceiptRow {
        neighbour: link.id.clone(),
        leaf: i64::try_from(verified.index).unwrap_or(i64::MAX),
        msg_id: sent.msg_id.clone(),
        kind: verified.record.kind().name().to_owned(),
        direction: "theirs".to_owned(),
        bytes: bytes.to_vec(),
        at_ms: now_ms,
        push_until_ms: None,
    };
    if !receipt::put(tx, &row).await? {
        return Ok(());
    }
    match &verified.record {
        Record::Accepted { .. } => {
            outbox::settle(tx, &sent.msg_id, now_ms, "accepted").await?;
        }
        Record::Rejected { code, .. } => {
            outbox::settle(tx, &sent.msg_id, now_ms, code.name()).await?;
        }
        _ => {}
    }
    let Some(kind) = as_case_hears_it(&verified.record) else { return Ok(()) };
    note_receipt(app, tx, &sent.matter, kind, &MessageId::new(sent.message.as_str())).await
}

async fn check(
    app: &App,
    tx: &mut Tx,
    link: &Link,
    bytes: &[u8],
) -> Result<Result<(VerifiedReceipt, OutboxRow), Refused>, StoreError> {
    let (receipt, record) = match Receipt::read(bytes).and_then(|receipt| Ok((receipt.record()?, receipt))) {
        Ok((record, receipt)) => (receipt, record),
        Err(why) => return Ok(Err(why)),
    };
    let Some(msg_id) = record.msg_id() else {
        return Ok(Err(Refused::new(Code::ReceiptMismatch, "receipt about no message")));
    };
    let Some(sent) = outbox::within(tx, &msg_id.to_string()).await?.filter(|sent| sent.neighbour == link.id)
    else {
        return Ok(Err(Refused::new(Code::NotInReplyTo, "receipt")));
    };
    let signer = match signer(app, tx, link, &record).await? {
        Ok(signer) => signer,
        Err(why) => return Ok(Err(why)),
    };
    let verified = receipt.verify(&link.their_origin, &link.record.record.log_key, signer.as_ref());
    Ok(verified.map(|verified| (verified, sent)))
}

/// Whose key stands under a statement: the body's from the record, the official's from the chain it showed.
async fn signer(
    app: &App,
    tx: &mut Tx,
    link: &Link,
    record: &Record,
) -> Result<Result<Option<VerifyKey>, Refused>, StoreError> {
    Ok(match record {
        Record::Delivered { body, .. } | Record::Undeliverable { body, .. } | Record::Effect { body, .. } => {
            match link.record.body(body) {
                Some(body) => Ok(Some(*body.mandate.key())),
                None => Err(Refused::new(Code::UnknownBody, "receipt")),
            }
        }
        Record::Read { mandate, .. } | Record::Acknowledged { mandate, .. } => {
            official(app, tx, link, mandate).await?.map(Some)
        }
        _ => Ok(None),
    })
}

async fn official(
    app: &App,
    tx: &mut Tx,
    link: &Link,
    mandate: &Hash,
) -> Result<Result<VerifyKey, Refused>, StoreError> {
    let Some(chain) = inbox::chain(tx, &mandate.to_string()).await? else {
        return Ok(Err(Refused::new(Code::MandateUnknown, "receipt")));
    };
    Ok(check_chain(&chain, &app.links.roots).and_then(|mandate| {
        if mandate.state() == link.state {
            Ok(*mandate.key())
        } else {
            Err(Refused::new(Code::WrongBody, "receipt"))
        }
    }))
}

fn as_case_hears_it(record: &Record) -> Option<ReceiptKind> {
    Some(match record {
        Record::Accepted { .. } => ReceiptKind::Sent,
        Record::Rejected { code, .. } => ReceiptKind::Rejected { code: code.name().to_owned() },
        Record::Delivered { .. } => ReceiptKind::Delivered,
        Record::Effect { stands, .. } => ReceiptKind::Effect { stands: stands.clone() },
        Record::Undeliverable { code, .. } => ReceiptKind::Undeliverable { code: code.name().to_owned() },
        Record::Read { .. } => ReceiptKind::Read,
        Record::Acknowledged { .. } => ReceiptKind::Acknowledged,
        _ => return None,
    })
}
