//! Reading a backup: strictly, and without dropping anything silently.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::record::{Event, Session};

use super::super::clean;
use super::super::json;
use super::line::Line;
use super::seal;
use super::{BackupError, FORMAT, LeftEvent, MOST_EVENTS, Seal, VERSION, Why};

/// What is in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Opened {
    /// A backup.
    Plain(Backup),
    /// A backup behind a passphrase: what the browser gets out of it is a file to [`open`] again.
    Sealed(Seal),
}

/// A backup.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Backup {
    /// When it was made, as the file says.
    pub made: String,
    /// What was noted, in the order of the numbers.
    pub events: Vec<Event>,
    /// The triage under way.
    pub session: Option<Session>,
    /// What is not read.
    pub left: Vec<LeftEvent>,
}

/// Reads a file.
///
/// # Errors
/// See [`BackupError`].
pub fn open(bytes: &[u8]) -> Result<Opened, BackupError> {
    let mut value = json::read(bytes).map_err(BackupError::Json)?;
    if value.get("format").and_then(Value::as_str) != Some(FORMAT) {
        return Err(BackupError::NotABackup);
    }
    match value.get("version").and_then(Value::as_u64) {
        Some(0) | None => return Err(BackupError::NotABackup),
        Some(version) if version > VERSION => return Err(BackupError::FromTheFuture),
        Some(_) => {}
    }
    if let Some(sealed) = value.get("sealed") {
        return seal::read(sealed).map(Opened::Sealed).map_err(BackupError::Seal);
    }
    let Some(Value::Array(lines)) = value.get_mut("events").map(Value::take) else {
        return Err(BackupError::NotABackup);
    };
    if lines.len() > MOST_EVENTS {
        return Err(BackupError::TooMany);
    }
    let made = value.get("made").and_then(Value::as_str).map(|made| clean::text(made).0).unwrap_or_default();
    let mut backup = Backup { made, ..Backup::default() };
    backup.take_events(lines);
    backup.take_session(value.get_mut("triage").map(Value::take).unwrap_or_default());
    let known = ["format", "version", "made", "content", "note", "events", "triage"];
    for name in
        value.as_object().into_iter().flat_map(|file| file.keys()).filter(|name| !known.contains(&name.as_str()))
    {
        backup.left.push(LeftEvent { place: 0, why: Why::UnknownPart, text: clean::text(name).0 });
    }
    Ok(Opened::Plain(backup))
}

impl Backup {
    fn take_events(&mut self, lines: Vec<Value>) {
        let mut events: BTreeMap<u64, Event> = BTreeMap::new();
        for (place, line) in (1_usize..).zip(lines) {
            let text = line.get("text").and_then(Value::as_str).map(|text| clean::text(text).0).unwrap_or_default();
            let event = serde_json::from_value(line).ok().and_then(Line::event);
            let why = match event {
                None => Why::NotUnderstood,
                Some(event) => match events.get(&event.id) {
                    None => {
                        events.insert(event.id, event);
                        continue;
                    }
                    Some(known) if *known == event => Why::Twice,
                    Some(_) => Why::SameNumber,
                },
            };
            self.left.push(LeftEvent { place, why, text });
        }
        self.events = events.into_values().collect();
    }

    fn take_session(&mut self, session: Value) {
        if session.is_null() {
            return;
        }
        match serde_json::from_value::<Session>(session) {
            Ok(mut session) => {
                // Maps must be in order, which whoever wrote the file may not have kept.
                let answers = &mut session.answers;
                answers.signs = answers.signs.iter().map(|(sign, answer)| (sign.clone(), *answer)).collect();
                answers.measures = answers.measures.iter().map(|(measure, value)| (measure.clone(), *value)).collect();
                self.session = Some(session);
            }
            Err(_) => self.left.push(LeftEvent { place: 0, why: Why::NotUnderstood, text: "triage".to_owned() }),
        }
    }
}
