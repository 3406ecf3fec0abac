//! The questions of motifs as a Questionnaire (SDC), and the one order in which questions and answers both stand.

use serde_json::{Value, json};

use crate::content::{Group, Id, Library, Measure, Origin, ReviewStatus, Sex, Sign};
use crate::triage::{Answer, Known, Protocol};

use super::element::{Node, coding, narrative, node};
use super::said::answer;
use super::{OURS, UCUM, Words};

/// A part of the questions.
pub(super) struct Section<'a> {
    /// Its name in the Questionnaire.
    pub link: String,
    /// Its title.
    pub title: &'a str,
    /// Its questions.
    pub signs: Vec<&'a Sign>,
}

/// The name of the question for a measure.
pub(super) fn measure_link(measure: &str) -> String {
    format!("measure:{measure}")
}

/// The name of the question for the age.
pub(super) const AGE: &str = "person:age";
/// The name of the question for the sex.
pub(super) const SEX: &str = "person:sex";
/// The name of the line for since when.
pub(super) const SINCE: &str = "person:since";
/// The part of the measures.
pub(super) const MEASURES: &str = "part:measures";
/// The part of the person.
pub(super) const PERSON: &str = "part:person";
/// The part of since when.
pub(super) const BEGIN: &str = "part:since";

/// The parts of what a choice of motifs asks: what is asked of everybody first, the person last.
pub(super) fn sections<'a>(protocol: &Protocol<'a>) -> Vec<Section<'a>> {
    let library = protocol.library();
    let mut groups: Vec<&Group> = Vec::new();
    for group in protocol.motifs().iter().flat_map(|motif| library.groups_of(motif)) {
        if !groups.iter().any(|known| known.id == group.id) {
            groups.push(group);
        }
    }
    let of_group = |group: &'a Group| (group.id.clone(), group.title.as_str(), &group.signs);
    let gate = library.group(Library::GATE).map(of_group);
    let own = protocol.motifs().iter().map(|motif| (motif.door.id.clone(), motif.door.title.as_str(), &motif.signs));
    let terrain = library.group(Library::TERRAIN).map(of_group);
    let all = gate.into_iter().chain(own).chain(groups.into_iter().map(of_group)).chain(terrain);
    let sections = all.map(|(id, title, signs)| Section {
        link: format!("part:{id}"),
        title,
        signs: signs.iter().filter(|sign| sign.is_ticked()).collect(),
    });
    sections.filter(|section| !section.signs.is_empty()).collect()
}

/// The measures that signs of these parts rest on, each once.
pub(super) fn measures_of<'a>(library: &'a Library, sections: &[Section<'a>]) -> Vec<&'a Measure> {
    let mut found: Vec<&Measure> = Vec::new();
    for sign in sections.iter().flat_map(|section| &section.signs) {
        if let Origin::Measured { measure, .. } = &sign.origin {
            found.extend(library.measure(measure).filter(|known| !found.iter().any(|other| other.id == known.id)));
        }
    }
    found
}

/// The address of the Questionnaire of a choice of motifs.
pub(super) fn address(protocol: &Protocol<'_>) -> String {
    let ids: Vec<&str> = protocol.motifs().iter().map(|motif| motif.door.id.as_str()).collect();
    format!("{OURS}/Questionnaire/{}", if ids.is_empty() { Library::GATE.to_owned() } else { ids.join("+") })
}

/// The questions of a choice of motifs. What the engine asks depends on the answers; here everything stands that it may
/// ask, and nothing says when not to: a program that knows only the questions must not leave one out.
#[must_use]
pub fn questionnaire(library: &Library, motifs: &[Id], words: &Words<'_>) -> Value {
    let protocol = Protocol::new(library, motifs);
    let titles: Vec<&str> = protocol.motifs().iter().map(|motif| motif.door.title.as_str()).collect();
    let title = if titles.is_empty() { words.motifs.to_owned() } else { titles.join(", ") };
    let is_reviewed = protocol.motifs().iter().all(|motif| motif.review.status == ReviewStatus::Reviewed);
    let sections = sections(&protocol);
    let mut items: Vec<Value> = sections.iter().map(|section| part(library, section, words)).collect();
    let measures: Vec<Value> = measures_of(library, &sections).into_iter().map(measure).collect();
    let person = json!([age(words), sex(words)]);
    let since = json!([{"linkId": SINCE, "type": "string", "text": words.since, "repeats": true}]);
    for (link, title, inside) in
        [(MEASURES, words.measures, json!(measures)), (PERSON, words.person, person), (BEGIN, words.since, since)]
    {
        if inside.as_array().is_some_and(|inside| !inside.is_empty()) {
            items.push(json!({"linkId": link, "type": "group", "text": title, "item": inside}));
        }
    }
    let lines: Vec<String> = std::iter::once(title.clone())
        .chain(sections.iter().flat_map(|section| section.signs.iter().map(|sign| sign.question().to_owned())))
        .collect();
    node()
        .with("resourceType", "Questionnaire")
        .with("id", super::element::uuid(&[&address(&protocol), library.version()]))
        .with("meta", json!({"profile": ["http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire"]}))
        .with("language", "fr")
        .with("text", narrative(&lines))
        .with("url", address(&protocol))
        .with("version", library.version())
        .with("title", title)
        .with("status", if is_reviewed && !titles.is_empty() { "active" } else { "draft" })
        .with("experimental", true)
        .with("subjectType", json!(["Patient"]))
        .with("description", words.caution)
        .with("item", items)
        .into()
}

fn part(library: &Library, section: &Section<'_>, words: &Words<'_>) -> Value {
    let items: Vec<Value> = section.signs.iter().map(|sign| question(library, sign, words)).collect();
    json!({"linkId": section.link, "type": "group", "text": section.title, "item": items})
}

fn question(library: &Library, sign: &Sign, words: &Words<'_>) -> Value {
    let options = [Answer::Yes, Answer::No, Answer::Unknown];
    let options: Vec<Value> = options.map(|option| json!({"valueCoding": answer(option, words)})).into();
    // What a measure answers is asked only of whoever could not measure.
    let enable = match &sign.origin {
        Origin::Measured { measure, .. } => {
            json!([{"question": measure_link(measure), "operator": "exists", "answerBoolean": false}])
        }
        _ => Value::Null,
    };
    let only: Vec<String> =
        sign.only_for.iter().filter_map(|id| library.sign(id)).map(|other| Sign::statement(&other.ask)).collect();
    let only = (!only.is_empty()).then(|| format!("{} {}", words.only_for, only.join(", ")));
    let mut beside: Vec<Value> = Vec::new();
    for (end, text) in [("help", sign.help.clone()), ("only-for", only)] {
        beside.extend(text.map(|text| help(&format!("{}:{end}", sign.id), &text)));
    }
    node()
        .with("linkId", sign.id.as_str())
        .with("type", "choice")
        .with("text", sign.question())
        .with("enableWhen", enable)
        .with("answerOption", options)
        .with("item", beside)
        .into()
}

/// A text beside a question.
fn help(link: &str, text: &str) -> Value {
    let control = coding("http://hl7.org/fhir/questionnaire-item-control", "help");
    let extension = json!([{
        "url": "http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl",
        "valueCodeableConcept": {"coding": [Value::from(control)]},
    }]);
    json!({"linkId": link, "type": "display", "text": text, "extension": extension})
}

fn unit(coding: Node) -> Value {
    json!({"url": "http://hl7.org/fhir/StructureDefinition/questionnaire-unit", "valueCoding": Value::from(coding)})
}

fn measure(measure: &Measure) -> Value {
    let bound = |name: &str, tenths: i32| {
        let url = format!("http://hl7.org/fhir/StructureDefinition/{name}");
        json!({"url": url, "valueDecimal": super::element::decimal(i64::from(tenths).saturating_mul(10))})
    };
    let unit = unit(node().with("display", measure.unit.as_str()));
    let extension = json!([unit, bound("minValue", measure.min), bound("maxValue", measure.max)]);
    let link = measure_link(&measure.id);
    let beside: Vec<Value> = measure.help.iter().map(|text| help(&format!("{link}:help"), text)).collect();
    node()
        .with("linkId", link)
        .with("type", "decimal")
        .with("text", measure.ask.as_str())
        .with("extension", extension)
        .with("item", beside)
        .into()
}

fn age(words: &Words<'_>) -> Value {
    let unit = unit(coding(UCUM, "mo").with("display", words.months));
    json!({"linkId": AGE, "type": "integer", "text": words.age, "extension": [unit]})
}

fn sex(words: &Words<'_>) -> Value {
    let options = [Known::Is(Sex::Female), Known::Is(Sex::Male), Known::Unknown];
    let options = options.map(|sex| json!({"valueCoding": sex_coding(sex, words)}));
    json!({"linkId": SEX, "type": "choice", "text": words.sex, "answerOption": options})
}

/// A sex as FHIR codes it.
pub(super) fn sex_coding(sex: Known<Sex>, words: &Words<'_>) -> Value {
    let (code, display) = match sex {
        Known::Is(Sex::Female) => ("female", words.female),
        Known::Is(Sex::Male) => ("male", words.male),
        Known::Unknown => ("unknown", words.unknown),
    };
    coding("http://hl7.org/fhir/administrative-gender", code).with("display", display).into()
}
