//! A name as tokens: what each word sounds like and which part of the name it is, as far as that can be told.
//!
//! Never: compares two names, knows the list, allocates.

use crate::alert::{Sex, Spelling};
use crate::father::{self, Father};
use crate::lexicon::{Group, lexicon};
use crate::sound::Word;
use crate::{chinese, fold, glued};

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub(crate) enum Part {
    Family,
    Given,
    Patronymic,
    #[default]
    Any,
}

/// One word of a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Token {
    /// Of a patronymic only the father's name.
    pub word: Word,
    pub part: Part,
    pub group: Group,
    /// The last word of a line that a machine-readable zone may have cut.
    pub cut: bool,
    /// A patronymic whose ending was recognised.
    pub ending: bool,
    /// What the word would be as a patronymic.
    pub father: Option<Father>,
    pub place: Place,
}

/// Where in the spelling a word stands: field (family, given, patronymic, full) and bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Place {
    pub field: u8,
    pub from: u16,
    pub to: u16,
}

pub(crate) const TOKENS_MAX: usize = 7;

/// The words of one name; what a name has beyond seven words is left away.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Name {
    tokens: [Token; TOKENS_MAX],
    len: u8,
    /// As patronymic endings tell it.
    pub sex: Option<Sex>,
    /// Syllables of a Chinese name: each is a word of its own, and near is not the same.
    pub syllables: bool,
    among_cyrillic: bool,
}

impl Name {
    pub fn tokens(&self) -> &[Token] {
        &self.tokens[..usize::from(self.len)]
    }

    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// The patronymic.
    pub fn father(&self) -> Option<&Token> {
        self.tokens().iter().find(|t| t.part == Part::Patronymic)
    }

    /// The words of all fields; the full name only where the fields are empty.
    pub fn of(spelling: &Spelling) -> Name {
        let mut name = Name::default();
        let texts = [&spelling.family, &spelling.given, &spelling.patronymic, &spelling.full];
        let among_cyrillic = texts.into_iter().flatten().any(|t| fold::has_own_cyrillic(t));
        name.among_cyrillic = among_cyrillic;
        let fields = [
            (&spelling.family, Part::Family),
            (&spelling.given, Part::Given),
            (&spelling.patronymic, Part::Patronymic),
        ];
        // Several words in one field and nothing in the others: the whole name was put there.
        let [family, given, patronymic] =
            fields.map(|(text, _)| text.as_ref().is_some_and(|t| !t.trim().is_empty()));
        let lumped = (family ^ given) && !patronymic;
        for (field, (text, part)) in (0u8..).zip(fields) {
            let several = |text: &str| text.split(is_separator).filter(|w| !w.is_empty()).count() > 1;
            let part = if lumped && text.as_deref().is_some_and(several) { Part::Any } else { part };
            if let Some(text) = text {
                name.split(text, field, part);
            }
        }
        name.part_given(spelling);
        if name.len == 0
            && let Some(full) = &spelling.full
        {
            match full.find(',') {
                Some(comma) if comma > 0 && comma + 1 < full.len() => {
                    name.split_from(full, 0, comma, 3, Part::Family);
                    name.split_from(full, comma + 1, full.len(), 3, Part::Any);
                }
                _ => name.split(full, 3, Part::Any),
            }
            name.part_whole(full);
        }
        name.drop_particles(spelling);
        name.mark_patronymics();
        for token in &mut name.tokens[..usize::from(name.len)] {
            token.group = match token.part {
                Part::Patronymic => lexicon().father(token.word),
                _ if token.word.is_initial() || token.cut => 0,
                _ => lexicon().given(token.word),
            };
        }
        name
    }

    /// The name in each way it may be meant: pinyin is also read as the Palladius syllables that Russian papers write.
    pub fn readings(spelling: &Spelling) -> (Name, Option<Name>) {
        let mut name = Name::of(spelling);
        let other = chinese::read(&name, spelling);
        name.syllables = other.is_some();
        (name, other)
    }

    /// The name with an everyday form in it (Sasha, Vlad) taken for each of the names it may stand for.
    pub fn in_full(self) -> impl Iterator<Item = Name> {
        (0..usize::from(self.len)).flat_map(move |at| {
            let token = self.tokens[at];
            let full = if token.part == Part::Patronymic { &[] } else { lexicon().in_full(token.word) };
            full.iter().map(move |group| {
                let mut name = self;
                name.tokens[at].group = *group;
                name
            })
        })
    }

    /// The last word of the given names, or of the whole, may be only the beginning of it.
    pub fn mark_cut(&mut self) {
        if let Some(last) = self.tokens[..usize::from(self.len)].last_mut() {
            last.cut = true;
        }
    }

    /// A given name with a title or the father's name written to it. Beside a given name Nurmagomedovich is the father's name.
    fn part_given(&mut self, spelling: &Spelling) {
        let mut givens = (0..usize::from(self.len)).filter(|at| self.tokens[*at].place.field == 1);
        let (Some(at), None, None, Some(text)) =
            (givens.next(), givens.next(), &spelling.patronymic, &spelling.given)
        else {
            return;
        };
        let part = self.tokens[at].part;
        let Some((from, to, own)) = self.written(at, text) else { return };
        let father = glued::father_within(own);
        let Some(end) = father.or_else(|| glued::before_title(own)) else { return };
        self.remove(at);
        self.put(text, from, from + end, 1, part);
        if father.is_some() {
            self.put(text, from + end, to, 1, Part::Patronymic);
        }
    }

    /// A whole name in one word, if a given name that we know ends it.
    fn part_whole(&mut self, text: &str) {
        if self.len == 1
            && let Some((from, to, own)) = self.written(0, text)
            && let Some(end) = glued::given_within(own)
        {
            self.len = 0;
            self.put(text, from, from + end, 3, Part::Any);
            self.put(text, from + end, to, 3, Part::Any);
        }
    }

    /// Where in the text a word stands and as what; nothing in a text too long for that to be kept.
    fn written<'t>(&self, at: usize, text: &'t str) -> Option<(usize, usize, &'t str)> {
        let Place { from, to, .. } = self.tokens[at].place;
        let (from, to) = (usize::from(from), usize::from(to));
        text.get(from..to).map(|own| (from, to, own))
    }

    fn split(&mut self, text: &str, field: u8, part: Part) {
        let (before, behind) = (glued::title_before(text), glued::title_behind(text));
        self.split_from(text, before, (text.len() - behind).max(before), field, part);
    }

    fn split_from(&mut self, text: &str, from: usize, to: usize, field: u8, part: Part) {
        let mut begin = from;
        let bounds = text[from..to].char_indices().filter_map(|(at, c)| {
            let (at, width) = (from + at, c.len_utf8());
            // DmitrievaMakarova: a hyphen is lost.
            let hump = || {
                c.is_uppercase() && small(text[from..at].chars().rev()) && small(text[at + width..to].chars())
            };
            if is_separator(c) { Some((at, width)) } else { hump().then_some((at, 0)) }
        });
        for (end, width) in bounds.chain([(to, 0)]) {
            if end > begin {
                self.put(text, begin, end, field, part);
                // Nik. for Nikifor.
                let short = text[end..].starts_with('.');
                if let Some(last) = self.tokens[..usize::from(self.len)].last_mut().filter(|_| short) {
                    last.cut = true;
                }
            }
            begin = end + width;
        }
    }

    /// The word between two bytes.
    fn put(&mut self, text: &str, begin: usize, end: usize, field: u8, part: Part) {
        if usize::from(self.len) == TOKENS_MAX {
            return;
        }
        let sounds = fold::sounds(&text[begin..end], self.among_cyrillic);
        let word = Word::of(sounds.as_slice());
        if word.is_empty() {
            return;
        }
        let father = father::of(sounds.as_slice());
        let cap = |n: usize| u16::try_from(n).unwrap_or(u16::MAX);
        let place = Place { field, from: cap(begin), to: cap(end) };
        self.add(Token { word, part, father, place, ..Token::default() });
    }

    /// One word more, if there is room.
    pub(crate) fn add(&mut self, token: Token) {
        if usize::from(self.len) < TOKENS_MAX {
            self.tokens[usize::from(self.len)] = token;
            self.len += 1;
        }
    }

    pub(crate) fn remove(&mut self, at: usize) {
        self.tokens.copy_within(at + 1..usize::from(self.len), at);
        self.len -= 1;
        self.tokens[usize::from(self.len)] = Token::default();
    }

    pub(crate) fn tokens_mut(&mut self) -> &mut [Token] {
        &mut self.tokens[..usize::from(self.len)]
    }

    /// "van der Berg" is also written Berg. A particle as the last word is a name (Wang Bin), and two words remain. The
    /// syllables of a Chinese name are none.
    fn drop_particles(&mut self, spelling: &Spelling) {
        let any = self.len > 2 && self.tokens().iter().any(|t| particles().contains(&t.word.0));
        if !any || chinese::read(self, spelling).is_some() {
            return;
        }
        let mut at = 0;
        while self.len > 2 && at + 1 < usize::from(self.len) {
            let alone = self.tokens[at].part != self.tokens[at + 1].part;
            if !alone && particles().contains(&self.tokens[at].word.0) {
                self.remove(at);
            } else {
                at += 1;
            }
        }
    }

    /// Finds the patronymics by their endings, takes the endings off, and puts right what was tagged wrongly.
    fn mark_patronymics(&mut self) {
        let mut at = 1;
        while at < usize::from(self.len) {
            match father::is_ending(self.tokens[at].word) {
                Some(child) => {
                    self.remove(at);
                    self.sex = Some(child);
                    let before = &mut self.tokens[at - 1];
                    // Kyrgyz and Kazakh family names are formed so too, and stand first.
                    if !(before.part == Part::Family || before.part == Part::Any && at == 1 && self.len > 1) {
                        before.part = Part::Patronymic;
                        before.ending = true;
                    }
                }
                None => at += 1,
            }
        }
        let tokens = &mut self.tokens[..usize::from(self.len)];
        let plain = |t: &Token| t.part == Part::Patronymic && !t.ending && t.father.is_none();
        // No given name but words in the patronymic's field that are no patronymics: the given name was put there.
        if !tokens.iter().any(|t| matches!(t.part, Part::Given | Part::Any)) {
            tokens.iter_mut().filter(|t| plain(t)).for_each(|t| t.part = Part::Given);
        }
        let wrongly_tagged = tokens.iter().any(plain);
        let (few, givens) = (tokens.len() < 3, tokens.iter().filter(|t| t.part == Part::Given).count());
        // In one text two words may be formed so (Genadz Arkadzievich Kazakevich): the one with a known father's name
        // behind a given name is the patronymic.
        let known = |t: &Token| t.father.is_some_and(|f| lexicon().father(f.name) != 0);
        let likely = |at: usize| (known(&tokens[at]), at > 0 && lexicon().given(tokens[at - 1].word) != 0);
        let formed =
            |at: &usize| tokens[*at].part == Part::Any && tokens[*at].father.is_some_and(|f| !f.short);
        let of_text = (0..tokens.len()).filter(formed).max_by_key(|at| likely(*at));
        for at in 0..tokens.len() {
            let part = tokens[at].part;
            let Some(father) = tokens[at].father.filter(|_| !tokens[at].ending) else { continue };
            let is_patronymic = match part {
                Part::Patronymic => true,
                // Abramovich may be a family name, Bulat a given one: more must speak for the father's name. A word with a
                // misspelt ending in the patronymic's field does not make a patronymic of Bobrovich.
                Part::Family => wrongly_tagged && !father.short && known(&tokens[at]),
                Part::Given => {
                    (givens > 1 && !father.short) || (wrongly_tagged && (!father.short || known(&tokens[at])))
                }
                Part::Any => !few && of_text == Some(at),
            };
            if !is_patronymic {
                continue;
            }
            if wrongly_tagged && part != Part::Patronymic {
                tokens.iter_mut().filter(|t| plain(t)).for_each(|t| t.part = part);
            }
            tokens[at] = Token { word: father.name, part: Part::Patronymic, ending: true, ..tokens[at] };
            self.sex = self.sex.or(father.child);
        }
    }
}

fn particles() -> &'static [u64] {
    static WORDS: std::sync::OnceLock<Vec<u64>> = std::sync::OnceLock::new();
    WORDS.get_or_init(|| {
        "bin ibn ben bint binti al el ul ad as ash von van der den de da di del la le ter abu umm бин ибн аль эль"
            .split(' ')
            .map(|w| fold::word(w).0)
            .collect()
    })
}

/// Two small letters, as stand before and behind a capital that begins another word.
fn small(mut letters: impl Iterator<Item = char>) -> bool {
    (0..2).all(|_| letters.next().is_some_and(char::is_lowercase))
}

fn is_separator(c: char) -> bool {
    match c {
        ' ' | '-' | '<' | '.' | ',' | ';' | ':' | '/' | '(' | ')' | '_' | '\t' | '"' | '+' | '&' => true,
        _ if c.is_ascii() => c.is_ascii_control(),
        _ => c.is_whitespace() || matches!(c, '‐' | '‑' | '–' | '—' | '·' | '«' | '»'),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(family: &str, given: &str, patronymic: &str) -> Vec<(Part, Word)> {
        let some = |t: &str| Some(t.to_string()).filter(|t| !t.is_empty());
        let spelling =
            Spelling { family: some(family), given: some(given), patronymic: some(patronymic), full: None };
        Name::of(&spelling).tokens().iter().map(|t| (t.part, t.word)).collect()
    }

    fn full(text: &str) -> Vec<Part> {
        let spelling = Spelling { full: Some(text.to_string()), ..Spelling::default() };
        Name::of(&spelling).tokens().iter().map(|t| t.part).collect()
    }

    #[test]
    fn patronymics_are_found_wherever_they_stand() {
        let expected = read("Иванов", "Пётр", "Сергеевич");
        assert_eq!(read("Ivanov", "Petr Sergeevich", "").len(), 3);
        assert_eq!(
            expected.iter().map(|t| t.0).collect::<Vec<_>>(),
            [Part::Family, Part::Given, Part::Patronymic]
        );
        assert_eq!(read("Иванов", "Сергеевич", "Пётр")[1..], [expected[2], expected[1]]);
        assert_eq!(full("Иванов Пётр Сергеевич"), [Part::Any, Part::Any, Part::Patronymic]);
        assert_eq!(full("Abramovich Roman"), [Part::Any, Part::Any]);
        assert_eq!(full("Генадзь Аркадзьевіч Казакевіч"), [Part::Any, Part::Patronymic, Part::Any]);
        assert_eq!(full("Жаксыбеков Чингиз Нурланович"), [Part::Any, Part::Any, Part::Patronymic]);
        assert_eq!(full("Kazakevich Henadz Arkadzievich"), [Part::Any, Part::Any, Part::Patronymic]);
        assert_eq!(full("Алиев Эльчин Мамед оглы"), [Part::Any, Part::Any, Part::Patronymic]);
        assert_eq!(full("Иванов, Пётр"), [Part::Family, Part::Any]);
    }

    #[test]
    fn particles_go_and_names_stay() {
        assert_eq!(read("van der Berg", "Jan", "").len(), 2);
        assert_eq!(read("Wang", "Bin", "").len(), 2);
        assert_eq!(read("", "", "").len(), 0);
    }
}
