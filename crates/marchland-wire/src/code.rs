//! The closed list of reasons for which bytes, keys, mandates or messages are refused. spec/sync.md, section "Codes".
//!
//! A code has a number on the wire, a stable name for machines and a sentence for people. Numbers are never reused.
//!
//! Never: carries content, personal data or a key. What is refused is named by field, not by value.

use std::fmt;

use minicbor::{Decode, Decoder, Encode, Encoder, decode, encode};

macro_rules! codes {
    ($($number:literal $variant:ident $name:literal $sentence:literal)*) => {
        /// Why something was refused.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code { $(#[doc = $sentence] $variant,)* }

        impl Code {
            pub const ALL: &'static [Code] = &[$(Code::$variant,)*];

            pub const fn number(self) -> u16 { match self { $(Code::$variant => $number,)* } }

            pub const fn name(self) -> &'static str { match self { $(Code::$variant => $name,)* } }

            pub const fn sentence(self) -> &'static str { match self { $(Code::$variant => $sentence,)* } }

            pub const fn from_number(number: u16) -> Option<Code> {
                match number { $($number => Some(Code::$variant),)* _ => None }
            }
        }
    };
}

codes! {
    1  Malformed          "malformed"            "the bytes do not have the agreed shape; the sender must correct its encoder"
    2  NotCanonical       "not-canonical"        "the bytes are readable but not in the one agreed spelling; the sender must encode canonically"
    3  Oversize           "oversize"             "the bytes are larger than agreed; send less or use an attachment"
    4  Version            "unsupported-version"  "this version of the format is not spoken here; the nodes must agree on one"
    5  Suite              "unsupported-suite"    "this set of algorithms is not accepted here; a lower one is never accepted after a higher one"
    6  Signature          "signature-invalid"    "the signature does not fit the bytes and the named key"
    7  Signer             "signer-mismatch"      "the message was signed with another key than the one its mandate names"
    8  WeakKey            "weak-key"             "the key is of small order, so a signature with it proves nothing; generate another key"
    9  DuplicateKey       "duplicate-key"        "one key is used in two roles; each role needs its own key"
    10 SignatureKind      "signature-kind"       "this kind of signature is reserved and not yet accepted"
    20 WrongNode          "wrong-node"           "the message is addressed to another node"
    21 WrongAddressee     "wrong-addressee"      "the message is addressed to a body that this node does not serve"
    22 Reflected          "reflected"            "the message claims to come from the node that received it"
    23 UnknownBody        "unknown-body"         "the sending body is not in the neighbour's signed record; exchange a new record"
    24 WrongEpoch         "wrong-epoch"          "the message belongs to another epoch of this channel"
    25 UnknownPeer        "unknown-peer"         "no neighbour with this name is linked here"
    30 MandateUnknown     "mandate-unknown"      "the mandate named by the message has not been shown; send its chain"
    31 ChainBroken        "chain-broken"         "a link of the mandate chain does not name the link above it"
    32 ChainDepth         "chain-depth"          "a mandate chain is registrar, body, official; this one has another length or order"
    33 RootUnknown        "root-unknown"         "the chain ends in a state root that is not trusted here; compare the fingerprint in the agreement's annex"
    34 RootOld            "root-old"             "a newer root of this state is known, so the older one is no longer accepted"
    35 Wider              "mandate-wider"        "a link grants more than the link above it; a mandate may only narrow"
    36 NotYetValid        "mandate-not-yet"      "the mandate is not valid yet at this moment"
    37 Expired            "mandate-ended"        "the mandate has ended; its issuer must renew it"
    38 Revoked            "mandate-revoked"      "the mandate was revoked before this message in the order of the log"
    39 ScopeAct           "mandate-act"          "the mandate does not cover this act"
    40 ScopeForm          "mandate-form"         "the mandate does not cover this form of cooperation"
    41 ScopePeer          "mandate-peer"         "the mandate does not cover acts towards this state"
    42 ScopeTerritory     "mandate-territory"    "the mandate does not cover this territory"
    43 ScopeBasis         "mandate-basis"        "the mandate does not cover this instrument or article"
    44 ScopeClass         "mandate-class"        "the mandate does not cover messages of this class"
    45 FourEyes           "four-eyes"            "messages of this class need the signature of a second official with an own mandate"
    46 Quota              "quota"                "the daily quota of this mandate is used up"
    47 WrongBody          "mandate-body"         "the mandate belongs to another body than the one the message comes from"
    48 RevocationsOld     "revocations-old"      "a revocation list with a higher number is known; an older one is not accepted"
    50 MessageExpired     "message-expired"      "the message had expired before it arrived; send a new one"
    51 Clock              "clock"                "the message says it was made more than ten minutes in the future; check the sender's clock"
    52 Lane               "lane-gap"             "the number is too far ahead in its lane; resume from the number given"
    53 LaneFrozen         "lane-frozen"          "two different messages claimed one number in this lane; it stays closed until people settle it"
    54 Equivocation       "equivocation"         "another message was already signed for this number in this lane; both are kept as evidence"
    55 Unprocessable      "unprocessable"        "the message was opened but its content cannot be used; the lane goes on"
    56 NotInReplyTo       "reply-unknown"        "the message answers one that is not known here"
    60 Unwrap             "unwrap"               "the content key could not be opened with this body's key"
    61 KeyCommit          "key-commit"           "the content key is not the one the header commits to"
    62 Content            "content"              "the content could not be decrypted or is not what the header commits to"
    63 NoRecipient        "no-recipient"         "the message carries no content key for this body"
    64 BodyKeyExpired     "body-key-ended"       "the encryption key of the receiving body is outside its dates; fetch the newer one"
    70 LogOrigin          "log-origin"           "the checkpoint is of another log"
    71 LogStale           "log-stale"            "a larger size is already known; resume from the size given"
    72 LogInconsistent    "log-inconsistent"     "the new checkpoint does not extend the known one; both are kept as evidence"
    73 LogFork            "log-fork"             "two signed checkpoints of one size have different roots; both are kept as evidence"
    74 Inclusion          "inclusion"            "the proof does not show the leaf under the checkpoint"
    75 Opening            "opening"              "the opened record is not the one the leaf commits to"
    76 ReceiptMismatch    "receipt-mismatch"     "the receipt is about another message, node or act"
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl<C> Encode<C> for Code {
    fn encode<W: encode::Write>(&self, e: &mut Encoder<W>, _: &mut C) -> Result<(), encode::Error<W::Error>> {
        e.u16(self.number())?.ok()
    }
}

impl<'b, C> Decode<'b, C> for Code {
    fn decode(d: &mut Decoder<'b>, _: &mut C) -> Result<Self, decode::Error> {
        Code::from_number(d.u16()?)
            .ok_or_else(|| decode::Error::message("a code of the closed list was expected"))
    }
}

/// The one error of this crate: a code and the place it applies to.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{at}: {} [{code}]", .code.sentence())]
pub struct Refused {
    pub code: Code,
    /// The document and field, in words.
    pub at: String,
}

impl Refused {
    pub fn new(code: Code, at: impl Into<String>) -> Self {
        Refused { code, at: at.into() }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn numbers_and_names_are_unique_and_read_back() {
        let numbers: BTreeSet<_> = Code::ALL.iter().map(|c| c.number()).collect();
        let names: BTreeSet<_> = Code::ALL.iter().map(|c| c.name()).collect();
        assert_eq!((numbers.len(), names.len()), (Code::ALL.len(), Code::ALL.len()));
        for code in Code::ALL {
            assert_eq!(Code::from_number(code.number()), Some(*code));
        }
    }
}
