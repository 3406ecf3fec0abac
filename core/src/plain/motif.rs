//! The page of a motif: its rules as lists to be read from the most urgent on, and what follows from each.
//!
//! Nobody asks here, so the page asks for what the engine does: stop at the first sign that is there, take a doubt for
//! a yes, and go one level up for what adds a step before the levels that it moves are read.

use chrono::NaiveDate;

use crate::content::{Effect, Id, Motif, Origin, Sign, Source, Urgency};
use crate::triage::clinical::{PartKind, Phrase, Row, Sheet, sheet};

use super::{Block, Page, Piece, Plain, Section};

/// Rows that lead to one way.
struct Led<'s> {
    way: &'s Id,
    is_everybody: bool,
    rows: Vec<&'s Row<'s>>,
}

impl Plain<'_> {
    pub(super) fn motif(self, motif: &Motif) -> Page {
        let w = self.words;
        let sheet = sheet(self.library, motif);
        let part = self.library.draft().parts.iter().find(|part| part.id == motif.door.part);
        let above = part.map(|part| part.title.clone()).unwrap_or_default();
        let (title, description) = if motif.door.leaves_trace {
            (motif.door.title.clone(), format!("{}\u{a0}: {}", motif.door.title, w.motif_description))
        } else {
            (format!("{above}, {}", motif.card), w.sensitive_description.clone())
        };
        let sources = sources(self, &sheet);
        let until = until(&sheet, &sources);
        let mut sections = vec![self.how_to_read(until)];
        sections.extend(Section::unless_empty(&w.shown, self.shown(motif)));
        for level in Urgency::MOST_URGENT_FIRST {
            if level == Urgency::Days {
                sections.extend(self.one_step(&sheet));
            }
            sections.extend(self.level(&sheet, level));
        }
        sections.push(self.rest(motif));
        sections.extend(self.advice(motif));
        sections.push(self.recall(&sheet));
        let ways = self.ways_of(&sheet);
        sections.push(Section::new(&w.numbers, Self::numbers(&self.contacts_of(&ways))));
        sections.extend(self.understand(&sheet, &ways));
        sections.push(self.sources(&sources, crate::content::Reading::Extract));
        let file = Self::motif_file(motif);
        sections.push(self.review(&file, &motif.review, until, self.library.version()));
        Page { file, title: self.window(&title), description, above, heading: motif.door.title.clone(), sections }
    }

    /// How to read the page; its heading says what it is about.
    fn how_to_read(self, until: NaiveDate) -> Section {
        let w = self.words;
        let mut blocks = vec![Block::text(&w.motif_read), Block::text(&w.motif_doubt), Block::hint(&w.motif_several)];
        blocks.push(Block::hint(format!("{} {}, {}", w.stale_from, self.day(until), w.stale_then)));
        Section { heading: None, level: None, blocks }
    }

    /// The ways that stay on every screen of the motif.
    fn shown(self, motif: &Motif) -> Vec<Block> {
        let ways = motif.door.always_shown.iter().filter_map(|id| self.library.way(id));
        let lines: Vec<Vec<Block>> =
            ways.map(|way| vec![Block::Text(vec![self.action(way)]), Block::hint(&way.explain)]).collect();
        if lines.is_empty() { Vec::new() } else { vec![Block::List(lines)] }
    }

    /// What leads to a level, under whom to contact then; nothing where nothing leads there, or where everything leads
    /// higher anyway.
    fn level(self, sheet: &Sheet<'_>, level: Urgency) -> Option<Section> {
        let w = self.words;
        let advice = self.library.level(level)?;
        let mut led: Vec<Led<'_>> = Vec::new();
        for (kind, row) in rows(sheet, Effect::Raise(level)) {
            let (way, is_everybody) = (row.rule.way.as_ref().unwrap_or(&advice.way), kind == PartKind::Gate);
            match led.iter_mut().find(|led| led.way == way && led.is_everybody == is_everybody) {
                Some(led) => led.rows.push(row),
                None => led.push(Led { way, is_everybody, rows: vec![row] }),
            }
        }
        if led.is_empty() || level < sheet.motif.otherwise.level {
            return None;
        }
        // First the level's own way, last what is the same on every page.
        led.sort_by_key(|led| (led.is_everybody, *led.way != advice.way));
        let mut blocks = Vec::new();
        for led in &led {
            if led.is_everybody {
                blocks.push(Block::text(&w.everybody));
            } else {
                blocks.extend(self.way(led.way));
                blocks.push(Block::text(&w.if_sign));
            }
            blocks.push(Block::List(led.rows.iter().map(|row| self.row(row)).collect()));
        }
        blocks.extend((!advice.unreachable.is_empty()).then(|| Block::hint(&advice.unreachable)));
        Some(Section { heading: Some(advice.headline.clone()), level: Some(level), blocks })
    }

    /// Who goes one level up, before the levels are read that this moves.
    fn one_step(self, sheet: &Sheet<'_>) -> Option<Section> {
        if sheet.motif.otherwise.level >= Urgency::Hours {
            return None;
        }
        let lines: Vec<Vec<Block>> = rows(sheet, Effect::OneStep).map(|(_, row)| self.row(row)).collect();
        let moved = [Urgency::SelfCare, Urgency::Planned, Urgency::Days, Urgency::Hours];
        let read = format!("{} {}.", self.words.step_read, self.names(&moved));
        let blocks = vec![Block::text(read), Block::List(lines.clone())];
        (!lines.is_empty()).then(|| Section::new(&self.words.step, blocks))
    }

    fn names(self, levels: &[Urgency]) -> String {
        let names = levels.iter().filter_map(|level| self.library.level(*level));
        names.map(|advice| format!("«\u{a0}{}\u{a0}»", advice.name)).collect::<Vec<_>>().join(", ")
    }

    /// What holds where no sign is there.
    fn rest(self, motif: &Motif) -> Section {
        let otherwise = &motif.otherwise;
        let mut blocks = Vec::new();
        if let Some(advice) = self.library.level(otherwise.level) {
            blocks.push(Block::text(&advice.headline));
            blocks.extend(self.way(otherwise.way.as_ref().unwrap_or(&advice.way)));
            blocks.push(Block::hint(&otherwise.because));
            blocks.extend((!advice.unreachable.is_empty()).then(|| Block::hint(&advice.unreachable)));
        }
        Section::new(&self.words.rest, blocks)
    }

    /// What to do meanwhile and, where a level allows it, oneself.
    fn advice(self, motif: &Motif) -> Vec<Section> {
        let w = self.words;
        let mut sections = Vec::new();
        if !motif.meanwhile.is_empty() {
            sections.push(Section::new(&w.meanwhile, vec![Block::lines(&motif.meanwhile)]));
        }
        if !motif.self_care.is_empty() && motif.otherwise.level <= Urgency::Days {
            let lowest = [Urgency::Days, Urgency::Planned, Urgency::SelfCare];
            let when = Block::hint(format!("{} {}.", w.self_care_when, self.names(&lowest)));
            sections.push(Section::new(&w.self_care, vec![when, Block::lines(&motif.self_care)]));
        }
        sections
    }

    /// The safety net: the lists above, which are the rules, and whom to call when a sign of one appears.
    fn recall(self, sheet: &Sheet<'_>) -> Section {
        let w = self.words;
        let serious = [Urgency::Vital, Urgency::Emergency, Urgency::Hours];
        let shown = serious.into_iter().filter(|level| self.level(sheet, *level).is_some());
        let lines = shown.filter_map(|level| self.library.level(level)).map(|advice| {
            let before = Piece::Words(format!("{} {} ", advice.recall, w.recall_list));
            let link = Piece::link(format!("#{}", advice.level.word()), &advice.headline);
            vec![Block::Text(vec![before, link])]
        });
        Section::new(&w.recall, vec![Block::List(lines.collect()), Block::text(&w.recall_final)])
    }

    /// The ways that the page names, each once.
    fn ways_of<'s>(self, sheet: &'s Sheet<'_>) -> Vec<&'s Id>
    where
        Self: 's,
    {
        let motif = sheet.motif;
        let shown = Urgency::MOST_URGENT_FIRST.into_iter().filter(|level| self.level(sheet, *level).is_some());
        let of_levels = shown.chain([motif.otherwise.level]).filter_map(|level| self.library.level(level));
        let of_rules = sheet.rows().filter_map(|row| row.rule.way.as_ref());
        let named = motif.door.always_shown.iter().chain(of_levels.map(|advice| &advice.way));
        let mut ways: Vec<&Id> = Vec::new();
        for way in named.chain(of_rules).chain(&motif.otherwise.way) {
            if !ways.contains(&way) {
                ways.push(way);
            }
        }
        ways
    }

    /// The entries to which the page's ways and levels lead.
    fn understand(self, sheet: &Sheet<'_>, ways: &[&Id]) -> Option<Section> {
        let levels = Urgency::MOST_URGENT_FIRST.into_iter().filter(|level| self.level(sheet, *level).is_some());
        let of_levels = levels.chain([sheet.motif.otherwise.level]).flat_map(|level| self.system.of_level(level));
        let of_ways = ways.iter().flat_map(|way| self.system.of_way(way));
        let mut entries = Vec::new();
        for entry in of_ways.chain(of_levels) {
            if !entries.contains(&entry) {
                entries.push(entry);
            }
        }
        let lines = Self::entry_links(entries);
        (!lines.is_empty()).then(|| Section::new(&self.words.understand, vec![Block::List(lines)]))
    }

    /// A rule: what must be there, of whom it is true, why.
    fn row(self, row: &Row<'_>) -> Vec<Block> {
        let parts = |phrase: &Option<Phrase<'_>>| match phrase {
            Some(Phrase::All(parts)) => parts.iter().map(|part| self.phrase(part)).collect(),
            other => other.iter().map(|part| self.phrase(part)).collect::<Vec<_>>(),
        };
        let mut parts = [parts(&row.signs), parts(&row.terrain)].concat();
        let mut blocks = if parts.len() == 1 {
            parts.pop().unwrap_or_default()
        } else {
            vec![Block::text(&self.words.all_of), Block::List(parts)]
        };
        let only_for: Vec<String> = row.only_for.iter().map(|sign| Sign::statement(&sign.ask)).collect();
        if !only_for.is_empty() {
            blocks.push(Block::hint(format!("{} {}.", self.words.only_for, only_for.join(" · "))));
        }
        blocks.push(Block::hint(&row.rule.because));
        blocks
    }

    fn phrase(self, phrase: &Phrase<'_>) -> Vec<Block> {
        let w = self.words;
        let (title, parts) = match phrase {
            Phrase::One(sign) => return self.sign(sign),
            Phrase::All(parts) => (w.all_of.clone(), parts),
            Phrase::Any(parts) | Phrase::AtLeast(1, parts) => (w.any_of.clone(), parts),
            Phrase::AtLeast(least, parts) => (format!("{} {least} {}", w.at_least, w.of_these), parts),
        };
        vec![Block::text(title), Block::List(parts.iter().map(|part| self.phrase(part)).collect())]
    }

    /// A sign as its question, with how to look.
    fn sign(self, sign: &Sign) -> Vec<Block> {
        let asked = match &sign.origin {
            Origin::Measured { instead, .. } => format!("{} {} {instead}", sign.ask, self.words.no_tool),
            _ => sign.ask.clone(),
        };
        std::iter::once(Block::text(asked)).chain(sign.help.as_ref().map(Block::hint)).collect()
    }
}

/// The rules of a sheet with one effect, each with the kind of file it stands in.
fn rows<'s>(sheet: &'s Sheet<'s>, effect: Effect) -> impl Iterator<Item = (PartKind, &'s Row<'s>)> {
    let all = sheet.parts.iter().flat_map(|part| part.rows.iter().map(move |row| (part.kind, row)));
    all.filter(move |(_, row)| row.rule.effect == effect)
}

/// What the page rests on: the sources of its rules, and of the motif.
fn sources<'a>(plain: Plain<'a>, sheet: &Sheet<'a>) -> Vec<&'a Source> {
    let mut found = sheet.sources();
    for source in sheet.motif.sources.iter().filter_map(|id| plain.library.source(id)) {
        if !found.contains(&source) {
            found.push(source);
        }
    }
    found
}

/// The day from which something of the page is out of date: a printed page has no clock, so it says the day.
fn until(sheet: &Sheet<'_>, sources: &[&Source]) -> NaiveDate {
    let reviewed = sheet.parts.iter().map(|part| part.review.before);
    reviewed.chain(sources.iter().map(|source| source.review_by)).min().unwrap_or(sheet.motif.review.before)
}
