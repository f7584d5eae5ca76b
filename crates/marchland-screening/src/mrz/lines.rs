//! From text to the lines of a zone, in every shape the text could have.
//!
//! Never: changes a letter to make it fit; only what is no sign of a zone at all is dropped or refused.

use super::{Format, NotAZone};

/// Fewer signs than this are no line of any zone.
const LINE_MIN: usize = 24;
/// A text longer than this is no zone of any kind.
const TEXT_MAX: usize = 2_000;

/// Every format and cutting that the text allows; never empty when it is no error.
pub(super) fn shapes(lines: &[&str]) -> Result<Vec<(Format, Vec<String>)>, NotAZone> {
    if lines.iter().map(|l| l.len()).sum::<usize>() > TEXT_MAX {
        return Err(NotAZone::Shape { lines: lines.len(), widths: lines.iter().map(|l| l.len()).collect() });
    }
    let mut clean = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let line = tidy(line, at + 1)?;
        if !line.is_empty() {
            clean.push(line);
        }
    }
    let Some(first) = clean.first() else { return Err(NotAZone::Empty) };
    let widths: Vec<usize> = clean.iter().map(String::len).collect();
    let visa = first.starts_with('V');
    let mut found = Vec::new();
    match clean.as_slice() {
        [one] => {
            for (format, count, width) in formats(visa) {
                // Signs after the end are allowed, but less than a whole line of them.
                if (count * width..(count + 1) * width).contains(&one.len()) {
                    found.push((
                        format,
                        (0..count).map(|n| one[n * width..(n + 1) * width].to_string()).collect(),
                    ));
                }
            }
        }
        all => {
            for (format, count, width) in formats(visa) {
                let whole = all.len() == count && all[1..].iter().all(|l| l.len() >= width);
                // The fillers at the end of the line with the name are easily lost; no other line may be short.
                let name_at = if format == Format::Td1 { 2 } else { 0 };
                let short = all.len() == count
                    && all
                        .iter()
                        .enumerate()
                        .all(|(i, l)| l.len() >= if i == name_at { LINE_MIN.min(width) } else { width });
                if whole || short {
                    found.push((format, all.iter().map(|l| fit(l, width)).collect()));
                }
            }
        }
    }
    // Text of exact widths has no other shape: cut to a smaller format its digits could still fit by chance.
    let exact = |(_, lines): &(Format, Vec<String>)| {
        lines.iter().map(String::len).sum::<usize>() == widths.iter().sum::<usize>()
    };
    if found.iter().any(exact) {
        found.retain(exact);
    }
    if found.is_empty() { Err(NotAZone::Shape { lines: clean.len(), widths }) } else { Ok(found) }
}

fn formats(visa: bool) -> [(Format, usize, usize); 3] {
    if visa {
        [(Format::VisaA, 2, 44), (Format::VisaB, 2, 36), (Format::Td1, 3, 30)]
    } else {
        [(Format::Td3, 2, 44), (Format::Td2, 2, 36), (Format::Td1, 3, 30)]
    }
}

/// Upper case without spaces. Signs that stand for the filler become it; a foreign sign where a line may have ended ends it.
fn tidy(line: &str, number: usize) -> Result<String, NotAZone> {
    let mut out = String::with_capacity(line.len());
    for (place, c) in line.chars().enumerate() {
        match c {
            _ if c.is_whitespace() => {}
            'A'..='Z' | '0'..='9' | '<' => out.push(c),
            'a'..='z' => out.push(c.to_ascii_uppercase()),
            '«' | '《' => out.push_str("<<"),
            '‹' | '〈' | '＜' | '≤' => out.push('<'),
            _ if latin_twin(c).is_some() => out.extend(latin_twin(c)),
            // Dirt beyond the shortest line's end.
            _ if out.len() >= 30 => break,
            _ => return Err(NotAZone::Letters { line: number, place: place + 1, found: c }),
        }
    }
    Ok(out)
}

/// A zone typed with Cyrillic letters that look the same.
fn latin_twin(c: char) -> Option<char> {
    Some(match c {
        'А' | 'а' => 'A',
        'В' | 'в' => 'B',
        'Е' | 'е' => 'E',
        'К' | 'к' => 'K',
        'М' | 'м' => 'M',
        'Н' | 'н' => 'H',
        'О' | 'о' => 'O',
        'Р' | 'р' => 'P',
        'С' | 'с' => 'C',
        'Т' | 'т' => 'T',
        'У' | 'у' => 'Y',
        'Х' | 'х' => 'X',
        'І' | 'і' => 'I',
        _ => return None,
    })
}

fn fit(line: &str, width: usize) -> String {
    let mut line: String = line.chars().take(width).collect();
    while line.len() < width {
        line.push('<');
    }
    line
}
