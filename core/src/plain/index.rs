//! The list of all pages: motifs by part of the body, entries by family.

use super::{Block, Page, Plain, Section};

impl Plain<'_> {
    pub(super) fn index(self) -> Page {
        let w = self.words;
        let lead = vec![Block::text(&w.index_lead), Block::hint(&w.index_private)];
        let mut sections = vec![Section { heading: None, level: None, blocks: lead }];
        for part in &self.library.draft().parts {
            let own = self.library.motifs().iter().filter(|motif| motif.door.part == part.id);
            let lines: Vec<Vec<Block>> = own.map(|motif| vec![Block::Text(vec![Self::motif_link(motif)])]).collect();
            if !lines.is_empty() {
                let heading = format!("{}\u{a0}: {}", w.index_motifs, part.title);
                sections.push(Section::new(&heading, vec![Block::List(lines)]));
            }
        }
        for family in &self.system.draft().families {
            let heading = format!("{}\u{a0}: {}", w.index_system, family.title);
            let lines = Self::entry_links(self.system.entries_of(&family.id));
            sections.push(Section::new(&heading, vec![Block::hint(&family.intro), Block::List(lines)]));
        }
        Page {
            file: Self::INDEX.to_owned(),
            title: self.window(&w.index_title),
            description: w.index_description.clone(),
            above: w.name.clone(),
            heading: w.index_title.clone(),
            sections,
        }
    }
}
