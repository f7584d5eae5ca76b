//! The whole walk of one request between the two fictional nodes, ending in an evidence file.

use marchland_wire::checkpoint::{Known, witness, witness_name};
use marchland_wire::envelope::parse;
use marchland_wire::evidence::{Evidence, Head, LoggedRevocations, Message, Shown};
use marchland_wire::inbox::Verdict;
use marchland_wire::keys::Hash;
use marchland_wire::leaf::Record;
use marchland_wire::mandate::RevocationList;
use marchland_wire::receipt::Receipt;
use marchland_wire::sync::{Answer, Heads, Outcome, Reply, Request, outcome};

use super::{NOW_S, Side, World};

pub const PAYLOAD: &[u8] = "Просим установить владельца автомобиля".as_bytes();

fn shown(side: &Side, receipt: &Receipt) -> Shown {
    Shown { node: side.node.to_owned(), peer: side.peer.to_owned(), receipt: receipt.to_bytes().into() }
}

/// The whole walk, and the evidence at its end. `revoke_first`: the head's mandate is revoked before she signs.
pub fn walk(revoke_first: bool, disclose: bool) -> Evidence {
    steps(revoke_first, disclose).evidence
}

/// What passed on the way, for the vectors.
pub struct Walked {
    pub request: Vec<u8>,
    pub answer: Vec<u8>,
    pub evidence: Evidence,
}

pub fn steps(revoke_first: bool, disclose: bool) -> Walked {
    let mut world = World::new();
    let list = RevocationList {
        v: 1,
        state: "RU".to_owned(),
        number: 1,
        issued_s: NOW_S,
        revoked: [world.from.head_link.hash()].into(),
    };
    let signed_list = list.sign(&world.from.registrar).unwrap();
    let revocation = Record::Revocations { number: 1, digest: RevocationList::digest(&signed_list) };
    let revocation = world.from.leaf(&revocation, 40);
    let before = revoke_first.then(|| world.from.log(&revocation));

    let sealed = world.from.seal(&world.to, 1, PAYLOAD);
    let envelope = &sealed.envelope;
    let msg_id = envelope.msg_id();
    let sent = world.from.leaf(&Record::Sent { msg_id, seq: 1 }, 41);
    let sent = world.from.log(&sent);
    let logged = before.unwrap_or_else(|| world.from.log(&revocation));

    let request = Request {
        v: 1,
        from_node: "ru-oms".to_owned(),
        to_node: "kz-nkz".to_owned(),
        envelopes: vec![envelope.bytes().to_vec().into()],
        chains: vec![world.from.head_chain.to_bytes().into()],
        receipts: vec![],
        revocations: None,
        heads: Heads { checkpoint: Some(world.from.checkpoint().to_text()), ..Heads::default() },
    };
    let arrived = Request::read(&request.to_bytes()).unwrap();
    let Verdict::Accept { held: false, .. } = world.judge(&arrived.envelopes[0]) else {
        panic!("not accepted")
    };
    let accepted = world.to.leaf(&Record::Accepted { msg_id, seq: 1 }, 42);
    let accepted = world.to.log(&accepted);

    // The receiver cosigns the sender's checkpoint; the sender keeps it with its proof.
    let log = world.from.log_key.public();
    let (known, note) = arrived.heads.judge(Known::default(), &world.from.origin(), &log).unwrap().unwrap();
    assert_eq!(known.size, world.from.log.size);
    let heads = Heads {
        checkpoint: Some(world.to.checkpoint().to_text()),
        cosignature: Some(note.cosign(&witness_name("kz-nkz"), &world.to.witness, NOW_S + 61)),
        cosigned_size: note.checkpoint.size,
        ..Heads::default()
    };
    let answer = Answer {
        v: 1,
        replies: vec![Reply::Receipt(accepted.to_bytes().into())],
        receipts: vec![],
        lanes: vec![],
        heads,
        heads_refused: None,
        known_size: known.size,
    };
    let answer_bytes = answer.to_bytes();
    let answer = Answer::read(&answer_bytes, &request).unwrap();
    let theirs = world.to.log_key.public();
    let became = outcome(&answer.replies[0], envelope, &world.to.origin(), &theirs).unwrap();
    assert!(matches!(became, Outcome::Accepted(_)));
    let witness_key = world.to.witness.public();
    let cosigned = answer.heads.cosigned(&world.from.checkpoint(), &witness_name("kz-nkz"), &witness_key);
    let cosigned = cosigned.unwrap().unwrap();

    // The body opens it, the head of the other body reads it; both states are leaves of the receiving node.
    let opened = parse(envelope.bytes()).unwrap().open(world.to.body, &world.to.body_secret).unwrap();
    assert_eq!(opened.payload.as_slice(), PAYLOAD);
    let content_commit = envelope.header.content_commit;
    let delivered =
        Record::Delivered { msg_id, body: world.to.body.to_owned(), content_commit, at_s: NOW_S + 70 };
    let delivered = world.to.signed_leaf(&delivered, 43, &world.to.body_key);
    let delivered = world.to.log(&delivered);
    let read = Record::Read { msg_id, mandate: world.to.mandate().hash(), at_s: NOW_S + 80 };
    let read = world.to.signed_leaf(&read, 44, &world.to.head);
    let read = world.to.log(&read);

    // The sender cosigns the receiver's newest checkpoint, from the one it knows.
    let newest = world.to.checkpoint();
    let proof = world.to.log.consistency(1, world.to.log.size);
    let first = Known { size: 1, root: accepted_root(&accepted, &world.to) };
    witness(first, 1, &newest, &theirs, &proof).unwrap();
    let line = newest.cosign(&witness_name("ru-oms"), &world.from.witness, NOW_S + 90);
    let newest = newest.with_line(&line).unwrap();
    let to_newest = |from_size| Head {
        node: "kz-nkz".to_owned(),
        peer: "ru-oms".to_owned(),
        checkpoint: newest.to_text(),
        from_size,
        proof: world.to.log.consistency(from_size, world.to.log.size),
    };
    let own_head = |from_size| Head {
        node: "ru-oms".to_owned(),
        peer: "kz-nkz".to_owned(),
        checkpoint: cosigned.to_text(),
        from_size,
        proof: world.from.log.consistency(from_size, world.from.log.size),
    };
    let mut message = Message::of(envelope);
    message.chains = vec![world.from.head_chain.to_bytes().into(), world.to.head_chain.to_bytes().into()];
    message.receipts = vec![
        shown(&world.from, &sent),
        shown(&world.to, &accepted),
        shown(&world.to, &delivered),
        shown(&world.to, &read),
    ];
    if disclose {
        message = message.disclose(envelope, &sealed.content_key);
    }
    let evidence = Evidence {
        v: 1,
        statement: "A sample: a request of Omsk region.".to_owned(),
        exported_s: NOW_S + 100,
        roots: vec![world.to.root.to_bytes().into(), world.from.root.to_bytes().into()],
        neighbours: vec![world.from.signed_record().into(), world.to.signed_record().into()],
        revocations: vec![LoggedRevocations {
            list: signed_list.into(),
            logged: Some(shown(&world.from, &logged)),
        }],
        messages: vec![message],
        heads: vec![to_newest(1), to_newest(2), to_newest(3), own_head(1), own_head(2)],
    };
    Walked { request: request.to_bytes(), answer: answer_bytes, evidence }
}

fn accepted_root(receipt: &Receipt, to: &Side) -> Hash {
    receipt.verify(&to.origin(), &to.log_key.public(), None).unwrap().checkpoint.checkpoint.root
}
