//! The elements that every screen is put together from, as plain functions.
//!
//! Each builds one kind of element from plain values and erases its type. Leptos compiles every view of another shape
//! anew, so screens that compose these instead of writing their own elements cost a fraction of the bytes; what that
//! saved is in `docs/adr/0005-small-views.md`. What takes any text turns it into a `String` and builds the element in a
//! function of its own, so that the element is compiled once.

use leptos::prelude::*;
use sentier_core::content::Urgency;

use crate::browser::document;
use crate::text::text;

/// The id of the heading that takes the focus on every change of screen.
pub const HEADING: &str = "heading";

/// What a press does.
pub type Press = Box<dyn Fn()>;

/// A text that follows a signal.
pub type Live = Box<dyn Fn() -> String + Send>;

/// The title of the document for a page.
pub fn titled(page: &str) -> String {
    format!("{page} – {}", text().app_name)
}

/// The one heading of a screen, which takes the focus when the screen changes.
pub fn heading(text: impl Into<String>) -> AnyView {
    fn element(text: String) -> AnyView {
        view! { <h1 id=HEADING tabindex="-1">{text}</h1> }.into_any()
    }
    element(text.into())
}

/// The heading of a part of a screen.
pub fn subheading(text: impl Into<String>) -> AnyView {
    fn element(text: String) -> AnyView {
        view! { <h2>{text}</h2> }.into_any()
    }
    element(text.into())
}

/// A paragraph.
pub fn paragraph(class: &'static str, text: impl Into<String>) -> AnyView {
    fn element(class: &'static str, text: String) -> AnyView {
        view! { <p class=class>{text}</p> }.into_any()
    }
    element(class, text.into())
}

/// A paragraph of several pieces.
pub fn line_of(class: &'static str, pieces: Vec<AnyView>) -> AnyView {
    view! { <p class=class>{pieces}</p> }.into_any()
}

/// Words that stand out.
pub fn strong(text: impl Into<String>) -> AnyView {
    fn element(text: String) -> AnyView {
        view! { <b>{text}</b> }.into_any()
    }
    element(text.into())
}

/// A list.
pub fn list(class: &'static str, items: Vec<AnyView>) -> AnyView {
    view! { <ul class=class>{items}</ul> }.into_any()
}

/// An item of a list.
pub fn item(pieces: Vec<AnyView>) -> AnyView {
    view! { <li>{pieces}</li> }.into_any()
}

/// A list of plain lines; nothing where there is none.
pub fn lines(class: &'static str, texts: Vec<String>) -> AnyView {
    if texts.is_empty() {
        return ().into_any();
    }
    list(class, texts.into_iter().map(|text| item(vec![text.into_any()])).collect())
}

/// A part of a screen without a meaning of its own.
pub fn block(class: &'static str, children: Vec<AnyView>) -> AnyView {
    view! { <div class=class>{children}</div> }.into_any()
}

/// A part of a screen that is there only while something holds.
pub fn shown_while(holds: Box<dyn Fn() -> bool + Send>, child: AnyView) -> AnyView {
    view! { <div prop:hidden=move || !holds()>{child}</div> }.into_any()
}

/// A part of a screen that may show a level.
pub fn leveled(class: &'static str, level: Urgency, children: Vec<AnyView>) -> AnyView {
    view! { <div class=class data-level=level.word()>{children}</div> }.into_any()
}

/// A part of a screen that is unfolded on demand.
pub fn fold(class: &'static str, is_open: bool, summary: impl Into<String>, children: Vec<AnyView>) -> AnyView {
    fn element(class: &'static str, is_open: bool, summary: String, children: Vec<AnyView>) -> AnyView {
        view! { <details class=class open=is_open><summary>{summary}</summary>{children}</details> }.into_any()
    }
    element(class, is_open, summary.into(), children)
}

/// A group of controls with its name.
pub fn fieldset(class: &'static str, legend: AnyView, children: Vec<AnyView>) -> AnyView {
    view! { <fieldset class=class><legend>{legend}</legend>{children}</fieldset> }.into_any()
}

/// A button.
pub fn button(class: &'static str, label: impl Into<String>, press: Press) -> AnyView {
    fn element(class: &'static str, label: String, press: Press) -> AnyView {
        view! { <button type="button" class=class on:click=move |_| press()>{label}</button> }.into_any()
    }
    element(class, label.into(), press)
}

/// A button whose word says too little by itself: `name` is read out in its place, and begins with that word.
pub fn named_button(class: &'static str, label: &'static str, name: String, press: Press) -> AnyView {
    view! { <button type="button" class=class aria-label=name on:click=move |_| press()>{label}</button> }.into_any()
}

/// A link, within the app or to a number.
pub fn link(class: &'static str, href: String, label: impl Into<String>) -> AnyView {
    fn element(class: &'static str, href: String, label: String) -> AnyView {
        view! { <a class=class href=href>{label}</a> }.into_any()
    }
    element(class, href, label.into())
}

/// A link that opens something held in memory; its address is where one gets without it, as in another tab.
pub fn opener(class: &'static str, href: String, label: impl Into<String>, press: Press) -> AnyView {
    fn element(class: &'static str, href: String, label: String, press: Press) -> AnyView {
        let press = move |event: leptos::ev::MouseEvent| {
            if !event.ctrl_key() && !event.meta_key() {
                event.prevent_default();
                press();
            }
        };
        view! { <a class=class href=href on:click=press>{label}</a> }.into_any()
    }
    element(class, href, label.into(), press)
}

/// A text that changes under the eyes of the person, and is read out when it does.
pub fn live(class: &'static str, text: Live) -> AnyView {
    view! { <p class=class role="status">{text}</p> }.into_any()
}

/// A box to tick; the whole line is the target.
pub fn tick(
    class: &'static str,
    label: impl Into<String>,
    is_ticked: Box<dyn Fn() -> bool + Send>,
    change: Box<dyn Fn(bool)>,
) -> AnyView {
    ticked("checkbox", None, class, label.into(), is_ticked, change)
}

/// One of several choices of which one holds: those of one `group` are one to the keyboard and to screen readers.
pub fn radio(
    group: impl Into<String>,
    class: &'static str,
    label: impl Into<String>,
    is_chosen: Box<dyn Fn() -> bool + Send>,
    change: Box<dyn Fn(bool)>,
) -> AnyView {
    ticked("radio", Some(group.into()), class, label.into(), is_chosen, change)
}

fn ticked(
    kind: &'static str,
    group: Option<String>,
    class: &'static str,
    label: String,
    is_ticked: Box<dyn Fn() -> bool + Send>,
    change: Box<dyn Fn(bool)>,
) -> AnyView {
    view! {
        <label class=class>
            <input
                type=kind name=group prop:checked=is_ticked
                on:change=move |event| change(event_target_checked(&event))
            />
            <span>{label}</span>
        </label>
    }
    .into_any()
}

/// A field to type into, with its label.
pub fn field(
    id: &'static str,
    label: &'static str,
    mode: &'static str,
    most_letters: &'static str,
    value: RwSignal<String>,
    changed: Press,
) -> AnyView {
    let typed = move |event| {
        value.set(event_target_value(&event));
        changed();
    };
    view! {
        <label for=id>{label}</label>
        <input
            id=id class="field" type="text" inputmode=mode maxlength=most_letters placeholder=""
            autocomplete="off" autocapitalize="off" spellcheck="false"
            aria-describedby="error" prop:value=move || value.get() on:input=typed
        />
    }
    .into_any()
}

/// A form whose Enter key and main button do the same.
pub fn form(class: &'static str, submit: Press, children: Vec<AnyView>) -> AnyView {
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        submit();
    };
    view! { <form class=class on:submit=submit novalidate>{children}</form> }.into_any()
}

/// The main button of a form.
pub fn submit_button(label: Live) -> AnyView {
    view! { <button type="submit" class="main">{label}</button> }.into_any()
}

/// What is missing in a form; nothing while nothing is.
#[derive(Clone, Copy)]
pub struct Problem(RwSignal<String>);

impl Problem {
    /// No problem yet.
    pub fn none() -> Self {
        Self(RwSignal::new(String::new()))
    }

    /// Says what is missing and takes the person there.
    pub fn say(self, what: impl Into<String>) {
        self.0.set(what.into());
        request_animation_frame(|| document::focus("error"));
    }

    /// Takes the problem away.
    pub fn clear(self) {
        self.0.set(String::new());
    }

    /// The place where it is said.
    pub fn view(self) -> AnyView {
        let is_hidden = move || self.0.with(String::is_empty);
        view! {
            <div class="error" id="error" tabindex="-1" role="alert" prop:hidden=is_hidden>
                <b>{text().error_title}</b>
                <p>{move || self.0.get()}</p>
            </div>
        }
        .into_any()
    }
}
