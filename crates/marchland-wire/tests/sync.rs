//! The peer protocol: limits of a batch, and what a sender may conclude from an answer.

mod common;

use common::{NOW_S, Side, World, refused};
use marchland_wire::checkpoint::{Known, witness_name};
use marchland_wire::code::Code;
use marchland_wire::keys::Hash;
use marchland_wire::leaf::Record;
use marchland_wire::sync::{Answer, Heads, Outcome, Reply, Request, outcome};

fn request(envelopes: Vec<Vec<u8>>) -> Request {
    Request {
        v: 1,
        from_node: "ru-oms".to_owned(),
        to_node: "kz-nkz".to_owned(),
        envelopes: envelopes.into_iter().map(Into::into).collect(),
        chains: vec![],
        receipts: vec![],
        revocations: None,
        heads: Heads::default(),
    }
}

fn answer(replies: Vec<Reply>) -> Answer {
    Answer {
        v: 1,
        replies,
        receipts: vec![],
        lanes: vec![],
        heads: Heads::default(),
        heads_refused: None,
        known_size: 0,
    }
}

#[test]
fn a_batch_has_limits() {
    let read = |r: Request| Request::read(&r.to_bytes());
    assert!(read(request(vec![vec![1; 4096]; 256])).is_ok());
    assert_eq!(refused(read(request(vec![vec![]; 257]))), "oversize");
    assert_eq!(refused(read(request(vec![vec![1; 300_000]; 4]))), "oversize");
    let proof = vec![Hash([0; 32]); 64];
    assert_eq!(
        refused(read(Request { heads: Heads { proof, ..Heads::default() }, ..request(vec![]) })),
        "oversize"
    );
    assert_eq!(refused(read(Request { v: 2, ..request(vec![]) })), "unsupported-version");
}

#[test]
fn an_answer_speaks_about_what_was_asked() {
    let asked = request(vec![vec![1], vec![2]]);
    let read = |a: Answer| Answer::read(&a.to_bytes(), &asked);
    assert!(read(answer(vec![Reply::Refused(Code::Lane); 2])).is_ok());
    assert_eq!(refused(read(answer(vec![Reply::Refused(Code::Lane)]))), "malformed");
    let more = Answer { receipts: vec![None], ..answer(vec![Reply::Refused(Code::Lane); 2]) };
    assert_eq!(refused(read(more)), "malformed");
}

#[test]
fn a_sender_believes_only_a_proof_about_its_own_message() {
    let mut world = World::new();
    let sent = world.from.seal(&world.to, 1, b"one").envelope;
    let other = world.from.seal(&world.to, 2, b"two").envelope;
    let (origin, key) = (world.to.origin(), world.to.log_key.public());
    let mut reply = |record: Record| {
        let leaf = world.to.leaf(&record, 9);
        Reply::Receipt(world.to.log(&leaf).to_bytes().into())
    };
    let accepted = reply(Record::Accepted { msg_id: sent.msg_id(), seq: 1 });
    assert!(matches!(outcome(&accepted, &sent, &origin, &key).unwrap(), Outcome::Accepted(_)));
    assert_eq!(refused(outcome(&accepted, &other, &origin, &key)), "receipt-mismatch");
    assert_eq!(
        refused(outcome(&accepted, &sent, &origin, &Side::omsk().log_key.public())),
        "signature-invalid"
    );
    for about in [sent.msg_id(), sent.bytes_digest()] {
        let rejected = reply(Record::Rejected { msg_id: about, code: Code::ScopeForm });
        let became = outcome(&rejected, &sent, &origin, &key).unwrap();
        assert!(matches!(became, Outcome::Rejected(Code::ScopeForm, _)));
    }
    let sent_leaf = reply(Record::Sent { msg_id: sent.msg_id(), seq: 1 });
    assert_eq!(refused(outcome(&sent_leaf, &sent, &origin, &key)), "receipt-mismatch");
    let later = outcome(&Reply::Refused(Code::Lane), &sent, &origin, &key).unwrap();
    assert_eq!(later, Outcome::Refused(Code::Lane));
}

#[test]
fn heads_are_judged_for_the_right_log_and_size() {
    let (mut side, peer) = (Side::omsk(), Side::petropavl());
    side.log.fill([vec![1], vec![2]]);
    let note = side.checkpoint();
    let heads = Heads { checkpoint: Some(note.to_text()), ..Heads::default() };
    let (origin, key) = (side.origin(), side.log_key.public());
    let (known, read) = heads.judge(Known::default(), &origin, &key).unwrap().unwrap();
    assert_eq!(known.size, 2);
    assert_eq!(refused(heads.judge(Known::default(), &peer.origin(), &key)), "log-origin");
    assert_eq!(Heads::default().judge(known, &origin, &key).unwrap(), None);

    let name = witness_name(peer.node);
    let line = read.cosign(&name, &peer.witness, NOW_S);
    let back = |cosigned_size| Heads { cosignature: Some(line.clone()), cosigned_size, ..Heads::default() };
    let witness = peer.witness.public();
    assert!(back(2).cosigned(&note, &name, &witness).unwrap().is_some());
    assert_eq!(back(1).cosigned(&note, &name, &witness).unwrap(), None);
    side.log.fill([vec![3], vec![4]]);
    let newer = side.checkpoint();
    assert_eq!(refused(back(4).cosigned(&newer, &name, &witness)), "signature-invalid");
}
