//! What must hold on every page, found by reading its tags: no inline style or script, unique ids, labels and
//! references that lead somewhere, a csrf field in every form that posts.

use std::collections::{BTreeMap, BTreeSet};

type Attributes = BTreeMap<String, String>;

pub(crate) fn faults(html: &str) -> Vec<String> {
    let tags = tags(html);
    let mut faults = Vec::new();
    let mut ids = BTreeSet::new();
    for (_, attributes) in &tags {
        if let Some(id) = attributes.get("id")
            && !ids.insert(id.clone())
        {
            faults.push(format!("id \"{id}\" twice"));
        }
    }
    let labelled: BTreeSet<&String> =
        tags.iter().filter(|(n, _)| n == "label").filter_map(|(_, a)| a.get("for")).collect();
    let mut open_post: Option<bool> = None;
    for (name, attributes) in &tags {
        for reference in ["for", "aria-describedby", "aria-labelledby"] {
            for id in attributes.get(reference).map(String::as_str).unwrap_or_default().split_whitespace() {
                if !ids.contains(id) {
                    faults.push(format!("<{name} {reference}> leads to \"{id}\", which is not there"));
                }
            }
        }
        if attributes.contains_key("style") || attributes.keys().any(|k| k.starts_with("on")) {
            faults.push(format!("<{name}> has an inline style or handler"));
        }
        if let Some(target) = attributes.get("href").and_then(|h| h.strip_prefix('#'))
            && !ids.contains(target)
        {
            faults.push(format!("a link leads to #{target}, which is not there"));
        }
        match name.as_str() {
            "script" if !attributes.contains_key("src") => faults.push("an inline script".into()),
            "form" => {
                open_post = (attributes.get("method").map(String::as_str) == Some("post")).then_some(false)
            }
            "/form" if open_post.take() == Some(false) => {
                faults.push("a form posts without a csrf field".into())
            }
            "input" if attributes.get("name").map(String::as_str) == Some("csrf") => {
                open_post = open_post.map(|_| true)
            }
            _ => {}
        }
        let asks = matches!(name.as_str(), "input" | "select" | "textarea")
            && attributes.get("type").map(String::as_str) != Some("hidden");
        let named = attributes.contains_key("aria-label")
            || attributes.get("id").is_some_and(|id| labelled.contains(id));
        if asks && !named {
            faults.push(format!("<{name} name={:?}> has no label", attributes.get("name")));
        }
    }
    let headings = tags.iter().filter(|(n, _)| n == "h1").count();
    if headings != 1 {
        faults.push(format!("{headings} first headings"));
    }
    if !html.contains("<html lang=\"") || !html.contains("<title>") {
        faults.push("no language or no title".into());
    }
    for gap in ["\u{2068}", "{%", "{{", "{ $"] {
        if html.contains(gap) {
            faults.push(format!("{gap:?} reached the page"));
        }
    }
    faults
}

/// Start and end tags with their attributes. Enough for our own output, which always quotes values.
fn tags(html: &str) -> Vec<(String, Attributes)> {
    let mut found = Vec::new();
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        rest = &rest[start + 1..];
        let Some(end) = rest.find('>') else { break };
        let (tag, after) = (&rest[..end], &rest[end + 1..]);
        rest = after;
        let name = tag.split(|c: char| c.is_whitespace() || c == '>').next().unwrap_or_default();
        if name.starts_with('!') {
            continue;
        }
        found.push((name.trim_end_matches('/').to_owned(), attributes(&tag[name.len()..])));
    }
    found
}

fn attributes(text: &str) -> Attributes {
    let mut found = Attributes::new();
    let mut rest = text.trim_start();
    while !rest.is_empty() && rest != "/" {
        let end = rest.find(|c: char| c == '=' || c.is_whitespace()).unwrap_or(rest.len());
        let key = rest[..end].to_owned();
        rest = &rest[end..];
        let mut value = String::new();
        if let Some(quoted) = rest.strip_prefix("=\"") {
            let close = quoted.find('"').unwrap_or(quoted.len());
            value = quoted[..close].to_owned();
            rest = quoted.get(close + 1..).unwrap_or_default();
        }
        rest = rest.trim_start_matches('=').trim_start();
        found.insert(key, value);
    }
    found
}
