//! Somebody new: three questions, then their calendar; or a fictional person, to try.

use leptos::prelude::*;
use sentier_core::content::{Example, Sex};
use sentier_core::pathway::{dates, identity};
use sentier_core::record::What;

use crate::browser::location;
use crate::care::CareState;
use crate::route::{CareRoute, Route};
use crate::text::text;
use crate::ui::date_text;
use crate::ui::identity_text;
use crate::ui::kit::{
    Problem, block, button, field, fieldset, fold, form, heading, item, list, paragraph, radio, strong, submit_button,
};

/// Where nothing was chosen.
const NONE: usize = usize::MAX;

/// The screen for somebody new; `is_another` where somebody is known already.
pub fn welcome(care: CareState, is_another: bool) -> AnyView {
    let t = text();
    let name = RwSignal::new(if is_another { String::new() } else { t.welcome_me.to_owned() });
    let birth = RwSignal::new(care.take_birth().map(dates::figures).unwrap_or_default());
    let sex = RwSignal::new(NONE);
    let pregnant = RwSignal::new(NONE);
    let due = RwSignal::new(String::new());
    let problem = Problem::none();
    let choose = move |group: &'static str, chosen: RwSignal<usize>, place: usize, label: &'static str| {
        let change = move |_| {
            chosen.set(place);
            problem.clear();
        };
        radio(group, "chip", label, Box::new(move || chosen.get() == place), Box::new(change))
    };
    let submit = move || match noted(care, &name, &birth, sex, pregnant, &due) {
        Ok(what) => {
            care.add_person(what);
            location::go(&Route::Care(CareRoute::Dashboard).hash());
        }
        Err(sentence) => problem.say(sentence),
    };
    let pregnancy = move || {
        if sex.get() != 0 {
            return ().into_any();
        }
        let asked = fieldset(
            "choices-row",
            strong(t.welcome_pregnant),
            vec![choose("pregnant", pregnant, 0, t.welcome_yes), choose("pregnant", pregnant, 1, t.welcome_no)],
        );
        let due = move || match pregnant.get() {
            0 => {
                block("asked", vec![field("due", t.welcome_due, "text", "30", due, Box::new(move || problem.clear()))])
            }
            _ => ().into_any(),
        };
        block("pregnancy", vec![asked, due.into_any()])
    };
    let title = if is_another { t.welcome_another } else { t.welcome_title };
    let form = form(
        "welcome",
        Box::new(submit),
        vec![
            problem.view(),
            heading(title),
            paragraph("lead", t.welcome_lead),
            field("name", t.welcome_name, "text", "40", name, Box::new(move || problem.clear())),
            field("birth", t.welcome_birth, "text", "30", birth, Box::new(move || problem.clear())),
            fieldset(
                "choices-row",
                strong(t.person_sex),
                vec![choose("sex", sex, 0, t.person_female), choose("sex", sex, 1, t.person_male)],
            ),
            pregnancy.into_any(),
            block(
                "actions",
                vec![submit_button(Box::new(|| text().welcome_go.to_owned())), paragraph("hint", t.welcome_kept)],
            ),
        ],
    );
    block("screen", vec![form, examples(care)])
}

/// What the record begins with, or the sentence that says what is missing.
fn noted(
    care: CareState,
    name: &RwSignal<String>,
    birth: &RwSignal<String>,
    sex: RwSignal<usize>,
    pregnant: RwSignal<usize>,
    due: &RwSignal<String>,
) -> Result<Vec<What>, &'static str> {
    let t = text();
    let today = care.now(|model| model.today);
    let name = name.get_untracked().trim().to_owned();
    if name.is_empty() {
        return Err(t.welcome_name_missing);
    }
    let birth = dates::parse(&birth.get_untracked()).map_err(date_text::problem)?;
    let birth = identity::birth(birth, today).map_err(identity_text::problem)?;
    let sex = match sex.get_untracked() {
        0 => Sex::Female,
        1 => Sex::Male,
        _ => return Err(t.person_sex_missing),
    };
    let mut what = vec![What::Named { name, is_example: false }, What::Born(birth), What::SexIs(sex)];
    if sex == Sex::Female {
        match pregnant.get_untracked() {
            0 => {
                let due = dates::parse(&due.get_untracked()).map_err(date_text::problem)?;
                what.push(What::Expecting(identity::due(due, today).map_err(identity_text::problem)?));
            }
            1 => {}
            _ => return Err(t.welcome_pregnant_missing),
        }
    }
    Ok(what)
}

/// The fictional persons, for whoever wants to see before they write.
fn examples(care: CareState) -> AnyView {
    let t = text();
    let examples: Vec<Example> =
        care.now(|model| model.care.as_ref().map(|care| care.draft().examples.clone()).unwrap_or_default());
    let lines = examples.into_iter().map(|example| {
        let (name, story) = (example.name.clone(), example.story.clone());
        let take = move || {
            care.add_example(&example);
            location::go(&Route::Care(CareRoute::Dashboard).hash());
        };
        item(vec![button("door", name, Box::new(take)), paragraph("hint", story)])
    });
    fold(
        "examples",
        false,
        t.welcome_example,
        vec![paragraph("hint", t.welcome_example_lead), list("found", lines.collect())],
    )
}
