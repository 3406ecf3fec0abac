//! Finding by words: among what a person has, and among all that is known.
//!
//! Accents, case and plural endings do not matter, the beginning of a word is enough, and every word must be found.
//! Where nothing is found so, titles are compared once more, with typing mistakes allowed.

use std::cmp::Reverse;

use crate::content::{Care, Id};
use crate::order::put_in_order;
use crate::words::alike::likeness;
use crate::words::letters::words;

use super::Person;

/// The most hits: beyond, one types another word rather than reading on.
pub const MOST_HITS: usize = 30;

/// Something found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// What it is.
    pub found: Found,
    /// Its title.
    pub title: String,
    /// What else there is to say of it, in one line.
    pub line: String,
    /// Whether the person has it, or is on a pathway that asks for it.
    pub is_own: bool,
}

/// What was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// A step, by the name under which it is noted as done.
    Step(Id),
    /// A pathway.
    Pathway(Id),
    /// A right, by its pathway.
    Right(Id),
    /// A measure.
    Measure(Id),
    /// Somebody of the care team.
    Member,
    /// A paper of the person.
    Document,
    /// A question of the person.
    Question,
}

impl Hit {
    fn new(found: Found, title: &str, line: &str, is_own: bool) -> Self {
        Self { found, title: title.to_owned(), line: line.to_owned(), is_own }
    }

    /// Whether it is the same thing for the person: an act that several pathways ask for, a right that several open.
    fn is_same(&self, other: &Self) -> bool {
        match (&self.found, &other.found) {
            (Found::Step(one), Found::Step(other)) => one == other,
            (Found::Right(_), Found::Right(_)) => self.title == other.title,
            _ => false,
        }
    }
}

/// How much it says where a word stands: in a title, in the name of a role or paper, in a sentence.
const TITLE: u32 = 4;
const NAME: u32 = 2;
const SENTENCE: u32 = 1;

/// What is looked for.
struct Sought {
    words: Vec<String>,
    /// Whether typing mistakes are allowed; then titles alone count.
    is_lenient: bool,
}

impl Sought {
    /// How well some texts fit, each with its weight; nothing unless every word is found.
    fn fit(&self, texts: &[(u32, &str)]) -> Option<u32> {
        let texts = texts.iter().filter(|(weight, _)| *weight == TITLE || !self.is_lenient);
        let known: Vec<(u32, Vec<String>)> = texts.map(|(weight, text)| (*weight, words(text))).collect();
        let mut whole = 0_u32;
        for typed in &self.words {
            let best = known.iter().flat_map(|(weight, words)| {
                words.iter().map(move |word| weight.saturating_mul(self.likeness(typed, word)))
            });
            match best.max() {
                None | Some(0) => return None,
                Some(best) => whole = whole.saturating_add(best),
            }
        }
        Some(whole)
    }

    fn likeness(&self, typed: &str, known: &str) -> u32 {
        if self.is_lenient {
            u32::from(likeness(typed, known) > 0.0)
        } else if typed == known {
            3
        } else {
            // One letter begins too much.
            u32::from(typed.len() > 1 && known.starts_with(typed)).saturating_mul(2)
        }
    }
}

/// What the words typed find, the best first, at most [`MOST_HITS`].
#[must_use]
pub fn find(care: &Care, person: &Person, typed: &str) -> Vec<Hit> {
    let mut sought = Sought { words: words(typed), is_lenient: false };
    if sought.words.is_empty() {
        return Vec::new();
    }
    let mut hits = all(care, person, &sought);
    if hits.is_empty() {
        sought.is_lenient = true;
        hits = all(care, person, &sought);
    }
    put_in_order(&mut hits, |(fit, hit)| (Reverse(*fit), !hit.is_own));
    hits.into_iter().map(|(_, hit)| hit).take(MOST_HITS).collect()
}

fn all(care: &Care, person: &Person, sought: &Sought) -> Vec<(u32, Hit)> {
    let mut hits = Vec::new();
    of_person(care, person, sought, &mut hits);
    of_pathways(care, person, sought, &mut hits);
    for measure in &care.draft().observations {
        let Some(fit) = sought.fit(&[(TITLE, measure.name.as_str())]) else { continue };
        let mut own = care.pathways().iter().filter(|pathway| person.is_on(pathway)).flat_map(|on| &on.targets);
        let is_own = person.measured.iter().any(|measured| measured.measure == measure.id)
            || own.any(|target| target.measure == measure.id);
        add(&mut hits, fit, Hit::new(Found::Measure(measure.id.clone()), &measure.name, &measure.unit, is_own));
    }
    hits
}

/// The team, papers and questions.
fn of_person(care: &Care, person: &Person, sought: &Sought, hits: &mut Vec<(u32, Hit)>) {
    for member in &person.team {
        let role = care.role(&member.role);
        let texts = [(TITLE, member.name.as_str()), (TITLE, role), (SENTENCE, member.reach.as_str())];
        if let Some(fit) = sought.fit(&texts) {
            let line = if member.reach.is_empty() { role.to_owned() } else { format!("{role} · {}", member.reach) };
            add(hits, fit, Hit::new(Found::Member, &member.name, &line, true));
        }
    }
    for document in &person.documents {
        let name = care.paper(&document.paper);
        if let Some(fit) = sought.fit(&[(TITLE, name), (NAME, document.place.as_str())]) {
            add(hits, fit, Hit::new(Found::Document, name, &document.place, true));
        }
    }
    for question in &person.questions {
        if let Some(fit) = sought.fit(&[(TITLE, question.text.as_str())]) {
            add(hits, fit, Hit::new(Found::Question, &question.text, "", true));
        }
    }
}

/// The pathways, their steps and rights.
fn of_pathways(care: &Care, person: &Person, sought: &Sought, hits: &mut Vec<(u32, Hit)>) {
    for pathway in care.pathways() {
        let is_own = person.is_on(pathway);
        let mut texts = vec![(TITLE, pathway.title.as_str()), (SENTENCE, pathway.intro.as_str())];
        texts.extend(pathway.warnings.iter().map(|warning| (SENTENCE, warning.text.as_str())));
        if let Some(fit) = sought.fit(&texts) {
            add(hits, fit, Hit::new(Found::Pathway(pathway.id.clone()), &pathway.title, &pathway.intro, is_own));
        }
        for step in &pathway.steps {
            let mut texts = vec![(TITLE, step.title.as_str()), (SENTENCE, step.why.as_str())];
            texts.push((SENTENCE, pathway.title.as_str()));
            texts.extend(step.act.iter().map(|act| (TITLE, care.act(act))));
            texts.extend(step.note.iter().map(|note| (SENTENCE, note.as_str())));
            texts.extend(step.who.iter().map(|role| (NAME, care.role(role))));
            texts.extend(step.papers.iter().map(|paper| (NAME, care.paper(paper))));
            if let Some(fit) = sought.fit(&texts) {
                add(hits, fit, Hit::new(Found::Step(step.key().clone()), &step.title, &step.why, is_own));
            }
        }
        for right in &pathway.rights {
            let mut texts = vec![(TITLE, right.title.as_str()), (SENTENCE, right.what.as_str())];
            texts.push((SENTENCE, pathway.title.as_str()));
            texts.extend(right.who.iter().map(|role| (NAME, care.role(role))));
            if let Some(fit) = sought.fit(&texts) {
                add(hits, fit, Hit::new(Found::Right(pathway.id.clone()), &right.title, &right.what, is_own));
            }
        }
    }
}

/// Adds a hit, or puts it in the place of the same thing from a pathway that the person is not on, or that fits less.
fn add(hits: &mut Vec<(u32, Hit)>, fit: u32, hit: Hit) {
    match hits.iter_mut().find(|(_, known)| known.is_same(&hit)) {
        Some(known) if (hit.is_own, fit) > (known.1.is_own, known.0) => *known = (fit, hit),
        Some(_) => {}
        None => hits.push((fit, hit)),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::{Found, Hit, MOST_HITS, find};
    use crate::content::Care;
    use crate::content::pathway::Step;
    use crate::pathway::sample::{care, draft, person};
    use crate::pathway::{Asked, Document, Joined, Member, Person};

    fn titles(person: &Person, typed: &str) -> Vec<String> {
        find(&care(), person, typed).into_iter().map(|hit| hit.title).collect()
    }

    fn first(person: &Person, typed: &str) -> Hit {
        find(&care(), person, typed).into_iter().next().unwrap()
    }

    #[test]
    fn accents_case_and_beginnings_do_not_matter() {
        for typed in ["RÉTINOPATHIE", "retinopathie", "rétino", "oeil", "Fond d'œil"] {
            assert_eq!(titles(&person(), typed), ["Fond d’œil"], "{typed}");
        }
    }

    #[test]
    fn every_word_must_be_found_wherever_it_stands() {
        assert_eq!(titles(&person(), "ophtalmologiste ordonnance"), ["Fond d’œil"]);
        assert_eq!(titles(&person(), "dentiste douleur"), ["Voir le dentiste"]);
        assert!(titles(&person(), "dentiste rétine").is_empty());
    }

    #[test]
    fn titles_come_before_sentences() {
        let found = titles(&person(), "diabete");
        assert_eq!(found.first().unwrap(), "Diabète de type 2");
        assert!(found.contains(&"Fond d’œil".to_owned()), "a step of the pathway is found by its name");
    }

    #[test]
    fn what_several_pathways_ask_for_is_found_once_and_as_ones_own() {
        let mut person = person();
        let found = |person: &Person| {
            let hits = find(&care(), person, "grippe").into_iter();
            hits.filter(|hit| hit.found == Found::Step("grippe".to_owned())).collect::<Vec<Hit>>()
        };
        let hits: Vec<(bool, String)> = found(&person).into_iter().map(|hit| (hit.is_own, hit.title)).collect();
        assert_eq!(hits, [(true, "Vaccin de la grippe".to_owned())]);
        person.joined.insert("diabete".to_owned(), Joined::default());
        assert_eq!(found(&person).len(), 1);
    }

    #[test]
    fn rights_and_measures_are_found_and_are_ones_own_on_their_pathway() {
        let mut person = person();
        let right = first(&person, "longue durée");
        assert_eq!((right.found, right.is_own), (Found::Right("diabete".to_owned()), false));
        assert!(!first(&person, "hba1c").is_own);
        person.joined.insert("diabete".to_owned(), Joined::default());
        assert!(first(&person, "longue duree").is_own);
        let measure = first(&person, "hémoglobine");
        assert_eq!((measure.found, measure.is_own), (Found::Measure("hba1c".to_owned()), true));
    }

    #[test]
    fn what_the_person_wrote_is_found() {
        let mut person = person();
        person.team.push(Member {
            event: 1,
            role: "dentiste".to_owned(),
            name: "Dr Éloïse Martin".to_owned(),
            reach: "01 02 03 04 05".to_owned(),
        });
        person.documents.push(Document {
            event: 2,
            paper: "ordonnance".to_owned(),
            place: "tiroir du bureau".to_owned(),
            until: None,
            of: person.since,
        });
        person.questions.push(Asked { event: 3, text: "Puis-je voyager ?".to_owned() });
        for (typed, found) in [("eloise", Found::Member), ("tiroir", Found::Document), ("voyager", Found::Question)] {
            let hit = first(&person, typed);
            assert_eq!((hit.found, hit.is_own), (found, true), "{typed}");
        }
    }

    #[test]
    fn a_typing_mistake_in_a_title_is_forgiven_where_nothing_else_is_found() {
        assert_eq!(titles(&person(), "dentitse"), ["Voir le dentiste"]);
        for nothing in ["xyzzyx", "", "   ", "de la", "?", "🙂"] {
            assert!(titles(&person(), nothing).is_empty(), "{nothing}");
        }
    }

    #[test]
    fn there_are_never_more_than_one_reads() {
        let mut draft = draft();
        let pathway = draft.pathways.last_mut().unwrap();
        let model = pathway.steps.last().unwrap().clone();
        pathway.steps.extend((0..50).map(|number| Step { id: format!("C-{number}"), ..model.clone() }));
        let care = Care::check(draft, &[]).unwrap();
        assert_eq!(find(&care, &person(), "fond").len(), MOST_HITS);
    }
}
