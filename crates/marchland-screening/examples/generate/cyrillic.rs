//! Latin and own spellings back to Cyrillic: what a clerk writes who sees a passport, and what Uzbek papers write.
//!
//! Never: knows how the name was spelt first.

use crate::folks::title;

/// Longest first.
const READING: &[(&str, &str)] = &[
    ("shch", "щ"),
    ("sch", "щ"),
    ("zh", "ж"),
    ("kh", "х"),
    ("ts", "ц"),
    ("ch", "ч"),
    ("sh", "ш"),
    ("gh", "г"),
    ("ph", "ф"),
    ("yu", "ю"),
    ("iu", "ю"),
    ("ya", "я"),
    ("ia", "ия"),
    ("yo", "ё"),
    ("io", "ио"),
    ("ye", "е"),
    ("ie", "ие"),
    ("dj", "дж"),
    ("ck", "к"),
    ("iy", "ий"),
    ("yy", "ый"),
    ("ay", "ай"),
    ("ey", "ей"),
    ("oy", "ой"),
    ("uy", "уй"),
    ("ai", "ай"),
    ("ei", "ей"),
    ("oi", "ой"),
    ("ui", "уй"),
    ("x", "кс"),
    ("a", "а"),
    ("b", "б"),
    ("c", "к"),
    ("d", "д"),
    ("e", "е"),
    ("f", "ф"),
    ("g", "г"),
    ("h", "х"),
    ("i", "и"),
    ("j", "дж"),
    ("k", "к"),
    ("l", "л"),
    ("m", "м"),
    ("n", "н"),
    ("o", "о"),
    ("p", "п"),
    ("q", "к"),
    ("r", "р"),
    ("s", "с"),
    ("t", "т"),
    ("u", "у"),
    ("v", "в"),
    ("w", "в"),
    ("y", "ы"),
    ("z", "з"),
];

/// A Latin name as a Russian-speaking clerk reads it aloud and writes it down.
pub fn read(text: &str) -> String {
    title(&replaced(&text.to_lowercase(), READING)).replace("ияа", "ия")
}

/// Uzbek in the Cyrillic letters of 1940.
pub fn uzbek(text: &str) -> String {
    const LETTERS: &[(&str, &str)] = &[
        ("oʻ", "ў"),
        ("gʻ", "ғ"),
        ("sh", "ш"),
        ("ch", "ч"),
        ("ng", "нг"),
        ("yo", "ё"),
        ("yu", "ю"),
        ("ya", "я"),
        ("ye", "е"),
        ("ts", "ц"),
        ("a", "а"),
        ("b", "б"),
        ("d", "д"),
        ("e", "е"),
        ("f", "ф"),
        ("g", "г"),
        ("h", "ҳ"),
        ("i", "и"),
        ("j", "ж"),
        ("k", "к"),
        ("l", "л"),
        ("m", "м"),
        ("n", "н"),
        ("o", "о"),
        ("p", "п"),
        ("q", "қ"),
        ("r", "р"),
        ("s", "с"),
        ("t", "т"),
        ("u", "у"),
        ("v", "в"),
        ("x", "х"),
        ("y", "й"),
        ("z", "з"),
        ("ʼ", "ъ"),
    ];
    let lower = text.to_lowercase();
    let words: Vec<String> = lower
        .split(' ')
        .map(|word| match word.strip_prefix('e') {
            Some(rest) => format!("э{}", replaced(rest, LETTERS)),
            None => replaced(word, LETTERS),
        })
        .collect();
    title(&words.join(" "))
}

/// A Russian surname as a Ukrainian passport writes it.
pub fn ukrainian(text: &str) -> String {
    let lower = text.to_lowercase();
    let pairs = &[
        ("ский", "ський"),
        ("цкий", "цький"),
        ("ьё", "йо"),
        ("ье", "ьє"),
        ("ия", "ія"),
        ("ее", "еє"),
        ("ае", "ає"),
        ("ё", "ьо"),
        ("и", "і"),
        ("ы", "и"),
        ("э", "е"),
        ("ъ", "'"),
    ];
    title(&replaced(&lower, pairs))
}

/// A Russian surname as a Belarusian passport writes it; the change of unstressed о is left to the clerk.
pub fn belarusian(text: &str) -> String {
    let pairs = &[
        ("ский", "скі"),
        ("цкий", "цкі"),
        ("щ", "шч"),
        ("ти", "ці"),
        ("ди", "дзі"),
        ("те", "це"),
        ("де", "дзе"),
        ("тё", "цё"),
        ("дё", "дзё"),
        ("тя", "ця"),
        ("дя", "дзя"),
        ("че", "чэ"),
        ("ше", "шэ"),
        ("же", "жэ"),
        ("це", "цэ"),
        ("ре", "рэ"),
        ("чи", "чы"),
        ("ши", "шы"),
        ("жи", "жы"),
        ("ри", "ры"),
        ("и", "і"),
        ("ъ", "'"),
    ];
    let spelt = replaced(&text.to_lowercase(), pairs);
    let spelt = match spelt.strip_suffix('в') {
        Some(stem) => format!("{stem}ў"),
        None => spelt,
    };
    title(&spelt)
}

fn replaced(text: &str, pairs: &[(&str, &str)]) -> String {
    let (mut out, mut rest) = (String::with_capacity(text.len() * 2), text);
    'next: while let Some(c) = rest.chars().next() {
        for (from, to) in pairs {
            if let Some(after) = rest.strip_prefix(from) {
                out.push_str(to);
                rest = after;
                continue 'next;
            }
        }
        out.push(c);
        rest = &rest[c.len_utf8()..];
    }
    out
}
