//! The words of the sheets, which the catalogue of the interface has: here is which there must be.

/// The words that several sheets share.
#[derive(Clone, Copy, Debug)]
pub struct Common {
    /// The names of the months, one space between them.
    pub months: &'static str,
    /// After an age in years.
    pub years_unit: &'static str,
    /// After an age in months.
    pub months_unit: &'static str,
    /// The sex of the body.
    pub female: &'static str,
    /// The sex of the body.
    pub male: &'static str,
    /// Before the day of birth.
    pub born: &'static str,
    /// Of the fictional person.
    pub example: &'static str,
    /// Of what was never noted.
    pub not_noted: &'static str,
    /// Before the day on which a sheet was made.
    pub made: &'static str,
    /// Between the day and the hour.
    pub at: &'static str,
    /// Before the version of the rules.
    pub rules: &'static str,
    /// That no professional has reviewed the content.
    pub unreviewed: &'static str,
    /// What no sheet can do.
    pub limits: &'static str,
}

/// The words of the orientation sheet.
#[derive(Clone, Copy, Debug)]
pub struct OrientationWords {
    /// The title.
    pub title: &'static str,
    /// The heading of who, what and since when.
    pub situation: &'static str,
    /// Before the motifs.
    pub motifs: &'static str,
    /// Before since when.
    pub since: &'static str,
    /// The heading of what is known of the person.
    pub background: &'static str,
    /// Where nothing of the kind was said.
    pub background_none: &'static str,
    /// The heading of the signs that are there.
    pub present: &'static str,
    /// Where none is there.
    pub present_none: &'static str,
    /// The heading of what was measured.
    pub measured: &'static str,
    /// The heading of what was asked and is not there.
    pub absent: &'static str,
    /// The heading of what the person does not know.
    pub unknown: &'static str,
    /// Where everything is known.
    pub unknown_none: &'static str,
    /// Of a measure that could not be taken, behind its name.
    pub impossible: &'static str,
    /// Of an age that is not known.
    pub age_unknown: &'static str,
    /// Of a sex that is not known.
    pub sex_unknown: &'static str,
    /// The heading of the result.
    pub result: &'static str,
    /// The heading of why.
    pub why: &'static str,
    /// Before the signs of a rule that is in doubt.
    pub doubt: &'static str,
    /// That several doubts decided.
    pub doubts: &'static str,
    /// That content out of date decided.
    pub stale: &'static str,
}

/// The words of the emergency card.
#[derive(Clone, Copy, Debug)]
pub struct EmergencyWords {
    /// The title.
    pub title: &'static str,
    /// The heading of allergies.
    pub allergies: &'static str,
    /// The heading of treatments.
    pub treatments: &'static str,
    /// That the person says that there is none, before the day on which they said so.
    pub none_known: &'static str,
    /// The heading of illnesses and situations.
    pub illnesses: &'static str,
    /// Before the day since when.
    pub since: &'static str,
    /// Before the day expected of a birth.
    pub expecting: &'static str,
    /// The heading of those to call.
    pub contacts: &'static str,
    /// The heading of papers.
    pub papers: &'static str,
    /// Before the day on a paper.
    pub dated: &'static str,
    /// Before the last day of a paper.
    pub until: &'static str,
    /// Who says all this.
    pub told_by: &'static str,
}

/// The words of the consultation sheet and of the calendar of prevention.
#[derive(Clone, Copy, Debug)]
pub struct CareWords {
    /// The title of the consultation sheet.
    pub consultation: &'static str,
    /// Before the situations that are followed.
    pub situations: &'static str,
    /// The heading of what happened, before the day of the last consultation.
    pub since: &'static str,
    /// The same, where no consultation was noted.
    pub since_a_year: &'static str,
    /// Where nothing was noted since.
    pub since_nothing: &'static str,
    /// The heading of questions.
    pub questions: &'static str,
    /// The heading of what is due.
    pub due: &'static str,
    /// Where nothing is due.
    pub due_nothing: &'static str,
    /// The heading of appointments.
    pub appointments: &'static str,
    /// Before the person's own bounds of a measure, from below.
    pub at_least: &'static str,
    /// Before the person's own bounds of a measure, to above.
    pub at_most: &'static str,
    /// The title of the calendar of prevention.
    pub prevention: &'static str,
    /// The heading of what is to come.
    pub ahead: &'static str,
    /// Where nothing is to come.
    pub ahead_nothing: &'static str,
    /// The heading of what was done.
    pub done: &'static str,
    /// Where nothing was noted as done.
    pub done_nothing: &'static str,
    /// The heading of what is to be discussed.
    pub discuss: &'static str,
    /// Where nothing is to be discussed.
    pub discuss_nothing: &'static str,
    /// The heading of the column of what.
    pub what: &'static str,
    /// The heading of the column of with whom.
    pub who: &'static str,
    /// The heading of the column of when.
    pub when: &'static str,
    /// Before the day of an appointment.
    pub on: &'static str,
    /// Before the day from which.
    pub from: &'static str,
    /// Before the day by which.
    pub before: &'static str,
    /// Before the day since which it is late.
    pub late_since: &'static str,
    /// Before the day on which it was last done.
    pub last: &'static str,
}
