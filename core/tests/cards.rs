//! What the triage must have an entry for: the cards of the reference, and the everyday reasons that it lacks.
#![allow(missing_docs, reason = "tests")]

mod common;

use common::library;

/// The cards of the reference, and those that its review adds.
const CARDS: &str = "A1 A2 A3 A4 A5 A6 B1 B2 B3 B4 B5 C1 C2 C3 D E1 E2 E3 E4 E5 E6 F1 F2 F3 F4 F5 G1 G2 H1 H2 H3 H4 \
                     H5 H6 I1 I2 I3 J1 J2 K-O K-N K-S K-D K1 K2 M1 M2 M3 L1 L2 L3 L4 L5 L6 A7 A8 B6 C4 E0 E7 E8 F6 G3 \
                     H7 H8 K3 K4 L7 L8 L9 L10 L11 L12 M4 Z0 Z1";

/// What people look for every day, and the motif that must be among the first three.
const EVERYDAY: [(&str, &str); 21] = [
    ("mal à la gorge", "gorge"),
    ("mal à l’oreille", "oreille"),
    ("mon enfant tousse", "enfant"),
    ("boutons de mon enfant", "boutons-enfant"),
    ("varicelle", "boutons-enfant"),
    ("insomnie", "insomnie"),
    ("fatigue", "fatigue"),
    ("constipation", "constipation"),
    ("hémorroïdes", "constipation"),
    ("mal au cou", "torticolis"),
    ("mal au genou", "articulation"),
    ("mal à l’épaule", "epaule"),
    ("insecte dans l’oreille", "corps-etranger"),
    ("objet avalé", "corps-etranger"),
    ("coup de soleil", "brulure"),
    ("piercing infecté", "boutons-peau"),
    ("oubli de pilule", "question-intime"),
    ("fièvre après un vaccin", "fievre"),
    ("arrêt de travail", "papiers"),
    ("ordonnance à renouveler", "papiers"),
    ("je ne sais pas ce que j’ai", "autre-chose"),
];

#[test]
fn every_card_of_the_reference_has_a_motif() {
    let cards: Vec<&str> = library().draft().motifs.iter().map(|motif| motif.card.as_str()).collect();
    let missing: Vec<&str> = CARDS.split_whitespace().filter(|card| !cards.contains(card)).collect();
    assert!(missing.is_empty(), "{missing:?} are not among {cards:?}");
}

#[test]
fn what_people_look_for_every_day_is_found() {
    let draft = library().draft();
    let finder = sentier_core::words::Finder::new(&draft.words, library().doors(), &draft.measures);
    let mut missed = Vec::new();
    for (said, motif) in EVERYDAY {
        let found = finder.understand(said, &[]).motifs;
        let first: Vec<&str> = found.iter().take(3).map(|found| found.motif.as_str()).collect();
        if !first.iter().any(|found| found.contains(motif)) {
            missed.push(format!("“{said}”: {first:?} instead of …{motif}…"));
        }
    }
    assert!(missed.is_empty(), "{}", missed.join("\n"));
}
