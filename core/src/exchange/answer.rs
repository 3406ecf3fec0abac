//! The worker of the exchange: each request stands for itself, and ends in a response.

use crate::content::pack::{read_care, read_start, read_triage};
use crate::content::{Care, Library};
use crate::pathway::Person;
use crate::record::Record;

use super::backup::{self, Opened, Way};
use super::made::{self, Wanted};
use super::message::{Failure, Pack, Reply, Request, Response, Restoration, TriagePacks};
use super::tell::tell;
use super::words::Words;
use super::{fhir, json, measures_csv, qr};

/// What the bytes of a request are answered, as bytes.
#[must_use]
pub fn answer_bytes(request: &[u8], words: &Words) -> Vec<u8> {
    match Request::decode(request) {
        Ok(request) => reply(request, words).encode(),
        Err(failure) => tell(Response::Failed(failure), None, words).encode(),
    }
}

/// What a request is answered, in words.
#[must_use]
pub fn reply(request: Request<'_>, words: &Words) -> Reply {
    let care = match request {
        Request::Import { care, .. } | Request::Values { care, .. } => content(care).ok(),
        _ => None,
    };
    tell(answer(request, words), care.as_ref(), words)
}

/// What comes of a request.
#[must_use]
pub fn answer(request: Request<'_>, words: &Words) -> Response {
    made(request, words).unwrap_or_else(Response::Failed)
}

fn made(request: Request<'_>, words: &Words) -> Result<Response, Failure> {
    Ok(match request {
        Request::Collection { care, events, person, occasion } => {
            let record = Record::of(events);
            let bundle = fhir::collection(&content(care)?, &record, person, occasion, &words.fhir);
            Response::File(json::write(&bundle.map_err(|fhir::ExportError::NobodyThere| Failure::NobodyThere)?))
        }
        Request::Document { triage, session, occasion } => {
            let bundle = fhir::document(&library(triage)?, &session, occasion, &words.fhir);
            Response::File(json::write(&bundle.ok_or(Failure::Unfinished)?))
        }
        Request::Import { care, file, today } => {
            Response::Import(fhir::import::read(file, &content(care)?, today).map_err(Failure::Import)?)
        }
        Request::Backup { care, events, session, made } => {
            Response::File(backup::write(&content(care)?, &events, session.as_ref(), made, words.told.note))
        }
        Request::Seal(seal) => Response::File(backup::write_sealed(&seal).map_err(Failure::Seal)?),
        Request::Restore { file, events } => match backup::open(file).map_err(Failure::Backup)? {
            Opened::Sealed(seal) => Response::Sealed(seal),
            Opened::Plain(backup) => Response::Restoration(Box::new(Restoration {
                merge: backup::restore(&events, &backup.events, Way::Merge),
                replace: backup::restore(&events, &backup.events, Way::Replace),
                made: backup.made,
                session: backup.session,
                left: backup.left,
            })),
        },
        Request::Table { care, events, person, form } => {
            let record = Record::of(events);
            Response::File(measures_csv::write(&content(care)?, somebody(&record, person)?, &words.table, form))
        }
        Request::Values { care, file, events, person, today } => {
            let record = Record::of(events);
            let person = somebody(&record, person)?;
            let found = measures_csv::read(file, &content(care)?, person, &words.table, today);
            let mut import = found.map_err(Failure::Table)?;
            let (values, known) = measures_csv::unknown_to(person, import.values);
            import.values = values;
            Response::Values { import, known }
        }
        Request::Codes { text } => Response::Codes(qr::codes(text).map_err(Failure::Codes)?),
        Request::Sheet(asked) => Response::Sheet(Box::new(made::shown(made::sheet(asked, words)?))),
        Request::Letters { of, until, today } => {
            Response::Letters(made::letters(&made::sheet(of, words)?, until, today)?)
        }
        Request::Open { letters, today } => Response::Sheet(Box::new(made::opened(letters, today, words)?)),
        Request::Calendar { care, events, person, occasion, titles, only } => {
            Response::File(made::days(Wanted { care, events, person, titles, only }, occasion, words)?)
        }
    })
}

pub(super) fn content(care: Pack<'_>) -> Result<Care, Failure> {
    read_care(care.bytes, care.version).map_err(|_| Failure::Content)
}

fn library(packs: TriagePacks<'_>) -> Result<Library, Failure> {
    let start = read_start(packs.start).map_err(|_| Failure::Content)?;
    read_triage(packs.rest, &start).map_err(|_| Failure::Content)
}

pub(super) fn somebody(record: &Record, person: u32) -> Result<&Person, Failure> {
    record.person(person).ok_or(Failure::NobodyThere)
}
