//! Marks of a timeline that are too near each other to be drawn apart: one sign with a number, or one below the other.

use super::timeline::{Mark, MarkKind};

/// Marks of one kind that are near each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cluster {
    /// Where they are drawn: at the first of them.
    pub at: i32,
    /// In which row, from 0: what is near and of another kind stands below.
    pub row: usize,
    /// Their kind.
    pub kind: MarkKind,
    /// How many they are.
    pub count: usize,
}

/// The marks of a lane as they are drawn, where no two closer than `gap` stand in one row.
#[must_use]
pub fn clusters(marks: &[Mark], gap: i32) -> Vec<Cluster> {
    let mut drawn: Vec<Cluster> = Vec::new();
    let is_near = |one: i32, other: i32| one.saturating_sub(other).saturating_abs() < gap;
    for mark in marks {
        let same = drawn.iter_mut().rev().find(|known| known.kind == mark.kind && is_near(known.at, mark.at));
        if let Some(cluster) = same {
            cluster.count = cluster.count.saturating_add(1);
            continue;
        }
        let is_free = |row: &usize| !drawn.iter().any(|known| known.row == *row && is_near(known.at, mark.at));
        let row = (0..drawn.len()).find(is_free).unwrap_or(drawn.len());
        drawn.push(Cluster { at: mark.at, row, kind: mark.kind, count: 1 });
    }
    drawn
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::arithmetic_side_effects, reason = "tests")]
    use super::clusters;
    use crate::pathway::timeline::{Mark, MarkKind};
    use chrono::NaiveDate;

    fn drawn(marks: &[(i32, MarkKind)]) -> Vec<(i32, usize, usize)> {
        let mark = |(at, kind): &(i32, MarkKind)| Mark {
            at: *at,
            day: NaiveDate::MIN,
            kind: *kind,
            title: String::new(),
            key: String::new(),
        };
        let marks: Vec<Mark> = marks.iter().map(mark).collect();
        clusters(&marks, 40).iter().map(|cluster| (cluster.at, cluster.row, cluster.count)).collect()
    }

    #[test]
    fn near_ones_of_a_kind_are_counted_and_others_stand_below() {
        use MarkKind::{Done, Due, Late};
        assert!(drawn(&[]).is_empty());
        assert_eq!(drawn(&[(500, Done), (500, Done), (539, Done), (540, Done)]), [(500, 0, 3), (540, 0, 1)]);
        assert_eq!(drawn(&[(490, Late), (500, Due), (500, Due), (510, Done)]), [(490, 0, 1), (500, 1, 2), (510, 2, 1)]);
    }
}
