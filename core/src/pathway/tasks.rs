//! Who does what: the things to do of each role, and those for which nobody is known yet.

use chrono::NaiveDate;

use crate::content::{Id, Landmarks};

use super::{Dashboard, Item, Part, Person, State};

/// The parts of a thing that there is something to do for.
fn open<'a, 'b>(item: &'b Item<'a>, today: NaiveDate) -> impl Iterator<Item = &'b Part<'a>> {
    item.parts.iter().filter(move |part| part.status.is_ahead(today))
}

/// What there is to do, due or to come, for somebody of a role, in the order of the dashboard.
#[must_use]
pub fn of_role<'a, 'b>(dashboard: &'b Dashboard<'a>, role: &str, today: NaiveDate) -> Vec<&'b Item<'a>> {
    let mine = |item: &&Item<'a>| open(item, today).any(|part| part.step.who.iter().any(|who| who == role));
    dashboard.items.iter().filter(mine).collect()
}

/// What is due and can be done by none of the team: the roles that could, and the things.
#[must_use]
pub fn unfilled<'a, 'b>(
    landmarks: &Landmarks,
    dashboard: &'b Dashboard<'a>,
    person: &Person,
    today: NaiveDate,
) -> Vec<(&'a [Id], Vec<&'b Item<'a>>)> {
    let is_there = |role: &Id| *role == landmarks.myself || *role == landmarks.near;
    let is_filled = |role: &Id| is_there(role) || person.team.iter().any(|member| &member.role == role);
    let mut found: Vec<(&'a [Id], Vec<&'b Item<'a>>)> = Vec::new();
    let due = dashboard.items.iter().filter(|item| matches!(item.status.state, State::Late | State::DueNow));
    for item in due {
        let is_known = open(item, today).any(|part| part.step.who.iter().any(is_filled));
        let Some(part) = open(item, today).next().filter(|_| !is_known) else { continue };
        let who = part.step.who.as_slice();
        match found.iter_mut().find(|(roles, _)| *roles == who) {
            Some((_, items)) => items.push(item),
            None => found.push((who, vec![item])),
        }
    }
    found
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::{of_role, unfilled};
    use crate::pathway::sample::{TODAY, care, person};
    use crate::pathway::{Item, Member, dashboard};

    fn titles<'a>(items: &[&Item<'a>]) -> Vec<&'a str> {
        items.iter().map(|item| item.title).collect()
    }

    #[test]
    fn each_role_has_its_things_and_what_nobody_does_is_told() {
        let care = care();
        let mut person = person();
        let today = TODAY.parse().unwrap();
        let before = dashboard(&care, &person, today);
        assert_eq!(titles(&of_role(&before, "dentiste", today)), ["Voir le dentiste"]);
        let missing = unfilled(care.landmarks(), &before, &person, today);
        let of = |role: &str| missing.iter().find(|(who, _)| who.iter().any(|known| known == role));
        assert_eq!(of("dentiste").map(|(_, items)| titles(items)), Some(vec!["Voir le dentiste"]));
        assert!(of("moi").is_none(), "nobody is to look for themselves");
        person.team.push(Member {
            event: 1,
            role: "dentiste".to_owned(),
            name: "Dr Dent".to_owned(),
            reach: String::new(),
        });
        let after = dashboard(&care, &person, today);
        assert!(
            unfilled(care.landmarks(), &after, &person, today)
                .iter()
                .all(|(who, _)| !who.iter().any(|known| known == "dentiste"))
        );
    }
}
