//! `screen ALERTS CHECKS [THREADS] > RESULTS` on the engine alone, with its time: for measuring without the node.
//!
//! Never: what the node does around a check.

use std::io::{self, BufReader, BufWriter};
use std::time::Instant;

use marchland_screening::{BadLines, Input, Progress, run};

#[allow(clippy::disallowed_methods, clippy::disallowed_types)] // A tool at the border of the crate, not part of it.
fn main() -> io::Result<()> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let [alerts, checks, rest @ ..] = args.as_slice() else {
        return Err(io::Error::other("screen ALERTS CHECKS [THREADS] > RESULTS"));
    };
    let open = |path: &str| std::fs::File::open(path).map(|f| BufReader::with_capacity(1 << 20, f));
    let workers = rest.first().map_or(Ok(2), |n| n.parse()).map_err(io::Error::other)?;
    let (alerts, checks) = (open(alerts)?, open(checks)?);
    let input = Input { alerts, checks, bad: BadLines::Skip, this_year: 2026, workers };
    let began = Instant::now();
    let clock = || u64::try_from(began.elapsed().as_nanos()).unwrap_or(u64::MAX);
    let mut ready = None;
    let report = run(input, &mut BufWriter::new(io::stdout().lock()), clock, |step| {
        if let Progress::Ready(_) = step {
            ready = Some(began.elapsed());
        }
    })
    .map_err(io::Error::other)?;
    eprintln!("{report:?}; ready after {ready:?}, all after {:?}", began.elapsed());
    Ok(())
}
