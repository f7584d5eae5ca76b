//! Arabic letters with those of Persian and Urdu. Short vowels are not written: between two consonants an a is read, the
//! commonest of them, and other vowels cost little beside it. The article is left away as in Latin spellings.
//!
//! Never: knows words; reads the vowel signs, which names on lists do not have.

use super::Sounds;
use crate::sound::*;

const FIRST: u32 = 0x600;
const LAST: u32 = 0x6ff;

pub(super) fn begins(text: &str) -> bool {
    text.chars().next().is_some_and(|c| (FIRST..=LAST).contains(&(c as u32)))
}

const fn consonant(c: char) -> Option<u8> {
    Some(match c {
        'ب' => B,
        'پ' => P,
        'ت' | 'ط' | 'ٹ' => T,
        'ث' | 'س' | 'ص' => S,
        'ج' => DZH,
        'چ' => CH,
        'ح' | 'خ' | 'ه' | 'ھ' | 'ہ' => H,
        'د' | 'ض' | 'ڈ' => D,
        'ذ' | 'ز' | 'ظ' => Z,
        'ر' | 'ڑ' => R,
        'ژ' => ZH,
        'ش' => SH,
        'غ' | 'گ' => G,
        'ف' => F,
        'ڤ' => V,
        'ق' | 'ك' | 'ک' => K,
        'ل' => L,
        'م' => M,
        'ن' | 'ں' => N,
        _ => return None,
    })
}

/// Long vowels and what carries a vowel.
const fn vowel(c: char) -> Option<u8> {
    Some(match c {
        'ا' | 'أ' | 'آ' | 'ٱ' | 'ع' | 'ة' | 'ى' => A,
        'إ' | 'ي' | 'ی' | 'ئ' | 'ې' => I,
        'و' | 'ؤ' | 'ۇ' | 'ۆ' => U,
        'ە' | 'ے' => E,
        _ => return None,
    })
}

pub(super) fn sounds(text: &str, out: &mut Sounds) {
    // Abd goes together with the article of what follows: Abdullah, Abdurrahman, in one word or two.
    let (abd, rest) = match (text, text.strip_prefix("عبدال")) {
        ("عبد", _) => (true, ""),
        ("الله", _) => (false, "له"),
        (_, Some(rest)) => (true, rest),
        _ => (false, text.strip_prefix("ال").filter(|rest| rest.chars().count() > 2).unwrap_or(text)),
    };
    if abd {
        out.add(&[A, B, D, U]);
    }
    let mut open = true;
    let mut letters = rest.chars().peekable();
    while let Some(c) = letters.next() {
        let first = out.as_slice().is_empty();
        let vowel_next = letters.peek().is_some_and(|next| vowel(*next).is_some());
        let read = match (c, vowel(c), consonant(c)) {
            // Before a vowel it is a consonant: Walid, Youssef.
            ('و', ..) if vowel_next && (first || !open) => Err(V),
            ('ه' | 'ہ', ..) if !open && letters.peek().is_none() => Ok(A),
            (_, Some(vowel), _) => Ok(vowel),
            (_, _, Some(consonant)) => Err(consonant),
            _ => continue,
        };
        match read {
            Ok(vowel) => out.push(vowel),
            Err(consonant) => {
                // A letter written twice is a long one: Allah.
                if !open && out.as_slice().last() != Some(&consonant) {
                    out.push(A);
                }
                out.push(consonant);
            }
        }
        open = read.is_ok();
    }
}
