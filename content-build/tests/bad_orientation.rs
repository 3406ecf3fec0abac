//! Each kind of mistake in "where to go now" is refused with its file, its line and what to do.
#![allow(missing_docs, clippy::unwrap_used, clippy::panic, reason = "tests")]

mod common;

use common::Copy;

const TERRITORIES: &str = "orientation/territories.toml";
const HOURS: &str = "orientation/hours.toml";
const HOLIDAYS: &str = "orientation/holidays.toml";
const PROFESSIONALS: &str = "orientation/professionals.toml";
const SERVICES: &str = "orientation/services.toml";
const WORDS: &str = "orientation/words.toml";

/// Something good that becomes bad, and what the refusal says on which line.
fn refused(test: &str, file: &str, [good, bad]: [&str; 2], on_line: &str, what: &str) {
    let content = Copy::new(test);
    content.spoil(file, good, bad);
    content.refused(file, on_line, what);
}

#[test]
fn a_territory_that_names_what_does_not_exist_is_refused() {
    let loire = "id = \"42\"";
    let dentist = "dentiste-de-garde = \"dentiste-de-garde-loire\"";
    refused("or-way", TERRITORIES, [dentist, "dentiste-de-garde = \"rien\""], loire, "no way called “rien”");
    refused("or-of", TERRITORIES, [dentist, "rien = \"dentiste-de-garde-loire\""], loire, "no way called “rien”");
    let holidays = "holidays = [\"abolition-mayotte\"]";
    let mayotte = "id = \"976\"";
    refused("or-day", TERRITORIES, [holidays, "holidays = [\"rien\"]"], mayotte, "no holiday called “rien”");
    refused("or-twice", TERRITORIES, [holidays, "holidays = [\"noel\"]"], mayotte, "one everywhere");
    refused("or-id", TERRITORIES, ["id = \"2B\"", "id = \"2A\""], "id = \"2A\"", "used twice");
    refused("or-key", TERRITORIES, ["zone =", "zones ="], "zones =", "unknown field");
    let source = "sources = [\"dentiste-garde\"]";
    refused("or-source", TERRITORIES, [source, "sources = [\"rien\"]"], loire, "no source called “rien”");
}

#[test]
fn a_number_that_is_not_listed_is_refused() {
    let note = "D'autres jours de fête";
    let bad = "Appelez le 0269 60 60 60. D'autres jours de fête".replace("0269", "02 69");
    refused("or-note", TERRITORIES, [note, &bad], "id = \"976\"", "0269606060");
    let night = "Le 15 répond.";
    refused("or-duty", HOURS, [night, "Le 3966 répond."], "duty = \"night\"", "3966");
    let otherwise = "ou le 15 en cas de danger";
    refused("or-service", SERVICES, [otherwise, "ou le 19 en cas de danger"], "id = \"mon-soutien-psy", "19");
}

#[test]
fn hours_that_do_not_hold_together_are_refused() {
    refused("or-hour", HOURS, ["day = \"08:00\"", "day = \"8 h\""], "day = \"8 h\"", "written as \"08:00\"");
    refused("or-order", HOURS, ["saturday = \"12:00\"", "saturday = \"21:00\""], "day =", "day < saturday < evening");
    refused("or-hours", HOURS, ["until = \"20:00\"", "until = \"26:00\""], "maltraitance-3133", "from \"00:00\" to");
    refused("or-line", HOURS, ["\"maltraitance-3133\"", "\"rien\""], "contact = \"rien\"", "no contact called “rien”");
    refused("or-always", HOURS, ["\"maltraitance-3133\"", "\"samu\""], "contact = \"samu\"", "answers at any hour");
    refused("or-same", HOURS, ["from = \"09:00\"", "from = \"20:00\""], "maltraitance-3133", "needs no [[line]]");
    refused("or-half", HOURS, ["until = \"20:00\"\n", ""], "maltraitance-3133", "both from and until");
    let days = "days = \"monday-to-friday\"";
    refused("or-days", HOURS, [days, "days = \"friday\""], "days = \"friday\"", "unknown variant");
    let duty = "duty = \"night\"";
    refused("or-twin", HOURS, [duty, "duty = \"evening\""], "duty = \"evening\"", "exactly one [[duty]]");
    refused("or-word", HOURS, [duty, "duty = \"noon\""], "duty = \"noon\"", "unknown variant");
}

#[test]
fn a_holiday_without_a_day_is_refused() {
    let ascension = "id = \"ascension\"";
    refused("or-when", HOLIDAYS, ["after_easter = 39\n", ""], ascension, "either on = ");
    refused("or-both", HOLIDAYS, ["after_easter = 39", "after_easter = 39\non = \"05-14\""], ascension, "either on = ");
    let noel = "id = \"noel\"";
    refused("or-month", HOLIDAYS, ["on = \"12-25\"", "on = \"13-25\""], noel, "either on = ");
    refused("or-holiday", HOLIDAYS, [noel, "id = \"toussaint\""], "id = \"toussaint\"", "used twice");
}

#[test]
fn a_professional_who_cannot_be_reached_is_refused() {
    let pharmacist = "id = \"pharmacien\"";
    let on_duty = "way = \"pharmacie-de-garde\"";
    refused("or-duty-way", PROFESSIONALS, [on_duty, "way = \"rien\""], pharmacist, "no way called “rien”");
    let open = "during = [\"sunday\", \"holiday\", \"evening\", \"night\"]";
    let never = "during = [\"office-hours\"]";
    refused("or-during", PROFESSIONALS, [open, never], pharmacist, "only periods of closed");
    let ways = "ways = [\"pmi\"]";
    refused("or-shared", PROFESSIONALS, [ways, "ways = [\"sage-femme\"]"], "id = \"pmi\"", "leads to one professional");
    let sources = "sources = [\"pass-ars\"]";
    refused("or-silent", PROFESSIONALS, [sources, "sources = []"], "id = \"permanence-acces-soins\"", "no source");
}

#[test]
fn a_service_of_nobody_or_for_no_motif_is_refused() {
    let angina = "id = \"test-angine\"";
    let professional = "professional = \"pharmacien\"";
    refused("or-nobody", SERVICES, [professional, "professional = \"mage\""], angina, "no professional called “mage”");
    let motifs = "motifs = [\"mal-de-gorge\"]";
    refused("or-motif", SERVICES, [motifs, "motifs = [\"rien\"]"], angina, "no motif called “rien”");
}

#[test]
fn a_service_that_no_result_can_show_is_refused() {
    let (angina, midwife) = ("id = \"test-angine\"", "id = \"suivi-sage-femme\"");
    let motifs = "motifs = [\"mal-de-gorge\"]";
    refused("or-hidden", SERVICES, [motifs, "motifs = []"], angina, "no result shows this service");
    let elsewhere = "motifs = [\"mal-de-gorge\", \"dents\"]";
    refused("or-never", SERVICES, [motifs, elsewhere], angina, "for a motif called “dents”");
    let ways = "ways = [\"sante-sexuelle\", \"pmi\"]";
    refused("or-no-way", SERVICES, [ways, "ways = [\"pmi\"]"], midwife, "for a motif called “regles-bas-ventre”");
    refused("or-bad-way", SERVICES, [ways, "ways = [\"rien\"]"], midwife, "no way called “rien”");
}

#[test]
fn a_consultation_at_a_distance_for_what_is_urgent_is_refused() {
    let levels = "levels = [\"days\", \"planned\"]";
    let remote = "way = \"teleconsultation\"";
    refused("or-remote", SERVICES, [levels, "levels = [\"hours\", \"days\"]"], remote, "never offered above");
    let motifs = "\"brule-en-urinant\", \"mal-de-gorge\"";
    let unknown = "\"rien\", \"mal-de-gorge\"";
    refused("or-remote-motif", SERVICES, [motifs, unknown], remote, "no motif called “rien”");
    let dentist = "\"electricite\", \"mal-de-gorge\"";
    refused("or-remote-way", SERVICES, [motifs, dentist], remote, "for a motif called “electricite”");
    let age = "from_age = \"2y\"";
    refused("or-remote-age", SERVICES, [age, "from_age = \"2 ans\""], "from_age =", "written as");
    refused("or-infant", SERVICES, [age, "from_age = \"0m\""], remote, "an infant must be examined");
}

#[test]
fn a_missing_reason_and_a_missing_emergency_number_are_refused() {
    refused("or-why", WORDS, ["why = \"also\"", "why = \"access\""], "why = \"access\"", "exactly one [[because]]");
    refused("or-fifteen", HOURS, ["emergency = [\"samu\", ", "emergency = ["], "emergency =", "emergency contact");
    let way = "id = \"acces-aux-soins\"\naction = \"Appeler le 15\"";
    let gone = "id = \"acces-autre\"\naction = \"Appeler le 15\"";
    let content = Copy::new("or-access");
    content.spoil("ways.toml", way, gone);
    assert!(sentier_content_build::read(&content.0).is_err());
}
