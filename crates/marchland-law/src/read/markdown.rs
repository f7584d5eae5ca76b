//! An instrument file: front matter, then one `##` heading per article, our paraphrase, and fenced blocks beneath it.
//!
//! Never: reads what is inside a block; only finds where it stands.

use crate::mistake::{File, Mistake, Span};

#[derive(Debug)]
pub(crate) struct Sheet {
    pub(crate) front: Span,
    pub(crate) articles: Vec<Section>,
}

/// What stands under one heading.
#[derive(Debug)]
pub(crate) struct Section {
    /// The text of the heading, without `##`.
    pub(crate) heading: Span,
    pub(crate) prose: String,
    pub(crate) provisions: Vec<Span>,
    pub(crate) rules: Vec<Span>,
}

const PROVISION: &str = "provision";
const RULE: &str = "rule";

pub(crate) fn split(file: &File, mistakes: &mut Vec<Mistake>) -> Option<Sheet> {
    let text = &*file.text;
    let mut lines = Lines { text, next: 0 };
    let first = lines.take();
    if first.is_none_or(|l| l.trimmed(text) != "---") {
        mistakes.push(
            Mistake::at(
                file,
                Span { start: 0, length: 0 },
                "missing-front-matter",
                "the file does not begin with front matter",
            )
            .expected("a first line '---', then the fields of the instrument, then a line '---'"),
        );
        return None;
    }
    let start = lines.next;
    let end = loop {
        match lines.take() {
            Some(line) if line.trimmed(text) == "---" => break line.start,
            Some(_) => {}
            None => {
                mistakes.push(
                    Mistake::at(
                        file,
                        Span { start: 0, length: 3 },
                        "missing-front-matter",
                        "the front matter does not end",
                    )
                    .expected("a line '---' after the fields of the instrument"),
                );
                return None;
            }
        }
    };
    let mut sheet = Sheet { front: Span { start, length: end - start }, articles: Vec::new() };
    while let Some(line) = lines.take() {
        let content = line.trimmed(text);
        if let Some(heading) = content.strip_prefix("## ") {
            let start = line.start + text[line.start..line.end].find(heading).unwrap_or(0);
            let heading = Span { start, length: heading.len() };
            sheet.articles.push(Section {
                heading,
                prose: String::new(),
                provisions: Vec::new(),
                rules: Vec::new(),
            });
        } else if let Some(kind) = content.strip_prefix("```") {
            let opening = Span { start: line.start, length: content.len() };
            let Some(inside) = lines.until_fence() else {
                mistakes.push(
                    Mistake::at(file, opening, "open-block", "this block does not end")
                        .expected("a line with three backticks after the block"),
                );
                break;
            };
            match (kind.trim(), sheet.articles.last_mut()) {
                (PROVISION, Some(article)) => article.provisions.push(inside),
                (RULE, Some(article)) => article.rules.push(inside),
                (RULE | PROVISION, None) => mistakes.push(
                    Mistake::at(file, opening, "missing-heading", "this block stands under no article")
                        .expected("a heading such as '## Article 7(2): urgent requests' above it"),
                ),
                _ => mistakes.push(
                    Mistake::at(
                        file,
                        opening,
                        "unknown-block",
                        format!("'{}' is not a kind of block", kind.trim()),
                    )
                    .expected("```provision or ```rule"),
                ),
            }
        } else if let Some(article) = sheet.articles.last_mut() {
            article.prose.push_str(content);
            article.prose.push('\n');
        }
    }
    for article in &mut sheet.articles {
        article.prose = article.prose.trim().to_owned();
    }
    Some(sheet)
}

struct Lines<'t> {
    text: &'t str,
    next: usize,
}

#[derive(Clone, Copy)]
struct Line {
    start: usize,
    end: usize,
}

impl Line {
    fn trimmed(self, text: &str) -> &str {
        text[self.start..self.end].trim_end()
    }
}

impl Lines<'_> {
    fn take(&mut self) -> Option<Line> {
        if self.next >= self.text.len() {
            return None;
        }
        let start = self.next;
        let end = self.text[start..].find('\n').map_or(self.text.len(), |n| start + n);
        self.next = (end + 1).min(self.text.len());
        Some(Line { start, end })
    }

    /// The span up to the closing fence.
    fn until_fence(&mut self) -> Option<Span> {
        let start = self.next;
        while let Some(line) = self.take() {
            if line.trimmed(self.text) == "```" {
                return Some(Span { start, length: line.start - start });
            }
        }
        None
    }
}
