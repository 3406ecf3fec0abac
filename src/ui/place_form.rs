//! The choice of the department, and of writing instead of speaking. Nothing is located.

use leptos::prelude::*;
use sentier_core::content::Territory;
use sentier_core::orientation::Voice;

use super::kit::{block, fieldset, live, paragraph, strong, tick};
use crate::keep::Keeping;
use crate::state::State;
use crate::text::text;

const TERRITORY: &str = "territory";

/// Both choices. They are kept apart from the answers, and not at all in a triage that leaves no trace.
pub fn place_form(state: State) -> AnyView {
    let t = text();
    let place = state.place;
    let is_kept = state.around.with_untracked(|around| around.keeping == Keeping::Kept);
    let said = RwSignal::new(String::new());
    let say = move |what: &str| said.set(format!("{}.", t.labelled(t.go_updated, what)));
    let speak = move |is_silent: bool| {
        place.speak(if is_silent { Voice::Silent } else { Voice::Spoken }, is_kept);
        say(if is_silent { t.go_in_writing } else { t.go_by_phone });
    };
    let is_silent = move || place.voice.get() == Voice::Silent;
    fieldset(
        "place-form",
        strong(t.go_place),
        vec![
            territories(state, is_kept, Box::new(say)),
            tick("line", t.go_silent, Box::new(is_silent), Box::new(speak)),
            live("hint", Box::new(move || said.get())),
            paragraph("hint", if is_kept { t.go_kept } else { t.go_not_kept }),
        ],
    )
}

/// The list of departments, under their regions; at first, the one that was kept.
fn territories(state: State, is_kept: bool, say: Box<dyn Fn(&str)>) -> AnyView {
    let t = text();
    let chosen = state.place.territory.get_untracked();
    let regions: Vec<AnyView> = state.now(|model, _| {
        let all = &model.library.orientation().territories;
        all.chunk_by(|one, next| one.region == next.region).map(|region| of_region(region, &chosen)).collect()
    });
    let change = move |event| {
        let id = event_target_value(&event);
        let find = |territory: &Territory| territory.name.clone();
        let name = state.now(|model, _| model.library.orientation().territory(&id).map(find));
        state.place.choose(id, is_kept);
        say(name.as_deref().unwrap_or(t.go_unknown));
    };
    let select = view! {
        <select id=TERRITORY class="field" autocomplete="off" on:change=change>
            <option value="">{t.go_unsaid}</option>
            {regions}
        </select>
    };
    let label = view! { <label for=TERRITORY>{t.go_territory}</label> };
    block("place-territory", vec![label.into_any(), select.into_any()])
}

fn of_region(region: &[Territory], chosen: &str) -> AnyView {
    let name = region.first().map(|territory| territory.region.clone());
    let options = region.iter().map(|territory| {
        let said = format!("{} ({})", territory.name, territory.id);
        let is_chosen = territory.id == chosen;
        view! { <option value=territory.id.clone() selected=is_chosen>{said}</option> }.into_any()
    });
    let options: Vec<AnyView> = options.collect();
    view! { <optgroup label=name>{options}</optgroup> }.into_any()
}
