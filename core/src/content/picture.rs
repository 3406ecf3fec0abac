//! Pictures beside questions, for who reads little: what a question is about, at a glance. They decide nothing.

use serde::{Deserialize, Serialize};

use super::{Library, Sign};

/// A picture: the paths of a drawing of 48 by 48, as in SVG, in which what is covered twice is a hole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Picture {
    /// The paths.
    pub paths: Vec<String>,
}

/// The pictures of one wording.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pictures {
    drawn: Vec<Picture>,
    /// The picture of each sign, by its place in `drawn`; the signs in the order of [`signs`].
    of_signs: Vec<Option<u16>>,
}

impl Pictures {
    /// The pictures of the signs of a library, which `drawn` has by their names; `named` names that of a sign.
    #[must_use]
    pub fn of(library: &Library, drawn: &[(String, Picture)], named: &dyn Fn(&Sign) -> Option<String>) -> Self {
        let mut all = Self::default();
        let mut places: Vec<String> = Vec::new();
        for sign in signs(library) {
            let found = named(sign).and_then(|name| drawn.iter().find(|(known, _)| *known == name));
            let place = found.map(|(name, picture)| {
                places.iter().position(|known| known == name).unwrap_or_else(|| {
                    places.push(name.clone());
                    all.drawn.push(picture.clone());
                    places.len().saturating_sub(1)
                })
            });
            all.of_signs.push(place.and_then(|place| u16::try_from(place).ok()));
        }
        all
    }

    /// The picture beside the question of a sign; none where none shows what it asks.
    #[must_use]
    pub fn beside(&self, library: &Library, sign: &str) -> Option<&Picture> {
        let mut both = signs(library).zip(&self.of_signs);
        let place = both.find(|(known, _)| known.id == sign)?.1;
        self.drawn.get(usize::from((*place)?))
    }
}

/// Every sign, those of the groups first.
fn signs(library: &Library) -> impl Iterator<Item = &Sign> {
    let draft = library.draft();
    let of_groups = draft.groups.iter().flat_map(|group| &group.signs);
    of_groups.chain(draft.motifs.iter().flat_map(|motif| &motif.signs))
}
