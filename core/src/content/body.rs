//! The drawn body: zones that people point to, and the figures that they stand on.

use serde::{Deserialize, Serialize};

use super::{Ages, Defect, Id, Library, Motif, Problem};

/// A zone of the body, and the motifs that may be felt there. It decides nothing: it leads to a motif, which asks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Zone {
    /// A plain word.
    pub id: Id,
    /// Its name.
    pub title: String,
    /// The motifs, what threatens life first.
    pub motifs: Vec<Id>,
}

/// Whom a figure draws.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Stature {
    /// Somebody grown up.
    Adult,
    /// A child.
    Child,
}

/// From where a figure is seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum View {
    /// From the front.
    Front,
    /// From the back.
    Back,
    /// The face, enlarged: eyes, ears, nose and mouth are too small on the figure.
    Face,
}

/// A figure. Its zones lie side by side without a gap.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Figure {
    /// Whom it draws.
    pub stature: Stature,
    /// From where it is seen.
    pub view: View,
    /// The frame of the drawing, as in SVG.
    pub view_box: String,
    /// The line around the body, as an SVG path.
    pub outline: String,
    /// Lines that help to recognise it, as SVG paths.
    pub details: Vec<String>,
    /// The lines between the zones, as one SVG path.
    pub seams: String,
    /// The zones drawn on it.
    #[serde(rename = "zone")]
    pub zones: Vec<Field>,
}

/// A zone as it is drawn on one figure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Field {
    /// Which zone.
    pub id: Id,
    /// What it covers, as an SVG path.
    pub path: String,
}

/// Every figure.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Drawing {
    /// The version: the first letters of the hash of everything below.
    pub version: String,
    /// The figures, in the order shown.
    pub figures: Vec<Figure>,
}

impl Stature {
    /// The grown-up and the child, as they are offered.
    pub const ALL: [Self; 2] = [Self::Adult, Self::Child];

    /// The ages that somebody may have who points at such a figure, in whole months. They overlap: whoever is between a
    /// child and an adult finds their motifs on the figure of a child at least.
    #[must_use]
    pub fn ages(self) -> Ages {
        match self {
            Self::Adult => Ages { from: 16 * 12, to: None },
            Self::Child => Ages { from: 0, to: Some(18 * 12) },
        }
    }
}

impl View {
    /// Every view, as they are offered.
    pub const ALL: [Self; 3] = [Self::Front, Self::Back, Self::Face];
}

impl Library {
    /// The motifs that may be felt in a zone by somebody of such a stature, what threatens life first.
    pub fn felt_in<'a>(&'a self, zone: &'a Zone, stature: Stature) -> impl Iterator<Item = &'a Motif> {
        let ages = stature.ages();
        let known = zone.motifs.iter().filter_map(|id| self.motif(id));
        known.filter(move |motif| motif.door.applies_to.ages.is_none_or(|own| own.meet(ages)))
    }
}

impl Drawing {
    /// What does not hold together in the drawing: zones that nobody named, zones that are drawn for one stature only or
    /// not at all, two figures of one view.
    #[must_use]
    pub fn defects(&self, zones: &[Zone]) -> Vec<Defect> {
        let mut found = Vec::new();
        let mut add = |subject: &Id, problem| found.push(Defect { subject: subject.clone(), problem });
        for (place, figure) in self.figures.iter().enumerate() {
            let same = |other: &&Figure| (other.stature, other.view) == (figure.stature, figure.view);
            if self.figures.iter().take(place).any(|other| same(&other)) {
                add(&"drawing".to_owned(), Problem::Duplicate);
            }
            for field in &figure.zones {
                if !zones.iter().any(|zone| zone.id == field.id) {
                    add(&field.id, Problem::Unknown { kind: "zone", id: field.id.clone() });
                }
            }
        }
        for zone in zones {
            for stature in Stature::ALL {
                let of_stature = self.figures.iter().filter(|figure| figure.stature == stature);
                if !of_stature.flat_map(|figure| &figure.zones).any(|field| field.id == zone.id) {
                    add(&zone.id, Problem::NotDrawn);
                }
            }
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::{Drawing, Field, Figure, Stature, View, Zone};
    use crate::content::Problem;

    fn figure(stature: Stature, zones: &[&str]) -> Figure {
        let zones = zones.iter().map(|id| Field { id: (*id).to_owned(), path: "M0 0".to_owned() }).collect();
        let (view_box, outline, seams) = ("0 0 1 1".to_owned(), String::new(), String::new());
        Figure { stature, view: View::Front, view_box, outline, details: Vec::new(), seams, zones }
    }

    fn problems(figures: Vec<Figure>) -> Vec<Problem> {
        let zone = Zone { id: "bras".to_owned(), title: "Bras".to_owned(), motifs: Vec::new() };
        let drawing = Drawing { version: String::new(), figures };
        drawing.defects(&[zone]).into_iter().map(|defect| defect.problem).collect()
    }

    #[test]
    fn a_drawing_holds_together() {
        let whole = || vec![figure(Stature::Adult, &["bras"]), figure(Stature::Child, &["bras"])];
        assert_eq!(problems(whole()), []);
        assert_eq!(problems(vec![figure(Stature::Adult, &["bras"])]), [Problem::NotDrawn]);
        let mut twice = whole();
        twice.push(figure(Stature::Child, &["bras"]));
        assert_eq!(problems(twice), [Problem::Duplicate]);
        let mut other = whole();
        other.push(Figure { view: View::Back, ..figure(Stature::Child, &["aile"]) });
        assert_eq!(problems(other), [Problem::Unknown { kind: "zone", id: "aile".to_owned() }]);
    }
}
