//! `screen ALERTS CHECKS > RESULTS` on the engine alone, with its time: for measuring without the node.
//!
//! Never: what the node does around a check.

use std::io::{self, BufWriter, Read};
use std::time::Instant;

use marchland_screening::{BadLines, Input, run};

#[allow(clippy::disallowed_methods, clippy::disallowed_types)] // A tool at the border of the crate, not part of it.
fn main() -> io::Result<()> {
    let mut files = Vec::new();
    for path in std::env::args().skip(1) {
        let mut text = String::new();
        std::fs::File::open(path)?.read_to_string(&mut text)?;
        files.push(text);
    }
    let [alerts, checks] = files.as_slice() else {
        return Err(io::Error::other("screen ALERTS CHECKS > RESULTS"));
    };
    let input = Input { alerts, checks, bad: BadLines::Skip, this_year: 26 };
    let from = Instant::now();
    let clock = || u64::try_from(from.elapsed().as_nanos() / 1000).unwrap_or(u64::MAX);
    let mut first = None;
    let mut out = BufWriter::new(io::stdout().lock());
    let report = run(input, &mut out, clock, |done, _| {
        if done == 1 {
            first = Some(from.elapsed());
        }
    })
    .map_err(io::Error::other)?;
    eprintln!("{report:?}; first result after {first:?}, all after {:?}", from.elapsed());
    Ok(())
}
