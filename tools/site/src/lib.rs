//! A static file server on loopback that answers as a static host such as GitHub Pages does: a folder under a sub-path,
//! the right types, gzip, ten minutes of cache, 404 for everything else. For `make serve`, the browser tests and the bench.
//!
//! A new type of file goes to `kind.rs`; a new way to fail on purpose goes to [`Fault`].

mod gzip;
mod kind;
mod reply;
mod route;
mod site;

pub use site::{Fault, Site};
