//! Screens: one file each. A screen arranges components and says what a tap does; it holds no rule.

pub mod about;
pub mod body;
pub mod care;
pub mod clinical;
pub mod home;
pub mod motifs;
pub mod outcome;
pub mod privacy;
pub mod proofs;
pub mod question;
pub mod sign;
pub mod system;
pub mod take;
pub mod waiting;
