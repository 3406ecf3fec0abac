//! The plan that fits on one page: appointments, what is due, what is to come within six months, the most useful first.

use chrono::NaiveDate;

use crate::content::Period;

use super::{Dashboard, Item};

/// How far ahead the plan looks: to the next but one appointment of most follow-ups.
const AHEAD: Period = Period::months(6);

/// So many lines fit on a page beside the team, the papers and the questions; the product's own figure.
pub const MOST_LINES: usize = 12;

/// What stands on the page.
#[derive(Clone, Debug)]
pub struct Plan<'a, 'b> {
    /// Appointments that were made, the first of them first.
    pub booked: Vec<&'b Item<'a>>,
    /// What is late or due.
    pub due: Vec<&'b Item<'a>>,
    /// What is to come within six months.
    pub ahead: Vec<&'b Item<'a>>,
    /// How many more there are, which the page has no room for.
    pub left_out: usize,
}

/// The plan of a dashboard: appointments, then what is due, then what is to come, as far as there is room.
#[must_use]
pub fn plan<'a, 'b>(dashboard: &'b Dashboard<'a>, today: NaiveDate) -> Plan<'a, 'b> {
    let until = AHEAD.after(today);
    let is_soon = |item: &&Item<'a>| item.status.opens.is_some_and(|opens| opens < until);
    let mut booked = dashboard.appointments();
    let mut due: Vec<&Item<'a>> = dashboard.next().collect();
    let mut ahead: Vec<&Item<'a>> = dashboard.ahead(today).filter(is_soon).collect();
    let (mut room, mut left_out) = (MOST_LINES, 0_usize);
    for part in [&mut booked, &mut due, &mut ahead] {
        left_out = left_out.saturating_add(part.len().saturating_sub(room));
        part.truncate(room);
        room = room.saturating_sub(part.len());
    }
    Plan { booked, due, ahead, left_out }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::arithmetic_side_effects, reason = "tests")]
    use super::{MOST_LINES, Plan, plan};
    use crate::content::{Care, Id, Period};
    use crate::pathway::sample::{TODAY, draft, person};
    use crate::pathway::{Booked, Done, Item, Person, dashboard};
    use chrono::NaiveDate;

    fn today() -> NaiveDate {
        TODAY.parse().unwrap()
    }

    /// The sample with so many more steps "N-0", "N-1", each once a year.
    fn care(more: usize) -> Care {
        let mut draft = draft();
        let everybody = draft.pathways.first_mut().unwrap();
        let known = everybody.steps.iter().find(|step| step.id == "A-DENTS").unwrap().clone();
        for number in 0..more {
            let mut step = known.clone();
            step.id = format!("N-{number}");
            everybody.steps.push(step);
        }
        Care::check(draft, &[]).unwrap()
    }

    /// Somebody with so many appointments for the first of those steps, in `days` days and before, the first in a day;
    /// and for whom so many of the next were done a year less four months ago, and are to come.
    fn with(booked: usize, to_come: usize) -> Person {
        let mut person = person();
        for number in 0..booked {
            let on = Period::days(i32::try_from(booked - number).unwrap()).after(today());
            person.booked.insert(format!("N-{number}"), Booked { event: 1, on });
        }
        for number in booked..booked + to_come {
            let on = Period::months(8).before(today());
            person.done.push(Done { event: 1, what: format!("N-{number}"), on: Some(on), noted: on });
        }
        person
    }

    fn keys<'a>(part: &[&Item<'a>]) -> Vec<&'a Id> {
        part.iter().map(|item| item.key).collect()
    }

    #[test]
    fn the_page_is_never_too_full_and_says_how_much_is_missing() {
        // The sample itself has three things that are due.
        for (more, booked, to_come) in
            [(0, 0, 0), (4, 2, 2), (11, 4, 4), (12, 4, 4), (30, 2, 10), (40, 20, 5), (25, 9, 9)]
        {
            let care = care(more);
            let person = with(booked, to_come);
            let board = dashboard(&care, &person, today());
            let found = plan(&board, today());
            let shown = [found.booked.len(), found.due.len(), found.ahead.len()];
            let due = 3 + more - booked - to_come;
            let mut room = MOST_LINES;
            let wanted = [booked, due, to_come].map(|count| {
                let fits = count.min(room);
                room -= fits;
                fits
            });
            assert_eq!(shown, wanted, "{more} more, {booked} booked, {to_come} to come");
            assert_eq!(found.left_out, (booked + due + to_come).saturating_sub(MOST_LINES));
            let mut all = [keys(&found.booked), keys(&found.due), keys(&found.ahead)].concat();
            let count = all.len();
            all.sort_unstable();
            all.dedup();
            assert_eq!(all.len(), count, "nothing stands there twice");
        }
    }

    #[test]
    fn appointments_come_by_their_days_and_push_out_what_is_to_come() {
        let care = care(14);
        let person = with(3, 11);
        let board = dashboard(&care, &person, today());
        let Plan { booked, due, ahead, left_out } = plan(&board, today());
        assert_eq!(keys(&booked), ["N-2", "N-1", "N-0"]);
        assert_eq!((due.len(), ahead.len(), left_out), (3, MOST_LINES - 6, 17 - MOST_LINES));
    }

    #[test]
    fn the_plan_looks_six_months_ahead() {
        let care = care(2);
        let mut person = person();
        // Due a month before the year is over: on 20 May, and on the day after that, which is six months from now.
        for (what, on) in [("N-0", "2026-06-20"), ("N-1", "2026-06-21")] {
            let on: NaiveDate = on.parse().unwrap();
            person.done.push(Done { event: 1, what: what.to_owned(), on: Some(on), noted: on });
        }
        let board = dashboard(&care, &person, today());
        assert_eq!(keys(&plan(&board, today()).ahead), ["N-0"]);
        assert_eq!(plan(&board, today()).left_out, 0, "what is later is not missing from the page");
    }
}
