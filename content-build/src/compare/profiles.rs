//! The profiles that are tried on both states, and the persons who have them.

use std::collections::{BTreeMap, BTreeSet};

use sentier_core::content::{Bound, Condition, Id, Library, Origin, Sex};

use super::{Profile, Side};

/// Whom two signs together are tried on, in months: one age between all limits would do for most rules, but not for
/// those of a baby or of old age.
const FEW_AGES: [u16; 4] = [2, 48, 400, 960];

/// The profiles that are tried, and whether each is two signs of the motif that no rule puts together.
pub(super) fn profiles(before: &Side<'_>, after: &Side<'_>) -> BTreeMap<Profile, bool> {
    let sides = || [before, after].into_iter();
    let of = |present: BTreeSet<Id>| Profile { present, ..Profile::default() };
    let mut profiles: BTreeMap<Profile, bool> = BTreeMap::new();
    let own: BTreeSet<&Id> =
        sides().filter_map(|side| side.motif).flat_map(|motif| &motif.signs).map(|sign| &sign.id).collect();
    for (place, one) in own.iter().enumerate() {
        for other in own.iter().skip(place.saturating_add(1)) {
            profiles.insert(of([*one, *other].into_iter().cloned().collect()), true);
        }
    }
    let asked = sides().flat_map(|side| side.protocol.signs()).filter(|sign| sign.is_ticked());
    let alone = asked.map(|sign| BTreeSet::from([sign.id.clone()]));
    let needed = sides().flat_map(|side| side.protocol.rules()).flat_map(|rule| ways(&rule.condition));
    let pregnant = format!("{}.enceinte", Library::TERRAIN);
    for set in alone.chain(needed).chain([BTreeSet::new()]) {
        for sign in sides().flat_map(|side| set.iter().filter_map(|id| side.library.sign(id))) {
            let rest: BTreeSet<Id> = set.iter().filter(|id| **id != sign.id).cloned().collect();
            match &sign.origin {
                Origin::Measured { measure, bound, .. } => {
                    let value = match bound {
                        Bound::AtLeast(value) => *value,
                        Bound::Below(value) => value.saturating_sub(1),
                    };
                    profiles.insert(Profile { measured: Some((measure.clone(), value)), ..of(rest.clone()) }, false);
                }
                Origin::Age { .. } | Origin::Sex(_) => continue,
                Origin::Asked => {}
            }
            profiles.insert(Profile { unknown: Some(sign.id.clone()), ..of(rest) }, false);
        }
        let with = set.iter().cloned().chain([pregnant.clone()]).collect();
        profiles.insert(of(set), false);
        profiles.insert(of(with), false);
    }
    profiles
}

/// The sets of signs of which each fulfils a condition; what follows from age and sex is harmless in them.
fn ways(condition: &Condition) -> Vec<BTreeSet<Id>> {
    const MOST: usize = 64;
    let all = |parts: &[Condition]| {
        parts.iter().fold(vec![BTreeSet::new()], |ways_so_far, part| {
            let more = ways(part);
            let both =
                ways_so_far.iter().flat_map(|way| more.iter().map(move |other| way.union(other).cloned().collect()));
            both.take(MOST).collect()
        })
    };
    match condition {
        Condition::Is(sign) => vec![BTreeSet::from([sign.clone()])],
        Condition::Any(parts) => parts.iter().flat_map(ways).take(MOST).collect(),
        Condition::All(parts) => all(parts),
        Condition::AtLeast(least, parts) => parts.windows((*least).max(1)).flat_map(all).take(MOST).collect(),
    }
}

/// Everybody of whom a rule of one of the two states may speak: an age on each side of every limit, both sexes.
pub(super) fn persons(before: &Side<'_>, after: &Side<'_>, is_pair: bool) -> Vec<(u16, Sex)> {
    let mut ages: BTreeSet<u16> = FEW_AGES.into_iter().collect();
    for side in [before, after].into_iter().filter(|_| !is_pair) {
        let named = side.protocol.rules().iter().flat_map(|rule| rule.condition.signs());
        let limits = side.protocol.signs().iter().flat_map(|sign| &sign.only_for);
        for sign in named.chain(limits).filter_map(|id| side.library.sign(id)) {
            if let Origin::Age { from, to } = sign.origin {
                let around = [Some(from), from.checked_sub(1), to, to.and_then(|to| to.checked_sub(1))];
                ages.extend(around.into_iter().flatten());
            }
        }
    }
    ages.into_iter().flat_map(|age| [(age, Sex::Female), (age, Sex::Male)]).collect()
}
