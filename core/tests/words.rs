//! What is understood of people's own words, with the real content.
#![allow(missing_docs, clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

mod common;

use std::sync::LazyLock;
use std::time::{Duration, Instant};

use common::{CONTENT, library};
use sentier_core::content::{Library, Sex, Subject, pack};
use sentier_core::triage::{Answer, Answers, Known, MeasureAnswer, Protocol, Step, StepKind, walk};
use sentier_core::words::{Chip, Finder, Leads, Meaning};

static FINDER: LazyLock<Finder> =
    LazyLock::new(|| Finder::new(&library().draft().words, library().doors(), &library().draft().measures));

const EXAMPLE: &str = "ma fille de 2 ans a 39 depuis 3 jours et des boutons";

fn chips(typed: &str) -> Vec<Chip> {
    FINDER.understand(typed, &[]).chips
}

fn shown(typed: &str) -> Vec<String> {
    chips(typed).into_iter().map(|chip| chip.shown.replace(['\u{a0}', '\u{202f}'], " ")).collect()
}

fn age(typed: &str) -> Option<u16> {
    chips(typed).iter().find_map(|chip| if let Meaning::Age(months) = chip.meaning { Some(months) } else { None })
}

fn temperature(typed: &str) -> Option<i32> {
    let of = |chip: &Chip| if let Meaning::Temperature(_, tenths) = chip.meaning { Some(tenths) } else { None };
    chips(typed).iter().find_map(of)
}

fn since(typed: &str) -> Option<String> {
    let chip = chips(typed).into_iter().find(|chip| matches!(chip.meaning, Meaning::Since(_)));
    chip.map(|chip| chip.shown.replace(['\u{a0}', '\u{202f}'], " "))
}

fn sex(typed: &str) -> Option<Sex> {
    chips(typed).iter().find_map(|chip| if let Meaning::Sex(sex) = chip.meaning { Some(sex) } else { None })
}

fn is_pregnant(typed: &str) -> bool {
    chips(typed).iter().any(|chip| matches!(chip.meaning, Meaning::Pregnant(_)))
}

#[test]
fn the_example_is_understood_and_leads_to_the_right_motifs() {
    assert_eq!(shown(EXAMPLE), ["de sexe féminin", "2 ans", "39 °C", "depuis 3 jours", "boutons"]);
    let understood = FINDER.understand(EXAMPLE, &[]);
    let first: Vec<&str> = understood.motifs.iter().take(2).map(|found| found.motif.as_str()).collect();
    assert!(first.contains(&"boutons-enfant") && first.contains(&"fievre-enfant"), "{first:?}");
    assert_eq!(understood.leads(), Leads::ToMotifs);
}

#[test]
fn ages_are_read_as_people_write_them() {
    for (typed, months) in [
        ("2ans", 24),
        ("J'ai 82 ans", 984),
        ("deux ans", 24),
        ("ma mère de quatre-vingt-deux ans", 984),
        ("soixante et onze ans", 852),
        ("soixante-quinze ans", 900),
        ("vingt et un ans", 252),
        ("2 ans et demi", 30),
        ("bébé de 3 mois", 3),
        ("bb 4moi", 4),
        ("nourrisson de 6 semaines", 1),
        ("bebe de 10 jours", 0),
        ("mon fils a 18 mois", 18),
        ("il a 8 mois et tousse", 8),
    ] {
        assert_eq!(age(typed), Some(months), "{typed}");
    }
}

#[test]
fn what_is_no_age_is_none() {
    for typed in [
        "depuis 2 ans",
        "il y a 3 mois",
        "enceinte de 5 mois",
        "3 mois de grossesse",
        "mal au dos depuis 10 ans",
        "toutes les 5 minutes",
        "vaccin des 2 mois",
        "900 ans",
        "20 ans de diabète",
        "j'ai 3 jours de fièvre",
    ] {
        assert_eq!(age(typed), None, "{typed}");
    }
}

#[test]
fn it_is_understood_of_whom_one_speaks() {
    for (typed, subject) in [
        ("ma fille de 2 ans a 39 depuis 3 jours et des boutons", Some(Subject::OwnChild)),
        ("je suis inquiet pour mon bébé", Some(Subject::OwnChild)),
        ("mon mari respire mal, j'ai peur", Some(Subject::SomebodyElse)),
        ("j'ai mal au ventre", Some(Subject::Oneself)),
        ("jai mal o vantre", Some(Subject::Oneself)),
        ("mal au ventre", None),
        ("ma fille et ma mère vomissent", None),
    ] {
        assert_eq!(FINDER.understand(typed, &[]).subject, subject, "{typed}");
    }
}

#[test]
fn of_two_different_ages_or_sexes_none_is_proposed() {
    assert_eq!(age("mon fils de 2 ans et ma fille de 5 ans vomissent"), None);
    assert_eq!(sex("mon fils et ma fille vomissent"), None);
    assert_eq!(age("2 ans, oui 2 ans"), Some(24));
}

#[test]
fn temperatures_are_read_and_other_numbers_are_not() {
    for (typed, tenths) in [
        ("j'ai 39", 390),
        ("39,5", 395),
        ("39.2°", 392),
        ("38°5", 385),
        ("40 de fièvre", 400),
        ("40 de fievre", 400),
        ("39 degrés", 390),
        ("fievre 39", 390),
        ("bebe froid 35,2", 352),
    ] {
        assert_eq!(temperature(typed), Some(tenths), "{typed}");
    }
    for typed in [
        "39 ans",
        "j'ai 39 ans",
        "37 SA",
        "40 semaines",
        "tension 18/10",
        "38 kg",
        "39 fois",
        "j'ai 12",
        "saturation 90 %",
    ] {
        assert_eq!(temperature(typed), None, "{typed}");
    }
}

#[test]
fn durations_are_read() {
    for (typed, expected) in [
        ("mal au dos depuis 3 jours", "depuis 3 jours"),
        ("depuis hier soir", "depuis hier soir"),
        ("depuis ce matin", "depuis ce matin"),
        ("ça fait 2h", "depuis 2 heures"),
        ("sa fait 2 h que jai mal", "depuis 2 heures"),
        ("depuis une semaine", "depuis 1 semaine"),
        ("depui 5j", "depuis 5 jours"),
        ("depuis plus de 2 mois", "depuis 2 mois"),
        ("il y a 10 minutes", "il y a 10 minutes"),
        ("fièvre 3 jours", "3 jours"),
    ] {
        assert_eq!(since(typed).as_deref(), Some(expected), "{typed}");
    }
    assert_eq!(since("contractions toutes les 10 minutes"), None);
}

#[test]
fn persons_say_their_sex_only_where_the_word_does() {
    for typed in ["ma fille", "ma mère", "mamie est tombée", "je suis enceinte", "une femme"] {
        assert_eq!(sex(typed), Some(Sex::Female), "{typed}");
    }
    for typed in ["mon fils", "mon mari", "papa", "un homme"] {
        assert_eq!(sex(typed), Some(Sex::Male), "{typed}");
    }
    for typed in ["mon bébé", "mon enfant", "j'ai mal", "nourrisson"] {
        assert_eq!(sex(typed), None, "{typed}");
    }
}

#[test]
fn a_pregnancy_is_understood_and_its_length_is_no_age() {
    for typed in ["je suis enceinte", "enceinte de 5 mois", "ma femme est a 8 SA", "grosesse 3 mois"] {
        assert!(is_pregnant(typed), "{typed}");
        assert_eq!((age(typed), temperature(typed), since(typed)), (None, None, None), "{typed}");
    }
    for typed in ["je suis pas enceinte", "peur d'être enceinte", "mal au ventre"] {
        assert!(!is_pregnant(typed), "{typed}");
    }
    let first = FINDER.understand("enceinte et mal au ventre", &[]).motifs[0].motif.clone();
    assert_eq!(first, "enceinte-avec-un-signe");
}

#[test]
fn a_removed_chip_is_gone_and_no_longer_counts() {
    let boutons = Meaning::Complaint("boutons".to_owned());
    let removed = FINDER.understand(EXAMPLE, std::slice::from_ref(&boutons));
    assert!(removed.chips.iter().all(|chip| chip.meaning != boutons));
    let score = |found: &sentier_core::words::Understood<'_>| {
        found.motifs.iter().find(|found| found.motif == "boutons-enfant").map_or(0.0, |found| found.score)
    };
    assert!(score(&removed) < score(&FINDER.understand(EXAMPLE, &[])));
    let warm: Vec<Meaning> = chips(EXAMPLE).into_iter().map(|chip| chip.meaning).collect();
    assert!(FINDER.understand(EXAMPLE, &warm).chips.is_empty());
}

#[test]
fn nothing_is_answered_until_a_chip_is_confirmed() {
    let mut answers = Answers::default();
    let typed = "enceinte de 6 mois, 31 ans, 38,4 depuis hier, mal au ventre";
    let understood = FINDER.understand(typed, &[]);
    assert!(answers.is_empty());
    for chip in &understood.chips {
        chip.meaning.confirm(&mut answers);
    }
    let mut expected = Answers { age: Some(Known::Is(372)), sex: Some(Known::Is(Sex::Female)), ..Answers::default() };
    expected.signs.insert("terrain.enceinte".to_owned(), Answer::Yes);
    expected.measures.insert("temperature".to_owned(), MeasureAnswer::Tenths(384));
    assert_eq!(answers, expected);
    let kept = understood.chips.iter().filter(|chip| chip.meaning.is_kept()).count();
    assert_eq!(kept, 5, "the four answers, and since when");
}

/// Confirmed, the questions for age, sex and temperature count as answered in the walk.
#[test]
fn a_confirmed_chip_is_the_answer_to_its_question() {
    let motifs = ["fievre-enfant".to_owned()];
    let protocol = Protocol::new(library(), &motifs);
    let mut answers = Answers::default();
    for sign in protocol.signs().iter().filter(|sign| sign.is_ticked()) {
        answers.signs.insert(sign.id.clone(), Answer::No);
    }
    let is_open = |answers: &Answers, wanted: fn(&Step) -> bool| {
        walk(&protocol, answers).steps.iter().any(|step| wanted(step) && !step.is_complete)
    };
    let person = |step: &Step| matches!(step.kind, StepKind::Person { .. });
    let measure = |step: &Step| !step.measures.is_empty();
    assert!(is_open(&answers, person));
    for chip in chips(EXAMPLE) {
        chip.meaning.confirm(&mut answers);
    }
    assert!(!is_open(&answers, person) && !is_open(&answers, measure));
    assert_eq!(walk(&protocol, &answers).counted.age, Some(Known::Is(24)));
}

#[test]
fn words_of_danger_lead_to_the_gate() {
    for (typed, speaks_of) in [
        ("il ne respire plus", "gate.souffle"),
        ("la voisine respir plu", "gate.souffle"),
        ("ma femme est inconsciente", "gate.conscience"),
        ("mon bb convulse", "gate.secousses"),
        ("papa a la bouche tordue", "gate.avc"),
        ("elle saigne bcp", "gate.saignement"),
        ("mon ami veut mourir", "idees-noires"),
        ("ça me serre dans la poitrine", "gate.poitrine"),
        ("il a les lèvres toutes bleues", "gate.couleur"),
        ("BEBE TOUT MOU", "gate.bebe-mou"),
    ] {
        let understood = FINDER.understand(typed, &[]);
        assert!(understood.dangers.iter().any(|id| *id == speaks_of), "{typed}: {:?}", understood.dangers);
        assert_eq!(understood.leads(), Leads::ToGate, "{typed}");
    }
    for typed in ["mal au ventre", "il est conscient", EXAMPLE, "je tousse", "mal de dos", ""] {
        assert!(!FINDER.understand(typed, &[]).is_vital(), "{typed}");
    }
}

/// Each of them, as the content writes it.
#[test]
fn every_word_of_danger_is_recognised() {
    for vital in &library().draft().words.vitals {
        for said in &vital.says {
            assert!(FINDER.understand(said, &[]).dangers.contains(&&vital.speaks_of), "{said}");
        }
    }
}

#[test]
fn unknown_words_lead_to_the_list_where_every_motif_is() {
    for typed in ["", " ", "xyzzy", "je ne sais quoi", "zzzz qqqq", "☹", "!!!", "12"] {
        let understood = FINDER.understand(typed, &[]);
        assert!(understood.motifs.is_empty(), "{typed}: {:?}", understood.motifs);
        assert_eq!(understood.leads(), Leads::ToList, "{typed}");
    }
    let parts = &library().draft().parts;
    assert!(library().doors().all(|door| parts.iter().any(|part| part.id == door.part)));
}

#[test]
fn every_motif_is_first_for_its_title_or_a_phrase_of_its_own() {
    for door in library().doors() {
        let is_first =
            |phrase: &String| FINDER.understand(phrase, &[]).motifs.iter().take(1).any(|f| f.motif == &door.id);
        assert!(std::iter::once(&door.title).chain(&door.words).any(is_first), "{}", door.id);
    }
}

#[test]
fn an_age_that_was_not_said_moves_no_motif_down() {
    let plain = FINDER.understand("fièvre", &[]).motifs;
    let place = |id: &str| plain.iter().position(|found| found.motif == id).unwrap();
    assert!(place("fievre-adulte") < 3 && place("fievre-enfant") < 3, "{plain:?}");
    let first = |typed: &str| FINDER.understand(typed, &[]).motifs[0].motif.clone();
    assert_eq!(first("fièvre 45 ans"), "fievre-adulte");
    assert_eq!(first("fièvre 4 ans"), "fievre-enfant");
    assert_eq!(first("bébé de 2 mois fièvre"), "fievre-avant-3-mois");
}

/// The start pack alone understands as much as the whole library.
#[test]
fn the_start_pack_is_enough() {
    let start = pack::read_start(&pack::write_start(library()).unwrap()).unwrap();
    let finder = start.finder();
    for phrasing in CONTENT.phrasings.iter().filter(|phrasing| !phrasing.is_sealed) {
        assert_eq!(finder.understand(&phrasing.says, &[]), FINDER.understand(&phrasing.says, &[]));
    }
}

#[test]
fn hostile_texts_are_only_texts() {
    for typed in [
        "\u{0}\u{202e}<script>",
        "İİİ ßß ﬁ",
        "99999999999999999999 ans",
        "1,",
        ",5",
        "°",
        "e\u{301}te\u{301}",
        "🙂39🙂",
    ] {
        for chip in FINDER.understand(typed, &[]).chips {
            assert!(typed.get(chip.start..chip.end).is_some(), "{typed}");
        }
    }
    let long = "mal au ventre depuis 3 jours ".repeat(200);
    assert!(!FINDER.understand(&long, &[]).motifs.is_empty());
}

/// Under a millisecond for 60 letters over all motifs, in the best of some runs, so that a busy machine is no failure.
#[test]
fn understanding_takes_less_than_a_millisecond() {
    for typed in [
        "ma fille de 2 ans a 39 depuis 3 jours et des boutons rouges",
        "jai trè mal o vantre dpui hièr soir é jvomi bocou kan je manj",
        "zzorglub frimoussette carabistouilles perlimpinpin quincailler",
    ] {
        assert!((58..=63).contains(&typed.chars().count()), "{typed}");
        let fastest = (0..50)
            .map(|_| {
                let before = Instant::now();
                std::hint::black_box(FINDER.understand(std::hint::black_box(typed), &[]));
                before.elapsed()
            })
            .min();
        assert!(fastest.unwrap() < Duration::from_millis(1), "{fastest:?} for {typed}");
    }
}

#[test]
fn a_gate_alone_understands_too() {
    let start = pack::read_start(&pack::write_start(library()).unwrap()).unwrap();
    let gate: Library = start.library();
    assert_eq!(gate.draft().words, library().draft().words);
}

#[test]
fn complaints_are_shown_in_known_words_and_what_is_denied_is_none() {
    for (typed, complaint) in
        [("jai mal o ventr", "mal au ventre"), ("bcp de boutton", "bouton"), ("palpitacion", "palpitation")]
    {
        assert!(shown(typed).iter().any(|shown| shown == complaint), "{typed}: {:?}", shown(typed));
    }
    for typed in ["pas de boutons", "sans migraine", "je n'ai pas mal au ventre"] {
        assert!(shown(typed).is_empty(), "{typed}: {:?}", shown(typed));
    }
    assert!(!shown("bébé boit").iter().any(|shown| shown.contains("plus")));
}
