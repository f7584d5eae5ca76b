//! From any spelling to sounds: two spellings of one word under different standards end in the same sounds, or in
//! sounds that fit each other at little cost. Letters of the other script are taken for what the word is made of.
//!
//! Never: loses a word (letters it cannot read become arbitrary, but always the same sounds), compares words.

use unicode_normalization::UnicodeNormalization;

use crate::sound::Word;
use crate::{armenian, georgian};

mod arabic;
mod cyrillic;
mod latin;
mod sounds;
mod twin;

pub(crate) use sounds::Sounds;

const LETTERS_MAX: usize = 32;

/// Lower-case letters of one word; what is longer than any name is left away.
#[derive(Debug, Clone, Copy)]
struct Letters {
    of: [char; LETTERS_MAX],
    len: usize,
}

impl Letters {
    fn new() -> Letters {
        Letters { of: ['\0'; LETTERS_MAX], len: 0 }
    }

    /// As written.
    fn of(text: &str) -> Letters {
        let mut letters = Letters::new();
        text.chars().for_each(|c| letters.push(c));
        letters
    }

    fn push(&mut self, c: char) {
        if self.len < LETTERS_MAX {
            self.of[self.len] = c;
            self.len += 1;
        }
    }

    fn as_slice(&self) -> &[char] {
        &self.of[..self.len]
    }
}

/// The word a text without separators stands for.
pub(crate) fn word(text: &str) -> Word {
    Word::of(sounds(text, false).as_slice())
}

/// In letters that leave out most vowels.
pub(crate) fn is_arabic(text: &str) -> bool {
    arabic::begins(text)
}

/// Letters that only Cyrillic has, seen as they were written: в is one, В may be a Latin letter.
pub(crate) fn has_own_cyrillic(text: &str) -> bool {
    !text.is_ascii() && text.chars().any(|c| cyrillic::has(c) && !twin::looks_latin(c))
}

/// All the sounds of a text without separators. In a name of Cyrillic letters a word of look-alikes is Cyrillic too.
pub(crate) fn sounds(text: &str, among_cyrillic: bool) -> Sounds {
    let mut sounds = Sounds::new();
    if cyrillic::plain(text, &mut sounds) {
        return sounds.settle();
    }
    if is_arabic(text) {
        arabic::sounds(text, &mut sounds);
        return sounds.settle();
    }
    let letters = letters(text, among_cyrillic);
    let of = letters.as_slice();
    if of.iter().any(|c| cyrillic::has(*c)) {
        cyrillic::sounds(of, &mut sounds);
    } else {
        latin::sounds(of, &mut sounds);
    }
    sounds.settle()
}

/// Lower case, one script, accents that no table knows taken off, signs that stand for no sound dropped.
fn letters(text: &str, among_cyrillic: bool) -> Letters {
    let mut raw = Letters::new();
    let (mut cyrillic, mut latin, mut figures, mut strange) = (false, false, false, false);
    for c in text.chars().map(lower_of_any) {
        match c {
            'a'..='z' => latin = true,
            '0'..='9' => figures = true,
            _ if cyrillic::has(c) => cyrillic = true,
            _ if c.is_ascii() => continue,
            _ if latin::has(c) => latin = true,
            _ => strange |= !SILENT.contains(&c),
        }
        raw.push(c);
    }
    if strange {
        raw = plainer(&raw);
    }
    // A word of one script needs no second look.
    if figures || (cyrillic && latin) || (among_cyrillic && latin) {
        let written = if strange { raw } else { Letters::of(text) };
        twin::one_script(&mut raw, &twin::Seen::of(written.as_slice(), among_cyrillic));
    }
    raw
}

/// Apostrophes and primes of every kind: the soft sign, the ayn, the Uzbek letters written with them.
const SILENT: [char; 14] = [
    '\u{2019}', '\u{2018}', '\u{02bc}', '\u{02bb}', '\u{02b9}', '\u{02ba}', '\u{201b}', '\u{00b4}',
    '\u{2032}', '\u{2033}', '\u{201d}', '\u{201c}', '\u{02bd}', '\u{00ad}',
];

const fn lower(c: char) -> char {
    match c {
        'A'..='Z' => c.to_ascii_lowercase(),
        'А'..='Я' => from(c as u32 + 0x20, c),
        'Ѐ'..='Џ' => from(c as u32 + 0x50, c),
        'а'..='џ' => c,
        // Capital and small letter take turns, the capital even, in one stretch odd.
        'Ѡ'..='ҁ' | 'Ҋ'..='ҿ' | 'Ӑ'..='ԯ' => from(c as u32 | 1, c),
        'Ӂ'..='ӎ' => from((c as u32 + 1) & !1, c),
        _ => c,
    }
}

const fn from(code: u32, otherwise: char) -> char {
    match char::from_u32(code) {
        Some(c) => c,
        None => otherwise,
    }
}

/// Also of letters beyond ASCII and Cyrillic.
fn lower_of_any(c: char) -> char {
    match c {
        'İ' => 'i',
        _ if c.is_ascii() || cyrillic::has(c) => lower(c),
        _ => twin::stranger(c).unwrap_or_else(|| c.to_lowercase().next().unwrap_or(c)),
    }
}

/// Letters with marks that the tables do not know lose their marks; full-width and other forms become plain.
fn plainer(raw: &Letters) -> Letters {
    let mut out = Letters::new();
    let text: String = raw.as_slice().iter().collect();
    let mut before = '\0';
    for c in text.nfkc().flat_map(char::to_lowercase) {
        let last = std::mem::replace(&mut before, c);
        if (last, c) == armenian::EV {
            out.push('v');
        } else if c.is_ascii_alphanumeric() || cyrillic::has(c) || latin::has(c) {
            out.push(c);
        } else if let Some(spelt) = armenian::letter(c).or_else(|| georgian::letter(c)) {
            spelt.chars().for_each(|l| out.push(l));
        } else {
            for base in std::iter::once(c).nfd().filter(|b| !is_mark(*b)) {
                match base {
                    _ if base.is_ascii_alphanumeric() || cyrillic::has(base) || latin::has(base) => {
                        out.push(base)
                    }
                    // A letter of a script without a table: the same letter is always the same two sounds.
                    _ if base.is_alphabetic() => {
                        let n = base as u32;
                        for part in [n / 19, n] {
                            out.push(char::from(CONSONANTS[(part % 19) as usize]));
                        }
                    }
                    _ => {}
                }
            }
        }
    }
    out
}

const CONSONANTS: [u8; 19] = *b"bdfgklmnprstvzaeiou";

fn is_mark(c: char) -> bool {
    matches!(c as u32, 0x300..=0x36f | 0x1ab0..=0x1aff | 0x20d0..=0x20ff)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::distance::distance;
    use crate::skeleton::skeletons;

    fn meet(spellings: &[&str]) {
        let first = word(spellings[0]);
        for other in &spellings[1..] {
            let read = word(other);
            let met = skeletons(first.stem()).iter().any(|a| skeletons(read.stem()).iter().any(|b| a == b));
            let apart = distance(first.stem(), read.stem(), 40);
            assert!(met && apart <= 8, "{} {first:?} {other} {read:?} {apart}", spellings[0]);
        }
    }

    #[test]
    fn spellings_under_different_standards_meet() {
        meet(&["Щербаков", "Shcherbakov", "Sherbakov", "Ščerbakov", "Ŝerbakov", "Shherbakov", "Scherbakov"]);
        meet(&["Щербаков", "ЩЕРБАКОВА", "Chtcherbakov", "Schtscherbakow", "Szczerbakow"]);
        meet(&["Башков", "Baszkou", "Baszkow"]);
        meet(&["Русчик", "Рущик", "Ruschyk", "Rusčyk"]);
        meet(&["Досжан", "Doszhan", "Dosjan"]);
        meet(&["Давыдов", "Davydoff", "Davydow"]);
        meet(&["Умеджонов", "Умедджонов", "Umedjonov", "Umedzhonov", "Umeddzhonov"]);
        meet(&["Фарадж", "Faraj", "Faradzh"]);
        meet(&["Батзориг", "Batzorig", "Бацориг"]);
        meet(&["Батсайхан", "Batsaikhan"]);
        meet(&["Чайковский", "Czajkowski"]);
        meet(&["Карпов", "Karpovs", "Karpovas"]);
        meet(&["Новицкий", "Novickis"]);
        meet(&["Карелин", "Kareļins", "Karelinas"]);
        meet(&["Хрущёв", "Khrushchev", "Hruščëv", "Xrushhyov", "Khrushchov", "Khrouchtchev"]);
        meet(&["Жумабаев", "Жұмабаев", "Zhumabayev", "Jumabaev", "Žumabaev", "Zhumabaeva", "Jumabaıev"]);
        meet(&["Кузнецов", "Kuznetsov", "Kuznecov", "Kuznetcov", "Kuznecova", "Kuzneczov"]);
        meet(&["Юсупов", "Yusupov", "Iusupov", "Jusupov", "Ûsupov", "Youssoupov"]);
        meet(&["Məmmədov", "Мамедов", "Mammadov", "Mamedov"]);
        meet(&["Qurbanov", "Курбанов", "Gurbanov", "Kurbonov"]);
        meet(&["Xasanov", "Хасанов", "Khasanov", "Hasanov", "Ҳасанов", "Ҳасанова"]);
        meet(&["Кавалёў", "Kavaliou", "Ковалёв", "Kovalev", "Kovalyov", "Kavalioŭ"]);
        meet(&["Быков", "Bykov", "Bikov"]);
        meet(&["Тўхтаев", "To'xtayev", "Tukhtaev", "Toʻxtayev"]);
        meet(&["Сергей", "Sergei", "Serguei", "Sergej", "Sergey"]);
        meet(&["Әуезов", "Ауэзов", "Auezov", "Áýezov", "Äuezov"]);
        meet(&["Петросян", "Պետրոսյան", "Petrosyan", "Petrosian"]);
        meet(&["Геворг", "Գևորգ", "ԳԵՒՈՐԳ", "Gevorg"]);
        meet(&["Генадзь", "Hienadź", "Hienadz"]);
        meet(&["Кастусь", "Kastuś", "Kastus"]);
        meet(&["Чехов", "Tchekhov", "Čehov", "Chekhov", "Tschechow"]);
        meet(&["Дәулет", "Даулет", "Daulet", "Däulet"]);
        meet(&["Иловская", "Ilouskaya", "Ілоўская"]);
        meet(&["Айтжан", "Aytzhan"]);
        meet(&["Бернштейн", "Bernstein", "Bernshtein"]);
        meet(&["Шварцштейн", "Schwarzstein"]);
        meet(&["Чавчавадзе", "ჭავჭავაძე", "Chavchavadze"]);
        meet(&["Міхаіл", "Michail", "Mikhail", "Михаил"]);
    }

    #[test]
    fn arabic_letters_are_near_what_others_write_for_them() {
        for (arabic, others) in [
            ("أحمد", ["Ahmad", "Ахмед", "Ahmed"]),
            ("محمد", ["Muhammad", "Мухаммад", "Mohamed"]),
            ("الشامي", ["Shami", "Шами", "Shamy"]),
            ("الخطيب", ["Khatib", "Хатиб", "Khateeb"]),
            ("نبيل", ["Nabil", "Набиль", "Nabeel"]),
            ("وليد", ["Walid", "Валид", "Waleed"]),
            ("عبدالله", ["Abdullah", "Абдулла", "Abdallah"]),
            ("عبدالرحمن", ["Abdurrahman", "Абдуррахман", "Abdurahman"]),
            ("چنگیز", ["Chingiz", "Чингиз", "Changiz"]),
        ] {
            for other in others {
                let apart = distance(word(arabic), word(other), 40);
                assert!(apart <= 13, "{arabic} {:?} {other} {:?} {apart}", word(arabic), word(other));
            }
        }
        assert!(distance(word("نبيل"), word("Walid"), 40) > 13);
    }

    #[test]
    fn letters_of_the_other_script_do_not_hide_a_word() {
        for other in ["Ивaнoв", "IVАNОV", "IVAN0V", "ivanov", "Иванов", "ＩＶＡＮＯＶ", "Ивáнóв", "ΙVΑΝΟV"]
        {
            assert_eq!(word(other), word("Ivanov"), "{other}");
        }
    }

    #[test]
    fn letters_of_a_third_script_are_what_they_look_like() {
        assert_eq!((word("Алеĸсандр"), word("Ниĸолай")), (word("Александр"), word("Николай")));
        assert_eq!(
            (word("Анатóлий"), word("Берëза"), word("Aндрéй")),
            (word("Анатолий"), word("Берёза"), word("Андрей"))
        );
    }

    #[test]
    fn cyrillic_capitals_have_their_small_letters() {
        for c in ('\u{400}'..='\u{52f}').filter(|c| *c != 'Ӏ') {
            assert_eq!(lower(c), c.to_lowercase().next().unwrap(), "{c}");
        }
    }

    #[test]
    fn a_word_of_look_alikes_is_what_its_name_is() {
        let among = |text: &str| Word::of(sounds(text, true).as_slice());
        assert_eq!((among("AHHA"), among("Hacep")), (word("Анна"), word("Насер")));
        assert_eq!((word("Caвyн"), word("Baльд")), (word("Савун"), word("Вальд")));
        assert_eq!((word("ANNA"), among("Anna")), (word("anna"), word("Anna")));
    }

    #[test]
    fn a_script_without_a_table_is_not_lost() {
        assert!(!word("山田").is_empty() && word("山田") == word("山田") && word("山田") != word("山本"));
        assert!(word("'").is_empty() && word("").is_empty());
    }
}
