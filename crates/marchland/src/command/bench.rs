//! `marchland bench …`: figures beside a comparator of the same run.
use std::process::ExitCode;
use clap::Subcommand;
#[derive(Debug, Subcommand)]
pub enum Bench {}
impl Bench { pub fn run(self) -> ExitCode { match self {} } }
