//! Where to go now: whom to contact at this hour and in this territory, in order, and what that rests on.

use chrono::NaiveDate;
use leptos::prelude::*;
use sentier_core::content::{Duty, Id, Library, Urgency, Why};
use sentier_core::orientation::{Advice, Asked, Hours, Local, Opening, Step, Voice, advise, beside};
use sentier_core::triage::Known;

use super::date_text::{clock, near};
use super::kit::{block, item, leveled, lines, list, paragraph};
use super::local_places::one as local_place;
use super::place_form::place_form;
use super::services::services;
use super::step_details::{costs, details, written};
use super::ways::{pieces, ways};
use crate::place::LocalTime;
use crate::state::{Arrival, State};
use crate::text::text;

/// What an advice is asked for: the exit of a verdict.
#[derive(Clone, Copy)]
struct Wanted {
    state: State,
    level: Urgency,
    way: StoredValue<Id>,
}

/// All that the list shows. While it is the same, nothing is drawn anew at a new minute: focus and open folds stay.
#[derive(Clone, PartialEq)]
struct Plan {
    steps: Vec<(Id, Option<Why>, Opening)>,
    territory: Option<Id>,
    voice: Voice,
    day: NaiveDate,
    duty: Duty,
    local: Vec<(Id, Hours)>,
}

/// Whom to contact, and what to do when nobody answers. Before the content has arrived, the exit of the verdict alone.
pub fn where_now(state: State, level: Urgency, way: Id) -> AnyView {
    let wanted = Wanted { state, level, way: StoredValue::new(way) };
    let is_here = Memo::new(move |_| state.around.with(|around| around.arrival == Arrival::Here));
    let plan = Memo::new(move |_| if is_here.get() { wanted.plan() } else { None });
    let is_advised = Memo::new(move |_| plan.with(Option::is_some));
    let body = move || {
        let is_advised = is_advised.get();
        untrack(|| if is_advised { advised(wanted, plan) } else { exit_alone(wanted) })
    };
    leveled("contact", level, vec![body.into_any()])
}

/// When life is at stake nothing stands before the call; else the hour says why the list begins as it does.
fn advised(wanted: Wanted, plan: Memo<Option<Plan>>) -> AnyView {
    let basis = (move || wanted.read(basis)).into_any();
    let steps = move || {
        plan.track();
        untrack(|| {
            let voice = wanted.state.place.voice.get();
            wanted
                .read(|library, advice, _| wanted.local(library, advice, |local| steps(library, advice, local, voice)))
        })
    };
    let more = move || {
        plan.track();
        untrack(|| wanted.read(|library, advice, _| vec![details(library, advice), costs(library, advice)]))
    };
    let found = untrack(|| wanted.read(|library, advice, _| services(library, &advice.services)));
    let steps = steps.into_any();
    let first = if wanted.level >= Urgency::Emergency { [steps, basis] } else { [basis, steps] };
    let mut parts: Vec<AnyView> = first.into_iter().collect();
    parts.extend([wanted.unreachable(), place_form(wanted.state), found.into_any(), more.into_any()]);
    block("where-now", parts)
}

/// The ways that a result shows at this minute; the exit of the verdict alone before the content has arrived.
pub fn ways_shown(state: State, level: Urgency, way: Id) -> Vec<Id> {
    let wanted = Wanted { state, level, way: StoredValue::new(way) };
    let mut shown = vec![wanted.way.get_value()];
    let advised = wanted.read(|_, advice, _| advice.steps.iter().map(|step| step.way.id.clone()).collect::<Vec<_>>());
    for way in advised.into_iter().flatten() {
        if !shown.contains(&way) {
            shown.push(way);
        }
    }
    shown
}

fn exit_alone(wanted: Wanted) -> AnyView {
    let exit = wanted.state.now(|model, _| wanted.way.with_value(|way| ways(&model.library, way)));
    block("where-now", vec![exit, wanted.unreachable()])
}

impl Wanted {
    /// Reads the advice of this minute, and follows what it rests on; none where the clock shows no day.
    fn read<T>(self, read: impl FnOnce(&Library, &Advice<'_>, LocalTime) -> T) -> Option<T> {
        let place = self.state.place;
        let (chosen, voice) = (place.territory.get(), place.voice.get());
        self.state.now(|model, _| {
            let library = &model.library;
            let territory = library.orientation().territory(&chosen);
            let time = place.time_in(territory)?;
            let way = self.way.with_value(|way| library.way(way))?;
            let (level, motifs, moment) = (self.level, model.session.motifs.as_slice(), time.moment);
            let age = model.session.answers.age.and_then(Known::value);
            let advice = advise(library, &Asked { level, way, motifs, age, territory, moment, voice });
            Some(read(library, &advice, time))
        })
    }

    /// Reads the places of hosts that stand beside the ways of an advice; none before who does what has arrived.
    fn local<T>(self, library: &Library, advice: &Advice<'_>, read: impl FnOnce(&[Local<'_>]) -> T) -> T {
        let basis = &advice.basis;
        let own = self.way.get_value();
        let ways: Vec<&Id> = advice.steps.iter().map(|step| &step.way.id).chain([&own]).collect();
        self.state.system.now(|system| {
            let found = system.map(|system| {
                let level = Some(self.level);
                beside(system, library.orientation(), level, basis.territory, basis.moment, &ways)
            });
            read(&found.unwrap_or_default())
        })
    }

    fn plan(self) -> Option<Plan> {
        let voice = self.state.place.voice.get();
        self.state.system.arrival();
        self.read(|library, advice, time| {
            let of_step = |step: &Step<'_>| (step.way.id.clone(), step.because.map(|said| said.why), step.opening);
            Plan {
                steps: advice.steps.iter().map(of_step).collect(),
                territory: advice.basis.territory.map(|territory| territory.id.clone()),
                voice,
                day: time.moment.day(),
                duty: advice.basis.duty,
                local: self.local(library, advice, |local| {
                    local.iter().map(|local| (local.place.id.clone(), local.hours)).collect()
                }),
            }
        })
    }

    fn unreachable(self) -> AnyView {
        let said = self.state.now(|model, _| model.library.level(self.level).map(|advice| advice.unreachable.clone()));
        lines("unreachable", said.into_iter().filter(|said| !said.is_empty()).collect())
    }
}

/// The ways, the first one large. Places of hosts that are open come directly after the way beside which they stand;
/// closed ones at the end.
fn steps(library: &Library, advice: &Advice<'_>, local: &[Local<'_>], voice: Voice) -> AnyView {
    let today = advice.basis.moment.day();
    let Some((first, others)) = advice.steps.split_first() else { return ().into_any() };
    let mut parts = vec![block("way-main", one(library, first, "call", voice, today))];
    let (closed, mut open): (Vec<_>, Vec<_>) =
        local.iter().partition(|local| matches!(local.hours, Hours::Closed { .. }));
    let mut after = |step: &Step<'_>| {
        let (here, later) =
            std::mem::take(&mut open).into_iter().partition(|local| local.place.beside.contains(&step.way.id));
        open = later;
        places(here, today)
    };
    let mut lines = after(first);
    for step in others {
        lines.push(item(one(library, step, "call second", voice, today)));
        lines.extend(after(step));
    }
    lines.extend(places(open, today));
    lines.extend(places(closed, today));
    if !lines.is_empty() {
        parts.push(list("ways-beside", lines));
    }
    block("ways", parts)
}

fn places(local: Vec<&Local<'_>>, today: NaiveDate) -> Vec<AnyView> {
    local.into_iter().map(|local| item(vec![local_place(local, today)])).collect()
}

/// What to do, when they are there, why; in writing for whoever cannot speak.
fn one(library: &Library, step: &Step<'_>, class: &'static str, voice: Voice, today: NaiveDate) -> Vec<AnyView> {
    let mut said = pieces(library, &step.way.id, class);
    said.extend(opening(step.opening, today).map(|opening| paragraph("way-when", opening)));
    said.extend(step.because.map(|because| paragraph("way-why", because.said.clone())));
    if voice == Voice::Silent {
        said.extend(step.written.map(|channel| paragraph("way-written", written(channel))));
    }
    said
}

/// That somebody is often closed, and the day on which they open; nothing where nothing says so.
fn opening(opening: Opening, today: NaiveDate) -> Option<String> {
    let t = text();
    match opening {
        Opening::Open => None,
        Opening::Closed { again: None } => Some(t.go_closed.to_owned()),
        Opening::Closed { again: Some(day) } => {
            let day = if day == today { t.go_today.to_owned() } else { near(day) };
            Some(format!("{} · {} {day}", t.go_closed, t.go_again))
        }
    }
}

/// The time that the advice rests on, whose it is, and what is uncertain about the territory.
fn basis(_: &Library, advice: &Advice<'_>, time: LocalTime) -> AnyView {
    let t = text();
    let basis = &advice.basis;
    let territory = basis.territory.filter(|_| time.is_of_territory);
    let whose =
        territory.map_or(t.go_time_here.to_owned(), |territory| format!("{}, {}", t.go_time_there, territory.name));
    let words = basis.words.map(|words| words.said.as_str()).unwrap_or_default();
    let mut said = vec![t.labelled(&format!("{whose} ({})", clock(basis.moment)), words)];
    said.extend(basis.holiday.map(|holiday| format!("{}.", t.labelled(t.go_holiday, &holiday.name))));
    said.extend(basis.territory.and_then(|territory| territory.note.clone()));
    block("basis", said.into_iter().map(|said| paragraph("", said)).collect())
}
