//! Every sentence that a person may read, with where it stands.

use sentier_core::content::pathway::{Entry, Pathway};
use sentier_core::content::system::Acronym;

use super::CONTENT;

/// A sentence behind the id of what says it.
pub type Sentence = (String, String);

/// Sentences of one place.
fn at<'a>(place: &str, lines: impl IntoIterator<Item = &'a String>) -> Vec<Sentence> {
    lines.into_iter().map(|line| (place.to_owned(), line.clone())).collect()
}

/// All of them: triage, where to go now, pathways, who does what, plain pages, fictional persons. The stories of triage
/// are not among them, being written as people write, nor what is cited, which is written as its publisher writes it.
pub fn sentences() -> Vec<Sentence> {
    [triage(), orientation(), care(), system(), plain(), persons()].concat()
}

/// What plain pages say besides.
pub fn plain() -> Vec<Sentence> {
    CONTENT.plain_words.entries().into_iter().map(|(name, said)| (name.to_owned(), said.to_owned())).collect()
}

/// What the triage asks, concludes and advises.
pub fn triage() -> Vec<Sentence> {
    let draft = CONTENT.library.draft();
    let mut said = Vec::new();
    let signs = draft.motifs.iter().flat_map(|m| &m.signs).chain(draft.groups.iter().flat_map(|g| &g.signs));
    for sign in signs {
        said.extend(at(&sign.id, [&sign.ask, &sign.question().to_owned()].into_iter().chain(&sign.help)));
    }
    let rules = draft.motifs.iter().flat_map(|m| &m.rules).chain(draft.groups.iter().flat_map(|g| &g.rules));
    said.extend(rules.flat_map(|rule| at(&rule.id, [&rule.because])));
    for motif in &draft.motifs {
        let own = [&motif.door.title, &motif.otherwise.because];
        said.extend(at(&motif.door.id, motif.meanwhile.iter().chain(&motif.self_care).chain(own)));
    }
    said.extend(draft.groups.iter().flat_map(|group| at(&group.id, [&group.title])));
    said.extend(draft.parts.iter().flat_map(|part| at(&part.id, [&part.title])));
    said.extend(draft.ways.iter().flat_map(|way| at(&way.id, [&way.action, &way.explain])));
    said.extend(draft.contacts.iter().flat_map(|contact| at(&contact.id, [&contact.name, &contact.when])));
    said.extend(
        draft.levels.iter().flat_map(|l| at(l.level.word(), [&l.name, &l.headline, &l.recall, &l.unreachable])),
    );
    said.extend(draft.measures.iter().flat_map(|m| at(&m.id, [&m.name, &m.ask, &m.unit].into_iter().chain(&m.help))));
    said.extend(understood());
    said
}

/// How what was understood of the person is shown again.
fn understood() -> Vec<Sentence> {
    let words = &CONTENT.library.draft().words;
    let units = words.units.iter().flat_map(|unit| [&unit.one, &unit.many]);
    let starts = words.starts.iter().map(|start| &start.shown).chain(words.moments.iter().map(|moment| &moment.shown));
    let sexes = words.sexes.iter().map(|sex| &sex.shown).chain([&words.pregnancy.shown]);
    at("words", units.chain(starts).chain(sexes))
}

/// What is said about where to go now.
pub fn orientation() -> Vec<Sentence> {
    let orientation = CONTENT.library.orientation();
    let mut said = Vec::new();
    for service in &orientation.services {
        let lines = service.conditions.iter().chain(&service.excluded).map(|line| &line.text);
        said.extend(at(&service.id, lines.chain([&service.title, &service.otherwise]).chain(&service.price)));
    }
    said.extend(orientation.professionals.iter().flat_map(|known| at(&known.id, [&known.name, &known.access])));
    said.extend(orientation.duties.iter().flat_map(|words| at(words.duty.word(), [&words.said])));
    said.extend(orientation.reasons.iter().flat_map(|because| at(because.why.word(), [&because.said])));
    said.extend(orientation.written.iter().flat_map(|written| at(&written.contact, [&written.said])));
    said.extend(orientation.costs.iter().flat_map(|cost| at(&cost.id, [&cost.said])));
    said.extend(orientation.holidays.iter().flat_map(|holiday| at(&holiday.id, [&holiday.name])));
    let places = orientation.territories.iter();
    said.extend(places.flat_map(|place| at(&place.id, [&place.name, &place.region].into_iter().chain(&place.note))));
    said
}

/// What pathways and the lists that they share say.
pub fn care() -> Vec<Sentence> {
    let care = CONTENT.care.draft();
    let mut said: Vec<Sentence> = care.pathways.iter().flat_map(pathway).collect();
    said.extend(care_questions());
    said.extend(care.roles.iter().flat_map(|role| at(&role.id, [&role.name])));
    said.extend(care.papers.iter().flat_map(|paper| at(&paper.id, [&paper.name])));
    said.extend(care.acts.iter().flat_map(|act| at(&act.id, [&act.name])));
    said.extend(care.seasons.iter().flat_map(|season| at(&season.id, [&season.name])));
    for observation in &care.observations {
        let units = observation.other_units.iter().map(|other| &other.unit);
        said.extend(at(&observation.id, [&observation.name, &observation.unit].into_iter().chain(units)));
    }
    said
}

fn pathway(pathway: &Pathway) -> Vec<Sentence> {
    let own = [&pathway.title, &pathway.intro].into_iter();
    let guide = pathway.guide.iter().map(|guide| &guide.title);
    let dates = pathway.dates.iter().map(|date| &date.ask);
    let stages = pathway.stages.iter().map(|stage| &stage.title);
    let warnings = pathway.warnings.iter().map(|warning| &warning.text);
    let notes = pathway.targets.iter().filter_map(|target| target.note.as_ref());
    let rights = pathway.rights.iter().flat_map(|right| [&right.title, &right.what]);
    let helpers = pathway.associations.iter().map(|association| &association.name);
    let lines = own.chain(guide).chain(dates).chain(stages).chain(warnings).chain(notes).chain(rights).chain(helpers);
    let mut said = at(&pathway.id, lines);
    for step in &pathway.steps {
        said.extend(at(
            &step.id,
            [&step.title, &step.why].into_iter().chain(&step.note).chain(&step.condition.depends),
        ));
    }
    said
}

/// The closed questions of pathways: whether one is on them, and what steps depend on.
pub fn care_questions() -> Vec<Sentence> {
    let care = CONTENT.care.draft();
    let joins = care.pathways.iter().filter_map(|pathway| match &pathway.entry {
        Entry::Asked { ask, .. } => Some((pathway.id.clone(), ask.clone())),
        Entry::Everybody => None,
    });
    care.facts.iter().map(|fact| (fact.id.clone(), fact.ask.clone())).chain(joins).collect()
}

/// What is said about who does what.
pub fn system() -> Vec<Sentence> {
    let draft = CONTENT.system.draft();
    let mut said: Vec<Sentence> = draft.families.iter().flat_map(|own| at(&own.id, [&own.title, &own.intro])).collect();
    said.extend(at("map", draft.zones.iter().map(|words| &words.title)));
    said.extend(at("map", draft.moments.iter().map(|words| &words.title)));
    for entry in &draft.entries {
        let acronyms = entry.acronyms.iter().flat_map(acronym);
        let lines = entry.what.iter().chain([&entry.name, &entry.when, &entry.how, &entry.cost]);
        said.extend(at(&entry.id, lines.chain(&entry.before).chain(acronyms)));
    }
    said.extend(draft.terms.iter().flat_map(|term| at(&term.acronym.letters, acronym(&term.acronym))));
    for question in &draft.questions {
        let mut waiting = vec![&question.choice];
        while let Some(choice) = waiting.pop() {
            said.extend(at(&question.id, choice.leads.say.iter().chain(&choice.leads.prepare).chain([&choice.title])));
            waiting.extend(&choice.choices);
        }
    }
    said
}

/// What letters stand for, and where.
fn acronym(acronym: &Acronym) -> impl Iterator<Item = &String> {
    [&acronym.means].into_iter().chain(&acronym.context)
}

/// The fictional persons, with whom one tries the pathways.
pub fn persons() -> Vec<Sentence> {
    CONTENT.care.draft().examples.iter().flat_map(|person| at(&person.name, [&person.name, &person.story])).collect()
}
