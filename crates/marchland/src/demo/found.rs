//! Founding the demo: two states with their ceremonies, two nodes, invented people, the law shipped here.
//!
//! Never: founds over existing data; names a real person or case.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use marchland_casework::{FORMS, SEARCH_FORM};
use marchland_law::{Confirmation, ConfirmedCondition, Text};
use serde::Deserialize;

use crate::access::Hashing;
use crate::acts::power;
use crate::config::{BodyEntry, Config, Crossing, OwnRule, ScreeningRules};
use crate::keyring::Keyring;
use crate::setup::{self, FoundedBody, MANDATE_DAYS, StateKeys, rng};
use crate::store::Store;
use crate::store::confirmation::{self, ConfirmationRow};
use crate::store::neighbour::NeighbourRow;
use crate::store::people::{MandateRow, Official, Role};
use marchland_wire::keys::SignKey;

/// Shared by all invented people; printed, never used outside a demo.
pub const PASSWORD: &str = "marchland";
/// Known only in part: the demo ships with the confirmation of both legal advisers.
const CONFIRMED: [&str; 2] = ["ru-kz-mvd-border-1998", "cis-search-treaty-2010"];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Border {
    body: Vec<BodyEntry>,
    #[serde(rename = "own-rule")]
    own_rule: Vec<OwnRule>,
    node: Vec<NodeOf>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NodeOf {
    node: String,
    state: String,
    register: String,
    serves: Vec<String>,
    #[serde(default)]
    crossing: Vec<Crossing>,
    official: Vec<Person>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Person {
    login: String,
    name: String,
    role: String,
    body: String,
    lang: String,
    post: Text,
    /// Powers of the mandate; without any, the mandate lets its holder state that something was read.
    #[serde(default)]
    mandate: Vec<String>,
}

/// A founded node: what a process needs to serve it.
#[derive(Clone, Debug)]
pub struct NodeAt {
    pub id: String,
    pub register: String,
    pub folder: PathBuf,
    pub config: PathBuf,
    pub web: SocketAddr,
    pub peer: SocketAddr,
}

#[derive(Debug, thiserror::Error)]
#[error("the demo could not be founded: {what}: {why}")]
pub struct NotFounded {
    what: &'static str,
    why: String,
}

fn failed<E: std::fmt::Display>(what: &'static str) -> impl Fn(E) -> NotFounded {
    move |why| NotFounded { what, why: why.to_string() }
}

/// Founds both nodes under `data`, or finds them as they were left. Web and peer doors take four ports from `base_port`.
pub async fn found(data: &Path, base_port: u16, now: jiff::Timestamp) -> Result<Vec<NodeAt>, NotFounded> {
    let border: Border =
        toml::from_str(include_str!("../../demo/border.toml")).map_err(failed("border.toml"))?;
    let done = data.join("founded");
    if !done.exists() {
        // A founding that was cut short left nothing anybody used: start over.
        if data.exists() {
            std::fs::remove_dir_all(data).map_err(failed("clearing a founding that was cut short"))?;
        }
        found_border(&border, data, base_port, now).await?;
        std::fs::write(&done, now.to_string()).map_err(failed("marking the founding as done"))?;
    }
    border.node.iter().map(|node| at(node, data)).collect()
}

fn at(node: &NodeOf, data: &Path) -> Result<NodeAt, NotFounded> {
    let folder = data.join(&node.node);
    let config = folder.join("node.toml");
    let read = Config::read(&config).map_err(failed("reading back the configuration"))?;
    Ok(NodeAt { id: read.node, register: read.register, folder, config, web: read.web, peer: read.peer })
}

struct Half<'a> {
    node: &'a NodeOf,
    config: Config,
    state: StateKeys,
    bodies: Vec<FoundedBody>,
    keyring: Keyring,
    record: Vec<u8>,
}

async fn found_border(
    border: &Border,
    data: &Path,
    base_port: u16,
    now: jiff::Timestamp,
) -> Result<(), NotFounded> {
    let states: Vec<String> = border.node.iter().map(|node| node.state.clone()).collect();
    let mut halves = Vec::new();
    for (i, node) in (0_u16..).zip(&border.node) {
        let local = |offset: u16| SocketAddr::from(([127, 0, 0, 1], base_port + offset + i));
        let config = Config {
            node: node.node.clone(),
            state: node.state.clone(),
            data: data.join(&node.node),
            law: None,
            web: local(1),
            peer: local(11),
            register: node.register.clone(),
            bodies: border
                .body
                .iter()
                .map(|body| BodyEntry { ours: node.serves.contains(&body.id), ..body.clone() })
                .collect(),
            own_rules: border.own_rule.clone(),
            crossings: node.crossing.clone(),
            screening: ScreeningRules::default(),
        };
        std::fs::create_dir_all(&config.data).map_err(failed("making the data folder"))?;
        halves.push(half(node, config, &states, now)?);
    }
    for half in &halves {
        let others: Vec<&Half<'_>> =
            halves.iter().filter(|other| other.node.node != half.node.node).collect();
        settle(half, &others, now).await?;
    }
    Ok(())
}

/// The ceremony of one state: root, registrar, bodies, node keys, the record its neighbour will pin.
fn half<'a>(
    node: &'a NodeOf,
    config: Config,
    states: &[String],
    now: jiff::Timestamp,
) -> Result<Half<'a>, NotFounded> {
    let now_s = now.as_second();
    let state = StateKeys::found(&node.state, now_s).map_err(failed("founding the state"))?;
    let peers: Vec<String> = states.iter().filter(|other| **other != node.state).cloned().collect();
    let mut bodies = Vec::new();
    for entry in config.bodies.iter().filter(|body| body.ours) {
        bodies.push(state.body(entry, &peers, now_s).map_err(failed("founding a body"))?);
    }
    let keys = bodies.iter().map(|body| (body.id.clone(), body.keys.clone())).collect::<BTreeMap<_, _>>();
    let mut keyring = setup::keyring(vec!["127.0.0.1".to_owned(), "localhost".to_owned()], keys)
        .map_err(failed("making node keys"))?;
    for person in &node.official {
        keyring.officials.insert(official_id(node, person), SignKey::generate(&mut rng()));
    }
    let address = format!("https://{}", config.peer);
    let record = state
        .neighbour_record(&node.node, &address, &keyring, &bodies, now_s)
        .map_err(failed("signing the node's record"))?;
    Ok(Half { node, config, state, bodies, keyring, record })
}

/// Writes a node's folder and fills its database.
async fn settle(half: &Half<'_>, others: &[&Half<'_>], now: jiff::Timestamp) -> Result<(), NotFounded> {
    let config = &half.config;
    half.keyring.write(&config.keyring()).map_err(failed("writing the keyring"))?;
    std::fs::write(config.own_record(), &half.record).map_err(failed("writing the node's record"))?;
    let text = toml::to_string_pretty(config).map_err(failed("writing the configuration"))?;
    std::fs::write(config.data.join("node.toml"), text).map_err(failed("writing the configuration"))?;

    let store = Store::open(&config.database()).await.map_err(failed("opening the database"))?;
    let hash = Hashing::default().hash(PASSWORD).map_err(failed("hashing the demo password"))?;
    let mut tx = store.begin().await.map_err(failed("filling the database"))?;
    for other in others {
        let row = NeighbourRow {
            id: other.node.node.clone(),
            state: other.state.state.clone(),
            url: format!("https://{}", other.config.peer),
            record: other.record.clone(),
            certificate: other.keyring.tls.certificate.to_vec(),
            linked_at_ms: now.as_millisecond(),
            answered_at_ms: None,
            answer_ms: None,
            failing_since_ms: None,
            failure: None,
            retry_at_ms: 0,
            attempt_count: 0,
        };
        store.link(&mut tx, &row).await.map_err(failed("linking the neighbour"))?;
    }
    for person in &half.node.official {
        let official = official(half.node, person, &hash)?;
        store.add_official(&mut tx, &official).await.map_err(failed("adding an official"))?;
        if let Some(mandate) = mandate(half, person, &official, now)? {
            store.add_mandate(&mut tx, &mandate).await.map_err(failed("adding a mandate"))?;
        }
        if official.role == Role::Adviser {
            for instrument in CONFIRMED {
                let row = confirmed(&official, config, instrument, now)?;
                confirmation::add(&mut tx, &row)
                    .await
                    .map_err(failed("recording the adviser's confirmation"))?;
            }
        }
    }
    tx.commit().await.map_err(failed("filling the database"))?;
    store.close().await;
    Ok(())
}

fn official_id(node: &NodeOf, person: &Person) -> String {
    format!("{}/{}", node.node, person.login)
}

fn official(node: &NodeOf, person: &Person, hash: &str) -> Result<Official, NotFounded> {
    Ok(Official {
        id: official_id(node, person),
        login: person.login.clone(),
        name: person.name.clone(),
        post: person.post.clone(),
        body: person.body.clone(),
        role: Role::parse(&person.role).ok_or_else(|| failed("role in border.toml")(&person.role))?,
        password_hash: hash.to_owned(),
        lang: person.lang.clone(),
        theme: "device".to_owned(),
        keys_on: true,
        failed_count: 0,
        locked_until_ms: None,
    })
}

/// Case workers get a mandate in the name of the regional body, which alone may act across the border.
fn mandate(
    half: &Half<'_>,
    person: &Person,
    official: &Official,
    now: jiff::Timestamp,
) -> Result<Option<MandateRow>, NotFounded> {
    if !matches!(official.role, Role::Officer | Role::Head | Role::Registrar | Role::Guard | Role::Lead) {
        return Ok(None);
    }
    let above = half
        .config
        .body(&person.body)
        .filter(|body| body.level == "district")
        .and_then(|body| body.parent.clone());
    let in_name_of = above.unwrap_or_else(|| person.body.clone());
    let body = half
        .bodies
        .iter()
        .find(|body| body.id == in_name_of)
        .ok_or_else(|| failed("body of a mandate")(&in_name_of))?;
    let powers = person
        .mandate
        .iter()
        .map(|code| power::parse(code).ok_or_else(|| failed("power in border.toml")(code)))
        .collect::<Result<Vec<_>, _>>()?;
    let key =
        half.keyring.officials.get(&official.id).ok_or_else(|| failed("key of an official")(&official.id))?;
    let (link, chain) = body
        .mandate(&person.post.en, key, &powers, &[FORMS[0], FORMS[1], SEARCH_FORM], now.as_second())
        .map_err(failed("issuing a mandate"))?;
    Ok(Some(MandateRow {
        id: link.id.to_string(),
        hash: link.hash().to_string(),
        official: official.id.clone(),
        body: in_name_of,
        chain,
        acts: serde_json::to_string(&person.mandate).map_err(failed("powers"))?,
        from_ms: link.not_before_s * 1000,
        until_ms: now.as_millisecond() + MANDATE_DAYS * 86_400_000,
        revoked_at_ms: None,
    }))
}

fn confirmed(
    adviser: &Official,
    config: &Config,
    instrument: &str,
    now: jiff::Timestamp,
) -> Result<ConfirmationRow, NotFounded> {
    let zone = config.body(&adviser.body).and_then(|body| jiff::tz::TimeZone::get(&body.zone).ok());
    let confirmation = Confirmation {
        id: format!("{}/{instrument}", config.node).into(),
        body: adviser.body.as_str().into(),
        instrument: instrument.into(),
        rule: None,
        post: adviser.post.clone(),
        // The day before, so that the demo works from its first minute on both sides of midnight.
        date: now
            .to_zoned(zone.unwrap_or(jiff::tz::TimeZone::UTC))
            .date()
            .yesterday()
            .map_err(failed("date"))?,
        reason: "for this demonstration only; the text was not read, and a real adviser obtains it first"
            .into(),
        revoked: None,
        conditions: vec![ConfirmedCondition {
            code: "approval".into(),
            params: BTreeMap::from([("post".into(), "head-of-regional-body".into())]),
        }],
    };
    Ok(ConfirmationRow {
        id: confirmation.id.to_string(),
        body: adviser.body.clone(),
        instrument: instrument.to_owned(),
        doc: serde_json::to_string(&confirmation).map_err(failed("confirmation"))?,
        at_ms: now.as_millisecond(),
        revoked_at_ms: None,
    })
}
