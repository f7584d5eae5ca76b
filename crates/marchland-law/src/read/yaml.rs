//! YAML as a tree in which every key and value knows where it stands, so that all mistakes can be shown, not only the first.
//!
//! Never: gives meaning to a value.

use std::fmt;

use serde::de::{self, Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_saphyr::{Location, Spanned};

use crate::mistake::{File, Mistake, Span};

#[derive(Clone, Debug)]
pub(crate) struct Node {
    pub(crate) at: Span,
    pub(crate) value: Value,
}

#[derive(Clone, Debug)]
pub(crate) enum Value {
    Null,
    YesNo(bool),
    Number(i64),
    Text(String),
    List(Vec<Node>),
    Fields(Vec<(Key, Node)>),
}

#[derive(Clone, Debug)]
pub(crate) struct Key {
    pub(crate) at: Span,
    pub(crate) name: String,
}

impl Value {
    /// What it is, in words an author knows.
    pub(crate) fn kind(&self) -> &'static str {
        match self {
            Self::Null => "nothing",
            Self::YesNo(_) => "true or false",
            Self::Number(_) => "a number",
            Self::Text(_) => "text",
            Self::List(_) => "a list",
            Self::Fields(_) => "fields with values",
        }
    }
}

/// Deeper nesting than any law file needs; refused so that hostile bytes cannot exhaust the stack.
const DEPTH_MAX: usize = 24;

/// Reads the YAML that stands at `at` in the file. A syntax error ends the reading of this fragment only.
pub(crate) fn parse(file: &File, at: Span) -> Result<Node, Box<Mistake>> {
    let text = file.text.get(at.start..at.start + at.length).unwrap_or("");
    if text.trim().is_empty() {
        return Ok(Node { at, value: Value::Null });
    }
    let mut options = serde_saphyr::options! { strict_booleans: true, with_snippet: false };
    if let Some(budget) = options.budget.as_mut() {
        budget.max_depth = DEPTH_MAX;
    }
    let tree: Result<Spanned<Raw>, _> = serde_saphyr::from_str_with_options(text, options);
    match tree {
        Ok(tree) => Ok(place(tree, at)),
        Err(error) => {
            let here = error.location().map_or(Span { start: at.start, length: 0 }, |l| by_line(text, l, at));
            let what = error.without_snippet().to_string();
            let what = what.lines().next().unwrap_or("not YAML").trim().to_owned();
            let mistake = Mistake::at(
                file,
                here,
                "yaml-syntax",
                format!("this is not readable as YAML: {what}"),
            )
            .advice(
                "check indentation, colons and quotes; quote a text that contains ': ' or starts with a sign",
            );
            Err(Box::new(mistake))
        }
    }
}

/// A scalar, list or map before its place in the file is known.
enum Raw {
    Scalar(Value),
    List(Vec<Spanned<Raw>>),
    Fields(Vec<(Spanned<String>, Spanned<Raw>)>),
}

fn place(tree: Spanned<Raw>, base: Span) -> Node {
    let at = shift(tree.referenced, base);
    let value = match tree.value {
        Raw::Scalar(value) => value,
        Raw::List(list) => Value::List(list.into_iter().map(|n| place(n, base)).collect()),
        Raw::Fields(fields) => Value::Fields(
            fields
                .into_iter()
                .map(|(key, node)| {
                    (Key { at: shift(key.referenced, base), name: key.value }, place(node, base))
                })
                .collect(),
        ),
    };
    Node { at, value }
}

/// Errors of the parser know line and column, not always bytes.
fn by_line(text: &str, location: Location, base: Span) -> Span {
    let line = usize::try_from(location.line()).unwrap_or(1).max(1) - 1;
    let column = usize::try_from(location.column()).unwrap_or(1).max(1) - 1;
    let before: usize = text.split_inclusive('\n').take(line).map(str::len).sum();
    let within: usize = text[before..].chars().take(column).map(char::len_utf8).sum();
    Span { start: base.start + before + within, length: 1 }
}

fn shift(location: Location, base: Span) -> Span {
    let span = location.span();
    let start = span.byte_offset().map_or(0, |n| usize::try_from(n).unwrap_or(0));
    let length = span.byte_len().map_or(0, |n| usize::try_from(n).unwrap_or(0));
    Span { start: base.start + start, length }
}

impl<'de> Deserialize<'de> for Raw {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Build;
        impl<'de> Visitor<'de> for Build {
            type Value = Raw;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("text, a number, true or false, a list, or fields with values")
            }
            fn visit_unit<E>(self) -> Result<Raw, E> {
                Ok(Raw::Scalar(Value::Null))
            }
            fn visit_none<E>(self) -> Result<Raw, E> {
                Ok(Raw::Scalar(Value::Null))
            }
            fn visit_some<D: Deserializer<'de>>(self, inner: D) -> Result<Raw, D::Error> {
                inner.deserialize_any(self)
            }
            fn visit_bool<E>(self, value: bool) -> Result<Raw, E> {
                Ok(Raw::Scalar(Value::YesNo(value)))
            }
            fn visit_i64<E>(self, value: i64) -> Result<Raw, E> {
                Ok(Raw::Scalar(Value::Number(value)))
            }
            fn visit_u64<E: de::Error>(self, value: u64) -> Result<Raw, E> {
                i64::try_from(value)
                    .map(|n| Raw::Scalar(Value::Number(n)))
                    .map_err(|_| E::custom("this number is too large"))
            }
            fn visit_f64<E>(self, value: f64) -> Result<Raw, E> {
                Ok(Raw::Scalar(Value::Text(value.to_string())))
            }
            fn visit_str<E>(self, value: &str) -> Result<Raw, E> {
                Ok(Raw::Scalar(Value::Text(value.to_owned())))
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Raw, A::Error> {
                let mut out = Vec::new();
                while let Some(node) = list.next_element()? {
                    out.push(node);
                }
                Ok(Raw::List(out))
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Raw, A::Error> {
                let mut out = Vec::new();
                while let Some(entry) = map.next_entry()? {
                    out.push(entry);
                }
                Ok(Raw::Fields(out))
            }
        }
        deserializer.deserialize_any(Build)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Node, Box<Mistake>> {
        let file = File { path: "t.yaml".into(), text: text.into() };
        parse(&file, Span { start: 0, length: text.len() })
    }

    #[test]
    fn keys_and_values_know_their_place() {
        let text = "имя: [one, 2, NO, true]\non: {2022-04-05: permit}\n";
        let tree = read(text).expect("readable");
        let Value::Fields(fields) = &tree.value else { panic!("not a map") };
        let cut = |s: Span| &text[s.start..s.start + s.length];
        assert_eq!(cut(fields[0].0.at), "имя");
        let Value::List(list) = &fields[0].1.value else { panic!("not a list") };
        assert_eq!(cut(list[0].at), "one");
        assert_eq!(cut(list[1].at), "2");
        assert!(matches!(&list[2].value, Value::Text(t) if t == "NO"));
        assert!(matches!(&list[3].value, Value::YesNo(true)));
        let Value::Fields(on) = &fields[1].1.value else { panic!("not a map") };
        assert_eq!(on[0].0.name, "2022-04-05");
        assert_eq!(cut(on[0].0.at), "2022-04-05");
    }

    #[test]
    fn a_syntax_error_has_a_place_and_deep_nesting_is_refused() {
        let mistake = read("a: b\n c: [\n").expect_err("broken");
        assert_eq!(mistake.code, "yaml-syntax");
        assert!(mistake.line >= 2);
        assert!(read(&"[".repeat(5000)).is_err());
        assert!(read(&format!("{}1{}", "[".repeat(100), "]".repeat(100))).is_err());
    }
}
