//! What the letters on a page stand for: on paper nobody can ask.

use crate::system::{Piece as Found, pieces};

use super::{Block, Page, Piece, Plain, Section};

impl Plain<'_> {
    /// The page with a last part that explains its acronyms, but for those that it explains itself, and those of the
    /// titles of its sources.
    pub(super) fn with_letters(self, mut page: Page) -> Page {
        let text = page.text_without(&self.words.sources);
        let explained = pieces(self.system, &text, &[]).into_iter().filter_map(|piece| match piece {
            Found::Acronym(letters, meanings) => {
                let said = |means: &str| text.contains(&format!("{letters}\u{a0}: {means}"));
                if meanings.iter().any(|meaning| said(&meaning.acronym.means)) {
                    return None;
                }
                let means = meanings.iter().map(|meaning| match &meaning.acronym.context {
                    Some(context) if meanings.len() > 1 => format!("{} ({context})", meaning.acronym.means),
                    _ => meaning.acronym.means.clone(),
                });
                let means: Vec<String> = means.collect();
                Some(vec![Block::text(format!("{letters}\u{a0}: {}", means.join(", ")))])
            }
            Found::Plain(_) => None,
        });
        let explained: Vec<Vec<Block>> = explained.collect();
        if !explained.is_empty() {
            page.sections.push(Section::new(&self.words.letters, vec![Block::List(explained)]));
        }
        page
    }
}

impl Page {
    /// All that it says but for the part under a heading, a line a paragraph.
    #[must_use]
    pub fn text_without(&self, heading: &str) -> String {
        let mut lines = vec![self.above.clone(), self.heading.clone()];
        for section in self.sections.iter().filter(|section| section.heading.as_deref() != Some(heading)) {
            lines.extend(section.heading.clone());
            section.blocks.iter().for_each(|block| block.say(&mut lines));
        }
        lines.join("\n")
    }
}

impl Block {
    fn say(&self, lines: &mut Vec<String>) {
        match self {
            Self::Text(pieces) | Self::Hint(pieces) => {
                let words = pieces.iter().map(|(Piece::Words(words) | Piece::Link { words, .. })| words.as_str());
                lines.push(words.collect());
            }
            Self::List(items) => items.iter().flatten().for_each(|block| block.say(lines)),
        }
    }
}
