//! A sheet in the part of an address that no server sees: pressed, checked, with a last day.
//!
//! Whoever has the address can read the sheet. The last day is a promise of this app, not a lock: the sheet is in the
//! address itself, and another program could show it later. The page says so before it makes one.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64;
use chrono::{Datelike, Days, NaiveDate};

use crate::checksum::crc32;
use crate::content::pack::press::{press, unfold_within};

use super::sheet::{Body, Sheet};

/// The most letters of a shared sheet. What sends addresses on cuts longer ones.
pub const MOST_LETTERS: usize = 8 * 1024;

/// The most bytes that a shared sheet unfolds to.
const MOST_BYTES: u32 = 64 * 1024;

/// The longest time for which a sheet is shared, in days: to the appointment that it is for. The product's own figure.
pub const MOST_DAYS: u64 = 31;

/// The version of the form.
const VERSION: u8 = 1;

/// Why a sheet is not shared, or what was shared is not shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShareError {
    /// It has a motif or an answer that leaves no trace, or it was itself shared.
    Sensitive,
    /// It is too long for an address.
    TooLarge,
    /// The last day is past, or more than [`MOST_DAYS`] off.
    BadDay,
    /// It was not made by this app, or was cut off or altered.
    Unreadable,
    /// It was made by a later version of the app.
    FromTheFuture,
    /// Its last day was this one.
    Over(NaiveDate),
}

/// A sheet that may be shared: there is no other way to one.
#[derive(Clone, Copy, Debug)]
pub struct Shareable<'a>(&'a Sheet);

impl<'a> Shareable<'a> {
    /// Looks whether a sheet may be shared.
    ///
    /// # Errors
    /// [`ShareError::Sensitive`] where it may not.
    pub fn of(sheet: &'a Sheet) -> Result<Self, ShareError> {
        if sheet.leaves_trace { Ok(Self(sheet)) } else { Err(ShareError::Sensitive) }
    }
}

/// A sheet that was shared, to be shown and nothing else. It holds what somebody wrote: texts, never links.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shared {
    /// The sheet.
    pub sheet: Sheet,
    /// The last day on which it is shown.
    pub until: NaiveDate,
}

/// The letters for the fragment of an address; `until` is the last day on which they are shown.
///
/// # Errors
/// See [`ShareError`].
pub fn seal(sheet: Shareable<'_>, until: NaiveDate, today: NaiveDate) -> Result<String, ShareError> {
    let latest = today.checked_add_days(Days::new(MOST_DAYS)).ok_or(ShareError::BadDay)?;
    if until < today || latest < until {
        return Err(ShareError::BadDay);
    }
    let body = postcard::to_stdvec(sheet.0).map_err(|_| ShareError::TooLarge)?;
    if u32::try_from(body.len()).map_or(true, |length| length > MOST_BYTES) {
        return Err(ShareError::TooLarge);
    }
    let mut checked = until.num_days_from_ce().to_le_bytes().to_vec();
    checked.extend(press(&body).map_err(|_| ShareError::TooLarge)?);
    let mut bytes = vec![VERSION];
    bytes.extend(crc32(&checked).to_le_bytes());
    bytes.extend(checked);
    let letters = BASE64.encode(bytes);
    if letters.len() > MOST_LETTERS { Err(ShareError::TooLarge) } else { Ok(letters) }
}

/// What the fragment of an address shows on a day.
///
/// # Errors
/// See [`ShareError`].
pub fn open(letters: &str, today: NaiveDate) -> Result<Shared, ShareError> {
    if letters.len() > MOST_LETTERS {
        return Err(ShareError::TooLarge);
    }
    let bytes = BASE64.decode(letters).map_err(|_| ShareError::Unreadable)?;
    let (version, rest) = bytes.split_first().ok_or(ShareError::Unreadable)?;
    match *version {
        0 => return Err(ShareError::Unreadable),
        VERSION => {}
        _ => return Err(ShareError::FromTheFuture),
    }
    let (sum, checked) = rest.split_first_chunk::<4>().ok_or(ShareError::Unreadable)?;
    if u32::from_le_bytes(*sum) != crc32(checked) {
        return Err(ShareError::Unreadable);
    }
    let (day, pressed) = checked.split_first_chunk::<4>().ok_or(ShareError::Unreadable)?;
    let until = NaiveDate::from_num_days_from_ce_opt(i32::from_le_bytes(*day)).ok_or(ShareError::Unreadable)?;
    if until < today {
        return Err(ShareError::Over(until));
    }
    let body = unfold_within(pressed, MOST_BYTES).map_err(|_| ShareError::Unreadable)?;
    let sheet: Sheet = postcard::from_bytes(&body).map_err(|_| ShareError::Unreadable)?;
    Ok(Shared { sheet: shown(sheet), until })
}

/// A sheet without the signs that could make its texts read otherwise than they were written.
fn shown(mut sheet: Sheet) -> Sheet {
    clean(&mut sheet.title);
    sheet.about.iter_mut().chain(&mut sheet.foot).for_each(clean);
    for section in &mut sheet.sections {
        clean(&mut section.title);
        match &mut section.body {
            Body::Lines(lines) => lines.iter_mut().for_each(clean),
            Body::Nothing(said) => clean(said),
            Body::Table { headings, rows } => headings.iter_mut().chain(rows.iter_mut().flatten()).for_each(clean),
            Body::Values { note, unit, values } => {
                clean(note);
                clean(unit);
                values.iter_mut().for_each(|value| clean(&mut value.said));
            }
        }
    }
    sheet
}

/// Takes away what controls: line ends, and marks that turn the direction of reading.
fn clean(text: &mut String) {
    text.retain(|letter| !letter.is_control() && !matches!(letter, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}'));
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]
    use super::{BASE64, Body, Sheet, VERSION, crc32, open, press, shown};
    use crate::exchange::sheet::{Kind, Section};
    use base64::Engine;
    use chrono::{Datelike, NaiveDate};
    use proptest::prelude::*;

    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 22).unwrap()
    }

    /// What somebody could make of any bytes who knows the form.
    fn forged(pressed: &[u8]) -> String {
        let checked = [&today().num_days_from_ce().to_le_bytes(), pressed].concat();
        BASE64.encode([&[VERSION], &crc32(&checked).to_le_bytes()[..], &checked].concat())
    }

    #[test]
    fn a_small_address_unfolds_to_no_giant() {
        let giant = press(&vec![b'a'; 1 << 20]).unwrap();
        assert!(giant.len() < 2_000, "{}", giant.len());
        assert!(open(&forged(&giant), today()).is_err());
        let mut liar = giant;
        liar.splice(..4, 1_000_u32.to_le_bytes());
        assert!(open(&forged(&liar), today()).is_err());
    }

    #[test]
    fn texts_of_others_read_as_they_were_written() {
        let turned = "\u{202e}eirf\u{200b}el\u{0}\n<b>".to_owned();
        let sections = vec![Section { title: turned.clone(), body: Body::Lines(vec![turned.clone()]) }];
        let (about, foot) = (vec![turned.clone()], vec![turned.clone()]);
        let sheet = shown(Sheet { kind: Kind::Orientation, title: turned, about, sections, foot, leaves_trace: true });
        let clean = "eirfel<b>".to_owned();
        assert_eq!((&sheet.title, &sheet.about[0], &sheet.foot[0]), (&clean, &clean, &clean));
        assert_eq!(sheet.sections, [Section { title: clean.clone(), body: Body::Lines(vec![clean]) }]);
    }

    proptest! {
        // Each makes room for megabytes of guesses.
        #![proptest_config(ProptestConfig::with_cases(40))]

        #[test]
        fn no_letters_break_it(letters in ".{0,200}", bytes in prop::collection::vec(any::<u8>(), 0..300)) {
            let _ = open(&letters, today());
            let _ = open(&forged(&bytes), today());
            if let Ok(pressed) = press(&bytes) {
                let _ = open(&forged(&pressed), today());
            }
        }
    }
}
