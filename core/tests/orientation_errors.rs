//! The fourteen mistakes about French contacts that are often made: none of them is in the content.
#![allow(missing_docs, clippy::panic, clippy::unwrap_used, reason = "tests")]

mod common;

use std::fs;
use std::path::{Path, PathBuf};

use common::{CONTENT, library};
use sentier_core::content::system::Kind;
use sentier_core::content::{Channel, Contact, Duty, Orientation, Service, Urgency};
use sentier_core::orientation::{Asked, Moment, Voice, advise, duty_at, ways_here};

fn orientation() -> &'static Orientation {
    library().orientation()
}

fn contact(id: &str) -> &'static Contact {
    library().contact(id).unwrap()
}

fn service(id: &str) -> &'static Service {
    orientation().services.iter().find(|service| service.id == id).unwrap()
}

/// The lines of a service, with ordinary spaces.
fn lines(service: &Service) -> String {
    let said = service.conditions.iter().chain(&service.excluded).map(|said| said.text.as_str());
    said.collect::<Vec<_>>().join(" ").replace(['\u{a0}', '\u{202f}'], " ")
}

/// Every content file without its remarks, with its name.
fn files() -> Vec<(PathBuf, String)> {
    fn gather(folder: &Path, found: &mut Vec<(PathBuf, String)>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                gather(&path, found);
            } else if path.extension().is_some_and(|end| end == "toml") {
                let text = fs::read_to_string(&path).unwrap();
                let said = text.lines().filter(|line| !line.starts_with('#')).collect::<Vec<_>>().join("\n");
                found.push((path, said));
            }
        }
    }
    let mut found = Vec::new();
    gather(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../content"), &mut found);
    found
}

/// Where a number stands in the content, however it is spaced.
fn named(number: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (file, text) in files() {
        let letters: Vec<char> = text.chars().collect();
        let is_digit = |place: usize| letters.get(place).is_some_and(char::is_ascii_digit);
        let is_between =
            |place: usize| place > 0 && is_digit(place.saturating_sub(1)) && is_digit(place.saturating_add(1));
        let joined = letters
            .iter()
            .enumerate()
            .filter(|(place, letter)| !(matches!(letter, ' ' | '.' | '\u{a0}') && is_between(*place)));
        let joined: String = joined.map(|(_, letter)| *letter).collect();
        let runs = joined.split(|letter: char| !letter.is_ascii_digit());
        found.extend(runs.filter(|run| *run == number).map(|_| file.display().to_string()));
    }
    found
}

/// The lines in which a word stands.
fn holding(word: &str) -> Vec<String> {
    let is_word = |line: &&str| line.split(|letter: char| !letter.is_alphanumeric()).any(|known| known == word);
    files().iter().flat_map(|(_, text)| text.lines().filter(is_word).map(str::to_owned).collect::<Vec<_>>()).collect()
}

/// The lines of a text that hold some words, but those that say what was before.
fn of_today(text: &str, words: &str) -> Vec<String> {
    text.lines().filter(|line| line.contains(words) && !line.starts_with("before = ")).map(str::to_owned).collect()
}

fn at(day: &str, hour: u16) -> Moment {
    Moment::new(day.parse().unwrap(), hour, 0).unwrap()
}

#[test]
fn the_search_finds_what_is_there() {
    assert!(!named("3133").is_empty() && !named("0145425959").is_empty() && !holding("PMI").is_empty());
}

#[test]
fn error_01_116117_is_neither_national_nor_round_the_clock() {
    const WHERE_SOURCES_SAY_IT: [&str; 14] =
        ["14", "25", "27", "2A", "2B", "44", "49", "50", "53", "57", "61", "72", "76", "85"];
    let way = library().way("medecin-aujourdhui").unwrap();
    let territories = orientation().territories.iter().map(Some).chain([None]);
    let mut somewhere = false;
    for territory in territories {
        for day in ["2026-11-20", "2026-11-21", "2026-11-22", "2026-05-15", "2026-12-25"] {
            for hour in 0..24 {
                let moment = at(day, hour);
                let asked = Asked {
                    level: Urgency::Hours,
                    way,
                    motifs: &[],
                    age: None,
                    territory,
                    moment,
                    voice: Voice::Spoken,
                };
                let advice = advise(library(), &asked);
                let is_named = advice.steps.iter().any(|step| step.way.contact.as_deref() == Some("medecin-de-garde"));
                let is_there = territory.is_some_and(|territory| WHERE_SOURCES_SAY_IT.contains(&territory.id.as_str()));
                let duty = duty_at(orientation(), territory, moment);
                let is_on_duty = !matches!(duty, Duty::OfficeHours | Duty::Bridge);
                assert_eq!(is_named, is_there && is_on_duty, "{territory:?} {day} {hour} h");
                assert!(advice.steps.iter().any(|step| step.way.contact.as_deref() == Some("samu")));
                somewhere |= is_named;
            }
        }
    }
    assert!(somewhere);
    let contact = contact("medecin-de-garde");
    assert!(contact.name.contains("quelques territoires") && !contact.when.contains("jour et nuit"));
}

#[test]
fn error_02_3977_became_3133() {
    assert_eq!(named("3977"), Vec::<String>::new());
    assert_eq!(contact("maltraitance-3133").href(), "tel:3133");
}

#[test]
fn error_03_3020_became_3018() {
    assert_eq!(named("3020"), Vec::<String>::new());
    assert_eq!(contact("harcelement-3018").href(), "tel:3018");
}

#[test]
fn error_04_114_is_written_and_never_called() {
    let contact = contact("sms-114");
    assert_eq!((contact.channel, contact.href().as_str()), (Channel::Text, "sms:114"));
    assert!(library().draft().contacts.iter().all(|other| other.href() != "tel:114"));
    for (file, text) in files() {
        for called in ["Appelez le 114", "appelez le 114", "Appeler le 114", "appeler le 114"] {
            assert!(!text.contains(called), "{}: {called}", file.display());
        }
    }
}

#[test]
fn error_05_3919_answers_at_any_hour_and_is_no_emergency_number() {
    let contact = contact("violences-femmes");
    assert!(contact.when.contains("jour et nuit") && contact.name.contains("pas un numéro d’urgence"));
    assert!(!orientation().emergency.contains(&contact.id));
    assert!(orientation().lines.iter().all(|line| line.contact != contact.id));
    for way in &library().draft().ways {
        let moment = at("2026-11-20", 10);
        let asked =
            Asked { level: Urgency::Vital, way, motifs: &[], age: None, territory: None, moment, voice: Voice::Spoken };
        let advice = advise(library(), &asked);
        let place = |id: &str| advice.steps.iter().position(|step| step.way.contact.as_deref() == Some(id));
        assert!(place(&contact.id).is_none_or(|listener| place("samu").is_some_and(|samu| samu < listener)));
    }
}

#[test]
fn error_06_an_emergency_visit_costs_23_euros() {
    let cost = orientation().costs.iter().find(|cost| cost.id == "cout-urgences").unwrap();
    assert!(cost.said.contains("23\u{a0}€") || cost.said.contains("23 €"), "{}", cost.said);
    // What it cost before may be told as what it was before.
    let said = |amount: &str| files().iter().flat_map(|(_, text)| of_today(text, amount)).collect::<Vec<_>>();
    assert_eq!([said("19,61"), said("8,49")].concat(), Vec::<String>::new());
}

#[test]
fn error_07_there_are_eight_poison_centres() {
    let is_centre = |contact: &&Contact| contact.id.starts_with("antipoison-");
    let centres: Vec<&Contact> = library().draft().contacts.iter().filter(is_centre).collect();
    assert_eq!(centres.len(), 8);
    let mut used: Vec<&str> = Vec::new();
    for territory in &orientation().territories {
        let way = library().way(territory.instead("antipoison").unwrap()).unwrap();
        let contact = way.contact.as_deref().unwrap();
        if territory.zone == "Europe/Paris" {
            assert!(centres.iter().any(|centre| centre.id == contact), "{}", territory.name);
            used.push(contact);
        } else {
            assert_eq!(contact, "samu", "{}", territory.name);
        }
    }
    assert!(centres.iter().all(|centre| used.contains(&centre.id.as_str())));
}

#[test]
fn error_08_3966_is_gone() {
    assert_eq!(named("3966"), Vec::<String>::new());
}

#[test]
fn error_09_the_dental_number_of_2020_is_gone() {
    assert_eq!(named("0970500205"), Vec::<String>::new());
}

#[test]
fn error_10_mon_soutien_psy_needs_no_prescription_and_is_twelve_times_50_euros() {
    let said = lines(service("mon-soutien-psy-seances"));
    assert!(said.contains("Sans ordonnance") && said.contains("12 séances") && said.contains("50 €"), "{said}");
    assert!(said.contains("Idées de suicide"));
}

#[test]
fn error_11_an_expired_prescription_gives_three_months() {
    let said = lines(service("ordonnance-expiree-pharmacie"));
    assert!(said.contains("Jusqu’à 3 mois") && said.contains("mois par mois"), "{said}");
}

#[test]
fn error_12_direct_access_to_physiotherapist_and_nurse_only_in_coordinated_structures() {
    for id in ["kine-acces-direct-seances", "ipa-acces-direct-consultation", "orthophoniste-acces-direct"] {
        let said = lines(service(id));
        assert!(said.contains("Seulement en structure coordonnée"), "{id}: {said}");
        assert!(
            orientation()
                .professionals
                .iter()
                .any(|known| known.id == service(id).professional && known.access.contains("structure coordonnée"))
        );
    }
    assert!(lines(service("kine-acces-direct-seances")).contains("8 séances"));
}

#[test]
fn error_13_the_covid_line_is_gone() {
    assert_eq!(named("0800130000"), Vec::<String>::new());
}

#[test]
fn error_14_maia_pta_and_the_like_are_the_dac() {
    let is_word =
        |said: &str, gone: &str| said.split(|letter: char| !letter.is_alphanumeric()).any(|word| word == gone);
    for gone in ["MAIA", "PTA", "PAERPA", "CTA"] {
        // Who does what tells of them under their own names.
        let of_today =
            files().into_iter().filter(|(file, _)| !file.components().any(|part| part.as_os_str() == "system"));
        let lines = of_today.flat_map(|(_, text)| text.lines().map(str::to_owned).collect::<Vec<_>>());
        let as_if_there = lines.filter(|line| is_word(line, gone) && !line.contains("ancien"));
        assert_eq!(as_if_there.collect::<Vec<_>>(), Vec::<String>::new(), "{gone}");
        for entry in &CONTENT.system.draft().entries {
            let is_told = entry
                .what
                .iter()
                .chain([&entry.name, &entry.when, &entry.how, &entry.cost])
                .any(|said| is_word(said, gone) && !said.contains("ancien"));
            assert!(!is_told || entry.kind == Kind::Former, "{gone} in {} as if it were there", entry.id);
        }
    }
    assert!(orientation().professionals.iter().any(|known| known.name.starts_with("DAC")));
}

/// Error 1 once more, where ways are shown by themselves: 116 117 stands there only while practices are closed, and never
/// alone; a number of the territory that answers at any hour takes the place of the general one.
#[test]
fn error_01_of_ways_shown_by_themselves() {
    let asked = ["acces-aux-soins".to_owned(), "antipoison".to_owned()];
    let mut seen = 0;
    for territory in &orientation().territories {
        for (day, hour) in
            [("2026-11-24", 10), ("2026-11-24", 22), ("2026-11-22", 10), ("2026-11-28", 15), ("2026-12-25", 9)]
        {
            let moment = at(day, hour);
            let ways = ways_here(library(), Some(territory), moment, &asked);
            let numbers: Vec<&str> = ways.iter().filter_map(|way| way.contact.as_deref()).collect();
            assert!(numbers.contains(&"samu"), "{} at {day} {hour}: {numbers:?}", territory.id);
            let once: std::collections::BTreeSet<_> = numbers.iter().collect();
            assert_eq!(once.len(), numbers.len(), "{}: a number twice in {numbers:?}", territory.id);
            let of_duty = ways.iter().position(|way| way.id == "garde-116117");
            let general = ways.iter().position(|way| way.id == Orientation::ACCESS);
            if let Some(place) = of_duty {
                seen += 1;
                assert_ne!(
                    duty_at(orientation(), Some(territory), moment),
                    Duty::OfficeHours,
                    "{} at {day} {hour}",
                    territory.id
                );
                assert!(general.is_some_and(|general| place < general), "{}", territory.id);
            }
        }
    }
    assert!(seen > 0);
    let everywhere: Vec<&str> =
        ways_here(library(), None, at("2026-11-22", 10), &asked).iter().map(|way| way.id.as_str()).collect();
    assert_eq!(everywhere, asked);
}
