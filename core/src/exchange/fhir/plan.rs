//! What is to be done, by pathway, as CarePlan, and appointments as Appointment.

use chrono::NaiveDate;
use serde_json::{Value, json};

use crate::content::pathway::Pathway;
use crate::pathway::{Dashboard, Part, Reason, State, dashboard};

use super::element::{Entries, Node, node, text, written};
use super::measures::ours;
use super::record::Source;

/// The pathways that the person is on, with the steps that concern them now, are done or were put aside by their own word.
pub(super) fn plans(source: &Source<'_>, entries: &mut Entries) {
    let board = dashboard(source.content, source.person, source.occasion.today);
    for pathway in &board.pathways {
        let parts = told(&board, pathway, source.occasion.today);
        let joined = source.person.joined.get(&pathway.id);
        if parts.is_empty() && joined.is_none() {
            continue;
        }
        let activities: Vec<Value> = parts.iter().map(|part| json!({"detail": Value::from(detail(part))})).collect();
        let mut lines = vec![pathway.title.clone()];
        lines.extend(parts.iter().map(|part| part.step.title.clone()));
        let dates = joined.into_iter().flat_map(|joined| joined.dates.iter().map(move |date| (joined, date)));
        let notes: Vec<Value> = dates
            .map(|(joined, (date, on))| {
                let asked = pathway.dates.iter().find(|asked| &asked.id == date).map_or(date, |asked| &asked.ask);
                // Of some days only the month or the year is known; they stand on its first day.
                let on = match joined.about.get(date) {
                    None => written(*on),
                    Some(crate::pathway::Precision::Month) => on.format("%m/%Y").to_string(),
                    Some(crate::pathway::Precision::Year) => on.format("%Y").to_string(),
                };
                Value::from(text(&format!("{asked} {on}")))
            })
            .collect();
        let resource = node()
            .with("status", "active")
            .with("intent", "plan")
            .with("category", json!([Value::from(ours("pathway", &pathway.id, &pathway.title))]))
            .with("title", pathway.title.as_str())
            .with("description", pathway.intro.as_str())
            .with("subject", entries.reference("Patient", ""))
            .with("created", joined.map(|joined| joined.noted.to_string()))
            .with("activity", activities)
            .with("note", notes);
        let team = (!source.person.team.is_empty()).then(|| json!([entries.reference("CareTeam", "")]));
        entries.add("CarePlan", &pathway.id, resource.with("careTeam", team), &lines);
    }
}

/// The parts of a pathway that say something: not what concerns other people, nor what is decades away.
fn told<'a, 'b>(board: &'b Dashboard<'a>, pathway: &Pathway, today: NaiveDate) -> Vec<&'b Part<'a>> {
    let parts = board.items.iter().flat_map(|item| &item.parts).filter(|part| part.pathway.id == pathway.id);
    let says = |part: &&Part<'_>| {
        let is_set_aside = matches!(part.status.reason, Reason::Dismissed(_) | Reason::Postponed | Reason::Booked);
        part.status.is_ahead(today) || part.status.state == State::Done || is_set_aside
    };
    parts.filter(says).collect()
}

fn detail(part: &Part<'_>) -> Node {
    let status = match (&part.status.reason, part.status.state) {
        (Reason::Dismissed(_), _) => "cancelled",
        (Reason::Postponed, _) => "on-hold",
        (Reason::Booked, _) => "scheduled",
        (_, State::Late | State::DueNow | State::ToCome) => "not-started",
        (_, State::Done) => "completed",
        (_, State::ToDiscuss | State::NotConcerned) => "unknown",
    };
    let reason = match &part.status.reason {
        Reason::Dismissed(reason) if !reason.trim().is_empty() => Some(Value::from(text(reason))),
        _ => None,
    };
    // The first day on which it is too late is not one of those on which it can be done.
    let last = part.status.closes.and_then(|closes| closes.pred_opt());
    let last = last.filter(|last| part.status.opens.is_none_or(|opens| opens <= *last));
    let period =
        node().with("start", part.status.opens.map(|day| day.to_string())).with("end", last.map(|day| day.to_string()));
    node()
        .with("code", ours("deed", part.step.key(), &part.step.title))
        .with("status", status)
        .with("statusReason", reason)
        .with("scheduledPeriod", period)
        .with("description", part.step.why.as_str())
}

/// Appointments. Their hour is not noted, so they are told as asked for on their day, which FHIR allows without one.
pub(super) fn appointments(source: &Source<'_>, entries: &mut Entries) {
    for (what, booked) in source.person.booked.iter() {
        let title = source.content.deed(what);
        let day = booked.on.to_string();
        let resource = node()
            .with("status", "proposed")
            .with("description", title)
            .with("comment", source.words.appointment)
            .with("requestedPeriod", json!([{"start": day, "end": day}]))
            .with("participant", json!([{"actor": entries.reference("Patient", ""), "status": "accepted"}]));
        entries.add("Appointment", &booked.event.to_string(), resource, &[format!("{title} ({})", written(booked.on))]);
    }
}
