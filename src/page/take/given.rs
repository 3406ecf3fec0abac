//! What was made: a sheet, a file, QR codes, an address; and what can be done with it.

use leptos::prelude::*;
use sentier_core::exchange::message::{Reply, Shown};
use sentier_core::exchange::sheet::Kind;

use super::{closed, offer};
use crate::browser::document;
use crate::browser::files::{self, Made};
use crate::route::{Route, TakeRoute};
use crate::take::{Given, TakeState, Thing, later};
use crate::text::text;
use crate::ui::date_text::long;
use crate::ui::kit::{block, button, fold, heading, link, live, paragraph, tick};
use crate::ui::paper::paper;

/// The id of the field with a text to copy.
const TEXT: &str = "take-text";

/// For how many days an address is shown: the time to an appointment that is near, and the longest there is.
const DAYS: [u64; 2] = [7, 31];

/// What was made or read last.
pub fn given(take: TakeState, route: TakeRoute) -> AnyView {
    let t = text();
    let missing = if route == TakeRoute::Shared { t.take_shared_gone } else { t.take_nothing_body };
    let parts = take.given.with_untracked(|given| match given {
        Given::Coming => vec![heading(t.take_coming)],
        Given::Failed(said) => vec![heading(t.take_failed), paragraph("", said.clone()), back()],
        Given::Here(thing, reply) if is_still_there(take, thing) => shown(take, thing, reply),
        Given::Nothing | Given::Here(..) => vec![heading(t.take_nothing), paragraph("", missing), back()],
    });
    block("care-page", parts)
}

/// What was made of a triage goes with it: a new question, or leaving, must not find the old result.
fn is_still_there(take: TakeState, thing: &Thing) -> bool {
    let is_of_triage = matches!(
        thing,
        Thing::Outcome
            | Thing::Sheet(Kind::Orientation)
            | Thing::Codes(Kind::Orientation, _)
            | Thing::Address(Kind::Orientation, _)
    );
    !is_of_triage || take.state.now(|_, walk| walk.verdict.is_some())
}

fn shown(take: TakeState, thing: &Thing, reply: &Reply) -> Vec<AnyView> {
    match reply {
        Reply::File(file) => ready(thing, file.clone(), take),
        Reply::Sheet(shown) if matches!(thing, Thing::Shared(_)) => received(shown),
        Reply::Sheet(shown) => sheet(take, shown),
        Reply::Codes(codes) => pictures(codes),
        Reply::Letters(letters) => address(take, thing, TakeState::address(letters)),
        Reply::Offer(found) => offer::offer(take, found),
        Reply::Restoring(found) => offer::restoring(take, found),
        Reply::Sealed(seal) => closed::opening(take, seal.clone()),
        Reply::Failed(_) => vec![heading(text().take_failed), back()],
    }
}

/// A sheet with its warning, and the ways to take it along.
fn sheet(take: TakeState, shown: &Shown) -> Vec<AnyView> {
    let t = text();
    let (kind, plain) = (shown.sheet.kind, shown.plain.clone());
    let text_of = plain.clone();
    let codes = move || take.make(Thing::Codes(kind, text_of.clone()));
    let mut actions = vec![button("main", t.print, Box::new(document::print))];
    if matches!(kind, Kind::Emergency | Kind::Orientation) {
        actions.push(button("second", t.take_codes, Box::new(codes)));
    }
    let mut parts =
        vec![block("actions", actions), paragraph("hint take-warning", t.take_show_plain), paper(&shown.sheet)];
    if kind == Kind::Emergency {
        parts.push(on_card(take));
    }
    parts.push(block("actions", vec![fold("more", false, t.take_text, copied(plain))]));
    if shown.can_be_shared {
        let until = |days: u64| later(take.care.now(|model| model.today), days);
        let make = |days: u64| {
            let label = format!("{} {}", t.take_address_until, long(until(days)));
            button("second", label, Box::new(move || take.make(Thing::Address(kind, days))))
        };
        let mut fields = vec![paragraph("", t.take_address_warning)];
        fields.extend(DAYS.map(make));
        parts.push(block("actions", vec![fold("more", false, t.take_address, fields)]));
    } else {
        parts.push(block("actions", vec![paragraph("hint", t.take_sensitive)]));
    }
    parts.push(back());
    parts
}

/// Which of the person's pathways the card shows; nothing where they are on none.
fn on_card(take: TakeState) -> AnyView {
    let t = text();
    let pathways = take.care.with(|content, person, _| {
        let joined = person.joined.iter().filter_map(|(id, _)| content.pathway(id));
        joined.map(|pathway| (pathway.id.clone(), pathway.title.clone())).collect::<Vec<_>>()
    });
    let pathways = pathways.unwrap_or_default();
    if pathways.is_empty() {
        return ().into_any();
    }
    let left_out = take.left_out;
    let mut parts: Vec<AnyView> = Vec::new();
    for (id, title) in pathways {
        let own = id.clone();
        let change = move |is_shown: bool| {
            left_out.update(|left_out| {
                left_out.retain(|other| *other != id);
                if !is_shown {
                    left_out.push(id.clone());
                }
            });
        };
        let is_shown = move || left_out.with(|left_out| !left_out.contains(&own));
        parts.push(tick("line", title, Box::new(is_shown), Box::new(change)));
    }
    parts.push(button("second", t.take_choose_go, Box::new(move || take.make(Thing::Sheet(Kind::Emergency)))));
    block("actions", vec![fold("more", false, t.take_choose, parts)])
}

/// A sheet that somebody shared: to be read and printed, and nothing else.
fn received(shown: &Shown) -> Vec<AnyView> {
    let t = text();
    let until = format!("{} {}. {}", t.take_shared_until, shown.until, t.take_shared_lead);
    vec![
        paragraph("notice take-warning", until),
        paper(&shown.sheet),
        block("actions", vec![button("main", t.print, Box::new(document::print))]),
        link("back", Route::Home.hash(), t.take_shared_home),
    ]
}

/// A file, with what it is called and the ways to hand it out.
fn ready(thing: &Thing, file: String, take: TakeState) -> Vec<AnyView> {
    let t = text();
    let (stem, end, kind) = named(thing);
    let name = format!("sentier-{stem}-{}.{end}", take.care.now(|model| model.today));
    let made = || Made { name: &name, kind, text: &file };
    let can_share = files::can_share(&made());
    let said = format!("{}\u{a0}: {name}.", t.take_file_name);
    let (shared, shared_name, backup) = (file.clone(), name.clone(), file.clone());
    let is_backup = matches!(thing, Thing::Backup | Thing::Sealed(_));
    let remember = move || {
        if is_backup {
            take.care.remember_backup(take.backed_up.get_untracked());
        }
    };
    let save = move || {
        files::save(&Made { name: &name, kind, text: &file });
        remember();
    };
    let mut actions = vec![button("main", t.take_save, Box::new(save))];
    if can_share {
        let share = move || {
            files::share(&Made { name: &shared_name, kind, text: &shared });
            remember();
        };
        actions.push(button("second", t.take_share, Box::new(share)));
    }
    let plain = if matches!(thing, Thing::Sealed(_)) { t.take_closed } else { t.take_ready_plain };
    let mut parts = vec![heading(t.take_ready), paragraph("", said), paragraph("", plain), block("actions", actions)];
    if matches!(thing, Thing::Calendar(..)) {
        parts.push(paragraph("hint", t.take_calendar_again));
    }
    if matches!(thing, Thing::Backup) {
        parts.push(closed::closing(take, backup));
    }
    parts.push(back());
    parts
}

/// What the file of a thing is called, and its media type.
fn named(thing: &Thing) -> (&'static str, &'static str, &'static str) {
    match thing {
        Thing::Calendar(..) => ("dates", "ics", "text/calendar"),
        Thing::Table(_) => ("mesures", "csv", "text/csv"),
        Thing::Record => ("dossier-fhir", "json", "application/json"),
        Thing::Outcome => ("orientation-fhir", "json", "application/json"),
        Thing::Sealed(_) => ("sauvegarde-fermee", "json", "application/json"),
        _ => ("sauvegarde", "json", "application/json"),
    }
}

/// QR codes, to be read in their order.
fn pictures(codes: &[String]) -> Vec<AnyView> {
    let t = text();
    let many = codes.len();
    let picture = |(number, code): (usize, &String)| {
        let said = format!("{} {number}/{many}", t.take_code);
        let (label, source) = (said.clone(), code.clone());
        view! { <figure class="code"><img src=source alt=label/><figcaption>{said}</figcaption></figure> }.into_any()
    };
    vec![
        heading(t.take_codes),
        paragraph("", t.take_codes_lead),
        block("actions", vec![button("main", t.print, Box::new(document::print))]),
        block("codes", (1..).zip(codes).map(picture).collect()),
        back(),
    ]
}

/// An address that shows a sheet.
fn address(take: TakeState, thing: &Thing, address: String) -> Vec<AnyView> {
    let t = text();
    let days = if let Thing::Address(_, days) = thing { *days } else { 0 };
    let until = format!("{} {}.", t.take_address_last, long(later(take.care.now(|model| model.today), days)));
    let mut parts = vec![heading(t.take_address_ready), paragraph("", until), paragraph("", t.take_address_warning)];
    parts.extend(copied(address));
    parts.push(back());
    parts
}

/// A text to copy, or to hand to another app.
fn copied(plain: String) -> Vec<AnyView> {
    let t = text();
    let said = RwSignal::new("");
    let copy = move || {
        document::copy(TEXT, move |is_copied| {
            said.set(if is_copied { text().system_copied } else { text().system_not_copied });
        });
    };
    let mut actions = vec![button("second", t.system_copy, Box::new(copy))];
    let value = plain.clone();
    if files::can_share_text() {
        actions.push(button("second", t.take_share, Box::new(move || files::share_text(&plain))));
    }
    vec![
        view! {
            <label for=TEXT>{t.system_report_label}</label>
            <textarea id=TEXT class="field" rows="6" readonly spellcheck="false" autocomplete="off" prop:value=value></textarea>
        }
        .into_any(),
        block("actions", actions),
        live("hint", Box::new(move || said.get().to_owned())),
    ]
}

/// The way back to what can be taken.
pub fn back() -> AnyView {
    link("back", Route::Take(TakeRoute::List).hash(), text().take_title)
}
