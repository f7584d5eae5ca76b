//! What an operator sets: one TOML file per node, read once at start.
//!
//! Never: holds a secret (keys live in the keyring file beside the database).

use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use marchland_law::Text;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Config {
    /// Node id, as in the signed record its neighbours hold, e.g. "ru-oms".
    pub node: String,
    /// ISO 3166-1 alpha-2 code of the state the node serves.
    pub state: String,
    /// Where database, keyring and the last good law are kept.
    pub data: PathBuf,
    /// Folder of the law; absent: the law shipped inside the binary.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub law: Option<PathBuf>,
    /// Address of the workbench and the API.
    pub web: SocketAddr,
    /// Address of the peer door.
    pub peer: SocketAddr,
    /// Prefix of register numbers, e.g. "OMS".
    pub register: String,
    /// Police bodies of this node and of its neighbours.
    #[serde(rename = "body")]
    pub bodies: Vec<BodyEntry>,
    /// The body's own rules: time limits where the law has none. Never shown as a treaty's.
    #[serde(default, rename = "own-rule")]
    pub own_rules: Vec<OwnRule>,
    /// Crossing points where officials of this node check travellers.
    #[serde(default, rename = "crossing", skip_serializing_if = "Vec::is_empty")]
    pub crossings: Vec<Crossing>,
    #[serde(default)]
    pub screening: ScreeningRules,
}

/// A crossing point of this node.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Crossing {
    pub id: String,
    pub name: Text,
    /// The body whose officials check there.
    pub body: String,
    /// Lanes are numbered from 1.
    pub lanes: u8,
}

/// How long anything about a traveller or an ended alert is kept. Longer than a maximum is refused at the start.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ScreeningRules {
    /// Hours for which a traveller without a hit is kept, to be compared with alerts that come later; 0 keeps none.
    pub keep_hours: u16,
    /// Hours for which a traveller with a hit is kept, until people have settled it.
    pub keep_hit_hours: u16,
    /// Days after its end at which the person of an alert is erased.
    pub keep_ended_days: u16,
    /// Minutes after which a snapshot is too old to decide.
    pub snapshot_max_age_min: u32,
    /// Days before its end at which the issuer of an alert is reminded.
    pub remind_days: u16,
}

impl Default for ScreeningRules {
    fn default() -> Self {
        Self {
            keep_hours: 24,
            keep_hit_hours: 72,
            keep_ended_days: 30,
            snapshot_max_age_min: 240,
            remind_days: 14,
        }
    }
}

const KEEP_HOURS_MAX: u16 = 24;
const KEEP_HIT_HOURS_MAX: u16 = 24 * 7;

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BodyEntry {
    pub id: String,
    pub state: String,
    /// central | regional | district | unit
    pub level: String,
    /// What it is, e.g. "internal-affairs".
    pub kind: String,
    /// ISO 3166-2 code of its region; a central body has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region: Option<String>,
    /// The body above it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<String>,
    pub name: Text,
    /// Short name for clocks and rows, e.g. the town.
    pub short: Text,
    /// IANA time zone.
    pub zone: String,
    /// True for bodies this node serves.
    #[serde(default)]
    pub ours: bool,
}

/// A time limit of the house.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OwnRule {
    pub n: u32,
    /// What it limits: answer | urgent-answer | register | oral-confirmation | first-read | hit-notice
    pub of: String,
    pub amount: u32,
    /// hours | days | working-days
    pub unit: String,
    pub says: Text,
}

#[derive(Debug, thiserror::Error)]
pub enum BadConfig {
    #[error("{file}: cannot be read: {why}; check the path and its permissions")]
    Unreadable { file: String, why: std::io::Error },
    #[error("{file}: {why}")]
    Syntax { file: String, why: Box<toml::de::Error> },
    #[error("{file}: {what}; correct the file and start again")]
    Wrong { file: String, what: String },
}

impl Config {
    pub fn read(file: &Path) -> Result<Self, BadConfig> {
        let name = file.display().to_string();
        let text =
            std::fs::read_to_string(file).map_err(|why| BadConfig::Unreadable { file: name.clone(), why })?;
        let config: Self = toml::from_str(&text)
            .map_err(|why| BadConfig::Syntax { file: name.clone(), why: Box::new(why) })?;
        config.check().map_err(|what| BadConfig::Wrong { file: name, what })?;
        Ok(config)
    }

    fn check(&self) -> Result<(), String> {
        if !self.bodies.iter().any(|body| body.ours) {
            return Err("no body has `ours = true`: the node serves nobody".to_owned());
        }
        let rules = &self.screening;
        if rules.keep_hours > KEEP_HOURS_MAX || rules.keep_hit_hours > KEEP_HIT_HOURS_MAX {
            return Err(format!(
                "screening: travellers without a hit are kept at most {KEEP_HOURS_MAX} hours, with a hit at most {KEEP_HIT_HOURS_MAX}"
            ));
        }
        for crossing in &self.crossings {
            if !self.bodies.iter().any(|body| body.ours && body.id == crossing.body) {
                return Err(format!(
                    "crossing {}: its body {:?} is not one this node serves",
                    crossing.id, crossing.body
                ));
            }
        }
        for body in &self.bodies {
            if jiff::tz::TimeZone::get(&body.zone).is_err() {
                return Err(format!(
                    "body {}: unknown time zone {:?}, expected an IANA name such as Asia/Omsk",
                    body.id, body.zone
                ));
            }
            if let Some(parent) = &body.parent
                && !self.bodies.iter().any(|other| other.id == *parent)
            {
                return Err(format!("body {}: its parent {parent:?} is not listed", body.id));
            }
        }
        Ok(())
    }

    pub fn body(&self, id: &str) -> Option<&BodyEntry> {
        self.bodies.iter().find(|body| body.id == id)
    }

    /// A body and every body beneath it.
    pub fn within<'a>(&'a self, id: &'a str) -> Vec<&'a str> {
        let mut found = vec![id];
        let mut i = 0;
        while i < found.len() {
            let above = found[i];
            for body in &self.bodies {
                if body.parent.as_deref() == Some(above) && !found.contains(&body.id.as_str()) {
                    found.push(&body.id);
                }
            }
            i += 1;
        }
        found
    }

    pub fn database(&self) -> PathBuf {
        self.data.join("marchland.db")
    }

    pub fn keyring(&self) -> PathBuf {
        self.data.join("keyring.json")
    }

    /// What neighbours hold about this node, as the registrar signed it.
    pub fn own_record(&self) -> PathBuf {
        self.data.join("node.record")
    }

    /// The signed list of alerts that posts start from.
    pub fn snapshot(&self) -> PathBuf {
        self.data.join("screening.snapshot")
    }

    pub fn last_good_law(&self) -> PathBuf {
        self.data.join("law-last-good.json")
    }
}
