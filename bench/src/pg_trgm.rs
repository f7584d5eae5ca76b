//! PostgreSQL with pg_trgm as people use it for names: one text per name, a GIN index of trigrams, the ten most similar.
//! A temporary server is started for the run and removed after it.
//!
//! Never: touches a server that was there before.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use marchland_screening::Check;
use postgres::{Client, NoTls, Row};

use crate::beside::Beside;
use crate::set::Set;
use crate::table::Figures;
use crate::tantivy::words;

pub fn measure(set: &Set, part: &[&Check], beside: &mut Beside<'_>, port: u16) -> Result<Figures, String> {
    let server = Server::start(port)?;
    run(set, part, beside, &server).map_err(|e| e.to_string())
}

fn run(
    set: &Set,
    part: &[&Check],
    beside: &mut Beside<'_>,
    server: &Server,
) -> Result<Figures, Box<dyn std::error::Error>> {
    let mut client = Client::connect(
        &format!("host=127.0.0.1 port={} user=postgres dbname=postgres", server.port),
        NoTls,
    )?;
    client.batch_execute(
        "CREATE EXTENSION pg_trgm; SET maintenance_work_mem = '1GB';
         CREATE UNLOGGED TABLE alert (id text NOT NULL, name text NOT NULL)",
    )?;
    let began = Instant::now();
    let mut copy = client.copy_in("COPY alert FROM STDIN")?;
    for alert in &set.alerts {
        for name in &alert.names {
            let text = words(name).to_lowercase().replace(['\\', '\t', '\n'], " ");
            writeln!(copy, "{}\t{text}", alert.id)?;
        }
    }
    copy.finish()?;
    client.batch_execute("CREATE INDEX ON alert USING gin (name gin_trgm_ops); ANALYZE alert; SET pg_trgm.similarity_threshold = 0.4")?;
    let build = began.elapsed();
    let ask = client
        .prepare("SELECT id, similarity(name, $1) FROM alert WHERE name % $1 ORDER BY 2 DESC LIMIT 10")?;
    let answers = beside.ask(part, |check| -> Result<Vec<serde_json::Value>, postgres::Error> {
        let rows = client.query(&ask, &[&words(&check.name).to_lowercase()])?;
        let found = |r: &Row| serde_json::json!({"id": r.get::<_, String>(0), "score": r.get::<_, f32>(1)});
        Ok(rows.iter().map(found).collect())
    })?;
    answers.figures(set, part, build, false)
}

struct Server {
    programs: PathBuf,
    data: PathBuf,
    port: u16,
    /// PostgreSQL refuses to run as root.
    root: bool,
}

impl Server {
    fn start(port: u16) -> Result<Server, String> {
        let installed = std::fs::read_dir("/usr/lib/postgresql")
            .into_iter()
            .flatten()
            .flatten()
            .map(|e| e.path().join("bin"));
        let programs = installed
            .chain([PathBuf::from("/usr/local/bin"), PathBuf::from("/usr/bin")])
            .find(|folder| folder.join("initdb").exists())
            .ok_or("PostgreSQL is not installed; install the packages postgresql and postgresql-contrib")?;
        let root = Command::new("id").arg("-u").output().is_ok_and(|o| o.stdout.starts_with(b"0\n"));
        let data = std::env::temp_dir().join(format!("marchland-bench-{}", std::process::id()));
        std::fs::create_dir(&data).map_err(|e| format!("{} cannot be made: {e}", data.display()))?;
        let server = Server { programs, data, port, root };
        if root {
            call(Command::new("chown").arg("postgres").arg(&server.data))?;
        }
        server.call("initdb", &format!("-D {} -A trust -U postgres", server.cluster().display()))?;
        let options = format!(
            "-p {port} -k {} -c listen_addresses=127.0.0.1 -c shared_buffers=1GB -c fsync=off",
            server.data.display()
        );
        server.call(
            "pg_ctl",
            &format!(
                "-D {} -w -l {}/log -o \"{options}\" start",
                server.cluster().display(),
                server.data.display()
            ),
        )?;
        Ok(server)
    }

    fn cluster(&self) -> PathBuf {
        self.data.join("cluster")
    }

    fn call(&self, program: &str, arguments: &str) -> Result<(), String> {
        let line = format!("{} {arguments}", Path::new(&self.programs).join(program).display());
        let mut command = if self.root { Command::new("su") } else { Command::new("sh") };
        if self.root {
            command.args(["postgres", "-s", "/bin/sh", "-c", &line]);
        } else {
            command.args(["-c", &line]);
        }
        call(&mut command)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let stopped = self.call("pg_ctl", &format!("-D {} -m immediate -w stop", self.cluster().display()));
        if let Err(why) =
            stopped.and_then(|()| std::fs::remove_dir_all(&self.data).map_err(|e| e.to_string()))
        {
            eprintln!(
                "marchland bench: the temporary server in {} was not removed: {why}",
                self.data.display()
            );
        }
    }
}

fn call(command: &mut Command) -> Result<(), String> {
    let name = format!("{command:?}");
    let done =
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).current_dir("/").status();
    match done {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("{name} ended with {status}")),
        Err(e) => Err(format!("{name} cannot be started: {e}")),
    }
}
