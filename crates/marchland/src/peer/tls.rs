//! The encrypted hop between two nodes: TLS 1.3, both sides with a certificate pinned when they were linked.
//!
//! Never: trusts a public certificate authority; decides who may send what (the signed envelope does that).

use std::net::SocketAddr;
use std::sync::Arc;

use axum::Router;
use hyper_util::rt::{TokioExecutor, TokioIo};
use hyper_util::server::conn::auto::Builder;
use hyper_util::service::TowerToHyperService;
use rustls::pki_types::{CertificateDer, PrivateKeyDer, PrivatePkcs8KeyDer};
use rustls::server::WebPkiClientVerifier;
use rustls::{ClientConfig, RootCertStore, ServerConfig};
use sha2::{Digest, Sha256};
use tokio::net::TcpListener;
use tokio_rustls::TlsAcceptor;
use tower::ServiceExt;

const HANDSHAKE_LIMIT_S: u64 = 10;
const CONNECTIONS_MAX: usize = 64;

/// The certificate a node shows, with its private key (PKCS#8).
pub struct Identity {
    pub certificate: CertificateDer<'static>,
    pub key_pkcs8: Vec<u8>,
}

impl std::fmt::Debug for Identity {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Identity")
            .field("certificate", &fingerprint(&self.certificate))
            .finish_non_exhaustive()
    }
}

impl Identity {
    /// A new self-signed certificate: the neighbour pins it, nobody else has to trust it.
    pub fn generate(names: Vec<String>, years: i32) -> Result<Self, rcgen::Error> {
        let key = rcgen::KeyPair::generate()?;
        let mut params = rcgen::CertificateParams::new(names)?;
        params.not_after = rcgen::date_time_ymd(2026 + years, 12, 31);
        let certificate = params.self_signed(&key)?;
        Ok(Self { certificate: certificate.der().clone(), key_pkcs8: key.serialize_der() })
    }

    fn key(&self) -> PrivateKeyDer<'static> {
        PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(self.key_pkcs8.clone()))
    }

    fn copy(&self) -> Self {
        Self { certificate: self.certificate.clone(), key_pkcs8: self.key_pkcs8.clone() }
    }
}

impl Clone for Identity {
    fn clone(&self) -> Self {
        self.copy()
    }
}

/// SHA-256 of a certificate, hex: what two administrators read to each other.
pub fn fingerprint(certificate: &[u8]) -> String {
    crate::access::hex(&Sha256::digest(certificate))
}

/// The certificate the other side showed; handlers look up the neighbour by it.
#[derive(Clone, Debug)]
pub struct PeerCertificate(pub String);

fn pinned(
    certificates: impl IntoIterator<Item = CertificateDer<'static>>,
) -> Result<RootCertStore, rustls::Error> {
    let mut roots = RootCertStore::empty();
    for certificate in certificates {
        roots.add(certificate)?;
    }
    Ok(roots)
}

pub fn server_config(
    own: &Identity,
    neighbours: Vec<CertificateDer<'static>>,
) -> Result<ServerConfig, Box<dyn std::error::Error + Send + Sync>> {
    let verifier = WebPkiClientVerifier::builder(Arc::new(pinned(neighbours)?)).build()?;
    let mut config = ServerConfig::builder_with_protocol_versions(&[&rustls::version::TLS13])
        .with_client_cert_verifier(verifier)
        .with_single_cert(vec![own.certificate.clone()], own.key())?;
    config.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
    // A resumed or early-data session could be replayed; a link that speaks once a minute does not need it.
    config.max_early_data_size = 0;
    Ok(config)
}

pub fn client(
    own: &Identity,
    neighbour: CertificateDer<'static>,
    limit_s: u64,
) -> Result<reqwest::Client, Box<dyn std::error::Error + Send + Sync>> {
    let mut config = ClientConfig::builder_with_protocol_versions(&[&rustls::version::TLS13])
        .with_root_certificates(pinned([neighbour])?)
        .with_client_auth_cert(vec![own.certificate.clone()], own.key())?;
    config.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
    Ok(reqwest::Client::builder()
        .tls_backend_preconfigured(config)
        .redirect(reqwest::redirect::Policy::none())
        .no_proxy()
        .timeout(std::time::Duration::from_secs(limit_s))
        .build()?)
}

/// Accepts pinned neighbours and hands their certificate to the routes. Ends when `stop` resolves.
pub async fn serve(
    listener: TcpListener,
    config: ServerConfig,
    router: Router,
    stop: impl Future<Output = ()> + Send,
) -> std::io::Result<()> {
    let acceptor = TlsAcceptor::from(Arc::new(config));
    let places = Arc::new(tokio::sync::Semaphore::new(CONNECTIONS_MAX));
    tokio::pin!(stop);
    loop {
        let (stream, from) = tokio::select! {
            accepted = listener.accept() => match accepted {
                Ok(pair) => pair,
                Err(error) => {
                    tracing::warn!(%error, "a connection could not be accepted");
                    tokio::time::sleep(std::time::Duration::from_millis(50)).await;
                    continue;
                }
            },
            () = &mut stop => return Ok(()),
        };
        let Ok(place) = Arc::clone(&places).try_acquire_owned() else {
            continue; // full: the neighbour tries again by itself
        };
        let (acceptor, router) = (acceptor.clone(), router.clone());
        tokio::spawn(async move {
            if let Err(error) = connection(acceptor, stream, from, router).await {
                tracing::debug!(%error, "a peer connection ended early");
            }
            drop(place);
        });
    }
}

async fn connection(
    acceptor: TlsAcceptor,
    stream: tokio::net::TcpStream,
    from: SocketAddr,
    router: Router,
) -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
    let limit = std::time::Duration::from_secs(HANDSHAKE_LIMIT_S);
    let stream = tokio::time::timeout(limit, acceptor.accept(stream)).await??;
    let shown = stream.get_ref().1.peer_certificates().and_then(|chain| chain.first());
    let Some(certificate) = shown.map(|der| PeerCertificate(fingerprint(der))) else {
        return Err(format!("{from} showed no certificate").into());
    };
    let service = router
        .layer(axum::Extension(certificate))
        .map_request(|request: hyper::Request<hyper::body::Incoming>| request.map(axum::body::Body::new));
    Builder::new(TokioExecutor::new())
        .serve_connection(TokioIo::new(stream), TowerToHyperService::new(service))
        .await
}
