//! What was measured as Observation, two values read together as one, and the person's own bounds as Goal.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::content::Observation;
use crate::pathway::series::shown;
use crate::pathway::sitting::reading_of;
use crate::pathway::{Measured, Moment};

use super::element::{Entries, Node, coding, concept, node, quantity, text, written};
use super::record::Source;
use super::{LOINC, OURS};

/// The values, in the order of days.
pub(super) fn measured(source: &Source<'_>, entries: &mut Entries) {
    let mut told: BTreeSet<u64> = BTreeSet::new();
    for measured in &source.person.measured {
        if told.contains(&measured.event) {
            continue;
        }
        let values = together(source, measured);
        told.extend(values.iter().map(|value| value.event).filter(|event| *event != measured.event));
        let code = match values.as_slice() {
            [_] => code_of(source.content.observation(&measured.measure), &measured.measure),
            _ => panel(source, measured),
        };
        let lines: Vec<String> = values.iter().map(|value| line(source, value)).collect();
        let resource = node()
            .with("status", "final")
            .with("code", code.unwrap_or_else(|| text(&lines.join(", "))))
            .with("subject", entries.reference("Patient", ""))
            .with("effectiveDateTime", measured.on.to_string())
            .with("extension", moment(measured.moment));
        let resource = match values.as_slice() {
            [_] => resource.with("valueQuantity", value_of(source, measured)),
            several => {
                let parts = several.iter().map(|value| {
                    let code = code_of(source.content.observation(&value.measure), &value.measure);
                    node().with("code", code.map(Value::from)).with("valueQuantity", value_of(source, value)).into()
                });
                resource.with("component", parts.collect::<Vec<Value>>())
            }
        };
        entries.add("Observation", &measured.event.to_string(), resource, &lines);
    }
}

/// The values that were read with one, itself among them, in the order of their measures; alone where none was.
fn together<'a>(source: &Source<'a>, measured: &'a Measured) -> Vec<&'a Measured> {
    let mut pairs = source.content.landmarks().together.iter();
    let Some(pair) = pairs.find(|pair| pair.contains(&measured.measure)) else { return vec![measured] };
    let has_panel = pair.iter().all(|measure| code(source, measure).is_some()) && panel(source, measured).is_some();
    let reading = reading_of(source.person, pair, measured.event).filter(|reading| reading.both().is_some());
    let Some(reading) = reading.filter(|_| has_panel) else { return vec![measured] };
    let find = |event| source.person.measured.iter().find(|other| other.event == event);
    reading.events().filter_map(find).collect()
}

fn code<'a>(source: &Source<'a>, measure: &str) -> Option<&'a crate::content::Code> {
    source.content.observation(measure)?.code.as_ref()
}

/// The code of what two values are sent in together.
fn panel(source: &Source<'_>, measured: &Measured) -> Option<Node> {
    let mut pairs = source.content.landmarks().together.iter();
    let pair = pairs.find(|pair| pair.contains(&measured.measure))?;
    let loinc = pair.iter().find_map(|measure| code(source, measure)?.panel.as_deref())?;
    Some(node().with("coding", json!([Value::from(coding(LOINC, loinc))])))
}

/// What a measure is called by others, by us and in words.
fn code_of(observation: Option<&Observation>, measure: &str) -> Option<Node> {
    let ours = Value::from(coding(&format!("{OURS}/measure"), measure));
    let Some(observation) = observation else {
        return Some(node().with("coding", json!([ours])).with("text", measure));
    };
    let loinc = observation.code.as_ref().map(|code| Value::from(coding(LOINC, &code.loinc)));
    let codings: Vec<Value> = loinc.into_iter().chain([ours]).collect();
    Some(node().with("coding", codings).with("text", observation.name.as_str()))
}

fn value_of(source: &Source<'_>, measured: &Measured) -> Node {
    let observation = source.content.observation(&measured.measure);
    let unit = observation.map(|observation| observation.unit.as_str()).unwrap_or_default();
    let ucum = observation.and_then(|observation| observation.code.as_ref()).map(|code| code.ucum.as_str());
    quantity(measured.value, unit, ucum)
}

/// In the morning or in the evening, by the codes of FHIR for events of the day.
fn moment(moment: Option<Moment>) -> Value {
    let code = match moment {
        None => return Value::Null,
        Some(Moment::Morning) => "MORN",
        Some(Moment::Evening) => "EVE",
    };
    json!([{"url": format!("{OURS}/moment"), "valueCode": code}])
}

fn line(source: &Source<'_>, measured: &Measured) -> String {
    let moment = match measured.moment {
        None => String::new(),
        Some(Moment::Morning) => format!(", {}", source.words.morning),
        Some(Moment::Evening) => format!(", {}", source.words.evening),
    };
    let observation = source.content.observation(&measured.measure);
    let (name, value) = observation.map_or((measured.measure.as_str(), measured.value.to_string()), |observation| {
        (&observation.name, format!("{} {}", shown(observation, &observation.unit, measured.value), observation.unit))
    });
    format!("{name}\u{a0}: {value} ({}{moment})", written(measured.on))
}

/// The day expected of a birth, and that on which the pregnancy ended.
pub(super) fn pregnancy(source: &Source<'_>, entries: &mut Entries) {
    let Some(pregnancy) = source.person.pregnancy else { return };
    let (words, loinc) = (source.words, &source.content.landmarks().due_date_loinc);
    let ours = |code: &str| Value::from(coding(&format!("{OURS}/pregnancy"), code));
    let due = if loinc.is_empty() { ours("due") } else { coding(LOINC, loinc).into() };
    let ended = pregnancy.ended.map(|ended| ("ended", ours("ended"), words.pregnancy_ended, ended));
    for (key, code, called, day) in [("due", due, words.due, pregnancy.due)].into_iter().chain(ended) {
        let resource = node()
            .with("status", "final")
            .with("code", node().with("coding", json!([code])).with("text", called))
            .with("subject", entries.reference("Patient", ""))
            .with("valueDateTime", day.to_string());
        entries.add("Observation", &format!("pregnancy-{key}"), resource, &[format!("{called} {}", written(day))]);
    }
}

/// The person's own bounds.
pub(super) fn targets(source: &Source<'_>, entries: &mut Entries) {
    for (measure, (from, up_to)) in source.person.targets.iter() {
        let observation = source.content.observation(measure);
        let (name, unit) =
            observation.map_or((measure.as_str(), ""), |observation| (&observation.name, &observation.unit));
        let ucum = observation.and_then(|observation| observation.code.as_ref()).map(|code| code.ucum.as_str());
        let bound = |value: Option<i64>| value.map(|value| Value::from(quantity(value, unit, ucum)));
        let figures = |value: i64| match observation {
            Some(observation) => shown(observation, unit, value),
            None => value.to_string(),
        };
        let mut line = name.to_owned();
        for (word, value) in [(source.words.at_least, from), (source.words.at_most, up_to)] {
            line.extend(value.map(|value| format!(", {word} {} {unit}", figures(value))));
        }
        let range = node().with("low", bound(*from)).with("high", bound(*up_to));
        let has_range = from.is_some() || up_to.is_some();
        let target = node()
            .with("measure", code_of(observation, measure).map(Value::from))
            .with("detailRange", if has_range { Value::from(range) } else { Value::Null });
        let resource = node()
            .with("lifecycleStatus", "active")
            .with("description", text(&line))
            .with("subject", entries.reference("Patient", ""))
            .with("target", json!([Value::from(target)]));
        entries.add("Goal", measure, resource, &[line]);
    }
}

/// A concept of ours with its words, for what only we name.
pub(super) fn ours(system: &str, code: &str, words: &str) -> Node {
    concept(coding(&format!("{OURS}/{system}"), code).with("display", words), words)
}
