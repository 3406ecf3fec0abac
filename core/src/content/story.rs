//! The stories that test the motifs, as reviewers see them beside the rules, and the file in which each motif stands.

use crate::order::put_in_order;
use serde::{Deserialize, Serialize};

use crate::Sorted;

use super::{Id, Sex, Urgency};

/// What only the pages for reviewers need.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Explain {
    /// The first letters of the hash of everything below.
    pub version: String,
    /// The file of each motif and group, below `content/`.
    pub files: Sorted<Id, String>,
    /// The stories of each motif, in the order of the files.
    pub stories: Sorted<Id, Vec<Story>>,
}

/// A small story, as a person would tell it, and what must come of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Story {
    /// The story.
    pub text: String,
    /// Age in whole months.
    pub age: u16,
    /// Sex of the body.
    pub sex: Sex,
    /// The level that must come out.
    pub expect: Urgency,
    /// What must decide.
    pub decided_by: Decided,
    /// Whether a single other answer makes a more urgent story of it, which is told too.
    pub is_near_miss: bool,
}

/// What decides a story.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Decided {
    /// A rule, by its number on the sheet of the motif: a hundredth of what its name would take in the pack.
    Rule(u16),
    /// What is not known.
    Doubts,
    /// No rule: what holds for the rest of the cases.
    Otherwise,
}

impl Explain {
    /// The stories of a motif, the most urgent first.
    #[must_use]
    pub fn stories_of(&self, motif: &str) -> Vec<&Story> {
        let mut stories: Vec<&Story> = self.stories.get(motif).into_iter().flatten().collect();
        put_in_order(&mut stories, |story| std::cmp::Reverse(story.expect));
        stories
    }

    /// Every story.
    pub fn all(&self) -> impl Iterator<Item = &Story> {
        self.stories.iter().flat_map(|(_, own)| own)
    }
}
