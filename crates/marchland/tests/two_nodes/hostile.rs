//! What a neighbour must not get away with: each is answered with a coded reason, stored where it can be proved, and
//! changes nothing else.

use marchland::acts::letter::{Posting, letter};
use marchland::acts::{ask, signing};
use marchland::app::App;
use marchland::peer::door::{Unanswered, receive};
use marchland::peer::exchange::exchange;
use marchland_casework::{Message, MessageBody, Power};
use marchland_law::Side as LawSide;
use marchland_wire::Code;
use marchland_wire::envelope::{self, Draft, LegalBasis};
use marchland_wire::keys::{Hash, SignKey};
use marchland_wire::leaf::Record;
use marchland_wire::receipt::Receipt;
use marchland_wire::sync::{Answer, Heads, Reply, Request};

use crate::world::{
    Op::*,
    Side::{A, B},
    World, request,
};

/// The envelope of an approved request, taken from the outbox, and the chain behind its signature.
async fn sealed(world: &mut World) -> (Vec<u8>, Vec<u8>) {
    world.run(&[Compose, Submit, Approve]).await;
    let sent = world.app(A).store.outbox_of(&world.row(A).await.id).await.unwrap();
    (sent[0].envelope.clone(), chain(world, "gromova").await)
}

async fn chain(world: &World, login: &str) -> Vec<u8> {
    let who = world.official(A, login).await;
    signing::any(world.app(A), &who).await.unwrap().unwrap().chain
}

/// Posts envelopes to B as A's node would, and reads its answer.
async fn post(world: &World, envelopes: Vec<Vec<u8>>, chains: Vec<Vec<u8>>) -> Vec<Reply> {
    let request = Request {
        v: 1,
        from_node: "ru-oms".into(),
        to_node: "kz-nkz".into(),
        envelopes: envelopes.into_iter().map(Into::into).collect(),
        chains: chains.into_iter().map(Into::into).collect(),
        receipts: Vec::new(),
        revocations: None,
        heads: Heads::default(),
    };
    let b = world.app(B);
    let link = b.links.all().next().unwrap();
    let answer = receive(b, link, &request.to_bytes()).await.unwrap();
    Answer::read(&answer, &request).unwrap().replies
}

/// The code of a rejection, checked under B's log; `None` when it was accepted.
fn proved(world: &World, reply: &Reply) -> Option<Code> {
    let link = world.app(A).links.all().next().unwrap();
    let Reply::Receipt(bytes) = reply else { panic!("no receipt: {reply:?}") };
    let receipt =
        Receipt::read(bytes).unwrap().verify(&link.their_origin, &link.record.record.log_key, None).unwrap();
    match receipt.record {
        Record::Rejected { code, .. } => Some(code),
        Record::Accepted { .. } => None,
        other => panic!("unexpected {other:?}"),
    }
}

/// A message of A's head, sealed with what the test wants to be wrong.
async fn forged(world: &World, spoil: impl FnOnce(&mut Draft)) -> Vec<u8> {
    let app: &App = world.app(A);
    let who = world.official(A, "gromova").await;
    let signing = signing::with_power(app, &who, Power::ApproveRequest).await.unwrap();
    let link = app.links.all().next().unwrap();
    let key = link
        .record
        .body("KZ/region/north-kazakhstan")
        .unwrap()
        .key_at(app.clock.now().as_second())
        .unwrap()
        .key;
    let mut draft = Draft {
        kind: envelope::Kind::Request,
        class: 1,
        priority: 1,
        from_body: "RU/region/omsk".into(),
        to_bodies: vec!["KZ/region/north-kazakhstan".into()],
        from_node: "ru-oms".into(),
        to_node: "kz-nkz".into(),
        epoch: 1,
        seq: 1,
        created_s: app.clock.now().as_second(),
        expires_s: app.clock.now().as_second() + 3600,
        basis: LegalBasis { instrument: "x".into(), article: "1".into(), form: "operational-request".into() },
        case_ref: Hash::of("marchland/case/1", &[b"x"]),
        mandate: signing.hash(),
        second_mandate: None,
        in_reply_to: None,
        answer_by_s: None,
        attachments: None,
    };
    spoil(&mut draft);
    let sealed =
        envelope::seal(draft, b"not a message", &[key], signing.key, None, &mut marchland::setup::rng())
            .unwrap();
    sealed.envelope.bytes().to_vec()
}

#[tokio::test]
async fn every_kind_of_wrong_envelope_is_rejected_with_its_reason() {
    let world = World::new().await;
    let chain = chain(&world, "gromova").await;
    let now_s = world.clock.now().as_second();
    type Spoil = Box<dyn FnOnce(&mut Draft)>;
    let cases: Vec<(&str, Code, Spoil)> = vec![
        ("another node", Code::WrongNode, Box::new(|d| d.to_node = "kz-else".into())),
        ("a reflected one", Code::Reflected, Box::new(|d| d.from_node = "kz-nkz".into())),
        (
            "a body not served",
            Code::WrongAddressee,
            Box::new(|d| d.to_bodies = vec!["KZ/region/elsewhere".into()]),
        ),
        ("another epoch", Code::WrongEpoch, Box::new(|d| d.epoch = 2)),
        (
            "expired",
            Code::MessageExpired,
            Box::new(move |d| (d.created_s, d.expires_s) = (now_s - 100, now_s - 1)),
        ),
        (
            "from the future",
            Code::Clock,
            Box::new(move |d| (d.created_s, d.expires_s, d.seq) = (now_s + 3600, now_s + 7200, 2)),
        ),
        (
            "a form beyond the mandate",
            Code::ScopeForm,
            Box::new(|d| (d.basis.form, d.seq) = ("controlled-delivery".into(), 3)),
        ),
        ("a class beyond the mandate", Code::ScopeClass, Box::new(|d| (d.class, d.seq) = (9, 4))),
    ];
    for (what, code, spoil) in cases {
        let bytes = forged(&world, spoil).await;
        let first = post(&world, vec![bytes.clone()], vec![chain.clone()]).await;
        assert_eq!(proved(&world, &first[0]), Some(code), "{what}");
        assert_eq!(
            post(&world, vec![bytes], vec![chain.clone()]).await,
            first,
            "{what}: the same bytes, the same receipt"
        );
    }
    assert!(world.rows(B).await.is_empty(), "nothing became a case");
}

#[tokio::test]
async fn a_tampered_letter_is_rejected_and_the_genuine_one_still_arrives() {
    let mut world = World::new().await;
    let (genuine, chain) = sealed(&mut world).await;
    for at in [3, genuine.len() / 3, genuine.len() / 2, genuine.len() - 4] {
        let mut tampered = genuine.clone();
        tampered[at] ^= 0x10;
        let reply = post(&world, vec![tampered], vec![chain.clone()]).await;
        assert!(proved(&world, &reply[0]).is_some(), "a flipped bit at {at}");
    }
    let reply = post(&world, vec![genuine], vec![chain]).await;
    assert_eq!(proved(&world, &reply[0]), None);
    world.run(&[Work(B)]).await;
    assert_eq!(world.rows(B).await.len(), 1);
}

#[tokio::test]
async fn a_letter_without_its_mandate_waits_and_one_signed_by_another_key_is_rejected() {
    let mut world = World::new().await;
    let (genuine, chain) = sealed(&mut world).await;
    let unknown = post(&world, vec![genuine.clone()], Vec::new()).await;
    assert_eq!(
        unknown,
        vec![Reply::Refused(Code::MandateUnknown)],
        "nothing is stored; it may come again with its chain"
    );
    let stranger = SignKey::generate(&mut marchland::setup::rng());
    let parsed = envelope::parse(&genuine).unwrap();
    let b_key =
        world.app(A).links.all().next().unwrap().record.body("KZ/region/north-kazakhstan").unwrap().keys[0]
            .key;
    let draft = Draft {
        kind: parsed.header.kind,
        class: 1,
        priority: 1,
        from_body: parsed.header.from_body.clone(),
        to_bodies: parsed.header.to_bodies.clone(),
        from_node: "ru-oms".into(),
        to_node: "kz-nkz".into(),
        epoch: 1,
        seq: 1,
        created_s: parsed.header.created_s,
        expires_s: parsed.header.expires_s,
        basis: parsed.header.basis.clone(),
        case_ref: parsed.header.case_ref,
        mandate: parsed.header.signer.mandate,
        second_mandate: None,
        in_reply_to: None,
        answer_by_s: None,
        attachments: None,
    };
    let stolen =
        envelope::seal(draft, b"x", &[b_key], &stranger, None, &mut marchland::setup::rng()).unwrap();
    let reply = post(&world, vec![stolen.envelope.bytes().to_vec()], vec![chain.clone()]).await;
    assert_eq!(proved(&world, &reply[0]), Some(Code::Signer));
    let reply = post(&world, vec![genuine], vec![chain]).await;
    assert_eq!(proved(&world, &reply[0]), None, "the number of the lane was not used up by a stranger");
}

#[tokio::test]
async fn a_mandate_that_ended_signs_nothing() {
    let mut world = World::new().await;
    let (genuine, chain) = sealed(&mut world).await;
    let late = forged(&world, |d| {
        (d.seq, d.created_s, d.expires_s) = (2, d.created_s + 100 * 86_400, d.created_s + 101 * 86_400)
    })
    .await;
    world.run(&[Advance(std::time::Duration::from_secs(100 * 86_400))]).await;
    let reply = post(&world, vec![genuine, late], vec![chain]).await;
    assert_eq!(proved(&world, &reply[0]), Some(Code::MessageExpired), "it waited too long");
    assert_eq!(proved(&world, &reply[1]), Some(Code::Expired), "the mandate ended");
}

#[tokio::test]
async fn two_letters_for_one_number_freeze_the_lane_and_both_are_kept() {
    let mut world = World::new().await;
    let (genuine, chain) = sealed(&mut world).await;
    let second = forged(&world, |_| ()).await;
    let reply = post(&world, vec![genuine, second], vec![chain.clone()]).await;
    assert_eq!(proved(&world, &reply[0]), None);
    assert_eq!(proved(&world, &reply[1]), Some(Code::Equivocation));
    let next = forged(&world, |d| d.seq = 2).await;
    assert_eq!(post(&world, vec![next], vec![chain]).await, vec![Reply::Refused(Code::LaneFrozen)]);
}

#[tokio::test]
async fn a_payload_that_is_no_message_is_set_aside_with_a_signed_reason() {
    let world = World::new().await;
    let bytes = forged(&world, |_| ()).await;
    let chain = chain(&world, "gromova").await;
    let reply = post(&world, vec![bytes.clone()], vec![chain]).await;
    assert_eq!(proved(&world, &reply[0]), None, "the seal was good");
    marchland::work::register::all(world.app(B)).await.unwrap();
    assert!(world.rows(B).await.is_empty());
    let msg_id = envelope::parse(&bytes).unwrap().msg_id().to_string();
    let receipts = world.app(B).store.receipts_of(&msg_id).await.unwrap();
    assert_eq!(receipts.iter().map(|r| r.kind.as_str()).collect::<Vec<_>>(), ["undeliverable"]);
}

#[tokio::test]
async fn an_officers_mandate_for_correspondence_signs_no_request() {
    let world = World::new().await;
    let app = world.app(A);
    let who = world.official(A, "talnikova").await;
    let signing = signing::with_power(app, &who, Power::Correspond).await.unwrap();
    let content = request().check().unwrap();
    let asked = ask::law(app, &content.act(), LawSide::Acting, app.clock.now()).await.unwrap();
    let message = Message {
        v: 1,
        id: "m".into(),
        thread: "t".into(),
        from: content.from.clone(),
        to: content.to.clone(),
        post: "Duty officer".into(),
        at: app.clock.now(),
        body: MessageBody::Request { reference: "OMS-2026-09999".into(), content: Box::new(content) },
    };
    // The officer's software seals a whole request under the class of correspondence, the only one its mandate has.
    let posting = Posting {
        signing: &signing,
        power: Power::Correspond,
        decision: &asked.decision,
        urgent: false,
        in_reply_to: None,
    };
    let sealed = (letter(app, &message, posting).unwrap().seal)(1).unwrap();
    let reply = post(&world, vec![sealed.envelope.clone()], vec![signing.chain.clone()]).await;
    assert_eq!(proved(&world, &reply[0]), None, "as correspondence it is allowed");
    marchland::work::register::all(world.app(B)).await.unwrap();
    assert!(world.rows(B).await.is_empty(), "but inside it is a request, and no case is made of it");
}

#[tokio::test]
async fn what_is_no_exchange_at_all_is_refused_before_anything_is_stored() {
    let world = World::new().await;
    let b = world.app(B);
    let link = b.links.all().next().unwrap();
    for bytes in [Vec::new(), vec![0xff; 64], vec![0xbf; 9], vec![0; 5 * 1024 * 1024]] {
        assert!(matches!(receive(b, link, &bytes).await, Err(Unanswered::Refused(_))));
    }
    let other = Request {
        v: 1,
        from_node: "somebody".into(),
        to_node: "kz-nkz".into(),
        envelopes: Vec::new(),
        chains: Vec::new(),
        receipts: Vec::new(),
        revocations: None,
        heads: Heads::default(),
    };
    assert!(
        matches!(receive(b, link, &other.to_bytes()).await, Err(Unanswered::Refused(why)) if why.code == Code::WrongNode)
    );
}

#[tokio::test]
async fn a_neighbour_that_answers_nonsense_loses_nothing_of_ours() {
    let mut world = World::new().await;
    world.run(&[Compose, Submit, Approve]).await;
    let app = world.app(A).clone();
    let link = app.links.all().next().unwrap();
    for nonsense in [Vec::new(), vec![0xa0], vec![0xff; 1000]] {
        assert!(exchange(&app, link, async |_| Ok(nonsense)).await.is_err());
        app.store.release_outbox(&link.id).await.unwrap();
    }
    assert_eq!(app.store.waiting(&link.id).await.unwrap(), 1);
    world.run(&[Deliver(A), Work(B)]).await;
    assert_eq!(world.rows(B).await.len(), 1);
}

#[tokio::test]
async fn a_mandate_signs_no_more_than_its_daily_quota() {
    let world = World::new().await;
    let chain = chain(&world, "gromova").await;
    let quota = marchland_wire::mandate::check_chain(&chain, &world.app(B).links.roots)
        .unwrap()
        .leaf()
        .scope
        .daily_quota;
    for seq in 1..=u64::from(quota) {
        let bytes = forged(&world, |d| d.seq = seq).await;
        assert_eq!(
            proved(&world, &post(&world, vec![bytes], vec![chain.clone()]).await[0]),
            None,
            "message {seq}"
        );
    }
    let one_more = forged(&world, |d| d.seq = u64::from(quota) + 1).await;
    assert_eq!(proved(&world, &post(&world, vec![one_more], vec![chain]).await[0]), Some(Code::Quota));
}
