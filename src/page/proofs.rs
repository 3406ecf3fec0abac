//! How the rules are checked: what there is, counted here and now, and what the tests prove of it.

use leptos::prelude::*;
use sentier_core::content::Library;
use sentier_core::triage::census::{Census, census};
use sentier_core::triage::claims::{Claim, Method, PROOFS};

use super::clinical::waiting;
use crate::parts::{at_once, proofs_page};
use crate::review::ReviewState;
use crate::route::Route;
use crate::state::State;
use crate::text::text;
use crate::ui::data_table::data_table;
use crate::ui::date_text::long;
use crate::ui::kit::{block, button, heading, link, paragraph, subheading};
use crate::ui::level_badge::name;

/// How the rules are checked.
pub fn proofs(state: State, review: ReviewState) -> AnyView {
    review.open();
    let page = move || {
        let arrival = [state.around.get().arrival, review.arrival()];
        untrack(|| waiting(state, review, arrival).or_else(|| at_once(proofs_page(state, review))))
    };
    block("screen clinical", vec![page.into_any()])
}

/// The page, once the rules and the stories are here.
pub fn arrived(state: State, review: ReviewState) -> AnyView {
    let t = text();
    let stories = review.with(|explain| explain.all().count()).unwrap_or_default();
    let near = review.with(|explain| explain.all().filter(|story| story.is_near_miss).count()).unwrap_or_default();
    state.now(|model, _| {
        let counted = census(&model.library);
        block(
            "clinical-sheet proofs",
            vec![
                heading(t.proofs_title),
                paragraph("lead", t.proofs_lead),
                paragraph("", t.proofs_limit),
                link("second", Route::Rules.hash(), t.proofs_rules),
                subheading(t.proofs_counts),
                counts(&model.library, &counted, stories, near),
                paragraph("hint", t.proofs_first_review_then),
                subheading(t.proofs_done),
                claims(&counted, stories),
                button("second", t.print, Box::new(crate::browser::document::print)),
            ],
        )
    })
}

fn counts(library: &Library, counted: &Census, stories: usize, near_misses: usize) -> AnyView {
    let t = text();
    let mut lines = vec![
        (t.proofs_motifs.to_owned(), counted.motifs),
        (t.proofs_groups.to_owned(), counted.groups),
        (t.proofs_signs.to_owned(), counted.signs),
        (t.proofs_all_rules.to_owned(), counted.rules),
    ];
    for (level, count) in &counted.rules_by_level {
        lines.push((format!("{} «\u{a0}{}\u{a0}»", t.proofs_rules_of, name(library, *level)), *count));
    }
    let rest = [
        (t.proofs_step, counted.one_step_rules),
        (t.proofs_stories, stories),
        (t.proofs_near_misses, near_misses),
        (t.proofs_sources, counted.sources.all),
        (t.proofs_extract, counted.sources.extract),
        (t.proofs_to_verify, counted.sources.to_verify),
        (t.proofs_dated, counted.sources.dated),
        (t.proofs_rules_to_verify, counted.rules_to_verify),
        (t.proofs_reviewed, counted.reviewed),
        (t.proofs_unreviewed, counted.unreviewed),
    ];
    lines.extend(rest.map(|(what, count)| (what.to_owned(), count)));
    let mut rows: Vec<Vec<AnyView>> =
        lines.into_iter().map(|(what, count)| vec![what.into_any(), grouped(count).into_any()]).collect();
    rows.extend(counted.first_review.map(|day| vec![t.proofs_first_review.into_any(), long(day).into_any()]));
    data_table(t.proofs_counts_caption, vec![t.proofs_what, t.proofs_count], vec![(None, rows)])
}

fn claims(counted: &Census, stories: usize) -> AnyView {
    let t = text();
    let rows = PROOFS.iter().map(|proof| {
        let method = match proof.method {
            Method::Every => t.proofs_every.to_owned(),
            Method::AtLeast(least) => format!("{} {}", t.proofs_at_least, grouped(least)),
            Method::Chosen(count) => format!("{} {}", t.proofs_chosen, grouped(count)),
            Method::ByChance(count) => format!("{} {}", t.proofs_by_chance, grouped(count)),
        };
        let cases = grouped(proof.cases(counted, stories));
        vec![said(proof.claim).into_any(), method.into_any(), cases.into_any()]
    });
    let heads = vec![t.proofs_claim, t.proofs_method, t.proofs_cases];
    data_table(t.proofs_done_caption, heads, vec![(None, rows.collect())])
}

fn said(claim: Claim) -> &'static str {
    let t = text();
    match claim {
        Claim::Stories => t.proofs_claim_stories,
        Claim::GuardedRules => t.proofs_claim_guarded,
        Claim::NoDeadRule => t.proofs_claim_dead,
        Claim::EveryLevel => t.proofs_claim_levels,
        Claim::NeverLower => t.proofs_claim_lower,
        Claim::EveryWalkEnds => t.proofs_claim_ends,
        Claim::NothingLeft => t.proofs_claim_nothing_left,
        Claim::AnyOrder => t.proofs_claim_order,
        Claim::Floors => t.proofs_claim_floors,
        Claim::VitalFirst => t.proofs_claim_vital,
        Claim::Together => t.proofs_claim_together,
        Claim::Numbers => t.proofs_claim_numbers,
        Claim::Sources => t.proofs_claim_sources,
        Claim::Stale => t.proofs_claim_stale,
    }
}

/// A number as it is written in French: "8 300 000".
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut said = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && digits.len().saturating_sub(place).checked_rem(3) == Some(0) {
            said.push('\u{202f}');
        }
        said.push(digit);
    }
    said
}

#[cfg(test)]
mod tests {
    use super::grouped;

    #[test]
    fn large_numbers_are_written_in_groups() {
        for (number, said) in [(0, "0"), (999, "999"), (1000, "1\u{202f}000"), (8_300_000, "8\u{202f}300\u{202f}000")] {
            assert_eq!(grouped(number), said);
        }
    }
}
