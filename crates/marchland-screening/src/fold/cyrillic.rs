//! Cyrillic letters of all the languages of the region, letter by letter.
//!
//! Never: knows which language a word is; where languages disagree, kindred sounds fit each other at little cost.

use super::Sounds;
use crate::sound::*;

pub(super) fn has(c: char) -> bool {
    ('\u{400}'..='\u{52f}').contains(&c)
}

pub(super) fn sounds(letters: &[char], out: &mut Sounds) {
    let mut before = 0u8;
    for (at, &c) in letters.iter().enumerate() {
        let sounds: &[u8] = match c {
            'а' | 'ә' | 'ӑ' | 'ӓ' => &[A],
            'б' => &[B],
            'в' => &[V],
            'г' | 'ґ' | 'ғ' | 'ѓ' | 'ӷ' => &[G],
            // Belarusian and Tajik write one sound with two letters.
            'д' if matches!(letters.get(at + 1), Some('ж' | 'з')) => &[],
            'д' => &[D],
            'ж' if at > 0 && letters[at - 1] == 'д' => &[DZH],
            'ж' => &[ZH],
            'е' | 'э' | 'ӗ' => &[E],
            'ё' | 'є' => &[I, E],
            'җ' | 'ӂ' | 'ӝ' => &[ZH],
            'ҷ' | 'ҹ' | 'џ' | 'ђ' => &[DZH],
            'з' if at > 0 && letters[at - 1] == 'д' => &[DZ],
            'з' | 'ѕ' | 'ҙ' => &[Z],
            'и' | 'й' | 'і' | 'ї' | 'ј' | 'ӣ' | 'ы' | 'ѝ' => &[I],
            'к' | 'қ' | 'ҝ' | 'ќ' | 'ҡ' | 'ӄ' => &[K],
            'л' | 'љ' => &[L],
            'м' => &[M],
            'н' | 'ң' | 'ҥ' | 'њ' | 'ӈ' => &[N],
            'о' | 'ө' => &[O],
            'п' | 'ҧ' => &[P],
            'р' => &[R],
            'с' | 'ҫ' => &[S],
            'т' | 'ҭ' => &[T],
            'у' | 'ү' | 'ұ' | 'ӯ' | 'ӱ' => &[U],
            // Belarusian short u stands after a vowel only, the Uzbek letter never does.
            'ў' if is_vowel(before) => &[V],
            'ў' => &[O],
            'ф' | 'ѳ' => &[F],
            'х' | 'ҳ' | 'һ' | 'ӽ' => &[H],
            'ц' => &[TS],
            'ч' | 'ћ' | 'ӵ' | 'ҽ' => &[CH],
            'ш' | 'щ' => &[SH],
            'ю' => &[I, U],
            'я' => &[I, A],
            _ => &[],
        };
        out.add(sounds);
        before = sounds.last().copied().unwrap_or(before);
    }
}
