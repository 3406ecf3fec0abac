//! From the lists at the head of the content to their typed form.

use std::path::PathBuf;

use sentier_core::content as typed;

use crate::read::{Reader, Source, tenths};
use crate::{file, french};

impl Reader {
    pub(crate) fn read_lists(&mut self) {
        for name in ["sources", "contacts", "ways", "levels", "measures", "parts"] {
            let path = PathBuf::from(format!("{name}.toml"));
            let Some((text, lists)) = self.parse::<file::Lists>(&path) else {
                continue;
            };
            let source = Source { file: &path, text: &text, prefix: "", sources: &[] };
            self.take_lists(&source, lists);
        }
    }

    fn take_lists(&mut self, source: &Source<'_>, lists: file::Lists) {
        for raw in lists.source {
            let id = self.place(source, &raw.id, raw.id.get_ref().clone());
            let Some(review_by) = self.review_by(source, &raw.id, raw.review_by.or(lists.review_by)) else {
                continue;
            };
            let (title, publisher, date) = (french(&raw.title), french(&raw.publisher), french(&raw.date));
            self.draft.sources.push(typed::Source {
                id,
                title,
                publisher,
                date,
                address: raw.address,
                reading: raw.reading,
                level: typed::SourceLevel::Unsaid,
                review_by,
            });
        }
        for raw in lists.contact {
            let id = self.place(source, &raw.id, raw.id.get_ref().clone());
            let (number, name, when) = (french(&raw.number), french(&raw.name), french(&raw.when));
            self.draft.contacts.push(typed::Contact {
                id,
                number,
                channel: raw.channel,
                name,
                when,
                sources: raw.sources,
            });
        }
        for raw in lists.way {
            let id = self.place(source, &raw.id, raw.id.get_ref().clone());
            let (action, explain) = (french(&raw.action), french(&raw.explain));
            self.draft.ways.push(typed::Way { id, action, explain, contact: raw.contact, beside: raw.beside });
        }
        for raw in lists.level {
            let level = *raw.level.get_ref();
            self.place(source, &raw.level, level.word().to_owned());
            self.draft.levels.push(typed::LevelAdvice {
                level,
                name: french(&raw.name),
                headline: french(&raw.headline),
                recall: french(&raw.recall),
                unreachable: french(&raw.unreachable),
                way: raw.way,
            });
        }
        for raw in lists.measure {
            let id = self.place(source, &raw.id, raw.id.get_ref().clone());
            self.draft.measures.push(typed::Measure {
                id,
                name: french(&raw.name),
                ask: french(&raw.ask),
                help: raw.help.as_deref().map(french),
                unit: raw.unit,
                min: tenths(raw.min),
                max: tenths(raw.max),
                decimals: raw.decimals,
            });
        }
        for raw in lists.part {
            let id = self.place(source, &raw.id, raw.id.get_ref().clone());
            self.draft.parts.push(typed::Part { id, title: french(&raw.title) });
        }
    }
}
