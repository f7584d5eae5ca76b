//! A labelled set of invented people for `screen eval`: alerts, checks and the truth, from a fixed seed.
//!   cargo run -p marchland-screening --example generate -- alerts|queries|truth SIZE [SEED]
//! Names are drawn with the skew of real registers; each check names the one change that was made to it.
//! It uses nothing of the engine, so that a mistake in a table there cannot hide here.
//!
//! Never: real people, anything taken from a list in use.

use std::io::{self, BufWriter, Write};

use serde_json::{Value, json};

const FAMILIES: &str = "Иванов Смирнов Кузнецов Попов Васильев Петров Соколов Михайлов Новиков Фёдоров Морозов Волков Алексеев \
    Лебедев Семёнов Егоров Павлов Козлов Степанов Николаев Орлов Андреев Макаров Никитин Захаров Зайцев Соловьёв Борисов Яковлев \
    Григорьев Романов Воробьёв Сергеев Кузьмин Фролов Александров Дмитриев Королёв Гусев Киселёв Ильин Максимов Поляков Сорокин \
    Виноградов Ковалёв Белов Медведев Антонов Тарасов Жуков Баранов Филиппов Комаров Давыдов Беляев Герасимов Богданов Осипов \
    Сидоров Матвеев Титов Марков Миронов Крылов Куликов Карпов Власов Мельников Денисов Гаврилов Тихонов Казаков Афанасьев \
    Данилов Савельев Тимофеев Фомин Чернов Абрамов Мартынов Ефимов Федотов Щербаков Назаров Калинин Исаев Чернышёв Быков Маслов \
    Ахметов Омаров Оспанов Сулейменов Искаков Абдрахманов Жумабаев Нурпеисов Ибрагимов Каримов Рахимов Юсупов Хасанов Мамедов \
    Алиев Гасанов Кулиев Гусейнов Курбанов Сафаров Шарипов Назарбаев Токаев Ермеков Байжанов Касымов Жаксыбеков Тулегенов \
    Хрущёв Цветаев Юдин Яшин Щукин Эйхман Якушев Шишкин Жданов Чехов Хомяков Цыганков Ющук Шевченко Бондаренко Ткаченко Коваленко";
const ROOTS: &str = "бар вол гор дуб ерм жар зем кал кор лук мар нал озер пан рог сад тал уш фад хар чер шум яр бел вер гал дар \
    жил зор кам лог мур нек ост пет рад сем тур угр фил хол чал шар бул дем кос мед пол руд сух тет";
const MIDDLES: &str = "ан ат ер ик ол ом ош ух ак ел иж ин уч ам од";
const SUFFIXES: &str = "ов ев ин енко ский баев беков";
const MEN: &str = "Александр Сергей Дмитрий Андрей Алексей Максим Евгений Иван Михаил Николай Владимир Павел Константин Юрий Олег \
    Игорь Роман Виктор Денис Анатолий Василий Григорий Пётр Геннадий Ярослав Нурлан Ерлан Серик Болат Марат Тимур Рустам Азамат \
    Данияр Бауыржан Санжар Фархад Шерзод Жасур Отабек";
const WOMEN: &str = "Елена Ольга Наталья Татьяна Ирина Екатерина Светлана Анна Мария Юлия Людмила Галина Надежда Оксана Виктория \
    Вера Любовь Дарья Ксения Полина Айгуль Гульнара Динара Жанна Сауле Асель Мадина Зарина";
const VARIANTS: [(&str, &str); 10] = [
    ("Сергей", "Siarhei"),
    ("Александр", "Oleksandr"),
    ("Дмитрий", "Dzmitry"),
    ("Николай", "Mykola"),
    ("Владимир", "Uladzimir"),
    ("Евгений", "Yevhen"),
    ("Ольга", "Volha"),
    ("Елена", "Alena"),
    ("Татьяна", "Tetiana"),
    ("Екатерина", "Kateryna"),
];
const CLASSES: [&str; 20] = [
    "same",
    "icao",
    "bgn",
    "iso9",
    "gost",
    "typo-1",
    "typo-2",
    "exchanged",
    "no-patronymic",
    "full",
    "variant",
    "layout",
    "look-alike",
    "ocr",
    "date-swapped",
    "date-digit",
    "year-only",
    "no-date",
    "initial-absent-patronymic",
    "upper-latin-typo",
];

fn main() -> io::Result<()> {
    let args: Vec<String> = arguments().collect();
    let [what, size, rest @ ..] = args.as_slice() else {
        return Err(io::Error::other("generate alerts|queries|truth SIZE [SEED]"));
    };
    let size: usize = size.parse().map_err(io::Error::other)?;
    let seed: u64 = rest.first().map_or(Ok(2026), |s| s.parse()).map_err(io::Error::other)?;
    let mut chance = Chance(seed);
    let people: Vec<Person> = (0..size).map(|_| Person::draw(&mut chance)).collect();
    let mut out = BufWriter::new(io::stdout().lock());
    if what == "alerts" {
        for (n, p) in people.iter().enumerate() {
            let name = json!({"family": p.family, "given": p.given, "patronymic": p.patronymic, "full": null, "script": "Cyrl"});
            let alert = json!({"id": format!("A{n:07}"), "kind": "person", "state": "XX", "names": [name], "dob": p.dob(), "sex": p.sex()});
            writeln!(out, "{alert}")?;
        }
        return out.flush();
    }
    let mut emit = |class: &str, id: usize, truth: Vec<String>, query: Value| -> io::Result<()> {
        let mut query = query;
        query["id"] = json!(format!("Q{id:06}"));
        let line =
            if what == "truth" { json!({"id": query["id"], "class": class, "truth": truth}) } else { query };
        writeln!(out, "{line}")
    };
    let each = 250;
    let mut id = 0;
    for class in CLASSES {
        for _ in 0..each {
            let at = chance.below(size);
            let Some(query) = changed(class, &people[at], &mut chance) else { continue };
            // Another alert may be the same person by name and date; then both are true.
            let same: Vec<String> =
                (0..size).filter(|n| people[*n] == people[at]).map(|n| format!("A{n:07}")).collect();
            emit(class, id, same, query)?;
            id += 1;
        }
    }
    for class in ["innocent", "twin", "sibling", "father", "same-date-and-given"] {
        for _ in 0..if class == "innocent" { 5_000 } else { 600 } {
            let of = people[chance.below(size)].clone();
            let mut other = Person::draw(&mut chance);
            match class {
                "twin" => {
                    (other.family, other.patronymic, other.born, other.male) =
                        (of.kin_family(other.male), of.kin_patronymic(other.male), of.born, other.male)
                }
                "sibling" => {
                    (other.family, other.patronymic) =
                        (of.kin_family(other.male), of.kin_patronymic(other.male))
                }
                "father" => {
                    let father = of.father.clone();
                    other = Person {
                        family: of.kin_family(true),
                        given: father,
                        male: true,
                        ..Person::draw(&mut chance)
                    };
                    other.born = (of.born.0 - 26, other.born.1, other.born.2);
                }
                "same-date-and-given" => {
                    (other.given, other.born, other.male) = (of.given.clone(), of.born, of.male)
                }
                _ => {}
            }
            if other.given == of.given && matches!(class, "twin" | "sibling") {
                continue;
            }
            let query = if chance.below(2) == 0 {
                other.fields(|t| t.to_string())
            } else {
                other.fields(|t| letters(t, ICAO))
            };
            emit(class, id, Vec::new(), query)?;
            id += 1;
        }
    }
    out.flush()
}

#[allow(clippy::disallowed_methods)] // A tool at the border of the crate, not part of it.
fn arguments() -> impl Iterator<Item = String> {
    std::env::args().skip(1)
}

#[derive(Clone, PartialEq)]
struct Person {
    family: String,
    given: String,
    father: String,
    patronymic: String,
    born: (usize, usize, usize),
    male: bool,
}

impl Person {
    fn draw(chance: &mut Chance) -> Person {
        let male = chance.below(10) < 7;
        let root = if chance.below(10) < 4 {
            chance.skewed(FAMILIES)
        } else {
            let text = format!("{}{}{}", chance.any(ROOTS), chance.any(MIDDLES), chance.any(SUFFIXES));
            let mut letters = text.chars();
            letters.next().map(|c| c.to_uppercase().chain(letters).collect()).unwrap_or_default()
        };
        let father = chance.skewed(MEN);
        let given = if male { chance.skewed(MEN) } else { chance.skewed(WOMEN) };
        let born = (1945 + chance.below(60), 1 + chance.below(12), 1 + chance.below(28));
        Person {
            family: gender(&root, male),
            given,
            patronymic: patronymic(&father, male),
            father,
            born,
            male,
        }
    }

    fn dob(&self) -> String {
        format!("{:04}-{:02}-{:02}", self.born.0, self.born.1, self.born.2)
    }

    fn sex(&self) -> &'static str {
        if self.male { "M" } else { "F" }
    }

    fn kin_family(&self, male: bool) -> String {
        let man = if self.male { self.family.clone() } else { man_of(&self.family) };
        gender(&man, male)
    }

    fn kin_patronymic(&self, male: bool) -> String {
        patronymic(&self.father, male)
    }

    fn fields(&self, spell: impl Fn(&str) -> String) -> Value {
        json!({"family": spell(&self.family), "given": spell(&self.given), "patronymic": spell(&self.patronymic),
               "full": null, "channel": "booth", "dob": self.dob(), "sex": self.sex(), "nat": null})
    }
}

fn gender(root: &str, male: bool) -> String {
    match root {
        _ if male => root.to_string(),
        r if r.ends_with("ский") => format!("{}ая", r.trim_end_matches("ий")),
        r if r.ends_with('в') || r.ends_with('н') => format!("{r}а"),
        r => r.to_string(),
    }
}

fn man_of(family: &str) -> String {
    match family.strip_suffix("ская") {
        Some(stem) => format!("{stem}ский"),
        None => family.trim_end_matches('а').to_string(),
    }
}

fn patronymic(father: &str, male: bool) -> String {
    let (stem, soft) = match father {
        "Пётр" => ("Петр".to_string(), false),
        "Павел" => ("Павл".to_string(), false),
        f if f.ends_with("ий") => (format!("{}ь", f.trim_end_matches("ий")), true),
        f if f.ends_with('й') || f.ends_with('ь') => {
            (f.chars().take(f.chars().count() - 1).collect(), true)
        }
        f => (f.to_string(), false),
    };
    format!(
        "{stem}{}",
        match (soft, male) {
            (true, true) => "евич",
            (true, false) => "евна",
            (false, true) => "ович",
            (false, false) => "овна",
        }
    )
}

/// One change of the class; None where it does not apply to this person.
fn changed(class: &str, p: &Person, chance: &mut Chance) -> Option<Value> {
    let mut q = p.fields(|t| t.to_string());
    let spelt = |table: &'static str| p.fields(|t| letters(t, table));
    match class {
        "icao" => q = spelt(ICAO),
        "bgn" => q = spelt(BGN),
        "iso9" => q = spelt(ISO9),
        "gost" => q = spelt(GOST),
        "typo-1" => q["family"] = json!(typo(&p.family, chance)),
        "typo-2" => {
            q["family"] = json!(typo(&p.family, chance));
            q["given"] = json!(typo(&p.given, chance));
        }
        "exchanged" => (q["family"], q["given"]) = (json!(p.given), json!(p.family)),
        "no-patronymic" => q["patronymic"] = Value::Null,
        "full" => {
            q["full"] = json!(format!("{} {} {}", p.given, p.patronymic, p.family));
            (q["family"], q["given"], q["patronymic"]) = (Value::Null, Value::Null, Value::Null);
        }
        "variant" => {
            let (_, other) = VARIANTS.iter().find(|(name, _)| *name == p.given)?;
            q = spelt(ICAO);
            q["given"] = json!(other);
        }
        "layout" => q = p.fields(|t| letters(t, KEYS)),
        "look-alike" => q = p.fields(|t| t.replace('а', "a").replace('о', "o").replace('е', "e")),
        "ocr" => {
            q = p.fields(|t| letters(t, ICAO).to_uppercase().replacen('O', "0", 1).replacen('I', "1", 1))
        }
        "date-swapped" => q["dob"] = json!(format!("{:04}-{:02}-{:02}", p.born.0, p.born.2, p.born.1)),
        "date-digit" => {
            q["dob"] = json!(format!(
                "{:04}-{:02}-{:02}",
                p.born.0 / 10 * 10 + (p.born.0 + 3) % 10,
                p.born.1,
                p.born.2
            ))
        }
        "year-only" => q["dob"] = json!(p.born.0.to_string()),
        "no-date" => q["dob"] = Value::Null,
        "initial-absent-patronymic" => {
            q["patronymic"] = Value::Null;
            q["given"] = json!(p.given.chars().take(1).collect::<String>());
        }
        "upper-latin-typo" => q["family"] = json!(typo(&letters(&p.family, BGN), chance).to_uppercase()),
        _ => {}
    }
    if class == "date-swapped" && p.born.2 > 12 { None } else { Some(q) }
}

fn typo(word: &str, chance: &mut Chance) -> String {
    let mut letters: Vec<char> = word.chars().collect();
    if letters.len() < 5 {
        return word.to_string();
    }
    let at = 1 + chance.below(letters.len() - 2);
    match chance.below(4) {
        0 => letters.swap(at, at + 1),
        1 => drop(letters.remove(at)),
        2 => letters.insert(at, letters[at - 1]),
        _ => letters[at] = if letters[at].is_ascii() { 'd' } else { 'д' },
    }
    letters.into_iter().collect()
}

/// Letter by letter after a table of 33 entries; the case of the first letter is kept.
fn letters(text: &str, table: &str) -> String {
    let alphabet = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя";
    let of: Vec<&str> = table.split(' ').collect();
    let lower = text.to_lowercase();
    let spelt: String = lower
        .chars()
        .map(|c| {
            alphabet
                .chars()
                .position(|a| a == c)
                .and_then(|at| of.get(at))
                .map_or(c.to_string(), |l| l.replace('_', ""))
        })
        .collect();
    let mut chars = spelt.chars();
    chars.next().map(|c| c.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

const ICAO: &str = "a b v g d e e zh z i i k l m n o p r s t u f kh ts ch sh shch ie y _ e iu ia";
const BGN: &str = "a b v g d e yo zh z i y k l m n o p r s t u f kh ts ch sh shch _ y _ e yu ya";
const ISO9: &str = "a b v g d e ë ž z i j k l m n o p r s t u f h c č š ŝ ʺ y ʹ è û â";
const GOST: &str = "a b v g d e yo zh z i j k l m n o p r s t u f x cz ch sh shh ʺ y ʹ e yu ya";
const KEYS: &str = "f , d u l t ` ; p b q r k v y j g h c n e a [ w x i o ] s m ' . z";

struct Chance(u64);

impl Chance {
    /// SplitMix64.
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % end.max(1) as u64).unwrap_or(0)
    }

    fn any<'a>(&mut self, list: &'a str) -> &'a str {
        let words: Vec<&str> = list.split_whitespace().collect();
        words[self.below(words.len())]
    }

    /// Early words of a list more often, as in registers.
    fn skewed(&mut self, list: &str) -> String {
        let words: Vec<&str> = list.split_whitespace().collect();
        let (a, b) = (self.below(words.len()), self.below(words.len()));
        words[a.min(b)].to_string()
    }
}
