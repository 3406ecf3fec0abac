//! What to do about a day that cannot be that of a birth, a pregnancy or a death.

use sentier_core::pathway::identity::IdentityError;

use crate::text::text;

/// The sentence for an error.
pub fn problem(error: IdentityError) -> &'static str {
    let t = text();
    match error {
        IdentityError::BirthToCome => t.who_birth_to_come,
        IdentityError::TooOld => t.who_too_old,
        IdentityError::DueTooFar => t.who_due_too_far,
        IdentityError::DuePast => t.who_due_past,
        IdentityError::EndBeforeStart => t.who_end_before_start,
        IdentityError::EndTooLate => t.who_end_too_late,
        IdentityError::EndToCome => t.who_end_to_come,
        IdentityError::DeathBeforeBirth => t.who_death_before_birth,
        IdentityError::DeathToCome => t.who_death_to_come,
    }
}
