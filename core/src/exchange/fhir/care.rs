//! Papers, rights and questions for the next appointment.

use serde_json::{Value, json};

use super::element::{Entries, node, text, written};
use super::measures::ours;
use super::record::Source;

/// Papers as DocumentReference: not the paper, but what it is, where the original is and until when it holds.
pub(super) fn documents(source: &Source<'_>, entries: &mut Entries) {
    for document in &source.person.documents {
        let name = source.content.paper(&document.paper);
        let (of, until) = (document.of.to_string(), document.until.map(|day| day.to_string()));
        let period = node().with("start", of.as_str()).with("end", until);
        let attachment = node().with("title", name).with("creation", of.as_str());
        let resource = node()
            .with("status", "current")
            .with("type", ours("paper", &document.paper, name))
            .with("subject", entries.reference("Patient", ""))
            .with("description", document.place.as_str())
            .with("content", json!([{"attachment": Value::from(attachment)}]))
            .with("context", json!({"period": Value::from(period)}));
        let until = document.until.map(|day| format!(", {} {}", source.words.until, written(day))).unwrap_or_default();
        let line = format!("{name} ({}{until}) {}", written(document.of), document.place);
        entries.add("DocumentReference", &document.event.to_string(), resource, &[line]);
    }
}

/// Rights that end as Flag: FHIR has no resource for a right without who pays for it.
pub(super) fn rights(source: &Source<'_>, entries: &mut Entries) {
    for ((pathway, right), until) in source.person.rights.iter() {
        let known = source.content.pathway(pathway);
        let known = known.and_then(|pathway| pathway.rights.iter().find(|known| &known.id == right));
        let title = known.map_or(right.as_str(), |known| &known.title);
        let resource = node()
            .with("status", "active")
            .with("code", ours("right", right, title))
            .with("subject", entries.reference("Patient", ""))
            .with("period", json!({"end": until.to_string()}));
        let line = format!("{title}, {} {}", source.words.until, written(*until));
        entries.add("Flag", &format!("{pathway}/{right}"), resource, &[line]);
    }
}

/// Questions for the next appointment as CommunicationRequest.
pub(super) fn questions(source: &Source<'_>, entries: &mut Entries) {
    for asked in source.person.questions.iter().filter(|asked| !asked.text.trim().is_empty()) {
        let content = Value::from(node().with("contentString", asked.text.as_str()));
        let resource = node()
            .with("status", "active")
            .with("subject", entries.reference("Patient", ""))
            .with("payload", json!([content]))
            .with("reasonCode", json!([Value::from(text(source.words.appointment))]));
        entries.add("CommunicationRequest", &asked.event.to_string(), resource, std::slice::from_ref(&asked.text));
    }
}
