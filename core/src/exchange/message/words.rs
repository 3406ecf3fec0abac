//! The words of the interface that stand in what is exported, beside those of the content.

use serde::{Deserialize, Serialize};

/// The words, in the language of the page.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct Words<'a> {
    /// Before a day of birth.
    pub born: &'a str,
    /// Before a day of death.
    pub died: &'a str,
    /// For a day that is not known.
    pub day_unknown: &'a str,
    /// Before the day expected of a birth.
    pub due: &'a str,
    /// Before the day on which a pregnancy ended.
    pub pregnancy_ended: &'a str,
    /// Yes.
    pub yes: &'a str,
    /// No.
    pub no: &'a str,
    /// Asked, and not known.
    pub unknown: &'a str,
    /// In the morning.
    pub morning: &'a str,
    /// In the evening.
    pub evening: &'a str,
    /// Before the person's own lower bound.
    pub at_least: &'a str,
    /// Before the person's own upper bound.
    pub at_most: &'a str,
    /// Before the last day of something.
    pub until: &'a str,
    /// The heading of an appointment whose hour is not noted.
    pub appointment: &'a str,
    /// That there are no allergies.
    pub no_allergies: &'a str,
    /// That no treatment is taken.
    pub no_treatments: &'a str,
    /// The heading of what the person said of themselves.
    pub said: &'a str,
    /// The title of the document of a result.
    pub result: &'a str,
    /// The heading of the motifs.
    pub motifs: &'a str,
    /// The heading of the signs that are there.
    pub present: &'a str,
    /// The heading of the signs that the person does not know about.
    pub not_known: &'a str,
    /// The heading of the answers that were no.
    pub absent: &'a str,
    /// The heading of the measures.
    pub measures: &'a str,
    /// The heading of the person's age, sex and situation.
    pub person: &'a str,
    /// The age.
    pub age: &'a str,
    /// Months.
    pub months: &'a str,
    /// The sex of the body.
    pub sex: &'a str,
    /// Female.
    pub female: &'a str,
    /// Male.
    pub male: &'a str,
    /// The heading of what decided.
    pub reasons: &'a str,
    /// The heading of what to do.
    pub advice: &'a str,
    /// Before the version of the rules.
    pub version: &'a str,
    /// What a result of this program is not.
    pub caution: &'a str,
    /// Before whom a question is asked of alone.
    pub only_for: &'a str,
    /// Before since when, as the person confirmed it.
    pub since: &'a str,
}
