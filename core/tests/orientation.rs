//! Where to go now: the periods of duty, the holidays, and what the advice says in situations of everyday.
#![allow(missing_docs, clippy::panic, clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

mod common;

use chrono::NaiveDate;
use common::library;
use common::orientation::{asked, at, contact, orientation, place, said, ways};
use sentier_core::content::{Duty, Id, Urgency, Way};
use sentier_core::orientation::{Asked, Opening, Voice, advise, duty_at, holiday_on};

/// The bounds belong to what they begin, by the clock of each territory.
#[test]
fn every_territory_changes_at_eight_at_noon_on_saturday_and_at_twenty() {
    let edges = [
        ("2026-11-24 07:59", Duty::Night),
        ("2026-11-24 08:00", Duty::OfficeHours),
        ("2026-11-24 19:59", Duty::OfficeHours),
        ("2026-11-24 20:00", Duty::Evening),
        ("2026-11-24 23:59", Duty::Evening),
        ("2026-11-25 00:00", Duty::Night),
        ("2026-11-21 07:59", Duty::Night),
        ("2026-11-21 08:00", Duty::OfficeHours),
        ("2026-11-21 11:59", Duty::OfficeHours),
        ("2026-11-21 12:00", Duty::SaturdayAfternoon),
        ("2026-11-21 19:59", Duty::SaturdayAfternoon),
        ("2026-11-21 20:00", Duty::Evening),
        ("2026-11-22 07:59", Duty::Night),
        ("2026-11-22 08:00", Duty::Sunday),
        ("2026-11-22 19:59", Duty::Sunday),
        ("2026-11-22 20:00", Duty::Evening),
        ("2026-12-25 08:00", Duty::Holiday),
        ("2026-12-25 20:00", Duty::Evening),
    ];
    let territories = orientation().territories.iter().map(Some).chain([None]);
    for territory in territories {
        for (moment, duty) in edges {
            assert_eq!(duty_at(orientation(), territory, at(moment)), duty, "{territory:?} {moment}");
        }
    }
}

#[test]
fn bridges_are_the_days_that_the_law_names() {
    let bridges = ["2026-05-15 10:00", "2026-05-16 10:00", "2026-07-13 10:00", "2026-12-26 10:00"];
    let none = ["2026-05-13 10:00", "2026-07-17 10:00", "2026-07-15 10:00", "2026-11-12 10:00", "2026-12-24 10:00"];
    for moment in bridges {
        assert_eq!(duty_at(orientation(), None, at(moment)), Duty::Bridge, "{moment}");
    }
    for moment in none {
        assert_eq!(duty_at(orientation(), None, at(moment)), Duty::OfficeHours, "{moment}");
    }
    assert_eq!(duty_at(orientation(), None, at("2026-05-16 12:00")), Duty::SaturdayAfternoon);
}

#[test]
fn the_holidays_of_a_year_are_those_of_the_calendar() {
    let days_of = |territory: &str, year: i32| {
        let days = NaiveDate::from_ymd_opt(year, 1, 1).unwrap().iter_days().take(365);
        let kept = days.filter(|day| holiday_on(orientation(), place(territory), *day).is_some());
        kept.map(|day| day.format("%m-%d").to_string()).collect::<Vec<_>>()
    };
    let of_2026 = ["01-01", "04-06", "05-01", "05-08", "05-14", "05-25", "07-14", "08-15", "11-01", "11-11", "12-25"];
    assert_eq!(days_of("", 2026), of_2026);
    assert_eq!(days_of("75", 2026), of_2026);
    let with = |more: &[&str]| {
        let mut days: Vec<String> = of_2026.iter().chain(more).map(|day| (*day).to_owned()).collect();
        days.sort_unstable();
        days
    };
    for department in ["57", "67", "68"] {
        assert_eq!(days_of(department, 2026), with(&["04-03", "12-26"]));
    }
    let overseas = [
        ("976", "04-27"),
        ("972", "05-22"),
        ("971", "05-27"),
        ("978", "05-28"),
        ("973", "06-10"),
        ("977", "10-09"),
        ("974", "12-20"),
    ];
    for (territory, day) in overseas {
        assert_eq!(days_of(territory, 2026), with(&[day]), "{territory}");
    }
    // In 2008 Ascension Day was 1 May: two holidays, one day.
    let of_2008 = ["01-01", "03-24", "05-01", "05-08", "05-12", "07-14", "08-15", "11-01", "11-11", "12-25"];
    assert_eq!(days_of("", 2008), of_2008);
}

#[test]
fn every_department_and_collectivity_is_there_once_with_its_clock() {
    let ids: Vec<&Id> = orientation().territories.iter().map(|territory| &territory.id).collect();
    let metropole = (1..=95_u8).filter(|number| *number != 20).map(|number| format!("{number:02}"));
    let all = metropole.chain(["2A", "2B"].map(str::to_owned)).chain((971..=978).map(|number: u16| number.to_string()));
    let all: Vec<String> = all.chain(["986", "987", "988"].map(str::to_owned)).collect();
    assert_eq!(ids.len(), all.len());
    assert!(all.iter().all(|id| ids.contains(&id)), "{ids:?}");
    let zones = [
        ("971", "America/Guadeloupe"),
        ("972", "America/Martinique"),
        ("973", "America/Cayenne"),
        ("974", "Indian/Reunion"),
        ("975", "America/Miquelon"),
        ("976", "Indian/Mayotte"),
        ("977", "America/St_Barthelemy"),
        ("978", "America/Marigot"),
        ("986", "Pacific/Wallis"),
        ("987", "Pacific/Tahiti"),
        ("988", "Pacific/Noumea"),
    ];
    for territory in &orientation().territories {
        let own = zones.iter().find(|(id, _)| *id == territory.id).map_or("Europe/Paris", |(_, zone)| zone);
        assert_eq!(territory.zone, own, "{}", territory.name);
    }
}

#[test]
fn on_saturday_afternoon_the_advice_says_so_and_gives_the_one_on_duty() {
    let hours = Urgency::Hours;
    let saturday = "2026-11-21 14:05";
    let advice = advise(library(), &asked(hours, "medecin-aujourdhui", "", saturday));
    assert_eq!(advice.basis.words.unwrap().said, "les cabinets sont souvent fermés.");
    assert_eq!(advice.basis.moment.clock(), (14, 5));
    assert_eq!(ways(&advice), ["acces-aux-soins", "sms-114", "medecin-aujourdhui"]);
    let again = NaiveDate::from_ymd_opt(2026, 11, 23);
    assert_eq!(advice.steps[2].opening, Opening::Closed { again });
    let caen = said(hours, "medecin-aujourdhui", "14", saturday);
    assert_eq!(caen, ["garde-116117", "acces-aux-soins", "sms-114", "medecin-aujourdhui"]);
    let by_day = said(hours, "medecin-aujourdhui", "14", "2026-11-24 10:00");
    assert_eq!(by_day, ["medecin-aujourdhui", "lieux-de-soins", "acces-aux-soins", "sms-114"]);
    let bridge = said(hours, "medecin-aujourdhui", "14", "2026-05-15 10:00");
    assert_eq!(bridge, ["acces-aux-soins", "sms-114", "medecin-aujourdhui"]);
}

/// 10 in the morning in Paris is the middle of the night in Martinique: the moment passed in is the local one.
#[test]
fn a_holiday_of_one_territory_closes_nothing_elsewhere() {
    let good_friday = at("2026-04-03 10:00");
    assert_eq!(duty_at(orientation(), place("67"), good_friday), Duty::Holiday);
    assert_eq!(duty_at(orientation(), place("75"), good_friday), Duty::OfficeHours);
    let abolition = at("2026-05-22 10:00");
    assert_eq!(duty_at(orientation(), place("972"), abolition), Duty::Holiday);
    assert_eq!(duty_at(orientation(), place("974"), abolition), Duty::OfficeHours);
}

#[test]
fn a_wait_of_more_than_two_days_becomes_a_call() {
    let days = Urgency::Days;
    let weekend = said(days, "medecin-48-heures", "", "2026-11-21 14:05");
    assert_eq!(weekend, ["medecin-48-heures", "acces-aux-soins"]);
    let easter = said(days, "medecin-48-heures", "", "2026-04-04 14:05");
    assert_eq!(easter, ["acces-aux-soins", "sms-114", "medecin-48-heures"]);
}

#[test]
fn dentist_pharmacist_midwife_and_poison_have_their_own_duty() {
    let sunday = "2026-11-22 10:00";
    let dentist = said(Urgency::Hours, "dentiste-aujourdhui", "69", sunday);
    assert_eq!(dentist, ["dentiste-de-garde", "sms-114", "dentiste-aujourdhui"]);
    let loire = said(Urgency::Hours, "dentiste-aujourdhui", "42", sunday);
    assert_eq!(loire, ["dentiste-de-garde-loire", "acces-aux-soins", "sms-114", "dentiste-aujourdhui"]);
    let night = said(Urgency::Hours, "dentiste-aujourdhui", "42", "2026-11-24 03:00");
    assert_eq!(night, ["acces-aux-soins", "sms-114", "dentiste-aujourdhui"]);
    let now = said(Urgency::Emergency, "dentiste-maintenant", "69", sunday);
    assert_eq!(now, ["quinze", "sms-114", "cent-douze", "dentiste-maintenant"]);
    let pharmacy = said(Urgency::Hours, "pharmacie-maintenant", "", "2026-11-24 21:00");
    assert_eq!(pharmacy, ["pharmacie-de-garde", "acces-aux-soins", "sms-114", "planning", "pharmacie-maintenant"]);
    let midwife = said(Urgency::Hours, "sage-femme", "", sunday);
    assert_eq!(midwife, ["maternite", "acces-aux-soins", "sms-114", "sage-femme"]);
    let poison = |territory| said(Urgency::Emergency, "antipoison", territory, sunday);
    assert_eq!(poison("59"), ["antipoison-lille", "quinze", "sms-114", "cent-douze"]);
    assert_eq!(poison(""), ["antipoison", "quinze", "sms-114", "cent-douze"]);
    assert_eq!(poison("974"), ["quinze", "sms-114", "cent-douze"]);
    let maternity = said(Urgency::Emergency, "maternite", "", sunday);
    assert_eq!(maternity, ["maternite", "quinze", "sms-114", "cent-douze"]);
}

#[test]
fn whoever_cannot_speak_or_hear_writes_first() {
    let silent = |level, way, moment| {
        let asked = Asked { voice: Voice::Silent, ..asked(level, way, "", moment) };
        ways(&advise(library(), &asked))
    };
    let night = "2026-11-24 03:00";
    assert_eq!(silent(Urgency::Vital, "dix-sept", night), ["sms-114", "dix-sept", "quinze-maintenant", "cent-douze"]);
    assert_eq!(
        silent(Urgency::Hours, "medecin-aujourdhui", night),
        ["sms-114", "acces-aux-soins", "medecin-aujourdhui"]
    );
    let by_day = silent(Urgency::Days, "medecin-48-heures", "2026-11-24 10:00");
    assert_eq!(by_day, ["medecin-48-heures", "lieux-de-soins", "sms-114", "acces-aux-soins"]);
    assert!(!silent(Urgency::Planned, "medecin-rendez-vous", night).contains(&"sms-114".to_owned()));
    let child = advise(library(), &asked(Urgency::Emergency, "proteger-un-enfant", "", night));
    let step = child.steps.iter().find(|step| contact(step) == "enfance-en-danger").unwrap();
    assert_eq!(step.written.unwrap().address, "allo119.gouv.fr");
}

/// A line that is closed gives way to 15; past midnight the evening before counts; overseas nobody knows.
#[test]
fn a_line_that_is_closed_gives_way() {
    let at_night = said(Urgency::Hours, "trois-un-trois-trois", "", "2026-11-24 21:00");
    assert_eq!(at_night, ["acces-aux-soins", "sms-114", "trois-un-trois-trois"]);
    let by_day = said(Urgency::Hours, "trois-un-trois-trois", "", "2026-11-24 10:00");
    assert_eq!(by_day, ["trois-un-trois-trois", "acces-aux-soins", "sms-114"]);
    let overseas = said(Urgency::Hours, "trois-un-trois-trois", "974", "2026-11-24 21:00");
    assert_eq!(overseas.first().map(String::as_str), Some("trois-un-trois-trois"));
    let line = |id: &str| orientation().lines.iter().find(|line| line.contact == id).unwrap();
    let drugs = line("drogues-info-service");
    for (moment, open) in [("01:59", true), ("02:00", false), ("07:59", false), ("08:00", true), ("23:59", true)] {
        assert_eq!(drugs.is_open_at(at(&format!("2026-11-24 {moment}"))), open, "{moment}");
    }
    let planning = line("planning-familial");
    assert!(planning.is_open_at(at("2026-11-21 10:00")) && !planning.is_open_at(at("2026-11-22 10:00")));
}

/// Who answers on working days, or at hours that nobody knows, is not offered as open in the middle of the night.
#[test]
fn a_line_of_working_days_is_closed_on_sunday_at_three() {
    let open_at = |id: &str, moment: &str| {
        let line = orientation().lines.iter().find(|line| line.contact == id).unwrap();
        line.is_open_at(at(moment))
    };
    for (contact, on_saturday) in [("crafs", false), ("viols-femmes", false), ("france-victimes", true)] {
        assert!(!open_at(contact, "2026-11-22 03:00"), "{contact} in the night of Sunday");
        assert!(open_at(contact, "2026-11-23 10:00") && open_at(contact, "2026-11-27 18:59"), "{contact} by day");
        assert!(!open_at(contact, "2026-11-23 22:00"), "{contact} in the evening");
        assert_eq!(open_at(contact, "2026-11-21 11:00"), on_saturday, "{contact} on Saturday");
        assert_eq!(open_at(contact, "2026-11-22 11:00"), on_saturday, "{contact} on Sunday");
    }
    assert!(!open_at("viols-femmes", "2026-11-23 09:59") && !open_at("viols-femmes", "2026-11-23 19:00"));
    let victims = said(Urgency::Hours, "france-victimes", "", "2026-11-22 03:00");
    assert_eq!(victims, ["acces-aux-soins", "sms-114", "france-victimes"]);
}

/// Motifs in which somebody must look, listen or touch, whatever the content lists.
const EXAMINED: [&str; 20] = [
    "signes-avc",
    "malaise-perte-de-connaissance",
    "confusion",
    "convulsion",
    "mal-de-tete",
    "jambe-gonflee",
    "articulation-gonflee-boite",
    "machoire-epaule-bras",
    "uriner-flanc",
    "douleur-testicules",
    "verge",
    "regles-bas-ventre",
    "dents",
    "oeil",
    "produit",
    "corps-etranger",
    "trop-de-medicaments",
    "appareil-platre-operation",
    "drepanocytose",
    "idees-noires",
];

/// Parts of the body where the reference wants an examination, and those where a sign of alarm is near.
const EXAMINED_PARTS: [&str; 8] = ["ventre", "poitrine", "blessure", "bebe", "grossesse", "tete", "jambe", "produits"];

/// The way of a consultation at a distance, where it is offered to somebody of this age in months.
fn offers_remote(level: Urgency, way: &'static Way, motif: &str, age: Option<u16>) -> bool {
    let motifs = [motif.to_owned()];
    let asked = Asked { level, way, motifs: &motifs, age, ..asked(level, "quinze", "", "2026-11-24 10:00") };
    ways(&advise(library(), &asked)).contains(&orientation().remote.as_ref().unwrap().way)
}

/// A consultation at a distance: only for days and appointments, only beside a doctor, never where one must be examined.
#[test]
fn a_consultation_at_a_distance_is_offered_only_where_it_may_be() {
    let remote = orientation().remote.as_ref().unwrap();
    for id in EXAMINED {
        assert!(library().motif(id).is_some(), "{id}");
    }
    let mut offered = 0;
    for door in library().doors() {
        let is_examined = EXAMINED.contains(&door.id.as_str()) || EXAMINED_PARTS.contains(&door.part.as_str());
        for way in library().draft().ways.iter().filter(|way| way.id != remote.way) {
            for level in Urgency::MOST_URGENT_FIRST {
                let is_offered = offers_remote(level, way, &door.id, Some(360));
                let is_low = matches!(level, Urgency::Days | Urgency::Planned);
                assert!(!is_offered || (is_low && !is_examined), "{} {} {level:?}", door.id, way.id);
                offered += usize::from(is_offered && way.id == "medecin-48-heures");
            }
        }
    }
    assert!(offered > 0);
    let nothing_known = said(Urgency::Days, "medecin-48-heures", "", "2026-11-24 10:00");
    assert!(!nothing_known.contains(&remote.way));
}

/// An infant must be examined, and so must somebody whose age nobody has told.
#[test]
fn a_consultation_at_a_distance_is_never_offered_for_an_infant() {
    let way = library().way("medecin-48-heures").unwrap();
    let from = orientation().remote.as_ref().unwrap().from_age;
    for motif in &orientation().remote.as_ref().unwrap().motifs {
        for age in 0..from {
            assert!(!offers_remote(Urgency::Days, way, motif, Some(age)), "{motif} at {age} months");
        }
        assert!(!offers_remote(Urgency::Days, way, motif, None), "{motif} at an age unknown");
        assert!(offers_remote(Urgency::Days, way, motif, Some(from)), "{motif} at {from} months");
    }
    assert_eq!(from, 24, "an infant is below two years");
}

/// Two motifs: one that must be examined takes the offer away.
#[test]
fn one_motif_to_examine_is_enough() {
    let motifs = ["mal-de-gorge", "jambe-gonflee"].map(str::to_owned);
    let of = |motifs| {
        let fit = asked(Urgency::Days, "medecin-48-heures", "", "2026-11-24 10:00");
        ways(&advise(library(), &Asked { motifs, age: Some(360), ..fit })).contains(&"teleconsultation".to_owned())
    };
    assert!(of(&motifs[..1]) && !of(&motifs));
}

#[test]
fn the_services_shown_are_those_of_the_professional_and_the_motif() {
    let shown = |way: &str, motif: &str| {
        let motifs = [motif.to_owned()];
        let asked = Asked { motifs: &motifs, ..asked(Urgency::Planned, way, "", "2026-11-24 10:00") };
        advise(library(), &asked).services.iter().map(|service| service.id.clone()).collect::<Vec<_>>()
    };
    assert_eq!(shown("pharmacien", "brule-en-urinant"), ["test-cystite"]);
    assert_eq!(shown("pharmacien", "mal-de-gorge"), ["test-angine"]);
    assert!(shown("medecin-48-heures", "mal-de-gorge").is_empty());
    assert_eq!(shown("sage-femme", "enceinte-avec-un-signe"), ["suivi-sage-femme"]);
    assert!(shown("maternite", "enceinte-avec-un-signe").is_empty());
    assert_eq!(shown("medecin-rendez-vous", "mal-de-dos"), ["kine-acces-direct-seances"]);
    assert!(shown("medecin-aujourdhui", "mal-de-dos").is_empty());
    assert_eq!(shown("pharmacien", "oeil"), ["lunettes-orthoptiste"]);
    for service in ["test-cystite", "test-angine"] {
        let service = orientation().services.iter().find(|known| known.id == service).unwrap();
        assert!(service.excluded.len() >= 6 && service.otherwise.contains("15"));
    }
}

/// Every exit that a result can have leads somewhere by day: no professional stands without a way, no way twice.
#[test]
fn every_exit_of_a_result_comes_first_by_day() {
    let exits: Vec<&Way> = library().draft().ways.iter().filter(|way| way.contact.as_deref() != Some("samu")).collect();
    for way in exits {
        let moment = "2026-11-24 10:00";
        let first = said(Urgency::Planned, &way.id, "", moment).first().cloned();
        assert_eq!(first.as_deref(), Some(way.id.as_str()));
    }
}
