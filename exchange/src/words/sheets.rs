//! The words of sheets, calendars and tables.

use sentier_core::exchange::calendar;
use sentier_core::exchange::measures_csv;
use sentier_core::exchange::sheet::words::{CareWords, Common, EmergencyWords, OrientationWords};

/// What several sheets share.
pub const COMMON: Common = Common {
    months: "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    years_unit: "ans",
    months_unit: "mois",
    female: "femme",
    male: "homme",
    born: "naissance le",
    example: "Personne fictive.",
    not_noted: "non renseigné",
    made: "Fait le",
    at: "à",
    rules: "Règles",
    unreviewed: "Contenu non validé par un professionnel de santé.",
    limits: "Sentier ne remplace pas un médecin et ne fait pas de diagnostic. En cas de doute, appelez le 15.",
};

/// The orientation sheet.
pub const ORIENTATION: OrientationWords = OrientationWords {
    title: "Fiche d’orientation",
    situation: "Situation",
    motifs: "Motif",
    since: "Depuis",
    background: "Antécédents et terrain",
    background_none: "rien de signalé",
    present: "Signes présents",
    present_none: "aucun parmi ceux demandés",
    measured: "Mesures",
    absent: "Demandé et absent",
    unknown: "Ne sait pas",
    unknown_none: "rien",
    impossible: "pas mesuré",
    age_unknown: "âge inconnu",
    sex_unknown: "sexe inconnu",
    result: "Orientation proposée",
    why: "Pourquoi",
    doubt: "Dans le doute",
    doubts: "Plusieurs réponses sont dans le doute.",
    stale: "Une partie des règles est à relire ; le conseil est plus prudent.",
};

/// The emergency card.
pub const EMERGENCY: EmergencyWords = EmergencyWords {
    title: "Carte d’urgence",
    allergies: "Allergies",
    treatments: "Traitements",
    none_known: "rien de connu, dit le",
    illnesses: "Maladies et situations",
    since: "depuis le",
    expecting: "Grossesse, naissance attendue le",
    contacts: "À prévenir",
    papers: "Papiers",
    dated: "du",
    until: "valable jusqu’au",
    told_by: "D’après ce que la personne a noté.",
};

/// The consultation sheet and the calendar of prevention.
pub const CARE: CareWords = CareWords {
    consultation: "Pour la consultation",
    situations: "Situations suivies",
    since: "Depuis le",
    since_a_year: "Depuis un an",
    since_nothing: "rien de noté",
    questions: "Questions à poser",
    due: "À faire maintenant",
    due_nothing: "rien maintenant",
    appointments: "Rendez-vous",
    at_least: "au moins",
    at_most: "au plus",
    prevention: "Calendrier de prévention",
    ahead: "À venir",
    ahead_nothing: "rien de prévu",
    done: "Fait",
    done_nothing: "rien de noté",
    discuss: "À discuter",
    discuss_nothing: "rien",
    what: "Quoi",
    who: "Avec qui",
    when: "Quand",
    on: "le",
    from: "à partir du",
    before: "avant le",
    late_since: "en retard depuis le",
    last: "la dernière fois le",
};

/// The entries of a calendar.
pub const CALENDAR: calendar::Words = calendar::Words {
    appointment: "Rendez-vous",
    reminder: "À faire",
    from: "À faire à partir d’aujourd’hui",
    until: "Dernier jour",
    ends: "Se termine aujourd’hui",
    with: "Avec",
};

/// The table of measures.
pub const TABLE: measures_csv::Words = measures_csv::Words {
    day: "Date",
    moment: "Moment",
    morning: "matin",
    evening: "soir",
    measure: "Mesure",
    value: "Valeur",
    unit: "Unité",
    code: "Code",
};
