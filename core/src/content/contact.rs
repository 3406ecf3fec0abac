//! Whom to contact and how: the closed list of numbers, and the ways that results lead to.

use serde::{Deserialize, Serialize};

use super::{Id, Urgency};

/// A number that the app may show. What is shown is what is dialled, and both come from this list alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    /// A plain word.
    pub id: Id,
    /// The number as read, with its spaces.
    pub number: String,
    /// How it is reached.
    pub channel: Channel,
    /// Who answers.
    pub name: String,
    /// Hours and price, in a few words.
    pub when: String,
    /// Where the number comes from.
    pub sources: Vec<Id>,
}

/// How a number is reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Channel {
    /// By voice: a `tel:` link.
    Call,
    /// By text message: an `sms:` link.
    Text,
}

/// What a result asks the person to do: one action, and those that may stand beside it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Way {
    /// A plain word.
    pub id: Id,
    /// The action, as a button says it: "Appeler le 15".
    pub action: String,
    /// One sentence: what happens then.
    pub explain: String,
    /// The number, where the action is a call or a message.
    pub contact: Option<Id>,
    /// Ways offered beside it.
    pub beside: Vec<Id>,
}

/// What a level says to the person, whatever the motif.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LevelAdvice {
    /// Which level.
    pub level: Urgency,
    /// The level in two or three words.
    pub name: String,
    /// The headline of the result.
    pub headline: String,
    /// What "call back if" is headed by: whom to call when a sign of this level appears.
    pub recall: String,
    /// When to ask again if nobody was reached; empty where the answer is "now".
    pub unreachable: String,
    /// Whom to contact by default.
    pub way: Id,
}

impl Contact {
    /// The link that reaches it: the number as shown, without its spaces, behind the channel's scheme.
    #[must_use]
    pub fn href(&self) -> String {
        let scheme = match self.channel {
            Channel::Call => "tel:",
            Channel::Text => "sms:",
        };
        scheme.chars().chain(self.number.chars().filter(char::is_ascii_digit)).collect()
    }
}
