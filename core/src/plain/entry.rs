//! The page of an entry of the system: for somebody who has never heard of it.

use crate::content::system::Entry;

use super::{Block, Page, Piece, Plain, Section};

impl Plain<'_> {
    pub(super) fn entry(self, entry: &Entry) -> Page {
        let w = self.words;
        let family = self.system.family(&entry.family);
        let [what, more] = &entry.what;
        let letters = entry.acronyms.iter().map(|acronym| {
            let context = acronym.context.iter().map(|context| format!(" ({context})")).collect::<String>();
            Block::hint(format!("{}\u{a0}: {}{context}.", acronym.letters, acronym.means))
        });
        let now = entry.now.as_ref().and_then(|now| self.system.entry(now));
        let now = now.map(|now| Block::links(&w.now, vec![Self::entry_link(now)]));
        let intro = [Block::text(what), Block::text(more)].into_iter().chain(now).chain(letters).collect();
        let mut sections = vec![
            Section { heading: None, level: None, blocks: intro },
            Section::new(&w.when, vec![Block::text(&entry.when)]),
            Section::new(&w.how, self.how(entry)),
            Section::new(&w.cost, vec![Block::text(&entry.cost)]),
        ];
        sections.extend(Section::unless_empty(&w.before, self.before(entry)));
        sections.extend(Section::unless_empty(&w.triage, self.in_triage(entry)));
        sections.extend(Section::unless_empty(&w.pathways, self.in_pathways(entry)));
        let found: Vec<String> =
            self.system.found_by(&entry.id).iter().map(|question| question.choice.title.clone()).collect();
        if !found.is_empty() {
            sections.push(Section::new(&w.find, vec![Block::lines(&found)]));
        }
        let see = entry.see.iter().filter_map(|id| self.system.entry(id));
        let see = Self::entry_links(see);
        if !see.is_empty() {
            sections.push(Section::new(&w.see, vec![Block::List(see)]));
        }
        let sources: Vec<_> = entry.sources.iter().filter_map(|id| self.system.source(id)).collect();
        sections.push(self.sources(&sources, entry.reading));
        let file = Self::entry_file(entry);
        if let Some(family) = family {
            let by = sources.iter().map(|source| source.review_by).fold(family.review.before, Ord::min);
            sections.push(self.review(&file, &family.review, by, &self.system.draft().version));
        }
        Page {
            file,
            title: self.window(&entry.name),
            description: format!("{what} {more}"),
            above: family.map(|family| family.title.clone()).unwrap_or_default(),
            heading: entry.name.clone(),
            sections,
        }
    }

    /// Whom to ask and how, with numbers and sites.
    fn how(self, entry: &Entry) -> Vec<Block> {
        let contacts: Vec<_> = entry.contacts.iter().filter_map(|id| self.library.contact(id)).collect();
        let mut blocks = vec![Block::text(&entry.how)];
        blocks.extend(Self::numbers(&contacts));
        let asked: Vec<_> = entry.ask.iter().filter_map(|id| self.system.entry(id)).collect();
        if !asked.is_empty() {
            blocks.push(Block::List(Self::entry_links(asked)));
        }
        let site = |site: &String| vec![Block::Text(vec![Piece::link(format!("https://{site}"), site)])];
        if !entry.sites.is_empty() {
            blocks.push(Block::List(entry.sites.iter().map(site).collect()));
        }
        blocks
    }

    /// What it was, and the former devices that it has taken over.
    fn before(self, entry: &Entry) -> Vec<Block> {
        let former: Vec<Piece> = self.system.formerly(&entry.id).map(Self::entry_link).collect();
        let former = (!former.is_empty()).then(|| Block::links(&self.words.formerly, former));
        entry.before.iter().map(Block::text).chain(former).collect()
    }

    /// The motifs and levels that lead to it.
    fn in_triage(self, entry: &Entry) -> Vec<Block> {
        let motifs = self.system.motifs_of(entry, self.library);
        let motifs: Vec<Vec<Block>> =
            motifs.into_iter().map(|motif| vec![Block::Text(vec![Self::motif_link(motif)])]).collect();
        let levels = entry.levels.iter().filter_map(|level| self.library.level(*level));
        let names: Vec<&str> = levels.map(|advice| advice.name.as_str()).collect();
        let said = format!("{} {}.", self.words.levels, names.join(", "));
        let levels = (!names.is_empty()).then(|| Block::text(said));
        levels.into_iter().chain((!motifs.is_empty()).then_some(Block::List(motifs))).collect()
    }

    /// The pathways in which it appears, each with the steps that are about it.
    fn in_pathways(self, entry: &Entry) -> Vec<Block> {
        let mut found: Vec<(&str, Vec<String>)> = Vec::new();
        for (pathway, step) in self.system.steps_of(entry, self.care) {
            match found.iter_mut().find(|(title, _)| *title == pathway.title) {
                Some((_, steps)) if steps.contains(&step.title) => {}
                Some((_, steps)) => steps.push(step.title.clone()),
                None => found.push((&pathway.title, vec![step.title.clone()])),
            }
        }
        let line = |(title, steps): &(&str, Vec<String>)| vec![Block::text(*title), Block::lines(steps)];
        if found.is_empty() { Vec::new() } else { vec![Block::List(found.iter().map(line).collect())] }
    }
}
