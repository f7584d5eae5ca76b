//! What people type, made fit to keep and to send: one Unicode spelling, no control characters, a limit.
//!
//! Never: changes a word. Outer blanks go, line ends become one kind, letters are composed (NFC); no more.

use unicode_normalization::UnicodeNormalization;

/// Why a text cannot be kept as a checked field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TextFault {
    TooLong {
        max: usize,
        found: usize,
    },
    /// A character that is not shown: control, direction mark, zero width. Counted from 1.
    Hidden {
        at: usize,
    },
}

/// The checked spelling of `raw`. Line breaks stay only when `lines` is true.
pub(crate) fn clean(raw: &str, max_chars: usize, lines: bool) -> Result<String, TextFault> {
    let unified = raw.replace("\r\n", "\n").replace('\r', "\n");
    let text: String = unified.trim().nfc().collect();
    // Tabs come with pasted tables; one blank says the same and needs no control character.
    let text = text.replace('\t', " ");
    if let Some(i) = text.chars().position(|c| hidden(c) && !(lines && c == '\n')) {
        return Err(TextFault::Hidden { at: i + 1 });
    }
    let found = text.chars().count();
    if found > max_chars {
        return Err(TextFault::TooLong { max: max_chars, found });
    }
    Ok(text)
}

/// True if a text from a neighbour is already in the spelling we would have kept.
pub(crate) fn is_clean(text: &str, max_chars: usize, lines: bool) -> bool {
    clean(text, max_chars, lines).is_ok_and(|kept| kept == text)
}

/// Characters that change a text without being seen. Zero width joiners are not needed in any of our
/// languages, and direction marks can make a plate or a number read backwards.
fn hidden(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{00AD}' | '\u{061C}' | '\u{180E}' | '\u{FEFF}' | '\u{FFFE}' | '\u{FFFF}'
            | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}'
            | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E007F}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_composed_and_blanks_trimmed() {
        assert_eq!(clean(" Қызылжар и\u{306}  ", 40, false), Ok("Қызылжар й".into()));
        assert_eq!(clean("a\r\nb\rc", 40, true), Ok("a\nb\nc".into()));
        assert_eq!(clean("a\tb", 40, false), Ok("a b".into()));
    }

    #[test]
    fn hidden_characters_are_named_by_place() {
        assert_eq!(clean("T\u{202E}418", 40, false), Err(TextFault::Hidden { at: 2 }));
        assert_eq!(clean("ab\u{0}", 40, true), Err(TextFault::Hidden { at: 3 }));
        assert_eq!(clean("a\nb", 40, false), Err(TextFault::Hidden { at: 2 }));
    }

    #[test]
    fn length_is_counted_in_characters_not_bytes() {
        assert_eq!(clean("әғқ", 3, false), Ok("әғқ".into()));
        assert_eq!(clean("әғқң", 3, false), Err(TextFault::TooLong { max: 3, found: 4 }));
    }
}
