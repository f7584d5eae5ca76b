//! Chinese names: pinyin is read as the Palladius syllables of Russian documents, so that both sound the same.
//!
//! Never: reads characters (travel documents carry the Latin spelling), touches a name that is not wholly syllables.

use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

use crate::alert::Spelling;
use crate::fold;
use crate::lexicon::WordMap;
use crate::name::{Name, Part};
use crate::tables::palladius;

struct Syllables {
    /// Pinyin to the Cyrillic syllable, the soft sign kept.
    pinyin: HashMap<&'static str, &'static str>,
    palladius: HashSet<String>,
    /// Sounds of common surnames in either spelling: without one of them a name is not taken for Chinese.
    surnames: WordMap<()>,
}

/// The commonest surnames, pinyin.
const SURNAMES: &str = "wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he gao lin luo zheng liang xie song \
    tang xu han feng deng cao peng zeng xiao tian dong yuan pan yu jiang cai du ye cheng su wei lu ding ren shen yao lu zhong \
    cui tan lu wang fan jin shi liao jia xia wei fu fang bai zou meng xiong qin qiu jiang yin xue yan duan lei hou long tao \
    shi he gu mao hao gong shao wan qian yan qin dai mo kong xiang chang";

fn table() -> &'static Syllables {
    static TABLE: OnceLock<Syllables> = OnceLock::new();
    TABLE.get_or_init(|| {
        let pinyin: HashMap<&str, &str> = palladius::SYLLABLES
            .lines()
            .flat_map(str::split_whitespace)
            .filter_map(|p| p.split_once('='))
            .collect();
        let palladius = pinyin.values().flat_map(|s| [(*s).to_string(), s.replace('ь', "")]).collect();
        let surnames = SURNAMES.split_whitespace().flat_map(|s| {
            let russian = pinyin.get(s).map(|r| fold::word(r).0);
            [Some(fold::word(s).0), russian].into_iter().flatten()
        });
        Syllables { surnames: surnames.map(|word| (word, ())).collect(), palladius, pinyin }
    })
}

/// The name with pinyin read as Palladius and the syllables of one given name joined ("Xiao Ming", "Xiao-Ming").
/// None for a name that is not Chinese.
pub(crate) fn read(name: &Name, spelling: &Spelling) -> Option<Name> {
    let tokens = name.tokens();
    if !(2..=4).contains(&tokens.len()) || tokens.iter().any(|t| t.part == Part::Patronymic) {
        return None;
    }
    let surname = |at: usize| table().surnames.contains_key(&tokens[at].word.0);
    // A surname in the given field counts where no other word is one: fields are exchanged.
    let ends = [0, tokens.len() - 1];
    let family = ends.into_iter().find(|at| surname(*at) && tokens[*at].part != Part::Given);
    let family = family.or_else(|| ends.into_iter().find(|at| surname(*at)))?;
    let texts = [&spelling.family, &spelling.given, &spelling.patronymic, &spelling.full];
    let mut spelt: Vec<String> = Vec::with_capacity(tokens.len());
    for token in tokens {
        let field = texts[usize::from(token.place.field)].as_deref().unwrap_or_default();
        let text = field
            .get(usize::from(token.place.from)..usize::from(token.place.to))
            .unwrap_or_default()
            .to_lowercase();
        let latin = text.is_ascii();
        let read = if latin {
            segment(&text, &|s| table().pinyin.get(s).copied())
        } else {
            segment(&text, &|s| table().palladius.contains(s).then_some("")).map(|_| text)
        };
        spelt.push(read?);
    }
    let mut name = *name;
    name.syllables = true;
    for (token, text) in name.tokens_mut().iter_mut().zip(&spelt) {
        token.word = fold::word(text);
    }
    // What follows the surname, or stands before it, is one given name.
    let others: Vec<usize> = (0..spelt.len()).filter(|at| *at != family).collect();
    if let [first, rest @ ..] = others.as_slice()
        && !rest.is_empty()
    {
        let joined: String = others.iter().map(|at| spelt[*at].as_str()).collect();
        name.tokens_mut()[*first].word = fold::word(&joined);
        for at in rest.iter().rev() {
            name.remove(*at);
        }
    }
    Some(name)
}

/// Longest syllable first, going back where that leads nowhere. Three syllables at most.
fn segment<'a>(text: &str, read: &impl Fn(&str) -> Option<&'a str>) -> Option<String> {
    fn from<'a>(text: &str, left: usize, read: &impl Fn(&str) -> Option<&'a str>) -> Option<String> {
        if text.is_empty() {
            return Some(String::new());
        }
        if left == 0 {
            return None;
        }
        (1..=text.len().min(12)).rev().filter(|n| text.is_char_boundary(*n)).find_map(|n| {
            let head = read(&text[..n])?;
            from(&text[n..], left - 1, read).map(|tail| format!("{head}{tail}"))
        })
    }
    if text.is_empty() || text.len() > 36 { None } else { from(text, 3, read) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(family: &str, given: &str) -> Vec<u64> {
        let spelling = Spelling {
            family: Some(family.to_string()),
            given: Some(given.to_string()),
            ..Spelling::default()
        };
        let (plain, chinese) = Name::readings(&spelling);
        chinese.unwrap_or(plain).tokens().iter().map(|t| t.word.0).collect()
    }

    #[test]
    fn pinyin_and_palladius_sound_the_same() {
        for (pinyin, russian) in [
            (("Zhang", "Xiaoming"), ("Чжан", "Сяомин")),
            (("Wang", "Jianguo"), ("Ван", "Цзяньго")),
            (("Xu", "Qi Ren"), ("Сюй", "Цижэнь")),
            (("Liu", "Xiao-Ming"), ("Лю", "Сяо Мин")),
        ] {
            assert_eq!(words(pinyin.0, pinyin.1), words(russian.0, russian.1), "{pinyin:?}");
        }
    }
}
