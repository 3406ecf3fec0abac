//! The changes of level as Markdown, for whoever reads a pull request.

use std::collections::BTreeMap;
use std::fmt::Write;

use sentier_core::content::{Id, Urgency};

use super::{Change, Profile, What, changes};
use crate::Content;

/// The most lines of one motif; the number of the others is said.
const MOST_LINES: usize = 40;

/// A change that more motifs than this share is said once, not with each of them.
const MOST_MOTIFS: usize = 3;

const HEAD: &str = "| Sens | Avant | Après | Ce qui est présent | Personnes |\n| --- | --- | --- | --- | --- |";

/// The changes as Markdown, in the language of the content: clinicians read it in a pull request.
#[must_use]
pub fn markdown(old: &Content, new: &Content) -> String {
    let changes = changes(old, new);
    let mut said = String::from("### Profils d’exemple qui changent de niveau\n");
    if changes.is_empty() {
        said.push_str("\nAucun : tous les profils comparés gardent leur niveau.\n");
    }
    let mut motifs: BTreeMap<Shape<'_>, (usize, &Change)> = BTreeMap::new();
    for change in changes.values().flatten() {
        let (count, _) = motifs.entry(shape(change)).or_insert((0, change));
        *count = count.saturating_add(1);
    }
    let is_common = |change: &Change| motifs.get(&shape(change)).is_some_and(|(count, _)| *count > MOST_MOTIFS);
    let common: Vec<&(usize, &Change)> = motifs.values().filter(|(_, change)| is_common(change)).collect();
    if !common.is_empty() {
        let _ = writeln!(said, "\n#### Dans plusieurs motifs\n\n{HEAD}");
        for (count, change) in common {
            let _ = writeln!(said, "{} dans {count} motifs |", line(old, new, change));
        }
    }
    for (motif, changes) in &changes {
        let changes: Vec<&Change> = changes.iter().filter(|change| !is_common(change)).collect();
        if changes.is_empty() {
            continue;
        }
        let known = new.library.motif(motif).or_else(|| old.library.motif(motif));
        let title = known.map(|motif| motif.door.title.as_str()).unwrap_or_default();
        let lowered = changes.iter().filter(|change| change.after < change.before).count();
        let raised = changes.len().saturating_sub(lowered);
        let _ = writeln!(said, "\n#### {title} (`{motif}`) : {lowered} en baisse, {raised} en hausse\n");
        let _ = writeln!(said, "{HEAD}");
        for change in changes.iter().take(MOST_LINES) {
            let _ = writeln!(said, "{} {} |", line(old, new, change), persons_said(change));
        }
        if let Some(more) = changes.len().checked_sub(MOST_LINES).filter(|more| *more > 0) {
            let _ = writeln!(said, "\n… et {more} autres lignes.");
        }
    }
    said
}

fn line(old: &Content, new: &Content, change: &Change) -> String {
    let level = |level: Option<Urgency>| {
        let name = level.and_then(|level| new.library.level(level)).map(|advice| advice.name.clone());
        name.unwrap_or_else(|| "—".to_owned())
    };
    let what = match &change.what {
        What::Story(story) => format!("Situation d’essai : « {story} »"),
        What::Signs(profile) => said_of(old, new, profile),
    };
    let direction = if change.after < change.before { "**baisse**" } else { "hausse" };
    let what = what.replace('|', "\\|");
    format!("| {direction} | {} | {} | {what} |", level(change.before), level(change.after))
}

fn persons_said(change: &Change) -> String {
    let (youngest, oldest) = change.ages;
    match &change.what {
        What::Story(_) => years(youngest),
        What::Signs(_) if youngest == oldest => format!("{}, {}", change.persons, years(youngest)),
        What::Signs(_) => format!("{}, de {} à {}", change.persons, years(youngest), years(oldest)),
    }
}

/// A change but for whom it concerns: what is lowered first.
type Shape<'c> = (bool, &'c What, Option<Urgency>, Option<Urgency>);

fn shape(change: &Change) -> Shape<'_> {
    (change.after > change.before, &change.what, change.before, change.after)
}

fn said_of(old: &Content, new: &Content, profile: &Profile) -> String {
    let mut said: Vec<String> = profile.present.iter().map(|sign| statement(old, new, sign)).collect();
    said.extend(profile.unknown.iter().map(|sign| format!("« je ne sais pas » à : {}", statement(old, new, sign))));
    if let Some((id, value)) = &profile.measured {
        let measure = new.library.measure(id).or_else(|| old.library.measure(id));
        said.extend(measure.map(|measure| format!("{} : {} {}", measure.name, measure.show(*value), measure.unit)));
    }
    if said.is_empty() { "aucun signe".to_owned() } else { said.join(" + ") }
}

fn statement(old: &Content, new: &Content, id: &Id) -> String {
    let sign = new.library.sign(id).or_else(|| old.library.sign(id));
    sign.map_or_else(|| id.clone(), |sign| sentier_core::content::Sign::statement(sign.question()))
}

fn years(months: u16) -> String {
    if months < 24 { format!("{months} mois") } else { format!("{} ans", months / 12) }
}
