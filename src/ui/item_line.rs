//! One thing to do, to come or done, as a line that opens it.

use leptos::prelude::*;
use sentier_core::content::Care;
use sentier_core::pathway::{Dashboard, Item};

use super::kit::{Press, item, list};
use super::state_mark::{class, when, word};
use crate::care::{CareState, open};
use crate::route::CareRoute;
use crate::text::text;

/// So many of those who can do it are named in a line; all of them where it is opened.
const MOST_ROLES: usize = 3;

/// Lines for things, each opening its own.
pub fn item_lines<'a>(
    care: CareState,
    content: &Care,
    dashboard: &Dashboard<'_>,
    items: impl Iterator<Item = &'a Item<'a>>,
) -> AnyView {
    list("items", items.map(|thing| item(vec![item_line(care, content, dashboard, thing)])).collect())
}

/// A line that opens something: what it is, and more of it.
pub fn opening_line(title: &str, details: &str, press: Press) -> AnyView {
    let (title, details) = (title.to_owned(), details.to_owned());
    item(vec![
        view! {
            <button type="button" class="item" on:click=move |_| press()>
                <span class="item-title">{title}</span><span class="item-details">{details}</span>
            </button>
        }
        .into_any(),
    ])
}

/// One thing: what, when, what is done by the way with it, who, asked by whom.
pub fn item_line(care: CareState, content: &Care, dashboard: &Dashboard<'_>, thing: &Item<'_>) -> AnyView {
    let t = text();
    let state = thing.status.state;
    let key = thing.key.clone();
    let today = care.now(|model| model.today);
    let concerned = || thing.parts.iter().filter(|part| part.status.state == state);
    let mut who: Vec<&str> = Vec::new();
    for role in concerned().flat_map(|part| &part.step.who).map(|role| content.role(role)) {
        if !who.contains(&role) {
            who.push(role);
        }
    }
    let mut asked: Vec<&str> = Vec::new();
    for title in concerned().map(|part| part.pathway.title.as_str()) {
        if !asked.contains(&title) {
            asked.push(title);
        }
    }
    let when = when(&thing.status, today);
    let more = if who.len() > MOST_ROLES { ", …" } else { "" };
    who.truncate(MOST_ROLES);
    let details = format!("{}{more} · {} {}", who.join(", "), t.item_asked_by, asked.join(", "));
    let within: Vec<&str> = dashboard.within(thing).map(|other| other.title).collect();
    let within = (!within.is_empty()).then(|| {
        view! { <span class="item-details">{format!("{} {}", t.item_within, within.join(", "))}</span> }
    });
    let press = move |_| open(care, CareRoute::Step, key.clone());
    view! {
        <button type="button" class="item" data-state=class(state) on:click=press>
            <span class="item-title">{thing.title.to_owned()}</span>
            <span class="item-when"><span class="item-state">{word(state)}</span>{(!when.is_empty()).then(|| format!(" · {when}"))}</span>
            {within}
            <span class="item-details">{details}</span>
        </button>
    }
    .into_any()
}
