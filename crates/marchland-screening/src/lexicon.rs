//! Given names we know: which spellings are one name, and what words of names sound like at all.
//!
//! Never: holds a name of the list; knows frequencies.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::OnceLock;

use crate::alert::Sex;
use crate::given::{self, Variant};
use crate::sound::{C_ANY, CH, CH_ANY, TS, Word};
use crate::{father, fold};

/// Number of a given name; zero is a name we do not know.
pub(crate) type Group = u16;

pub(crate) struct Lexicon {
    given: WordMap<Group>,
    fathers: WordMap<Group>,
    /// Everyday forms, and names without their vowels, and the names they stand for.
    may_be: WordMap<Vec<Group>>,
    /// The spelling whose key stands for the group, by group number.
    canonical: Vec<Word>,
    /// Sixteenths of a bit that one sound costs after another.
    surprise: [[u16; 32]; 32],
}

pub(crate) type WordMap<V> = HashMap<u64, V, BuildHasherDefault<WordHasher>>;

/// Packed words are numbers already; they only need spreading.
#[derive(Debug, Default, Clone, Copy)]
pub(crate) struct WordHasher(u64);

impl Hasher for WordHasher {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for b in bytes {
            self.0 = mix(self.0 ^ u64::from(*b));
        }
    }

    fn write_u64(&mut self, n: u64) {
        self.0 = mix(n ^ self.0);
    }
}

pub(crate) fn mix(key: u64) -> u64 {
    let x = (key ^ (key >> 32)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let x = (x ^ (x >> 29)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    x ^ (x >> 32)
}

pub(crate) fn lexicon() -> &'static Lexicon {
    static LEXICON: OnceLock<Lexicon> = OnceLock::new();
    LEXICON.get_or_init(Lexicon::read)
}

impl Lexicon {
    pub fn given(&self, word: Word) -> Group {
        let known = |word: Word| self.given.get(&word.0).copied();
        known(word)
            .or_else(|| Some(word.without_glides()).filter(|w| *w != word).and_then(known))
            // Belarusian and Serbian c.
            .or_else(|| Some(word.with(C_ANY, TS).without_glides()).filter(|w| *w != word).and_then(known))
            .unwrap_or(0)
    }

    /// The group of a father's name that has lost its ending.
    pub fn father(&self, name: Word) -> Group {
        self.fathers.get(&father::stem(name).0).copied().unwrap_or(0)
    }

    /// The names a word may stand for beside the one that it is by itself.
    pub fn in_full(&self, word: Word) -> &[Group] {
        self.may_be.get(&word.0).map_or(&[], Vec::as_slice)
    }

    pub fn canonical(&self, group: Group) -> Option<Word> {
        self.canonical.get(usize::from(group)).copied().filter(|w| !w.is_empty())
    }

    /// Sixteenths of a bit per sound: how unlike a name a word is.
    pub fn strangeness(&self, word: Word) -> u16 {
        let (mut sum, mut count, mut before) = (0u32, 0u32, 0u8);
        for sound in word.sounds().chain([0]) {
            sum += u32::from(self.surprise[before as usize & 31][sound as usize & 31]);
            count += 1;
            before = sound;
        }
        u16::try_from(sum / count.max(1)).unwrap_or(u16::MAX)
    }

    fn may_stand_for(&mut self, spelling: &str, name: &str) {
        let word = fold::word(spelling);
        let (own, group) = (self.given(word), self.given(fold::word(name)));
        if group != 0 && group != own {
            let names = self.may_be.entry(word.0).or_default();
            if !names.contains(&group) {
                names.push(group);
            }
        }
    }

    fn read() -> Lexicon {
        let mut lexicon = Lexicon {
            given: WordMap::default(),
            fathers: WordMap::default(),
            may_be: WordMap::default(),
            canonical: vec![Word::default()],
            surprise: [[0; 32]; 32],
        };
        let mut pairs = [[1u32; 32]; 32];
        let mut name = ("", Sex::Male);
        for entry in given::entries().filter(|e| e.variant == Variant::Same) {
            if (entry.name, entry.sex) != name {
                name = (entry.name, entry.sex);
                lexicon.canonical.push(fold::word(entry.name));
            }
            let group = Group::try_from(lexicon.canonical.len() - 1).unwrap_or(0);
            let word = fold::word(entry.spelling);
            // The first line that claims a sound sequence keeps it. The ch of the data is ч in Cyrillic letters.
            for word in [word, word.with(CH_ANY, CH)] {
                lexicon.given.entry(word.0).or_insert(group);
                if entry.sex == Sex::Male {
                    lexicon.fathers.entry(father::stem(word).0).or_insert(group);
                }
            }
            count(&mut pairs, word, 1);
        }
        for (name, arabic) in given::arabic() {
            let group = lexicon.given(fold::word(name));
            lexicon.given.entry(fold::word(arabic).0).or_insert(group);
            lexicon.may_stand_for(arabic, name);
        }
        for entry in given::entries().filter(|e| e.variant == Variant::Short) {
            lexicon.may_stand_for(entry.spelling, entry.name);
        }
        // Stems that lose or gain a letter before the ending.
        for (stem, name) in [
            ("pavl", "pavel"),
            ("lv", "lev"),
            ("il", "ilya"),
            ("yakovl", "yakov"),
            ("yak", "yakov"),
            ("yakaul", "yakov"),
            ("petr", "piotr"),
        ] {
            if let Some(group) = lexicon.given.get(&fold::word(name).0).copied() {
                lexicon.fathers.insert(father::stem(fold::word(stem)).0, group);
            }
        }
        for word in SURNAMES.split_whitespace().map(fold::word) {
            count(&mut pairs, word, 3);
        }
        for (before, row) in pairs.iter().enumerate() {
            let all: u32 = row.iter().sum();
            for (sound, n) in row.iter().enumerate() {
                let bits = (f64::from(all) / f64::from(*n)).log2() * 16.0;
                #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // At most some 12 bits.
                let sixteenths = bits as u16;
                lexicon.surprise[before][sound] = sixteenths;
            }
        }
        lexicon
    }
}

fn count(pairs: &mut [[u32; 32]; 32], word: Word, times: u32) {
    let mut before = 0u8;
    for sound in word.sounds().chain([0]) {
        pairs[before as usize & 31][sound as usize & 31] += times;
        before = sound;
    }
}

/// Common surnames of the region: what words of names sound like. They weigh nothing in a comparison.
const SURNAMES: &str = "\
ivanov smirnov kuznetsov popov vasilyev petrov sokolov mikhailov novikov fyodorov morozov volkov alekseev lebedev semyonov \
egorov pavlov kozlov stepanov nikolaev orlov andreev makarov nikitin zakharov zaitsev solovyov borisov yakovlev grigoryev \
romanov vorobyov frolov korolyov gusev kiselyov ilyin maksimov polyakov sorokin vinogradov kovalyov belov medvedev antonov \
tarasov zhukov baranov filippov komarov davydov gerasimov bogdanov osipov shcherbakov chernyshev khrushchev tsvetkov ryabov \
shevchenko bondarenko tkachenko kovalenko kravchenko oliynyk shevchuk melnyk boyko lysenko savchenko rudenko marchenko \
akhmetov omarov ospanov suleimenov iskakov abdrakhmanov zhumabaev nurpeisov ibragimov karimov rakhimov yusupov khasanov \
mamedov aliyev gasanov kuliev guseinov kurbanov safarov sharipov tokaev baizhanov kasymov zhaksybekov tulegenov bekmuratov \
abdullaev ismailov toktogulov asanov osmonov sydykov dzhumabaev berdymukhamedov rakhmonov nazarov mirzoev kholmatov ergashev \
petrosyan hovhannisyan sargsyan grigoryan harutyunyan karapetyan gevorgyan beridze kapanadze gelashvili lomidze \
batbayar ganbold dorj munkhbat enkhbold tsogt wang zhang chen liu yang huang zhao zhou sun zhu kim lee park nguyen \
kowalski nowak schmidt mueller weber martin garcia hassan ahmad khan hussein ibrahim mahmoud saleh";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_name_share_a_group() {
        let of = |text: &str| lexicon().given(fold::word(text));
        assert!(of("Сергей") != 0 && of("Сергей") == of("Siarhei") && of("Serhii") == of("Sergey"));
        assert!(of("Чингиз") != 0 && of("Чингиз") == of("Шыңғыс") && of("Вячеслав") == of("Viacheslav"));
        assert_ne!(of("Марина"), of("Мария"));
        assert_eq!(of("Щербаков"), 0);
        // A row has fourteen bits for each.
        assert!(lexicon().canonical.len() < 1 << 14);
    }

    #[test]
    fn words_typed_with_the_wrong_layout_are_strange() {
        let strange = |text: &str| lexicon().strangeness(fold::word(text));
        for (right, wrong) in
            [("Иванов", "Bdfyjd"), ("Петренко", "Gtnhtyrj"), ("Ivanov", "шмфтщм"), ("Kim", "лшь")]
        {
            assert!(strange(right) < strange(wrong), "{right} {} {wrong} {}", strange(right), strange(wrong));
        }
    }
}
