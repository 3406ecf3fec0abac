//! Why nothing was made or understood, and what to do next.

use sentier_core::exchange::calendar::CalendarError;
use sentier_core::exchange::measures_csv::CsvError;
use sentier_core::exchange::message::{BackupError, Failure, ImportError, JsonError, QrError};
use sentier_core::exchange::share::ShareError;

/// The sentences for a failure.
pub fn failure(failure: Failure) -> &'static str {
    match failure {
        Failure::TooLarge => TOO_LARGE,
        Failure::Unreadable | Failure::Content => {
            "Cette page et son outil de lecture ne vont plus ensemble. Rechargez la page, puis réessayez."
        }
        Failure::NobodyThere => "Cette personne n’est plus notée ici. Choisissez-en une autre, puis réessayez.",
        Failure::Unfinished => "Le questionnaire n’est pas terminé. Répondez d’abord à toutes les questions.",
        Failure::Import(ImportError::Json(why)) | Failure::Backup(BackupError::Json(why)) => json(why),
        Failure::Import(ImportError::NotFhir) => {
            "Ce fichier n’est pas un dossier FHIR. Une sauvegarde de Sentier se lit avec « Restaurer une sauvegarde »."
        }
        Failure::Import(ImportError::TooManyEntries) | Failure::Backup(BackupError::TooMany) => {
            "Ce fichier contient trop d’éléments. Demandez un fichier plus court, par exemple pour une seule année."
        }
        Failure::Backup(BackupError::NotABackup) => {
            "Ce fichier n’est pas une sauvegarde de Sentier. Un dossier d’un hôpital se lit avec « Lire un dossier FHIR »."
        }
        Failure::Backup(BackupError::FromTheFuture) => {
            "Cette sauvegarde vient d’une version plus récente de Sentier. Rechargez la page pour avoir la dernière version."
        }
        Failure::Backup(BackupError::Seal(_)) | Failure::Seal(_) => {
            "Cette sauvegarde est protégée d’une façon que Sentier ne connaît pas. Choisissez une autre sauvegarde."
        }
        Failure::Table(CsvError::TooLarge) => TOO_LARGE,
        Failure::Table(CsvError::NotText) => {
            "Ce fichier n’est pas un tableau en texte. Dans le tableur, enregistrez-le au format CSV."
        }
        Failure::Table(CsvError::OpenQuote) => {
            "Un guillemet du tableau n’est jamais fermé. Enregistrez-le à nouveau au format CSV."
        }
        Failure::Table(CsvError::UnknownHeadings) => {
            "Les titres des colonnes sont inconnus. Comparez avec le tableau que Sentier vous donne."
        }
        Failure::Codes(QrError::Empty) => "Il n’y a rien à mettre dans un QR code.",
        Failure::Codes(QrError::TooLong) => {
            "Cette fiche est trop longue pour des QR codes. Imprimez-la ou copiez son texte."
        }
        Failure::NoDay => "Rien n’a de date à venir ici. Notez d’abord un rendez-vous, ou complétez vos parcours.",
        Failure::Calendar(CalendarError::TooMany) => "Il y a trop de dates pour un calendrier.",
        Failure::Calendar(CalendarError::NoSuchDay) => {
            "Une date ne peut pas être écrite dans un calendrier. Vérifiez la date de l’appareil."
        }
        Failure::Share(why) => share(why),
    }
}

const TOO_LARGE: &str = "Ce fichier est trop grand. Demandez un fichier plus court, par exemple pour une seule année.";

fn json(why: JsonError) -> &'static str {
    match why {
        JsonError::TooLarge | JsonError::TooMany => TOO_LARGE,
        JsonError::TooDeep => "Ce fichier est fait de façon anormale. Il n’est pas lu. Demandez-le à nouveau.",
        JsonError::NotText => "Ce fichier n’est pas du texte en UTF-8. Demandez-le à nouveau, au format JSON.",
        JsonError::NotJson => "Ce fichier est coupé, ou d’un autre format. Demandez-le à nouveau, au format JSON.",
    }
}

fn share(why: ShareError) -> &'static str {
    match why {
        ShareError::Sensitive => {
            "Cette fiche touche un sujet sensible : elle ne devient pas un lien. Vous pouvez l’imprimer ou la montrer."
        }
        ShareError::TooLarge => "Cette fiche est trop longue pour un lien. Imprimez-la ou copiez son texte.",
        ShareError::BadDay => "Le dernier jour du lien ne convient pas. Choisissez un jour dans le mois qui vient.",
        ShareError::Unreadable => "Ce lien est coupé ou abîmé. Demandez à la personne de vous l’envoyer à nouveau.",
        ShareError::FromTheFuture => {
            "Ce lien vient d’une version plus récente de Sentier. Rechargez la page, puis rouvrez le lien."
        }
        ShareError::Over(_) => "Ce lien ne s’ouvre plus. Demandez-en un nouveau à la personne qui l’a envoyé.",
    }
}
