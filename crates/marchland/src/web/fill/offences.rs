//! The classes of the International Classification of Crime for Statistical Purposes that border police name most.
//! Any other class can be typed in words; what arrives with an unknown code is shown with that code.
//!
//! Never: decides which offence was committed.

use crate::web::l10n::Lang;
use crate::web::views::Choice;

/// Code, English, Russian, Kazakh.
const CLASSES: [(&str, &str, &str, &str); 14] = [
    ("0101", "Intentional homicide", "Умышленное убийство", "Қасақана адам өлтіру"),
    ("0201", "Assaults and threats", "Нападения и угрозы", "Шабуыл және қорқыту"),
    ("0202", "Acts against liberty", "Деяния против свободы", "Бас бостандығына қарсы әрекеттер"),
    ("0204", "Trafficking in persons", "Торговля людьми", "Адам саудасы"),
    ("0301", "Sexual violence", "Сексуальное насилие", "Жыныстық зорлық"),
    ("0401", "Robbery", "Грабёж и разбой", "Тонау және қарақшылық"),
    ("0501", "Burglary", "Кража со взломом", "Бұзып кіріп ұрлау"),
    ("0502", "Theft", "Кража", "Ұрлық"),
    (
        "05021",
        "Theft of a motorized vehicle or parts thereof",
        "Угон или кража автотранспорта",
        "Автокөлікті айдап әкету немесе ұрлау",
    ),
    (
        "0601",
        "Unlawful acts involving controlled drugs",
        "Незаконный оборот наркотиков",
        "Есірткінің заңсыз айналымы",
    ),
    ("0701", "Fraud", "Мошенничество", "Алаяқтық"),
    ("0703", "Corruption", "Коррупция", "Сыбайлас жемқорлық"),
    ("0805", "Acts related to migration", "Деяния, связанные с миграцией", "Көші-қонға байланысты әрекеттер"),
    (
        "0901",
        "Acts involving weapons and explosives",
        "Деяния с оружием и взрывчаткой",
        "Қару мен жарылғышқа байланысты әрекеттер",
    ),
];

pub fn choices(lang: Lang) -> Vec<Choice> {
    CLASSES.iter().map(|class| Choice::new(class.0, name(lang, class.0))).collect()
}

/// `05021 Theft of a motorized vehicle or parts thereof`
pub fn name(lang: Lang, code: &str) -> String {
    let Some((_, en, ru, kk)) = CLASSES.iter().find(|class| class.0 == code) else { return code.to_owned() };
    let word = match lang {
        Lang::En => en,
        Lang::Ru => ru,
        Lang::Kk => kk,
    };
    format!("{code} {word}")
}
