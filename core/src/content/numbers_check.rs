//! What must hold of telephone numbers in sentences.

use std::collections::BTreeSet;

use super::check::Found;
use super::{Draft, Id, Problem};

/// Refuses a telephone number that is not on the closed list. What counts as one: ten digits from a zero, four digits
/// from a three, `116` and three digits, and a short number that "le", "au" or "du" makes a number to call.
pub(super) fn check_numbers(draft: &Draft, subject: &Id, texts: &[&String], found: &mut Found) {
    check_listed(&listed(draft), subject, texts, found);
}

/// The digits of every number of the closed list.
pub(super) fn listed(draft: &Draft) -> BTreeSet<String> {
    draft.contacts.iter().map(|contact| digits(&contact.number)).collect()
}

/// The same, given what is on the list.
pub(super) fn check_listed(listed: &BTreeSet<String>, subject: &Id, texts: &[&String], found: &mut Found) {
    for number in texts.iter().flat_map(|text| numbers_to_call(text)) {
        let is_listed = listed.contains(&number);
        found.require(is_listed, subject, Problem::NumberNotListed(number));
    }
}

pub(super) fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

fn numbers_to_call(text: &str) -> Vec<String> {
    let words: Vec<&str> = text.split([' ', '\u{a0}', '\u{202f}', '\n']).collect();
    let mut numbers = Vec::new();
    let mut run = String::new();
    let mut before = "";
    for (place, word) in words.iter().enumerate() {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        let is_digits = !bare.is_empty() && bare.chars().all(|c| c.is_ascii_digit());
        if is_digits {
            run.push_str(bare);
        }
        let next_is_digits =
            words.get(place.saturating_add(1)).is_some_and(|next| next.starts_with(|c: char| c.is_ascii_digit()));
        if is_digits && next_is_digits && word.ends_with(|c: char| c.is_ascii_digit()) {
            continue;
        }
        let called = matches!(before, "le" | "Le" | "au" | "Au" | "du");
        let follows_month = words.get(place.saturating_add(1)).is_some_and(|next| is_month(next));
        let is_number = match run.len() {
            10 => run.starts_with('0'),
            4 => run.starts_with('3'),
            6 => run.starts_with("116"),
            2 | 3 => called && !follows_month,
            _ => false,
        };
        if is_number {
            numbers.push(std::mem::take(&mut run));
        }
        run.clear();
        before = bare;
    }
    numbers
}

fn is_month(word: &str) -> bool {
    const MONTHS: [&str; 12] = [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ];
    MONTHS.iter().any(|month| word.starts_with(month))
}
