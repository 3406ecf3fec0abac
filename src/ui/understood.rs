//! What was understood of the person's own words: each thing to be confirmed or removed, and word of danger.
//!
//! How a confirmed meaning enters the triage is in [`crate::own_words`] and [`State::begin`].

use leptos::prelude::*;
use sentier_core::content::Urgency;
use sentier_core::words::{Leads, Meaning};

use super::kit::{HEADING, item, leveled, link, list, named_button, strong, subheading, tick};
use crate::browser::document;
use crate::own_words::{OwnWords, Understanding};
use crate::state::{SAMU, State};
use crate::text::text;

/// The id of the line that says how much was understood; it takes the focus when a chip, and its button, is removed.
const STATUS: &str = "understood";

/// What was understood, to be confirmed or removed; nothing is ticked at first.
pub fn understood(words: OwnWords) -> AnyView {
    let said = move || words.understood.with(status);
    // Of its own, so that motifs that change leave the chips, and the focus in them, alone.
    let chips = Memo::new(move |_| words.understood.with(|understood| understood.chips.clone()));
    let chips = move || {
        let chips = chips.get();
        if chips.is_empty() {
            return ().into_any();
        }
        let chips = chips.into_iter().map(|(meaning, shown)| chip(words, meaning, &shown)).collect();
        vec![subheading(text().understood_title), list("understood-chips", chips)].into_any()
    };
    view! {
        <div class="understood">
            {chips}
            <p id=STATUS class="understood-status" role="status" tabindex="-1">{said}</p>
        </div>
    }
    .into_any()
}

/// One thing understood. A complaint answers nothing: it is only there to be removed.
fn chip(words: OwnWords, meaning: Meaning, shown: &str) -> AnyView {
    let t = text();
    let shown = text().quoted(shown);
    let said = if meaning.is_kept() {
        let (ticked, changed) = (meaning.clone(), meaning.clone());
        tick(
            "understood-tick",
            format!("{shown}, {}", t.understood_right),
            Box::new(move || words.is_confirmed(&ticked)),
            Box::new(move |is_on| words.confirm(&changed, is_on)),
        )
    } else {
        view! { <span class="understood-tick">{shown.clone()}</span> }.into_any()
    };
    let remove = move || {
        words.remove(&meaning);
        // The heading, where nothing is left to say.
        request_animation_frame(|| {
            document::focus(HEADING);
            document::focus(STATUS);
        });
    };
    let name = format!("{} {shown}", t.care_remove);
    item(vec![said, named_button("quiet", t.care_remove, name, Box::new(remove))])
}

/// How much was understood, and what to do with it. It changes, and is read out, only when that does.
fn status(understood: &Understanding) -> String {
    let t = text();
    let many = understood.chips.len();
    let is_lost = understood.leads == Some(Leads::ToList);
    let mut said: Vec<String> = Vec::new();
    if many > 0 {
        said.push(format!("{many}\u{a0}{}", if many == 1 { t.understood_one } else { t.understood_many }));
        let can_confirm = understood.chips.iter().any(|(meaning, _)| meaning.is_kept());
        said.push(if can_confirm { t.understood_confirm } else { t.understood_remove }.to_owned());
    }
    if is_lost {
        said.push(if many > 0 { t.understood_more } else { t.understood_nothing }.to_owned());
    }
    said.join(" ")
}

/// Word of danger, and the way to the 15; nothing where no word is one.
pub fn danger(state: State) -> AnyView {
    let is_vital =
        Memo::new(move |_| state.words.understood.with(|understood| understood.leads == Some(Leads::ToGate)));
    let notice = move || {
        let t = text();
        if !is_vital.get() {
            return ().into_any();
        }
        let (number, href) = state.number(SAMU);
        let call = link("call", href, format!("{} {number}", t.understood_call));
        leveled("understood-danger", Urgency::Vital, vec![strong(t.understood_danger), call])
    };
    view! { <div class="understood-alert" role="alert">{notice}</div> }.into_any()
}

#[cfg(test)]
mod tests {
    use sentier_core::words::{Leads, Meaning};

    use super::status;
    use crate::own_words::Understanding;

    fn said(chips: &[Meaning], leads: Option<Leads>) -> String {
        let chips = chips.iter().map(|meaning| (meaning.clone(), String::new())).collect();
        status(&Understanding { chips, motifs: Vec::new(), leads, subject: None })
    }

    #[test]
    fn the_status_counts_and_never_leaves_the_person_lost() {
        let (age, complaint) = (Meaning::Age(24), Meaning::Complaint("boutons".to_owned()));
        assert_eq!(said(&[], None), "");
        assert_eq!(said(&[], Some(Leads::ToMotifs)), "");
        assert!(said(&[], Some(Leads::ToList)).contains("partie du corps"));
        assert!(said(std::slice::from_ref(&age), Some(Leads::ToList)).contains("partie du corps"));
        assert!(said(&[age, complaint.clone()], Some(Leads::ToMotifs)).starts_with("2\u{a0}choses comprises. Cochez"));
        assert!(said(&[complaint], Some(Leads::ToMotifs)).starts_with("1\u{a0}chose comprise. Retirez"));
    }
}
