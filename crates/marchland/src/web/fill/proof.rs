//! What can be proved about a case, and to whom it may be shown.
//!
//! Never: offers a download that the handling of the content forbids.

use super::case::href;
use crate::access::Action;
use crate::acts::evidence::content_permitted;
use crate::acts::open::{Opened, item};
use crate::acts::{Acted, CannotAct};
use crate::web::page::Visit;
use crate::web::views::parts::Anchor;
use crate::web::views::requests::Proof;

pub async fn of(visit: &Visit, opened: &Opened) -> Acted<Proof> {
    let (lang, t, store) = (visit.lang(), visit.t(), &visit.app.store);
    let (mut messages, mut receipts) = (0_usize, 0_usize);
    for sent in store.outbox_of(&opened.row.id).await? {
        messages += 1;
        receipts += 1 + store.receipts_of(&sent.msg_id).await?.len();
    }
    for received in store.inbox_of(&opened.row.id).await? {
        messages += 1;
        receipts += 1 + store.receipts_of(&received.msg_id).await?.len();
    }
    let may = visit.app.access.may(visit.who(), Action("export-evidence"), &item(&opened.row)).is_some();
    let offered = (may && messages > 0).then(|| format!("{}/evidence", href(&opened.row)));
    let content = content_permitted(&opened.case);
    let content_note = match (&offered, &content) {
        (Some(_), Err(why @ CannotAct::Handling(_))) => lang.cannot(why.code(), &why.to_string()),
        _ => String::new(),
    };
    let (reads, readers) = store.reads_of(&opened.row.id).await?;
    // Only an auditor may follow the reads; the others see how many there were.
    let audit = if visit.may("see-audit") {
        format!("/audit?of={}", opened.row.reference.as_deref().unwrap_or_default())
    } else {
        String::new()
    };
    Ok(Proof {
        receipts: if messages == 0 { t.proof_none() } else { t.proof_count(receipts, messages) },
        content_href: offered.as_ref().filter(|_| content.is_ok()).map(|href| format!("{href}?content=yes")),
        evidence_href: offered,
        content_note,
        reads: Anchor::new(t.proof_reads(reads, readers), audit),
    })
}
