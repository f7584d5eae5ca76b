//! The spellings of one alert: a father's name that one of them leaves out is the others' too.
//!
//! Never: carries it over to another name of the person, who may have taken another father's name with it.

use crate::distance::{ERROR, distance};
use crate::join::beside_fathers;
use crate::name::{Name, Part, Token};

/// Gives each name without a patronymic that of another spelling of the same name.
pub(crate) fn share_fathers(names: &mut [Name]) {
    for at in 0..names.len() {
        let own = names[at];
        if own.father().is_none()
            && let Some(token) = names.iter().filter(|other| same(&own, other)).find_map(Name::father)
        {
            let token = *token;
            names[at].add(token);
        }
    }
}

/// Word by word near enough to be one name written twice.
fn same(a: &Name, b: &Name) -> bool {
    let like = |x: &Token, y: &Token| {
        (x.group != 0 && x.group == y.group) || distance(x.word.stem(), y.word.stem(), ERROR - 1) < ERROR
    };
    let words = |name: &Name| beside_fathers(name.tokens().iter().map(|t| t.part));
    let mut own = a.tokens().iter().filter(|t| t.part != Part::Patronymic);
    words(a) > 1 && words(a) == words(b) && own.all(|x| b.tokens().iter().any(|y| like(x, y)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::alert::Spelling;

    fn fathers(names: &[(&str, &str, &str)]) -> Vec<bool> {
        let some = |t: &str| Some(t.to_string()).filter(|t| !t.is_empty());
        let mut all: Vec<Name> = names
            .iter()
            .map(|(family, given, patronymic)| {
                let (family, given, patronymic) = (some(family), some(given), some(patronymic));
                Name::of(&Spelling { family, given, patronymic, full: None })
            })
            .collect();
        share_fathers(&mut all);
        all.iter().map(|name| name.father().is_some()).collect()
    }

    #[test]
    fn a_spelling_without_the_fathers_name_has_that_of_the_others() {
        let listed = ("Григорьев", "Андрей", "Олегович");
        assert_eq!(fathers(&[("Grigor'yev", "Andrey", ""), listed]), [true, true]);
        assert_eq!(fathers(&[("Андрей", "Григорьев", ""), listed]), [true, true]);
        assert_eq!(fathers(&[("Морозов", "Андрей", ""), listed]), [false, true]);
        assert_eq!(fathers(&[("Григорьев", "Сергей", ""), listed]), [false, true]);
    }
}
