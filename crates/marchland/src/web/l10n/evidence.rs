//! Why a field of a check weighs what it does, in the reader's language. The engine's own sentence is English.
//!
//! Never: weighs; leaves a reason out.

use marchland_screening::Reason;
use marchland_screening::objects::{ObjectEvidence, ObjectField, ObjectReason};

use super::{Lang, Words};

impl Lang {
    /// All reasons of a field, parted by semicolons.
    pub fn reasons(self, reasons: &[Reason]) -> String {
        let t = self.words();
        reasons.iter().map(|reason| one(self, t, *reason)).collect::<Vec<_>>().join("; ")
    }
}

fn one(lang: Lang, t: Words, reason: Reason) -> String {
    match reason {
        Reason::BornMissing => t.reason_born_missing(),
        Reason::SameDay => t.reason_same_day(),
        Reason::SameMonth => t.reason_same_month(),
        Reason::SameYear => t.reason_same_year(),
        Reason::DaySwapped => t.reason_day_swapped(),
        Reason::OneDigit => t.reason_one_digit(),
        Reason::BornExcluded => t.reason_born_excluded(),
        Reason::SameSex => t.reason_same_sex(),
        Reason::OtherSex => t.reason_other_sex(),
        Reason::SexMissing => t.reason_sex_missing(),
        Reason::SameNationality => t.reason_same_nationality(),
        Reason::OtherNationality => t.reason_other_nationality(),
        Reason::NationalityMissing => t.reason_nationality_missing(),
        Reason::OtherPart => t.reason_other_part(),
        Reason::Variant => t.reason_variant(),
        Reason::Short => t.reason_short(),
        Reason::Initial => t.reason_initial(),
        Reason::Cut => t.reason_cut(),
        Reason::Same => t.reason_same(),
        Reason::SpeltAfter(table) => t.reason_spelt_after(table),
        Reason::Ending => t.reason_ending(),
        Reason::Formed => t.reason_formed(),
        Reason::SoundsSame => t.reason_sounds_same(),
        Reason::Errors(n) => t.reason_errors(lang.decimal(f64::from(n), 1)),
        Reason::HalfAbsent => t.reason_half_absent(),
        Reason::NameMissing => t.reason_name_missing(),
        Reason::NoWordFits => t.reason_no_word_fits(),
        Reason::OtherLayout => t.reason_other_layout(),
    }
}

impl Words {
    /// All reasons of a property of a thing, parted by semicolons.
    pub fn object_reasons(&self, evidence: &ObjectEvidence) -> String {
        let number = evidence.field == ObjectField::Number;
        let one = |reason: &ObjectReason| match reason {
            ObjectReason::Same if number => self.reason_number_same(),
            ObjectReason::Same => self.reason_thing_same(),
            ObjectReason::LookAlike => self.reason_number_look_alike(),
            ObjectReason::OneMisread => self.reason_number_one_misread(),
            ObjectReason::OneMissing => self.reason_number_one_missing(),
            ObjectReason::OneExtra => self.reason_number_one_extra(),
            ObjectReason::Swapped => self.reason_number_swapped(),
            ObjectReason::Former => self.reason_number_former(),
            ObjectReason::Aloud => self.reason_number_aloud(),
            ObjectReason::Differs => self.reason_thing_differs(),
            ObjectReason::Missing => self.reason_thing_missing(),
            ObjectReason::Doubtful => self.reason_thing_doubtful(),
        };
        evidence.reasons.iter().map(one).collect::<Vec<_>>().join("; ")
    }
}
