//! Pinyin syllables in the Cyrillic of Archimandrite Palladius, as Russian papers write Chinese names.
//!
//! Never: writes tones; names carry none.

const INITIALS: &[(&str, &str)] = &[
    ("zh", "чж"),
    ("ch", "ч"),
    ("sh", "ш"),
    ("b", "б"),
    ("p", "п"),
    ("m", "м"),
    ("f", "ф"),
    ("d", "д"),
    ("t", "т"),
    ("n", "н"),
    ("l", "л"),
    ("g", "г"),
    ("k", "к"),
    ("h", "х"),
    ("j", "цз"),
    ("q", "ц"),
    ("x", "с"),
    ("r", "ж"),
    ("z", "цз"),
    ("c", "ц"),
    ("s", "с"),
];
const FINALS: &[(&str, &str)] = &[
    ("a", "а"),
    ("o", "о"),
    ("e", "э"),
    ("ai", "ай"),
    ("ei", "эй"),
    ("ao", "ао"),
    ("ou", "оу"),
    ("an", "ань"),
    ("en", "энь"),
    ("ang", "ан"),
    ("eng", "эн"),
    ("ong", "ун"),
    ("i", "и"),
    ("ia", "я"),
    ("ie", "е"),
    ("iao", "яо"),
    ("iu", "ю"),
    ("ian", "янь"),
    ("in", "инь"),
    ("iang", "ян"),
    ("ing", "ин"),
    ("iong", "юн"),
    ("u", "у"),
    ("ua", "уа"),
    ("uo", "о"),
    ("uai", "уай"),
    ("ui", "уй"),
    ("uan", "уань"),
    ("un", "унь"),
    ("uang", "уан"),
    ("ü", "юй"),
    ("üe", "юэ"),
    ("üan", "юань"),
    ("ün", "юнь"),
];
const WHOLE: &[(&str, &str)] = &[
    ("zhi", "чжи"),
    ("chi", "чи"),
    ("shi", "ши"),
    ("ri", "жи"),
    ("zi", "цзы"),
    ("ci", "цы"),
    ("si", "сы"),
    ("er", "эр"),
    ("hui", "хуэй"),
    ("yi", "и"),
    ("ya", "я"),
    ("ye", "е"),
    ("yao", "яо"),
    ("you", "ю"),
    ("yan", "янь"),
    ("yin", "инь"),
    ("yang", "ян"),
    ("ying", "ин"),
    ("yong", "юн"),
    ("yu", "юй"),
    ("yue", "юэ"),
    ("yuan", "юань"),
    ("yun", "юнь"),
    ("wu", "у"),
    ("wa", "ва"),
    ("wo", "во"),
    ("wai", "вай"),
    ("wei", "вэй"),
    ("wan", "вань"),
    ("wen", "вэнь"),
    ("wang", "ван"),
    ("weng", "вэн"),
    ("a", "а"),
    ("o", "о"),
    ("e", "э"),
    ("ai", "ай"),
    ("ao", "ао"),
    ("ou", "оу"),
    ("an", "ань"),
    ("en", "энь"),
    ("ang", "ан"),
];

/// None if it is no syllable of the language.
pub fn syllable(pinyin: &str) -> Option<String> {
    if let Some((_, whole)) = WHOLE.iter().find(|(s, _)| *s == pinyin) {
        return Some((*whole).to_string());
    }
    let (latin, initial) = INITIALS.iter().find(|(s, _)| pinyin.starts_with(s))?;
    let rest = &pinyin[latin.len()..];
    // After j, q and x an u is the front one.
    let front = matches!(*latin, "j" | "q" | "x") && rest.starts_with('u');
    let rest = if front { rest.replacen('u', "ü", 1) } else { rest.to_string() };
    let (_, last) = FINALS.iter().find(|(s, _)| **s == rest)?;
    Some(format!("{initial}{last}"))
}

#[cfg(test)]
mod tests {
    #[test]
    fn as_the_atlas_prints_them() {
        for (pinyin, palladius) in [
            ("wang", "ван"),
            ("zhang", "чжан"),
            ("xiao", "сяо"),
            ("jiang", "цзян"),
            ("xu", "сюй"),
            ("quan", "цюань"),
            ("guo", "го"),
            ("hui", "хуэй"),
            ("lü", "люй"),
            ("yuan", "юань"),
            ("zi", "цзы"),
            ("feng", "фэн"),
        ] {
            assert_eq!(super::syllable(pinyin).as_deref(), Some(palladius));
        }
    }
}
