//! From the files of `content/orientation/` to the orientation of a draft.

use std::collections::BTreeMap;

use toml::Spanned;

use sentier_core::content::{self as typed, HolidayDate, Instead, OnDuty, Reading, Said};

use crate::french;
use crate::orientation_file as file;
use crate::read::{Reader, Source, months};

impl Reader {
    pub(crate) fn read_orientation(&mut self) -> typed::Orientation {
        let mut read = typed::Orientation::default();
        for path in self.files("orientation") {
            if let Some((text, lists)) = self.parse::<file::Lists>(&path) {
                let source = Source { file: &path, text: &text, prefix: "", sources: &[] };
                self.times(&source, &lists, &mut read);
                self.places(&source, &lists, &mut read);
                self.people(&source, lists, &mut read);
            }
        }
        read
    }

    fn times(&mut self, source: &Source<'_>, lists: &file::Lists, read: &mut typed::Orientation) {
        for raw in &lists.holiday {
            let id = self.place(source, &raw.id, raw.id.get_ref().clone());
            let date = match (raw.on.as_deref().map(month_and_day), raw.after_easter) {
                (Some(Some((month, day))), None) => HolidayDate::Fixed(month, day),
                (None, Some(days)) => HolidayDate::AfterEaster(days),
                _ => {
                    let what = "a holiday has either on = \"05-27\" or after_easter = 39";
                    self.refuse::<()>(source, &raw.id, what);
                    continue;
                }
            };
            let (name, is_everywhere, sources) = (french(&raw.name), raw.everywhere, raw.sources.clone());
            read.holidays.push(typed::Holiday { id, name, date, is_everywhere, sources });
        }
        if let Some(raw) = &lists.hours {
            let mut bound = |text: &Spanned<String>| self.minutes(source, text, text.get_ref()).unwrap_or_default();
            read.hours =
                typed::Hours { day: bound(&raw.day), saturday: bound(&raw.saturday), evening: bound(&raw.evening) };
            self.place(source, &raw.day, "hours".to_owned());
        }
        for raw in &lists.duty {
            let duty = *raw.duty.get_ref();
            self.place(source, &raw.duty, duty.word().to_owned());
            read.duties.push(typed::DutyWords { duty, said: french(&raw.said), sources: raw.sources.clone() });
        }
        for raw in &lists.because {
            let why = *raw.why.get_ref();
            self.place(source, &raw.why, format!("why {}", why.word()));
            read.reasons.push(typed::Because { why, said: french(&raw.said), sources: raw.sources.clone() });
        }
        for raw in &lists.cost {
            let id = self.place(source, &raw.id, raw.id.get_ref().clone());
            let (said, sources) = (french(&raw.said), raw.sources.clone());
            read.costs.push(typed::Cost { id, said, sources, reading: raw.reading });
        }
    }

    fn places(&mut self, source: &Source<'_>, lists: &file::Lists, read: &mut typed::Orientation) {
        for region in &lists.region {
            for raw in &region.territories {
                let id = self.place(source, &raw.id, raw.id.get_ref().clone());
                let both = |of_region: &[String], own: &[String]| of_region.iter().chain(own).cloned().collect();
                let mut instead: BTreeMap<&String, &String> = region.instead.iter().collect();
                instead.extend(&raw.instead);
                read.territories.push(typed::Territory {
                    id,
                    name: french(&raw.name),
                    region: french(&region.name),
                    zone: region.zone.clone(),
                    holidays: both(&region.holidays, &raw.holidays),
                    instead: instead
                        .into_iter()
                        .map(|(of, way)| Instead { of: of.clone(), way: way.clone() })
                        .collect(),
                    note: region.note.as_deref().map(french),
                    sources: both(&region.sources, &raw.sources),
                });
            }
        }
    }

    fn people(&mut self, source: &Source<'_>, lists: file::Lists, read: &mut typed::Orientation) {
        if let Some(raw) = lists.emergency {
            self.place(source, &raw, "emergency numbers".to_owned());
            read.emergency.extend(raw.into_inner());
        }
        for raw in lists.line {
            self.place(source, &raw.contact, format!("line {}", raw.contact.get_ref()));
            let ends = match (&raw.from, &raw.until) {
                (Some(from), Some(until)) => {
                    self.minutes(source, &raw.contact, from).zip(self.minutes(source, &raw.contact, until))
                }
                (None, None) => Some((read.hours.day, read.hours.evening)),
                _ => self.refuse(
                    source,
                    &raw.contact,
                    "a line has both from and until, or none where they are not known",
                ),
            };
            let Some((from, until)) = ends else { continue };
            let contact = raw.contact.into_inner();
            read.lines.push(typed::Line { contact, days: raw.days, from, until, reading: raw.reading });
        }
        for raw in lists.written {
            self.place(source, &raw.contact, format!("written {}", raw.contact.get_ref()));
            read.written.push(typed::Written {
                contact: raw.contact.into_inner(),
                said: french(&raw.said),
                address: raw.address,
                sources: raw.sources,
                reading: raw.reading,
            });
        }
        for raw in lists.professional {
            self.place(source, &raw.id, format!("professional {}", raw.id.get_ref()));
            read.professionals.push(typed::Professional {
                id: raw.id.into_inner(),
                name: french(&raw.name),
                access: french(&raw.access),
                ways: raw.ways,
                closed: raw.closed,
                on_duty: raw.on_duty.map(|on_duty| OnDuty { during: on_duty.during, way: on_duty.way }),
                also: raw.also,
                sources: raw.sources,
                reading: raw.reading,
            });
        }
        for raw in lists.service {
            let id = self.place(source, &raw.id, raw.id.get_ref().clone());
            read.services.push(typed::Service {
                id,
                professional: raw.professional,
                title: french(&raw.title),
                conditions: said(&raw.conditions, raw.reading, &raw.conditions_to_verify),
                excluded: said(&raw.excluded, raw.reading, &raw.excluded_to_verify),
                otherwise: french(&raw.otherwise),
                price: raw.price.as_deref().map(french),
                ways: raw.ways,
                motifs: raw.motifs,
                sources: raw.sources,
                reading: raw.reading,
            });
        }
        if let Some(raw) = lists.remote {
            self.place(source, &raw.way, "remote".to_owned());
            let Some(from_age) = months(raw.from_age.get_ref()) else {
                self.refuse::<()>(source, &raw.from_age, "an age is written as \"2y\" or \"3m\"");
                return;
            };
            let (way, levels, beside, motifs) = (raw.way.into_inner(), raw.levels, raw.beside, raw.motifs);
            read.remote = Some(typed::Remote { way, levels, beside, motifs, from_age });
        }
    }

    /// An hour such as "08:00", in minutes after midnight.
    pub(crate) fn minutes(&mut self, source: &Source<'_>, place: &Spanned<String>, text: &str) -> Option<u16> {
        clock(text)
            .or_else(|| self.refuse(source, place, "an hour is written as \"08:00\", from \"00:00\" to \"23:59\""))
    }
}

fn said(lines: &[String], reading: Reading, to_verify: &[String]) -> Vec<Said> {
    let known = lines.iter().map(|line| (line, reading));
    let unsure = to_verify.iter().map(|line| (line, Reading::ToVerify));
    known.chain(unsure).map(|(line, reading)| Said { text: french(line), reading }).collect()
}

fn clock(text: &str) -> Option<u16> {
    let (hour, minute) = text.split_once(':')?;
    let (hour, minute): (u16, u16) = hour.parse().ok().zip(minute.parse().ok())?;
    if hour < 24 && minute < 60 { hour.checked_mul(60)?.checked_add(minute) } else { None }
}

/// A month and a day that every year has, as "05-27".
fn month_and_day(text: &str) -> Option<(u32, u32)> {
    let (month, day) = text.split_once('-')?;
    let (month, day) = month.parse().ok().zip(day.parse().ok())?;
    chrono::NaiveDate::from_ymd_opt(2025, month, day).map(|_| (month, day))
}
