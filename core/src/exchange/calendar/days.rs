//! Which days of a person stand in a calendar: appointments, what opens or ends, papers and rights that end.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::content::{Care, Id, Period};
use crate::pathway::papers::SOON;
use crate::pathway::{Dashboard, Document, Item, Person, Reason, State};

use super::{Entry, uid};

/// The words of calendar entries.
#[derive(Clone, Copy, Debug)]
pub struct Words {
    /// Instead of the title of an appointment, where titles are neutral.
    pub appointment: &'static str,
    /// Instead of every other title, where titles are neutral.
    pub reminder: &'static str,
    /// Before the title of what can be done from that day on.
    pub from: &'static str,
    /// Before the title of what is to be done that day at the latest.
    pub until: &'static str,
    /// Before the title of a paper or right of which it is the last day.
    pub ends: &'static str,
    /// Before those with whom it is done.
    pub with: &'static str,
}

/// What whoever sees the calendar can read in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Titles {
    /// What each entry is.
    Full,
    /// That there is something on that day, and nothing else.
    Neutral,
}

/// The days of one person.
#[derive(Clone, Copy, Debug)]
pub struct Days<'a> {
    /// The content.
    pub care: &'a Care,
    /// The person.
    pub person: &'a Person,
    /// The day.
    pub today: NaiveDate,
    /// A number that only this device knows and that stays: that of the person's first event.
    pub secret: u64,
    /// The words.
    pub words: &'a Words,
    /// What can be read.
    pub titles: Titles,
}

impl Days<'_> {
    /// Everything that has a day: appointments, what is due by a day, what is to come within two years, and the papers and
    /// rights that end.
    #[must_use]
    pub fn all(&self, dashboard: &Dashboard<'_>) -> Vec<Entry> {
        let due = dashboard.appointments().into_iter().chain(dashboard.next()).chain(dashboard.ahead(self.today));
        let papers = self.person.documents.iter().filter_map(|document| self.paper(document));
        let rights = self.person.rights.iter().filter_map(|(right, until)| self.right(right, *until));
        due.filter_map(|item| self.thing(item)).chain(papers).chain(rights).collect()
    }

    /// The day of one thing; none where it has no day to come.
    #[must_use]
    pub fn thing(&self, item: &Item<'_>) -> Option<Entry> {
        let is_booked = item.status.reason == Reason::Booked;
        let (day, before, reminder) = match item.status.state {
            State::ToCome if is_booked => (item.status.opens?, "", 1),
            State::ToCome => (item.status.opens?, self.words.from, 0),
            State::DueNow | State::Late => (item.status.deadline(self.today)?.pred_opt()?, self.words.until, A_WEEK),
            State::ToDiscuss | State::Done | State::NotConcerned => return None,
        };
        let key = item.key.as_str();
        let times = self.person.done.iter().filter(|done| self.care.key(&done.what) == key).count();
        let mut entry = self.entry(key, times, day, (before, item.title), reminder)?;
        match self.titles {
            Titles::Neutral if is_booked => self.words.appointment.clone_into(&mut entry.title),
            Titles::Neutral => {}
            Titles::Full => entry.details = self.details(item),
        }
        Some(entry)
    }

    fn paper(&self, document: &Document) -> Option<Entry> {
        let ahead = self.care.renewal(&document.paper).unwrap_or(SOON);
        let said = (self.words.ends, self.care.paper(&document.paper));
        self.entry(&format!("paper {}", document.event), 0, document.until?, said, days(ahead))
    }

    fn right(&self, (pathway, right): &(Id, Id), until: NaiveDate) -> Option<Entry> {
        let known = self.care.pathway(pathway)?.rights.iter().find(|known| &known.id == right)?;
        let ahead = known.renew.unwrap_or(SOON);
        self.entry(&format!("right {pathway} {right}"), 0, until, (self.words.ends, &known.title), days(ahead))
    }

    fn entry(&self, key: &str, times: usize, day: NaiveDate, said: (&str, &str), reminder: u16) -> Option<Entry> {
        let title = match (self.titles, said) {
            (Titles::Neutral, _) => self.words.reminder.to_owned(),
            (Titles::Full, ("", title)) => title.to_owned(),
            (Titles::Full, (before, title)) => format!("{before}\u{a0}: {title}"),
        };
        let uid = uid(self.secret, self.person.id, key, times);
        (self.today <= day).then(|| Entry { uid, day, title, details: String::new(), reminder: Some(reminder) })
    }

    /// What it is good for, and with whom.
    fn details(&self, item: &Item<'_>) -> String {
        let Some(part) = item.parts.first() else { return String::new() };
        let who: Vec<&str> = part.step.who.iter().map(|role| self.care.role(role)).collect();
        format!("{}\n{}\u{a0}: {}", part.step.why, self.words.with, who.join(", "))
    }
}

/// What is due by a day is reminded of a week before; the product's own figure.
const A_WEEK: u16 = 7;

fn days(period: Period) -> u16 {
    u16::try_from(period.about_days()).unwrap_or(0)
}
