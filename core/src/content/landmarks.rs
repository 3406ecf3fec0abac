//! The words of the lists that rules of the app itself rest on, so that none of them stands in code.

use serde::{Deserialize, Serialize};

use super::Id;

/// Which role is the person, which act is a visit to the own doctor, and so on. A word that is empty is for nobody.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Landmarks {
    /// The role of the person.
    pub myself: Id,
    /// The role of whoever is near; like the person, they are there without being noted.
    pub near: Id,
    /// The act by which an own doctor is declared.
    pub own_doctor: Id,
    /// The act of seeing the own doctor.
    pub visit: Id,
    /// The act of seeing the own doctor after hospital.
    pub visit_after_hospital: Id,
    /// The day of discharge, as pathways name it.
    pub discharge: Id,
    /// The papers in which a specialist writes to the own doctor.
    pub letters: Vec<Id>,
    /// The step that says when a team for complex situations is worth calling.
    pub complex: Id,
    /// The roles of those whom a stranger calls in an emergency, the first to be called first.
    pub emergency_roles: Vec<Id>,
    /// The papers that strangers must know of in an emergency.
    pub emergency_papers: Vec<Id>,
    /// Measures that are read and noted together, the greater first.
    pub together: Vec<[Id; 2]>,
    /// The pathways whose steps are vaccines.
    pub vaccines: Vec<Id>,
    /// The LOINC code of the day expected of a birth.
    pub due_date_loinc: String,
}
