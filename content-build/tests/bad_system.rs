//! Each kind of mistake in the system and in the files of hosts is refused with its file, its line and what to do.
#![allow(missing_docs, clippy::unwrap_used, clippy::panic, reason = "tests")]

mod common;

use common::Copy;

const COORDINATION: &str = "system/coordination.toml";
const GLOSSARY: &str = "system/glossary.toml";
const FIND: &str = "system/find.toml";
const HOST: &str = "territories/exemple.toml";

/// Something good that becomes bad, and what the refusal says on which line.
fn refused(test: &str, file: &str, [good, bad]: [&str; 2], on_line: &str, what: &str) {
    let content = Copy::new(test);
    content.spoil(file, good, bad);
    content.refused(file, on_line, what);
}

#[test]
fn an_entry_that_names_what_does_not_exist_is_refused() {
    let cpts = "id = \"cpts\"";
    let see = "see = [\"medecin-traitant\", \"maison-de-sante\", \"dac\", \"acces-direct\"]";
    refused("sy-see", COORDINATION, [see, "see = [\"rien\"]"], cpts, "no entry called “rien”");
    let ways = "ways = [\"lieux-de-soins\"]";
    refused("sy-way", COORDINATION, [ways, "ways = [\"rien\"]"], cpts, "no way called “rien”");
    let contacts = "contacts = [\"assurance-maladie\"]";
    refused("sy-contact", COORDINATION, [contacts, "contacts = [\"rien\"]"], cpts, "no contact called “rien”");
    let sources = "sources = [\"cpts-entretien\"]";
    refused("sy-source", COORDINATION, [sources, "sources = [\"rien\"]"], cpts, "no source called “rien”");
    refused("sy-silent", COORDINATION, [sources, "sources = []"], cpts, "no source");
    refused("sy-twice", COORDINATION, [cpts, "id = \"dac\""], "id = \"dac\"", "used twice");
    let dac = "id = \"dac\"";
    refused("sy-role", COORDINATION, ["roles = [\"dac\"]", "roles = [\"mage\"]"], dac, "no role called “mage”");
    refused("sy-step", COORDINATION, ["steps = [\"P00-DAC\"]", "steps = [\"P00-X\"]"], dac, "no step called “P00-X”");
    let professional = ["professional = \"appui-coordination\"", "professional = \"mage\""];
    refused("sy-professional", COORDINATION, professional, dac, "no professional called “mage”");
    let paper = ["papers = [\"ppac\"]", "papers = [\"rien\"]"];
    refused("sy-paper", COORDINATION, paper, "id = \"ppac\"", "no paper called “rien”");
    let act = ["acts = [\"directives-anticipees\"]", "acts = [\"rien\"]"];
    refused("sy-act", "system/droits.toml", act, "id = \"directives-anticipees\"", "no act called “rien”");
}

#[test]
fn an_entry_written_badly_is_refused() {
    let cpts = "id = \"cpts\"";
    let said = "Elle ne soigne pas elle-même : on n'est pas suivi par une CPTS.";
    refused("sy-number", COORDINATION, [said, "Appelez le 3977."], cpts, "3977");
    refused("sy-sentence", COORDINATION, [said, "elle ne soigne pas"], cpts, "whole sentences");
    let kind = "kind = \"team\"";
    refused("sy-kind", COORDINATION, [kind, "kind = \"crew\""], "kind = \"crew\"", "unknown variant");
    refused("sy-key", COORDINATION, [kind, "sort = \"team\""], "sort =", "unknown field");
    let now = "now = \"ppcs\"\n";
    refused("sy-now", COORDINATION, [now, ""], "id = \"pps-sante\"", "only it, names the entry");
    refused("sy-heir", COORDINATION, [now, "now = \"rien\"\n"], "id = \"pps-sante\"", "no entry called “rien”");
    let zone = "zone = \"home\"\ntitle";
    let double = "zone = \"town\"\ntitle";
    refused("sy-map", "system/map.toml", [zone, double], "zone =", "exactly one title");
    let own = "id = \"sas-decret\"";
    refused("sy-own", "system/sources.toml", [own, "id = \"sas-ars\""], "sas-ars", "another list has this source");
}

#[test]
fn letters_with_two_meanings_and_no_context_are_refused() {
    let context = ", context = \"cancer\"";
    refused("sy-pps", COORDINATION, [context, ""], "id = \"pps-cancer\"", "several meanings");
    let same = [context, ", context = \"école, handicap\""];
    refused("sy-same", COORDINATION, same, "id = \"pps-cancer\"", "already mean something");
    let aah = "letters = \"AAH\"";
    let content = Copy::new("sy-term");
    content.spoil(GLOSSARY, aah, "letters = \"DAC\"");
    content.refused(COORDINATION, "id = \"dac\"", "several meanings");
    let entry = ["entry = \"mdph\"", "entry = \"rien\""];
    refused("sy-entry", GLOSSARY, entry, aah, "no entry called “rien”");
    refused("sy-name", GLOSSARY, ["\"MSD\"", "\"DAC\""], "\"DAC\"", "used twice");
}

#[test]
fn a_question_that_leads_nowhere_or_too_far_is_refused() {
    let dentist = "id = \"dentiste\"";
    let way = ["ways = [\"dentiste-de-garde\"]", "ways = [\"rien\"]"];
    refused("sy-find-way", FIND, way, dentist, "no way called “rien”");
    let title = "title = \"Dimanche ou un jour férié\"";
    let both = "title = \"Dimanche\"\n[[question.choice.choice]]\ntitle = \"x\"\nleads = { contacts = [\"samu\"] }\n[[question.choice]]\ntitle = \"y\"";
    let content = Copy::new("sy-both");
    content.spoil(
        FIND,
        title,
        &format!("{title}\nchoice = [{{ title = \"x\", leads = {{ contacts = [\"samu\"] }} }}]"),
    );
    content.refused(FIND, dentist, "never both");
    let content = Copy::new("sy-nowhere");
    content.spoil(FIND, title, "title = \"Rien\"\n[[question.choice]]\ntitle = \"y\"");
    content.refused(FIND, dentist, "never both");
    let content = Copy::new("sy-deep");
    let deep = both.replace(
        "leads = { contacts = [\"samu\"] }",
        "choice = [{ title = \"z\", leads = { contacts = [\"samu\"] } }]",
    );
    content.spoil(FIND, title, &deep);
    content.refused(FIND, dentist, "at most two choices");
}

#[test]
fn a_host_that_would_mislead_is_refused() {
    let id = "id = \"cpts-exemple\"";
    refused("sy-where", HOST, ["territories = [\"42\"]", "territories = [\"99\"]"], id, "no territory called “99”");
    refused("sy-nowhere-host", HOST, ["territories = [\"42\"]", "territories = []"], id, "serves a territory");
    let number = "number = \"04 65 71 00 01\"";
    let contact = "id = \"exemple-cpts\"";
    refused("sy-fifteen", HOST, [number, "number = \"15\""], contact, "at least four digits");
    refused("sy-taken", HOST, [number, "number = \"3114\""], contact, "not one of contacts.toml");
    refused("sy-stolen", HOST, [contact, "id = \"samu\""], "id = \"samu\"", "used twice");
    let place = "id = \"exemple-soins-sans-rendez-vous\"";
    let beside = "beside = [\"medecin-48-heures\", \"lieux-de-soins\"]";
    refused("sy-beside", HOST, [beside, "beside = [\"quinze\"]"], place, "beside an emergency number");
    refused("sy-beside-way", HOST, [beside, "beside = [\"rien\"]"], place, "no way called “rien”");
    let host_contact = ["contact = \"exemple-cpts\"", "contact = \"samu\""];
    refused("sy-host-contact", HOST, host_contact, place, "no contact of this host called “samu”");
    let hours = ["from = \"08:00\", until = \"19:00\"", "from = \"19:00\", until = \"08:00\""];
    refused("sy-hours", HOST, hours, place, "end after they begin");
    let clock = ["from = \"08:00\", until = \"19:00\"", "from = \"8 h\", until = \"19:00\""];
    refused("sy-clock", HOST, clock, "8 h", "written as \"08:00\"");
    let cost = ["Tiers payant, sans dépassement.", "Appelez le 3977."];
    refused("sy-local-number", HOST, cost, place, "3977");
    let source = ["id = \"exemple-liste\"", "id = \"autre-liste\""];
    refused("sy-local-source", HOST, source, "exemple", "no source in this file");
    refused("sy-shipped", HOST, ["shipped = false\n", ""], "", "shipped");
}
