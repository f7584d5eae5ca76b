//! State roots: the keys at the top of every chain, known to the other side by a printed fingerprint. spec/mandate.md.
//!
//! A new root is signed by the threshold of the old one and by its own. Once it is known, the old number is refused.
//!
//! Never: trusts a root because a message contains it.

use std::collections::BTreeMap;

use minicbor::bytes::ByteVec;
use minicbor::{Decode, Encode};

use crate::cbor::{self, Limits};
use crate::code::{Code, Refused};
use crate::cose::{Context, SignatureBlock};
use crate::keys::{Hash, Signer, VerifyKey};

const ROOT: Limits = Limits { what: "state root", bytes: 8192, depth: 4, text: 64 };

/// The root of one state.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Root {
    #[n(0)]
    pub v: u8,
    /// State code, such as `RU`.
    #[n(1)]
    pub state: String,
    /// Grows by one with each new root.
    #[n(2)]
    pub number: u32,
    #[n(3)]
    pub keys: Vec<VerifyKey>,
    /// How many of the keys must sign.
    #[n(4)]
    pub threshold: u8,
    #[n(5)]
    pub not_before_s: i64,
    #[n(6)]
    pub not_after_s: i64,
}

/// A document and its signatures, as it travels.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct Signed {
    #[n(0)]
    pub document: ByteVec,
    #[n(1)]
    pub signatures: Vec<SignatureBlock>,
}

impl Signed {
    pub fn new(context: Context, document: Vec<u8>, signers: &[&dyn Signer]) -> Result<Signed, Refused> {
        let signatures = signers.iter().map(|s| s.sign(context, &document)).collect::<Result<_, _>>()?;
        Ok(Signed { document: document.into(), signatures })
    }

    pub fn read(bytes: &[u8], limits: &Limits) -> Result<Signed, Refused> {
        let signed: Signed = cbor::read(bytes, limits)?;
        if signed.signatures.is_empty() || signed.signatures.len() > 8 {
            return Err(Refused::new(
                Code::Malformed,
                format!("{}: between one and eight signatures", limits.what),
            ));
        }
        Ok(signed)
    }

    pub fn to_bytes(&self) -> Vec<u8> {
        cbor::write(self)
    }

    /// Exactly one signature, by this key.
    pub fn verify_one(&self, context: Context, key: &VerifyKey) -> Result<(), Refused> {
        match self.signatures.as_slice() {
            [only] => only.verify(key, context, &self.document),
            _ => Err(Refused::new(Code::Signature, format!("{}: exactly one signature", context.label()))),
        }
    }

    /// At least `threshold` different keys of the list; a block that fits none of them is refused.
    pub fn verify_threshold(
        &self,
        context: Context,
        keys: &[VerifyKey],
        threshold: u8,
    ) -> Result<(), Refused> {
        let mut fitting = Vec::new();
        for block in &self.signatures {
            // A kind reserved for later stands beside the known ones without counting.
            if block.kind() != SignatureBlock::COSE_ED25519 {
                continue;
            }
            let id = block.key_id()?;
            let key = keys
                .iter()
                .find(|k| k.id() == id)
                .ok_or_else(|| Refused::new(Code::Signer, context.label()))?;
            block.verify(key, context, &self.document)?;
            if !fitting.contains(&id) {
                fitting.push(id);
            }
        }
        if fitting.len() < usize::from(threshold) {
            return Err(Refused::new(Code::Signature, format!("{}: too few signatures", context.label())));
        }
        Ok(())
    }
}

impl Root {
    pub fn read(bytes: &[u8]) -> Result<Root, Refused> {
        let root: Root = cbor::read(bytes, &ROOT)?;
        let at = |why: &str| format!("state root: {why}");
        if root.v != 1 {
            return Err(Refused::new(Code::Version, at("version")));
        }
        let keys_fit = (1..=8).contains(&root.keys.len())
            && (1..=root.keys.len()).contains(&usize::from(root.threshold));
        if !keys_fit {
            return Err(Refused::new(Code::Malformed, at("keys and threshold")));
        }
        root.keys.iter().try_for_each(|k| k.require_strong("state root"))?;
        if root.keys.iter().enumerate().any(|(i, k)| root.keys.iter().skip(i + 1).any(|other| other == k)) {
            return Err(Refused::new(Code::DuplicateKey, at("keys")));
        }
        Ok(root)
    }

    pub fn to_bytes(&self) -> Vec<u8> {
        cbor::write(self)
    }

    /// What is printed in the annex to the agreement and compared by people.
    pub fn fingerprint(&self) -> Hash {
        Hash::of("marchland/root/1", &[&self.to_bytes()])
    }
}

/// The roots trusted here: the newest of each state.
#[derive(Debug, Clone, Default)]
pub struct RootSet {
    by_state: BTreeMap<String, Root>,
}

impl RootSet {
    /// Trusts a root whose fingerprint a person has compared.
    pub fn trust(&mut self, root: Root) {
        self.by_state.insert(root.state.clone(), root);
    }

    pub fn of(&self, state: &str) -> Option<&Root> {
        self.by_state.get(state)
    }

    pub fn iter(&self) -> impl Iterator<Item = &Root> {
        self.by_state.values()
    }

    pub fn by_fingerprint(&self, fingerprint: &Hash) -> Option<&Root> {
        self.by_state.values().find(|r| r.fingerprint() == *fingerprint)
    }

    /// Takes over from the known root of the same state: next number, signed by the old threshold and by its own.
    pub fn rotate(&mut self, signed: &[u8]) -> Result<(), Refused> {
        let signed = Signed::read(signed, &ROOT)?;
        let new = Root::read(&signed.document)?;
        let old = self.of(&new.state).ok_or_else(|| Refused::new(Code::RootUnknown, "new state root"))?;
        if new.number != old.number.saturating_add(1) {
            return Err(Refused::new(Code::RootOld, "new state root: number"));
        }
        let both: Vec<VerifyKey> = old.keys.iter().chain(&new.keys).copied().collect();
        signed.verify_threshold(Context::Root, &both, 1)?;
        for (keys, threshold) in [(&old.keys, old.threshold), (&new.keys, new.threshold)] {
            let theirs = signed
                .signatures
                .iter()
                .filter(|b| b.key_id().is_ok_and(|id| keys.iter().any(|k| k.id() == id)));
            let part = Signed { document: signed.document.clone(), signatures: theirs.cloned().collect() };
            part.verify_threshold(Context::Root, keys, threshold)?;
        }
        self.trust(new);
        Ok(())
    }
}
