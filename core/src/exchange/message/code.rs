//! QR codes, as they are drawn.

use serde::{Deserialize, Serialize};

/// The most codes for one text: two pages of print.
pub const MOST_CODES: usize = 9;

/// The light frame that readers need, in modules.
const FRAME: usize = 4;

/// Why there is no code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum QrError {
    /// The text is empty.
    Empty,
    /// The text needs more than [`MOST_CODES`].
    TooLong,
}

/// A square of dark and light modules, without its frame.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Code {
    /// Modules a side.
    pub size: usize,
    /// Row by row, whether each is dark.
    pub dark: Vec<bool>,
}

impl Code {
    /// Modules a side, its frame included: the side of the drawing of [`Self::path`].
    #[must_use]
    pub fn side(&self) -> usize {
        self.size.saturating_add(FRAME.saturating_mul(2))
    }

    /// The dark modules as one path of an SVG, a module being a unit.
    #[must_use]
    pub fn path(&self) -> String {
        let mut path = String::new();
        for (y, row) in self.dark.chunks(self.size.max(1)).enumerate() {
            let mut x = 0_usize;
            for run in row.chunk_by(|one, next| one == next) {
                if run.first() == Some(&true) {
                    let (left, top, width) = (x.saturating_add(FRAME), y.saturating_add(FRAME), run.len());
                    path.push_str(&format!("M{left} {top}h{width}v1h-{width}z"));
                }
                x = x.saturating_add(run.len());
            }
        }
        path
    }
}
