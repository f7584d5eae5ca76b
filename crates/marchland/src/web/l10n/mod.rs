//! The reader's language: which one, its words, how it writes dates and numbers.
//!
//! The words live in `locales/<lang>/*.ftl`; the build makes one function of each message, so a text missing
//! in one language is a compile error. Names of bodies and contents of the law come from their registers.
//!
//! Never: translates what a person wrote.

use std::{fmt, ops::Deref, sync::LazyLock};

mod codes;
mod evidence;
mod format;
mod happenings;
mod problems;
mod screening;

pub use format::Separators;
pub use screening::mark;

#[allow(clippy::all, clippy::unwrap_used, missing_debug_implementations, unreachable_pub, dead_code)]
mod generated {
    include!(concat!(env!("OUT_DIR"), "/words.rs"));
}

/// A language of the interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Lang {
    #[default]
    En,
    Ru,
    Kk,
}

/// All texts of one language: `t.desk_title()`.
#[derive(Clone, Copy)]
pub struct Words(&'static generated::L10nLanguage);

static ENGLISH: LazyLock<generated::L10nLanguage> = LazyLock::new(|| generated::L10n::En.load());
static RUSSIAN: LazyLock<generated::L10nLanguage> = LazyLock::new(|| generated::L10n::Ru.load());
static KAZAKH: LazyLock<generated::L10nLanguage> = LazyLock::new(|| generated::L10n::Kk.load());

impl Lang {
    pub const ALL: [Lang; 3] = [Lang::En, Lang::Ru, Lang::Kk];

    /// The code of the `lang` attribute, the cookie and the settings form.
    pub fn code(self) -> &'static str {
        match self {
            Lang::En => "en",
            Lang::Ru => "ru",
            Lang::Kk => "kk",
        }
    }

    pub fn from_code(code: &str) -> Option<Lang> {
        Lang::ALL.into_iter().find(|lang| lang.code().eq_ignore_ascii_case(code.trim()))
    }

    /// The kept choice wins; otherwise the first language of `Accept-Language` we speak, by weight.
    pub fn choose(kept: Option<&str>, accept_language: Option<&str>) -> Lang {
        kept.and_then(Lang::from_code).or_else(|| accept_language.and_then(preferred)).unwrap_or_default()
    }

    pub fn words(self) -> Words {
        Words(match self {
            Lang::En => &ENGLISH,
            Lang::Ru => &RUSSIAN,
            Lang::Kk => &KAZAKH,
        })
    }

    /// `EN`, as on the switch.
    pub fn label(self) -> &'static str {
        match self {
            Lang::En => "EN",
            Lang::Ru => "RU",
            Lang::Kk => "KK",
        }
    }

    /// The language's own name for itself.
    pub fn own_name(self) -> &'static str {
        match self {
            Lang::En => "English",
            Lang::Ru => "Русский",
            Lang::Kk => "Қазақша",
        }
    }
}

impl Deref for Words {
    type Target = generated::L10nLanguage;

    fn deref(&self) -> &Self::Target {
        self.0
    }
}

impl fmt::Debug for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Words")
    }
}

fn preferred(accept_language: &str) -> Option<Lang> {
    const LISTED_MAX: usize = 20;
    let mut best: Option<(Lang, f32)> = None;
    for entry in accept_language.split(',').take(LISTED_MAX) {
        let mut parts = entry.split(';');
        let tag = parts.next().unwrap_or_default().trim();
        let primary = tag.split('-').next().unwrap_or_default();
        let weight = parts
            .find_map(|p| p.trim().strip_prefix("q=").and_then(|q| q.parse::<f32>().ok()))
            .unwrap_or(1.0);
        let Some(lang) = Lang::from_code(primary) else { continue };
        if weight > 0.0 && best.is_none_or(|(_, w)| weight > w) {
            best = Some((lang, weight));
        }
    }
    best.map(|(lang, _)| lang)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_kept_choice_wins_over_the_browser() {
        assert_eq!(Lang::choose(Some("kk"), Some("ru")), Lang::Kk);
        assert_eq!(Lang::choose(Some("xx"), Some("ru-RU,ru;q=0.9,en;q=0.8")), Lang::Ru);
        assert_eq!(Lang::choose(None, Some("de, en;q=0.2, kk;q=0.7")), Lang::Kk);
        assert_eq!(Lang::choose(None, Some("ru;q=0, fr")), Lang::En);
        assert_eq!(Lang::choose(None, Some(";;q=,,-")), Lang::En);
    }
}
