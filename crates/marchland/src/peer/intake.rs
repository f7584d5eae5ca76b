//! One envelope of a batch: what the store knows, the verdict, the leaf, and, when the batch is complete, the receipt.
//!
//! Never: changes a receipt once given; stores more refusals than a day's worth.

use std::collections::HashMap;

use marchland_wire::code::Code;
use marchland_wire::envelope::{self, Envelope, LaneId, bytes_digest};
use marchland_wire::inbox::{Inbox, Verdict, judge};
use marchland_wire::keys::{Hash, Salt};
use marchland_wire::lane::LaneView;
use marchland_wire::leaf::Record;
use marchland_wire::mandate::{Revoked, VerifiedMandate};
use marchland_wire::receipt::Leaf;
use marchland_wire::sync::Reply;

use super::link::Link;
use crate::acts::letter::{lane as lane_name, own_log};
use crate::app::App;
use crate::setup::rng;
use crate::store::inbox::{self, InboxRow};
use crate::store::{StoreError, Tx, log};

/// Refusals of one neighbour that are kept within a day; a flood beyond it is answered and not stored.
const REFUSALS_KEPT_PER_DAY: i64 = 10_000;
const DAY_MS: i64 = 86_400_000;

/// What became of one envelope. Receipts are made when the whole batch is in the log, so that one checkpoint, and with
/// it one cosignature, covers them all.
pub(super) enum Fate {
    /// Its row, by digest; a leaf when it is new.
    Stored {
        digest: String,
        new: Option<(u64, Box<Leaf>)>,
    },
    Refused(Code),
}

/// Signs the log as the batch left it and answers every envelope in its order.
pub(super) async fn replies(
    app: &App,
    tx: &mut Tx,
    link: &Link,
    fates: Vec<Fate>,
) -> Result<Vec<Reply>, StoreError> {
    let note = log::sign_checkpoint(tx, own_log(app, link)).await?;
    for fate in &fates {
        if let Fate::Stored { digest, new: Some((index, leaf)) } = fate {
            let proof = log::inclusion(tx, &link.id, *index, note.checkpoint.size).await?;
            inbox::give_receipt(tx, digest, &leaf.receipt(*index, proof, &note).to_bytes()).await?;
        }
    }
    let mut replies = Vec::with_capacity(fates.len());
    for fate in fates {
        replies.push(match fate {
            Fate::Refused(code) => Reply::Refused(code),
            Fate::Stored { digest, .. } => {
                let row = inbox::by_digest(tx, &digest).await?.ok_or_else(missing)?;
                Reply::Receipt(row.receipt.into())
            }
        });
    }
    Ok(replies)
}

/// Judges one envelope and stores the verdict with its leaf. The lane is given when its mark may have moved.
pub(super) async fn take(
    app: &App,
    tx: &mut Tx,
    link: &Link,
    bytes: &[u8],
    now_ms: i64,
) -> Result<(Fate, Option<LaneId>), StoreError> {
    let digest = bytes_digest(bytes);
    let known = Known::look_up(tx, link, bytes, &digest).await?;
    let judged = judge(
        bytes,
        &Inbox {
            our_node: &app.config.node,
            our_state: &app.config.state,
            serves: &|body| app.serves(body),
            peer: &link.record,
            roots: &app.links.roots,
            revoked: &Revoked::default(),
            at_s: now_ms.div_euclid(1000),
            seen: &|asked| known.seen && *asked == digest,
            chain: &|mandate| known.chains.get(mandate).cloned(),
            lane: &|_, _| known.lane,
        },
    );
    let mut store = Storing { app, tx, link, bytes, now_ms };
    match judged {
        Verdict::Repeat { msg_id, .. } => Ok((store.repeat(&digest, msg_id).await?, None)),
        Verdict::Later { why } => Ok((Fate::Refused(why.code), None)),
        Verdict::Accept { envelope, signer, held } => {
            let msg_id = envelope.msg_id();
            if store.quota_used(&signer).await? {
                let record = Record::Rejected { msg_id, code: Code::Quota };
                return store.numbered(&envelope, Code::Quota.name(), &record).await;
            }
            if held {
                tracing::info!(
                    neighbour = link.id,
                    seq = envelope.header.seq,
                    "a message arrived early and is held"
                );
            }
            let record = Record::Accepted { msg_id, seq: envelope.header.seq };
            store.numbered(&envelope, "accepted", &record).await
        }
        Verdict::Reject { about, why, signed } => {
            tracing::warn!(neighbour = link.id, code = %why.code, at = why.at, "an envelope was rejected");
            let record = Record::Rejected { msg_id: about, code: why.code };
            match signed {
                Some(envelope) => store.numbered(&envelope, why.code.name(), &record).await,
                None if inbox::refused_since(store.tx, &link.id, now_ms - DAY_MS).await?
                    >= REFUSALS_KEPT_PER_DAY =>
                {
                    Ok((Fate::Refused(why.code), None))
                }
                None => Ok((store.put(about, None, false, why.code.name(), &record).await?, None)),
            }
        }
        Verdict::Equivocation { envelope } => {
            tracing::error!(neighbour = link.id, "two signed messages claim one number; the lane is frozen");
            let lane = envelope.header.lane();
            inbox::freeze(store.tx, &link.id, &name(&lane), now_ms).await?;
            let (msg_id, code) = (envelope.msg_id(), Code::Equivocation);
            let record = Record::Rejected { msg_id, code };
            Ok((store.put(msg_id, Some(&envelope), false, code.name(), &record).await?, Some(lane)))
        }
    }
}

/// What the store knows about one envelope, fetched before it is judged.
struct Known {
    seen: bool,
    chains: HashMap<Hash, Vec<u8>>,
    lane: LaneView,
}

impl Known {
    async fn look_up(tx: &mut Tx, link: &Link, bytes: &[u8], digest: &Hash) -> Result<Self, StoreError> {
        let seen = inbox::by_digest(tx, &digest.to_string()).await?.is_some();
        let mut known = Self { seen, chains: HashMap::new(), lane: LaneView::default() };
        let Ok(envelope) = envelope::parse(bytes) else { return Ok(known) };
        let header = &envelope.header;
        for signer in std::iter::once(&header.signer).chain(&header.second) {
            if let Some(chain) = inbox::chain(tx, &signer.mandate.to_string()).await? {
                known.chains.insert(signer.mandate, chain);
            }
        }
        let lane = name(&header.lane());
        let row = inbox::lane(tx, &link.id, &lane).await?;
        let seq = i64::try_from(header.seq).unwrap_or(i64::MAX);
        let at_number = inbox::at_seq(tx, &link.id, &lane, seq).await?;
        known.lane = LaneView {
            next: (row.last_seq + 1).unsigned_abs(),
            at_number: at_number.and_then(|id| Hash::from_hex(&id)),
            frozen: row.frozen_at_ms.is_some(),
        };
        Ok(known)
    }
}

struct Storing<'a> {
    app: &'a App,
    tx: &'a mut Tx,
    link: &'a Link,
    bytes: &'a [u8],
    now_ms: i64,
}

impl Storing<'_> {
    /// A signed message whose number in the lane is used up by it, accepted or not.
    async fn numbered(
        &mut self,
        envelope: &Envelope,
        code: &str,
        record: &Record,
    ) -> Result<(Fate, Option<LaneId>), StoreError> {
        let fate = self.put(envelope.msg_id(), Some(envelope), true, code, record).await?;
        let lane = envelope.header.lane();
        inbox::advance(self.tx, &self.link.id, &name(&lane)).await?;
        Ok((fate, Some(lane)))
    }

    /// Leaf and row; the receipt follows when the batch is complete, and is then the one given for ever.
    async fn put(
        &mut self,
        about: Hash,
        envelope: Option<&Envelope>,
        takes_number: bool,
        code: &str,
        record: &Record,
    ) -> Result<Fate, StoreError> {
        let leaf = Leaf::new(record, Salt::random(&mut rng()), self.now_ms.div_euclid(1000));
        let index = log::append(self.tx, own_log(self.app, self.link), &leaf).await?;
        let header = envelope.map(|envelope| &envelope.header);
        // Of what was refused only the header is kept; two messages for one number are evidence, and kept whole.
        let kept = code == "accepted" || code == Code::Equivocation.name();
        let row = InboxRow {
            digest: bytes_digest(self.bytes).to_string(),
            msg_id: about.to_string(),
            neighbour: self.link.id.clone(),
            lane: header.map_or_else(String::new, |header| name(&header.lane())),
            seq: header.map_or(0, |header| i64::try_from(header.seq).unwrap_or(i64::MAX)),
            takes_number: i64::from(takes_number),
            envelope: kept.then(|| self.bytes.to_vec()),
            leaf: index.cast_signed(),
            receipt: Vec::new(),
            code: code.to_owned(),
            received_at_ms: self.now_ms,
            taken_at_ms: None,
            matter: None,
            message: None,
            mandate: header.map(|header| header.signer.mandate.to_string()),
        };
        inbox::put(self.tx, &row).await?;
        Ok(Fate::Stored { digest: row.digest, new: Some((index, Box::new(leaf))) })
    }

    /// The row of a message that is known: by its bytes, or by its id when it came signed a second time.
    async fn repeat(&mut self, digest: &Hash, msg_id: Option<Hash>) -> Result<Fate, StoreError> {
        let known = match (inbox::by_digest(self.tx, &digest.to_string()).await?, msg_id) {
            (Some(row), _) => Some(row),
            (None, Some(id)) => inbox::by_message(self.tx, &id.to_string()).await?,
            (None, None) => None,
        };
        Ok(Fate::Stored { digest: known.ok_or_else(missing)?.digest, new: None })
    }

    /// Whether the signer's mandate already signed as many messages within a day as it may.
    async fn quota_used(&mut self, signer: &VerifiedMandate) -> Result<bool, StoreError> {
        let signed = inbox::signed_since(self.tx, &signer.hash().to_string(), self.now_ms - DAY_MS).await?;
        Ok(signed >= i64::from(signer.leaf().scope.daily_quota))
    }
}

fn name(lane: &LaneId) -> String {
    lane_name(&lane.from_body, &lane.to_body)
}

fn missing() -> StoreError {
    StoreError::Refused("a stored receipt is missing".to_owned())
}
