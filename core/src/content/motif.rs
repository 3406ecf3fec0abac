//! A motif (a reason for calling), the groups of signs that several motifs share, and the rules of both.

use serde::{Deserialize, Serialize};

use super::{AppliesTo, Condition, Id, Review, Sign, Urgency};

/// One reason for seeking care, with all it asks and concludes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Motif {
    /// What a person chooses it by.
    pub door: Door,
    /// The card of the clinical reference it comes from.
    pub card: String,
    /// Groups asked with it, `always` aside.
    pub asks_also: Vec<Id>,
    /// Its own signs, most urgent first.
    pub signs: Vec<Sign>,
    /// Its own rules, in the order written; a sign with a level is a rule of its own.
    pub rules: Vec<Rule>,
    /// What holds when no rule fires.
    pub otherwise: Otherwise,
    /// What to do until help is there.
    pub meanwhile: Vec<String>,
    /// What one can do oneself, shown for the three lowest levels.
    pub self_care: Vec<String>,
    /// Where its facts come from.
    pub sources: Vec<Id>,
    /// Who has reviewed it, and by when it must be read again.
    pub review: Review,
}

/// What a person chooses a motif by; this alone comes with the first download.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Door {
    /// The motif's id, a plain word.
    pub id: Id,
    /// Its title, as a person would say it.
    pub title: String,
    /// The part of the body it is listed under.
    pub part: Id,
    /// Whom it is for.
    pub applies_to: AppliesTo,
    /// Everyday words, synonyms, usual misspellings.
    pub words: Vec<String>,
    /// Whether its answers may be kept on the device.
    pub leaves_trace: bool,
    /// Ways to help that stay on screen from the first answer on, also where the rest of the content never arrives.
    pub always_shown: Vec<Id>,
}

/// A part of the body (or of life) that motifs are listed under.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// A plain word.
    pub id: Id,
    /// Its title.
    pub title: String,
}

/// Signs and rules that several motifs share: the heart questions of a sore jaw, what is asked of everybody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Group {
    /// A plain word; `always` is asked with every motif, `gate` before every motif, `terrain` describes the person.
    pub id: Id,
    /// Its title, for reviewers.
    pub title: String,
    /// Groups that it asks in turn.
    pub asks_also: Vec<Id>,
    /// Its signs.
    pub signs: Vec<Sign>,
    /// Its rules.
    pub rules: Vec<Rule>,
    /// Where its facts come from.
    pub sources: Vec<Id>,
    /// Who has reviewed it.
    pub review: Review,
}

/// What raises a level, when, why and on whose word.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rule {
    /// `motif.rule`; for a sign that is a rule of its own, the sign's id.
    pub id: Id,
    /// Why, in a sentence for the person.
    pub because: String,
    /// When it fires.
    pub condition: Condition,
    /// What it does.
    pub effect: Effect,
    /// What a doubt about it gives, where it differs from what the signs say.
    pub unknown: Option<Urgency>,
    /// Whom to contact when it decides, where it differs from the level's own way.
    pub way: Option<Id>,
    /// The word of whom; never empty.
    pub sources: Vec<Id>,
}

/// What a rule does. There are only two things it can do, and both raise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Effect {
    /// At least this level.
    Raise(Urgency),
    /// One step up from what the other rules gave, for the three lowest levels; several such rules count once.
    OneStep,
}

/// What holds when no rule fires.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Otherwise {
    /// The level.
    pub level: Urgency,
    /// Whom to contact, where it differs from the level's own way.
    pub way: Option<Id>,
    /// Why, in a sentence for the person.
    pub because: String,
}
