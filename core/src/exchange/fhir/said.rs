//! Answers to closed questions: their codes, and what the person said of themselves.

use serde_json::{Value, json};

use crate::triage::Answer;

use super::Words;
use super::element::{Entries, coding, instant, node};
use super::record::Source;

/// An answer, with "asked and not known" as an answer of its own.
pub(super) fn answer(answer: Answer, words: &Words<'_>) -> Value {
    const YES_OR_NO: &str = "http://terminology.hl7.org/CodeSystem/v2-0136";
    const ABSENT: &str = "http://terminology.hl7.org/CodeSystem/data-absent-reason";
    let (system, code, display) = match answer {
        Answer::Yes => (YES_OR_NO, "Y", words.yes),
        Answer::No => (YES_OR_NO, "N", words.no),
        Answer::Unknown => (ABSENT, "asked-unknown", words.unknown),
    };
    coding(system, code).with("display", display).into()
}

/// An answer as a word.
pub(super) fn word<'a>(answer: Answer, words: &Words<'a>) -> &'a str {
    match answer {
        Answer::Yes => words.yes,
        Answer::No => words.no,
        Answer::Unknown => words.unknown,
    }
}

/// What the person said of themselves, as one QuestionnaireResponse.
pub(super) fn facts(source: &Source<'_>, entries: &mut Entries) {
    let words = source.words;
    let mut lines = vec![words.said.to_owned()];
    let mut items = Vec::new();
    for (fact, said) in source.person.facts.iter() {
        let ask = source.content.fact(fact).map_or(fact.as_str(), |fact| &fact.ask);
        items.push(json!({"linkId": fact, "text": ask, "answer": [{"valueCoding": answer(*said, words)}]}));
        lines.push(format!("{ask} {}", word(*said, words)));
    }
    if items.is_empty() {
        return;
    }
    let patient = entries.reference("Patient", "");
    let resource = node()
        .with("status", "completed")
        .with("subject", patient.clone())
        .with("source", patient)
        .with("authored", instant(source.occasion.made))
        .with("item", items);
    entries.add("QuestionnaireResponse", "facts", resource, &lines);
}
