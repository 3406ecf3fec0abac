//! Ways shown by themselves, as somebody finds them here and now: those of the territory where they answer.

use crate::content::{Id, Library, Orientation, Territory, Way};

use super::{Moment, duty_at};

/// The ways of a list as a territory has them at a moment, no number twice.
///
/// A way of the territory takes the place of a general one that answers at any hour. Of a way that answers only while
/// practices are closed, such as 116 117, that of the territory comes first then, and the general one always follows.
#[must_use]
pub fn ways_here<'a>(library: &'a Library, territory: Option<&Territory>, moment: Moment, ways: &[Id]) -> Vec<&'a Way> {
    let orientation = library.orientation();
    let duty = duty_at(orientation, territory, moment);
    let mut found: Vec<&Way> = Vec::new();
    let mut add = |way: Option<&'a Way>| {
        let is_there = |known: &Way| way.is_some_and(|way| known.id == way.id || is_same_number(known, way));
        if !found.iter().any(|known| is_there(known)) {
            found.extend(way);
        }
    };
    for way in ways {
        let local = territory.and_then(|territory| territory.instead(way)).and_then(|id| library.way(id));
        match (local, is_of_duty(orientation, way)) {
            (Some(_), true) => {
                let is_on_duty = orientation.professionals.iter().any(|professional| {
                    professional.on_duty.as_ref().is_some_and(|on| &on.way == way && on.during.contains(&duty))
                });
                add(local.filter(|_| is_on_duty));
                add(library.way(way));
            }
            (Some(_), false) => add(local),
            (None, _) => add(library.way(way)),
        }
    }
    found
}

/// Whether a way is who answers while a professional is closed.
fn is_of_duty(orientation: &Orientation, way: &str) -> bool {
    orientation.professionals.iter().any(|professional| professional.on_duty.as_ref().is_some_and(|on| on.way == way))
}

fn is_same_number(one: &Way, other: &Way) -> bool {
    one.contact.is_some() && one.contact == other.contact
}
