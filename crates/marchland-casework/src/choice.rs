//! Codes of the closed lists that people choose from: one table per list, read both ways.
//!
//! Never: holds labels. The node translates codes.

use crate::content::{OralMeans, Purpose, SubjectCategory, UrgencyTest};
use crate::handling::{HandlingCode, InformationGrade, SourceGrade};

/// A closed list with a stable code for each entry.
pub trait Choice: Copy + Sized + PartialEq + 'static {
    const TABLE: &'static [(Self, &'static str)];

    fn code(self) -> &'static str {
        Self::TABLE.iter().find(|(value, _)| *value == self).map_or("", |(_, code)| code)
    }

    fn from_code(code: &str) -> Option<Self> {
        Self::TABLE.iter().find(|(_, known)| *known == code).map(|(value, _)| *value)
    }

    fn codes() -> Vec<&'static str> {
        Self::TABLE.iter().map(|(_, code)| *code).collect()
    }
}

impl Choice for SubjectCategory {
    const TABLE: &'static [(Self, &'static str)] = &[
        (Self::Suspect, "suspect"),
        (Self::Convicted, "convicted"),
        (Self::Wanted, "wanted"),
        (Self::Victim, "victim"),
        (Self::Witness, "witness"),
        (Self::Missing, "missing"),
        (Self::Contact, "contact"),
        (Self::Other, "other"),
        (Self::NoPerson, "no-person"),
    ];
}

impl Choice for Purpose {
    const TABLE: &'static [(Self, &'static str)] = &[
        (Self::Prevention, "prevention"),
        (Self::Detection, "detection"),
        (Self::Investigation, "investigation"),
        (Self::Search, "search"),
        (Self::ProtectionOfLife, "protection-of-life"),
    ];
}

impl Choice for UrgencyTest {
    const TABLE: &'static [(Self, &'static str)] = &[
        (Self::PublicSecurity, "public-security"),
        (Self::LifeOrBody, "life-or-body"),
        (Self::Liberty, "liberty"),
        (Self::InformationLost, "information-lost"),
    ];
}

impl Choice for OralMeans {
    const TABLE: &'static [(Self, &'static str)] =
        &[(Self::Telephone, "telephone"), (Self::Radio, "radio"), (Self::InPerson, "in-person")];
}

impl Choice for HandlingCode {
    const TABLE: &'static [(Self, &'static str)] =
        &[(Self::H0, "H0"), (Self::H1, "H1"), (Self::H2, "H2"), (Self::H3, "H3")];
}

impl Choice for SourceGrade {
    const TABLE: &'static [(Self, &'static str)] =
        &[(Self::A, "A"), (Self::B, "B"), (Self::C, "C"), (Self::X, "X")];
}

impl Choice for InformationGrade {
    const TABLE: &'static [(Self, &'static str)] =
        &[(Self::One, "1"), (Self::Two, "2"), (Self::Three, "3"), (Self::Four, "4")];
}
