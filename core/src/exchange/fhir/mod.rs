//! FHIR R4: a record as a `collection`, a result of triage as a `document`, a motif as a Questionnaire, and the reading
//! of what others wrote. Valid in R4 and R4B alike.
//!
//! Codes of LOINC and UCUM come from `content/`; what has none is told by its name and by our own code under
//! [`OURS`], never by a code of ours under the name of others. Words come from the caller as [`Words`].

mod care;
mod element;
mod health;
pub mod import;
mod measures;
mod person;
mod plan;
mod questionnaire;
mod record;
mod said;
mod triage;

pub use questionnaire::questionnaire;
pub use record::{ExportError, collection};
pub use triage::document;

pub use super::message::{Occasion, Words};

/// Under this address stand the names of our own content. Nothing is there: names under `invalid` never resolve.
pub const OURS: &str = "https://sentier.invalid/fhir";

/// The names of LOINC.
const LOINC: &str = "http://loinc.org";

/// The units of UCUM.
const UCUM: &str = "http://unitsofmeasure.org";

/// The codes for "there is none", of the International Patient Summary (HL7).
const NONE_KNOWN: &str = "http://hl7.org/fhir/uv/ips/CodeSystem/absent-unknown-uv-ips";
