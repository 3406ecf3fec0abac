//! What is proved of all content, how, and by which test: the page shows this list, the tests take their numbers from it,
//! and one of them looks every test up by its name. So page and tests cannot differ.

use crate::content::Urgency;

use super::census::Census;

/// So many profiles of every motif are made by chance to see that a raised answer never lowers a level.
pub const RAISED_PROFILES: usize = 100_000;
/// So many walks of every motif are made by chance to see that they end where all the answers lead.
pub const WALKED_PROFILES: usize = 1000;
/// So many walks of every motif are made by chance to see that no question left could still raise their result.
pub const ENDED_PROFILES: usize = 200;
/// So many profiles of every two neighbouring motifs are made by chance to see that together they are as urgent.
pub const PAIRED_PROFILES: usize = 50;
/// So many profiles of every motif are made by chance, and answered in another order.
pub const ORDERED_PROFILES: usize = 100;
/// So many profiles of every motif are those whom nobody may tell to wait at home.
pub const FLOOR_PROFILES: usize = 11;
/// At least so many raised answers are enumerated over all content.
pub const LEAST_ENUMERATED: usize = 2_500_000;

/// A claim about all content, and the test that would fail were it wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Proof {
    /// What is claimed.
    pub claim: Claim,
    /// How it is checked.
    pub method: Method,
    /// The test.
    pub test: &'static str,
}

/// What is claimed of all content.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Claim {
    /// Every story leads where it must.
    Stories,
    /// Deleting or lowering a rule that leads to 15 is noticed by a story.
    GuardedRules,
    /// Every rule decides for somebody.
    NoDeadRule,
    /// Every level of a motif is reached.
    EveryLevel,
    /// A further sign, terrain or doubt never lowers a level.
    NeverLower,
    /// Every way through the questions ends, where all the answers lead.
    EveryWalkEnds,
    /// No result that a question left could still raise.
    NothingLeft,
    /// The order of the answers changes nothing.
    AnyOrder,
    /// Before three months, in a pregnancy, past 80, alone: nobody is told to wait at home.
    Floors,
    /// Every vital sign is on the first screen after the gate.
    VitalFirst,
    /// Several motifs are as urgent as the most urgent.
    Together,
    /// The number shown is the number dialled, and is on the closed list.
    Numbers,
    /// Every rule has a source that exists.
    Sources,
    /// Content out of date never reassures.
    Stale,
}

/// How a claim is checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// Every case there is.
    Every,
    /// Every case there is, at least so many.
    AtLeast(usize),
    /// So many cases of every motif, chosen.
    Chosen(usize),
    /// So many cases of every motif, by chance.
    ByChance(usize),
}

/// Every claim, in the order shown.
pub const PROOFS: [Proof; 15] = [
    Proof { claim: Claim::Stories, method: Method::Every, test: "every_story_leads_where_it_must" },
    Proof {
        claim: Claim::GuardedRules,
        method: Method::Every,
        test: "deleting_or_lowering_a_serious_rule_is_noticed_by_a_story",
    },
    Proof { claim: Claim::NeverLower, method: Method::AtLeast(LEAST_ENUMERATED), test: "no_answer_lowers_a_level" },
    Proof {
        claim: Claim::NeverLower,
        method: Method::ByChance(RAISED_PROFILES),
        test: "random_profiles_are_never_lowered_by_a_raised_answer",
    },
    Proof {
        claim: Claim::EveryWalkEnds,
        method: Method::ByChance(WALKED_PROFILES),
        test: "random_walks_end_where_all_the_answers_lead",
    },
    Proof {
        claim: Claim::NothingLeft,
        method: Method::ByChance(ENDED_PROFILES),
        test: "nothing_still_unasked_could_raise_a_verdict",
    },
    Proof {
        claim: Claim::AnyOrder,
        method: Method::ByChance(ORDERED_PROFILES),
        test: "the_order_of_the_answers_changes_nothing",
    },
    Proof { claim: Claim::VitalFirst, method: Method::Every, test: "every_vital_sign_is_on_the_first_screen" },
    Proof { claim: Claim::EveryLevel, method: Method::Every, test: "every_level_is_reached" },
    Proof { claim: Claim::NoDeadRule, method: Method::Every, test: "no_rule_is_dead" },
    Proof { claim: Claim::Floors, method: Method::Chosen(FLOOR_PROFILES), test: "no_floor_is_crossed" },
    Proof {
        claim: Claim::Together,
        method: Method::ByChance(PAIRED_PROFILES),
        test: "several_motifs_are_as_urgent_as_the_most_urgent",
    },
    Proof { claim: Claim::Sources, method: Method::Every, test: "every_rule_has_a_source_that_exists" },
    Proof { claim: Claim::Stale, method: Method::Every, test: "stale_content_never_reassures" },
    Proof { claim: Claim::Numbers, method: Method::Every, test: "every_number_shown_is_the_number_dialled" },
];

impl Proof {
    /// So many cases are checked, of content that holds so much and has so many stories.
    #[must_use]
    pub fn cases(&self, census: &Census, stories: usize) -> usize {
        let serious = census.rules_by_level.iter().filter(|(level, _)| *level >= Urgency::Emergency);
        match self.method {
            Method::AtLeast(count) => count,
            Method::ByChance(count) if self.claim == Claim::Together => {
                count.saturating_mul(census.motifs.saturating_sub(1))
            }
            Method::Chosen(count) | Method::ByChance(count) => count.saturating_mul(census.motifs),
            Method::Every => match self.claim {
                Claim::Stories => stories,
                Claim::GuardedRules => serious.map(|(_, count)| count).sum(),
                Claim::NoDeadRule | Claim::Sources => census.rules,
                Claim::Numbers => census.contacts,
                _ => census.motifs,
            },
        }
    }
}
