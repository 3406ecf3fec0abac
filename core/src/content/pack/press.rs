//! Makes packs small on the wire: PPMd, which for a text in French is a third smaller than the gzip of a host.
//!
//! Whatever the host compresses itself, a pressed pack stays as it is.

use std::io::{Error, ErrorKind, Read, Result, Write};

use ppmd_rust::{PPMD7_MIN_ORDER, Ppmd7Decoder, Ppmd7Encoder};

/// How many letters back a letter is guessed from. The smallest packs of 5 to 12, but for one.
const ORDER: u32 = PPMD7_MIN_ORDER + 7;

/// What the guesses may take while pressing and unfolding, in bytes: with half of it the largest pack forgets midway.
const MEMORY: u32 = 8 << 20;

/// No pack is larger, in bytes: a damaged length asks for no more.
const LARGEST: u32 = 16 << 20;

/// The bytes, smaller, behind their length.
///
/// # Errors
/// Where the bytes are more than a pack may have.
pub(crate) fn press(bytes: &[u8]) -> Result<Vec<u8>> {
    let length = u32::try_from(bytes.len()).ok().filter(|length| *length <= LARGEST);
    let length = length.ok_or_else(|| Error::from(ErrorKind::FileTooLarge))?;
    let mut encoder = Ppmd7Encoder::new(length.to_le_bytes().to_vec(), ORDER, MEMORY).map_err(Error::other)?;
    encoder.write_all(bytes)?;
    encoder.finish(false)
}

/// The bytes that were pressed.
///
/// # Errors
/// Where these were not pressed, or are cut short.
pub(super) fn unfold(pressed: &[u8]) -> Result<Vec<u8>> {
    unfold_within(pressed, LARGEST)
}

/// The bytes that were pressed, where they are no more than `largest`.
///
/// # Errors
/// Where these were not pressed, are cut short, or would be more.
pub(crate) fn unfold_within(pressed: &[u8], largest: u32) -> Result<Vec<u8>> {
    let (length, rest) = pressed.split_first_chunk::<4>().ok_or_else(|| Error::from(ErrorKind::UnexpectedEof))?;
    let length = u32::from_le_bytes(*length);
    if length > largest {
        return Err(Error::from(ErrorKind::FileTooLarge));
    }
    let mut bytes = Vec::new();
    let decoder = Ppmd7Decoder::new(rest, ORDER, MEMORY).map_err(Error::other)?;
    decoder.take(length.into()).read_to_end(&mut bytes)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::indexing_slicing, reason = "tests")]
    use super::{press, unfold};

    #[test]
    fn what_is_pressed_unfolds_to_itself_and_is_smaller() {
        let text = "Depuis quand avez-vous mal ? Depuis ce matin. ".repeat(40);
        let pressed = press(text.as_bytes()).unwrap_or_default();
        assert!(!pressed.is_empty() && pressed.len() < text.len() / 8, "{}", pressed.len());
        assert_eq!(unfold(&pressed).ok().as_deref(), Some(text.as_bytes()));
        assert_eq!(unfold(&press(&[]).unwrap_or_default()).ok().as_deref(), Some(&[][..]));
    }

    #[test]
    fn a_length_beyond_every_pack_is_refused() {
        let mut pressed = press(b"Bonjour").unwrap_or_default();
        assert!(unfold(&pressed).is_ok());
        pressed[3] = 0xFF;
        assert!(unfold(&pressed).is_err());
        assert!(unfold(b"abc").is_err());
    }
}
