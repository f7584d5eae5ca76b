//! The heads of the two logs, carried by every exchange: our newest checkpoint with its proof, our cosignature over theirs.
//!
//! Never: cosigns what does not extend what was cosigned before; what was cosigned is durable first.

use marchland_wire::Code;
use marchland_wire::checkpoint::{Note, witness_name};
use marchland_wire::sync::Heads;

use super::link::Link;
use crate::acts::letter::own_log;
use crate::app::App;
use crate::store::{StoreError, Tx, log};

/// What we attach: the newest own checkpoint, with a proof from the size the neighbour last cosigned.
pub(crate) async fn ours(app: &App, tx: &mut Tx, link: &Link) -> Result<Heads, StoreError> {
    let mut heads = Heads::default();
    let note = log::sign_checkpoint(tx, own_log(app, link)).await?;
    let cosigned = log::newest_cosigned(tx, &link.id, "ours").await?;
    heads.old_size = cosigned.map_or(0, |row| row.size.unsigned_abs());
    heads.proof = log::consistency(tx, &link.id, heads.old_size, note.checkpoint.size).await?;
    heads.checkpoint = Some(note.to_text());
    if let Some(theirs) = log::newest(tx, &link.id, "theirs").await? {
        let note = Note::parse(&theirs.note)?;
        let at_s = theirs.cosigned_at_ms.unwrap_or_default().div_euclid(1000);
        heads.cosigned_size = note.checkpoint.size;
        heads.cosignature = Some(note.cosign(&witness_name(&app.config.node), &app.keys.witness, at_s));
    }
    Ok(heads)
}

/// Takes theirs: their cosignature over ours, and their checkpoint, which is stored before it is cosigned.
/// Returns why their checkpoint was not taken, and the size we know.
pub(crate) async fn take(
    app: &App,
    tx: &mut Tx,
    link: &Link,
    heads: &Heads,
    now_ms: i64,
) -> Result<(Option<Code>, u64), StoreError> {
    take_cosignature(tx, link, heads, now_ms).await?;
    let known = log::known(tx, &link.id).await?;
    match heads.judge(known, &link.their_origin, &link.record.record.log_key) {
        Ok(None) => Ok((None, known.size)),
        Ok(Some((known, note))) => {
            // Both lines on one note: theirs as the log, ours as its witness.
            let ours =
                note.cosign(&witness_name(&app.config.node), &app.keys.witness, now_ms.div_euclid(1000));
            log::put_checkpoint(tx, &link.id, "theirs", &note.with_line(&ours)?, Some(now_ms)).await?;
            Ok((None, known.size))
        }
        Err(why) => {
            if why.code == Code::LogFork || why.code == Code::LogInconsistent {
                tracing::error!(neighbour = link.id, code = %why.code, "the neighbour's log does not extend what it showed before");
                keep_evidence(tx, link, heads, now_ms).await?;
            }
            Ok((Some(why.code), known.size))
        }
    }
}

async fn take_cosignature(tx: &mut Tx, link: &Link, heads: &Heads, now_ms: i64) -> Result<(), StoreError> {
    let Some(row) = log::at_size(tx, &link.id, "ours", heads.cosigned_size).await? else { return Ok(()) };
    if row.cosigned_at_ms.is_some() {
        return Ok(());
    }
    let note = Note::parse(&row.note)?;
    match heads.cosigned(&note, &witness_name(&link.id), &link.record.record.witness_key) {
        Ok(Some(cosigned)) => log::put_checkpoint(tx, &link.id, "ours", &cosigned, Some(now_ms)).await,
        Ok(None) => Ok(()),
        Err(why) => {
            tracing::warn!(neighbour = link.id, code = %why.code, "a cosignature does not verify and is not kept");
            Ok(())
        }
    }
}

/// Two checkpoints that contradict each other are portable proof; both are kept where an auditor finds them.
async fn keep_evidence(tx: &mut Tx, link: &Link, heads: &Heads, now_ms: i64) -> Result<(), StoreError> {
    let Some(note) = &heads.checkpoint else { return Ok(()) };
    let reason = format!("checkpoint of {} that contradicts an earlier one: {note}", link.their_origin);
    let entry = crate::store::audit::Entry {
        official: None,
        act: "keep contradicting checkpoint",
        reads: false,
        matter: None,
        reason: Some(&reason),
        outcome: "refused: log-inconsistent",
    };
    crate::store::audit::write(tx, now_ms, &entry).await
}
