//! Steps that belong to a campaign: once in each.

use chrono::{Datelike, NaiveDate};

use crate::content::pathway::{Campaign, Season};

use super::Reason;
use super::schedule::{History, Judge};
use super::status::{State, Status};
use super::window::Span;

impl Judge<'_> {
    /// The state of a step of a campaign, within its window.
    pub(super) fn in_season(&self, span: Span, season: &Season, history: &History) -> Status {
        let last = history.days.last().copied();
        if self.today < span.opens {
            return self.first_campaign(span, season).after(last);
        }
        if span.closes.is_some_and(|closes| closes <= self.today) {
            if last.is_some() {
                return Status::new(State::Done, Reason::Done).within(span).after(last);
            }
            return self.never_done(span, history).after(last);
        }
        let campaigns = campaigns(season, self.today);
        let is_on = |campaign: &&Campaign| campaign.from <= self.today && self.today <= campaign.until;
        let reason = || Reason::Season(season.id.clone());
        let span_of = |campaign: &Campaign| Span { opens: campaign.from, closes: campaign.until.succ_opt() };
        if let Some(now) = campaigns.iter().find(is_on) {
            return match last {
                Some(last) if last >= now.from => {
                    Status::new(State::Done, reason()).within(span_of(now)).after(Some(last))
                }
                _ if history.some_day => Status::new(State::ToDiscuss, Reason::DoneSomeDay).within(span_of(now)),
                _ => Status::new(State::DueNow, reason()).within(span_of(now)).after(last),
            };
        }
        match campaigns.iter().filter(|campaign| campaign.from > self.today).min_by_key(|campaign| campaign.from) {
            Some(next) if span.closes.is_some_and(|closes| closes <= next.from) => match last {
                Some(_) => Status::new(State::Done, Reason::Done).within(span).after(last),
                None => Status::new(State::NotConcerned, Reason::WindowClosed).within(span),
            },
            Some(next) => Status::new(State::ToCome, reason()).within(span_of(next)).after(last),
            None => Status::new(State::ToDiscuss, Reason::SeasonUnknown(season.id.clone())).after(last),
        }
    }

    /// The first campaign of a window that has not opened yet.
    fn first_campaign(&self, span: Span, season: &Season) -> Status {
        let campaigns = campaigns(season, span.opens);
        let within = campaigns
            .iter()
            .filter(|campaign| campaign.until >= span.opens && span.closes.is_none_or(|closes| campaign.from < closes));
        match within.min_by_key(|campaign| campaign.from) {
            Some(first) => {
                let opens = first.from.max(span.opens);
                let span = Span { opens, closes: first.until.succ_opt() };
                Status::new(State::ToCome, Reason::Season(season.id.clone())).within(span)
            }
            None if campaigns.is_empty() => {
                Status::new(State::ToDiscuss, Reason::SeasonUnknown(season.id.clone())).within(span)
            }
            None => Status::new(State::NotConcerned, Reason::WindowClosed).within(span),
        }
    }
}

/// The campaigns around a day: those whose days are known, and the usual days of the years without one.
fn campaigns(season: &Season, today: NaiveDate) -> Vec<Campaign> {
    let mut all = season.campaigns.clone();
    let Some([first, last]) = season.usual else { return all };
    for year in [-1, 0, 1].map(|more| today.year().saturating_add(more)) {
        let day = |year, (month, day)| NaiveDate::from_ymd_opt(year, month, day);
        let last_year = if last < first { year.saturating_add(1) } else { year };
        let Some((from, until)) = day(year, first).zip(day(last_year, last)) else { continue };
        if !all.iter().any(|known| known.from <= until && from <= known.until) {
            all.push(Campaign { from, until });
        }
    }
    all
}
