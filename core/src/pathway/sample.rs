//! A small content and a person, for tests of what goes through all of it.
#![allow(clippy::unwrap_used, reason = "tests")]

use crate::content::pathway::{
    Component, Concern, Entry, Pathway, Right, Step, StepCondition, StepStatus, Target, Timing,
};
use crate::content::{
    Care, CareDraft, Fact, Landmarks, Named, Observation, Paper, Period, Reading, Review, ReviewStatus, Role, Source,
    SourceLevel,
};

use super::Person;

/// The day of the tests.
pub(super) const TODAY: &str = "2026-11-21";

fn named(id: &str, name: &str) -> Named {
    Named { id: id.to_owned(), name: name.to_owned() }
}

fn role(id: &str, name: &str) -> Role {
    Role { id: id.to_owned(), name: name.to_owned(), fulfils: None }
}

/// A step that comes every year, so that it is due while it was never done.
fn step(id: &str, title: &str, why: &str, who: &str) -> Step {
    Step {
        id: id.to_owned(),
        stage: None,
        title: title.to_owned(),
        why: why.to_owned(),
        note: None,
        component: Component::Prevention,
        who: vec![who.to_owned()],
        papers: Vec::new(),
        act: None,
        covers: Vec::new(),
        measured: None,
        status: StepStatus::Recommended,
        condition: StepCondition::default(),
        timing: Timing { every: Some(Period::months(12)), ..Timing::default() },
        sources: vec!["source".to_owned()],
        reading: Reading::ToVerify,
    }
}

fn pathway(id: &str, title: &str, entry: Entry, steps: Vec<Step>) -> Pathway {
    Pathway {
        id: id.to_owned(),
        card: id.to_owned(),
        title: title.to_owned(),
        intro: format!("Ce qui est prévu. {title}."),
        entry,
        guide: None,
        implies: Vec::new(),
        dates: Vec::new(),
        stages: Vec::new(),
        steps,
        targets: Vec::new(),
        warnings: Vec::new(),
        rights: Vec::new(),
        associations: Vec::new(),
        sources: vec!["source".to_owned()],
        review: Review { status: ReviewStatus::Unreviewed, before: TODAY.parse().unwrap() },
    }
}

/// Everybody's pathway and that of diabetes, with an act that both share.
pub(super) fn draft() -> CareDraft {
    let mut shared = step("A-GRIPPE", "Vaccin de la grippe", "Chaque automne.", "pharmacien");
    shared.act = Some("grippe".to_owned());
    let mut again = step("B-GRIPPE", "Vaccin de la grippe : diabète", "La grippe déséquilibre.", "pharmacien");
    again.act = Some("grippe".to_owned());
    let mut teeth = step("A-DENTS", "Voir le dentiste", "Pour garder ses dents.", "dentiste");
    teeth.note = Some("Aussi sans douleur.".to_owned());
    let mut eyes = step("B-YEUX", "Fond d’œil", "Pour voir tôt une rétinopathie.", "ophtalmologiste");
    eyes.papers = vec!["ordonnance".to_owned()];
    let walk = step("A-MARCHE", "Marcher", "Pour le cœur.", "moi");
    let everybody = pathway("tous", "Pour tout le monde", Entry::Everybody, vec![shared, teeth, walk]);
    let asked = Entry::Asked { ask: "Avez-vous un diabète ?".to_owned(), concern: Concern::default() };
    let mut diabetes = pathway("diabete", "Diabète de type 2", asked, vec![again, eyes]);
    diabetes.rights = vec![Right {
        id: "ald".to_owned(),
        title: "Affection de longue durée".to_owned(),
        what: "Des soins pris en charge à 100 %.".to_owned(),
        who: Vec::new(),
        ends: true,
        renew: None,
        sources: vec!["source".to_owned()],
        reading: Reading::ToVerify,
    }];
    diabetes.targets = vec![Target {
        measure: "hba1c".to_owned(),
        every: None,
        from: None,
        up_to: Some(700),
        is_below: false,
        note: None,
        sources: vec!["source".to_owned()],
        reading: Reading::ToVerify,
    }];
    CareDraft {
        landmarks: Landmarks { myself: "moi".to_owned(), ..Landmarks::default() },
        roles: vec![
            role("moi", "Vous-même"),
            role("pharmacien", "Pharmacien"),
            role("dentiste", "Chirurgien-dentiste"),
            role("ophtalmologiste", "Ophtalmologiste"),
        ],
        papers: vec![Paper { id: "ordonnance".to_owned(), name: "Ordonnance".to_owned(), renew: None }],
        acts: vec![named("grippe", "Vaccination contre la grippe")],
        facts: vec![Fact {
            id: Care::PREGNANT.to_owned(),
            ask: "Êtes-vous enceinte ?".to_owned(),
            concern: Concern::default(),
            is_computed: true,
            implies: Vec::new(),
        }],
        observations: vec![Observation {
            id: "hba1c".to_owned(),
            name: "Hémoglobine glyquée (HbA1c)".to_owned(),
            unit: "%".to_owned(),
            min: 300,
            max: 2000,
            decimals: 1,
            other_units: Vec::new(),
            code: None,
        }],
        sources: vec![Source {
            id: "source".to_owned(),
            title: "Une source".to_owned(),
            publisher: "Quelqu’un".to_owned(),
            date: "2026".to_owned(),
            address: String::new(),
            reading: Reading::ToVerify,
            level: SourceLevel::Unsaid,
            review_by: chrono::NaiveDate::MAX,
        }],
        pathways: vec![everybody, diabetes],
        ..CareDraft::default()
    }
}

/// The content of [`draft`], checked.
pub(super) fn care() -> Care {
    Care::check(draft(), &[]).unwrap()
}

/// Somebody of 52 years, on no pathway but that of everybody.
pub(super) fn person() -> Person {
    let mut person = Person::new(1, "2026-01-01".parse().unwrap());
    person.birth = Some("1974-05-03".parse().unwrap());
    person
}
