//! Writing a backup.

use chrono::{DateTime, FixedOffset};
use serde_json::{Value, json};

use crate::content::Care;
use crate::pathway::series::shown;
use crate::record::{Event, Session, What};

use super::super::json;
use super::line::Line;
use super::{FORMAT, VERSION};

/// The file: all events of all persons, and the triage under way where there is one to keep. `note` is a sentence for
/// whoever opens it: that it is not protected.
#[must_use]
pub fn write(
    content: &Care,
    events: &[Event],
    session: Option<&Session>,
    made: DateTime<FixedOffset>,
    note: &str,
) -> String {
    let lines = events.iter().map(|event| Line::of(event, told(content, &event.what)));
    let lines: Vec<Value> = lines.filter_map(|line| serde_json::to_value(line).ok()).collect();
    let session = session.and_then(|session| serde_json::to_value(session).ok());
    let file = json!({
        "format": FORMAT,
        "version": VERSION,
        "made": made.format("%Y-%m-%dT%H:%M:%S%:z").to_string(),
        "content": content.draft().version,
        "note": note,
        "events": lines,
        "triage": session,
    });
    json::write(&file)
}

/// What an event names by an id of the content, in the words of the content; empty where it says everything itself.
fn told(content: &Care, what: &What) -> String {
    let measured = |measure: &str, value: i64| match content.observation(measure) {
        Some(known) => format!("{}\u{a0}: {} {}", known.name, shown(known, &known.unit, value), known.unit),
        None => String::new(),
    };
    let pathway = |id: &str| content.pathway(id).map(|pathway| pathway.title.clone()).unwrap_or_default();
    match what {
        What::Said { fact, .. } => content.fact(fact).map(|fact| fact.ask.clone()).unwrap_or_default(),
        What::Joined(id) | What::Left(id) => pathway(id),
        What::Dated { pathway: id, date, .. } | What::DatedAbout { pathway: id, date, .. } => {
            let dates = content.pathway(id).map(|pathway| pathway.dates.as_slice()).unwrap_or_default();
            dates.iter().find(|asked| &asked.id == date).map(|asked| asked.ask.clone()).unwrap_or_default()
        }
        What::Done { what, .. } | What::Booked { what, .. } => content.deed(what).to_owned(),
        What::Dismissed { step, .. } | What::Postponed { step, .. } => content.deed(step).to_owned(),
        What::Measured { measure, value, .. } | What::MeasuredAt { measure, value, .. } => measured(measure, *value),
        What::Aimed { measure, .. } => content.observation(measure).map(|known| known.name.clone()).unwrap_or_default(),
        What::Member { role, .. } => content.role(role).to_owned(),
        What::Document { paper, .. } => content.paper(paper).to_owned(),
        What::Granted { pathway: id, right, .. } => {
            let rights = content.pathway(id).map(|pathway| pathway.rights.as_slice()).unwrap_or_default();
            rights.iter().find(|known| &known.id == right).map(|known| known.title.clone()).unwrap_or_default()
        }
        _ => String::new(),
    }
}
