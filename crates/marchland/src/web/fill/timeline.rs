//! What happened in a case, newest first, with the leaf of the log that witnesses it, and the words exchanged.
//!
//! Never: names a person of either side; posts and bodies act.

use std::collections::BTreeMap;

use marchland_casework::{By, Clarification, Fact, FactKind, Field, MessageId, ReceiptKind};

use super::clock::Sides;
use super::words::body;
use crate::acts::Acted;
use crate::web::frame::home_body;
use crate::web::l10n::Lang;
use crate::web::l10n::Words;
use crate::web::views::icon::Icon;
use crate::web::views::parts::Anchor;
use crate::web::views::requests::{LangText, Leaf, Message, TimelineItem};

/// Where receipts of a case stand in the logs: by message and rung.
type Leaves = BTreeMap<(String, &'static str), (i64, bool)>;

pub async fn items(
    sides: &Sides<'_>,
    matter: &str,
    facts: &[Fact],
    posts: &BTreeMap<String, String>,
    waits: bool,
) -> Acted<Vec<TimelineItem>> {
    let t = sides.lang.words();
    let leaves = leaves(sides, matter).await?;
    let shown = facts.iter().rev().filter(|fact| !matches!(fact.kind, FactKind::ClockStarted { .. }));
    let happened = shown.map(|fact| TimelineItem {
        icon: icon(&fact.kind),
        title: t.fact(fact.kind.code()),
        note: note(sides, fact, posts),
        leaf: leaf(sides, &fact.kind, &leaves),
        at: sides.both(fact.at),
        pending: false,
    });
    let pending = waits.then(|| TimelineItem {
        icon: Icon::Pending,
        title: t.todo("wait"),
        note: String::new(),
        leaf: None,
        at: sides.both(sides.now),
        pending: true,
    });
    Ok(pending.into_iter().chain(happened).collect())
}

/// Questions and clarifications in their order.
pub fn talk(sides: &Sides<'_>, asked: &[Clarification], we_asked: bool) -> Vec<Message> {
    let Sides { app, lang, here, there, .. } = *sides;
    // On our own request they ask and we clarify; on theirs it is the other way round.
    let (asker, clarifier) = if we_asked { (there, here) } else { (here, there) };
    let message = |from: &str, ours: bool, at, text: &str| Message {
        from: body(app, lang, from),
        by: String::new(),
        at: sides.here(at),
        lang: language_of(text).code().to_owned(),
        text: text.to_owned(),
        ours,
    };
    let mut talk = Vec::new();
    for question in asked {
        talk.push(message(asker, !we_asked, question.asked_at, &question.question));
        if let Some((at, text)) = &question.given {
            talk.push(message(clarifier, we_asked, *at, text));
        }
    }
    talk
}

/// A passage with its language, for readers and screen readers.
pub fn passage(text: &str) -> LangText {
    let lang = language_of(text);
    LangText {
        lang: lang.code().to_owned(),
        name: lang.own_name().to_owned(),
        mark: None,
        text: text.to_owned(),
    }
}

/// By its letters: those that only Kazakh has, else Cyrillic, else Latin. Good enough to read aloud rightly.
fn language_of(text: &str) -> Lang {
    let lower = text.to_lowercase();
    if lower.chars().any(|c| "әғқңөұүһі".contains(c)) {
        Lang::Kk
    } else if lower.chars().any(|c| ('а'..='я').contains(&c)) {
        Lang::Ru
    } else {
        Lang::En
    }
}

async fn leaves(sides: &Sides<'_>, matter: &str) -> Acted<Leaves> {
    let mut leaves = Leaves::new();
    let store = &sides.app.store;
    for sent in store.outbox_of(matter).await? {
        leaves.insert((sent.message.clone(), "approved"), (sent.sent_leaf, true));
        for receipt in store.receipts_of(&sent.msg_id).await? {
            leaves.insert(
                (sent.message.clone(), rung(&receipt.kind)),
                (receipt.leaf, receipt.direction == "ours"),
            );
        }
    }
    for received in store.inbox_of(matter).await? {
        if let Some(message) = received.message {
            leaves.insert((message, "received"), (received.leaf, true));
        }
    }
    Ok(leaves)
}

/// What the wire calls accepted is what a case calls sent: durable at the other node.
fn rung(kind: &str) -> &'static str {
    match kind {
        "accepted" => "sent",
        "delivered" => "delivered",
        "read" => "read",
        "acknowledged" => "acknowledged",
        "effect" => "effect",
        "rejected" => "rejected",
        "undeliverable" => "undeliverable",
        _ => "other",
    }
}

fn leaf(sides: &Sides<'_>, kind: &FactKind, leaves: &Leaves) -> Option<Leaf> {
    let (message, rung): (&MessageId, &'static str) = match kind {
        FactKind::Approved { message, .. } | FactKind::AnswerApproved { message, .. } => {
            (message, "approved")
        }
        FactKind::Receipt { receipt, message } => (message, receipt.code()),
        FactKind::Received { message } | FactKind::Answered { message, .. } => (message, "received"),
        _ => return None,
    };
    let (n, ours) = leaves.get(&(message.as_str().to_owned(), rung))?;
    let t = sides.lang.words();
    let home = home_body(sides.app).map_or(sides.here, |body| body.id.as_str());
    let whose = if *ours { home } else { sides.there };
    Some(Leaf {
        link: Anchor::new(t.timeline_leaf(sides.lang.number(*n)), "#proof"),
        note: t.timeline_log_of(body(sides.app, sides.lang, whose).name),
    })
}

fn note(sides: &Sides<'_>, fact: &Fact, posts: &BTreeMap<String, String>) -> String {
    let t = sides.lang.words();
    let by = match &fact.by {
        By::Official { official, post, .. } => {
            posts.get(official.as_str()).cloned().unwrap_or_else(|| post.to_string())
        }
        By::Neighbour { post, body: id } => {
            let town = body(sides.app, sides.lang, id.as_str()).name;
            post.as_ref().map_or_else(|| town.clone(), |post| format!("{post}, {town}"))
        }
        By::Node => String::new(),
    };
    [by, said(t, &fact.kind)].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(". ")
}

/// What belongs to the fact itself: a reason, a number, what changed.
fn said(t: Words, kind: &FactKind) -> String {
    match kind {
        FactKind::Returned { reason }
        | FactKind::AnswerReturned { reason }
        | FactKind::Withdrawn { reason }
        | FactKind::Recalled { reason } => reason.clone(),
        FactKind::Registered { number } => number.to_string(),
        FactKind::Corrected { changed, .. } => changed_fields(t, changed.iter()),
        FactKind::ClockPaused { clock }
        | FactKind::ClockResumed { clock }
        | FactKind::Escalated { clock, .. } => t.clock_kind(clock.code()),
        FactKind::Receipt {
            receipt: ReceiptKind::Rejected { code } | ReceiptKind::Undeliverable { code },
            ..
        } => code.clone(),
        FactKind::Receipt { receipt: ReceiptKind::Effect { stands }, .. } => t.alert_stage(stands),
        _ => String::new(),
    }
}

/// The fields a correction changed, by their labels.
pub fn changed_fields<'a>(t: Words, changed: impl Iterator<Item = &'a Field>) -> String {
    changed.map(|field| t.field_label(&field.name())).collect::<Vec<_>>().join(", ")
}

fn icon(kind: &FactKind) -> Icon {
    match kind.code() {
        "drafted" | "submitted" | "answer-drafted" | "answer-submitted" | "correction-proposed" => {
            Icon::Draft
        }
        "approved" | "answer-approved" | "corrected" => Icon::Approved,
        "sent" | "received" => Icon::Sent,
        "delivered" => Icon::Delivered,
        "read" | "answer-read" | "refusal-read" => Icon::Read,
        "registered" => Icon::Register,
        "accepted" | "partly" | "acknowledged" | "oral-confirmed" | "effect" => Icon::Check,
        "refused" | "rejected" | "undeliverable" | "withdrawn" => Icon::Stop,
        "clarification-asked" | "clarification-given" => Icon::Clarify,
        "answered" | "answered-in-part" => Icon::Answer,
        "returned" | "answer-returned" | "recalled" | "correction-dropped" => Icon::Recall,
        "work-given" | "work-done" | "work-dropped" => Icon::Task,
        "closed" => Icon::Close,
        "escalated" => Icon::Warning,
        "clock-paused" | "clock-resumed" | "reminded" | "made-orally" => Icon::Clock,
        _ => Icon::Document,
    }
}
