//! The zones of the drawn body, and its drawing.

use std::path::Path;

use serde::Deserialize;
use toml::Spanned;

use sentier_core::content as typed;
use sentier_core::content::{Drawing, Figure, Zone};

use crate::read::{Reader, Source, version};
use crate::{file, french};

/// `zones.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Zones {
    /// Who has reviewed which motif stands where, and by when it must be read again; shown nowhere while nobody has.
    #[serde(rename = "review")]
    _review: file::Review,
    zone: Vec<RawZone>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawZone {
    id: Spanned<String>,
    title: String,
    motifs: Vec<String>,
}

/// `drawing.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Figures {
    figure: Vec<Figure>,
}

impl Reader {
    pub(crate) fn read_zones(&mut self) {
        let path = Path::new("zones.toml");
        let Some((text, zones)) = self.parse::<Zones>(path) else { return };
        let source = Source { file: path, text: &text, prefix: "", sources: &[] };
        for raw in zones.zone {
            let id = self.place(&source, &raw.id, raw.id.get_ref().clone());
            self.draft.zones.push(Zone { id, title: french(&raw.title), motifs: raw.motifs });
        }
    }

    /// The drawing, without its version.
    pub(crate) fn read_drawing(&mut self) -> Drawing {
        let figures = self.parse::<Figures>(Path::new("drawing.toml")).map(|(_, read)| read.figure);
        Drawing { version: String::new(), figures: figures.unwrap_or_default() }
    }
}

/// The drawing of these zones under its version, or what does not hold together in it.
pub(crate) fn checked_drawing(drawing: Drawing, zones: &[Zone]) -> Result<Drawing, Vec<typed::Defect>> {
    let defects = drawing.defects(zones);
    if defects.is_empty() { Ok(Drawing { version: version(&drawing), ..drawing }) } else { Err(defects) }
}
