//! What must hold of "where to go now" before anything is built on it.

use std::collections::BTreeSet;

use super::check::{Found, check_sources, check_way};
use super::numbers_check::check_numbers;
use super::{Draft, Duty, Effect, Id, Orientation, Problem, Professional, Service, Territory, Urgency, Why};

/// Contacts without which nothing holds: they answer at any hour.
const EMERGENCY: [&str; 3] = ["samu", "sms-114", "europe"];

/// Minutes of a day.
const DAY: u16 = 24 * 60;

pub(super) fn check(draft: &Draft, found: &mut Found) {
    let orientation = &draft.orientation;
    check_names(orientation, found);
    check_standing(draft, found);
    check_times(draft, found);
    for territory in &orientation.territories {
        check_territory(draft, territory, found);
    }
    for professional in &orientation.professionals {
        check_professional(draft, professional, found);
    }
    for service in &orientation.services {
        check_service(draft, service, found);
    }
    check_lines(draft, found);
    check_remote(draft, found);
}

fn check_names(orientation: &Orientation, found: &mut Found) {
    let lists: [Vec<Id>; 5] = [
        orientation.territories.iter().map(|territory| territory.id.clone()).collect(),
        orientation.holidays.iter().map(|holiday| holiday.id.clone()).collect(),
        orientation.professionals.iter().map(subject_of).collect(),
        orientation.services.iter().map(|service| service.id.clone()).collect(),
        orientation.costs.iter().map(|cost| cost.id.clone()).collect(),
    ];
    for list in lists {
        let mut seen = BTreeSet::new();
        for id in list {
            found.require(seen.insert(id.clone()), &id, Problem::Duplicate);
        }
    }
}

/// What a defect of a professional is called: a way may have the same word.
fn subject_of(professional: &Professional) -> Id {
    format!("professional {}", professional.id)
}

/// The ways that stand in every advice, and the numbers that answer at any hour.
fn check_standing(draft: &Draft, found: &mut Found) {
    for (way, contact) in
        [(Orientation::ACCESS, "samu"), (Orientation::WRITTEN, "sms-114"), (Orientation::EUROPE, "europe")]
    {
        let is_there = draft.ways.iter().any(|known| known.id == way && known.contact.as_deref() == Some(contact));
        found.require_known(is_there, &way.to_owned(), "way with its number", way);
    }
    let subject = "emergency numbers".to_owned();
    for contact in EMERGENCY {
        let is_listed = draft.orientation.emergency.iter().any(|id| id == contact);
        found.require_known(is_listed, &subject, "emergency contact", contact);
    }
    for contact in &draft.orientation.emergency {
        check_contact(draft, &subject, contact, found);
    }
    for level in [Urgency::Vital, Urgency::Emergency] {
        let way = draft.levels.iter().find(|advice| advice.level == level).map(|advice| &advice.way);
        let contact = draft.ways.iter().find(|known| Some(&known.id) == way).and_then(|known| known.contact.as_deref());
        let is_fifteen = contact == Some("samu");
        found.require(is_fifteen, &level.word().to_owned(), Problem::Wording("the way of this level calls 15"));
    }
}

fn check_contact(draft: &Draft, subject: &Id, contact: &str, found: &mut Found) {
    found.require_known(draft.contacts.iter().any(|known| known.id == contact), subject, "contact", contact);
}

fn check_times(draft: &Draft, found: &mut Found) {
    let orientation = &draft.orientation;
    let hours = orientation.hours;
    let in_order = 0 < hours.day && hours.day < hours.saturday && hours.saturday < hours.evening && hours.evening < DAY;
    found.require(
        in_order,
        &"hours".to_owned(),
        Problem::Wording("the hours are day < saturday < evening; correct them"),
    );
    for duty in Duty::ALL {
        let entries: Vec<_> = orientation.duties.iter().filter(|words| words.duty == duty).collect();
        let subject = duty.word().to_owned();
        found.require(
            entries.len() == 1,
            &subject,
            Problem::Wording("each period has exactly one [[duty]] in orientation/hours.toml"),
        );
        for words in entries {
            check_sources(draft, &subject, &words.sources, found);
            check_numbers(draft, &subject, &[&words.said], found);
        }
    }
    for why in Why::ALL {
        let entries: Vec<_> = orientation.reasons.iter().filter(|because| because.why == why).collect();
        let subject = format!("why {}", why.word());
        found.require(
            entries.len() == 1,
            &subject,
            Problem::Wording("each reason has exactly one [[because]] in orientation/words.toml"),
        );
        for because in entries {
            check_sources(draft, &subject, &because.sources, found);
            check_numbers(draft, &subject, &[&because.said], found);
        }
    }
    for holiday in &orientation.holidays {
        check_sources(draft, &holiday.id, &holiday.sources, found);
    }
    for cost in &orientation.costs {
        check_sources(draft, &cost.id, &cost.sources, found);
        check_numbers(draft, &cost.id, &[&cost.said], found);
    }
}

fn check_territory(draft: &Draft, territory: &Territory, found: &mut Found) {
    let id = &territory.id;
    check_sources(draft, id, &territory.sources, found);
    for holiday in &territory.holidays {
        let known = draft.orientation.holidays.iter().find(|known| &known.id == holiday);
        found.require_known(known.is_some(), id, "holiday", holiday);
        let is_own = known.is_none_or(|known| !known.is_everywhere);
        found.require(is_own, id, Problem::Wording("this holiday is one everywhere; remove it here"));
    }
    for instead in &territory.instead {
        check_way(draft, id, Some(&instead.of), found);
        check_way(draft, id, Some(&instead.way), found);
    }
    check_numbers(draft, id, &territory.note.iter().collect::<Vec<_>>(), found);
}

fn check_professional(draft: &Draft, professional: &Professional, found: &mut Found) {
    let id = &subject_of(professional);
    check_sources(draft, id, &professional.sources, found);
    for way in professional.ways.iter().chain(&professional.also) {
        check_way(draft, id, Some(way), found);
    }
    for way in &professional.ways {
        let is_first = draft.orientation.professional_of(way).is_some_and(|first| first.id == professional.id);
        found.require(is_first, id, Problem::Wording("a way leads to one professional; another one has it already"));
    }
    if let Some(on_duty) = &professional.on_duty {
        check_way(draft, id, Some(&on_duty.way), found);
        let is_closed = on_duty.during.iter().all(|duty| professional.closed.contains(duty));
        found.require(is_closed, id, Problem::Wording("on_duty.during lists only periods of closed"));
    }
    check_numbers(draft, id, &[&professional.name, &professional.access], found);
}

fn check_service(draft: &Draft, service: &Service, found: &mut Found) {
    let id = &service.id;
    let who = &service.professional;
    found.require_known(draft.orientation.professionals.iter().any(|known| &known.id == who), id, "professional", who);
    let their_ways =
        draft.orientation.professionals.iter().filter(|known| &known.id == who).flat_map(|known| &known.ways);
    let ways: Vec<&Id> = their_ways.chain(&service.ways).collect();
    for way in &service.ways {
        check_way(draft, id, Some(way), found);
    }
    found.require(!service.motifs.is_empty(), id, Problem::Wording("no result shows this service; name its motifs"));
    check_motifs(draft, id, &service.motifs, &ways, found);
    check_sources(draft, id, &service.sources, found);
    let lines = service.conditions.iter().chain(&service.excluded).map(|said| &said.text);
    let texts: Vec<&String> = lines.chain([&service.title, &service.otherwise]).chain(&service.price).collect();
    check_numbers(draft, id, &texts, found);
}

/// Each of these motifs is there, and can lead to one of these ways: by a rule of its own, or when none fires.
fn check_motifs(draft: &Draft, subject: &Id, motifs: &[Id], ways: &[&Id], found: &mut Found) {
    let of_level = |level: Urgency| draft.levels.iter().find(|advice| advice.level == level).map(|advice| &advice.way);
    for id in motifs {
        let motif = draft.motifs.iter().find(|known| &known.door.id == id);
        found.require_known(motif.is_some(), subject, "motif", id);
        let Some(motif) = motif else { continue };
        let of_rules = motif.rules.iter().filter_map(|rule| match rule.effect {
            Effect::Raise(level) => rule.way.as_ref().or_else(|| of_level(level)),
            Effect::OneStep => rule.way.as_ref(),
        });
        let otherwise = motif.otherwise.way.as_ref().or_else(|| of_level(motif.otherwise.level));
        let is_shown = of_rules.chain(otherwise).any(|exit| ways.contains(&exit));
        found.require_known(is_shown, subject, "result that shows this, for a motif", id);
    }
}

fn check_lines(draft: &Draft, found: &mut Found) {
    let orientation = &draft.orientation;
    for line in &orientation.lines {
        let subject = format!("line {}", line.contact);
        check_contact(draft, &subject, &line.contact, found);
        found.require(
            line.from != line.until,
            &subject,
            Problem::Wording("a line that answers at any hour needs no [[line]]"),
        );
        let is_emergency = orientation.emergency.contains(&line.contact);
        found.require(
            !is_emergency,
            &subject,
            Problem::Wording("an emergency number answers at any hour; remove its hours"),
        );
    }
    for written in &orientation.written {
        let subject = format!("written {}", written.contact);
        check_contact(draft, &subject, &written.contact, found);
        check_sources(draft, &subject, &written.sources, found);
        check_numbers(draft, &subject, &[&written.said], found);
    }
}

fn check_remote(draft: &Draft, found: &mut Found) {
    let Some(remote) = &draft.orientation.remote else { return };
    let subject = "remote".to_owned();
    for way in remote.beside.iter().chain([&remote.way]) {
        check_way(draft, &subject, Some(way), found);
    }
    check_motifs(draft, &subject, &remote.motifs, &remote.beside.iter().collect::<Vec<_>>(), found);
    found.require(
        remote.from_age > 0,
        &subject,
        Problem::Wording("an infant must be examined; give the age from which"),
    );
    let is_low = remote.levels.iter().all(|level| *level <= Urgency::Days);
    found.require(is_low, &subject, Problem::Wording("a consultation at a distance is never offered above “days”"));
}
