//! The words of what the worker makes and says, in French. They come with the worker, so that the app does not carry them.

mod failures;
mod fhir;
mod sheets;
mod told;

use sentier_core::exchange::words::Words;

pub use fhir::FHIR;
pub use sheets::{CALENDAR, CARE, COMMON, EMERGENCY, ORIENTATION, TABLE};
pub use told::TOLD;

/// All of them.
pub const WORDS: Words = Words {
    fhir: FHIR,
    table: TABLE,
    common: COMMON,
    orientation: ORIENTATION,
    emergency: EMERGENCY,
    care: CARE,
    calendar: CALENDAR,
    told: TOLD,
};
