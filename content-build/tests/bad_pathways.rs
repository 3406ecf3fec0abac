//! Each kind of mistake in pathways and persons is refused with its file, its line and what to do.
#![allow(missing_docs, clippy::unwrap_used, clippy::panic, reason = "tests")]

mod common;

use std::fs;
use std::path::Path;

use common::Copy;
use sentier_content_build::read;

const DIABETES: &str = "pathways/p03-diabete-type-2.toml";
const LISTS: &str = "pathway-lists/base.toml";
const WOMAN: &str = "people/09-femme-52-ans.toml";

/// A step with one line more or other than it needs.
fn step(more: &str) -> String {
    let body = "id = \"P03-NEUF\"\ntitle = \"x\"\nwhy = \"x\"\ncomponent = \"prevention\"\nreading = \"extract\"";
    let who = if more.contains("who =") { "" } else { "\nwho = [\"moi\"]" };
    format!("[[step]]\n{body}{who}\n{more}")
}

/// A step that is refused, with what the refusal says.
fn refused(test: &str, more: &str, what: &str) {
    let content = Copy::new(test);
    content.append(DIABETES, &step(more));
    content.refused(DIABETES, "P03-NEUF", what);
}

#[test]
fn a_name_that_does_not_exist_is_refused() {
    refused("care-role", "who = [\"mage\"]", "no role called “mage”");
    refused("care-fact", "all_of = [\"jamais-vu\"]", "no fact called “jamais-vu”");
    refused("care-unless", "unless = [\"jamais-vu\"]", "no fact called “jamais-vu”");
    refused("care-act", "act = \"jamais-vu\"", "no act called “jamais-vu”");
    refused("care-paper", "papers = [\"jamais-vu\"]", "no paper called “jamais-vu”");
    refused("care-stage", "stage = \"jamais-vu\"", "no stage called “jamais-vu”");
    refused("care-season", "season = \"jamais-vu\"", "no season called “jamais-vu”");
    refused("care-source", "sources = [\"jamais-vu\"]", "no source called “jamais-vu”");
    refused("care-date", "after = { date = \"jamais-vu\", from = \"1m\" }", "no date called “jamais-vu”");
    refused("care-step", "after = { step = \"jamais-vu\", from = \"1m\" }", "no step called “jamais-vu”");
    refused("care-wait", "wait_after = { steps = [\"jamais-vu\"], at_least = \"1m\" }", "no step called “jamais-vu”");
    refused(
        "care-next",
        "age = { below = \"9y\" }\nafter_window = \"next\"\nnext = \"jamais-vu\"",
        "no step called “jamais-vu”",
    );
}

#[test]
fn a_name_that_does_not_exist_in_a_deed_is_refused() {
    refused("care-measured", "measured = [\"poids\", \"jamais-vu\"]", "no measure called “jamais-vu”");
    let series = |more: &str| format!("measured = {{ of = [{more} }}");
    let unknown = series("\"jamais-vu\"], at_least = 18, within = \"3d\"");
    refused("care-readings", &unknown, "no measure called “jamais-vu”");
    refused("care-covers", "covers = [\"hba1c\", \"jamais-vu\"]", "no act called “jamais-vu”");
    // A step is no act that another does by the way.
    refused("care-covers-step", "covers = [\"P03-HBA1C\"]", "no act called “P03-HBA1C”");
    refused("care-covers-itself", "act = \"hba1c\"\ncovers = [\"hba1c\"]", "other acts than its own");
    refused("care-no-measure", "measured = []", "at least one value and some days");
    refused("care-no-value", &series("\"poids\"], at_least = 0, within = \"3d\""), "at least one value and some days");
    refused("care-no-days", &series("\"poids\"], at_least = 2, within = \"0d\""), "at least one value and some days");
    refused("care-some-days", &series("\"poids\"], at_least = 2, within = \"trois jours\""), "a period is a number");
    refused(
        "care-discuss-next",
        "age = { below = \"9y\" }\nafter_window = \"discuss\"\nnext = \"P03-HBA1C\"",
        "a window",
    );
}

#[test]
fn a_list_that_names_what_does_not_exist_is_refused() {
    let content = Copy::new("care-fulfils");
    content.spoil(LISTS, "fulfils = \"P00-DAC\"", "fulfils = \"jamais-vu\"");
    content.refused(LISTS, "id = \"dac\"", "no step or act called “jamais-vu”");
    let content = Copy::new("care-implies");
    content.spoil(LISTS, "implies = [\"maladie-chronique\", \"risque-renal\"]", "implies = [\"jamais-vu\"]");
    content.refused(LISTS, "id = \"diabete\"", "no fact called “jamais-vu”");
}

#[test]
fn a_landmark_that_does_not_exist_is_refused() {
    let marks = [
        ("myself = \"moi\"", "role"),
        ("near = \"proche\"", "role"),
        ("own_doctor = \"medecin-traitant\"", "step or act"),
        ("visit = \"consultation-medecin-traitant\"", "step or act"),
        ("visit_after_hospital = \"consultation-sortie-medecin\"", "step or act"),
        ("discharge = \"sortie\"", "date"),
        ("letters = [\"compte-rendu-consultation\", \"lettre-liaison\"]", "paper"),
        ("complex = \"P00-DAC\"", "step or act"),
        ("together = [[\"tension-systolique\", \"tension-diastolique\"]]", "measure"),
        ("vaccines = [\"vaccins-enfant\", \"vaccins-adulte\", \"vaccins-grossesse\"]", "pathway"),
    ];
    for (place, (good, kind)) in marks.into_iter().enumerate() {
        let content = Copy::new(&format!("care-landmark-{place}"));
        let (before, last) = good.rsplit_once('"').unwrap();
        let (start, _) = before.rsplit_once('"').unwrap();
        content.spoil(LISTS, good, &format!("{start}\"jamais-vu\"{last}"));
        content.refused(LISTS, "[landmarks]", &format!("no {kind} called “jamais-vu”"));
        let content = Copy::new(&format!("care-landmark-missing-{place}"));
        content.spoil(LISTS, good, "");
        let key = good.split(' ').next().unwrap();
        content.refused(LISTS, "", &format!("missing field `{key}`"));
    }
}

#[test]
fn a_code_that_is_no_code_or_has_no_source_is_refused() {
    let code = "code = { loinc = \"29463-7\", ucum = \"kg\", sources = [\"fhir-vital-signs\"] }";
    let bad = [
        (code.replace("29463-7", "29463-1"), "the digit that checks them"),
        (code.replace("29463-7", "29436-7"), "the digit that checks them"),
        (code.replace("29463-7", "poids"), "the digit that checks them"),
        (code.replace("kg", ""), "`ucum` is missing"),
        (code.replace("\"fhir-vital-signs\"", ""), "source"),
        (code.replace("fhir-vital-signs", "jamais-vu"), "jamais-vu"),
    ];
    for (place, (bad, what)) in bad.into_iter().enumerate() {
        let content = Copy::new(&format!("care-code-{place}"));
        content.spoil(LISTS, code, &bad);
        content.refused(LISTS, "poids", what);
    }
    let content = Copy::new("care-due-date");
    content.spoil(LISTS, "due_date_loinc = \"11778-8\"", "due_date_loinc = \"11778-9\"");
    content.refused(LISTS, "[landmarks]", "is no LOINC code");
}

#[test]
fn lists_without_landmarks_are_refused() {
    let content = Copy::new("care-no-landmarks");
    let path = content.0.join(LISTS);
    let text = fs::read_to_string(&path).unwrap();
    let (before, marks) = text.split_once("[landmarks]").unwrap();
    let (_, after) = marks.split_once("[[role]]").unwrap();
    fs::write(&path, format!("{before}[[role]]{after}")).unwrap();
    let mistakes = read(&content.0).err().unwrap_or_default();
    let found = mistakes.iter().find(|mistake| mistake.message.contains("[landmarks]"));
    // There is no file to blame more than another.
    assert_eq!(found.map(|mistake| (mistake.file.as_path(), mistake.line)), Some((Path::new("pathway-lists"), 1)));
}

#[test]
fn timing_that_does_not_hold_together_is_refused() {
    refused("care-period", "every = \"3 mois\"", "a period is a number");
    refused("care-two", "every = \"3m\"\nseries = [\"6m\"]", "keep one");
    refused("care-windows", "age = { from = \"1y\" }\nweeks = { from = 3 }", "keep one");
    refused("care-order", "age = { from = \"9y\", below = \"5y\" }\nafter_window = \"lost\"", "ends before it begins");
    refused("care-nothing", "every = \"0d\"", "more than nothing");
    refused("care-after", "age = { from = \"1y\", below = \"5y\" }", "a window that closes says what comes then");
    refused("care-info", "status = \"information\"\nevery = \"3m\"", "does not come again");
    refused("care-nobody", "who = []", "nobody does it");
}

#[test]
fn steps_that_wait_for_each_other_are_refused() {
    let content = Copy::new("care-circle");
    let other = step("after = { step = \"P03-NEUF\", from = \"1m\" }").replacen("P03-NEUF", "P03-AUTRE", 1);
    content.append(DIABETES, &format!("{}\n{other}", step("after = { step = \"P03-AUTRE\", from = \"1m\" }")));
    content.refused(DIABETES, "P03-", "in a circle");
}

#[test]
fn a_step_written_twice_an_unknown_key_and_a_pathway_for_nobody_are_refused() {
    let content = Copy::new("care-twice");
    content.append(DIABETES, &step("").replacen("P03-NEUF", "P03-HBA1C", 1));
    content.refused(DIABETES, "P03-HBA1C", "used twice");
    let content = Copy::new("care-key");
    content.append(DIABETES, &step("evry = \"3m\""));
    content.refused(DIABETES, "evry", "unknown field");
    let content = Copy::new("care-nobody-joins");
    content.spoil(DIABETES, "join = ", "# join = ");
    content.refused(DIABETES, "id = ", "either a `join` question or everybody");
}

#[test]
fn a_warning_that_opens_a_motif_that_does_not_exist_is_refused() {
    let content = Copy::new("care-motif");
    let warning = "text = \"x\"\nlevel = \"vital\"\nmotif = \"jamais-vu\"\nreading = \"extract\"";
    content.append(DIABETES, &format!("[[warning]]\n{warning}"));
    content.refused(DIABETES, "id = \"diabete-type-2\"", "no motif called “jamais-vu”");
}

#[test]
fn a_person_who_names_what_does_not_exist_is_refused() {
    let content = Copy::new("care-person");
    content.append(WOMAN, "[[done]]\nstep = \"JAMAIS-VU\"\non = 2026-01-01");
    content.refused(WOMAN, "id = ", "no step called “JAMAIS-VU”");
    let content = Copy::new("care-person-done");
    content.append(WOMAN, "[[done]]\nstep = \"DEP-SEIN\"");
    content.refused(WOMAN, "id = ", "either on = 2026-11-21 or on_unknown = true");
}
