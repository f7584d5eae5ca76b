//! The demo: two nodes of two states on this machine, each its own process, kept alive until Ctrl-C.
//!
//! Never: stands in for a part; everything in it is what a real node runs.

mod found;
mod person;
mod prologue;
pub mod scripted;

use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;

use tokio::process::{Child, Command};
use tokio::sync::watch;

pub use found::{NodeAt, NotFounded, PASSWORD, found};

/// A node that dies this soon after its start will not live longer next time.
const RESTART_PAUSE_S: u64 = 1;
const READY_S: u64 = 60;

#[derive(Debug, thiserror::Error)]
pub enum DemoFailed {
    #[error(transparent)]
    Founding(#[from] NotFounded),
    #[error("the program cannot start itself: {0}")]
    Start(std::io::Error),
    #[error("{node} did not answer on {address} within {READY_S} s; its log says why: {log}")]
    NotReady { node: String, address: String, log: String },
}

/// Two running nodes. Dropping it ends them.
#[derive(Debug)]
pub struct Running {
    pub nodes: Vec<NodeAt>,
    stop: watch::Sender<bool>,
    keepers: tokio::task::JoinSet<()>,
}

/// Founds the demo if need be, starts both nodes as processes of `program`, and waits until they answer.
pub async fn start(
    program: &Path,
    data: &Path,
    base_port: u16,
    now: jiff::Timestamp,
) -> Result<Running, DemoFailed> {
    let nodes = found(data, base_port, now).await?;
    let (stop, stopped) = watch::channel(false);
    let mut keepers = tokio::task::JoinSet::new();
    for node in &nodes {
        let first = spawn(program, node).map_err(DemoFailed::Start)?;
        keepers.spawn(keep(program.to_owned(), node.clone(), first, stopped.clone()));
    }
    for node in &nodes {
        ready(node).await?;
    }
    Ok(Running { nodes, stop, keepers })
}

impl Running {
    /// Plays the cases the demo begins with, each once.
    pub async fn begin(&self) -> Result<(), String> {
        prologue::play(self).await
    }

    pub fn node(&self, id: &str) -> Option<&NodeAt> {
        self.nodes.iter().find(|node| node.id == id)
    }

    /// Ends both nodes and waits until they are gone.
    pub async fn stop(mut self) {
        let _ = self.stop.send(true); // no keeper left is as good as stopped
        while self.keepers.join_next().await.is_some() {}
    }
}

impl NodeAt {
    pub fn url(&self) -> String {
        format!("http://{}", self.web)
    }

    pub fn log(&self) -> PathBuf {
        self.folder.join("node.log")
    }

    /// The process that serves it now, for whoever wants to kill it.
    pub fn pid_file(&self) -> PathBuf {
        self.folder.join("node.pid")
    }
}

fn spawn(program: &Path, node: &NodeAt) -> std::io::Result<Child> {
    let log = std::fs::OpenOptions::new().create(true).append(true).open(node.log())?;
    let child = Command::new(program)
        .arg("serve")
        .arg("--config")
        .arg(&node.config)
        .arg("--demo")
        .stdin(Stdio::null())
        .stdout(log.try_clone()?)
        .stderr(log)
        // Ctrl-C goes to the whole group; each node is asked to end by its keeper instead, once.
        .process_group(0)
        .kill_on_drop(true)
        .spawn()?;
    if let Some(pid) = child.id() {
        std::fs::write(node.pid_file(), pid.to_string())?;
    }
    Ok(child)
}

/// Signal 9 to the process that serves a node now; returns when nobody listens any more. False when there was none to end.
pub(crate) fn kill(node: &NodeAt) -> bool {
    let Ok(pid) = std::fs::read_to_string(node.pid_file()) else { return false };
    let signal = std::process::Command::new("kill").args(["-9", pid.trim()]).stderr(Stdio::null()).status();
    let ended = signal.is_ok_and(|status| status.success());
    while ended && std::net::TcpStream::connect(node.web).is_ok() {
        std::thread::sleep(Duration::from_millis(5));
    }
    ended
}

/// Starts the node again when it dies: nothing was lost, so nothing needs a person.
async fn keep(program: PathBuf, node: NodeAt, mut child: Child, mut stop: watch::Receiver<bool>) {
    loop {
        tokio::select! {
            ended = child.wait() => {
                let how = ended.map_or_else(|error| error.to_string(), |status| status.to_string());
                eprintln!("{}: ended ({how}); starting it again", node.id);
            }
            () = asked_to_stop(&mut stop) => {
                terminate(&mut child).await;
                return;
            }
        }
        tokio::time::sleep(Duration::from_secs(RESTART_PAUSE_S)).await;
        match spawn(&program, &node) {
            Ok(next) => child = next,
            Err(error) => {
                eprintln!("{}: cannot be started again: {error}", node.id);
                return;
            }
        }
    }
}

/// The guard of the value must be gone before anybody awaits again.
async fn asked_to_stop(stop: &mut watch::Receiver<bool>) {
    let _ = stop.wait_for(|ended| *ended).await; // a dropped sender is a stop too
}

/// Asks the node to finish what it is doing; after five seconds it is ended.
async fn terminate(child: &mut Child) {
    if let Some(pid) = child.id() {
        let asked = Command::new("kill").arg("-TERM").arg(pid.to_string()).status().await;
        if asked.is_ok_and(|status| status.success())
            && tokio::time::timeout(Duration::from_secs(5), child.wait()).await.is_ok()
        {
            return;
        }
    }
    if let Err(error) = child.kill().await {
        eprintln!("a node could not be ended: {error}");
    }
}

async fn ready(node: &NodeAt) -> Result<(), DemoFailed> {
    let client = reqwest::Client::new();
    let url = format!("{}/api/health", node.url());
    for _ in 0..READY_S * 10 {
        if client.get(&url).send().await.is_ok_and(|answer| answer.status().is_success()) {
            return Ok(());
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    Err(DemoFailed::NotReady {
        node: node.id.clone(),
        address: node.url(),
        log: node.log().display().to_string(),
    })
}

/// What the demo prints once both nodes answer.
pub fn welcome(running: &Running) -> String {
    use std::fmt::Write as _;
    let mut text =
        String::from("\nMarchland demo: two nodes are running. All people and cases are invented.\n\n");
    for (node, people) in running.nodes.iter().zip([
        "talnikova (officer, district), veresov (officer), gromova (head), lukina (registrar), zorin (legal adviser), shuvalova (auditor), rudin (guard), malova (shift lead), admin-oms",
        "sartai (officer), bekova (head), omarova (registrar), zhanov (legal adviser), iskakova (auditor), dosov (guard), seitova (shift lead), admin-nkz",
    ]) {
        // Writing to a string cannot fail.
        let _ = writeln!(text, "  {}  {}\n      sign in as: {people}", node.url(), node.id);
    }
    let _ = writeln!(
        text,
        "\n  Everybody's password: {PASSWORD}\n\n  Start as talnikova: New request. At the crossing, as dosov: scan a document. Ctrl-C stops both nodes; the next start continues.\n"
    );
    text
}
