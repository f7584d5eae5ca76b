//! What a mandate allows, as sets that can only become smaller down a chain. spec/mandate.md, section "Scope".
//!
//! Never: a language. A scope is a closed record; "narrower" is decided field by field.

use std::collections::BTreeSet;

use minicbor::{Decode, Decoder, Encode, Encoder, data::Type, decode, encode};

use crate::code::{Code, Refused};

/// Anything, or only what is listed. On the wire: null, or a sorted array without repetition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Set<T: Ord> {
    Any,
    Only(BTreeSet<T>),
}

impl<T: Ord + Clone> Set<T> {
    pub fn only(items: impl IntoIterator<Item = T>) -> Set<T> {
        Set::Only(items.into_iter().collect())
    }

    pub fn has(&self, item: &T) -> bool {
        match self {
            Set::Any => true,
            Set::Only(items) => items.contains(item),
        }
    }

    /// Whether everything here is also there.
    pub fn within(&self, wider: &Set<T>) -> bool {
        match (self, wider) {
            (_, Set::Any) => true,
            (Set::Any, Set::Only(_)) => false,
            (Set::Only(ours), Set::Only(theirs)) => ours.is_subset(theirs),
        }
    }
}

impl<C, T: Ord + Encode<C>> Encode<C> for Set<T> {
    fn encode<W: encode::Write>(
        &self,
        e: &mut Encoder<W>,
        ctx: &mut C,
    ) -> Result<(), encode::Error<W::Error>> {
        match self {
            Set::Any => e.null()?.ok(),
            Set::Only(items) => {
                e.array(items.len() as u64)?;
                items.iter().try_for_each(|item| item.encode(e, ctx))
            }
        }
    }
}

impl<'b, C, T: Ord + Decode<'b, C>> Decode<'b, C> for Set<T> {
    fn decode(d: &mut Decoder<'b>, ctx: &mut C) -> Result<Self, decode::Error> {
        if d.datatype()? == Type::Null {
            d.null()?;
            return Ok(Set::Any);
        }
        // Order and repetition need no check here: writing the set again must give the same bytes.
        d.array_iter_with(ctx)?.collect::<Result<BTreeSet<T>, _>>().map(Set::Only)
    }
}

/// What the holder of a mandate may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
#[cbor(index_only)]
pub enum Act {
    /// Sign a request or what belongs to one: correction, recall, clarification, oral confirmation.
    #[n(0)]
    SignRequest,
    /// Sign an answer or a position on a request.
    #[n(1)]
    SignAnswer,
    /// Give information unasked.
    #[n(2)]
    SignInformation,
    /// Register what arrived under a number.
    #[n(3)]
    Register,
    /// Confirm having read.
    #[n(4)]
    Read,
    /// Confirm having taken charge.
    #[n(5)]
    Acknowledge,
    /// Order a deletion or a hold.
    #[n(6)]
    Delete,
}

/// An instrument, whole or one article of it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
pub struct Ground {
    #[n(0)]
    pub instrument: String,
    /// `None`: every article.
    #[n(1)]
    pub article: Option<String>,
}

impl Ground {
    fn covers(&self, other: &Ground) -> bool {
        self.instrument == other.instrument && (self.article.is_none() || self.article == other.article)
    }
}

/// The closed list of what a mandate limits. A child may only be narrower in every field.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Scope {
    #[n(0)]
    pub acts: Set<Act>,
    /// Forms of cooperation.
    #[n(1)]
    pub forms: Set<String>,
    /// States towards which the holder may act.
    #[n(2)]
    pub peers: Set<String>,
    /// Own territories for which the holder may act.
    #[n(3)]
    pub territories: Set<String>,
    /// Instruments and articles the holder may rely on.
    #[n(4)]
    pub grounds: Set<Ground>,
    /// Classes of messages (header field `class`).
    #[n(5)]
    pub classes: Set<u8>,
    /// Signed messages per day; the node that accepts them counts.
    #[n(6)]
    pub daily_quota: u32,
    /// Classes that also need a second official's signature. Here more is narrower.
    #[n(7)]
    pub four_eyes: Set<u8>,
}

/// One use of a mandate, to be measured against its scope.
#[derive(Debug, Clone, Copy)]
pub struct Use<'a> {
    pub act: Act,
    pub form: &'a str,
    pub peer: &'a str,
    pub instrument: &'a str,
    pub article: &'a str,
    pub class: u8,
}

impl Scope {
    /// Everything; the starting point from which a registrar's link narrows.
    pub fn everything(daily_quota: u32) -> Scope {
        Scope {
            acts: Set::Any,
            forms: Set::Any,
            peers: Set::Any,
            territories: Set::Any,
            grounds: Set::Any,
            classes: Set::Any,
            daily_quota,
            four_eyes: Set::only([]),
        }
    }

    /// Whether a parent with `wider` scope may grant this one; names the first field that is not narrower.
    pub fn within(&self, wider: &Scope) -> Result<(), Refused> {
        let wide = |field: &str| Err(Refused::new(Code::Wider, format!("mandate scope, {field}")));
        if !self.acts.within(&wider.acts) {
            return wide("acts");
        }
        if !self.forms.within(&wider.forms) {
            return wide("forms");
        }
        if !self.peers.within(&wider.peers) {
            return wide("peers");
        }
        if !self.territories.within(&wider.territories) {
            return wide("territories");
        }
        if !self.grounds_within(wider) {
            return wide("grounds");
        }
        if !self.classes.within(&wider.classes) {
            return wide("classes");
        }
        if self.daily_quota > wider.daily_quota {
            return wide("daily quota");
        }
        if !wider.four_eyes.within(&self.four_eyes) {
            return wide("four eyes");
        }
        Ok(())
    }

    /// Whether this use is covered. Territory and quota are the node's to measure: it knows the case and the count.
    pub fn permits(&self, wanted: &Use<'_>) -> Result<(), Refused> {
        let ground =
            Ground { instrument: wanted.instrument.to_owned(), article: Some(wanted.article.to_owned()) };
        let covered = [
            (self.acts.has(&wanted.act), Code::ScopeAct),
            (self.forms.has(&wanted.form.to_owned()), Code::ScopeForm),
            (self.peers.has(&wanted.peer.to_owned()), Code::ScopePeer),
            (self.covers(&ground), Code::ScopeBasis),
            (self.classes.has(&wanted.class), Code::ScopeClass),
        ];
        match covered.into_iter().find(|(yes, _)| !yes) {
            Some((_, code)) => Err(Refused::new(code, "mandate scope")),
            None => Ok(()),
        }
    }

    fn covers(&self, ground: &Ground) -> bool {
        match &self.grounds {
            Set::Any => true,
            Set::Only(grounds) => grounds.iter().any(|g| g.covers(ground)),
        }
    }

    fn grounds_within(&self, wider: &Scope) -> bool {
        match (&self.grounds, &wider.grounds) {
            (_, Set::Any) => true,
            (Set::Any, Set::Only(_)) => false,
            (Set::Only(ours), Set::Only(_)) => ours.iter().all(|g| wider.covers(g)),
        }
    }
}
