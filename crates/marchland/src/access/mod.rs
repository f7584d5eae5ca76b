//! Who may do what inside the node: Cedar policies shipped as files, decided per item.
//!
//! Never: reads a case (callers pass what is asked about); decides what the law between states permits.

mod doors;
pub mod gate;
mod session;

pub use doors::{Door, Doors, authority_table};
pub use session::{Hashing, Session, SignIn, hash_of, hex};

use std::collections::{HashMap, HashSet};
use std::str::FromStr;

use cedar_policy::{
    Authorizer, Context, Decision, Entities, Entity, EntityId, EntityTypeName, EntityUid, PolicyId,
    PolicySet, Request, RestrictedExpression, Schema,
};

use crate::store::people::Official;

/// What a person wants to do; one word per action of the policy schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Action(pub &'static str);

/// The item asked about.
#[derive(Clone, Debug)]
pub enum Item {
    Node,
    Matter { id: String, side: String, author: Option<String>, bodies: Vec<String> },
}

#[derive(Debug)]
pub struct Access {
    policies: PolicySet,
    schema: Schema,
    /// Body and the body above it.
    parents: HashMap<String, Option<String>>,
}

/// The policy that permitted an act; the audit log names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Permitted {
    pub by: String,
}

#[derive(Debug, thiserror::Error)]
#[error("the access policies cannot be used: {0}")]
pub struct BadPolicies(String);

impl Access {
    /// Reads the shipped policies, checks them against their schema and gives each the id it names.
    pub fn load(parents: HashMap<String, Option<String>>) -> Result<Self, BadPolicies> {
        let bad = |why: &dyn std::fmt::Display| BadPolicies(why.to_string());
        let (schema, _) = Schema::from_cedarschema_str(include_str!("../../policies/marchland.cedarschema"))
            .map_err(|e| bad(&e))?;
        let parsed =
            PolicySet::from_str(include_str!("../../policies/marchland.cedar")).map_err(|e| bad(&e))?;
        let mut policies = PolicySet::new();
        for policy in parsed.policies() {
            // Parsed policies are called policy0, policy1, …: unreadable in an audit.
            let id = policy.annotation("id").ok_or_else(|| bad(&"a policy has no @id"))?.to_owned();
            policies.add(policy.new_id(PolicyId::new(id))).map_err(|e| bad(&e))?;
        }
        let validation = cedar_policy::Validator::new(schema.clone())
            .validate(&policies, cedar_policy::ValidationMode::default());
        if !validation.validation_passed() {
            return Err(bad(&validation));
        }
        Ok(Self { policies, schema, parents })
    }

    /// May this official do this to this item? `None` means no.
    pub fn may(&self, who: &Official, action: Action, item: &Item) -> Option<Permitted> {
        self.decide(&who.id, who.role.code(), &who.body, action, item)
    }

    fn decide(&self, id: &str, role: &str, body: &str, action: Action, item: &Item) -> Option<Permitted> {
        // A question that cannot even be asked is answered no.
        let request = self.ask(id, role, body, action, item).ok()?;
        let answer = Authorizer::new().is_authorized(&request.0, &self.policies, &request.1);
        match answer.decision() {
            Decision::Allow => {
                let by = answer.diagnostics().reason().map(ToString::to_string).min().unwrap_or_default();
                Some(Permitted { by })
            }
            Decision::Deny => None,
        }
    }

    fn ask(
        &self,
        id: &str,
        role: &str,
        body: &str,
        action: Action,
        item: &Item,
    ) -> Result<(Request, Entities), Box<dyn std::error::Error>> {
        let principal = uid("Official", id)?;
        let action = uid("Action", action.0)?;
        let resource = match item {
            Item::Node => uid("Node", "this")?,
            Item::Matter { id, .. } => uid("Matter", id)?,
        };
        let mut entities = vec![Entity::new(
            principal.clone(),
            HashMap::from([
                ("role".to_owned(), RestrictedExpression::new_string(role.to_owned())),
                ("body".to_owned(), RestrictedExpression::new_entity_uid(uid("Body", body)?)),
            ]),
            HashSet::new(),
        )?];
        for (child, parent) in &self.parents {
            let above = parent.iter().map(|p| uid("Body", p)).collect::<Result<HashSet<_>, _>>()?;
            entities.push(Entity::new(uid("Body", child)?, HashMap::new(), above)?);
        }
        if let Item::Matter { side, author, bodies, .. } = item {
            let mut attributes =
                HashMap::from([("side".to_owned(), RestrictedExpression::new_string(side.clone()))]);
            if let Some(author) = author {
                attributes.insert(
                    "author".to_owned(),
                    RestrictedExpression::new_entity_uid(uid("Official", author)?),
                );
                if author != id {
                    entities.push(Entity::new(
                        uid("Official", author)?,
                        HashMap::from([
                            ("role".to_owned(), RestrictedExpression::new_string("officer".to_owned())),
                            ("body".to_owned(), RestrictedExpression::new_entity_uid(uid("Body", body)?)),
                        ]),
                        HashSet::new(),
                    )?);
                }
            }
            let within = bodies.iter().map(|b| uid("Body", b)).collect::<Result<HashSet<_>, _>>()?;
            entities.push(Entity::new(resource.clone(), attributes, within)?);
        } else {
            entities.push(Entity::new(resource.clone(), HashMap::new(), HashSet::new())?);
        }
        let request = Request::new(principal, action, resource, Context::empty(), Some(&self.schema))?;
        Ok((request, Entities::from_entities(entities, Some(&self.schema))?))
    }

    /// Whether a role can do an action at all, on an item of its own body that it did not write: one cell of the
    /// authority table.
    pub(crate) fn role_can(&self, role: &str, action: Action) -> bool {
        let items = ["ours", "theirs", "alert-ours", "alert-theirs"].into_iter().flat_map(|side| {
            [None, Some("self".to_owned())].into_iter().map(move |author| Item::Matter {
                id: "any".to_owned(),
                side: side.to_owned(),
                author,
                bodies: vec!["any".to_owned()],
            })
        });
        std::iter::once(Item::Node)
            .chain(items)
            .any(|item| self.decide("self", role, "any", action, &item).is_some())
    }
}

fn uid(kind: &str, id: &str) -> Result<EntityUid, Box<dyn std::error::Error>> {
    Ok(EntityUid::from_type_name_and_id(EntityTypeName::from_str(kind)?, EntityId::new(id)))
}
