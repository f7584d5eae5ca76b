//! What must hold after every script.

use marchland::acts::evidence;
use marchland::acts::open::{self, Case};
use marchland_casework::{Clock, ClockKind};
use marchland_wire::checkpoint::{Note, witness_name};
use marchland_wire::verify::{Trust, verify};

use crate::world::{
    Side::{self, A, B},
    World,
};

impl World {
    /// The case stands at the same end on both sides, everything arrived once, and both sides can prove it.
    pub async fn expect_walked(&self, stage: &str) {
        let (ours, theirs) = (self.rows(A).await, self.rows(B).await);
        assert_eq!((ours.len(), theirs.len()), (1, 1), "one case on each side");
        assert_eq!((ours[0].stage.as_str(), theirs[0].stage.as_str()), (stage, stage));
        assert_eq!(
            ours[0].peer_ref, theirs[0].reference,
            "the number of the answering side is known to the asker"
        );
        let Case::Ours(request) = open::case(&ours[0]).unwrap() else { panic!("our side") };
        assert_eq!(request.answers().len(), 1, "one answer");
        let Case::Theirs(incoming) = open::case(&theirs[0]).unwrap() else { panic!("their side") };
        assert_eq!(incoming.versions().len(), 1, "one version of the request");
        self.expect_each_message_once(A, &ours[0].id, &theirs[0].id).await;
        self.expect_each_message_once(B, &theirs[0].id, &ours[0].id).await;
        self.expect_logs_agree().await;
        for (side, login) in [(A, "gromova"), (B, "bekova")] {
            self.expect_proved(side, login).await;
        }
    }

    /// What one side sent in the case is what the other received: same messages, same order, settled, worked on.
    async fn expect_each_message_once(&self, side: Side, ours: &str, theirs: &str) {
        let sent = self.app(side).store.outbox_of(ours).await.unwrap();
        let received = self.app(side.other()).store.inbox_of(theirs).await.unwrap();
        let ids = |list: Vec<(&str, i64)>| {
            list.into_iter().map(|(id, seq)| (id.to_owned(), seq)).collect::<Vec<_>>()
        };
        assert_eq!(
            ids(sent.iter().map(|row| (row.msg_id.as_str(), row.seq)).collect()),
            ids(received.iter().map(|row| (row.msg_id.as_str(), row.seq)).collect()),
            "messages of {side:?}"
        );
        assert!(
            sent.iter().all(|row| row.settled_code.as_deref() == Some("accepted")),
            "all of {side:?} accepted"
        );
        assert!(received.iter().all(|row| row.taken_at_ms.is_some()), "all of {side:?} worked on");
        for row in &sent {
            let kinds: Vec<_> = self
                .app(side)
                .store
                .receipts_of(&row.msg_id)
                .await
                .unwrap()
                .into_iter()
                .map(|r| r.kind)
                .collect();
            for kind in ["accepted", "delivered"] {
                assert_eq!(
                    kinds.iter().filter(|k| *k == kind).count(),
                    1,
                    "{kind} for {} of {side:?}",
                    row.kind
                );
            }
        }
    }

    /// Each side's newest checkpoint carries the other's cosignature, and the other holds the same one.
    pub async fn expect_logs_agree(&self) {
        for side in [A, B] {
            let (app, peer) = (self.app(side), self.app(side.other()));
            let (link, back) = (app.links.all().next().unwrap(), peer.links.all().next().unwrap());
            let (size, ours, _) = app.store.log_heads(&link.id).await.unwrap();
            let (_, _, theirs) = peer.store.log_heads(&back.id).await.unwrap();
            let ours = Note::parse(&ours.expect("our log was cosigned").note).unwrap();
            let theirs = Note::parse(&theirs.expect("the peer holds our head").note).unwrap();
            assert_eq!(ours.checkpoint, theirs.checkpoint, "{side:?} and its neighbour hold one head");
            assert_eq!(ours.checkpoint.size, size, "the whole log of {side:?} is cosigned");
            ours.verify_cosignature(&witness_name(&link.id), &link.record.record.witness_key).unwrap();
            assert!(!self.quiet(side).await.moved_something(), "nothing of {side:?} waits");
        }
    }

    /// The evidence file of the case is proved by the offline verifier under the roots both sides compared.
    async fn expect_proved(&self, side: Side, login: &str) {
        let app = self.app(side);
        let who = self.official(side, login).await;
        let row = self.row(side).await;
        let opened = open::read(app, &who, &row.id, Some("check of the evidence")).await.unwrap();
        let file = evidence::export(app, &who, &opened, true).await.unwrap();
        let roots = app.links.roots.iter().map(marchland_wire::root::Root::fingerprint).collect();
        let report = verify(&file, &Trust::Fingerprints(roots)).unwrap();
        assert!(report.proved(), "{side:?}: {:#?}", report.findings);
        for what in ["sent", "accepted", "delivered", "cosigned", "content"] {
            let proved = |f: &&marchland_wire::verify::Finding| {
                f.what == what && f.status == marchland_wire::verify::Status::Proved
            };
            assert!(
                report.findings.iter().any(|f| proved(&f)),
                "{side:?}: {what} is not proved: {:#?}",
                report.findings
            );
        }
    }

    pub async fn our_answer_clock(&self) -> Clock {
        let Case::Theirs(incoming) = open::case(&self.row(B).await).unwrap() else { panic!("their side") };
        incoming.clocks().iter().find(|clock| clock.kind == ClockKind::OurAnswer).unwrap().clone()
    }
}
