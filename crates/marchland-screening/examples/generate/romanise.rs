//! Cyrillic, Armenian and Georgian to Latin, as the published standards and the passports of the states write it.
//! A table is a line of `letter=latin`; `^` before the letter: at the beginning of a word; `+`: there, and after a vowel,
//! a sign or an apostrophe; `~`: before е, и, і, э, ю, я. A later entry overrides an earlier one.
//!
//! Never: looks into the engine's tables; they are two readings of the same standards, so that a slip in one shows.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::chance::Chance;
use crate::folks::{Tongue, title};

#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Standard {
    /// ICAO Doc 9303-3, section 6 B: passports of Russia since 2014.
    Icao,
    /// GOST 7.79-2000, system B.
    GostB,
    /// GOST R 52535.1-2006: Russian passports of 2010 to 2014.
    Gost2006,
    /// Order 310 of the Russian interior ministry, 1997: passports until 2010.
    Order1997,
    /// BGN/PCGN 1947, as maps and reports print it.
    Bgn,
    /// ISO 9:1995, one letter for one.
    Iso9,
    /// Soviet passports, after the French sound.
    French,
    /// What newspapers write.
    Popular,
    /// The table of the person's own state, from the own spelling.
    National,
    /// BGN/PCGN of the person's own language.
    NationalBgn,
    Kazakh2018,
    Kazakh2019,
    Kazakh2021,
}
use Standard::*;

const RUSSIAN: &str = "а=a б=b в=v г=g д=d е=e ё=e ж=zh з=z и=i й=i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh ц=ts ч=ch ш=sh щ=shch ъ=ie ы=y ь= э=e ю=iu я=ia \
    і=i ї=i є=ie ґ=g ў=u ә=a ғ=g қ=k ң=n ө=o ұ=u ү=u һ=h ҷ=j ҳ=h ӣ=i ӯ=u '= ’=";
const GOST_B: &str = "ё=yo й=j х=x ц=cz ~ц=c цы=cy` щ=shh ъ=` ы=y` ь=` э=e` ю=yu я=ya";
const GOST_2006: &str = "ц=tc ъ= ";
const ORDER_1997: &str = "+е=ye ё=ye й=y щ=shch ъ= ы=y ь= ю=yu я=ya";
const BGN: &str = "+е=ye ё=ë +ё=yë й=y ъ=” ь=’ ю=yu я=ya";
const ISO_9: &str = "ё=ë ж=ž й=j х=h ц=c ч=č ш=š щ=ŝ ъ=ʺ ь=ʹ э=è ю=û я=â і=ì ї=ï є=ê ґ=g̀ ў=ŭ ә=a̋ ғ=ġ қ=ķ ң=ṇ ө=ô ұ=u̇ ү=ù һ=ḥ ҷ=ç̌ ҳ=ḩ ӣ=ī ӯ=ū";
const FRENCH: &str =
    "г=g ~г=gu ё=io ж=j й=i у=ou х=kh ц=ts ч=tch ш=ch щ=chtch ъ= ы=y ь= ю=iou ^ю=you я=ia ^я=ya";
const POPULAR: &str = "+е=ye ё=yo ъ= ь= й=y ю=yu я=ya ий$=y ый$=y кс=x";
const UKRAINE_2010: &str =
    "г=h ґ=g є=ie ^є=ye и=y і=i ї=i ^ї=yi й=i ^й=y х=kh щ=shch ь= ю=iu ^ю=yu я=ia ^я=ya зг=zgh";
const UKRAINE_BGN: &str = "г=h ґ=g є=ye и=y і=i ї=yi й=y х=kh ь=’ ю=yu я=ya";
const BELARUS_2007: &str = "г=h е=ie +е=je ё=io +ё=jo ж=ž й=j ў=ŭ х=ch ц=c ч=č ш=š ы=y ь= зь=ź ль=ĺ нь=ń сь=ś ць=ć э=e ю=iu +ю=ju я=ia +я=ja";
const BELARUS_PASSPORT: &str =
    "г=h е=e +е=ye ё=io +ё=yo ж=zh й=i ў=u х=kh ц=ts ч=ch ш=sh ы=y ь= э=e ю=iu +ю=yu я=ia +я=ya ый$=y ій$=i";
const KAZAKH_PASSPORT: &str = "+е=ye е=e ё=yo й=y х=kh ъ= ю=yu я=ya ә=a ғ=g қ=k ң=n ө=o ұ=u ү=u һ=h і=i";
const KAZAKH_BGN: &str = "й=y ю=yu я=ya ә=ä ғ=gh қ=q ң=ng ө=ö ұ=u ү=ü һ=h і=i х=kh ъ= ь=";
const KAZAKH_2018: &str =
    "ә=á ғ=ǵ и=ı й=ı ж=j қ=q ң=ń ө=ó ұ=u ү=ú у=ý х=h һ=h ы=y і=i ц=ts щ=shch ю=ıý я=ıa ё=ıo ъ= э=e";
const KAZAKH_2019: &str =
    "ә=ä ғ=ğ и=ı й=ı ж=j қ=q ң=ŋ ө=ö ұ=u ү=ü у=w х=h һ=h ы=y і=i ц=ts ч=ç ш=ş щ=şş ю=yw я=ya ё=yo ъ= э=e";
const KAZAKH_2021: &str =
    "ә=ä ғ=ğ и=i й=i ж=j қ=q ң=ñ ө=ö ұ=ū ү=ü у=u х=h һ=h ы=y і=ı ц=ts ч=ch ш=ş щ=ş ю=iu я=ia ё=io ъ= э=e";
const KYRGYZ_PASSPORT: &str = "+е=e ё=yo й=i ж=zh ң=ng ө=o ү=u ю=iu я=ia ы=y х=kh";
const KYRGYZ_BGN: &str = "й=y ж=j ң=ng ө=ö ү=ü ю=yu я=ya х=kh";
const TAJIK_PASSPORT: &str = "+е=e ё=yo й=y ж=zh ҷ=j ҳ=h қ=q ғ=gh ӣ=i ӯ=u ъ= ю=yu я=ya";
const TAJIK_BGN: &str = "ё=yo й=y ҷ=j ҳ=h қ=q ғ=gh ӣ=í ӯ=ŭ ъ=’ ю=yu я=ya";
const MONGOL_2012: &str = "е=ye ё=yo ж=j з=z й=i ө=u ү=u х=kh ы=y ь=i ю=yu я=ya";
const MONGOL_BGN: &str = "е=ye ё=yo ж=j з=dz й=y ө=ö ү=ü х=h ю=yu я=ya";
const ARMENIAN: &str = "ա=a բ=b գ=g դ=d ե=e ^ե=ye զ=z է=e ը=y թ=t ժ=zh ի=i լ=l խ=kh ծ=ts կ=k հ=h ձ=dz ղ=gh ճ=ch մ=m յ=y ն=n շ=sh ո=o ^ո=vo չ=ch պ=p ջ=j ռ=r ս=s վ=v տ=t ր=r ց=ts ու=u փ=p ք=k և=ev օ=o ֆ=f";
const ARMENIAN_BGN: &str = "թ=t’ ծ=ts կ=k ճ=ch չ=ch’ ռ=rr ց=ts’ փ=p’ ք=k’";
const GEORGIAN: &str = "ა=a ბ=b გ=g დ=d ე=e ვ=v ზ=z თ=t ი=i კ=k ლ=l მ=m ნ=n ო=o პ=p ჟ=zh რ=r ს=s ტ=t უ=u ფ=p ქ=k ღ=gh ყ=q შ=sh ჩ=ch ც=ts ძ=dz წ=ts ჭ=ch ხ=kh ჯ=j ჰ=h";
const GEORGIAN_2002: &str = "კ=k’ პ=p’ ტ=t’ ყ=q’ წ=ts’ ჭ=ch’";

#[derive(Default)]
struct Table {
    plain: HashMap<String, String>,
    initial: HashMap<String, String>,
    fronted: HashMap<String, String>,
    after: HashMap<String, String>,
    last: HashMap<String, String>,
}

impl Table {
    fn of(lines: &[&str]) -> Table {
        let mut table = Table::default();
        for (from, to) in lines.iter().flat_map(|l| l.split_whitespace()).filter_map(|e| e.split_once('=')) {
            let (map, from) = match from.chars().next() {
                Some('^') => (&mut table.initial, &from[1..]),
                Some('+') => (&mut table.after, &from[1..]),
                Some('~') => (&mut table.fronted, &from[1..]),
                _ if from.ends_with('$') => (&mut table.last, &from[..from.len() - 1]),
                _ => (&mut table.plain, from),
            };
            map.insert(from.to_string(), to.to_string());
        }
        table
    }

    fn word(&self, word: &str) -> String {
        let letters: Vec<char> = word.to_lowercase().chars().collect();
        let (mut out, mut at) = (String::new(), 0);
        while at < letters.len() {
            let one = letters[at].to_string();
            let two: String = letters[at..letters.len().min(at + 2)].iter().collect();
            let before = at.checked_sub(1).map(|b| letters[b]);
            let opens = before.is_none_or(|b| "аеёиоуыэюяєіїәөұүўьъ'’й".contains(b));
            let front = letters.get(at + 1).is_some_and(|n| "еиіэюяйє".contains(*n));
            let found = if at + 2 == letters.len() { self.last.get(&two).map(|t| (t, 2)) } else { None }
                .or_else(|| self.plain.get(&two).filter(|_| two.chars().count() == 2).map(|t| (t, 2)))
                .or_else(|| before.is_none().then(|| self.initial.get(&one)).flatten().map(|t| (t, 1)))
                .or_else(|| opens.then(|| self.after.get(&one)).flatten().map(|t| (t, 1)))
                .or_else(|| front.then(|| self.fronted.get(&one)).flatten().map(|t| (t, 1)))
                .or_else(|| self.plain.get(&one).map(|t| (t, 1)));
            match found {
                Some((text, taken)) => (out.push_str(text), at += taken).1,
                None => (out.push(letters[at]), at += 1).1,
            }
        }
        out
    }
}

static TABLES: LazyLock<HashMap<(Standard, Tongue), Table>> = LazyLock::new(|| {
    use Tongue::*;
    let mut all = HashMap::new();
    for (standard, lines) in [
        (Icao, &[RUSSIAN][..]),
        (GostB, &[RUSSIAN, GOST_B]),
        (Gost2006, &[RUSSIAN, GOST_2006]),
        (Order1997, &[RUSSIAN, ORDER_1997]),
        (Bgn, &[RUSSIAN, BGN]),
        (Iso9, &[RUSSIAN, ISO_9]),
        (French, &[RUSSIAN, FRENCH]),
        (Popular, &[RUSSIAN, POPULAR]),
    ] {
        all.insert((standard, Russian), Table::of(lines));
    }
    for (tongue, passport, bgn) in [
        (Ukrainian, &[RUSSIAN, UKRAINE_2010][..], &[RUSSIAN, UKRAINE_BGN][..]),
        (Belarusian, &[RUSSIAN, BELARUS_PASSPORT], &[RUSSIAN, BELARUS_2007]),
        (Kazakh, &[RUSSIAN, KAZAKH_PASSPORT], &[RUSSIAN, KAZAKH_BGN]),
        (Kyrgyz, &[RUSSIAN, KYRGYZ_PASSPORT], &[RUSSIAN, KYRGYZ_BGN]),
        (Tajik, &[RUSSIAN, TAJIK_PASSPORT], &[RUSSIAN, TAJIK_BGN]),
        (Mongolian, &[RUSSIAN, MONGOL_2012], &[RUSSIAN, MONGOL_BGN]),
        (Armenian, &[ARMENIAN], &[ARMENIAN, ARMENIAN_BGN]),
        (Georgian, &[GEORGIAN], &[GEORGIAN, GEORGIAN_2002]),
        (Russian, &[RUSSIAN], &[RUSSIAN, BGN]),
        (Caucasus, &[RUSSIAN], &[RUSSIAN, BGN]),
    ] {
        all.insert((National, tongue), Table::of(passport));
        all.insert((NationalBgn, tongue), Table::of(bgn));
    }
    all.insert((Kazakh2018, Kazakh), Table::of(&[RUSSIAN, KAZAKH_2018]));
    all.insert((Kazakh2019, Kazakh), Table::of(&[RUSSIAN, KAZAKH_2019]));
    all.insert((Kazakh2021, Kazakh), Table::of(&[RUSSIAN, KAZAKH_2021]));
    all
});

/// The text in Latin letters, each word with a capital. `tongue` chooses the table of `National` and `NationalBgn`.
pub fn latin(text: &str, standard: Standard, tongue: Tongue) -> String {
    let key = match standard {
        National | NationalBgn => (standard, tongue),
        Kazakh2018 | Kazakh2019 | Kazakh2021 => (standard, Tongue::Kazakh),
        _ => (standard, Tongue::Russian),
    };
    let Some(table) = TABLES.get(&key) else { return text.to_string() };
    let mut out = String::with_capacity(text.len());
    for piece in text.split_inclusive([' ', '-']) {
        let end = piece.trim_end_matches([' ', '-']);
        let mut word = table.word(end);
        if standard == French {
            word = after_the_french_ear(&word);
        }
        out.push_str(&word);
        out.push_str(&piece[end.len()..]);
    }
    title(&out)
}

/// A final -in would be nasal, a single s between vowels soft.
fn after_the_french_ear(word: &str) -> String {
    let letters: Vec<char> = word.chars().collect();
    let vowel = |at: Option<&char>| at.is_some_and(|c| "aeiouy".contains(*c));
    let mut out = String::new();
    for (at, c) in letters.iter().enumerate() {
        out.push(*c);
        let inside = at > 0 && vowel(letters.get(at - 1)) && vowel(letters.get(at + 1));
        if *c == 's' && inside {
            out.push('s');
        }
    }
    if out.ends_with("in") { out + "e" } else { out }
}

/// Capitals A to Z, blank and hyphen: what a machine-readable zone can hold. `expand`: ä as AE where the state does so.
pub fn ascii(text: &str, expand: bool) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars().flat_map(char::to_uppercase) {
        let plain = match c {
            'A'..='Z' | ' ' | '-' => {
                out.push(c);
                continue;
            }
            'Ä' | 'Æ' if expand => "AE",
            'Ö' | 'Ø' if expand => "OE",
            'Ü' if expand => "UE",
            'Å' if expand => "AA",
            'Ñ' => "N",
            'Á' | 'À' | 'Â' | 'Ã' | 'Ä' | 'Å' | 'Ā' | 'Ă' | 'Ą' => "A",
            'Ə' => "A",
            'Ç' | 'Ć' | 'Č' => "C",
            'Ď' | 'Đ' => "D",
            'É' | 'È' | 'Ê' | 'Ë' | 'Ē' | 'Ė' | 'Ę' | 'Ě' => "E",
            'Ğ' | 'Ģ' | 'Ġ' | 'Ǵ' => "G",
            'Í' | 'Ì' | 'Î' | 'Ï' | 'Ī' | 'İ' | 'ı' => "I",
            'Ķ' => "K",
            'Ł' | 'Ļ' | 'Ľ' | 'Ĺ' => "L",
            'Ń' | 'Ň' | 'Ņ' | 'Ŋ' | 'Ṇ' => "N",
            'Ó' | 'Ò' | 'Ô' | 'Õ' | 'Ö' | 'Ő' | 'Ø' => "O",
            'Ř' => "R",
            'Ś' | 'Š' | 'Ş' | 'Ș' | 'Ŝ' => "S",
            'ß' => "SS",
            'Ť' | 'Ţ' | 'Ț' => "T",
            'Ú' | 'Ù' | 'Û' | 'Ü' | 'Ū' | 'Ů' | 'Ű' | 'Ŭ' => "U",
            'Ý' => "Y",
            'Ź' | 'Ž' | 'Ż' => "Z",
            _ => "",
        };
        out.push_str(plain);
    }
    out
}

/// How a passport of the state spells a Latin name whose letters the zone cannot hold.
pub fn passport(text: &str, tongue: Tongue) -> String {
    let swap: &[(&str, &str)] = match tongue {
        Tongue::Azeri => {
            &[("ş", "sh"), ("ç", "ch"), ("c", "j"), ("x", "kh"), ("q", "g"), ("ğ", "gh"), ("ə", "a")]
        }
        Tongue::Turkmen => {
            &[("ş", "sh"), ("ç", "ch"), ("ž", "zh"), ("j", "j"), ("ý", "y"), ("ä", "a"), ("ň", "n")]
        }
        Tongue::Chinese => &[("ü", "yu")],
        _ => &[],
    };
    let lower = text.to_lowercase().replace('\u{307}', "");
    ascii(&swap.iter().fold(lower, |text, (from, to)| text.replace(from, to)), tongue == Tongue::Western)
}

/// One standard of those that turn the Russian spelling into Latin.
pub fn any_of_russian(chance: &mut Chance) -> Standard {
    chance.any(&[Icao, Icao, Icao, Bgn, Order1997, Popular, Popular, GostB, Gost2006, Iso9, French])
}
