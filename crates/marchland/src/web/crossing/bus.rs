//! `GET /crossing/bus`, `POST /crossing/bus`: a whole list at once. Lines that cannot be read are named; the others are checked.
//!
//! Never: drops a line.

use super::super::page::{Form, Page, Visit, again, show};
use super::super::views::crossing::{BusPage, TravellerRow};
use super::super::views::{Fields, Place, Problem};
use super::{check, lane};
use crate::acts::Acted;
use crate::acts::crossing::{self, LIST_MAX};
use crate::screening::{Person, Word, read_line, split_list};
use crate::web::l10n::Words;

pub async fn see(visit: Visit) -> Page {
    let fields = lane::fields(&lane::usual(&visit, None));
    show(&page(&visit, fields, Vec::new(), String::new(), Vec::new()).await?)
}

pub async fn check(visit: Visit, form: Form) -> Page {
    let t = visit.t();
    let (people, bad) = match read(t, form.get("list"), visit.app.screening.this_year()) {
        Ok(read) => read,
        Err(text) => {
            let fields = form.fields().with_problems(vec![Problem { field: "list".to_owned(), text }]);
            return again(&page(&visit, fields, Vec::new(), String::new(), Vec::new()).await?);
        }
    };
    let numbers: Vec<String> = people.iter().map(|(line, _)| line.to_string()).collect();
    let done = crossing::check(&visit.app, visit.who(), &lane::of_form(&form), people).await?;
    let mut rows: Vec<(Word, TravellerRow)> = done
        .iter()
        .zip(&numbers)
        .map(|(one, number)| (one.word(), check::line(visit.lang(), one, one.word(), number)))
        .collect();
    let counts = check::counts(t, done.iter().map(|one| one.word().code()));
    rows.sort_by_key(|row| std::cmp::Reverse(row.0)); // what needs somebody comes first, otherwise the order of the list
    let rows = rows.into_iter().map(|(_, row)| row).collect();
    // The list itself is not shown again: it stays only as long as its travellers do.
    let mut fields = form.fields();
    fields.set("list", "");
    show(&page(&visit, fields, rows, counts, bad).await?)
}

/// Each traveller with the number of the line, and of lines that cannot be read which and why.
pub type Lines = (Vec<(i64, Person)>, Vec<String>);

/// An error in words if there are no lines or too many.
pub fn read(t: Words, list: &str, this_year: u16) -> Result<Lines, String> {
    let lines = split_list(list);
    if lines.is_empty() || lines.len() > LIST_MAX {
        return Err(if lines.is_empty() { t.bad_empty() } else { t.bus_says(LIST_MAX as u64) });
    }
    let (mut people, mut bad) = (Vec::new(), Vec::new());
    for (line, text) in lines {
        match read_line(&text, this_year) {
            Ok(all) => {
                let line = i64::try_from(line).unwrap_or(i64::MAX);
                people.extend(all.into_iter().map(|one| (line, one)));
            }
            Err(why) => bad.push(t.bus_bad_line(line as u64, t.unreadable(&why))),
        }
    }
    Ok((people, bad))
}

async fn page(
    visit: &Visit,
    fields: Fields,
    rows: Vec<TravellerRow>,
    counts: String,
    bad: Vec<String>,
) -> Acted<BusPage> {
    Ok(BusPage {
        frame: visit.frame(Place::BusList).await?,
        fields,
        lanes: lane::lanes(visit),
        crossings: lane::crossings(visit),
        directions: visit.t().directions(),
        rows,
        counts,
        bad,
        max: LIST_MAX,
    })
}
