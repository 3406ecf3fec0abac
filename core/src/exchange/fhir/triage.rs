//! A result of triage as a Bundle of the kind `document`: the Composition that people read comes first, then what it
//! speaks of.

use serde_json::{Value, json};

use crate::content::{Library, Sex, Sign, Urgency};
use crate::record::Session;
use crate::triage::explain::{present, unknown};
use crate::triage::fresh::cautious;
use crate::triage::{Answer, Answers, Cause, Known, MeasureAnswer, Protocol, Verdict, walk};

use super::element::{Entries, instant, narrative, node, text, uuid};
use super::questionnaire::{
    AGE, BEGIN, MEASURES, PERSON, SEX, SINCE, address, measure_link, measures_of, questionnaire, sections, sex_coding,
};
use super::said::answer;
use super::{Occasion, Words};

/// A result as a document; none while the questions are not answered. The level is raised where content is out of date,
/// as on the screen.
#[must_use]
pub fn document(library: &Library, session: &Session, occasion: Occasion, words: &Words<'_>) -> Option<Value> {
    let protocol = Protocol::new(library, &session.motifs);
    let walk = walk(&protocol, &session.answers);
    let verdict = cautious(&protocol, walk.verdict?, occasion.today);
    let made = instant(occasion.made);
    let owner = [library.version(), &session.encode(), &made].join("/");
    let result = Result { protocol: &protocol, session, counted: &walk.counted, verdict: &verdict, words };
    let mut entries = Entries::of(owner.clone());
    let patient = entries.reference("Patient", "");
    let told = result.sections(entries.reference("QuestionnaireResponse", ""));
    let lines: Vec<String> =
        told.iter().flat_map(|(title, lines, _)| [std::slice::from_ref(title), lines.as_slice()].concat()).collect();
    let composition = node()
        .with("status", "final")
        .with("type", text(words.result))
        .with("subject", patient.clone())
        .with("date", made.as_str())
        .with("author", json!([patient.clone(), entries.reference("Device", "")]))
        .with("title", words.result)
        .with("section", told.into_iter().map(section).collect::<Vec<Value>>());
    entries.add("Composition", "", composition, &lines);
    let sex = match walk.counted.sex {
        Some(Known::Is(Sex::Female)) => Some("female"),
        Some(Known::Is(Sex::Male)) => Some("male"),
        Some(Known::Unknown) => Some("unknown"),
        None => None,
    };
    entries.add("Patient", "", node().with("gender", sex), &result.person());
    let device = node()
        .with("deviceName", json!([{"name": "Sentier", "type": "other"}]))
        .with("version", json!([{"value": library.version()}]));
    entries.add("Device", "", device, &["Sentier".to_owned()]);
    let response = node()
        .with("questionnaire", format!("{}|{}", address(&protocol), library.version()))
        .with("status", "completed")
        .with("subject", patient.clone())
        .with("source", patient)
        .with("authored", made.as_str())
        .with("item", result.answers());
    entries.add("QuestionnaireResponse", "", response, &result.said());
    let mut list = entries.into_list();
    let asked = questionnaire(library, &session.motifs, words);
    let id = asked.get("id").and_then(Value::as_str).unwrap_or_default().to_owned();
    list.push(json!({"fullUrl": format!("urn:uuid:{id}"), "resource": asked}));
    let bundle = uuid(&[&owner, "Bundle", "document"]);
    let whole = node()
        .with("resourceType", "Bundle")
        .with("id", bundle.as_str())
        .with("identifier", json!({"system": "urn:ietf:rfc:3986", "value": format!("urn:uuid:{bundle}")}))
        .with("type", "document")
        .with("timestamp", made.as_str())
        .with("entry", list);
    Some(whole.into())
}

struct Result<'r, 'a> {
    protocol: &'r Protocol<'a>,
    session: &'r Session,
    counted: &'r Answers,
    verdict: &'r Verdict,
    words: &'r Words<'r>,
}

/// A title, its lines and what it rests on.
type Told = (String, Vec<String>, Option<Value>);

fn section((title, lines, entry): Told) -> Value {
    let entry = entry.map(|entry| json!([entry]));
    node().with("title", title).with("text", narrative(&lines)).with("entry", entry).into()
}

impl Result<'_, '_> {
    /// What the document says, in the order in which a doctor wants it; parts that say nothing are left out.
    fn sections(&self, response: Value) -> Vec<Told> {
        let (words, library) = (self.words, self.protocol.library());
        let level = library.level(self.verdict.level);
        let mut motifs: Vec<String> = self.protocol.motifs().iter().map(|motif| motif.door.title.clone()).collect();
        motifs.extend(self.session.since.iter().map(|since| format!("{} {since}", words.since)));
        let result = level.map(|level| vec![level.name.clone(), level.headline.clone()]).unwrap_or_default();
        let version = vec![format!("{} {}", words.version, library.version()), words.caution.to_owned()];
        let all = [
            (words.result, result, None),
            (words.motifs, motifs, None),
            (words.present, self.statements(&present(self.protocol, self.counted)), Some(response)),
            (words.not_known, self.statements(&unknown(self.protocol, self.counted)), None),
            (words.measures, self.measures(), None),
            (words.person, self.person(), None),
            (words.absent, self.absent(), None),
            (words.reasons, self.reasons(), None),
            (words.advice, self.advice(), None),
            (words.version, version, None),
        ];
        let told = all.into_iter().filter(|(_, lines, entry)| !lines.is_empty() || entry.is_some());
        told.map(|(title, lines, entry)| (title.to_owned(), lines, entry)).collect()
    }

    fn statement(&self, id: &str) -> Option<String> {
        self.protocol.library().sign(id).map(|sign| self.counted.statement(sign))
    }

    fn statements(&self, ids: &[String]) -> Vec<String> {
        ids.iter().filter_map(|id| self.statement(id)).collect()
    }

    fn absent(&self) -> Vec<String> {
        let no = self.counted.signs.iter().filter(|(_, answer)| **answer == Answer::No);
        no.filter_map(|(id, _)| self.statement(id)).collect()
    }

    fn measures(&self) -> Vec<String> {
        let library = self.protocol.library();
        let measured = self.counted.measures.iter().filter_map(|(id, value)| {
            let measure = library.measure(id)?;
            let value = match value {
                MeasureAnswer::Tenths(tenths) => format!("{} {}", measure.show(*tenths), measure.unit),
                MeasureAnswer::Impossible => self.words.unknown.to_owned(),
            };
            Some(format!("{}\u{a0}: {value}", measure.name))
        });
        measured.collect()
    }

    fn person(&self) -> Vec<String> {
        let words = self.words;
        let age = self.counted.age.map(|age| match age {
            Known::Is(months) if months < 36 => format!("{}\u{a0}: {months} {}", words.age, words.months),
            Known::Is(months) => format!("{}\u{a0}: {}", words.age, months.div_euclid(12)),
            Known::Unknown => format!("{}\u{a0}: {}", words.age, words.unknown),
        });
        let sex = self.counted.sex.map(|sex| {
            let sex = match sex {
                Known::Is(Sex::Female) => words.female,
                Known::Is(Sex::Male) => words.male,
                Known::Unknown => words.unknown,
            };
            format!("{}\u{a0}: {sex}", words.sex)
        });
        age.into_iter().chain(sex).collect()
    }

    fn reasons(&self) -> Vec<String> {
        let library = self.protocol.library();
        let fired = self.verdict.reasons.iter().filter_map(|reason| library.rule(&reason.rule));
        let mut lines: Vec<String> = fired.map(|rule| rule.because.clone()).collect();
        if self.verdict.decided_by == Cause::Otherwise {
            lines.extend(self.protocol.otherwise().map(|otherwise| otherwise.because.clone()));
        }
        lines
    }

    fn advice(&self) -> Vec<String> {
        let way = self.protocol.way(self.verdict);
        let mut lines: Vec<String> =
            way.into_iter().flat_map(|way| [way.action.clone(), way.explain.clone()]).collect();
        for motif in self.protocol.motifs() {
            lines.extend(motif.meanwhile.iter().cloned());
            if self.verdict.level <= Urgency::Days {
                lines.extend(motif.self_care.iter().cloned());
            }
        }
        lines
    }

    /// Every question with its answer, as the person was asked.
    fn said(&self) -> Vec<String> {
        let answered = sections(self.protocol).into_iter().flat_map(|section| section.signs);
        let line = |sign: &Sign| {
            let answer = self.counted.signs.get(&sign.id)?;
            Some(format!("{} {}", sign.question(), super::said::word(*answer, self.words)))
        };
        answered.filter_map(line).chain(self.measures()).chain(self.person()).collect()
    }

    /// The answers, in the parts of the Questionnaire.
    fn answers(&self) -> Vec<Value> {
        let words = self.words;
        let sections = sections(self.protocol);
        let measures = measures_of(self.protocol.library(), &sections);
        let mut parts: Vec<(String, &str, Vec<Value>)> = Vec::new();
        for section in &sections {
            let items = section.signs.iter().filter_map(|sign| {
                let said = self.counted.signs.get(&sign.id)?;
                let answer = json!([{"valueCoding": answer(*said, words)}]);
                Some(json!({"linkId": sign.id, "text": sign.question(), "answer": answer}))
            });
            parts.push((section.link.clone(), section.title, items.collect()));
        }
        let measured = measures.iter().filter_map(|measure| match self.counted.measures.get(&measure.id)? {
            MeasureAnswer::Tenths(tenths) => {
                let value = super::element::decimal(i64::from(*tenths).saturating_mul(10));
                let link = measure_link(&measure.id);
                Some(json!({"linkId": link, "text": measure.ask, "answer": [{"valueDecimal": value}]}))
            }
            MeasureAnswer::Impossible => None,
        });
        parts.push((MEASURES.to_owned(), words.measures, measured.collect()));
        let age = match self.counted.age {
            Some(Known::Is(months)) => {
                Some(json!({"linkId": AGE, "text": words.age, "answer": [{"valueInteger": months}]}))
            }
            _ => None,
        };
        let sex = self.counted.sex.map(|sex| sex_coding(sex, words));
        let sex = sex.map(|sex| json!({"linkId": SEX, "text": words.sex, "answer": [{"valueCoding": sex}]}));
        parts.push((PERSON.to_owned(), words.person, age.into_iter().chain(sex).collect()));
        let since: Vec<Value> = self.session.since.iter().map(|since| json!({"valueString": since})).collect();
        if !since.is_empty() {
            let items = vec![json!({"linkId": SINCE, "text": words.since, "answer": since})];
            parts.push((BEGIN.to_owned(), words.since, items));
        }
        let told = parts.into_iter().filter(|(_, _, items)| !items.is_empty());
        told.map(|(link, title, items)| json!({"linkId": link, "text": title, "item": items})).collect()
    }
}
