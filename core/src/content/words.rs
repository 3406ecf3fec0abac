//! The words by which people say who is ill, since when and how warm: what `content/words.toml` knows of everyday French.

use serde::{Deserialize, Serialize};

use super::{Ages, Id, Sex, Subject};

/// How people say things; what the reader of free words runs on.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Words {
    /// Words that say nothing about what is wrong.
    pub empty: Vec<String>,
    /// Other ways of writing a word, and everyday words for it.
    pub spellings: Vec<Spelling>,
    /// Numbers in letters.
    pub numbers: Vec<Number>,
    /// Units of time.
    pub units: Vec<UnitWords>,
    /// What adds half a unit.
    pub halves: Vec<String>,
    /// What announces a duration.
    pub starts: Vec<Start>,
    /// Moments that begin a duration, such as "hier".
    pub moments: Vec<Shown>,
    /// What may stand between such an announcement and its number.
    pub about: Vec<String>,
    /// A number after one of these is neither an age nor a duration.
    pub never_after: Vec<String>,
    /// A number and a small unit after one of these is an age.
    pub age_after: Vec<String>,
    /// After one of these, what follows is said not to be there.
    pub denials: Vec<String>,
    /// Persons.
    pub people: Vec<People>,
    /// How one speaks of oneself.
    pub oneself: Vec<String>,
    /// The sexes as they are shown.
    pub sexes: Vec<SexWords>,
    /// Pregnancy.
    pub pregnancy: PregnancyWords,
    /// Temperature.
    pub temperature: TemperatureWords,
    /// Words of danger.
    pub vitals: Vec<Vital>,
}

/// Other ways of writing a word.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Spelling {
    /// As people write it.
    pub written: Vec<String>,
    /// What it is read as: one word or several.
    pub means: String,
}

/// A number in letters.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Number {
    /// The words.
    pub says: Vec<String>,
    /// Its value.
    pub is: u16,
}

/// A unit of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TimeUnit {
    /// Minutes.
    Minute,
    /// Hours.
    Hour,
    /// Days.
    Day,
    /// Weeks.
    Week,
    /// Months.
    Month,
    /// Years.
    Year,
}

/// The words for a unit of time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnitWords {
    /// The unit.
    pub unit: TimeUnit,
    /// The words.
    pub says: Vec<String>,
    /// How one is shown.
    pub one: String,
    /// How several are shown.
    pub many: String,
}

/// What announces a duration.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Start {
    /// The words.
    pub says: Vec<String>,
    /// How it is shown.
    pub shown: String,
    /// Whether it may stand before a moment: "depuis hier".
    pub takes_moments: bool,
}

/// Words, and how they are shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shown {
    /// The words.
    pub says: Vec<String>,
    /// How they are shown.
    pub shown: String,
}

/// Words for a person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct People {
    /// The words.
    pub says: Vec<String>,
    /// The sex that they say.
    pub sex: Option<Sex>,
    /// About what age such a person has: it moves motifs up, and answers nothing.
    pub ages: Option<Ages>,
    /// Of whom one speaks with these words.
    pub subject: Option<Subject>,
}

/// A sex as it is shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SexWords {
    /// The sex.
    pub sex: Sex,
    /// How it is shown.
    pub shown: String,
}

/// The words for pregnancy.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PregnancyWords {
    /// The words.
    pub says: Vec<String>,
    /// Units in which only pregnancies are counted, such as "SA".
    pub counted_in: Vec<String>,
    /// After one of these there is no pregnancy, or none that is known.
    pub denied_by: Vec<String>,
    /// The sign that it answers.
    pub sign: Id,
    /// How it is shown.
    pub shown: String,
}

/// The words for a temperature.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TemperatureWords {
    /// The measure that it answers.
    pub measure: Id,
    /// The lowest number that is taken for one, in tenths.
    pub lowest: i32,
    /// The greatest number that is taken for one, in tenths.
    pub greatest: i32,
    /// What stands before a whole number that is one.
    pub before: Vec<String>,
    /// What stands behind a number that is one.
    pub after: Vec<String>,
    /// From here on, in tenths, it is also searched for as this word.
    pub fever_from: i32,
    /// See `fever_from`.
    pub fever: String,
}

/// Words of danger.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Vital {
    /// The words; others may stand between them.
    pub says: Vec<String>,
    /// The sign of the gate, or the motif, that they speak of.
    pub speaks_of: Id,
}
