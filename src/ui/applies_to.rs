//! Whom a motif is for, in words.

use sentier_core::content::{Ages, AppliesTo, Sex};

use crate::text::text;

/// "à partir de 3 mois, avant 16 ans", "sexe féminin, enceinte"; "toute personne" where it is for everybody.
pub fn applies_to(applies_to: AppliesTo) -> String {
    let t = text();
    let mut said = Vec::new();
    if let Some(Ages { from, to }) = applies_to.ages {
        if from > 0 {
            said.push(format!("{} {}", t.clinical_ages_from, age(from)));
        }
        said.extend(to.map(|to| format!("{} {}", t.clinical_ages_below, age(to))));
    }
    said.extend(applies_to.sex.map(|sex| match sex {
        Sex::Female => t.female.to_owned(),
        Sex::Male => t.male.to_owned(),
    }));
    if applies_to.is_for_pregnancy {
        said.push(t.clinical_pregnant.to_owned());
    }
    if said.is_empty() { t.clinical_anybody.to_owned() } else { said.join(", ") }
}

/// An age in whole months: in months before two years, then in years.
pub fn age(months: u16) -> String {
    let t = text();
    match months {
        0..24 => format!("{months}\u{a0}{}", t.months_unit),
        months => format!("{}\u{a0}{}", months.div_euclid(12), t.years_unit),
    }
}
