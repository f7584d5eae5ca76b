//! Checks an evidence file and says what is proved, by whose key, and what is not. spec/evidence.md, section "Report".
//!
//! Every finding is one of three: proved, failed (something shown is wrong) or not shown. A file proves its case when
//! nothing failed and at least one message is proved to be signed by an official.
//!
//! Never: fills a gap with a guess. What is not in the file is reported as not shown.

use crate::code::{Code, Refused};
use crate::envelope::{self, Header, Signers};
use crate::evidence::{Evidence, Message, Shown};
use crate::keys::{Hash, VerifyKey};
use crate::leaf::{LeafKind, Record};
use crate::mandate::{RevocationList, Revoked, VerifiedMandate, check_chain};
use crate::neighbour::{Neighbour, VerifiedNeighbour, verify_neighbour};
use crate::receipt::{Receipt, VerifiedReceipt};
use crate::root::{Root, RootSet};
use crate::seal::ContentKey;
use crate::{checkpoint, merkle};

/// Whose roots count.
#[derive(Debug, Clone)]
pub enum Trust {
    /// Only roots with these fingerprints, which the reader compared with the annex to the agreement.
    Fingerprints(Vec<Hash>),
    /// Whatever the file claims; the report says so.
    AsClaimed,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    Proved,
    Failed,
    NotShown,
}

/// One line of the report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    pub status: Status,
    /// Stable name of what was checked.
    pub what: &'static str,
    /// The message, where it is about one.
    pub msg_id: Option<Hash>,
    pub sentence: String,
    /// Key that proves it, in hexadecimal, and whose it is.
    pub by: Option<(VerifyKey, String)>,
    /// Why it failed.
    pub code: Option<Code>,
}

#[derive(Debug, Clone)]
pub struct Report {
    pub statement: String,
    /// Whether the roots were compared by the reader or only claimed by the file.
    pub roots_trusted: bool,
    pub roots: Vec<(String, Hash)>,
    pub findings: Vec<Finding>,
}

impl Report {
    pub fn proved(&self) -> bool {
        let signed = self.findings.iter().any(|f| f.what == "signed" && f.status == Status::Proved);
        signed && self.findings.iter().all(|f| f.status != Status::Failed)
    }
}

/// Checks a file. `Err` means that it cannot be read at all.
pub fn verify(bytes: &[u8], trust: &Trust) -> Result<Report, Refused> {
    let evidence = Evidence::read(bytes)?;
    let mut check = Check {
        evidence: &evidence,
        roots: RootSet::default(),
        neighbours: Vec::new(),
        findings: Vec::new(),
        about: None,
    };
    check.roots(trust);
    check.neighbours();
    if evidence.messages.is_empty() {
        check.not_shown("signed", "the file holds no message".to_owned());
    }
    for message in &evidence.messages {
        check.message(message);
    }
    Ok(Report {
        statement: evidence.statement.clone(),
        roots_trusted: matches!(trust, Trust::Fingerprints(_)),
        roots: check.roots.iter().map(|r| (r.state.clone(), r.fingerprint())).collect(),
        findings: check.findings,
    })
}

struct Check<'a> {
    evidence: &'a Evidence,
    roots: RootSet,
    neighbours: Vec<VerifiedNeighbour>,
    findings: Vec<Finding>,
    about: Option<Hash>,
}

impl Check<'_> {
    fn roots(&mut self, trust: &Trust) {
        for bytes in &self.evidence.roots {
            let root = match Root::read(bytes) {
                Ok(root) => root,
                Err(why) => {
                    self.failed("root", "a state root in the file", why);
                    continue;
                }
            };
            let fingerprint = root.fingerprint();
            let state = root.state.clone();
            match trust {
                Trust::Fingerprints(known) if !known.contains(&fingerprint) => {
                    let why = Refused::new(Code::RootUnknown, format!("fingerprint {fingerprint}"));
                    self.failed("root", &format!("root of {state}"), why);
                }
                Trust::AsClaimed if self.roots.of(&state).is_some() => {
                    self.failed(
                        "root",
                        &format!("second root of {state}"),
                        Refused::new(Code::RootOld, "file"),
                    );
                }
                _ => {
                    let how = if matches!(trust, Trust::AsClaimed) {
                        "as claimed in the file"
                    } else {
                        "as you gave it"
                    };
                    let sentence = format!("root of {state}, {how}, fingerprint {fingerprint}");
                    match trust {
                        Trust::AsClaimed => self.not_shown("root", sentence + "; compare it with the annex"),
                        Trust::Fingerprints(_) => self.proved("root", sentence, None),
                    }
                    self.roots.trust(root);
                }
            }
        }
    }

    fn neighbours(&mut self) {
        for bytes in &self.evidence.neighbours {
            // The record speaks from its first day; which record counts is decided by the moment of the message.
            let checked = Neighbour::peek(bytes)
                .and_then(|r| verify_neighbour(bytes, &self.roots, r.not_before_s, &Revoked::default()));
            match checked {
                Err(why) => self.failed("node", "a neighbour record", why),
                Ok(neighbour) => {
                    let record = &neighbour.record;
                    let sentence = format!(
                        "node {} of {} and the keys of its {} bodies, record {}",
                        record.node,
                        record.state,
                        neighbour.bodies.len(),
                        record.number
                    );
                    let key =
                        neighbour.registrar_key().map(|k| (*k, format!("registrar of {}", record.state)));
                    self.proved("node", sentence, key);
                    self.neighbours.push(neighbour);
                }
            }
        }
    }

    fn message(&mut self, message: &Message) {
        let digests = message.digests();
        self.about = Some(digests.msg_id());
        let header = match envelope::parse_header(&message.header) {
            Ok(header) => header,
            Err(why) => return self.failed("signed", "a message", why),
        };
        let receipts = self.receipts(message, &header);
        self.signature(message, &header, &receipts);
        self.content(message, &header);
        self.about = None;
    }

    fn signature(&mut self, message: &Message, header: &Header, receipts: &[VerifiedReceipt]) {
        let mandate = |hash: &Hash| self.mandate(message, hash);
        let checked = mandate(&header.signer.mandate).and_then(|first| {
            let second = header.second.as_ref().map(|s| mandate(&s.mandate)).transpose()?;
            let signers = Signers { first: &first, second: second.as_ref() };
            header.verify_signatures(&message.digests(), &message.signatures, &signers)?;
            let peer = self.neighbours.iter().find(|n| n.record.node == header.to_node);
            let peer = peer.ok_or_else(|| Refused::new(Code::UnknownPeer, "receiving node"))?;
            header.verify_scope(&signers, &peer.record.state)?;
            Ok((first, second))
        });
        let (first, second) = match checked {
            Ok(mandates) => mandates,
            Err(why) => return self.failed("signed", "signature and mandate of the message", why),
        };
        for mandate in [Some(&first), second.as_ref()].into_iter().flatten() {
            let whose = format!("{}, {}", mandate.leaf().holder, header.from_body);
            let sentence = format!(
                "{whose} signed message {} of lane {} to {} under {} {}, form {}, with a mandate that covers it",
                header.seq,
                header.from_body,
                header.to_bodies.join(", "),
                header.basis.instrument,
                header.basis.article,
                header.basis.form
            );
            self.proved("signed", sentence, Some((*mandate.key(), whose)));
            self.revocation(mandate, header, receipts);
        }
    }

    /// Whether the mandate was revoked before the message, in the order of the sender's log.
    fn revocation(&mut self, mandate: &VerifiedMandate, header: &Header, receipts: &[VerifiedReceipt]) {
        let mut revoked = Revoked::default();
        let mut lists = 0;
        for logged in &self.evidence.revocations {
            let Ok(list) = RevocationList::verify(&logged.list, mandate.registrar_key()) else { continue };
            lists += 1;
            let leaf = logged.logged.as_ref().and_then(|shown| self.logged_at(shown, &logged.list, header));
            // A list without its place in the log counts from the beginning: the sender must show the order.
            revoked.add(&list, leaf.unwrap_or(0));
        }
        let sent = receipts.iter().find(|r| r.record.kind() == LeafKind::Sent).map(|r| r.index);
        let view = sent.map_or(revoked.clone(), |leaf| revoked.before(leaf.saturating_add(1)));
        match mandate.not_in(&view) {
            Err(why) => self.failed("not-revoked", "mandate of the signer", why),
            Ok(()) if lists == 0 => {
                self.not_shown(
                    "not-revoked",
                    "no revocation list of the signer's state is in the file".to_owned(),
                );
            }
            Ok(()) => self.proved(
                "not-revoked",
                format!(
                    "no list of {lists} shown revokes the mandate before the message in the order of the log"
                ),
                Some((*mandate.registrar_key(), format!("registrar of {}", mandate.state()))),
            ),
        }
    }

    fn logged_at(&self, shown: &Shown, list: &[u8], header: &Header) -> Option<u64> {
        let receipt = Receipt::read(&shown.receipt).ok()?;
        let log = self.node_at(&shown.node, header.created_s)?;
        if shown.node != header.from_node || shown.peer != header.to_node {
            return None;
        }
        let origin = checkpoint::origin(&shown.node, &shown.peer, header.epoch);
        let receipt = receipt.verify(&origin, &log.record.log_key, None).ok()?;
        match receipt.record {
            Record::Revocations { digest, .. } if digest == RevocationList::digest(list) => {
                Some(receipt.index)
            }
            _ => None,
        }
    }

    fn receipts(&mut self, message: &Message, header: &Header) -> Vec<VerifiedReceipt> {
        let mut good = Vec::new();
        for shown in &message.receipts {
            match self.receipt(message, shown, header) {
                Err(why) => self.failed("receipt", &format!("a receipt from the log of {}", shown.node), why),
                Ok((receipt, key, whose)) => {
                    let what = receipt.record.kind().name();
                    let sentence = self.sentence(&receipt, shown);
                    self.proved(what, sentence, Some((key, whose)));
                    self.witnessed(&receipt, shown, header);
                    good.push(receipt);
                }
            }
        }
        for (kind, why) in [
            (LeafKind::Sent, "that the sender's log recorded it"),
            (LeafKind::Accepted, "that the receiving node accepted it"),
            (LeafKind::Delivered, "that the receiving body could open it"),
            (LeafKind::Read, "that an official read it"),
        ] {
            if !good.iter().any(|r| r.record.kind() == kind) {
                self.not_shown(kind.name(), format!("the file does not show {why}"));
            }
        }
        good
    }

    fn receipt(
        &self,
        message: &Message,
        shown: &Shown,
        header: &Header,
    ) -> Result<(VerifiedReceipt, VerifyKey, String), Refused> {
        let mismatch = |why: &str| Refused::new(Code::ReceiptMismatch, format!("receipt: {why}"));
        let receipt = Receipt::read(&shown.receipt)?;
        let record = receipt.record()?;
        if record.msg_id() != Some(message.digests().msg_id()) {
            return Err(mismatch("another message"));
        }
        let from_sender = match record.kind() {
            LeafKind::Sent | LeafKind::Expired => true,
            LeafKind::Deleted => shown.node == header.from_node,
            _ => false,
        };
        let (node, peer) = if from_sender {
            (&header.from_node, &header.to_node)
        } else {
            (&header.to_node, &header.from_node)
        };
        if (&shown.node, &shown.peer) != (node, peer) {
            return Err(mismatch("the log of another node"));
        }
        let log =
            self.node_at(node, header.created_s).ok_or_else(|| Refused::new(Code::UnknownPeer, "receipt"))?;
        let origin = checkpoint::origin(node, peer, header.epoch);
        let node_key = (log.record.log_key, format!("log of node {node}"));
        let (signer, (key, whose)) = match &record {
            Record::Delivered { body, content_commit, .. } => {
                if *content_commit != header.content_commit {
                    return Err(mismatch("other content"));
                }
                self.body_key(log, body, header)?
            }
            Record::Undeliverable { body, .. } | Record::Effect { body, .. } => {
                self.body_key(log, body, header)?
            }
            Record::Read { mandate, at_s, .. } | Record::Acknowledged { mandate, at_s, .. } => {
                let mandate = self.mandate(message, mandate)?;
                mandate.valid_at(*at_s)?;
                if !mandate.body().is_some_and(|b| header.to_bodies.iter().any(|to| to == b)) {
                    return Err(Refused::new(Code::WrongBody, "receipt"));
                }
                let whose = format!("{}, {}", mandate.leaf().holder, mandate.body().unwrap_or_default());
                (Some(*mandate.key()), (*mandate.key(), whose))
            }
            _ => (None, node_key),
        };
        Ok((receipt.verify(&origin, &log.record.log_key, signer.as_ref())?, key, whose))
    }

    fn body_key(
        &self,
        log: &VerifiedNeighbour,
        body: &str,
        header: &Header,
    ) -> Result<(Option<VerifyKey>, (VerifyKey, String)), Refused> {
        let named = header.to_bodies.iter().any(|to| to == body);
        let known =
            log.body(body).filter(|_| named).ok_or_else(|| Refused::new(Code::UnknownBody, "receipt"))?;
        let key = *known.mandate.key();
        Ok((Some(key), (key, format!("body {body}"))))
    }

    /// Whether the neighbour cosigned the checkpoint of the receipt, or a later one that extends it.
    fn witnessed(&mut self, receipt: &VerifiedReceipt, shown: &Shown, header: &Header) {
        let Some(witness) = self.node_at(&shown.peer, header.created_s).map(|n| n.record.witness_key) else {
            return self
                .not_shown("cosigned", format!("no record of {} to check its cosignature with", shown.peer));
        };
        let name = checkpoint::witness_name(&shown.peer);
        let at = receipt.checkpoint.verify_cosignature(&name, &witness).ok().or_else(|| {
            let heads = self.evidence.heads.iter().filter(|h| h.node == shown.node && h.peer == shown.peer);
            heads.filter_map(|head| self.head(head, receipt, &name, &witness).ok()).min()
        });
        let what = receipt.record.kind().name();
        match at {
            Some(at_s) => self.proved(
                "cosigned",
                format!(
                    "node {} cosigned a log of {} that holds the leaf \"{what}\", at {at_s} s",
                    shown.peer, shown.node
                ),
                Some((witness, format!("witness key of node {}", shown.peer))),
            ),
            None => self.not_shown(
                "cosigned",
                format!(
                    "the file does not show that {} has seen the leaf \"{what}\" in the log of {}",
                    shown.peer, shown.node
                ),
            ),
        }
    }

    fn head(
        &self,
        head: &crate::evidence::Head,
        receipt: &VerifiedReceipt,
        witness_name: &str,
        witness: &VerifyKey,
    ) -> Result<i64, Refused> {
        let note = checkpoint::Note::parse(&head.checkpoint)?;
        let (old, new) = (&receipt.checkpoint.checkpoint, &note.checkpoint);
        if old.origin != new.origin || head.from_size != old.size {
            return Err(Refused::new(Code::LogOrigin, "later checkpoint"));
        }
        merkle::verify_consistency((old.size, &old.root), (new.size, &new.root), &head.proof)?;
        note.verify_cosignature(witness_name, witness)
    }

    fn content(&mut self, message: &Message, header: &Header) {
        let Some(disclosure) = &message.disclosure else {
            return self
                .not_shown("content", "the content of the message is not disclosed in the file".to_owned());
        };
        let opened = ContentKey::from_slice(&disclosure.content_key)
            .ok_or_else(|| Refused::new(Code::KeyCommit, "disclosure"))
            .and_then(|key| {
                if Hash::of("", &[&disclosure.ciphertext]) != message.ciphertext {
                    return Err(Refused::new(Code::Content, "disclosure: another ciphertext"));
                }
                envelope::open_content(header, &message.header, &disclosure.ciphertext, &key)
            });
        match opened {
            Err(why) => self.failed("content", "the disclosed content", why),
            Ok(payload) => {
                let sentence = format!("the disclosed content of {} bytes is what was signed", payload.len());
                self.proved("content", sentence, None);
            }
        }
    }

    fn mandate(&self, message: &Message, hash: &Hash) -> Result<VerifiedMandate, Refused> {
        let mut why = Refused::new(Code::MandateUnknown, "no chain in the file");
        for chain in &message.chains {
            match check_chain(chain, &self.roots) {
                Ok(mandate) if mandate.hash() == *hash => return Ok(mandate),
                Ok(_) => {}
                Err(broken) => why = broken,
            }
        }
        Err(why)
    }

    fn node_at(&self, node: &str, at_s: i64) -> Option<&VerifiedNeighbour> {
        self.neighbours
            .iter()
            .find(|n| n.record.node == node && n.record.not_before_s <= at_s && at_s < n.record.not_after_s)
    }

    fn sentence(&self, receipt: &VerifiedReceipt, shown: &Shown) -> String {
        let what = match &receipt.record {
            Record::Sent { .. } => "was sent".to_owned(),
            Record::Accepted { .. } => "was accepted".to_owned(),
            Record::Rejected { code, .. } => format!("was rejected: {}", code.sentence()),
            Record::Delivered { body, at_s, .. } => format!("was opened by {body}, by its clock at {at_s} s"),
            Record::Undeliverable { body, code, .. } => {
                format!("could not be opened by {body}: {}", code.sentence())
            }
            Record::Read { at_s, .. } => format!("was read, by the reader's clock at {at_s} s"),
            Record::Acknowledged { at_s, .. } => {
                format!("was taken in charge, by the official's clock at {at_s} s")
            }
            Record::Expired { attempts, .. } => format!("expired after {attempts} attempts"),
            Record::Deleted { basis, .. } => format!("was deleted under {basis}"),
            Record::Revocations { number, .. } => format!("revocation list {number} took effect"),
            Record::Capability { .. } => "the node stated what it speaks".to_owned(),
            Record::Effect { body, stands, at_s, .. } => {
                format!("took effect at {body}: {stands}, by its clock at {at_s} s")
            }
        };
        format!(
            "the message {what}; leaf {} in the log of {} for {}, written in the minute from {} s",
            receipt.index, shown.node, shown.peer, receipt.minute_s
        )
    }

    fn proved(&mut self, what: &'static str, sentence: String, by: Option<(VerifyKey, String)>) {
        let msg_id = self.about;
        self.findings.push(Finding { status: Status::Proved, what, msg_id, sentence, by, code: None });
    }

    fn not_shown(&mut self, what: &'static str, sentence: String) {
        let msg_id = self.about;
        self.findings.push(Finding {
            status: Status::NotShown,
            what,
            msg_id,
            sentence,
            by: None,
            code: None,
        });
    }

    fn failed(&mut self, what: &'static str, about: &str, why: Refused) {
        let msg_id = self.about;
        let sentence = format!("{about}: {why}");
        self.findings.push(Finding {
            status: Status::Failed,
            what,
            msg_id,
            sentence,
            by: None,
            code: Some(why.code),
        });
    }
}
