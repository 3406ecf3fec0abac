//! What a library holds, counted: for the page that says how the rules are checked.

use chrono::NaiveDate;

use crate::content::{Effect, Library, Reading, Review, ReviewStatus, Rule, Urgency};

/// What a library holds, counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Census {
    /// Motifs.
    pub motifs: usize,
    /// Groups of questions that motifs share.
    pub groups: usize,
    /// Signs, of motifs and groups.
    pub signs: usize,
    /// Rules, of motifs and groups.
    pub rules: usize,
    /// Rules by the level that they give, most urgent first.
    pub rules_by_level: Vec<(Urgency, usize)>,
    /// Rules that give one step more.
    pub one_step_rules: usize,
    /// Sources.
    pub sources: SourceCount,
    /// Rules none of whose sources was read, not even in part.
    pub rules_to_verify: usize,
    /// Numbers on the closed list.
    pub contacts: usize,
    /// Files that a health professional has reviewed.
    pub reviewed: usize,
    /// Files that nobody has.
    pub unreviewed: usize,
    /// The first day from which a file or a source counts as out of date; none where there is no content.
    pub first_review: Option<NaiveDate>,
}

/// Sources, counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SourceCount {
    /// All of them.
    pub all: usize,
    /// Of which an extract was read.
    pub extract: usize,
    /// Known by title or from general knowledge.
    pub to_verify: usize,
    /// Whose year is known.
    pub dated: usize,
}

/// Counts a library.
#[must_use]
pub fn census(library: &Library) -> Census {
    let draft = library.draft();
    let rules: Vec<&Rule> =
        draft.motifs.iter().flat_map(|m| &m.rules).chain(draft.groups.iter().flat_map(|g| &g.rules)).collect();
    let giving = |effect: Effect| rules.iter().filter(|rule| rule.effect == effect).count();
    let reviews: Vec<&Review> =
        draft.motifs.iter().map(|m| &m.review).chain(draft.groups.iter().map(|g| &g.review)).collect();
    let reviewed = reviews.iter().filter(|review| review.status == ReviewStatus::Reviewed).count();
    let signs = draft.motifs.iter().map(|m| m.signs.len()).chain(draft.groups.iter().map(|g| g.signs.len())).sum();
    let is_read = |id: &String| library.source(id).is_some_and(|source| source.reading == Reading::Extract);
    let dates = reviews.iter().map(|review| review.before).chain(draft.sources.iter().map(|source| source.review_by));
    Census {
        motifs: draft.motifs.len(),
        groups: draft.groups.len(),
        signs,
        rules: rules.len(),
        rules_by_level: Urgency::MOST_URGENT_FIRST.map(|level| (level, giving(Effect::Raise(level)))).to_vec(),
        one_step_rules: giving(Effect::OneStep),
        sources: count_sources(library),
        rules_to_verify: rules.iter().filter(|rule| !rule.sources.iter().any(is_read)).count(),
        contacts: draft.contacts.len(),
        reviewed,
        unreviewed: reviews.len().saturating_sub(reviewed),
        first_review: dates.min(),
    }
}

fn count_sources(library: &Library) -> SourceCount {
    let sources = &library.draft().sources;
    let extract = sources.iter().filter(|source| source.reading == Reading::Extract).count();
    SourceCount {
        all: sources.len(),
        extract,
        to_verify: sources.len().saturating_sub(extract),
        dated: sources.iter().filter(|source| has_year(&source.date)).count(),
    }
}

/// Whether a written date names a year; "non datée (chiffres de 2024)" does not date the document.
fn has_year(date: &str) -> bool {
    let is_year = |word: &str| word.len() == 4 && word.chars().all(|letter| letter.is_ascii_digit());
    !date.starts_with("non") && date.split(|letter: char| !letter.is_ascii_digit()).any(is_year)
}
