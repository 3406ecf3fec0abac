//! From the files of pathways to checked care content.

use toml::Spanned;

use sentier_core::content::pathway::{self as typed, Concern, Entry, Window};
use sentier_core::content::{
    CareDraft, Code, Device, Fact, Landmarks, Named, Observation, OtherUnit, Paper, Period, Role, Source as CareSource,
};

use crate::care_file as file;
use crate::care_lists_file;
use crate::file::AgeBand;
use crate::read::{Reader, Source};
use crate::{ContentError, french};

/// A period is written so.
const PERIOD: &str = "a period is a number and d, w, m or y, such as \"6m\"";

impl Reader {
    pub(crate) fn read_care(&mut self) -> CareDraft {
        let mut draft = CareDraft::default();
        for path in self.files("pathway-lists") {
            if let Some((text, lists)) = self.parse::<care_lists_file::Lists>(&path) {
                let source = Source { file: &path, text: &text, prefix: "", sources: &[] };
                self.care_lists(&source, lists, &mut draft);
            }
        }
        if draft.landmarks == Landmarks::default() && !draft.roles.is_empty() {
            let message = "no list has [landmarks]; write it, as content/pathways/README.md says".to_owned();
            self.errors.push(ContentError { file: "pathway-lists".into(), line: 1, message });
        }
        for path in self.files("pathways") {
            if let Some((text, raw)) = self.parse::<file::Pathway>(&path) {
                let source = Source { file: &path, text: &text, prefix: "", sources: &raw.sources };
                draft.pathways.extend(self.pathway(&source, &raw));
            }
        }
        draft
    }

    fn care_lists(&mut self, source: &Source<'_>, lists: care_lists_file::Lists, draft: &mut CareDraft) {
        let mut named = |id: &Spanned<String>, name: &str| Named {
            id: self.place(source, id, id.get_ref().clone()),
            name: french(name),
        };
        draft.acts.extend(lists.act.iter().map(|raw| named(&raw.id, &raw.title)));
        for raw in &lists.role {
            let id = self.place(source, &raw.id, raw.id.get_ref().clone());
            draft.roles.push(Role { id, name: french(&raw.name), fulfils: raw.fulfils.clone() });
        }
        if let Some(raw) = lists.landmarks {
            self.place(source, &raw, "landmarks".to_owned());
            let raw = raw.into_inner();
            draft.landmarks = Landmarks {
                myself: raw.myself,
                near: raw.near,
                own_doctor: raw.own_doctor,
                visit: raw.visit,
                visit_after_hospital: raw.visit_after_hospital,
                discharge: raw.discharge,
                letters: raw.letters,
                complex: raw.complex,
                emergency_roles: raw.emergency_roles,
                emergency_papers: raw.emergency_papers,
                together: raw.together,
                vaccines: raw.vaccines,
                due_date_loinc: raw.due_date_loinc,
            };
        }
        for raw in &lists.paper {
            let id = self.place(source, &raw.id, raw.id.get_ref().clone());
            let renew = self.period(source, &raw.id, raw.renew.as_deref());
            draft.papers.push(Paper { id, name: french(&raw.name), renew });
        }
        for raw in &lists.fact {
            let id = self.place(source, &raw.id, raw.id.get_ref().clone());
            let concern = self.concern(source, &raw.id, raw.sex, raw.age.as_ref());
            draft.facts.push(Fact {
                id,
                ask: french(&raw.ask),
                concern,
                is_computed: raw.computed,
                implies: raw.implies.clone(),
            });
        }
        for raw in lists.observation {
            let id = self.place(source, &raw.id, raw.id.get_ref().clone());
            let unit = |raw: care_lists_file::OtherUnit| {
                let care_lists_file::OtherUnit { unit, ucum, times, plus } = raw;
                OtherUnit { unit, ucum, times, plus }
            };
            let code = raw.code.map(|code| Code {
                loinc: code.loinc,
                also: code.also,
                panel: code.panel,
                ucum: code.ucum,
                read: code.read.into_iter().map(unit).collect(),
                sources: code.sources,
            });
            draft.observations.push(Observation {
                id,
                name: french(&raw.name),
                unit: raw.unit,
                min: hundredths(raw.min),
                max: hundredths(raw.max),
                decimals: raw.decimals.min(2),
                other_units: raw.other_units.into_iter().map(unit).collect(),
                code,
            });
        }
        for raw in lists.device {
            let id = self.place(source, &raw.id, raw.id.get_ref().clone());
            let care_lists_file::Device { name, day, form, time, values, sources, .. } = raw;
            draft.devices.push(Device { id, name: french(&name), day, form, time, values, sources });
        }
        for raw in lists.season {
            let id = self.place(source, &raw.id, raw.id.get_ref().clone());
            let mut campaigns = Vec::new();
            for campaign in &raw.campaigns {
                let days = self.day(source, &raw.id, &campaign.from).zip(self.day(source, &raw.id, &campaign.until));
                campaigns.extend(days.map(|(from, until)| typed::Campaign { from, until }));
            }
            let usual = raw.usual.and_then(|usual| {
                let days = month_day(&usual.from).zip(month_day(&usual.until)).map(|(from, until)| [from, until]);
                days.or_else(|| self.refuse(source, &raw.id, "a usual day is a month and a day, such as \"10-15\""))
            });
            draft.seasons.push(typed::Season { id, name: french(&raw.name), campaigns, usual, sources: raw.sources });
        }
        for raw in lists.source {
            draft.sources.extend(self.care_source(source, raw, lists.review_by));
        }
    }

    /// A source, given the day at the head of its file by which it must be read again.
    pub(crate) fn care_source(
        &mut self,
        source: &Source<'_>,
        raw: care_lists_file::Source,
        review_by: Option<toml::value::Datetime>,
    ) -> Option<CareSource> {
        let id = self.place(source, &raw.id, raw.id.get_ref().clone());
        let review_by = self.review_by(source, &raw.id, raw.review_by.or(review_by))?;
        Some(CareSource {
            id,
            title: french(&raw.title),
            publisher: french(&raw.publisher),
            date: french(&raw.date),
            address: raw.address,
            reading: raw.reading,
            level: raw.level,
            review_by,
        })
    }

    fn pathway(&mut self, source: &Source<'_>, raw: &file::Pathway) -> Option<typed::Pathway> {
        let id = self.place(source, &raw.id, raw.id.get_ref().clone());
        let review = self.review(source, &raw.id, &raw.review)?;
        let (sex, age) = raw.only_for.as_ref().map_or((None, None), |only| (only.sex, only.age.as_ref()));
        let concern = self.concern(source, &raw.id, sex, age);
        let entry = match (&raw.join, raw.everybody) {
            (Some(ask), false) => Entry::Asked { ask: french(ask), concern },
            (None, true) => Entry::Everybody,
            _ => return self.refuse(source, &raw.id, "a pathway has either a `join` question or everybody = true"),
        };
        let guide = raw.guide.as_ref().map(|title| typed::Guide {
            title: french(title),
            reading: raw.guide_reading.unwrap_or(sentier_core::content::Reading::ToVerify),
            sources: raw.guide_sources.clone(),
        });
        let mut steps = Vec::new();
        for step in &raw.step {
            steps.extend(self.step(source, step));
        }
        let own = |sources: &[String]| if sources.is_empty() { raw.sources.clone() } else { sources.to_vec() };
        let mut targets = Vec::new();
        for target in &raw.target {
            let (up_to, is_below) = match (target.below, target.at_most) {
                (None, at_most) => (at_most, false),
                (below, None) => (below, true),
                _ => return self.refuse(source, &raw.id, "a target has either below or at_most; write one of them"),
            };
            targets.push(typed::Target {
                measure: target.measure.clone(),
                every: self.period(source, &raw.id, target.every.as_deref()),
                from: target.from.map(hundredths),
                up_to: up_to.map(hundredths),
                is_below,
                note: target.note.as_deref().map(french),
                sources: own(&target.sources),
                reading: target.reading,
            });
        }
        let warnings = raw.warning.iter().map(|warning| typed::Warning {
            text: french(&warning.text),
            level: warning.level,
            motif: warning.motif.clone(),
            sources: own(&warning.sources),
            reading: warning.reading,
        });
        let mut rights = Vec::new();
        for right in &raw.right {
            rights.push(typed::Right {
                id: right.id.clone(),
                title: french(&right.title),
                what: french(&right.what),
                who: right.who.clone(),
                ends: right.ends,
                renew: self.period(source, &raw.id, right.renew.as_deref()),
                sources: own(&right.sources),
                reading: right.reading,
            });
        }
        Some(typed::Pathway {
            id,
            card: raw.card.clone(),
            title: french(&raw.title),
            intro: french(&raw.intro),
            entry,
            guide,
            implies: raw.implies.clone(),
            dates: raw
                .date
                .iter()
                .map(|date| typed::AskedDate {
                    id: date.id.clone(),
                    ask: french(&date.ask),
                    is_required: date.required,
                })
                .collect(),
            stages: raw
                .stage
                .iter()
                .map(|stage| typed::Stage { id: stage.id.clone(), title: french(&stage.title) })
                .collect(),
            steps,
            targets,
            warnings: warnings.collect(),
            rights,
            associations: raw
                .association
                .iter()
                .map(|other| typed::Association { name: french(&other.name), reading: other.reading })
                .collect(),
            sources: raw.sources.clone(),
            review,
        })
    }

    fn step(&mut self, source: &Source<'_>, raw: &file::Step) -> Option<typed::Step> {
        let id = self.place(source, &raw.id, raw.id.get_ref().clone());
        let born_from = match &raw.born_from {
            Some(day) => Some(self.day(source, &raw.id, day)?),
            None => None,
        };
        let window = self.window(source, raw)?;
        let has_end = match &window {
            Window::Always => false,
            Window::Age { below, .. } | Window::Date { below, .. } | Window::Step { below, .. } => below.is_some(),
            Window::Weeks { below, .. } => below.is_some(),
        };
        let catch_up = self.period(source, &raw.id, raw.catch_up_below.as_deref());
        let after_window = match (raw.after_window, &raw.next, has_end) {
            (Some(file::AfterWindow::CatchUp), None, _) => typed::AfterWindow::CatchUp(catch_up),
            (Some(file::AfterWindow::Next), Some(next), _) => typed::AfterWindow::Next(next.clone()),
            (Some(file::AfterWindow::Lost), None, _) => typed::AfterWindow::Lost,
            (Some(file::AfterWindow::Discuss), None, _) => typed::AfterWindow::Discuss,
            (Some(file::AfterWindow::None), None, _) | (None, None, false) => typed::AfterWindow::Nothing,
            _ => {
                let what = "a window that closes says what comes then: after_window = \"catch-up\", \"discuss\", \"lost\" or \"none\", or \"next\" with next = \"…\"";
                return self.refuse(source, &raw.id, what);
            }
        };
        let wait = raw.wait_after.as_ref().and_then(|wait| {
            let at_least = self.period(source, &raw.id, Some(&wait.at_least))?;
            Some(typed::Wait { steps: wait.steps.clone(), at_least, is_required: wait.required })
        });
        let mut series = Vec::new();
        for gap in &raw.series {
            series.extend(self.period(source, &raw.id, Some(gap)));
        }
        Some(typed::Step {
            id,
            stage: raw.stage.clone(),
            title: french(&raw.title),
            why: french(&raw.why),
            note: raw.note.as_deref().map(french),
            component: raw.component,
            who: raw.who.clone(),
            papers: raw.papers.clone(),
            act: raw.act.clone(),
            covers: raw.covers.clone(),
            measured: self.readings(source, raw),
            status: raw.status,
            condition: typed::StepCondition {
                sex: raw.sex,
                born_from,
                all_of: raw.all_of.clone(),
                any_of: raw.any_of.clone(),
                unless: raw.unless.clone(),
                depends: raw.depends.as_deref().map(french),
            },
            timing: typed::Timing {
                window,
                wait,
                every: self.period(source, &raw.id, raw.every.as_deref()),
                series,
                season: raw.season.clone(),
                after_window,
                counts_ever: raw.counts.is_some(),
            },
            sources: if raw.sources.is_empty() { source.sources.to_vec() } else { raw.sources.clone() },
            reading: raw.reading,
        })
    }

    /// The values that make a step done; a day where the file says no more.
    fn readings(&mut self, source: &Source<'_>, raw: &file::Step) -> Option<typed::Readings> {
        match raw.measured.as_ref()? {
            file::Measured::Once(of) => Some(typed::Readings { of: of.clone(), at_least: 1, within: Period::days(1) }),
            file::Measured::Series(file::Readings { of, at_least, within }) => {
                let within = self.period(source, &raw.id, Some(within))?;
                Some(typed::Readings { of: of.clone(), at_least: *at_least, within })
            }
        }
    }

    fn window(&mut self, source: &Source<'_>, raw: &file::Step) -> Option<Window> {
        match (&raw.age, &raw.weeks, &raw.after) {
            (None, None, None) => Some(Window::Always),
            (Some(age), None, None) => {
                let concern = self.concern(source, &raw.id, None, Some(age));
                Some(Window::Age { from: concern.from, below: concern.below })
            }
            (None, Some(weeks), None) => Some(Window::Weeks { from: weeks.from, below: weeks.below }),
            (None, None, Some(after)) => {
                let from = self.period(source, &raw.id, Some(&after.from))?;
                let below = self.period(source, &raw.id, after.below.as_deref());
                match (&after.date, &after.step) {
                    (Some(date), None) => Some(Window::Date { date: date.clone(), from, below }),
                    (None, Some(step)) => Some(Window::Step { step: step.clone(), from, below }),
                    _ => self.refuse(source, &raw.id, "`after` counts from a date or from a step; write one of them"),
                }
            }
            _ => self.refuse(source, &raw.id, "a step has one of `age`, `weeks` and `after`; keep one"),
        }
    }

    fn concern(
        &mut self,
        source: &Source<'_>,
        id: &Spanned<String>,
        sex: Option<sentier_core::content::Sex>,
        age: Option<&AgeBand>,
    ) -> Concern {
        let (from, below) = age.map_or((None, None), |age| (age.from.as_deref(), age.below.as_deref()));
        Concern { sex, from: self.period(source, id, from), below: self.period(source, id, below) }
    }

    fn period(&mut self, source: &Source<'_>, id: &Spanned<String>, text: Option<&str>) -> Option<Period> {
        let text = text?;
        Period::parse(text).or_else(|| self.refuse(source, id, PERIOD))
    }

    pub(crate) fn day(
        &mut self,
        source: &Source<'_>,
        id: &Spanned<String>,
        raw: &toml::value::Datetime,
    ) -> Option<chrono::NaiveDate> {
        raw.to_string().parse().ok().or_else(|| self.refuse(source, id, "a day is written 2026-11-21"))
    }
}

/// A value in hundredths of its unit.
#[allow(clippy::cast_possible_truncation, reason = "measures are small numbers with two decimals at most")]
fn hundredths(value: f64) -> i64 {
    (value * 100.0).round() as i64
}

/// A month and a day, as "10-15".
fn month_day(text: &str) -> Option<(u32, u32)> {
    let (month, day) = text.split_once('-')?;
    month.parse().ok().zip(day.parse().ok())
}
