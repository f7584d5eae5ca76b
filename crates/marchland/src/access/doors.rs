//! The list of doors: every address of the node with the action it needs. One registration makes the route, its
//! guard and its line in the authority table, so none can be forgotten.
//!
//! Never: decides about a single case (handlers ask [`super::Access::may`] for that).

use std::borrow::Cow;

use axum::Router;
use axum::extract::{Request, State};
use axum::handler::Handler;
use axum::middleware::{Next, from_fn_with_state};
use axum::response::Response;
use axum::routing::{MethodFilter, MethodRouter, on};

use super::{Access, Action};
use crate::app::App;
use crate::store::people::Role;

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Door {
    pub path: Cow<'static, str>,
    pub method: &'static str,
    /// `None`: open to anybody (sign-in, assets, health).
    pub action: Option<Action>,
}

#[derive(Debug)]
pub struct Doors {
    router: Router<App>,
    list: Vec<Door>,
    app: App,
    guard: Guard,
}

/// What stands before a door: finds the session, checks the form's token and the action, or answers itself.
pub type Guard = fn(App, Option<Action>, Request, Next) -> Answer;
pub type Answer = std::pin::Pin<Box<dyn Future<Output = Response> + Send>>;

impl Doors {
    pub fn new(app: App, guard: Guard) -> Self {
        Self { router: Router::new(), list: Vec::new(), app, guard }
    }

    pub fn get<H: Handler<T, App>, T: 'static>(
        self,
        path: &'static str,
        action: &'static str,
        handler: H,
    ) -> Self {
        self.door(path, "GET", MethodFilter::GET, Some(Action(action)), handler)
    }

    pub fn post<H: Handler<T, App>, T: 'static>(
        self,
        path: &'static str,
        action: &'static str,
        handler: H,
    ) -> Self {
        self.door(path, "POST", MethodFilter::POST, Some(Action(action)), handler)
    }

    pub fn open_get<H: Handler<T, App>, T: 'static>(self, path: &'static str, handler: H) -> Self {
        self.door(path, "GET", MethodFilter::GET, None, handler)
    }

    pub fn open_post<H: Handler<T, App>, T: 'static>(self, path: &'static str, handler: H) -> Self {
        self.door(path, "POST", MethodFilter::POST, None, handler)
    }

    fn door<H: Handler<T, App>, T: 'static>(
        self,
        path: &'static str,
        method: &'static str,
        filter: MethodFilter,
        action: Option<Action>,
        handler: H,
    ) -> Self {
        self.mount(path.into(), method, action, on(filter, handler))
    }

    /// A door that is already routed to its handler: the API takes address and method from the handler's description.
    pub fn mount(
        mut self,
        path: Cow<'static, str>,
        method: &'static str,
        action: Option<Action>,
        handler: MethodRouter<App>,
    ) -> Self {
        let guard = self.guard;
        let gate = from_fn_with_state(
            self.app.clone(),
            move |State(app): State<App>, request: Request, next: Next| guard(app, action, request, next),
        );
        self.router = self.router.route(&path, handler.layer(gate));
        self.list.push(Door { path, method, action });
        self
    }

    pub fn finish(self) -> (Router<App>, Vec<Door>) {
        (self.router, self.list)
    }
}

/// Every door against every role, as text to keep in git and read in review.
pub fn authority_table(access: &Access, doors: &[Door]) -> String {
    let mut doors = doors.to_vec();
    doors.sort_unstable();
    let mut out = format!("{:<7}{:<42}{:<20}", "", "address", "action");
    for role in Role::ALL {
        out.push_str(&format!("{:<15}", role.code()));
    }
    out.push_str("nobody\n");
    for door in doors {
        let action = door.action.map_or("open", |action| action.0);
        out.push_str(&format!("{:<7}{:<42}{action:<20}", door.method, door.path));
        for role in Role::ALL {
            let can = door.action.is_none_or(|action| access.role_can(role.code(), action));
            out.push_str(&format!("{:<15}", if can { "yes" } else { "-" }));
        }
        out.push_str(if door.action.is_none() { "yes\n" } else { "-\n" });
    }
    out
}
