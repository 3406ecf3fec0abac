//! The system as people read it: acronyms explained in place, the glossary, the map, the three parcours.

mod glossary;
mod map;
mod pieces;
mod rings;

pub use glossary::{Line, look_up};
pub use map::{Column, Map, Row, Stop, map};
pub use pieces::{Piece, pieces};
pub use rings::{RingOf, own_items, rings};
