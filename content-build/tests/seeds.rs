//! Every actor and device that the project's two first documents name is something that a person can use: it has a page,
//! a way to it from triage, pathways or Find, somebody to turn to, and a source that says its date.
//!
//! The tables were made by reading both documents line by line. Illnesses, aims and praise are no actors; what advertises
//! something else is left out.
#![allow(missing_docs, clippy::unwrap_used, clippy::panic, reason = "tests")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::LazyLock;

use sentier_content_build::{Content, pages, read};
use sentier_core::content::system::Entry;
use sentier_core::plain::Plain;

static CONTENT: LazyLock<Content> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../content");
    read(&folder).unwrap_or_else(|mistakes| panic!("{mistakes:?}"))
});

static PAGES: LazyLock<BTreeMap<String, String>> = LazyLock::new(|| pages(&CONTENT, "app.css").into_iter().collect());

/// A name as a document writes it, and the entry that explains it.
type Named = (&'static str, &'static str);

/// “Rôle et importance du service de santé dans le système de soins”.
const FIRST: &[Named] = &[
    ("système de soins", "parcours-de-soins"),
    ("prévention", "prevention"),
    ("médecins", "medecin-traitant"),
    ("infirmiers", "infirmier"),
    ("techniciens", "laboratoire"),
    ("Consultation en ligne", "teleconsultation"),
    ("sanitaires", "structures-sanitaires"),
    ("médico-sociales", "structures-medico-sociales"),
    ("sociales", "structures-sociales"),
    ("ambulatoires", "structures-ambulatoires"),
    ("Établissements de santé", "structures-sanitaires"),
    ("Hôpitaux", "hopital"),
    ("cliniques", "hopital"),
    ("centres de santé", "centre-de-sante"),
    ("Maisons de retraite", "ehpad"),
    ("EHPAD", "ehpad"),
    ("foyers pour personnes handicapées", "structures-medico-sociales"),
    ("Services sociaux", "services-sociaux"),
    ("difficulté sociale", "ccas"),
    ("Cabinets médicaux", "structures-ambulatoires"),
    ("maisons de santé", "maison-de-sante"),
    ("soins primaires", "premier-recours"),
    ("pharmaciens", "pharmacien"),
    ("spécialistes", "specialiste"),
    ("assurance maladie", "assurance-maladie"),
    ("pouvoirs publics", "ministere"),
    ("dépenses de santé", "reste-a-payer"),
    ("aide-soignante", "soins-infirmiers-domicile"),
    ("agences régionales de santé (ARS)", "ars"),
    ("projets régionaux de santé (PRS)", "prs"),
    ("Haute autorité de santé (HAS)", "has"),
    ("ministères chargés de la santé", "ministere"),
    ("plateformes territoriales d’appui (PTA)", "pta"),
    ("réseaux de santé", "reseaux-de-sante"),
    ("soins de ville", "structures-ambulatoires"),
    ("soins hospitaliers", "hopital"),
    ("soins médico-sociaux", "structures-medico-sociales"),
    ("parcours de soins", "parcours-de-soins"),
    ("Consultations de premier recours", "premier-recours"),
    ("médecins généralistes", "medecin-traitant"),
    ("Soins spécialisés", "specialiste"),
    ("Soins palliatifs", "soins-palliatifs"),
    ("promotion de la santé", "prevention"),
    ("médecine de parcours", "parcours-de-sante"),
    ("périnatalité", "maternite"),
    ("conduites addictives chez les jeunes", "csapa"),
    ("dossier médical partagé (DMP)", "dmp"),
    ("dossier de cancérologie communicant (DCC)", "dcc"),
    ("personnes en situation de précarité", "pass"),
    ("perte d’autonomie", "apa"),
    ("PAERPA", "paerpa"),
    ("sécurité sociale", "assurance-maladie"),
    ("régimes d’assurance maladie", "assurance-maladie"),
    ("Parlement", "parlement"),
    ("loi de financement de la sécurité sociale", "lfss"),
    ("loi de modernisation de notre système de santé", "loi-2016"),
    ("équipes de soins primaires", "equipe-soins-primaires"),
    ("communautés territoriales de santé", "cpts"),
    ("outils numériques", "mon-espace-sante"),
];

/// “Parcours de santé : définition, enjeux et composantes du système de soins”.
const SECOND: &[Named] = &[
    ("parcours de santé", "parcours-de-sante"),
    ("Communautés Professionnelles Territoriales de Santé (CPTS)", "cpts"),
    ("Dispositifs d’Appui à la Coordination (DAC)", "dac"),
    ("Service d’Accès aux Soins (SAS)", "sas"),
    ("soins non programmés", "sas"),
    ("exercice coordonné", "exercice-coordonne"),
    ("Maisons de Santé Pluriprofessionnelles (MSP)", "maison-de-sante"),
    ("article 51", "article-51"),
    ("LFSS 2018", "lfss"),
    ("parcours de soins", "parcours-de-soins"),
    ("parcours de vie", "parcours-de-vie"),
    ("établissements médicaux", "structures-sanitaires"),
    ("services sociaux", "services-sociaux"),
    ("démarches administratives", "france-services"),
    ("dépistages", "prevention"),
    ("soins primaires", "premier-recours"),
    ("médecins généralistes", "medecin-traitant"),
    ("professionnels de santé de proximité", "acces-direct"),
    ("Dossier Médical Partagé (DMP)", "dmp"),
    ("soins spécialisés", "specialiste"),
    ("hospitaliers", "hopital"),
    ("suivi post-hospitalisation", "sortie-hopital"),
    ("réadaptation", "readaptation"),
    ("éducation thérapeutique du patient", "education-therapeutique"),
    ("accompagnement social", "services-sociaux"),
    ("partage sécurisé d’informations", "mssante"),
    ("réunions de concertation pluridisciplinaires", "rcp"),
    ("télémédecine", "teleconsultation"),
    ("consultations spécialisées", "specialiste"),
    ("services d’urgence", "urgences"),
    ("structures médico-sociales", "structures-medico-sociales"),
    ("Programmes Personnalisés de Soins (PPS)", "pps-cancer"),
    ("coordinateur de parcours en santé", "coordinateur-de-parcours"),
    ("famille", "proche-aidant"),
    ("plan de soins personnalisé", "ppcs"),
    ("permanences de soins", "permanence-des-soins"),
    ("réseaux de santé", "reseaux-de-sante"),
    ("MAIA", "maia"),
    ("PTA", "pta"),
    ("consultations de médecine générale", "medecin-traitant"),
    ("téléconsultations", "teleconsultation"),
    ("visites à domicile", "sos-medecins"),
    ("infirmiers", "infirmier"),
    ("kinésithérapeutes", "kinesitherapeute"),
    ("projet de santé commun", "maison-de-sante"),
    ("protocoles de soins partagés", "exercice-coordonne"),
    ("coordination ville-hôpital", "prado"),
    ("forfaits de prise en charge globale", "article-51"),
    ("nouveaux métiers en santé", "ipa"),
    ("spécialistes", "specialiste"),
    ("établissements de santé", "structures-sanitaires"),
    ("hôpitaux", "hopital"),
    ("cliniques", "hopital"),
    ("organismes d’assurance maladie", "assurance-maladie"),
    ("aidants familiaux", "proche-aidant"),
    ("dossiers médicaux partagés", "dmp"),
    ("applications de santé connectées", "objets-connectes"),
    ("intelligence artificielle", "intelligence-artificielle"),
];

/// What the project adds to both: the other meanings of PPS, what came after, rights, what is paid.
const ADDED: &[Named] = &[
    ("parcours de soins coordonnés", "parcours-soins-coordonnes"),
    ("plan personnalisé de santé", "pps-sante"),
    ("projet personnalisé de scolarisation", "pps-ecole"),
    ("plan personnalisé de coordination en santé", "ppcs"),
    ("plan de l’après-cancer", "ppac"),
    ("volet de synthèse médicale", "volet-synthese"),
    ("Mon espace santé", "mon-espace-sante"),
    ("MSSanté", "mssante"),
    ("télésurveillance", "telesurveillance"),
    ("hospitalisation à domicile", "hospitalisation-domicile"),
    ("dentiste", "dentiste"),
    ("sage-femme", "sage-femme"),
    ("psychologue", "psychologue"),
    ("protection maternelle et infantile", "pmi"),
    ("maison départementale des personnes handicapées", "mdph"),
    ("centre antipoison", "centre-antipoison"),
    ("personne de confiance", "personne-de-confiance"),
    ("directives anticipées", "directives-anticipees"),
    ("accès au dossier", "acces-au-dossier"),
    ("refus de soins", "refus-de-soins"),
    ("réclamation", "reclamation"),
    ("interprète", "interprete"),
    ("PASS", "pass"),
    ("ALD", "ald"),
    ("C2S", "c2s"),
    ("AME", "ame"),
    ("« 100 % »", "cent-pour-cent"),
    ("ce qui reste à payer", "reste-a-payer"),
    ("complémentaire santé", "mutuelle"),
];

fn entry(named: &str, id: &str) -> &'static Entry {
    CONTENT.system.entry(id).unwrap_or_else(|| panic!("“{named}” has no entry “{id}”"))
}

fn assert_of_use(named: &str, entry: &Entry) {
    let (system, id) = (&CONTENT.system, &entry.id);
    let page = PAGES.get(&Plain::entry_file(entry)).unwrap_or_else(|| panic!("“{named}” has no page"));
    assert!(page.contains("<h1>"), "{id}");

    let in_triage = !entry.levels.is_empty() || !system.motifs_of(entry, &CONTENT.library).is_empty();
    let in_pathways = !system.steps_of(entry, &CONTENT.care).is_empty();
    let in_find = !system.found_by(id).is_empty();
    assert!(in_triage || in_pathways || in_find, "nothing leads to “{named}” ({id})");

    let is_listed = !entry.contacts.is_empty() || !entry.sites.is_empty() || !entry.ask.is_empty();
    let is_nothing = entry.how.to_lowercase().contains("rien à demander");
    assert!(is_listed || is_nothing, "“{named}” ({id}) says neither whom to ask nor that there is nothing");

    let sources: Vec<_> = entry.sources.iter().filter_map(|source| system.source(source)).collect();
    assert!(!sources.is_empty(), "“{named}” ({id}) has no source");
    let has_year = |date: &str| date.split(|c: char| !c.is_ascii_digit()).any(|number| number.len() == 4);
    for source in &sources {
        assert!(has_year(&source.date) || source.date == "non datée", "{id}: {} is of “{}”", source.id, source.date);
    }
    // What the project wrote down itself is no publication.
    let is_own = |publisher: &str| publisher.to_lowercase().contains("projet");
    let is_dated = sources.iter().any(|source| has_year(&source.date) && !is_own(&source.publisher));
    assert!(is_dated, "“{named}” ({id}) has no publication with a date");
}

#[test]
fn what_the_documents_name_can_be_used() {
    for &(named, id) in FIRST.iter().chain(SECOND).chain(ADDED) {
        assert_of_use(named, entry(named, id));
    }
}

#[test]
fn every_other_entry_can_be_used_too() {
    for entry in &CONTENT.system.draft().entries {
        assert_of_use(&entry.name, entry);
    }
}

#[test]
fn nothing_is_named_twice() {
    for table in [FIRST, SECOND, ADDED] {
        let names: BTreeSet<&str> = table.iter().map(|(named, _)| *named).collect();
        assert_eq!(names.len(), table.len());
    }
}
