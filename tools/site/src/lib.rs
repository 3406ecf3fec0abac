//! A static file server on loopback that answers as a static host such as GitHub Pages does: a folder under a sub-path,
//! the right types, gzip, ten minutes of cache, 404 for everything else. For `make serve`, the browser tests and the bench.
//!
//! It also finishes a build (`release.rs`, `card.rs`) and makes one file of it (`single.rs`).
//!
//! A new type of file goes to `kind.rs`; a new way to fail on purpose goes to [`Fault`].

mod card;
mod gzip;
mod kind;
mod listing;
mod release;
mod reply;
mod route;
mod single;
mod site;

pub use release::{LIST, finish};
pub use single::single;
pub use site::{Fault, Site};
