//! From the files of `content/system/` and `content/territories/` to the draft of the system.

use std::path::{Path, PathBuf};

use sentier_core::content::system::{self as typed, SystemDraft};
use sentier_core::content::{CareDraft, Choice, Contact, Host, Id, Leads, LocalPlace, Opening, Question};

use crate::read::{Reader, Source};
use crate::{french, system_file as file};

/// The files of the folder that are no family.
const LISTS: [&str; 4] = ["sources.toml", "map.toml", "glossary.toml", "find.toml"];

/// The system as read, with the hosts that are checked and not shipped.
pub(crate) struct SystemRead {
    pub draft: SystemDraft,
    pub unshipped: Vec<Id>,
}

impl Reader {
    pub(crate) fn read_system(&mut self, care: &CareDraft) -> SystemRead {
        let mut draft = SystemDraft::default();
        self.system_sources(care, &mut draft);
        self.system_map(&mut draft);
        self.system_families(&mut draft);
        self.glossary(&mut draft);
        self.find(&mut draft);
        self.cite(care, &mut draft);
        let unshipped = self.hosts(&mut draft);
        SystemRead { draft, unshipped }
    }

    fn system_sources(&mut self, care: &CareDraft, draft: &mut SystemDraft) {
        let path = Path::new("system").join("sources.toml");
        let Some((text, lists)) = self.parse::<file::Sources>(&path) else { return };
        let source = Source { file: &path, text: &text, prefix: "", sources: &[] };
        for raw in lists.source {
            let id = raw.id.get_ref();
            if self.draft.sources.iter().chain(&care.sources).any(|known| &known.id == id) {
                self.refuse::<()>(&source, &raw.id, "another list has this source; remove it here and cite that one");
                continue;
            }
            draft.sources.extend(self.care_source(&source, raw, lists.review_by));
        }
    }

    /// Takes in what the system cites of the sources of triage and of pathways.
    fn cite(&self, care: &CareDraft, draft: &mut SystemDraft) {
        let of_entries = draft.entries.iter().flat_map(|entry| &entry.sources);
        let of_terms = draft.terms.iter().flat_map(|term| &term.sources);
        let cited: Vec<&Id> =
            of_entries.chain(of_terms).chain(draft.questions.iter().flat_map(|question| &question.sources)).collect();
        let others = self.draft.sources.iter().chain(&care.sources);
        let mut taken: Vec<_> = others.filter(|source| cited.contains(&&source.id)).cloned().collect();
        draft.sources.append(&mut taken);
    }

    fn system_map(&mut self, draft: &mut SystemDraft) {
        let path = Path::new("system").join("map.toml");
        let Some((text, map)) = self.parse::<file::Map>(&path) else { return };
        let source = Source { file: &path, text: &text, prefix: "", sources: &[] };
        for raw in map.zone {
            self.place(&source, &raw.zone, "map".to_owned());
            draft.zones.push(typed::ZoneWords { zone: raw.zone.into_inner(), title: french(&raw.title) });
        }
        for raw in map.moment {
            draft.moments.push(typed::MomentWords { moment: raw.moment, title: french(&raw.title) });
        }
        for raw in map.ring {
            let subject = format!("ring {}", raw.entry.get_ref());
            self.place(&source, &raw.entry, subject);
            draft.rings.push(typed::Ring { entry: raw.entry.into_inner(), components: raw.components });
        }
    }

    fn system_families(&mut self, draft: &mut SystemDraft) {
        let is_list = |path: &PathBuf| LISTS.iter().any(|list| path.ends_with(list));
        let mut families = Vec::new();
        for path in self.files("system").into_iter().filter(|path| !is_list(path)) {
            let Some((text, raw)) = self.parse::<file::Family>(&path) else { continue };
            let source = Source { file: &path, text: &text, prefix: "", sources: &[] };
            let Some(review) = self.review(&source, &raw.id, &raw.review) else { continue };
            let id = raw.id.get_ref().clone();
            self.place(&source, &raw.id, format!("family {id}"));
            let entries: Vec<_> = raw.entry.into_iter().map(|entry| self.entry(&source, &id, entry)).collect();
            let (title, intro) = (french(&raw.title), french(&raw.intro));
            families.push((raw.order, typed::Family { id, title, intro, review }, entries));
        }
        families.sort_by_key(|(order, ..)| *order);
        for (_, family, entries) in families {
            draft.families.push(family);
            draft.entries.extend(entries);
        }
    }

    fn entry(&mut self, source: &Source<'_>, family: &Id, raw: file::Entry) -> typed::Entry {
        self.place(source, &raw.id, format!("entry {}", raw.id.get_ref()));
        let acronym = |raw: file::Acronym| typed::Acronym {
            letters: raw.letters,
            means: french(&raw.means),
            context: raw.context.as_deref().map(french),
        };
        typed::Entry {
            id: raw.id.into_inner(),
            family: family.clone(),
            name: french(&raw.name),
            acronyms: raw.acronyms.into_iter().map(acronym).collect(),
            kind: raw.kind,
            what: raw.what.map(|sentence| french(&sentence)),
            when: french(&raw.when),
            how: french(&raw.how),
            ask: raw.ask,
            contacts: raw.contacts,
            sites: raw.sites,
            cost: french(&raw.cost),
            before: raw.before.as_deref().map(french),
            now: raw.now,
            see: raw.see,
            links: typed::CareLinks { roles: raw.roles, acts: raw.acts, papers: raw.papers, steps: raw.steps },
            ways: raw.ways,
            levels: raw.levels,
            professional: raw.professional,
            place: typed::Place { zone: raw.place.zone, moment: raw.place.moment },
            sources: raw.sources,
            reading: raw.reading,
        }
    }

    fn glossary(&mut self, draft: &mut SystemDraft) {
        let path = Path::new("system").join("glossary.toml");
        let Some((text, raw)) = self.parse::<file::Glossary>(&path) else { return };
        let source = Source { file: &path, text: &text, prefix: "", sources: &[] };
        for name in &raw.names {
            self.place(&source, name, format!("name {}", name.get_ref()));
            draft.names.push(name.get_ref().clone());
        }
        for term in raw.term {
            let context = term.context.as_deref().map(french);
            let shown = context.as_ref().map(|context| format!(" ({context})")).unwrap_or_default();
            self.place(&source, &term.letters, format!("term {}{shown}", term.letters.get_ref()));
            let (letters, means) = (term.letters.into_inner(), french(&term.means));
            draft.terms.push(typed::Term {
                acronym: typed::Acronym { letters, means, context },
                entry: term.entry,
                sources: if term.sources.is_empty() { raw.sources.clone() } else { term.sources },
                reading: term.reading.unwrap_or(raw.reading),
            });
        }
    }

    fn find(&mut self, draft: &mut SystemDraft) {
        let path = Path::new("system").join("find.toml");
        let Some((text, raw)) = self.parse::<file::Find>(&path) else { return };
        let source = Source { file: &path, text: &text, prefix: "", sources: &[] };
        for raw in raw.question {
            self.place(&source, &raw.id, format!("question {}", raw.id.get_ref()));
            let choice = choice(file::Choice { title: raw.title, leads: raw.leads, choice: raw.choice });
            let (id, sources, reading) = (raw.id.into_inner(), raw.sources, raw.reading);
            draft.questions.push(Question { id, choice, sources, reading });
        }
    }

    fn hosts(&mut self, draft: &mut SystemDraft) -> Vec<Id> {
        let mut unshipped = Vec::new();
        for path in self.files("territories") {
            let Some((text, raw)) = self.parse::<file::Host>(&path) else { continue };
            let source = Source { file: &path, text: &text, prefix: "", sources: &[] };
            let Some(review) = self.review(&source, &raw.id, &raw.review) else { continue };
            self.place(&source, &raw.id, format!("host {}", raw.id.get_ref()));
            let id = raw.id.into_inner();
            if !raw.shipped {
                unshipped.push(id.clone());
            }
            let sources = raw.source.into_iter().filter_map(|own| self.care_source(&source, own, raw.review_by));
            let sources = sources.collect();
            let contacts = raw.contact.into_iter().map(|own| self.local_contact(&source, own)).collect();
            let places = raw.place.into_iter().map(|own| self.local_place(&source, own)).collect();
            let (name, address, territories) = (french(&raw.name), raw.address, raw.territories);
            draft.hosts.push(Host { id, name, address, territories, contacts, places, sources, review });
        }
        unshipped
    }

    fn local_contact(&mut self, source: &Source<'_>, raw: crate::file::Contact) -> Contact {
        self.place(source, &raw.id, format!("local contact {}", raw.id.get_ref()));
        Contact {
            id: raw.id.into_inner(),
            number: french(&raw.number),
            channel: raw.channel,
            name: french(&raw.name),
            when: french(&raw.when),
            sources: raw.sources,
        }
    }

    fn local_place(&mut self, source: &Source<'_>, raw: file::LocalPlace) -> LocalPlace {
        self.place(source, &raw.id, format!("place {}", raw.id.get_ref()));
        let mut open = Vec::new();
        for hours in raw.open {
            let from = self.minutes(source, &hours.from, hours.from.get_ref());
            let until = self.minutes(source, &hours.until, hours.until.get_ref());
            open.extend(from.zip(until).map(|(from, until)| Opening { days: hours.days, from, until }));
        }
        LocalPlace {
            id: raw.id.into_inner(),
            name: french(&raw.name),
            address: raw.address.as_deref().map(french),
            contact: raw.contact,
            open,
            is_open_on_holidays: raw.open_on_holidays,
            accessibility: raw.accessibility.as_deref().map(french),
            cost: raw.cost.as_deref().map(french),
            beside: raw.beside,
            entries: raw.entries,
            sources: raw.sources,
        }
    }
}

fn choice(raw: file::Choice) -> Choice {
    Choice {
        title: french(&raw.title),
        leads: Leads {
            say: raw.leads.say.as_deref().map(french),
            ways: raw.leads.ways,
            contacts: raw.leads.contacts,
            entries: raw.leads.entries,
            prepare: raw.leads.prepare.iter().map(|line| french(line)).collect(),
        },
        choices: raw.choice.into_iter().map(choice).collect(),
    }
}
