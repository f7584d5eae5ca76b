//! The names of seventeen peoples as their registers hold them: curated by frequency, and composed from real stems.
//! Each word has its own spelling and the one Russian papers use; the two are related by custom, not by rule.
//!
//! Never: real people; anything taken from a list in use.

use crate::chance::Weighted;

#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Tongue {
    Russian,
    Caucasus,
    Kazakh,
    Ukrainian,
    Belarusian,
    Kyrgyz,
    Uzbek,
    Tajik,
    Azeri,
    Turkmen,
    Armenian,
    Georgian,
    Mongolian,
    Chinese,
    Turkish,
    Arabic,
    Western,
}
use Tongue::*;

impl Tongue {
    /// The own spelling is Latin.
    pub fn latin(self) -> bool {
        matches!(self, Uzbek | Azeri | Turkmen | Chinese | Turkish | Arabic | Western)
    }

    /// Surnames end by gender and fathers' names by the Russian rule.
    pub fn soviet(self) -> bool {
        !matches!(self, Mongolian | Chinese | Turkish | Arabic | Western)
    }

    pub fn lang(self) -> &'static str {
        match self {
            Russian | Caucasus => "ru",
            Kazakh => "kk",
            Ukrainian => "uk",
            Belarusian => "be",
            Kyrgyz => "ky",
            Uzbek => "uz",
            Tajik => "tg",
            Azeri => "az",
            Turkmen => "tk",
            Armenian => "hy",
            Georgian => "ka",
            Mongolian => "mn",
            Chinese => "zh",
            Turkish => "tr",
            Arabic => "ar",
            Western => "de",
        }
    }

    pub fn script(self) -> &'static str {
        match self {
            Armenian => "Armn",
            Georgian => "Geor",
            _ if self.latin() => "Latn",
            _ => "Cyrl",
        }
    }

    /// The state, in two letters and as a machine-readable zone writes it.
    pub fn state(self) -> (&'static str, &'static str) {
        match self {
            Russian | Caucasus => ("RU", "RUS"),
            Kazakh => ("KZ", "KAZ"),
            Ukrainian => ("UA", "UKR"),
            Belarusian => ("BY", "BLR"),
            Kyrgyz => ("KG", "KGZ"),
            Uzbek => ("UZ", "UZB"),
            Tajik => ("TJ", "TJK"),
            Azeri => ("AZ", "AZE"),
            Turkmen => ("TM", "TKM"),
            Armenian => ("AM", "ARM"),
            Georgian => ("GE", "GEO"),
            Mongolian => ("MN", "MNG"),
            Chinese => ("CN", "CHN"),
            Turkish => ("TR", "TUR"),
            Arabic => ("SY", "SYR"),
            Western => ("DE", "D"),
        }
    }
}

/// One name: its own spelling (the first of several), and the Russian one. Of a Chinese name the second is pinyin, its
/// syllables parted by `+`.
#[derive(Clone, Debug)]
pub struct Word {
    pub own: Vec<String>,
    pub russian: Vec<String>,
    /// The same for words that Russian papers write alike.
    pub sound: u64,
}

pub struct Folk {
    pub tongue: Tongue,
    pub men: (Vec<Word>, Weighted),
    pub women: (Vec<Word>, Weighted),
    pub families: (Vec<Word>, Weighted),
}

/// All peoples, and how often one of each stands at this border.
pub fn all() -> (Vec<Folk>, Weighted) {
    const SHARES: [(Tongue, f64, &str); 17] = [
        (Russian, 30.0, include_str!("names/ru.txt")),
        (Caucasus, 6.0, include_str!("names/caucasus.txt")),
        (Kazakh, 17.0, include_str!("names/kz.txt")),
        (Ukrainian, 6.0, include_str!("names/ua.txt")),
        (Belarusian, 6.0, include_str!("names/by.txt")),
        (Kyrgyz, 4.0, include_str!("names/kg.txt")),
        (Uzbek, 7.0, include_str!("names/uz.txt")),
        (Tajik, 4.0, include_str!("names/tj.txt")),
        (Azeri, 4.0, include_str!("names/az.txt")),
        (Turkmen, 1.5, include_str!("names/tm.txt")),
        (Armenian, 3.0, include_str!("names/am.txt")),
        (Georgian, 1.5, include_str!("names/ge.txt")),
        (Mongolian, 1.5, include_str!("names/mn.txt")),
        (Chinese, 2.5, include_str!("names/cn.txt")),
        (Turkish, 1.5, include_str!("names/tr.txt")),
        (Arabic, 2.0, include_str!("names/ar.txt")),
        (Western, 2.5, include_str!("names/west.txt")),
    ];
    let folks = SHARES.iter().map(|(tongue, _, text)| folk(*tongue, text)).collect();
    (folks, Weighted::new(SHARES.iter().map(|(_, share, _)| *share)))
}

fn folk(tongue: Tongue, text: &str) -> Folk {
    let section = |name: &str| -> Vec<Word> {
        let start = text.find(&format!("[{name}]")).map_or(text.len(), |at| at + name.len() + 2);
        let rest = &text[start..];
        rest[..rest.find('[').unwrap_or(rest.len())].split_whitespace().map(word).collect()
    };
    let listed = |words: Vec<Word>, offset| {
        let weights = Weighted::zipf(words.len(), offset);
        (words, weights)
    };
    let (men, women) = if tongue == Chinese {
        (chinese_given(&section("syllables")), chinese_given(&section("syllables")))
    } else {
        (section("men"), section("women"))
    };
    let curated = section("families");
    let stems = section("stems");
    let mut families = curated.clone();
    families.extend(composed(tongue, &stems, &section("ov")));
    let (head, mut seen) = (curated.len(), std::collections::HashSet::new());
    families.retain(|f| seen.insert(f.own[0].clone()));
    // A third to a half of a people bears a name of the curated head; the tail is long and thin.
    let tail = families.len().saturating_sub(head).max(1);
    let sum = |n: usize, k: f64| -> f64 { (0..n).map(|i| 1.0 / (i as f64 + k)).sum() };
    let share = if tail < 50 { 0.9 } else { 0.45 };
    let (top, low) = (sum(head, 6.0) / share, sum(tail, 200.0) / (1.0 - share));
    let weights = Weighted::new((0..families.len()).map(|n| {
        if n < head { 1.0 / (n as f64 + 6.0) / top } else { 1.0 / ((n - head) as f64 + 200.0) / low }
    }));
    Folk { tongue, men: listed(men, 5.0), women: listed(women, 5.0), families: (families, weights) }
}

fn word(entry: &str) -> Word {
    let (own, russian) = entry.split_once('/').unwrap_or((entry, entry));
    let list = |text: &str| text.split('|').map(|t| t.replace('_', " ")).collect::<Vec<String>>();
    made(list(own), list(russian))
}

fn made(own: Vec<String>, russian: Vec<String>) -> Word {
    let sound = sound(&russian[0]);
    Word { own, russian, sound }
}

/// What two words that are one for a reader have in common.
pub fn sound(text: &str) -> u64 {
    text.to_lowercase().chars().filter(|c| c.is_alphabetic()).fold(0xcbf2_9ce4_8422_2325, |hash, c| {
        let c = if c == 'ё' { 'е' } else { c };
        (hash ^ u64::from(u32::from(c))).wrapping_mul(0x0100_0000_01b3)
    })
}

fn chinese_given(syllables: &[Word]) -> Vec<Word> {
    let joined = |a: &Word, b: &Word| {
        let own = format!("{}{}", a.own[0], b.own[0]);
        made(vec![own], vec![format!("{}+{}", a.russian[0], b.russian[0])])
    };
    let mut all = syllables.to_vec();
    for a in syllables {
        all.extend(syllables.iter().filter(|b| b.own != a.own).map(|b| joined(a, b)));
    }
    all
}

/// Surnames made as each people makes them: a stem, a suffix in both spellings.
fn composed(tongue: Tongue, stems: &[Word], nouns: &[Word]) -> Vec<Word> {
    let suffixes: &[&str] = match tongue {
        Russian => &[
            "ов",
            "ин",
            "ев",
            "кин",
            "енко",
            "ков",
            "ский",
            "овский",
            "ушкин",
            "ченко",
            "юк",
            "чук",
            "ихин",
            "ичев",
            "ищев",
            "ников",
            "аков",
            "яев",
            "атов",
            "унов",
            "шин",
            "ишин",
            "енков",
            "евич",
        ],
        Caucasus => &["ов", "ев", "ханов", "гаджиев", "алиев", "беков", "уев", "аров", "санов"],
        Kazakh => &["ов", "ев", "/", "ұлы/улы", "баев", "беков", "ин", "ханов", "алиев", "жанов"],
        Ukrainian => &[
            "енко",
            "ук",
            "юк",
            "чук",
            "ченко",
            "ський/ский",
            "овський/овский",
            "ець/ец",
            "ишин/ышин",
            "ко",
            "ів/ив",
            "ина",
            "ак",
            "як",
            "уля",
            "ига/ыга",
            "ій/ий",
            "ович",
        ],
        Belarusian => &[
            "овіч/ович",
            "евіч/евич",
            "скі/ский",
            "оўскі/овский",
            "ук",
            "юк",
            "чык/чик",
            "енка/енко",
            "онак/онок",
            "ейка/ейко",
            "інскі/инский",
            "ун",
            "аль/аль",
            "ень",
        ],
        Kyrgyz => &["ов", "ев", "алиев", "беков", "баев", "кулов", "обеков", "акунов"],
        Uzbek => &[
            "ov/ов",
            "yev/ев",
            "boyev/баев",
            "berdiyev/бердиев",
            "qulov/кулов",
            "xonov/ханов",
            "jonov/джанов",
            "aliyev/алиев",
        ],
        Tajik => &["ов", "ев", "зода", "ён", "зодаи", "пур", "бобоев"],
        Azeri => &["ov/ов", "yev/ев", "zadə/заде", "lı/лы", "bəyli/бейли", "xanov/ханов", "quliyev/кулиев"],
        Turkmen => &["ow/ов", "ýew/ев", "myradow/мурадов", "gulyýew/кулиев", "berdiýew/бердыев"],
        Armenian => &["յան/ян", "ունց/унц", "անյան/анян"],
        Georgian => &[
            "აძე/адзе",
            "იძე/идзе",
            "აშვილი/ашвили",
            "იშვილი/ишвили",
            "ია/ия",
            "ავა/ава",
            "უა/уа",
            "ური/ури",
        ],
        Turkish => &[
            "oğlu/оглу",
            "er/эр",
            "taş/таш",
            "han/хан",
            "/",
            "kan/кан",
            "maz/маз",
            "türk/тюрк",
            "soy/сой",
            "demir/демир",
            "gil/гиль",
            "ay/ай",
        ],
        Western => &[
            "mann/ман",
            "er/ер",
            "berg/берг",
            "feld/фельд",
            "stein/штейн",
            "bach/бах",
            "hofer/хофер",
            "meier/майер",
            "inger/ингер",
            "ström/стрём",
            "/",
            "haus/хаус",
        ],
        Arabic => return arabic(stems),
        Mongolian | Chinese => return Vec::new(),
    };
    let mut all = Vec::new();
    for suffix in suffixes {
        let (own, russian) = suffix.split_once('/').unwrap_or((suffix, suffix));
        for stem in stems.iter().filter(|s| fits(&s.russian[0], russian)) {
            all.push(made(
                vec![format!("{}{own}", stem.own[0])],
                vec![format!("{}{russian}", stem.russian[0])],
            ));
        }
    }
    for suffix in ["ов", "овский", "енко", "ник", "ищев", "кин"] {
        for noun in nouns.iter().filter(|n| fits(&n.own[0], suffix)) {
            let text = title(&format!("{}{suffix}", noun.own[0]));
            all.push(made(vec![text.clone()], vec![text]));
        }
    }
    // In the order of a hash, so that the skew falls on no one suffix.
    all.sort_by_key(|w| w.sound.wrapping_mul(0x9e37_79b9_7f4a_7c15));
    all
}

/// A vowel is followed by a consonant or by `ев`, a consonant by anything else.
fn fits(stem: &str, suffix: &str) -> bool {
    const VOWELS: &str = "аеёиоуыэюяй";
    let (last, first) = (stem.chars().last().unwrap_or('а'), suffix.chars().next().unwrap_or('б'));
    match (VOWELS.contains(last), VOWELS.contains(first)) {
        (true, true) => suffix == "ев",
        (true, false) => true,
        (false, _) => suffix != "ев" && suffix != "уев",
    }
}

fn arabic(stems: &[Word]) -> Vec<Word> {
    let mut all = Vec::new();
    for stem in stems {
        let (own, russian) = (&stem.own[0], &stem.russian[0]);
        all.push(made(
            vec![
                format!("al-{own}i"),
                format!("Al {own}i"),
                format!("El {own}y"),
                format!("Al{}i", own.to_lowercase()),
            ],
            vec![format!("аль-{russian}и")],
        ));
        all.push(made(vec![format!("Abu {own}"), format!("Abou {own}")], vec![format!("Абу {russian}")]));
        all.push(made(vec![own.clone()], vec![russian.clone()]));
        all.push(made(vec![format!("{own}zada"), format!("{own}zadeh")], vec![format!("{russian}заде")]));
    }
    all
}

/// The first letter of each word is a capital.
pub fn title(text: &str) -> String {
    let mut start = true;
    text.chars()
        .flat_map(|c| {
            let up = start && c.is_alphabetic();
            start = if c.is_alphabetic() { false } else { matches!(c, ' ' | '-') };
            if up { c.to_uppercase().collect::<Vec<char>>() } else { vec![c] }
        })
        .collect()
}
