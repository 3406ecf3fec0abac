//! A small form among others on one screen: its fields, its button, and its own sentence when something is missing,
//! which the field at fault names as its description and which takes the person there.

use chrono::NaiveDate;
use leptos::prelude::*;
use sentier_core::pathway::dates;

use super::date_text;
use super::kit::{Press, form, submit_button};
use crate::browser::document;
use crate::text::text;

/// What is wrong in one form: in which field, and the sentence.
#[derive(Clone, Copy)]
pub struct Fault {
    place: StoredValue<String>,
    said: RwSignal<Option<(String, String)>>,
}

/// A sentence was said, and the form does nothing.
pub struct Said;

impl Fault {
    /// Nothing is wrong yet; `place` is the id of where it would be said, unique on the screen.
    pub fn none(place: impl Into<String>) -> Self {
        Self { place: StoredValue::new(place.into()), said: RwSignal::new(None) }
    }

    /// Says what is wrong and takes the person to the field.
    pub fn say(self, field: &str, what: impl Into<String>) -> Said {
        let field = field.to_owned();
        self.said.set(Some((field.clone(), what.into())));
        request_animation_frame(move || document::focus(&field));
        Said
    }

    /// Nothing is wrong any more.
    pub fn clear(self) {
        if self.said.with_untracked(Option::is_some) {
            self.said.set(None);
        }
    }

    fn is_in(self, field: &str) -> &'static str {
        if self.said.with(|said| said.as_ref().is_some_and(|(wrong, _)| wrong == field)) { "true" } else { "false" }
    }

    fn view(self) -> AnyView {
        let place = self.place.get_value();
        let said = move || self.said.with(|said| said.as_ref().map(|(_, what)| what.clone()).unwrap_or_default());
        view! { <p class="fault" id=place tabindex="-1" role="alert">{said}</p> }.into_any()
    }
}

/// A small form: its fields, then what is wrong, then its button.
pub fn small_form(
    fault: Fault,
    fields: Vec<AnyView>,
    label: &'static str,
    send: Box<dyn Fn() -> Result<(), Said>>,
) -> AnyView {
    // What was sent draws the screen anew, and the form with it.
    let submit = move || {
        let _ = send();
    };
    let mut parts = fields;
    parts.push(fault.view());
    parts.push(submit_button(Box::new(move || label.to_owned())));
    form("small-form", Box::new(submit), parts)
}

/// A field to type into; `hint` may be empty.
pub fn typed(
    fault: Fault,
    id: impl Into<String>,
    label: impl Into<String>,
    hint: &'static str,
    most_letters: &'static str,
    value: RwSignal<String>,
) -> AnyView {
    typed_of(fault, ["text", "off"], id.into(), label.into(), hint, most_letters, value)
}

/// A field for a passphrase; `filled` says to the browser which one it is, so that it can offer what it keeps.
pub fn secret(
    fault: Fault,
    id: &'static str,
    label: &'static str,
    hint: &'static str,
    filled: &'static str,
    value: RwSignal<String>,
) -> AnyView {
    typed_of(fault, ["password", filled], id.to_owned(), label.to_owned(), hint, "200", value)
}

fn typed_of(
    fault: Fault,
    [kind, filled]: [&'static str; 2],
    id: String,
    label: String,
    hint: &'static str,
    most_letters: &'static str,
    value: RwSignal<String>,
) -> AnyView {
    let changed = move |event| {
        value.set(event_target_value(&event));
        fault.clear();
    };
    let hint_id = format!("{id}-hint");
    let described = format!("{hint_id} {}", fault.place.get_value());
    let checked = id.clone();
    view! {
        <div class="input">
            <label for=id.clone()>{label}</label>
            {hint_of(hint_id, hint)}
            <input
                id=id class="field" type=kind maxlength=most_letters autocomplete=filled spellcheck="false"
                aria-describedby=described aria-invalid=move || fault.is_in(&checked)
                prop:value=move || value.get() on:input=changed
            />
        </div>
    }
    .into_any()
}

/// A choice of one in a list; at first, what is in `value`.
pub fn choice(
    fault: Fault,
    id: &'static str,
    label: &'static str,
    options: Vec<(String, String)>,
    value: RwSignal<String>,
) -> AnyView {
    let changed = move |event| {
        value.set(event_target_value(&event));
        fault.clear();
    };
    let options = options.into_iter().map(|(id, name)| {
        let is_chosen = value.with_untracked(|chosen| *chosen == id);
        view! { <option value=id selected=is_chosen>{name}</option> }.into_any()
    });
    let options: Vec<AnyView> = options.collect();
    let described = fault.place.get_value();
    view! {
        <div class="input">
            <label for=id>{label}</label>
            <select
                id=id class="field" aria-describedby=described aria-invalid=move || fault.is_in(id)
                on:change=changed
            >
                <option value="">{text().team_choose}</option>
                {options}
            </select>
        </div>
    }
    .into_any()
}

/// A quiet button beside the thing that it concerns, which is named for whoever does not see it.
pub fn beside(label: &'static str, about: impl Into<String>, press: Press) -> AnyView {
    let about = format!(" {}", about.into());
    view! {
        <button type="button" class="beside" on:click=move |_| press()>
            {label}<span class="hidden">{about}</span>
        </button>
    }
    .into_any()
}

/// The day typed into a field, or the sentence that says what is wrong.
///
/// # Errors
/// [`Said`] where it is no day.
pub fn day(fault: Fault, field: &str, value: RwSignal<String>) -> Result<NaiveDate, Said> {
    dates::parse(&value.get_untracked()).map_err(|error| fault.say(field, date_text::problem(error)))
}

/// The day typed into a field that may stay empty.
///
/// # Errors
/// [`Said`] where something was typed and it is no day.
pub fn maybe_day(fault: Fault, field: &str, value: RwSignal<String>) -> Result<Option<NaiveDate>, Said> {
    if value.with_untracked(|typed| typed.trim().is_empty()) {
        return Ok(None);
    }
    day(fault, field, value).map(Some)
}

/// The words typed into a field, without spaces around.
pub fn words(value: RwSignal<String>) -> String {
    value.with_untracked(|typed| typed.trim().to_owned())
}

fn hint_of(id: String, hint: &'static str) -> AnyView {
    if hint.is_empty() {
        return ().into_any();
    }
    view! { <p class="hint" id=id>{hint}</p> }.into_any()
}
