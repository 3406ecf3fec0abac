//! The words of the interface, in one typed catalogue: a missing entry does not compile. What is said about health is
//! not here but in `content/`.

macro_rules! catalogue {
    ($($name:ident: $french:literal,)*) => {
        /// Every text of the interface, in one language.
        pub struct Text {
            $(pub $name: &'static str,)*
        }

        /// French.
        static FRENCH: Text = Text { $($name: $french,)* };

        impl Text {
            /// Every entry with its name.
            #[cfg(test)]
            pub fn entries(&self) -> Vec<(&'static str, &'static str)> {
                vec![$((stringify!($name), self.$name),)*]
            }
        }
    };
}

/// The words of the interface in the language chosen; today there is one.
pub fn text() -> &'static Text {
    &FRENCH
}

catalogue! {
    app_name: "Sentier",
    skip: "Aller au contenu",
    emergency_call: "Urgence",
    emergency_call_label: "15, urgence : appeler",
    footer_review: "Contenu non validé par un professionnel de santé.",
    footer_purpose: "Sentier ne remplace pas un médecin et ne fait pas de diagnostic. Il aide à savoir qui contacter. En cas de doute, appelez le 15.",
    footer_about: "À propos et limites",
    footer_privacy: "Vie privée",
    footer_label: "Informations",
    version: "Règles",

    home_title: "Qu’est-ce qui ne va pas ?",
    home_lead: "Écrivez avec vos mots. Rien ne quitte cet appareil.",
    home_words_label: "Ce qui ne va pas, avec vos mots",
    home_continue: "Continuer",
    home_list: "Choisir dans une liste",
    home_found: "Cela ressemble à",
    home_nothing: "Nous n’avons pas reconnu ces mots. Continuez : vous pourrez choisir dans une liste.",
    home_gate_note: "Quelques signes graves sont vérifiés d’abord, pour tout le monde.",
    number_15: "Urgence médicale",
    number_112: "Partout en Europe",
    number_114: "Par SMS, sourds ou sans parler",

    resume_title: "Reprendre où vous en étiez ?",
    resume_body: "Des réponses sont gardées sur cet appareil.",
    resume_yes: "Reprendre",
    resume_no: "Effacer et recommencer",
    crashed_title: "Sentier s’est arrêté la dernière fois",
    crashed_body: "Vos réponses n’ont pas été rouvertes toutes seules. Vous pouvez les reprendre ou les effacer.",
    crashed_nothing: "Aucune réponse n’était gardée. Vous pouvez recommencer.",

    notice_blocked: "Ce navigateur ne laisse rien enregistrer. Tout marche, mais rien n’est gardé si vous fermez la page.",
    notice_full: "Il n’y a plus de place sur cet appareil. Tout marche, mais rien n’est gardé si vous fermez la page.",
    notice_no_trace: "Vos réponses restent en mémoire. Rien n’est gardé sur cet appareil.",
    notice_leave: "Effacer et quitter vite",
    notice_damage: "Des réponses gardées plus tôt sont illisibles. Elles sont mises de côté, sans être modifiées.",
    notice_future: "Des réponses gardées viennent d’une version plus récente de Sentier. Elles sont mises de côté, sans être modifiées.",
    notice_discard: "Les supprimer",

    progress_screen: "Écran",
    progress_at_most: "au plus",

    gate_title: "D’abord, un de ces signes est-il présent ?",
    gate_lead: "Cochez ce qui est vrai maintenant. Un seul suffit pour appeler.",
    vital_title: "En ce moment, un de ces signes est-il présent ?",
    signs_title: "Un de ces signes est-il présent ?",
    signs_more_title: "Et un de ces signes ?",
    signs_lead: "Cochez tout ce qui est vrai.",
    terrain_title: "Dans quelle situation est la personne ?",
    terrain_lead: "Cochez tout ce qui est vrai pour elle.",
    none_of_signs: "Aucun de ces signes",
    none_of_terrain: "Rien de tout cela",
    not_sure: "Je ne sais pas",
    not_sure_hint: "Pour répondre à chaque question, une par une.",
    continue_button: "Continuer",
    nothing_ticked: "Cochez ce qui est vrai, ou « Aucun de ces signes ». Si vous hésitez : « Je ne sais pas ».",
    nothing_ticked_terrain: "Cochez ce qui est vrai, ou « Rien de tout cela ». Si vous hésitez : « Je ne sais pas ».",

    sign_of: "Question",
    sign_of_many: "sur",
    sign_help: "Comment vérifier",
    sign_hint: "Vous hésitez ? Répondez « Je ne sais pas » : la réponse sera prudente.",
    yes: "Oui",
    no: "Non",

    measure_label: "Valeur mesurée",
    measure_impossible: "Je n’ai pas pu mesurer",
    measure_not_a_number: "Écrivez un nombre, par exemple",
    measure_out_of_range: "Cette valeur semble impossible. Vérifiez-la : elle va de",
    measure_to: "à",

    person_title: "Qui est concerné ?",
    person_lead: "Pour la personne qui a le problème, pas forcément vous.",
    person_age: "Âge",
    person_age_number: "Nombre",
    person_years: "ans",
    person_months: "mois",
    person_age_unknown: "Je ne connais pas l’âge",
    person_sex: "Sexe du corps",
    person_sex_hint: "Certains signes n’existent que chez les femmes ou chez les hommes.",
    person_female: "Féminin",
    person_male: "Masculin",
    person_sex_unknown: "Je préfère ne pas dire",
    person_age_missing: "Écrivez l’âge, ou cochez « Je ne connais pas l’âge ».",
    person_age_impossible: "Cet âge semble impossible. Vérifiez le nombre, et s’il est en mois ou en ans.",
    person_sex_missing: "Choisissez une réponse pour le sexe du corps.",
    error_title: "Il manque une réponse",

    motifs_title: "Qu’est-ce qui ne va pas ?",
    motifs_lead: "Choisissez ce qui ressemble le plus. Jusqu’à trois réponses.",
    motifs_search: "Chercher avec vos mots",
    motifs_suggested: "D’après vos mots",
    motifs_all: "Toute la liste",
    motifs_missing: "Choisissez au moins une ligne.",
    motifs_too_many: "Trois lignes au plus : gardez ce qui inquiète le plus.",
    motifs_elsewhere: "Rien ne correspond ? Demandez un avis médical aujourd’hui. Votre médecin traitant, sinon le 15.",

    waiting_title: "Les questions arrivent…",
    waiting_body: "Si vous êtes inquiet, n’attendez pas : appelez le 15.",
    waiting_failed_title: "Les questions ne sont pas arrivées",
    waiting_failed_body: "Vérifiez la connexion, puis réessayez. En cas de doute, appelez le 15.",
    waiting_retry: "Réessayer",

    outcome_doubt: "Orientation prudente : certaines réponses sont « je ne sais pas ».",
    outcome_changed: "Après ce changement",
    outcome_before: "Avant",
    outcome_now: "Maintenant",
    outcome_same: "Le résultat reste le même.",
    outcome_final: "Si ça s’aggrave, si un nouveau signe apparaît, ou si vous avez un doute : appelez le 15.",
    why_title: "Pourquoi",
    why_sources: "Sources",
    why_to_verify: " · à vérifier",
    why_doubts: "Plusieurs réponses « je ne sais pas » portent sur des signes graves : l’orientation est plus prudente.",
    why_doubt: "Vous ne savez pas",
    why_other: "Aussi",
    change_title: "Ce qui changerait ce résultat",
    change_if_yes: "Avec « oui » à",
    change_if_no: "Avec « non » à",
    change_none: "Une autre réponse mènerait d’abord à d’autres questions.",
    meanwhile_title: "En attendant",
    self_care_title: "Ce que vous pouvez faire",
    recall_title: "Rappelez si…",
    phone_title: "Ce que vous pouvez dire au téléphone",
    phone_hello: "Bonjour. J’appelle pour",
    phone_address: "D’abord l’adresse exacte et un numéro où vous rappeler.",
    phone_who: "La personne",
    phone_present: "Signes présents",
    phone_unknown: "Je ne sais pas si",
    phone_measured: "Mesures",
    phone_terrain: "À savoir",
    phone_end: "Ne raccrochez pas en premier.",
    answers_title: "Vos réponses",
    answers_change: "Changer",
    answers_none: "aucun signe",
    answers_yes: "oui",
    answers_unknown: "je ne sais pas",
    answers_gate: "Signes vitaux",
    answers_vital: "Signes très graves",
    answers_emergency: "Signes graves",
    answers_other: "Autres signes",
    answers_person: "La personne",
    answers_terrain: "Sa situation",
    print: "Imprimer",
    restart: "Nouvelle question",

    months_unit: "mois",
    years_unit: "ans",
    female: "sexe féminin",
    male: "sexe masculin",
    age_unknown: "âge inconnu",
    sex_unknown: "sexe non précisé",

    about_title: "À propos de Sentier",
    about_purpose: "Sentier aide à savoir qui contacter, quand et pourquoi, quand quelque chose ne va pas. Il ne fait pas de diagnostic et ne remplace pas un médecin.",
    about_unreviewed: "Aucun professionnel de santé n’a validé ce contenu. Chaque fichier porte son état de relecture. Tant que rien n’est validé, Sentier est une démonstration.",
    about_limits: "Sentier ne voit pas la personne et peut se tromper. En cas de doute, l’orientation choisie est toujours la plus prudente, et le 15 reste joignable à chaque écran.",
    about_device: "Un questionnaire qui oriente une personne pourrait en être un : sa qualification reste à examiner avant toute diffusion.",
    about_official: "Sentier n’est pas un site de l’État ni de l’Assurance maladie.",
    about_licence: "Le code est libre (MIT ou Apache 2.0), le contenu aussi (CC BY 4.0).",
    about_sources: "Les sources ont été lues par extraits. « À vérifier » marque ce qui est connu par son titre, ou par culture générale.",
    privacy_title: "Vie privée",
    privacy_lead: "Ce que vous écrivez et répondez ne quitte pas cet appareil.",
    privacy_device_title: "Sur cet appareil",
    privacy_device: "Vos réponses en cours sont gardées dans ce navigateur, pour reprendre après une coupure. Les mots que vous tapez ne sont pas gardés.",
    privacy_sensitive: "Pour les idées de suicide, rien n’est gardé : les réponses restent en mémoire et disparaissent avec la page.",
    privacy_shared: "Une autre personne qui utilise cet appareil peut ouvrir ce qui y est gardé. Sur un appareil partagé, effacez à la fin.",
    privacy_host_title: "Ce que voit l’hébergeur",
    privacy_host: "Pour afficher la page, votre navigateur demande des fichiers à l’hébergeur. Il voit l’adresse de votre connexion (IP), l’heure, et les fichiers demandés.",
    privacy_host_never: "Ces fichiers sont les mêmes pour tout le monde. Aucune réponse et aucun motif n’y figure, ni dans l’adresse, ni dans le titre de la page.",
    privacy_host_log: "L’hébergeur peut garder ces traces de connexion selon ses propres règles. Sentier ne mesure pas l’audience et n’appelle aucun autre site.",
    privacy_crash_title: "En cas de panne",
    privacy_crash: "Un rapport s’affiche, que vous pouvez copier. Il contient la version et l’endroit du code. Il ne contient aucune réponse et n’est envoyé nulle part.",
    privacy_erase_title: "Effacer",
    privacy_erase: "Efface les réponses en cours, sur la page et dans ce navigateur.",
    privacy_erase_button: "Effacer mes réponses",
    privacy_erased: "C’est effacé.",
    page_question: "Question",
    page_outcome: "Orientation",
}

#[cfg(test)]
mod tests {
    use super::text;

    #[test]
    fn the_typography_is_french() {
        for (name, entry) in text().entries() {
            assert_eq!(entry.trim(), sentier_content_build::french(entry), "{name}");
        }
    }
}
