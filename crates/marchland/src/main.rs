//! The executable `marchland`: serve a node, run the demo, ask the law, search files, measure.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use marchland::app::{App, Demo};
use marchland::clock::Clock;
use marchland::config::Config;
use marchland::{command, demo, serve};
use tokio::sync::watch;

#[derive(Parser)]
#[command(
    name = "marchland",
    version,
    about = "Police cooperation across a border, checked against the law and provable"
)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Serve one node.
    Serve {
        /// The node's configuration file.
        #[arg(long, env = "MARCHLAND_CONFIG")]
        config: PathBuf,
        /// Name the invented people on the sign-in page. Only for nodes the demo founded.
        #[arg(long)]
        demo: bool,
    },
    /// Two nodes on this machine, with the shipped law and invented people.
    Demo {
        /// Where the demo keeps its data; `demo-data` if not given, with --scripted a temporary folder.
        #[arg(long)]
        data: Option<PathBuf>,
        /// Ports from here on: two workbenches, then two peer doors. 8600 if not given, with --scripted free ones.
        #[arg(long)]
        base_port: Option<u16>,
        /// Play the whole story through the HTTP interfaces and end.
        #[arg(long)]
        scripted: bool,
        /// With --scripted: print one JSON object.
        #[arg(long)]
        json: bool,
        /// Begin with empty desks.
        #[arg(long)]
        no_cases: bool,
        /// With --scripted: end a node by signal 9 before each step.
        #[arg(long)]
        kill: bool,
    },
    /// Check the law, or ask it.
    #[command(subcommand)]
    Law(command::law::Law),
    /// Search files of checks among files of alerts, say why, and judge the results.
    #[command(subcommand)]
    Screen(command::screen::Screen),
    /// Check travellers at a post without database and network, from the signed snapshot of a node.
    Crossing(command::crossing::Crossing),
    /// Print figures beside a comparator of the same run.
    #[command(subcommand)]
    Bench(command::bench::Bench),
}

fn main() -> ExitCode {
    logging();
    // One provider of cryptography in the process, chosen before anything asks for it.
    if rustls::crypto::aws_lc_rs::default_provider().install_default().is_err() {
        return fail("the cryptography of this process was chosen twice");
    }
    let cli = Cli::parse();
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => return fail(error),
    };
    match cli.command {
        Command::Serve { config, demo } => runtime.block_on(serve_node(&config, demo)),
        Command::Demo { data, base_port, scripted: true, json, kill, .. } => {
            runtime.block_on(scripted(data, base_port, json, kill))
        }
        Command::Demo { data, base_port, no_cases, .. } => runtime.block_on(run_demo(
            data.unwrap_or("demo-data".into()),
            base_port.unwrap_or(8600),
            !no_cases,
        )),
        Command::Law(law) => law.run(),
        Command::Screen(screen) => screen.run(),
        Command::Bench(bench) => bench.run(),
        Command::Crossing(crossing) => crossing.run(),
    }
}

async fn serve_node(config: &std::path::Path, demo: bool) -> ExitCode {
    let config = match Config::read(config) {
        Ok(config) => config,
        Err(error) => return fail(error),
    };
    let demo = demo.then(|| Demo { password: demo::PASSWORD.to_owned() });
    let app = match App::open(config, Clock::Real, demo).await {
        Ok(app) => app,
        Err(error) => return fail(error),
    };
    let (stop, stopped) = watch::channel(false);
    tokio::spawn(async move {
        signal().await;
        let _ = stop.send(true); // nobody listens any more: it has stopped
    });
    match serve::run(app, stopped).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => fail(error),
    }
}

async fn run_demo(data: PathBuf, base_port: u16, cases: bool) -> ExitCode {
    let program = match std::env::current_exe() {
        Ok(program) => program,
        Err(error) => return fail(error),
    };
    match demo::start(&program, &data, base_port, Clock::Real.now()).await {
        Ok(running) => {
            if cases && let Err(why) = running.begin().await {
                eprintln!("The cases of the demo could not all be played: {why}");
            }
            print!("{}", demo::welcome(&running));
            signal().await;
            println!("\nStopping. The data stays in {}; the next start continues with it.", data.display());
            running.stop().await;
            ExitCode::SUCCESS
        }
        Err(error) => fail(error),
    }
}

async fn scripted(data: Option<PathBuf>, base_port: Option<u16>, json: bool, kill: bool) -> ExitCode {
    let program = match std::env::current_exe() {
        Ok(program) => program,
        Err(error) => return fail(error),
    };
    demo::scripted::run(&program, data.as_deref(), base_port, json, kill).await
}

async fn signal() {
    let mut terminate = match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
        Ok(terminate) => terminate,
        Err(error) => {
            tracing::error!(%error, "signals cannot be heard; end the process by force");
            return std::future::pending().await;
        }
    };
    tokio::select! {
        _ = tokio::signal::ctrl_c() => {}
        _ = terminate.recv() => {}
    }
}

fn logging() {
    let filter = tracing_subscriber::EnvFilter::try_from_env("MARCHLAND_LOG")
        .unwrap_or_else(|_| tracing_subscriber::EnvFilter::new("info,sqlx=warn"));
    tracing_subscriber::fmt().with_env_filter(filter).json().with_writer(std::io::stderr).init();
}

fn fail(why: impl std::fmt::Display) -> ExitCode {
    eprintln!("marchland: {why}");
    ExitCode::FAILURE
}
