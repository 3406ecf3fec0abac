//! What goes out to other programs and to people, and what comes in: all of it made and read on the device.
//!
//! Each module is free functions over values and bytes with limits of their own: they end in a value or in a small
//! error, never in a crash, and can run in a worker. What is exported is no longer protected; the page says so.
//! What needs another crate stands behind the feature `exchange`, so that the app does not carry it.

#[cfg(feature = "exchange")]
pub mod answer;
#[cfg(feature = "exchange")]
pub mod backup;
pub mod calendar;
#[cfg(feature = "exchange")]
pub mod clean;
#[cfg(feature = "exchange")]
pub mod fhir;
#[cfg(feature = "exchange")]
pub mod json;
pub mod known;
#[cfg(feature = "exchange")]
mod made;
pub mod measures_csv;
pub mod message;
#[cfg(feature = "exchange")]
pub mod qr;
pub mod share;
pub mod sheet;
#[cfg(feature = "exchange")]
pub mod tell;
#[cfg(feature = "exchange")]
pub mod words;
