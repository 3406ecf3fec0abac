//! A backup that a passphrase closes: choosing the passphrase, and saying it again to open.

use leptos::prelude::*;
use sentier_core::exchange::message::Seal;

use super::given::back;
use crate::take::TakeState;
use crate::text::text;
use crate::ui::kit::{fold, heading, paragraph};
use crate::ui::small_form::{Fault, Said, secret, small_form};

/// The fewest letters of a passphrase: four short words. The product's own figure.
const LEAST: usize = 12;

/// Closing a backup before it is handed out.
pub fn closing(take: TakeState, backup: String) -> AnyView {
    let t = text();
    let (phrase, again) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let fault = Fault::none("phrase-fault");
    let send = move || -> Result<(), Said> {
        let chosen = phrase.get_untracked();
        if chosen.chars().count() < LEAST {
            return Err(fault.say("phrase", t.take_phrase_short));
        }
        if again.with_untracked(|again| *again != chosen) {
            return Err(fault.say("phrase-again", t.take_phrase_differs));
        }
        take.close(chosen, backup.clone());
        Ok(())
    };
    let fields = vec![
        paragraph("", t.take_close_lead),
        secret(fault, "phrase", t.take_phrase, "", "new-password", phrase),
        secret(fault, "phrase-again", t.take_phrase_again, "", "new-password", again),
    ];
    fold("more", false, t.take_close, vec![small_form(fault, fields, t.take_close_go, Box::new(send))])
}

/// Opening a closed backup.
pub fn opening(take: TakeState, seal: Seal) -> Vec<AnyView> {
    let t = text();
    let phrase = RwSignal::new(String::new());
    let fault = Fault::none("phrase-fault");
    let send = move || -> Result<(), Said> {
        let wrong = move || {
            fault.say("phrase", text().take_phrase_wrong);
        };
        take.open(phrase.get_untracked(), seal.clone(), wrong);
        Ok(())
    };
    let field = secret(fault, "phrase", t.take_phrase, "", "current-password", phrase);
    vec![heading(t.take_open), small_form(fault, vec![field], t.take_open_go, Box::new(send)), back()]
}
