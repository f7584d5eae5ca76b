//! Latin letters and their groups, as passports, national alphabets and the romanisations of several ages use them.
//!
//! Never: knows which standard wrote a word; a letter on which standards disagree becomes a doubtful sound.

use super::Sounds;
use crate::sound::*;

/// Letters outside a to z that have a reading of their own.
pub(super) fn has(c: char) -> bool {
    !c.is_ascii() && marked(c).is_some()
}

/// The reading of a letter with a mark; consonants only where the mark changes the sound.
fn marked(c: char) -> Option<&'static [u8]> {
    Some(match c {
        'ä' | 'ə' | 'æ' | 'ǝ' | 'á' | 'à' | 'ã' | 'å' | 'ā' | 'ă' | 'ą' => &[A],
        'â' => &[I, A],
        'ö' | 'ø' | 'ó' | 'ò' | 'ô' | 'õ' | 'ō' | 'ő' | 'œ' => &[O],
        'ü' | 'ú' | 'ù' | 'ū' | 'ű' | 'ů' => &[U],
        'û' => &[I, U],
        'ŭ' => &[U],
        'é' | 'è' | 'ë' | 'ě' | 'ē' | 'ę' | 'ė' => &[E],
        'ê' => &[I, E],
        'í' | 'ì' | 'î' | 'ï' | 'ī' | 'ı' | 'ý' | 'ỳ' | 'ÿ' => &[I],
        'č' | 'ç' | 'ć' | 'ĉ' => &[CH],
        'š' | 'ş' | 'ș' | 'ŝ' => &[SH],
        'ž' | 'ż' | 'ǰ' => &[ZH],
        'ź' => &[Z],
        'ğ' | 'ǵ' | 'ġ' | 'ģ' | 'ǧ' => &[G],
        'ñ' | 'ń' | 'ň' | 'ņ' | 'ŋ' => &[N],
        'ł' | 'ľ' | 'ļ' | 'ĺ' => &[L],
        'đ' | 'ď' | 'ð' => &[D],
        'ţ' | 'ț' => &[TS],
        'ť' | 'þ' => &[T],
        'ř' => &[R],
        'ķ' => &[K],
        'ḩ' | 'ḥ' | 'ħ' | 'ẖ' | 'ĥ' => &[H],
        // Polish and Belarusian soft s.
        'ß' | 'ś' => &[S],
        _ => return None,
    })
}

type Group = (&'static str, &'static [u8]);

/// Groups of letters that are one sound, by the first letter, longer ones before those they begin with.
fn groups(first: char) -> &'static [Group] {
    match first {
        'c' => &[("chtch", &[SH]), ("ch", &[CH_ANY]), ("cz", &[C_ANY]), ("cki", &[TS, K, I]), ("ck", &[K])],
        'd' => &[("dsch", &[DZH]), ("dzh", &[DZH]), ("dz", &[DZ]), ("dj", &[DZH])],
        'g' => &[("gh", &[G])],
        'k' => &[("kh", &[H])],
        'p' => &[("ph", &[F])],
        'q' => &[("qu", &[K, U])],
        's' => &[
            // Bernstein is Бернштейн.
            ("stein", &[SH, T, E, I, N]),
            ("schtsch", &[SH]),
            ("shtsh", &[SH]),
            ("shch", &[SH]),
            ("stch", &[SH]),
            ("szcz", &[SH]),
            ("szh", &[S, ZH]),
            ("sz", &[SH]),
            ("shh", &[SH]),
            ("sch", &[SH]),
            ("sh", &[SH]),
        ],
        't' => &[
            ("tsch", &[CH]),
            // The Kazakh alphabet of 2021.
            ("tş", &[CH]),
            ("tch", &[CH]),
            ("tsh", &[CH]),
            ("tzh", &[T, ZH]),
            ("ts", &[TS]),
            ("tz", &[TS]),
            ("tc", &[TS]),
            ("th", &[T]),
        ],
        'w' => &[("wh", &[V])],
        'x' => &[("xh", &[H])],
        'z' => &[("zh", &[ZH])],
        _ => &[],
    }
}

/// What Latvian and Lithuanian papers put behind a man's name: Ivanovs, Karpovas, Novickis, Sergejs.
const BALTIC: [(&str, usize); 12] = [
    ("ovs", 1),
    ("evs", 1),
    ("ins", 1),
    ("ovas", 2),
    ("evas", 2),
    ("inas", 2),
    ("kis", 1),
    ("ijs", 1),
    ("ejs", 1),
    ("ijus", 2),
    ("ejus", 2),
    ("drs", 1),
];

fn without_baltic_ending(letters: &[char]) -> &[char] {
    if letters.len() < 6 || letters.last() != Some(&'s') {
        return letters;
    }
    let ending = BALTIC.iter().find(|(tail, _)| ends(letters, tail)).map_or(0, |(_, ending)| *ending);
    &letters[..letters.len() - ending]
}

pub(super) fn sounds(letters: &[char], out: &mut Sounds) {
    let letters = without_baltic_ending(letters);
    let mut at = 0;
    while at < letters.len() {
        let rest = &letters[at..];
        if let Some((length, sounds)) = group(rest) {
            out.add(sounds);
            at += length;
            continue;
        }
        let before = if at == 0 { '\0' } else { letters[at - 1] };
        let next = rest.get(1).copied().unwrap_or('\0');
        match rest[0] {
            'a' => out.push(A),
            'b' => out.push(B),
            'c' => out.push(C_ANY),
            'd' if next == 'ź' => {
                out.push(DZ);
                at += 1;
            }
            'd' => out.push(D),
            'e' => out.push(E),
            // Emigrants' spelling: Davydoff.
            'f' if next == 'f' && rest.len() == 2 && matches!(before, 'o' | 'e') => {
                out.push(V);
                at += 1;
            }
            'f' => out.push(F),
            'g' => {
                out.push(G);
                // French spelling: Serguei, Guennadi.
                if next == 'u' && matches!(rest.get(2), Some('e' | 'i' | 'y')) {
                    at += 1;
                }
            }
            'h' => out.push(H),
            'i' | 'y' => out.push(I),
            // Closing or between a vowel and a consonant it is the glide, but for the Arabic -aj.
            'j' if before == 'a' && next == '\0' => out.push(J_ANY),
            'j' if open(before) && !open(next) => out.push(I),
            'j' => out.push(J_ANY),
            'k' | 'q' => out.push(K),
            'l' => out.push(L),
            'm' => out.push(M),
            'n' => out.push(N),
            // French spelling: Youri, Goussev. At the end it is the Belarusian short u.
            'o' if next == 'u' && !matches!(rest.get(2), None | Some('a' | 'e' | 'i' | 'o' | 'y')) => {
                out.add(&[O_FAINT, U]);
                at += 1;
            }
            'o' => out.push(O),
            'p' => out.push(P),
            'r' => out.push(R),
            't' => out.push(T),
            // The Belarusian short u at the end of a surname.
            'u' if next == '\0' && at > 1 && matches!(before, 'o' | 'a' | 'e') => out.push(V),
            'u' => out.push(U),
            'v' | 'w' => out.push(V),
            // The two letters of щ under the scientific standard.
            'š' | 's' if next == 'č' => {
                out.push(SH);
                at += 1;
            }
            'x' if is_ks(letters, at) => out.add(&[K, S]),
            's' => out.push(S),
            'x' => out.push(X_ANY),
            'z' => out.push(Z),
            'ŭ' if open(before) => out.push(V),
            other => out.add(marked(other).unwrap_or(&[])),
        }
        at += 1;
    }
}

fn open(c: char) -> bool {
    matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y')
        || (!c.is_ascii() && marked(c).is_some_and(|s| is_vowel(s[0])))
}

fn group(rest: &[char]) -> Option<(usize, &'static [u8])> {
    let fits = |letters: &str| {
        let mut rest = rest.iter();
        letters.chars().all(|c| rest.next() == Some(&c))
    };
    let found = groups(rest[0]).iter().find(|(letters, _)| fits(letters));
    found.map(|(letters, sounds)| (letters.chars().count(), *sounds))
}

fn ends(letters: &[char], tail: &str) -> bool {
    tail.len() <= letters.len()
        && tail.bytes().rev().zip(letters.iter().rev()).all(|(a, b)| char::from(a) == *b)
}

/// Alexander, Maxim, Felix, Oxana, Xenia; elsewhere x is kh (Azeri, Uzbek, the standards) or sh (Chinese).
fn is_ks(letters: &[char], at: usize) -> bool {
    let ends = |tail: &str| ends(&letters[..at], tail);
    let follows =
        |head: &str| head.bytes().enumerate().all(|(n, b)| letters.get(at + 1 + n) == Some(&char::from(b)));
    ends("ale")
        || ends("ma")
        || ends("li")
        || ends("re")
        || (ends("o") && follows("an"))
        || (at == 0 && follows("en"))
}
