//! The care team and who does what; papers; questions for the next appointment; whom to call when it gets complex.

use chrono::NaiveDate;
use leptos::prelude::*;
use sentier_core::content::{Care, Id};
use sentier_core::pathway::{Dashboard, Item, Member, Person, tasks};
use sentier_core::record::What;

use super::papers;
use crate::care::{CareState, open};
use crate::route::CareRoute;
use crate::text::text;
use crate::ui::kit::{block, button, fold, heading, item, line_of, lines, link, list, paragraph, strong, subheading};
use crate::ui::small_form::{Fault, beside, choice, small_form, typed, words};
use crate::ui::sources_list::sources_list;
use crate::ui::state_mark::{when, word};

/// So many things of one person are shown at once.
const MOST_SHOWN: usize = 5;

/// A number to call has at least so many figures: 15 is one.
const LEAST_FIGURES: usize = 2;

/// The care team, papers and questions of the person looked at.
pub fn team(care: CareState) -> AnyView {
    let view = care.with_dashboard(|content, person, dashboard, today| {
        let t = text();
        block(
            "team",
            vec![
                heading(t.team_title),
                paragraph("lead", t.team_lead),
                subheading(t.team_who),
                members(care, content, person, dashboard, today),
                missing(care, content, person, dashboard, today),
                new_member(care, content),
                papers::papers(care, content, person, today),
                questions(care, person),
                complex(content),
            ],
        )
    });
    view.unwrap_or_else(|| ().into_any())
}

/// Everybody of the team, each with what is theirs to do.
fn members(care: CareState, content: &Care, person: &Person, dashboard: &Dashboard<'_>, today: NaiveDate) -> AnyView {
    let t = text();
    if person.team.is_empty() {
        return paragraph("", t.team_nobody);
    }
    let lines = person.team.iter().map(|member| {
        let items = tasks::of_role(dashboard, &member.role, today);
        let event = member.event;
        let remove = move || care.note(vec![What::Undone(event)], text().team_removed.to_owned());
        item(vec![
            line_of("member-name", vec![strong(member.name.clone())]),
            paragraph("member-role", content.role(&member.role)),
            reach(member),
            things(care, &items, t.team_nothing),
            beside(t.team_remove, member.name.clone(), Box::new(remove)),
        ])
    });
    list("members", lines.collect())
}

/// How to reach somebody: a number can be called at once.
fn reach(member: &Member) -> AnyView {
    let said = member.reach.clone();
    let figures: String = said.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
    let is_number = said.chars().all(|c| c.is_ascii_digit() || c.is_whitespace() || matches!(c, '+' | '.' | '-'));
    if said.is_empty() {
        ().into_any()
    } else if is_number && figures.len() >= LEAST_FIGURES {
        line_of("member-reach", vec![link("call-link", format!("tel:{figures}"), said)])
    } else {
        paragraph("member-reach", said)
    }
}

/// Things to do, each opening its own; `nothing` where there is none.
fn things(care: CareState, items: &[&Item<'_>], nothing: &'static str) -> AnyView {
    if items.is_empty() {
        return paragraph("hint", nothing);
    }
    let today = care.now(|model| model.today);
    let one = |thing: &&Item<'_>| {
        let key = thing.key.clone();
        let when = when(&thing.status, today);
        let state = word(thing.status.state);
        let said = if when.is_empty() { state.to_owned() } else { format!("{state} · {when}") };
        let press = move || open(care, CareRoute::Step, key.clone());
        item(vec![button("task", thing.title, Box::new(press)), paragraph("task-when", said)])
    };
    let (first, rest) = items.split_at(items.len().min(MOST_SHOWN));
    let mut parts = vec![list("tasks", first.iter().map(one).collect())];
    if !rest.is_empty() {
        let summary = format!("{} ({})", text().team_more, rest.len());
        parts.push(fold("more", false, summary, vec![list("tasks", rest.iter().map(one).collect())]));
    }
    block("does", parts)
}

/// What is due and nobody of the team does yet.
fn missing(care: CareState, content: &Care, person: &Person, dashboard: &Dashboard<'_>, today: NaiveDate) -> AnyView {
    let t = text();
    let unfilled = tasks::unfilled(content.landmarks(), dashboard, person, today);
    if unfilled.is_empty() {
        return ().into_any();
    }
    let groups = unfilled.iter().map(|(roles, items)| {
        let roles: Vec<&str> = roles.iter().map(|role| content.role(role)).collect();
        item(vec![line_of("member-role", vec![strong(roles.join(", "))]), things(care, items, "")])
    });
    let summary = format!("{} ({})", t.team_missing, unfilled.len());
    fold("unfilled", true, summary, vec![paragraph("hint", t.team_missing_lead), list("members", groups.collect())])
}

/// A form for one more of the team.
fn new_member(care: CareState, content: &Care) -> AnyView {
    let t = text();
    let (role, name, reach) =
        (RwSignal::new(String::new()), RwSignal::new(String::new()), RwSignal::new(String::new()));
    let fault = Fault::none("member-fault");
    let roles = content.draft().roles.iter().filter(|role| role.id != content.landmarks().myself);
    let roles = roles.map(|role| (role.id.clone(), role.name.clone())).collect();
    let send = move || {
        let (role, name, reach): (Id, String, String) = (words(role), words(name), words(reach));
        if role.is_empty() {
            return Err(fault.say("member-role", t.team_role_missing));
        }
        if name.is_empty() {
            return Err(fault.say("member-name", t.team_name_missing));
        }
        care.note(vec![What::Member { role, name, reach }], t.team_noted.to_owned());
        Ok(())
    };
    let form = small_form(
        fault,
        vec![
            choice(fault, "member-role", t.team_role, roles, role),
            typed(fault, "member-name", t.team_name, t.team_name_hint, "80", name),
            typed(fault, "member-reach", t.team_reach, t.team_reach_hint, "80", reach),
        ],
        t.team_add,
        Box::new(send),
    );
    fold("new", false, t.team_new, vec![form])
}

/// The questions for the next appointment; what was asked goes.
fn questions(care: CareState, person: &Person) -> AnyView {
    let t = text();
    let question = RwSignal::new(String::new());
    let fault = Fault::none("question-fault");
    let send = move || {
        let asked = words(question);
        if asked.is_empty() {
            return Err(fault.say("question", t.team_question_missing));
        }
        care.note(vec![What::Question(asked)], t.team_noted.to_owned());
        Ok(())
    };
    let lines = person.questions.iter().map(|asked| {
        let event = asked.event;
        let remove = move || care.note(vec![What::Undone(event)], text().team_asked_noted.to_owned());
        let about = format!("«\u{a0}{}\u{a0}»", asked.text);
        item(vec![paragraph("", asked.text.clone()), beside(t.team_asked, about, Box::new(remove))])
    });
    let known = if person.questions.is_empty() {
        paragraph("hint", t.team_no_question)
    } else {
        list("questions", lines.collect())
    };
    let field = typed(fault, "question", t.team_question, t.team_question_hint, "300", question);
    block(
        "team-part",
        vec![subheading(t.team_questions), known, small_form(fault, vec![field], t.team_question_add, Box::new(send))],
    )
}

/// When a team for complex situations is worth calling, as its step says.
fn complex(content: &Care) -> AnyView {
    let Some((_, step)) = content.step(&content.landmarks().complex) else {
        return ().into_any();
    };
    let mut parts = vec![line_of("", vec![strong(step.title.clone())]), paragraph("", step.why.clone())];
    parts.push(lines("", step.condition.depends.iter().chain(&step.note).cloned().collect()));
    parts.push(sources_list(content, &step.sources, step.reading));
    block("team-part", vec![subheading(text().team_complex), block("complex", parts)])
}
