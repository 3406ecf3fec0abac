//! "Je cherche…": a question, at most two further choices, and whom to contact.

use serde::{Deserialize, Serialize};

use super::{Id, Reading};

/// Something that people look for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// A plain word.
    pub id: Id,
    /// What follows "Je cherche", or what is chosen.
    pub choice: Choice,
    /// Where it comes from.
    pub sources: Vec<Id>,
    /// How far that was read.
    pub reading: Reading,
}

/// Something to choose: it leads somewhere, or has further choices, never both.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// Its words.
    pub title: String,
    /// Where it leads; empty where it has further choices.
    pub leads: Leads,
    /// Its further choices.
    pub choices: Vec<Choice>,
}

/// Where a choice leads.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Leads {
    /// One or two sentences to read first.
    pub say: Option<String>,
    /// Actions of triage, in order, the first one first; a territory may put its own in their place.
    pub ways: Vec<Id>,
    /// Numbers, in order.
    pub contacts: Vec<Id>,
    /// Entries to read.
    pub entries: Vec<Id>,
    /// What to have at hand.
    pub prepare: Vec<String>,
}

impl Question {
    /// The most choices after the question itself: three taps in all.
    pub const MOST_CHOICES: usize = 2;

    /// Every choice that leads somewhere.
    #[must_use]
    pub fn ends(&self) -> Vec<&Choice> {
        let mut ends = Vec::new();
        let mut waiting = vec![&self.choice];
        while let Some(choice) = waiting.pop() {
            if choice.choices.is_empty() {
                ends.push(choice);
            }
            waiting.extend(choice.choices.iter().rev());
        }
        ends
    }
}

impl Choice {
    /// How many choices follow this one at most.
    #[must_use]
    pub fn depth(&self) -> usize {
        self.choices.iter().map(|choice| choice.depth().saturating_add(1)).max().unwrap_or(0)
    }
}

impl Leads {
    /// Whether it leads nowhere.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ways.is_empty() && self.contacts.is_empty() && self.entries.is_empty()
    }
}
