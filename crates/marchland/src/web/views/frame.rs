//! The frame around every page: top bar, rail by role, foot line.
//!
//! Never: shows a place the role may not open; such a page is "not found", so the rail must not promise it.

use super::icon::Icon;
use crate::web::l10n::{Lang, Words};

/// Address under which the browser files are served, with the hash of their content: `/assets/3f2a…`.
pub const ASSETS: &str = env!("MARCHLAND_ASSETS");

#[derive(Debug, Clone, Default)]
pub struct Frame {
    pub lang: Lang,
    pub theme: Theme,
    /// Single-letter keys are on unless the person switched them off.
    pub keys: bool,
    pub csrf: String,
    /// Address of this page, so that a switch of language or theme comes back to it.
    pub path: String,
    /// None before sign-in.
    pub user: Option<User>,
    pub clocks: Vec<PlaceClock>,
    pub place: Place,
    pub counts: Counts,
    pub foot: Foot,
    /// What the last act did, shown once above the page.
    pub notice: Option<Notice>,
    /// Whether the live parts (`/events`) may be asked for.
    pub live: bool,
}

#[derive(Debug, Clone, Default)]
pub struct User {
    /// Capt. I. Talnikova
    pub name: String,
    pub post: String,
    pub body: String,
    /// Omsk region · RU
    pub under: String,
    pub roles: Vec<Role>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    Officer,
    Head,
    Registrar,
    /// Legal adviser.
    Adviser,
    Auditor,
    Administrator,
    Guard,
    /// Shift lead at a crossing.
    Lead,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    #[default]
    Device,
    Light,
    Dark,
}

impl Theme {
    pub fn code(self) -> &'static str {
        match self {
            Theme::Device => "device",
            Theme::Light => "light",
            Theme::Dark => "dark",
        }
    }
}

/// A town and its time: `Isilkul 14:20`. The zone lets the script move the minute on.
#[derive(Debug, Clone, Default)]
pub struct PlaceClock {
    pub place: String,
    pub time: String,
    pub zone: String,
}

/// Where in the rail a page belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Place {
    #[default]
    Elsewhere,
    Desk,
    Requests,
    Incoming,
    Approvals,
    Framework,
    Instruments,
    Mandates,
    Counterparts,
    Audit,
    Admin,
    Keys,
    Crossing,
    BusList,
    HandIn,
    Released,
    Alerts,
}

/// Numbers in the rail; a zero is not shown.
#[derive(Debug, Clone, Copy, Default)]
pub struct Counts {
    /// What is late or due today: shown in red.
    pub desk: u64,
    pub requests: u64,
    pub incoming: u64,
    pub approvals: u64,
}

/// The foot line: links, log head, law.
#[derive(Debug, Clone, Default)]
pub struct Foot {
    pub links: Vec<FootLink>,
    /// `14:18`: when the neighbour last cosigned our log.
    pub log_witnessed: Option<String>,
    /// `2026.11` and the date the law is read at.
    pub law_pack: String,
    pub law_date: String,
    /// The pack on disk has mistakes and the last good one is in use.
    pub law_held_back: bool,
}

#[derive(Debug, Clone)]
pub struct FootLink {
    pub name: String,
    pub reach: Reach,
    /// `0.4 s` when linked; ignored otherwise.
    pub delay: String,
    pub waiting: u64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    Linked,
    Slow,
    Away,
}

impl Reach {
    pub fn class(self) -> &'static str {
        match self {
            Reach::Linked => "good",
            Reach::Slow => "soon",
            Reach::Away => "bad",
        }
    }

    pub fn icon(self) -> Icon {
        match self {
            Reach::Linked => Icon::Linked,
            Reach::Slow => Icon::Waiting,
            Reach::Away => Icon::Unlinked,
        }
    }
}

/// One sentence about what was just done.
#[derive(Debug, Clone)]
pub struct Notice {
    pub text: String,
    /// True when something did not work.
    pub bad: bool,
}

/// One line of the rail.
#[derive(Debug)]
pub struct RailItem {
    pub text: String,
    pub href: &'static str,
    pub count: u64,
    pub alarm: bool,
    pub current: bool,
}

impl RailItem {
    /// Key after `G` that goes there: D R I A L N M C U, by position.
    pub fn key(&self) -> Option<&'static str> {
        match self.href {
            "/desk" => Some("KeyD"),
            "/requests" => Some("KeyR"),
            "/incoming" => Some("KeyI"),
            "/approvals" => Some("KeyA"),
            "/framework" => Some("KeyL"),
            "/instruments" => Some("KeyN"),
            "/mandates" => Some("KeyM"),
            "/contacts" => Some("KeyC"),
            "/audit" => Some("KeyU"),
            _ => None,
        }
    }
}

/// One of the few places at the foot of a small screen.
#[derive(Debug)]
pub struct FootPlace {
    pub text: String,
    pub href: &'static str,
    pub icon: Icon,
    pub current: bool,
}

#[derive(Debug)]
pub struct RailGroup {
    pub title: String,
    pub items: Vec<RailItem>,
}

impl Frame {
    pub fn t(&self) -> Words {
        self.lang.words()
    }

    pub(crate) fn assets(&self) -> &'static str {
        ASSETS
    }

    pub fn has(&self, role: Role) -> bool {
        self.user.as_ref().is_some_and(|u| u.roles.contains(&role))
    }

    /// The rail of this person. Groups with nothing in them do not appear.
    pub fn rail(&self) -> Vec<RailGroup> {
        use Role::{Administrator, Adviser, Auditor, Guard, Head, Lead, Officer, Registrar};
        if self.user.is_none() {
            return Vec::new();
        }
        let t = self.t();
        let casework = [Officer, Head, Registrar];
        let everyone = [Officer, Head, Registrar, Adviser, Auditor, Administrator, Guard, Lead];
        let border = [Guard, Lead];
        let searching = [Officer, Head, Lead];
        let desks = [Officer, Head, Registrar, Lead];
        let groups = [
            (
                t.rail_border(),
                vec![
                    self.item(&border, Place::Crossing, t.crossing_title(), "/crossing", 0, false),
                    self.item(&border, Place::BusList, t.bus_title(), "/crossing/bus", 0, false),
                    self.item(&border, Place::HandIn, t.hand_in_title(), "/crossing/hand-in", 0, false),
                    self.item(&border, Place::Released, t.released_title(), "/crossing/released", 0, false),
                ],
            ),
            (
                t.rail_my_work(),
                vec![
                    self.item(&desks, Place::Desk, t.desk_title(), "/desk", self.counts.desk, true),
                    self.item(
                        &casework,
                        Place::Requests,
                        t.requests_title(),
                        "/requests",
                        self.counts.requests,
                        false,
                    ),
                    self.item(
                        &casework,
                        Place::Incoming,
                        t.incoming_title(),
                        "/incoming",
                        self.counts.incoming,
                        false,
                    ),
                    self.item(
                        &[Head],
                        Place::Approvals,
                        t.approvals_title(),
                        "/approvals",
                        self.counts.approvals,
                        false,
                    ),
                    self.item(&searching, Place::Alerts, t.alerts_title(), "/alerts", 0, false),
                ],
            ),
            (
                t.rail_law(),
                vec![
                    self.item(&everyone, Place::Framework, t.framework_title(), "/framework", 0, false),
                    self.item(&everyone, Place::Instruments, t.instruments_title(), "/instruments", 0, false),
                    self.item(&everyone, Place::Mandates, t.mandates_title(), "/mandates", 0, false),
                    self.item(&everyone, Place::Counterparts, t.counterparts_title(), "/contacts", 0, false),
                ],
            ),
            (
                t.rail_oversight(),
                vec![
                    self.item(&[Auditor], Place::Audit, t.audit_title(), "/audit", 0, false),
                    self.item(&[Administrator], Place::Admin, t.admin_title(), "/admin", 0, false),
                ],
            ),
        ];
        groups
            .into_iter()
            .map(|(title, items)| RailGroup { title, items: items.into_iter().flatten().collect() })
            .filter(|group| !group.items.is_empty())
            .collect()
    }

    /// At most four places for the foot bar of a small screen.
    pub fn places(&self) -> Vec<FootPlace> {
        const PLACES_MAX: usize = 4;
        let icon = |href: &str| match href {
            "/desk" => Icon::Inbox,
            "/crossing" => Icon::Scan,
            "/requests" => Icon::Sent,
            "/incoming" => Icon::Delivered,
            "/approvals" => Icon::Approved,
            _ => Icon::Document,
        };
        let items = self.rail().into_iter().flat_map(|group| group.items);
        items
            .take(PLACES_MAX)
            .map(|i| FootPlace { icon: icon(i.href), text: i.text, href: i.href, current: i.current })
            .collect()
    }

    fn item(
        &self,
        roles: &[Role],
        place: Place,
        text: String,
        href: &'static str,
        count: u64,
        alarm: bool,
    ) -> Option<RailItem> {
        let allowed = roles.iter().any(|role| self.has(*role));
        allowed.then(|| RailItem { text, href, count, alarm, current: self.place == place })
    }
}
