//! The evidence file of a case: every message both ways with its receipts, the records of both nodes, and, where the
//! handling allows it, the content.
//!
//! Never: adds content against the owner's handling code; says more than `marchland-verify` can check.

use marchland_casework::{Marking, Use, permits_use};
use marchland_law::BodyId;
use marchland_wire::checkpoint::Note;
use marchland_wire::envelope::{self, Envelope};
use marchland_wire::evidence::{Evidence, Head, Message, Shown};
use marchland_wire::keys::{Hash, Salt};
use marchland_wire::leaf::{Entry, Record};
use marchland_wire::receipt::{Leaf, Receipt};
use marchland_wire::seal::ContentKey;

use super::open::{Case, Opened};
use super::{Acted, CannotAct};
use crate::app::App;
use crate::peer::link::Link;
use crate::store::log::{self, LeafRow};
use crate::store::people::Official;
use crate::store::receipt::ReceiptRow;
use crate::store::{Tx, inbox, outbox};

/// The file, checked by our own verifier before it is handed out.
pub async fn export(app: &App, who: &Official, opened: &Opened, with_content: bool) -> Acted<Vec<u8>> {
    if app
        .access
        .may(who, crate::access::Action("export-evidence"), &super::open::item(&opened.row))
        .is_none()
    {
        return Err(CannotAct::NotFound);
    }
    if with_content {
        content_permitted(&opened.case)?;
    }
    let id = opened.row.neighbour.as_deref().ok_or(CannotAct::NothingToProve)?;
    let link = app.links.get(id).ok_or(CannotAct::NothingToProve)?;
    let mut messages = Vec::new();
    let mut heads = Vec::new();
    let mut tx = app.store.begin().await?;
    for row in app.store.outbox_of(&opened.row.id).await? {
        let envelope = envelope::parse(&row.envelope)?;
        let mut message = Message::of(&envelope);
        if with_content && let Some(key) = row.content_key.as_deref().and_then(content_key) {
            message = message.disclose(&envelope, &key);
        }
        let sent = sent_receipt(&mut tx, link, row.sent_leaf.unsigned_abs()).await?;
        message.receipts.push(shown(&app.config.node, &link.id, sent));
        let theirs = app.store.receipts_of(&row.msg_id).await?;
        message.receipts.extend(theirs.iter().map(|receipt| shown_row(app, link, receipt)));
        message.chains = chains(&mut tx, &envelope, &theirs).await?;
        heads.extend(later_heads(&mut tx, app, link, &message.receipts).await?);
        messages.push(message);
    }
    for row in app.store.inbox_of(&opened.row.id).await? {
        let Some(bytes) = &row.envelope else { continue };
        let envelope = envelope::parse(bytes)?;
        let mut message = Message::of(&envelope);
        if with_content {
            let body = envelope.header.to_bodies.first().cloned().unwrap_or_default();
            if let Some(keys) = app.keys.bodies.get(&body) {
                message = message.disclose(&envelope, &envelope.open(&body, &keys.open)?.content_key);
            }
        }
        message.receipts.push(shown(&app.config.node, &link.id, row.receipt.clone()));
        let ours = app.store.receipts_of(&row.msg_id).await?;
        message.receipts.extend(ours.iter().map(|receipt| shown_row(app, link, receipt)));
        message.chains = chains(&mut tx, &envelope, &ours).await?;
        heads.extend(later_heads(&mut tx, app, link, &message.receipts).await?);
        messages.push(message);
    }
    tx.rollback().await.map_err(crate::store::StoreError::from)?;
    if messages.is_empty() {
        return Err(CannotAct::NothingToProve);
    }
    heads.dedup();
    let roots = [&app.links.own.record.root_record, &link.record.record.root_record];
    let evidence = Evidence {
        v: 1,
        statement: statement(app, opened, link, messages.len()),
        exported_s: app.clock.now().as_second(),
        roots: roots.into_iter().cloned().collect(),
        neighbours: vec![app.links.own_bytes.clone().into(), link.record_bytes.clone().into()],
        revocations: Vec::new(),
        messages,
        heads,
    };
    let bytes = evidence.to_bytes();
    let entry = crate::store::audit::Entry {
        official: Some(&who.id),
        act: if with_content { "export evidence with content" } else { "export evidence" },
        reads: true,
        matter: Some(&opened.row.id),
        reason: Some(&opened.reason),
        outcome: "done",
    };
    app.store.audit(app.clock.now_ms(), entry).await?;
    Ok(bytes)
}

/// May the content of everything in this case go before a court? Each side only with what the other allowed.
pub fn content_permitted(case: &Case) -> Acted<()> {
    let check = |marking: &Marking, owner: &BodyId| {
        permits_use(marking, owner, Use::Evidence, &[]).map_err(CannotAct::Handling)
    };
    match case {
        // Our own request is ours to disclose; their answers are theirs.
        Case::Ours(request) => match request.content() {
            Some(content) => {
                request.answers().iter().try_for_each(|answer| check(&answer.answer.marking, &content.to))
            }
            None => Ok(()),
        },
        Case::Theirs(incoming) => {
            let content = incoming.content()?;
            check(&content.marking, &content.from)
        }
        // An alert is for those who may find the person; a court asks its issuer.
        Case::Alert(_) => Err(CannotAct::NothingToProve),
    }
}

/// The SENT leaf, opened and proved under the best checkpoint: one the neighbour cosigned, if there is one yet.
async fn sent_receipt(tx: &mut Tx, link: &Link, n: u64) -> Acted<Vec<u8>> {
    let missing = || CannotAct::internal("a leaf of the own log is missing");
    let LeafRow { entry, salt, body, .. } = log::leaf_at(tx, &link.id, n).await?.ok_or_else(missing)?;
    let checkpoint = log::covering(tx, &link.id, n).await?.ok_or_else(missing)?;
    let note = Note::parse(&checkpoint.note)?;
    let proof = log::inclusion(tx, &link.id, n, note.checkpoint.size).await?;
    let leaf = Leaf {
        entry: Entry(entry.try_into().map_err(|_| missing())?),
        record: body.ok_or_else(missing)?,
        salt: salt.and_then(|salt| Salt::from_slice(&salt)).ok_or_else(missing)?,
        signature: None,
    };
    Ok(leaf.receipt(n, proof, &note).to_bytes())
}

/// For receipts whose own checkpoint was not cosigned yet when they were given: the way to one that was. In our log that
/// is the newest the neighbour cosigned; in theirs, the same one with our line, if we cosigned just that.
async fn later_heads(tx: &mut Tx, app: &App, link: &Link, receipts: &[Shown]) -> Acted<Vec<Head>> {
    let mut heads = Vec::new();
    for shown in receipts {
        let from = Receipt::read(&shown.receipt)?.checkpoint()?.checkpoint.size;
        let ours = shown.node == app.config.node;
        let row = match ours {
            true => log::newest_cosigned(tx, &link.id, "ours").await?,
            false => log::at_size(tx, &link.id, "theirs", from).await?,
        };
        let Some(row) = row.filter(|row| row.size.unsigned_abs() >= from) else { continue };
        let proof = match ours {
            true => log::consistency(tx, &link.id, from, row.size.unsigned_abs()).await?,
            false => Vec::new(),
        };
        let (node, peer) = (shown.node.clone(), shown.peer.clone());
        heads.push(Head { node, peer, checkpoint: row.note, from_size: from, proof });
    }
    Ok(heads)
}

/// Chains of the signer and of every official who stated something about the message.
async fn chains(
    tx: &mut Tx,
    envelope: &Envelope,
    receipts: &[ReceiptRow],
) -> Acted<Vec<minicbor::bytes::ByteVec>> {
    let mut wanted = vec![envelope.header.signer.mandate];
    for row in receipts {
        if let Ok(Record::Read { mandate, .. } | Record::Acknowledged { mandate, .. }) =
            Receipt::read(&row.bytes).and_then(|receipt| receipt.record())
        {
            wanted.push(mandate);
        }
    }
    wanted.sort_unstable();
    wanted.dedup();
    let mut chains = Vec::with_capacity(wanted.len());
    for mandate in wanted {
        let id = Hash::to_string(&mandate);
        let chain = match outbox::own_chain(tx, &id).await? {
            Some(chain) => Some(chain),
            None => inbox::chain(tx, &id).await?,
        };
        chains.extend(chain.map(Into::into));
    }
    Ok(chains)
}

fn shown(node: &str, peer: &str, receipt: Vec<u8>) -> Shown {
    Shown { node: node.to_owned(), peer: peer.to_owned(), receipt: receipt.into() }
}

fn shown_row(app: &App, link: &Link, row: &ReceiptRow) -> Shown {
    let (node, peer) = match row.direction.as_str() {
        "ours" => (app.config.node.as_str(), link.id.as_str()),
        _ => (link.id.as_str(), app.config.node.as_str()),
    };
    shown(node, peer, row.bytes.clone())
}

fn content_key(bytes: &[u8]) -> Option<ContentKey> {
    ContentKey::from_slice(bytes)
}

/// For people; it proves nothing.
fn statement(app: &App, opened: &Opened, link: &Link, messages: usize) -> String {
    let number = opened.row.reference.as_deref().unwrap_or("without number");
    format!(
        "Case {number} of node {} with node {}: {messages} messages with their receipts, exported {}.",
        app.config.node,
        link.id,
        app.clock.now()
    )
}
