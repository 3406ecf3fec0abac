//! Near-misses: stories told twice with one answer changed, of which one is more urgent than the other. They show where
//! a limit lies, and break first when a rule moves.

use std::collections::BTreeSet;

use sentier_core::content::Id;
use sentier_core::triage::MeasureAnswer;

use crate::Vignette;

/// Whether each story has a more urgent one of the same motif that differs from it in a single answer, in the order
/// given.
#[must_use]
pub fn near_misses(vignettes: &[Vignette]) -> Vec<bool> {
    let given: Vec<BTreeSet<Given<'_>>> = vignettes.iter().map(given).collect();
    let is_near = |one: &(&Vignette, &BTreeSet<Given<'_>>)| {
        let (calm, own) = *one;
        vignettes.iter().zip(&given).any(|(urgent, other)| {
            urgent.motif == calm.motif && urgent.expect > calm.expect && is_one_apart(own, other)
        })
    };
    vignettes.iter().zip(&given).map(|one| is_near(&one)).collect()
}

/// One answer of a story: a sign that is there, one that is not known, a value.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Given<'a> {
    Yes(&'a Id),
    Unknown(&'a Id),
    Measured(&'a Id, MeasureAnswer),
}

fn given(vignette: &Vignette) -> BTreeSet<Given<'_>> {
    let yes = vignette.yes.iter().map(Given::Yes);
    let unknown = vignette.unknown.iter().map(Given::Unknown);
    let measured = vignette.measures.iter().map(|(measure, value)| Given::Measured(measure, *value));
    yes.chain(unknown).chain(measured).collect()
}

/// One answer more or less, or another one to the same question.
fn is_one_apart(one: &BTreeSet<Given<'_>>, other: &BTreeSet<Given<'_>>) -> bool {
    let about = |given: &Given<'_>| match given {
        Given::Yes(id) | Given::Unknown(id) | Given::Measured(id, _) => (*id).clone(),
    };
    let differing: BTreeSet<Id> = one.symmetric_difference(other).map(about).collect();
    differing.len() == 1
}
