//! What is told of a file that was read: what it holds, and why some of it is not taken over.

use sentier_core::exchange::measures_csv::Refusal;
use sentier_core::exchange::message::{LeftWhy, Why};
use sentier_core::exchange::words::Told;

use super::failures::failure;

/// What is told of files.
pub const TOLD: Told = Told {
    app: "Sentier",
    note: "Ce fichier n’est pas protégé : toute personne qui l’ouvre peut le lire.",
    name: "Nom",
    sex: "Sexe",
    allergy: "Allergie",
    treatment: "Traitement",
    illness: "Maladie",
    done: "Fait",
    until: "au",
    values: "valeurs, du",
    known: "Valeurs déjà notées",
    device: "Tableau de",
    line: "Ligne",
    entry: "Élément",
    somebody: "Personne",
    more: "Autres lignes non reprises",
    too_many: "trop d’éléments à confirmer, demandez un fichier plus court",
    without: "non repris",
    made: "Sauvegarde faite le",
    added: "notes ajoutées",
    removed: "notes retirées",
    kept: "notes gardées",
    triage: "Réponses en cours",
    why,
    refusal,
    left,
    failure,
    over: "Ce lien ne s’ouvre plus. Demandez-en un nouveau à la personne qui l’a envoyé. Dernier jour :",
};

fn why(why: Why) -> &'static str {
    match why {
        Why::KindNotRead => "Sentier ne garde rien de cette sorte",
        Why::NotAResource => "ce n’est pas un élément de FHIR",
        Why::Twice => "déjà présent plus haut dans le fichier",
        Why::SameName => "un autre élément porte le même nom plus haut",
        Why::NobodyNamed => "le fichier ne dit pas de quelle personne",
        Why::Modified => "son sens peut être changé par une mention non comprise",
        Why::Withdrawn => "annulé ou saisi par erreur",
        Why::Refuted => "écarté dans le fichier",
        Why::Over => "terminé",
        Why::NotDone => "pas fait",
        Why::CodeUnknown => "inconnu de Sentier",
        Why::UnitUnknown => "unité absente ou inconnue",
        Why::NoValue => "aucune valeur",
        Why::NotExact => "valeur donnée comme une limite",
        Why::Implausible => "valeur hors de ce qui se mesure",
        Why::NoDay => "aucune date",
        Why::DayIncomplete => "jour inconnu",
        Why::DayImpossible => "date impossible",
        Why::InTheFuture => "date à venir",
        Why::NoName => "aucun nom",
        Why::Shortened => "texte raccourci ou nettoyé",
        Why::PartNotKept => "une partie n’a pas de place dans Sentier",
    }
}

fn refusal(why: Refusal) -> &'static str {
    match why {
        Refusal::NoDay => "aucune date lisible",
        Refusal::ImpossibleDay => "date à venir, ou avant la naissance",
        Refusal::UnknownMeasure => "mesure inconnue",
        Refusal::UnknownUnit => "unité inconnue",
        Refusal::NoNumber => "aucun nombre",
        Refusal::Implausible => "valeur hors de ce qui se mesure",
        Refusal::UnknownMoment => "moment inconnu : matin ou soir",
    }
}

fn left(why: LeftWhy) -> &'static str {
    match why {
        LeftWhy::NotUnderstood => "non compris, ou date hors limites",
        LeftWhy::Twice => "déjà présent plus haut dans le fichier",
        LeftWhy::SameNumber => "un autre élément a le même numéro plus haut",
        LeftWhy::UnknownPart => "partie inconnue du fichier",
    }
}
