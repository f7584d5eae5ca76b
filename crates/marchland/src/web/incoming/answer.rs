//! `POST /incoming/{case}/answer` saves and submits, `…/answer-approve` signs or returns.
//!
//! Never: loses a typed word; lets an answer go that no other official signed.

use axum::extract::Path;
use marchland_casework::{DraftFields, Field, Incoming};

use super::mend;
use crate::acts::theirs;
use crate::web::l10n::{Lang, Words};
use crate::web::page::{Form, Page, Visit, done};
use crate::web::views::Fields;

pub async fn write(visit: Visit, Path(case): Path<String>, form: Form) -> Page {
    let (app, who) = (&visit.app, visit.who());
    let here = format!("/incoming/{case}");
    theirs::save_answer(app, who, &case, draft(&form)).await?;
    if form.get("do") != "submit" {
        return done(&here, "answer-saved");
    }
    match theirs::submit_answer(app, who, &case).await {
        Ok(()) => done(&here, "answer-submitted"),
        Err(why) => mend(&visit, &case, &form, why).await,
    }
}

pub async fn approve(visit: Visit, Path(case): Path<String>, form: Form) -> Page {
    let (app, who) = (&visit.app, visit.who());
    let here = format!("/incoming/{case}");
    if form.get("do") == "approve" {
        theirs::approve_answer(app, who, &case).await?;
        return done(&here, "answer-approved");
    }
    match theirs::return_answer(app, who, &case, form.get("reason")).await {
        Ok(()) => done(&here, "answer-returned"),
        Err(why) => mend(&visit, &case, &form, why).await,
    }
}

/// The draft as it was typed, roles in the reader's words.
pub fn typed(t: Words, incoming: &Incoming) -> Fields {
    let shown = |(field, text): (Field, &str)| {
        let text =
            if field == Field::Persons { each_role(text, |role| t.category(role)) } else { text.to_owned() };
        (field.name().into_owned(), text)
    };
    Fields::new(incoming.typed().iter().map(shown))
}

/// What belongs to an answer, several ticks of one name apart by blanks.
fn draft(form: &Form) -> DraftFields {
    let mut typed = DraftFields::new();
    for (name, _) in &form.0 {
        let Some(field) = Field::from_name(name).filter(|field| of_answer(*field)) else { continue };
        let text = form.all(name).collect::<Vec<_>>().join(" ");
        typed.set(field, if field == Field::Persons { each_role(&text, code_of) } else { text });
    }
    typed
}

fn of_answer(field: Field) -> bool {
    matches!(
        field,
        Field::AnswerText
            | Field::Persons
            | Field::Handling
            | Field::HandlingWords
            | Field::SourceEval
            | Field::InfoEval
            | Field::PointResult(_)
            | Field::PointText(_)
    )
}

/// One person to a line, `name = role`: the role in other words.
fn each_role(lines: &str, word: impl Fn(&str) -> String) -> String {
    let line = |line: &str| match line.rsplit_once('=') {
        Some((name, role)) => format!("{} = {}", name.trim(), word(role.trim())),
        None => line.to_owned(),
    };
    lines.lines().map(line).collect::<Vec<_>>().join("\n")
}

/// The code of a role, whichever of our languages it was typed in; other words stay, and the check names them.
fn code_of(role: &str) -> String {
    let known = Lang::ALL.into_iter().flat_map(|lang| lang.words().categories());
    let found = known.into_iter().find(|choice| choice.text.to_lowercase() == role.to_lowercase());
    found.map_or_else(|| role.to_owned(), |choice| choice.value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roles_are_typed_in_words_and_kept_as_codes() {
        let typed = "Иванов И. = Свидетель\nA. Smith = witness\nnobody knows";
        let kept = each_role(typed, code_of);
        assert_eq!(kept, "Иванов И. = witness\nA. Smith = witness\nnobody knows");
        let shown = each_role(&kept, |code| Lang::Ru.words().category(code));
        assert!(shown.starts_with("Иванов И. = Свидетель\n"), "{shown}");
    }
}
