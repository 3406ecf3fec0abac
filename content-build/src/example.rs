//! Examples: fictional persons, and what their dashboard must and must not show on given days.

use std::path::PathBuf;

use chrono::NaiveDate;

use sentier_core::content::{self as typed, Care, Id, Noted};
use sentier_core::pathway::{Person, State, dashboard};
use sentier_core::record::{Event, Record, What};
use sentier_core::triage::Answer;

use crate::person_file as file;
use crate::read::{Reader, Source};
use crate::{ContentError, french};

/// A fictional person and what their dashboard must show.
#[derive(Clone, Debug)]
pub struct Example {
    /// The file it stands in.
    pub file: PathBuf,
    /// Its line.
    pub line: usize,
    /// A plain word.
    pub id: Id,
    /// Who it is, in a few words.
    pub name: String,
    /// Their situation.
    pub story: String,
    /// The person.
    pub person: Person,
    /// What must be shown on which days.
    pub days: Vec<ExpectedDay>,
    /// The same person for the app.
    pub shown: typed::Example,
}

/// What must be shown on a day.
#[derive(Clone, Debug)]
pub struct ExpectedDay {
    /// The line that says so.
    pub line: usize,
    /// The day.
    pub today: NaiveDate,
    /// The steps that must be in a state.
    pub expected: Vec<(Id, State)>,
    /// The steps that must be neither late, nor due, nor to come.
    pub hidden: Vec<Id>,
}

impl Example {
    /// What the dashboard shows that it must not, or the other way round, in sentences.
    #[must_use]
    pub fn failures(&self, care: &Care) -> Vec<String> {
        let mut failures = Vec::new();
        for day in &self.days {
            let shown = dashboard(care, &self.person, day.today);
            let state = |step: &Id| shown.status_of(step).map(|status| (status.state, status));
            let place = format!("content/{}:{}: on {}", self.file.display(), day.line, day.today);
            for (step, expected) in &day.expected {
                let found = state(step);
                if found.map(|(state, _)| state) != Some(*expected) {
                    failures.push(format!("{place}: {step} must be {expected:?}, but is {found:?}"));
                }
            }
            for step in &day.hidden {
                let found = state(step);
                if found.is_some_and(|(_, status)| status.is_ahead(day.today)) {
                    failures.push(format!("{place}: {step} must not be shown as something to do, but is {found:?}"));
                }
            }
        }
        failures
    }

    /// The names that the file uses and that are not there.
    pub(crate) fn unknown_names(&self, care: &Care) -> Vec<ContentError> {
        let days = self.days.iter();
        let steps = days.flat_map(|day| day.expected.iter().map(|(step, _)| step).chain(&day.hidden));
        let done = self.person.done.iter().map(|done| &done.what);
        let unknown_steps = steps.chain(done).filter(|step| care.step(step).is_none()).map(|step| ("step", step));
        let joined = self.person.joined.iter().map(|(pathway, _)| pathway);
        let unknown_pathways =
            joined.filter(|pathway| care.pathway(pathway).is_none()).map(|pathway| ("pathway", pathway));
        let facts = self.person.facts.iter().map(|(fact, _)| fact);
        let unknown_facts = facts.filter(|fact| care.fact(fact).is_none()).map(|fact| ("fact", fact));
        let unknown = unknown_steps.chain(unknown_pathways).chain(unknown_facts);
        let error = |(kind, id): (&str, &Id)| ContentError {
            file: self.file.clone(),
            line: self.line,
            message: format!("“{}”: there is no {kind} called “{id}”; correct the name", self.id),
        };
        unknown.map(error).collect()
    }
}

impl Reader {
    pub(crate) fn read_people(&mut self) -> Vec<Example> {
        let mut people = Vec::new();
        for path in self.files("people") {
            if let Some((text, raw)) = self.parse::<file::PersonFile>(&path) {
                let source = Source { file: &path, text: &text, prefix: "", sources: &[] };
                let number = u32::try_from(people.len()).unwrap_or_default();
                people.extend(self.example(&source, raw, number));
            }
        }
        people
    }

    fn example(&mut self, source: &Source<'_>, raw: file::PersonFile, number: u32) -> Option<Example> {
        let id = self.place(source, &raw.id, raw.id.get_ref().clone());
        let since = self.day(source, &raw.id, &raw.since)?;
        let noted = self.noted(source, &raw, since)?;
        let events = (0..).zip(&noted).map(|(event, noted): (u64, &Noted)| Event {
            id: event,
            person: number,
            noted: noted.on,
            what: noted.what.clone(),
        });
        let mut person = Record::of(events.collect()).person(number)?.clone();
        person.since = since;
        let mut days = Vec::new();
        for day in &raw.day {
            let line = source.line(&day.today);
            let today = self.day(source, &raw.id, day.today.get_ref())?;
            let expected = [
                (&day.due, State::DueNow),
                (&day.late, State::Late),
                (&day.coming, State::ToCome),
                (&day.done, State::Done),
                (&day.discuss, State::ToDiscuss),
            ];
            let expected =
                expected.iter().flat_map(|(steps, state)| steps.iter().map(|step| (step.clone(), *state))).collect();
            days.push(ExpectedDay { line, today, expected, hidden: day.hidden.clone() });
        }
        let (name, story) = (french(&raw.name), french(&raw.story));
        let today = days.first().map_or(since, |day| day.today);
        Some(Example {
            file: source.file.to_owned(),
            line: source.line(&raw.id),
            id,
            name: name.clone(),
            story: story.clone(),
            person,
            days,
            shown: typed::Example { name, story, today, noted },
        })
    }

    /// What the person's record holds.
    fn noted(&mut self, source: &Source<'_>, raw: &file::PersonFile, since: NaiveDate) -> Option<Vec<Noted>> {
        let named = What::Named { name: french(&raw.name), is_example: true };
        let mut all = vec![
            Noted { on: since, what: named },
            Noted { on: since, what: What::Born(self.day(source, &raw.id, &raw.birth)?) },
            Noted { on: since, what: What::SexIs(raw.sex) },
        ];
        if let Some(pregnancy) = &raw.pregnancy {
            all.push(Noted { on: since, what: What::Expecting(self.day(source, &raw.id, &pregnancy.due)?) });
        }
        for (facts, answer) in [(&raw.facts.yes, Answer::Yes), (&raw.facts.no, Answer::No)] {
            let said = facts.iter().map(|fact| What::Said { fact: fact.clone(), answer });
            all.extend(said.map(|what| Noted { on: since, what }));
        }
        for joined in &raw.joined {
            let on = self.day(source, &raw.id, &joined.since)?;
            all.push(Noted { on, what: What::Joined(joined.pathway.clone()) });
            for (date, day) in &joined.dates {
                let day = self.day(source, &raw.id, day)?;
                let (pathway, date) = (joined.pathway.clone(), date.clone());
                all.push(Noted { on, what: What::Dated { pathway, date, on: day } });
            }
        }
        for done in &raw.done {
            let on = match (&done.on, done.on_unknown) {
                (Some(on), false) => Some(self.day(source, &raw.id, on)?),
                (None, true) => None,
                _ => {
                    return self.refuse(
                        source,
                        &raw.id,
                        "what was done has either on = 2026-11-21 or on_unknown = true",
                    );
                }
            };
            all.push(Noted { on: on.unwrap_or(since), what: What::Done { what: done.step.clone(), on } });
        }
        Some(all)
    }
}
