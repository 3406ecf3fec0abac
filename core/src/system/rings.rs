//! The three parcours, one in the other, with what a person has to do in each.

use crate::content::System;
use crate::content::system::Entry;
use crate::pathway::{Dashboard, Item, State};

/// One of the parcours, with a person's own steps in it.
#[derive(Clone, Debug)]
pub struct RingOf<'a> {
    /// The entry that explains it.
    pub entry: &'a Entry,
    /// The person's own steps, the most pressing first.
    pub items: Vec<&'a Item<'a>>,
}

/// The parcours, the innermost first. A step stands in the one that has its component; what does not concern the person
/// stands in none.
#[must_use]
pub fn rings<'a>(system: &'a System, dashboard: Option<&'a Dashboard<'a>>) -> Vec<RingOf<'a>> {
    let found = system.draft().rings.iter().filter_map(|ring| {
        let is_in = |item: &&Item<'_>| {
            let component = item.parts.first().map(|part| part.step.component);
            component.is_some_and(|component| ring.components.contains(&component))
        };
        let items = dashboard.into_iter().flat_map(concerning).filter(is_in).collect();
        Some(RingOf { entry: system.entry(&ring.entry)?, items })
    });
    found.collect()
}

/// What an entry is about among a person's own steps, the most pressing first.
#[must_use]
pub fn own_items<'a>(entry: &Entry, dashboard: &'a Dashboard<'a>) -> Vec<&'a Item<'a>> {
    concerning(dashboard).filter(|item| item.parts.iter().any(|part| entry.is_in(part.step))).collect()
}

fn concerning<'a>(dashboard: &'a Dashboard<'a>) -> impl Iterator<Item = &'a Item<'a>> {
    dashboard.items.iter().filter(|item| item.status.state != State::NotConcerned)
}
