//! `marchland screen explain`.

use clap::Args;
use marchland_screening::{Explained, Verdict, explain};

use super::{Files, Said};

#[derive(Debug, Args)]
pub struct Explain {
    /// Id of the alert.
    alert: String,
    /// Id of the check.
    check: String,
    #[command(flatten)]
    files: Files,
    /// Print one JSON object.
    #[arg(long)]
    json: bool,
}

pub(super) fn run(args: &Explain) -> Result<(), Said> {
    let explained = explain(args.files.open()?, &args.alert, &args.check).map_err(|e| e.to_string())?;
    if args.json {
        println!("{}", serde_json::to_string_pretty(&explained).map_err(|e| e.to_string())?);
    } else {
        print!("{}", plain(&explained));
    }
    Ok(())
}

fn plain(explained: &Explained) -> String {
    let (alert, check) = (&explained.alert.id, &explained.check.id);
    let Some(found) = &explained.found else {
        return format!(
            "Alert {alert} was not raised for check {check}: it is not among the ten nearest alerts.\n\
             Neither the names nor the dates brought the two together, or ten others came nearer.\n"
        );
    };
    let verdict = match found.verdict {
        Verdict::Hit => "a hit: raised to the guard",
        Verdict::Namesake => "a namesake: the name fits, the data do not suffice to say more",
        Verdict::Nothing => "nothing: not shown to the guard",
    };
    let mut text = format!(
        "Alert {alert} for check {check} is {verdict}.\n\
         Evidence {:.1} bits, needed to outweigh the size of the list {:.1} bits; score {:.4}.\n\n",
        found.bits, found.prior_bits, found.score
    );
    for e in &found.evidence {
        let field = format!("{:?}", e.field).to_lowercase();
        let against = if e.contradicts { ", excludes the person" } else { "" };
        text += &format!("{field:<12}{:>+7.1} bits{against}\n", e.bits);
        text += &format!(
            "{:12}check: {}   alert: {}\n{:12}{}\n",
            "",
            said(&e.theirs),
            said(&e.listed),
            "",
            e.because
        );
    }
    text + &format!("\nWhat would change it: {}\n", found.would_change)
}

fn said(value: &str) -> &str {
    if value.is_empty() { "says nothing" } else { value }
}
