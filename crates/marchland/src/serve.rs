//! Running a node: workbench and API on one address, the peer door on another, the jobs beside them.
//!
//! Never: serves half a node; when one part cannot start, none does.

use std::net::SocketAddr;

use axum::Router;
use axum::extract::Request;
use axum::http::{HeaderValue, header};
use axum::middleware::{Next, from_fn};
use axum::response::Response;
use tokio::net::TcpListener;
use tokio::sync::watch;

use crate::access::Door;
use crate::app::App;
use crate::peer::{door, tls};
use crate::{api, web, work};

/// One cold page with its fonts is far below; a client that holds more at once is not a person.
const BODY_MAX_BYTES: usize = 1024 * 1024;

#[derive(Debug, thiserror::Error)]
pub enum CannotServe {
    #[error("the address {0} cannot be used: {1}; another program may hold it, choose other ports")]
    Address(SocketAddr, std::io::Error),
    #[error("the peer door cannot be secured: {0}")]
    Tls(Box<dyn std::error::Error + Send + Sync>),
    #[error("serving ended: {0}")]
    Ended(#[from] std::io::Error),
}

/// Everything people and programs of this node can reach, with the list of its doors.
pub fn router(app: &App) -> (Router, Vec<Door>) {
    let (pages, mut doors) = web::doors(app.clone()).finish();
    let (programs, more) = api::doors(app.clone()).finish();
    doors.extend(more);
    let router = pages
        .merge(programs)
        .merge(web::assets::router())
        .fallback(web::not_found)
        .with_state(app.clone())
        .layer(tower_http::limit::RequestBodyLimitLayer::new(BODY_MAX_BYTES))
        .layer(tower_http::compression::CompressionLayer::new())
        .layer(from_fn(headers));
    (router, doors)
}

/// Runs until `stop` turns true; what is under way is finished.
pub async fn run(app: App, stop: watch::Receiver<bool>) -> Result<(), CannotServe> {
    let bind = async |address: SocketAddr| {
        TcpListener::bind(address).await.map_err(|e| CannotServe::Address(address, e))
    };
    let web = bind(app.config.web).await?;
    let peer = bind(app.config.peer).await?;
    let pinned = app.links.all().map(|link| link.certificate.clone().into()).collect::<Vec<_>>();
    let mut jobs = work::start(&app, &stop);
    let ended = |mut stop: watch::Receiver<bool>| async move {
        let _ = stop.wait_for(|ended| *ended).await; // the sender is gone: that is an end too
    };
    if pinned.is_empty() {
        tracing::warn!("no neighbour is linked; the peer door stays closed");
    } else {
        let config = tls::server_config(&app.keys.tls, pinned).map_err(CannotServe::Tls)?;
        let (peers, stop) = (door::router(app.clone()), ended(stop.clone()));
        jobs.spawn(async move {
            if let Err(error) = tls::serve(peer, config, peers, stop).await {
                tracing::error!(%error, "the peer door ended");
            }
        });
    }
    let (router, _) = router(&app);
    tracing::info!(node = app.config.node, web = %app.config.web, peer = %app.config.peer, "serving");
    axum::serve(web, router).with_graceful_shutdown(ended(stop)).await?;
    while jobs.join_next().await.is_some() {}
    app.store.close().await;
    Ok(())
}

/// On every answer: no other site, no inline script or style, no guessing, nothing kept by shared caches.
pub async fn headers(request: Request, next: Next) -> Response {
    let keeps = request.uri().path().starts_with("/assets/");
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    let set = [
        (
            header::CONTENT_SECURITY_POLICY,
            "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
        ),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::X_FRAME_OPTIONS, "DENY"),
        (header::REFERRER_POLICY, "same-origin"),
        (header::HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
        (header::HeaderName::from_static("permissions-policy"), "camera=(), geolocation=(), microphone=()"),
    ];
    for (name, value) in set {
        headers.insert(name, HeaderValue::from_static(value));
    }
    if !keeps {
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
    response
}
